"""The calculator: it asks what the fields say, says what is missing, and cannot be mistaken for an order."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from monitor.messages import PlannedTrade, PlanTrade
from tests.ui import risk_sample
from ui.calculator import CalculatorWindow
from ui.theme import Theme

UPDATE = risk_sample.update()
SOL = next(one for one in UPDATE.positions if one.symbol == risk_sample.SOL)


@pytest.fixture
def window(qtbot: QtBot) -> CalculatorWindow:
    made = CalculatorWindow(Theme())
    qtbot.addWidget(made)
    made.set_update(UPDATE, SOL.key)
    return made


@pytest.fixture
def asked(window: CalculatorWindow) -> list[Any]:
    questions: list[Any] = []
    window.asked.connect(questions.append)
    window.show()
    return questions


def answer(window: CalculatorWindow, asked: list[Any]) -> PlannedTrade:
    """Let the engine's own function answer the newest question."""
    window.ask()
    found = risk_sample.planned(asked[-1])
    window.take(found)
    return found


def told(window: CalculatorWindow) -> str:
    return window.area.sheet.accessibleName()


def test_it_begins_with_the_selected_position(asked: list[Any]) -> None:
    (question,) = asked
    assert isinstance(question, PlanTrade)
    assert (question.account_id, question.symbol, question.price) == ("Main", risk_sample.SOL, None)
    assert (question.margin, question.size, question.risk) == (1_000.0, None, None)


def test_it_says_that_nothing_is_ordered(window: CalculatorWindow) -> None:
    said = {label.text() for label in window.findChildren(type(window.wrong))}
    assert "NOTHING IS ORDERED" in said
    assert "nothing is ordered" in window.windowTitle()


def test_the_answer_tells_liquidation_loss_chance_and_what_to_beware_of(
    window: CalculatorWindow, asked: list[Any]
) -> None:
    plan = answer(window, asked).plan
    assert plan is not None
    assert "Liquidation price 165.88" in told(window)
    assert "Most that can be lost [USDT] 999.89" in told(window)
    assert "There is no stop" in told(window)
    assert "–" in told(window).split("24 hours, 7 days ")[1][:8]


def test_risk_is_asked_as_a_share(window: CalculatorWindow, asked: list[Any]) -> None:
    window.how.setCurrentIndex(2)
    window.amount.setText("2 %")
    window.stop.setText("170")
    window.ask()
    assert (asked[-1].risk, asked[-1].margin, asked[-1].stop_price) == (0.02, None, 170.0)


def test_a_share_typed_as_a_fraction_is_refused_with_both_readings(window: CalculatorWindow, asked: list[Any]) -> None:
    window.rate.setText("0.005")
    window.ask()
    assert "0.005 % is less than anybody means; if you mean 0.5 %, write 0.5" in window.wrong.text()


@pytest.mark.parametrize(("how", "unit"), [(0, "SOL"), (1, "USDT"), (2, "%")])
def test_the_unit_of_the_amount_stands_behind_it(window: CalculatorWindow, how: int, unit: str) -> None:
    window.how.setCurrentIndex(how)
    assert window.amount_unit.text() == unit


def test_per_cent_of_nothing_is_no_amount_of_money(window: CalculatorWindow, asked: list[Any]) -> None:
    window.amount.setText("10%")
    window.ask()
    assert "“%” has no meaning here" in window.wrong.text()


@pytest.mark.parametrize(("typed", "value"), [("1,5", 1.5), ("0,125", 0.125), ("1.234,5", 1234.5), ("1 500.5", 1500.5)])
def test_numbers_are_read_as_people_write_them(
    window: CalculatorWindow, asked: list[Any], typed: str, value: float
) -> None:
    window.amount.setText(typed)
    window.ask()
    assert asked[-1].margin == value


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x", "is no number"),
        ("0", "must be above 0"),
        ("", "is missing"),
        ("nan", "is no number"),
        ("1,500", "1500 or 1.500"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_asks_nothing(
    window: CalculatorWindow, asked: list[Any], typed: str, sentence: str
) -> None:
    before = len(asked)
    window.leverage.setText(typed)
    window.ask()
    assert sentence in window.wrong.text()
    assert len(asked) == before


def test_an_answer_to_an_older_question_is_ignored(window: CalculatorWindow, asked: list[Any]) -> None:
    window.ask()
    window.take(PlannedTrade(request_id=asked[0].request_id, plan=None, error="too old"))
    assert window.wrong.text() == ""


def test_figures_of_other_fields_are_grey(window: CalculatorWindow, asked: list[Any]) -> None:
    answer(window, asked)
    assert not window.area.sheet.is_stale
    window.leverage.setText("20")
    assert window.area.sheet.is_stale


def test_the_engines_reason_is_shown(window: CalculatorWindow, asked: list[Any]) -> None:
    window.symbol.setEditText("NO/USDT:USDT")
    answer(window, asked)
    assert "price is not known" in window.wrong.text()


def test_amounts_can_be_hidden(window: CalculatorWindow, asked: list[Any]) -> None:
    answer(window, asked)
    window.hide_amounts(True)
    assert "Most that can be lost [USDT] •••••" in told(window)


@pytest.mark.parametrize("size", [(820, 560), (1120, 740), (1500, 950)])
def test_no_figure_is_clipped(qtbot: QtBot, size: tuple[int, int]) -> None:
    theme, clipped = Theme(), []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    made = CalculatorWindow(theme)
    qtbot.addWidget(made)
    made.set_update(UPDATE, SOL.key)
    made.resize(*size)
    made.show()
    questions: list[Any] = []
    made.asked.connect(questions.append)
    answer(made, questions)
    made.grab()
    assert clipped == []
