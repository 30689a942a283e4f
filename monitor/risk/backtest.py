"""How often barriers were touched in real prices, beside what the model had said.

At each hour of a price history the volatility is estimated from what was known then, the chance of touching a barrier
is said for many distances on both sides, and the hours that follow show whether it was touched. Windows overlap, so
that the number of independent cases is far below the number of windows.

No parameter is fitted here, but none is independent of these prices either: decay, mix and degrees of freedom were
chosen by studies of the same history, and the range (nine of ten quarters) is one of six rules that were tried in
`hold_out`, whose figure is therefore rather flattering. How far that range is widened is fitted too: in the years at
hand alone (`ranged`); what is shipped is not narrower than the less wide of the two halves (`shipped_curve`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import numpy as np

from monitor.book import BoolArray, FloatArray, IntArray
from monitor.risk.calibration import HORIZONS_H, Calibration, Curve
from monitor.risk.touch import gbm_chance, quick_chance
from monitor.risk.volatility import DECAY, FAST_SHARE, HOUR_MS, HOURS_A_YEAR, SLOW_DAYS, ewma

TOLD_DISTANCES = (0.02, 0.05, 0.10, 0.15)
DISTANCES = (0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075, 0.10, 0.15, 0.20, 0.30, 0.45)
EDGES = (1e-5, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.10, 0.20, 0.35, 0.50, 0.70, 0.90, 1.0)
WARM_UP_H = 120 * 24
FEWEST_WINDOWS = 300  # of one band in one quarter
FEWEST_ALL = 20_000  # of one band in all: fewer, and rare touches were not met by chance
HELD = 0.9  # of the cells of unseen years, by the range
WIDENINGS = tuple(1.0 + 0.25 * step for step in range(21))  # of the odds of both ends
TRIMMED = 0.05  # of the windows at either end: the range, not widened, held in nine of ten quarters
KNOWN_SHARE = 0.9  # of the hours of a window that must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceHistory:
    """Hourly bars on a grid without gaps, g hours; NaN where an hour is missing."""

    first_ms: int
    high: FloatArray
    low: FloatArray
    close: FloatArray

    @classmethod
    def of(cls, bars: FloatArray) -> PriceHistory:
        """Lay out bars (k, 5) of open ms, open, high, low, close."""
        slots = ((bars[:, 0] - bars[0, 0]) // HOUR_MS).astype(np.int64)
        grid = np.full((5, int(slots[-1]) + 1), np.nan)
        grid[:, slots] = bars.T
        return cls(first_ms=int(bars[0, 0]), high=grid[2], low=grid[3], close=grid[4])

    @property
    def quarters(self) -> IntArray:
        """(g,) calendar quarter of each hour, counted from the first."""
        hours = np.datetime64(self.first_ms, "ms") + np.arange(len(self.close)) * np.timedelta64(1, "h")
        quarters: IntArray = hours.astype("datetime64[M]").astype(np.int64) // 3
        first: IntArray = quarters - quarters[0]
        return first

    def day(self, slot: int) -> str:
        """Return the day of an hour, ISO."""
        return str(np.datetime64(self.first_ms + slot * HOUR_MS, "ms").astype("datetime64[D]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variances:
    """(g,) hourly variances as they were known at the end of each hour."""

    mixed: FloatArray  # what the program uses
    fast: FloatArray
    constant: float  # of the whole history, which nobody knew then


def known_variances(history: PriceHistory) -> Variances:
    """Return the variances that the program would have used at each hour; NaN before there is enough history."""
    slots = np.flatnonzero(~np.isnan(history.close))
    changes = np.diff(np.log(history.close[slots])) / np.sqrt(np.diff(slots))
    fast = np.full(len(history.close), np.nan)
    fast[slots[1:]] = ewma(changes, DECAY)
    mixed = FAST_SHARE * fast + (1.0 - FAST_SHARE) * _slow(history)
    mixed[:WARM_UP_H] = np.nan
    return Variances(mixed=mixed, fast=fast, constant=float((changes**2).mean()))


def _slow(history: PriceHistory) -> FloatArray:
    """(g,) the mean square of the last whole days' returns, per hour."""
    filled = _carried(history.close)
    days = np.log(filled[23::24])
    squares = np.concatenate([[0.0], np.cumsum(np.diff(days) ** 2)])  # sums up to each day
    mean = np.full(len(days), np.nan)
    mean[SLOW_DAYS:] = (squares[SLOW_DAYS:] - squares[:-SLOW_DAYS]) / SLOW_DAYS / 24.0
    slow = np.full(len(filled), np.nan)
    ended = (np.arange(len(filled)) - 23) // 24  # the last day that is over at each hour
    slow[23:] = mean[ended[23:]]
    return slow


def _carried(prices: FloatArray) -> FloatArray:
    """Missing hours with the price before them."""
    known = np.where(np.isnan(prices), 0, np.arange(len(prices)))
    return prices[np.maximum.accumulate(known)]


def extremes(history: PriceHistory, hours: int) -> tuple[FloatArray, FloatArray, BoolArray]:
    """Return the lowest low and highest high of the `hours` after each hour, and whether the window is known."""
    count = len(history.close) - hours
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    seen = np.zeros(count)
    for ahead in range(1, hours + 1):
        here = slice(ahead, ahead + count)
        low, high = np.fmin(low, history.low[here]), np.fmax(high, history.high[here])
        seen += ~np.isnan(history.low[here])
    return low, high, seen >= KNOWN_SHARE * hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """w windows of one horizon whose start, volatility and outcome are known."""

    hours: int
    quarter: IntArray  # (w,)
    fall: FloatArray  # (w,) ln(lowest low / close)
    rise: FloatArray  # (w,) ln(highest high / close)
    mixed: FloatArray  # (w,) variance over the horizon
    fast: FloatArray
    constant: float

    def part(self, rows: slice) -> Windows:
        """Return some of the windows, in time."""
        columns = (self.fall, self.rise, self.mixed, self.fast)
        fall, rise, mixed, fast = (column[rows] for column in columns)
        return replace(self, quarter=self.quarter[rows], fall=fall, rise=rise, mixed=mixed, fast=fast)

    def touched(self, b: float) -> BoolArray:
        """(w,) whether ln price met `b`."""
        return self.fall <= b if b < 0 else self.rise >= b


def windows(history: PriceHistory, variances: Variances, hours: int) -> Windows:
    """Return the windows of one horizon."""
    low, high, known = extremes(history, hours)
    count = len(low)
    close, mixed = history.close[:count], variances.mixed[:count]
    rows = known & ~np.isnan(close) & ~np.isnan(mixed)
    return Windows(
        hours=hours,
        quarter=history.quarters[:count][rows],
        fall=np.log(low[rows] / close[rows]),
        rise=np.log(high[rows] / close[rows]),
        mixed=mixed[rows] * hours,
        fast=variances.fast[:count][rows] * hours,
        constant=variances.constant * hours,
    )


class DistanceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One distance: how often it was touched, and what three models had said on average."""

    hours: int
    distance: float  # below the price, fraction
    windows: int
    observed: float
    ours: float
    constant_gbm: float
    recent_gbm: float  # with the recent volatility, thin tails
    skill: float  # Brier skill of ours over the observed mean, which nobody knew then
    constant_skill: float


class DecileLine(msgspec.Struct, frozen=True, kw_only=True):
    """One tenth of the windows by volatility."""

    hours: int
    distance: float
    decile: int  # 1 calm to 10 wild
    volatility: float  # mean, annual
    observed: float
    ours: float
    constant_gbm: float
    recent_gbm: float


def by_distance(w: Windows) -> tuple[DistanceLine, ...]:
    """Return what each told distance below the price met."""
    return tuple(_distance_line(w, distance) for distance in TOLD_DISTANCES)


def _distance_line(w: Windows, distance: float) -> DistanceLine:
    hit, ours, constant, recent = _said(w, distance)
    return DistanceLine(
        hours=w.hours,
        distance=distance,
        windows=len(hit),
        observed=float(hit.mean()),
        ours=float(ours.mean()),
        constant_gbm=float(constant.mean()),
        recent_gbm=float(recent.mean()),
        skill=_skill(hit, ours),
        constant_skill=_skill(hit, constant),
    )


def by_decile(w: Windows, distance: float) -> tuple[DecileLine, ...]:
    """Return the same for one distance, by tenths of the volatility known at the start."""
    hit, ours, constant, recent = _said(w, distance)
    rank = np.argsort(np.argsort(w.mixed, kind="stable"), kind="stable") * 10 // len(hit)
    return tuple(
        DecileLine(
            hours=w.hours,
            distance=distance,
            decile=decile + 1,
            volatility=float(np.sqrt(w.mixed[rank == decile] / w.hours * HOURS_A_YEAR).mean()),
            observed=float(hit[rank == decile].mean()),
            ours=float(ours[rank == decile].mean()),
            constant_gbm=float(constant[rank == decile].mean()),
            recent_gbm=float(recent[rank == decile].mean()),
        )
        for decile in range(10)
    )


def _said(w: Windows, distance: float) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Hits (1 or 0) of a barrier `distance` below, and what ours, the constant and the recent GBM said."""
    b = np.full(len(w.mixed), np.log1p(-distance))
    hit = w.touched(float(b[0])).astype(np.float64)
    return hit, quick_chance(b, w.mixed), gbm_chance(b, np.full(len(b), w.constant)), gbm_chance(b, w.fast)


def _skill(hit: FloatArray, said: FloatArray) -> float:
    base = float(((hit - hit.mean()) ** 2).mean())
    return 1.0 - float(((hit - said) ** 2).mean()) / base if base > 0 else float("nan")


def curve(w: Windows) -> Curve:
    """Return what happened for each band of predicted chances: all distances, both sides."""
    edges = np.array(EDGES)
    bands, quarters = len(edges) - 1, int(w.quarter.max()) + 1
    said_sum, hits, counts = (np.zeros((quarters, bands)) for _ in range(3))
    for distance in DISTANCES:
        for b in (np.log1p(-distance), np.log1p(distance)):
            said = quick_chance(np.full(len(w.mixed), b), w.mixed)
            band = np.searchsorted(edges, said, side="right") - 1
            inside = (band >= 0) & (band < bands)
            cell = w.quarter[inside] * bands + band[inside]
            hit = w.touched(float(b))[inside]
            for target, weight in ((said_sum, said[inside]), (hits, hit), (counts, np.ones(len(cell)))):
                target += np.bincount(cell, weights=weight, minlength=target.size).reshape(target.shape)
    return _curve(w.hours, said_sum, hits, counts)


def _curve(hours: int, said: FloatArray, hits: FloatArray, counts: FloatArray) -> Curve:
    """Sums by quarter and band as one curve; a band or a quarter with few windows is left out."""
    kept = (counts >= FEWEST_WINDOWS).any(axis=0) & (counts.sum(axis=0) >= FEWEST_ALL)
    said, hits, counts = said[:, kept], hits[:, kept], counts[:, kept]
    total = counts.sum(axis=0)
    observed = np.maximum.accumulate(hits.sum(axis=0) / total)
    ends = np.array([_ends(hits[:, band], counts[:, band]) for band in range(len(total))]).reshape(-1, 2)
    return Curve(
        hours=hours,
        predicted=_numbers(said.sum(axis=0) / total),
        observed=_numbers(observed),
        lowest=_numbers(np.minimum.accumulate(np.minimum(ends[:, 0], observed)[::-1])[::-1]),
        highest=_numbers(np.maximum.accumulate(np.maximum(ends[:, 1], observed))),
        windows=tuple(int(count) for count in total),
    )


def _ends(hits: FloatArray, counts: FloatArray) -> tuple[float, float]:
    """The lowest and highest share of the quarters, without the outer `TRIMMED` of the windows."""
    rows = counts >= FEWEST_WINDOWS
    shares, weights = hits[rows] / counts[rows], counts[rows]
    order = np.argsort(shares)
    reached = np.cumsum(weights[order]) / weights.sum()
    low = int(np.searchsorted(reached, TRIMMED))
    high = min(int(np.searchsorted(reached, 1.0 - TRIMMED)), len(order) - 1)
    return float(shares[order][low]), float(shares[order][high])


def _numbers(values: FloatArray) -> tuple[float, ...]:
    return tuple(float(f"{value:.4g}") for value in values)


def calibrate(history: PriceHistory, source: str) -> Calibration:
    """Return the curves of all horizons."""
    variances = known_variances(history)
    return Calibration(
        source=source,
        first_day=history.day(WARM_UP_H),
        last_day=history.day(len(history.close) - 1),
        curves=tuple(shipped_curve(windows(history, variances, hours)) for hours in HORIZONS_H),
    )


def shipped_curve(w: Windows) -> Curve:
    """Return the curve with the range that is shown.

    All years together ask for the least widening, and no unseen years are left to test it on. So the range is widened
    at least as far as the halves of the years asked for by themselves, the one that asked for less.
    """
    return widened(curve(w), max(asked(w), min(asked(half) for half in _halves(w))))


def ranged(w: Windows) -> Curve:
    """Return the curve with its range as wide as its own windows ask for: nothing outside of `w` is looked at."""
    return widened(curve(w), asked(w))


def asked(w: Windows) -> float:
    """Return the smallest of `WIDENINGS` with which the range holds in `HELD` of the cells of unseen years.

    Each half of the windows has a curve that is held against the other half; both together are counted.
    """
    first, second = _halves(w)
    halves = [(curve(made), _cells(held)) for made, held in ((first, second), (second, first))]
    return next((one for one in WIDENINGS if _held(halves, one) >= HELD), WIDENINGS[-1])


def _halves(w: Windows) -> tuple[Windows, Windows]:
    """The earlier and the later windows; none of the one reaches into the other."""
    middle = len(w.mixed) // 2
    return w.part(slice(0, middle)), w.part(slice(middle + w.hours, None))


def widened(made: Curve, factor: float) -> Curve:
    """Return the curve with both ends moved outwards: their odds are divided and multiplied by `factor`."""
    low, high = np.array(made.lowest), np.array(made.highest)
    return msgspec.structs.replace(
        made,
        lowest=_numbers(low / (low + (1.0 - low) * factor)),
        highest=_numbers(high * factor / (1.0 - high + high * factor)),
        widened=factor,
    )


def _cells(held: Windows) -> list[DecileLine]:
    """What happened in each tenth of volatility at each told distance."""
    return [line for distance in TOLD_DISTANCES for line in by_decile(held, distance)]


def _in_range(made: Curve, line: DecileLine) -> tuple[bool, float]:
    """Whether a cell lies in the range, and how wide that is."""
    said = np.array([line.ours])
    low, high = (float(made.applied(said, shares)[0]) for shares in (made.low_end, made.high_end))
    return low <= line.observed <= high, high - low


def _held(halves: list[tuple[Curve, list[DecileLine]]], factor: float) -> float:
    """The share of cells that lie in the range widened by `factor`."""
    found = [_in_range(widened(made, factor), line)[0] for made, lines in halves for line in lines]
    return sum(found) / len(found)


def hold_out(history: PriceHistory, hours: int, factor: float | None = None) -> tuple[int, int, float]:
    """Make the range of one horizon in one half of the years and hold it against the other, both ways.

    Args:
        factor: by which both ranges are widened, whatever their own half asked for; None: as it asked for.

    Returns:
        Of the cells (tenth of volatility, told distance): how many lay in the range, how many there are, and the mean
        width of the range.
    """
    first, second = _halves(windows(history, known_variances(history), hours))
    found = []
    for made, held in ((first, second), (second, first)):
        range_of = ranged(made) if factor is None else widened(curve(made), factor)
        found += [_in_range(range_of, line) for line in _cells(held)]
    return sum(inside for inside, _ in found), len(found), sum(width for _, width in found) / len(found)
