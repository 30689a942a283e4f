"""How Gate's positions, tiers, orders and records become our nouns. Pure.

`size` counts contracts of quanto_multiplier base units (linear) or one USD (inverse), signed in both position modes.
`margin` is what is assigned to an isolated position, without unrealised PnL. Leverage "0" means cross. A liquidation
price of 0 or 99999999 means none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import (
    Bracket,
    BracketScheme,
    Closing,
    Deleveraging,
    Ending,
    Instrument,
    Liquidation,
    MarginMode,
    Position,
    PositionDraft,
    Side,
    Stop,
    TriggerBasis,
    sealed,
)
from monitor.venues.gate_answers import (
    RawContract,
    RawLiquidation,
    RawOrder,
    RawPosition,
    RawTier,
    RawTrade,
)
from monitor.venues.naming import unified_symbol
from monitor.venues.read import RawNumber, above_zero, number, number_or_none, price_or_none

NO_PRICE = 99_999_999.0
NO_POSITION_RANK = 6
_TRIGGERS: Mapping[int, TriggerBasis] = {0: "last", 1: "mark", 2: "index"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A contract, and what Gate lists beside it."""

    instrument: Instrument
    settle: str  # as the paths spell it: usdt, btc
    index_price: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is missing or None."""

    brackets: Mapping[str, tuple[Bracket, ...]]
    orders: tuple[RawOrder, ...] | None
    contracts: Mapping[str, RawContract]  # read again for their funding
    taker_fee_rate: float | None


def read_listings(batches: Mapping[str, Iterable[RawContract]]) -> dict[str, Listing]:
    """Return the listed contracts of all settlement currencies by Gate's own name.

    Contracts that settle in a coin which is not their base (quanto) are left out: a position of one is refused.

    Raises:
        VenueDataError: nothing is listed.
    """
    found = {}
    for settle, batch in batches.items():
        for raw in batch:
            base, _, quote = raw.name.partition("_")
            inverse = raw.type == "inverse"
            if settle.upper() == (base if inverse else quote):
                found[raw.name] = _listing(raw, base, quote, settle)
    if not found:
        raise VenueDataError(tr("{subject}: the list is empty", subject="contracts"))
    return found


def _listing(raw: RawContract, base: str, quote: str, settle: str) -> Listing:
    inverse = raw.type == "inverse"
    return Listing(
        instrument=Instrument(
            symbol=unified_symbol(base, quote, settle.upper()),
            venue_symbol=raw.name,
            base=base,
            settle=settle.upper(),
            contract_size=1.0 if inverse else above_zero(raw.quanto_multiplier, raw.name, "quanto_multiplier"),
            inverse=inverse,
            tick_size=price_or_none(raw.order_price_round),
            lot_size=None if raw.enable_decimal else 1.0,  # decimal contracts do not tell their step
        ),
        settle=settle,
        index_price=price_or_none(raw.index_price),
    )


def read_brackets(tiers: Iterable[RawTier]) -> tuple[Bracket, ...]:
    """Return a contract's maintenance tiers by value, lowest first, with the deductions that keep them continuous.

    Raises:
        VenueDataError: a tier without its limit or rate.
    """
    steps = sorted(
        {
            (
                above_zero(tier.risk_limit, "risk_limit_tiers", "risk_limit"),
                above_zero(tier.maintenance_rate, "risk_limit_tiers", "maintenance_rate"),
            )
            for tier in tiers
        }
    )
    found: list[Bracket] = []
    floor = 0.0
    for limit, rate in steps:
        deduction = found[-1].deduction + floor * (rate - found[-1].rate) if found else 0.0
        found.append(Bracket(floor=floor, rate=rate, deduction=deduction))
        floor = limit
    return tuple(found)


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions.

    Raises:
        VenueDataError: a row without contract or size.
    """
    found = []
    for row in rows:
        if not row.contract:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="positions", field="contract"))
        if number(row.size, row.contract, "size") != 0:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side, which the sign of the size tells and dual mode names too.

    Raises:
        VenueDataError: they contradict each other.
    """
    side: Side = "long" if number(row.size, str(row.contract), "size") > 0 else "short"
    if row.mode in ("dual_long", "dual_short") and row.mode != f"dual_{side}":
        raise VenueDataError(
            tr("{contract}: mode is {mode} and size is {size}", contract=row.contract, mode=row.mode, size=row.size)
        )
    return side


def mode_of(row: RawPosition) -> MarginMode:
    """Return the margin mode.

    Raises:
        VenueDataError: neither it nor the leverage is told.
    """
    if row.pos_margin_mode in ("cross", "isolated"):
        return "cross" if row.pos_margin_mode == "cross" else "isolated"
    return "cross" if number(row.leverage, str(row.contract), "leverage") == 0 else "isolated"


def read_position(
    row: RawPosition, listing: Listing, details: Details, scheme: BracketScheme, marked_ms: int
) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: entry_price is missing", and its kind.
    """
    instrument = listing.instrument
    symbol, side, mode = instrument.symbol, side_of(row), mode_of(row)
    brackets = details.brackets.get(instrument.venue_symbol, ())
    if scheme == "whole_position":
        brackets = tuple(Bracket(floor=one.floor, rate=one.rate, deduction=0.0) for one in brackets)
    contract = details.contracts.get(instrument.venue_symbol)
    seconds = None if contract is None else price_or_none(contract.funding_interval)
    rank = number_or_none(row.adl_ranking)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(number(row.size, symbol, "size")),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.entry_price, symbol, "entry_price"),
        mark_price=above_zero(row.mark_price, symbol, "mark_price"),
        margin_mode=mode,
        isolated_margin=number(row.margin, symbol, "margin") if mode == "isolated" else None,
        leverage=price_or_none(row.leverage if mode == "isolated" else row.cross_leverage_limit),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="notional",
        bracket_scheme=scheme,
        brackets=brackets,
        stops=None if details.orders is None else read_stops(details.orders, row, side),
        funding_rate=None if contract is None else number_or_none(contract.funding_rate),
        funding_interval_h=None if seconds is None else seconds / 3600,
        next_funding_ms=None if contract is None else _milliseconds(contract.funding_next_apply),
        mark_ms=marked_ms,
        reported_liquidation_price=_liquidation_price(row.liq_price),
        reported_maintenance_margin=price_or_none(row.maintenance_margin),  # "0" of an open position: not told
        reported_initial_margin=price_or_none(row.initial_margin),
        reported_unrealized_pnl=number_or_none(row.unrealised_pnl),
        reported_adl_rank=rank if rank is not None and 0 < rank < NO_POSITION_RANK else None,  # 1 is first, 5 last
        opened_ms=_milliseconds(row.open_time),
    )
    return sealed(draft)


def _liquidation_price(value: RawNumber) -> float | None:
    price = price_or_none(value)
    return None if price is None or price >= NO_PRICE else price


def _milliseconds(value: RawNumber) -> int | None:
    seconds = price_or_none(value)
    return None if seconds is None else round(seconds * 1000)


def read_stops(orders: Iterable[RawOrder], row: RawPosition, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first."""
    against = 2 if side == "long" else 1
    stops = [
        Stop(
            trigger_price=price,
            trigger=_TRIGGERS.get(int(number_or_none(order.trigger.price_type) or 0), "last"),
            contracts=abs(size) if (size := number_or_none(order.initial.size) or 0.0) else None,
            limit_price=price_or_none(order.initial.price),  # 0: a market order
        )
        for order in orders
        if order.initial.contract == row.contract
        and number_or_none(order.trigger.rule) == against
        and _closes(order, side)
        and (price := price_or_none(order.trigger.price)) is not None
    ]
    return tuple(sorted(stops, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def _closes(order: RawOrder, side: Side) -> bool:
    if "close-" in order.order_type:
        return f"close-{side}" in order.order_type
    size = number_or_none(order.initial.size) or 0.0
    reduces = order.initial.is_close or order.initial.is_reduce_only
    return reduces and (size == 0 or (size < 0) == (side == "long"))


def read_liquidation(raw: RawLiquidation, listing: Listing) -> Liquidation:
    """Return a forced close.

    Raises:
        VenueDataError: a price, size or time is missing.
    """
    symbol = listing.instrument.symbol
    size = number(raw.size, symbol, "size")
    return Liquidation(
        symbol=symbol,
        side="long" if size > 0 else "short",
        contracts=above_zero(abs(size), symbol, "size"),
        price=above_zero(price_or_none(raw.fill_price) or raw.order_price, symbol, "fill_price"),
        at_ms=round(above_zero(raw.time, symbol, "time") * 1000),
    )


def read_trade(raw: RawTrade, listing: Listing) -> Ending | None:
    """Return what a trade closed, by an order of the user's or by auto-deleveraging; None: nothing, or otherwise.

    Liquidations have a list of their own.

    Raises:
        VenueDataError: a price or time is missing.

    Source: Gate API v4, "Query personal trading records" (close_size) and the texts that it reserves for orders of its
    own, read 2026-11; a user's own text begins with "t-".
    """
    closed = number_or_none(raw.close_size) or 0.0
    if closed == 0 or is_gates_own(raw.text):
        return None
    symbol = listing.instrument.symbol
    kind = Deleveraging if raw.text.startswith("auto_deleverag") else Closing
    return kind(
        symbol=symbol,
        side="long" if closed < 0 else "short",
        contracts=abs(closed),
        price=above_zero(raw.price, symbol, "price"),
        at_ms=round(above_zero(raw.create_time, symbol, "create_time") * 1000),
    )


def is_gates_own(text: str) -> bool:
    """Whether an order was Gate's own, other than by auto-deleveraging: a liquidation, a delisting."""
    return not text.startswith("t-") and ("liq" in text or text in ("insurance", "clear"))
