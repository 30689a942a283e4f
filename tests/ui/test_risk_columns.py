"""The columns of what can be lost: asked for, unknown with its reason, a chance always a range."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from monitor.messages import Update
from tests.ui import risk_sample, sample
from ui.columns import SORTED_COLUMN
from ui.positions_pane import PositionsPane
from ui.risk_columns import RISK_COLUMNS
from ui.table_look import TableLook
from ui.table_model import Row
from ui.theme import DARK, Theme
from ui.view import View

TITLES = tuple(column.title for column in RISK_COLUMNS)


@pytest.fixture
def theme() -> Theme:
    made = Theme()
    made.use(DARK)
    return made


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> PositionsPane:
    made = PositionsPane(theme)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    show(made, risk_sample.update())
    return made


def show(pane: PositionsPane, update: Update, **changes: bool) -> None:
    pane.show_view(View(update=update, now_ms=sample.NOW_MS, **changes))


def shown(pane: PositionsPane) -> set[str]:
    columns = pane.model.columns
    return {column.title for number, column in enumerate(columns) if not pane.table.isColumnHidden(number)}


def row(update: Update, number: int = 0) -> Row:
    risk = update.positions[number]
    return Row(risk, next(one for one in update.accounts if one.account_id == risk.account_id), False)


def test_they_are_left_out_until_they_are_asked_for(pane: PositionsPane) -> None:
    assert not shown(pane) & set(TITLES)
    pane.use_look(TableLook(added=("Touch 24 h",)))
    assert shown(pane) & set(TITLES) == {"Touch 24 h"}


def test_all_of_them_drop_no_usual_column_and_are_scrolled_to(pane: PositionsPane) -> None:
    usual = shown(pane)
    pane.use_look(TableLook(added=TITLES))
    assert shown(pane) == usual | set(TITLES)
    assert pane.table.horizontalHeader().length() > pane.table.viewport().width()
    assert pane.table.columnWidth(SORTED_COLUMN) == pane.model.columns[SORTED_COLUMN].width
    pane.use_look(TableLook())
    assert pane.table.horizontalHeader().length() == pane.table.viewport().width()


def test_no_figure_of_theirs_is_clipped(pane: PositionsPane, theme: Theme) -> None:
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    pane.use_look(TableLook(added=TITLES))
    pane.resize(2600, 500)
    pane.grab()
    assert clipped == []


def test_what_is_not_shown_is_not_made_into_text(pane: PositionsPane) -> None:
    assert pane.model.texts(0)[-1] == ("", "")
    pane.use_look(TableLook(added=TITLES))
    assert pane.model.texts(0)[-1] != ("", "")


def test_the_menu_adds_one_and_takes_it_away(pane: PositionsPane) -> None:
    menu = pane.open_menu(pane.mapToGlobal(pane.rect().center()))
    action = next(one for part in menu.findChildren(QMenu) for one in part.actions() if one.text() == "ADL")
    action.trigger()
    menu.close()
    assert pane.look.added == ("ADL",)


@pytest.mark.parametrize("column", RISK_COLUMNS, ids=TITLES)
def test_what_is_not_reckoned_is_a_dash_with_its_reason(column: object) -> None:
    update = risk_sample.update()
    bare = row(replace(update, positions=(replace(update.positions[0], beyond=None),)))
    assert column.texts(bare, View())[0] == "—"  # type: ignore[attr-defined]
    assert "Unknown: only the 500" in column.tip(bare, View())  # type: ignore[attr-defined]


@pytest.mark.parametrize("column", RISK_COLUMNS, ids=TITLES)
def test_each_says_what_it_means_and_every_dash_why(column: object) -> None:
    update = risk_sample.update()
    for number in range(len(update.positions)):
        one = row(update, number)
        view = View(update=update, now_ms=sample.NOW_MS)
        meaning, _, reason = column.tip(one, view).partition("\n")  # type: ignore[attr-defined]
        assert meaning.endswith(".")
        assert reason or column.texts(one, view)[0] != "—"  # type: ignore[attr-defined]


def test_a_chance_is_a_range() -> None:
    update = risk_sample.update()
    column = next(one for one in RISK_COLUMNS if one.title == "Touch 24 h")
    texts = [column.texts(row(update, number), View())[0] for number in range(len(update.positions))]
    assert all(text == "—" or "–" in text for text in texts)


def test_hidden_amounts_stay_hidden(pane: PositionsPane) -> None:
    pane.use_look(TableLook(added=("Max loss", "Gap loss at 10 %", "Exit cost", "Rescue")))
    show(pane, risk_sample.update(), hide_amounts=True)
    loss = TITLES.index("Max loss") - len(TITLES)
    assert pane.model.texts(0)[loss][0] == "•••••"
    assert "14,944" not in " ".join(text for texts in pane.model.texts(0) for text in texts)
