"""How Bitget's positions, tiers, orders and records become our nouns, for both of its accounts. Pure.

Sizes are base coins. An inverse position is worth size * entry USD for as long as it is open; its reported PnL must
confirm that, else it is refused. `keepMarginRate` and a unified position's `mmr` are rates. Tiers are marginal; that a
position from before 2025-11-10 keeps a flat one is the margin model's to know, by `opened_ms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import (
    Bracket,
    Closing,
    Deleveraging,
    Ending,
    Instrument,
    Liquidation,
    MarginMode,
    Position,
    PositionDraft,
    PositionMode,
    Side,
    Stop,
    TriggerBasis,
    sealed,
)
from monitor.venues.bitget_answers import (
    RawAdlRank,
    RawContract,
    RawDone,
    RawFunding,
    RawPast,
    RawPlan,
    RawPosition,
    RawStrategy,
    RawTier,
    RawUnifiedPosition,
    RawUnifiedTier,
)
from monitor.venues.naming import unified_symbol
from monitor.venues.read import RawNumber, above_zero, instant, instant_or_none, number, number_or_none, price_or_none

PRODUCTS = ("USDT-FUTURES", "USDC-FUTURES", "COIN-FUTURES")
PNL_TOLERANCE = 0.02  # of an inverse position's value: mark and PnL of one row are of one instant
_TRIGGERS: Mapping[str, TriggerBasis] = {"mark_price": "mark", "mark": "mark", "index_price": "index"}
_STOP_PLANS = frozenset({"pos_loss", "loss_plan"})
# what ends a position, by the first letters of `tradeSide`, and by `execType`
_PAST: Mapping[str, type[Ending]] = {
    "close": Closing,
    "buy_single": Closing,
    "sell_single": Closing,
    "burst": Liquidation,
    "reduce": Liquidation,
    "offset_close": Liquidation,
    "dte_sys_adl": Deleveraging,
}
_DONE: Mapping[str, type[Ending]] = {
    "normal": Closing,
    "liquidation": Liquidation,
    "burst": Liquidation,
    "reduce": Liquidation,
    "adl": Deleveraging,
}
SIDES: tuple[Side, Side] = ("long", "short")
STOP_SOURCES = frozenset({"loss_market", "loss_limit", "pos_loss_market", "pos_loss_limit", "loss_chase"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A position of either account, still in the venue's words."""

    symbol: str | None
    coin: str | None
    side: str | None
    hold_mode: str | None
    margin_mode: str | None
    size: RawNumber
    entry: RawNumber
    mark: RawNumber
    leverage: RawNumber
    margin: RawNumber
    liquidation: RawNumber
    rate: RawNumber
    ratio: RawNumber
    pnl: RawNumber
    opened: RawNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A contract, and the product that it belongs to."""

    instrument: Instrument
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is missing or None."""

    brackets: Mapping[str, tuple[Bracket, ...]]
    stops: Mapping[tuple[str, Side], tuple[Stop, ...]] | None  # None: the orders could not be read
    funding: Mapping[str, RawFunding]
    ranks: tuple[RawAdlRank, ...]
    taker_fee_rate: float | None


def classic_row(raw: RawPosition) -> Row:
    """Return a classic position as a row."""
    return Row(
        symbol=raw.symbol,
        coin=raw.marginCoin,
        side=raw.holdSide,
        hold_mode=raw.posMode,
        margin_mode=raw.marginMode,
        size=raw.total,
        entry=raw.openPriceAvg,
        mark=raw.markPrice,
        leverage=raw.leverage,
        margin=raw.marginSize,
        liquidation=raw.liquidationPrice,
        rate=raw.keepMarginRate,
        ratio=raw.marginRatio,
        pnl=raw.unrealizedPL,
        opened=raw.cTime,
    )


def unified_row(raw: RawUnifiedPosition) -> Row:
    """Return a unified position as a row."""
    return Row(
        symbol=raw.symbol,
        coin=raw.marginCoin,
        side=raw.posSide,
        hold_mode=raw.holdMode,
        margin_mode=raw.marginMode,
        size=raw.total,
        entry=raw.avgPrice,
        mark=raw.markPrice,
        leverage=raw.leverage,
        margin=raw.positionBalance,
        liquidation=raw.liquidationPrice,
        rate=raw.mmr,
        ratio=None,
        pnl=raw.unrealisedPnl,
        opened=raw.createdTime,
    )


def open_rows(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that hold something.

    Raises:
        VenueDataError: a row without symbol or size.
    """
    found = []
    for row in rows:
        if not row.symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="position", field="symbol"))
        if number(row.size, row.symbol, "total") != 0:
            found.append(row)
    return found


def side_of(row: Row) -> Side:
    """Return the side, which Bitget names in both position modes.

    Raises:
        VenueDataError: it does not.
    """
    if row.side not in ("long", "short"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=row.symbol, field="side", value=str(row.side)[:40])
        )
    return "long" if row.side == "long" else "short"


def mode_of(row: Row) -> MarginMode:
    """Return the margin mode.

    Raises:
        VenueDataError: it is not told.
    """
    if row.margin_mode not in ("crossed", "isolated"):
        raise VenueDataError(
            tr(
                "{subject}: {field} is {value!r}",
                subject=row.symbol,
                field="marginMode",
                value=str(row.margin_mode)[:40],
            )
        )
    return "cross" if row.margin_mode == "crossed" else "isolated"


def position_mode(words: Iterable[str | None]) -> PositionMode | None:
    """Return the account's position mode from the venue's words, None where none is told."""
    told = {word for word in words if word}
    if "hedge_mode" in told:
        return "hedge"
    return "one_way" if "one_way_mode" in told else None


def read_listings(batches: Mapping[str, Iterable[RawContract]]) -> dict[str, Listing]:
    """Return the listed contracts of all products by Bitget's own name.

    Raises:
        VenueDataError: nothing is listed.
    """
    found = {raw.symbol: _listing(raw, product) for product, batch in batches.items() for raw in batch}
    if not found:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="contracts", field="data"))
    return found


def _listing(raw: RawContract, product: str) -> Listing:
    inverse = product == "COIN-FUTURES"
    settle = raw.baseCoin if inverse else product.removesuffix("-FUTURES")
    place, step = number_or_none(raw.pricePlace), price_or_none(raw.priceEndStep)
    expiry = instant_or_none(raw.deliveryTime) if raw.symbolType == "delivery" else None
    return Listing(
        instrument=Instrument(
            symbol=unified_symbol(raw.baseCoin, raw.quoteCoin, settle, expiry),
            venue_symbol=raw.symbol,
            base=raw.baseCoin,
            settle=settle,
            contract_size=1.0,
            inverse=inverse,
            tick_size=None if place is None or step is None else step / 10**place,
            lot_size=price_or_none(raw.sizeMultiplier),
        ),
        product=product,
    )


def read_brackets(tiers: Iterable[RawTier | RawUnifiedTier]) -> tuple[Bracket, ...]:
    """Return a contract's maintenance tiers by value, lowest first, with the deductions that keep them continuous.

    Raises:
        VenueDataError: a tier without its floor or rate.
    """
    steps = sorted(
        (number(tier.startUnit, "tiers", "startUnit"), above_zero(tier.keepMarginRate, "tiers", "keepMarginRate"))
        if isinstance(tier, RawTier)
        else (number(tier.minTierValue, "tiers", "minTierValue"), above_zero(tier.mmr, "tiers", "mmr"))
        for tier in tiers
    )
    found: list[Bracket] = []
    for floor, rate in steps:
        deduction = found[-1].deduction + floor * (rate - found[-1].rate) if found else 0.0
        found.append(Bracket(floor=floor, rate=rate, deduction=deduction))
    return tuple(found)


def read_position(row: Row, listing: Listing, details: Details, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: entry price is missing", and its kind.
    """
    instrument = listing.instrument
    symbol, side, mode = instrument.symbol, side_of(row), mode_of(row)
    size, entry = above_zero(row.size, symbol, "total"), above_zero(row.entry, symbol, tr("entry price"))
    mark = above_zero(row.mark, symbol, "markPrice")
    if instrument.inverse:
        _check_inverse(symbol, side, size, entry, mark, number_or_none(row.pnl))
    funding = details.funding.get(instrument.venue_symbol)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=size,
        contract_size=entry if instrument.inverse else 1.0,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=entry,
        mark_price=mark,
        margin_mode=mode,
        isolated_margin=above_zero(row.margin, symbol, "margin") if mode == "isolated" else None,
        leverage=price_or_none(row.leverage),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=_brackets_of(row, listing, details),
        stops=None if details.stops is None else details.stops.get((instrument.venue_symbol, side), ()),
        funding_rate=None if funding is None else number_or_none(funding.fundingRate),
        funding_interval_h=None if funding is None else price_or_none(funding.fundingRateInterval),
        next_funding_ms=None if funding is None else instant_or_none(funding.nextUpdate),
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liquidation),  # "0" and negative: none
        reported_maintenance_margin=None,  # Bitget tells a rate, not the amount
        reported_initial_margin=price_or_none(row.margin) if mode == "cross" else None,
        reported_unrealized_pnl=number_or_none(row.pnl),
        reported_margin_ratio=number_or_none(row.ratio),
        reported_adl_rank=_rank_of(details.ranks, instrument.venue_symbol, side),  # 0 to 1, 1 is first
        opened_ms=instant_or_none(row.opened),
    )
    return sealed(draft)


def _brackets_of(row: Row, listing: Listing, details: Details) -> tuple[Bracket, ...]:
    """The tiers; for inverse contracts, whose unit is not documented, the rate that the position has now."""
    if not listing.instrument.inverse:
        return details.brackets.get(listing.instrument.venue_symbol, ())
    rate = price_or_none(row.rate)
    return () if rate is None else (Bracket(floor=0.0, rate=rate, deduction=0.0),)


def _check_inverse(symbol: str, side: Side, size: float, entry: float, mark: float, pnl: float | None) -> None:
    """Refuse an inverse position whose own PnL contradicts how we read its size."""
    expected = size * (1.0 - entry / mark) * (1 if side == "long" else -1)
    if pnl is not None and abs(pnl - expected) > PNL_TOLERANCE * abs(expected) + 1e-6 * size:
        raise VenueDataError(
            tr("{symbol}: unrealised PnL {pnl:g} does not fit a size of {size:g}", symbol=symbol, pnl=pnl, size=size)
        )


def _rank_of(ranks: Iterable[RawAdlRank], name: str, side: Side) -> float | None:
    for rank in ranks:
        if rank.symbol == name and rank.holdSide in (None, "", side):
            return number_or_none(rank.adlRank)
    return None


# ---------------------------------------------------------------- orders and records


def classic_stops(
    plans: Iterable[RawPlan], rows: Iterable[Row], marks: Mapping[str, float]
) -> dict[tuple[str, Side], tuple[Stop, ...]]:
    """Return each position's orders that close it at a loss, nearest trigger first.

    Args:
        marks: by symbol; a plain trigger order is a stop where its price lies on the losing side of the mark.
    """
    kept = list(plans)
    return {
        (row.symbol or "", side_of(row)): _nearest_first(
            [stop for plan in kept if (stop := _classic_stop(plan, row, marks.get(row.symbol or ""))) is not None],
            side_of(row),
        )
        for row in rows
    }


def _classic_stop(plan: RawPlan, row: Row, mark: float | None) -> Stop | None:
    side, price = side_of(row), price_or_none(plan.triggerPrice)
    if price is None or plan.symbol != row.symbol:
        return None
    if plan.posSide in ("long", "short"):
        if plan.posSide != side:
            return None
    elif plan.side != ("sell" if side == "long" else "buy"):
        return None
    limit = price_or_none(plan.executePrice)
    if plan.planType not in _STOP_PLANS:
        closes = (plan.tradeSide or "").startswith("close") or (plan.reduceOnly or "").upper() == "YES"
        if plan.planType != "normal_plan" or not closes or mark is None or (price > mark) == (side == "long"):
            return None
        limit = price_or_none(plan.price)
    return Stop(
        trigger_price=price,
        trigger=_TRIGGERS.get(plan.triggerType or "", "last"),
        contracts=None if plan.planType == "pos_loss" else price_or_none(plan.size),
        limit_price=limit,
    )


def unified_stops(orders: Iterable[RawStrategy], rows: Iterable[Row]) -> dict[tuple[str, Side], tuple[Stop, ...]]:
    """Return each position's stop-losses, nearest trigger first."""
    kept = list(orders)
    return {
        (row.symbol or "", side_of(row)): _nearest_first(
            [
                Stop(
                    trigger_price=price,
                    trigger=_TRIGGERS.get(order.slTriggerBy or "", "last"),
                    contracts=None if order.tpslMode == "full" else price_or_none(order.qty),
                    limit_price=price_or_none(order.slLimitPrice) if order.slOrderType == "limit" else None,
                )
                for order in kept
                if order.symbol == row.symbol
                and (order.posSide or side_of(row)) == side_of(row)
                and (price := price_or_none(order.stopLoss)) is not None
            ],
            side_of(row),
        )
        for row in rows
    }


def _nearest_first(stops: list[Stop], side: Side) -> tuple[Stop, ...]:
    return tuple(sorted(stops, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def read_past(order: RawPast, listing: Listing) -> Ending | None:
    """Return what a finished order of the classic account closed, None where it closed nothing.

    Raises:
        VenueDataError: a price or time is missing.

    Source: Bitget, "Get History Order", tradeSide, read 2026-11: close, buy_single, … are the user's, burst, reduce and
    offset_close forced, dte_sys_adl auto-deleveraging, delivery the end of a contract.
    """
    what = order.tradeSide or ""
    kind = next((kind for word, kind in _PAST.items() if what.startswith(word)), None)
    side = next((side for side in SIDES if side in (order.posSide, what.rpartition("_")[2])), None)
    found = _ending(kind, listing, side or _sold(order.side), order.baseVolume, order.priceAvg, order.uTime)
    if isinstance(found, Closing) and order.orderSource in STOP_SOURCES:
        return replace(found, by_stop=True)
    return found


def read_done(order: RawDone, listing: Listing) -> Ending | None:
    """Return what a finished order of the unified account closed, None where it closed nothing.

    Raises:
        VenueDataError: a price or time is missing.

    Source: Bitget, "Get Order History" of the unified account, execType, read 2026-11.
    """
    kind, side = _DONE.get(order.execType or ""), _sold(order.side)
    opens = order.holdMode != "one_way_mode" and order.posSide in SIDES and order.posSide != side
    return None if opens else _ending(kind, listing, side, order.cumExecQty, order.avgPrice, order.updatedTime)


def _sold(side: str) -> Side:
    """What an order closes: selling closes a long."""
    return "long" if side == "sell" else "short"


def _ending(
    kind: type[Ending] | None, listing: Listing, side: Side, size: RawNumber, price: RawNumber, at: RawNumber
) -> Ending | None:
    symbol = listing.instrument.symbol
    if kind is None or (kind is Closing and price_or_none(size) is None):
        return None
    return kind(
        symbol=symbol,
        side=side,
        contracts=above_zero(size, symbol, "size"),
        price=above_zero(price, symbol, "price"),
        at_ms=instant(at, symbol, "time"),
    )
