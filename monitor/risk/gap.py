"""What a jump through the liquidation price costs: the realised loss, and what is missing beyond the margin.

A liquidation order fills where there is a buyer. Between the liquidation price and the bankruptcy price the margin
bears it; beyond, somebody else does, or the trader (protection.py). Losses are positive numbers; the leg of a hedge
that wins in the move that liquidates the other has a negative one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray
from monitor.margin.pools import health_at
from monitor.margin.values import Pools, unrequired
from monitor.risk.distributions import ndtr
from monitor.risk.moved import equity_after

JUMPS = (0.02, 0.05, 0.10, 0.20)  # through the liquidation price, fraction of it
FILL_STD = 0.005  # of the log of fill over liquidation price, where nothing better is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """j jumps, n positions; NaN where no price liquidates, or where it is not known."""

    price: FloatArray  # (j, n) at which the order fills
    realized_loss: FloatArray  # (j, n) of the position, from today's mark; negative: this leg of a hedge wins [settle]
    shortfall: FloatArray  # (j, n) what is missing beyond the pool's equity [currency of the pool]
    expected_shortfall: FloatArray  # (n,) mean over the fill distribution, of both legs of a hedge together [settle]
    fill_std: FloatArray  # (n,)
    side: FloatArray  # (n,) +1 where the price falls into liquidation, -1 where it rises


def gaps(book: Book, pools: Pools, root: FloatArray, bankruptcy: FloatArray, fill_std: FloatArray) -> Gaps:
    """Return what each jump of `JUMPS` costs each position, the other marks standing still.

    Args:
        root: (n,) liquidation price, unrounded. bankruptcy: (n,) price at which the equity is gone.
        fill_std: (n,) standard deviation of ln(fill / liquidation price).
    """
    layout = pools.layout
    start, side = _start(book, pools, root)
    price = start * (1.0 - side * np.array(JUMPS)[:, None])
    without = unrequired(book, pools, layout.bankruptcy_fee, layout.bankruptcy_reserve)
    left = np.array([health_at(book, without, row) for row in price]).reshape(price.shape)
    here = book.variable(book.mark)
    return Gaps(
        price=price,
        realized_loss=-book.equity_1 * (_variable(book, price) - here),
        shortfall=np.maximum(0.0, -left) + 0.0,  # no minus before a zero
        expected_shortfall=expected_shortfall(
            np.abs(_net(book, pools)), start, bankruptcy, side=side, inverse=book.inverse, std=fill_std
        ),
        fill_std=fill_std,
        side=side,
    )


def expected_shortfall(
    size: FloatArray,
    liquidation: FloatArray,
    bankruptcy: FloatArray,
    *,
    side: FloatArray,
    inverse: BoolArray | bool,
    std: FloatArray,
    mean: float = 0.0,
) -> FloatArray:
    """Return the mean of what a fill at `liquidation * exp(X)`, X ~ N(mean, std**2), misses beyond bankruptcy [settle].

    Args:
        size: base (linear) or quote (inverse). side: +1 where the fill falls, -1 where it rises.

    Source: undiscounted lognormal option with the bankruptcy price as strike: size * (K * Phi(d) - L * exp(m + s^2/2)
        * Phi(d - s)), d = (ln(K / L) - m) / s; in 1/price for inverse contracts.
    """
    flip = np.where(inverse, -1.0, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        start, strike = liquidation**flip, bankruptcy**flip
        centre = mean * flip
        d = (np.log(strike / start) - centre) / std
        forward = start * np.exp(centre + std**2 / 2)
        below = strike * ndtr(d) - forward * ndtr(d - std)
        above = forward * ndtr(std - d) - strike * ndtr(-d)
    result: FloatArray = size * np.maximum(0.0, np.where(side * flip > 0, below, above))
    return result


def _start(book: Book, pools: Pools, root: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where the order starts, and whether the price falls (+1) or rises (-1) into it.

    A pool that is unhealthy already is liquidated at the mark.
    """
    unhealthy = pools.health[pools.of] < 0
    start = np.where(unhealthy, book.mark, root)
    losing = np.where(_net(book, pools) == 0.0, book.direction, np.sign(_net(book, pools)))
    return start, np.where(unhealthy, losing, np.where(root <= book.mark, 1.0, -1.0))


def _net(book: Book, pools: Pools) -> FloatArray:
    """(n,) what is open in a symbol, + long: two legs of one pool that hedge each other count together, in both."""
    signed = book.direction * book.face
    partner = pools.layout.partner
    net: FloatArray = signed + np.where(partner >= 0, signed[partner], 0.0)
    return net


def _variable(book: Book, prices: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(book.inverse, 1.0 / prices, prices)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolGaps:
    """j jumps, m pools; NaN where no move of all marks liquidates, or where it is not known [currency of the pool]."""

    loss: FloatArray  # (j, m) of the pool's equity, as it is now
    shortfall: FloatArray  # (j, m)


def pool_gaps(book: Book, pools: Pools, down: FloatArray, up: FloatArray) -> PoolGaps:
    """Return what each pool loses if all marks jump on from the common shock that liquidates it.

    Args:
        down, up: (m,) the common shocks (fractions); the nearer one counts.
    """
    layout = pools.layout
    falls = np.isnan(up) | (np.abs(down) <= np.abs(up))
    shock = np.where(falls, down, up)  # how far; negative where the pool is unhealthy: it jumps from here
    side = np.where(falls, -1.0, 1.0)
    start = 1.0 + side * np.fmax(shock, 0.0)
    after, kept = [], []
    for jump in JUMPS:
        market = start * (1.0 + side * jump)
        factor = np.maximum(1.0 + (market - 1.0)[layout.of] * layout.beta, 1e-9)
        after.append(equity_after(book, pools, factor, np.maximum(market, 1e-9)[pools.assets.pool]))
        kept.append(_kept(book, pools, factor))
    left = np.where(np.isnan(shock), np.nan, after)
    return PoolGaps(loss=pools.equity - left, shortfall=np.maximum(0.0, np.array(kept) - left) + 0.0)


def _kept(book: Book, pools: Pools, factor: FloatArray) -> FloatArray:
    """(m,) what closing takes of the equity as a fee that the venue keeps room for, as in the bankruptcy price."""
    layout = pools.layout
    kept = layout.bankruptcy_fee * book.face * _variable(book, book.mark * factor) + layout.bankruptcy_reserve
    return layout.groups.sum(kept * pools.assets.owe[layout.asset])
