"""Liquidation on one side, a target on the other: which comes first, and when, if the price goes on as it is.

`lower` and `upper` are ln(barrier / price), of either sign around 0; `drift` is that of the log price. A price without
drift (a martingale) has the log drift -variance / 2. There is an answer for every pair: one of them is met for certain.

Source: Karatzas and Shreve, Brownian Motion and Stochastic Calculus, 1991, 2.8 (two-sided exit).
"""

from __future__ import annotations

import numpy as np

from monitor.book import FloatArray

STRAIGHT = 1e-7  # a drift that bends less than this counts as none: the difference would be lost in rounding


def lower_first(lower: FloatArray, upper: FloatArray, drift: FloatArray, variance: FloatArray) -> FloatArray:
    """Return the chance that the lower barrier is met before the upper one; drift and variance per unit of time."""
    k = 2.0 * drift / variance
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        drifting = -np.expm1(-k * upper) / (np.expm1(-k * lower) - np.expm1(-k * upper))
    chance: FloatArray = np.where(np.abs(k) * (upper - lower) < STRAIGHT, upper / (upper - lower), drifting)
    return chance


def exit_time(lower: FloatArray, upper: FloatArray, drift: FloatArray, variance: FloatArray) -> FloatArray:
    """Return the mean time until one of them is met, in the unit of drift and variance."""
    first = lower_first(lower, upper, drift, variance)
    with np.errstate(divide="ignore", invalid="ignore"):
        drifting = (lower * first + upper * (1.0 - first)) / drift
    straight = np.abs(2.0 * drift / variance) * (upper - lower) < STRAIGHT
    time: FloatArray = np.where(straight, -lower * upper / variance, drifting)
    return time
