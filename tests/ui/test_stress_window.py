"""The stress window: it asks, shows what the engine found and how old it is, and says what is synthetic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import AskStress, PlannedTrade, PlanTrade, Stress
from tests.ui import risk_sample, sample
from tests.ui.opened import windows_over
from ui.across_sheet import across_sections
from ui.stress_window import ALL, LATE_MS, StressWindow
from ui.theme import Theme

REPORT = risk_sample.stress()


class Clock:
    """A clock that is a number."""

    def __init__(self) -> None:
        self.now_ms = sample.NOW_MS

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, clock: Clock) -> StressWindow:
    made = StressWindow(Theme(), clock)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asked(window: StressWindow) -> list[Any]:
    questions: list[Any] = []
    window.asked.connect(questions.append)
    window.show()
    return questions


def test_it_asks_when_it_is_opened(asked: list[Any]) -> None:
    assert asked == [AskStress(request_id=1)]


def test_the_age_of_the_answer_is_told(window: StressWindow, asked: list[Any]) -> None:
    assert window.age.text() == "working it out …"
    window.take(Stress(request_id=1, report=REPORT))
    assert window.age.text() == "worked out 5.0\u202fs ago"
    assert window.busy.isHidden()


def test_an_older_answer_is_ignored(window: StressWindow, asked: list[Any]) -> None:
    window.ask()
    window.take(Stress(request_id=1, report=REPORT))
    assert window.age.text() == "working it out …"


def test_an_engine_that_does_not_answer_is_told_and_the_figures_are_called_old(
    window: StressWindow, asked: list[Any], clock: Clock
) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    window.ask()
    clock.now_ms += LATE_MS
    window._each_second()
    assert "does not answer: these figures are old" in window.age.text()


def test_it_asks_again_after_half_a_minute(window: StressWindow, asked: list[Any], clock: Clock) -> None:
    clock.now_ms += 30_000
    window._each_second()
    assert [question.request_id for question in asked] == [1, 2]


def test_nothing_read_yet_is_said_and_not_shown_as_safe(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=None))
    assert window.age.text().startswith("nothing has been read yet")


def test_the_tables_name_every_liquidation(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    assert "Hedge: −50\u202f%" in window.ladder.accessibleName()
    assert "+20\u202f% −9,000 with 1 liquidated" in window.ladder.accessibleName()


def test_one_account_can_be_looked_at(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    assert [window.account.itemText(number) for number in range(3)] == [ALL, "Main", "Hedge"]
    window.account.setCurrentText("Hedge")
    assert "Main" not in window.ladder.accessibleName()
    assert "SOL" not in window.heat.accessibleName()


def test_what_is_unknown_is_a_dash(window: StressWindow, asked: list[Any]) -> None:
    line = replace(REPORT.ladder[1], change=(None,) * len(REPORT.moves))
    report = replace(REPORT, ladder=(line,), left_out=("Main, cross:USDT: why",))
    window.take(Stress(request_id=1, report=report))
    assert "−50\u202f% —" in window.ladder.accessibleName()
    assert window.left_out.text() == "Main, cross:USDT: why"


def test_synthetic_crashes_are_called_so(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    for number, crash in enumerate(REPORT.crashes):
        window.crashes.list.setCurrentRow(number)
        assert ("SYNTHETIC" in window.crashes.list.item(number).text()) == crash.synthetic
        assert ("(synthetic)" in window.crashes.area.sheet.accessibleName()) == crash.synthetic


def test_a_crash_tells_who_goes_when(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    assert "Trend, cross USDT 13\u202fh, −30.5\u202f%, 14,000" in window.crashes.area.sheet.accessibleName()


def test_a_chosen_crash_stays_chosen_when_a_new_answer_comes(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    window.crashes.list.setCurrentRow(3)
    window.ask()
    window.take(Stress(request_id=2, report=REPORT))
    assert window.crashes.list.currentRow() == 3


def test_legs_say_which_dies_first_and_what_to_move() -> None:
    (coin,) = across_sections(REPORT.across, hide_amounts=False)
    assert coin.lines[0].tip.startswith("This leg dies first:")
    assert coin.lines[0].cells[2].startswith("add ")
    assert "margin is not shared" in coin.sentences[0].text


def test_without_a_coin_on_several_accounts_there_is_a_sentence() -> None:
    assert "No coin is held" in across_sections((), hide_amounts=False)[0].sentences[0].text


def test_hidden_amounts_stay_hidden(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    window.hide_amounts(True)
    told = window.ladder.accessibleName() + window.crashes.area.sheet.accessibleName()
    assert "9,000" not in told
    assert "14,000" not in told + window.crashes.list.item(0).text()
    assert "add 3" not in str(across_sections(REPORT.across, hide_amounts=True))


@pytest.mark.parametrize("size", [(900, 560), (1180, 760), (1500, 950)])
def test_no_figure_is_clipped(qtbot: QtBot, clock: Clock, size: tuple[int, int]) -> None:
    theme, clipped = Theme(), []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    made = StressWindow(theme, clock)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.take(Stress(request_id=1, report=REPORT))
    for page in range(3):
        made.open_page(page)
        made.grab()
    assert clipped == []


def test_the_program_opens_both_windows_asks_for_them_and_hands_the_answers_on(qtbot: QtBot, tmp_path: Path) -> None:
    main, questions = QWidget(), []
    qtbot.addWidget(main)
    windows = windows_over(main, tmp_path)
    windows.asked.connect(questions.append)
    windows.set_update(risk_sample.update())
    windows.hide_amounts(True)
    windows.open_stress()
    windows.open_calculator()
    windows.show_risk(Stress(request_id=1, report=REPORT))
    windows.show_risk(PlannedTrade(request_id=1, plan=None, error="not now"))
    assert [type(question) for question in questions] == [AskStress, PlanTrade]
    assert windows._stress is not None
    assert windows._calculator is not None
    assert "hidden" in windows._stress.ladder.accessibleName()
    assert windows._calculator.wrong.text() == "not now"
    windows.close_all()
    assert not windows._stress.isVisible()


def test_across_accounts_begins_where_the_other_pages_do(window: StressWindow, asked: list[Any]) -> None:
    window.take(Stress(request_id=1, report=REPORT))
    window.open_page(2)
    sheet = window.across.sheet
    assert sheet._places()[0][1] == 0
    assert sheet.mapTo(window, QPoint(0, 0)).x() == window.ladder.mapTo(window, QPoint(0, 0)).x()
