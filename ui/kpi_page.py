"""How well the alarms work (EEMUA 191): the figures the engine measured, each beside what is good. Computes nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import Kpi
from ui import format as fmt
from ui.dialog_style import RING, named, readable, with_gutter
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.theme import LEVEL_WORDS, Theme, face

FLOOD = 10  # alarms in ten minutes that nobody can follow
SLOT_MS = 600_000
USUAL = (0.80, 0.15, 0.05)
MOST_LISTED = 5
TILE_HEIGHT, CHART_HEIGHT, LIST_LINE, GAP = 84, 176, 26, 12
WAITING = tr("The engine is asked …")


class KpiPage(QScrollArea):
    """The page: tiles, the rate over time, the mix of levels, what comes most often, chatter, what stands for long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner = named(QWidget(), "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING - 1, RING - 1, RING - 1, RING - 1)
        column.setSpacing(GAP)
        self.tiles, self.rate, self.mix, self.lists = _Tiles(theme), _Rate(theme), _Mix(theme), _Lists(theme)
        for part in (self.tiles, self.rate, self.mix, self.lists):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
        with_gutter(readable(self, tr("How well the alarms work")))
        self.show_figures(None, WAITING)

    def show_figures(self, kpi: Kpi | None, error: str) -> None:
        """Show the figures, or why there are none."""
        for part in (self.tiles, self.rate, self.mix, self.lists):
            part.show_figures(kpi, error)


class _Part(Canvas):
    """A block of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.kpi: Kpi | None = None
        self.error = ""

    def show_figures(self, kpi: Kpi | None, error: str) -> None:
        self.kpi, self.error = kpi, error
        self.setFixedHeight(self.wanted_height())
        self.setAccessibleName(self.spoken())
        self.update()

    def wanted_height(self) -> int:
        return TILE_HEIGHT

    def spoken(self) -> str:
        return ""

    def card(self, ink: Ink, rect: QRectF, title: str) -> QRectF:
        """Paint a card with its title and return the room below it."""
        ink.box(rect, 12, ink.theme.color("panel"), ink.theme.color("line"))
        ink.text(rect.adjusted(16, 8, -16, 0 - rect.height() + 28), LEFT, title, face(13, 600), ink.theme.color("text"))
        return rect.adjusted(16, 36, -16, -10)


class _Tiles(_Part):
    """The four figures that matter most, each with what is good."""

    def tiles(self) -> tuple[tuple[str, str, str, bool], ...]:
        kpi = self.kpi
        if kpi is None:
            return ()
        waited = kpi.median_acknowledge_s
        return (
            (
                f"{kpi.per_ten_minutes:.2f}",
                tr("new alarms in ten minutes"),
                tr("good: at most 1"),
                kpi.per_ten_minutes <= 1,
            ),
            (
                f"{kpi.worst_ten_minutes}",
                tr("in the worst ten minutes"),
                tr("good: at most 10") + (f" · {_when(kpi.worst_at_ms)}" if kpi.worst_at_ms is not None else ""),
                kpi.worst_ten_minutes <= FLOOD,
            ),
            (
                f"{kpi.flood_share * 100:.1f}{fmt.NARROW}%",
                tr("of the time in a flood"),
                tr("good: under 1 %"),
                kpi.flood_share < 0.01,
            ),
            (
                "—" if waited is None else fmt.duration(waited * 1000),
                tr("usual wait for your answer"),
                tr(
                    "{alarms} alarms, {notifications} notifications", alarms=kpi.alarms, notifications=kpi.notifications
                ),
                True,
            ),
        )

    def spoken(self) -> str:
        return self.error or ". ".join(f"{figure} {what}, {good}" for figure, what, good, _ in self.tiles())

    def draw(self, ink: Ink) -> None:
        theme, tiles = self.theme, self.tiles()
        if not tiles:
            ink.text(QRectF(4, 0, self.width() - 8, 40), LEFT, self.error, face(13), theme.color("text2"), shorten=True)
            return
        width = (self.width() - 3 * GAP) / 4
        for place, (figure, what, good, is_good) in enumerate(tiles):
            rect = QRectF(place * (width + GAP) + 0.5, 0.5, width - 1, TILE_HEIGHT - 1)
            ink.box(rect, 12, theme.color("panel"), theme.color("line"))
            inner = rect.adjusted(16, 0, -12, 0)
            ink.text(QRectF(inner.left(), 8, inner.width(), 30), LEFT, figure, face(22, 600, True), theme.color("text"))
            ink.text(
                QRectF(inner.left(), 38, inner.width(), 18), LEFT, what, face(12), theme.color("text2"), shorten=True
            )
            mark, token = ("", "text3") if is_good else ("▲ ", "watch")
            quiet = QRectF(inner.left(), 57, inner.width(), 18)
            ink.text(quiet, LEFT, f"{mark}{good}", face(12, 400 if is_good else 600), theme.color(token), shorten=True)
            ink.tips.append((rect, f"{figure} {what}\n{good}"))


class _Rate(_Part):
    """New alarms over time, a bar for each ten minutes; where there is no room, for the worst ten of several."""

    def wanted_height(self) -> int:
        return CHART_HEIGHT if self.kpi is not None else 0

    def spoken(self) -> str:
        return (
            ""
            if self.kpi is None
            else tr("New alarms over time, at most {slots}", slots=max(self.kpi.slots, default=0))
        )

    def draw(self, ink: Ink) -> None:
        kpi, theme = self.kpi, self.theme
        if kpi is None:
            return
        room = self.card(ink, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tr("New alarms in ten minutes"))
        plot = room.adjusted(26, 0, 0, -20)
        slots = kpi.slots or (0,)
        group = max(1, -(-len(slots) // max(1, int(plot.width() / 5))))
        bars = [max(slots[start : start + group]) for start in range(0, len(slots), group)]
        top = max(FLOOD * 1.2, *bars)
        step = plot.width() / len(bars)
        quiet = face(11, 400, True)
        for count, token in ((0, "line"), (FLOOD, "watch")):
            y = plot.bottom() - plot.height() * count / top
            ink.line(plot.left(), y, plot.right(), y, theme.color(token, 255 if count == 0 else 150))
            label = QRectF(room.left(), y - 8, 20, 16)
            ink.text(label, RIGHT, str(count), quiet, theme.color("text3"))
        for place, count in enumerate(bars):
            if count:
                height = max(2.0, plot.height() * count / top)
                bar = QRectF(plot.left() + place * step, plot.bottom() - height, max(1.5, min(step - 1, 22)), height)
                ink.box(bar, 1.5, theme.color("watch" if count > FLOOD else "accent"))
            span = QRectF(plot.left() + place * step, plot.top(), step, plot.height())
            ink.tips.append((span, f"{_when(kpi.since_ms + place * group * SLOT_MS)}: {count}"))
        axis = QRectF(plot.left(), plot.bottom() + 3, plot.width(), 16)
        ink.text(axis, LEFT, _when(kpi.since_ms), quiet, theme.color("text3"))
        ink.text(axis, RIGHT, _when(kpi.until_ms), quiet, theme.color("text3"))
        head = QRectF(room.left(), room.top() - 28, room.width(), 18)
        words = (
            tr("more than 10 is a flood")
            if group == 1
            else tr("each bar: the worst of {span}", span=fmt.duration(group * SLOT_MS))
        )
        ink.text(head, RIGHT, words, face(11), theme.color("text3"), shorten=True)


class _Mix(_Part):
    """Shares of the levels beside the usual ones, and what comes most often."""

    def wanted_height(self) -> int:
        return 0 if self.kpi is None else 50 + LIST_LINE * max(3, min(MOST_LISTED, len(self.kpi.contributors)))

    def spoken(self) -> str:
        kpi = self.kpi
        if kpi is None:
            return ""
        levels = ", ".join(f"{count} {LEVEL_WORDS[level]}" for level, count in enumerate(kpi.levels, 1))
        most = ", ".join(
            tr("{title} {count} times", title=one.title, count=one.count) for one in kpi.contributors[:MOST_LISTED]
        )
        return tr("Levels: {levels}. Most often: {most}", levels=levels, most=most or tr("nothing"))

    def draw(self, ink: Ink) -> None:
        kpi = self.kpi
        if kpi is None:
            return
        left = QRectF(0.5, 0.5, self.width() * 0.38 - GAP / 2, self.height() - 1)
        right = QRectF(left.right() + GAP, 0.5, self.width() - left.right() - GAP - 1, self.height() - 1)
        self._draw_levels(ink, self.card(ink, left, tr("Levels")), kpi)
        self._draw_most(ink, self.card(ink, right, tr("What comes most often")), kpi)

    def _draw_levels(self, ink: Ink, room: QRectF, kpi: Kpi) -> None:
        theme = self.theme
        quiet = QRectF(room.left(), room.top() - 28, room.width(), 18)
        ink.text(quiet, RIGHT, tr("the line: usual"), face(11), theme.color("text3"))
        for place, (level, usual) in enumerate(zip((1, 2, 3), USUAL, strict=True)):
            y = room.top() + place * LIST_LINE
            share = kpi.levels[place] / kpi.alarms if kpi.alarms else 0.0
            ink.level_shape(room.left() + 6, y + 12, 11, level)
            name = QRectF(room.left() + 20, y, 62, 24)
            ink.text(name, LEFT, LEVEL_WORDS[level], face(12, 500), theme.color("text2"))
            track = QRectF(room.left() + 86, y + 7, max(10.0, room.width() - 86 - 88), 10)
            ink.box(track, 5, theme.color("track"))
            if share:
                ink.box(QRectF(track.left(), track.top(), max(6.0, track.width() * share), 10), 5, theme.level(level))
            x = track.left() + track.width() * usual
            ink.line(x, track.top() - 3, x, track.bottom() + 3, theme.color("text"), 1.5)
            figure = QRectF(track.right() + 4, y, 84, 24)
            words = f"{kpi.levels[place]} · {share * 100:.0f}{fmt.NARROW}%" if kpi.alarms else "0"
            ink.text(figure, RIGHT, words, face(12, 500, True), theme.color("text"), shorten=True)
            ink.tips.append(
                (
                    QRectF(room.left(), y, room.width(), 24),
                    tr("{words}; usual: {usual:.0f} %", words=words, usual=usual * 100),
                )
            )

    def _draw_most(self, ink: Ink, room: QRectF, kpi: Kpi) -> None:
        theme = self.theme
        if not kpi.contributors:
            ink.text(
                room.adjusted(0, 0, 0, -room.height() + 22),
                LEFT,
                tr("No alarm in this time."),
                face(12),
                theme.color("text2"),
            )
        most = max((one.count for one in kpi.contributors), default=1)
        for place, one in enumerate(kpi.contributors[:MOST_LISTED]):
            y = room.top() + place * LIST_LINE
            bar = QRectF(room.left(), y + 1, max(4.0, room.width() * one.count / most), LIST_LINE - 4)
            ink.box(bar, 4, theme.color("accent", 46))
            figure = QRectF(room.right() - 94, y, 86, LIST_LINE - 2)
            words = f"{one.count} · {one.share * 100:.0f}{fmt.NARROW}%"
            used = ink.text(figure, RIGHT, words, face(12, 500, True), theme.color("text"))
            text = QRectF(room.left() + 8, y, room.width() - used - 28, LIST_LINE - 2)
            ink.text(text, LEFT, one.title, face(12), theme.color("text"), shorten=True)
            ink.tips.append(
                (
                    QRectF(room.left(), y, room.width(), LIST_LINE),
                    tr("{title}\n{words} of all new alarms", title=one.title, words=words),
                )
            )


class _Lists(_Part):
    """What chatters and what stands for long."""

    def lines(self) -> tuple[tuple[str, str, list[str]], ...]:
        kpi = self.kpi
        if kpi is None:
            return ()
        chatter = [tr("{title}: {count} times", title=one.title, count=one.count) for one in kpi.chattering]
        standing = [
            tr("{level} since {time}: {title}", level=LEVEL_WORDS[one.level], time=_when(one.since_ms), title=one.title)
            for one in kpi.standing
        ]
        return (
            (tr("Chatter"), tr("None: no alarm came three times in a minute."), chatter),
            (tr("Standing for more than a day"), tr("None."), standing),
        )

    def wanted_height(self) -> int:
        longest = max((len(lines) for _, _, lines in self.lines()), default=-1)
        return 0 if longest < 0 else 50 + LIST_LINE * max(1, min(MOST_LISTED, longest))

    def spoken(self) -> str:
        return ". ".join(f"{title}: {'; '.join(lines) or none}" for title, none, lines in self.lines())

    def draw(self, ink: Ink) -> None:
        width = (self.width() - GAP) / 2
        for place, (title, none, lines) in enumerate(self.lines()):
            rect = QRectF(place * (width + GAP) + 0.5, 0.5, width - 1, self.height() - 1)
            room = self.card(ink, rect, title)
            for number, line in enumerate(lines[:MOST_LISTED] or [none]):
                row = QRectF(room.left(), room.top() + number * LIST_LINE, room.width(), LIST_LINE - 2)
                ink.text(row, LEFT, line, face(12), self.theme.color("text" if lines else "text2"), shorten=True)
            ink.tips.append((rect, "\n".join(lines)))


def _when(at_ms: int) -> str:
    return f"{fmt.day(at_ms)} {fmt.hour_and_minute(at_ms)}"
