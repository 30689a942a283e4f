"""Cliffs by notional: the whole position changes its tier where its value crosses a floor, and h jumps there.

Between two floors h is as concave as ever. So the walk goes outward from the mark, stretch by stretch: a root inside
a stretch is the price; where h is healthy before a floor and not behind it, the floor's price is the price.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.layout import Layout

NEAR = 1e-12  # a hair beside a floor, fraction
FAR = 1e9
Health = Callable[[float], float]


def walk(book: Book, layout: Layout, health_of: Callable[[int, float], float]) -> dict[int, tuple[float, float]]:
    """Return (below, above) of each position whose tier is a cliff by notional, and of its other leg.

    Args:
        health_of: h of a row's pool if the row's symbol stood at a price.
    """
    result: dict[int, tuple[float, float]] = {}
    for row in np.flatnonzero(layout.cliff & ~layout.frozen):
        legs = [int(leg) for leg in (row, layout.partner[row]) if leg >= 0]

        def health(price: float, row: int = int(row)) -> float:
            return health_of(row, price)

        mark = float(book.mark[row])
        floors = sorted(price for leg in legs for price in _floor_prices(book, layout, leg))
        down = [price for price in reversed(floors) if price < mark * (1 - NEAR)] + [mark / FAR]
        up = [price for price in floors if price > mark * (1 + NEAR)] + [mark * FAR]
        low, high = (first_crossing(health, mark, stops, mark) for stops in (down, up))
        if health(mark) < 0:  # the price that would make it healthy, on either side
            low, high = (
                (high, low) if np.isnan(low) or (not np.isnan(high) and book.direction[row] > 0) else (low, high)
            )
        for leg in legs:
            result[leg] = (low, high)
    return result


def shock_walk(
    book: Book, layout: Layout, beta: FloatArray, health_of: Callable[[int, float], float]
) -> dict[int, tuple[float, float]]:
    """Return (down, up) of each pool that holds cliffs by notional.

    Args:
        health_of: h of a pool if all marks moved by beta * shock.
    """
    result: dict[int, tuple[float, float]] = {}
    for pool in np.unique(layout.of[layout.cliff & ~layout.frozen]):

        def health(shock: float, pool: int = int(pool)) -> float:
            return health_of(pool, shock)

        rows = np.flatnonzero((layout.of == pool) & layout.cliff & ~layout.frozen)
        floors = sorted(
            (price / float(book.mark[row]) - 1.0) / float(beta[row])
            for row in rows
            for price in _floor_prices(book, layout, int(row))
        )
        lowest = -1.0 + NEAR
        falls = [shock for shock in reversed(floors) if lowest < shock < -NEAR] + [lowest]
        rises = [shock for shock in floors if shock > NEAR] + [1e6]
        fall, rise = first_crossing(health, 0.0, falls, 1.0), first_crossing(health, 0.0, rises, 1.0)
        if health(0.0) >= 0:
            result[int(pool)] = (-fall, rise)
        elif np.isnan(fall) or rise <= -fall:  # the move that would make it healthy, negative
            result[int(pool)] = (-rise, float("nan"))
        else:
            result[int(pool)] = (float("nan"), fall)
    return result


def first_crossing(health: Health, start: float, stops: list[float], unit: float) -> float:
    """Return the first place on the way along `stops` where health changes sign, NaN where it never does.

    Args:
        unit: the scale of a hair's breadth: the mark for prices, 1 for shocks.
    """
    if np.isnan(health(start)):
        return float("nan")
    hair = NEAR * unit
    was_healthy = health(start) >= 0
    inner = start
    for stop in stops:
        towards = 1.0 if stop > start else -1.0
        before, behind = stop - towards * hair, stop + towards * hair
        if (health(before) >= 0) != was_healthy:
            return _bisect(health, inner, before, was_healthy)
        if stop is not stops[-1] and (health(behind) >= 0) != was_healthy:
            return stop
        inner = behind
    return float("nan")


def _bisect(health: Health, inner: float, outer: float, was_healthy: bool) -> float:
    for _ in range(200):
        middle = 0.5 * (inner + outer)
        if middle in (inner, outer):
            break
        if (health(middle) >= 0) == was_healthy:
            inner = middle
        else:
            outer = middle
    return outer


def _floor_prices(book: Book, layout: Layout, row: int) -> list[float]:
    """The prices at which the value of one position stands on a floor."""
    if not layout.cliff[row]:
        return []
    floors = [float(floor) for floor in book.schedules.floor[:, row] if 0 < floor < np.inf]
    face = float(book.face[row])
    return [face / floor if book.inverse[row] else floor / face for floor in floors]
