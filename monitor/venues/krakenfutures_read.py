"""How Kraken's answers become our nouns. Pure.

A key sees several accounts at once. The multi-collateral one ("flex") backs the linear contracts (PF_) with all its
currencies after a haircut. Each single-collateral account backs the inverse contracts (PI_, FI_) of one pair with one
coin; its money is the currency "BTC@fi_xbtusd", so that it never backs what flex has to back.

REST tells neither liquidation prices nor the margin of an isolated position: both are None. The estimates of the
single-collateral accounts (triggerEstimates) are four, and which of them is the liquidation is not documented.

Source: Kraken Futures REST documentation v3 and support "Multi-collateral margin", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import (
    Account,
    Bracket,
    Closing,
    Collateral,
    Deleveraging,
    Ending,
    Instrument,
    Liquidation,
    Position,
    PositionDraft,
    Side,
    Stop,
    TriggerBasis,
    sealed,
)
from monitor.venues.krakenfutures_answers import (
    RawAccount,
    RawCandle,
    RawFill,
    RawInstrument,
    RawInstruments,
    RawOrder,
    RawPosition,
    RawTicker,
)
from monitor.venues.read import CANDLE_PRICE, OPEN_TIME, above_zero, instant, number, number_or_none, price_or_none
from monitor.venues.venue import Candle

FLEX = "flex"
INVERSE, LINEAR = "futures_inverse", "flexible_futures"
COINS = {"XBT": "BTC", "XDG": "DOGE"}  # Kraken's own names
TRIGGERS: Mapping[str, TriggerBasis] = {"mark": "mark", "last": "last", "spot": "index", "index": "index"}
# Source: Kraken, "Get your fills", fillType, read 2026-11: an assignor's position was given away in its liquidation; a
# counterparty's is unwound because another trader went bankrupt
ENDS: Mapping[str, type[Ending]] = {
    "maker": Closing,
    "taker": Closing,
    "takerAfterEdit": Closing,
    "liquidation": Liquidation,
    "partialLiquidation": Liquidation,
    "assignor": Liquidation,
    "unwindBankrupt": Liquidation,
    "unwindCounterparty": Deleveraging,
}
HOUR_MS = 3_600_000
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A listed contract and its margin schedule."""

    instrument: Instrument
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is None."""

    orders: tuple[RawOrder, ...] | None
    leverages: Mapping[str, float] | None
    places: Mapping[str, float] | None  # in the unwind queue, percentile


def read_contracts(answer: RawInstruments) -> dict[str, Contract]:
    """Return the listed contracts by Kraken's own name in capitals.

    Raises:
        VenueDataError: nothing is listed, or a contract's size is not told.
    """
    found = {raw.symbol.upper(): _contract(raw) for raw in answer.instruments if _is_understood(raw)}
    if not found:
        raise VenueDataError(tr("instruments: no contract is listed"))
    return found


def _is_understood(raw: RawInstrument) -> bool:
    """Whether a contract is quoted in dollars and of a kind that we know; a position in another is refused by name."""
    pair = raw.symbol.upper().split("_")[1:2]
    return raw.type in (INVERSE, LINEAR) and bool(pair) and pair[0].endswith("USD") and len(pair[0]) > 3


def _contract(raw: RawInstrument) -> Contract:
    inverse, name = raw.type == INVERSE, raw.symbol.upper()
    pair = name.split("_")[1]
    base = coin_of(pair[:-3])
    settle = f"{base}@fi_{pair.lower()}" if inverse else "USD"
    expiry = f"-{_moment(raw.lastTradingTime, name):%y%m%d}" if raw.lastTradingTime else ""
    precision = number_or_none(raw.contractValueTradePrecision)
    return Contract(
        instrument=Instrument(
            symbol=f"{base}/USD:{base if inverse else 'USD'}{expiry}",
            venue_symbol=name,
            base=base,
            settle=settle,
            contract_size=above_zero(raw.contractSize, name, "contractSize"),
            inverse=inverse,
            tick_size=price_or_none(raw.tickSize),
            lot_size=None if precision is None else 10.0**-precision,
        ),
        brackets=_brackets(raw, inverse),
    )


def _brackets(raw: RawInstrument, inverse: bool) -> tuple[Bracket, ...]:
    """The professional schedule; () where a step is not understood. Retail users have a stricter one."""
    steps = []
    for level in raw.marginLevels:
        floor = number_or_none(level.contracts if inverse else level.numNonContractUnits)
        rate = number_or_none(level.maintenanceMargin)
        if floor is None or rate is None:
            return ()
        steps.append(Bracket(floor=floor, rate=rate, deduction=0.0))
    return tuple(sorted(steps, key=lambda step: step.floor))


def coin_of(name: str) -> str:
    """Return a currency's common name."""
    return COINS.get(name.upper(), name.upper())


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    accounts: Mapping[str, RawAccount],
    rows: list[RawPosition],
    contracts: Mapping[str, Contract],
    tickers: Mapping[str, RawTicker],
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
    held = open_rows(rows)
    positions = tuple(read_position(row, contracts, tickers, details, marked_ms) for row in held)
    flex = accounts.get(FLEX)
    linear_held = any(not position.inverse for position in positions)
    collateral = [*_flex_collateral(flex, needed=linear_held), *_single_collateral(accounts, positions)]
    flex_only = flex is not None and not any(position.inverse for position in positions)
    return Account(
        id=account_id,
        venue="krakenfutures",
        account_mode="multi_currency" if flex is not None else "single_currency",
        position_mode="one_way",  # Kraken nets a contract's trades into one position
        taker_fee_rate=None,  # since 2026-06-22 the fee endpoints no longer tell what is charged
        collateral=tuple(collateral),
        positions=positions,
        reported_margin_ratio=_reported_ratio(accounts, positions),
        # inverse positions have money of their own, in coin: then there is no total
        reported_equity=number(flex.marginEquity, FLEX, "marginEquity") if flex is not None and flex_only else None,
        reported_maintenance_margin=number_or_none(flex.maintenanceMargin) if flex is not None and flex_only else None,
        reported_available=number_or_none(flex.availableMargin) if flex is not None else None,
        read_ms=read_ms,
        balance_agrees=balance_agrees(accounts, held, positions),
    )


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions.

    Raises:
        VenueDataError: a row without symbol or size.
    """
    found = []
    for row in rows:
        if not row.symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="openpositions", field="symbol"))
        if number(row.size, row.symbol, "size") != 0:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side.

    Raises:
        VenueDataError: it is not told.
    """
    if row.side == "long":
        return "long"
    if row.side == "short":
        return "short"
    raise VenueDataError(tr("{subject}: {field} is {value!r}", subject=row.symbol, field="side", value=row.side))


def contract_of(row: RawPosition, contracts: Mapping[str, Contract]) -> Contract:
    """Return the contract of a row.

    Raises:
        VenueDataError: Kraken does not list it.
    """
    contract = contracts.get((row.symbol or "").upper())
    if contract is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    return contract


def read_position(
    row: RawPosition,
    contracts: Mapping[str, Contract],
    tickers: Mapping[str, RawTicker],
    details: Details,
    marked_ms: int,
) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USD:USD: price is missing", and its kind.
    """
    contract = contract_of(row, contracts)
    instrument = contract.instrument
    symbol, name, side = instrument.symbol, instrument.venue_symbol, side_of(row)
    ticker = tickers.get(name)
    mark = above_zero(None if ticker is None else ticker.markPrice, symbol, "markPrice")
    fixed = price_or_none(row.maxFixedLeverage)
    perpetual = "-" not in symbol
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(number(row.size, symbol, "size")),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.price, symbol, "price"),
        mark_price=mark,
        margin_mode="cross" if fixed is None else "isolated",
        isolated_margin=None,  # not told: what depends on it stays unknown
        leverage=fixed if fixed is not None else None if details.leverages is None else details.leverages.get(name),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="contracts" if instrument.inverse else "base",
        # whether a step holds for the whole size is not published; so taken, it never shows too little
        bracket_scheme="whole_position",
        brackets=contract.brackets,
        stops=None if details.orders is None else read_stops(details.orders, name, side),
        funding_rate=_funding_rate(ticker, mark, instrument.inverse) if perpetual else None,
        funding_interval_h=1.0 if perpetual else None,
        next_funding_ms=(marked_ms // HOUR_MS + 1) * HOUR_MS if perpetual else None,
        mark_ms=marked_ms,
        reported_adl_rank=None if details.places is None else details.places.get(name),
    )
    return sealed(draft)


def _funding_rate(ticker: RawTicker | None, mark: float, inverse: bool) -> float | None:
    """Kraken's rate is money per contract and hour: USD per unit (linear), coin per USD (inverse)."""
    rate = None if ticker is None else number_or_none(ticker.fundingRate)
    if rate is None:
        return None
    return rate * mark if inverse else rate / mark


def read_stops(orders: tuple[RawOrder, ...], name: str, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first."""
    closes = "sell" if side == "long" else "buy"
    found = []
    for order in orders:
        trigger, size = price_or_none(order.stopPrice), number_or_none(order.unfilledSize) or 0.0
        if order.symbol.upper() != name or order.side != closes or order.orderType not in ("stop", "stp"):
            continue
        if not order.reduceOnly or trigger is None or size <= 0:
            continue
        basis = TRIGGERS.get(order.triggerSignal or "", "last")
        limit = price_or_none(order.limitPrice)
        found.append(Stop(trigger_price=trigger, trigger=basis, contracts=size, limit_price=limit))
    return tuple(sorted(found, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def _flex_collateral(flex: RawAccount | None, *, needed: bool) -> list[Collateral]:
    """The currencies of the multi-collateral account, each with its price and the share of it that counts.

    Raises:
        VenueDataError: it backs positions and is not told.
    """
    if flex is None or flex.currencies is None:
        if needed:
            raise VenueDataError(tr("flex: a position settles in it, and accounts does not list its currencies"))
        return []
    funding = number_or_none(flex.unrealizedFunding) or 0.0
    found = []
    for name, raw in flex.currencies.items():
        quantity, value = number(raw.quantity, name, "quantity"), number_or_none(raw.value)
        counts = number_or_none(raw.collateralValue if raw.collateralValue is not None else raw.collateral)
        dollars = coin_of(name) == "USD"
        found.append(
            Collateral(
                currency=coin_of(name),
                wallet_balance=quantity + (funding if dollars else 0.0),
                index_price=1.0 if dollars else None if value is None or not quantity else value / quantity,
                haircut_tiers=() if counts is None or not value or dollars else ((0.0, counts / value),),
            )
        )
    if "USD" not in {held.currency for held in found}:  # only what is held is listed: there are none
        found.append(Collateral(currency="USD", wallet_balance=funding, index_price=1.0))
    return found


def _single_collateral(accounts: Mapping[str, RawAccount], positions: tuple[Position, ...]) -> list[Collateral]:
    """The coin of each single-collateral account that backs a position, of which nothing counts for flex.

    Idle coins are told only where flex backs nothing: they would be taken for a part of what backs it.
    """
    needed = {position.settle: position.mark_price for position in positions if position.inverse}
    idle_too = all(position.inverse for position in positions)
    found = []
    for name, raw in accounts.items():
        if raw.type != "marginAccount":
            continue
        currency = raw.currency or ""
        label = f"{coin_of(currency)}@{name}"
        funding = number_or_none(raw.auxiliary.funding) if raw.auxiliary is not None else None
        if label in needed:
            balance = number(raw.balances.get(currency), name, f"balances.{currency}")
        else:
            balance = number_or_none(raw.balances.get(currency)) or 0.0
        if label in needed or (balance and idle_too):
            found.append(
                Collateral(
                    currency=label,
                    wallet_balance=balance + (funding or 0.0),
                    index_price=needed.get(label),
                    haircut_tiers=((0.0, 0.0),) if label in needed else (),
                )
            )
    if missing := needed.keys() - {held.currency for held in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="accounts",
            )
        )
    return found


def balance_agrees(
    accounts: Mapping[str, RawAccount], held: list[RawPosition], positions: tuple[Position, ...]
) -> bool:
    """Whether the accounts' own figures are explained by the positions that we were given.

    False when flex needs maintenance margin without a linear position, or its profit is not that of the listed ones
    (within 1 % of their value: the marks are a moment younger); and when a single-collateral account holds a contract
    that is not listed, or needs margin without a position of its pair.
    """
    listed = {(row.symbol or "").upper() for row in held}
    backed = {position.settle for position in positions}
    for name, raw in accounts.items():
        if raw.type == "multiCollateralMarginAccount":
            if (number_or_none(raw.maintenanceMargin) or 0.0) > TOLERANCE and "USD" not in backed:
                return False
            if not _profit_agrees(raw, [position for position in positions if not position.inverse]):
                return False
        elif raw.type == "marginAccount":
            lots = {key.upper() for key, size in raw.balances.items() if "_" in key and number_or_none(size)}
            needs = number_or_none(raw.marginRequirements.mm) if raw.marginRequirements is not None else None
            if lots - listed or ((needs or 0.0) > TOLERANCE and f"{coin_of(raw.currency or '')}@{name}" not in backed):
                return False
    return True


def _profit_agrees(flex: RawAccount, linear: list[Position]) -> bool:
    told = number_or_none(flex.pnl)
    if told is None:
        return True
    sizes = [position.contracts * position.contract_size for position in linear]
    value = sum(size * position.mark_price for size, position in zip(sizes, linear, strict=True))
    profit = sum(
        position.direction * size * (position.mark_price - position.entry_price)
        for size, position in zip(sizes, linear, strict=True)
    )
    return abs(told - profit) <= 0.01 * (value + abs(told)) + 0.01


def _reported_ratio(accounts: Mapping[str, RawAccount], positions: tuple[Position, ...]) -> float | None:
    """Return maintenance margin over equity of the one account that backs the positions; None for several."""
    settles = {position.settle for position in positions}
    if len(settles) != 1:
        return None
    (settle,) = settles
    raw = accounts.get(FLEX if settle == "USD" else settle.partition("@")[2])
    if raw is None:
        return None
    if settle == "USD":
        needs, equity = number_or_none(raw.maintenanceMargin), number_or_none(raw.marginEquity)
    else:
        needs = number_or_none(raw.marginRequirements.mm) if raw.marginRequirements is not None else None
        equity = number_or_none(raw.auxiliary.pv) if raw.auxiliary is not None else None
    return None if needs is None or equity is None or equity <= 0 else needs / equity


def read_ending(fill: RawFill, symbol: str) -> Ending | None:
    """Return what a trade may have closed, by force or by an order of the user's; None: neither.

    There is one position of a contract, and a trade does not say whether it opened: selling closes a long.

    Raises:
        VenueDataError: a price, size or time is missing.
    """
    kind = ENDS.get(fill.fillType)
    if kind is None:
        return None
    return kind(
        symbol=symbol,
        side="long" if fill.side == "sell" else "short",
        contracts=above_zero(fill.size, symbol, "size"),
        price=above_zero(fill.price, symbol, "price"),
        at_ms=read_ms(fill.fillTime, symbol),
    )


def read_candle(row: RawCandle, symbol: str) -> Candle:
    """Return a price bar.

    Raises:
        VenueDataError: it holds no numbers.
    """
    first, high, low, last = (
        above_zero(value, symbol, CANDLE_PRICE) for value in (row.open, row.high, row.low, row.close)
    )
    return instant(row.time, symbol, OPEN_TIME), first, high, low, last


def read_ms(text: str | None, subject: str) -> int:
    """Return an instant from ISO text [ms UTC].

    Raises:
        VenueDataError: it is missing or not a time.
    """
    return round(_moment(text, subject).timestamp() * 1000)


def _moment(text: str | None, subject: str) -> datetime:
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=subject, field="time", value=str(text)[:40])
        ) from None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
