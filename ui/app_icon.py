"""The program's icon, and the tray's: the alarm level as a shape, with a badge of what nobody has acknowledged.

The shapes are the window's: circle, triangle, diamond, octagon with "!"; a hollow ring where nothing is known.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from monitor.resources import resource

_DARK = QColor("#0A0D13")
NUMBER_FROM = 22  # px: a number in a smaller icon cannot be read
SIZES = (16, 22, 24, 32, 48, 64)
UNKNOWN = -1
_COLOURS = {UNKNOWN: "#9AA3AD", 0: "#55A3E2", 1: "#FBE38E", 2: "#FF991F", 3: "#FF4468"}
_EDGE = QColor(10, 13, 19, 200)


def app_icon() -> QIcon:
    """Return the program's icon."""
    return QIcon(str(resource("icons", "marginwatch.svg")))


def tray_icon(level: int, unacknowledged: int) -> QIcon:
    """Return the tray's icon.

    Args:
        level: 0..3, or UNKNOWN where the newest data is too old to say.
        unacknowledged: shown as a badge; 0 shows none.
    """
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_pixmap(size, level, unacknowledged))
    return icon


def _pixmap(size: int, level: int, unacknowledged: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 32, size / 32)
    _paint_shape(painter, level)
    if unacknowledged > 0 and size < NUMBER_FROM:
        _paint_dot(painter)
    elif unacknowledged > 0:
        _paint_badge(painter, unacknowledged)
    painter.end()
    return pixmap


def _paint_shape(painter: QPainter, level: int) -> None:
    colour = QColor(_COLOURS.get(level, _COLOURS[UNKNOWN]))
    painter.setPen(QPen(_EDGE, 1.6))  # visible on light and on dark panels
    painter.setBrush(colour)
    if level == UNKNOWN:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 4, Qt.PenStyle.DashLine))
        painter.drawEllipse(QRectF(5, 5, 22, 22))
    elif level <= 0:
        painter.drawEllipse(QRectF(6, 6, 20, 20))
    elif level == 1:
        painter.drawPolygon(QPolygonF([QPointF(16, 3), QPointF(30, 28), QPointF(2, 28)]))
    elif level == 2:
        painter.drawPolygon(QPolygonF([QPointF(16, 1), QPointF(31, 16), QPointF(16, 31), QPointF(1, 16)]))
    else:
        _paint_octagon(painter)


def _paint_octagon(painter: QPainter) -> None:
    corners = [math.radians(22.5 + 45 * corner) for corner in range(8)]
    painter.drawPolygon(QPolygonF([QPointF(16 + 15 * math.cos(a), 16 + 15 * math.sin(a)) for a in corners]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#0A0D13"))
    painter.drawRoundedRect(QRectF(14, 7, 4, 11), 2, 2)
    painter.drawEllipse(QRectF(13.8, 20.6, 4.4, 4.4))


def _paint_dot(painter: QPainter) -> None:
    """Say that something waits, where a number could not be read."""
    painter.setPen(QPen(_DARK, 3))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(QRectF(17.5, 17.5, 13, 13))


def _paint_badge(painter: QPainter, number: int) -> None:
    text = str(number) if number < 10 else "9+"
    box = QRectF(13.5, 13.5, 17.5, 17.5)
    painter.setPen(QPen(_DARK, 1.6))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(box)
    font = QFont("Inter")
    font.setPixelSize(14 if len(text) == 1 else 11)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(_DARK)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
