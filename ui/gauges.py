"""The two pictures of risk: the round gauge of a margin ratio and the bar of a distance to liquidation.

Ratios and distances are fractions. Both show where the user's thresholds lie; a stale figure is hatched and grey.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QPen

from monitor.settings import Thresholds
from ui import format as fmt
from ui.painting import CENTER, NO_BRUSH, NO_PEN, ROUND, SOLID, Ink
from ui.theme import face

FULL_DISTANCE = 0.40  # the bar is full from here on; its scale is the square root, so that the last percents are long
START_DEGREES, SPAN_DEGREES = 225.0, -270.0


def gauge(
    ink: Ink,
    center: QPointF,
    radius: float,
    ratio: float | None,
    level: int,
    limits: Thresholds,
    *,
    stale: bool = False,
    thick: float = 7.0,
) -> None:
    """Draw a margin ratio, 0 safe to 1 liquidation, with a tick at each threshold."""
    theme, painter = ink.theme, ink.painter
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(NO_BRUSH)
    _arc(ink, box, 1.0, theme.color("track"), thick)
    if ratio is not None:
        color = theme.color("stale") if stale else theme.level(level)
        _arc(ink, box, min(1.0, max(0.015, ratio)), color, thick)
    for limit, token in ((limits.warning, "watch"), (limits.danger, "danger"), (limits.critical, "critical")):
        angle = math.radians(START_DEGREES + SPAN_DEGREES * limit)
        inner, outer = radius + thick / 2 + 2.2, radius + thick / 2 + 5.6
        painter.setPen(QPen(theme.color(token), 1.6, SOLID, ROUND))
        painter.drawLine(_on_circle(center, inner, angle), _on_circle(center, outer, angle))
    digits, _, percent = fmt.used(ratio).partition(fmt.NARROW)
    color = theme.color("text3" if stale or ratio is None else "text")
    wide = 2 * radius - thick
    kind = face(int(radius * (0.58 if len(digits) < 3 else 0.5)), 600, True)
    ink.text(
        QRectF(center.x() - wide / 2, center.y() - radius * 0.62, wide, radius * 0.95), CENTER, digits, kind, color
    )
    below = QRectF(center.x() - wide / 2, center.y() + radius * 0.22, wide, radius * 0.5)
    ink.text(below, CENTER, percent, face(max(9, int(radius * 0.30)), 500), theme.color("text3"))


def distance_bar(
    ink: Ink,
    rect: QRectF,
    distance: float | None,
    level: int,
    limits: Thresholds,
    *,
    stop_distance: float | None = None,
    stale: bool = False,
    notch: QColor | None = None,
) -> None:
    """Draw what is left to liquidation; the shorter the worse. A tick stands where the stop would close.

    Args:
        distance: fraction of the mark; None draws the empty track.
        stop_distance: from the mark; the tick stands at distance - stop_distance, measured from liquidation.
        notch: the ground's colour, in which the thresholds are cut into the bar.
    """
    theme, height = ink.theme, rect.height()
    ink.box(rect, height / 2, theme.color("track"))
    if distance is None:
        return
    filled = QRectF(rect.left(), rect.top(), max(height, rect.width() * scale(distance)), height)
    if stale:
        _fill_bar(ink, rect, filled, theme.color("stale", 110))
        ink.hatch(filled, theme.color("panel"), height / 2, step=6.0)
    else:
        _fill_bar(ink, rect, filled, _bar_fill(ink, filled, level))
    for limit in (limits.warning, limits.danger, limits.critical):
        x = rect.left() + rect.width() * scale(limit)
        ink.line(x, rect.top(), x, rect.bottom(), notch or theme.color("panel"), 1.2)
    if stop_distance is not None and distance > stop_distance:
        x = rect.left() + rect.width() * scale(distance - stop_distance)
        ink.line(x, rect.top() - 3.5, x, rect.bottom() + 3.5, theme.color("text2" if stale else "text"), 2)


def scale(distance: float) -> float:
    """Return how much of the bar a distance fills, 0..1: the square root of its share of FULL_DISTANCE."""
    return math.sqrt(min(1.0, max(0.0, distance) / FULL_DISTANCE))


def ratio_bar(
    ink: Ink, rect: QRectF, ratio: float | None, level: int, limits: Thresholds, *, stale: bool = False
) -> None:
    """Draw a margin ratio as a bar, 0 safe to 1 liquidation, with a notch at each threshold; None draws the track."""
    theme = ink.theme
    ink.box(rect, rect.height() / 2, theme.color("track"))
    if ratio is not None:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * min(1.0, ratio)))
        _fill_bar(ink, rect, filled, theme.color("stale") if stale else theme.level(level))
    for limit in (limits.warning, limits.danger, limits.critical):
        x = rect.left() + rect.width() * limit
        ink.line(x, rect.top(), x, rect.bottom(), theme.color("panel"), 1.2)


def _fill_bar(ink: Ink, whole: QRectF, filled: QRectF, brush: QBrush | QColor) -> None:
    """Fill a bar; its end is flat: a round one just beyond a threshold would be torn to a splinter by its notch."""
    radius, painter = whole.height() / 2, ink.painter
    if filled.right() > whole.right() - radius:
        ink.box(filled, radius, brush)
        return
    path = QPainterPath(filled.topRight())
    path.lineTo(filled.left() + radius, filled.top())
    path.arcTo(QRectF(filled.left(), filled.top(), 2 * radius, 2 * radius), 90, 180)
    path.lineTo(filled.bottomRight())
    path.closeSubpath()
    painter.setPen(NO_PEN)
    painter.setBrush(brush)
    painter.drawPath(path)


def _bar_fill(ink: Ink, rect: QRectF, level: int) -> QBrush:
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    gradient.setColorAt(0, ink.theme.level(level, 150 if level else 110))
    gradient.setColorAt(1, ink.theme.level(level, 255 if level else 185))
    return QBrush(gradient)


def _arc(ink: Ink, box: QRectF, part: float, color: QColor, thick: float) -> None:
    ink.painter.setPen(QPen(color, thick, SOLID, ROUND))
    ink.painter.drawArc(box, int(START_DEGREES * 16), int(SPAN_DEGREES * 16 * part))


def _on_circle(center: QPointF, radius: float, angle: float) -> QPointF:
    return QPointF(center.x() + radius * math.cos(angle), center.y() - radius * math.sin(angle))
