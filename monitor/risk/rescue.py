"""What it takes to bring a position back to a chosen distance: exact, tier-aware.

Adding margin: the pool must just survive at the target price, so the missing health there is what to add.
Cutting a cross position at the mark leaves the pool's equity as it is; what remains must survive at the target price,
and each tier gives one affine bound on the remaining size.
"""

from __future__ import annotations

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.pools import LiquidationPrices, Pools, health_at


def target_prices(book: Book, prices: LiquidationPrices, distance: float) -> FloatArray:
    """Return, per position, the price at which liquidation would lie `distance` (fraction) away from the mark.

    The side is that of the liquidation price itself: a hedged leg may be threatened from the other side.
    """
    nearest = prices.nearest(book.mark)
    from_below = np.where(np.isnan(nearest), book.direction > 0, nearest == prices.below)
    return book.mark * np.where(from_below, 1.0 - distance, 1.0 + distance)


def margin_to_add(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    """Return the margin [settle] that moves each position's liquidation price to its target; 0 where it is beyond."""
    return np.maximum(0.0, -health_at(book, pools, targets))


def size_to_cut(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    """Return the size [as `book.face`] to close at the mark so that the rest survives at its target.

    NaN where cutting does not help: isolated positions release their margin with the size, hedged legs and inverse
    contracts are not solved here, and a pool that fails by its other positions cannot be saved by this one.
    """
    rows = np.arange(len(book.positions))
    isolated = np.array([position.margin_mode == "isolated" for position in book.positions], dtype=bool)
    groups: dict[tuple[int, str], int] = {}
    for row, position in enumerate(book.positions):
        group = (int(pools.of[row]), position.symbol)
        groups[group] = groups.get(group, 0) + 1
    hedged = np.array(
        [groups[int(pools.of[row]), position.symbol] > 1 for row, position in enumerate(book.positions)], dtype=bool
    )
    health = (pools.equity - pools.maintenance_margin)[pools.of]
    free = health + pools.position_maintenance[rows]  # health without this position's own requirement
    loss_per_unit = -(targets - book.mark) * book.direction  # at the target, for each unit kept
    with np.errstate(divide="ignore", invalid="ignore"):
        keep = (free[:, None] + book.schedules.deduction) / (
            loss_per_unit[:, None] + book.schedules.rate * targets[:, None]
        )
    keep = np.where(loss_per_unit[:, None] + book.schedules.rate * targets[:, None] > 0, keep, np.inf).min(axis=1)
    cut = np.maximum(0.0, book.face - keep)
    hopeless = (keep < 0) | isolated | hedged | book.inverse | (loss_per_unit <= 0)
    return np.where(hopeless, np.nan, cut)
