"""How Bybit's answers become our nouns. Pure.

Contracts are base units (linear) or USD (inverse), of size 1 both. Margin mode is the whole account's. A USDC contract
settles its PnL every session, so its entry is `sessionAvgPrice`. Isolated margin is `positionBalance` without the
closing fee that it reserves; where Bybit does not send it the margin is unknown (`positionIM` lacks what was added
later). Totals are in USD.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
    PositionMode,
    Side,
    Stop,
    TriggerBasis,
    sealed,
)
from monitor.venues.bybit_answers import (
    RawAccountInfo,
    RawCoin,
    RawCollateral,
    RawExecution,
    RawInstrument,
    RawOrder,
    RawPosition,
    RawTicker,
    RawTier,
    RawWallet,
)
from monitor.venues.naming import unified_symbol
from monitor.venues.read import RawNumber, above_zero, instant, instant_or_none, number, number_or_none, price_or_none

HaircutTiers = Mapping[str, tuple[tuple[float, float], ...]]
NO_COLLATERAL = ((0.0, 0.0),)  # switched off, by the platform or by the user: it counts for nothing
UNSEEN_SHARE = 0.02  # of a currency's maintenance margin: two answers rest on marks some 100 ms apart
# executions that may end a position; a stepwise liquidation is a "Trade" that says so in `createType`
ENDS: Mapping[str, type[Ending]] = {"BustTrade": Liquidation, "AdlTrade": Deleveraging, "Trade": Closing}
CREATED_BY: Mapping[str, type[Ending] | None] = {
    "CreateByLiq": Liquidation,
    "CreateByTakeOver_PassThrough": Liquidation,
    "CreateByAdl_PassThrough": Deleveraging,
    "CreateBySettle": None,
    "CreateByAdminClosing": None,
}
STOPS = frozenset({"CreateByStopLoss", "CreateByPartialStopLoss", "CreateByTrailingStop"})
_TRIGGERS: Mapping[str, TriggerBasis] = {"LastPrice": "last", "MarkPrice": "mark", "IndexPrice": "index"}
_NO_STOPS = frozenset({"TakeProfit", "PartialTakeProfit", "TrailingStop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A contract, and what Bybit lists beside it."""

    instrument: Instrument
    category: str  # linear or inverse
    funding_interval_h: float | None
    min_price: float | None
    max_price: float | None  # a liquidation price at or beyond the band means that there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is missing or None."""

    info: RawAccountInfo
    brackets: Mapping[str, tuple[Bracket, ...]]
    orders: tuple[RawOrder, ...] | None
    tickers: Mapping[str, RawTicker]
    haircuts: HaircutTiers | None
    taker_fee_rate: float | None


def read_listings(rows: Iterable[RawInstrument]) -> dict[str, Listing]:
    """Return the listed contracts by Bybit's own name.

    Raises:
        VenueDataError: nothing is listed.
    """
    found = {raw.symbol: _listing(raw) for raw in rows}
    if not found:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="instruments-info", field="list"))
    return found


def _listing(raw: RawInstrument) -> Listing:
    inverse = raw.contractType.startswith("Inverse")
    minutes = price_or_none(raw.fundingInterval)
    quote = raw.quoteCoin if inverse or raw.quoteCoin != "USD" else raw.settleCoin  # BTCPERP is quoted in its USDC
    return Listing(
        instrument=Instrument(
            symbol=unified_symbol(raw.baseCoin, quote, raw.settleCoin, instant_or_none(raw.deliveryTime)),
            venue_symbol=raw.symbol,
            base=raw.baseCoin,
            settle=raw.settleCoin,
            contract_size=1.0,
            inverse=inverse,
            tick_size=price_or_none(raw.priceFilter.get("tickSize")),
            lot_size=price_or_none(raw.lotSizeFilter.get("qtyStep")),
        ),
        category="inverse" if inverse else "linear",
        funding_interval_h=None if minutes is None else minutes / 60,
        min_price=price_or_none(raw.priceFilter.get("minPrice")),
        max_price=price_or_none(raw.priceFilter.get("maxPrice")),
    )


def read_brackets(tiers: Iterable[RawTier]) -> tuple[Bracket, ...]:
    """Return a symbol's maintenance tiers, lowest first, () where they are not understood.

    Rates come as fractions or, in older answers, as percent: the tier's own leverage tells which. A missing deduction
    follows from the steps.

    Source: Bybit v5 /market/risk-limit; deduction_n = deduction_(n-1) + floor_n * (rate_n - rate_(n-1)).
    """
    ordered = sorted(tiers, key=lambda tier: number(tier.riskLimitValue, tier.symbol, "riskLimitValue"))
    found: list[Bracket] = []
    floor = 0.0
    for tier in ordered:
        rate, initial, leverage = (
            price_or_none(value) for value in (tier.maintenanceMargin, tier.initialMargin, tier.maxLeverage)
        )
        if rate is None or initial is None or leverage is None:
            return ()
        rate /= 100 if initial * leverage > 10 else 1
        before = found[-1] if found else Bracket(floor=0.0, rate=rate, deduction=0.0)
        deduction = number_or_none(tier.mmDeduction)
        if deduction is None:
            deduction = before.deduction + floor * (rate - before.rate)
        found.append(Bracket(floor=floor, rate=rate, deduction=deduction))
        floor = number(tier.riskLimitValue, tier.symbol, "riskLimitValue")
    return tuple(found)


def read_haircuts(rows: Iterable[RawCollateral]) -> dict[str, tuple[tuple[float, float], ...]]:
    """Return (floor in coin, share of the value that counts) of each currency, lowest first."""
    return {
        row.currency: tuple(
            sorted(
                (
                    number_or_none(step.minQty) or 0.0,
                    number(step.collateralRatio, row.currency, "collateralRatio"),
                )
                for step in row.collateralRatioList
            )
        )
        for row in rows
    }


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions: Bybit lists flat ones too.

    Raises:
        VenueDataError: a row without symbol or size.
    """
    found = []
    for row in rows:
        if not row.symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="position/list", field="symbol"))
        if number(row.size, row.symbol, "size") != 0:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side.

    Raises:
        VenueDataError: an open position without one.
    """
    if row.side not in ("Buy", "Sell"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=row.symbol, field="side", value=str(row.side)[:40])
        )
    return "long" if row.side == "Buy" else "short"


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    wallet: RawWallet,
    rows: list[RawPosition],
    options: list[RawPosition],
    listings: Mapping[str, Listing],
    details: Details,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        options: rows of category option: not shown, but their margin explains the wallet's.
        marked_ms: when the marks were true, by the venue's clock.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    if details.info.unifiedMarginStatus <= 1:
        raise VenueDataError(
            tr("{account_id}: a classic account; Bybit's unified account is what can be read", account_id=account_id)
        )
    held = open_rows(rows)
    if details.info.unifiedMarginStatus < 5 and any(_listed(row, listings).instrument.inverse for row in held):
        raise VenueDataError(
            tr(
                "{account_id}: inverse positions of unified account 1.0 have a wallet that is not read",
                account_id=account_id,
            )
        )
    if wallet.coin is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="wallet-balance", field="coin"))
    positions = tuple(read_position(row, _listed(row, listings), details, marked_ms) for row in held)
    equity = number_or_none(wallet.totalMarginBalance)
    return Account(
        id=account_id,
        venue="bybit",
        account_mode=_account_mode(details.info),
        position_mode=_position_mode(held),
        taker_fee_rate=details.taker_fee_rate,
        collateral=_collateral(wallet.coin, positions, details.haircuts),
        positions=positions,
        reported_margin_ratio=number_or_none(wallet.accountMMRate),  # cut to 4 decimals by the venue
        reported_equity=number(wallet.totalEquity, "account", "totalEquity") if equity is None else equity,
        reported_maintenance_margin=number_or_none(wallet.totalMaintenanceMargin),
        reported_available=number_or_none(wallet.totalAvailableBalance),
        read_ms=read_ms,
        balance_agrees=balance_agrees(wallet.coin, held, open_rows(options), listings),
    )


def _account_mode(info: RawAccountInfo) -> AccountMode:
    return "portfolio" if info.marginMode == "PORTFOLIO_MARGIN" else "multi_currency"


def _position_mode(held: list[RawPosition]) -> PositionMode | None:
    """Each symbol has a mode of its own; one hedged symbol makes the account one that hedges."""
    if not held:
        return None
    return "hedge" if any(number_or_none(row.positionIdx) in (1, 2) for row in held) else "one_way"


def _margin_mode(info: RawAccountInfo, symbol: str) -> MarginMode:
    if info.marginMode == "ISOLATED_MARGIN":
        return "isolated"
    if info.marginMode in ("REGULAR_MARGIN", "PORTFOLIO_MARGIN"):
        return "cross"
    raise VenueDataError(
        tr("{subject}: {field} is {value!r}", subject=symbol, field="marginMode", value=info.marginMode[:40])
    )


def read_position(row: RawPosition, listing: Listing, details: Details, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: avgPrice is missing", and its kind.
    """
    instrument = listing.instrument
    symbol, side = instrument.symbol, side_of(row)
    mode = _margin_mode(details.info, symbol)
    session = price_or_none(row.sessionAvgPrice) if instrument.settle == "USDC" else None
    ticker = details.tickers.get(instrument.venue_symbol)
    hours = None if ticker is None else price_or_none(ticker.fundingIntervalHour)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=above_zero(row.size, symbol, "size"),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.avgPrice, symbol, "avgPrice") if session is None else session,
        mark_price=above_zero(row.markPrice, symbol, "markPrice"),
        margin_mode=mode,
        isolated_margin=_isolated_margin(row, instrument, details.taker_fee_rate) if mode == "isolated" else None,
        leverage=price_or_none(row.leverage),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=details.brackets.get(instrument.venue_symbol, ()),
        stops=None if details.orders is None else read_stops(details.orders, row, side),
        funding_rate=None if ticker is None else number_or_none(ticker.fundingRate),
        funding_interval_h=listing.funding_interval_h if hours is None else hours,
        next_funding_ms=None if ticker is None else instant_or_none(ticker.nextFundingTime),
        mark_ms=marked_ms,
        reported_liquidation_price=_price_in_band(row.liqPrice, listing),
        reported_maintenance_margin=number_or_none(row.positionMM),
        reported_initial_margin=number_or_none(row.positionIM),
        reported_bankruptcy_price=_price_in_band(row.bustPrice, listing),
        reported_unrealized_pnl=number_or_none(row.unrealisedPnl),
        reported_adl_rank=price_or_none(row.adlRankIndicator),  # 1 to 5; 0 means that there is none
        opened_ms=instant_or_none(row.createdTime),
    )
    return sealed(draft)


def _isolated_margin(row: RawPosition, instrument: Instrument, taker_fee_rate: float | None) -> float | None:
    """What is assigned, without the reserved closing fee, which the margin model reckons itself.

    Source: Bybit v5 /position/list and help page of 2025-09-18: the fee of closing at the bankruptcy price,
        size * entry * (1 - side / leverage) * taker.
    """
    balance, leverage = price_or_none(row.positionBalance), price_or_none(row.leverage)
    size, entry = price_or_none(row.size), price_or_none(row.avgPrice)
    if balance is None or leverage is None or taker_fee_rate is None or size is None or entry is None:
        return None
    side = 1 if side_of(row) == "long" else -1
    value = size / entry if instrument.inverse else size * entry
    at_bankruptcy = 1.0 + (side if instrument.inverse else -side) / leverage
    return balance - value * at_bankruptcy * taker_fee_rate


def _price_in_band(value: RawNumber, listing: Listing) -> float | None:
    price = price_or_none(value)
    if price is None or (listing.max_price is not None and price >= listing.max_price):
        return None
    return None if listing.min_price is not None and price <= listing.min_price else price


def read_stops(orders: Iterable[RawOrder], row: RawPosition, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first.

    Take-profits are none; trailing stops neither: their trigger moves and is not told.
    """
    closes, falls = ("Sell", 2) if side == "long" else ("Buy", 1)
    found = []
    for order in orders:
        trigger = price_or_none(order.triggerPrice)
        direction = number_or_none(order.triggerDirection)
        if (
            trigger is None
            or order.symbol != row.symbol
            or order.side != closes
            or order.stopOrderType in _NO_STOPS
            or order.orderStatus not in ("Untriggered", "")
            or not (order.reduceOnly or order.closeOnTrigger)
            or (direction and direction != falls)
            or (number_or_none(order.positionIdx) or 0) != (number_or_none(row.positionIdx) or 0)
        ):
            continue
        rest = price_or_none(order.leavesQty) or price_or_none(order.qty)
        found.append(
            Stop(
                trigger_price=trigger,
                trigger=_TRIGGERS.get(order.triggerBy, "last"),
                contracts=rest,  # none given: the whole position
                limit_price=price_or_none(order.price) if order.orderType == "Limit" else None,
            )
        )
    return tuple(sorted(found, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def read_ending(trade: RawExecution, listings: Mapping[str, Listing]) -> Ending | None:
    """Return what a trade closed, by force or by an order of the user's; None where it closed nothing.

    Raises:
        VenueDataError: a price, size or time is missing.

    Source: Bybit v5, execution list, "execType" and "createType", read 2026-11; closedSize.
    """
    symbol = listings[trade.symbol].instrument.symbol if trade.symbol in listings else trade.symbol
    kind = CREATED_BY.get(trade.createType, ENDS.get(trade.execType))
    closed = trade.closedSize if kind is Closing else trade.execQty
    if kind is None or (kind is Closing and price_or_none(closed) is None):
        return None
    found = kind(
        symbol=symbol,
        side="long" if trade.side == "Sell" else "short",
        contracts=above_zero(closed, symbol, "execQty"),
        price=above_zero(trade.execPrice, symbol, "execPrice"),
        at_ms=instant(trade.execTime, symbol, "execTime"),
    )
    if isinstance(found, Closing) and trade.createType in STOPS:
        return replace(found, by_stop=True)
    return found


def balance_agrees(
    coins: Iterable[RawCoin], held: list[RawPosition], options: list[RawPosition], listings: Mapping[str, Listing]
) -> bool:
    """Whether each currency's position margin is explained by the positions that we were given."""
    needed: dict[str, float] = {}
    told: dict[str, bool] = {}
    settles = [(row, _listed(row, listings).instrument.settle) for row in held]
    for row, settle in (*settles, *((row, "USDC") for row in options)):
        margin = number_or_none(row.positionMM)
        needed[settle] = needed.get(settle, 0.0) + (margin or 0.0)
        told[settle] = told.get(settle, True) and margin is not None
    for coin in coins:
        total = number_or_none(coin.totalPositionMM) or number_or_none(coin.totalPositionIM) or 0.0
        name = coin.coin or ""
        if total <= 0 or not told.get(name, True):  # portfolio margin tells no position's margin
            continue
        if name not in needed or total - needed[name] > max(UNSEEN_SHARE * total, 1e-6):
            return False
    return True


def _listed(row: RawPosition, listings: Mapping[str, Listing]) -> Listing:
    listing = listings.get(row.symbol or "")
    if listing is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    return listing


def _collateral(
    coins: Iterable[RawCoin], positions: tuple[Position, ...], haircuts: HaircutTiers | None
) -> tuple[Collateral, ...]:
    """The wallets; what isolated positions hold is taken out of them, as far as it is told."""
    needed = {position.settle for position in positions}
    found = []
    for raw in coins:
        if not raw.coin:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="wallet-balance", field="coin"))
        balance = number(raw.walletBalance, raw.coin, "walletBalance")
        balance -= sum(one.isolated_margin or 0.0 for one in positions if one.settle == raw.coin)
        if balance == 0 and raw.coin not in needed:
            continue
        equity, value = number_or_none(raw.equity), number_or_none(raw.usdValue)
        counts = raw.marginCollateral is not False and raw.collateralSwitch is not False
        found.append(
            Collateral(
                currency=raw.coin,
                wallet_balance=balance,
                index_price=value / equity if equity and value else None,
                haircut_tiers=(haircuts or {}).get(raw.coin, ()) if counts else NO_COLLATERAL,
            )
        )
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="wallet-balance",
            )
        )
    return tuple(found)
