"""How Hyperliquid's answers become our nouns. Pure.

The mark is positionValue / |szi|: it was true at the same instant as the account's totals. Wallets are taken back from
the account value with the same mark and entry, so that equity at the mark is the venue's own to the last digit.

Each builder's exchange (HIP-3) is a clearinghouse of its own: its cross money is the currency "USDC@name", so that it
never backs a position of another. Maintenance tiers follow from maximum leverages: rate = 1 / (2 x leverage).

Source: Hyperliquid docs, "Margining", "Margin tiers", "Liquidations", "Take profit and stop loss orders" (trigger: mark
price), "Funding" (hourly), read 2026-10.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
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
    Position,
    PositionDraft,
    Side,
    Stop,
    sealed,
)
from monitor.venues.hyperliquid_answers import (
    Meta,
    RawAsset,
    RawCandle,
    RawFill,
    RawMeta,
    RawOrder,
    RawPosition,
    RawState,
    RawSummary,
)
from monitor.venues.read import CANDLE_PRICE, OPEN_TIME, above_zero, instant, number, number_or_none, price_or_none
from monitor.venues.venue import Candle

MAIN = ""  # the name of the main exchange
HOUR_MS = 3_600_000
MOST_DECIMALS = 6  # of a perpetual's price, less those of its size
NO_TABLE_FROM = 50  # smaller table ids are a single tier with that leverage
LIQUIDATED_WORDS, DELEVERAGED_WORDS = "Liquidat", "Auto-Deleveraging"
MODES: Mapping[str, AccountMode] = {
    "default": "single_currency",
    "disabled": "single_currency",
    "dexAbstraction": "single_currency",
    # in both the money lies in the spot wallet and the perpetual account's value is not its balance
    "unifiedAccount": "portfolio",
    "portfolioMargin": "portfolio",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """What one exchange of Hyperliquid's lists, and its market now; all by its own name of a contract."""

    settle: str
    instruments: Mapping[str, Instrument]
    brackets: Mapping[str, tuple[Bracket, ...]]
    funding: Mapping[str, float]
    marks: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is None."""

    orders: tuple[RawOrder, ...] | None
    taker_fee_rate: float | None
    mode: str | None


def read_market(answer: Meta, dex: str, tokens: Mapping[int, str]) -> Market:
    """Return an exchange's market.

    Raises:
        VenueDataError: nothing is listed, or the two halves of the answer do not belong together.
    """
    meta, contexts = answer
    if not meta.universe:
        raise VenueDataError(tr("{subject}: {field} is empty", subject=dex or "main", field="universe"))
    if len(contexts) != len(meta.universe):
        raise VenueDataError(
            tr(
                "{dex}: {count} contracts and {count2} markets",
                dex=dex or "main",
                count=len(meta.universe),
                count2=len(contexts),
            )
        )
    settle = tokens.get(meta.collateralToken)
    if settle is None:
        raise VenueDataError(
            tr(
                "{dex}: collateralToken is {collateraltoken}, an unknown token",
                dex=dex or "main",
                collateraltoken=meta.collateralToken,
            )
        )
    listed = list(zip((asset.name for asset in meta.universe), contexts, strict=True))
    funding = {name: number_or_none(context.funding) for name, context in listed}
    marks = {name: price_or_none(context.markPx) for name, context in listed}
    return Market(
        settle=settle,
        instruments={asset.name: _instrument(asset, settle) for asset in meta.universe},
        brackets={asset.name: read_brackets(asset, meta) for asset in meta.universe},
        funding={name: rate for name, rate in funding.items() if rate is not None},
        marks={name: mark for name, mark in marks.items() if mark is not None},
    )


def _instrument(raw: RawAsset, settle: str) -> Instrument:
    base = raw.name.replace(":", "-").upper() if ":" in raw.name else raw.name
    return Instrument(
        symbol=f"{base}/{settle}:{settle}",
        venue_symbol=raw.name,
        base=base,
        settle=settle,
        contract_size=1.0,
        inverse=False,
        tick_size=10.0 ** -max(0, MOST_DECIMALS - raw.szDecimals),
        lot_size=10.0**-raw.szDecimals,
    )


def read_brackets(asset: RawAsset, meta: RawMeta) -> tuple[Bracket, ...]:
    """Return a contract's maintenance tiers, lowest first; () where its table is not told.

    Raises:
        VenueDataError: a tier makes no sense.
    """
    table = dict(meta.marginTables).get(asset.marginTableId) if asset.marginTableId is not None else None
    if table is None:
        listed = asset.marginTableId
        if listed is not None and listed >= NO_TABLE_FROM:
            return ()
        return (Bracket(floor=0.0, rate=_rate(listed or asset.maxLeverage, asset.name), deduction=0.0),)
    found: list[Bracket] = []
    for tier in sorted(table.marginTiers, key=lambda tier: number(tier.lowerBound, asset.name, "lowerBound")):
        floor, rate = number(tier.lowerBound, asset.name, "lowerBound"), _rate(tier.maxLeverage, asset.name)
        before = found[-1] if found else None
        deduction = 0.0 if before is None else before.deduction + floor * (rate - before.rate)
        found.append(Bracket(floor=floor, rate=rate, deduction=deduction))
    return tuple(found)


def _rate(leverage: float, name: str) -> float:
    return 0.5 / above_zero(leverage, name, "maxLeverage")


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    states: Mapping[str, RawState],
    markets: Mapping[str, Market],
    details: Details,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        states: the account at each exchange of Hyperliquid's that was read; MAIN must be among them.
        marked_ms: when the marks were true, by the venue's clock, where the answer does not say it.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    positions: list[Position] = []
    collateral: list[Collateral] = []
    for dex, state in states.items():
        market, where = markets[dex], dex or "account"
        at_ms = int(price_or_none(state.time) or marked_ms)
        held = [read_position(row, market, details, dex, at_ms) for row in open_rows(state, where)]
        cross = number(_summary(state.crossMarginSummary, where).accountValue, where, "crossMarginSummary.accountValue")
        wallet = cross - sum(_pnl(position) for position in held if position.margin_mode == "cross")
        positions.extend(held)
        if wallet or held or dex == MAIN:
            collateral.append(Collateral(currency=_pool_currency(market.settle, dex), wallet_balance=wallet))
    main = states[MAIN]
    value = number(_summary(main.marginSummary, "account").accountValue, "account", "marginSummary.accountValue")
    mode = MODES.get(details.mode or "")
    return Account(
        id=account_id,
        venue="hyperliquid",
        account_mode=mode,
        position_mode="one_way",  # Hyperliquid has no other
        taker_fee_rate=details.taker_fee_rate,
        collateral=tuple(collateral),
        positions=tuple(positions),
        # in a unified account the main exchange's value is not the account's: better unknown than wrong
        reported_margin_ratio=None if mode == "portfolio" else _ratio(main),
        reported_equity=None if mode == "portfolio" else value,
        reported_maintenance_margin=number_or_none(main.crossMaintenanceMarginUsed),
        reported_available=number_or_none(main.withdrawable),
        read_ms=read_ms,
        balance_agrees=all(agrees(state) for state in states.values()),
    )


def open_rows(state: RawState, where: str) -> list[RawPosition]:
    """Return the rows that are positions.

    Raises:
        VenueDataError: the list, a row, its name or its size is missing.
    """
    if state.assetPositions is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject=where, field="assetPositions"))
    found = []
    for row in state.assetPositions:
        if row.position is None or not row.position.coin:
            raise VenueDataError(tr("{subject}: {field} is missing", subject=where, field="coin"))
        if number(row.position.szi, row.position.coin, "szi") != 0:
            found.append(row.position)
    return found


def read_position(row: RawPosition, market: Market, details: Details, dex: str, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDC:USDC: entryPx is missing", and its kind.
    """
    instrument = market.instruments.get(row.coin or "")
    if instrument is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.coin))
    symbol = instrument.symbol
    size = number(row.szi, symbol, "szi")
    entry = above_zero(row.entryPx, symbol, "entryPx")
    leverage = row.leverage
    if leverage is None or leverage.type not in ("cross", "isolated"):
        raise VenueDataError(
            tr(
                "{subject}: {field} is {value!r}",
                subject=symbol,
                field="leverage.type",
                value=None if leverage is None else leverage.type,
            )
        )
    isolated = leverage.type == "isolated"
    side = side_of(row)
    mark = above_zero(row.positionValue, symbol, "positionValue") / abs(size)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(size),
        contract_size=1.0,
        inverse=False,
        settle=instrument.settle if isolated else _pool_currency(instrument.settle, dex),
        entry_price=entry,
        mark_price=mark,
        margin_mode="isolated" if isolated else "cross",
        # rawUsd is what the position holds in money, the value of what was bought taken out (or added for a short)
        isolated_margin=number(leverage.rawUsd, symbol, "leverage.rawUsd") + size * entry if isolated else None,
        leverage=price_or_none(leverage.value),
        tick_size=_tick(instrument.tick_size, mark),
        lot_size=instrument.lot_size,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=market.brackets.get(instrument.venue_symbol, ()),
        stops=None if details.orders is None else read_stops(details.orders, instrument.venue_symbol, side),
        funding_rate=market.funding.get(instrument.venue_symbol),
        funding_interval_h=1.0,
        next_funding_ms=(marked_ms // HOUR_MS + 1) * HOUR_MS,
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liquidationPx),
        reported_maintenance_margin=None,  # told for all cross positions together only
        reported_initial_margin=number_or_none(row.marginUsed) if not isolated else None,  # isolated: the margin held
        reported_unrealized_pnl=number_or_none(row.unrealizedPnl),
        reported_adl_rank=None,  # Hyperliquid tells none
    )
    return sealed(draft)


def side_of(row: RawPosition) -> Side:
    """Return the side: the size is signed."""
    return "long" if number(row.szi, str(row.coin), "szi") > 0 else "short"


def read_stops(orders: tuple[RawOrder, ...], coin: str, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first.

    The children of an order that is not filled yet are not in force, and are not counted.
    """
    closes = "A" if side == "long" else "B"
    found = []
    for order in orders:
        trigger, size = price_or_none(order.triggerPx), number_or_none(order.sz) or 0.0
        if order.coin != coin or order.side != closes or not order.isTrigger or not order.reduceOnly:
            continue
        if not order.orderType.startswith("Stop") or trigger is None or (size <= 0 and not order.isPositionTpsl):
            continue
        limit = None if order.orderType.endswith("Market") else price_or_none(order.limitPx)
        contracts = None if order.isPositionTpsl else size
        found.append(Stop(trigger_price=trigger, trigger="mark", contracts=contracts, limit_price=limit))
    return tuple(sorted(found, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def read_ending(fill: RawFill, symbol: str, address: str) -> Ending | None:
    """Return what a trade of the account's closed, by force or by an order of its own; None where it opened.

    A trade that turns a position ("Long > Short") closes what it started with.

    Raises:
        VenueDataError: a price, size or time is missing.
    """
    turns = " > " in fill.dir
    kind = _kind_of(fill, address)
    if kind is None:
        return None
    closed = fill.startPosition.lstrip("-") if turns and isinstance(fill.startPosition, str) else fill.sz
    return kind(
        symbol=symbol,
        side="long" if fill.side == "A" else "short",
        contracts=above_zero(closed, symbol, "sz"),
        price=above_zero(fill.px, symbol, "px"),
        at_ms=instant(fill.time, symbol, "time"),
    )


def _kind_of(fill: RawFill, address: str) -> type[Ending] | None:
    """What a trade was to this account's position; None: it opened one.

    The other side of a liquidation carries the record of it too.
    """
    if fill.dir.startswith(DELEVERAGED_WORDS):
        return Deleveraging
    forced = fill.liquidation
    if forced is None and fill.dir.startswith(LIQUIDATED_WORDS):
        return Liquidation
    if forced is not None and forced.liquidatedUser.lower() == address.lower():
        return Liquidation
    return Closing if " > " in fill.dir or fill.dir.startswith("Close ") else None


def read_candle(row: RawCandle, symbol: str) -> Candle:
    """Return a price bar.

    Raises:
        VenueDataError: it holds no numbers.
    """
    first, high, low, last = (above_zero(value, symbol, CANDLE_PRICE) for value in (row.o, row.h, row.l, row.c))
    return instant(row.t, symbol, OPEN_TIME), first, high, low, last


def agrees(state: RawState) -> bool:
    """Whether the total that the account gives for its positions is the sum of those that it lists.

    Raises:
        VenueDataError: the total is missing.
    """
    total = number(_summary(state.marginSummary, "account").totalNtlPos, "account", "marginSummary.totalNtlPos")
    listed = sum(number_or_none(row.positionValue) or 0.0 for row in open_rows(state, "account"))
    return math.isclose(total, listed, rel_tol=1e-6, abs_tol=0.01)


def _summary(summary: RawSummary | None, where: str) -> RawSummary:
    if summary is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject=where, field="marginSummary"))
    return summary


def _pool_currency(settle: str, dex: str) -> str:
    return f"{settle}@{dex}" if dex else settle


def _tick(smallest: float | None, price: float) -> float | None:
    """Return the price step: five digits, or whole numbers. Source: Hyperliquid docs, "Tick and lot size"."""
    by_digits = min(1.0, 10.0 ** (math.floor(math.log10(price)) - 4))
    return None if smallest is None else max(smallest, by_digits)


def _pnl(position: Position) -> float:
    return position.direction * position.contracts * (position.mark_price - position.entry_price)


def _ratio(state: RawState) -> float | None:
    """Return maintenance margin over account value of the cross pool; Hyperliquid has no ratio with a name."""
    needed = number_or_none(state.crossMaintenanceMarginUsed)
    value = number_or_none(_summary(state.crossMarginSummary, "account").accountValue)
    return None if needed is None or value is None or value <= 0 else needed / value
