"""The table of the journal: single lines, painted; columns drop as it gets narrower."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor.language import tr, translated
from ui.journal_model import COLUMNS, AnyIndex, JournalModel
from ui.painting import HINTS, LEFT, RIGHT, Ink
from ui.plain_table import PaintedHeader, PlainTable
from ui.theme import Theme, face

ROW_HEIGHT = 32
PADDING = 12


class JournalTable(PlainTable):
    """The lines.

    Signals:
        line_chosen: the number of the row that became current, -1 for none. line_opened: the one opened.
    """

    line_chosen = Signal(int)
    line_opened = Signal(int)

    def __init__(self, theme: Theme, model: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, row_height=ROW_HEIGHT, name=tr("Journal, newest first"), parent=parent)
        self._model = model
        self.setItemDelegate(_LineDelegate(theme, model, self))
        self.put_on(_Header(theme, self), COLUMNS)
        self.offer_usual_columns()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(lambda index: self.line_opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line; arrows move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.line_opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.line_chosen.emit(current.row() if current.isValid() else -1)


class _LineDelegate(QStyledItemDelegate):
    """Paints a cell: text, and the level as shape and word."""

    def __init__(self, theme: Theme, model: JournalModel, table: PlainTable) -> None:
        super().__init__(table)
        self._theme, self._model, self._table = theme, model, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        line, column = self._model.lines[index.row()], COLUMNS[index.column()]
        rect, theme = QRectF(option.rect), self._theme
        current = self._table.currentIndex().row() == index.row()
        ink = Ink(painter, theme)
        painter.save()
        painter.setRenderHints(HINTS)
        if current:
            ink.fill(rect, theme.color("selected"))
        ink.line(rect.left(), rect.bottom() - 0.5, rect.right(), rect.bottom() - 0.5, theme.color("line", 120))
        if current and index.column() == 0:
            ink.fill(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        if current and self._table.hasFocus():
            for y in (rect.top() + 1, rect.bottom() - 1):
                ink.line(rect.left(), y, rect.right(), y, theme.color("accent"), 2)
            if self._table.is_last(index.column()):
                ink.line(rect.right() - 1, rect.top(), rect.right() - 1, rect.bottom(), theme.color("accent"), 2)
        inner = rect.adjusted(PADDING, 0, -PADDING if column.right else -4, 0)
        strong = line.event.notify and line.event.level >= 1
        token, weight = ("text", 500) if strong and column.stretch else ("text2" if strong else "text3", 400)
        if column.title == "Level":
            level = line.event.level
            ink.painter.setOpacity(1.0 if strong else 0.55)
            ink.level_shape(inner.left() + 6, inner.center().y(), 11, level)
            ink.painter.setOpacity(1.0)
            inner.adjust(19, 0, 0, 0)
        text = column.text(line, self._model.view)
        align = RIGHT if column.right else LEFT
        ink.text(inner, align, text, face(12, weight, True), theme.color(token), shorten=True)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)


class _Header(PaintedHeader):
    """The column titles."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        painter.save()
        ink, column = self.draw_ground(painter, QRectF(rect), section), COLUMNS[section]
        inner, title = QRectF(rect).adjusted(PADDING, 0, -PADDING if column.right else 0, 0), translated(column.title)
        ink.text(inner, RIGHT if column.right else LEFT, title, face(11, 500), self.theme.color("text3"))
        painter.restore()
