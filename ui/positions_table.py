"""The table of positions: rows, their painter, the header. Rows do not move under a mouse that is in use.

Columns drop as the pane gets narrower; the distance column takes what is left.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from monitor.language import tr, translated
from ui.column_drawing import EDGE, PADDING
from ui.columns import SORTED_COLUMN
from ui.painting import HINTS, LEFT, RIGHT, Ink, polygon
from ui.plain_table import LEAST_STRETCH, PaintedHeader, PlainTable, Sized
from ui.table_model import AnyIndex, Cell, PositionsModel
from ui.theme import Theme, face

ROW_HEIGHT = 48
BAND_HEIGHT = 26  # over the first row of a group
IN_USE_MS = 8_000
LEAST_SHARE = 0.75  # of a column's usual width


class PositionsTable(PlainTable):
    """The rows.

    Signals:
        row_chosen: key of the row that became current.
    """

    row_chosen = Signal(str)

    def __init__(self, theme: Theme, model: PositionsModel, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, model, row_height=ROW_HEIGHT, name=tr("Positions, nearest liquidation first"), parent=parent
        )
        self._model = model
        self._selecting = False
        self._moved = QElapsedTimer()  # since the mouse moved over the rows
        self._left_out: frozenset[str] = frozenset()  # titles of columns that the user does not want
        self.setMouseTracking(True)
        self.setItemDelegate(RowDelegate(theme, model, self))
        self.put_on(TableHeader(theme, model, self), model.columns)
        self.selectionModel().currentRowChanged.connect(self._row_changed)

    def select(self, key: str) -> None:
        """Make a position's row the current one, without telling it again; the nearest one stays in sight."""
        number = self._model.row_of(key)
        if number is not None and self.currentIndex().row() != number:
            self._selecting = True
            self.setAutoScroll(False)
            self.selectRow(number)
            self.setAutoScroll(True)
            self._selecting = False

    def reveal(self, key: str) -> None:
        """Select a position's row and scroll to it: the user wants to see it."""
        self.select(key)
        if self._model.row_of(key) is not None:
            self.scrollTo(self.currentIndex())

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

    def fit_groups(self) -> None:
        """Give the first row of each group room for the group's name."""
        for number in range(self._model.rowCount()):
            height = ROW_HEIGHT + (BAND_HEIGHT if self._model.begins_group(number) else 0)
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)

    def leave_out(self, titles: Iterable[str]) -> None:
        """Show no columns of these titles."""
        self._left_out = self._model.left_out = frozenset(titles)
        self._model.forget_texts()
        self.fit_columns()

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

    def least_width(self, number: int) -> int:
        """Return how narrow a column may be: a figure that is cut off says nothing."""
        return round(LEAST_SHARE * self.usual_width(number))

    def is_dropped(self, column: Sized, width: int) -> bool:
        """Whether a column is not wanted, or finds no room; where some are left out, others need less."""
        saved = sum(one.width for one in self._model.columns if one.title in self._left_out and not one.optional)
        return column.title in self._left_out or width + saved < column.drop_below

    def is_wide(self, needed: int, width: int) -> bool:
        """What the user has added drops none of the usual ones: the table is scrolled sideways then."""
        added = any(one.optional and one.title not in self._left_out for one in self._model.columns)
        rest = next(one.width for one in self._model.columns if one.stretch) - LEAST_STRETCH
        return super().is_wide(needed, width) or (added and needed + rest > width)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._selecting:
            self.row_chosen.emit(self._model.rows[current.row()].risk.key)


class RowDelegate(QStyledItemDelegate):
    """Paints every cell with one call: reads the row itself, not roles."""

    def __init__(self, theme: Theme, model: PositionsModel, table: PlainTable) -> None:
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
        if self._model.begins_group(number):
            self._draw_band(ink, rect, number, column)
            rect = rect.adjusted(0, BAND_HEIGHT, 0, 0)
        self._draw_ground(ink, QRectF(rect), column, current, row.risk.level if not (row.stale or row.end) else 0)
        cell = Cell(
            left=rect.left(), top=rect.top(), width=rect.width(), height=rect.height(), view=self._model.view,
            selected=current,
        )  # fmt: skip
        self._model.columns[column].draw(ink, row, self._model.texts(number)[column], cell)
        painter.restore()

    def _draw_ground(self, ink: Ink, rect: QRectF, column: int, current: bool, level: int) -> None:
        theme = self._theme
        if current:
            ink.fill(rect, theme.color("selected"))
            if column == 0:
                ink.fill(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        elif level == 3:
            ink.fill(rect, theme.color("critical", 18))
        ink.line(rect.left(), rect.bottom() - 0.5, rect.right(), rect.bottom() - 0.5, theme.color("line", 150))
        if current and self._table.hasFocus():
            for y in (rect.top() + 1, rect.bottom() - 1):
                ink.line(rect.left(), y, rect.right(), y, theme.color("accent"), 2)
            if self._table.is_last(column):
                ink.line(rect.right() - 1, rect.top(), rect.right() - 1, rect.bottom(), theme.color("accent"), 2)

    def _draw_band(self, ink: Ink, rect: QRect, number: int, column: int) -> None:
        """Paint a group's name; its last cell paints it, over all of them."""
        band = QRectF(0, rect.top(), rect.right() + 1, BAND_HEIGHT)
        if not self._table.is_last(column):
            return
        theme = self._theme
        ink.fill(band, theme.color("raised"))
        ink.line(band.left(), band.bottom() - 0.5, band.right(), band.bottom() - 0.5, theme.color("line", 150))
        inner = band.adjusted(EDGE, 0, -PADDING, 0)
        name = self._model.group_of(self._model.rows[number])
        used = ink.text(inner, LEFT, name, face(12, 600), theme.color("text2"), shorten=True)
        rest = inner.adjusted(used + 10, 0, 0, 0)
        ink.text(rest, LEFT, self._model.group_words(number), face(12, 400, True), theme.color("text3"), shorten=True)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)


class TableHeader(PaintedHeader):
    """The column titles; the sorted one is marked."""

    def __init__(self, theme: Theme, model: PositionsModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        painter.save()
        ink, theme = self.draw_ground(painter, QRectF(rect), section), self.theme
        column = self._model.columns[section]
        left, right = EDGE if section == 0 else PADDING, PADDING if column.right else 0.0
        inner = QRectF(rect).adjusted(left, 0, -right, 0)
        active = section == SORTED_COLUMN
        kind = face(11, 600 if active else 500)
        color = theme.color("text" if active else "text3")
        title = translated(column.title)
        used = ink.text(inner, RIGHT if column.right else LEFT, title, kind, color)
        if active:
            x, y = inner.left() + used + 9, inner.center().y()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(polygon((x - 3.6, y + 2), (x + 3.6, y + 2), (x, y - 3)))
        painter.restore()
