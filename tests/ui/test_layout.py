"""The layout: borders that are moved, kept, locked and given back; above other windows; what closing does."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import sample
from tests.ui.opened import windows_over
from tests.ui.screenshots import SIZES, window_with
from ui.closing import ask_what_closing_does
from ui.divider import Divider
from ui.main_window import MainWindow
from ui.mini_strip import MiniStrip
from ui.on_top import ON_TOP
from ui.theme import Theme
from ui.window_state import Division

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = window_with(theme, sample.update(), SIZES[0], chart=False)
    made.may_close = True
    qtbot.addWidget(made)
    return made


def border(window: MainWindow, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> QSplitterHandle:
    return next(one for one in window.findChildren(Divider) if one.orientation() is orientation).handle(1)


def drag(handle: QSplitterHandle, by: QPoint) -> None:
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    for part in (by / 2, by):
        QTest.mouseMove(handle, handle.mapFromGlobal(handle.mapToGlobal(middle) + part))
        middle = handle.rect().center()
    QTest.mouseRelease(handle, LEFT, pos=middle)
    QApplication.processEvents()


def test_a_border_that_is_dragged_keeps_its_share_when_the_window_grows(window: MainWindow, qtbot: QtBot) -> None:
    before = window.detail.width()
    with qtbot.waitSignal(window.divided, timeout=1000) as told:
        drag(border(window), QPoint(-120, 0))
    assert told.args is not None
    share = told.args[0].detail
    assert window.detail.width() > before + 50
    window.resize(1400, 900)
    QApplication.processEvents()
    assert window.detail.width() == pytest.approx(share * (1400 - 28 - 10), abs=2)


def test_the_arrow_keys_move_a_border_and_delete_gives_it_back(window: MainWindow, qtbot: QtBot) -> None:
    handle, before = border(window, Qt.Orientation.Vertical), window.feed.height()
    with qtbot.waitSignal(window.divided, timeout=1000):
        QTest.keyClick(handle, Qt.Key.Key_Up)
    assert window.feed.height() > before
    QTest.keyClick(handle, Qt.Key.Key_Delete)
    assert window.feed.height() == before


def test_a_locked_layout_does_not_move(window: MainWindow) -> None:
    window.set_locked(True)
    before = window.detail.width()
    drag(border(window), QPoint(-120, 0))
    assert window.detail.width() == before
    assert border(window).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_locked_mini_strip_stays_and_still_opens_the_window(qtbot: QtBot) -> None:
    strip = MiniStrip(Theme(), square=True)
    qtbot.addWidget(strip)
    strip.show()
    strip.locked, before = True, strip.pos()
    with qtbot.waitSignal(strip.opened, timeout=1000):
        QTest.mousePress(strip, LEFT, pos=QPoint(100, 150))
        QTest.mouseMove(strip, QPoint(160, 220))
        QTest.mouseRelease(strip, LEFT, pos=QPoint(160, 220))
    assert strip.pos() == before


def titles(window: MainWindow) -> list[str]:
    """The columns that are shown, from left to right."""
    header, model = window.positions.table.horizontalHeader(), window.positions.model
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [model.columns[column].title for column in order if not header.isSectionHidden(column)]


def drag_column(window: MainWindow, title: str, by: int) -> None:
    header, columns = window.positions.table.horizontalHeader(), window.positions.model.columns
    column = next(number for number, one in enumerate(columns) if one.title == title)
    begin = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mousePress(header.viewport(), LEFT, pos=begin)
    for part in (by // 2, by):
        QTest.mouseMove(header.viewport(), begin + QPoint(part, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=begin + QPoint(by, 0))


def test_a_column_is_dragged_elsewhere_and_its_place_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    usual = titles(window)
    with qtbot.waitSignal(window.look_changed, timeout=1000) as told:
        drag_column(window, "Stop", -400)
    assert titles(window).index("Stop") < usual.index("Stop")
    moved, look = titles(window), told.args[0]
    window.actions_by_name["The usual layout"].trigger()
    assert titles(window) == usual
    window.positions.use_look(look)
    assert titles(window) == moved


def test_locked_columns_stay(window: MainWindow) -> None:
    usual = titles(window)
    window.set_locked(True)
    drag_column(window, "Stop", -400)
    assert titles(window) == usual


def test_the_band_of_a_group_goes_from_side_to_side_whatever_the_order_of_the_columns(
    window: MainWindow, theme: Theme
) -> None:
    window.positions.use_look(replace(window.positions.look, group="account"))
    drag_column(window, titles(window)[-1], -400)
    port = window.positions.table.viewport()
    picture = port.grab().toImage()
    assert [picture.pixelColor(x, 3) for x in (4, port.width() - 4)] == [theme.color("raised")] * 2


def test_the_usual_layout_comes_back(window: MainWindow) -> None:
    before = window.detail.width(), window.feed.height()
    window.divide(Division(detail=0.5, feed=0.5))
    assert (window.detail.width(), window.feed.height()) != before
    window.actions_by_name["The usual layout"].trigger()
    assert (window.detail.width(), window.feed.height()) == before


def test_a_what_if_has_its_room_however_narrow_the_detail_is(window: MainWindow) -> None:
    window.divide(Division(detail=0.26))
    narrow = window.detail.width()
    window.detail.toggle_what_if()
    QApplication.processEvents()
    assert window.detail.width() >= 580 > narrow
    window.detail.leave_what_if()
    QApplication.processEvents()
    assert window.detail.width() == narrow


def test_a_window_kept_on_top_says_so_to_the_desktop_and_in_its_menu(window: MainWindow) -> None:
    handle = window.windowHandle()
    window.top_toggled.connect(lambda: window.set_on_top(not window.on_top))
    window.actions_by_name["Keep on top of other windows"].trigger()
    assert window.isVisible()
    assert handle.flags() & ON_TOP
    window._menu.aboutToShow.emit()
    assert window.actions_by_name["Keep on top of other windows"].isChecked()
    window.actions_by_name["Keep on top of other windows"].trigger()
    assert not handle.flags() & ON_TOP


def test_windows_on_their_own_stay_on_top_with_the_main_one(qtbot: QtBot, tmp_path: Path) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    windows = windows_over(main, tmp_path)
    windows.open_journal()
    windows.set_on_top(True)
    windows.open_history()
    windows.open_guide()
    shown = [one for one in (windows._journal, windows._history, windows._guide) if one is not None and one.isVisible()]
    assert [bool(one.windowHandle().flags() & ON_TOP) for one in shown] == [True] * 3
    windows.set_on_top(False)
    assert [bool(one.windowHandle().flags() & ON_TOP) for one in shown] == [False] * 3
    windows.close_all()


def test_on_a_small_screen_the_strip_stays_in_sight_and_nothing_lies_over_another(window: MainWindow) -> None:
    window.resize(683, 384)
    window.divide(Division(detail=0.6))
    QApplication.processEvents()
    assert (window.width(), window.height()) == (683, 384)
    assert not window.strip.visibleRegion().isEmpty()
    assert not window.positions.filter.geometry().intersects(window.positions.menu_button.geometry())


@pytest.mark.parametrize(
    ("press", "ticked", "answer"),
    [
        ("Keep guarding in the tray", True, ("keep guarding", True)),
        ("Stop guarding", False, ("stop guarding", False)),
        ("Cancel", True, None),
    ],
)
def test_what_closing_does_is_asked_and_remembered_if_wanted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, press: str, ticked: bool, answer: object
) -> None:
    def choose(box: QMessageBox) -> int:
        again = box.checkBox()
        assert again is not None
        again.setChecked(ticked)
        button = next(one for one in box.findChildren(QPushButton) if one.text() == press)
        monkeypatch.setattr(box, "clickedButton", lambda: button, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    assert ask_what_closing_does(window, tray=True) == answer


@pytest.mark.parametrize("square", [True, False])
def test_menus_have_round_corners_only_where_they_can_be_seen_through(theme: Theme, qtbot: QtBot, square: bool) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Open")
    menu.setStyleSheet(theme.style_sheet(square=square))
    menu.popup(QPoint(10, 10))
    corner = menu.grab().toImage().pixelColor(0, 0)
    menu.close()
    assert (corner == theme.color("line_strong")) == square
