"""The sheet of keys says what the window does."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.key_sheet import KEYS, KeySheet
from ui.main_window import MainWindow
from ui.theme import LIGHT, Theme

SHEET = {key for _, keys in KEYS for key, _ in keys} - {"1 … 9"} | set("123456789")


@pytest.fixture
def keys(qtbot: QtBot) -> set[str]:
    """Every key that an action of the window has or names."""
    window = MainWindow(Theme(), version="0")
    qtbot.addWidget(window)
    shortcuts = {action.shortcut().toString(QKeySequence.SequenceFormat.PortableText) for action in window.actions()}
    named = {action.text().partition("\t")[2] for action in window.actions()}
    return (shortcuts | named) - {""}


def test_every_key_of_the_window_is_on_the_sheet(keys: set[str]) -> None:
    assert keys - SHEET == set()


def test_every_key_on_the_sheet_does_something(keys: set[str]) -> None:
    assert SHEET - keys == {"Esc"}  # a key press of the window, no action


def test_it_can_be_shown(qtbot: QtBot) -> None:
    sheet = KeySheet(Theme())
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.windowTitle() == "Keys"


@pytest.mark.usefixtures("qtbot")
def test_a_sheet_that_is_gone_does_not_mind_another_theme() -> None:
    theme = Theme()
    sheet = KeySheet(theme)
    shiboken6.delete(sheet)
    theme.use(LIGHT)
