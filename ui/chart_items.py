"""What the chart draws beside its lines: the candles in sight in two batches, and the danger zone. Loads pyqtgraph.

Of many candles only those in view are laid out; where they are narrower than two pixels, neighbours become one bar with
their highest high and lowest low: nothing that touched a price is lost.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from monitor.messages import Candles
from ui.chart_marks import ViewItem, view_rect
from ui.painting import NO_PEN
from ui.theme import Theme

BODY = 0.34  # half the width of a candle, in candles
LEAST_PX = 2.0  # a bar is at least that wide
Batch = tuple[str, pg.Qt.internals.PrimitiveArray, pg.Qt.internals.PrimitiveArray]


class CandleItem(pg.GraphicsObject):  # type: ignore[misc]
    """All candles in two batches, rising and falling."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars = np.empty((4, 0))  # open, high, low, close
        self._batches: list[Batch] = []
        self._laid: tuple[int, int, int] | None = None  # first, end and step of the batches
        self._bounds = QRectF()

    def set_candles(self, candles: Candles | None) -> None:
        """Take the bars; they are laid out when they are painted."""
        self.prepareGeometryChange()
        self._bounds, self._laid = QRectF(), None
        rows = () if candles is None else (candles.open, candles.high, candles.low, candles.close)
        self._bars = np.array(rows, dtype=float) if rows and rows[0] else np.empty((4, 0))
        if self.count:
            lowest, highest = self.range_of(0, self.count)
            self._bounds = QRectF(-1, lowest, self.count + 2, highest - lowest)
        self.update()

    @property
    def count(self) -> int:
        """How many candles there are."""
        return int(self._bars.shape[1])

    def range_of(self, first: int, end: int) -> tuple[float, float]:
        """Return the lowest and the highest price of some candles [quote per base]."""
        return float(self._bars[2, first:end].min()), float(self._bars[1, first:end].max())

    def boundingRect(self) -> QRectF:
        """All candles."""
        return self._bounds

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Draw both batches."""
        self._lay_out()
        for token, wicks, bodies in self._batches:
            color = self._theme.color(token)
            pen = QPen(color, 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(*wicks.drawargs())
            painter.setPen(NO_PEN)
            painter.setBrush(color)
            painter.drawRects(*bodies.drawargs())

    def _lay_out(self) -> None:
        """Make the batches of what is in view, if it is not what they hold already."""
        box = self.getViewBox()
        if box is None or not self.count:
            self._batches.clear()
            return
        left, right = box.viewRange()[0]
        step = max(1, int(np.ceil(LEAST_PX * (right - left) / max(1.0, box.width()))))
        step = 1 << (step - 1).bit_length()  # powers of two: bars keep their neighbours while the view moves
        first = max(0, int(left) // step * step)
        end = min(self.count, int(np.ceil(right)) + 1)
        if (first, end, step) == self._laid:
            return
        self._laid = (first, end, step)
        self._batches.clear()
        if first >= end:
            return
        opened, high, low, close = merged(self._bars[:, first:end], step)
        place = first + np.arange(len(opened), dtype=float) * step + (step - 1) / 2
        thin = float(high.max() - low.min()) * 0.002 or float(high.max()) * 1e-6
        rising = close >= opened
        for token, chosen in (("profit", rising), ("loss", ~rising)):
            wicks = _wicks(place[chosen], low[chosen], high[chosen])
            bodies = _bodies(place[chosen], opened[chosen], close[chosen], thin, BODY * step)
            self._batches.append((token, wicks, bodies))


def merged(bars: np.ndarray, step: int) -> np.ndarray:
    """Return bars of `step` neighbours each: first open, highest high, lowest low, last close.

    Args:
        bars: (4, n) open, high, low, close.

    Returns:
        (4, ceil(n / step)).
    """
    if step <= 1:
        return bars
    starts = np.arange(0, bars.shape[1], step)
    ends = np.minimum(starts + step, bars.shape[1]) - 1
    return np.array(
        [
            bars[0, starts],
            np.maximum.reduceat(bars[1], starts),
            np.minimum.reduceat(bars[2], starts),
            bars[3, ends],
        ]
    )


def _wicks(place: np.ndarray, low: np.ndarray, high: np.ndarray) -> pg.Qt.internals.PrimitiveArray:
    lines = pg.Qt.internals.PrimitiveArray(QLineF, 4)
    lines.resize(len(place))
    memory = lines.ndarray()
    memory[:, 0] = memory[:, 2] = place
    memory[:, 1], memory[:, 3] = low, high
    return lines


def _bodies(
    place: np.ndarray, opened: np.ndarray, close: np.ndarray, thin: float, half: float
) -> pg.Qt.internals.PrimitiveArray:
    boxes = pg.Qt.internals.PrimitiveArray(QRectF, 4)
    boxes.resize(len(place))
    memory = boxes.ndarray()
    change = close - opened
    memory[:, 0], memory[:, 1], memory[:, 2] = place - half, opened, 2 * half
    memory[:, 3] = np.where(np.abs(change) < thin, thin, change)
    return boxes


class ZoneItem(ViewItem):
    """The danger zone: from the liquidation price on, fading away from it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._price: float | None = None
        self._side = ""
        self._stale = False
        self.setZValue(-20)

    def set_zone(self, price: float | None, side: str, *, stale: bool) -> None:
        """Say where it begins and on which side it lies; a stale one is grey."""
        if (price, side, stale) != (self._price, self._side, self._stale):
            self._price, self._side, self._stale = price, side, stale
            self.update()

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Fill from the liquidation price to the edge."""
        price = self._price
        if price is None:
            return
        view = view_rect(self)
        edge = (
            view.bottom() if self._side == "short" else view.top()
        )  # the axis points up: bottom() is the highest price
        if (edge - price) * (1 if self._side == "short" else -1) <= 0:
            return
        # in pixels: a gradient over a few millionths of a coin's price is lost in the transform
        place = painter.worldTransform()
        area = place.mapRect(QRectF(QPointF(view.left(), price), QPointF(view.right(), edge)).normalized())
        gradient = QLinearGradient(
            QPointF(0, place.map(QPointF(0, price)).y()), QPointF(0, place.map(QPointF(0, edge)).y())
        )
        token = "stale" if self._stale else "critical"
        gradient.setColorAt(0, self._theme.color(token, 95 if self._theme.is_dark else 70))
        gradient.setColorAt(1, self._theme.color(token, 14))
        painter.save()
        painter.resetTransform()
        painter.fillRect(area, QBrush(gradient))
        painter.restore()
