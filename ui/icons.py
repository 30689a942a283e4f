"""Line icons, drawn: sharp at every scale and in every theme. Each is strokes in a 16 by 16 box."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from ui.painting import HINTS, NO_BRUSH, ROUND, ROUND_JOIN, SOLID, Ink, polygon
from ui.theme import Theme


def draw_icon(ink: Ink, kind: str, center: QPointF, size: float, color: QColor, width: float = 1.5) -> None:
    """Draw an icon by name.

    Raises:
        KeyError: there is no such icon.
    """
    painter = ink.painter
    painter.save()
    painter.translate(center.x() - size / 2, center.y() - size / 2)
    painter.scale(size / 16, size / 16)
    painter.setPen(QPen(color, width, SOLID, ROUND, ROUND_JOIN))
    painter.setBrush(NO_BRUSH)
    _STROKES[kind](painter)
    painter.restore()


def _eye(painter: QPainter) -> None:
    lids = QPainterPath(QPointF(1.5, 8))
    lids.quadTo(8, 0.5, 14.5, 8)
    lids.quadTo(8, 15.5, 1.5, 8)
    painter.drawPath(lids)
    painter.drawEllipse(QPointF(8, 8), 2.1, 2.1)


def _eye_off(painter: QPainter) -> None:
    _eye(painter)
    painter.drawLine(QPointF(2.5, 13.5), QPointF(13.5, 2.5))


def _bell(painter: QPainter) -> None:
    body = QPainterPath(QPointF(3, 11.5))
    body.cubicTo(4.6, 10, 3.6, 3, 8, 3)
    body.cubicTo(12.4, 3, 11.4, 10, 13, 11.5)
    body.closeSubpath()
    painter.drawPath(body)
    painter.drawLine(QPointF(7, 13.8), QPointF(9, 13.8))


def _bell_off(painter: QPainter) -> None:
    _bell(painter)
    painter.drawLine(QPointF(2.5, 14), QPointF(13.5, 2))


def _moon(painter: QPainter) -> None:
    disc, shade = QPainterPath(), QPainterPath()
    disc.addEllipse(QPointF(8, 8), 5.6, 5.6)
    shade.addEllipse(QPointF(11, 5.6), 5, 5)
    painter.drawPath(disc.subtracted(shade))


def _sun(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 3, 3)
    for turn in range(8):
        angle = math.pi / 4 * turn
        x, y = math.cos(angle), math.sin(angle)
        painter.drawLine(QPointF(8 + 5 * x, 8 + 5 * y), QPointF(8 + 6.6 * x, 8 + 6.6 * y))


def _menu(painter: QPainter) -> None:
    for y in (4.0, 8.0, 12.0):
        painter.drawLine(QPointF(2.5, y), QPointF(13.5, y))


def _more(painter: QPainter) -> None:
    for x in (3.5, 8.0, 12.5):
        painter.drawEllipse(QPointF(x, 8), 0.7, 0.7)


def _sliders(painter: QPainter) -> None:
    for y, knob in ((4.0, 10.5), (8.0, 5.5), (12.0, 9.0)):
        painter.drawLine(QPointF(2, y), QPointF(knob - 1.8, y))
        painter.drawLine(QPointF(knob + 1.8, y), QPointF(14, y))
        painter.drawEllipse(QPointF(knob, y), 1.8, 1.8)


def _lock(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(3.4, 7, 9.2, 7), 1.6, 1.6)
    bow = QPainterPath(QPointF(5.4, 7))
    bow.cubicTo(5.4, 1.2, 10.6, 1.2, 10.6, 7)
    painter.drawPath(bow)


def _warning(painter: QPainter) -> None:
    painter.drawPolygon(polygon((8, 2), (14.5, 13.5), (1.5, 13.5)))
    painter.drawLine(QPointF(8, 6.5), QPointF(8, 9.5))
    painter.drawPoint(QPointF(8, 11.6))


def _strip(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 2.5, 12, 11), 2, 2)
    painter.drawRoundedRect(QRectF(7.5, 8, 4, 3), 0.8, 0.8)


def _fit(painter: QPainter) -> None:
    for x, y, dx, dy in ((2.5, 2.5, 1, 1), (13.5, 2.5, -1, 1), (2.5, 13.5, 1, -1), (13.5, 13.5, -1, -1)):
        painter.drawPolyline([QPointF(x + 3.2 * dx, y), QPointF(x, y), QPointF(x, y + 3.2 * dy)])


def _again(painter: QPainter) -> None:
    painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 290 * 16)
    painter.drawPolyline([QPointF(9.2, 1), QPointF(11.6, 3.6), QPointF(8.6, 5.6)])


_STROKES: dict[str, Callable[[QPainter], None]] = {
    "eye": _eye,
    "eye_off": _eye_off,
    "bell": _bell,
    "bell_off": _bell_off,
    "moon": _moon,
    "sun": _sun,
    "menu": _menu,
    "more": _more,
    "sliders": _sliders,
    "lock": _lock,
    "warning": _warning,
    "strip": _strip,
    "fit": _fit,
    "again": _again,
}


class IconButton(QPushButton):
    """A real push button that shows an icon; its accessible name is its tip."""

    def __init__(self, theme: Theme, icon: str, name: str, shortcut: str = "") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._said: tuple[str, str, str] | None = None
        self.setFixedSize(QSize(34, 34))
        self.say(icon, name, shortcut)
        theme.changed.connect(self.update)

    def say(self, icon: str, name: str, shortcut: str = "") -> None:
        """Show another icon and name."""
        if (icon, name, shortcut) == self._said:
            return
        self._icon, self._said = icon, (icon, name, shortcut)
        keys = f" ({QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)})" if shortcut else ""
        self.setToolTip(name + keys)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon over the style's button."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        color = self._theme.color("text" if self.isChecked() or self.underMouse() else "text2")
        draw_icon(ink, self._icon, QPointF(self.width() / 2, self.height() / 2), 16, color)
        painter.end()
