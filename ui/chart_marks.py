"""What happened when, on the chart: alarms as their level's shape at the lower edge, funding as dotted lines.

Loads pyqtgraph. The horizontal axis counts candles; `place_of` turns an instant [ms UTC] into it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from monitor.messages import AlertEvent, Candles
from ui.painting import HINTS, LEFT, Ink
from ui.theme import Theme, face

HOUR_MS = 3_600_000
MARK_SIZE, MARK_UP = 11.0, 10.0  # px
FUNDING_HEAD = 14.0  # px at the top that belong to the "F" of the funding lines
LEAST_APART = 34.0  # px between two funding lines; nearer ones are not drawn
FAR = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """When funding is settled."""

    next_ms: int
    every_h: float


class ViewItem(pg.GraphicsObject):  # type: ignore[misc]
    """An item as large as what is on screen, drawn in pixels."""

    def boundingRect(self) -> QRectF:
        """The whole view."""
        return view_rect(self)

    def viewRangeChanged(self) -> None:
        """Stay as large as the view."""
        self.prepareGeometryChange()

    viewTransformChanged = viewRangeChanged


class MarkItem(ViewItem):
    """Alarm marks and funding times over the whole view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._times: Sequence[int] = ()
        self._alarms: tuple[AlertEvent, ...] = ()
        self._funding: Funding | None = None
        self.setZValue(-10)

    def set_times(self, candles: Candles | None) -> None:
        """Take the candles whose times place the marks."""
        self._times = candles.open_ms if candles is not None else ()
        self.update()

    def set_marks(self, alarms: tuple[AlertEvent, ...], funding: Funding | None) -> None:
        """Take what to mark."""
        if (alarms, funding) != (self._alarms, self._funding):
            self._alarms, self._funding = alarms, funding
            self.update()

    def alarms_near(self, place: float, reach: float) -> list[AlertEvent]:
        """Return the alarms within `reach` candles of a place, for the read-out."""
        return [one for one in self._alarms if abs(self._place(one.at_ms) - place) <= reach]

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Draw in pixels: shapes keep their size."""
        view = view_rect(self)
        if view.isEmpty() or len(self._times) < 2:
            return
        transform = painter.worldTransform()
        frame = transform.mapRect(view)
        painter.save()
        painter.resetTransform()
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        for place in self._funding_places(view, frame.width()):
            x = transform.map(QPointF(place, view.top())).x()
            painter.setPen(QPen(self._theme.color("demo", 110), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            ink.text(
                QRectF(x + 3, frame.top() + 1, 14, 12),
                LEFT,
                "F",
                face(10, 600),
                self._theme.color("demo"),
                shorten=True,
            )
        for alarm in self._alarms:
            x = transform.map(QPointF(self._place(alarm.at_ms), view.top())).x()
            if frame.left() <= x <= frame.right():
                ink.level_shape(x, frame.bottom() - MARK_UP, MARK_SIZE, alarm.level)
        painter.restore()

    def _funding_places(self, view: QRectF, width: float) -> list[float]:
        """Return where funding was and will be settled, in candles; none where the lines would be a curtain."""
        funding = self._funding
        if funding is None or funding.every_h <= 0:
            return []
        bar_ms, every_ms = self._times[1] - self._times[0], funding.every_h * HOUR_MS
        if every_ms / bar_ms * width / view.width() < LEAST_APART:
            return []
        if funding.next_ms - self._times[-1] > every_ms + 2 * bar_ms:
            return []  # the candles are of another time than the clock: a replay
        count = int((funding.next_ms - self._times[0]) / every_ms) + 1
        places = [self._place(funding.next_ms - number * every_ms, past_end=True) for number in range(count)]
        return [place for place in places if view.left() <= place <= view.right()]

    def _place(self, at_ms: float, *, past_end: bool = False) -> float:
        return place_of(self._times, at_ms, past_end=past_end)


def place_of(times: Sequence[int], at_ms: float, *, past_end: bool) -> float:
    """Return an instant as a number of candles (their middles are whole numbers); far left where no candle is.

    Args:
        times: opening times of the candles, ascending [ms UTC].
        past_end: also instants after the last candle.
    """
    if len(times) < 2 or at_ms < times[0]:
        return FAR
    bar_ms = times[1] - times[0]
    at = bisect_right(times, at_ms) - 1
    inside = (at_ms - times[at]) / bar_ms
    if at < len(times) - 1:
        inside = min(inside, 1.0)  # a gap in the candles has no width
    elif inside > 1.5 and not past_end:
        return FAR
    return at + inside - 0.5


def view_rect(item: pg.GraphicsObject) -> QRectF:
    """What is on screen, in data: asked of the view box, since the item's own inverse fails for tiny prices."""
    box = item.getViewBox()
    if box is None:
        return QRectF()
    (left, right), (low, high) = box.viewRange()
    return QRectF(left, low, right - left, high - low)
