"""Every measure of one book as columns: array work only, so that what-if, stress and replay cost what a tick costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.margin.brackets import tier_index
from monitor.margin.layout import Layout
from monitor.margin.pools import LiquidationPrices, liquidation_prices
from monitor.margin.shock import common_shock
from monitor.margin.values import Pools, scaled, unrequired, value
from monitor.risk.rescue import margin_to_add, size_to_cut, target_prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """n positions and m pools; NaN is unknown or none."""

    book: Book
    pools: Pools
    prices: LiquidationPrices
    notional: FloatArray  # (n,) [settle]
    pnl: FloatArray  # (n,) [settle]
    initial: FloatArray  # (n,) [settle]
    root: FloatArray  # (n,) liquidation price before the venue's rounding
    distance: FloatArray  # (n,) fraction of the mark, < 0 where the pool is unhealthy
    bankruptcy: FloatArray  # (n,)
    backstop: FloatArray  # (n,)
    tier: IntArray  # (n,) from 0
    tier_at_root: IntArray  # (n,)
    health: FloatArray  # (n,) h of the position's pool
    others: FloatArray  # (n,) value of the pool's other positions over its own
    add: FloatArray  # (n,) margin that restores the rescue distance
    cut: FloatArray  # (n,) size that restores it [as face]
    ratio: FloatArray  # (m,)
    shock_down: FloatArray  # (m,)
    shock_up: FloatArray  # (m,)
    naive_down: FloatArray  # (m,) the nearest price of a single symbol, as distance
    naive_up: FloatArray  # (m,)
    first_down: IntArray  # (m,) the position it belongs to; -1
    first_up: IntArray  # (m,)


def measure(book: Book, layout: Layout, rescue_distance: float) -> Figures:
    """Judge every position and pool at the marks of `book`."""
    pools = value(book, layout)
    prices = liquidation_prices(book, pools)
    root = prices.nearest(book.mark)
    health = pools.health[layout.of]
    notional = book.notional
    count = np.where(np.isnan(layout.count), notional, layout.count)
    at_root = np.where(np.isnan(layout.count), book.face * book.variable(root), layout.count)
    targets = target_prices(book, prices, root, rescue_distance)
    money = notional if layout.plain else notional * pools.assets.owe[layout.asset]
    down, up = common_shock(book, pools)
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.abs(book.mark - root) / book.mark
        others = layout.groups.sum(money)[layout.of] / money - 1.0
        away = np.array([1.0 - prices.below / book.mark, prices.above / book.mark - 1.0])
        initial_value = np.where(np.isnan(layout.initial_value), notional, layout.initial_value)
        initial = initial_value / book.leverage + layout.initial_fee
    (naive_down, naive_up), (first_down, first_up) = _nearest_of_pool(away, layout)
    return Figures(
        book=book,
        pools=pools,
        prices=prices,
        notional=notional,
        pnl=book.unrealized_pnl,
        initial=initial,
        root=root,
        distance=np.where(health < 0, -distance, distance),
        bankruptcy=_bankruptcy(book, pools),
        backstop=_backstop(book, pools),
        tier=tier_index(count, book.schedules.floor),
        tier_at_root=tier_index(at_root, book.schedules.floor),
        health=health,
        others=others,
        add=margin_to_add(book, pools, targets),
        cut=size_to_cut(book, pools, targets),
        ratio=pools.ratio,
        shock_down=down,
        shock_up=up,
        naive_down=naive_down,
        naive_up=naive_up,
        first_down=first_down,
        first_up=first_up,
    )


def _nearest_of_pool(distance: FloatArray, layout: Layout) -> tuple[FloatArray, IntArray]:
    """The smallest `distance` (2, n) of each pool and the row that has it, both (2, m)."""
    known = np.where(np.isnan(distance), np.inf, distance)
    nearest = layout.groups.least(known)
    end, row = ((known == nearest.take(layout.of, axis=1)) & np.isfinite(known)).nonzero()
    first = np.full(nearest.shape, -1, dtype=np.int64)
    first[end[::-1], layout.of[row[::-1]]] = row[::-1]  # of equal ones the first stays
    return np.where(np.isinf(nearest), np.nan, nearest), first


def _bankruptcy(book: Book, pools: Pools) -> FloatArray:
    """The price at which the equity behind a position is gone, with room for the fee where the venue keeps it."""
    layout = pools.layout
    if not layout.plain:
        without = unrequired(book, pools, layout.bankruptcy_fee, layout.bankruptcy_reserve)
        return liquidation_prices(book, without).nearest(book.mark)
    kept = layout.bankruptcy_fee * book.face
    here = book.variable(book.mark)
    rest = pools.equity - layout.groups.sum(kept * here + layout.bankruptcy_reserve)
    slope = book.equity_1 - kept
    paired = layout.partner >= 0
    slope[paired] = slope[paired] + slope[layout.partner[paired]]
    with np.errstate(divide="ignore", invalid="ignore"):
        x = here - rest[layout.of] / slope
        price = book.variable(x)  # its own inverse
    return np.where((x > 0) & np.isfinite(price), price, np.nan)


def _backstop(book: Book, pools: Pools) -> FloatArray:
    """The price at which the venue itself takes the position over, where its rules name one."""
    shares = {rule.backstop for rule in pools.layout.rules if rule.backstop is not None}
    result = np.full(len(book.mark), np.nan)
    for share in shares:
        mine = np.array([rule.backstop == share for rule in pools.layout.rules], dtype=bool)[pools.of]
        nearest = liquidation_prices(book, scaled(pools, share)).nearest(book.mark)
        result = np.where(mine, nearest, result)
    return result
