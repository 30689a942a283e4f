"""The only bridge to the engine process: messages in both directions, its pulse, and its restart.

A thread reads the pipe, blocking, and wakes the window; what comes within 0.1 s after is taken together, so a burst
costs one repaint: of Updates and Candles the newest counts, every AlertEvent is kept, and one that is to be told does
not wait. While nothing comes, nothing runs.
Silence is an alarm: no Update for 3 s is told, and a dead engine is started again after 1, 2, 4 … s.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Protocol

import msgspec
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from monitor.differences import Completed
from monitor.language import tr
from monitor.messages import (
    AccountResult,
    AlertEvent,
    AlertPreview,
    Candles,
    ChannelResult,
    Explanation,
    Heartbeat,
    HistoryAnswer,
    JournalFigures,
    JournalPage,
    Message,
    PlannedTrade,
    SettingsChanged,
    Stopped,
    Stress,
    Timeline,
    ToWindow,
    Update,
    Waiting,
    WhatIfResult,
    decode_to_window,
    encode,
)

log = logging.getLogger(__name__)

TOGETHER_MS = 100  # what comes within is taken together
HEARTBEAT_MS = 1_000
SILENT_AFTER_S = 3.0
FIRST_UPDATE_S = 15.0  # importing ccxt and the first reading may take this long before silence is told
HUNG_AFTER_S = 3.0  # a silent engine that still runs is ended and started again; twice as long after each time
LONGEST_HUNG_S = 60.0
LONGEST_PAUSE_S = 30.0
DIED = tr("The engine has ended unexpectedly.")


class EngineHandle(Protocol):
    """A started engine, as monitor.child gives it."""

    @property
    def connection(self) -> Connection:
        """The duplex pipe; whole messages as msgpack."""

    @property
    def pid(self) -> int | None:
        """Its process id."""

    def is_alive(self) -> bool:
        """Whether the process runs."""

    def stop(self, timeout: float = 3.0, *, by_user: bool = False) -> None:
        """End it, by force after `timeout` seconds; the remote channels are told where the user wished it."""


class EngineLink(QObject):
    """Starts the engine, listens to it, speaks to it, and says when it is silent.

    Signals:
        updated: an Update. alert_told: an AlertEvent. candles_read: Candles. settings_changed: SettingsChanged.
        account_answered: an AccountResult. rules_previewed: an AlertPreview. risk_answered: a Stress or PlannedTrade.
        history_answered: a HistoryAnswer.
        detail_answered: a WhatIfResult, an Explanation or a Timeline.
        asked_answered: answers to what a side window asked: ChannelResult, JournalPage, JournalFigures.
        stopped: a Stopped, when the engine ended on purpose; it is started again only by `restart`.
        engine_silent: seconds since the last Update, once a second while it lasts.
        engine_lost: why, one sentence; a restart follows. engine_back: seconds of blindness that are over.
        engine_failed: why it could not be started; it is tried again. engine_waits: why it does not guard yet.
    """

    updated = Signal(object)
    alert_told = Signal(object)
    candles_read = Signal(object)
    settings_changed = Signal(object)
    account_answered = Signal(object)
    history_answered = Signal(object)
    rules_previewed = Signal(object)
    detail_answered = Signal(object)
    risk_answered = Signal(object)
    asked_answered = Signal(object)
    stopped = Signal(object)
    engine_silent = Signal(float)
    engine_lost = Signal(str)
    engine_back = Signal(float)
    engine_failed = Signal(str)
    engine_waits = Signal(str)
    _arrived = Signal()

    def __init__(
        self,
        start_engine: Callable[[], EngineHandle],
        is_visible: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Prepare the link; `start` begins.

        Args:
            start_engine: starts an engine and returns at once; called again after a crash.
            is_visible: whether anything is looked at; else the engine reads less often and reckons only what alarms
                are judged by.
        """
        super().__init__(parent)
        self._start_engine = start_engine
        self._is_visible = is_visible
        self._engine: EngineHandle | None = None
        self._reader = _Reader(self._wake)
        self._woken = threading.Event()  # `_arrived` is on its way
        self._clock = QElapsedTimer()
        self._heard_s: float | None = None  # of the last Update, None: none from this engine yet
        self._started_s = 0.0
        self._trouble_s: float | None = None  # since when we are blind
        self._failures = 0
        self._hangs = 0  # engines given up because they were silent
        self._farewell = ""  # why the engine ended on purpose: it is not started again by itself
        self._closing = False
        self._together = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._together.timeout.connect(self._take_rest)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._pulse = QTimer(self, interval=HEARTBEAT_MS)
        self._pulse.timeout.connect(self._beat)
        self._restart = QTimer(self, singleShot=True)
        self._restart.timeout.connect(self._launch)

    @property
    def pid(self) -> int | None:
        """The engine's process id, None while none runs."""
        return None if self._engine is None else self._engine.pid

    def start(self) -> None:
        """Start the engine and listen."""
        self._clock.start()
        self._pulse.start()
        self._launch()

    def restart(self) -> None:
        """Start an engine again after one has ended on purpose; nothing happens while one runs."""
        if self._engine is None and not self._restart.isActive():
            self._launch()

    def send(self, message: Message) -> bool:
        """Send a message to the engine; False when none can hear it."""
        if self._engine is None:
            return False
        try:
            self._engine.connection.send_bytes(encode(message))
        except (OSError, ValueError) as error:
            log.warning("the engine did not take %s: %s", type(message).__name__, type(error).__name__)
            return False
        return True

    def close(self, timeout: float = 3.0) -> None:
        """Ask the engine to quit and wait at most `timeout` seconds for it; not at all where it guards nothing yet."""
        self._closing = True
        for timer in (self._together, self._pulse, self._restart):
            timer.stop()
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.stop(0.0 if self._heard_s is None else timeout, by_user=True)

    def leave(self) -> None:
        """Stop listening but let the engine guard on."""
        self._closing = True
        for timer in (self._together, self._pulse, self._restart):
            timer.stop()
        self._engine = None

    # ------------------------------------------------------------------ inside

    def _now_s(self) -> float:
        return self._clock.elapsed() / 1000

    def _launch(self) -> None:
        if self._closing:
            return
        self._started_s, self._heard_s, self._farewell = self._now_s(), None, ""
        try:
            engine = self._start_engine()
        except Exception as error:
            log.exception("the engine could not be started")
            self.engine_failed.emit(tr("The engine could not be started: {error}", error=error))
            self._try_again()
            return
        self._engine = engine
        self._reader = reader = _Reader(self._wake)
        threading.Thread(target=reader.read, args=(engine.connection,), name="from engine", daemon=True).start()

    def _wake(self) -> None:
        """Something has come; called in the reader's thread."""
        if not self._woken.is_set():
            self._woken.set()
            with contextlib.suppress(RuntimeError):  # the window is being closed
                self._arrived.emit()

    def _take(self) -> None:
        """Take all there is, or only the alarms where something was taken just now."""
        self._woken.clear()
        if self._closing:
            return
        if self._together.isActive():
            self._take_alarms()
        else:
            self._together.start()
            self._take_all()

    def _take_rest(self) -> None:
        """Take what has come since; the next one waits for nothing only after a pause."""
        if self._reader.inbox and not self._closing:
            self._together.start()
            self._take_all()

    def _take_alarms(self) -> None:
        inbox, rest = self._reader.inbox, []
        while inbox:
            message = inbox.popleft()
            if isinstance(message, AlertEvent):
                self._tell(message)
            else:
                rest.append(message)
        inbox.extendleft(reversed(rest))

    def _take_all(self) -> None:
        """Hand on what has arrived: one Update at most, the newest."""
        update: Update | None = None
        candles: Candles | None = None
        ended = False
        inbox = self._reader.inbox
        while inbox:
            message = inbox.popleft()
            if message is None:
                ended = True
            elif isinstance(message, Update):
                update = message
            elif isinstance(message, Candles):
                candles = message
            else:
                self._tell(message)
        if update is not None:
            self._hear(update)
        if candles is not None:
            self.candles_read.emit(candles)
        if ended and not self._closing:
            self._lose(self._farewell or DIED)

    def _tell(self, message: ToWindow) -> None:
        if isinstance(message, AlertEvent):
            self.alert_told.emit(message)
        elif isinstance(message, SettingsChanged):
            self.settings_changed.emit(message)
        elif isinstance(message, AccountResult):
            self.account_answered.emit(message)
        elif isinstance(message, AlertPreview):
            self.rules_previewed.emit(message)
        elif isinstance(message, WhatIfResult | Explanation | Timeline):
            self.detail_answered.emit(message)
        elif isinstance(message, Stress | PlannedTrade):
            self.risk_answered.emit(message)
        elif isinstance(message, HistoryAnswer):
            self.history_answered.emit(message)
        elif isinstance(message, ChannelResult | JournalPage | JournalFigures):
            self.asked_answered.emit(message)
        elif isinstance(message, Waiting):
            self.engine_waits.emit(message.text)
        elif isinstance(message, Stopped):
            self._farewell = message.reason
            self.stopped.emit(message)

    def _hear(self, update: Update) -> None:
        now_s = self._now_s()
        self._heard_s, self._failures = now_s, 0
        self.updated.emit(update)
        if self._trouble_s is not None:
            blind_s, self._trouble_s = now_s - self._trouble_s, None
            self.engine_back.emit(blind_s)

    def _beat(self) -> None:
        """Once a second: tell the engine that we live, and look whether it does."""
        engine = self._engine
        if engine is None:
            self._say_silent()
            return
        if not engine.is_alive() and not self._reader.inbox:
            self._lose(self._farewell or DIED)
            return
        self.say_alive()
        if self._trouble_s is not None or self._quiet_s() > self._patience_s():
            self._say_silent()
        if self._quiet_s() > self._patience_s() + min(LONGEST_HUNG_S, HUNG_AFTER_S * 2**self._hangs):
            self._hangs += 1
            self._lose(tr("The engine runs but says nothing."))

    def say_alive(self) -> None:
        """Tell the engine that we live and whether anybody looks: once a second, and at once when that changes."""
        self.send(Heartbeat(visible=self._is_visible(), whole=self._reader.updates.take_lost()))

    def silence_s(self) -> float:
        """Return the seconds since the last Update, or since the start of the first engine."""
        return self._quiet_s() if self._trouble_s is None else self._now_s() - self._trouble_s

    def _quiet_s(self) -> float:
        """Return how long this very engine has said nothing."""
        return self._now_s() - (self._started_s if self._heard_s is None else self._heard_s)

    def _patience_s(self) -> float:
        return FIRST_UPDATE_S if self._heard_s is None else SILENT_AFTER_S

    def _say_silent(self) -> None:
        if self._trouble_s is None:
            self._trouble_s = self._heard_s if self._heard_s is not None else self._started_s
        self.engine_silent.emit(self.silence_s())

    def _lose(self, why: str) -> None:
        """Give this engine up and start another."""
        engine, self._engine = self._engine, None
        if engine is None:
            return
        if self._trouble_s is None:
            self._trouble_s = self._heard_s if self._heard_s is not None else self._started_s
        threading.Thread(target=engine.stop, args=(0.2,), name="ends engine", daemon=True).start()
        self.engine_lost.emit(why)
        self.engine_silent.emit(self.silence_s())
        if not self._farewell:
            self._try_again()

    def _try_again(self) -> None:
        pause_s = min(LONGEST_PAUSE_S, 2.0**self._failures)
        self._failures += 1
        self._restart.start(int(pause_s * 1000))


class _Reader:
    """Reads one engine's messages in a thread of its own until the pipe ends."""

    def __init__(self, wake: Callable[[], None]) -> None:
        """Prepare it; `wake` is called in that thread when something has come."""
        self.inbox: deque[ToWindow | None] = deque()  # None: the pipe has ended
        self._wake = wake
        self.updates = Completed()

    def read(self, connection: Connection) -> None:
        """Read messages; an unreadable one is skipped, and said in the log."""
        while True:
            try:
                raw = connection.recv_bytes()
            except (EOFError, OSError):
                self.inbox.append(None)
                self._wake()
                return
            try:
                message = self.updates.take(decode_to_window(raw))
            except msgspec.DecodeError as error:
                log.error("a message of the engine cannot be read: %s", error)
                continue
            if message is not None:
                self.inbox.append(message)
                self._wake()
