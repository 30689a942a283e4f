"""A crash laid over today's book: which pool dies when, what is lost or missing, what the rebound would have saved.

At each step every mark is put where the path says and every pool is valued anew by its venue's own rules. A pool dies
at the first step that its health is gone, whole: nothing is added, closed or partly liquidated on the way, and what is
left of its margin counts as lost. Bars of an hour hide the fill: the shortfall is that of a fill at the hour's worst
price, and 0 where everything fills in time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.layout import Layout
from monitor.margin.values import value
from monitor.risk.crash_paths import Crash
from monitor.risk.dollars import Dollars, coin_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """One crash over m pools and t steps; NaN unknown [USD]."""

    crash: Crash
    died: IntArray  # (m,) step at which a pool died; -1: it lived, or it cannot be told
    known: BoolArray  # (m,) whether its health and worth can be told
    before: FloatArray  # (m,) equity at today's marks [USD]
    after: FloatArray  # (m,) at the end of the path; 0 for the dead
    shortfall: FloatArray  # (m,) missing beyond the margin if filled at the worst price of the step
    held: FloatArray  # (m,) equity at the end of the path had nobody liquidated it
    hit: IntArray  # (m,) the position that lost most up to then; -1
    equity: FloatArray  # (t,) of all known pools together, the dead at 0

    @property
    def loss(self) -> float:
        """What all known pools lose up to the end of the path, the dead everything [USD]."""
        return float((self.before - self.after)[self.known].sum())

    @property
    def total_shortfall(self) -> float:
        """What is missing beyond the margin of all known pools at the worst fills [USD]."""
        return float(self.shortfall[self.known].sum())


def replay_crash(book: Book, layout: Layout, crash: Crash) -> Replay:
    """Lay one crash over a book."""
    powers = np.array([crash.power(coin_of(position.symbol)) for position in book.positions], dtype=np.float64)
    paths = crash.factor[:, None] ** powers  # (t, n)
    held = np.array([crash.power(currency) for currency in layout.assets.currency], dtype=np.float64)  # as collateral
    dollars = Dollars.of(book, layout)
    health, equity = np.empty((len(paths), layout.size)), np.empty((len(paths), layout.size))
    for step, moved in enumerate(paths):
        marks = book.mark * moved
        pools = value(book.at(marks), layout, crash.factor[step] ** held)
        health[step], equity[step] = pools.health, dollars.worth(pools.equity, marks)
    computable = np.array([terms.computable for terms in layout.terms], dtype=bool)
    known = computable & ~np.isnan(health).any(axis=0) & ~np.isnan(equity).any(axis=0)
    gone = (health < 0.0) & known
    died = np.where(gone.any(axis=0), gone.argmax(axis=0), -1)
    dead = died >= 0
    at_death = equity[np.where(dead, died, 0), np.arange(layout.size)]
    alive = ~dead | (np.arange(len(paths))[:, None] < died)
    return Replay(
        crash=crash,
        died=died,
        known=known,
        before=equity[0],
        after=np.where(dead, 0.0, equity[-1]),
        shortfall=np.where(dead, np.maximum(0.0, -at_death), 0.0),
        held=equity[-1],
        hit=_hit(book, layout, paths, died),
        equity=np.where(alive & known, equity, 0.0).sum(axis=1),
    )


def _hit(book: Book, layout: Layout, paths: FloatArray, died: IntArray) -> IntArray:
    """The position of each dead pool that lost most from today to its death."""
    worst = np.full(layout.size, -1, dtype=np.int64)
    steps = np.maximum(died[layout.of], 0)
    marks = book.mark * paths[steps, np.arange(len(book.mark))]
    lost = -(book.at(marks).unrealized_pnl - book.unrealized_pnl)
    for row in np.argsort(lost):  # the largest comes last
        worst[layout.of[row]] = row
    return np.where(died >= 0, worst, -1)
