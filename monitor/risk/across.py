"""One coin held on several accounts: nearly hedged together, but the margin is not shared.

A leg dies of a move that its counterpart gains from, and the gain lies on another exchange. For each coin: the net of
all legs, which leg dies first, and what to move between the accounts so that all would die at the same move.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.language import tr
from monitor.margin.pools import liquidation_prices
from monitor.margin.values import Pools, value
from monitor.risk.dollars import Dollars, coin_of

STEPS = 60
FARTHEST = 0.95  # move up to which legs are equalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One pool's part in a coin."""

    pool: int
    delta: float  # base, + long
    death: float | None  # move of the coin's price that liquidates the pool, fraction, signed; None: none does
    transfer: float | None  # to add (+) or take away (-) so that all legs die at the same size of move [USD]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoinAcross:
    """One coin over several pools of several accounts."""

    coin: str
    delta: float  # of all legs, base
    gross: float  # sum of the legs' sizes, base
    legs: tuple[Leg, ...]  # the one that dies first comes first
    equal_move: float | None  # size of the move that would kill all legs after the transfer, fraction
    reason: str  # why there is no transfer, "" where there is


def across_accounts(book: Book, pools: Pools) -> tuple[CoinAcross, ...]:
    """Return the coins that are held on more than one account, the one with the nearest death first."""
    rows_of: dict[str, list[int]] = {}
    for row, position in enumerate(book.positions):
        rows_of.setdefault(coin_of(position.symbol), []).append(row)
    dollars = Dollars.of(book, pools.layout)
    prices = liquidation_prices(book, pools)
    moves = np.stack([prices.below / book.mark - 1.0, prices.above / book.mark - 1.0])
    found = [
        _coin(book, pools, dollars, coin, np.array(rows), moves)
        for coin, rows in rows_of.items()
        if len({int(book.account[row]) for row in rows}) > 1
    ]
    return tuple(sorted(found, key=lambda one: min((abs(leg.death or 9.0) for leg in one.legs), default=9.0)))


def _coin(book: Book, pools: Pools, dollars: Dollars, coin: str, rows: IntArray, moves: FloatArray) -> CoinAcross:
    base = book.direction * np.where(book.inverse, book.face / book.mark, book.face)
    of = [int(pool) for pool in dict.fromkeys(pools.of[rows].tolist())]
    deltas = [float(base[rows[pools.of[rows] == pool]].sum()) for pool in of]
    deaths = [_death(moves[:, rows[pools.of[rows] == pool]], float(pools.health[pool])) for pool in of]
    equal, transfers, reason = _equalised(book, pools, dollars, rows, of, deltas)
    legs = [
        Leg(pool=pool, delta=delta, death=death, transfer=transfer)
        for pool, delta, death, transfer in zip(of, deltas, deaths, transfers, strict=True)
    ]
    return CoinAcross(
        coin=coin,
        delta=sum(deltas),
        gross=sum(abs(delta) for delta in deltas),
        legs=tuple(sorted(legs, key=lambda leg: abs(leg.death) if leg.death is not None else 9.0)),
        equal_move=equal,
        reason=reason,
    )


def _death(moves: FloatArray, health: float) -> float | None:
    """The nearest move (2, r) that liquidates; 0 where the pool is unhealthy already."""
    if health < 0.0:
        return 0.0
    known = moves[~np.isnan(moves)]
    return float(known[np.argmin(np.abs(known))]) if len(known) else None


def _equalised(
    book: Book, pools: Pools, dollars: Dollars, rows: IntArray, of: list[int], deltas: list[float]
) -> tuple[float | None, list[float | None], str]:
    """The size of move that all legs survive together with their money well spread, and what to move for it.

    Each leg is judged on the side that hurts it. The sum of what they need at a move of size x grows with x: its root
    is where all the money is just enough.
    """
    nothing: list[float | None] = [None] * len(of)
    if min(deltas) >= 0 or max(deltas) <= 0:
        return None, nothing, tr("All legs lean the same way: no transfer makes them safer together.")
    if any(np.isnan(pools.health[pool]) or not pools.terms[pool].computable for pool in of):
        return None, nothing, tr("The health of one of the legs is not known.")

    long = np.array(deltas) > 0

    def need(size: float) -> FloatArray:
        down, up = (_health_after(book, pools, dollars, rows, move)[of] for move in (-size, size))
        return -np.where(long, down, up)

    low, high = 0.0, FARTHEST
    if np.isnan(start := need(low)).any():
        return None, nothing, tr("What one of the legs settles in has no known price.")
    if start.sum() >= 0.0:
        return 0.0, nothing, tr("All legs together have less than they need already.")
    if need(high).sum() < 0.0:
        return None, nothing, tr("Together they survive a move of {farthest:.0%} either way.", farthest=FARTHEST)
    for _ in range(STEPS):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if need(middle).sum() < 0.0 else (low, middle)
    return low, [float(one) for one in need(low)], ""


def _health_after(book: Book, pools: Pools, dollars: Dollars, rows: IntArray, move: float) -> FloatArray:
    """(m,) health once one coin has moved [USD]."""
    marks = book.mark.copy()
    marks[rows] *= 1.0 + move
    return dollars.worth(value(book.at(marks), pools.layout).health, marks)
