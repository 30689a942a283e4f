"""The selected position in figures, above its chart: what stands, what protects it, what would rescue it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from monitor.language import tr
from monitor.messages import PositionRisk
from ui import format as fmt
from ui.painting import LEFT, RIGHT, Canvas, Ink, polygon
from ui.theme import LEVEL_TOKENS, LEVEL_WORDS, Theme, face
from ui.view import View, place

HEIGHT, COMPACT_HEIGHT = 152, 66
COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One small figure with its title."""

    title: str
    text: str
    token: str = "text"
    tip: str = ""


class DetailHead(Canvas):
    """The head of the detail pane."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(HEIGHT)
        self._view = View()
        self._risk: PositionRisk | None = None

    def set_compact(self, compact: bool) -> None:
        """Show only which position it is, or its figures too."""
        self.setFixedHeight(COMPACT_HEIGHT if compact else HEIGHT)

    def show_view(self, view: View) -> None:
        """Show the focused position of the view."""
        self._view, self._risk = view, focused(view)
        self.setAccessibleName(self._sentence())
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the head."""
        risk = self._risk
        if risk is None:
            title, words = nothing_words(self._view)
            place_of_title, color = QRectF(16, 14, self.width() - 32, 26), self.theme.color("text3")
            ink.text(place_of_title, LEFT, title, face(20, 600), color)
            ink.text(QRectF(16, 42, self.width() - 32, 18), LEFT, words, face(12), color, shorten=True)
            return
        stale = self._view.is_stale(self._view.account(risk.account_id))
        self._draw_title(ink, risk, stale)
        if self.height() <= COMPACT_HEIGHT:
            return
        cell = (self.width() - 32) / COLUMNS
        for number, figure in enumerate(figures(risk, self._view)):
            x, y = 16 + cell * (number % COLUMNS), 70 + 40 * (number // COLUMNS)
            title_color = self.theme.color("text3")
            ink.text(QRectF(x, y, cell - 2, 15), LEFT, figure.title, face(11, 500), title_color)
            kind = face(14, 600, True)
            if kind.width(figure.text) > cell - 4:
                kind = face(12, 600, True)
            color = self.theme.color("text3" if stale else figure.token)
            ink.text(QRectF(x, y + 15, cell - 4, 20), LEFT, figure.text, kind, color)
            ink.tips.append((QRectF(x, y, cell, 38), figure.tip))

    def _draw_title(self, ink: Ink, risk: PositionRisk, stale: bool) -> None:
        theme = self.theme
        price = fmt.price(risk.mark_price, risk.tick_size)
        big = face(26 if len(price) < 12 else 20, 600)
        price_width = big.width(price)
        right = QRectF(self.width() - 16 - price_width - 1, 11, price_width + 1, 32)
        ink.text(right, RIGHT, price, big, theme.color("text3" if stale else "text"))
        self._draw_change(ink, risk, stale)
        tag_width = 84.0
        room = self.width() - 32 - price_width - tag_width - 20
        symbol = fmt.base_and_quote(risk.symbol)
        used = ink.text(QRectF(16, 14, room, 26), LEFT, symbol, face(20, 600), theme.color("text"), shorten=True)
        ink.side_tag(16 + used + 10, 18.5, risk.side, fmt.leverage(risk.leverage), word=True)
        where = tr(
            "{account}, {margin_mode} margin",
            account=place(self._view.account(risk.account_id), risk.account_id),
            margin_mode=risk.margin_mode,
        )
        ink.text(QRectF(16, 41, self.width() - 190, 18), LEFT, where, face(12), theme.color("text3"), shorten=True)

    def _draw_change(self, ink: Ink, risk: PositionRisk, stale: bool) -> None:
        change = since_entry(risk)
        gains = (change > 0) == (risk.side == "long")
        token = "text3" if stale or not change else "profit" if gains else "loss"
        text = tr("{change} since entry", change=fmt.change(abs(change), 2).lstrip("+"))
        kind, color = face(12, 500, True), self.theme.color(token)
        width = kind.width(text)
        ink.text(QRectF(self.width() - 176, 41, 160, 18), RIGHT, text, kind, color)
        if not change:
            return
        x, turn = self.width() - 16 - width - 9, -1 if change > 0 else 1
        ink.painter.setBrush(color)
        ink.painter.drawPolygon(polygon((x - 4, 50 - 3 * turn), (x + 4, 50 - 3 * turn), (x, 50 + 4 * turn)))

    def _sentence(self) -> str:
        risk = self._risk
        if risk is None:
            return tr("No position selected")
        cells = ", ".join(f"{figure.title} {figure.text}" for figure in figures(risk, self._view))
        return tr(
            "{symbol} {side} on {account}, {level}: {cells}",
            symbol=fmt.base_and_quote(risk.symbol),
            side=risk.side,
            account=risk.account_id,
            level=LEVEL_WORDS[risk.level].lower(),
            cells=cells,
        )


def nothing_words(view: View) -> tuple[str, str]:
    """Return a title and a sentence for when no position is selected."""
    if view.update is None or not view.update.positions:
        return tr("No position yet"), tr("The one nearest to liquidation will open here.")
    return tr("Nothing selected"), tr("Select a position to see its chart and what would rescue it.")


def focused(view: View) -> PositionRisk | None:
    """Return the position that the view is focused on."""
    return view.focused()


def figures(risk: PositionRisk, view: View) -> list[Figure]:
    """Return the eight figures of a position."""
    level = LEVEL_TOKENS[risk.level] if risk.level else "text"
    profit = risk.unrealized_pnl
    profit_token = "text3" if not profit else "profit" if profit > 0 else "loss"
    settle = risk.settle
    return [
        Figure(
            title=tr("Distance"),
            text=_distance(risk),
            token=level,
            tip=risk.unknown or tr("Of the mark price, rounded down."),
        ),
        Figure(
            title=tr("Unrealised PnL"),
            text=view.amount(fmt.money(profit, settle, signed=True)),
            token=profit_token,
            tip=tr("At the mark price [{settle}]", settle=settle),
        ),
        Figure(
            title=tr("Notional"),
            text=view.amount(fmt.money(risk.notional, settle)),
            tip=tr("At the mark price [{settle}]", settle=settle),
        ),
        Figure(
            title=tr("Can be lost"),
            text=view.amount(fmt.money_needed(risk.max_loss, settle)),
            tip=tr("The isolated margin, or the wallet behind a cross pool [{settle}]", settle=settle),
        ),
        _stop_figure(risk),
        _rescue_figure(risk, view),
        _cut_figure(risk, view),
        _funding_figure(risk, view),
    ]


def _distance(risk: PositionRisk) -> str:
    if risk.liquidation_distance is None:
        return tr("unknown") if risk.unknown else tr("none")
    return fmt.room(risk.liquidation_distance)


def _stop_figure(risk: PositionRisk) -> Figure:
    if risk.stop_beyond:
        tip = tr("The stop lies beyond the liquidation price: it will never fill.")
        return Figure(title=tr("Stop order"), text=tr("Too late"), token="critical", tip=tip)
    if risk.stop_cover is None:
        return Figure(title=tr("Stop order"), text=fmt.UNKNOWN, token="text3", tip=tr("The orders have not been read."))
    if not risk.stop_cover:
        token = "critical" if risk.level == 3 else "watch"
        return Figure(
            title=tr("Stop order"), text=tr("None"), token=token, tip=tr("Nothing closes it before liquidation.")
        )
    tip = tr(
        "Covers {stop_cover} of the size, {distance} away",
        stop_cover=fmt.share(risk.stop_cover),
        distance=fmt.room(risk.stop_distance),
    )
    return Figure(title=tr("Stop order"), text=fmt.price(risk.stop_price, risk.tick_size), tip=tip)


def _rescue_figure(risk: PositionRisk, view: View) -> Figure:
    title = (
        tr("To reach {distance}", distance=fmt.share(risk.rescue_distance))
        if risk.rescue_distance is not None
        else tr("To be safer")
    )
    if not risk.rescue_add:
        known = not risk.unknown
        tip = tr("Its distance is larger than that.") if known else risk.unknown
        return Figure(title=title, text=tr("reached") if known else fmt.UNKNOWN, token="text2", tip=tip)
    amount = view.amount("+" + fmt.money_needed(risk.rescue_add, risk.settle))
    return Figure(
        title=title, text=amount, token="accent", tip=tr("Margin to add [{settle}], rounded up", settle=risk.settle)
    )


def _cut(risk: PositionRisk) -> float | None:
    """The size to close [base]: of the report, else of what lies beyond it, which walks tiers and netted legs too."""
    if risk.rescue_cut is not None or risk.beyond is None or not risk.size_base:
        return risk.rescue_cut
    contracts = risk.beyond.rescue.distance.cut
    return None if contracts is None else contracts * risk.size_base / risk.contracts


def _cut_figure(risk: PositionRisk, view: View) -> Figure:
    cut = _cut(risk)
    if not cut:
        tip = tr("Notional over the equity that stands behind it")
        return Figure(title=tr("Leverage used"), text=fmt.leverage(risk.effective_leverage) or fmt.UNKNOWN, tip=tip)
    text = view.amount("−" + fmt.size_short(cut, risk.lot_base))
    exact = view.amount(fmt.size_needed(cut, risk.lot_base))
    tip = tr("Size to close, rounded up to the lot: {exact} {symbol}", exact=exact, symbol=fmt.base(risk.symbol))
    return Figure(title=tr("or cut"), text=text, token="accent", tip=tip)


def _funding_figure(risk: PositionRisk, view: View) -> Figure:
    payment = risk.funding_payment
    if payment is None:
        return Figure(
            title=tr("Next funding"), text=fmt.UNKNOWN, token="text3", tip=tr("The funding rate is not known.")
        )
    token = "text" if not payment else "profit" if payment > 0 else "loss"
    left = None if risk.next_funding_ms is None else risk.next_funding_ms - view.now_ms
    tip = tr(
        "{funding_rate} of the notional, in {span}",
        funding_rate=fmt.change(risk.funding_rate, 4),
        span=fmt.duration(left),
    )
    text = view.amount(fmt.money(payment, risk.settle, signed=True))
    return Figure(title=tr("Next funding"), text=text, token=token, tip=tip)


def since_entry(risk: PositionRisk) -> float:
    """Return how far the mark has moved from the entry (fraction); 0 where it would be shown as 0.00 %."""
    change = risk.mark_price / risk.entry_price - 1 if risk.entry_price else 0.0
    return change if abs(change) >= 0.00005 else 0.0
