"""Shocks, one coin at a time, and legs on several accounts, as the report tells them."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from monitor.model import Account, Collateral
from monitor.reports import stress_text
from monitor.risk.report import assess
from monitor.risk.stress_report import stress_report
from monitor.risk.stress_rows import StressReport
from tests.build import account, flat_bracket, isolated, position

BTC = position(brackets=flat_bracket(0.005))
ETH = position(symbol="ETH/USDT:USDT", contracts=4.0, brackets=flat_bracket(0.01))
LONG = account(BTC, id="long", wallet=12_000.0)
SHORT = account(replace(BTC, side="short"), id="short", wallet=40_000.0)


def of(*accounts: Account) -> StressReport:
    return stress_report(assess(accounts, rescue_distance=0.1).figures, 5)


def test_the_ladder_adds_what_the_living_gain_and_all_that_the_dead_held() -> None:
    report = of(LONG, SHORT)
    at = report.moves.index(-0.30)
    everything, long, short = report.ladder
    assert (everything.account_id, long.account_id, short.account_id) == ("", "long", "short")
    assert (everything.liquidated[at], long.liquidated[at], short.liquidated[at]) == (1, 1, 0)
    assert long.change[at] == pytest.approx(-12_000.0)
    assert short.change[at] == pytest.approx(15_000.0)
    assert everything.change[at] == pytest.approx(3_000.0)


def test_a_pool_whose_equity_is_gone_has_the_ratio_that_its_row_has() -> None:
    report = of(LONG)
    gone = assess((replace(LONG, collateral=(Collateral(currency="USDT", wallet_balance=-5.0),)),), rescue_distance=0.1)
    assert report.ladder[0].worst_ratio[report.moves.index(-0.30)] == gone.pool_rows[0].margin_ratio == 99.0


def test_the_ladder_agrees_with_the_common_shock() -> None:
    shock = assess((LONG,), rescue_distance=0.1).pool_rows[0].common_shock_down
    report = of(LONG)
    assert shock is not None
    assert [count == 1 for count in report.ladder[1].liquidated] == [move < -shock for move in report.moves]


def test_one_coin_alone_moves_only_its_own_positions() -> None:
    report = of(account(BTC, ETH, wallet=90_000.0))
    heat = report.heat[0]
    assert heat.coins == ("ETH", "BTC")  # by value at stake
    at = report.moves.index(-0.10)
    assert heat.change[0][at] == pytest.approx(-20_000.0)
    assert heat.change[1][at] == pytest.approx(-5_000.0)
    assert report.ladder[0].change[at] == pytest.approx(-25_000.0)


def test_an_isolated_position_loses_no_more_than_its_margin() -> None:
    report = of(account(isolated(2_000.0), wallet=50_000.0))
    assert min(change for change in report.ladder[0].change if change is not None) == pytest.approx(-2_000.0)


def test_legs_that_hedge_each_other_die_apart_and_the_transfer_makes_them_equal() -> None:
    row = of(LONG, SHORT).across[0]
    assert (row.coin, row.delta, row.gross) == ("BTC", pytest.approx(0.0), 2.0)
    assert [leg.account_id for leg in row.legs] == ["long", "short"]  # the first to die
    assert row.legs[0].death_move is not None
    assert row.legs[0].transfer is not None
    assert sum(leg.transfer or 0.0 for leg in row.legs) == pytest.approx(0.0, abs=1e-6)
    moved = row.legs[0].transfer
    after = of(account(BTC, id="long", wallet=12_000.0 + moved), replace(SHORT, collateral=_dollars(40_000.0 - moved)))
    moves = [abs(leg.death_move or 0.0) for leg in after.across[0].legs]
    assert moves == pytest.approx([row.equal_move, row.equal_move], rel=1e-9)


def _dollars(amount: float) -> tuple[Collateral, ...]:
    return (Collateral(currency="USDT", wallet_balance=amount),)


def test_legs_that_lean_the_same_way_get_no_transfer_but_a_reason() -> None:
    row = of(LONG, replace(LONG, id="other")).across[0]
    assert row.equal_move is None
    assert {leg.transfer for leg in row.legs} == {None}
    assert "same way" in row.reason


def test_a_coin_on_one_account_only_is_not_across() -> None:
    assert of(account(BTC, ETH), account(replace(ETH, side="short"), id="b")).across[0].coin == "ETH"
    assert of(LONG).across == ()


def test_a_leg_that_is_past_its_liquidation_dies_at_once() -> None:
    dead = account(replace(BTC, entry_price=70_000.0), id="dead", wallet=1_000.0)
    row = of(dead, SHORT).across[0]
    assert (row.legs[0].account_id, row.legs[0].death_move) == ("dead", 0.0)


def test_a_coin_wallet_without_a_price_is_left_out_with_a_reason() -> None:
    report = of(account(BTC, collateral=(*_dollars(9_000.0), Collateral(currency="SOL", wallet_balance=3.0))))
    assert len(report.left_out) == 1
    assert "no price of SOL" in report.left_out[0]
    assert report.ladder[0].change[0] is not None


def test_an_account_of_which_nothing_is_known_is_unknown_and_not_unharmed() -> None:
    report = of(replace(LONG, collateral=()))
    assert set(report.ladder[1].change) == {None}
    assert {row.accounts[0].loss for row in report.crashes} == {None}


def test_deaths_are_told_in_the_order_of_time() -> None:
    far = replace(LONG, id="far", collateral=_dollars(22_000.0))
    covid = next(crash for crash in of(far, LONG).crashes if crash.id == "covid")
    assert [death.account_id for death in covid.deaths] == ["long", "far"]
    assert covid.deaths[0].hours < covid.deaths[1].hours
    assert covid.loss == pytest.approx(34_000.0)
    assert covid.accounts[0].first_death_h == covid.deaths[1].hours


def test_the_report_survives_the_border_and_reads_as_text() -> None:
    report = of(LONG, SHORT)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(report), type=StressReport) == report
    told = stress_text.text(report)
    assert "long cross:USDT dies of BTC/USDT:USDT long" in told
    assert "(synthetic)" in told
    assert "then all would die at a move of" in told


def test_no_accounts_make_an_empty_report() -> None:
    report = of()
    assert report.across == ()
    assert all(crash.loss == 0.0 for crash in report.crashes)
