"""The pane of positions: title, segments, filter box, and the table or the reason why it is empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from monitor.messages import AlertEvent
from ui import format as fmt
from ui.columns import POSITION_COLUMNS
from ui.empty_state import EmptyState
from ui.painting import Panel
from ui.positions_table import PositionsTable
from ui.table_model import SEGMENTS, PositionsModel
from ui.theme import Theme
from ui.view import View


class PositionsPane(Panel):
    """All positions.

    Signals:
        position_selected: key of the row that the user, or the first update, selected.
        accounts_requested, demo_requested: the buttons shown while there is nothing to guard.
    """

    position_selected = Signal(str)
    accounts_requested = Signal()
    demo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = PositionsModel(POSITION_COLUMNS, self)
        self.table = PositionsTable(theme, self.model)
        self.table.row_chosen.connect(self.position_selected)
        self._empty = EmptyState(theme)
        self._empty.accounts_requested.connect(self.accounts_requested)
        self._empty.demo_requested.connect(self.demo_requested)
        self._segments = [_segment_button(segment.title) for segment in SEGMENTS]
        self.filter = _filter_box()
        self.filter.textChanged.connect(lambda _text: self._choose())
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(0)
        layout.addLayout(self._top_line())
        layout.addLayout(self._stack, 1)

    def _top_line(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 12, 10)
        top.setSpacing(2)
        heading, self._quiet = QLabel("Positions"), QLabel("nearest liquidation first")
        heading.setObjectName("heading")
        self._quiet.setObjectName("quiet")
        top.addWidget(heading)
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
        return top

    def show_view(self, view: View) -> None:
        """Show the view's positions."""
        self.model.frozen = self.table.is_in_use()
        self.model.show_view(view, self.table.visible_rows())
        for button, segment, count in zip(self._segments, SEGMENTS, self.model.counts(), strict=True):
            words = f"{segment.title} {count}"
            if button.text() != words:
                button.setText(words)
                button.setAccessibleName(f"{segment.title}: {fmt.plural(count, 'position')}")
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
        self._quiet.setVisible(self.width() >= 840)
        roomy = self.width() >= 760
        self.filter.setFixedWidth(190 if roomy else 120)
        self.filter.setPlaceholderText("Filter symbol or account" if roomy else "Filter")

    def _choose(self) -> None:
        segment = next(number for number, button in enumerate(self._segments) if button.isChecked())
        self.model.choose(segment, self.filter.text())
        self._show_table_or_words()

    def _show_table_or_words(self) -> None:
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
    box.setPlaceholderText("Filter symbol or account")
    box.setAccessibleName("Filter positions by symbol or account")
    box.setToolTip("Filter (/)")
    box.setClearButtonEnabled(True)
    return box
