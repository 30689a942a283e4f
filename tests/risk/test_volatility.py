"""Volatility from price bars: published value, what is unknown, and what a running hour may do."""

from __future__ import annotations

import math

import numpy as np
import pytest

from monitor.book import Book
from monitor.risk.volatility import (
    DAY_MS,
    DECAY,
    HOUR_MS,
    HOURS_A_YEAR,
    Bars,
    Volatilities,
    Volatility,
    estimate,
    ewma,
    returns,
)
from tests.build import account, position

BTC, ETH = "BTC/USDT:USDT", "ETH/USDT:USDT"


def bars(closes: list[float], step_ms: int) -> Bars:
    return [(number * step_ms, price, price, price, price) for number, price in enumerate(closes)]


def wobble(count: int, size: float) -> list[float]:
    """Prices whose every step has the same size, up and down in turn."""
    return [100.0 * math.exp(size * (number % 2)) for number in range(count)]


def known(hourly: Bars, daily: Bars = ()) -> Volatility:
    found = estimate(hourly, daily, at_ms=5)
    assert isinstance(found, Volatility), found
    return found


def test_the_weighted_variance_is_the_published_one() -> None:
    path = ewma(np.array([0.01, -0.02, 0.015, -0.05, 0.03, 0.0, -0.01]), 0.94)
    assert path[-1] == pytest.approx(0.0002754428, abs=5e-11)


def test_equal_steps_have_the_volatility_of_one_step() -> None:
    found = known(bars(wobble(300, 0.01), HOUR_MS))
    assert found.annual == pytest.approx(0.01 * math.sqrt(HOURS_A_YEAR))
    assert found.over(4.0) == pytest.approx(0.02)


def test_the_long_run_holds_a_quiet_day_up() -> None:
    quiet = bars(wobble(300, 0.001), HOUR_MS)
    found = known(quiet, bars(wobble(60, 0.01 * math.sqrt(24)), DAY_MS))
    assert found.slow == pytest.approx(0.01 * math.sqrt(HOURS_A_YEAR))
    assert found.annual**2 == pytest.approx(0.7 * found.fast**2 + 0.3 * (found.slow or 0.0) ** 2)


def test_a_few_days_make_no_long_run() -> None:
    found = known(bars(wobble(300, 0.01), HOUR_MS), bars(wobble(10, 0.05), DAY_MS))
    assert (found.slow, found.annual) == (None, found.fast)


@pytest.mark.parametrize(("hours", "reason"), [(6, "only 4 hours"), (0, "only 0 hours")])
def test_too_few_bars_are_unknown_and_not_calm(hours: int, reason: str) -> None:
    assert reason in str(estimate(bars(wobble(hours, 0.01), HOUR_MS), [], at_ms=5))


def test_a_price_that_never_moved_is_unknown_and_not_safe() -> None:
    assert "not moved" in str(estimate(bars([7.0] * 60, HOUR_MS), [], at_ms=5))


def test_the_running_hour_may_raise_the_volatility_and_never_lower_it() -> None:
    calm = wobble(300, 0.01)
    assert known(bars([*calm, calm[-1]], HOUR_MS)).fast == pytest.approx(known(bars(calm, HOUR_MS)).fast)
    crash = known(bars([*calm, calm[-1] * math.exp(-0.2)], HOUR_MS))
    assert crash.fast**2 / HOURS_A_YEAR == pytest.approx(DECAY * 1e-4 + (1 - DECAY) * 0.04)


def test_a_move_over_missing_hours_counts_as_one_hours_share_of_it() -> None:
    gap = [(0, 1.0, 1.0, 1.0, 100.0), (4 * HOUR_MS, 1.0, 1.0, 1.0, 100.0 * math.exp(0.04))]
    assert returns(gap, HOUR_MS) == pytest.approx([0.02])


def test_a_position_without_known_volatility_is_nan_with_a_reason() -> None:
    book = Book.of((account(position(), position(symbol=ETH)),))
    found = Volatilities(known={("binanceusdm", BTC): known(bars(wobble(300, 0.01), HOUR_MS))})
    columns = found.columns(book)
    assert np.isnan(columns.annual).tolist() == [False, True]
    assert "not been read" in found.reason(("binanceusdm", ETH))
    assert found.reason(("binanceusdm", BTC)) == ""
