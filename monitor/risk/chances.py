"""How soon, and how likely: each position's and each pool's chance of meeting its liquidation, as a range.

The model's figure comes from touch.py; the range around it is what happened in real prices when the model said so
(calibration.py): its ends are made to hold in nine of ten cells of unseen years. Positions: other marks stand still.
Pools: all marks move, by their own volatilities; once with the correlations of ordinary times and once as one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import FloatArray
from monitor.risk.calibration import HORIZONS_H, Calibration
from monitor.risk.figures import Figures
from monitor.risk.joint import betas_alike, distances, slopes
from monitor.risk.touch import deviations, driftless_chance, mixture_touch_days, quick_chance
from monitor.risk.volatility import HOURS_A_YEAR, VolatilityColumns

ORDINARY, AS_ONE = 0.64, 1.0  # correlation: share of the first component of nine coins' returns; a crisis
YEARS = np.array(HORIZONS_H, dtype=np.float64)[:, None] / HOURS_A_YEAR  # (h, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """Of n positions or m pools, for the h = 4 spans of HORIZONS_H; NaN unknown, 0 where nothing liquidates.

    Each row is at least as large as the one before: what happens within an hour happens within a day.
    """

    model: FloatArray  # (h, n) what the fat-tailed mixture says
    low: FloatArray  # (h, n) the range made to hold in nine of ten cells of unseen years; it holds the model's figure
    middle: FloatArray  # (h, n) what happened on the whole when the model said so
    high: FloatArray  # (h, n)
    deviations: FloatArray  # (n,) distance in standard deviations of one day; inf: no price liquidates
    median_days: FloatArray  # (n,) half of the paths have touched by then; there is no mean


def position_chances(figures: Figures, volatility: VolatilityColumns, calibration: Calibration) -> Chances:
    """Return the chance of each position (n,) that its own price meets its liquidation price, others unmoved.

    Where prices on both sides liquidate, both count; distance and median are those of the nearer one.
    """
    mark, sigma = figures.book.mark, volatility.annual
    with np.errstate(divide="ignore", invalid="ignore"):
        below, above = np.log(figures.prices.below / mark), np.log(figures.prices.above / mark)
        nearest = np.log(figures.root / mark)
    variance = sigma**2 * YEARS
    touched = np.where(np.isnan(nearest), 0.0, quick_chance(np.where(np.isnan(nearest), -9.0, nearest), variance))
    both = np.flatnonzero(~np.isnan(below + above))  # few: legs of a hedge, mostly
    if len(both):
        farther = np.where(nearest == below, above, below)[both]
        touched[:, both] += quick_chance(farther, variance[:, both])
    dead = figures.health < 0.0
    known = ~(np.isnan(figures.health) | np.isnan(sigma))
    model = np.where(dead, 1.0, np.where(known, np.minimum(touched, 1.0), np.nan))
    safe = known & np.isnan(nearest)
    return _ranged(
        (model, model, model),
        calibration,
        spread=np.where(dead, 0.0, np.where(safe, np.inf, deviations(nearest, sigma))),
        median=np.where(dead, 0.0, np.where(safe, np.inf, mixture_touch_days(nearest, sigma))),
    )


def pool_chances(figures: Figures, volatility: VolatilityColumns, calibration: Calibration) -> Chances:
    """Return the chance of each pool (m,) that all marks together liquidate it: the joint form of a cross pool.

    Its range spans ordinary correlations and marks that move as one, before the calibration widens it.
    """
    book, pools = figures.book, figures.pools
    slope = slopes(book, pools)
    betas = [betas_alike(pools, slope, volatility.annual, correlation) for correlation in (ORDINARY, AS_ONE)]
    far = np.abs(distances(book, pools, np.array(betas), slope))
    ordinary, one = (np.where(z == 0.0, 1.0, driftless_chance(z, YEARS)) for z in far)
    low, high = np.minimum(ordinary, one), np.maximum(ordinary, one)
    near = np.fmin(far[0], far[1])
    return _ranged(
        (low, ordinary, high),
        calibration,
        spread=deviations(near, np.ones(1)),
        median=mixture_touch_days(near, np.ones(1)),
    )


def of_one_price(figures: Figures, pools: Chances, positions: Chances) -> Chances:
    """Return the chances of pools (m,), those of a pool that stands on one price being those of its position.

    A pool of one position, or of two legs of one symbol, dies when that position does: one event has one answer.
    """
    layout = figures.pools.layout
    held = np.bincount(layout.of, minlength=layout.size)
    legs = np.bincount(layout.of, weights=layout.partner >= 0, minlength=layout.size)
    alone = np.flatnonzero((held == 1) | ((held == 2) & (legs == 2)))
    row = np.zeros(layout.size, dtype=np.int64)
    row[layout.of[::-1]] = np.arange(len(layout.of))[::-1]

    def taken(pool: FloatArray, position: FloatArray) -> FloatArray:
        result = pool.copy()
        result[..., alone] = position[..., row[alone]]
        return result

    return Chances(
        model=taken(pools.model, positions.model),
        low=taken(pools.low, positions.low),
        middle=taken(pools.middle, positions.middle),
        high=taken(pools.high, positions.high),
        deviations=taken(pools.deviations, positions.deviations),
        median_days=taken(pools.median_days, positions.median_days),
    )


def _ranged(
    models: tuple[FloatArray, FloatArray, FloatArray],
    calibration: Calibration,
    *,
    spread: FloatArray,
    median: FloatArray,
) -> Chances:
    """Put the range around the models' low, middle and high figures (h, n)."""
    low, middle, high = (figure.copy() for figure in models)
    for row, curve in enumerate(calibration.curves):
        low[row] = np.minimum(low[row], curve.applied(low[row], curve.low_end))
        middle[row] = curve.applied(middle[row], curve.happened)
        high[row] = np.maximum(high[row], curve.applied(high[row], curve.high_end))
    low, middle, high = (np.maximum.accumulate(figure, axis=0) for figure in (low, middle, high))
    return Chances(model=models[1], low=low, middle=middle, high=high, deviations=spread, median_days=median)
