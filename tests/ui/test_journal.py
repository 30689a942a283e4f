"""The journal: pages while one scrolls, news on top, filters as questions, figures, export."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from monitor.messages import AskFigures, AskJournal, JournalFigures
from tests.ui import journal_sample, sample
from tests.ui.screenshots import application, dress
from ui.journal_model import COLUMNS
from ui.journal_window import PAGE, JournalWindow
from ui.theme import DARK, Theme

LINES = 10_000


class Engine:
    """Answers at once, like an engine with so many lines."""

    def __init__(self, window: JournalWindow) -> None:
        self.window, self.newest, self.asked = window, LINES, list[AskJournal]()
        window.sent.connect(self.take)

    def take(self, message: AskJournal | AskFigures) -> None:
        if isinstance(message, AskFigures):
            answer = JournalFigures(request_id=message.request_id, kpi=journal_sample.kpi())
            self.window.take_answer(answer)
            return
        self.asked.append(message)
        self.window.take_answer(journal_sample.page(message, self.newest))


@pytest.fixture
def window(qtbot: QtBot) -> JournalWindow:
    theme = Theme()
    dress(application(), theme, DARK)
    made = JournalWindow(theme, lambda: sample.NOW_MS)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.set_update(sample.update())
    return made


@pytest.fixture
def engine(window: JournalWindow) -> Engine:
    made = Engine(window)
    window.show()
    window.refresh()
    return made


def test_only_what_is_looked_at_is_read(window: JournalWindow, engine: Engine, qtbot: QtBot) -> None:
    qtbot.wait(50)
    assert PAGE <= len(window.model.lines) <= 2 * PAGE


def test_scrolling_down_reads_all_lines_once_and_in_order(window: JournalWindow, engine: Engine) -> None:
    while window.model.canFetchMore(window.table.rootIndex()):
        window.table.scrollToBottom()
        window.model.fetchMore(window.table.rootIndex())
    assert [line.event.id for line in window.model.lines] == list(range(LINES, 0, -1))


def test_qt_finds_no_fault_in_the_model(window: JournalWindow, qtmodeltester: ModelTester) -> None:
    window.model.append(journal_sample.page(AskJournal(request_id=1), 30).lines, 1)
    qtmodeltester.check(window.model)
    window.model.merge(journal_sample.page(AskJournal(request_id=1), 32).lines)
    qtmodeltester.check(window.model)


def test_the_last_column_that_is_seen_closes_the_ring(window: JournalWindow) -> None:
    table = window.table
    table.setColumnHidden(len(COLUMNS) - 1, True)
    seen = [number for number in range(len(COLUMNS)) if not table.isColumnHidden(number)]
    assert [number for number in seen if table.is_last(number)] == seen[-1:]


def test_a_new_line_comes_on_top_and_the_chosen_one_stays(window: JournalWindow, engine: Engine) -> None:
    window.table.selectRow(3)
    engine.newest += 2
    window._ask_news()
    assert window.model.lines[0].event.id == LINES + 2
    assert window.table.currentIndex().row() == 5


def test_a_delivery_that_got_through_is_shown(window: JournalWindow, engine: Engine) -> None:
    line = next(line for line in window.model.lines if any(one.state == "queued" for one in line.deliveries))
    told = tuple(replace(one, state="delivered") for one in line.deliveries)
    place = window.model.lines.index(line)
    window.model.merge([*window.model.lines[:place], replace(line, deliveries=told)])
    assert {one.state for one in window.model.lines[place].deliveries} == {"delivered"}


def test_a_filter_is_a_question_for_the_engine(window: JournalWindow, engine: Engine) -> None:
    window.level.setCurrentIndex(3)
    window.account.setCurrentIndex(window.account.findData("Main"))
    window.kind.setCurrentIndex(4)
    asked = engine.asked[-1]
    assert (asked.least_level, asked.account_id, asked.kinds) == (3, "Main", ("price",))


def test_an_answer_to_an_older_question_is_ignored(window: JournalWindow) -> None:
    asked: list[AskJournal] = []
    window.sent.connect(lambda message: asked.append(message) if isinstance(message, AskJournal) else None)
    window.refresh()
    window.refresh()
    window.take_answer(journal_sample.page(asked[0], 10))
    assert not window.model.lines
    window.take_answer(journal_sample.page(asked[1], 10))
    assert len(window.model.lines) == 10


def test_a_line_shows_its_receipts_and_its_fingerprint(window: JournalWindow, engine: Engine) -> None:
    critical = next(place for place, line in enumerate(window.model.lines) if len(line.deliveries) > 1)
    window.table.selectRow(critical)
    assert "Receipt r8f2" in window.details.deliveries.text()
    window.table.selectRow(next(place for place, line in enumerate(window.model.lines) if line.inputs_hash))
    assert "inputs 9f27c1d04be35a68" in window.details.facts.text()


def test_enter_shows_the_position(window: JournalWindow, engine: Engine, qtbot: QtBot) -> None:
    window.table.selectRow(0)
    with qtbot.waitSignal(window.position_chosen) as chosen:
        qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert chosen.args == [journal_sample.SOL]


def test_amounts_are_hidden_here_too(window: JournalWindow, engine: Engine) -> None:
    window.table.selectRow(0)
    window.hide_amounts(True)
    assert "51,290" not in window.details.text.text()


def test_the_export_has_every_line_that_fits(window: JournalWindow, engine: Engine, tmp_path: Path) -> None:
    window.export_to(tmp_path / "journal.csv")
    rows = list(csv.DictReader((tmp_path / "journal.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == LINES
    assert rows[0]["deliveries"].startswith("window delivered 2026-")
    assert rows[0]["measure"] == "0.031"


def test_a_file_that_cannot_be_written_is_told(window: JournalWindow, engine: Engine, tmp_path: Path) -> None:
    window.export_to(tmp_path / "no folder" / "journal.csv")
    assert "could not be written" in window.status.text()


def test_the_figures_stand_beside_what_is_good(window: JournalWindow, engine: Engine) -> None:
    assert "14 in the worst ten minutes" in window.figures.tiles.accessibleName()
    assert "good: at most 10" in window.figures.tiles.accessibleName()


def test_a_journal_that_cannot_be_read_says_why(window: JournalWindow) -> None:
    asked: list[AskFigures] = []
    window.sent.connect(lambda message: asked.append(message) if isinstance(message, AskFigures) else None)
    window.refresh()
    window.take_answer(JournalFigures(request_id=asked[0].request_id, kpi=None, error="There is no journal yet."))
    assert window.figures.tiles.accessibleName() == "There is no journal yet."
