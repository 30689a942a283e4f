"""What funding takes or gives, and where it carries the liquidation price while the market stands still.

A positive rate is paid by longs and received by shorts, on the value at mark. It is taken from what backs the position:
the isolated margin, or the cross pool, which then pays for all its positions together. Dated futures have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray
from monitor.margin.pools import health_at
from monitor.model import Position
from monitor.risk.figures import Figures
from monitor.risk.rescue import target_prices

DAY_H, WEEK_DAYS = 24.0, 7.0
JUMP_8H = 0.002193  # settled on XRP/USDT after its crash of 2021-12-04: what a rate may become in one interval
WALLET_FIRST = frozenset({"mexc"})  # isolated margin is touched only when the wallet is empty (ccxt's notes, 2026)
_NEAR = 1e-7  # of the way from the liquidation price to the mark, where the slope is taken: inside one tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """n positions, m pools, k lines; money + received, - paid; NaN unknown."""

    payment: FloatArray  # (n,) at the next settlement, at today's rate and mark [settle]
    accrued: FloatArray  # (n,) the part of it that belongs to the interval's time already gone [settle]
    per_day: FloatArray  # (n,) [settle]
    per_week: FloatArray  # (n,) [settle]
    pool_per_day: FloatArray  # (m,) what the pool loses or gains [pool money]
    drift_per_day: FloatArray  # (n,) of the liquidation price, quote per base; + is up
    lines: tuple[float, ...]  # distances from the mark, fractions; 0 is liquidation itself
    line_days: FloatArray  # (k, n) until the liquidation price is that near; 0: it is, inf: never at this rate
    jump_days: FloatArray  # (k, n) the same if rates became JUMP_8H against the pool


def is_dated(position: Position) -> bool:
    """Return whether a contract expires: BASE/QUOTE:SETTLE-DATE. It pays no funding."""
    return "-" in position.symbol and "-" in position.symbol.rpartition(":")[2]


def funding(figures: Figures, now_ms: int, lines: tuple[float, ...]) -> Funding:
    """Return the funding of every position and the days it takes to each of `lines`, the price standing still.

    Args:
        now_ms: by the venues' clock. lines: distances of liquidation from the mark at which an alarm rings.

    Source: each venue's funding page: payment = value at mark x rate; drift: dL = payment / (dh/dp at L).
    """
    book, pools = figures.book, figures.pools
    rate, interval_h, due_ms = _terms(book)
    payment = np.where(rate == 0.0, 0.0, -book.direction * rate * figures.notional)
    per_day = np.where(rate == 0.0, 0.0, payment * DAY_H / interval_h)
    gone = 1.0 - np.clip((due_ms - now_ms) / (interval_h * 3_600_000.0), 0.0, 1.0)
    touched = _touched(figures)
    owe = pools.assets.owe[pools.layout.asset]
    groups = pools.layout.groups
    pool_per_day = groups.sum(np.where(touched, per_day * owe, 0.0))
    net = groups.sum(np.where(touched, book.direction * figures.notional * owe, 0.0))
    targets = [
        health_at(book, pools, target_prices(book, figures.prices, figures.root, line)) if line else figures.health
        for line in lines
    ]
    spare = np.stack(targets) if targets else np.empty((0, len(rate)))
    return Funding(
        payment=payment,
        accrued=np.where(rate == 0.0, 0.0, payment * gone),
        per_day=per_day,
        per_week=per_day * WEEK_DAYS,
        pool_per_day=pool_per_day,
        drift_per_day=_drift(figures, pool_per_day[pools.of]),
        lines=lines,
        line_days=_days(spare, pool_per_day[pools.of]),
        jump_days=_days(spare, -np.abs(net)[pools.of] * JUMP_8H * DAY_H / 8.0),
    )


def _drift(figures: Figures, per_day: FloatArray) -> FloatArray:
    """How far the liquidation price moves in a day (n,): the margin gained or lost over the slope of h there."""
    root, book = figures.root, figures.book
    step = _NEAR * (book.mark - root)
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = health_at(book, figures.pools, root + step) / step
        drift: FloatArray = np.where(per_day == 0.0, 0.0, -per_day / slope)
    return np.where(np.isnan(root), np.nan, drift)


def _days(spare: FloatArray, per_day: FloatArray) -> FloatArray:
    """How long `spare` margin (k, n) lasts."""
    with np.errstate(divide="ignore", invalid="ignore"):
        days = np.where(per_day < 0.0, spare / -per_day, np.inf)
    lasting = np.where(spare <= 0.0, 0.0, days)
    return np.where(np.isnan(spare) | np.isnan(per_day), np.nan, lasting)


def _touched(figures: Figures) -> BoolArray:
    """(n,) whether funding comes out of what backs the position."""
    spared = np.array([account.venue in WALLET_FIRST for account in figures.book.accounts], dtype=bool)
    return ~(spared[figures.book.account] & figures.pools.layout.isolated)


def _terms(book: Book) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Rate per interval, interval [h] and time of the next settlement [ms] of each position (n,)."""
    rate = [0.0 if is_dated(position) else position.funding_rate for position in book.positions]
    interval_h = [position.funding_interval_h or None for position in book.positions]
    due_ms = [position.next_funding_ms for position in book.positions]
    return _column(rate), _column(interval_h), _column(due_ms)


def _column(values: Sequence[float | None]) -> FloatArray:
    return np.array(values, dtype=np.float64)  # None becomes NaN
