"""Amounts of pools in different currencies as US dollars, at today's marks or at others.

A dollar coin counts as a dollar. A coin counts at the mark of a position in it; without one it is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.margin.layout import Layout
from monitor.margin.money import DOLLARS


def coin_of(symbol: str) -> str:
    """Return the coin that a contract follows: 1000PEPE/USDT:USDT follows PEPE."""
    base = symbol.partition("/")[0]
    return base.lstrip("0123456789") or base


@dataclass(frozen=True, slots=True, kw_only=True)
class Dollars:
    """What one unit of each pool's money is worth."""

    row: IntArray  # (m,) the position whose mark is the price; -1: a dollar; -2: unknown

    @classmethod
    def of(cls, book: Book, layout: Layout) -> Dollars:
        """Find a price for each pool's currency."""
        priced: dict[str, int] = {}
        for row, position in enumerate(book.positions):
            priced.setdefault(position.symbol.partition("/")[0], row)
        rows = [-1 if settle in DOLLARS else priced.get(settle, -2) for settle in layout.settle]
        return cls(row=np.array(rows, dtype=np.int64))

    def worth(self, amounts: FloatArray, marks: FloatArray) -> FloatArray:
        """Return `amounts` (m,) of the pools' money [USD] at `marks` (n,); NaN unknown."""
        price = np.where(self.row == -1, 1.0, np.nan)
        coins = self.row >= 0
        price[coins] = marks[self.row[coins]]
        return amounts * price
