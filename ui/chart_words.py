"""The words of the chart's horizontal lines, each beside its line where nothing else lies. Loads pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from monitor.language import translated
from ui.chart_axes import Level
from ui.chart_marks import FUNDING_HEAD, ViewItem, view_rect
from ui.painting import HINTS, LEFT, Ink
from ui.theme import Theme, face

HEIGHT, APART, OFF_LINE = 14.0, 6.0, 1.0  # px
BEHIND = 120  # of 255: what of the ground hides the candles
PLACES = {  # share of the width at which a word would like to begin: near words stand side by side
    "Liquidation": 0.012,
    "Entry": 0.2,
    "Stop": 0.3,
    "Venue says": 0.4,
    "Bankruptcy": 0.6,
}


class WordItem(ViewItem):
    """Writes the title of each level over its line, or where no other line goes through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.levels: list[Level] = []  # in sight or not
        self._stale = False
        self.setZValue(20)

    def set_levels(self, levels: list[Level], *, stale: bool) -> None:
        """Take the lines."""
        self.levels, self._stale = levels, stale
        self.update()

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Draw in pixels."""
        view = view_rect(self)
        if view.isEmpty():
            return
        transform = painter.worldTransform()
        frame = transform.mapRect(view)
        kind = face(11, 600)
        lines = [(level, transform.map(QPointF(view.left(), level.price)).y()) for level in self.levels]
        lines = [(level, y) for level, y in lines if frame.top() - 0.5 <= y <= frame.bottom() + 0.5]
        titled = [(level, y) for level, y in lines if level.title]
        wanted = [
            (frame.left() + PLACES.get(level.title, 0.0) * frame.width(), y, kind.width(translated(level.title)))
            for level, y in titled
        ]
        painter.save()
        painter.resetTransform()
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        for (level, _y), rect in zip(titled, places(wanted, [y for _level, y in lines], frame), strict=True):
            color = self._theme.color("stale" if self._stale else level.token)
            ink.box(rect.adjusted(-2, 1, 2, 0), 3, self._theme.color("panel", BEHIND))  # candles lie under it
            ink.text(rect, LEFT, translated(level.title), kind, color, shorten=True)
        painter.restore()


def places(wanted: Sequence[tuple[float, float, float]], lines: Sequence[float], frame: QRectF) -> list[QRectF]:
    """Return where each word is written: over its line, else under it, else farther right.

    Args:
        wanted: of each word the left edge it would like, the height of its line and its width [px].
        lines: heights of all lines, also those without a word [px].
    """
    taken: list[QRectF] = []
    for left, y, width in wanted:
        taken.append(_place(left, y, width, lines, frame, taken))
    return taken


def _place(
    left: float, y: float, width: float, lines: Sequence[float], frame: QRectF, taken: Sequence[QRectF]
) -> QRectF:
    """The first free place of a word, if need be beyond a line that is near; over its own where none is free."""
    starts = [left, *(sorted(other.right() + APART for other in taken))]
    beside = sorted((line for line in lines if abs(line - y) < 1.5 * HEIGHT), key=lambda line: abs(line - y))
    tops = [top for line in (y, *beside) for top in (line - HEIGHT - OFF_LINE, line + OFF_LINE)]
    spots = [QRectF(start, top, width, HEIGHT) for top in tops for start in starts]
    free = (
        spot
        for spot in spots
        if spot.top() >= frame.top() + FUNDING_HEAD
        and spot.bottom() <= frame.bottom()
        and spot.right() <= frame.right()
        and not any(spot.top() + 2 < line < spot.bottom() - 1 for line in lines)
        and not any(spot.adjusted(-APART, 0, APART, 0).intersects(other) for other in taken)
    )
    return next(free, spots[0])
