"""What it takes to bring a position back to a chosen distance: exact, tier-aware.

Adding margin: the pool must just survive at the target price, so the missing health there is what to add.
Cutting a cross position at the mark leaves the pool's equity as it is; what remains must survive at the target price,
and each tier gives one affine bound on the remaining size.
"""

from __future__ import annotations

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.brackets import PORTION
from monitor.margin.pools import LiquidationPrices, health_at
from monitor.margin.values import Pools


def target_prices(book: Book, prices: LiquidationPrices, root: FloatArray, distance: float | FloatArray) -> FloatArray:
    """Return, per position, the price at which liquidation would lie `distance` (fraction) away from the mark.

    Args:
        root: (n,) the nearer end of `prices`.

    The side is that of the liquidation price itself: a hedged leg may be threatened from the other side.
    """
    from_below = np.where(np.isnan(root), book.direction > 0, root == prices.below)
    return book.mark * np.where(from_below, 1.0 - distance, 1.0 + distance)


def margin_to_add(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    """Return the margin that moves each position's liquidation price to its target; 0 where it is beyond.

    In the currency of the pool: [settle], USD where all currencies of the account back it.
    """
    return np.maximum(0.0, -health_at(book, pools, targets)) / pools.layout.margin_worth


def size_to_cut(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    """Return the size [as `book.face`] to close at the mark so that the rest survives at its target.

    NaN where cutting does not help: isolated positions release their margin with the size; hedged legs, inverse
    contracts, shared wallets, cliffs and requirements on the entry value are not solved here; and a pool that fails
    by its other positions cannot be saved by this one.
    """
    layout = pools.layout
    free = pools.health[pools.of] + pools.position_required  # health without this position's own requirement
    loss_per_unit = -(targets - book.mark) * book.direction  # at the target, for each unit kept
    fixed_per_unit = layout.fixed / book.face
    per_unit = loss_per_unit + fixed_per_unit
    free = free + layout.fixed
    keep = np.empty(len(free))
    with np.errstate(divide="ignore", invalid="ignore"):
        for start in range(0, len(free), PORTION):
            part = slice(start, start + PORTION)
            needed = pools.rate[:, part] * targets[part]
            needed += per_unit[part]
            bound = pools.deduction[:, part] + free[part]
            bound /= needed
            bound.min(axis=0, out=keep[part])
    cut = np.maximum(0.0, book.face - keep)
    unsolved = (
        layout.isolated | (layout.partner >= 0) | book.inverse | layout.shared[pools.of] | layout.cliff | layout.frozen
    )
    return np.where(unsolved | layout.on_entry | (keep < 0) | (loss_per_unit <= 0), np.nan, cut)
