"""What the chart draws beside its lines: all candles in two batches, and the danger zone. Loads numpy and pyqtgraph."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from monitor.messages import Candles
from ui.painting import NO_PEN
from ui.theme import Theme

BODY = 0.34  # half the width of a candle, in candles


class CandleItem(pg.GraphicsObject):  # type: ignore[misc]
    """All candles in two batches, rising and falling."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._batches: list[tuple[str, pg.Qt.internals.PrimitiveArray, pg.Qt.internals.PrimitiveArray]] = []
        self._bounds = QRectF()

    def set_candles(self, candles: Candles | None) -> None:
        """Lay the bars out once; painting is then two calls for each colour."""
        self.prepareGeometryChange()
        self._batches.clear()
        self._bounds = QRectF()
        if candles is not None and candles.open:
            opened, high = np.asarray(candles.open), np.asarray(candles.high)
            low, close = np.asarray(candles.low), np.asarray(candles.close)
            place = np.arange(len(opened), dtype=float)
            thin = float(high.max() - low.min()) * 0.002 or float(high.max()) * 1e-6
            rising = close >= opened
            for token, chosen in (("profit", rising), ("loss", ~rising)):
                wicks = _wicks(place[chosen], low[chosen], high[chosen])
                self._batches.append((token, wicks, _bodies(place[chosen], opened[chosen], close[chosen], thin)))
            self._bounds = QRectF(-1, float(low.min()), len(opened) + 2, float(high.max() - low.min()))
        self.update()

    def boundingRect(self) -> QRectF:
        """All candles."""
        return self._bounds

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Draw both batches."""
        for token, wicks, bodies in self._batches:
            color = self._theme.color(token)
            pen = QPen(color, 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(*wicks.drawargs())
            painter.setPen(NO_PEN)
            painter.setBrush(color)
            painter.drawRects(*bodies.drawargs())


def _wicks(place: np.ndarray, low: np.ndarray, high: np.ndarray) -> pg.Qt.internals.PrimitiveArray:
    lines = pg.Qt.internals.PrimitiveArray(QLineF, 4)
    lines.resize(len(place))
    memory = lines.ndarray()
    memory[:, 0] = memory[:, 2] = place
    memory[:, 1], memory[:, 3] = low, high
    return lines


def _bodies(place: np.ndarray, opened: np.ndarray, close: np.ndarray, thin: float) -> pg.Qt.internals.PrimitiveArray:
    boxes = pg.Qt.internals.PrimitiveArray(QRectF, 4)
    boxes.resize(len(place))
    memory = boxes.ndarray()
    change = close - opened
    memory[:, 0], memory[:, 1], memory[:, 2] = place - BODY, opened, 2 * BODY
    memory[:, 3] = np.where(np.abs(change) < thin, thin, change)
    return boxes


class ZoneItem(pg.GraphicsObject):  # type: ignore[misc]
    """The danger zone: from the liquidation price on, fading away from it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._price: float | None = None
        self._side = ""
        self.setZValue(-20)

    def set_zone(self, price: float | None, side: str) -> None:
        """Say where it begins and on which side it lies."""
        if (price, side) != (self._price, self._side):
            self._price, self._side = price, side
            self.update()

    def boundingRect(self) -> QRectF:
        """The whole view: the zone reaches to its edge."""
        return self._view()

    def _view(self) -> QRectF:
        """What is on screen, in data: asked of the view box, since the item's own inverse fails for tiny prices."""
        box = self.getViewBox()
        if box is None:
            return QRectF()
        (left, right), (low, high) = box.viewRange()
        return QRectF(left, low, right - left, high - low)

    def viewRangeChanged(self) -> None:
        """Stay as large as the view."""
        self.prepareGeometryChange()

    viewTransformChanged = viewRangeChanged

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Fill from the liquidation price to the edge."""
        price = self._price
        if price is None:
            return
        view = self._view()
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
        gradient.setColorAt(0, self._theme.color("critical", 95 if self._theme.is_dark else 70))
        gradient.setColorAt(1, self._theme.color("critical", 14))
        painter.save()
        painter.resetTransform()
        painter.fillRect(area, QBrush(gradient))
        painter.restore()
