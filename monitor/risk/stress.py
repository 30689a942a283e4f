"""What if the price of one symbol moves, other marks standing still: the ladder beside the chart."""

from __future__ import annotations

import numpy as np

from monitor.book import Book
from monitor.margin.pools import LiquidationPrices
from monitor.margin.values import Pools, value
from monitor.risk.rows import LadderStep, PriceLadder

MOVES = (0.10, 0.05, 0.02, 0.01, 0.0, -0.01, -0.02, -0.05, -0.10)


def price_ladder(book: Book, pools: Pools, prices: LiquidationPrices, row: int, key: str) -> PriceLadder:
    """Return the ladder of the position in `row`: fixed moves around the mark, and the liquidation price itself."""
    mark = float(book.mark[row])
    liquidation = float(prices.nearest(book.mark)[row])
    moves = sorted({*MOVES} | ({liquidation / mark - 1.0} if np.isfinite(liquidation) else set()), reverse=True)
    steps = tuple(_step(book, pools, row, mark, move, liquidation) for move in moves if move > -1.0)
    return PriceLadder(position_key=key, steps=steps)


def _step(book: Book, pools: Pools, row: int, mark: float, move: float, liquidation: float) -> LadderStep:
    price = mark * (1.0 + move)
    shocked = book.mark.copy()
    symbol, pool = book.positions[row].symbol, int(pools.of[row])
    for index, position in enumerate(book.positions):
        if position.symbol == symbol and pools.of[index] == pool:
            shocked[index] = price
    after = value(book.at(shocked), pools.layout)
    equity, health = float(after.equity[pool]), float(after.health[pool])
    ratio = float(after.ratio[pool])
    pnl_change = float(book.equity_1[row]) * float((book.variable(shocked) - book.variable(book.mark))[row])
    is_liquidation = bool(np.isfinite(liquidation) and abs(price - liquidation) <= 1e-12 * price)
    return LadderStep(
        move=move,
        price=price,
        pnl_change=pnl_change,
        margin_ratio=ratio if equity > 0 and np.isfinite(ratio) else None,
        liquidated=health < -1e-9 * max(1.0, abs(equity)) and not is_liquidation,
        is_liquidation=is_liquidation,
    )
