"""Insurance funds as venues tell them: Binance USDⓈ-M, Bybit, OKX, Gate, Bitget, and Hyperliquid's backstop vault.

KuCoin, Deribit, Kraken Futures and Binance COIN-M document no call that tells theirs (looked for in 2026-11). Several
pools of one currency are added up: the one that backs a contract may be smaller. Gate and Hyperliquid tell a week of
history; of the others the change of a week is not known. Hyperliquid has no fund: the HLP vault takes over what the
book does not liquidate, with its depositors' money.

Source: Binance USDⓈ-M "Insurance Fund Balance Snapshot", Bybit v5 "Get Insurance", OKX v5 "Get security fund", Gate v4
"Futures insurance balance history", Bitget v3 "Get Risk Reserve All", Hyperliquid "Retrieve details for a vault";
read 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import InsuranceFund
from monitor.venues.read import RawNumber, instant, number, number_or_none

DAY_MS, HOUR_MS = 86_400_000, 3_600_000
GATE_DAYS = 8  # the newest, and the one of a week ago


class RawFundAsset(msgspec.Struct, frozen=True, kw_only=True):
    """Binance: one currency of a pool."""

    asset: str | None = None
    marginBalance: RawNumber = None
    updateTime: RawNumber = None


class RawFundPool(msgspec.Struct, frozen=True, kw_only=True):
    """Binance: the pool of a group of contracts."""

    assets: list[RawFundAsset]


class RawInsurance(msgspec.Struct, frozen=True, kw_only=True):
    """Bybit: the pool of one or several contracts."""

    coin: str | None = None
    balance: RawNumber = None


class RawSecurityFund(msgspec.Struct, frozen=True, kw_only=True):
    """OKX: the total in US dollars."""

    total: RawNumber = None


class RawGateFund(msgspec.Struct, frozen=True, kw_only=True):
    """Gate: one day."""

    t: RawNumber = None
    b: RawNumber = None


class RawReserve(msgspec.Struct, frozen=True, kw_only=True):
    """Bitget: the pool of some contracts."""

    coin: str | None = None
    balance: RawNumber = None


class RawVaultHistory(msgspec.Struct, frozen=True, kw_only=True):
    """Hyperliquid: what a vault was worth, as (ms, USD), oldest first."""

    accountValueHistory: list[tuple[int, RawNumber]] = []


class RawVault(msgspec.Struct, frozen=True, kw_only=True):
    """Hyperliquid: a vault, by period ("day", "week", ...)."""

    portfolio: list[tuple[str, RawVaultHistory]]


def binance_funds(pools: Iterable[RawFundPool], now_ms: int) -> tuple[InsuranceFund, ...]:
    """Return Binance's fund in each currency."""
    return _summed([(one.asset, one.marginBalance) for pool in pools for one in pool.assets], now_ms)


def bybit_funds(rows: Iterable[RawInsurance], now_ms: int) -> tuple[InsuranceFund, ...]:
    """Return Bybit's fund in each currency."""
    return _summed([(one.coin, one.balance) for one in rows], now_ms)


def okx_funds(rows: list[RawSecurityFund], now_ms: int) -> tuple[InsuranceFund, ...]:
    """Return OKX's Security Fund, in US dollars."""
    if not rows:
        raise VenueDataError(tr("{subject}: the answer is empty", subject="insurance-fund"))
    total = number(rows[0].total, "insurance-fund", "total")
    return (InsuranceFund(balance=total, currency="USD", at_ms=now_ms),)


def gate_fund(days: Iterable[RawGateFund], currency: str, now_ms: int) -> InsuranceFund:
    """Return Gate's fund of one settlement currency, with what it was a week ago."""
    found = sorted((instant(day.t, "insurance", "t") * 1000, number(day.b, "insurance", "b")) for day in days)
    if not found:
        raise VenueDataError(tr("{subject}: the answer is empty", subject="insurance"))
    newest_ms, balance = found[-1]
    earlier = [amount for at_ms, amount in found if newest_ms - at_ms >= 7 * DAY_MS]
    return InsuranceFund(balance=balance, currency=currency, at_ms=now_ms, week_ago=earlier[-1] if earlier else None)


def bitget_funds(rows: Iterable[RawReserve], now_ms: int) -> tuple[InsuranceFund, ...]:
    """Return Bitget's risk reserve in each currency."""
    return _summed([(one.coin, one.balance) for one in rows], now_ms)


def hyperliquid_vault(vault: RawVault, now_ms: int) -> InsuranceFund:
    """Return the backstop vault's worth, with what it was a week ago."""
    periods = dict(vault.portfolio)
    newest = periods["day"].accountValueHistory if "day" in periods else []
    if not newest:
        raise VenueDataError(tr("{subject}: the day's history is empty", subject="vaultDetails"))
    at_ms, worth = newest[-1][0], number(newest[-1][1], "vaultDetails", "accountValue")
    week = periods["week"].accountValueHistory if "week" in periods else []
    earlier = [amount for then_ms, amount in week if at_ms - then_ms >= 7 * DAY_MS - HOUR_MS]
    week_ago = number_or_none(earlier[-1]) if earlier else None
    return InsuranceFund(balance=worth, currency="USDC", at_ms=now_ms, week_ago=week_ago)


def _summed(rows: list[tuple[str | None, Any]], now_ms: int) -> tuple[InsuranceFund, ...]:
    sums: dict[str, float] = {}
    for currency, amount in rows:
        if currency is None:
            raise VenueDataError(
                tr("{subject}: {field} is missing", subject=tr("insurance fund"), field=tr("a currency"))
            )
        sums[currency] = sums.get(currency, 0.0) + number(amount, "insurance fund", currency)
    if not sums:
        raise VenueDataError(tr("{subject}: the answer is empty", subject=tr("insurance fund")))
    return tuple(InsuranceFund(balance=sums[one], currency=one, at_ms=now_ms) for one in sums)


async def no_fund(venue: str) -> tuple[InsuranceFund, ...]:
    """Refuse.

    Raises:
        VenueDataError: always.
    """
    raise VenueDataError(tr("{venue}: no size of its insurance fund is published, or it is not read", venue=venue))
