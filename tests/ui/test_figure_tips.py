"""Every column of the positions and every field of the calculator says what it means, in a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui import risk_sample, sample
from ui.calculator import CalculatorWindow
from ui.columns import POSITION_COLUMNS
from ui.plan_sheet import plan_sections
from ui.table_model import Column, Row, Seen
from ui.theme import Theme
from ui.view import View


@pytest.mark.parametrize("column", POSITION_COLUMNS, ids=[column.title for column in POSITION_COLUMNS])
def test_every_column_says_what_it_means(column: Column) -> None:
    update = risk_sample.update()
    view = View(update=update, now_ms=sample.NOW_MS)
    seen = Seen()
    seen.take(view)
    tips = [column.tip(Row(risk, risk.key, seen), view) for risk in update.positions]
    assert all(tips), column.title


def test_every_field_of_the_calculator_says_what_it_means(qtbot: QtBot) -> None:
    window = CalculatorWindow(Theme())
    qtbot.addWidget(window)
    labels = [label for label in window.findChildren(QLabel) if label.objectName() == "field"]
    fields = [label.buddy() for label in labels]
    assert len(fields) == 10
    assert all(isinstance(field, QComboBox | QLineEdit) and field.toolTip().endswith(".") for field in fields)


def test_every_figure_of_a_planned_trade_says_what_it_means(qtbot: QtBot) -> None:
    window = CalculatorWindow(Theme())
    qtbot.addWidget(window)
    window.set_update(risk_sample.update())
    asked: list[object] = []
    window.asked.connect(asked.append)
    window.ask()
    plan = risk_sample.planned(asked[-1]).plan  # type: ignore[arg-type]
    assert plan is not None
    sections = plan_sections(plan, "", View(update=risk_sample.update(), now_ms=0))
    assert all(line.tip.endswith(".") for section in sections for line in section.lines)
