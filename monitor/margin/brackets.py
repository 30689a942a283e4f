"""Tiered schedules, shared by the venues that use them.

A marginal schedule is the maximum over its tiers of `rate * value - deduction`: convex, continuous, piecewise affine.
A whole-position schedule is ONE tier, chosen by its floor; it reaches the solver as a single piece (book.stack).
"""

from __future__ import annotations

import numpy as np

from monitor.book import FloatArray, Schedules


def maintenance_margin(value: FloatArray, schedules: Schedules) -> FloatArray:
    """Return the maintenance margin of each position.

    Args:
        value: (n,) absolute value, NaN where unknown [settlement currency].

    Source: Binance, "How to calculate liquidation price of USDⓈ-M futures", read 2026-10:
        notional * rate - maintenance amount, of the bracket that holds the notional.
    """
    required: FloatArray = (value[:, None] * schedules.rate - schedules.deduction).max(axis=1, initial=-np.inf)
    return required
