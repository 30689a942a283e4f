"""Do the stops really close the position before its liquidation, and what is lost at them? All stops of a book at once.

A stop counts from the nearest on, up to the size of the position, where its trigger lies on the losing side of the
mark and before the liquidation price. Sizes are contracts, losses are positive [settle], fees aside. Venues liquidate
by the mark price: a stop that waits for another price may wait too long.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray

ASSUMED_SLIPPAGE = 0.005  # of the trigger price, where no order book is known
DUST = 1e-9  # of the position: what adding up leaves, and no size


@dataclass(frozen=True, slots=True, kw_only=True)
class StopAudit:
    """n positions; NaN where their stops were not read."""

    covered: FloatArray  # (n,) closed by stops before liquidation
    uncovered: FloatArray  # (n,)
    surplus: FloatArray  # (n,) of stops beyond the position's own size
    beyond: FloatArray  # (n,) of stops at or beyond the liquidation price: they never fill
    wrong_side: FloatArray  # (n,) of "stops" on the winning side: targets
    wrong_basis: FloatArray  # (n,) covered by stops that do not wait for the mark price
    can_gap: FloatArray  # (n,) covered by stop-limits: a jump over the limit leaves them unfilled
    crosses: FloatArray  # (n,) covered by stops whose slippage ends beyond the liquidation price
    nearest: FloatArray  # (n,) trigger price; NaN none
    loss: FloatArray  # (n,) at the counted stops, from entry, slippage included
    loss_from_mark: FloatArray  # (n,) the same from today's mark


def audit(book: Book, liquidation: FloatArray, slippage: FloatArray) -> StopAudit:
    """Judge the stops of every position.

    Args:
        liquidation: (n,) price, NaN none. slippage: (n,) of a market order of that size, fraction.
    """
    unread = np.array([position.stops is None for position in book.positions], dtype=bool)
    held = np.array([position.contracts for position in book.positions], dtype=np.float64)
    owner, trigger, size, limit, on_mark = _flatten(book, held)
    count, direction = len(unread), book.direction[owner]
    losing = direction * (book.mark[owner] - trigger) > 0
    with np.errstate(invalid="ignore"):
        beyond = losing & (direction * (trigger - liquidation[owner]) <= 0)
    order = np.lexsort((direction * -trigger, owner))
    counts = (losing & ~beyond)[order]
    wanted = np.where(counts, size[order], 0.0)
    running = np.cumsum(wanted) - wanted
    begin = np.full(count, np.inf)
    np.minimum.at(begin, owner[order], running)
    rows = owner[order]
    taken = np.clip(held[rows] - (running - begin[rows]), 0.0, wanted)

    def total(weights: FloatArray) -> FloatArray:
        sums = np.bincount(rows, weights=weights, minlength=count).astype(np.float64)
        return np.where(unread, np.nan, sums)

    fill = trigger * (1.0 - direction * slippage[owner])
    bounded = np.where(direction > 0, np.fmax(fill, limit), np.fmin(fill, limit))
    fill, is_limit = np.where(np.isnan(limit), fill, bounded)[order], ~np.isnan(limit)[order]
    with np.errstate(invalid="ignore"):
        crosses = (direction[order] * (fill - liquidation[rows]) <= 0) & counts
    with np.errstate(divide="ignore", invalid="ignore"):
        x = np.where(book.inverse[rows], 1.0 / fill, fill)
        per_contract = book.equity_1[rows] / held[rows]
    nearest = np.full(count, np.inf)
    np.minimum.at(nearest, rows, np.where(counts, np.abs(book.mark[rows] - trigger[order]), np.inf))
    closed = total(taken)
    uncovered, surplus = _sizes(held - closed, held), _sizes(total(wanted - taken), held)
    return StopAudit(
        covered=np.where(uncovered == 0.0, held, closed),
        uncovered=uncovered,
        surplus=surplus,
        beyond=total(np.where(beyond, size, 0.0)[order]),
        wrong_side=total(np.where(losing, 0.0, size)[order]),
        wrong_basis=total(np.where(on_mark[order], 0.0, taken)),
        can_gap=total(np.where(is_limit, taken, 0.0)),
        crosses=total(np.where(crosses, taken, 0.0)),
        nearest=np.where(np.isinf(nearest), np.nan, book.mark - book.direction * nearest),
        loss=total(taken * per_contract * (book.variable(book.entry)[rows] - x)),
        loss_from_mark=total(taken * per_contract * (book.variable(book.mark)[rows] - x)),
    )


def _sizes(amount: FloatArray, held: FloatArray) -> FloatArray:
    """Sizes (n,) without what is only the rest of a sum."""
    return np.where(np.abs(amount) <= DUST * held, 0.0, amount)


def _flatten(book: Book, held: FloatArray) -> tuple[IntArray, FloatArray, FloatArray, FloatArray, BoolArray]:
    """Owner, trigger, size, limit (NaN: a market order) and whether it waits for the mark, one entry per stop."""
    listed = [position.stops or () for position in book.positions]
    stops = list(itertools.chain.from_iterable(listed))
    owner = np.arange(len(listed)).repeat(list(map(len, listed)))
    size = np.array([stop.contracts for stop in stops], dtype=np.float64)  # NaN: the whole position
    return (
        owner,
        np.array([stop.trigger_price for stop in stops], dtype=np.float64),
        np.where(np.isnan(size), held[owner], size),
        np.array([stop.limit_price for stop in stops], dtype=np.float64),
        np.array([stop.trigger == "mark" for stop in stops], dtype=bool),
    )
