"""The columns of the positions table: what each says (two lines), how it is drawn, what its tip explains.

Rows are 48 px high: the upper line is the figure, the lower one what puts it into proportion.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from monitor.language import mark, tr, translated
from monitor.messages import PositionRisk
from ui import format as fmt
from ui.column_drawing import EDGE, PADDING, draw_two_lines
from ui.engine_words import basis_word
from ui.gauges import distance_bar
from ui.painting import LEFT, RIGHT, Ink
from ui.risk_columns import RISK_COLUMNS
from ui.table_model import Cell, Column, Row, Texts
from ui.theme import face
from ui.view import View, place

DISAGREES = 0.001  # of the mark: from here on the venue's liquidation price is shown as differing
PERCENT_WIDTH = 54.0
FORCED_ENDS = ("Liquidated", "Closed by ADL")
SHORTENED_FROM = 1e6  # a notional: its exact value stands in the detail


def _upper(cell: Cell) -> QRectF:
    return QRectF(cell.left + PADDING, cell.top + 6, cell.width - 2 * PADDING, 19)


def _lower(cell: Cell) -> QRectF:
    return QRectF(cell.left + PADDING, cell.top + 25, cell.width - 2 * PADDING, 17)


def _ink_of(ink: Ink, row: Row, token: str) -> QColor:
    return ink.theme.color("text3" if row.stale or row.end else token)


def _level_ink(ink: Ink, row: Row) -> QColor:
    if row.stale or row.end:
        return ink.theme.color("text3")
    return ink.theme.level(row.risk.level) if row.risk.level else ink.theme.color("text")


def _quiet(ink: Ink, row: Row, cell: Cell) -> QColor:
    return ink.theme.color("text2" if cell.selected and not row.stale else "text3")


# ---------------------------------------------------------------- position


def _name_texts(row: Row, view: View) -> Texts:
    risk = row.risk
    where = place(row.account, risk.account_id)
    if row.end:
        where = tr("{end} {age} ago", end=translated(row.end), age=fmt.age(view.now_ms - (row.gone_ms or view.now_ms)))
    elif row.stale:
        age = view.age_ms(row.account)
        where = (
            tr("{age} old · {account}", age=fmt.age(age), account=risk.account_id)
            if age is not None
            else tr("As last seen · {account}", account=risk.account_id)
        )
    elif risk.unconfirmed:
        where = tr("Unconfirmed · {account}", account=risk.account_id)
    return (fmt.base_and_quote(risk.symbol), where, fmt.leverage(risk.leverage))


def _draw_name(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    upper, lower = (line.adjusted(EDGE - PADDING, 0, 0, 0) for line in (_upper(cell), _lower(cell)))
    name, where, leverage = texts
    tag_width = face(11, 600, True).width(leverage) + 30
    room = QRectF(upper.left(), upper.top(), upper.width() - tag_width, upper.height())
    used = ink.text(room, LEFT, name, face(13, 600), _ink_of(ink, row, "text"), shorten=True)
    ink.side_tag(upper.left() + used + 8, upper.top() + 1.5, row.risk.side, leverage)
    if row.end in FORCED_ENDS:
        color, weight = ink.theme.color("critical"), 600
    elif not row.end and (row.stale or row.risk.unconfirmed):
        color, weight = ink.theme.color("watch"), 500
    else:
        color, weight = _quiet(ink, row, cell), 400
    ink.text(lower, LEFT, where, face(12, weight, True), color, shorten=True)


def _name_tip(row: Row, view: View) -> str:
    risk = row.risk
    lines = [
        tr(
            "{symbol} · {side} · {margin_mode} margin on {account}",
            symbol=risk.symbol,
            side=risk.side,
            margin_mode=risk.margin_mode,
            account=place(row.account, risk.account_id),
        ),
        tr(
            "Leverage set {leverage}, effective {effective}",
            leverage=fmt.leverage(risk.leverage) or fmt.UNKNOWN,
            effective=fmt.leverage(risk.effective_leverage) or fmt.UNKNOWN,
        ),
    ]
    if risk.unconfirmed and row.account is not None and row.account.read_ms is None:
        lines.append(tr("Not read since the start: this is how it was last seen."))
    elif risk.unconfirmed:
        lines.append(tr("Missing from the venue's newest answer, and not proven closed: it stays."))
    if row.stale and row.account is not None:
        lines.append(row.account.trouble or tr("No fresh answer: the last figures known."))
    return "\n".join(lines)


# ---------------------------------------------------------------- size, prices


def _size_texts(row: Row, view: View) -> Texts:
    risk = row.risk
    long = risk.notional is not None and abs(risk.notional) >= SHORTENED_FROM
    notional = view.amount(
        fmt.money_short(risk.notional).lstrip("+") if long else fmt.money(risk.notional, risk.settle)
    )
    return (view.amount(fmt.size(risk.size_base)), f"{notional} {risk.settle}")


def _size_tip(row: Row, view: View) -> str:
    contracts = view.amount(f"{row.risk.contracts:,.12g}")
    return tr(
        "{contracts} contracts; size in {symbol}, value at the mark price in {settle}",
        contracts=contracts,
        symbol=fmt.base(row.risk.symbol),
        settle=row.risk.settle,
    )


def _price_texts(row: Row, _view: View) -> Texts:
    return (fmt.price(row.risk.entry_price, row.risk.tick_size), fmt.price(row.risk.mark_price, row.risk.tick_size))


def _draw_prices(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    ink.text(_upper(cell), RIGHT, texts[0], face(13, 500, True), _ink_of(ink, row, "text2"))
    ink.text(_lower(cell), RIGHT, texts[1], face(12, 400, True), _ink_of(ink, row, "text"))


def _price_tip(_row: Row, _view: View) -> str:
    return tr("Average entry price; below it the mark price, by which the exchange judges.")


# ---------------------------------------------------------------- liquidation


def _liquidation_texts(row: Row, _view: View) -> Texts:
    risk = row.risk
    if risk.liquidation_price is None:
        return (fmt.UNKNOWN if risk.unknown else tr("none"), tr("unknown") if risk.unknown else "")
    ours = fmt.liquidation_price(risk.liquidation_price, risk.tick_size, risk.side)
    return (ours, _basis_words(risk))


def _differs(risk: PositionRisk) -> bool:
    """Whether the venue says another liquidation price."""
    return risk.disagreement is not None and risk.disagreement > DISAGREES


def _basis_words(risk: PositionRisk) -> str:
    if _differs(risk):
        return tr("venue {price}", price=fmt.price(risk.reported_liquidation_price, risk.tick_size))
    return {"estimate": tr("estimate"), "venue": tr("by the venue")}.get(risk.basis, "")


def _draw_liquidation(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    kind = face(13, 600, True)
    if not texts[1]:
        whole = QRectF(cell.left + PADDING, cell.top, cell.width - 2 * PADDING, cell.height)
        ink.text(whole, RIGHT, texts[0], kind, _level_ink(ink, row))
        return
    ink.text(_upper(cell), RIGHT, texts[0], kind, _level_ink(ink, row))
    color = ink.theme.color("watch") if _differs(row.risk) and not row.stale else _quiet(ink, row, cell)
    ink.text(_lower(cell), RIGHT, texts[1], face(12, 400, True), color)


def _liquidation_tip(row: Row, view: View) -> str:
    risk = row.risk
    if risk.unknown:
        return tr("Unknown: {unknown}.", unknown=risk.unknown)
    if risk.liquidation_price is None:
        return tr("No price can liquidate it while the other marks stand still.")
    lines = [
        tr(
            "Computed here: {price} ({basis})",
            price=fmt.liquidation_price(risk.liquidation_price, risk.tick_size, risk.side),
            basis=basis_word(risk.basis),
        ),
        tr("The venue says: {price}", price=fmt.price(risk.reported_liquidation_price, risk.tick_size)),
    ]
    if risk.disagreement is not None:
        lines.append(
            tr("They differ by {disagreement} of the mark price.", disagreement=fmt.difference(risk.disagreement))
        )
    if risk.basis_reason:
        lines.append(risk.basis_reason)
    if risk.bankruptcy_price is not None:
        lines.append(
            tr("Bankruptcy price {bankruptcy_price}", bankruptcy_price=fmt.price(risk.bankruptcy_price, risk.tick_size))
        )
    if risk.max_loss is not None:
        lines.append(
            tr(
                "At most {max_loss} {settle} can be lost",
                max_loss=view.amount(fmt.money_needed(risk.max_loss, risk.settle)),
                settle=risk.settle,
            )
        )
    return "\n".join(lines)


def _distance_texts(row: Row, _view: View) -> Texts:
    risk = row.risk
    if row.end:
        return (translated(row.end).upper(),)
    if risk.liquidation_distance is None:
        return (fmt.UNKNOWN if risk.unknown else tr("none"), risk.unknown)
    return (fmt.room(risk.liquidation_distance),)


def _draw_distance(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    risk, left, middle = row.risk, cell.left + PADDING, cell.top + cell.height / 2
    right = cell.left + cell.width - PADDING
    if row.end:
        token = "critical" if row.end in FORCED_ENDS else "text3"
        ink.tag(left, middle - 9, texts[0], ink.theme.color(token), height=18)
        return
    is_old = row.stale or risk.unconfirmed or bool(risk.unknown)
    if is_old and not risk.level:
        ink.unknown_shape(left + 7, middle, 13)
    elif is_old:  # its alarm stands, on what was known last
        ink.level_shape(left + 7, middle, 12, risk.level, ink.theme.color("stale"))
    else:
        ink.level_shape(left + 7, middle, 12, risk.level)
    number = QRectF(left + 18, cell.top, PERCENT_WIDTH, cell.height)
    ink.text(number, RIGHT, texts[0], face(14, 600, True), _level_ink(ink, row))
    bar = QRectF(left + 84, middle - 3.5, max(24.0, right - left - 84), 7)
    if risk.liquidation_distance is None and len(texts) > 1 and texts[1]:
        rest = QRectF(bar.left(), cell.top, bar.width(), cell.height)
        ink.text(rest, LEFT, texts[1], face(12), _quiet(ink, row, cell), shorten=True)
        return
    ground = ink.theme.color("selected" if cell.selected else "panel")
    distance_bar(
        ink,
        bar,
        risk.liquidation_distance,
        risk.level,
        cell.view.lines_of(risk),
        stop_distance=None if risk.stop_beyond else risk.stop_distance,
        stale=row.stale,
        notch=ground,
    )


def _distance_tip(row: Row, _view: View) -> str:
    if row.risk.unknown:
        return tr("Unknown: {unknown}.", unknown=row.risk.unknown)
    return tr(
        "How far the mark price is from liquidation, as a share of the mark price, rounded down.\n"
        "The bar's scale is a square root: the last percents are long. Notches: your thresholds. Tick: the stop."
    )


# ---------------------------------------------------------------- money, stop, funding


def _pnl_texts(row: Row, view: View) -> Texts:
    if row.end:
        return (fmt.UNKNOWN, "")  # what it made at last is in the account's history, not in the last look at it
    risk = row.risk
    roe = tr("{roe} ROE", roe=fmt.change(risk.roe)) if risk.roe is not None else ""
    return (view.amount(fmt.money_in(risk.unrealized_pnl, risk.settle, signed=True)), roe)


def _draw_pnl(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    profit = row.risk.unrealized_pnl
    token = "text3" if not profit else "profit" if profit > 0 else "loss"
    ink.text(_upper(cell), RIGHT, texts[0], face(13, 600, True), _ink_of(ink, row, token))
    ink.text(_lower(cell), RIGHT, texts[1], face(12, 400, True), _quiet(ink, row, cell))


def _pnl_tip(row: Row, _view: View) -> str:
    return tr(
        "Unrealised profit at the mark price [{settle}].\nROE is that over the initial "
        "margin: it is not a distance to liquidation.",
        settle=row.risk.settle,
    )


def _stop_texts(row: Row, _view: View) -> Texts:
    risk = row.risk
    if risk.stop_beyond and risk.stop_price is None:
        return (tr("Too late"), "")
    if risk.stop_beyond:
        return (fmt.price(risk.stop_price, risk.tick_size), tr("too late"))
    if risk.stop_cover is None:
        return (fmt.UNKNOWN, tr("not read"))
    if risk.stop_price is None or not risk.stop_cover:
        return (tr("No stop"), "")
    cover = "" if risk.stop_cover >= 0.9995 else tr("{stop_cover} of size", stop_cover=fmt.share(risk.stop_cover))
    return (
        fmt.price(risk.stop_price, risk.tick_size),
        cover or tr("{distance} away", distance=fmt.room(risk.stop_distance)),
    )


def _draw_stop(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    risk = row.risk
    if not texts[1] and not row.end:
        token = "text3" if row.stale else "critical" if risk.level == 3 else "watch"
        width = face(11, 600).width(texts[0]) + 12
        x = cell.left + cell.width - PADDING - width
        ink.tag(x, cell.top + cell.height / 2 - 10, texts[0], ink.theme.color(token), outlined=True, height=20)
        return
    ink.text(_upper(cell), RIGHT, texts[0], face(13, 500, True), _ink_of(ink, row, "text"))
    warns = (risk.stop_beyond or (risk.stop_cover or 0) < 0.9995) and not row.stale
    color = ink.theme.color("watch") if warns and risk.stop_cover is not None else _quiet(ink, row, cell)
    ink.text(_lower(cell), RIGHT, texts[1], face(12, 400, True), color)


def _stop_tip(row: Row, _view: View) -> str:
    risk = row.risk
    if risk.stop_beyond:
        return tr("This stop lies beyond the liquidation price: it will never fill.")
    if risk.stop_cover is None:
        return tr("The orders of this account have not been read.")
    if not risk.stop_cover:
        return tr("No reduce-only stop order would close this position before liquidation.")
    return tr(
        "Nearest valid stop; stops close {stop_cover} of the size before liquidation.",
        stop_cover=fmt.share(risk.stop_cover),
    )


def _funding_texts(row: Row, view: View) -> Texts:
    risk = row.risk
    left = None if risk.next_funding_ms is None else risk.next_funding_ms - view.now_ms
    when = "" if left is None else tr("in {left}", left=_minutes(left))
    return (fmt.change(risk.funding_rate, 4), when)


def _minutes(milliseconds: int) -> str:
    """A countdown that changes once a minute: the table must not repaint every second for it."""
    minutes = max(0, -(-milliseconds // 60_000))
    return f"{minutes // 60}:{minutes % 60:02d}{fmt.NARROW}h" if minutes >= 60 else f"{minutes}{fmt.NARROW}min"


def _funding_tip(row: Row, view: View) -> str:
    risk = row.risk
    if risk.funding_payment is None:
        return tr("The funding rate is not known.")
    verb = tr("receive") if risk.funding_payment > 0 else tr("pay")
    amount = view.amount(fmt.money_needed(abs(risk.funding_payment), risk.settle))
    hours = tr(" every {hours_apart:g} h", hours_apart=risk.funding_interval_h) if risk.funding_interval_h else ""
    return tr(
        "You {verb} about {amount} {settle} at the next settlement{hours}.",
        verb=verb,
        amount=amount,
        settle=risk.settle,
        hours=hours,
    )


def _draw_funding(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
    if not texts[1]:
        whole = QRectF(cell.left + PADDING, cell.top, cell.width - 2 * PADDING, cell.height)
        ink.text(whole, RIGHT, texts[0], face(13, 500, True), _ink_of(ink, row, "text2"))
        return
    ink.text(_upper(cell), RIGHT, texts[0], face(13, 500, True), _ink_of(ink, row, "text2"))
    ink.text(_lower(cell), RIGHT, texts[1], face(12, 400, True), _quiet(ink, row, cell))


POSITION_COLUMNS = (
    Column(title=mark("Position"), width=162, right=False, texts=_name_texts, draw=_draw_name, tip=_name_tip),
    Column(title=mark("Size"), width=116, texts=_size_texts, draw=draw_two_lines, tip=_size_tip, drop_below=880),
    Column(
        title=mark("Entry / Mark"), width=100, texts=_price_texts, draw=_draw_prices, tip=_price_tip, drop_below=790
    ),
    Column(
        title=mark("Liquidation"), width=122, texts=_liquidation_texts, draw=_draw_liquidation, tip=_liquidation_tip
    ),
    Column(
        title=mark("Distance to liquidation"),
        width=196,
        right=False,
        stretch=True,
        texts=_distance_texts,
        draw=_draw_distance,
        tip=_distance_tip,
    ),
    Column(title=mark("Unrealised PnL"), width=108, texts=_pnl_texts, draw=_draw_pnl, tip=_pnl_tip),
    Column(title=mark("Stop"), width=98, texts=_stop_texts, draw=_draw_stop, tip=_stop_tip, drop_below=650),
    Column(
        title=mark("Funding"), width=100, texts=_funding_texts, draw=_draw_funding, tip=_funding_tip, drop_below=1060
    ),
    *RISK_COLUMNS,
)
"""The positions, one row each; which column is sorted by is fixed: the engine ranks, nearest to liquidation first."""

SORTED_COLUMN = 4
