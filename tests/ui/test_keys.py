"""The keys: each one on the sheet does what it says, wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import Acknowledge, Focus, Message, MuteAll, Resync
from tests.ui import sample
from tests.ui.screenshots import SIZES, window_with
from ui.detail_pane import LADDER, RISK, TIMELINE, WHAT_IF
from ui.key_sheet import KEYS
from ui.main_window import MainWindow
from ui.theme import Theme

ASKS = {
    "Ctrl+R": "rules_requested",
    "Ctrl+H": "history_requested",
    "Ctrl+N": "channels_requested",
    "Ctrl+J": "journal_requested",
    "Ctrl+,": "settings_requested",
    "Ctrl+Shift+T": "test_alarm_requested",
    "Ctrl+T": "self_test_requested",
    "F9": "mini_strip_requested",
    "Shift+F9": "mini_through_toggled",
    "P": "privacy_changed",
    "Ctrl+L": "theme_toggled",
    "Ctrl+A": "accounts_requested",
    "Ctrl+Shift+S": "stress_requested",
    "Ctrl+K": "calculator_requested",
    "Ctrl+D": "demo_panel_requested",
    "F1": "guide_requested",
    "?": "keys_requested",
    "Ctrl+Q": "quit_requested",
}
Told = list[Message]
FIRST, SECOND = sample.positions()[:2]


def opened(_window: MainWindow, _told: Told) -> bool:
    """Whether a menu is open; it is closed again."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    return menu is not None


DOES: dict[str, Callable[[MainWindow, Told], bool]] = {
    "Space": lambda _window, told: told == [Acknowledge(key=sample.alerts()[0].key)],
    "Shift+Space": lambda _window, told: len(told) >= 2 and all(isinstance(one, Acknowledge) for one in told),
    "S": opened,
    "M": lambda _window, told: told == [MuteAll(seconds=600)],
    "J": lambda _window, told: told == [Focus(position_key=SECOND.key, timeframe="15m")],
    "K": lambda window, _told: window.positions.table.currentIndex().row() == 0,
    "/": lambda window, _told: window.positions.filter.hasFocus(),
    "1 … 9": lambda window, _told: window.positions.filter.text() == "Main",
    "Esc": lambda window, _told: window.positions.filter.text() == "",
    "Ctrl+C": lambda _window, _told: "SOL/USDT" in QGuiApplication.clipboard().text(),
    "Ctrl+Shift+C": lambda _window, _told: QGuiApplication.clipboard().text().count("\n") >= len(sample.positions()),
    "Ctrl+E": lambda window, _told: bool(window.property("asked for a file")),
    "W": lambda window, _told: window.detail.tab == WHAT_IF,
    "L": lambda window, _told: window.detail.tab == LADDER,
    "R": lambda window, _told: window.detail.tab == RISK,
    "T": lambda window, _told: window.detail.tab == TIMELINE,
    "F5": lambda _window, told: told == [Resync()],
    "F10": opened,
}


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    made = window_with(theme, sample.update(), SIZES[0], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    made.activateWindow()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_asked: (made.setProperty("asked for a file", True), ("", ""))[1]
    )
    return made


def press(widget: QWidget, keys: str) -> None:
    """Press keys as the sheet writes them."""
    written = {"1 … 9": "1", "?": "?"}.get(keys, keys)
    pressed = QKeySequence(written)[0]
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def test_what_is_tested_is_the_sheet() -> None:
    assert {key for _, keys in KEYS for key, _ in keys} == {*ASKS, *DOES, "Z"}


@pytest.mark.parametrize("keys", ASKS)
def test_a_key_asks_for_what_the_sheet_says(window: MainWindow, qtbot: QtBot, keys: str) -> None:
    with qtbot.waitSignal(getattr(window, ASKS[keys]), timeout=2_000):
        press(window.positions.table, keys)


@pytest.mark.parametrize("keys", DOES)
def test_a_key_does_what_the_sheet_says(window: MainWindow, told: Told, qtbot: QtBot, keys: str) -> None:
    press(window.positions.table, keys)
    qtbot.waitUntil(lambda: DOES[keys](window, told), timeout=2_000)


def test_z_brings_the_chart_back_to_now(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, sample.update(), SIZES[0])
    window.may_close = True
    qtbot.addWidget(window)
    chart = window.chart._chart
    assert chart is not None
    chart.follows = False  # as after a zoom
    press(window.positions.table, "Z")
    assert chart.follows


def test_the_keys_work_wherever_the_keyboard_is_but_in_a_field_where_one_types(
    window: MainWindow, told: Told, qtbot: QtBot
) -> None:
    deaf = []
    places = [
        one for one in window.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for widget in places:
        widget.setFocus()
        told.clear()
        press(widget, "F5")
        press(widget, "M")
        heard = told == [Resync(), MuteAll(seconds=600)]
        if heard is (widget is window.positions.filter):
            deaf.append(f"{type(widget).__name__} {widget.accessibleName()!r}: {told}")
    assert deaf == []


def test_a_number_shows_one_account_and_all_again(window: MainWindow) -> None:
    count = window.positions.model.rowCount()
    press(window.positions.table, "4")
    assert window.positions.filter.text() == "Alts"
    assert 0 < window.positions.model.rowCount() < count
    press(window.positions.table, "4")
    assert window.positions.model.rowCount() == count


def test_escape_leaves_the_what_if_first_and_clears_the_filter_then(window: MainWindow) -> None:
    window.positions.filter.setText("SOL")
    window.detail.toggle_what_if()
    press(window.positions.table, "Esc")
    assert (window.detail.tab == WHAT_IF, window.positions.filter.text()) == (False, "SOL")
    press(window.positions.table, "Esc")
    assert window.positions.filter.text() == ""


def test_a_key_that_opens_a_page_works_from_the_what_if_and_shows_its_tab(window: MainWindow) -> None:
    window.detail.toggle_what_if()
    window.positions.table.setFocus()
    for key, tab in (("L", LADDER), ("R", RISK), ("T", TIMELINE)):
        press(window.positions.table, key)
        assert window.detail.tab == tab
        assert window.detail.buttons[tab].isChecked()


def test_letters_typed_after_a_slash_before_the_first_figures_filter_what_comes(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, None, SIZES[0], chart=False)
    qtbot.addWidget(window)
    for key in ("/", *"sol"):
        QTest.keyClick(window.windowHandle(), key)
    window._show_now()  # as each second, still without an answer
    window.set_update(sample.update())
    window._show_now()
    assert window.positions.filter.text() == "sol"
    assert [row.risk.symbol for row in window.positions.model.rows] == ["SOL/USDT:USDT"]
    window.may_close = True


def test_a_slash_opens_no_filter_where_there_is_no_account(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, sample.update(accounts=(), positions=()), SIZES[0], chart=False)
    qtbot.addWidget(window)
    QTest.keyClick(window.windowHandle(), "/")
    assert not window.positions.filter.isVisible()
    window.may_close = True
