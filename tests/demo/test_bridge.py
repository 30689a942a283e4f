"""The bridge from hours to seconds."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.demo.bridge import SECONDS, BarSeries, bridge
from monitor.demo.scenario import HOUR_MS, SCENARIOS, Bar, load_bars

prices = st.floats(0.001, 1e5)
part = st.floats(0, 1)


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    low = draw(prices)
    high = low * (1 + draw(st.floats(0, 0.6)))
    inside = [low + (high - low) * draw(part) for _ in range(2)]
    opened, closed = (min(max(value, low), high) for value in inside)
    return Bar(open_ms=0, open=opened, high=high, low=low, close=closed)


@settings(max_examples=150, deadline=None)
@given(bar=bars(), seed=st.integers(0, 2**32))
def test_a_bridge_honours_open_high_low_and_close_exactly(bar: Bar, seed: int) -> None:
    path = bridge(bar, np.random.default_rng(seed))
    assert (path[0], path.max(), path.min(), path[-1]) == (bar.open, bar.high, bar.low, bar.close)
    assert len(path) == SECONDS


def test_a_seed_tells_the_same_seconds_again() -> None:
    bar = Bar(open_ms=0, open=100, high=110, low=90, close=95)
    first, again, other = (bridge(bar, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_rising_hour_visits_its_low_first() -> None:
    path = bridge(Bar(open_ms=0, open=100, high=110, low=90, close=105), np.random.default_rng(1))
    assert path.argmin() < path.argmax()


def test_the_hours_go_on_calmly_beyond_the_file() -> None:
    scenario = SCENARIOS["covid"]
    real = load_bars(scenario)
    series = BarSeries(real, seed=1, first_hour=0, calm_price=None)
    after = series.bar(real[-1].open_ms // HOUR_MS + 30)
    assert abs(after.close / real[-1].close - 1) < 0.1
    assert after.high / after.low < 1.03


def test_an_hour_that_the_file_lacks_joins_its_neighbours() -> None:
    here = [Bar(open_ms=h * HOUR_MS, open=100 + h, high=102 + h, low=99 + h, close=101 + h) for h in (0, 1, 3)]
    series = BarSeries(tuple(here), seed=1, first_hour=0, calm_price=None)
    assert (series.bar(2).open, series.bar(2).close) == (102, 103)
