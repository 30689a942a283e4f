"""The pane of positions: title, segments, filter box, and the table or the reason why it is empty."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
)

from monitor.language import tr, tr_count, translated
from monitor.messages import AlertEvent
from ui.columns import POSITION_COLUMNS
from ui.dialog_style import with_gutter
from ui.empty_state import EmptyState
from ui.icons import IconButton
from ui.painting import Panel
from ui.positions_table import PositionsTable
from ui.table_export import as_text, write_csv
from ui.table_look import TableColumns, TableLook, with_look, without_look
from ui.table_menu import TableMenu
from ui.table_model import SEGMENTS, PositionsModel
from ui.theme import Theme
from ui.view import View

BESIDE = 8  # px left of the rows, about as wide as what is kept for their bar at the right
TOP_HEIGHT = 30  # px, as high as its buttons


class PositionsPane(Panel):
    """All positions.

    Signals:
        position_selected: key of the row that the user, or the first update, selected.
        accounts_requested, demo_requested, steps_requested: the buttons shown while there is nothing to guard.
        look_changed: the TableLook in use and the ones kept. told: a sentence for the user.
    """

    position_selected = Signal(str)
    accounts_requested = Signal()
    demo_requested = Signal()
    steps_requested = Signal()
    look_changed = Signal(object, object)
    told = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look = TableLook()
        self.looks: tuple[TableLook, ...] = ()
        self.model = PositionsModel(POSITION_COLUMNS, self)
        self.table = with_gutter(PositionsTable(theme, self.model))
        self.table.row_chosen.connect(self.position_selected)
        self.table.columns_changed.connect(self._keep_columns)
        self._empty = EmptyState(theme)
        self._empty.accounts_requested.connect(self.accounts_requested)
        self._empty.demo_requested.connect(self.demo_requested)
        self._empty.steps_requested.connect(self.steps_requested)
        self._empty.all_requested.connect(self.show_all)
        self._segments = [_segment_button(translated(segment.title)) for segment in SEGMENTS]
        self.filter = _filter_box()
        self.filter.textChanged.connect(lambda _text: self._choose())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda place: self.open_menu(self.table.viewport().mapToGlobal(place))
        )
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.open_menu(header.mapToGlobal(place)))
        self._menu = TableMenu(self)
        self._menu.look_wanted.connect(self.use_look)
        self._menu.look_kept.connect(self.keep_look)
        self._menu.look_forgotten.connect(self.forget_look)
        self._menu.copy_wanted.connect(lambda everything: self.copy_rows(everything=everything))
        self._menu.export_wanted.connect(self.export_rows)
        self._leave_out()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(0)
        layout.addLayout(self._top_line())
        rows = QVBoxLayout()
        rows.setContentsMargins(BESIDE, 0, 0, 0)
        rows.addLayout(self._stack)
        layout.addLayout(rows, 1)

    def _top_line(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 22, 8)  # ends where the figures of the last column do
        top.setSpacing(2)
        top.addStrut(TOP_HEIGHT)  # the title stays where it is when the rest is hidden
        self._heading, self._quiet = QLabel(tr("Positions")), QLabel(tr("nearest liquidation first"))
        self._heading.setObjectName("heading")
        self._quiet.setObjectName("quiet")
        top.addWidget(self._heading)
        top.addSpacing(8)
        top.addWidget(self._quiet)
        top.addStretch(1)
        group = QButtonGroup(self)
        for number, button in enumerate(self._segments):
            group.addButton(button, number)
            top.addWidget(button)
        self._segments[0].setChecked(True)
        group.idClicked.connect(lambda _number: self._choose())
        top.addSpacing(8)
        top.addWidget(self.filter)
        top.addSpacing(4)
        self.menu_button = IconButton(self._theme, "sliders", tr("Columns, groups, views, export"))
        button = self.menu_button
        button.clicked.connect(lambda: self.open_menu(button.mapToGlobal(QPoint(0, button.height() + 4))))
        top.addWidget(button)
        return top

    def open_menu(self, place: QPoint) -> QMenu:
        """Open the table's menu at a place on the screen."""
        return self._menu.open(place, self._look, self.looks, self.column_titles(), self.more_titles())

    def show_view(self, view: View) -> None:
        """Show the view's positions."""
        self.model.frozen = self.table.is_in_use()
        self.model.show_view(view, self.table.visible_rows())
        if self.model.group:
            self.table.fit_groups()
        for button, segment, count in zip(self._segments, SEGMENTS, self.model.counts(), strict=True):
            title = translated(segment.title)
            words = f"{title} {count}"
            if button.text() != words:
                button.setText(words)
                button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))  # never narrower again
                button.setAccessibleName(f"{title}: " + tr_count("{count} position", "{count} positions", count))
        self.table.select(view.focus)
        self._show_table_or_words()

    def add_event(self, event: AlertEvent) -> None:
        """Mark a position that has ended."""
        self.model.add_end(event)

    def show_account(self, account_id: str) -> None:
        """Filter by an account, or stop doing so when that is the filter."""
        self.filter.setText("" if self.filter.text() == account_id else account_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the subtitle where it finds no room."""
        super().resizeEvent(event)
        self._show_choices()
        roomy = self.width() >= 760
        self.filter.setFixedWidth(190 if roomy else 104)
        self.filter.setPlaceholderText(tr("Filter symbol or account") if roomy else tr("Filter"))

    def begin_filter(self) -> None:
        """Give the keyboard to the filter, also before the first positions are there: what is typed waits for them."""
        if not self.model.view.is_first_time:
            self.filter.show()
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_all(self) -> None:
        """Show every position again: no segment, no filter."""
        self._segments[0].setChecked(True)
        self.filter.clear()
        self._choose()

    def _show_choices(self) -> None:
        """Show what one can choose by, where there is something to choose among."""
        update = self.model.view.update
        some = (update is not None and bool(update.positions)) or bool(self.model.rows)
        for widget in (*self._segments, self.menu_button):
            widget.setVisible(some)
        in_use = self.filter.hasFocus() or bool(self.filter.text())
        self.filter.setVisible(some or (in_use and not self.model.view.is_first_time))
        self._heading.setVisible(not self.model.view.is_first_time)
        self._quiet.setVisible(some and self.width() >= 840)

    # ------------------------------------------------------------------ the look

    @property
    def look(self) -> TableLook:
        """How the positions are looked at now."""
        return self._look

    def column_titles(self) -> tuple[str, ...]:
        """Return the titles of the columns that may be left out: not which position it is, nor how far it is."""
        return tuple(column.title for column in self.model.columns[1:] if not (column.stretch or column.optional))

    def more_titles(self) -> tuple[str, ...]:
        """Return the titles of the columns that are shown only when they are asked for."""
        return tuple(column.title for column in self.model.columns if column.optional)

    def use_look(self, look: TableLook) -> None:
        """Look at the positions so; what the look names and there is no more is left aside."""
        titles = [segment.title for segment in SEGMENTS]
        segment = titles.index(look.segment) if look.segment in titles else 0
        self._look = replace(
            look,
            hidden=tuple(title for title in look.hidden if title in self.column_titles()),
            added=tuple(title for title in look.added if title in self.more_titles()),
        )
        self._segments[segment].setChecked(True)
        self._leave_out()
        self.table.use_columns(look.columns)
        self.filter.blockSignals(True)
        self.filter.setText(look.words)
        self.filter.blockSignals(False)
        self._choose(name=look.name)

    def _keep_columns(self, columns: TableColumns) -> None:
        self._look = replace(self._look, order=columns.order, widths=columns.widths)
        self.look_changed.emit(self._look, self.looks)

    def _leave_out(self) -> None:
        wanted = self._look.added
        self.table.leave_out((*self._look.hidden, *(title for title in self.more_titles() if title not in wanted)))

    def keep_look(self, look: TableLook) -> None:
        """Keep a look by its name."""
        self.looks = with_look(self.looks, look)
        self.use_look(look)

    def forget_look(self, name: str) -> None:
        """Forget a kept look."""
        self.looks = without_look(self.looks, name)
        self.look_changed.emit(self._look, self.looks)

    def restore_looks(self, look: TableLook, looks: tuple[TableLook, ...]) -> None:
        """Look as at the last end of the program."""
        self.looks = looks
        self.use_look(look)

    # ------------------------------------------------------------------ rows as text

    def copy_rows(self, *, everything: bool) -> None:
        """Copy the selected position, or all that are shown, to the clipboard: raw values, tabs between them."""
        current = self.table.currentIndex().row()
        if not everything and current < 0:
            self.told.emit(tr("Nothing is copied: no position is selected."))
            return
        rows = self.model.rows if everything else self.model.rows[current : current + 1]
        text = as_text((row.risk for row in rows), self.model.view.now_ms, separator="\t")
        QGuiApplication.clipboard().setText(text)
        self.told.emit(
            tr(
                "Copied {positions}, with the names of the figures.",
                positions=tr_count("{count} position", "{count} positions", len(rows)),
            )
        )

    def export_rows(self) -> None:
        """Ask for a file and write the rows that are shown."""
        name, _kind = QFileDialog.getSaveFileName(self, tr("Export positions"), "positions.csv", "CSV (*.csv)")
        if name:
            self.write_rows(Path(name))

    def write_rows(self, path: Path) -> None:
        """Write the rows that are shown as CSV and say how it went."""
        try:
            write_csv(path, (row.risk for row in self.model.rows), self.model.view.now_ms)
        except OSError as error:
            self.told.emit(tr("{name} could not be written: {error}.", name=path.name, error=error.strerror or error))
        else:
            self.told.emit(
                tr(
                    "{positions} written to {name}.",
                    positions=tr_count("{count} position", "{count} positions", len(self.model.rows)),
                    name=path.name,
                )
            )

    # ------------------------------------------------------------------ inside

    def _choose(self, name: str = "") -> None:
        segment = next(number for number, button in enumerate(self._segments) if button.isChecked())
        self._look = replace(self._look, name=name, segment=SEGMENTS[segment].title, words=self.filter.text())
        self.model.choose(segment, self.filter.text(), self._look.group)
        self.table.fit_groups()
        self._quiet.setText(name or tr("nearest liquidation first"))
        self._show_table_or_words()
        self.look_changed.emit(self._look, self.looks)

    def _show_table_or_words(self) -> None:
        self._show_choices()
        filtered = bool(self.model.segment or self.model.words)
        self._empty.show_view(self.model.view, filtered)
        self._stack.setCurrentWidget(self.table if self.model.rows else self._empty)


def _segment_button(title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName("flat")
    button.setCheckable(True)
    button.setAccessibleName(title)
    return button


def _filter_box() -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText(tr("Filter symbol or account"))
    box.setAccessibleName(tr("Filter positions by symbol or account"))
    box.setToolTip(tr("Filter (/)"))
    box.setClearButtonEnabled(True)
    return box
