"""The largest leverage for a chosen chance: published values, and its own liquidation price put back."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.risk.leverage import largest_leverage
from monitor.risk.report import assess
from monitor.risk.touch import DAY_YEARS, driftless_chance
from tests.build import account, flat_bracket, isolated


def leverage(
    chance: float, days: float, *, direction: float = 1.0, gaussian: bool = True, volatility: float = 0.6
) -> float:
    column = np.ones(1)
    return float(
        largest_leverage(
            chance,
            volatility=volatility * column,
            days=days,
            maintenance_rate=0.005 * column,
            fee_rate=0.0006 * column,
            direction=direction * column,
            gaussian=gaussian,
        )[0]
    )


@pytest.mark.parametrize(
    ("chance", "days", "expected"),
    [(0.01, 1, 12.0664615), (0.05, 1, 15.3933594), (0.01, 7, 5.0711129), (0.05, 30, 3.4460155)],
)
def test_the_largest_leverage_is_the_published_one(chance: float, days: float, expected: float) -> None:
    assert leverage(chance, days) == pytest.approx(expected, abs=5e-8)


def test_fat_tails_allow_less() -> None:
    assert leverage(0.01, 1, gaussian=False) < leverage(0.01, 1)


@pytest.mark.parametrize(("side", "direction"), [("long", 1.0), ("short", -1.0)])
def test_its_liquidation_price_is_touched_just_so_often(side: str, direction: float) -> None:
    allowed = leverage(0.02, 7, direction=direction, gaussian=False)
    row = isolated(
        50_000 / allowed, side=side, entry_price=50_000.0, mark_price=50_000.0, brackets=flat_bracket(0.0056)
    )
    price = assess((account(row),), rescue_distance=0.1).positions[0].liquidation_price
    assert price is not None
    chance = driftless_chance(np.log([price / 50_000.0]), np.array([0.36 * 7 * DAY_YEARS]))
    assert chance[0] == pytest.approx(0.02, rel=1e-6)


def test_a_longer_time_and_a_wilder_price_allow_less() -> None:
    assert leverage(0.01, 7) > leverage(0.01, 8)
    assert leverage(0.01, 7, volatility=0.61) < leverage(0.01, 7)


def test_without_a_volatility_no_leverage_is_named() -> None:
    assert np.isnan(leverage(0.01, 7, volatility=np.nan))
