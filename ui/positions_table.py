"""The pane of positions: title, segments, filter, and the table. Rows do not move under a mouse that is in use.

Columns drop as the pane gets narrower; the distance column takes what is left.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from monitor.messages import AlertEvent
from ui import format as fmt
from ui.columns import PADDING, POSITION_COLUMNS, SORTED_COLUMN
from ui.empty_state import EmptyState
from ui.painting import HINTS, LEFT, RIGHT, Ink, Panel, polygon
from ui.table_model import SEGMENTS, AnyIndex, Cell, PositionsModel
from ui.theme import Theme, face
from ui.view import View

ROW_HEIGHT = 48
IN_USE_MS = 8_000
HEADER_HEIGHT = 32
STRETCH, FIXED = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Fixed


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


class PositionsTable(QTableView):
    """The rows. `row_chosen` tells the key of the row that became current."""

    row_chosen = Signal(str)

    def __init__(self, theme: Theme, model: PositionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._selecting = False
        self._moved = QElapsedTimer()  # since the mouse moved over the rows
        self.setMouseTracking(True)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, model, self))
        self.setHorizontalHeader(TableHeader(theme, model, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(FIXED)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Positions, nearest liquidation first")
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        theme.changed.connect(self.viewport().update)

    def select(self, key: str) -> None:
        """Make a position's row the current one, without telling it again."""
        number = self._model.row_of(key)
        if number is not None and self.currentIndex().row() != number:
            self._selecting = True
            self.selectRow(number)
            self._selecting = False

    def step(self, by: int) -> None:
        """Move the selection up or down."""
        count = self._model.rowCount()
        if count:
            current = self.currentIndex().row()
            self.selectRow(max(0, min(count - 1, current + by)) if current >= 0 else 0)

    def visible_rows(self) -> range:
        """Return the numbers of the rows that can be seen; none while the table is hidden."""
        if not self.isVisible():
            return range(0)
        top = max(0, self.rowAt(0))
        return range(top, top + self.viewport().height() // ROW_HEIGHT + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; leave every printable key to the window: nothing is searched by typing."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def is_in_use(self) -> bool:
        """Whether the mouse is over the rows and has moved lately: one that was left there holds nothing back."""
        return self._moved.isValid() and self._moved.elapsed() < IN_USE_MS

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hold the order under the mouse."""
        super().enterEvent(event)
        self._moved.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on holding it."""
        super().mouseMoveEvent(event)
        self._moved.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the rows move again."""
        super().leaveEvent(event)
        self._moved.invalidate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the columns that find no room."""
        width = event.size().width()
        for number, column in enumerate(self._model.columns):
            self.setColumnHidden(number, width < column.drop_below)
        super().resizeEvent(event)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        for number, column in enumerate(self._model.columns):
            header.setSectionResizeMode(number, STRETCH if column.stretch else FIXED)
            self.setColumnWidth(number, column.width)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._selecting:
            self.row_chosen.emit(self._model.rows[current.row()].risk.key)


class RowDelegate(QStyledItemDelegate):
    """Paints every cell with one call: reads the row itself, not roles."""

    def __init__(self, theme: Theme, model: PositionsModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._model, self._table = theme, model, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        number, column = index.row(), index.column()
        row = self._model.rows[number]
        rect: QRect = option.rect
        current = self._table.currentIndex().row() == number
        ink = Ink(painter, self._theme)
        painter.save()
        painter.setRenderHints(HINTS)
        self._draw_ground(ink, QRectF(rect), column, current, row.risk.level if not (row.stale or row.end) else 0)
        cell = Cell(
            left=rect.left(), top=rect.top(), width=rect.width(), height=rect.height(), view=self._model.view,
            selected=current,
        )  # fmt: skip
        self._model.columns[column].draw(ink, row, self._model.texts(number)[column], cell)
        painter.restore()

    def _draw_ground(self, ink: Ink, rect: QRectF, column: int, current: bool, level: int) -> None:
        theme, painter = self._theme, ink.painter
        if current:
            painter.fillRect(rect, theme.color("selected"))
            if column == 0:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        elif level == 3:
            painter.fillRect(rect, theme.color("critical", 18))
        ink.line(rect.left(), rect.bottom(), rect.right(), rect.bottom(), theme.color("line", 150))
        if current and self._table.hasFocus():
            for y in (rect.top() + 1, rect.bottom() - 1):
                ink.line(rect.left(), y, rect.right(), y, theme.color("accent"), 2)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)


class TableHeader(QHeaderView):
    """The column titles; the sorted one is marked."""

    def __init__(self, theme: Theme, model: PositionsModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._model = theme, model
        self.setFixedHeight(HEADER_HEIGHT)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        painter.save()
        painter.setRenderHints(HINTS)
        ink, theme = Ink(painter, self._theme), self._theme
        column = self._model.columns[section]
        inner = QRectF(rect).adjusted(PADDING, 0, -PADDING, 0)
        active = section == SORTED_COLUMN
        kind = face(11, 600 if active else 500)
        color = theme.color("text" if active else "text3")
        used = ink.text(inner, RIGHT if column.right else LEFT, column.title, kind, color)
        if active:
            x, y = inner.left() + used + 9, inner.center().y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(polygon((x - 3.6, y + 2), (x + 3.6, y + 2), (x, y - 3)))
        ink.line(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom(), theme.color("line"))
        painter.restore()


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
