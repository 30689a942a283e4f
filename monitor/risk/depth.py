"""What it costs to get out: the order book walked level by level, now and with the thin books of a crash.

Quantities are contracts. What the book does not hold is `unfilled` and is never extrapolated silently; slippage is a
fraction of the mid price, positive = worse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray
from monitor.model import OrderBook
from monitor.risk.volatility import Listing

CRISIS_DEPTHS = (0.2, 0.1, 0.05)  # of today's depth; 2025-10-10 saw such books
IMPACT = 1.0  # of the square-root law


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a book, best price first, summed up from the best; the first entry of each sum is 0."""

    price: FloatArray  # (k,)
    contracts: FloatArray  # (k + 1,) summed
    value: FloatArray  # (k + 1,) summed contracts * price
    inverted: FloatArray  # (k + 1,) summed contracts / price

    @classmethod
    def of(cls, levels: Sequence[tuple[float, float]]) -> Side:
        """Sum up (price, contracts) levels."""
        table = np.array(levels, dtype=np.float64).reshape(-1, 2)
        price, contracts = table[:, 0], table[:, 1]
        sums = np.zeros((3, len(table) + 1))
        np.cumsum([contracts, contracts * price, contracts / price], axis=1, out=sums[:, 1:])
        return cls(price, sums[0], sums[1], sums[2])

    def walk(self, quantity: FloatArray, *, inverse: bool) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return (average price, worst price, filled) for each quantity, of what the book holds of it."""
        filled = np.minimum(quantity, self.contracts[-1])
        nothing = np.full(np.shape(quantity), np.nan)
        if not len(self.price):
            return nothing, nothing, filled
        with np.errstate(divide="ignore", invalid="ignore"):
            if inverse:
                average = filled / np.interp(filled, self.contracts, self.inverted)
            else:
                average = np.interp(filled, self.contracts, self.value) / filled
        last = np.minimum(np.searchsorted(self.contracts[1:], filled), len(self.price) - 1)
        return average, self.price[last], filled


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
        return cls(Side.of(book.bids), Side.of(book.asks), mid, book.at_ms, book.daily_volume)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exits:
    """The way out of n positions at d depths: as read, then those of `CRISIS_DEPTHS`; NaN where no book is known."""

    average: FloatArray  # (d, n) price
    worst: FloatArray  # (d, n) price
    unfilled: FloatArray  # (d, n) contracts
    slippage: FloatArray  # (d, n) fraction of the mid
    cost: FloatArray  # (n,) of the filled part against the mid, fees aside [settle]
    fee: FloatArray  # (n,) taker fee of the filled part [settle]
    mid: FloatArray  # (n,)
    at_ms: FloatArray  # (n,)
    impact: FloatArray  # (n,) slippage by the square-root law, NaN without volume and volatility


def exits(book: Book, depths: Mapping[Listing, Depth], taker: FloatArray, sigma_day: FloatArray) -> Exits:
    """Walk the book of each position for its whole size.

    Args:
        taker: (n,) fee rate. sigma_day: (n,) standard deviation of a day's log return, NaN unknown.
    """
    count = len(book.mark)
    average, worst, unfilled = (np.full((1 + len(CRISIS_DEPTHS), count), np.nan) for _ in range(3))
    mid, at_ms, volume = (np.full(count, np.nan) for _ in range(3))
    thinner = 1.0 / np.array((1.0, *CRISIS_DEPTHS))[:, None]
    contracts = np.array([position.contracts for position in book.positions], dtype=np.float64)
    for (listing, side), rows in _groups(book).items():
        depth = depths.get(listing)
        if depth is None:
            continue
        wanted = contracts[rows] * thinner
        levels = depth.bids if side == "long" else depth.asks
        average[:, rows], worst[:, rows], filled = levels.walk(wanted, inverse=bool(book.inverse[rows[0]]))
        unfilled[:, rows] = (wanted - filled) / thinner
        mid[rows], at_ms[rows] = depth.mid, depth.at_ms
        volume[rows] = np.nan if depth.daily_volume is None else depth.daily_volume
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


def _groups(book: Book) -> dict[tuple[Listing, str], list[int]]:
    """Rows by contract and side."""
    found: dict[tuple[Listing, str], list[int]] = {}
    venues = [account.venue for account in book.accounts]
    for row, (owner, position) in enumerate(zip(book.account.tolist(), book.positions, strict=True)):
        found.setdefault(((venues[owner], position.symbol), position.side), []).append(row)
    return found
