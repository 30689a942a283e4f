"""How much a price moves: an exponentially weighted mean of recent hours, held by a long-run mean of days.

Variances are of log returns with mean zero; volatilities are their square roots, annualised over 365 days. A price
that never moved, or too few bars, is unknown: never a volatility of zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from monitor.book import Book, FloatArray
from monitor.language import tr

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
HOURS_A_YEAR = 365 * 24
DECAY = 0.985  # per hour: half of the weight lies in the last 46 hours
FAST_SHARE = 0.7  # of the weighted recent variance; the rest is the long run
SLOW_DAYS = 90
FEWEST_HOURS = 24
FEWEST_DAYS = 14
FAST_HOURS = 300  # older bars carry 1 % of the weight

Bars = Sequence[tuple[int, float, float, float, float]]
"""(open ms, open, high, low, close), oldest first; the last is still open."""

Listing = tuple[str, str]
"""(venue, symbol): what a price belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volatility:
    """The volatility of one contract."""

    annual: float  # what all chances are reckoned with, fraction of the price in a year
    fast: float  # of the recent hours alone, annualised
    slow: float | None  # of the last days alone, annualised; None: too few of them, `annual` is then `fast`
    hours: int  # returns behind `fast`
    days: int  # returns behind `slow`
    at_ms: int  # our clock when the bars were read

    def over(self, hours: float) -> float:
        """Return the standard deviation of the log price after `hours`, fraction."""
        return self.annual * math.sqrt(hours / HOURS_A_YEAR)

    def age_ms(self, now_ms: int) -> int:
        """Return how old the bars are."""
        return max(0, now_ms - self.at_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volatilities:
    """What is known about every contract held."""

    known: Mapping[Listing, Volatility] = field(default_factory=dict)
    unknown: Mapping[Listing, str] = field(default_factory=dict)  # why not

    def reason(self, listing: Listing) -> str:
        """Return why the volatility of a contract is unknown, "" where it is known."""
        if listing in self.known:
            return ""
        return self.unknown.get(listing) or tr("{symbol}: its price bars have not been read yet", symbol=listing[1])

    def columns(self, book: Book) -> VolatilityColumns:
        """Return the volatilities of the positions of `book`, NaN where unknown."""
        found = [
            self.known.get((account.venue, position.symbol))
            for account in book.accounts
            for position in account.positions
        ]
        rows = [math.nan if one is None else one.annual for one in found]
        return VolatilityColumns(annual=np.array(rows, dtype=np.float64))


@dataclass(frozen=True, slots=True, kw_only=True)
class VolatilityColumns:
    """(n,) annual volatilities of a book; NaN unknown."""

    annual: FloatArray


def estimate(hourly: Bars, daily: Bars, *, at_ms: int) -> Volatility | str:
    """Return the volatility of one contract, or one sentence why it is unknown.

    Args:
        hourly: as many as there are, `FAST_HOURS` are enough. The running hour counts where it raises the result.
        daily: up to `SLOW_DAYS` are used; the running day is left out.
        at_ms: our clock at the time of reading.
    """
    hours = returns(hourly[:-1], HOUR_MS)
    if len(hours) < FEWEST_HOURS:
        return tr(
            "only {count} hours of prices are known; {fewest_hours} are needed",
            count=len(hours),
            fewest_hours=FEWEST_HOURS,
        )
    fast = float(ewma(hours, DECAY)[-1])
    running = returns(hourly[-2:], HOUR_MS)
    if len(running):
        fast = max(fast, DECAY * fast + (1.0 - DECAY) * float(running[-1]) ** 2)
    if not fast > 0.0:
        return tr("its price has not moved in all known hours")
    days = returns(daily[:-1][-(SLOW_DAYS + 1) :], DAY_MS)
    slow = float((days**2).mean()) / 24.0 if len(days) >= FEWEST_DAYS else 0.0
    mixed = FAST_SHARE * fast + (1.0 - FAST_SHARE) * slow if slow > 0.0 else fast
    return Volatility(
        annual=annual(mixed),
        fast=annual(fast),
        slow=annual(slow) if slow > 0.0 else None,
        hours=len(hours),
        days=len(days),
        at_ms=at_ms,
    )


def annual(hourly_variance: float) -> float:
    """Return the annual volatility of an hourly variance."""
    return math.sqrt(hourly_variance * HOURS_A_YEAR)


def returns(bars: Bars, step_ms: int) -> FloatArray:
    """Return the log returns from close to close; one over a gap is scaled to one step."""
    usable = [bar for bar in bars if bar[4] > 0.0]
    if len(usable) < 2:
        return np.empty(0)
    closes = np.log([bar[4] for bar in usable])
    steps = np.maximum(np.diff([bar[0] for bar in usable]) / step_ms, 1.0)
    scaled: FloatArray = np.diff(closes) / np.sqrt(steps)
    return scaled


def ewma(changes: FloatArray, decay: float) -> FloatArray:
    """Return the weighted variance after each of `changes` (n,): v = decay * v + (1 - decay) * r**2, from v = r**2.

    Source: RiskMetrics, technical document, 4th edition, 1996.
    """
    path: list[float] = []
    variance: float | None = None
    for square in (changes**2).tolist():
        variance = square if variance is None else decay * variance + (1.0 - decay) * square
        path.append(variance)
    return np.array(path)
