"""Entries of a list in several lines: what it is called stands out, what is said of it is smaller and quieter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.painting import HINTS, LEFT, Ink
from ui.theme import Theme, face

PAD_X, PAD_Y = 12.0, 8.0
FIRST, REST = 18.0, 16.0  # heights of the lines [px]


def inset(label: QLabel) -> QLabel:
    """Let a title over a list begin where the words of its entries do, and return it."""
    label.setContentsMargins(int(PAD_X), 0, 0, 0)
    return label


def take_focus(items: QListWidget, some: bool) -> None:
    """Let the keyboard reach a list only where it has entries: the ring is around an entry."""
    items.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)


class ItemLines(QStyledItemDelegate):
    """Paints an entry's text line by line; the style sheet gives the ground."""

    def __init__(self, theme: Theme, items: QListWidget) -> None:
        super().__init__(items)
        self._theme = theme
        items.setItemDelegate(self)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, then the lines."""
        self.initStyleOption(option, index)
        lines = str(index.data(Qt.ItemDataRole.DisplayRole)).split("\n")
        option.text = ""
        widget: QWidget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        painter.setRenderHints(HINTS)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        color, ink = self._theme.color, Ink(painter, self._theme)
        place = QRectF(option.rect).adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        first = QRectF(place.left(), place.top(), place.width(), FIRST)
        ink.text(first, LEFT, lines[0], face(13, 500), color("text" if chosen else "text2"), shorten=True)
        for number, line in enumerate(lines[1:]):
            rest = QRectF(place.left(), first.bottom() + REST * number, place.width(), REST)
            ink.text(rest, LEFT, line, face(12), color("text2" if chosen else "text3"), shorten=True)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the lines need."""
        lines = str(index.data(Qt.ItemDataRole.DisplayRole)).count("\n") + 1
        return QSize(10, int(2 * PAD_Y + FIRST + REST * (lines - 1)) + 2)
