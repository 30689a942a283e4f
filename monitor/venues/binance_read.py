"""How Binance's answers become our nouns. Pure.

Every field of an answer may be missing: what is essential is then refused by name, never guessed. Isolated margin is
`isolatedWallet` (`isolatedMargin` holds the unrealised PnL too); the cross wallet is `crossWalletBalance`. Bracket
`cum` is the deduction of maintenance margin = notional * rate - cum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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
    sealed,
)
from monitor.venues.binance_answers import (
    RawAccount,
    RawAccountConfig,
    RawAlgoOrder,
    RawAsset,
    RawBrackets,
    RawDoneOrder,
    RawExchangeInfo,
    RawOrder,
    RawPosition,
    RawPremium,
    RawSymbol,
    RawSymbolConfig,
)
from monitor.venues.read import (
    CANDLE_PRICE,
    OPEN_TIME,
    RawNumber,
    above_zero,
    instant,
    instant_or_none,
    number,
    number_or_none,
    price_or_none,
)

STOP_TYPES = frozenset({"STOP", "STOP_MARKET", "TRAILING_STOP_MARKET"})
Brackets = Mapping[str, tuple[Bracket, ...]]
Funding = tuple[float | None, int | None]
"""(rate per interval, when it is next settled [ms])."""
DEFAULT_FUNDING_HOURS = 8.0  # Source: Binance GET /fapi/v1/fundingInfo lists only symbols that differ, read 2026-10


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """All resting orders of the held symbols."""

    plain: tuple[RawOrder, ...] = ()
    algo: tuple[RawAlgoOrder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is empty or None."""

    brackets: Brackets
    leverages: Mapping[str, float]
    modes: RawAccountConfig | None
    orders: Orders | None
    fundings: Mapping[str, Funding]
    funding_hours: Mapping[str, float] | None
    taker_fee_rate: float | None


def read_instruments(info: RawExchangeInfo) -> dict[str, Instrument]:
    """Return the listed contracts by Binance's own name.

    Raises:
        VenueDataError: nothing is listed.
    """
    if not info.symbols:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="exchangeInfo", field="symbols"))
    return {raw.symbol: _instrument(raw) for raw in info.symbols}


def _instrument(raw: RawSymbol) -> Instrument:
    steps = {rule.get("filterType"): rule for rule in raw.filters}
    dated = "_" in raw.symbol and raw.deliveryDate
    expiry = f"-{datetime.fromtimestamp(raw.deliveryDate / 1000, UTC):%y%m%d}" if dated and raw.deliveryDate else ""
    return Instrument(
        symbol=f"{raw.baseAsset}/{raw.quoteAsset}:{raw.marginAsset}{expiry}",
        venue_symbol=raw.symbol,
        base=raw.baseAsset,
        settle=raw.marginAsset,
        contract_size=1.0,
        inverse=False,
        tick_size=price_or_none(steps.get("PRICE_FILTER", {}).get("tickSize")),
        lot_size=price_or_none(steps.get("LOT_SIZE", {}).get("stepSize")),
        liquidation_fee_rate=number_or_none(raw.liquidationFee),
    )


def read_brackets(rows: Iterable[RawBrackets]) -> dict[str, tuple[Bracket, ...]]:
    """Return each symbol's maintenance tiers, lowest first."""
    return {
        row.symbol: tuple(
            Bracket(floor=tier.notionalFloor, rate=tier.maintMarginRatio, deduction=tier.cum)
            for tier in sorted(row.brackets, key=lambda tier: tier.notionalFloor)
        )
        for row in rows
    }


def read_leverages(rows: Iterable[RawSymbolConfig]) -> dict[str, float]:
    """Return the leverage that is set for each symbol, as far as it is told."""
    found = {row.symbol: price_or_none(row.leverage) for row in rows}
    return {symbol: leverage for symbol, leverage in found.items() if leverage is not None}


def read_fundings(rows: Iterable[RawPremium]) -> dict[str, Funding]:
    """Return the funding of each symbol."""
    return {row.symbol: (number_or_none(row.lastFundingRate), instant_or_none(row.nextFundingTime)) for row in rows}


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions: Binance lists flat ones too.

    Raises:
        VenueDataError: a row without symbol or size.
    """
    found = []
    for row in rows:
        if not row.symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="positionRisk", field="symbol"))
        if number(row.positionAmt, row.symbol, "positionAmt") != 0:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side: hedge mode names it, one-way mode signs the size."""
    if row.positionSide in ("LONG", "SHORT"):
        return "long" if row.positionSide == "LONG" else "short"
    return "long" if number(row.positionAmt, str(row.symbol), "positionAmt") > 0 else "short"


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    account: RawAccount,
    held: list[RawPosition],
    instruments: Mapping[str, Instrument],
    details: Details,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        held: the open rows of positionRisk.
        marked_ms: when the marks were true, by the venue's clock.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    positions = tuple([read_position(row, _listed(row, instruments), details, marked_ms) for row in held])
    if account.assets is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="account", field="assets"))
    if account.positions is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="account", field="positions"))
    modes = details.modes
    return Account(
        id=account_id,
        venue="binanceusdm",
        account_mode=None if modes is None else "multi_currency" if modes.multiAssetsMargin else "single_currency",
        position_mode=None if modes is None else "hedge" if modes.dualSidePosition else "one_way",
        taker_fee_rate=details.taker_fee_rate,
        collateral=_collateral(account.assets, {position.settle for position in positions}),
        positions=positions,
        reported_margin_ratio=_reported_ratio(account, positions),
        reported_equity=number(account.totalMarginBalance, "account", "totalMarginBalance"),
        reported_maintenance_margin=number(account.totalMaintMargin, "account", "totalMaintMargin"),
        reported_available=number_or_none(account.availableBalance),
        read_ms=read_ms,
        balance_agrees=balance_agrees(account, held, instruments),
    )


def read_position(row: RawPosition, instrument: Instrument, details: Details, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: entryPrice is missing", and its kind.
    """
    symbol, venue_symbol = instrument.symbol, instrument.venue_symbol
    size, side = number(row.positionAmt, symbol, "positionAmt"), side_of(row)
    wallet = number(row.isolatedWallet, symbol, "isolatedWallet")
    isolated = wallet != 0 or (number_or_none(row.isolatedMargin) or 0.0) != 0
    funding_rate, next_funding_ms = details.fundings.get(venue_symbol, (None, None))
    hours = details.funding_hours
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(size),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.entryPrice, symbol, "entryPrice"),
        mark_price=above_zero(row.markPrice, symbol, "markPrice"),
        margin_mode="isolated" if isolated else "cross",
        isolated_margin=wallet if isolated else None,
        leverage=details.leverages.get(venue_symbol),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        liquidation_fee_rate=instrument.liquidation_fee_rate,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=details.brackets.get(venue_symbol, ()),
        stops=None if details.orders is None else read_stops(details.orders, row, side),
        funding_rate=funding_rate,
        funding_interval_h=None if hours is None else hours.get(venue_symbol, DEFAULT_FUNDING_HOURS),
        next_funding_ms=next_funding_ms,
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liquidationPrice),
        reported_maintenance_margin=number_or_none(row.maintMargin),
        reported_initial_margin=number_or_none(
            row.initialMargin if row.positionInitialMargin is None else row.positionInitialMargin
        ),
        reported_unrealized_pnl=number_or_none(row.unRealizedProfit),
        reported_adl_rank=number_or_none(row.adl),
    )
    return sealed(draft)


def read_stops(orders: Orders, row: RawPosition, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first.

    Take-profits are none; trailing stops neither: their trigger moves and is not told.
    """
    if not orders.plain and not orders.algo:
        return ()
    closes = "SELL" if side == "long" else "BUY"
    stops = [
        stop
        for stop in (
            *(_plain_stop(order) for order in orders.plain if _covers(order, order.type, row, closes)),
            *(_algo_stop(order) for order in orders.algo if _covers(order, order.orderType, row, closes)),
        )
        if stop is not None
    ]
    return tuple(sorted(stops, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def _covers(order: RawOrder | RawAlgoOrder, kind: str, row: RawPosition, closes: str) -> bool:
    if kind not in ("STOP", "STOP_MARKET") or order.symbol != row.symbol or order.side != closes:
        return False
    if order.positionSide != (row.positionSide or "BOTH"):
        return False
    return order.reduceOnly or order.closePosition or order.positionSide in ("LONG", "SHORT")


def _plain_stop(order: RawOrder) -> Stop | None:
    rest = (number_or_none(order.origQty) or 0.0) - (number_or_none(order.executedQty) or 0.0)
    return _stop(order.stopPrice, order.price, rest, order)


def _algo_stop(order: RawAlgoOrder) -> Stop | None:
    if order.algoStatus not in ("NEW", "TRIGGERING"):
        return None
    return _stop(order.triggerPrice, order.price, number_or_none(order.quantity) or 0.0, order)


def _stop(trigger: RawNumber, limit: RawNumber, contracts: float, order: RawOrder | RawAlgoOrder) -> Stop | None:
    price = price_or_none(trigger)
    if price is None or (contracts <= 0 and not order.closePosition):
        return None
    return Stop(
        trigger_price=price,
        trigger="mark" if order.workingType == "MARK_PRICE" else "last",
        contracts=None if order.closePosition else contracts,
        limit_price=price_or_none(limit),
    )


def read_forced(order: RawDoneOrder, instruments: Mapping[str, Instrument]) -> Ending:
    """Return a forced close: a liquidation, or one by auto-deleveraging, which its client order id tells.

    Raises:
        VenueDataError: a price, size or time is missing.

    Source: Binance, "User's Force Orders": "autoclose-…" and "adl_autoclose", read 2026-11.
    """
    symbol = instruments[order.symbol].symbol if order.symbol in instruments else order.symbol
    closed: Side = "long" if order.side == "SELL" else "short"
    kind = Deleveraging if order.clientOrderId.startswith("adl_autoclose") else Liquidation
    return kind(
        symbol=symbol,
        side=closed,
        contracts=above_zero(price_or_none(order.executedQty) or order.origQty, symbol, "executedQty"),
        price=above_zero(price_or_none(order.avgPrice) or order.price, symbol, "avgPrice"),
        at_ms=instant(order.time if order.time is not None else order.updateTime, symbol, "time"),
    )


def read_closing(order: RawDoneOrder, instruments: Mapping[str, Instrument]) -> Closing | None:
    """Return what an order of the user's closed; None where it closed nothing or was the venue's own.

    Raises:
        VenueDataError: a price or time is missing.

    Source: Binance, "Event: Order Update": client order ids "autoclose-…" (liquidation), "adl_autoclose",
    "settlement_autoclose-…" are the venue's, read 2026-11.
    """
    contracts = price_or_none(order.executedQty)
    side: Side = "long" if order.side == "SELL" else "short"
    opens = order.positionSide in ("LONG", "SHORT") and order.positionSide.lower() != side
    if contracts is None or opens or "autoclose" in order.clientOrderId:
        return None
    symbol = instruments[order.symbol].symbol if order.symbol in instruments else order.symbol
    return Closing(
        symbol=symbol,
        side=side,
        contracts=contracts,
        price=above_zero(price_or_none(order.avgPrice) or order.price, symbol, "avgPrice"),
        at_ms=instant(order.updateTime if order.updateTime is not None else order.time, symbol, "updateTime"),
        by_stop=order.origType in STOP_TYPES,
    )


def read_candle(row: list[Any], symbol: str) -> tuple[int, float, float, float, float]:
    """Return a price bar.

    Raises:
        VenueDataError: it is cut short or holds no numbers.
    """
    if len(row) < 5:
        raise VenueDataError(tr("{symbol}: a candle has {count} fields", symbol=symbol, count=len(row)))
    opened = instant(row[0], symbol, OPEN_TIME)
    first, high, low, last = (above_zero(value, symbol, CANDLE_PRICE) for value in row[1:5])
    return opened, first, high, low, last


def balance_agrees(account: RawAccount, held: list[RawPosition], instruments: Mapping[str, Instrument]) -> bool:
    """Whether the account's own figures are explained by the positions that we were given.

    False when `account` lists a position that positionRisk leaves out, or when a currency's maintenance margin is more
    than its listed positions need: somewhere there is a position that we do not see.
    """
    seen = {(row.symbol, row.positionSide) for row in held}
    needed: dict[str, float] = {}
    for row in open_rows(account.positions or ()):
        if (row.symbol, row.positionSide) not in seen:
            return False
        settle = _listed(row, instruments).settle
        needed[settle] = needed.get(settle, 0.0) + (number_or_none(row.maintMargin) or 0.0)
    for asset in account.assets or ():
        total = number_or_none(asset.maintMargin) or 0.0
        if total - needed.get(asset.asset or "", 0.0) > max(1e-4 * total, 1e-6):
            return False
    return True


def _listed(row: RawPosition, instruments: Mapping[str, Instrument]) -> Instrument:
    instrument = instruments.get(row.symbol or "")
    if instrument is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    return instrument


def _collateral(assets: list[RawAsset], needed: set[str]) -> tuple[Collateral, ...]:
    found = []
    for raw in assets:
        if not raw.asset:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="account", field="asset"))
        balance = number(raw.crossWalletBalance, raw.asset, "crossWalletBalance")
        if balance != 0 or (number_or_none(raw.walletBalance) or 0.0) != 0 or raw.asset in needed:
            found.append(Collateral(currency=raw.asset, wallet_balance=balance))
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="account",
            )
        )
    return tuple(found)


def _reported_ratio(account: RawAccount, positions: tuple[Position, ...]) -> float | None:
    """Return Binance's margin ratio of the cross pool, from its own figures: maintenance margin over margin balance.

    None where positions settle in several currencies: each then has a pool of its own.
    """
    wallet = number_or_none(account.totalCrossWalletBalance)
    pnl = number_or_none(account.totalCrossUnPnl)
    cross = [position for position in positions if position.margin_mode == "cross"]
    if wallet is None or pnl is None or wallet + pnl <= 0 or len({position.settle for position in cross}) > 1:
        return None
    parts = [position.reported_maintenance_margin for position in cross]
    return None if None in parts else sum(part for part in parts if part is not None) / (wallet + pnl)
