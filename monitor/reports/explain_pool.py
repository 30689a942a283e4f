"""A pool reckoned again with one symbol at another price: by adding all of it up, not by the solver's pieces."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from monitor.margin.values import value
from monitor.risk.figures import Figures


def pool_at(figures: Figures, row: int, price: float) -> tuple[float, float]:
    """Return equity and requirement of a position's pool if its symbol stood at `price`, other marks unchanged.

    A coin that backs a shared pool follows the position's own price. Both figures are in the currency of the pool.
    """
    book, pools = figures.book, figures.pools
    layout = pools.layout
    symbol, pool = book.positions[row].symbol, int(layout.of[row])
    prices = book.mark.copy()
    for other, position in enumerate(book.positions):
        if position.symbol == symbol and layout.of[other] == pool:
            prices[other] = price
    if layout.shared[pool]:
        coin = int(layout.asset[row] if book.inverse[row] else layout.coin[row])
        mover = np.full(len(layout.mover), -1, dtype=np.int64)
        if coin >= 0:
            mover[coin] = row
        layout = replace(layout, assets=pools.assets, mover=mover, mover_mark=np.full(len(mover), book.mark[row]))
    after = value(book.at(prices), layout)
    return float(after.equity[pool]), float(after.required[pool])
