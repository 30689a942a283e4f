"""The picture of a timeline: distance above, margin ratio below, alarm marks between, hours underneath."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from monitor.language import tr, tr_count
from monitor.messages import AlertEvent, PositionRisk, Timeline
from ui import format as fmt
from ui.painting import CENTER, LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

LEFT_EDGE, RIGHT_EDGE, AXIS = 46.0, 14.0, 20.0  # px
MARKS = 22.0  # px of the line of alarm marks
MOST_EVENTS = 100
ROW = 36.0
HOUR_MS = 3_600_000
BROKEN = 3  # intervals without a point break the line


class TimelinePicture(Canvas):
    """Two plots over one axis."""

    RADIUS = 4.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setMinimumHeight(150)
        self._timeline: Timeline | None = None
        self._view = View()
        self._limits: tuple[float, float, float] = (0.2, 0.1, 0.05)

    def show_timeline(self, timeline: Timeline | None, risk: PositionRisk | None, view: View) -> None:
        """Show a timeline, with the lines at which the levels of the position begin now."""
        limits = view.alerts.liquidation_distance
        lines = (limits.warning, limits.danger, limits.critical)
        lines = risk.alarm_at if risk is not None and risk.alarm_at is not None else lines
        if timeline is self._timeline and lines == self._limits and view.alerts is self._view.alerts:
            return
        self._timeline, self._limits, self._view = timeline, lines, view
        self.setAccessibleName(sentence(timeline))
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint both plots."""
        timeline, theme = self._timeline, self.theme
        width, height = float(self.width()), float(self.height())
        if timeline is None or not timeline.points:
            words = "" if timeline is None else tr("A point is kept every half minute: wait for the first.")
            ink.text(QRectF(16, 0, width - 32, height), CENTER, words, face(12), theme.color("text3"), shorten=True)
            return
        inside = width - LEFT_EDGE - RIGHT_EDGE
        plots = height - AXIS - MARKS - 36
        upper = QRectF(LEFT_EDGE, 18, inside, plots * 0.58)
        lower = QRectF(LEFT_EDGE, upper.bottom() + MARKS + 18, inside, plots * 0.42)
        self._draw_hours(ink, timeline, upper, lower)
        self._draw_distance(ink, timeline, upper)
        self._draw_marks(ink, timeline, QRectF(LEFT_EDGE, upper.bottom() + 1, inside, MARKS))
        self._draw_ratio(ink, timeline, lower)

    def _x(self, timeline: Timeline, rect: QRectF, at_ms: int) -> float:
        return rect.left() + rect.width() * (at_ms - timeline.since_ms) / (timeline.until_ms - timeline.since_ms)

    def _draw_hours(self, ink: Ink, timeline: Timeline, upper: QRectF, lower: QRectF) -> None:
        """Draw a thin line and a time at each round step."""
        theme, step = self.theme, step_ms(timeline.until_ms - timeline.since_ms)
        long = timeline.until_ms - timeline.since_ms > 30 * HOUR_MS
        at = -(-timeline.since_ms // step) * step
        while at <= timeline.until_ms:
            x = self._x(timeline, upper, at)
            ink.line(x, upper.top(), x, lower.bottom(), theme.color("line"))
            words = fmt.day(at) if long else fmt.hour_and_minute(at)
            room = QRectF(min(max(x - 30, 2), self.width() - 62), lower.bottom() + 2, 60, AXIS - 2)
            ink.text(room, CENTER, words, face(11, 400, True), theme.color("text3"))
            at += step

    def _draw_distance(self, ink: Ink, timeline: Timeline, rect: QRectF) -> None:
        theme = self.theme
        ink.text(
            QRectF(LEFT_EDGE, 1, 200, 16), LEFT, tr("Distance to liquidation"), face(11, 500), theme.color("text3")
        )
        ink.box(rect, 3, None, theme.color("line"))
        top, last_y = self._top(timeline), math.inf
        for level, line in sorted(enumerate(self._limits, start=1), key=lambda one: one[1]):
            y = rect.bottom() - rect.height() * math.sqrt(min(1.0, line / top))
            pen = QPen(theme.level(level, 150), 1)
            pen.setDashPattern([4, 4])
            ink.painter.setPen(pen)
            ink.painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            if last_y - y >= 13:
                last_y, room = y, QRectF(2, y - 8, LEFT_EDGE - 7, 16)
                ink.text(room, RIGHT, fmt.room(line), face(11, 400, True), theme.level(level))

        def height(distance: float | None) -> float | None:
            if distance is None:
                return None
            return rect.bottom() - rect.height() * math.sqrt(min(1.0, max(0.0, distance) / top))

        marks = [(point.at_ms, height(point.distance)) for point in timeline.points]
        self._draw_line(ink, timeline, rect, marks, "accent")
        last = timeline.points[-1].distance
        words = tr("unknown") if last is None else tr("none") if math.isinf(last) else fmt.room(last)
        ink.text(QRectF(rect.right() - 120, 1, 120, 16), RIGHT, words, face(12, 600, True), theme.color("accent"))

    def _top(self, timeline: Timeline) -> float:
        """The distance at the upper edge: all that was measured, and the first line."""
        known = [point.distance for point in timeline.points if point.distance is not None]
        return 1.06 * max([self._limits[0], *(distance for distance in known if math.isfinite(distance))])

    def _draw_ratio(self, ink: Ink, timeline: Timeline, rect: QRectF) -> None:
        theme, limits = self.theme, self._view.alerts.margin_ratio
        head = QRectF(LEFT_EDGE, rect.top() - 17, 200, 16)
        ink.text(head, LEFT, tr("Margin ratio of its pool"), face(11, 500), theme.color("text3"))
        ink.box(rect, 3, None, theme.color("line"))
        for level, line in enumerate((limits.warning, limits.danger, limits.critical), start=1):
            y = rect.bottom() - rect.height() * min(1.0, line)
            ink.line(rect.left(), y, rect.right(), y, theme.level(level, 90))
        for words, y in (("100 %", rect.top()), ("0 %", rect.bottom())):
            ink.text(QRectF(2, y - 8, LEFT_EDGE - 7, 16), RIGHT, words, face(11, 400, True), theme.color("text3"))
        marks = [
            (point.at_ms, None if point.ratio is None else rect.bottom() - rect.height() * min(1.0, point.ratio))
            for point in timeline.points
        ]
        self._draw_line(ink, timeline, rect, marks, "demo")
        words = fmt.used(timeline.points[-1].ratio)
        place = QRectF(rect.right() - 120, rect.top() - 17, 120, 16)
        ink.text(place, RIGHT, words, face(12, 600, True), theme.color("demo"))

    def _draw_line(
        self, ink: Ink, timeline: Timeline, rect: QRectF, marks: Sequence[tuple[int, float | None]], token: str
    ) -> None:
        ink.painter.setPen(QPen(self.theme.color(token), 1.6))
        for run in runs(marks, BROKEN * timeline.every_ms):
            points = [QPointF(self._x(timeline, rect, at), y) for at, y in run]
            if len(points) == 1:
                ink.painter.drawPoint(points[0])
            ink.painter.drawPolyline(QPolygonF(points))

    def _draw_marks(self, ink: Ink, timeline: Timeline, rect: QRectF) -> None:
        """Draw what was told as the shape of its level."""
        for event in timeline.events:
            if not event.notify or not event.level or not timeline.since_ms <= event.at_ms <= timeline.until_ms:
                continue
            x = self._x(timeline, rect, event.at_ms)
            ink.level_shape(x, rect.center().y(), 11, event.level)
            ink.tips.append((QRectF(x - 7, rect.top(), 14, rect.height()), f"{fmt.clock(event.at_ms)} {event.title}"))


class TimelineEvents(Canvas):
    """What was told, newest first."""

    RADIUS = 4.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("feed")
        self._events: tuple[AlertEvent, ...] = ()
        self._view = View()
        self._known = False

    def show_timeline(self, timeline: Timeline | None, view: View) -> None:
        """Show the events of a timeline."""
        events = () if timeline is None else tuple(reversed(timeline.events[-MOST_EVENTS:]))
        known, hidden = timeline is not None, view.hide_amounts
        if (events, known, hidden) == (self._events, self._known, self._view.hide_amounts):
            return
        self._events, self._known, self._view = events, known, view
        self.setMinimumHeight(int(ROW * max(1, len(events)) + 6))
        self.setAccessibleName(
            "; ".join(f"{fmt.clock(one.at_ms)} {one.title}" for one in events) or tr("Nothing was told")
        )
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the lines."""
        theme = self.theme
        ink.line(0, 0.5, self.width(), 0.5, theme.color("line"))
        if not self._events:
            words = tr("Nothing was told in this time.") if self._known else ""
            ink.text(QRectF(16, 4, self.width() - 32, ROW - 4), LEFT, words, face(12), theme.color("text3"))
        for number, event in enumerate(self._events):
            y = 4 + number * ROW
            if event.level:
                ink.level_shape(22, y + 11, 11, event.level)
            else:
                ink.dot(22, y + 11, theme.color("text3"))
            time = QRectF(36, y, 58, 20)
            ink.text(time, LEFT, fmt.clock(event.at_ms), face(12, 400, True), theme.color("text3"))
            rest = QRectF(98, y, self.width() - 112, 20)
            title, text = self._view.sentence(event.title), self._view.sentence(event.text)
            ink.text(rest, LEFT, title, face(12, 600), theme.color("text"), shorten=True)
            ink.text(rest.translated(0, 16), LEFT, text, face(11), theme.color("text3"), shorten=True)
            ink.tips.append((QRectF(0, y, self.width(), ROW), f"{fmt.utc(event.at_ms)}\n{title}\n{text}"))


def runs(marks: Sequence[tuple[int, float | None]], gap_ms: int) -> Iterator[list[tuple[int, float]]]:
    """Return the unbroken parts of a line: it breaks where a figure is unknown, and where nothing was recorded."""
    run: list[tuple[int, float]] = []
    for at, y in marks:
        if run and (y is None or at - run[-1][0] > gap_ms):
            yield run
            run = []
        if y is not None:
            run.append((at, y))
    if run:
        yield run


def step_ms(span_ms: int) -> int:
    """Return the time between labels: about five of them."""
    steps = (10, 15, 30, 60, 120, 240, 360, 720, 1440)  # minutes
    return next((step for step in steps if span_ms / (step * 60_000) <= 6), steps[-1]) * 60_000


def sentence(timeline: Timeline | None) -> str:
    """Return the picture in words."""
    if timeline is None or not timeline.points:
        return tr("Timeline: nothing recorded yet")
    known = [point.distance for point in timeline.points if point.distance is not None]
    told = sum(event.notify and event.level > 0 for event in timeline.events)
    nearest = (
        tr("nearest {known}", known=fmt.room(min(known)))
        if known and not math.isinf(min(known))
        else tr("no distance known")
    )
    return tr(
        "Timeline: {nearest}, {alarms} told", nearest=nearest, alarms=tr_count("{count} alarm", "{count} alarms", told)
    )
