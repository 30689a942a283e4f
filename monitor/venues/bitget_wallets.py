"""How Bitget's balances become an account: the classic one, a wallet per margin coin, and the unified one. Pure.

Both tell equity with the unrealised PnL in it. The cross wallet is the equity without the PnL and without what isolated
positions hold, all of the same answer where it tells them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, AccountMode, Collateral, Position
from monitor.venues.bitget_answers import (
    RawAccount,
    RawAsset,
    RawAssets,
    RawDiscount,
    RawSettings,
    RawUnionDiscount,
)
from monitor.venues.bitget_read import Details, Listing, Row, mode_of, open_rows, position_mode, read_position
from monitor.venues.read import number, number_or_none

UNSEEN_SHARE = 0.02  # of a margin: two answers rest on marks some 100 ms apart
MARK_SHARE = 0.005  # by which a mark may move between two answers
USDT, UNION = "USDT", "union"  # the multi-assets mode, as Bitget calls it
Discounts = Mapping[str, tuple[tuple[float, float], ...]]
"""{coin: ((USD from which it counts, share of the value that counts), ...)}."""


def read_discounts(rows: Iterable[RawDiscount]) -> Discounts:
    """Return each currency's discounts by value, lowest first.

    Raises:
        VenueDataError: a step without its floor or rate.
    """
    return {
        row.coin: tuple(
            sorted(
                (
                    number(step.tierStartValue, row.coin, "tierStartValue"),
                    number(step.discountRate, row.coin, "discountRate"),
                )
                for step in row.steps
            )
        )
        for row in rows
    }


def read_union_discounts(rows: Iterable[RawUnionDiscount]) -> Discounts:
    """Return each currency's discounts in the multi-assets mode by value, lowest first; they are marginal.

    Source: Bitget, "Introduction to USDT-M Futures in Multi-Asset Mode", 2024-09-09: of 600,000 USDT of BTC the first
    100,000 count by 0.975, the next 400,000 by 0.97, the rest by 0.965; API v2 "Get Discount Rate", read 2026-11.

    Raises:
        VenueDataError: a step without its floor or rate.
    """
    return {
        row.coin: tuple(
            sorted(
                (number(step.minAmount, row.coin, "minAmount"), number(step.discountRate, row.coin, "discountRate"))
                for step in row.steps
            )
        )
        for row in rows
    }


def union_coins(wallets: Iterable[RawAccount]) -> list[str]:
    """Return the currencies that back a classic account beside its margin coins."""
    return sorted(
        {
            other.coin
            for wallet in wallets
            for other in wallet.assetList or ()
            if other.coin and other.coin != wallet.marginCoin and number_or_none(other.balance)
        }
    )


def read_classic(
    *,
    account_id: str,
    wallets: list[RawAccount],
    rows: list[Row],
    listings: Mapping[str, Listing],
    details: Details,
    discounts: Discounts,
    indexes: Mapping[str, float],
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the classic account that these answers describe.

    Args:
        discounts, indexes: of the currencies of the multi-assets mode; one without an index is worth an unknown amount.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    held, positions = _positions(rows, listings, details, marked_ms)
    if not wallets:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="accounts", field="data"))
    for wallet in wallets:
        if not wallet.marginCoin:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="accounts", field="marginCoin"))
    union = any(wallet.assetMode == UNION for wallet in wallets)
    single: AccountMode = "single_currency"
    return Account(
        id=account_id,
        venue="bitget",
        account_mode="multi_currency" if union else single,
        position_mode=position_mode(row.hold_mode for row in held),
        taker_fee_rate=details.taker_fee_rate,
        collateral=_classic_collateral(wallets, held, positions, discounts, indexes),
        positions=positions,
        reported_margin_ratio=_crossed_ratio(wallets, positions),
        reported_equity=_union_margin(wallets)
        or sum(number(one.usdtEquity, str(one.marginCoin), "usdtEquity") for one in wallets),
        reported_maintenance_margin=max(number_or_none(one.unionMm) or 0.0 for one in wallets) if union else None,
        reported_available=number_or_none(wallets[0].available) if len(wallets) == 1 else None,
        read_ms=read_ms,
        balance_agrees=all(_wallet_agrees(wallet, held) for wallet in wallets),
    )


def _positions(
    rows: list[Row], listings: Mapping[str, Listing], details: Details, marked_ms: int
) -> tuple[list[Row], tuple[Position, ...]]:
    held = open_rows(rows)
    for row in held:
        if row.symbol not in listings:
            raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=row.symbol))
    return held, tuple(read_position(row, listings[row.symbol or ""], details, marked_ms) for row in held)


def _classic_collateral(
    wallets: list[RawAccount],
    held: list[Row],
    positions: tuple[Position, ...],
    discounts: Discounts,
    indexes: Mapping[str, float],
) -> tuple[Collateral, ...]:
    """What backs the positions; beside the multi-assets mode other wallets do not, unless a position needs one."""
    needed = {position.settle for position in positions}
    joined = any(wallet.assetMode == UNION for wallet in wallets)
    found: dict[str, Collateral] = {}
    for wallet in sorted(wallets, key=lambda one: one.assetMode != UNION):
        coin = str(wallet.marginCoin)
        if joined and wallet.assetMode != UNION and (coin in found or coin not in needed):
            continue
        equity = number(wallet.accountEquity, coin, "accountEquity")
        own = [row for row in held if row.coin == coin]
        amount = equity - _unrealized(wallet, own, coin) - _isolated(wallet, own, coin)
        value = number_or_none(wallet.usdtEquity)
        if equity != 0 or coin in needed:
            index = value / equity if equity and value else None
            if wallet.assetMode == UNION and coin == USDT:
                index = 1.0  # what everything is counted in, while `usdtEquity` may count all currencies
            found[coin] = Collateral(currency=coin, wallet_balance=amount, index_price=index)
        for other in wallet.assetList or ():
            if other.coin and other.coin not in found and number(other.balance, other.coin, "balance") != 0:
                found[other.coin] = _discounted(
                    other.coin,
                    number(other.balance, other.coin, "balance"),
                    indexes.get(other.coin),
                    discounts.get(other.coin, ()),
                )
    if missing := needed - found.keys():
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="accounts",
            )
        )
    return tuple(found.values())


def _discounted(coin: str, balance: float, index: float | None, steps: tuple[tuple[float, float], ...]) -> Collateral:
    """A currency that counts less than its worth; without its discounts or its index its worth is not known."""
    known = index is not None and bool(steps)
    return Collateral(
        currency=coin,
        wallet_balance=balance,
        index_price=index if known else None,
        haircut_tiers=tuple((floor / index, rate) for floor, rate in steps) if known and index else (),
    )


def _union_margin(wallets: list[RawAccount]) -> float | None:
    """What all currencies of the multi-assets mode count for, by Bitget's own figure [USDT]."""
    told = [number_or_none(wallet.unionTotalMargin) for wallet in wallets]
    return next((figure for figure in told if figure), None)


def _unrealized(wallet: RawAccount, own: list[Row], coin: str) -> float:
    """The PnL inside the equity: the wallet's own figure, or the sum over its positions."""
    whole = number_or_none(wallet.unrealizedPL)
    if whole is not None:
        return whole
    parts = [number_or_none(part) for part in (wallet.crossedUnrealizedPL, wallet.isolatedUnrealizedPL)]
    if parts[0] is not None:
        return parts[0] + (parts[1] or 0.0)
    return sum(number(row.pnl, f"{coin} {row.symbol}", tr("unrealised PnL")) for row in own)


def _isolated(wallet: RawAccount, own: list[Row], coin: str) -> float:
    told = number_or_none(wallet.isolatedMargin)
    if told is not None:
        return told
    return sum(number(row.margin, f"{coin} {row.symbol}", "margin") for row in own if mode_of(row) == "isolated")


def _crossed_ratio(wallets: list[RawAccount], positions: tuple[Position, ...]) -> float | None:
    """Bitget's cross risk, of the one coin that cross positions settle in; each coin has one of its own."""
    settles = {position.settle for position in positions if position.margin_mode == "cross"}
    own = [wallet for wallet in wallets if wallet.marginCoin in settles]
    return number_or_none(own[0].crossedRiskRate) if len(own) == 1 else None


def _wallet_agrees(wallet: RawAccount, held: list[Row]) -> bool:
    """Whether a wallet's margins and PnL are explained by its positions; resting orders raise the cross margin too."""
    own = [row for row in held if row.coin == wallet.marginCoin]
    marks = (wallet.crossedRiskRate, wallet.unrealizedPL, wallet.crossedUnrealizedPL, wallet.isolatedUnrealizedPL)
    if not own and any(number_or_none(mark) for mark in marks):
        return False
    for told, mode in ((wallet.isolatedMargin, "isolated"), (wallet.crossedMargin, "crossed")):
        explained = sum(number_or_none(row.margin) or 0.0 for row in own if row.margin_mode == mode)
        frozen = mode == "crossed" and (number_or_none(wallet.locked) or 0.0) != 0
        if not frozen and _exceeds(number_or_none(told), explained):
            return False
    return True


def _exceeds(told: float | None, explained: float) -> bool:
    return told is not None and told - explained > max(UNSEEN_SHARE * abs(told), 1e-9)


# ---------------------------------------------------------------- the unified account


def read_unified(
    *,
    account_id: str,
    settings: RawSettings,
    assets: RawAssets,
    rows: list[Row],
    listings: Mapping[str, Listing],
    details: Details,
    discounts: Discounts | None,
    marked_ms: int,
    read_ms: int,
) -> Account:
    """Return the unified account that these answers describe.

    Raises:
        VenueDataError: something essential is missing; the message names it.
    """
    held, positions = _positions(rows, listings, details, marked_ms)
    if assets.assets is None:
        raise VenueDataError(tr("{subject}: {field} is missing", subject="assets", field="assets"))
    return Account(
        id=account_id,
        venue="bitget",
        account_mode="multi_currency",
        position_mode=position_mode([settings.holdMode, *(row.hold_mode for row in held)]),
        taker_fee_rate=details.taker_fee_rate,
        collateral=_unified_collateral(assets.assets, held, positions, discounts or {}),
        positions=positions,
        reported_margin_ratio=number_or_none(assets.mgnRatio),
        reported_equity=number(assets.accountEquity, "account", "accountEquity"),
        reported_maintenance_margin=number(assets.mmr, "account", "mmr"),
        reported_available=None,  # told per currency only
        read_ms=read_ms,
        balance_agrees=_unified_agrees(assets, held, positions),
    )


def _unified_collateral(
    assets: list[RawAsset], held: list[Row], positions: tuple[Position, ...], discounts: Discounts
) -> tuple[Collateral, ...]:
    needed = {position.settle for position in positions}
    found = []
    for asset in assets:
        if not asset.coin:
            raise VenueDataError(tr("{subject}: {field} is missing", subject="assets", field="coin"))
        balance, equity = number(asset.balance, asset.coin, "balance"), number_or_none(asset.equity)
        if balance == 0 and not equity and asset.coin not in needed:
            continue
        value = number_or_none(asset.usdValue)
        index = value / equity if equity and value else None
        steps = discounts.get(asset.coin, ())
        isolated = sum(
            number(row.margin, str(row.symbol), "positionBalance")
            for row in held
            if row.coin == asset.coin and mode_of(row) == "isolated"
        )
        found.append(
            Collateral(
                currency=asset.coin,
                wallet_balance=balance - isolated,
                index_price=index,
                haircut_tiers=tuple((floor / index, rate) for floor, rate in steps) if index else (),
            )
        )
    if missing := needed - {collateral.currency for collateral in found}:
        raise VenueDataError(
            tr(
                "{currency}: a position settles in it, and {answer} does not list it",
                currency=min(missing),
                answer="assets",
            )
        )
    return tuple(found)


def _unified_agrees(assets: RawAssets, held: list[Row], positions: tuple[Position, ...]) -> bool:
    """Whether the account's unrealised PnL is explained by the positions that we were given.

    The requirement tells nothing: loans of the spot side and resting orders raise it too. Positions that settle in coin
    are left out of the comparison, for the account's PnL is in USD.
    """
    told = number_or_none(assets.unrealisedPnl) or 0.0
    if told == 0:
        return True
    listed = [number_or_none(row.pnl) for row in held]
    if not held or None in listed or any(position.inverse for position in positions):
        return bool(held)
    value = sum(position.contracts * position.mark_price for position in positions)
    unseen = abs(told - sum(part for part in listed if part is not None))
    return unseen <= MARK_SHARE * value + UNSEEN_SHARE * abs(told)
