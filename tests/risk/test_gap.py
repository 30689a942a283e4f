"""What a jump costs: published values, and agreement with the margin engine."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from monitor.risk.gap import JUMPS, expected_shortfall, gaps
from monitor.risk.report import assess
from tests.build import account, flat_bracket, isolated, position


def columns(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)


def shortfall(std: float, *, liquidation: float = 90.0, side: float = 1.0, inverse: bool = False) -> float:
    bankruptcy = 90.0 * (1.0 - 0.0056)
    if inverse or side < 0:
        bankruptcy = liquidation * liquidation / (liquidation * (1.0 - 0.0056)) if inverse else 90.0 * 1.0056
    found = expected_shortfall(
        columns(1.0), columns(liquidation), columns(bankruptcy), side=columns(side), inverse=inverse, std=columns(std)
    )
    return float(found[0])


@pytest.mark.parametrize(("std", "value"), [(0.002, 0.0001325992), (0.005, 0.0292627730), (0.02, 0.4852093161)])
def test_the_expected_shortfall_is_the_published_one(std: float, value: float) -> None:
    assert shortfall(std) == pytest.approx(value, abs=5e-11)


def test_a_shorts_expected_shortfall_is_the_mean_over_its_fills() -> None:
    random = np.random.default_rng(1).standard_normal(400_000) * 0.02
    samples = np.maximum(90.0 * np.exp(random) - 90.0 * 1.0056, 0.0)
    error = samples.std() / np.sqrt(len(samples))
    assert shortfall(0.02, side=-1.0) == pytest.approx(samples.mean(), abs=4 * error)


def test_a_coin_margined_long_misses_coins() -> None:
    bankruptcy = 49_000.0
    random = np.random.default_rng(2).standard_normal(400_000) * 0.02
    samples = 1e5 * np.maximum(1.0 / (50_000.0 * np.exp(random)) - 1.0 / bankruptcy, 0.0)
    found = expected_shortfall(
        columns(1e5),
        columns(50_000.0),
        columns(bankruptcy),
        side=columns(1.0),
        inverse=True,
        std=columns(0.02),
    )
    assert float(found[0]) == pytest.approx(samples.mean(), abs=4 * samples.std() / np.sqrt(len(samples)))


def found(*positions: Any, wallet: float = 5_000.0) -> Any:
    figures = assess((account(*positions, wallet=wallet),), rescue_distance=0.1).figures
    return figures, gaps(figures.book, figures.pools, figures.root, figures.bankruptcy, figures.root * 0 + 0.005)


def test_within_the_margin_nothing_is_missing_and_beyond_it_all_is() -> None:
    figures, found_gaps = found(isolated(5_000.0, brackets=flat_bracket(0.04)))
    fill = float(figures.root[0]) * (1.0 - np.array(JUMPS))
    missing = np.maximum(0.0, figures.bankruptcy[0] - fill)
    assert found_gaps.shortfall[:, 0] == pytest.approx(missing)
    assert found_gaps.shortfall[0, 0] == 0.0 < found_gaps.shortfall[-1, 0]


def test_the_realised_loss_runs_from_the_mark_to_the_fill() -> None:
    figures, found_gaps = found(isolated(5_000.0, mark_price=49_000.0))
    assert found_gaps.realized_loss[:, 0] == pytest.approx(49_000.0 - figures.root[0] * (1.0 - np.array(JUMPS)))


@pytest.mark.parametrize("side", ["long", "short"])
def test_a_larger_jump_never_costs_less(side: str) -> None:
    _, found_gaps = found(position(side=side))
    assert (np.diff(found_gaps.realized_loss[:, 0]) > 0).all()
    assert (np.diff(found_gaps.shortfall[:, 0]) >= 0).all()
    assert found_gaps.realized_loss[0, 0] > 0


def test_a_position_that_no_price_liquidates_has_no_gap_loss() -> None:
    _, found_gaps = found(position(), wallet=60_000.0)
    assert np.isnan(found_gaps.shortfall).all()
    assert np.isnan(found_gaps.expected_shortfall).all()


def test_an_unhealthy_pool_jumps_from_the_mark() -> None:
    _, found_gaps = found(isolated(5_000.0, mark_price=45_000.0))
    assert found_gaps.price[:, 0] == pytest.approx(45_000.0 * (1.0 - np.array(JUMPS)))


def test_two_legs_miss_together_what_their_difference_would_miss_alone() -> None:
    legs = position(contracts=1.0), position(side="short", contracts=0.6)
    figures = assess((account(*legs, wallet=2_200.0, position_mode="hedge"),), rescue_distance=0.1).figures
    wide = figures.root * 0 + 0.02
    both = gaps(figures.book, figures.pools, figures.root, figures.bankruptcy, wide).expected_shortfall
    net = expected_shortfall(
        columns(0.4), figures.root[:1], figures.bankruptcy[:1], side=columns(1.0), inverse=False, std=columns(0.02)
    )
    assert both == pytest.approx([net[0], net[0]])


def test_a_hedge_that_is_past_liquidation_jumps_on_against_its_larger_leg() -> None:
    legs = position(contracts=1.0), position(side="short", contracts=0.6)
    figures = assess((account(*legs, wallet=100.0, position_mode="hedge"),), rescue_distance=0.1).figures
    found_gaps = gaps(figures.book, figures.pools, figures.root, figures.bankruptcy, figures.root * 0 + 0.005)
    assert found_gaps.side.tolist() == [1.0, 1.0]
    assert found_gaps.shortfall[2] == pytest.approx([0.4 * 5_000.0 - 100.0] * 2)
