"""Which barrier comes first: published values, and what must hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.risk.two_barriers import exit_time, lower_first

DAYS = 365.0


def told(lower: float, upper: float, drift: float) -> tuple[float, float]:
    """Chance of the lower one first, and mean days, at a volatility of 60 %; prices over today's."""
    columns = (np.array([math.log(lower)]), np.array([math.log(upper)]), np.array([drift]), np.array([0.36]))
    return float(lower_first(*columns)[0]), float(exit_time(*columns)[0]) * DAYS


def test_without_drift_of_the_log_price_the_values_are_the_published_ones() -> None:
    chance, days = told(0.9, 1.1, 0.0)
    assert chance == pytest.approx(0.4749581377, abs=5e-11)
    assert days == pytest.approx(10.1814009, abs=5e-8)


def test_a_martingale_meets_the_barriers_in_proportion_to_their_distances() -> None:
    chance, days = told(0.9, 1.2, -0.18)
    assert chance == pytest.approx((120 - 100) / (120 - 90), rel=1e-12)
    assert days == pytest.approx(19.1959411, abs=5e-8)


@given(st.floats(0.5, 0.99), st.floats(1.01, 2.0), st.floats(-0.5, 0.5))
def test_the_mirror_of_a_market_meets_the_other_barrier_first(lower: float, upper: float, drift: float) -> None:
    chance, days = told(lower, upper, drift)
    other, same = told(1 / upper, 1 / lower, -drift)
    assert chance + other == pytest.approx(1.0, abs=1e-6)
    assert days == pytest.approx(same, rel=1e-4)
