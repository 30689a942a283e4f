"""Price bars of the demo market, built from its seconds: open times are market time, the newest bar is still open.

A second belongs to the bar in which it begins. Nothing after the market's present second is told.
"""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from monitor.demo.bridge import FloatArray
from monitor.demo.market import Market
from monitor.demo.scenario import HOUR_MS

MINUTE_MS = 60_000
INTERVALS_MS = {
    "1m": MINUTE_MS,
    "3m": 3 * MINUTE_MS,
    "5m": 5 * MINUTE_MS,
    "15m": 15 * MINUTE_MS,
    "30m": 30 * MINUTE_MS,
    "1h": HOUR_MS,
    "2h": 2 * HOUR_MS,
    "4h": 4 * HOUR_MS,
    "6h": 6 * HOUR_MS,
    "12h": 12 * HOUR_MS,
    "1d": 24 * HOUR_MS,
}
_KEPT_HOURS = 4096


class Candles:
    """Bars of a market; finished hours are remembered minute by minute."""

    def __init__(self, market: Market) -> None:
        self._market = market
        self._hours: OrderedDict[tuple[int, int], FloatArray] = OrderedDict()

    def bars(self, index: int, interval_ms: int, *, start_ms: int | None, end_ms: int | None, limit: int) -> FloatArray:
        """Return bars (k, 5) of a symbol: open time [ms], open, high, low, close [USDT]; oldest first.

        Args:
            start_ms, end_ms: bounds of the open time; without a start the newest `limit` bars are told.
        """
        now = self._market.now_ms
        last = min(now, end_ms if end_ms is not None else now)
        newest = last // interval_ms * interval_ms
        oldest = self._market.first_hour * HOUR_MS
        if start_ms is not None:
            first = max(-(-start_ms // interval_ms) * interval_ms, oldest)
            newest = min(newest, first + (limit - 1) * interval_ms)
        else:
            first = max(newest - (limit - 1) * interval_ms, oldest)
        if newest < first:
            return np.empty((0, 5))
        minutes = self._minutes(index, first, min(newest + interval_ms - 1, now))
        return _merge(minutes, interval_ms)

    def _minutes(self, index: int, first_ms: int, last_ms: int) -> FloatArray:
        """One-minute bars (k, 5) from the minute of the first to the minute of the last moment."""
        hours = range(first_ms // HOUR_MS, last_ms // HOUR_MS + 1)
        rows = np.concatenate([self._hour(index, hour) for hour in hours])
        return rows[(rows[:, 0] >= first_ms // MINUTE_MS * MINUTE_MS) & (rows[:, 0] <= last_ms)]

    def _hour(self, index: int, hour: int) -> FloatArray:
        running = hour == self._market.now_ms // HOUR_MS
        found = self._hours.get((index, hour))
        if found is not None and not running:
            return found
        path = self._market.path(index, hour)
        if running:
            path = path[: self._market.now_ms % HOUR_MS // 1000 + 1]
        rows = _minute_bars(hour, path)
        if not running:
            self._hours[index, hour] = rows
            if len(self._hours) > _KEPT_HOURS:
                self._hours.popitem(last=False)
        return rows


def _minute_bars(hour: int, path: FloatArray) -> FloatArray:
    """Bars (m, 5) of the minutes that the seconds of an hour fill, the last one perhaps in part."""
    starts = np.arange(0, len(path), 60)
    return np.column_stack(
        [
            hour * HOUR_MS + starts * 1000.0,
            path[starts],
            np.maximum.reduceat(path, starts),
            np.minimum.reduceat(path, starts),
            path[np.append(starts[1:], len(path)) - 1],
        ]
    )


def _merge(minutes: FloatArray, interval_ms: int) -> FloatArray:
    """Join one-minute bars (m, 5) into bars of a longer interval."""
    slots = minutes[:, 0] // interval_ms
    starts = np.flatnonzero(np.diff(slots, prepend=-1.0))
    ends = np.append(starts[1:], len(minutes)) - 1
    return np.column_stack(
        [
            slots[starts] * interval_ms,
            minutes[starts, 1],
            np.maximum.reduceat(minutes[:, 2], starts),
            np.minimum.reduceat(minutes[:, 3], starts),
            minutes[ends, 4],
        ]
    )
