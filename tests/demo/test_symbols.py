"""Leverage brackets of the demo exchange."""

from __future__ import annotations

import pytest

from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.symbols import Schedule, load_schedules


@pytest.mark.parametrize("name", load_schedules())
def test_the_real_deductions_follow_from_floors_and_rates(name: str) -> None:
    schedule = load_schedules()[name]
    _assert_continuous(schedule)


def test_invented_schedules_are_continuous_too() -> None:
    market = Market(find_scenario("calm"), symbols=12)
    _assert_continuous(market.by_name["SYN011USDT"].schedule)


def test_the_requirement_at_a_tiers_floor_is_the_same_from_both_sides() -> None:
    schedule = load_schedules()["BTCUSDT"]
    assert schedule.requirement(50_000 - 1e-7) == pytest.approx(schedule.requirement(50_000), abs=1e-6)


def _assert_continuous(schedule: Schedule) -> None:
    deduction = 0.0
    for tier in range(1, len(schedule.floors)):
        deduction += schedule.floors[tier] * (schedule.rates[tier] - schedule.rates[tier - 1])
        assert schedule.deductions[tier] == pytest.approx(deduction, rel=1e-12)
