"""Collateral of several currencies as one amount of USD: the minimum of affine functions of each balance.

A positive balance counts at its bid factor or after its haircut tiers (marginal, by quantity), a negative one in full
or at its ask factor. Both are concave, so the liquidation price stays a root of affine pieces. Balances contain the
unrealised PnL of the positions that settle in them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import FloatArray, IntArray
from monitor.model import Account, Collateral

Pieces = tuple[tuple[float, float], ...]
"""(factor, offset): USD = min over pieces of factor * balance + offset."""

NATIVE: Pieces = ((1.0, 0.0),)

STEADY = frozenset(
    {"USD", "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USDE", "USDH", "USDT0", "DAI", "PYUSD", "USD1", "USDS", "USDP"}
    | {"RLUSD", "BFUSD", "RWUSD", "LDUSDT", "EUR", "EURC", "EURI", "GBP", "CHF", "JPY", "AUD", "CAD", "BRL", "TRY"}
)
"""Currencies that do not fall with the coins: dollars, their tokens, and other money of states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """One currency of one pool, a rows; c pieces, padded by repetition."""

    currency: tuple[str, ...]
    pool: IntArray  # (a,)
    balance: FloatArray  # (a,) without unrealised PnL [currency]; NaN unknown
    factor: FloatArray  # (c, a)
    offset: FloatArray  # (c, a)
    owe: FloatArray  # (a,) what one unit of requirement counts for

    @property
    def plain(self) -> bool:
        """Whether every pool is reckoned in its own settlement currency."""
        return len(self.factor) == 1 and bool((self.factor == 1.0).all()) and bool((self.owe == 1.0).all())

    def worth(self, amount: FloatArray) -> FloatArray:
        """Return what the balances `amount` (a,) count for."""
        counted: FloatArray = (self.factor * amount + self.offset).min(axis=0)
        return counted


def index_of(collateral: Collateral) -> float:
    """Return USD per unit, NaN where it was not told; only the dollar itself is known."""
    if collateral.index_price is not None:
        return collateral.index_price
    return 1.0 if collateral.currency == "USD" else np.nan


def pieces(collateral: Collateral) -> Pieces:
    """Return how a balance of this currency counts in USD.

    Source: Binance announcement c983a926… (bid, ask); OKX discount tiers and Bybit collateral tiers: marginal by
    quantity; Binance FAQ 4868b2f1…: negative amounts are not reduced.
    """
    index = index_of(collateral)
    if collateral.bid is not None and collateral.ask is not None:
        return ((_in_usd(collateral.bid, index), 0.0), (_in_usd(collateral.ask, index), 0.0))
    if not collateral.haircut_tiers:
        return ((index, 0.0),)
    result = []
    offset, previous = 0.0, collateral.haircut_tiers[0][1]
    for floor, rate in collateral.haircut_tiers:
        offset += (previous - rate) * floor
        previous = rate
        result.append((rate * index, offset * index))
    return (*result, (index, 0.0))


def requirement_factor(collateral: Collateral) -> float:
    """Return what one unit of requirement counts for: the ask factor where there is one, else the index."""
    index = index_of(collateral)
    return index if collateral.ask is None else _in_usd(collateral.ask, index)


def _in_usd(rate: float, index: float) -> float:
    """USD per unit of a bid or ask rate; one that lies nowhere near the index is a factor of it."""
    return rate if np.isnan(index) or 0.5 < rate / index < 2.0 else rate * index


def is_native(account: Account, currencies: set[str]) -> bool:
    """Return whether a shared wallet holds but one currency, plainly: then no index is needed."""
    held = [entry for entry in account.collateral if entry.wallet_balance or entry.currency in currencies]
    plain = all(entry.index_price is None and entry.bid is None and not entry.haircut_tiers for entry in held)
    return plain and len(currencies | {entry.currency for entry in held}) == 1


def counted_in_usd(quantity: float, collateral: Collateral) -> float:
    """Return what `quantity` of a currency counts for [USD]."""
    return min(factor * quantity + offset for factor, offset in pieces(collateral))
