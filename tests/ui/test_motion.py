"""Reduced motion: heard from the desktop while the program runs, and then nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from tests.keyring_session import needs_keyring
from tests.ui import sample
from tests.ui.all_windows import every_window
from tests.ui.desktop import Pipes, portal, set_to, started
from tests.ui.screenshots import application
from ui import app as program
from ui.popup import STAY_MS, AlertPopup
from ui.theme import DARK, Theme

__all__ = ["portal"]  # what pytest finds here


@needs_keyring  # for its bus
def test_what_the_desktop_asks_for_is_heard_at_the_start_and_while_it_runs(portal: Pipes) -> None:
    set_to(portal, "org.gnome.desktop.interface enable-animations b false")
    with started("motion_program.py") as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline() == "reduced True\n"
        set_to(portal, "org.gnome.desktop.interface enable-animations b true")
        assert listener.stdout.readline() == "reduced False\n"
        set_to(portal, "org.freedesktop.appearance reduced-motion u 1")
        assert listener.stdout.readline() == "reduced True\n"
        listener.terminate()


@pytest.fixture
def still(qtbot: QtBot) -> Iterator[Theme]:
    """A theme with reduced motion, on the application."""
    theme = Theme()
    theme.still = True
    before = QApplication.cursorFlashTime()
    program.dress(application(), theme)
    yield theme
    QApplication.setCursorFlashTime(before)
    application().setStyleSheet("")


def test_nothing_in_any_window_moves_by_itself(still: Theme) -> None:
    moving = []
    for name, window in every_window(still):
        bars = [bar for bar in window.findChildren(QProgressBar) if bar.minimum() == bar.maximum()]
        animations = [one for one in window.findChildren(QPropertyAnimation) if one.state() != one.State.Stopped]
        if bars or animations:
            moving.append(name)
    assert moving == []


def test_a_bar_stands_or_moves_as_the_setting_is_changed(still: Theme, qtbot: QtBot) -> None:
    from ui.dialog_style import WaitingBar

    bar = WaitingBar(still)
    qtbot.addWidget(bar)
    assert bar.maximum() > 0
    still.still = False
    still.use(DARK)
    assert bar.maximum() == 0


def test_no_cursor_blinks(still: Theme) -> None:
    assert QApplication.cursorFlashTime() == 0
    still.still = False
    still.use(DARK)
    assert QApplication.cursorFlashTime() > 0


@pytest.mark.parametrize("is_still", [True, False])
def test_a_card_goes_at_once_where_motion_is_reduced(still: Theme, qtbot: QtBot, is_still: bool) -> None:
    still.still = is_still
    popup = AlertPopup(still, square=True)
    qtbot.addWidget(popup)
    warning = next(event for event in sample.events() if event.level == 1 or STAY_MS[event.level] is not None)
    popup.tell(warning)
    popup._fade(warning.key)
    assert (warning.key in popup.keys) is not is_still
