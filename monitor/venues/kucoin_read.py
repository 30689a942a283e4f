"""How KuCoin's futures answers become our nouns. Pure.

`currentQty` counts contracts of `multiplier` base units (linear) or one USD (inverse: its multiplier is -1). What is
assigned to an isolated position is posMargin - posComm: the closing fee that posMargin reserves is the margin model's.
KuCoin's maintenance rate is continuous in the size: the position's own rate is its whole schedule. XBT is BTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    MarginMode,
    Position,
    PositionDraft,
    PositionMode,
    Side,
    Stop,
    Terms,
    TriggerBasis,
    sealed,
)
from monitor.venues.kucoin_answers import RawContract, RawFill, RawOrder, RawOverview, RawPosition, RawTier
from monitor.venues.naming import unified_symbol
from monitor.venues.read import above_zero, instant, instant_or_none, number, number_or_none, price_or_none

UNSEEN_SHARE = 0.02  # of a figure: two answers rest on marks some 100 ms apart
MARK_SHARE = 0.005  # by which a mark may move between two answers
HOUR_MS = 3_600_000
NS_PER_MS = 1_000_000
ENDS: Mapping[str, type[Ending]] = {"trade": Closing, "liquid": Liquidation, "adl": Deleveraging}
DOLLARS = frozenset({"USDT", "USDC", "USD"})
_TRIGGERS: Mapping[str, TriggerBasis] = {"TP": "last", "MP": "mark", "IP": "index"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A contract, and what KuCoin lists beside it."""

    instrument: Instrument
    wallet: str  # its settlement currency as KuCoin spells it
    index_price: float | None
    in_dollars: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is missing or None."""

    contracts: Mapping[str, RawContract]  # read again for their funding
    orders: tuple[RawOrder, ...] | None
    position_mode: PositionMode | None
    taker_fee_rate: float | None


def code_of(currency: str) -> str:
    """Return the common name of a currency."""
    return "BTC" if currency == "XBT" else currency


def read_listings(rows: Iterable[RawContract]) -> dict[str, Listing]:
    """Return the listed contracts by KuCoin's own name.

    Raises:
        VenueDataError: nothing is listed, or a contract without a size.
    """
    found = {raw.symbol: _listing(raw) for raw in rows}
    if not found:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="contracts", field="data"))
    return found


def _listing(raw: RawContract) -> Listing:
    base, quote, settle = (code_of(name) for name in (raw.baseCurrency, raw.quoteCurrency, raw.settleCurrency))
    return Listing(
        instrument=Instrument(
            symbol=unified_symbol(base, quote, settle, instant_or_none(raw.expireDate)),
            venue_symbol=raw.symbol,
            base=base,
            settle=settle,
            contract_size=above_zero(abs(number(raw.multiplier, raw.symbol, "multiplier")), raw.symbol, "multiplier"),
            inverse=raw.isInverse,
            tick_size=price_or_none(raw.tickSize),
            lot_size=price_or_none(raw.lotSize),
        ),
        wallet=raw.settleCurrency,
        index_price=price_or_none(raw.indexPrice),
        in_dollars=quote in DOLLARS,
    )


def open_rows(rows: Iterable[RawPosition]) -> list[RawPosition]:
    """Return the rows that are positions.

    Raises:
        VenueDataError: a row without symbol or size.
    """
    found = []
    for row in rows:
        if not row.symbol:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="positions", field="symbol"))
        if number(row.currentQty, row.symbol, "currentQty") != 0:
            found.append(row)
    return found


def side_of(row: RawPosition) -> Side:
    """Return the side: hedge mode names it, one-way mode signs the size."""
    if row.positionSide in ("LONG", "SHORT"):
        return "long" if row.positionSide == "LONG" else "short"
    return "long" if number(row.currentQty, str(row.symbol), "currentQty") > 0 else "short"


def mode_of(row: RawPosition) -> MarginMode:
    """Return the margin mode.

    Raises:
        VenueDataError: it is not told.
    """
    if row.marginMode in ("CROSS", "ISOLATED"):
        return "cross" if row.marginMode == "CROSS" else "isolated"
    if row.crossMode is None:
        raise VenueDataError(
            tr(
                "{symbol}: marginMode is {marginmode!r} and crossMode is missing",
                symbol=row.symbol,
                marginmode=str(row.marginMode)[:40],
            )
        )
    return "cross" if row.crossMode else "isolated"


def _isolated_margin(row: RawPosition, symbol: str) -> float | None:
    """What is assigned, without the reserved closing fee; unknown where the fee is not told."""
    margin, fee = number(row.posMargin, symbol, "posMargin"), number_or_none(row.posComm)
    return None if fee is None else margin - fee


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    wallets: Mapping[str, RawOverview],
    rows: list[RawPosition],
    listings: Mapping[str, Listing],
    details: Details,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        wallets: by currency as KuCoin spells it.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    held = open_rows(rows)
    for row in held:
        if row.symbol not in listings:
            raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    positions = tuple(read_position(row, listings[row.symbol or ""], details, marked_ms) for row in held)
    return Account(
        id=account_id,
        venue="kucoinfutures",
        account_mode="single_currency",
        position_mode=details.position_mode,
        taker_fee_rate=details.taker_fee_rate,
        collateral=_collateral(wallets, held, positions, listings),
        positions=positions,
        reported_margin_ratio=_reported_ratio(wallets, positions),
        reported_equity=_equity(wallets, listings),
        reported_maintenance_margin=None,  # KuCoin tells it of positions only
        reported_available=_available(wallets),
        read_ms=read_ms,
        balance_agrees=all(_wallet_agrees(name, wallet, held, listings) for name, wallet in wallets.items()),
    )


def read_position(row: RawPosition, listing: Listing, details: Details, marked_ms: int) -> Position:
    """Return one open position.

    Raises:
        VenueDataError: "BTC/USDT:USDT: avgEntryPrice is missing", and its kind.
    """
    instrument = listing.instrument
    symbol, side, mode = instrument.symbol, side_of(row), mode_of(row)
    rate, leverage = price_or_none(row.maintMarginReq), price_or_none(row.leverage)
    contract = details.contracts.get(instrument.venue_symbol)
    interval = None if contract is None else price_or_none(contract.fundingRateGranularity)
    draft = PositionDraft(
        symbol=symbol,
        side=side,
        contracts=abs(number(row.currentQty, symbol, "currentQty")),
        contract_size=instrument.contract_size,
        inverse=instrument.inverse,
        settle=instrument.settle,
        entry_price=above_zero(row.avgEntryPrice, symbol, "avgEntryPrice"),
        mark_price=above_zero(row.markPrice, symbol, "markPrice"),
        margin_mode=mode,
        isolated_margin=_isolated_margin(row, symbol) if mode == "isolated" else None,
        leverage=price_or_none(row.realLeverage) if leverage is None else leverage,
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        bracket_unit="notional",
        bracket_scheme="whole_position",
        brackets=() if rate is None else (Bracket(floor=0.0, rate=rate, deduction=0.0),),
        stops=None if details.orders is None else read_stops(details.orders, row, side),
        funding_rate=None if contract is None else number_or_none(contract.fundingFeeRate),
        funding_interval_h=None if interval is None else interval / HOUR_MS,
        next_funding_ms=None if contract is None else instant_or_none(contract.nextFundingRateDateTime),
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liquidationPrice),
        reported_maintenance_margin=number_or_none(row.posMaint),  # with the reserved fee and the funding
        reported_initial_margin=number_or_none(row.posInit),
        reported_bankruptcy_price=price_or_none(row.bankruptPrice),
        reported_unrealized_pnl=number_or_none(row.unrealisedPnl),
        reported_adl_rank=number_or_none(row.delevPercentage),  # 0 to 1, 1 is first
        opened_ms=instant_or_none(row.openingTimestamp),
    )
    return sealed(draft)


def read_stops(orders: Iterable[RawOrder], row: RawPosition, side: Side) -> tuple[Stop, ...]:
    """Return the orders that would close this position when the price goes against it, nearest trigger first."""
    closes, against = ("sell", "down") if side == "long" else ("buy", "up")
    stops = [
        Stop(
            trigger_price=price,
            trigger=_TRIGGERS.get(order.stopPriceType or "", "last"),
            contracts=None if order.closeOrder else price_or_none(order.size),
            limit_price=price_or_none(order.price) if order.type == "limit" else None,
        )
        for order in orders
        if order.symbol == row.symbol
        and order.side == closes
        and order.stop == against
        and (order.closeOrder or order.reduceOnly or order.positionSide in ("LONG", "SHORT"))
        and order.positionSide in (None, "BOTH", side.upper())
        and (price := price_or_none(order.stopPrice)) is not None
    ]
    return tuple(sorted(stops, key=lambda stop: stop.trigger_price, reverse=side == "long"))


def refuse_unpublished(listing: Listing, *, isolated: bool) -> None:
    """Refuse what KuCoin publishes no levels for: a cross rate is continuous, and the limits are given in USDT.

    Raises:
        VenueDataError: none are published for such a position.
    """
    symbol = listing.instrument.symbol
    if not isolated:
        raise VenueDataError(tr("{subject}: KuCoin publishes no tiers for cross margin", subject=symbol))
    if listing.instrument.inverse:
        raise VenueDataError(tr("{subject}: the unit of its tiers is not documented", subject=symbol))


def read_terms(tiers: Iterable[RawTier], listing: Listing) -> Terms:
    """Return what KuCoin requires of an isolated position: the rate of its level counts for all of it.

    Raises:
        VenueDataError: a level without its floor or rate.

    Source: KuCoin, "Get Isolated Margin Risk Limit", read 2026-11.
    """
    symbol = listing.instrument.symbol
    steps = sorted(
        (number(tier.minRiskLimit, symbol, "minRiskLimit"), above_zero(tier.maintainMargin, symbol, "maintainMargin"))
        for tier in tiers
    )
    return Terms(
        instrument=listing.instrument,
        brackets=tuple(Bracket(floor=floor, rate=rate, deduction=0.0) for floor, rate in steps),
        bracket_scheme="whole_position",
    )


def read_ending(fill: RawFill, listing: Listing) -> Ending | None:
    """Return what a trade closed, by force or by an order of the user's; None where it closed nothing.

    Raises:
        VenueDataError: a price, size or time is missing.

    Source: KuCoin, "Get Trade History", tradeType: trade, liquid, adl or settlement; read 2026-11.
    """
    kind = ENDS.get(fill.tradeType)
    side: Side = "long" if fill.side == "sell" else "short"
    if kind is None or (kind is Closing and _opens(fill, side)):
        return None
    symbol = listing.instrument.symbol
    return kind(
        symbol=symbol,
        side=side,
        contracts=above_zero(fill.size, symbol, "size"),
        price=above_zero(fill.price, symbol, "price"),
        at_ms=_done_ms(fill, symbol),
    )


def _done_ms(fill: RawFill, symbol: str) -> int:
    """When a trade was done, told in nanoseconds; where that is missing, when its order was made.

    Raises:
        VenueDataError: neither is told.
    """
    if isinstance(fill.tradeTime, int) and fill.tradeTime > 0:
        return fill.tradeTime // NS_PER_MS
    return instant(fill.createdAt, symbol, "createdAt")


def _opens(fill: RawFill, closed: Side) -> bool:
    """Whether a trade opened and closed nothing."""
    if fill.positionSide in ("LONG", "SHORT"):
        return fill.positionSide.lower() != closed
    return bool(number_or_none(fill.openFeePay)) and not number_or_none(fill.closeFeePay)


def _collateral(
    wallets: Mapping[str, RawOverview],
    held: list[RawPosition],
    positions: tuple[Position, ...],
    listings: Mapping[str, Listing],
) -> tuple[Collateral, ...]:
    """The wallets without unrealised PnL, and without all that isolated positions hold."""
    needed = {position.settle for position in positions}
    found = []
    for name, wallet in wallets.items():
        currency = code_of(name)
        equity = number(wallet.accountEquity, currency, "accountEquity")
        amount = equity - number(wallet.unrealisedPNL, currency, "unrealisedPNL")
        for row in _own(name, held, listings):
            amount -= number(row.posMargin, str(row.symbol), "posMargin") if mode_of(row) == "isolated" else 0.0
        if equity != 0 or currency in needed:
            found.append(
                Collateral(currency=currency, wallet_balance=amount, index_price=_index_price(currency, listings))
            )
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr("{missing}: a position settles in it, and its wallet was not told", missing=min(missing))
        )
    return tuple(found)


def _own(wallet: str, held: list[RawPosition], listings: Mapping[str, Listing]) -> list[RawPosition]:
    return [row for row in held if listings[row.symbol or ""].wallet == wallet]


def _index_price(currency: str, listings: Mapping[str, Listing]) -> float | None:
    """USD per unit of a coin, by its contract in dollars; of dollars themselves it is not told."""
    for listing in listings.values():
        if listing.instrument.base == currency and listing.in_dollars and listing.index_price is not None:
            return listing.index_price
    return None


def _equity(wallets: Mapping[str, RawOverview], listings: Mapping[str, Listing]) -> float | None:
    """Equity in dollars of whatever kind; None where a coin's worth is not known."""
    parts = []
    for name, wallet in wallets.items():
        currency = code_of(name)
        amount = number(wallet.accountEquity, currency, "accountEquity")
        price = 1.0 if currency in DOLLARS else _index_price(currency, listings)
        if amount != 0 and price is None:
            return None
        parts.append(amount * (price or 0.0))
    return sum(parts)


def _reported_ratio(wallets: Mapping[str, RawOverview], positions: tuple[Position, ...]) -> float | None:
    """KuCoin's risk rate, of the one currency that cross positions settle in; 1 is liquidation."""
    settles = {position.settle for position in positions if position.margin_mode == "cross"}
    own = [wallet for name, wallet in wallets.items() if code_of(name) in settles]
    return number_or_none(own[0].riskRatio) if len(own) == 1 else None


def _available(wallets: Mapping[str, RawOverview]) -> float | None:
    """What is free, where one wallet alone holds something."""
    used = [wallet for wallet in wallets.values() if number_or_none(wallet.accountEquity)]
    return number_or_none(used[0].availableBalance) if len(used) == 1 else None


def _wallet_agrees(name: str, wallet: RawOverview, held: list[RawPosition], listings: Mapping[str, Listing]) -> bool:
    """Whether a wallet's margin and PnL are explained by the positions that we were given."""
    own = _own(name, held, listings)
    told = number_or_none(wallet.unrealisedPNL) or 0.0
    margin = number_or_none(wallet.positionMargin) or 0.0
    if not own:
        return told == 0 and margin == 0
    assigned = [number_or_none(row.posMargin) for row in own]
    if None not in assigned:
        unseen = margin - sum(part for part in assigned if part is not None)
        if unseen > max(UNSEEN_SHARE * margin, 1e-9):
            return False
    listed = [number_or_none(row.unrealisedPnl) for row in own]
    if told == 0 or None in listed:
        return True
    value = sum(abs(number_or_none(row.markValue) or 0.0) for row in own)
    unseen = abs(told - sum(part for part in listed if part is not None))
    return unseen <= MARK_SHARE * value + UNSEEN_SHARE * abs(told)
