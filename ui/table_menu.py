"""The menu of the positions table: which columns, grouped how, looks kept by name, and the rows as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from monitor.language import tr, translated
from ui.actions import key_words
from ui.table_look import GROUPINGS, LONGEST_NAME, TableLook


class TableMenu(QObject):
    """Opens the menu and tells what was chosen.

    Signals:
        look_wanted, look_kept: a TableLook to use, to keep. look_forgotten: its name.
        copy_wanted: True for all rows, False for the selected one. export_wanted: the rows as a file.
    """

    look_wanted = Signal(object)
    look_kept = Signal(object)
    look_forgotten = Signal(str)
    copy_wanted = Signal(bool)
    export_wanted = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane

    def open(
        self, place: QPoint, look: TableLook, looks: Sequence[TableLook], titles: Sequence[str], more: Sequence[str]
    ) -> QMenu:
        """Open the menu at a place on the screen and return it.

        Args:
            look: the one in use. looks: those kept. titles: of the columns that may be left out.
            more: of those that may be added.
        """
        menu = QMenu(self._pane)
        columns = menu.addMenu(tr("Columns"))
        self._add_columns(columns, look, titles)
        self._add_more(columns.addMenu(tr("More: what can be lost")), look, more)
        self._add_groups(menu.addMenu(tr("Group by")), look)
        self._add_looks(menu.addMenu(tr("Views")), look, looks)
        menu.addSeparator()
        _add(menu, f"{tr('Copy this position')}\t{key_words('Ctrl+C')}", lambda: self.copy_wanted.emit(False))
        _add(menu, f"{tr('Copy all rows')}\t{key_words('Ctrl+Shift+C')}", lambda: self.copy_wanted.emit(True))
        _add(menu, f"{tr('Export as CSV …')}\t{key_words('Ctrl+E')}", self.export_wanted.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _use(self, look: TableLook, **changes: object) -> Callable[[], None]:
        return lambda: self.look_wanted.emit(replace(look, **{"name": "", **changes}))

    def _add_columns(self, menu: QMenu, look: TableLook, titles: Sequence[str]) -> None:
        for title in titles:
            rest = tuple(other for other in look.hidden if other != title)
            shown = title not in look.hidden
            _tick(_add(menu, translated(title), self._use(look, hidden=(*rest, title) if shown else rest)), shown)
        menu.addSeparator()
        _add(menu, tr("The usual columns"), self._use(look, hidden=(), added=(), order=(), widths={}))

    def _add_more(self, menu: QMenu, look: TableLook, titles: Sequence[str]) -> None:
        for title in titles:
            rest = tuple(other for other in look.added if other != title)
            shown = title in look.added
            _tick(_add(menu, translated(title), self._use(look, added=rest if shown else (*rest, title))), shown)
        menu.addSeparator()
        _add(menu, tr("All of them"), self._use(look, added=tuple(titles)))

    def _add_groups(self, menu: QMenu, look: TableLook) -> None:
        for group, words in GROUPINGS:
            _tick(_add(menu, words, self._use(look, group=group)), look.group == group)

    def _add_looks(self, menu: QMenu, look: TableLook, looks: Sequence[TableLook]) -> None:
        _add(menu, tr("As it was"), self._use(TableLook()))
        for kept in looks:
            _tick(_add(menu, _plain(kept.name), self._use(kept, name=kept.name)), kept.name == look.name)
        menu.addSeparator()
        _add(menu, tr("Keep this view …"), lambda: self._keep(look))
        forget = menu.addMenu(tr("Forget"))
        forget.setEnabled(bool(looks))
        for kept in looks:
            _add(forget, _plain(kept.name), lambda name=kept.name: self.look_forgotten.emit(name))

    def _keep(self, look: TableLook) -> None:
        name, agreed = QInputDialog.getText(
            self._pane, tr("Keep this view"), tr("Name of the view:"), QLineEdit.EchoMode.Normal, look.name
        )
        name = name.strip()[:LONGEST_NAME]
        if agreed and name:
            self.look_kept.emit(replace(look, name=name))


def _add(menu: QMenu, words: str, do: Callable[..., None]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _on=False: do())
    return action


def _tick(action: QAction, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)


def _plain(name: str) -> str:
    """A name as a menu shows it: an ampersand is no shortcut."""
    return name.replace("&", "&&")
