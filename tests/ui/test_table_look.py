"""The positions as the user looks at them: groups, columns left out, looks kept by name, rows as text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui import risk_sample, sample
from ui.positions_pane import PositionsPane
from ui.risk_fields import RISK_FIELDS
from ui.table_export import FIELDS, as_text, write_csv
from ui.table_look import MOST_LOOKS, TableLook, with_look
from ui.theme import DARK, Theme
from ui.view import View

RISKY = next(row for row in risk_sample.update().positions if row.beyond and row.beyond.exit_cost.slippage)


@pytest.fixture
def pane(qtbot: QtBot) -> PositionsPane:
    theme = Theme()
    theme.use(DARK)
    made = PositionsPane(theme)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.show_view(View(update=sample.update(), now_ms=sample.NOW_MS))
    return made


def groups(pane: PositionsPane) -> list[str]:
    return [pane.model.group_of(row) for number, row in enumerate(pane.model.rows) if pane.model.begins_group(number)]


def titles(pane: PositionsPane) -> list[str]:
    columns = pane.model.columns
    return [column.title for number, column in enumerate(columns) if not pane.table.isColumnHidden(number)]


def test_a_group_stands_together_and_the_most_endangered_one_first(pane: PositionsPane) -> None:
    pane.use_look(TableLook(group="account"))
    assert groups(pane) == ["Binance · Main", "Bitget · Alts", "Bybit · Swing", "OKX · Basis"]


def test_a_group_says_what_it_holds(pane: PositionsPane) -> None:
    pane.use_look(TableLook(group="account"))
    assert pane.model.group_words(0).startswith("3 positions · −")


def test_a_group_hides_its_amount_where_amounts_are_hidden(pane: PositionsPane) -> None:
    pane.use_look(TableLook(group="account"))
    pane.show_view(View(update=sample.update(), now_ms=sample.NOW_MS, hide_amounts=True))
    assert not any(letter.isdigit() for letter in pane.model.group_words(0).split(" · ")[1])


def test_the_first_row_of_a_group_makes_room_for_its_name(pane: PositionsPane) -> None:
    pane.use_look(TableLook(group="account"))
    assert pane.table.rowHeight(0) > pane.table.rowHeight(1)


def test_qt_finds_no_fault_in_groups_that_change(pane: PositionsPane, qtmodeltester: ModelTester) -> None:
    pane.use_look(TableLook(group="coin"))
    rows = sample.positions()
    pane.show_view(View(update=sample.update(positions=rows[3:]), now_ms=sample.NOW_MS))
    pane.use_look(TableLook(group="account"))
    pane.show_view(View(update=sample.update(positions=rows[::2]), now_ms=sample.NOW_MS))
    qtmodeltester.check(pane.model)


def test_a_column_left_out_is_not_shown(pane: PositionsPane) -> None:
    pane.use_look(TableLook(hidden=("Stop",)))
    assert "Stop" not in titles(pane)


def test_what_tells_how_far_it_is_cannot_be_left_out(pane: PositionsPane) -> None:
    pane.use_look(TableLook(hidden=("Position", "Distance to liquidation")))
    assert {"Position", "Distance to liquidation"} <= set(titles(pane))


def test_a_look_is_kept_by_name_and_told(pane: PositionsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.look_changed) as told:
        pane.keep_look(TableLook(name="Shorts", words="short"))
    assert told.args is not None
    assert told.args[1] == (TableLook(name="Shorts", words="short"),)
    assert {row.risk.side for row in pane.model.rows} == {"short"}


def test_filtering_by_hand_is_no_longer_the_kept_look(pane: PositionsPane) -> None:
    pane.keep_look(TableLook(name="Shorts", words="short"))
    pane.filter.setText("long")
    assert pane.look.name == ""


def test_a_look_of_another_version_is_used_as_far_as_it_goes(pane: PositionsPane) -> None:
    pane.use_look(TableLook(segment="Gone", hidden=("Gone", "Stop")))
    assert pane.look.hidden == ("Stop",)
    assert len(pane.model.rows) == 9


def test_only_so_many_looks_are_kept() -> None:
    looks: tuple[TableLook, ...] = ()
    for number in range(MOST_LOOKS + 5):
        looks = with_look(looks, TableLook(name=str(number)))
    assert len(looks) == MOST_LOOKS
    assert looks[-1].name == str(MOST_LOOKS + 4)


def test_the_menu_offers_the_kept_looks(pane: PositionsPane) -> None:
    pane.keep_look(TableLook(name="R&D"))
    menu = pane.open_menu(pane.mapToGlobal(pane.rect().center()))
    words = [action.text() for part in menu.findChildren(QMenu) for action in part.actions()]
    menu.close()
    assert "R&&D" in words


def test_copied_figures_are_raw_and_full(pane: PositionsPane) -> None:
    pane.table.selectRow(0)
    pane.copy_rows(everything=False)
    head, row = QGuiApplication.clipboard().text().splitlines()
    cells = dict(zip(head.split("\t"), row.split("\t"), strict=True))
    assert float(cells["liquidation_distance"]) == pane.model.rows[0].risk.liquidation_distance


def test_copying_without_a_selection_says_so(pane: PositionsPane, qtbot: QtBot) -> None:
    pane.table.clearSelection()
    pane.table.setCurrentIndex(pane.model.index(-1, -1))
    with qtbot.waitSignal(pane.told) as told:
        pane.copy_rows(everything=False)
    assert told.args == ["Nothing is copied: no position is selected."]


def test_the_file_holds_the_rows_that_are_shown(pane: PositionsPane, tmp_path: Path) -> None:
    pane.use_look(TableLook(words="short"))
    pane.write_rows(tmp_path / "positions.csv")
    with (tmp_path / "positions.csv").open(encoding="utf-8-sig", newline="") as page:
        assert {row["side"] for row in csv.DictReader(page)} == {"short"}


def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    pane: PositionsPane, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pane.told) as told:
        pane.write_rows(tmp_path / "missing" / "positions.csv")
    assert told.args == ["positions.csv could not be written: No such file or directory."]
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_figure_is_an_empty_cell_and_never_zero() -> None:
    row = replace(sample.positions()[0], liquidation_price=None)
    cells = as_text((row,), sample.NOW_MS, separator=",").splitlines()[1].split(",")
    assert cells[1 + FIELDS.index("liquidation_price")] == ""


def test_an_empty_word_is_an_empty_cell() -> None:
    row = replace(sample.positions()[0], pool_id="")
    head, cells = as_text((row,), sample.NOW_MS, separator=",").splitlines()
    assert "'" not in cells
    assert len(cells.split(",")) == len(head.split(","))


def test_what_lies_beyond_liquidation_is_written_too_and_is_empty_where_it_is_not_reckoned() -> None:
    head, with_it, without = as_text((RISKY, replace(RISKY, beyond=None)), sample.NOW_MS, separator=",").splitlines()
    cells = dict(zip(head.split(","), with_it.split(","), strict=True))
    assert RISKY.beyond is not None
    assert float(cells["exit_slippage"]) == RISKY.beyond.exit_cost.slippage
    assert float(cells["touch_24h_high"]) == RISKY.beyond.touch.spans[2].high
    assert set(without.split(",")[-len(RISK_FIELDS) :]) == {""}


def test_a_venues_word_never_becomes_a_formula(tmp_path: Path) -> None:
    row = replace(sample.positions()[0], symbol="=1+1/USDT:USDT")
    write_csv(tmp_path / "x.csv", (row,), sample.NOW_MS)
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as page:
        assert next(csv.DictReader(page))["symbol"] == "'=1+1/USDT:USDT"
