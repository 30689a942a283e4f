"""One crash as a picture: what the accounts hold along its path, Bitcoin beside it, and where each pool dies.

Equity is in US dollars, Bitcoin over its start; both are drawn in per cent of their start, hours to the right.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from monitor.language import tr, tr_count
from monitor.messages import CrashRow
from ui import format as fmt
from ui.painting import CENTER, LEFT, NO_BRUSH, RIGHT, ROUND, ROUND_JOIN, SOLID, Canvas, Ink
from ui.theme import Theme, face

STEPS = (0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0)  # between lines of the grid
LEFT_ROOM, RIGHT_ROOM, TOP, BOTTOM = 46.0, 14.0, 30.0, 22.0


class CrashPicture(Canvas):
    """The two lines."""

    RADIUS = 8.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._crash: CrashRow | None = None
        self.setMinimumHeight(190)

    def show_crash(self, crash: CrashRow | None) -> None:
        """Show one crash."""
        self._crash = crash
        deaths = 0 if crash is None else len(crash.deaths)
        self.setAccessibleName(
            ""
            if crash is None
            else tr(
                "Path of {title}: {pools} liquidated",
                title=crash.title,
                pools=tr_count("{count} pool", "{count} pools", deaths),
            )
        )
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint axes, lines and deaths."""
        crash, theme = self._crash, self.theme
        if crash is None or len(crash.path_hours) < 2:
            return
        place = QRectF(LEFT_ROOM, TOP, self.width() - LEFT_ROOM - RIGHT_ROOM, self.height() - TOP - BOTTOM)
        start = crash.path_equity[0]
        lines = [("BTC", "text3", list(crash.path_btc))]
        if start > 0:
            lines.append((tr("your equity"), "accent", [value / start for value in crash.path_equity]))
        low = min(0.98, *(min(values) for _, _, values in lines))
        high = max(1.02, *(max(values) for _, _, values in lines))
        low = max(-1.0, low)
        hours = crash.path_hours[-1] or 1.0

        def at(hour: float, value: float) -> QPointF:
            share = (min(high, max(low, value)) - low) / (high - low)
            return QPointF(place.left() + place.width() * hour / hours, place.bottom() - place.height() * share)

        self._draw_grid(ink, place, low, high, hours)
        x = LEFT_ROOM
        for name, token, values in lines:
            color = theme.color(token)
            points = QPolygonF([at(hour, value) for hour, value in zip(crash.path_hours, values, strict=True)])
            ink.painter.setPen(QPen(color, 2.0 if token == "accent" else 1.4, SOLID, ROUND, ROUND_JOIN))
            ink.painter.setBrush(NO_BRUSH)
            ink.painter.drawPolyline(points)
            ink.line(x, 13, x + 16, 13, color, 2.0)
            x += 22 + ink.text(QRectF(x + 22, 4, 120, 18), LEFT, name, face(12), theme.color("text2")) + 18
        ink.text(QRectF(x, 4, self.width() - x - 12, 18), LEFT, tr("both in % of their start; ◆ a pool is liquidated"),
                 face(12), theme.color("text3"), shorten=True)  # fmt: skip
        values = lines[-1][2]
        for death in crash.deaths:
            near = min(range(len(values)), key=lambda step: abs(crash.path_hours[step] - death.hours))
            point = at(death.hours, values[near])
            ink.level_shape(point.x(), point.y(), 12, 2, theme.color("critical"))
            what = f"{death.account_id} {fmt.base_and_quote(death.symbol)} {death.side}"
            tip = tr(
                "{what} dies after {span}, BTC {move}.",
                what=what,
                span=span(death.hours),
                move=fmt.change(death.btc_move),
            )
            ink.tips.append((QRectF(point.x() - 9, point.y() - 9, 18, 18), tip))

    def _draw_grid(self, ink: Ink, place: QRectF, low: float, high: float, hours: float) -> None:
        theme = self.theme
        step = next((one for one in STEPS if (high - low) / one <= 7), STEPS[-1])
        line = step * int(low / step)
        while line <= high:
            if line >= low:
                y = place.bottom() - place.height() * (line - low) / (high - low)
                ink.line(place.left(), y, place.right(), y, theme.color("line"))
                words = f"{line * 100:.0f}{fmt.NARROW}%"
                ink.text(QRectF(0, y - 8, LEFT_ROOM - 6, 16), RIGHT, words, face(11, 400, True), theme.color("text3"))
            line += step
        for part in range(5):
            x = place.left() + place.width() * part / 4
            wide = QRectF(min(x - 30, self.width() - 62), place.bottom() + 3, 60, 16)
            ink.text(wide, CENTER, span(hours * part / 4), face(11, 400, True), theme.color("text3"))


def span(hours: float) -> str:
    """A span of a crash: "25 min", "7 h", "3.0 days"."""
    if hours < 1.0:
        return tr("{hours:.0f}\u202fmin", hours=hours * 60)
    return tr("{hours:.0f}\u202fh", hours=hours) if hours < 72 else tr("{hours:.1f}\u202fdays", hours=hours / 24)
