"""The one clock: it never jumps, whatever happens to the wall's."""

from __future__ import annotations

import time

import pytest

from monitor.clock import SystemClock

HOUR_MS, YEARS_MS = 3_600_000, 10 * 365 * 24 * 3_600_000


@pytest.mark.parametrize("moved_ms", [HOUR_MS, -HOUR_MS, YEARS_MS, -YEARS_MS])
def test_a_wall_clock_that_is_moved_moves_no_time_of_ours(moved_ms: int, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    before, wall_ns = clock.now_ms(), time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: wall_ns() + moved_ms * 1_000_000)
    assert 0 <= clock.now_ms() - before < 30_000


def test_time_does_not_go_back() -> None:
    clock = SystemClock()
    seen = [clock.now_ms() for _ in range(1_000)]
    assert seen == sorted(seen)
