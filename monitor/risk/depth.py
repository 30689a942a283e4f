"""What it costs to get out: the order book walked level by level, now and with the thin books of a crash.

Quantities are contracts. What the book does not hold is `unfilled` and is never extrapolated silently; slippage is a
fraction of the mid price, positive = worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.model import OrderBook
from monitor.risk.volatility import Listing

CRISIS_DEPTHS = (0.2, 0.1, 0.05)  # of today's depth; 2025-10-10 saw such books
IMPACT = 1.0  # of the square-root law


CONTRACTS, VALUE, INVERTED, PRICE, SHARE = range(5)
Side = FloatArray
"""One side of a book (5, k + 1), best price first: contracts, contracts * price and contracts / price, summed up from
the best; the price; and the share of all its contracts. The first column is the sum of nothing."""


def side_of(levels: Sequence[tuple[float, float]]) -> Side:
    """Sum up (price, contracts) levels."""
    table = np.array(levels, dtype=np.float64).reshape(-1, 2)
    price, contracts = table[:, 0], table[:, 1]
    side = np.zeros((5, len(table) + 1))
    np.cumsum([contracts, contracts * price, contracts / price], axis=1, out=side[:PRICE, 1:])
    side[PRICE, 1:] = price
    if len(table):
        side[SHARE] = side[CONTRACTS] / side[CONTRACTS, -1]
    return side


def walk(
    sides: Sequence[Side], which: IntArray, quantity: FloatArray, inverse: BoolArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return (average price, worst price, filled) of orders (d, n), of what their sides hold of them.

    Args:
        which: (n,) place of each order's side in `sides`. quantity: (d, n) contracts.
    """
    wide = np.concatenate(sides, axis=1)
    length = np.array([side.shape[1] for side in sides])
    end = np.cumsum(length)
    total = wide[CONTRACTS, end - 1]
    filled = np.minimum(quantity, total[which])
    share = filled / np.where(total > 0.0, total, 1.0)[which]
    with np.errstate(divide="ignore", invalid="ignore"):
        # one search for all: side i lies between 2 i and 2 i + 1
        keys = np.arange(0.0, 2.0 * len(sides), 2.0).repeat(length) + wide[SHARE]
        found = np.searchsorted(keys, 2.0 * which + share)
        first, last = (end - length)[which], (end - 1)[which]
        level = np.minimum(np.maximum(found, np.minimum(first + 1, last)), last)
        before = np.maximum(level - 1, first)
        start = wide[CONTRACTS, before]
        part = (filled - start) / (wide[CONTRACTS, level] - start)
        row = np.where(inverse, INVERTED, VALUE)
        value = wide[row, before] + part * (wide[row, level] - wide[row, before])
        average = np.where(inverse, filled / value, value / filled)
    empty = (length == 1)[which]
    return np.where(empty, np.nan, average), np.where(empty, np.nan, wide[PRICE, level]), filled


@dataclass(frozen=True, slots=True)
class Depth:
    """An order book made ready to be walked."""

    bids: Side
    asks: Side
    mid: float  # NaN where one side is empty
    at_ms: int
    daily_volume: float | None  # contracts

    @classmethod
    def of(cls, book: OrderBook) -> Depth:
        """Sum up both sides once, when the book is read."""
        mid = (book.bids[0][0] + book.asks[0][0]) / 2.0 if book.bids and book.asks else np.nan
        return cls(side_of(book.bids), side_of(book.asks), mid, book.at_ms, book.daily_volume)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exits:
    """The way out of n positions at d depths: as read, then those of `CRISIS_DEPTHS`; NaN where no book is known."""

    average: FloatArray  # (d, n) price
    worst: FloatArray  # (d, n) price
    unfilled: FloatArray  # (d, n) contracts
    slippage: (
        FloatArray  # (d, n) of the filled part, fraction of the mid: no measure of the whole where any is unfilled
    )
    cost: FloatArray  # (n,) of the filled part against the mid, fees aside [settle]
    fee: FloatArray  # (n,) taker fee of the filled part [settle]
    mid: FloatArray  # (n,)
    at_ms: FloatArray  # (n,)
    impact: FloatArray  # (n,) slippage by the square-root law, NaN without volume and volatility

    @property
    def whole(self) -> FloatArray:
        """(d, n) slippage of the whole size; NaN where the book does not hold all of it."""
        return np.where(self.unfilled > 0, np.nan, self.slippage)


def exits(book: Book, depths: Mapping[Listing, Depth], taker: FloatArray, sigma_day: FloatArray) -> Exits:
    """Walk the book of each position for its whole size.

    Args:
        taker: (n,) fee rate. sigma_day: (n,) standard deviation of a day's log return, NaN unknown.
    """
    which, sides, found = _sides(book, depths)
    known = which >= 0
    contracts = np.array([position.contracts for position in book.positions], dtype=np.float64)
    shape = (1 + len(CRISIS_DEPTHS), len(contracts))
    average, worst, unfilled = np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, np.nan)
    mid, at_ms, volume = (np.full(len(contracts), np.nan) for _ in range(3))
    if sides:
        thinner = 1.0 / np.array((1.0, *CRISIS_DEPTHS))[:, None]
        wanted = contracts[known] * thinner
        average[:, known], worst[:, known], filled = walk(sides, which[known], wanted, book.inverse[known])
        unfilled[:, known] = (wanted - filled) / thinner
        about = np.array([(one.mid, one.at_ms, one.daily_volume) for one in found], dtype=np.float64)[which[known]]
        mid[known], at_ms[known], volume[known] = about.T
    slippage = book.direction * (mid - average) / mid
    filled_face = (contracts - unfilled[0]) * book.face / contracts
    with np.errstate(divide="ignore", invalid="ignore"):
        lost = book.equity_1 / book.face * (book.variable(mid) - book.variable(average[0]))
    return Exits(
        average=average,
        worst=worst,
        unfilled=unfilled,
        slippage=slippage,
        cost=filled_face * lost,
        fee=taker * filled_face * book.variable(average[0]),
        mid=mid,
        at_ms=at_ms,
        impact=impact(sigma_day, contracts, volume),
    )


def impact(sigma_day: FloatArray, quantity: FloatArray, daily_volume: FloatArray) -> FloatArray:
    """Return the slippage beyond the visible book, fraction: an order of magnitude, not a price.

    Source: the square-root law of market impact, Y * sigma_day * sqrt(quantity / daily volume), Y about 1.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        result: FloatArray = IMPACT * sigma_day * np.sqrt(quantity / daily_volume)
    return result


def _sides(book: Book, depths: Mapping[Listing, Depth]) -> tuple[IntArray, list[Side], list[Depth]]:
    """The side that closes each position: its place (n,), -1 where it is not known; the sides; their books."""
    venues = [account.venue for account in book.accounts]
    places: dict[tuple[str, str, str], int] = {}
    sides: list[Side] = []
    found: list[Depth] = []
    which = []
    for owner, position in zip(book.account.tolist(), book.positions, strict=True):
        key = (venues[owner], position.symbol, position.side)
        place = places.get(key)
        if place is None:
            depth = depths.get(key[:2])
            place = places[key] = -1 if depth is None else len(sides)
            if depth is not None:
                sides.append(depth.bids if position.side == "long" else depth.asks)
                found.append(depth)
        which.append(place)
    return np.array(which, dtype=np.int64), sides, found
