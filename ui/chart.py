"""The chart of the selected position: candles, entry, mark, stop and liquidation price, the danger zone.

This module loads pyqtgraph and numpy: import it after the first paint only (chart_pane.py does). Prices are quote per
base; the horizontal axis counts candles, its labels are the candles' times in the user's zone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QLinearGradient, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from monitor.messages import Candles, PositionRisk
from ui import format as fmt
from ui.painting import HINTS, LEFT, NO_PEN, Ink
from ui.theme import Theme, face

AXIS_WIDTH = 74
TAG_STEP = 19.0  # px between the middles of two price tags
WORD_PLACES = {"Liquidation": 0.012, "Entry": 0.2, "Stop": 0.3}  # share of the width: near words stand side by side
BODY = 0.34  # half the width of a candle, in candles
ROOM_RIGHT = 3  # candles
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
ROUND_HOURS = (1 / 60, 1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336)
DASHED, DOTTED, SOLID_LINE = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.SolidLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A horizontal line with its tag on the axis."""

    price: float
    title: str  # "" leaves the line without a word
    token: str
    text: str
    style: Qt.PenStyle
    width: float


class PriceChart(pg.PlotWidget):  # type: ignore[misc]
    """Candles with the position's prices. Drag moves, the wheel zooms, a double click shows all again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._price_axis, self._time_axis = _PriceAxis(theme), _TimeAxis()
        super().__init__(parent, axisItems={"right": self._price_axis, "bottom": self._time_axis})
        self._candles: Candles | None = None
        self._risk: PositionRisk | None = None
        self._stale = False
        self._lines: list[pg.InfiniteLine] = []
        self._shown: tuple[str, str, str] | None = None
        self.follows = True  # the range follows price and liquidation until the user drags
        self._set_up()
        self._bars = _CandleItem(theme)
        self._zone = _ZoneItem(theme)
        for item in (self._zone, self._bars):
            self.addItem(item, ignoreBounds=True)
        self.recolor()
        theme.changed.connect(self.recolor)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAntialiasing(False)
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing in it answers a key; Z is the window's
        self.setMinimumHeight(150)
        plot = self.getPlotItem()
        plot.hideAxis("left")
        plot.showAxis("right")
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.layout.setContentsMargins(0, 0, 0, 0)
        box = plot.getViewBox()
        box.setMouseEnabled(True, True)
        box.sigRangeChangedManually.connect(self._dragged)
        box.setDefaultPadding(0)
        self.scene().sigMouseClicked.connect(self._clicked)

    def recolor(self) -> None:
        """Take the theme's colours."""
        self.setBackground(self._theme.color("panel"))
        plot = self.getPlotItem()
        plot.showGrid(x=False, y=True, alpha=self._theme.tokens.grid_alpha / 255)
        for axis in (self._price_axis, self._time_axis):
            axis.setTextPen(pg.mkPen(self._theme.color("text3")))
        self._price_axis.setTickPen(pg.mkPen(self._theme.color("text3")))
        self._time_axis.setTickPen(pg.mkPen(None))
        self._draw_levels()
        self.viewport().update()

    def show_position(self, risk: PositionRisk | None, *, stale: bool) -> None:
        """Show a position's prices."""
        changed_subject = (risk.key if risk else None) != (self._risk.key if self._risk else None)
        if risk == self._risk and stale == self._stale:
            return
        self._risk, self._stale = risk, stale
        if changed_subject:
            self.follows = True
        self._draw_levels()
        if self.follows:
            self.show_all()

    @property
    def is_empty(self) -> bool:
        """Whether no candle is shown."""
        return self._candles is None

    def show_candles(self, candles: Candles | None) -> None:
        """Show price bars, or none."""
        if candles is None and self._candles is None:
            return
        self._candles = candles
        self._bars.set_candles(candles)
        self._time_axis.set_times(candles)
        shown = (candles.account_id, candles.symbol, candles.timeframe) if candles is not None else None
        if shown != self._shown:
            self._shown, self.follows = shown, True
        if self.follows:
            self.show_all()

    def show_all(self) -> None:
        """Show all candles, the mark and, where it is near enough, the liquidation price."""
        self.follows = True
        lowest, highest = self._price_range()
        count = len(self._candles.open) if self._candles is not None else 100
        self.getPlotItem().setRange(
            xRange=(-1, count + ROOM_RIGHT), yRange=(lowest, highest), padding=0, disableAutoRange=True
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all in sight, with room for the words."""
        super().resizeEvent(event)
        if hasattr(self, "_bars") and self.getPlotItem() is not None and self.follows:  # not yet, no longer
            self.show_all()

    def _price_range(self) -> tuple[float, float]:
        prices = [level.price for level in self._levels()]
        if self._candles is not None and self._candles.low:
            prices = [min(self._candles.low), max(self._candles.high)]
            reach = 1.9 * (prices[1] - prices[0]) or prices[1] * 0.01
            middle = self._candles.close[-1]
            prices += [level.price for level in self._levels() if abs(level.price - middle) <= reach]
        if not prices:
            return 0.0, 1.0
        lowest, highest = min(prices), max(prices)
        share = max(0.06, 26 / max(80, self.height()))  # room for the word over the topmost line
        margin = (highest - lowest) * share or highest * 0.01
        return lowest - margin, highest + margin

    def _levels(self) -> list[Level]:
        risk = self._risk
        if risk is None:
            return []
        tick, liquidation = risk.tick_size, risk.liquidation_price
        lines = (
            (risk.mark_price, "", "text", fmt.price(risk.mark_price, tick), DOTTED, 1.0),
            (risk.entry_price, "Entry", "accent", fmt.price(risk.entry_price, tick), DASHED, 1.2),
            (risk.stop_price, "Stop", "watch", fmt.price(risk.stop_price, tick), DASHED, 1.2),
            (
                liquidation,
                "Liquidation",
                "critical",
                fmt.liquidation_price(liquidation, tick, risk.side),
                SOLID_LINE,
                1.6,
            ),
        )
        return [
            Level(price=price, title=title, token=token, text=text, style=style, width=width)
            for price, title, token, text, style, width in lines
            if price is not None
        ]

    def _draw_levels(self) -> None:
        """Move, add and remove lines so that they are those of the position."""
        levels = self._levels()
        while len(self._lines) < len(levels):
            options = {"position": 0.0, "anchors": [(0, 1), (0, 1)], "movable": False}
            line = pg.InfiniteLine(angle=0, movable=False, label="", labelOpts=options)
            line.label.setFont(face(11, 600).font)
            self._lines.append(line)
            self.addItem(line, ignoreBounds=True)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(levels))
        for level, line in zip(levels, self._lines, strict=False):
            color = self._theme.color("stale" if self._stale else level.token)
            line.setPen(pg.mkPen(color, width=level.width, style=level.style))
            line.setValue(level.price)
            line.label.setFormat(level.title)
            line.label.setPosition(WORD_PLACES.get(level.title, 0.0))
            line.label.setColor(color)
        self._price_axis.set_levels(levels, stale=self._stale)
        risk = self._risk
        self._zone.set_zone(risk.liquidation_price if risk is not None else None, risk.side if risk is not None else "")

    def _dragged(self, _mask: object) -> None:
        self.follows = False

    def _clicked(self, event: object) -> None:
        if getattr(event, "double", lambda: False)():
            self.show_all()


class _CandleItem(pg.GraphicsObject):  # type: ignore[misc]
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


class _ZoneItem(pg.GraphicsObject):  # type: ignore[misc]
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
        return QRectF(self.viewRect())

    def viewRangeChanged(self) -> None:
        """Stay as large as the view."""
        self.prepareGeometryChange()

    viewTransformChanged = viewRangeChanged

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Fill from the liquidation price to the edge."""
        price = self._price
        if price is None:
            return
        view = QRectF(self.viewRect())
        edge = (
            view.bottom() if self._side == "short" else view.top()
        )  # the axis points up: bottom() is the highest price
        if (edge - price) * (1 if self._side == "short" else -1) <= 0:
            return
        gradient = QLinearGradient(0, price, 0, edge)
        gradient.setColorAt(0, self._theme.color("critical", 95 if self._theme.is_dark else 70))
        gradient.setColorAt(1, self._theme.color("critical", 14))
        painter.fillRect(
            QRectF(QPointF(view.left(), price), QPointF(view.right(), edge)).normalized(), QBrush(gradient)
        )


class _PriceAxis(pg.AxisItem):  # type: ignore[misc]
    """The price axis at the right, with a tag for each of the position's prices; tags never overlap."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._levels: list[Level] = []
        self._stale = False
        super().__init__("right")
        self.setWidth(AXIS_WIDTH)
        self.setTickFont(QFont(face(11, 400, True).font))
        self.setPen(pg.mkPen(None))
        self.setStyle(tickLength=0, tickTextOffset=8)
        self.enableAutoSIPrefix(False)

    def set_levels(self, levels: list[Level], *, stale: bool) -> None:
        """Take the prices to tag."""
        self._levels, self._stale = levels, stale
        self.picture = None
        self.update()

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks like every other price."""
        return [fmt.price(value * scale, spacing * scale if spacing < 1 else 1.0) for value in values]

    def _tags(self) -> list[tuple[float, Level]]:
        """Return the middle [px] of each tag in sight."""
        view = self.linkedView()
        if view is None:
            return []
        lowest, highest = view.viewRange()[1]
        height = self.size().height()
        placed = [
            ((highest - level.price) / (highest - lowest) * height, level)
            for level in self._levels
            if lowest <= level.price <= highest
        ]
        return spread(placed, height)

    def generateDrawSpecs(self, painter: QPainter) -> object:
        """Leave out the ticks' texts that a tag covers or the edge cuts."""
        specs = super().generateDrawSpecs(painter)
        if specs is None:
            return None
        axis, ticks, texts = specs
        taken = [y for y, _level in self._tags()]
        height = self.size().height()
        free = [
            text
            for text in texts
            if 7 < text[0].center().y() < height - 7 and all(abs(text[0].center().y() - y) > 15 for y in taken)
        ]
        return axis, ticks, free

    def paint(self, painter: QPainter, option: object, widget: object) -> None:
        """Draw ticks, then tags."""
        self.picture = None  # the texts depend on the tags
        super().paint(painter, option, widget)
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        for y, level in self._tags():
            rect = QRectF(2, y - 8.5, self.size().width() - 3, 17)
            color = self._theme.color("stale" if self._stale else level.token)
            ink.box(rect, 4, color)
            kind = face(11, 600, True)
            if kind.width(level.text) > rect.width() - 9:
                kind = face(10, 600, True)
            ground = "window" if self._theme.is_dark else "on_accent"
            ink.text(rect.adjusted(5, 0, -4, 0), LEFT, level.text, kind, self._theme.color(ground))


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """The axis of candles, labelled with their times."""

    def __init__(self) -> None:
        self._candles: Candles | None = None
        super().__init__("bottom")
        self.setTickFont(QFont(face(11, 400, True).font))
        self.setPen(pg.mkPen(None))
        self.setStyle(tickLength=0)
        self.setHeight(22)

    def set_times(self, candles: Candles | None) -> None:
        """Take the candles whose times are the labels."""
        self._candles = candles
        self.picture = None
        self.update()

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Place a label every 80 px or more, at round times."""
        candles = self._candles
        if candles is None or len(candles.open_ms) < 2:
            return []
        bar_ms = candles.open_ms[1] - candles.open_ms[0]
        least = (maximum - minimum) / max(1.0, size / 80)
        step_ms = next((hours * HOUR_MS for hours in ROUND_HOURS if hours * HOUR_MS / bar_ms >= least), 30 * DAY_MS)
        step = max(1, round(step_ms / bar_ms))
        first = -(candles.open_ms[0] // bar_ms) % step
        inside = range(first, len(candles.open_ms), step)
        return [(float(step), [float(value) for value in inside if minimum + 2 <= value <= maximum - 2])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """Write the time of each candle, the day where bars are long."""
        candles = self._candles
        if candles is None:
            return ["" for _ in values]
        times, count = candles.open_ms, len(candles.open_ms)
        long_bars = count > 1 and times[1] - times[0] >= 4 * HOUR_MS
        write = fmt.day if long_bars else fmt.hour_and_minute
        return [write(times[int(value)]) if 0 <= value < count else "" for value in values]


def spread(placed: list[tuple[float, Level]], height: float) -> list[tuple[float, Level]]:
    """Return tags moved apart so that none covers another, kept inside the axis where that is possible.

    Args:
        placed: middle of each tag, from the top [px].
    """
    ordered = sorted(placed, key=lambda entry: entry[0])
    middles: list[float] = []
    for y, _level in ordered:
        middles.append(max(y, middles[-1] + TAG_STEP) if middles else max(9.0, y))
    limit = height - 9.0
    for number in range(len(middles) - 1, -1, -1):
        middles[number] = min(middles[number], limit)
        limit = middles[number] - TAG_STEP
    return [(y, level) for y, (_, level) in zip(middles, ordered, strict=True)]
