"""What if the price moves: the ladder that the engine computed for the selected position. Other marks stand still.

Rows are drawn at the height that fits; the liquidation price stands at its true place, what lies beyond is hatched.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from monitor.language import tr
from monitor.messages import LadderStep, PositionRisk
from monitor.settings import Thresholds
from ui import format as fmt
from ui.detail import focused
from ui.gauges import ratio_bar
from ui.painting import CENTER, LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

TITLE_HEIGHT = 34.0
HEAD_HEIGHT = 20.0
TALLEST_ROW, LOWEST_ROW = 36.0, 19.0
STALE_OPACITY = 0.6
HEAD_LEAST = 62.0  # px: the title of the changes


class PriceLadderPane(Canvas):
    """The ladder with its title."""

    RADIUS = 4.0

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setMinimumHeight(int(TITLE_HEIGHT + HEAD_HEIGHT + 10 * LOWEST_ROW + 4))
        self._view = View()
        self._risk: PositionRisk | None = None
        self._steps: tuple[LadderStep, ...] = ()

    def show_view(self, view: View) -> None:
        """Show the ladder of the focused position."""
        self._view, self._risk = view, focused(view)
        ladder = view.update.ladder if view.update is not None else None
        fits = ladder is not None and ladder.position_key == view.focus
        self._steps = ladder.steps if fits and ladder is not None else ()
        self.setAccessibleName(self._sentence())
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint title, heads and rows."""
        theme, width = self.theme, float(self.width())
        ink.line(0, 0.5, width, 0.5, theme.color("line"))
        title = tr("What if the price moves")
        used = ink.text(QRectF(16, 5, width - 32, 26), LEFT, title, face(13, 600), theme.color("text"))
        note = QRectF(16 + used + 12, 5, width - 44 - used, 26)
        stale = self._risk is not None and self._view.is_stale(self._view.account(self._risk.account_id))
        words = tr("last known figures") if stale else tr("other marks stand still")
        ink.text(note, RIGHT, words, face(12), theme.color("watch" if stale else "text3"), shorten=True)
        if self._risk is None or not self._steps:
            self._draw_nothing(ink)
            return
        kind = face(11, 500, True)
        places = _Places(width, max((kind.width(self._change_words(step)) for step in self._steps), default=0.0))
        for words, left, room, align in places.heads():
            ink.text(QRectF(left, TITLE_HEIGHT, room, HEAD_HEIGHT), align, words, face(11, 500), theme.color("text3"))
        top = TITLE_HEIGHT + HEAD_HEIGHT
        height = min(TALLEST_ROW, (self.height() - top - 4) / len(self._steps))
        largest = max((abs(step.pnl_change) for step in self._steps if not step.liquidated), default=1.0) or 1.0
        ink.painter.setOpacity(STALE_OPACITY if stale else 1.0)
        for number, step in enumerate(self._steps):
            self._draw_step(ink, step, places, top + number * height, height, largest)
        ink.painter.setOpacity(1.0)

    def _draw_nothing(self, ink: Ink) -> None:
        risk = self._risk
        if risk is None:
            words = tr("Select a position.")
        elif risk.unknown:
            words = tr("Cannot be computed: {unknown}.", unknown=risk.unknown)
        else:
            words = tr("Computing …")
        rect = QRectF(16, TITLE_HEIGHT, self.width() - 32, self.height() - TITLE_HEIGHT)
        ink.text(rect, CENTER, words, face(12), self.theme.color("text3"), shorten=True)

    def _draw_step(self, ink: Ink, step: LadderStep, places: _Places, y: float, height: float, largest: float) -> None:
        risk, theme = self._risk, self.theme
        if risk is None:
            return
        beyond = step.liquidated and not step.is_liquidation
        at_mark = abs(step.move) < 1e-9
        self._draw_ground(ink, step, QRectF(8, y + 1, places.width - 16, height - 2), beyond, at_mark)
        strong = step.is_liquidation or at_mark
        token = "critical" if step.liquidated else "text" if at_mark else "text2"
        words = tr("Mark") if at_mark else fmt.move(step.move)
        move = QRectF(16, y, 54, height)
        ink.text(move, LEFT, words, face(12, 600 if strong else 500, True), theme.color(token))
        price = (
            fmt.liquidation_price(step.price, risk.tick_size, risk.side)
            if step.is_liquidation
            else fmt.price(step.price, risk.tick_size)
        )
        price_color = theme.color("text3" if beyond else "text")
        ink.text(QRectF(60, y, places.price_right - 60, height), RIGHT, price, face(12, 600 if strong else 400, True),
                 price_color)  # fmt: skip
        if beyond:
            rest = QRectF(places.price_right, y, places.width - places.price_right - 18, height)
            ink.text(rest, RIGHT, tr("liquidated"), face(12, 500), theme.color("critical"))
            return
        if not at_mark:
            self._draw_change(ink, step, places, y, height, largest)
        if step.is_liquidation:
            rest = QRectF(places.width - 130, y, 112, height)
            ink.text(rest, RIGHT, tr("LIQUIDATION"), face(11, 700, False, 0.4), theme.color("critical"))
        else:
            self._draw_ratio(ink, step, places, y, height)

    def _draw_ground(self, ink: Ink, step: LadderStep, rect: QRectF, beyond: bool, at_mark: bool) -> None:
        theme = self.theme
        if step.is_liquidation:
            ink.box(rect, 6, theme.color("critical", 46), theme.color("critical"), 1.1)
        elif beyond:
            ink.box(rect, 6, theme.color("critical", 20))
            ink.hatch(rect, theme.color("critical", 60), 6)
        elif at_mark:
            ink.box(rect, 6, theme.color("raised"), theme.color("line_strong"))

    def _draw_change(
        self, ink: Ink, step: LadderStep, places: _Places, y: float, height: float, largest: float
    ) -> None:
        """Draw the change of profit as a figure and as a bar from the middle."""
        theme, gain = self.theme, step.pnl_change >= 0
        token = "profit" if gain else "loss"
        length = max(2.0, places.half * min(1.0, abs(step.pnl_change) / largest))
        bar = QRectF(places.middle if gain else places.middle - length, y + height / 2 - 4.5, length, 9)
        ink.box(bar, 2.5, theme.color(token, 190))
        figure = QRectF(places.change_left, y, places.change_width, height)
        ink.text(figure, RIGHT, self._change_words(step), face(11, 500, True), theme.color(token))
        ink.line(places.middle, y + 3, places.middle, y + height - 3, theme.color("line_strong"))

    def _change_words(self, step: LadderStep) -> str:
        settle = self._risk.settle if self._risk is not None else ""
        return self._view.amount(fmt.money(step.pnl_change, settle, signed=True))

    def _draw_ratio(self, ink: Ink, step: LadderStep, places: _Places, y: float, height: float) -> None:
        theme = self.theme
        text = fmt.used(step.margin_ratio)
        kind = face(12, 600, True)
        right = places.width - 18
        ink.text(QRectF(right - 44, y, 44, height), RIGHT, text, kind, theme.color("text"))
        if step.margin_ratio is None:
            return
        bar = QRectF(right - 44 - places.ratio_bar - 6, y + height / 2 - 3, places.ratio_bar, 6)
        limits = self._view.alerts.margin_ratio
        level = level_of_ratio(step.margin_ratio, limits)
        ratio_bar(ink, bar, step.margin_ratio, level, limits)

    def _sentence(self) -> str:
        risk = self._risk
        if risk is None or not self._steps:
            return tr("What if the price moves: nothing to show")
        told = ", ".join(
            f"{fmt.move(step.move)}: " + (tr("liquidated") if step.liquidated else fmt.used(step.margin_ratio))
            for step in self._steps
        )
        return tr(
            "What if the price of {symbol} moves, margin ratio after: {told}",
            symbol=fmt.base_and_quote(risk.symbol),
            told=told,
        )


class _Places:
    """Where the columns of the ladder stand at a width.

    Args:
        change: width of the widest change of profit [px].
    """

    def __init__(self, width: float, change: float) -> None:
        self.width = width
        self.price_right = 148.0
        self.ratio_bar = 56.0 if width >= 400 else 34.0
        ratio_left = width - 18 - 44 - self.ratio_bar - 12
        self.change_left = self.price_right + 12
        self.change_width = max(HEAD_LEAST, change + 1)
        bar_left = self.change_left + self.change_width + 8
        self.middle = (bar_left + ratio_left) / 2
        self.half = max(8.0, (ratio_left - bar_left) / 2)

    def heads(self) -> tuple[tuple[str, float, float, int], ...]:
        """Return title, left edge, width and alignment of each column."""
        return (
            (tr("Move"), 16, 50, LEFT),
            (tr("Price"), 66, self.price_right - 66, RIGHT),
            (tr("PnL change"), self.change_left, self.change_width, RIGHT),
            (tr("Margin ratio after"), self.width - 130, 112, RIGHT),
        )


def level_of_ratio(ratio: float, limits: Thresholds) -> int:
    """Return the level whose threshold a supposed margin ratio reaches: only a colour, no alarm."""
    return sum(ratio >= limit for limit in (limits.warning, limits.danger, limits.critical))
