"""Every window of the program in use, with the sample: one after another, for tests and pictures that look at all."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.ui import detail_sample, risk_sample, sample
from tests.ui.beside import ICONS, WINDOWS
from tests.ui.screenshots import DETAILS, SIZES, open_detail, window_with
from tests.ui.settings_sample import FAILED
from ui.demo_panel import DemoPanel
from ui.theme import Theme
from ui.tray import Tray

Named = Iterator[tuple[str, QWidget]]


def every_window(theme: Theme) -> Named:
    """Build and show each window in turn; it is closed when the next one is asked for."""
    for make in (main_windows, small_windows):
        for name, window in make(theme):
            settle()
            yield name, window
            if hasattr(window, "may_close"):
                window.may_close = True
            if isValid(window):  # it may have been closed, and gone with that
                window.close()
                window.deleteLater()
            settle()


def settle() -> None:
    """Let the program paint and answer what waits."""
    for _ in range(4):
        QApplication.processEvents()


def main_windows(theme: Theme) -> Named:
    """The main window in its states, and each tab of its detail."""
    size = SIZES[1]
    tested = sample.update(self_test=FAILED)
    for state, update in {"main": tested, **sample.states()}.items():
        yield state, window_with(theme, update, size)
    yield "small", window_with(theme, tested, SIZES[2])
    silent = window_with(theme, sample.update(), size)
    silent.set_lost("The engine has ended unexpectedly.")
    silent.set_silent(4.0)
    silent._show_now()
    yield "silent", silent
    for name in DETAILS:
        risk = name.startswith("risk")
        window = window_with(theme, risk_sample.update() if risk else detail_sample.detail_update(), size)
        open_detail(window, name)
        yield name, window
    window = window_with(theme, risk_sample.update(), SIZES[0])
    window.positions.use_look(window.positions.look.__class__(added=window.positions.more_titles()))
    window._show_now()
    yield "columns", window
    menu = window.positions.open_menu(QPoint(0, 0))
    yield "table-menu", menu


def small_windows(theme: Theme) -> Named:
    """Every window beside the main one, and the tray's menu."""
    for name, make in WINDOWS.items():
        if name == ICONS:
            continue
        window = make(theme)
        window.show()
        yield name, window
        if isinstance(window, DemoPanel):
            window.close_worker()
    tray = Tray()
    tray.set_update(sample.update())
    yield "tray-menu", tray.menu
