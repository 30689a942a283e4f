"""For everybody: in every window each control has a name, shows that it has the keyboard, and Esc closes the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.all_windows import Windows, all_windows
from tests.ui.screenshots import application, dress
from ui.detail_pane import CHART
from ui.main_window import MainWindow
from ui.theme import DARK, Theme

NAMES = all_windows()
STAYS = {"popup"}  # it never takes the keyboard
LEAST_LETTERS = 3


@pytest.fixture(autouse=True, scope="module")
def _undress() -> Iterator[None]:
    yield
    application().setStyleSheet("")


@pytest.fixture(scope="module")
def theme(qapp: object) -> Theme:
    made = Theme()
    dress(application(), made, DARK)
    return made


@pytest.fixture(scope="module", params=NAMES)
def window(request: pytest.FixtureRequest, theme: Theme) -> Iterator[QWidget]:
    """Each window, made once for all that is asked of it."""
    made = NAMES[request.param](Windows(theme))
    made.setProperty("made", request.param)
    yield made
    if isValid(made):
        made.close()
        made.deleteLater()


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def focusable(window: QWidget) -> list[QWidget]:
    """Return what Tab reaches; in the main window, which is here once for each tab, only once what all have."""
    part: QWidget = window
    if isinstance(window, MainWindow) and window.detail.tab != CHART and window.detail.isVisibleTo(window):
        part = window.detail
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_each_control_has_a_name_that_says_something(window: QWidget) -> None:
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}: {spoken(widget)!r}"
        for widget in focusable(window)
        if len(re.sub(r"\W", "", spoken(widget))) < LEAST_LETTERS
    ]
    assert nameless == []


def test_each_row_of_a_table_or_list_has_words(window: QWidget) -> None:
    wordless = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisibleTo(window):
            continue
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if not said or not str(said).strip():
                wordless.append(f"{type(view).__name__} row {row}")
    assert wordless == []


def test_each_control_looks_different_with_the_keyboards_focus(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    same = []
    for widget in focusable(window):
        if widget is window:
            continue
        _unfocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and widget.grab().toImage() == before:
            same.append(f"{type(widget).__name__} {spoken(widget)!r}")
    assert same == []


def _unfocus() -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()


def test_tab_reaches_every_control_and_comes_back(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    wanted = {widget for widget in focusable(window) if widget is not window and widget.focusProxy() is None}
    seen: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 10):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add(focus)
    assert [f"{type(widget).__name__} {spoken(widget)!r}" for widget in wanted - seen] == []


def test_it_fits_on_a_screen_of_1366_by_768_at_twice_the_scale(window: QWidget) -> None:
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    assert least.width() <= 683
    assert least.height() <= 384 - 30  # the window's title


def test_return_does_what_stands_out(window: QWidget) -> None:
    buttons = [one for one in window.findChildren(QPushButton, "primary") if one.isVisibleTo(window)]
    if isinstance(window, QDialog) and len(buttons) == 1:
        assert buttons[0].isDefault() or buttons[0].autoDefault()


def test_escape_closes_it(window: QWidget, qtbot: QtBot) -> None:
    if isinstance(window, QMainWindow) or window.property("made") in STAYS:
        return
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5_000)
