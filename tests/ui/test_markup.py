"""What a venue, a library or the user has written is shown as it is: in no window is it markup, or a shortcut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from monitor.messages import CheckLine
from monitor.settings import AccountConfig
from tests.ui import sample
from tests.ui.all_windows import every_window, settle
from tests.ui.screenshots import application, dress, window_with
from ui.accounts_dialog import AccountsDialog, CheckList
from ui.alerts_dialog import AlertsDialog
from ui.calculator import CalculatorWindow
from ui.channels_dialog import ChannelsDialog
from ui.demo_panel import DemoPanel
from ui.detail_pane import DetailPane
from ui.diagnostics_dialog import DiagnosticsDialog
from ui.first_steps import FirstSteps
from ui.history_window import HistoryWindow
from ui.journal_window import JournalWindow
from ui.main_window import MainWindow
from ui.mini_strip import MiniStrip
from ui.popup import AlertPopup
from ui.self_test_dialog import SelfTestDialog
from ui.stress_window import StressWindow
from ui.theme import DARK, Theme
from ui.tray import Tray

BEGIN, END = "<i>", "</i>&c"
FOREIGN = frozenset({  # fields with texts that are not the program's own
    "account_id", "symbol", "venue_title", "trouble", "advice", "title", "text", "unknown", "basis_reason", "detail",
    "message", "account_mode", "venue_ratio_name", "name", "id", "notes", "label", "what", "user", "sender",
    "warnings", "why", "note", "account", "contributor",
})  # fmt: skip
TAKES = {  # what windows are told, and how
    AccountsDialog: ("set_accounts", "show_answer"),
    AlertsDialog: ("set_alerts", "show_answer"),
    CalculatorWindow: ("set_update", "take"),
    ChannelsDialog: ("set_channels", "set_self_test", "show_answer"),
    DemoPanel: ("set_truth",),
    DetailPane: ("take",),
    DiagnosticsDialog: ("__init__",),
    FirstSteps: ("set_settings", "set_update"),
    HistoryWindow: ("show_answer",),
    JournalWindow: ("take_answer", "set_update"),
    MainWindow: ("set_update", "add_event"),
    MiniStrip: ("set_update",),
    AlertPopup: ("tell",),
    SelfTestDialog: ("set_update",),
    StressWindow: ("take",),
    Tray: ("set_update",),
}
SOME_ROWS = 5
OWN_PAGES = ("page", "steps")  # of the guide, whose markup is ours


def marked(value: Any, name: str = "") -> Any:
    """Return a message with markup and an ampersand in all that is not the program's own."""
    if isinstance(value, str):
        return f"{BEGIN}{value}{END}" if name in FOREIGN and value and not value.startswith(BEGIN) else value
    if isinstance(value, tuple):
        return tuple(marked(one, name) for one in value)
    if isinstance(value, msgspec.Struct):
        return replace(value, **{field: marked(getattr(value, field), field) for field in value.__struct_fields__})
    return value


def marking(really: Callable[..., Any]) -> Callable[..., Any]:
    def told(window: object, *values: Any, **more: Any) -> Any:
        return really(window, *(marked(value) for value in values), **more)

    return told


@pytest.fixture(scope="module")
def seen(qapp: object) -> dict[str, list[str]]:
    """Every place where foreign text was met, by how it is shown there."""
    theme = Theme()
    dress(application(), theme, DARK)
    found: dict[str, list[str]] = {"as it is": [], "as markup": [], "as a shortcut": []}
    with pytest.MonkeyPatch.context() as patch:
        for window_type, methods in TAKES.items():
            for method in methods:
                patch.setattr(window_type, method, marking(getattr(window_type, method)))
        for name, window in every_window(theme):
            for how, where in shown_in(window):
                found[how].append(f"{name}: {where}")
    application().setStyleSheet("")
    return found


def shown_in(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield how foreign texts are shown in a window, and where."""
    for widget in (window, *window.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        yield from _judged(widget.toolTip(), f"tip of {where}", rich=None)
        if isinstance(widget, QLabel):
            rich = {Qt.TextFormat.PlainText: False, Qt.TextFormat.AutoText: None}.get(widget.textFormat(), True)
            yield from _judged(widget.text(), where, rich=rich, shortcut=widget.buddy() is not None)
        elif isinstance(widget, QAbstractButton):
            yield from _judged(widget.text(), where, rich=False, shortcut=True)
        elif isinstance(widget, QTextEdit) and widget.objectName() not in OWN_PAGES:
            yield from _judged(widget.toPlainText(), where, rich="italic" in widget.toHtml())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _in_cells(widget, where)
    for action in window.findChildren(QAction):
        yield from _judged(action.text(), f"entry {action.text()}", rich=False, shortcut=True)


def _in_cells(view: QAbstractItemView, where: str) -> Iterator[tuple[str, str]]:
    model = view.model()
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(SOME_ROWS, model.rowCount())):
        for column in range(columns):
            index = model.index(row, column)
            yield from _judged(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), where, rich=False)
            yield from _judged(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), f"tip in {where}", rich=None)


def _judged(text: str, where: str, *, rich: bool | None, shortcut: bool = False) -> Iterator[tuple[str, str]]:
    """Yield how a text is shown; `rich`: whether it is taken for markup; None: Qt guesses, and must not be let."""
    if BEGIN in text:
        yield ("as markup" if rich is not False else "as it is"), f"{where}: {text}"
    elif "&lt;i&gt;" in text:
        yield "as it is", f"{where}: {text}"
    if shortcut and END in text.replace("&&", ""):
        yield "as a shortcut", f"{where}: {text}"


@pytest.mark.parametrize("how", ["as markup", "as a shortcut"])
def test_no_foreign_text_is_shown(seen: dict[str, list[str]], how: str) -> None:
    assert sorted({where[:110] for where in seen[how]}) == []


def test_foreign_texts_are_met_in_all_windows_that_have_them(seen: dict[str, list[str]]) -> None:
    windows = {where.partition(":")[0] for where in seen["as it is"]}
    for name in ("main", "accounts-new", "rules-1", "channels-new", "journal", "history-closed", "popup"):
        assert any(one.startswith(name) for one in windows), (name, windows)


def test_a_name_that_is_typed_is_shown_as_it_is_in_the_reason_why_it_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = AccountsDialog(Theme(), lambda: 0)
    qtbot.addWidget(dialog)
    dialog.set_accounts((AccountConfig(id="<i>Own</i>", venue="bybit"),))
    dialog.form.name.setText("<i>Own</i>")
    assert "named &lt;i&gt;Own" in dialog.save.toolTip()


def test_what_an_account_test_found_is_read_whole_under_the_mouse(qtbot: QtBot) -> None:
    checks = CheckList(Theme())
    qtbot.addWidget(checks)
    checks.show_checks((CheckLine(ok=False, what="Rights", detail="It may withdraw"),))
    checks.resize(200, 60)
    checks.grab()
    assert [tip for _rect, tip in checks._tips] == ["Rights: It may withdraw"]


def test_what_found_no_room_in_the_strip_is_shown_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    update = marked(sample.blind_update())
    window = window_with(theme, update, (1100, 700), chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    window.resize(700, 500)
    settle()
    assert window.strip._line.more.isVisible()
    assert BEGIN not in window.strip._line.more.toolTip()
    window.strip._line.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.toolTip() for action in menu.actions() if BEGIN in action.toolTip()] == []
    menu.close()
