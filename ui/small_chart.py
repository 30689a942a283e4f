"""One figure of one account over time, small: many of them stand side by side and share their time axis.

A gap in the line is a time at which the account was not seen; nothing is drawn across it. Times in ms UTC.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from monitor.language import tr
from ui import format as fmt
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face

HEIGHT = 124
GAP_STEPS = 2.5  # so many missing points break the line
PLOT_TOP, PLOT_BOTTOM, SIDE = 34.0, 22.0, 12.0
DAY_MS = 24 * 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one small chart shows."""

    title: str
    points: tuple[tuple[int, float | None], ...]  # oldest first; None breaks the line, infinite lies beyond the top
    step_ms: int
    write: Callable[[float | None], str]  # a value in words
    token: str = "accent"
    worst: str = "min"  # which end is worth a label: "min" | "max" | ""
    marks: tuple[tuple[float, str], ...] = ()  # horizontal lines: value and token
    floor: float | None = None  # the axis begins here at the latest
    tip: str = ""  # what it means and what it does not


class SmallChart(Canvas):
    """A line with its newest, lowest and highest value.

    Signals:
        pointed: the time under the mouse [ms], None when it leaves: all charts of the window show it.
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(190)
        self.setMouseTracking(True)
        self._line: Line | None = None
        self._since_ms, self._until_ms = 0, 1
        self._at_ms: int | None = None

    def show_line(self, line: Line | None, since_ms: int, until_ms: int) -> None:
        """Show a line over a span."""
        self._line, self._since_ms, self._until_ms = line, since_ms, max(until_ms, since_ms + 1)
        self.setAccessibleName(self._sentence())
        self.update()

    def point_at(self, at_ms: int | None) -> None:
        """Read the line at a time."""
        if at_ms != self._at_ms:
            self._at_ms = at_ms
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the time under the mouse."""
        share = (event.position().x() - SIDE) / max(1.0, self.width() - 2 * SIDE)
        inside = self._since_ms + int(min(1.0, max(0.0, share)) * (self._until_ms - self._since_ms))
        self.pointed.emit(inside)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def draw(self, ink: Ink) -> None:
        """Paint the chart."""
        theme, line = self.theme, self._line
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink.box(rect, 10, theme.color("panel"), theme.color("line"))
        if line is None:
            return
        known = [value for _, value in line.points if value is not None and math.isfinite(value)]
        shown = self._value_at(line) if self._at_ms is not None else (line.points[-1][1] if line.points else None)
        words, big = line.write(shown), face(14, 600, True)
        used = big.width(words)
        ink.text(QRectF(SIDE, 8, self.width() - 2 * SIDE - used - 8, 18), LEFT, line.title, face(11, 500),
                 theme.color("text3"), shorten=True)  # fmt: skip
        ink.tips.append((QRectF(SIDE, 4, self.width() - 2 * SIDE, 24), line.tip))
        ink.text(QRectF(self.width() - SIDE - used - 1, 7, used + 1, 20), RIGHT, words, big, theme.color("text"))
        plot = QRectF(SIDE, PLOT_TOP, self.width() - 2 * SIDE, HEIGHT - PLOT_TOP - PLOT_BOTTOM)
        if not known:
            text = tr("nothing could be liquidated") if any(v is not None for _, v in line.points) else tr("not seen")
            ink.text(plot, LEFT, text, face(11), theme.color("text3"), shorten=True)
            return
        self._draw_times(ink, plot)
        low, high = _axis(line, known)
        self._draw_marks(ink, line, plot, low, high)
        self._draw_line(ink, line, plot, low, high)
        self._draw_ends(ink, line, plot, known, low, high)
        if self._at_ms is not None:
            x = self._x(plot, self._at_ms)
            ink.line(x, plot.top(), x, plot.bottom(), theme.color("text3"))

    def _x(self, plot: QRectF, at_ms: float) -> float:
        return plot.left() + (at_ms - self._since_ms) / (self._until_ms - self._since_ms) * plot.width()

    def _draw_times(self, ink: Ink, plot: QRectF) -> None:
        """Write where the axis begins and ends."""
        span_ms = self._until_ms - self._since_ms
        write = fmt.day if span_ms > DAY_MS else _day_and_minute if span_ms == DAY_MS else fmt.hour_and_minute
        row = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 13)
        kind, color = face(10, 500, True), self.theme.color("text3")
        ink.text(row, LEFT, write(self._since_ms), kind, color)
        ink.text(row, RIGHT, write(self._until_ms), kind, color)

    def _draw_marks(self, ink: Ink, line: Line, plot: QRectF, low: float, high: float) -> None:
        for value, token in line.marks:
            if low <= value <= high:
                y = _y(plot, value, low, high)
                ink.line(plot.left(), y, plot.right(), y, self.theme.color(token, 120))

    def _draw_line(self, ink: Ink, line: Line, plot: QRectF, low: float, high: float) -> None:
        painter = ink.painter
        painter.save()
        painter.setClipRect(plot.adjusted(-1, -1, 1, 1))
        painter.setPen(QPen(self.theme.color(line.token), 1.4))
        for run in runs(line.points, line.step_ms):
            points = [QPointF(self._x(plot, at_ms), _y(plot, value, low, high)) for at_ms, value in run]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
        painter.restore()

    def _draw_ends(self, ink: Ink, line: Line, plot: QRectF, known: list[float], low: float, high: float) -> None:
        if not line.worst:
            return
        worst = min(known) if line.worst == "min" else max(known)
        at_ms = next(at_ms for at_ms, value in line.points if value == worst)
        x, y = self._x(plot, at_ms), _y(plot, worst, low, high)
        ink.dot(x, y, self.theme.color(line.token), 2.5)
        text, kind = line.write(worst), face(10, 600, True)
        width = kind.width(text) + 8
        left = x + 5 if x + 5 + width < plot.right() else x - 5 - width
        top = min(max(plot.top() - 4, y - 7), plot.bottom() - 12)
        ink.box(QRectF(left, top, width, 14), 3, self.theme.color("panel", 220))
        ink.text(QRectF(left + 4, top, width, 14), LEFT, text, kind, self.theme.color("text2"))

    def _value_at(self, line: Line) -> float | None:
        at_ms = self._at_ms or 0
        times = [one for one, _ in line.points]
        place = bisect_left(times, at_ms)
        near = [i for i in (place - 1, place) if 0 <= i < len(times)]
        best = min(near, key=lambda i: abs(times[i] - at_ms), default=None)
        if best is None or abs(times[best] - at_ms) > GAP_STEPS * line.step_ms:
            return None
        return line.points[best][1]

    def _sentence(self) -> str:
        line = self._line
        if line is None or not line.points:
            return tr("Nothing is known")
        return tr("{title}: now {points}", title=line.title, points=line.write(line.points[-1][1]))


def runs(points: tuple[tuple[int, float | None], ...], step_ms: int) -> list[list[tuple[int, float]]]:
    """Return the stretches in which the value was known, without a gap; infinite counts as known and huge."""
    found: list[list[tuple[int, float]]] = []
    last = None
    for at_ms, value in points:
        if value is None:
            last = None
            continue
        if last is None or at_ms - last > GAP_STEPS * step_ms:
            found.append([])
        found[-1].append((at_ms, value))
        last = at_ms
    return found


def _day_and_minute(at_ms: int) -> str:
    return f"{fmt.day(at_ms)} {fmt.hour_and_minute(at_ms)}"


def _axis(line: Line, known: list[float]) -> tuple[float, float]:
    low, high = min(known), max(known)
    if line.floor is not None:
        low = min(low, line.floor)
    room = (high - low) * 0.08 or abs(high) * 0.01 or 0.01
    return low - (0 if line.floor is not None else room), high + room


def _y(plot: QRectF, value: float, low: float, high: float) -> float:
    share = min(1.3, (value - low) / (high - low))  # infinite: above the plot, cut off there
    return plot.bottom() - share * plot.height()
