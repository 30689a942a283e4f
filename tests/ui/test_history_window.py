"""The history window: it asks when it is looked at, breaks lines where nobody watched, and exports what it shows."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from monitor.messages import AccountSeries, AskHistory, EndedPosition, HistoryAnswer, SeriesPoint
from ui import format as fmt
from ui.ended_model import EndedModel
from ui.history_window import CHARTS, ENDED, HistoryWindow
from ui.small_chart import runs
from ui.theme import Theme

NOW = 1_700_000_000_000
ONE = EndedPosition(
    at_ms=NOW, account_id="Alts", symbol="WIF/USDT:USDT", side="long", margin_mode="isolated", settle="USDT",
    how="liquidated", text="<b>closed by force</b>", first_seen_ms=None, size_base=12_400.0, entry_price=2.11,
    last_mark=1.942, tick_size=0.0001, last_pnl=-2083.25,
)  # fmt: skip
POINTS = (
    SeriesPoint(at_ms=NOW - 60_000, equity=100.5, ratio=0.2, distance=math.inf),
    SeriesPoint(at_ms=NOW - 30_000, equity=None, ratio=None, distance=None),
)
SERIES = AccountSeries(account_id="=Main", settle="USDT", step_ms=30_000, points=POINTS)


def answer(number: int, **changes: object) -> HistoryAnswer:
    values = {"since_ms": NOW - 3_600_000, "until_ms": NOW, "accounts": (SERIES,), "ended": (ONE,), **changes}
    return HistoryAnswer(request_id=number, **values)  # type: ignore[arg-type]


@pytest.fixture
def window(qtbot: QtBot) -> HistoryWindow:
    made = HistoryWindow(Theme())
    qtbot.addWidget(made)
    return made


def test_it_asks_when_it_is_shown_and_when_another_span_is_chosen(window: HistoryWindow) -> None:
    asked: list[AskHistory] = []
    window.sent.connect(asked.append)
    window.show()
    window._span_buttons.button(3).click()
    assert [one.span_ms // 3_600_000 for one in asked] == [24, 168]


def test_how_a_position_ended_is_a_shape_and_a_word(qapp: QApplication) -> None:
    model = EndedModel(Theme())
    model.show_rows((ONE,), hide_amounts=False)
    assert model.index(0, 1).data() == "LIQUIDATED"
    assert not model.index(0, 1).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(0, 2).data(Qt.ItemDataRole.DecorationRole) is None


def test_an_answer_to_an_older_question_is_not_shown(window: HistoryWindow) -> None:
    window.ask()
    window.ask()
    window.show_answer(answer(1))
    assert not window._rows
    window.show_answer(answer(2))
    assert len(window._rows) == 1


def test_no_answer_keeps_what_is_shown_and_says_so(window: HistoryWindow) -> None:
    window.ask()
    window.show_answer(answer(1))
    window.ask()
    window.show_answer(answer(2, error="The database does not answer.", accounts=(), ended=()))
    assert window._state.text() == "The database does not answer."
    assert len(window._rows) == 1


def test_a_gap_and_an_unknown_break_the_line() -> None:
    points = ((0, 1.0), (30, 2.0), (200, 3.0), (230, None), (260, 4.0))
    assert runs(points, 30) == [[(0, 1.0), (30, 2.0)], [(200, 3.0)], [(260, 4.0)]]


def test_an_account_without_a_reachable_liquidation_reads_none_and_an_unknown_a_dash(window: HistoryWindow) -> None:
    line = window._lines(SERIES)[2]
    assert [line.write(value) for _, value in line.points] == ["none", fmt.UNKNOWN]


def test_qt_finds_no_fault_in_the_model_of_what_has_ended(qtmodeltester: ModelTester) -> None:
    model = EndedModel(Theme())
    qtmodeltester.check(model)
    for rows in ((ONE,), (ONE, ONE, ONE), (ONE,), ()):
        model.show_rows(rows, hide_amounts=False)
        qtmodeltester.check(model)


def test_amounts_are_hidden_and_prices_are_not(qtbot: QtBot) -> None:
    model = EndedModel(Theme())
    model.show_rows((ONE,), hide_amounts=True)
    texts = [str(model.data(model.index(0, column))) for column in range(model.columnCount())]
    assert texts.count(fmt.HIDDEN) == 2
    assert "1.9420" in texts


def test_markup_of_a_venue_stays_text(qtbot: QtBot) -> None:
    model = EndedModel(Theme())
    model.show_rows((ONE,), hide_amounts=False)
    assert "&lt;b&gt;" in str(model.data(model.index(0, 0), 3))


def test_both_pages_are_written_raw_with_empty_for_unknown(window: HistoryWindow, tmp_path: Path) -> None:
    window.ask()
    window.show_answer(answer(1))
    window.write(tmp_path / "a.csv", CHARTS)
    window.write(tmp_path / "b.csv", ENDED)
    accounts = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert accounts[1].endswith("'=Main,USDT,100.5,0.2,inf")
    assert accounts[2].endswith("'=Main,USDT,,,")
    assert "-2083.25" in (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
