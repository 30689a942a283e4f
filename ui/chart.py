"""The chart of the selected position: candles, its prices, the danger zone, alarms, funding times, a crosshair.

This module loads pyqtgraph and numpy: import it after the first paint only (chart_pane.py does). Prices are quote per
base; the horizontal axis counts candles, its labels are the candles' times in the user's zone.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from monitor.language import mark
from monitor.messages import AlertEvent, Candles, PositionRisk
from ui import format as fmt
from ui.chart_axes import Level, PriceAxis, TimeAxis
from ui.chart_items import CandleItem, ZoneItem
from ui.chart_marks import FUNDING_HEAD, Funding, MarkItem
from ui.chart_words import HEIGHT as WORD_HEIGHT
from ui.chart_words import WordItem
from ui.crosshair import CrosshairItem, read_out
from ui.theme import Theme

ROOM_RIGHT = 3  # candles
CANDLE_PX = 4.0  # of a candle while the chart follows; older ones wait at the left
NEAR_EDGE = 0.08  # of the range of prices: a line that is not much farther out is shown whole
NEAR_ALARM = 1.5  # candles from the crosshair
DASHED, DOTTED, SOLID_LINE = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.SolidLine


class PriceChart(pg.PlotWidget):  # type: ignore[misc]
    """Candles with the position's prices. Drag moves, the wheel zooms, a double click shows all again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._price_axis, self._time_axis = PriceAxis(theme), TimeAxis(theme)
        super().__init__(parent, axisItems={"right": self._price_axis, "bottom": self._time_axis})
        self._candles: Candles | None = None
        self._risk: PositionRisk | None = None
        self._stale = False
        self._lines: list[pg.InfiniteLine] = []
        self._shown: tuple[str, str, str] | None = None
        self.follows = True  # the range follows price and liquidation until the user drags
        self._set_up()
        self._bars = CandleItem(theme)
        self._zone, self._marks, self._cross = ZoneItem(theme), MarkItem(theme), CrosshairItem(theme)
        self._words = WordItem(theme)
        for item in (self._zone, self._bars, self._marks, self._words, self._cross):
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
        self.scene().sigMouseMoved.connect(self.point_at)

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

    def show_alarms(self, alarms: tuple[AlertEvent, ...]) -> None:
        """Mark when the position's alarms got worse, and when its funding is settled."""
        risk, funding = self._risk, None
        if risk is not None and risk.next_funding_ms and risk.funding_interval_h:
            funding = Funding(next_ms=risk.next_funding_ms, every_h=risk.funding_interval_h)
        self._marks.set_marks(alarms, funding)

    def point_at(self, where: QPointF) -> None:
        """Move the crosshair to a place of the scene [px]; outside of the plot there is none."""
        box = self.getPlotItem().getViewBox()
        if self._candles is None or not box.sceneBoundingRect().contains(where):
            self._cross.show_at(None)
            return
        at = box.mapSceneToView(where)
        news = tuple(alarm.title for alarm in self._marks.alarms_near(at.x(), NEAR_ALARM))
        self._cross.show_at(read_out(self._candles, self._risk, at.x(), at.y(), news))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away."""
        super().leaveEvent(event)
        self._cross.show_at(None)

    def show_candles(self, candles: Candles | None) -> None:
        """Show price bars, or none."""
        if candles is None:
            self._cross.show_at(None)
        if candles is None and self._candles is None:
            return
        self._candles = candles
        self._bars.set_candles(candles)
        self._marks.set_times(candles)
        self._time_axis.set_times(candles)
        shown = (candles.account_id, candles.symbol, candles.timeframe) if candles is not None else None
        if shown != self._shown:
            self._shown, self.follows = shown, True
        if self.follows:
            self.show_all()

    def show_all(self) -> None:
        """Follow the market: the newest candles, the mark and, where it is near enough, the liquidation price."""
        self.follows = True
        count = self._bars.count or 100
        first = max(0, count - max(40, int(self.width() / CANDLE_PX)))
        self.getPlotItem().setRange(
            xRange=(first - 1, count + ROOM_RIGHT), yRange=self._price_range(first), padding=0, disableAutoRange=True
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all in sight, with room for the words."""
        super().resizeEvent(event)
        if hasattr(self, "_bars") and self.getPlotItem() is not None and self.follows:  # not yet, no longer
            self.show_all()

    def _price_range(self, first: int) -> tuple[float, float]:
        """Return the prices that the newest candles, from `first` on, and the lines need."""
        known = self._levels()
        levels = [level.price for level in known if level.title != "Bankruptcy"]
        prices = levels
        if self._candles is not None and self._bars.count:
            prices = list(self._bars.range_of(first, self._bars.count))
            reach = 1.9 * (prices[1] - prices[0]) or prices[1] * 0.01
            middle = self._candles.close[-1]
            prices += [price for price in levels if abs(price - middle) <= reach]
        if not prices:
            return 0.0, 1.0
        lowest, highest = min(prices), max(prices)
        near = (highest - lowest) * NEAR_EDGE
        edge = [level.price for level in known if lowest - near <= level.price <= highest + near]
        lowest, highest = min((lowest, *edge)), max((highest, *edge))  # a line at the very edge has no word
        head = FUNDING_HEAD + WORD_HEIGHT + 4
        share = max(0.06, head / max(80, self.height() - 2 * head))  # room for the word over the topmost line
        margin = (highest - lowest) * share or highest * 0.01
        return lowest - margin, highest + margin

    def _levels(self) -> list[Level]:
        risk = self._risk
        if risk is None:
            return []
        tick, liquidation = risk.tick_size, risk.liquidation_price
        told = risk.reported_liquidation_price if differs(risk) else None
        lines = (
            (risk.mark_price, "", "text", fmt.price(risk.mark_price, tick), DOTTED, 1.0),
            (risk.entry_price, mark("Entry"), "accent", fmt.price(risk.entry_price, tick), DASHED, 1.2),
            (risk.stop_price, mark("Stop"), "watch", fmt.price(risk.stop_price, tick), DASHED, 1.2),
            (
                liquidation,
                mark("Liquidation"),
                "critical",
                fmt.liquidation_price(liquidation, tick, risk.side),
                SOLID_LINE,
                1.6,
            ),
            (risk.bankruptcy_price, mark("Bankruptcy"), "text3", fmt.price(risk.bankruptcy_price, tick), DOTTED, 1.0),
            (told, mark("Venue says"), "danger", fmt.price(told, tick), DASHED, 1.2),
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
            line = pg.InfiniteLine(angle=0, movable=False)
            self._lines.append(line)
            self.addItem(line, ignoreBounds=True)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(levels))
        for level, line in zip(levels, self._lines, strict=False):
            color = self._theme.color("stale" if self._stale else level.token)
            line.setPen(pg.mkPen(color, width=level.width, style=level.style))
            line.setValue(level.price)
        self._words.set_levels(levels, stale=self._stale)
        self._price_axis.set_levels(levels, stale=self._stale)
        risk = self._risk
        price, side = (None, "") if risk is None else (risk.liquidation_price, risk.side)
        self._zone.set_zone(price, side, stale=self._stale)

    def _dragged(self, _mask: object) -> None:
        self.follows = False

    def _clicked(self, event: object) -> None:
        if getattr(event, "double", lambda: False)():
            self.show_all()


def differs(risk: PositionRisk) -> bool:
    """Whether the venue's liquidation price is another one than ours by more than its accuracy explains."""
    told, ours = risk.reported_liquidation_price, risk.liquidation_price
    if told is None or ours is None:
        return told is not None
    return abs(told - ours) > max(risk.disagreement_allowed or 0.0, risk.tick_size or 0.0)
