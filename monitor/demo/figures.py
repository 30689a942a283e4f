"""Invented figures that fit the price, for all faces alike: the day, the order book, open interest, what was traded.

Prices are exact; each face rounds them to its own steps. Values are USDT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.demo.candles import Candles
from monitor.demo.market import Market
from monitor.demo.scenario import HOUR_MS
from monitor.demo.symbols import Symbol

BOOK_STEP = 2e-4  # distance of the book's levels, fraction of the price
OPEN_INTEREST = 60  # of the coin's depth
DAY_VALUE = 40
HOUR_VALUE = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The last 24 hours of a coin."""

    opened: float
    high: float
    low: float
    last: float
    value: float  # traded [USDT]


def day_of(market: Market, candles: Candles, symbol: Symbol, mark: float) -> Day:
    """Return the last 24 hours of market time."""
    start = market.now_ms - 24 * HOUR_MS
    bars = candles.bars(symbol.index, HOUR_MS, start_ms=start, end_ms=None, limit=25)
    if not len(bars):
        return Day(opened=mark, high=mark, low=mark, last=mark, value=symbol.depth * DAY_VALUE)
    return Day(
        opened=float(bars[0, 1]),
        high=float(bars[:, 2].max()),
        low=float(bars[:, 3].min()),
        last=mark,
        value=symbol.depth * DAY_VALUE,
    )


def book_side(symbol: Symbol, mark: float, sign: int, limit: int) -> Iterator[tuple[float, float]]:
    """Yield price and size [base] of the levels above (`sign` 1) or below (-1) the mark, nearest first.

    About `symbol.depth` rests within 1 % of the mark; the book thickens with the distance.
    """
    per_level = symbol.depth * BOOK_STEP / 0.01
    for level in range(1, limit + 1):
        price = max(symbol.tick, mark * (1 + sign * BOOK_STEP * (level - 0.5)))
        yield price, max(symbol.step, per_level * (0.6 + 0.8 * (level % 5) / 4) / mark)


def traded_value(symbol: Symbol, length_ms: int, high: float, low: float) -> float:
    """Return what is traded in a bar [USDT]: more where it moves."""
    return symbol.depth * HOUR_VALUE * length_ms / HOUR_MS * (1 + 60 * (high / low - 1))


def open_interest(symbol: Symbol) -> float:
    """Return the value of all open positions in a coin [USDT]."""
    return symbol.depth * OPEN_INTEREST
