"""How OKX's answers become our nouns. Pure.

`pos` counts contracts of ctVal * ctMult each, signed in net mode. Isolated `margin` is without unrealised PnL. The
cross wallet is `cashBal`, without PnL and isolated margin (eq = cashBal + upl + isoEq + stgyEq). `mgnRatio` is equity
over requirement: higher is safer. Tiers count contracts and apply to the whole position.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import (
    Account,
    AccountMode,
    Bracket,
    Closing,
    Collateral,
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
from monitor.venues.naming import unified_symbol
from monitor.venues.okx_answers import (
    RawAlgoOrder,
    RawBalance,
    RawClosed,
    RawConfig,
    RawDetail,
    RawDiscount,
    RawFees,
    RawFunding,
    RawInstrument,
    RawPosition,
    RawTier,
)
from monitor.venues.read import above_zero, instant, instant_or_none, number, number_or_none, price_or_none

HaircutTiers = Mapping[str, tuple[tuple[float, float], ...]]
NO_COLLATERAL = ((0.0, 0.0),)  # switched off: it counts for nothing
UNSEEN_SHARE = 0.02  # of a requirement: two answers rest on marks some 100 ms apart
# what closed a position last: 1, 4 and 5 are closes in part, of which a liquidation alone ends what is then missing
CLOSED_BY: Mapping[float, type[Ending]] = {2: Closing, 3: Liquidation, 4: Liquidation, 5: Deleveraging, 6: Deleveraging}
HOUR_MS = 3_600_000
_MODES: Mapping[str, AccountMode] = {
    "1": "single_currency",
    "2": "single_currency",
    "3": "multi_currency",
    "4": "portfolio",
}
_TRIGGERS: Mapping[str, TriggerBasis] = {"last": "last", "mark": "mark", "index": "index"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A contract, and what OKX lists beside it."""

    instrument: Instrument
    kind: str  # SWAP or FUTURES
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is missing or None."""

    config: RawConfig | None
    brackets: Mapping[str, tuple[Bracket, ...]]  # by tier_key
    orders: tuple[RawAlgoOrder, ...] | None
    funding: Mapping[str, RawFunding]
    haircuts: HaircutTiers | None
    taker_fee_rate: float | None


def read_listings(rows: Iterable[RawInstrument]) -> dict[str, Listing]:
    """Return the listed contracts by OKX's own name.

    Raises:
        VenueDataError: nothing is listed, or a contract without a size.
    """
    found = {raw.instId: _listing(raw) for raw in rows if raw.ctType in ("linear", "inverse")}
    if not found:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="instruments", field="data"))
    return found


def _listing(raw: RawInstrument) -> Listing:
    base, _, quote = raw.uly.partition("-")
    multiplier = price_or_none(raw.ctMult)
    return Listing(
        instrument=Instrument(
            symbol=unified_symbol(base, quote, raw.settleCcy, instant_or_none(raw.expTime)),
            venue_symbol=raw.instId,
            base=base,
            settle=raw.settleCcy,
            contract_size=above_zero(raw.ctVal, raw.instId, "ctVal") * (1.0 if multiplier is None else multiplier),
            inverse=raw.ctType == "inverse",
            tick_size=price_or_none(raw.tickSz),
            lot_size=price_or_none(raw.lotSz),
        ),
        kind=raw.instType,
        family=raw.instFamily,
    )


def tier_key(listing: Listing, mode: str) -> str:
    """Return what a schedule belongs to: kind, margin mode and family."""
    return f"{listing.kind} {mode} {listing.family}"


def read_brackets(tiers: Iterable[RawTier]) -> tuple[Bracket, ...]:
    """Return a family's tiers by contracts, lowest first; each applies to the whole position.

    Raises:
        VenueDataError: a tier without its floor or rate.
    """
    found = [
        Bracket(
            floor=number(tier.minSz, "position-tiers", "minSz"),
            rate=above_zero(tier.mmr, "position-tiers", "mmr"),
            deduction=0.0,
        )
        for tier in tiers
    ]
    return tuple(sorted(found, key=lambda bracket: bracket.floor))


def read_haircuts(rows: Iterable[RawDiscount]) -> dict[str, tuple[tuple[float, float], ...]]:
    """Return (floor in coin, share of the value that counts) of each currency, lowest first."""
    return {
        row.ccy: tuple(
            sorted(
                (number_or_none(step.minAmt) or 0.0, number(step.discountRate, row.ccy, "discountRate"))
                for step in row.details or row.discountInfo
            )
        )
        for row in rows
    }


def read_taker_fee(fees: RawFees, settle: str) -> float | None:
    """Return the taker's fee of contracts that settle in a currency; OKX writes what is paid with a minus."""
    told = number_or_none({"USDT": fees.takerU, "USDC": fees.takerUSDC}.get(settle, fees.taker))
    return None if told is None else -told


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that hold something, of whatever kind.

    Raises:
        VenueDataError: a row without name, kind or size.
    """
    found = []
    for row in rows:
        if not row.instId:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="positions", field="instId"))
        if not row.instType:
            raise VenueDataError(tr("{subject}: {field} is missing", subject=row.instId, field="instType"))
        if number(row.pos, row.instId, "pos") != 0:
            found.append(row)
    return found


def contracts_only(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the perpetuals and futures; margin trades and options are not shown.

    Raises:
        VenueDataError: a kind that is not known is never left out.
    """
    found = []
    for row in rows:
        if row.instType in ("SWAP", "FUTURES"):
            found.append(row)
        elif row.instType not in ("MARGIN", "OPTION"):
            raise VenueDataError(
                tr(
                    "{subject}: {field} is {value!r}",
                    subject=row.instId,
                    field="instType",
                    value=str(row.instType)[:40],
                )
            )
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side: long/short mode names it, net mode signs the size.

    Raises:
        VenueDataError: neither.
    """
    if row.posSide in ("long", "short"):
        return "long" if row.posSide == "long" else "short"
    if row.posSide != "net":
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=row.instId, field="posSide", value=str(row.posSide)[:40])
        )
    return "long" if number(row.pos, str(row.instId), "pos") > 0 else "short"


def mode_of(row: RawPosition) -> MarginMode:
    """Return the margin mode.

    Raises:
        VenueDataError: it is not told.
    """
    if row.mgnMode not in ("cross", "isolated"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=row.instId, field="mgnMode", value=str(row.mgnMode)[:40])
        )
    return "cross" if row.mgnMode == "cross" else "isolated"


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    balance: RawBalance,
    rows: list[RawPosition],
    listings: Mapping[str, Listing],
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
    positions = tuple(read_position(row, listed(row, listings), details, marked_ms) for row in contracts_only(held))
    if balance.details is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="balance", field="details"))
    config = details.config
    mode = None if config is None else _MODES.get(config.acctLv)
    equity = number_or_none(balance.adjEq)
    return Account(
        id=account_id,
        venue="okx",
        account_mode=mode,
        position_mode=None if config is None else "hedge" if config.posMode == "long_short_mode" else "one_way",
        taker_fee_rate=details.taker_fee_rate,
        collateral=_collateral(balance.details, positions, details.haircuts if mode != "single_currency" else None),
        positions=positions,
        reported_margin_ratio=_reported_ratio(balance, positions),
        reported_equity=number(balance.totalEq, "account", "totalEq") if equity is None else equity,
        reported_maintenance_margin=_maintenance_margin(balance),
        reported_available=free_money(balance),
        read_ms=read_ms,
        balance_agrees=balance_agrees(balance, held),
    )


def free_money(balance: RawBalance) -> float | None:
    """What is free [USD]: told in one figure or by currency; unknown where one of these is."""
    told = number_or_none(balance.availEq)
    if told is not None:
        return told
    total = 0.0
    for coin in balance.details or ():
        free, held, worth = number_or_none(coin.availEq), number_or_none(coin.eq), number_or_none(coin.eqUsd)
        if free is None or held is None or worth is None or (held == 0.0 and free != 0.0):
            return None
        total += free * (worth / held if held else 0.0)
    return total if balance.details else None


def read_position(row: RawPosition, listing: Listing, details: Details, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: avgPx is missing", and its kind.
    """
    instrument = listing.instrument
    symbol, side, mode = instrument.symbol, side_of(row), mode_of(row)
    funding = details.funding.get(instrument.venue_symbol)
    due = None if funding is None else instant_or_none(funding.fundingTime)
    after = None if funding is None else instant_or_none(funding.nextFundingTime)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(number(row.pos, symbol, "pos")),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.avgPx, symbol, "avgPx"),
        mark_price=above_zero(row.markPx, symbol, "markPx"),
        margin_mode=mode,
        isolated_margin=number(row.margin, symbol, "margin") if mode == "isolated" else None,
        leverage=price_or_none(row.lever),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="contracts",
        bracket_scheme="whole_position",
        brackets=details.brackets.get(tier_key(listing, mode), ()),
        stops=None if details.orders is None else read_stops(details.orders, row, side),
        funding_rate=None if funding is None else number_or_none(funding.fundingRate),
        funding_interval_h=(after - due) / HOUR_MS if due is not None and after is not None and after > due else None,
        next_funding_ms=due,
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liqPx),
        reported_maintenance_margin=number_or_none(row.mmr),
        reported_initial_margin=number_or_none(row.imr),  # OKX tells it of cross positions only
        reported_unrealized_pnl=number_or_none(row.upl),
        reported_margin_ratio=price_or_none(row.mgnRatio),
        reported_adl_rank=number_or_none(row.adl),  # 0 to 5
        opened_ms=instant_or_none(row.cTime),
    )
    return sealed(draft)


def read_stops(orders: Iterable[RawAlgoOrder], row: RawPosition, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first.

    Take-profits are none; trailing stops neither: their trigger moves and is not told.
    """
    closes = "sell" if side == "long" else "buy"
    mark = price_or_none(row.markPx)
    stops = [
        stop
        for order in orders
        if order.instId == row.instId and order.side == closes and _closes_only(order, row)
        for stop in [_stop(order, side, mark)]
        if stop is not None
    ]
    return tuple(sorted(stops, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def _closes_only(order: RawAlgoOrder, row: RawPosition) -> bool:
    if order.state not in ("live", "pause", "partially_effective"):
        return False
    if row.posSide in ("long", "short"):
        return order.posSide == row.posSide
    return str(order.reduceOnly).lower() == "true" or price_or_none(order.closeFraction) is not None


def _stop(order: RawAlgoOrder, side: Side, mark: float | None) -> Stop | None:
    """A plain trigger does not say which way it works: it is a stop where its price lies on the losing side."""
    price, basis, limit = price_or_none(order.slTriggerPx), order.slTriggerPxType, order.slOrdPx
    if price is None and order.ordType == "trigger":
        price, basis, limit = price_or_none(order.triggerPx), order.triggerPxType, order.ordPx
        if price is None or mark is None or (price > mark) == (side == "long"):
            return None
    fraction = price_or_none(order.closeFraction)
    size = price_or_none(order.sz)
    if price is None or (fraction is None and size is None):
        return None
    return Stop(
        trigger_price=price,
        trigger=_TRIGGERS.get(basis, "last"),
        contracts=None if fraction is not None else size,  # OKX takes no fraction but 1
        limit_price=price_or_none(limit),  # -1: a market order
    )


def read_ending(row: RawClosed, listings: Mapping[str, Listing]) -> Ending | None:
    """Return how a position was closed last: by force, or wholly by orders of the user's; None: otherwise.

    The price of a close by orders or by auto-deleveraging is the average of all that closed it.

    Raises:
        VenueDataError: a side, price, size or time is missing.

    Source: OKX, "Get positions history", type: 1 in part, 2 all, 3 liquidation, 4 partial liquidation, 5 ADL in part,
    6 ADL wholly; read 2026-11.
    """
    kind = CLOSED_BY.get(number_or_none(row.type) or 0)
    if kind is None:
        return None
    symbol = listings[row.instId].instrument.symbol if row.instId in listings else row.instId
    if row.direction not in ("long", "short"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=symbol, field="direction", value=row.direction[:40])
        )
    return kind(
        symbol=symbol,
        side="long" if row.direction == "long" else "short",
        contracts=above_zero(row.closeTotalPos, symbol, "closeTotalPos"),
        price=above_zero(row.closeAvgPx, symbol, "closeAvgPx"),
        at_ms=instant(row.uTime, symbol, "uTime"),
    )


def balance_agrees(balance: RawBalance, held: list[RawPosition]) -> bool:
    """Whether what the account says of its positions is explained by those that we were given.

    Resting orders raise the requirement too, so it is compared only while none is frozen.
    """
    index = {detail.ccy: _index_price(detail) for detail in balance.details or ()}
    for detail in balance.details or ():
        own = [row for row in held if row.ccy == detail.ccy]
        if (number_or_none(detail.upl) or 0.0) != 0 and not own:
            return False
        isolated = sum(_isolated_equity(row) for row in own if row.mgnMode == "isolated")
        if _exceeds(number_or_none(detail.isoEq), isolated):
            return False
        cross = sum(number_or_none(row.mmr) or 0.0 for row in own if row.mgnMode == "cross")
        if (number_or_none(detail.ordFrozen) or 0.0) == 0 and _exceeds(number_or_none(detail.mmr), cross):
            return False
    cross_rows = [row for row in held if row.mgnMode == "cross"]
    needed = sum((number_or_none(row.mmr) or 0.0) * (index.get(row.ccy) or 0.0) for row in cross_rows)
    known = all(index.get(row.ccy) for row in cross_rows)
    frozen = number_or_none(balance.ordFroz) or 0.0
    return not known or frozen != 0 or not _exceeds(number_or_none(balance.mmr), needed)


def _exceeds(told: float | None, explained: float) -> bool:
    return told is not None and told - explained > max(UNSEEN_SHARE * abs(told), 1e-9)


def _isolated_equity(row: RawPosition) -> float:
    return (number_or_none(row.margin) or 0.0) + (number_or_none(row.upl) or 0.0)


def listed(row: RawPosition, listings: Mapping[str, Listing]) -> Listing:
    """Return the contract of a position.

    Raises:
        VenueDataError: OKX does not list it.
    """
    listing = listings.get(row.instId or "")
    if listing is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.instId))
    return listing


def _index_price(detail: RawDetail) -> float | None:
    amount, value = number_or_none(detail.eq), number_or_none(detail.eqUsd)
    return value / amount if amount and value else None


def _collateral(
    rows: Iterable[RawDetail], positions: tuple[Position, ...], haircuts: HaircutTiers | None
) -> tuple[Collateral, ...]:
    needed = {position.settle for position in positions}
    found = []
    for raw in rows:
        if not raw.ccy:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="balance", field="ccy"))
        amount = number(raw.cashBal, raw.ccy, "cashBal")
        if amount == 0 and raw.ccy not in needed:
            continue
        tiers = (haircuts or {}).get(raw.ccy, ())
        found.append(
            Collateral(
                currency=raw.ccy,
                wallet_balance=amount,
                index_price=_index_price(raw),
                haircut_tiers=NO_COLLATERAL if raw.collateralEnabled is False and haircuts is not None else tiers,
            )
        )
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="balance",
            )
        )
    return tuple(found)


def _reported_ratio(balance: RawBalance, positions: tuple[Position, ...]) -> float | None:
    """OKX's ratio of the account, or of the one currency that cross positions settle in; higher is safer."""
    whole = price_or_none(balance.mgnRatio)
    if whole is not None:
        return whole
    settles = {position.settle for position in positions if position.margin_mode == "cross"}
    own = [detail.mgnRatio for detail in balance.details or () if detail.ccy in settles]
    return price_or_none(own[0]) if len(own) == 1 else None


def _maintenance_margin(balance: RawBalance) -> float | None:
    """The requirement [USD]: the account's, or all currencies' where each stands alone."""
    whole = number_or_none(balance.mmr)
    if whole is not None:
        return whole
    parts: list[float] = []
    for detail in balance.details or ():
        margin = number_or_none(detail.mmr)
        index = _index_price(detail)
        if margin and index is None:
            return None
        if margin is not None and index is not None:
            parts.append(margin * index)
    return sum(parts) if parts else None
