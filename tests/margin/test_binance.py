"""Binance USDⓈ-M against its published examples and against a search that shares no code with the solver."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model import Account, Bracket, Position
from monitor.risk.report import assess
from tests.build import BTC_BRACKETS, account, flat_bracket, isolated, position

CASES = json.loads((Path(__file__).parent / "binance_cases.json").read_text())
PRICED = [case for case in CASES if "liquidation_price" in case["expected"]]


def case_account(case: dict[str, Any]) -> Account:
    inputs = case["inputs"]
    legs = inputs.get("legs") or [{**inputs, "mmr": None}]
    cross = case["margin_mode"] == "cross"
    wallet = float(inputs["wallet_balance"])
    rows = []
    for leg in legs:
        brackets = tiers(inputs["tiers"]) if "tiers" in inputs else flat_bracket(float(leg["mmr"]), float(leg["cum"]))
        rows.append(
            position(
                side="long" if int(leg["side"]) > 0 else "short",
                contracts=float(leg["qty"]),
                entry_price=float(leg["entry"]),
                mark_price=float(leg["entry"]),
                margin_mode="cross" if cross else "isolated",
                isolated_margin=None if cross else wallet,
                brackets=brackets,
            )
        )
    return account(*rows, wallet=wallet if cross else 0.0)


def tiers(rows: list[dict[str, Any]]) -> tuple[Bracket, ...]:
    return tuple(
        Bracket(floor=float(row["floor"]), rate=float(row["mmr"]), deduction=float(row["cum"])) for row in rows
    )


@pytest.mark.parametrize("case", PRICED, ids=[case["id"] for case in PRICED])
def test_the_published_liquidation_price_is_reproduced(case: dict[str, Any]) -> None:
    expected = case["expected"]["liquidation_price"]
    ours = assess((case_account(case),), rescue_distance=0.1).positions[0].liquidation_price
    if expected is None:
        assert ours is None
        return
    size = float(case["tolerance"]["value"])
    tolerance = {"abs": size} if case["tolerance"]["type"] == "abs" else {"rel": size, "abs": 0}
    assert ours == pytest.approx(float(expected), **tolerance)


def test_the_published_cross_example_of_two_symbols_is_reproduced() -> None:
    two = account(
        position(contracts=109.488, entry_price=32481.98, mark_price=31967.27, brackets=flat_bracket(0.025, 16_300.0)),
        position(
            symbol="ETH/USDT:USDT",
            contracts=3683.979,
            entry_price=1456.84,
            mark_price=1335.18,
            brackets=flat_bracket(0.10, 135_365.0),
        ),
        wallet=1_535_443.01,
    )
    report = assess((two,), rescue_distance=0.1)
    assert [row.liquidation_price for row in report.positions] == pytest.approx([26316.89, 1153.26], abs=0.005)
    assert report.pool_rows[0].margin_ratio == pytest.approx(0.414894910468, rel=1e-12)


def test_the_articles_example_is_45226_13_and_not_45250() -> None:
    row = assess((account(isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005))),), rescue_distance=0.1)
    assert row.positions[0].liquidation_price == pytest.approx(45_226.13, abs=0.005)


def test_hedge_legs_in_cross_share_one_liquidation_price() -> None:
    hedged = account(position(contracts=2.0), position(side="short", contracts=0.5), wallet=5_000.0)
    long, short = assess((hedged,), rescue_distance=0.1).positions
    assert long.liquidation_price == short.liquidation_price


def test_isolated_legs_each_have_their_own_wallet() -> None:
    legs = account(isolated(5_000.0), isolated(9_000.0, side="short"))
    long, short = assess((legs,), rescue_distance=0.1).positions
    assert long.liquidation_price is not None
    assert short.liquidation_price is not None
    assert long.liquidation_price < 50_000 < short.liquidation_price


def test_a_long_with_more_wallet_than_notional_cannot_be_liquidated() -> None:
    row = assess((account(position(), wallet=60_000.0),), rescue_distance=0.1).positions[0]
    assert (row.liquidation_price, row.unknown) == (None, "")


def test_without_tiers_the_figure_is_unknown_with_a_reason_and_never_a_number() -> None:
    row = assess((account(position(brackets=())),), rescue_distance=0.1).positions[0]
    assert row.liquidation_price is None
    assert "tiers" in row.unknown


def test_without_a_wallet_balance_the_figure_is_unknown() -> None:
    row = assess((account(position(), collateral=()),), rescue_distance=0.1).positions[0]
    assert row.liquidation_price is None
    assert row.unknown


sides = st.sampled_from(["long", "short"])
moves = st.floats(0.8, 1.25)


@st.composite
def cross_accounts(draw: st.DrawFn) -> Account:
    """Healthy cross pools of one to five symbols, some hedged."""
    rows: list[Position] = []
    for number in range(draw(st.integers(1, 5))):
        mark = draw(st.floats(0.5, 60_000))
        for side in draw(st.sampled_from([("long",), ("short",), ("long", "short")])):
            rows.append(  # noqa: PERF401
                position(
                    symbol=f"C{number}/USDT:USDT",
                    side=side,
                    contracts=draw(st.floats(1_000, 3_000_000)) / mark,
                    entry_price=mark * draw(moves),
                    mark_price=mark,
                )
            )
    need = sum(health_need(row, row.mark_price) for row in rows)
    return account(*rows, wallet=max(0.0, need) * draw(st.floats(1.05, 6.0)) + 10.0)


def health_need(row: Position, price: float) -> float:
    """Requirement minus profit of one leg at a price, written as the venue explains it: one bracket, one rate."""
    value = row.contracts * price
    bracket = [entry for entry in row.brackets if entry.floor <= value][-1]
    profit = row.direction * row.contracts * (price - row.entry_price)
    return value * bracket.rate - bracket.deduction - profit


def health(account_: Account, symbol: str, price: float) -> float:
    wallet = account_.collateral[0].wallet_balance
    return wallet - sum(
        health_need(row, price if row.symbol == symbol else row.mark_price) for row in account_.positions
    )


@settings(max_examples=150, deadline=None)
@given(cross_accounts())
def test_at_the_liquidation_price_the_margin_balance_is_the_maintenance_margin(pool: Account) -> None:
    for row in assess((pool,), rescue_distance=0.1).positions:
        if row.liquidation_price is not None:
            scale = sum(entry.contracts * entry.mark_price for entry in pool.positions) + 1.0
            assert abs(health(pool, row.symbol, row.liquidation_price)) < 1e-9 * scale


@settings(max_examples=100, deadline=None)
@given(cross_accounts())
def test_between_mark_and_liquidation_price_the_pool_survives(pool: Account) -> None:
    for row in assess((pool,), rescue_distance=0.1).positions:
        if row.liquidation_price is not None:
            for share in (0.25, 0.75, 0.999):
                price = row.mark_price + share * (row.liquidation_price - row.mark_price)
                assert health(pool, row.symbol, price) > 0


@settings(max_examples=100, deadline=None)
@given(cross_accounts(), st.floats(1.0, 1e6))
def test_adding_margin_never_brings_the_price_nearer(pool: Account, extra: float) -> None:
    more = account(*pool.positions, wallet=pool.collateral[0].wallet_balance + extra)
    before, after = (assess((one,), rescue_distance=0.1).positions for one in (pool, more))
    for old, new in zip(before, after, strict=True):
        if old.liquidation_distance is not None and new.liquidation_distance is not None:
            assert new.liquidation_distance >= old.liquidation_distance - 1e-9


@settings(max_examples=100, deadline=None)
@given(cross_accounts())
def test_the_common_shock_ends_where_the_pool_is_liquidated(pool: Account) -> None:
    row = assess((pool,), rescue_distance=0.1).pool_rows[0]
    for shock in (row.common_shock_down, row.common_shock_up):
        if shock is not None:
            sign = -1.0 if shock is row.common_shock_down else 1.0
            need = sum(health_need(entry, entry.mark_price * (1 + sign * shock)) for entry in pool.positions)
            scale = sum(entry.contracts * entry.mark_price for entry in pool.positions) * (1 + shock)
            assert abs(pool.collateral[0].wallet_balance - need) < 1e-8 * scale


def test_a_tier_boundary_makes_no_step_in_the_price() -> None:
    below, above = (
        assess((account(isolated(60_000.0, contracts=size)),), rescue_distance=0.1).positions[0].liquidation_price
        for size in (11.9999999, 12.0000001)
    )
    assert below == pytest.approx(above, rel=1e-6)


def test_the_tiers_of_the_builder_are_continuous() -> None:
    for lower, upper in itertools.pairwise(BTC_BRACKETS):
        assert upper.floor * lower.rate - lower.deduction == pytest.approx(upper.floor * upper.rate - upper.deduction)


def test_our_figure_is_compared_at_the_marks_of_the_venues_figure() -> None:
    pool = account(
        position(), position(symbol="ETH/USDT:USDT", contracts=20.0, mark_price=3_000.0, entry_price=3_000.0)
    )
    venues = assess((pool,), rescue_distance=0.1).positions[0].liquidation_price
    btc, eth = pool.positions
    moved = account(
        replace(btc, reported_liquidation_price=venues),
        replace(eth, mark_price=2_900.0, reported_mark_price=3_000.0),
    )
    row = assess((moved,), rescue_distance=0.1).positions[0]
    assert row.liquidation_price != pytest.approx(venues, rel=1e-6)
    assert row.disagreement == pytest.approx(0.0, abs=1e-12)
    assert (row.compared_price, row.compared_mark) == (pytest.approx(venues), btc.mark_price)


def test_the_figure_that_was_compared_is_told_with_the_mark_of_the_venues_answer() -> None:
    held = position(mark_price=49_000.0, reported_mark_price=49_500.0, reported_liquidation_price=1.0)
    other = position(symbol="ETH/USDT:USDT", contracts=20.0, mark_price=2_900.0, entry_price=3_000.0)
    other = replace(other, reported_mark_price=3_000.0)
    then = account(replace(held, mark_price=49_500.0), replace(other, mark_price=3_000.0))
    row = assess((account(held, other),), rescue_distance=0.1).positions[0]
    ours = assess((then,), rescue_distance=0.1).positions[0].liquidation_price
    assert (row.compared_price, row.compared_mark) == (pytest.approx(ours), 49_500.0)
    assert row.liquidation_price != pytest.approx(ours, rel=1e-6)


def test_nothing_is_said_to_be_compared_where_the_venue_is_silent() -> None:
    row = assess((account(position()),), rescue_distance=0.1).positions[0]
    assert (row.compared_price, row.compared_mark) == (None, None)
