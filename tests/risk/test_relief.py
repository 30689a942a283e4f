"""The size to close does what it says when it is closed: put back into the margin engine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model import Account, Bracket, Collateral, Position
from monitor.risk.relief import cut_first, relief, round_up_to_lot, share_to_keep
from monitor.risk.report import RiskReport, assess
from monitor.risk.rescue import target_prices
from tests.build import account, flat_bracket, isolated, position

D = 0.15
CLIFFS = tuple(Bracket(floor=floor, rate=rate, deduction=0.0) for floor, rate in ((0, 0.01), (20, 0.03), (60, 0.08)))


def report_of(owner: Account) -> RiskReport:
    return assess((owner,), rescue_distance=D)


def keep_for_distance(report: RiskReport, **options: Any) -> np.ndarray:
    figures = report.figures
    return share_to_keep(
        report.book, report.pools, target_prices(report.book, figures.prices, figures.root, D), **options
    )


def with_cut(owner: Account, row: int, keep: float, *, release: bool = True) -> Account:
    """The account after closing 1 - keep of one position at its mark, as venues book it."""
    held = owner.positions[row]
    report = report_of(owner)
    realized = float(report.figures.pnl[row]) * (1.0 - keep)
    changes: dict[str, Any] = {"contracts": held.contracts * keep}
    if held.isolated_margin is not None:
        changes["isolated_margin"] = held.isolated_margin * keep if release else held.isolated_margin + realized
        realized = 0.0
    rows = tuple(replace(entry, **changes) if entry is held else entry for entry in owner.positions)
    money = tuple(
        replace(entry, wallet_balance=entry.wallet_balance + (realized if entry.currency == held.settle else 0.0))
        for entry in owner.collateral
    )
    return replace(owner, positions=rows, collateral=money)


def distance(owner: Account, row: int = 0) -> float:
    return float(report_of(owner).figures.distance[row])


COIN = position(
    symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=900.0, contract_size=100.0, brackets=flat_bracket(0.01)
)
OKX = position(contracts=80.0, contract_size=0.01, bracket_unit="contracts", bracket_scheme="whole_position")
CASES: dict[str, Account] = {
    "a long in loss": account(position(contracts=2.0, mark_price=49_000.0), wallet=12_000.0),
    "a short": account(position(side="short", contracts=2.0, mark_price=50_500.0), wallet=12_000.0),
    "over several tiers": account(position(contracts=90.0), wallet=420_000.0),
    "a coin-margined long": account(
        COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.2),)
    ),
    "a coin-margined short": account(
        replace(COIN, side="short"), venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.2),)
    ),
    "one tier for all of it": account(replace(OKX, brackets=CLIFFS), venue="okx", wallet=4_500.0),
    "two legs": account(
        position(contracts=3.0), position(side="short", contracts=1.0), wallet=12_000.0, position_mode="hedge"
    ),
    "the larger of two legs counts": account(
        position(contracts=3.0),
        position(side="short", contracts=1.0),
        wallet=12_000.0,
        position_mode="hedge",
        venue="bitget",
    ),
    "the difference of two legs counts": account(
        position(contracts=30.0),
        position(side="short", contracts=10.0),
        wallet=120_000.0,
        position_mode="hedge",
        venue="bybit",
    ),
    "beside another symbol": account(
        position(contracts=2.0),
        position(symbol="ETH/USDT:USDT", contracts=5.0, entry_price=3_000.0, mark_price=2_900.0),
        wallet=13_000.0,
    ),
    "all currencies together": account(
        position(contracts=2.0),
        venue="binanceusdm",
        account_mode="multi_currency",
        collateral=(
            Collateral(currency="USDT", wallet_balance=4_000.0, index_price=1.0, bid=0.999, ask=1.001),
            Collateral(currency="BTC", wallet_balance=0.16, index_price=50_000.0, bid=47_500.0, ask=52_500.0),
        ),
    ),
    "a rate that grows with the size": account(
        position(
            symbol="BTC/USDC:USDC", settle="USDC", contracts=30.0, brackets=flat_bracket(0.01), rate_slope=0.00005
        ),
        venue="deribit",
        collateral=(Collateral(currency="USDC", wallet_balance=200_000.0),),
    ),
    "a closing fee in the requirement": account(
        position(contracts=2.0, brackets=flat_bracket(0.005)), venue="bybit", wallet=11_500.0, taker_fee_rate=0.02
    ),
    "a fee on the value": account(position(contracts=2.0), venue="bitget", wallet=11_500.0, taker_fee_rate=0.01),
    "a requirement on the entry value": account(
        position(contracts=2.0, mark_price=49_500.0, brackets=flat_bracket(0.005)), venue="mexc", wallet=12_000.0
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_closing_the_size_reaches_the_distance(case: str) -> None:
    owner = CASES[case]
    keep = float(keep_for_distance(report_of(owner))[0])
    assert 0.0 < keep < 1.0
    assert distance(with_cut(owner, 0, keep)) == pytest.approx(D, abs=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_closing_the_size_reaches_the_ratio(case: str) -> None:
    owner = CASES[case]
    report = report_of(owner)
    wanted = 0.6 * float(report.figures.ratio[0])
    keep = float(share_to_keep(report.book, report.pools, report.book.mark, ratio=wanted)[0])
    ratio = float(report_of(with_cut(owner, 0, keep)).figures.ratio[0])
    assert ratio == pytest.approx(wanted, rel=1e-9) or (case == "one tier for all of it" and ratio < wanted)


@pytest.mark.parametrize("case", CASES)
def test_rounded_up_to_the_lot_it_reaches_and_one_lot_less_misses(case: str) -> None:
    owner = CASES[case]
    held, keep = owner.positions[0], float(keep_for_distance(report_of(owner))[0])
    lot = held.contracts / 1_000
    cut = round_up_to_lot(held.contracts * (1.0 - keep), lot, held.contracts)
    assert distance(with_cut(owner, 0, 1.0 - cut / held.contracts)) >= D - 1e-9
    assert distance(with_cut(owner, 0, 1.0 - (cut - lot) / held.contracts)) < D


TIERED = isolated(68_000.0, contracts=14.0, mark_price=50_000.0)  # 700,000: the third tier


def test_an_isolated_position_gains_only_by_a_lower_tier() -> None:
    owner = account(TIERED)
    target = distance(owner) + 0.0002
    report = report_of(owner)
    keep = float(share_to_keep(report.book, report.pools, report.book.mark * (1.0 - target))[0])
    assert distance(with_cut(owner, 0, keep)) == pytest.approx(target, abs=1e-9)


def test_where_no_tier_is_low_enough_closing_an_isolated_position_does_not_help() -> None:
    assert np.isnan(keep_for_distance(report_of(account(isolated(5_000.0))))[0])


def test_an_isolated_position_gains_when_the_released_margin_is_put_back() -> None:
    owner = account(isolated(5_000.0, mark_price=49_800.0))
    keep = float(keep_for_distance(report_of(owner), release=False)[0])
    assert distance(with_cut(owner, 0, keep, release=False)) == pytest.approx(D, abs=1e-9)


def test_a_position_that_is_far_away_keeps_all() -> None:
    assert keep_for_distance(report_of(account(position(), wallet=40_000.0)))[0] == 1.0


@pytest.mark.parametrize("venue", ["bybit", "bitget"])
def test_the_hedge_of_a_netted_pair_is_never_to_be_cut(venue: str) -> None:
    rows = (position(contracts=3.0), position(side="short", contracts=1.0))
    near = account(*rows, wallet=9_000.0, position_mode="hedge", venue=venue)
    assert np.isnan(keep_for_distance(report_of(near))[1])
    far = account(*rows, wallet=90_000.0, position_mode="hedge", venue=venue)
    assert keep_for_distance(report_of(far)).tolist() == [1.0, 1.0]


def test_of_two_equal_legs_whose_difference_counts_none_is_to_be_cut() -> None:
    rows = (position(contracts=3.0), position(side="short", contracts=3.0))
    owner = account(*rows, wallet=100.0, position_mode="hedge", venue="bybit")
    keep = share_to_keep(report_of(owner).book, report_of(owner).pools, report_of(owner).book.mark, ratio=0.01)
    assert np.isnan(keep).all()


@settings(max_examples=60, deadline=None)
@given(
    st.floats(1.0, 90.0),
    st.floats(0.05, 0.95),
    st.floats(0.03, 0.13),
    st.sampled_from(["bybit", "bitget"]),
    st.sampled_from(["long", "short"]),
)
def test_the_larger_of_two_netted_legs_reaches_the_distance(
    size: float, hedged: float, share: float, venue: str, side: Any
) -> None:
    other: Any = "short" if side == "long" else "long"
    legs = position(contracts=size, side=side), position(contracts=size * hedged, side=other)
    owner = account(*legs, wallet=size * (1.0 - hedged) * 50_000.0 * share, position_mode="hedge", venue=venue)
    keep = float(keep_for_distance(report_of(owner))[0])
    if np.isnan(keep) or keep >= 1.0:
        assert keep >= 1.0 or distance(owner) < D
        return
    assert distance(with_cut(owner, 0, keep)) == pytest.approx(D, abs=1e-9)


ERAS = {"krakenfutures": None, "bybit": 1_700_000_000_000}  # where the requirement is of the entry value


@settings(max_examples=60, deadline=None)
@given(
    st.floats(1.0, 90.0),
    st.floats(0.05, 0.95),
    st.floats(0.01, 0.13),
    st.floats(0.97, 1.03),
    st.sampled_from(sorted(ERAS)),
    st.sampled_from(["long", "short"]),
)
def test_the_larger_of_two_legs_that_are_netted_at_their_entry_reaches_the_distance(
    size: float, hedged: float, share: float, moved: float, venue: str, side: Any
) -> None:
    other: Any = "short" if side == "long" else "long"
    legs = (
        position(contracts=size, side=side, entry_price=50_000.0 * moved),
        position(contracts=size * hedged, side=other, entry_price=50_000.0 / moved),
    )
    wallet = size * 50_000.0 * (0.03 + (1.0 - hedged) * share)
    money = (Collateral(currency="USDT", wallet_balance=wallet, index_price=1.0),)
    mode: Any = "multi_currency" if venue == "krakenfutures" else "single_currency"
    owner = account(*legs, collateral=money, position_mode="hedge", venue=venue, account_mode=mode)
    report = assess((owner,), rescue_distance=D, at_ms=ERAS[venue])
    assert report.pools.layout.on_entry.all()
    keep = float(keep_for_distance(report)[0])
    before = float(report.figures.distance[0])
    if np.isnan(keep):
        assert before < 0.0 or np.isnan(before)  # liquidated already, or by no price
        return
    if keep >= 1.0:
        assert before >= D or np.isnan(before)
        return
    after = assess((with_cut(owner, 0, keep),), rescue_distance=D, at_ms=ERAS[venue])
    assert float(after.figures.distance[0]) == pytest.approx(D, abs=1e-9)


def test_a_pair_is_never_cut_until_it_turns_over() -> None:
    legs = position(contracts=10.0, entry_price=52_000.0), position(contracts=8.5, side="short", entry_price=52_000.0)
    owner = account(*legs, wallet=2_000.0, position_mode="hedge", venue="bitget")
    keep = float(keep_for_distance(report_of(owner))[0])
    assert np.isnan(keep) or keep >= 0.85


@settings(max_examples=60, deadline=None)
@given(
    st.floats(0.5, 90.0),
    st.floats(0.05, 0.98),
    st.floats(0.5, 1.02),
    st.sampled_from(["binanceusdm", "bybit", "bitget", "gate", "hyperliquid"]),
    st.sampled_from(["long", "short"]),
)
def test_closing_leaves_a_hedge_that_is_past_liquidation_healthy_at_the_mark_or_is_not_told(
    size: float, hedged: float, covered: float, venue: str, side: Any
) -> None:
    other: Any = "short" if side == "long" else "long"
    legs = position(contracts=size, side=side), position(contracts=size * hedged, side=other)
    owner = account(*legs, wallet=0.0, position_mode="hedge", venue=venue)
    needed = float(report_of(owner).pools.required[0])
    money = (Collateral(currency="USDT", wallet_balance=covered * needed),)
    owner = replace(owner, collateral=money)
    for row, keep in enumerate(keep_for_distance(report_of(owner)).tolist()):
        if not np.isnan(keep) and keep < 1.0:
            assert float(report_of(with_cut(owner, row, keep)).pools.health[0]) >= -1e-6 * needed


def test_a_pool_that_others_endanger_cannot_be_saved_by_a_small_position() -> None:
    big = position(symbol="ETH/USDT:USDT", contracts=100.0, entry_price=3_000.0, mark_price=2_900.0)
    assert np.isnan(keep_for_distance(report_of(account(position(contracts=0.01), big, wallet=10_500.0)))[0])


@settings(max_examples=60, deadline=None)
@given(st.floats(0.5, 100.0), st.floats(0.03, 0.13), st.sampled_from(["long", "short"]), st.floats(0.95, 1.05))
def test_any_size_over_any_tier_reaches_the_distance(size: float, share: float, side: Any, moved: float) -> None:
    held = position(contracts=size, side=side, mark_price=50_000.0 * moved)
    loss = held.direction * size * 50_000.0 * (1.0 - moved)
    owner = account(held, wallet=size * 50_000.0 * share + loss)
    keep = float(keep_for_distance(report_of(owner))[0])
    if np.isnan(keep) or keep >= 1.0:
        assert distance(owner) >= D or distance(owner) < 0
        return
    assert distance(with_cut(owner, 0, keep)) == pytest.approx(D, abs=1e-9)


def test_lots_are_rounded_up_and_never_more_than_is_held() -> None:
    assert round_up_to_lot(0.1201, 0.01, 5.0) == pytest.approx(0.13)
    assert round_up_to_lot(0.12, 0.01, 5.0) == pytest.approx(0.12)
    assert round_up_to_lot(4.999, 1.0, 4.9995) == 4.9995


def three() -> Account:
    rows = [("long", 30_000.0, 1.0, 0.0125), ("long", 15_000.0, 1.2, 0.02), ("short", 6_000.0, 1.5, 0.025)]
    held: list[Position] = [
        position(
            symbol=f"C{number}/USDT:USDT",
            side=side,
            contracts=worth,
            entry_price=1.0,
            mark_price=1.0,
            brackets=flat_bracket(rate),
            beta=beta,
        )
        for number, (side, worth, beta, rate) in enumerate(rows)
    ]
    return account(*held, wallet=10_000.0)


@pytest.mark.parametrize("row", [0, 1, 2])
def test_relief_is_what_closing_a_little_does_to_the_common_shock(row: int) -> None:
    owner = three()
    report = report_of(owner)
    gain = relief(report.book, report.pools, report.figures.shock_down, report.figures.shock_up)
    worth = owner.positions[row].contracts
    little = report_of(with_cut(owner, row, 1.0 - 1.0 / worth)).figures
    slope = 29_625.0 + 17_640.0 - 9_225.0  # of h in the shock: risk-maths, section 9
    assert little.shock_down[0] - report.figures.shock_down[0] == pytest.approx(gain[row] / slope, rel=1e-3)


def test_the_position_with_most_relief_per_unit_is_cut_first_and_a_hedge_never() -> None:
    report = report_of(three())
    gain = relief(report.book, report.pools, report.figures.shock_down, report.figures.shock_up)
    assert cut_first(report.pools, gain).tolist() == [1]
    assert gain[2] < 0
