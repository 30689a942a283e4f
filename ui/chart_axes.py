"""The axes of the chart: prices at the right, those of the position tagged, times below. Loads pyqtgraph."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from monitor.messages import Candles
from ui import format as fmt
from ui.painting import CENTER, HINTS, LEFT, Ink
from ui.theme import Theme, face

AXIS_WIDTH = 74
TAG_STEP = 19.0  # px between the middles of two price tags
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
ROUND_HOURS = (1 / 60, 1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 3, 6, 8, 12, 24, 48, 96, 168, 336)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A horizontal line with its tag on the axis."""

    price: float
    title: str  # in English; "" leaves the line without a word
    token: str
    text: str
    style: Qt.PenStyle
    width: float


class _Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis that is laid out when its range or size changes, and painted in our own strokes.

    Pyqtgraph's picture of it takes 2 ms to play, most of it for faint lines, and would be made anew for every tag.
    """

    def __init__(self, theme: Theme, side: str) -> None:
        self._theme = theme
        self._texts: list[tuple[QRectF, str]] = []
        self._grid: list[tuple[QRectF, QColor]] = []
        super().__init__(side)
        self.setTickFont(QFont(face(11, 400, True).font))
        self.setPen(pg.mkPen(None))

    def generateDrawSpecs(self, painter: QPainter) -> object:
        """Keep lines and texts for `paint`."""
        self._grid, self._texts = [], []
        specs = super().generateDrawSpecs(painter)
        if specs is None:
            return None
        axis, ticks, texts = specs
        self._texts = [(_whole_line(rect, flags), text) for rect, flags, text in texts]
        self._grid = [
            (QRectF(start.x(), math.floor(start.y()), end.x() - start.x(), 1), pen.color())
            for pen, start, end in ticks
            if pen.style() is not Qt.PenStyle.NoPen  # those are drawn as dots
        ]
        return axis, [], []

    def paint(self, painter: QPainter, option: object, widget: object) -> None:
        """Draw lines and texts."""
        super().paint(painter, option, widget)
        for line, color in self._grid:
            painter.fillRect(line, color)
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        for rect, text in self.seen_texts():
            ink.text(rect, CENTER, text, face(11, 400, True), self._theme.color("text3"))

    def seen_texts(self) -> list[tuple[QRectF, str]]:
        """Return the texts to paint, each with its place."""
        return self._texts


def _whole_line(rect: QRectF, flags: Qt.AlignmentFlag) -> QRectF:
    """Return the place of a text with room at its sides; pyqtgraph tells four fifths of a line's height."""
    down = rect.height() / 8 if flags & Qt.AlignmentFlag.AlignTop else 0.0
    return rect.adjusted(-9, down - 4, 9, down + 4)


class PriceAxis(_Axis):
    """The price axis at the right, with a tag for each of the position's prices; tags never overlap."""

    def __init__(self, theme: Theme) -> None:
        self._levels: list[Level] = []
        self._stale = False
        super().__init__(theme, "right")
        self.setWidth(AXIS_WIDTH)
        self.setStyle(tickLength=0, tickTextOffset=8)
        self.enableAutoSIPrefix(False)

    def set_levels(self, levels: list[Level], *, stale: bool) -> None:
        """Take the prices to tag."""
        self._levels, self._stale = levels, stale
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

    def seen_texts(self) -> list[tuple[QRectF, str]]:
        """Leave out what a tag covers or the edge cuts."""
        taken, height = [y for y, _level in self._tags()], self.size().height()
        return [
            (rect, text)
            for rect, text in self._texts
            if 7 < rect.center().y() < height - 7 and all(abs(rect.center().y() - y) > 15 for y in taken)
        ]

    def paint(self, painter: QPainter, option: object, widget: object) -> None:
        """Draw ticks, then tags."""
        super().paint(painter, option, widget)
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


class TimeAxis(_Axis):
    """The axis of candles, labelled with their times."""

    def __init__(self, theme: Theme) -> None:
        self._candles: Candles | None = None
        super().__init__(theme, "bottom")
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
