"""Ranges around the model's chances, for positions and for whole pools."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.book import FloatArray
from monitor.margin.values import value
from monitor.model import Account
from monitor.risk.calibration import HORIZONS_H, shipped
from monitor.risk.chances import Chances, pool_chances, position_chances
from monitor.risk.figures import Figures
from monitor.risk.joint import betas_alike, distances, slopes
from monitor.risk.report import assess
from monitor.risk.touch import gbm_chance, gbm_drift_chance
from monitor.risk.volatility import VolatilityColumns
from tests.build import account, flat_bracket, isolated, position
from tests.margin.test_shock import EXAMPLE, without_betas

WEEK = 7.0 / 365.0
COVARIANCE = np.array([[0.36, 0.36, 0.4032], [0.36, 0.5625, 0.468], [0.4032, 0.468, 0.9216]])


def figures_of(*accounts: Account) -> Figures:
    return assess(accounts, rescue_distance=0.1).figures


def flat(figures: Figures, volatility: float) -> VolatilityColumns:
    column: FloatArray = np.full(len(figures.book.mark), volatility)
    return VolatilityColumns(annual=column)


def of(*accounts: Account, volatility: float = 0.6) -> Chances:
    figures = figures_of(*accounts)
    return position_chances(figures, flat(figures, volatility), shipped())


def test_the_factor_shock_of_a_pool_is_touched_as_often_as_published() -> None:
    shock = figures_of(EXAMPLE).shock_down
    assert float(gbm_chance(np.log1p(-shock), np.array([0.36 * WEEK]))[0]) == pytest.approx(0.0010261, abs=5e-8)


def test_the_most_likely_way_to_die_is_the_published_one() -> None:
    figures = figures_of(without_betas(EXAMPLE))
    slope = slopes(figures.book, figures.pools)
    beta = COVARIANCE @ slope / np.sqrt(slope @ COVARIANCE @ slope)
    (z,) = distances(figures.book, figures.pools, beta[None], slope)
    assert z[0] == pytest.approx(-0.4461084664, abs=1e-9)
    driftless = gbm_drift_chance(z, np.array([WEEK]), np.zeros(1))
    assert float(driftless[0]) == pytest.approx(0.0012758835, abs=1e-9)


def test_a_pool_of_one_position_is_that_position_without_its_drift() -> None:
    figures = figures_of(account(position(brackets=flat_bracket(0.005)), wallet=5_000.0))
    slope = slopes(figures.book, figures.pools)
    beta = betas_alike(figures.pools, slope, np.full(1, 0.6), 0.64)
    (z,) = distances(figures.book, figures.pools, beta[None], slope)
    assert z[0] == pytest.approx(np.log(figures.root[0] / figures.book.mark[0]) / 0.6, rel=1e-9)


def test_the_joint_chance_of_a_pool_agrees_with_a_simulation_of_its_marks() -> None:
    """Correlated marks, health looked at 64 times in a week; the published direction is 12 % low there."""
    figures = figures_of(without_betas(EXAMPLE))
    slope = slopes(figures.book, figures.pools)
    beta = COVARIANCE @ slope / np.sqrt(slope @ COVARIANCE @ slope)
    (z,) = distances(figures.book, figures.pools, beta[None], slope)
    said = float(gbm_drift_chance(z, np.array([WEEK]), np.zeros(1))[0])
    random, root = np.random.default_rng(3), np.linalg.cholesky(COVARIANCE * WEEK / 64)
    moved, dead = np.zeros((100_000, 3)), np.zeros(100_000, dtype=bool)
    for _ in range(64):
        moved += random.standard_normal((100_000, 3)) @ root.T - 0.5 * np.diag(COVARIANCE) * WEEK / 64
        dead |= figures.pools.health[0] + (np.exp(moved) - 1.0) @ slope < 0.0
    error = np.sqrt(dead.mean() / 100_000)
    assert 0.75 * dead.mean() - 4 * error < said < 1.1 * dead.mean() + 4 * error


def test_every_chance_is_a_range_around_the_models_figure() -> None:
    chances = of(account(position(), wallet=6_000.0))
    assert chances.model.shape == (len(HORIZONS_H), 1)
    assert (chances.low <= chances.model).all()
    assert (chances.model <= chances.high).all()
    assert (chances.low <= chances.middle).all()
    assert (chances.middle <= chances.high).all()
    assert (chances.low < chances.high).all()


@given(st.floats(2_000.0, 30_000.0), st.floats(0.1, 2.0), st.sampled_from(["long", "short"]))
def test_ranges_grow_with_time_and_volatility_and_shrink_with_distance(wallet: float, sigma: float, side: str) -> None:
    near = of(account(position(side=side), wallet=wallet), volatility=sigma)
    far = of(account(position(side=side), wallet=wallet * 1.1), volatility=sigma)
    wild = of(account(position(side=side), wallet=wallet), volatility=sigma * 1.1)
    for one, other, more in zip(
        (near.low, near.middle, near.high),
        (far.low, far.middle, far.high),
        (wild.low, wild.middle, wild.high),
        strict=True,
    ):
        assert (np.diff(one, axis=0) >= 0).all()
        assert (other <= one + 1e-12).all()
        assert (more >= one - 1e-12).all()


def test_an_unknown_volatility_is_an_unknown_chance() -> None:
    chances = of(account(position(), wallet=6_000.0), volatility=np.nan)
    for column in (chances.model, chances.low, chances.high, chances.deviations, chances.median_days):
        assert np.isnan(column).all()


def test_a_position_past_its_liquidation_price_is_certain_and_not_unlikely() -> None:
    chances = of(account(position(entry_price=60_000.0), wallet=9_000.0))
    assert (chances.low == 1.0).all()
    assert chances.median_days[0] == 0.0


def test_a_position_that_no_price_liquidates_has_no_chance_and_no_distance() -> None:
    chances = of(account(position(), wallet=60_000.0))
    assert (chances.high == 0.0).all()
    assert np.isinf(chances.deviations[0])


def test_a_pool_whose_wallet_is_unknown_is_unknown() -> None:
    figures = figures_of(replace(account(position()), collateral=()))
    assert np.isnan(pool_chances(figures, flat(figures, 0.6), shipped()).model).all()


def test_a_pool_of_two_like_longs_dies_sooner_than_either_price_alone_says() -> None:
    rows = (position(), position(symbol="ETH/USDT:USDT", contracts=20.0, entry_price=2_500.0, mark_price=2_500.0))
    figures = figures_of(account(*rows, wallet=16_000.0))
    volatility = flat(figures, 0.7)
    alone = position_chances(figures, volatility, shipped())
    together = pool_chances(figures, volatility, shipped())
    assert together.middle[3, 0] > 3 * alone.middle[3].max()


def test_a_hedge_is_safer_when_marks_move_as_one_and_the_range_says_so() -> None:
    rows = (
        position(),
        position(symbol="ETH/USDT:USDT", side="short", contracts=20.0, entry_price=2_500.0, mark_price=2_500.0),
    )
    figures = figures_of(account(*rows, wallet=9_000.0))
    chances = pool_chances(figures, flat(figures, 0.7), shipped())
    assert chances.low[3, 0] < 0.2 * chances.high[3, 0]


def test_both_legs_of_a_hedged_symbol_count_as_one_price() -> None:
    rows = (position(contracts=2.0), position(side="short", contracts=0.5))
    owner = account(*rows, wallet=9_000.0, position_mode="hedge")
    figures = figures_of(owner)
    slope = slopes(figures.book, figures.pools)
    beta = betas_alike(figures.pools, slope, np.full(2, 0.6), 0.64)
    (z,) = distances(figures.book, figures.pools, beta[None], slope)
    assert z[0] == pytest.approx(np.log(figures.root[0] / figures.book.mark[0]) / 0.6, rel=1e-9)


def test_the_legs_of_a_symbol_share_the_slope_of_their_price() -> None:
    rows = (position(contracts=2.0), position(side="short", contracts=0.5), position(symbol="ETH/USDT:USDT"))
    figures = figures_of(account(*rows, wallet=90_000.0, position_mode="hedge"))
    moved = value(figures.book.at(figures.book.mark * np.array([1.001, 1.001, 1.0])), figures.pools.layout)
    slope = slopes(figures.book, figures.pools)
    assert float(slope[:2].sum()) == pytest.approx(float(moved.health[0] - figures.health[0]) / 0.001, rel=1e-6)


def test_a_longer_time_is_never_told_as_less_likely_whatever_the_curves_say() -> None:
    curves = tuple(
        msgspec.structs.replace(curve, predicted=(0.5,), observed=(seen,), lowest=(seen,), highest=(seen,))
        for curve, seen in zip(shipped().curves, (0.5, 0.01, 0.01, 0.01), strict=True)
    )
    figures = figures_of(account(position(), wallet=600.0))
    chances = position_chances(figures, flat(figures, 0.6), msgspec.structs.replace(shipped(), curves=curves))
    assert (np.diff(chances.middle, axis=0) >= 0).all()


def test_an_isolated_position_dies_by_its_own_margin_only() -> None:
    chances = of(account(isolated(2_500.0), position(symbol="ETH/USDT:USDT"), wallet=40_000.0))
    assert chances.middle[2, 0] > chances.middle[2, 1]
