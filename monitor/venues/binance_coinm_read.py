"""How Binance COIN-M's answers become our nouns. Pure.

Everything is in the coin: wallets, margins, profit, and the edges and deductions of the tiers. A contract is worth
`contractSize` USD. positionRisk has no margins; they are in the account's own list of positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Bracket, Collateral, Instrument, Position, PositionDraft, sealed
from monitor.venues.binance_answers import RawAccount, RawPosition, RawPremium
from monitor.venues.binance_coinm_answers import RawBrackets, RawExchangeInfo, RawSymbol
from monitor.venues.binance_read import Orders, balance_agrees, open_rows, read_stops, side_of
from monitor.venues.read import above_zero, number, number_or_none, price_or_none

DEFAULT_FUNDING_HOURS = 8.0  # Source: Binance GET /dapi/v1/fundingInfo lists only symbols that differ, read 2026-10
PERPETUAL = "PERPETUAL"

Key = tuple[str, str]
"""(Binance symbol, positionSide)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is read less often than positions; what is unknown is empty or None."""

    brackets: Mapping[str, tuple[Bracket, ...]]
    hedge: bool | None
    orders: Orders | None
    premium: Mapping[str, RawPremium]
    funding_hours: Mapping[str, float] | None
    taker_fee_rate: float | None
    adl: Mapping[Key, float]


def read_instruments(info: RawExchangeInfo) -> dict[str, Instrument]:
    """Return the listed contracts by Binance's own name.

    Raises:
        VenueDataError: nothing is listed, or a contract's size is not told.
    """
    if not info.symbols:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="exchangeInfo", field="symbols"))
    return {raw.symbol: _instrument(raw) for raw in info.symbols}


def _instrument(raw: RawSymbol) -> Instrument:
    steps = {rule.get("filterType"): rule for rule in raw.filters}
    dated = raw.contractType != PERPETUAL and raw.deliveryDate
    expiry = f"-{datetime.fromtimestamp(raw.deliveryDate / 1000, UTC):%y%m%d}" if dated and raw.deliveryDate else ""
    return Instrument(
        symbol=f"{raw.baseAsset}/{raw.quoteAsset}:{raw.marginAsset}{expiry}",
        venue_symbol=raw.symbol,
        base=raw.baseAsset,
        settle=raw.marginAsset,
        contract_size=above_zero(raw.contractSize, raw.symbol, "contractSize"),
        inverse=True,
        tick_size=price_or_none(steps.get("PRICE_FILTER", {}).get("tickSize")),
        lot_size=price_or_none(steps.get("LOT_SIZE", {}).get("stepSize")),
        liquidation_fee_rate=number_or_none(raw.liquidationFee),
    )


def read_brackets(rows: Iterable[RawBrackets]) -> dict[str, tuple[Bracket, ...]]:
    """Return each symbol's maintenance tiers, lowest first; floors and deductions in the coin.

    Raises:
        VenueDataError: a tier's lower edge is missing.
    """
    found = {}
    for row in rows:
        tiers = []
        for tier in row.brackets:
            floor = tier.qtylFloor if tier.qtylFloor is not None else tier.qtyFloor
            if floor is None:
                raise VenueDataError(tr("{subject}: {field} is missing", subject=row.symbol, field="qtyFloor"))
            tiers.append(Bracket(floor=floor, rate=tier.maintMarginRatio, deduction=tier.cum))
        found[row.symbol] = tuple(sorted(tiers, key=lambda tier: tier.floor))
    return found


# ---------------------------------------------------------------- the account


def read_account(
    *,
    account_id: str,
    account: RawAccount,
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
    if account.assets is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="account", field="assets"))
    if account.positions is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="account", field="positions"))
    margins = {key_of(row): row for row in account.positions}
    held = open_rows(rows)
    positions = tuple(
        read_position(row, _listed(row, instruments), margins.get(key_of(row)), details, marked_ms) for row in held
    )
    return Account(
        id=account_id,
        venue="binancecoinm",
        account_mode="single_currency",  # COIN-M has no other: each coin backs its own contracts
        position_mode=None if details.hedge is None else "hedge" if details.hedge else "one_way",
        taker_fee_rate=details.taker_fee_rate,
        collateral=_collateral(account, {position.settle for position in positions}),
        positions=positions,
        reported_margin_ratio=_reported_ratio(account, positions),
        reported_equity=None,  # Binance gives no total over the coins
        reported_maintenance_margin=None,
        reported_available=None,
        read_ms=read_ms,
        balance_agrees=balance_agrees(account, held, instruments),
    )


def read_position(
    row: RawPosition, instrument: Instrument, margins: RawPosition | None, details: Details, marked_ms: int
) -> Position:
    """Return one open position.

    Args:
        margins: the account's own row of the position, None where it has none.

    Raises:
        VenueDataError: "BTC/USD:BTC: entryPrice is missing", and its kind.
    """
    symbol, venue_symbol = instrument.symbol, instrument.venue_symbol
    if row.marginType not in ("cross", "isolated"):
        raise VenueDataError(
            tr("{subject}: {field} is {value!r}", subject=symbol, field="marginType", value=row.marginType)
        )
    isolated = row.marginType == "isolated"
    premium, hours = details.premium.get(venue_symbol), details.funding_hours
    rate = number_or_none(premium.lastFundingRate) if premium is not None else None
    next_ms = price_or_none(premium.nextFundingTime) if premium is not None else None
    draft = PositionDraft(
        symbol=symbol,
        side=side_of(row),
        contracts=abs(number(row.positionAmt, symbol, "positionAmt")),
        contract_size=instrument.contract_size,
        inverse=True,
        settle=instrument.settle,
        entry_price=above_zero(row.entryPrice, symbol, "entryPrice"),
        mark_price=above_zero(row.markPrice, symbol, "markPrice"),
        margin_mode="isolated" if isolated else "cross",
        isolated_margin=number(row.isolatedWallet, symbol, "isolatedWallet") if isolated else None,
        leverage=price_or_none(row.leverage),
        tick_size=instrument.tick_size,
        lot_size=instrument.lot_size,
        liquidation_fee_rate=instrument.liquidation_fee_rate,
        bracket_unit="notional",
        bracket_scheme="marginal",
        brackets=tuple(details.brackets.get(venue_symbol, ())),
        stops=None if details.orders is None else read_stops(details.orders, row, side_of(row)),
        funding_rate=rate,
        # a dated contract pays none, and has no time for it
        funding_interval_h=None if hours is None or not next_ms else hours.get(venue_symbol, DEFAULT_FUNDING_HOURS),
        next_funding_ms=None if next_ms is None else int(next_ms),
        mark_ms=marked_ms,
        reported_liquidation_price=price_or_none(row.liquidationPrice),
        reported_maintenance_margin=None if margins is None else number_or_none(margins.maintMargin),
        reported_initial_margin=None
        if margins is None
        else number_or_none(
            margins.initialMargin if margins.positionInitialMargin is None else margins.positionInitialMargin
        ),
        reported_unrealized_pnl=number_or_none(row.unRealizedProfit),
        reported_adl_rank=details.adl.get(key_of(row)),
    )
    return sealed(draft)


def key_of(row: RawPosition) -> Key:
    """Return what makes a row one position."""
    return row.symbol or "", row.positionSide or "BOTH"


def _listed(row: RawPosition, instruments: Mapping[str, Instrument]) -> Instrument:
    instrument = instruments.get(row.symbol or "")
    if instrument is None:
        raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    return instrument


def _collateral(account: RawAccount, needed: set[str]) -> tuple[Collateral, ...]:
    found = []
    for raw in account.assets or ():
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
    """Return maintenance margin over margin balance of the cross pool, where there is only one."""
    cross = [position for position in positions if position.margin_mode == "cross"]
    settles = {position.settle for position in cross}
    parts = [position.reported_maintenance_margin for position in cross]
    if len(settles) != 1 or None in parts:
        return None
    asset = next((raw for raw in account.assets or () if raw.asset in settles), None)
    wallet = number_or_none(asset.crossWalletBalance) if asset is not None else None
    pnl = number_or_none(asset.crossUnPnl) if asset is not None else None
    if wallet is None or pnl is None or wallet + pnl <= 0:
        return None
    return sum(part for part in parts if part is not None) / (wallet + pnl)
