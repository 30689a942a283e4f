"""Closing and quitting: what the close button means, and a window in the tray that is never lost with the tray.

Guarding ends only where the user has said so. Where the tray goes away while the window is hidden in it, the window
comes back, minimised: else nothing would be left to open it by.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from monitor.language import tr
from ui.closing import ask_what_closing_does, ask_whether_to_stop
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.tray import Tray

NO_TRAY = tr("This desktop has no tray: the window was minimised, and goes on guarding.")
TRAY_GONE = tr("The tray has gone: the window came back, minimised, and goes on guarding.")
LOOK_MS = 10_000  # how often it is asked whether the tray is still there


class Leaving(QObject):
    """Decides what closing and quitting do.

    Args:
        held: how many positions of the user are open.
        asks: whether the user is asked at all; not where the program ends by itself.

    Signals:
        ended: the program shall end. told: a sentence for the user.
    """

    ended = Signal()
    told = Signal(str)

    def __init__(
        self, main: MainWindow, tray: Tray, memory: Memory, *, held: Callable[[], int], asks: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._main, self._tray, self._memory = main, tray, memory
        self._held, self._asks = held, asks
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look_after_tray)

    def close(self) -> None:
        """The window's close button: hide, minimise or end."""
        if not self._asks or not self._held():
            self.ended.emit()
            return
        closing = self._memory.state.closing
        if closing == "ask":
            answer = ask_what_closing_does(self._main, tray=self._tray.available)
            if answer is None:
                return
            closing, remember = answer
            if remember:
                self._memory.keep(closing=closing)
        if closing == "stop guarding":
            self.ended.emit()
        elif self._tray.available:
            self._main.hide()
            self._look.start()
        else:
            self._minimise(NO_TRAY)

    def quit(self) -> None:
        """End, after a question while positions are open."""
        held = self._held()
        if not self._asks or not held or ask_whether_to_stop(self._main, held):
            self.ended.emit()

    def look_after_tray(self) -> None:
        """Bring the window back where it was hidden in a tray that is there no more."""
        if self._main.isVisible():
            self._look.stop()
        elif not self._tray.available:
            self._minimise(TRAY_GONE)

    def _minimise(self, sentence: str) -> None:
        self._look.stop()
        self._main.showMinimized()
        self.told.emit(sentence)
