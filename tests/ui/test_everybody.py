"""For everybody: in every window each control has a name, shows that it has the keyboard, and Esc closes the window."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui import sample
from tests.ui.all_windows import every_window, settle
from tests.ui.opened import windows_over
from tests.ui.screenshots import application, dress, window_with
from ui.popup import AlertPopup
from ui.theme import DARK, Theme
from ui.window_state import Appearance
from ui.windows import Windows

LEAST_LETTERS = 2
MOST_TABS = 200  # the page of a guide has many links
SMALL = 683, 384 - 30  # 1366 × 768 at twice the scale, less a window's title [px]
Faults = dict[str, list[str]]


@pytest.fixture(scope="module")
def theme(qapp: object) -> Iterator[Theme]:
    made = Theme()
    dress(application(), made, DARK)
    yield made
    application().setStyleSheet("")


@pytest.fixture(scope="module")
def faults(theme: Theme) -> Faults:
    """What is wrong in any window, by what it is about: each is opened once for all questions."""
    found: Faults = defaultdict(list)
    seen: set[tuple[str, str]] = set()  # controls that several windows have are looked at once
    for name, window in every_window(theme):
        if isinstance(window, QMenu | AlertPopup):
            continue  # a menu is Qt's own, the alerts never take the keyboard
        window.activateWindow()
        settle()
        controls = reached_by_tab(window)
        new = [
            one for one in controls if (kind := (type(one).__name__, spoken(one))) not in seen and not seen.add(kind)
        ]  # type: ignore[func-returns-value]
        found["nameless"] += [f"{name}: {told(one)}" for one in new if not says_something(spoken(one))]
        found["wordless row"] += [f"{name}: {words}" for words in wordless_rows(window)]
        found["same with focus"] += [f"{name}: {told(one)}" for one in new if looks_same(one)]
        found["not reached by Tab"] += [f"{name}: {told(one)}" for one in left_out(window, controls)]
        found["stands out, but Return does not press it"] += [f"{name}: {words}" for words in not_default(window)]
        if not isinstance(window, QMainWindow) and not closes_by_escape(window):
            found["stays open"].append(name)
    return found


def reached_by_tab(window: QWidget) -> list[QWidget]:
    """Return the controls of a window; the inside of a control is none."""
    return [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def says_something(words: str) -> bool:
    return len(re.sub(r"\W", "", words)) >= LEAST_LETTERS


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {spoken(widget)!r}"


def wordless_rows(window: QWidget) -> list[str]:
    """Return the tables and lists with a row that says nothing."""
    found = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount() if model is not None and view.isVisibleTo(window) else 0):
            index = model.index(row, 0)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if not str(said or "").strip():
                found.append(f"{told(view)} row {row}")
    return found


def looks_same(widget: QWidget) -> bool:
    """Whether nothing shows that a widget has the keyboard."""
    if widget.isWindow() or is_one_of_several(widget):
        return False
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget.hasFocus() and widget.grab().toImage() == before


def left_out(window: QWidget, controls: list[QWidget]) -> list[QWidget]:
    """Return the controls that Tab does not reach."""
    wanted = {one for one in controls if not one.isWindow() and one.focusProxy() is None and not is_one_of_several(one)}
    seen: set[QWidget] = set()
    for _ in range(MOST_TABS if wanted else 0):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            seen |= {focus, *others_of(focus)}
        if wanted <= seen:
            return []
    return list(wanted - seen)


def others_of(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons that the arrows reach from one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def is_one_of_several(widget: QWidget) -> bool:
    """Whether it is a button beside one that is pressed: Tab goes to that one, the arrows to the others."""
    return any(one.isChecked() and one is not widget for one in others_of(widget))


def not_default(window: QWidget) -> list[str]:
    buttons = [one for one in window.findChildren(QPushButton, "primary") if one.isVisibleTo(window)]
    if not isinstance(window, QDialog) or len(buttons) != 1 or buttons[0].isDefault() or buttons[0].autoDefault():
        return []
    return [buttons[0].text()]


def closes_by_escape(window: QWidget) -> bool:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    return not isValid(window) or not window.isVisible()


@pytest.mark.parametrize(
    "what",
    [
        "nameless",
        "wordless row",
        "same with focus",
        "not reached by Tab",
        "stands out, but Return does not press it",
        "stays open",
    ],
)
def test_no_control_of_any_window_is(faults: Faults, what: str) -> None:
    assert faults[what] == []


OPENED: dict[str, Callable[[Windows], None]] = {
    "accounts": Windows.open_accounts,
    "alerts": Windows.open_alerts,
    "settings": lambda windows: windows.open_settings(Appearance()),
    "first steps": Windows.open_first_steps,
    "history": Windows.open_history,
    "channels": Windows.open_channels,
    "journal": Windows.open_journal,
    "self-test": Windows.run_self_test,
    "stress": Windows.open_stress,
    "calculator": Windows.open_calculator,
    "guide": Windows.open_guide,
}


@pytest.mark.parametrize("name", OPENED)
def test_a_window_fits_on_a_screen_of_1366_by_768_at_twice_the_scale(
    theme: Theme, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    windows = windows_over(parent, tmp_path, theme)
    windows.set_update(sample.update())
    before = set(QApplication.topLevelWidgets())
    OPENED[name](windows)
    opened = next(one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible())
    opened.resize(*SMALL)
    settle()
    assert (opened.width(), opened.height()) == SMALL
    opened.close()
    opened.deleteLater()


@pytest.mark.parametrize("name", [name for name in OPENED if name != "guide"])
def test_f1_in_a_window_opens_the_guide_at_its_page(theme: Theme, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    windows = windows_over(parent, tmp_path, theme)
    before = set(QApplication.topLevelWidgets())
    OPENED[name](windows)
    opened = next(one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible())
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow, timeout=5_000)
    QTest.keyClick(opened, Qt.Key.Key_F1)
    assert windows._guide is not None
    assert windows._guide.page_name not in ("", "index")
    for one in (opened, windows._guide):
        one.close()
        one.deleteLater()


def test_f1_in_the_sheet_of_keys_closes_it_and_opens_the_guide(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    windows = windows_over(parent, tmp_path, theme)

    def press() -> None:
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow, timeout=5_000)
        QTest.keyClick(sheet, Qt.Key.Key_F1)

    QTimer.singleShot(50, press)
    windows.open_keys()
    assert windows._guide is not None
    assert windows._guide.page_name == "reading-the-window"
    windows._guide.close()
    windows._guide.deleteLater()


def test_a_tool_window_leaves_f1_to_the_main_one_whose_keys_it_has(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_with(theme, sample.update(), (1200, 800), chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    windows = windows_over(window, tmp_path, theme)
    asked: list[str] = []
    window.guide_requested.connect(lambda: asked.append("F1"))
    panel = QWidget(window, Qt.WindowType.Tool)
    QVBoxLayout(panel)
    windows._prepare(panel, "panel", "demo")
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow, timeout=5_000)
    for _press in range(3):
        QTest.keyClick(panel, Qt.Key.Key_F1)
    assert asked == ["F1"] * 3


def test_on_a_small_screen_the_main_window_scrolls_to_what_has_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, sample.update(), (683, 354), chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    window.activateWindow()
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and window.feed.isAncestorOf(focus):
            assert not focus.visibleRegion().isEmpty()
            return
    pytest.fail("the alerts were not reached")
