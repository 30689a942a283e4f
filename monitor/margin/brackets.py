"""Tiered schedules as affine pieces: what a position is required to cover as a function of its value.

A marginal schedule is the maximum over its tiers of `rate * value - deduction`: convex, continuous, piecewise affine.
A whole-position schedule is ONE tier, chosen by its floor (a cliff; never a maximum). Columns are (k, n).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from monitor.book import FloatArray, IntArray, Schedules
from monitor.model import Position

PORTION = 4096  # positions at once: their pieces then stay in the processor's cache


def maximum(value: FloatArray, rate: FloatArray, deduction: FloatArray) -> FloatArray:
    """Return the maximum over the pieces (k, n) of `rate * value - deduction`, (n,)."""
    best = np.empty(len(value))
    for start in range(0, len(value), PORTION):
        part = slice(start, start + PORTION)
        (rate[:, part] * value[part] - deduction[:, part]).max(axis=0, out=best[part])
    return best


def passed(steps: FloatArray, value: FloatArray) -> IntArray:
    """Return how many of the steps (k, n) each `value` (..., n) has reached, (..., n)."""
    reached = steps <= value if value.ndim == 1 else steps[:, None] <= value
    count: IntArray = np.add.reduce(reached.view(np.int8), axis=0, dtype=np.int8).astype(np.int64)
    return count


def binding(value: FloatArray, rate: FloatArray, deduction: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return rate and deduction of the piece that binds at `value` (..., n), both (..., n)."""
    places = (len(rate), *(1,) * (value.ndim - 1), -1)
    best = (rate.reshape(places) * value - deduction.reshape(places)).argmax(axis=0)
    return picked(best, np.arange(value.shape[-1]), rate, deduction)


def picked(piece: IntArray, row: IntArray, rate: FloatArray, deduction: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return rate and deduction (k, n) of one `piece` of each `row`."""
    place = piece * rate.shape[1] + row
    return rate.ravel().take(place), deduction.ravel().take(place)


def breaks(rate: FloatArray, deduction: FloatArray) -> FloatArray | None:
    """Return the values (k - 1, n) from which the next piece binds, None where pieces do not bind in their order."""
    more = rate[1:] - rate[:-1]
    found = deduction[1:] - deduction[:-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        found /= more
    np.fmin(found, np.inf, out=found)  # padding (0 / 0), or a schedule that is not known: NaN becomes +inf
    return None if (more < 0).any() or (found[1:] < found[:-1]).any() else found


def maintenance_margin(value: FloatArray, schedules: Schedules) -> FloatArray:
    """Return the maintenance margin of each position under a marginal schedule.

    Args:
        value: (n,) absolute value, NaN where unknown [settlement currency].

    Source: Binance, "How to calculate liquidation price of USDⓈ-M futures", read 2026-10:
        notional * rate - maintenance amount, of the bracket that holds the notional.
    """
    return maximum(value, schedules.rate, schedules.deduction)


def tier_index(counted: FloatArray, floor: FloatArray) -> IntArray:
    """Return the tier (n,) from 0 that holds `counted` (n,); a count below the first floor is in the first tier."""
    tier: IntArray = np.maximum(passed(floor, counted) - 1, 0)
    return tier


def deductions(floors: Sequence[float], rates: Sequence[float]) -> list[float]:
    """Return the deductions that make a schedule continuous.

    Source: Binance FAQ b3c689c1…, Bybit API docs risk-limit: previous + floor * (rate - previous rate).
    """
    result = [0.0]
    for step in range(1, len(floors)):
        result.append(result[-1] + floors[step] * (rates[step] - rates[step - 1]))
    return result


def counted(position: Position, price: float) -> float:
    """Return what the floors of this position's schedule count, if its mark stood at `price`."""
    if position.bracket_unit == "contracts":
        return position.contracts
    face = position.contracts * position.contract_size
    if position.bracket_unit == "base":
        return face / price if position.inverse else face
    return face / price if position.inverse else face * price
