"""Sudden moves: of all marks together (a ladder), and of one coin at a time (price by coin, the heat map).

A pool whose health is gone after the move is liquidated, and what it held counts as lost; there is no path between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray
from monitor.margin.layout import Layout
from monitor.margin.values import value
from monitor.risk.dollars import Dollars, coin_of

MOVES = (-0.50, -0.30, -0.20, -0.15, -0.10, -0.05, -0.02, 0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50)
MOST_COINS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Shocked:
    """m pools after s moves; NaN unknown."""

    change: FloatArray  # (s, m) of equity; for a liquidated pool all that it held [USD]
    liquidated: BoolArray  # (s, m)
    ratio: FloatArray  # (s, m) required over equity, inf once the equity is gone
    known: BoolArray  # (m,) whether health and worth can be told


def shock_ladder(book: Book, layout: Layout) -> Shocked:
    """Move all marks together, each by its own beta, and with them the coins that are held."""
    marks = [book.mark * np.maximum(1.0 + layout.beta * move, 1e-6) for move in MOVES]
    return _shocked(book, layout, marks, [1.0 + move for move in MOVES])


def heat_map(book: Book, layout: Layout, coins: tuple[str, ...]) -> tuple[Shocked, ...]:
    """Move the marks of one coin after the other, all else standing still; one result for each of `coins`."""
    of = np.array([coin_of(position.symbol) for position in book.positions], dtype=str)
    held = np.array(layout.assets.currency, dtype=str)
    return tuple(
        _shocked(
            book,
            layout,
            [np.where(of == coin, book.mark * (1.0 + move), book.mark) for move in MOVES],
            [np.where(held == coin, 1.0 + move, 1.0) for move in MOVES],
        )
        for coin in coins
    )


def largest_coins(book: Book, layout: Layout) -> tuple[str, ...]:
    """Return the coins with the most value at stake, largest first; unknown values count as none."""
    dollars = Dollars.of(book, layout)
    unit = dollars.worth(np.ones(layout.size), book.mark)[layout.of]
    money = np.nan_to_num(np.abs(book.notional) * np.where(layout.shared[layout.of], 1.0, unit))
    sums: dict[str, float] = {}
    for row, position in enumerate(book.positions):
        coin = coin_of(position.symbol)
        sums[coin] = sums.get(coin, 0.0) + float(money[row])
    worth = np.nan_to_num(np.abs(layout.assets.worth(layout.assets.balance)))
    for held in np.flatnonzero(layout.idle):  # as collateral only
        coin = layout.assets.currency[held]
        sums[coin] = sums.get(coin, 0.0) + float(worth[held])
    return tuple(sorted(sums, key=lambda coin: (-sums[coin], coin)))[:MOST_COINS]


def _shocked(book: Book, layout: Layout, marks: list[FloatArray], idle: Sequence[FloatArray | float]) -> Shocked:
    dollars = Dollars.of(book, layout)
    before = dollars.worth(value(book, layout).equity, book.mark)
    pools = [value(book.at(moved), layout, coins) for moved, coins in zip(marks, idle, strict=True)]
    equity = np.stack([dollars.worth(after.equity, moved) for after, moved in zip(pools, marks, strict=True)])
    health = np.stack([after.health for after in pools])
    liquidated = health < 0.0
    computable = np.array([terms.computable for terms in layout.terms], dtype=bool)
    return Shocked(
        change=np.where(liquidated, np.minimum(-before, 0.0), equity - before),
        liquidated=liquidated,
        ratio=np.stack([after.ratio for after in pools]),
        known=computable & ~np.isnan(health).any(axis=0) & ~np.isnan(before) & ~np.isnan(equity).any(axis=0),
    )
