"""Historic crashes as paths of prices, to be laid over today's book: real hours where there are any, else synthetic.

A path is BTC's price over its price at the start. Another coin follows as a power of it, so that it falls as far as it
did then and comes back in step: an assumption, except for the one fall it is fitted to.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from monitor.book import FloatArray
from monitor.language import tr
from monitor.margin.money import STEADY
from monitor.resources import resource

AFTER_H = 48  # of a real path behind its low: the rebound that comes too late
HALF_BACK = 0.5  # of the fall that a synthetic path regains: an assumption
UNMOVED = STEADY | {"PAXG", "XAUT"}

Fall = tuple[float, float]
"""How far a coin fell while BTC fell so far, fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """One path."""

    id: str
    title: str
    synthetic: bool
    source: str  # one sentence: what is real, where figures are from, within what range
    hours: FloatArray  # (t,) since the start
    factor: FloatArray  # (t,) BTC over its price at the start
    others: Fall
    falls: dict[str, Fall] = field(default_factory=dict)
    depth: float  # of the order book that was left, share: judgement

    @property
    def fall(self) -> float:
        """BTC from the start to its low, fraction."""
        return 1.0 - float(self.factor.min())

    def power(self, coin: str) -> float:
        """Return the exponent by which a coin follows BTC."""
        if coin == "BTC":
            return 1.0
        if coin in UNMOVED:
            return 0.0
        fell, btc = self.falls.get(coin, self.others)
        return math.log1p(-fell) / math.log1p(-btc)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Real:
    """A stretch of a shipped price file."""

    id: str
    title: str
    start: str  # hour of the peak, as the file writes it
    low: str  # hour of the low
    others: Fall
    falls: dict[str, Fall]
    depth: float


_REAL = (
    _Real(
        id="covid",
        title=tr("12 March 2020 · COVID"),
        start="2020-03-11 22",
        low="2020-03-13 02",
        others=(0.60, 0.52),
        falls={"ETH": (0.56, 0.53)},
        depth=0.1,
    ),
    _Real(
        id="may21",
        title=tr("19 May 2021 · China ban"),
        start="2021-05-18 06",
        low="2021-05-19 13",
        others=(0.48, 0.34),
        falls={"ETH": (0.45, 0.31)},
        depth=0.2,
    ),
    _Real(
        id="luna",
        title=tr("12 May 2022 · LUNA"),
        start="2022-05-05 05",
        low="2022-05-12 05",
        others=(0.50, 0.33),
        falls={"ETH": (0.29, 0.22), "LUNA": (0.999, 0.33), "LUNC": (0.999, 0.33)},
        depth=0.5,
    ),
    _Real(
        id="ftx",
        title=tr("9 November 2022 · FTX"),
        start="2022-11-07 02",
        low="2022-11-09 23",
        others=(0.45, 0.26),
        falls={"ETH": (0.32, 0.25), "SOL": (0.61, 0.25), "FTT": (0.90, 0.26)},
        depth=0.4,
    ),
)
_REAL_SOURCE = tr(
    "BTC: real hourly bars of Binance spot (gapless-crypto-data 2.15.1, MIT). Other coins follow "
    "BTC as a power fitted to their published fall. The order of an hour's high and low is "
    "assumed."
)
_AUG24_SOURCE = tr(
    "Synthetic path through published figures: 58,350 to 49,513 in under 5 hours, 52,500 within "
    "2 (press, 2024-08-05); sources range from -15 to -20 %. ETH 2,695 to 2,118. Half of the "
    "fall comes back: an assumption."
)
_OCT25_SOURCE = tr(
    "Synthetic path through published figures: 122,574 to 104,782 from 20:50 UTC, the worst at "
    "21:15 (press, 2025-10-10); 101,000 to 102,000 on some venues. AVAX 23.09 to 8.52, LINK "
    "17.98 to 7.90, BNB 1,113 to 860, SOL -40 %; ETH to 3,436, from about 4,350 (estimate). Half "
    "of the fall comes back: an assumption."
)
_AUG24 = {"ETH": (0.214, 0.1514)}
_OCT25 = {"ETH": (0.21, 0.145), "SOL": (0.40, 0.145), "AVAX": (0.631, 0.145), "LINK": (0.5606, 0.145)}


@cache
def crashes() -> tuple[Crash, ...]:
    """Return all paths, in the order of history; the two synthetic ones at both ends of their sources' range."""
    return (
        *(_real(stretch) for stretch in _REAL),
        _aug24("aug24", tr("5 August 2024 · yen carry trade, −15 %"), 49_513 / 58_350),
        _aug24("aug24-severe", tr("5 August 2024 · the same, at −20 %"), 49_000 / 61_000),
        _oct25("oct25", tr("10 October 2025 · cascade, −14.5 %"), 104_782 / 122_574),
        _oct25("oct25-severe", tr("10 October 2025 · the same, at −17 %"), 101_500 / 122_574),
    )


def _real(stretch: _Real) -> Crash:
    with resource("crash_paths", f"{stretch.id}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    times = [row["time_utc"] for row in rows]
    first, low = times.index(stretch.start), times.index(stretch.low)
    bars = [[float(row[name]) for name in ("open", "high", "low", "close")] for row in rows[first : low + AFTER_H + 1]]
    begin = max(bars[0])  # the peak
    points, hours = [1.0], [0.0]
    for hour, (opened, high, bottom, closed) in enumerate(bars):
        ends = (high, bottom) if closed < opened else (bottom, high)
        steps = (bars[0][2], closed) if hour == 0 else (*ends, closed)
        points += [price / begin for price in steps]
        hours += [hour + share for share in ((0.5, 1.0) if hour == 0 else (0.33, 0.67, 1.0))]
    return Crash(
        id=stretch.id,
        title=stretch.title,
        synthetic=False,
        source=_REAL_SOURCE,
        hours=np.array(hours),
        factor=np.array(points),
        others=stretch.others,
        falls=stretch.falls,
        depth=stretch.depth,
    )


def _aug24(name: str, title: str, low: float) -> Crash:
    at_two = low + (1.0 - low) * (52_500 - 49_513) / (58_350 - 49_513)
    hours, factor = _through(((0.0, 1.0), (2.0, at_two), (5.0, low), (24.0, _back(low)), (48.0, _back(low))), 0.25)
    return Crash(
        id=name,
        title=title,
        synthetic=True,
        source=_AUG24_SOURCE,
        hours=hours,
        factor=factor,
        others=(0.25, 0.15),
        falls=_AUG24,
        depth=0.3,
    )


def _oct25(name: str, title: str, low: float) -> Crash:
    early = 1.0 - (1.0 - low) / 3.0
    points = ((0.0, 1.0), (0.25, early), (25 / 60, low), (85 / 60, _back(low)), (4.0, _back(low)))
    hours, factor = _through(points, 1 / 60)
    return Crash(
        id=name,
        title=title,
        synthetic=True,
        source=_OCT25_SOURCE,
        hours=hours,
        factor=factor,
        others=(0.60, 0.145),
        falls={**_OCT25, "BNB": (0.227, 0.145)},
        depth=0.05,
    )


def _back(low: float) -> float:
    return low + HALF_BACK * (1.0 - low)


def _through(points: tuple[tuple[float, float], ...], step_h: float) -> tuple[FloatArray, FloatArray]:
    """Hours and factors of a path through (hour, factor), straight in the logarithm."""
    at, values = zip(*points, strict=True)
    hours = np.unique(np.concatenate([np.arange(0.0, at[-1] + step_h / 2, step_h), at]))
    return hours, np.exp(np.interp(hours, at, np.log(values)))
