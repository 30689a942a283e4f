"""How Gate's balances become an account: futures wallets per currency, or the unified account behind them. Pure.

A futures wallet's `total` is without unrealised PnL and holds what isolated positions were given. The unified account's
`equity` holds both. Gate's ratio ("MMR") is balance over requirement: higher is safer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, AccountMode, BracketScheme, Collateral, Position
from monitor.venues.gate_answers import RawAccount, RawDiscount, RawPosition, RawUnified
from monitor.venues.gate_read import Details, Listing, mode_of, open_rows, read_position
from monitor.venues.read import number, number_or_none, price_or_none

UNSEEN_SHARE = 0.02  # of a margin: two answers rest on marks some 100 ms apart
MARK_SHARE = 0.005  # by which a mark may move between two answers
_MODES: Mapping[int, AccountMode] = {
    0: "single_currency",
    1: "multi_currency",
    2: "portfolio",
    3: "single_currency",
}
UNIFIED_MODES = (1, 2, 3)
SHARED_MODE = 1  # one requirement for all currencies

Discounts = Mapping[str, tuple[tuple[float, float], ...]]
"""{currency: ((from this amount on, share that counts), …)}."""


def read_discounts(answer: list[Any]) -> Discounts:
    """Return how much of each currency counts in the unified account.

    Source: Gate API v4, GET /unified/currency_discount_tiers, read 2026-11: limits in the currency; its sample wraps
    the list in another one.

    Raises:
        VenueDataError: it was not understood.
    """
    rows = [row for part in answer for row in (part if isinstance(part, list) else [part])]
    try:
        found = msgspec.convert(rows, type=list[RawDiscount])
    except msgspec.ValidationError as error:
        raise VenueDataError(tr("currency_discount_tiers was not understood: {error}", error=error)) from None
    return {
        one.currency: tuple(
            sorted(
                (number(tier.lower_limit, one.currency, "lower_limit"), number(tier.discount, one.currency, "discount"))
                for tier in one.discount_tiers
            )
        )
        for one in found
    }


def read_account(
    *,
    account_id: str,
    wallets: Mapping[str, RawAccount],
    unified: RawUnified | None,
    rows: list[RawPosition],
    listings: Mapping[str, Listing],
    details: Details,
    discounts: Discounts | None = None,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the account that these answers describe.

    Args:
        wallets: by settlement currency as paths spell it; those that exist.
        discounts: of the unified account; None: not read, then no worth of a coin is known.
        unified: the unified account, where the futures are part of one.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    held = open_rows(rows)
    for row in held:
        if row.contract not in listings:
            raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.contract))
    scheme: BracketScheme = "marginal"
    if any(wallet.enable_tiered_mm is False for wallet in wallets.values()):
        scheme = "whole_position"
    positions = tuple(read_position(row, listings[row.contract or ""], details, scheme, marked_ms) for row in held)
    modes = {wallet.margin_mode for wallet in wallets.values()} - {None}
    dual = [wallet.in_dual_mode for wallet in wallets.values()]
    return Account(
        id=account_id,
        venue="gate",
        account_mode=_MODES.get(max(mode for mode in modes if mode is not None)) if modes else None,
        position_mode="hedge" if True in dual else "one_way" if False in dual else None,
        taker_fee_rate=details.taker_fee_rate,
        collateral=_weighed(
            _unified_collateral(unified, held, positions, listings),
            listings,
            discounts if SHARED_MODE in modes else None,
        )
        if unified is not None
        else _collateral(wallets, positions),
        positions=positions,
        reported_margin_ratio=_reported_ratio(wallets, unified, positions),
        reported_equity=_equity(wallets, unified, listings),
        reported_maintenance_margin=_maintenance_margin(wallets, unified),
        reported_available=_available(wallets, unified),
        read_ms=read_ms,
        balance_agrees=all(_wallet_agrees(settle, wallet, held, listings) for settle, wallet in wallets.items()),
    )


def _collateral(wallets: Mapping[str, RawAccount], positions: tuple[Position, ...]) -> tuple[Collateral, ...]:
    needed = {position.settle for position in positions}
    found = []
    for settle, wallet in wallets.items():
        currency = settle.upper()
        total = number(wallet.total, currency, "total")
        isolated = sum(one.isolated_margin or 0.0 for one in positions if one.settle == currency)
        if total != 0 or currency in needed:
            found.append(Collateral(currency=currency, wallet_balance=total - isolated))
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr("{currency}: a position settles in it, and there is no such wallet", currency=min(missing))
        )
    return tuple(found)


def _unified_collateral(
    unified: RawUnified, held: list[RawPosition], positions: tuple[Position, ...], listings: Mapping[str, Listing]
) -> tuple[Collateral, ...]:
    """The currencies and their balances."""
    if unified.balances is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject=tr("unified account"), field="balances"))
    needed = {position.settle for position in positions}
    found = []
    for currency, balance in unified.balances.items():
        if currency == "POINT":
            continue  # fee vouchers, no money
        equity = number(balance.equity, currency, "equity")
        own = [row for row in held if listings[row.contract or ""].instrument.settle == currency]
        pnl = sum(number(row.unrealised_pnl, str(row.contract), "unrealised_pnl") for row in own)
        isolated = sum(number(row.margin, str(row.contract), "margin") for row in own if mode_of(row) == "isolated")
        if equity != 0 or currency in needed:
            found.append(Collateral(currency=currency, wallet_balance=equity - pnl - isolated))
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr("{currency}: a position settles in it, and the unified account does not list it", currency=min(missing))
        )
    return tuple(found)


def _weighed(
    found: tuple[Collateral, ...], listings: Mapping[str, Listing], discounts: Discounts | None
) -> tuple[Collateral, ...]:
    """With what each currency counts for, reckoned in USDT; a single currency needs none of it.

    Gate tells no index prices with its balances: those of its USDT contracts are taken. A currency that the tiers leave
    out counts for nothing; where its price is not known, neither is the account's liquidation price.
    """
    if discounts is None or (len(found) == 1 and found[0].currency == "USDT"):
        return found
    weighed = []
    for one in found:
        listing = listings.get(f"{one.currency}_USDT")
        index = 1.0 if one.currency == "USDT" else None if listing is None else listing.index_price
        tiers = discounts.get(one.currency) or ((0.0, 0.0),)
        weighed.append(replace(one, index_price=index, haircut_tiers=tiers if index else ()))
    return tuple(weighed)


def _reported_ratio(
    wallets: Mapping[str, RawAccount], unified: RawUnified | None, positions: tuple[Position, ...]
) -> float | None:
    """Gate's ratio, of the one currency that cross positions settle in, or of the unified account; higher is safer."""
    if unified is not None:
        return price_or_none(unified.total_maintenance_margin_rate)
    settles = {position.settle for position in positions if position.margin_mode == "cross"}
    own = [wallet for settle, wallet in wallets.items() if settle.upper() in settles]
    return price_or_none(own[0].cross_mmr) if len(own) == 1 else None


def _equity(
    wallets: Mapping[str, RawAccount], unified: RawUnified | None, listings: Mapping[str, Listing]
) -> float | None:
    """Equity in USD; None where a coin's worth is not known."""
    if unified is not None:
        return number(unified.unified_account_total_equity, tr("unified account"), "unified_account_total_equity")
    parts = []
    for settle, wallet in wallets.items():
        amount = number(wallet.total, settle.upper(), "total") + (number_or_none(wallet.unrealised_pnl) or 0.0)
        coin = listings.get(f"{settle.upper()}_USD")
        price = 1.0 if settle == "usdt" else None if coin is None else coin.index_price
        if amount != 0 and price is None:
            return None
        parts.append(amount * (price or 0.0))
    return sum(parts)


def _maintenance_margin(wallets: Mapping[str, RawAccount], unified: RawUnified | None) -> float | None:
    """The requirement: the unified account's [USD], or that of the one wallet [its currency]."""
    if unified is not None:
        return number_or_none(unified.total_maintenance_margin)
    told = [number_or_none(wallet.maintenance_margin) for wallet in wallets.values()]
    return told[0] if len(told) == 1 else None


def _available(wallets: Mapping[str, RawAccount], unified: RawUnified | None) -> float | None:
    if unified is not None:
        return number_or_none(unified.total_available_margin)
    if len(wallets) != 1:
        return None
    wallet = next(iter(wallets.values()))
    told = number_or_none(wallet.cross_available)
    return number_or_none(wallet.available) if told is None else told


def _wallet_agrees(settle: str, wallet: RawAccount, held: list[RawPosition], listings: Mapping[str, Listing]) -> bool:
    """Whether a wallet's PnL and isolated margin are explained by the positions that we were given."""
    own = [row for row in held if listings[row.contract or ""].settle == settle]
    told = number_or_none(wallet.unrealised_pnl) or 0.0
    listed = [number_or_none(row.unrealised_pnl) for row in own]
    if told != 0 and None not in listed:
        value = sum(abs(number_or_none(row.value) or 0.0) for row in own)
        unseen = abs(told - sum(part for part in listed if part is not None))
        if unseen > MARK_SHARE * value + UNSEEN_SHARE * abs(told):
            return False
    given = number_or_none(wallet.isolated_position_margin)
    isolated = sum(number_or_none(row.margin) or 0.0 for row in own if mode_of(row) == "isolated")
    if given is not None and given - isolated > max(UNSEEN_SHARE * given, 1e-9):
        return False
    required = number_or_none(wallet.maintenance_margin) or 0.0
    return required == 0 or bool(own)
