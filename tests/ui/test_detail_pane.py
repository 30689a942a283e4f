"""The detail's tabs: made when opened, keys, what each asks, and what each says of what is not known."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import AskExplanation, AskTimeline, Message
from tests.ui import detail_sample, sample
from tests.ui.screenshots import DETAILS, SIZES, application, dress, open_detail, window_with
from ui.detail import since_entry
from ui.detail_pane import TABS
from ui.main_window import MainWindow
from ui.stops_page import sentences_of, why_unknown
from ui.theme import DARK, LIGHT, Theme, Tokens
from ui.timeline_picture import runs


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = window_with(theme, detail_sample.detail_update(), SIZES[1], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    return made


def names(widget: QWidget) -> str:
    return "\n".join(child.accessibleName() for child in widget.findChildren(QWidget) if child.isVisible())


# ---------------------------------------------------------------- tabs


def test_a_page_is_made_when_it_is_first_opened(window: MainWindow) -> None:
    detail = window.detail
    assert (detail.what_if, detail.stops, detail.timeline, detail.explain) == (None, None, None, None)
    for name in TABS:
        detail.open_tab(name)
        assert detail.buttons[name].isChecked()
    assert None not in (detail.what_if, detail.stops, detail.timeline, detail.explain)


def test_a_low_window_has_chart_or_ladder_and_a_tall_one_both(theme: Theme, window: MainWindow, qtbot: QtBot) -> None:
    assert (window.chart.isVisible(), window.ladder.isVisible()) == (True, False)
    QTest.keyClick(window, Qt.Key.Key_L)
    assert (window.chart.isVisible(), window.ladder.isVisible()) == (False, True)
    tall = window_with(theme, sample.update(), SIZES[0], chart=False)
    tall.may_close = True
    qtbot.addWidget(tall)
    assert (tall.chart.isVisible(), tall.ladder.isVisible()) == (True, True)


def test_a_mark_at_the_entry_has_gone_nowhere() -> None:
    row = sample.positions()[0]
    marks = [row.entry_price * factor for factor in (1.0, 1.00004, 0.9999)]
    moves = [since_entry(replace(row, mark_price=mark)) for mark in marks]
    assert moves == [0.0, 0.0, pytest.approx(-0.0001)]


def test_the_tabs_are_reached_by_keyboard(window: MainWindow) -> None:
    window.detail.buttons["Chart"].setFocus()
    QTest.keyClick(window.detail.buttons["Chart"], Qt.Key.Key_Right)
    assert window.detail.tab == "Ladder"
    QTest.keyClick(window, Qt.Key.Key_T)
    assert window.detail.tab == "Timeline"


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_figure_of_a_tab_is_clipped(theme: Theme, qtbot: QtBot, tokens: Tokens, size: tuple[int, int]) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    dress(application(), theme, tokens)
    made = window_with(theme, detail_sample.detail_update(), size, chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    for name in DETAILS:
        if not name.startswith("whatif"):
            open_detail(made, name)
            made.detail.grab()
    assert clipped == []
    for button in made.detail.buttons.values():
        assert button.width() >= button.sizeHint().width(), button.text()


# ---------------------------------------------------------------- stops


def test_the_stops_say_what_is_covered_and_what_is_wrong(window: MainWindow) -> None:
    window.detail.open_tab("Stops")
    said = names(window.detail).replace(chr(0x202F), " ")
    for words in ("Covered 2,900", "Not covered 1,300", "Beyond liquidation 400", "Not on the mark price 900"):
        assert words in said
    assert window.detail.stops is not None
    assert "never fill" in window.detail.stops.sentences.text()


def test_stops_that_were_not_read_are_unknown_and_not_none() -> None:
    risk = replace(sample.positions()[0], stop_cover=None)
    assert sentences_of(risk) == ()
    assert why_unknown(risk) == "The orders have not been read."


def test_hidden_amounts_are_hidden_in_the_stops(window: MainWindow) -> None:
    window.detail.open_tab("Stops")
    window.toggle_privacy()
    stops = window.detail.stops
    assert stops is not None
    said = stops.picture.accessibleName() + stops.sentences.text()
    for amount in ("2,900", "1,300", "1300", "4200", "24,800", "8,140"):
        assert amount not in said


# ---------------------------------------------------------------- timeline


def test_the_timeline_asks_for_the_selected_position_and_the_chosen_hours(
    window: MainWindow, told: list[Message]
) -> None:
    window.detail.open_tab("Timeline")
    page = window.detail.timeline
    assert page is not None
    page.choose(24)
    key = sample.positions()[0].key
    assert [message for message in told if isinstance(message, AskTimeline)] == [
        AskTimeline(request_id=1, position_key=key, hours=6),
        AskTimeline(request_id=2, position_key=key, hours=24),
    ]
    page.take(detail_sample.timeline(1))  # of the six hours
    assert page.picture.accessibleName() == "Timeline: nothing recorded yet"
    page.take(detail_sample.timeline(2))
    assert page.picture.accessibleName().endswith("3 alarms told")
    assert "SOL/USDT short is 3.1 % from liquidation" in page.events.accessibleName()


def test_a_line_breaks_where_nothing_was_recorded_or_known() -> None:
    marks = ((0, 1.0), (10, 2.0), (20, None), (30, 3.0), (90, 4.0))
    assert list(runs(marks, 30)) == [[(0, 1.0), (10, 2.0)], [(30, 3.0)], [(90, 4.0)]]


def test_the_timeline_of_another_position_is_not_shown(window: MainWindow, told: list[Message]) -> None:
    window.detail.open_tab("Timeline")
    page = window.detail.timeline
    assert page is not None
    page.take(detail_sample.timeline(1))
    window.focus_position(sample.positions()[1].key)
    window._show_now()
    assert page.picture.accessibleName() == "Timeline: nothing recorded yet"
    page.take(detail_sample.timeline(1))
    assert page.picture.accessibleName() == "Timeline: nothing recorded yet"


# ---------------------------------------------------------------- explain


def test_the_working_is_asked_for_shown_and_copied(window: MainWindow, told: list[Message], qtbot: QtBot) -> None:
    window.detail.open_tab("Explain")
    page = window.detail.explain
    assert page is not None
    assert [message for message in told if isinstance(message, AskExplanation)] == [
        AskExplanation(request_id=1, position_key=sample.positions()[0].key)
    ]
    page.take(detail_sample.explanation(1))
    assert "liquidation price 188.1232, shown as 188.12" in page.text.toPlainText()
    assert "As of 12:51:57" in page.state.text() or "14" in page.state.text()
    with qtbot.waitSignal(window.told, timeout=1000):
        page.copy.click()
    assert QGuiApplication.clipboard().text() == detail_sample.explanation().text


def test_a_line_of_the_working_does_not_break_within_a_bracket(window: MainWindow) -> None:
    window.detail.open_tab("Explain")
    page = window.detail.explain
    assert page is not None
    page.take(detail_sample.explanation(1))
    block = page.text.document().begin()
    while "at price p" not in block.text():
        block = block.next()
    assert "4,200 x\u00a0(p\u00a0−\u00a0176.84)" in block.text()


def test_a_working_of_another_position_is_not_shown(window: MainWindow, told: list[Message]) -> None:
    window.detail.open_tab("Explain")
    page = window.detail.explain
    assert page is not None
    page.take(detail_sample.explanation(1))
    window.focus_position(sample.positions()[1].key)
    window._show_now()
    assert page.text.toPlainText() == ""
    page.take(detail_sample.explanation(1))
    assert page.text.toPlainText() == ""


def test_a_working_is_hidden_with_the_amounts(window: MainWindow) -> None:
    window.detail.open_tab("Explain")
    page = window.detail.explain
    assert page is not None
    page.take(detail_sample.explanation(1))
    window.toggle_privacy()
    assert "Amounts are hidden" in page.text.toPlainText()
    window.toggle_privacy()
    assert "207,817.42" in page.text.toPlainText()
