"""Margin pools at the marks of one book: equity, requirement and what the venue calls maintenance margin.

Array work only, so that what-if, stress and replay cost what a tick costs. Unknown is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.margin.brackets import maximum, tier_index
from monitor.margin.layout import Layout
from monitor.margin.money import Assets
from monitor.margin.sorting import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """m margin pools at the marks of one book; figures of a shared pool are in USD."""

    layout: Layout
    assets: Assets  # with the coins' prices moved to these marks
    rate: FloatArray  # (k, n) pieces that hold at these marks
    deduction: FloatArray  # (k, n)
    balance: FloatArray  # (a,) of each currency, unrealised PnL included
    worth: FloatArray  # (a,) what it counts for
    owed: FloatArray  # (a,) what the requirements in it count for
    wallet: FloatArray  # (m,) without unrealised PnL; NaN unknown
    unrealized_pnl: FloatArray  # (m,)
    equity: FloatArray  # (m,)
    required: FloatArray  # (m,) what the venue liquidates for: fees and threshold included
    maintenance_margin: FloatArray  # (m,) as the venue names it
    position_required: FloatArray  # (n,) [settle]
    position_maintenance: FloatArray  # (n,) [settle]

    @property
    def of(self) -> IntArray:
        """(n,) pool of each position."""
        return self.layout.of

    @property
    def account(self) -> IntArray:
        """(m,) index into book.accounts."""
        return self.layout.account

    @property
    def ids(self) -> tuple[str, ...]:
        """(m,) names of the pools."""
        return self.layout.ids

    @property
    def settle(self) -> tuple[str, ...]:
        """(m,) currency of the pool's figures."""
        return self.layout.settle

    @property
    def terms(self) -> tuple[Terms, ...]:
        """(m,) what may be said about each pool."""
        return self.layout.terms

    @property
    def health(self) -> FloatArray:
        """(m,) h: equity minus requirement; below 0 the pool is liquidated."""
        return self.equity - self.required

    @property
    def ratio(self) -> FloatArray:
        """(m,) required over equity: 0 is safe, 1 is liquidation; +inf once the equity is gone."""
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = self.required / self.equity
        gone = (self.equity <= 0) & (self.required > 0)
        idle = (self.equity >= 0) & (self.required == 0)
        return np.where(gone, np.inf, np.where(idle, 0.0, ratio))


def value(book: Book, layout: Layout, idle: FloatArray | float = 1.0) -> Pools:
    """Add up each pool at the marks of `book`: array work only, for what-if, stress and replay.

    Args:
        idle: what the price of a coin that no position follows is times today's, one or (a,).
    """
    notional, pnl = book.notional, book.unrealized_pnl
    rate, deduction = _pieces_now(book, layout, notional)
    required = maximum(notional, rate, deduction)
    if layout.bends:
        required = required + layout.curve * notional**2
    if layout.freezes:
        rate = np.where(layout.frozen, 0.0, rate)
        deduction = np.where(layout.frozen, -required, deduction)
    maintenance = required / layout.threshold - layout.hidden_fee * notional
    assets, size = _assets_now(book, layout, idle), layout.size
    balance = assets.balance + layout.holders.sum(pnl)
    worth = balance if layout.plain else assets.worth(balance)
    owe = 1.0 if layout.plain else assets.owe[layout.asset]
    return Pools(
        layout=layout,
        assets=assets,
        rate=rate,
        deduction=deduction,
        balance=balance,
        worth=worth,
        owed=layout.holders.sum(required * owe),
        wallet=add_up(assets.pool, assets.balance if layout.plain else assets.worth(assets.balance), size),
        unrealized_pnl=layout.groups.sum(pnl * owe),
        equity=add_up(assets.pool, worth, size),
        required=layout.groups.sum(required * owe),
        maintenance_margin=layout.groups.sum(maintenance * owe),
        position_required=required,
        position_maintenance=maintenance,
    )


def scaled(pools: Pools, share: float) -> Pools:
    """Return the pools as if the requirement were `share` of itself: Hyperliquid's backstop at two thirds."""
    return replace(
        pools,
        rate=pools.rate * share,
        deduction=pools.deduction * share,
        required=pools.required * share,
        position_required=pools.position_required * share,
        owed=pools.owed * share,
        layout=replace(
            pools.layout,
            rate=pools.layout.rate * share,
            deduction=pools.layout.deduction * share,
            curve=pools.layout.curve * share,
        ),
    )


def unrequired(book: Book, pools: Pools, fee: FloatArray, reserve: FloatArray) -> Pools:
    """Return the pools with no requirement but a fee: their prices are the bankruptcy prices.

    Args:
        fee: (n,) of the value.
        reserve: (n,) amount that stays in the wallet [settle].
    """
    zero = np.zeros((1, len(fee)))
    required = fee * book.notional + reserve
    counted = required * pools.assets.owe[pools.layout.asset]
    return replace(
        pools,
        rate=zero + fee,
        deduction=zero - reserve,
        owed=pools.layout.holders.sum(counted),
        required=pools.layout.groups.sum(counted),
        position_required=required,
        layout=replace(pools.layout, curve=np.zeros(len(fee)), cliff=np.zeros(len(fee), dtype=bool)),
    )


def add_up(of: IntArray, weights: FloatArray, size: int) -> FloatArray:
    """(size,) sums of `weights` (n,) by group."""
    sums: FloatArray = np.bincount(of, weights, size).astype(np.float64, copy=False)  # of nothing it counts in integers
    return sums


def _pieces_now(book: Book, layout: Layout, notional: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The pieces at today's marks: of a cliff by notional, the one tier that holds now."""
    if not layout.jumps:
        return layout.rate, layout.deduction
    cliffs = np.flatnonzero(layout.cliff)
    rate, deduction = layout.rate.copy(), layout.deduction.copy()
    tier = tier_index(notional[cliffs], book.schedules.floor[:, cliffs])
    rate[:, cliffs] = layout.rate[tier, cliffs]
    deduction[:, cliffs] = layout.deduction[tier, cliffs]
    return rate, deduction


def _assets_now(book: Book, layout: Layout, idle: FloatArray | float) -> Assets:
    """The currencies with a coin's price moved along with the position that follows it, or as told."""
    follows = layout.mover >= 0
    if layout.plain or not (follows | layout.idle).any():
        return layout.assets
    scale = np.where(layout.idle, idle, 1.0)
    scale[follows] = book.mark[layout.mover[follows]] / layout.mover_mark[follows]
    assets = layout.assets
    return replace(assets, factor=assets.factor * scale, offset=assets.offset * scale, owe=assets.owe * scale)
