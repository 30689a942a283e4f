"""Pools once marks have moved: equity and health alone, which costs a third of valuing everything again."""

from __future__ import annotations

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.brackets import maximum
from monitor.margin.values import Pools, value


def equity_after(book: Book, pools: Pools, factor: FloatArray, idle: FloatArray | float = 1.0) -> FloatArray:
    """Return the equity of each pool (m,) once each mark is `factor` (n,) times itself.

    Args:
        idle: the same of coins that no position follows, one or (a,).
    """
    layout = pools.layout
    if not layout.plain:
        return value(book.at(book.mark * factor), layout, idle).equity
    x = _variable(book, factor)
    return pools.wallet + layout.groups.sum(book.equity_0 + book.equity_1 * x)


def health_after(book: Book, pools: Pools, factor: FloatArray, idle: float = 1.0) -> FloatArray:
    """Return equity minus requirement of each pool (..., m) once each mark is `factor` (..., n) times itself."""
    layout = pools.layout
    if factor.ndim > 1:
        return np.array([health_after(book, pools, one, idle) for one in factor]).reshape(
            *factor.shape[:-1], layout.size
        )
    if layout.jumps or not layout.plain:
        return value(book.at(book.mark * factor), layout, idle).health
    x = _variable(book, factor)
    worth = book.face * x
    required = maximum(worth, layout.rate, layout.deduction)
    if layout.bends:
        required += layout.curve * worth**2
    return pools.wallet + layout.groups.sum(book.equity_0 + book.equity_1 * x - required)


def _variable(book: Book, factor: FloatArray) -> FloatArray:
    """The affine variable (n,) of each contract there: the price, or one over it."""
    start = book.variable(book.mark)
    return start * np.where(book.inverse, 1.0 / factor, factor) if book.has_inverse else start * factor
