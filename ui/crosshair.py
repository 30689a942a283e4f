"""The crosshair of the chart: a line through the mouse both ways, and what is read off there. Loads pyqtgraph."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from monitor.language import tr
from monitor.messages import Candles, PositionRisk
from ui import format as fmt
from ui.chart_marks import ViewItem, view_rect
from ui.painting import CENTER, HINTS, LEFT, Ink
from ui.theme import Theme, face

LINE_PX = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOut:
    """Where the mouse is, in words."""

    place: float  # candles
    price: float
    price_text: str
    time_text: str
    lines: tuple[str, ...]
    at_bottom: bool = False  # the danger zone of a short lies at the top: its words stay readable


def read_out(
    candles: Candles, risk: PositionRisk | None, place: float, price: float, news: tuple[str, ...] = ()
) -> ReadOut:
    """Return what is to be read at a place of the chart.

    Args:
        place: in candles. price: quote per base.
        news: titles of the alarms that were told there.
    """
    tick = risk.tick_size if risk is not None else None
    at = round(place)
    time_text, lines = "", []
    if 0 <= at < len(candles.open_ms):
        opened = candles.open_ms[at]
        time_text = f"{fmt.day(opened)} {fmt.hour_and_minute(opened)}"
        bars = (("O", candles.open), ("H", candles.high), ("L", candles.low), ("C", candles.close))
        lines.append("  ".join(f"{name} {fmt.price(values[at], tick)}" for name, values in bars))
    if risk is not None and risk.mark_price > 0:
        lines.append(_from_mark(risk, price))
    lines += news[:3]
    text = fmt.price(price, tick)
    is_short = risk is not None and risk.side == "short"
    return ReadOut(
        place=float(at), price=price, price_text=text, time_text=time_text, lines=tuple(lines), at_bottom=is_short
    )


def _from_mark(risk: PositionRisk, price: float) -> str:
    text = tr("{price} from the mark", price=fmt.move(price / risk.mark_price - 1))
    liquidation = risk.liquidation_price
    if liquidation is None:
        return text
    sign = 1 if risk.side == "long" else -1
    if sign * (price - liquidation) <= 0:
        return tr("{words}, beyond liquidation", words=text)
    return tr(
        "{words}, {distance} to liquidation there", words=text, distance=fmt.room(sign * (price - liquidation) / price)
    )


class CrosshairItem(ViewItem):
    """Draws a read-out over everything else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown: ReadOut | None = None
        self.setZValue(50)

    def show_at(self, shown: ReadOut | None) -> None:
        """Move it, or take it away."""
        if shown != self.shown:
            self.shown = shown
            self.update()

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Draw in pixels."""
        shown, view = self.shown, view_rect(self)
        if shown is None or view.isEmpty():
            return
        transform = painter.worldTransform()
        frame, at = transform.mapRect(view), transform.map(QPointF(shown.place, shown.price))
        painter.save()
        painter.resetTransform()
        painter.setPen(QPen(self._theme.color("text3"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at.x(), frame.top()), QPointF(at.x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), at.y()), QPointF(frame.right(), at.y()))
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        self._tag(ink, frame, frame.right(), at.y(), shown.price_text)
        self._tag(ink, frame, at.x(), frame.bottom(), shown.time_text)
        self._words(ink, frame, shown)
        painter.restore()

    def _tag(self, ink: Ink, frame: QRectF, x: float, y: float, text: str) -> None:
        if not text:
            return
        kind = face(11, 600, True)
        width = kind.width(text) + 10
        left = min(max(frame.left(), x - width / 2), frame.right() - width)
        top = min(max(frame.top(), y - 8.5), frame.bottom() - 17)
        rect = QRectF(left, top, width, 17)
        ink.box(rect, 4, self._theme.color("raised"), self._theme.color("line_strong"))
        ink.text(rect, CENTER, text, kind, self._theme.color("text"))

    def _words(self, ink: Ink, frame: QRectF, shown: ReadOut) -> None:
        lines = shown.lines
        if not lines:
            return
        kind = face(11, 500, True)
        width = min(frame.width() - 8, max(kind.width(line) for line in lines) + 14)
        height = LINE_PX * len(lines) + 6
        top = frame.bottom() - height - 22 if shown.at_bottom else frame.top() + 2
        rect = QRectF(frame.left() + 2, top, width, height)
        ink.box(rect, 5, self._theme.color("raised", 235), self._theme.color("line"))
        for number, line in enumerate(lines):
            row = QRectF(rect.left() + 7, rect.top() + 3 + LINE_PX * number, width - 13, LINE_PX)
            ink.text(row, LEFT, line, kind, self._theme.color("text2"), shorten=True)
