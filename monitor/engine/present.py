"""What all rooms of the engine look at: settings, state, the newest tick. Changed in the loop's thread only."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from pathlib import Path

from monitor import settings_file
from monitor.clock import Clock
from monitor.credentials import ChannelSecrets, recall_channel
from monitor.history.recorder import Recorder
from monitor.messages import AlertEvent, EngineOptions, SettingsChanged, ToWindow
from monitor.paths import ENGINE_NOTE
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick

log = logging.getLogger(__name__)


CANCEL_AGAIN_S = 5.0


async def end_all(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel tasks until they have ended: a cancellation that comes at the wrong moment may be swallowed on its way."""
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        ended, left = await asyncio.wait(left, timeout=CANCEL_AGAIN_S)
        for task in ended:
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("a task of the engine failed at its end", exc_info=error)


class Present:
    """The engine's knowledge as it is now.

    Args:
        publish: hands a message to the window, or to who stands in its place.
    """

    def __init__(self, options: EngineOptions, clock: Clock, publish: Callable[[ToWindow], None]) -> None:
        self.options = options
        self.clock = clock
        self.publish = publish
        self.settings_path = Path(options.config_dir) / "settings.json"
        self.history_path = Path(options.data_dir) / "history.sqlite3"
        self._pulse = Path(options.data_dir) / ENGINE_NOTE
        self.settings, self.settings_note = settings_file.load(self.settings_path)
        self.recorder = Recorder(self.history_path)
        self.state = EngineState(started_ms=clock.now_ms())
        self.last: Tick | None = None
        self.pending: list[AlertEvent] = []  # told with the next tick
        self.wake = asyncio.Event()  # set: tick now
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_demo(self) -> bool:
        """Whether the accounts are those of the embedded exchange."""
        return bool(self.options.demo_accounts)

    @property
    def now_ms(self) -> int:
        """The time."""
        return self.clock.now_ms()

    def add(self, event: AlertEvent) -> AlertEvent:
        """Tell an event with the next tick; its number is the next free one."""
        self.pending.append(event)
        self.state = replace(self.state, next_event_id=event.id + 1)
        return event

    def beat(self) -> None:
        """Let other processes see that this engine ticks."""
        with contextlib.suppress(OSError):
            os.utime(self._pulse)

    def note(self, sentence: str) -> None:
        """Show a sentence in the window; the newest five stay."""
        if sentence not in self.state.notes:
            self.state = replace(self.state, notes=(*self.state.notes[-4:], sentence))

    def publish_settings(self) -> None:
        """Tell the window which settings hold."""
        settings = self.settings
        self.publish(
            SettingsChanged(
                accounts=settings.accounts,
                alerts=settings.alerts,
                note=self.settings_note,
                channels=settings.channels,
                watchdog=settings.watchdog,
                poll=settings.poll,
                compare=settings.compare,
                display=settings.display,
            )
        )

    async def channel_secrets(self, name: str) -> ChannelSecrets | None:
        """Return what a remote channel needs, from the options or the keyring."""
        given = self.options.channel_secrets.get(name)
        return ChannelSecrets(given) if given is not None else await recall_channel(name)

    def spawn(self, work: Coroutine[None, None, None]) -> None:
        """Do something beside the loop; a failure is logged and ends nothing else."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def close(self) -> None:
        """End what runs beside the loop."""
        await end_all(self._tasks)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a task of the engine failed", exc_info=error)
