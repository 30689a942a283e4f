"""All marks together: published values, betas, coins, and what single prices hide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.margin.shock import common_shock, pull
from monitor.model import Account, Collateral
from monitor.risk.report import assess
from tests.build import account, flat_bracket, isolated, position

# risk-maths, section 9: equity 10,000; values, sides, betas and rates of three positions
EXAMPLE = account(
    *(
        position(
            symbol=f"C{number}/USDT:USDT",
            side=side,
            contracts=worth,
            entry_price=1.0,
            mark_price=1.0,
            brackets=flat_bracket(rate),
            beta=beta,
        )
        for number, (side, worth, beta, rate) in enumerate(
            [("long", 30_000.0, 1.0, 0.0125), ("long", 15_000.0, 1.2, 0.02), ("short", 6_000.0, 1.5, 0.025)]
        )
    ),
    wallet=10_000.0,
)


def without_betas(owner: Account) -> Account:
    return replace(owner, positions=tuple(replace(row, beta=None) for row in owner.positions))


def test_the_common_shock_with_betas_is_the_published_one() -> None:
    assert assess((EXAMPLE,), rescue_distance=0.1).pool_rows[0].common_shock_down == pytest.approx(0.2411934805)


def test_without_betas_every_mark_moves_alike() -> None:
    pool = assess((without_betas(EXAMPLE),), rescue_distance=0.1).pool_rows[0]
    assert pool.common_shock_down == pytest.approx(0.2403405370)


def test_betas_can_be_given_for_a_what_if() -> None:
    figures = assess((without_betas(EXAMPLE),), rescue_distance=0.1).figures
    betas = figures.book.mark * 0 + [1.0, 1.2, 1.5]
    down, _ = common_shock(figures.book, figures.pools, betas)
    assert float(down[0]) == pytest.approx(0.2411934805)


def test_the_position_that_uses_up_the_margin_first_has_the_largest_pull() -> None:
    figures = assess((EXAMPLE,), rescue_distance=0.1).figures
    assert pull(figures.book, figures.pools).tolist() == pytest.approx([29_625.0, 17_640.0, -9_225.0])


def test_one_position_alone_has_the_same_shock_as_its_price() -> None:
    report = assess((account(position()),), rescue_distance=0.1)
    pool, row = report.pool_rows[0], report.positions[0]
    assert pool.common_shock_down == pytest.approx(row.liquidation_distance, rel=1e-12)
    assert pool.naive_down == pytest.approx(pool.common_shock_down, rel=1e-12)


@pytest.mark.parametrize("beta", [None, 0.5, 2.0])
def test_a_coins_own_pool_falls_and_rises_with_its_beta(beta: float | None) -> None:
    row = position(
        symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=20_000.0, brackets=flat_bracket(0.01), beta=beta
    )
    owner = account(row, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.1),))
    report = assess((owner,), rescue_distance=0.1)
    distance = report.positions[0].liquidation_distance
    assert distance is not None
    assert report.pool_rows[0].common_shock_down == pytest.approx(distance / (beta or 1.0), rel=1e-9)


def test_a_hedged_pool_has_a_shock_on_both_sides() -> None:
    rows = (position(), position(symbol="ETH/USDT:USDT", side="short", contracts=2.0))
    pool = assess((account(*rows, wallet=20_000.0),), rescue_distance=0.1).pool_rows[0]
    assert pool.common_shock_down is None  # a fall earns more on the short than the long loses
    assert pool.common_shock_up is not None


def test_a_fully_covered_pool_has_no_fall_that_liquidates_it() -> None:
    pool = assess((account(position(), wallet=60_000.0),), rescue_distance=0.1).pool_rows[0]
    assert (pool.common_shock_down, pool.common_shock_up) == (None, None)


def test_each_isolated_position_is_a_pool_of_its_own() -> None:
    rows = (isolated(5_000.0), isolated(2_000.0, symbol="ETH/USDT:USDT"), position(symbol="X/USDT:USDT"))
    pools = assess((account(*rows),), rescue_distance=0.1).pool_rows
    shocks = [pool.common_shock_down for pool in pools]
    assert shocks[1] is not None
    assert shocks[1] < 0.04 < min(shocks[0] or 0, shocks[2] or 0)
