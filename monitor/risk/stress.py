"""What if the price of one symbol moves, other marks standing still: the ladder beside the chart."""

from __future__ import annotations

import numpy as np

from monitor.book import Book
from monitor.margin.pools import LiquidationPrices, Pools, health_at
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
    shocked[[book.positions[index].symbol == book.positions[row].symbol for index in range(len(shocked))]] = price
    health = float(health_at(book, pools, shocked)[row])
    x_now, x_then = float(book.variable(book.mark)[row]), float(book.variable(shocked)[row])
    slope = float(book.equity_1[row])
    pool = int(pools.of[row])
    pnl_of_symbol = sum(
        float(book.equity_1[index]) * (float(book.variable(shocked)[index]) - float(book.variable(book.mark)[index]))
        for index in range(len(shocked))
        if pools.of[index] == pool and book.positions[index].symbol == book.positions[row].symbol
    )
    equity = float(pools.equity[pool]) + pnl_of_symbol
    required = equity - health
    is_liquidation = bool(np.isfinite(liquidation) and abs(price - liquidation) <= 1e-12 * price)
    return LadderStep(
        move=move,
        price=price,
        pnl_change=slope * (x_then - x_now),
        margin_ratio=required / equity if equity > 0 and np.isfinite(required) else None,
        liquidated=health < -1e-9 * max(1.0, abs(equity)) and not is_liquidation,
        is_liquidation=is_liquidation,
    )
