"""The 66 traps of a naive margin monitor: each that the engine can fall into has a test that is named for it.

PITFALLS maps the number of a trap to the test that covers it, or to the part of the program that the trap belongs to.
"""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from monitor.margin import money
from monitor.model import Account, Bracket, Collateral, Position
from monitor.risk.report import RiskReport, assess
from tests.build import BTC_BRACKETS, account, flat_bracket, isolated, position

HERE = Path(__file__).parent
READER = "reading answers (venues/): "
WORDS = "what is told to the user: "

PITFALLS: dict[int, str] = {
    1: "test_01_contracts_are_not_coins",
    2: READER + "contract sizes come from the environment's own listing",
    3: "test_03_inverse_money_is_in_the_coin",
    4: READER + "units of ratios; the engine's own is a fraction, tested in 7",
    5: READER + "a rate and an amount of one name",
    6: "test_06_usdt_is_not_usd",
    7: "test_07_one_ratio_rises_towards_liquidation_on_every_venue",
    8: "test_08_unimmr_liquidates_at_105_percent",
    9: "test_09_the_ratio_is_not_truncated",
    10: READER + "ccxt's unified ratio is never read",
    11: READER + "sentinels become None",
    12: "test_cases.py:test_the_case_is_reproduced_at_its_tolerance",
    13: "test_13_no_price_is_not_safety",
    14: "test_14_an_inverse_short_with_enough_coin_has_no_price",
    15: "test_15_an_equal_hedge_is_liquidated_by_a_rise",
    16: "test_16_a_price_that_the_venue_keeps_silent_is_no_disagreement",
    17: "test_17_a_cliff_has_no_deduction_and_is_no_maximum",
    18: "test_18_tiers_count_what_the_venue_counts",
    19: "test_19_the_tier_is_that_of_the_liquidation_price",
    20: "test_20_on_a_floor_the_upper_tier_holds",
    21: READER + "deductions come with the tiers",
    22: READER + "tiers are read again, with their time",
    23: "test_cases.py:test_the_case_is_reproduced_at_its_tolerance",
    24: "test_24_each_venue_counts_its_own_fee",
    25: "test_25_the_fee_is_added_and_not_multiplied",
    26: "test_26_the_fee_is_the_users_own_and_an_assumed_one_says_so",
    27: "test_27_bybits_closing_fee_changes_with_the_leverage",
    28: "test_cases.py:test_a_known_mismatch_stays_one",
    29: "test_29_bybit_rounds_towards_the_earlier_liquidation",
    30: "test_30_okx_moves_isolated_prices_by_one_tick_and_cross_ones_not",
    31: "test_31_binance_is_not_rounded",
    32: "test_32_tiny_rates_and_prices_keep_their_digits",
    33: "test_33_comparison_is_relative_and_not_of_strings",
    34: "test_34_bybits_eras_differ_by_the_date",
    35: "test_35_a_bitget_account_can_hold_both_schedules",
    36: "test_36_okx_portfolio_margin_is_repeated_and_not_recomputed",
    37: "test_34_bybits_eras_differ_by_the_date",
    38: "test_38_the_entry_price_of_the_snapshot_is_the_venues_own_basis",
    39: "test_39_other_positions_requirement_counts",
    40: "test_40_the_common_shock_is_nearer_than_any_single_price",
    41: "test_41_another_symbols_mark_moves_a_cross_price",
    42: "test_42_isolated_margin_is_outside_the_cross_pool",
    43: "test_43_isolated_margin_is_taken_without_pnl",
    44: READER + "resting orders are not part of a snapshot",
    45: "test_45_netting_of_hedges_differs_by_venue",
    46: "test_46_cross_and_isolated_of_one_symbol_are_two_positions",
    47: "test_47_debts_are_not_reduced",
    48: "test_48_haircuts_are_marginal_by_quantity",
    49: READER + "collateral switches",
    50: "test_50_profit_counts_at_bid_and_loss_at_ask",
    51: READER + "balances are read anew each time",
    52: "test_52_collateral_in_the_positions_coin_falls_with_it",
    53: "test_53_unsettled_funding_is_not_in_the_price",
    54: "test_54_the_distance_is_measured_from_the_mark",
    55: WORDS + "a liquidation price is no execution price",
    56: READER + "ADL ranks keep the venue's own scale",
    57: WORDS + "nothing is promised about negative balances",
    58: WORDS + "warning streams are not a source of alerts",
    59: "test_59_a_leverage_of_zero_divides_nothing",
    60: READER + "unified None",
    61: "test_61_the_maintenance_margin_has_its_deduction",
    62: "test_62_marks_of_different_instants_are_modelled",
    63: "test_62_marks_of_different_instants_are_modelled",
    64: "test_cases.py:test_a_known_mismatch_stays_one",
    65: READER + "rows without size are no positions",
    66: "test_66_an_unknown_mode_is_not_recomputed",
}


def judge(*owners: Account, at_ms: int | None = None) -> RiskReport:
    return assess(owners, rescue_distance=0.1, at_ms=at_ms)


def price(owner: Account, row: int = 0, at_ms: int | None = None) -> float | None:
    return judge(owner, at_ms=at_ms).positions[row].liquidation_price


def coin(**changes: Any) -> Position:
    return position(
        **{"symbol": "BTC/USD:BTC", "settle": "BTC", "inverse": True, "brackets": flat_bracket(0.005), **changes}
    )


def coins(amount: float) -> tuple[Collateral, ...]:
    return (Collateral(currency="BTC", wallet_balance=amount),)


@pytest.mark.parametrize("number", range(1, 67))
def test_every_trap_has_a_test_or_belongs_elsewhere(number: int) -> None:
    place = PITFALLS[number]
    if place.startswith((READER, WORDS)):
        return
    file, _, name = place.rpartition(":")
    if not file:
        assert place in globals()
        return
    spec = importlib.util.spec_from_file_location("elsewhere", HERE / file)
    assert spec is not None
    assert f"def {name}(" in (HERE / file).read_text()


def test_01_contracts_are_not_coins() -> None:
    small = price(account(position(contracts=100.0, contract_size=0.01, brackets=flat_bracket(0.005))))
    assert small == pytest.approx(price(account(position(contracts=1.0, brackets=flat_bracket(0.005)))))


def test_03_inverse_money_is_in_the_coin() -> None:
    risk = judge(account(coin(contracts=10_000.0), venue="binancecoinm", collateral=coins(1.0))).positions[0]
    assert (risk.notional, risk.maintenance_margin) == (pytest.approx(0.2), pytest.approx(0.001))


def test_06_usdt_is_not_usd() -> None:
    held = (Collateral(currency="USDT", wallet_balance=10_000.0, index_price=0.9),)
    pool = judge(account(position(), account_mode="multi_currency", collateral=held)).pool_rows[0]
    assert (pool.settle, pool.equity) == ("USD", pytest.approx(9_000.0))


@pytest.mark.parametrize("venue", ["binanceusdm", "okx", "gate", "phemex", "bybit", "hyperliquid", "htx", "dydx"])
def test_07_one_ratio_rises_towards_liquidation_on_every_venue(venue: str) -> None:
    calm, tense = (
        judge(account(position(mark_price=mark), wallet=8_000.0, venue=venue)).pool_rows[0].margin_ratio
        for mark in (50_000.0, 43_000.0)
    )
    assert calm is not None
    assert tense is not None
    assert calm < tense < 1


def test_08_unimmr_liquidates_at_105_percent() -> None:
    held = (Collateral(currency="USDT", wallet_balance=10_000.0, index_price=1.0),)
    owner = account(position(brackets=flat_bracket(0.01)), account_mode="portfolio", collateral=held)
    root = price(owner)
    assert root is not None
    moved = replace(owner, positions=(replace(owner.positions[0], mark_price=root),))
    assert judge(moved).pool_rows[0].venue_ratio == pytest.approx(1.05)


def test_09_the_ratio_is_not_truncated() -> None:
    ratio = judge(account(position(contracts=0.001), venue="bybit")).pool_rows[0].venue_ratio
    assert ratio is not None
    assert 0 < ratio < 1e-4


def test_13_no_price_is_not_safety() -> None:
    owner = account(position(), venue="okx", account_mode="portfolio", reported_margin_ratio=1.25)
    report = judge(owner)
    assert report.positions[0].liquidation_price is None
    assert report.pool_rows[0].margin_ratio == pytest.approx(0.8)


def test_14_an_inverse_short_with_enough_coin_has_no_price() -> None:
    owner = account(coin(side="short", contracts=10_000.0), venue="binancecoinm", collateral=coins(0.25))
    assert price(owner) is None


def test_15_an_equal_hedge_is_liquidated_by_a_rise() -> None:
    rows = (
        position(entry_price=60_000.0, mark_price=60_000.0),
        position(side="short", entry_price=60_000.0, mark_price=60_000.0),
    )
    found = price(account(*(replace(row, brackets=flat_bracket(0.005)) for row in rows), wallet=900.0))
    assert found == pytest.approx(90_000.0)


def test_16_a_price_that_the_venue_keeps_silent_is_no_disagreement() -> None:
    assert judge(account(position(), wallet=49_000.0)).positions[0].agreement == "venue silent"


def cliff(unit: str, *floors: float) -> dict[str, Any]:
    tiers = tuple(Bracket(floor=floor, rate=0.005 * (step + 1), deduction=0.0) for step, floor in enumerate(floors))
    return {"bracket_unit": unit, "bracket_scheme": "whole_position", "brackets": tiers}


def test_17_a_cliff_has_no_deduction_and_is_no_maximum() -> None:
    rows = [position(contracts=size, contract_size=0.01, **cliff("contracts", 0.0, 101.0)) for size in (100.0, 101.0)]
    first, second = (judge(account(row, venue="okx")).positions[0].maintenance_margin for row in rows)
    assert (first, second) == (pytest.approx(250.0), pytest.approx(505.0))


def test_18_tiers_count_what_the_venue_counts() -> None:
    rows = [
        position(symbol=name, contracts=60.0, contract_size=0.01, **cliff("contracts", 0.0, 101.0))
        for name in ("BTC/USDT:USDT-261225", "BTC/USDT:USDT-270326")
    ]
    together = judge(account(*rows, venue="okx")).positions[0]
    alone = judge(account(rows[0], venue="okx")).positions[0]
    assert (together.tier, alone.tier) == (2, 1)


def test_19_the_tier_is_that_of_the_liquidation_price() -> None:
    row = isolated(30_500.0, contracts=10.0, entry_price=61_000.0, mark_price=61_000.0, brackets=BTC_BRACKETS)
    risk = judge(account(row)).positions[0]
    assert (risk.tier, risk.tier_at_liquidation) == (3, 2)
    assert risk.liquidation_price == pytest.approx(58_236.180904522613)


@pytest.mark.parametrize(("value", "tier"), [(49_999.0, 1), (50_000.0, 2)])
def test_20_on_a_floor_the_upper_tier_holds(value: float, tier: int) -> None:
    assert judge(account(position(entry_price=value, mark_price=value))).positions[0].tier == tier


@pytest.mark.parametrize(
    ("venue", "rate"),
    [("binanceusdm", 0.005), ("okx", 0.0055), ("bitget", 0.0055), ("gate", 0.0055), ("hyperliquid", 0.005)],
)
def test_24_each_venue_counts_its_own_fee(venue: str, rate: float) -> None:
    row = isolated(5_000.0, brackets=flat_bracket(0.005), tick_size=None)
    assert price(account(row, venue=venue)) == pytest.approx(45_000.0 / (1.0 - rate), rel=1e-12)


def test_25_the_fee_is_added_and_not_multiplied() -> None:
    row = isolated(5_000.0, brackets=flat_bracket(0.005))
    assert price(account(row, venue="bitget")) != pytest.approx(45_000.0 / (0.995 * 0.9995), rel=1e-9)


def test_26_the_fee_is_the_users_own_and_an_assumed_one_says_so() -> None:
    row = isolated(5_000.0, brackets=flat_bracket(0.005), tick_size=None)
    cheap = price(account(row, venue="okx", taker_fee_rate=0.0002))
    assumed = judge(account(row, venue="okx", taker_fee_rate=None)).positions[0]
    assert cheap == pytest.approx(45_000.0 / 0.9948)
    assert assumed.liquidation_price == pytest.approx(45_000.0 / 0.9945)
    assert (assumed.basis, "assumed" in assumed.basis_reason) == ("estimate", True)


def test_27_bybits_closing_fee_changes_with_the_leverage() -> None:
    first, second = (
        judge(account(position(leverage=leverage), venue="bybit")).positions[0].maintenance_margin
        for leverage in (10.0, 20.0)
    )
    assert first is not None
    assert second is not None
    assert second - first == pytest.approx(50_000.0 * 0.0005 * 0.05)


def test_29_bybit_rounds_towards_the_earlier_liquidation() -> None:
    long = isolated(5_000.0, brackets=flat_bracket(0.005), tick_size=0.5)
    short = replace(long, side="short")
    owner = account(long, short, venue="bybit", position_mode="hedge")
    roots = [row.liquidation_root for row in judge(owner).positions]
    assert roots == pytest.approx([45_226.1307, 54_726.3682])
    assert [price(owner, row) for row in (0, 1)] == [45_226.5, 54_726.0]


def test_30_okx_moves_isolated_prices_by_one_tick_and_cross_ones_not() -> None:
    alone = judge(account(isolated(5_000.0, tick_size=0.5), venue="okx")).positions[0]
    cross = judge(account(position(tick_size=0.5), venue="okx")).positions[0]
    assert alone.liquidation_price == pytest.approx((alone.liquidation_root or 0) + 0.5)
    assert cross.liquidation_price == cross.liquidation_root


def test_31_binance_is_not_rounded() -> None:
    assert price(account(isolated(5_000.0, brackets=flat_bracket(0.005), tick_size=10.0))) == pytest.approx(
        45_226.13065
    )


def test_32_tiny_rates_and_prices_keep_their_digits() -> None:
    row = isolated(1.0, contracts=1e9, entry_price=1e-8, mark_price=1e-8, brackets=flat_bracket(1e-7))
    assert price(account(row)) == pytest.approx(9e-9 / (1 - 1e-7), rel=1e-12)


def test_33_comparison_is_relative_and_not_of_strings() -> None:
    right = price(account(isolated(5_000.0), venue="okx"))
    assert right is not None
    row = isolated(5_000.0, reported_liquidation_price=right * (1 + 1e-15))
    assert judge(account(row, venue="okx")).positions[0].agreement == "agrees"


def test_34_bybits_eras_differ_by_the_date() -> None:
    row = isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005), tick_size=None)
    owner = account(row, venue="bybit")
    before, after = (price(owner, at_ms=at_ms) for at_ms in (1_756_771_199_999, 1_756_771_200_000))
    assert before == pytest.approx(45_250.0)  # the article's figure: the requirement stays at the entry value
    assert after == pytest.approx(45_226.1306533)


def test_35_a_bitget_account_can_hold_both_schedules() -> None:
    tiers = (Bracket(floor=0.0, rate=0.004, deduction=0.0), Bracket(floor=200_000.0, rate=0.005, deduction=200.0))
    rows = [
        position(symbol=f"C{opened}/USDT:USDT", contracts=6.6, brackets=tiers, opened_ms=opened)
        for opened in (1_762_761_599_999, 1_762_761_600_000)
    ]
    report = judge(account(*rows, wallet=1e6, venue="bitget", taker_fee_rate=0.0006))
    assert [row.maintenance_margin for row in report.positions] == pytest.approx([1_848.0, 1_648.0])


def test_36_okx_portfolio_margin_is_repeated_and_not_recomputed() -> None:
    row = position(reported_liquidation_price=41_000.0)
    risk = judge(account(row, venue="okx", account_mode="portfolio")).positions[0]
    assert (risk.basis, risk.liquidation_price, risk.agreement) == ("venue", 41_000.0, "not computed")


def test_38_the_entry_price_of_the_snapshot_is_the_venues_own_basis() -> None:
    """Bybit's USDC contracts: the session's average stands in entry_price, so the PnL is the session's."""
    pnl = judge(account(position(entry_price=49_000.0), venue="bybit")).positions[0].unrealized_pnl
    assert pnl == pytest.approx(1_000.0)


def test_39_other_positions_requirement_counts() -> None:
    other = position(
        symbol="ETH/USDT:USDT", contracts=1_000.0, entry_price=1.0, mark_price=1.0, brackets=flat_bracket(0.5)
    )
    alone, beside = price(account(position())), price(account(position(), other))
    assert alone is not None
    assert beside is not None
    assert beside > alone + 499


def test_40_the_common_shock_is_nearer_than_any_single_price() -> None:
    rows = (position(), position(symbol="ETH/USDT:USDT", contracts=10.0, entry_price=5_000.0, mark_price=5_000.0))
    pool = judge(account(*rows)).pool_rows[0]
    assert pool.common_shock_down is not None
    assert pool.naive_down is not None
    assert pool.common_shock_down == pytest.approx(pool.naive_down / 2, rel=0.02)
    assert pool.first_down.startswith("main|BTC/USDT:USDT|long")


def test_41_another_symbols_mark_moves_a_cross_price() -> None:
    other = position(symbol="ETH/USDT:USDT", contracts=10.0, entry_price=5_000.0, mark_price=5_000.0)
    first, second = (price(account(position(), replace(other, mark_price=mark))) for mark in (5_000.0, 4_900.0))
    assert first is not None
    assert second is not None
    assert second > first + 900


def test_42_isolated_margin_is_outside_the_cross_pool() -> None:
    alone = isolated(5_000.0, symbol="ETH/USDT:USDT", entry_price=60_000.0)
    report = judge(account(position(), alone))
    assert [pool.equity for pool in report.pool_rows] == [10_000.0, -5_000.0]


def test_43_isolated_margin_is_taken_without_pnl() -> None:
    row = isolated(5_000.0, mark_price=51_000.0)
    assert judge(account(row)).pool_rows[0].equity == 6_000.0


def hedge(venue: str, short: float = 1.0) -> float | None:
    rows = (position(), position(side="short", contracts=short))
    owner = account(*(replace(row, brackets=flat_bracket(0.01)) for row in rows), venue=venue, taker_fee_rate=0.0)
    return judge(replace(owner, position_mode="hedge")).pool_rows[0].maintenance_margin


def test_45_netting_of_hedges_differs_by_venue() -> None:
    assert [hedge(venue) for venue in ("binanceusdm", "okx", "bitget", "bybit")] == [1_000.0, 1_000.0, 500.0, 0.0]
    assert [hedge(venue, 0.5) for venue in ("binanceusdm", "bitget", "bybit")] == [750.0, 500.0, 250.0]


def test_46_cross_and_isolated_of_one_symbol_are_two_positions() -> None:
    report = judge(account(position(), isolated(5_000.0)))
    assert len({row.key for row in report.positions}) == 2
    assert len(report.pool_rows) == 2


def test_47_debts_are_not_reduced() -> None:
    held = Collateral(currency="BTC", wallet_balance=0.0, index_price=50_000.0, haircut_tiers=((0.0, 0.95),))
    assert money.counted_in_usd(-0.1, held) == pytest.approx(-5_000.0)
    assert money.counted_in_usd(0.1, held) == pytest.approx(4_750.0)


def test_48_haircuts_are_marginal_by_quantity() -> None:
    held = Collateral(
        currency="BTC", wallet_balance=0.0, index_price=1.0, haircut_tiers=((0.0, 1.0), (10.0, 0.5), (20.0, 0.0))
    )
    assert [money.counted_in_usd(amount, held) for amount in (5.0, 15.0, 50.0)] == pytest.approx([5.0, 12.5, 15.0])


@pytest.mark.parametrize(("entry", "factor"), [(49_000.0, 0.99), (51_000.0, 1.01)])
def test_50_profit_counts_at_bid_and_loss_at_ask(entry: float, factor: float) -> None:
    held = (
        Collateral(currency="USDT", wallet_balance=0.0, index_price=1.0, bid=0.99, ask=1.01),
        Collateral(currency="USDC", wallet_balance=5_000.0, index_price=1.0, bid=1.0, ask=1.0),
    )
    pool = judge(account(position(entry_price=entry), account_mode="multi_currency", collateral=held)).pool_rows[0]
    assert pool.equity == pytest.approx(5_000.0 + (50_000.0 - entry) * factor)


def test_52_collateral_in_the_positions_coin_falls_with_it() -> None:
    held = (
        Collateral(currency="BTC", wallet_balance=0.5, index_price=50_000.0),
        Collateral(currency="USDT", wallet_balance=0.0, index_price=1.0),
    )
    owner = account(position(brackets=flat_bracket(0.01)), account_mode="multi_currency", venue="okx", collateral=held)
    assert price(replace(owner, taker_fee_rate=0.0)) == pytest.approx(50_000.0 / (1.5 - 0.01))  # frozen: 25,252


def test_53_unsettled_funding_is_not_in_the_price() -> None:
    assert price(account(position(funding_rate=0.01))) == price(account(position()))


def test_54_the_distance_is_measured_from_the_mark() -> None:
    risk = judge(account(position(entry_price=48_000.0))).positions[0]
    assert risk.liquidation_price is not None
    assert risk.liquidation_distance == pytest.approx((50_000.0 - risk.liquidation_price) / 50_000.0)


def test_59_a_leverage_of_zero_divides_nothing() -> None:
    risk = judge(account(position(leverage=0.0), venue="bybit")).positions[0]
    assert risk.initial_margin is None
    assert risk.liquidation_price is not None


def test_61_the_maintenance_margin_has_its_deduction() -> None:
    risk = judge(account(position(contracts=20.0), wallet=1e6)).positions[0]
    assert risk.maintenance_margin == pytest.approx(1_000_000.0 * 0.0065 - 950.0)


@pytest.mark.parametrize(("gap", "status"), [(1e-4, "agrees"), (5.0, "skewed snapshot"), (200.0, "disagrees")])
def test_62_marks_of_different_instants_are_modelled(gap: float, status: str) -> None:
    other = position(symbol="ETH/USDT:USDT", contracts=10.0, entry_price=5_000.0, mark_price=5_000.0)
    root = price(account(position(), other))
    assert root is not None
    told = position(reported_liquidation_price=root + gap)
    risk = judge(account(told, other)).positions[0]
    assert (risk.agreement, risk.disagreement_skew) == (status, pytest.approx(10.0))
    assert risk.disagreement_ticks == pytest.approx(gap / 0.1, rel=1e-6)


@pytest.mark.parametrize("venue", ["binanceusdm", "bybit", "okx", "bitget"])
def test_66_an_unknown_mode_is_not_recomputed(venue: str) -> None:
    row = position(reported_liquidation_price=44_000.0)
    risk = judge(account(row, venue=venue, account_mode=None)).positions[0]
    assert (risk.basis, risk.liquidation_price) == ("venue", 44_000.0)
    assert "mode" in risk.unknown


@pytest.mark.parametrize("venue", ["htx", "kucoinfutures", "phemex", "newvenue"])
def test_a_mode_without_a_model_is_an_estimate_over_all_currencies_and_says_so(venue: str) -> None:
    held = (
        Collateral(currency="USDT", wallet_balance=4_000.0, index_price=1.0),
        Collateral(currency="EUR", wallet_balance=4_000.0, index_price=1.2),
    )
    owner = account(position(), venue=venue, account_mode="multi_currency", collateral=held)
    report = judge(owner)
    assert report.pool_rows[0].equity == pytest.approx(8_800.0)
    assert (report.positions[0].basis, "No model" in report.positions[0].basis_reason) == ("estimate", True)
