"""The engine's end of the pipe to the window."""

from __future__ import annotations

import threading
from collections import deque
from multiprocessing.connection import Connection

from monitor.differences import difference
from monitor.messages import AlertEvent, ToWindow, Update, encode

BACKLOG = 2_000  # messages kept for a window that does not read; the newest Update always survives
UPDATE_EVERY_S = 0.25  # the window shows four a second


class Pipe:
    """Sends to the window from a thread of its own, so that a window that does not read never blocks the loop.

    Of Updates the newest counts: at most four a second are sent, each as the difference to the one before. Whatever
    else is sent waits for nothing, and an Update never overtakes it, nor the other way round.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._waiting: deque[ToWindow] = deque(maxlen=BACKLOG)
        self._newest: Update | None = None  # waits for its turn, behind all that waits
        self._sent: Update | None = None  # what the window has
        self._some = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._write, name="to window", daemon=True)
        self._thread.start()

    def send(self, message: ToWindow) -> None:
        """Queue a message; of Updates only the newest waits."""
        with self._some:
            if isinstance(message, Update):
                self._newest = message
            else:
                self._make_room()
                self._waiting.append(message)
            self._some.notify()

    def send_whole(self) -> None:
        """Send the next Update whole: the window has lost what changes could be of."""
        with self._some:
            self._sent = None

    def close(self) -> None:
        """Send what waits, within a second, and close."""
        with self._some:
            self._closing = True
            self._some.notify()
        self._thread.join(1.0)
        self.connection.close()

    def _make_room(self) -> None:
        """Keep the order: an Update that waits goes before what comes now. Alarms are the last to be let go."""
        if self._newest is not None and not (self._waiting and isinstance(self._waiting[-1], Update)):
            self._waiting.append(self._newest)
        elif self._newest is not None:
            self._waiting[-1] = self._newest
        self._newest = None
        if len(self._waiting) == BACKLOG and not isinstance(self._waiting[0], AlertEvent):
            self._waiting.popleft()

    def _next(self) -> ToWindow | None:
        """Wait for what is to be sent; None: no more."""
        with self._some:
            self._some.wait_for(lambda: self._waiting or self._newest is not None or self._closing)
            if self._waiting:
                return self._waiting.popleft()
            message, self._newest = self._newest, None
            return message

    def _write(self) -> None:
        while (message := self._next()) is not None:
            try:
                self.connection.send_bytes(encode(self._shortened(message)))
            except (OSError, ValueError):
                return  # nobody reads any more; the command reader notices
            if isinstance(message, Update):
                with self._some:
                    self._some.wait_for(lambda: self._waiting or self._closing, UPDATE_EVERY_S)

    def _shortened(self, message: ToWindow) -> ToWindow:
        """An Update as the difference to the last one, where the window has that."""
        if not isinstance(message, Update):
            return message
        with self._some:
            before, self._sent = self._sent, message
        return message if before is None else difference(before, message)
