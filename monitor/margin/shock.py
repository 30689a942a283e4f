"""How far all marks must move together before a pool is liquidated: what the prices of single symbols hide.

h of a pool is concave in the variable of its line (shock_line.py), so Newton from the outer side ends exactly, in as
many steps as tiers are crossed. Pools with cliffs by notional are walked (cliffs.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin.brackets import binding
from monitor.margin.cliffs import shock_walk
from monitor.margin.shock_line import Line, shock_line
from monitor.margin.values import Pools, value

FAR = 1e6
STEPS = 64
SCAN = 65  # places looked at where marks have reached zero and h is no longer concave
WORTH_LEAVING = 0.7  # share of the pools still on their way, below which the others are left out


def common_shock(book: Book, pools: Pools, betas: FloatArray | None = None) -> tuple[FloatArray, FloatArray]:
    """Return how far all marks must move together before each pool is liquidated: (down, up), (m,).

    Args:
        betas: (n,) a position's own move for each move of the market; None: those of the positions, else 1.

    NaN where no such move exists. A pool that is unhealthy already gets the move that would make it healthy, negative.
    """
    layout = pools.layout
    beta = pools.layout.beta if betas is None else betas
    line, coin = shock_line(book, pools, beta)
    steepest = np.maximum(layout.groups.most(beta), 1.0)
    now = np.where(coin, 1.0, 0.0)
    edges = np.array([np.where(coin, 1.0 / (1.0 + FAR), -1.0 / steepest), np.full(layout.size, FAR)])
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        low, high = _outer_roots(line, now, edges)
        down, up = -low, high
        if book.has_inverse:
            factor = _coin_beta(pools, beta)
            down = np.where(coin, (1.0 - 1.0 / high) / factor, down)
            up = np.where(coin, (1.0 / low - 1.0) / factor, up)
    empty = layout.groups.empty
    for number in np.flatnonzero(~empty & ~coin & (steepest > 1.0) & np.isnan(down) & (pools.health >= 0)):
        down[number] = _beyond(partial(_health_after, book, pools, int(number), beta), float(steepest[number]))
    down[empty | (np.abs(down) > np.where(down > 0, 1.0 + 1e-9, 0.999 * FAR))] = np.nan
    up[empty | (up > 0.999 * FAR) | (up < -1.0)] = np.nan  # what a rise of less than nothing would have to heal
    if layout.jumps:
        for pool, ends in shock_walk(
            book, layout, beta, lambda pool, shock: _health_after(book, pools, pool, beta, shock)
        ).items():
            down[pool], up[pool] = ends
    return down, up


def pull(book: Book, pools: Pools, betas: FloatArray | None = None) -> FloatArray:
    """Return (n,) how much h each position adds for a rise of all marks, its slope today [USD or settle].

    The most negative one (along the fall: the most positive one) uses up the pool's margin first.
    """
    beta = pools.layout.beta if betas is None else betas
    rate, _ = binding(book.notional, pools.rate, pools.deduction)
    sign = np.where(book.inverse, -1.0, 1.0)
    owe = pools.assets.owe[pools.layout.asset]
    return owe * beta * book.notional * (book.direction - sign * rate)


def _health_after(book: Book, pools: Pools, pool: int, beta: FloatArray, shock: float) -> float:
    """h of one pool after a common shock, by valuing everything again; no mark falls below zero."""
    marks = book.mark * np.maximum(1.0 + beta * shock, 1e-12)
    return float(value(book.at(marks), pools.layout, max(1.0 + shock, 1e-12)).health[pool])


def _beyond(health: Callable[[float], float], steepest: float) -> float:
    """The fall that liquidates a pool once its steepest mark is at zero already and the others go on; NaN: none."""
    falls = np.linspace(1.0 / steepest, 1.0, SCAN)
    dead = next((place for place, fall in enumerate(falls) if health(-fall) < 0), 0)
    if dead == 0:
        return np.nan
    low, high = float(falls[dead - 1]), float(falls[dead])
    for _ in range(STEPS):
        middle = 0.5 * (low + high)
        low, high = (low, middle) if health(-middle) < 0 else (middle, high)
    return high


def _coin_beta(pools: Pools, beta: FloatArray) -> FloatArray:
    """(m,) the beta of a coin's own pool: its contracts all follow that coin."""
    result = np.ones(pools.layout.size)
    result[pools.layout.of] = beta
    return result


def _outer_roots(line: Line, now: FloatArray, edges: FloatArray) -> FloatArray:
    """The ends (2, m) of {h >= 0} below and above now (m,), NaN where h stays >= 0 up to the edge (2, m).

    A tangent of a concave function lies above it, so its root lies outside; from there each step stays outside.
    """
    sign = np.array([[-1.0], [1.0]])
    h, gradient = line.health(now[None])
    tangent = np.where(gradient * sign < 0, now - h / gradient, edges)
    u = np.where(sign * tangent < sign * edges, tangent, edges)
    going = np.arange(len(now))  # most pools are there after two or three steps
    for _ in range(STEPS):
        here = u.take(going, axis=1)
        h, gradient = line.health(here)
        step = np.where((h < 0) & (gradient * sign < 0), here - h / gradient, here)
        moved = (np.abs(step - here) > 1e-14 * np.maximum(np.abs(here), 1.0)).any(axis=0)
        u[:, going] = step
        left = int(moved.sum())
        if not left:
            break
        if left < WORTH_LEAVING * len(going):
            going, line = going[moved], line.only(moved)
    return np.where((u == edges) | ~np.isfinite(u), np.nan, u)
