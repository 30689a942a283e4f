"""All marks together: published values, betas, coins, what single prices hide, and moving all marks for once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monitor.book import Book
from monitor.margin.shock import common_shock, pull
from monitor.margin.values import value
from monitor.model import Account, Collateral
from monitor.risk.report import RiskReport, assess
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


def held(currency: str, balance: float, price: float) -> Collateral:
    return Collateral(currency=currency, wallet_balance=balance, index_price=price)


def in_dollars(*collateral: Collateral, **changes: float | str | bool) -> Account:
    eth = position(
        symbol="ETH/USDT:USDT", contracts=10.0, entry_price=3_000.0, mark_price=3_000.0, brackets=flat_bracket(0.004)
    )
    return account(eth, account_mode="multi_currency", collateral=collateral, **changes)


def report_of(owner: Account) -> RiskReport:
    return assess((owner,), rescue_distance=0.1)


def health_at(owner: Account, move: float) -> float:
    report = report_of(owner)
    book = Book.of((owner,))
    factor = np.maximum(1.0 + report.pools.layout.beta * move, 0.0)
    return float(value(book.at(book.mark * factor), report.pools.layout, 1.0 + move).health[0])


def test_coins_that_only_stand_as_collateral_fall_with_all_else_and_dollars_do_not() -> None:
    owner = in_dollars(held("BTC", 0.5, 60_000.0), held("USDT", -10_000.0, 1.0), held("EUR", 1_000.0, 1.1))
    down = float(report_of(owner).figures.shock_down[0])
    # 30,000 of BTC + 30,000 of ETH - 10,000 + 1,100: equity 21,100 falls by 60,000 a unit, the requirement is 0.4 %
    assert down == pytest.approx((21_100.0 - 120.0) / (60_000.0 - 120.0), rel=1e-9)
    assert health_at(owner, -down) == pytest.approx(0.0, abs=1e-6)


def test_a_coin_of_an_inverse_position_in_a_pool_in_dollars_hides_no_fall() -> None:
    coin = position(
        symbol="BTC/USD:BTC",
        contracts=1.0,
        contract_size=100.0,
        inverse=True,
        settle="BTC",
        brackets=flat_bracket(0.004),
    )
    eth = position(symbol="ETH/USDT:USDT", contracts=3.0, entry_price=3_000.0, mark_price=3_000.0)
    money = (held("BTC", 0.0, 50_000.0), held("USDT", 8_300.0, 1.0))
    owner = account(eth, coin, venue="okx", account_mode="multi_currency", collateral=money)
    down = float(report_of(owner).figures.shock_down[0])
    assert health_at(owner, -down) == pytest.approx(0.0, abs=1e-6)


def test_a_steep_coin_that_reached_zero_lets_the_others_fall_on() -> None:
    btc = position(contracts=1.0, entry_price=60_000.0, mark_price=60_000.0, brackets=flat_bracket(0.004))
    doge = position(symbol="DOGE/USDT:USDT", side="short", contracts=10.0, entry_price=0.2, mark_price=0.2, beta=2.0)
    owner = account(btc, doge, wallet=36_000.0)
    down = float(report_of(owner).figures.shock_down[0])
    assert 0.5 < down < 1.0
    assert health_at(owner, -down) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(("side", "mark", "healing"), [("long", 2_450.0, 1), ("short", 3_550.0, -1)])
def test_a_pool_with_cliffs_that_is_past_liquidation_is_healed_by_a_negative_fall_or_rise(
    side: str, mark: float, healing: int
) -> None:
    eth = position(
        symbol="ETH/USDT:USDT",
        side=side,
        contracts=10.0,
        entry_price=3_000.0,
        mark_price=mark,
        bracket_scheme="whole_position",
        brackets=flat_bracket(0.01),
    )
    figures = report_of(account(eth, wallet=2_600.0)).figures
    down, up = float(figures.shock_down[0]), float(figures.shock_up[0])
    owned, other = (down, up) if healing > 0 else (up, down)
    assert owned < 0.0
    assert np.isnan(other)


def test_what_nothing_heals_has_no_rise_of_less_than_all() -> None:
    owner = account(position(side="short", contracts=1.0), wallet=-60_000.0)
    figures = report_of(owner).figures
    assert np.isnan(figures.shock_up[0])
