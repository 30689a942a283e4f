"""The columns of the tables: sized and moved by the mouse, kept, locked and given back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import history_sample, journal_sample, sample
from tests.ui.opened import windows_over
from tests.ui.screenshots import SIZES, window_with
from ui.journal_model import JournalModel
from ui.journal_table import JournalTable
from ui.main_window import MainWindow
from ui.plain_table import LEAST_STRETCH, PlainTable
from ui.table_look import TableColumns
from ui.theme import Theme
from ui.windows import Windows

LEFT = Qt.MouseButton.LeftButton


def number_of(table: PlainTable, title: str) -> int:
    return next(number for number, column in enumerate(table._shown) if column.title == title)


def width_of(table: PlainTable, title: str) -> int:
    return table.columnWidth(number_of(table, title))


def border_of(table: PlainTable, title: str) -> QPoint:
    header, number = table.horizontalHeader(), number_of(table, title)
    return QPoint(header.sectionViewportPosition(number) + header.sectionSize(number) - 1, 12)


def drag(table: PlainTable, begin: QPoint, by: int) -> None:
    port = table.horizontalHeader().viewport()
    QTest.mouseMove(port, begin)
    QTest.mousePress(port, LEFT, pos=begin)
    for part in (by // 2, by):
        QTest.mouseMove(port, begin + QPoint(part, 0))
    QTest.mouseRelease(port, LEFT, pos=begin + QPoint(by, 0))
    QApplication.processEvents()


def widen(table: PlainTable, title: str, by: int) -> None:
    drag(table, border_of(table, title), by)


@pytest.fixture
def table(qtbot: QtBot) -> JournalTable:
    model = JournalModel()
    table = JournalTable(Theme(), model)
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(1100, 300)
    table.show()
    QApplication.processEvents()
    return table


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[Windows]:
    main = QWidget()
    qtbot.addWidget(main)
    windows = opened(main, tmp_path)
    yield windows
    windows.close_all()


def opened(main: QWidget, folder: Path) -> Windows:
    """The windows with journal and history open."""
    windows = windows_over(main, folder)
    windows.open_journal()
    windows.open_history()
    assert windows._history is not None
    windows._history._turn_to(1)
    QApplication.processEvents()
    return windows


def tables(windows: Windows) -> tuple[PlainTable, PlainTable]:
    assert windows._journal is not None
    assert windows._history is not None
    return windows._journal.table, windows._history.table


def test_a_border_that_is_dragged_sizes_its_column_and_the_one_that_stretches_gives_way(
    table: JournalTable, qtbot: QtBot
) -> None:
    level, rest = width_of(table, "Level"), width_of(table, "Alarm")
    with qtbot.waitSignal(table.columns_changed, timeout=2_000) as told:
        widen(table, "Level", 40)
    assert (width_of(table, "Level"), width_of(table, "Alarm")) == (level + 40, rest - 40)
    assert told.args == [TableColumns(widths={"Level": level + 40})]


def test_a_double_click_on_a_border_gives_the_usual_width_back(table: JournalTable) -> None:
    usual = width_of(table, "Level")
    widen(table, "Level", 40)
    QTest.mouseDClick(table.horizontalHeader().viewport(), LEFT, pos=border_of(table, "Level"))
    assert width_of(table, "Level") == usual
    assert table.columns == TableColumns()


def test_what_finds_no_room_any_more_is_scrolled_not_lost(table: JournalTable) -> None:
    widen(table, "What happened", 90)
    table.use_columns(TableColumns(widths={"What happened": 600}))
    QApplication.processEvents()
    assert width_of(table, "Alarm") >= LEAST_STRETCH
    assert table.horizontalScrollBar().maximum() > 0
    table.use_columns(TableColumns())
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0


def test_the_right_button_on_the_titles_gives_all_columns_back(table: JournalTable) -> None:
    widen(table, "Level", 40)
    table.horizontalHeader().moveSection(1, 4)
    (usual,) = table.columns_menu().actions()
    usual.trigger()
    assert table.columns == TableColumns()


@pytest.mark.parametrize("damaged", [{"Level": -5}, {"Level": 10**6}, {"no such column": 80}])
def test_widths_that_cannot_be_are_not_used(table: JournalTable, damaged: dict[str, int]) -> None:
    table.use_columns(TableColumns(widths=damaged, order=("no such column", "Value")))
    assert 40 <= width_of(table, "Level") <= 1_200


def test_columns_of_the_other_windows_outlive_a_restart(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    journal, ended = tables(windows)
    widen(journal, "Level", 33)
    journal.horizontalHeader().moveSection(1, 3)
    widen(ended, "Entry", 21)
    qtbot.waitUntil(lambda: len(windows._memory.state.columns) == 2, timeout=5_000)
    kept = journal.columns, ended.columns
    assert kept[0].order
    main = QWidget()
    qtbot.addWidget(main)
    later = opened(main, tmp_path)
    again = tables(later)
    assert (again[0].columns, again[1].columns) == kept
    assert width_of(again[0], "Level") == width_of(journal, "Level")
    assert width_of(again[1], "Entry") == width_of(ended, "Entry")
    later.close_all()


def test_a_locked_layout_holds_the_columns_of_every_table(windows: Windows) -> None:
    windows.set_locked(True)
    for table, title in zip(tables(windows), ("Level", "Entry"), strict=True):
        before = width_of(table, title)
        widen(table, title, 40)
        drag(table, border_of(table, title) - QPoint(20, 0), -200)
        assert (width_of(table, title), table.columns) == (before, TableColumns())


def test_the_usual_layout_gives_the_columns_of_the_other_windows_back(windows: Windows, qtbot: QtBot) -> None:
    journal, _ended = tables(windows)
    widen(journal, "Level", 33)
    qtbot.waitUntil(lambda: bool(windows._memory.state.columns), timeout=5_000)
    windows.use_usual_layout()
    assert journal.columns == TableColumns()
    assert windows._memory.state.columns == {}


def test_the_table_of_what_ended_is_as_wide_as_its_content_until_it_is_sized(windows: Windows) -> None:
    assert windows._history is not None
    windows._history.show_answer(history_sample.history(windows._history._asked))
    _journal, ended = tables(windows)
    number = number_of(ended, "Position")
    assert ended.columnWidth(number) >= ended.sizeHintForColumn(number)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = window_with(theme, sample.update(), SIZES[0], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    return made


def test_widths_of_the_positions_belong_to_the_view_and_come_back_with_it(window: MainWindow, qtbot: QtBot) -> None:
    pane, table = window.positions, window.positions.table
    usual = width_of(table, "Size")
    with qtbot.waitSignal(window.look_changed, timeout=2_000) as told:
        widen(table, "Size", 30)
    look = told.args[0]
    assert look.widths == {"Size": usual + 30}
    window.actions_by_name["The usual layout"].trigger()
    assert width_of(table, "Size") == usual
    pane.use_look(look)
    assert width_of(table, "Size") == usual + 30


def test_a_figure_is_not_made_so_narrow_that_it_says_nothing(window: MainWindow) -> None:
    table = window.positions.table
    usual = width_of(table, "Liquidation")
    widen(table, "Liquidation", -80)
    assert width_of(table, "Liquidation") == round(0.75 * usual)


def test_a_locked_layout_is_not_given_back_either(window: MainWindow, qtbot: QtBot) -> None:
    widen(window.positions.table, "Size", 30)
    kept = width_of(window.positions.table, "Size")
    window.set_locked(True)
    with qtbot.waitSignal(window.told, timeout=2_000), qtbot.assertNotEmitted(window.usual_layout_requested):
        window.actions_by_name["The usual layout"].trigger()
    assert width_of(window.positions.table, "Size") == kept


def test_journal_lines_are_painted_in_columns_of_any_width(table: JournalTable) -> None:
    table._model.append([journal_sample.line(number, 9) for number in range(3)], None)
    table.use_columns(TableColumns(widths={"Time": 44, "Told to": 300}))
    assert not table.grab().isNull()
