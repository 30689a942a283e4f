"""The one clock: ms UTC that never jumps and counts through suspend.

It is anchored at the wall clock once, at the start, and then follows the machine's boot clock, so a corrected wall
clock moves no timer. `wall_offset_ms` says how far the wall clock has been moved since.
"""

from __future__ import annotations

import sys
import time
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time; tests use a number."""

    def now_ms(self) -> int:
        """Return ms UTC on a clock that never goes back."""
        ...


def _elapsed_ns() -> int:
    """Nanoseconds on a clock that counts through suspend, whatever the wall clock does."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)  # time.monotonic() stands still in sleep there
    return time.monotonic_ns()


class SystemClock:
    """The machine's time."""

    def __init__(self) -> None:
        self._anchor_ms = time.time_ns() // 1_000_000
        self._anchor_ns = _elapsed_ns()

    def now_ms(self) -> int:
        """Return ms UTC on a clock that never goes back."""
        return self._anchor_ms + (_elapsed_ns() - self._anchor_ns) // 1_000_000
