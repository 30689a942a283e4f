"""From hourly bars to seconds: a seeded Brownian bridge through each bar's open, high, low and close.

A path is (3600,): the price at each second of the hour. It starts at the open, ends at the close, touches the high and
the low, and never leaves them. Nothing here knows of coins or of the clock.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from monitor.demo.scenario import HOUR_MS, Bar

FloatArray = NDArray[np.float64]

SECONDS = 3600
CALM_VOLATILITY = 0.0022  # of one invented hour, standard deviation of log price
# Part of an hour's range that is noise; the rest is the way from one anchor to the next.
NOISE_OF_RANGE = 0.22


def bridge(bar: Bar, rng: np.random.Generator) -> FloatArray:
    """Return the prices (3600,) of one hour that honour its open, high, low and close exactly.

    The extreme that lies against the hour's direction comes first: low before high in a rising hour.
    """
    rising = bar.close > bar.open
    early = int(rng.integers(round(SECONDS * 0.06), round(SECONDS * 0.18)))
    late = int(rng.integers(round(SECONDS * 0.68), round(SECONDS * 0.9)))
    first, second = (bar.low, bar.high) if rising else (bar.high, bar.low)
    at = np.array([0, early, late, SECONDS - 1])
    anchors = np.array([bar.open, first, second, bar.close])
    low, high = np.log(bar.low), np.log(bar.high)
    sigma = NOISE_OF_RANGE * (high - low) / np.sqrt(SECONDS)
    line = np.interp(np.arange(SECONDS), at, np.log(anchors))
    path = np.exp(np.clip(_fold(line + _pinned_walk(at, sigma, rng), low, high), low, high))
    path[at] = anchors  # exactly: exp(log(x)) is off by a rounding
    return np.clip(path, bar.low, bar.high)


def noise_bridge(total: float, volatility: float, rng: np.random.Generator) -> FloatArray:
    """Return a log-price noise (3600,) that begins at 0 and reaches `total` where the next hour begins."""
    steps = rng.standard_normal(SECONDS) * (volatility / np.sqrt(SECONDS))
    walk = np.cumsum(steps) - steps[0]
    share = np.arange(SECONDS) / SECONDS
    result: FloatArray = walk - share * (walk[-1] - total)
    return result


def _pinned_walk(at: NDArray[np.int64], sigma: float, rng: np.random.Generator) -> FloatArray:
    """A random walk (3600,) that is zero at each of the given seconds."""
    walk = np.cumsum(rng.standard_normal(SECONDS) * sigma)
    result: FloatArray = walk - np.interp(np.arange(SECONDS), at, walk[at])
    return result


def _fold(path: FloatArray, low: float, high: float) -> FloatArray:
    """Mirror what lies outside [low, high] back into it, so that a path does not stick to its extremes."""
    folded = np.where(path > high, 2 * high - path, path)
    result: FloatArray = np.where(folded < low, 2 * low - folded, folded)
    return result


class BarSeries:
    """The hours of BTC without end: real bars where there are any, a calm synthetic walk before, between and after."""

    def __init__(self, bars: tuple[Bar, ...], *, seed: int, first_hour: int, calm_price: float | None) -> None:
        self._seed = seed
        self._bars = {bar.open_ms // HOUR_MS: bar for bar in bars}
        self.first_hour = min(self._bars, default=first_hour)
        if not self._bars:
            price = calm_price or 1.0
            self._bars[first_hour] = self._calm_bar(first_hour, price)
        self._last = max(self._bars)

    def bar(self, hour: int) -> Bar:
        """Return the bar of an hour counted since 1970, at or after `first_hour`."""
        while self._last < hour:
            self._last += 1
            self._bars[self._last] = self._calm_bar(self._last, self._bars[self._last - 1].close)
        found = self._bars.get(hour)
        if found is None:  # an outage: the file has no such hour
            found = self._bars[hour] = self._outage_bar(hour)
        return found

    def path(self, hour: int) -> FloatArray:
        """Return the prices (3600,) of an hour."""
        return bridge(self.bar(hour), np.random.default_rng([self._seed, 1, hour]))

    def _calm_bar(self, hour: int, price: float) -> Bar:
        rng = np.random.default_rng([self._seed, 2, hour])
        close = round(price * float(np.exp(rng.normal(0, CALM_VOLATILITY))), 2)
        up, down = np.exp(np.abs(rng.normal(0, CALM_VOLATILITY / 2, 2)) + 1e-4)
        return Bar(
            open_ms=hour * HOUR_MS,
            open=price,
            high=round(max(price, close) * float(up), 2),
            low=round(min(price, close) / float(down), 2),
            close=close,
        )

    def _outage_bar(self, hour: int) -> Bar:
        before = next(self._bars[h].close for h in range(hour - 1, self.first_hour - 1, -1) if h in self._bars)
        after = next(self._bars[h].open for h in range(hour + 1, self._last + 1) if h in self._bars)
        return Bar(open_ms=hour * HOUR_MS, open=before, high=max(before, after), low=min(before, after), close=after)
