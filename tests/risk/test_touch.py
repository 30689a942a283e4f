"""Chances of touching a price: published values, two independent simulations, and what must hold everywhere.

Values: the project's risk maths, sections 1 to 3, closed form to 1e-9 unless a standard error is named.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.book import FloatArray
from monitor.risk.touch import (
    DAY_YEARS,
    deviations,
    discrete_barrier,
    driftless_chance,
    gbm_chance,
    gbm_drift_chance,
    mean_days_if_touched,
    mixture_chance,
    mixture_touch_days,
    quick_chance,
    touch_days,
)

HOUR = DAY_YEARS / 24


def one(value: float) -> FloatArray:
    return np.array([value])


def drifted(price: float, barrier: float, sigma: float, years: float, mu: float) -> float:
    variance = sigma**2 * years
    chance = gbm_drift_chance(one(math.log(barrier / price)), one(variance), one(mu * years - 0.5 * variance))
    return float(chance[0])


@pytest.mark.parametrize(
    ("price", "barrier", "sigma", "years", "mu", "expected"),
    [
        (100, 90, 0.6, DAY_YEARS, 0.0, 0.0008369450),
        (100, 95, 0.6, DAY_YEARS, 0.0, 0.1050656422),
        (100, 95, 0.6, 7 * DAY_YEARS, 0.0, 0.5507989114),
        (100, 80, 0.8, 7 * DAY_YEARS, 0.0, 0.0491301255),
        (100, 110, 0.6, 7 * DAY_YEARS, 0.0, 0.2395421446),
        (100, 90, 0.6, 30 * DAY_YEARS, 0.5, 0.4897577748),
        (100, 90, 0.6, 30 * DAY_YEARS, -0.5, 0.6462974503),
        (60_000, 48_000, 0.55, 30 * DAY_YEARS, 0.0, 0.1752050783),
        (100, 99, 0.6, HOUR, 0.0, 0.1175243322),
        (100, 50, 0.6, 1.0, 0.0, 0.3418090448),
        (100, 120, 1.2, 14 * DAY_YEARS, 0.0, 0.3985023009),
    ],
)
def test_the_chance_of_touching_is_the_published_one(
    price: float, barrier: float, sigma: float, years: float, mu: float, expected: float
) -> None:
    assert drifted(price, barrier, sigma, years, mu) == pytest.approx(expected, abs=5e-11)


def test_without_drift_of_the_log_price_it_is_twice_the_normal_tail() -> None:
    chance = gbm_drift_chance(one(math.log(0.9)), one(0.36 * 7 * DAY_YEARS), one(0.0))
    assert chance[0] == pytest.approx(0.2047929502, abs=5e-11)


def test_a_changing_volatility_counts_by_its_integrated_variance() -> None:
    omega, alpha, beta, now, days = 2e-5, 0.1, 0.88, 0.0016, 7
    phi = alpha + beta
    settled = omega / (1 - phi)
    variance = days * settled + (now - settled) * (1 - phi**days) / (1 - phi)
    assert variance == pytest.approx(0.010956234, abs=5e-10)
    assert gbm_chance(one(math.log(0.85)), one(variance))[0] == pytest.approx(0.1305884844, abs=5e-11)


@pytest.mark.parametrize(("step_h", "expected"), [(1 / 60, 0.3295527), (1.0, 0.2809897)])
def test_a_price_looked_at_step_by_step_touches_less_often(step_h: float, expected: float) -> None:
    variance = 0.36 * DAY_YEARS
    shifted = discrete_barrier(one(math.log(0.97)), one(0.36 * HOUR * step_h))
    assert gbm_chance(one(math.log(0.97)), one(variance))[0] == pytest.approx(0.3371862, abs=5e-8)
    assert gbm_chance(shifted, one(variance))[0] == pytest.approx(expected, abs=5e-8)


MIXTURES = [
    (90, 0.6, 1, 4, 0.0094898107),
    (95, 0.6, 1, 4, 0.0841703325),
    (85, 0.6, 1, 4, 0.0020094204),
    (80, 0.8, 7, 4, 0.0518144196),
    (110, 0.6, 7, 6, 0.1997862395),
]


@pytest.mark.parametrize(("barrier", "sigma", "days", "dof", "expected"), MIXTURES)
def test_the_fat_tailed_mixture_is_the_exact_integral(
    barrier: float, sigma: float, days: float, dof: float, expected: float
) -> None:
    chance = mixture_chance(one(math.log(barrier / 100)), one(sigma**2 * days * DAY_YEARS), dof)
    assert chance[0] == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(("barrier", "sigma", "days", "dof", "expected"), [row for row in MIXTURES if row[3] == 4])
def test_the_quick_form_is_the_mixture(barrier: float, sigma: float, days: float, dof: float, expected: float) -> None:
    chance = quick_chance(one(math.log(barrier / 100)), one(sigma**2 * days * DAY_YEARS))
    assert chance[0] == pytest.approx(expected, rel=1e-4)


def test_the_quick_form_is_near_the_mixture_everywhere() -> None:
    random = np.random.default_rng(1)
    b = np.exp(random.uniform(np.log(1e-3), np.log(3), 4_000)) * random.choice([-1, 1], 4_000)
    variance = np.exp(random.uniform(np.log(1e-7), 0, 4_000))
    slow = mixture_chance(b, variance)
    rows = slow > 1e-8
    assert rows.sum() > 3_000
    assert np.abs(quick_chance(b, variance)[rows] / slow[rows] - 1).max() < 3e-3


def test_a_simulation_of_bridges_agrees_with_the_first_passage() -> None:
    """200,000 paths of 16 steps; between two steps the chance of a dip is that of a Brownian bridge."""
    random = np.random.default_rng(7)
    b, step = math.log(0.95), 0.36 * DAY_YEARS / 16
    end, alive = np.zeros(200_000), np.ones(200_000)
    for _ in range(16):
        after = end - 0.5 * step + math.sqrt(step) * random.standard_normal(200_000)
        alive *= 1 - np.exp(-2 * np.maximum(end - b, 0) * np.maximum(after - b, 0) / step)
        end = after
    expected = gbm_chance(one(b), one(0.36 * DAY_YEARS))[0]
    assert (1 - alive).mean() == pytest.approx(expected, abs=4 * (1 - alive).std() / math.sqrt(200_000))


@pytest.mark.parametrize(("dof", "expected"), [(3, 0.0098733048), (4, 0.0101922307), (6, 0.0090004676)])
def test_one_step_of_the_mixture_is_a_student_t(dof: float, expected: float) -> None:
    """P(log return <= ln 0.9) at scale 0.04: with no drift a touch is twice as likely as an end beyond it."""
    multiples = np.exp(np.arange(-4.0, 14.0, 0.5))
    weights = np.exp(-0.5 * dof * np.log(multiples) - 0.5 * (dof - 2) / multiples)
    tails = 0.5 * gbm_drift_chance(np.full(36, math.log(0.9)), 0.0016 * multiples, np.zeros(36))
    assert float(tails @ weights / weights.sum()) == pytest.approx(expected, rel=1e-5)
    if dof == 4:
        assert 0.5 * driftless_chance(one(math.log(0.9)), one(0.0016))[0] == pytest.approx(expected, abs=5e-11)


def merton_paths(random: np.random.Generator, count: int, steps: int) -> tuple[FloatArray, FloatArray]:
    """Lowest and last price of days with jumps: sigma 0.5, 50 jumps a year, ln jump N(-0.01, 0.04 squared)."""
    step = DAY_YEARS / steps
    compensated = -0.125 - 50 * (math.exp(-0.01 + 0.0008) - 1)
    low, end = np.zeros(count), np.zeros(count)
    for _ in range(steps):
        jumps = random.poisson(50 * step, count)
        end = end + compensated * step + 0.5 * math.sqrt(step) * random.standard_normal(count)
        end += -0.01 * jumps + 0.04 * np.sqrt(jumps) * random.standard_normal(count)
        low = np.minimum(low, end)
    return low, end


def merton_below(barrier: float) -> float:
    """The closed form for the last price: a Poisson sum of normals."""
    drift = (-0.125 - 50 * (math.exp(-0.01 + 0.0008) - 1)) * DAY_YEARS
    mean_jumps = 50 * DAY_YEARS
    total = 0.0
    for jumps in range(12):
        deviation = math.sqrt(0.25 * DAY_YEARS + jumps * 0.0016)
        share = math.exp(-mean_jumps) * mean_jumps**jumps / math.factorial(jumps)
        total += share * 0.5 * math.erfc(-(barrier - drift + 0.01 * jumps) / deviation / math.sqrt(2))
    return total


def test_a_market_with_jumps_lies_within_reach_of_the_mixture_and_far_beyond_thin_tails() -> None:
    b = math.log(0.9)
    assert merton_below(b) == pytest.approx(0.0033894265, abs=5e-11)
    low, end = merton_paths(np.random.default_rng(5), 200_000, 48)
    error = math.sqrt(0.0034 / 200_000)
    assert (end <= b).mean() == pytest.approx(merton_below(b), abs=4 * error)
    touched = float((low <= b).mean())
    assert touched == pytest.approx(0.0054375, abs=4 * math.sqrt(0.0055 / 200_000 + 0.00012**2))
    variance = (0.25 + 50 * (0.0016 + 0.0001)) * DAY_YEARS
    assert touched > 5 * gbm_chance(one(b), one(variance))[0]
    assert 0.5 < touched / mixture_chance(one(b), one(variance))[0] < 2.0


def test_a_simulation_of_hourly_looks_agrees_with_the_shifted_barrier() -> None:
    """24 hourly closes without drift of the log price: 0.27545 by resampling, 0.27625 by the shift (risk maths, 2)."""
    random = np.random.default_rng(6)
    path = np.cumsum(0.6 * math.sqrt(HOUR) * random.standard_normal((200_000, 24)), axis=1)
    met = float((path.min(axis=1) <= math.log(0.97)).mean())
    shifted = discrete_barrier(one(math.log(0.97)), one(0.36 * HOUR))
    said = float(gbm_drift_chance(shifted, one(0.36 * DAY_YEARS), one(0.0))[0])
    assert said == pytest.approx(0.27625, abs=5e-6)
    assert met == pytest.approx(said, abs=0.006)


def test_a_simulation_of_student_steps_agrees_with_the_mixture_of_one_step() -> None:
    """One path, one multiple of the variance: the mixture's own definition, drawn."""
    random = np.random.default_rng(8)
    multiples = 1.0 / random.gamma(2.0, 1.0, 400_000)
    touched = gbm_chance(np.full(400_000, math.log(0.9)), 0.36 * DAY_YEARS * multiples)
    expected = mixture_chance(one(math.log(0.9)), one(0.36 * DAY_YEARS))[0]
    assert touched.mean() == pytest.approx(expected, abs=4 * touched.std() / math.sqrt(400_000))


def test_half_of_the_paths_touch_within_the_median_time() -> None:
    b, sigma = one(math.log(0.9)), one(0.6)
    assert touch_days(b, sigma)[0] == pytest.approx(24.7397570, abs=5e-7)
    assert touch_days(b, sigma, 0.05)[0] == pytest.approx(2.9298808, abs=5e-7)


def test_touches_within_a_week_come_after_the_published_mean_time() -> None:
    assert mean_days_if_touched(one(math.log(0.95)), one(0.6), 7.0)[0] == pytest.approx(2.6384623, abs=5e-8)


def test_the_mixtures_median_is_where_its_driftless_chance_is_one_half() -> None:
    days = mixture_touch_days(one(math.log(0.99)), one(0.6))
    assert quick_chance(one(math.log(0.99)), 0.36 * days * DAY_YEARS)[0] == pytest.approx(0.5, abs=0.005)


def test_the_distance_counts_in_daily_standard_deviations() -> None:
    assert deviations(one(math.log(0.9)), one(0.6))[0] == pytest.approx(-math.log(0.9) / (0.6 / math.sqrt(365)))


SIZES = st.floats(1e-3, 2.5)
VARIANCES = st.floats(1e-7, 1.0)


@given(SIZES, VARIANCES, st.floats(1.0001, 3.0), st.sampled_from([-1.0, 1.0]))
def test_more_time_or_volatility_never_touches_less_and_more_distance_never_more(
    size: float, variance: float, more: float, side: float
) -> None:
    for chance in (gbm_chance, mixture_chance, quick_chance):
        here = chance(one(side * size), one(variance))[0]
        assert chance(one(side * size), one(variance * more))[0] >= here * (1 - 1e-9)
        assert chance(one(side * size * more), one(variance))[0] <= here * (1 + 1e-9)
        assert 0.0 <= here <= 1.0


@given(SIZES, VARIANCES)
def test_a_short_mirrors_a_long_tilted_by_the_distance(size: float, variance: float) -> None:
    """P(low <= S e^-a) = e^a P(high >= S e^a) without drift: exact, for any volatility."""
    for chance in (gbm_chance, mixture_chance, quick_chance):
        long, short = (float(chance(one(side * size), one(variance))[0]) for side in (-1.0, 1.0))
        if long < 1.0:
            assert long == pytest.approx(math.exp(size) * short, rel=1e-9, abs=1e-300)


def test_at_the_barrier_it_is_certain_at_no_time_impossible_and_unknown_stays_unknown() -> None:
    for chance in (gbm_chance, mixture_chance, quick_chance):
        assert chance(one(0.0), one(0.1))[0] == 1.0
        assert chance(one(-0.1), one(0.0))[0] == 0.0
        assert np.isnan(chance(one(np.nan), one(0.1))[0])
        assert np.isnan(chance(one(-0.1), one(np.nan))[0])
