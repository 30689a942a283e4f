"""Pools that are past liquidation, or empty: figures stay finite, signs stay right."""

from __future__ import annotations

import math

import pytest

from monitor.model import Bracket, Collateral
from monitor.risk.report import RiskReport, assess
from tests.build import account, flat_bracket, isolated, position


def judge(*rows: object, wallet: float = 10_000.0, venue: str = "binanceusdm") -> RiskReport:
    return assess((account(*rows, wallet=wallet, venue=venue),), rescue_distance=0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize("side", ["long", "short"])
def test_past_liquidation_the_price_is_the_one_that_would_heal_it_and_the_distance_is_negative(side: str) -> None:
    risk = judge(isolated(100.0, side=side, brackets=flat_bracket(0.005))).positions[0]
    assert risk.liquidation_price is not None
    assert risk.liquidation_distance is not None
    assert (risk.liquidation_price > 50_000) == (side == "long")
    assert risk.liquidation_distance < 0


def test_a_ratio_whose_equity_is_gone_is_shown_as_past_liquidation() -> None:
    assert judge(position(), wallet=-5.0).pool_rows[0].margin_ratio == 99.0


def test_the_common_shock_of_a_pool_past_liquidation_is_negative() -> None:
    pool = judge(position(), wallet=100.0).pool_rows[0]
    assert pool.common_shock_down is not None
    assert pool.common_shock_down < 0


def test_a_pool_without_positions_is_safe_and_has_no_shock() -> None:
    pool = judge().pool_rows[0]
    assert (pool.margin_ratio, pool.common_shock_down, pool.positions) == (0.0, None, 0)


def test_an_account_without_anything_gives_an_empty_report() -> None:
    report = assess((account(collateral=()),), rescue_distance=0.1)
    assert (report.positions, report.pool_rows) == ((), ())


def test_no_accounts_give_an_empty_report() -> None:
    assert assess((), rescue_distance=0.1).positions == ()


def test_a_cliff_past_liquidation_gets_the_price_that_heals_it() -> None:
    tiers = (Bracket(floor=0.0, rate=0.01, deduction=0.0), Bracket(floor=60_000.0, rate=0.05, deduction=0.0))
    row = position(bracket_scheme="whole_position", brackets=tiers)
    risk = judge(row, wallet=100.0, venue="elsewhere").positions[0]
    assert risk.liquidation_price == pytest.approx(49_900.0 / 0.99)
    assert risk.liquidation_distance is not None
    assert risk.liquidation_distance < 0


def test_no_figure_is_infinite_or_nan() -> None:
    for wallet in (-1e9, 0.0, 1e-9, 1e18):
        report = judge(position(), position(symbol="ETH/USDT:USDT", side="short"), isolated(1.0), wallet=wallet)
        for row in (*report.positions, *report.pool_rows):
            numbers = [getattr(row, name) for name in row.__struct_fields__]
            assert all(math.isfinite(number) for number in numbers if isinstance(number, float))


def test_a_coin_short_with_just_its_own_coin_behind_it_has_no_price() -> None:
    short = position(
        symbol="BTC/USD:BTC",
        settle="BTC",
        inverse=True,
        side="short",
        contracts=60_000.0,
        entry_price=60_000.0,
        mark_price=60_000.0,
        brackets=flat_bracket(0.0),
    )
    owner = account(short, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=1.0),))
    assert assess((owner,), rescue_distance=0.1).positions[0].liquidation_price is None
