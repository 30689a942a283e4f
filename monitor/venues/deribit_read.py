"""How Deribit's answers become our nouns. Pure.

A position's size is in USD (inverse) or in the base (linear); ccxt calls it contracts, which is wrong by the contract's
size. Both sizes that the answer holds are compared: where they contradict each other nothing is shown.

Deribit gives no margin schedule by API and its rate grows with the size. Where a position's own maintenance margin is
what the published schedule gives, that schedule holds; else the rate that it implies now is its one tier. Portfolio
margin, and options beside the futures, need Deribit's scenarios: such an account's mode is "portfolio", and only its
own figures are shown.

Source: Deribit API documentation v2, read 2026-10; the schedules: monitor/margin/deribit.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.margin.deribit import Growth, growth, requirement
from monitor.model import (
    Account,
    AccountMode,
    Bracket,
    Closing,
    Collateral,
    Ending,
    Instrument,
    Liquidation,
    Position,
    PositionDraft,
    Side,
    Stop,
    Terms,
    TriggerBasis,
    sealed,
)
from monitor.venues.deribit_answers import (
    RawCandles,
    RawInstrument,
    RawOrder,
    RawPosition,
    RawSummary,
    RawTicker,
    RawTrade,
)
from monitor.venues.read import CANDLE_PRICE, above_zero, instant, number, number_or_none, price_or_none
from monitor.venues.venue import Candle

FUTURE, OPTION, SPOT = "future", "option", "spot"
MAINTENANCE_OF_INITIAL = 0.5
FUNDING_HOURS = 8.0  # the rate is told for eight hours and paid continuously
MODES: Mapping[str, AccountMode] = {
    "segregated_sm": "single_currency",
    "segregated_pm": "portfolio",
    "cross_sm": "multi_currency",
    "cross_pm": "portfolio",
}
TRIGGERS: Mapping[str, TriggerBasis] = {"mark_price": "mark", "last_price": "last", "index_price": "index"}
SAME = 0.005  # how far the two sizes may differ: the mark moves within the answer, sizes are rounded
AS_PUBLISHED = 0.005  # how far a margin may be from its schedule's: the index moves within the answer
LAST_DIGIT = 1e-8  # of a printed margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is None."""

    orders: tuple[RawOrder, ...] | None
    tickers: Mapping[str, RawTicker] | None


def read_instruments(rows: Iterable[RawInstrument]) -> dict[str, Instrument]:
    """Return the listed futures by Deribit's own name.

    Raises:
        VenueDataError: nothing is listed, or a contract's size or kind is not told.
    """
    found = {raw.instrument_name: _instrument(raw) for raw in rows if raw.kind == FUTURE}
    if not found:
        raise VenueDataError(tr("get_instruments: no future is listed"))
    return found


def _instrument(raw: RawInstrument) -> Instrument:
    name, settle = raw.instrument_name, raw.settlement_currency
    if raw.instrument_type not in ("reversed", "linear"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=name, field="instrument_type", value=raw.instrument_type)
        )
    expiry = ""
    if raw.settlement_period != "perpetual":
        moment = datetime.fromtimestamp(instant(raw.expiration_timestamp, name, "expiration_timestamp") / 1000, UTC)
        expiry = f"-{moment:%y%m%d}"
    size = above_zero(raw.contract_size, name, "contract_size")
    least = price_or_none(raw.min_trade_amount)
    return Instrument(
        symbol=f"{raw.base_currency}/{raw.quote_currency}:{settle}{expiry}",
        venue_symbol=name,
        base=raw.base_currency,
        settle=settle,
        contract_size=size,
        inverse=raw.instrument_type == "reversed",
        tick_size=price_or_none(raw.tick_size),
        lot_size=None if least is None else least / size,
        liquidation_fee_rate=number_or_none(raw.max_liquidation_commission),  # the most that is charged
    )


def read_terms(raw: RawInstrument, instrument: Instrument) -> Terms:
    """Return what Deribit requires of a future by standard margin, from its largest leverage.

    The initial rate is one over it, the maintenance rate half of that, both growing alike with the size. By API Deribit
    tells the leverage alone; the growth is that of the contracts for which it has been published.

    Raises:
        VenueDataError: the leverage is missing, or the growth was never published.
    """
    symbol = instrument.symbol
    published = growth(instrument.base, inverse=instrument.inverse)
    if published is None:
        raise VenueDataError(
            tr("{subject}: how its margin rate grows with the size is not published by Deribit", subject=symbol)
        )
    leverage = above_zero(raw.max_leverage, symbol, "max_leverage")
    return Terms(
        instrument=instrument,
        brackets=(Bracket(floor=0.0, rate=MAINTENANCE_OF_INITIAL / leverage, deduction=0.0),),
        rate_slope=published.slope,
        note=tr(
            "Half of one over Deribit's largest leverage ({leverage:.0f}x), growing with the size as published.",
            leverage=leverage,
        ),
    )


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    summaries: list[RawSummary],
    rows: list[RawPosition],
    instruments: Mapping[str, Instrument],
    details: Details,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        marked_ms: when the marks were true, by the venue's clock.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    if not summaries:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="get_account_summaries", field="summaries"))
    held = open_rows(rows)
    positions = tuple(read_position(row, instruments, details, marked_ms) for row in held if row.kind == FUTURE)
    mode = account_mode(summaries, held)
    crossed = any(summary.cross_collateral_enabled for summary in summaries)
    return Account(
        id=account_id,
        venue="deribit",
        account_mode=mode,
        position_mode="one_way",  # Deribit nets an instrument's trades into one position
        taker_fee_rate=None,  # the instrument tells the standard rate, not the user's
        collateral=_collateral(summaries, positions, crossed=crossed),
        positions=positions,
        reported_margin_ratio=_reported_ratio(summaries, held, instruments, crossed=crossed),
        reported_equity=number_or_none(summaries[0].total_equity_usd) if crossed else _only(summaries, "equity"),
        reported_maintenance_margin=number_or_none(summaries[0].total_maintenance_margin_usd)
        if crossed
        else _only(summaries, "maintenance_margin"),
        reported_available=None if crossed else _only(summaries, "available_funds"),
        read_ms=read_ms,
        balance_agrees=balance_agrees(summaries, held, instruments),
    )


def account_mode(summaries: list[RawSummary], held: list[RawPosition]) -> AccountMode | None:
    """Return the account's mode; None where it is not told or not known."""
    if any(row.kind == OPTION for row in held) or any(summary.portfolio_margining_enabled for summary in summaries):
        return "portfolio"
    modes = {MODES.get(summary.margin_model or "") for summary in summaries}
    return modes.pop() if len(modes) == 1 else "portfolio" if "portfolio" in modes else None


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions: Deribit lists closed ones of the session too.

    Raises:
        VenueDataError: a row without name, kind or size.
    """
    found = []
    for row in rows:
        if not row.instrument_name:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="get_positions", field="instrument_name"))
        if row.kind not in (FUTURE, OPTION, SPOT):
            raise VenueDataError(
                tr("{subject}: {field} is {value!r}", subject=row.instrument_name, field="kind", value=row.kind)
            )
        if number(row.size, row.instrument_name, "size") != 0 and row.kind != SPOT:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side: it is named and the size is signed, and both must agree.

    Raises:
        VenueDataError: they do not.
    """
    size = number(row.size, str(row.instrument_name), "size")
    if row.direction == "buy" and size > 0:
        return "long"
    if row.direction == "sell" and size < 0:
        return "short"
    raise VenueDataError(
        tr(
            "{instrument_name}: direction is {direction!r} and size {size:g}",
            instrument_name=row.instrument_name,
            direction=row.direction,
            size=size,
        )
    )


def listed(row: RawPosition, instruments: Mapping[str, Instrument]) -> Instrument:
    """Return the contract of a row.

    Raises:
        VenueDataError: Deribit does not list it.
    """
    instrument = instruments.get(row.instrument_name or "")
    if instrument is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.instrument_name))
    return instrument


def read_position(
    row: RawPosition, instruments: Mapping[str, Instrument], details: Details, marked_ms: int
) -> Position:
    """Return one open position in a future.

    Raises:
        VenueDataError: "BTC/USD:BTC: average_price is missing", and its kind.
    """
    instrument = listed(row, instruments)
    symbol, side = instrument.symbol, side_of(row)
    mark = above_zero(row.mark_price, symbol, "mark_price")
    amount, coins = _sizes(row, instrument, mark)
    value = coins if instrument.inverse else coins * mark
    margin = number_or_none(row.maintenance_margin)
    index = price_or_none(row.index_price) or mark
    published = _published(instrument, margin, coins, 1.0 if instrument.inverse else index)
    implied = () if margin is None or margin <= 0 else (Bracket(floor=0.0, rate=margin / value, deduction=0.0),)
    ticker = None if details.tickers is None else details.tickers.get(instrument.venue_symbol)
    rate = number_or_none(ticker.current_funding) if ticker is not None else None
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=amount / instrument.contract_size,
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.average_price, symbol, "average_price"),
        mark_price=mark,
        margin_mode="cross",  # Deribit has no other
        isolated_margin=None,
        leverage=price_or_none(row.leverage),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        liquidation_fee_rate=instrument.liquidation_fee_rate,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=implied if published is None else (Bracket(floor=0.0, rate=published.base, deduction=0.0),),
        rate_slope=None if published is None else published.slope,
        rate_implied=published is None and bool(implied),
        stops=None if details.orders is None else read_stops(details.orders, instrument, side),
        funding_rate=rate,
        funding_interval_h=None if rate is None else FUNDING_HOURS,
        next_funding_ms=None,  # paid continuously
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.estimated_liquidation_price),
        reported_maintenance_margin=margin,
        reported_initial_margin=number_or_none(row.initial_margin),
        reported_unrealized_pnl=number_or_none(row.floating_profit_loss),
        reported_adl_rank=None,  # no place in a queue is told
    )
    return sealed(draft)


def _published(instrument: Instrument, margin: float | None, coins: float, worth: float) -> Growth | None:
    """Return the published schedule where a position's own maintenance margin is what it gives; None: it is not.

    Args:
        coins: the size. worth: of a coin [settle], at the index.
    """
    published = growth(instrument.base, inverse=instrument.inverse)
    if margin is None or margin <= 0 or published is None:
        return None
    required = requirement(coins, worth, published.base, published.slope)
    return published if math.isclose(margin, required, rel_tol=AS_PUBLISHED, abs_tol=LAST_DIGIT) else None


def _sizes(row: RawPosition, instrument: Instrument, mark: float) -> tuple[float, float]:
    """Return (size in the unit of the contract, size in coins).

    Raises:
        VenueDataError: one is missing, or they contradict each other.
    """
    symbol = instrument.symbol
    size = abs(number(row.size, symbol, "size"))
    coins = abs(number(row.size_currency, symbol, "size_currency"))
    expected = size / mark if instrument.inverse else size
    if not math.isclose(coins, expected, rel_tol=SAME):
        raise VenueDataError(
            tr("{symbol}: size is {size:g}, but size_currency {coins:g}", symbol=symbol, size=size, coins=coins)
        )
    return size, coins


def read_stops(orders: tuple[RawOrder, ...], instrument: Instrument, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first.

    Trailing stops are none: their trigger moves.
    """
    closes = "sell" if side == "long" else "buy"
    found = []
    for order in orders:
        trigger = price_or_none(order.trigger_price)
        rest = (number_or_none(order.amount) or 0.0) - (number_or_none(order.filled_amount) or 0.0)
        if order.instrument_name != instrument.venue_symbol or order.direction != closes or not order.reduce_only:
            continue
        if order.order_type not in ("stop_market", "stop_limit") or trigger is None or rest <= 0:
            continue
        if order.order_state != "untriggered":
            continue
        found.append(
            Stop(
                trigger_price=trigger,
                trigger=TRIGGERS.get(order.trigger or "", "last"),
                contracts=rest / instrument.contract_size,
                limit_price=price_or_none(order.price) if order.order_type == "stop_limit" else None,
            )
        )
    return tuple(sorted(found, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def _collateral(
    summaries: list[RawSummary], positions: tuple[Position, ...], *, crossed: bool
) -> tuple[Collateral, ...]:
    """The money of each currency without the profit of its positions, taken back with their own entry and mark.

    With cross collateral `margin_balance` is the whole account in each currency; then it is the currency's equity.
    """
    profit: dict[str, float] = {}
    for position in positions:
        profit[position.settle] = profit.get(position.settle, 0.0) + _pnl(position)
    found = []
    for raw in summaries:
        if not raw.currency:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="get_account_summaries", field="currency"))
        field = "equity" if crossed else "margin_balance"
        balance = number(raw.equity if crossed else raw.margin_balance, raw.currency, field)
        if balance or raw.currency in profit:
            found.append(Collateral(currency=raw.currency, wallet_balance=balance - profit.get(raw.currency, 0.0)))
    if missing := profit.keys() - {held.currency for held in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="get_account_summaries",
            )
        )
    return tuple(found)


def _pnl(position: Position) -> float:
    face = position.direction * position.contracts * position.contract_size
    if position.inverse:
        return face * (1 / position.entry_price - 1 / position.mark_price)
    return face * (position.mark_price - position.entry_price)


def balance_agrees(summaries: list[RawSummary], held: list[RawPosition], instruments: Mapping[str, Instrument]) -> bool:
    """Whether the account's own maintenance margin is explained by the positions that we were given.

    With standard margin it is their sum: by currency, or in dollars with cross collateral. With portfolio margin, and
    with options, there must at least be a position.
    """
    plain = not any(row.kind == OPTION for row in held)
    needed: dict[str, float] = {}
    dollars = 0.0
    for row in held:
        instrument = instruments.get(row.instrument_name or "")
        if instrument is not None:
            margin = number_or_none(row.maintenance_margin) or 0.0
            needed[instrument.settle] = needed.get(instrument.settle, 0.0) + margin
            dollars += margin * ((number_or_none(row.index_price) or 0.0) if instrument.inverse else 1.0)
    for summary in summaries:
        total = number_or_none(summary.maintenance_margin) or 0.0
        if summary.margin_model == "segregated_sm" and plain:
            if _exceeds(total, needed.get(summary.currency or "", 0.0)):
                return False
        elif total > 1e-8 and not held:
            return False
        total_usd = number_or_none(summary.total_maintenance_margin_usd)
        if summary.margin_model == "cross_sm" and plain and total_usd is not None and _exceeds(total_usd, dollars):
            return False
    return True


def _exceeds(total: float, explained: float) -> bool:
    return total - explained > max(0.01 * total, 1e-8)


def _only(summaries: list[RawSummary], field: str) -> float | None:
    """A figure of the one currency that holds anything; None where several do, as there is no total."""
    used = [summary for summary in summaries if number_or_none(summary.equity)]
    if len(used) != 1:
        return None
    return number_or_none(getattr(used[0], field))


def _reported_ratio(
    summaries: list[RawSummary], held: list[RawPosition], instruments: Mapping[str, Instrument], *, crossed: bool
) -> float | None:
    """Return maintenance margin over margin balance: of the account, or of the one currency with positions."""
    found = [instruments.get(row.instrument_name or "") for row in held]
    settles = {instrument.settle for instrument in found if instrument is not None}
    backing = [summary for summary in summaries if summary.currency in settles]
    if not backing or (len(backing) > 1 and not crossed):
        return None
    needs, balance = number_or_none(backing[0].maintenance_margin), number_or_none(backing[0].margin_balance)
    return None if needs is None or balance is None or balance <= 0 else needs / balance


def read_ending(trade: RawTrade, instrument: Instrument) -> Ending:
    """Return what a trade may have closed: by force where our side of it was being liquidated, else by our order.

    There is one position of a contract, and a trade does not say whether it opened: selling closes a long. How a
    trade of auto-deleveraging looks is not documented (its channel "user.liquidation" tells it, docs read 2026-11).

    Raises:
        VenueDataError: a price, size or time is missing.
    """
    symbol = instrument.symbol
    by_force = bool(trade.liquidity) and trade.liquidity in (trade.liquidation or "")
    kind = Liquidation if by_force else Closing
    return kind(
        symbol=symbol,
        side="long" if trade.direction == "sell" else "short",
        contracts=above_zero(trade.amount, symbol, "amount") / instrument.contract_size,
        price=above_zero(trade.price, symbol, "price"),
        at_ms=instant(trade.timestamp, symbol, "timestamp"),
    )


def read_candles(raw: RawCandles, symbol: str, join: int = 1) -> list[Candle]:
    """Return price bars.

    Args:
        join: how many of Deribit's bars make one of ours; ours begin at multiples of their length.

    Raises:
        VenueDataError: the columns differ in length, or a price is none.
    """
    columns = (raw.open, raw.high, raw.low, raw.close)
    if {len(column) for column in columns} != {len(raw.ticks)}:
        raise VenueDataError(tr("{symbol}: the columns of the candles differ in length", symbol=symbol))
    bars: list[Candle] = []
    for at_ms, *prices in zip(raw.ticks, *columns, strict=True):
        first, high, low, last = (above_zero(value, symbol, CANDLE_PRICE) for value in prices)
        bars.append((int(at_ms), first, high, low, last))
    if len(bars) < 2 or join == 1:
        return bars
    span_ms = (bars[1][0] - bars[0][0]) * join
    joined: dict[int, Candle] = {}
    for at_ms, first, high, low, last in bars:
        begin_ms = at_ms // span_ms * span_ms
        before = joined.get(begin_ms)
        joined[begin_ms] = (
            (begin_ms, first, high, low, last)
            if before is None
            else (begin_ms, before[1], max(before[2], high), min(before[3], low), last)
        )
    return list(joined.values())
