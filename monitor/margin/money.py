"""Collateral of several currencies as one amount of USD: the minimum of affine functions of each balance.

A positive balance counts at its bid factor or after its haircut tiers (marginal, by quantity), a negative one in full
or at its ask factor. Both are concave, so the liquidation price stays a root of affine pieces. Balances contain the
unrealised PnL of the positions that settle in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from monitor.book import FloatArray, IntArray
from monitor.model import Account, Collateral

Pieces = tuple[tuple[float, float], ...]
"""(factor, offset): USD = min over pieces of factor * balance + offset."""

Reading = Literal["factors", "prices", "either", "neither"]
"""What the bid and ask of a currency are: "either": both would do; "neither": what it counts for is not known."""

DOLLARS = frozenset({"USD", "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USDE", "USDH", "USDT0", "DAI", "PYUSD"})
_ROUNDING = 1e-9  # of a price that was worked out

NATIVE: Pieces = ((1.0, 0.0),)

STEADY = (
    DOLLARS
    | {"USD1", "USDS", "USDP", "RLUSD", "BFUSD", "RWUSD", "LDUSDT"}
    | {"EUR", "EURC", "EURI", "GBP", "CHF", "JPY", "AUD", "CAD", "BRL", "TRY"}
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
        unit = _unit(collateral)
        return ((collateral.bid * unit, 0.0), (collateral.ask * unit, 0.0))
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
    return index_of(collateral) if collateral.ask is None else collateral.ask * _unit(collateral)


def reading(collateral: Collateral) -> Reading:
    """Return whether bid and ask are factors of the index price, as the file has them, or prices, as Binance has them.

    A buffer lowers what is held and raises what is owed, so factors enclose 1 and prices the index: no size decides.
    Where both would do they are factors. Source: Binance, GET /fapi/v1/assetIndex: bidRate = index * (1 - bidBuffer).
    """
    bid, ask, index = collateral.bid, collateral.ask, index_of(collateral)
    if bid is None or ask is None or index == 1.0:
        return "factors"
    factors = bid <= 1.0 <= ask
    if np.isnan(index):
        return "neither" if factors and collateral.currency not in DOLLARS else "prices"
    prices = bid * (1.0 - _ROUNDING) <= index <= ask * (1.0 + _ROUNDING)
    if factors and prices:
        return "either"
    return "factors" if factors else "prices" if prices else "neither"


def _unit(collateral: Collateral) -> float:
    """What bid and ask are counted in [USD]; NaN where that is not known."""
    found = reading(collateral)
    return np.nan if found == "neither" else 1.0 if found == "prices" else index_of(collateral)


def is_native(account: Account, currencies: set[str]) -> bool:
    """Return whether a shared wallet holds but one currency, plainly: then no index is needed."""
    held = [entry for entry in account.collateral if entry.wallet_balance or entry.currency in currencies]
    plain = all(entry.index_price is None and entry.bid is None and not entry.haircut_tiers for entry in held)
    return plain and len(currencies | {entry.currency for entry in held}) == 1


def counted_in_usd(quantity: float, collateral: Collateral) -> float:
    """Return what `quantity` of a currency counts for [USD]."""
    return min(factor * quantity + offset for factor, offset in pieces(collateral))
