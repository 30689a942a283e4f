"""The table model: Qt's own checks, filters, order, what it tells, and positions that have ended."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent, Update
from tests.ui import sample
from ui.columns import POSITION_COLUMNS
from ui.table_model import ACCESSIBLE_TEXT, GONE_MS, PositionsModel
from ui.view import View

ALL = range(100)


def view(update: Update | None = None, now_ms: int = sample.NOW_MS, **changes: object) -> View:
    return View(update=update or sample.update(), now_ms=now_ms, **changes)  # type: ignore[arg-type]


@pytest.fixture
def model(qtbot: QtBot) -> PositionsModel:
    made = PositionsModel(POSITION_COLUMNS)
    made.show_view(view(), ALL)
    return made


def symbols(model: PositionsModel) -> list[str]:
    return [row.risk.symbol.split("/")[0] for row in model.rows]


def without(symbol: str) -> Update:
    return sample.update(positions=tuple(row for row in sample.positions() if not row.symbol.startswith(symbol)))


def test_qt_finds_no_fault_while_rows_come_go_and_move(model: PositionsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.show_view(view(without("ETH")), ALL)
    model.choose(1, "main")
    model.choose(0, "")
    rows = sample.positions()
    worse = replace(rows[8], unknown="", liquidation_distance=0.001, liquidation_price=0.5905)
    model.show_view(view(sample.update(positions=(worse, *rows[:8]))), ALL)
    qtmodeltester.check(model)
    assert symbols(model)[0] == "XRP"


def test_the_segments_count_what_they_show(model: PositionsModel) -> None:
    counts = model.counts()
    for number, count in enumerate(counts):
        model.choose(number, "")
        assert model.rowCount() == count
    assert counts[0] == 9
    assert counts[2] == 3


def test_the_counts_stay_true_while_rows_change_come_and_go(model: PositionsModel) -> None:
    dice = random.Random(3)
    rows = list(sample.positions())
    for step in range(1, 120):
        place = dice.randrange(len(rows))
        changed = replace(rows[place], level=dice.randrange(4), stop_cover=dice.choice((None, 0.0, 1.0)))
        rows[place] = replace(changed, unknown=dice.choice(("", "", "no tiers")))
        if dice.random() < 0.2:
            rows = list(dice.sample(sample.positions(), k=dice.randrange(3, 9)))
        seen = view(sample.update(positions=tuple(rows)), now_ms=sample.NOW_MS + 250 * step)
        model.show_view(seen, ALL)
        fresh = PositionsModel(POSITION_COLUMNS)
        fresh.show_view(seen, ALL)
        assert model.counts() == fresh.counts()


def test_both_sides_of_one_symbol_in_one_account_are_hedged(model: PositionsModel) -> None:
    first = sample.positions()[0]
    other = replace(first, side="long")
    model.show_view(view(sample.update(positions=(first, other, *sample.positions()[1:]))), ALL)
    assert model.counts()[3] == 2


def test_the_filter_finds_symbol_account_and_venue(model: PositionsModel) -> None:
    for words, expected in (("doge", ["DOGE"]), ("swing", ["AVAX", "LINK"]), ("okx btc", ["BTC"]), ("nothing", [])):
        model.choose(0, words)
        assert symbols(model) == expected


def test_nothing_moves_while_the_mouse_is_over_the_table(model: PositionsModel) -> None:
    model.frozen = True
    rows = sample.positions()
    worse = replace(rows[1], liquidation_distance=0.001)
    model.show_view(view(sample.update(positions=(worse, rows[0], *rows[2:]))), ALL)
    assert symbols(model)[:2] == ["SOL", "PEPE"]
    model.frozen = False
    model.show_view(view(sample.update(positions=(worse, rows[0], *rows[2:]))), ALL)
    assert symbols(model)[:2] == ["PEPE", "SOL"]


def test_only_cells_whose_text_changed_are_told(model: PositionsModel, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), top.column() * 100 + bottom.column())))
    model.show_view(view(), ALL)
    assert told == []
    rows = sample.positions()
    richer = replace(rows[0], unrealized_pnl=-100.0)
    model.show_view(view(sample.update(positions=(richer, *rows[1:]))), ALL)
    assert told == [(0, 505)]


def test_a_new_level_repaints_the_whole_row_though_no_text_changed(model: PositionsModel) -> None:
    told: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), top.column(), bottom.column())))
    rows = sample.positions()
    model.show_view(view(sample.update(positions=(*rows[:4], replace(rows[4], level=1), *rows[5:]))), ALL)
    assert told == [(4, 0, len(model.columns) - 1)]


def test_a_selection_follows_its_position_when_rows_move(model: PositionsModel) -> None:
    persistent = QPersistentModelIndex(model.index(3, 0))
    rows = sample.positions()
    worse = replace(rows[8], unknown="", liquidation_distance=0.001)
    model.show_view(view(sample.update(positions=(worse, *rows[:8]))), ALL)
    assert model.rows[persistent.row()].risk.symbol == "DOGE/USDT:USDT"


def end(kind: str) -> AlertEvent:
    key = sample.positions()[0].key
    return AlertEvent(
        id=9, at_ms=sample.NOW_MS, key="x", family="RISK", kind=kind, level=3, reason=kind, notify=True, title="",
        text="", account_id="Main", position_key=key,
    )  # fmt: skip


def test_a_position_closed_by_auto_deleveraging_says_so(model: PositionsModel) -> None:
    model.add_end(end("deleveraged"))
    model.show_view(view(without("SOL")), ALL)
    assert "CLOSED BY ADL" in str(model.data(model.index(8, 4)))


def test_a_liquidated_position_stays_a_minute_and_says_so(model: PositionsModel) -> None:
    model.add_end(end("liquidated"))
    model.show_view(view(without("SOL")), ALL)
    assert symbols(model)[-1] == "SOL"
    assert "LIQUIDATED" in str(model.data(model.index(8, 4)))
    model.show_view(view(without("SOL"), sample.NOW_MS + GONE_MS), ALL)
    assert "SOL" not in symbols(model)


def test_a_position_that_comes_back_stands_among_the_open_ones(model: PositionsModel) -> None:
    model.add_end(end("liquidated"))
    model.show_view(view(without("PEPE")), ALL)
    model.show_view(view(), ALL)
    assert model.counts()[0] == 9
    assert not any(row.end for row in model.rows)


def test_a_position_that_is_over_is_not_counted(model: PositionsModel) -> None:
    model.add_end(end("closed"))
    model.show_view(view(without("SOL")), ALL)
    assert model.counts()[0] == 8


def test_a_stale_row_says_how_old_it_is(model: PositionsModel) -> None:
    model.show_view(view(sample.blind_update()), ALL)
    assert f"47{chr(0x202F)}s old" in str(model.data(model.index(0, 0)))


def test_a_row_reads_as_a_sentence(model: PositionsModel) -> None:
    spoken = str(model.data(model.index(0, 0), ACCESSIBLE_TEXT)).replace(chr(0x202F), " ")
    assert spoken == "SOL/USDT short on Main, 3.1 % to liquidation, critical"


def test_an_unknown_liquidation_says_why(model: PositionsModel) -> None:
    last = model.index(8, 3)
    assert str(model.data(last)).startswith("—")
    assert "no leverage brackets" in str(model.columns[3].tip(model.rows[8], model.view))


def test_a_disagreement_with_the_venue_is_shown(model: PositionsModel) -> None:
    assert "venue 3,155.90" in str(model.data(model.index(2, 3)))
    assert "venue" not in str(model.data(model.index(0, 3)))


def test_an_invalid_index_has_no_data(model: PositionsModel) -> None:
    assert model.data(QModelIndex()) is None


def test_hidden_amounts_are_nowhere_in_the_table(model: PositionsModel) -> None:
    model.show_view(view(hide_amounts=True), ALL)
    for column in range(8):
        said = str(model.data(model.index(0, column)))
        assert not any(figure in said for figure in ("4,200", "766,332", "23,604"))
