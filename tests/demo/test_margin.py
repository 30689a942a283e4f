"""The exchange's own margin arithmetic and its search for liquidation prices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.demo import margin
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.world import World
from tests.demo.build import bitcoin, isolated_long, risk, totals, world_of

PAIRS = (("BTCUSDT", "long", 2.0), ("ETHUSDT", "long", 20.0), ("SOLUSDT", "short", 500.0))


def cross_account(wallet: float = 20_000.0) -> AccountSpec:
    positions = tuple(PositionSpec(symbol=symbol, side=side, size=size) for symbol, side, size in PAIRS)
    return AccountSpec(label="A", wallet=wallet, positions=positions)


def headroom_at(world: World, symbol: str, price: float, label: str = "A") -> tuple[float, float]:
    """Return balance and requirement of the symbol's pool if its mark stood at `price`."""
    account = world.accounts[label]
    position = next(p for p in account.positions.values() if p.symbol == symbol)
    pool = margin.pool_of(account, position)
    marks = world.marks() | {symbol: price}
    return pool.balance(marks), pool.requirement(marks)


@pytest.mark.parametrize("symbol", [symbol for symbol, _, _ in PAIRS])
def test_at_the_cross_liquidation_price_balance_equals_requirement(symbol: str) -> None:
    world = world_of(cross_account())
    row = next(row for row in risk(world) if row["symbol"] == symbol)
    balance, requirement = headroom_at(world, symbol, float(str(row["liquidationPrice"])))
    assert balance == pytest.approx(requirement, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(size=st.floats(0.01, 400), cover=st.floats(0.02, 0.9), side=st.sampled_from(["long", "short"]))
def test_at_the_isolated_liquidation_price_balance_equals_requirement(size: float, cover: float, side: str) -> None:
    wallet = size * 28_000 * cover
    spec = PositionSpec(symbol="BTCUSDT", side=side, size=size, margin_mode="isolated", isolated_wallet=wallet)
    world = world_of(AccountSpec(label="A", wallet=1.0, positions=(spec,)))
    price = float(bitcoin(world)["liquidationPrice"])
    balance, requirement = headroom_at(world, "BTCUSDT", price)
    assert balance == pytest.approx(requirement, abs=1e-9 * max(1.0, size * price))


def test_a_published_example_comes_out() -> None:
    """Source: Binance FAQ (cases.json bn_um_pub_iso_btc style): one tier, no other position, closed form by hand."""
    world = world_of(AccountSpec(label="A", wallet=0.0, positions=(isolated_long(size=1.0, wallet=3000.0),)))
    entry = float(bitcoin(world)["entryPrice"])
    assert float(bitcoin(world)["liquidationPrice"]) == pytest.approx((entry - 3000.0) / (1 - 0.004), rel=1e-12)


def test_the_tier_at_the_liquidation_price_counts_not_the_present_one() -> None:
    short = PositionSpec(symbol="BTCUSDT", side="short", size=1.7, margin_mode="isolated", isolated_wallet=5000.0)
    world = world_of(AccountSpec(label="A", wallet=0.0, positions=(short,)))
    row = bitcoin(world)
    entry = float(row["entryPrice"])
    assert abs(float(row["notional"])) < 50_000 < 1.7 * float(row["liquidationPrice"])
    assert float(row["liquidationPrice"]) == pytest.approx((1.7 * entry + 5000 + 50) / (1.7 * 1.005), rel=1e-12)


def test_both_legs_of_a_hedge_in_cross_share_one_liquidation_price() -> None:
    legs = (
        PositionSpec(symbol="BTCUSDT", side="long", size=3.0, entry=29_500.0),
        PositionSpec(symbol="BTCUSDT", side="short", size=1.2, entry=28_000.0),
    )
    world = world_of(AccountSpec(label="A", wallet=9_000.0, position_mode="hedge", positions=legs))
    first, second = risk(world)
    assert first["liquidationPrice"] == second["liquidationPrice"] != "0"
    balance, requirement = headroom_at(world, "BTCUSDT", float(str(first["liquidationPrice"])))
    assert balance == pytest.approx(requirement, rel=1e-9)


def test_isolated_legs_of_a_hedge_have_a_price_each() -> None:
    legs = tuple(
        PositionSpec(symbol="BTCUSDT", side=side, size=1.0, margin_mode="isolated", isolated_wallet=3000.0)
        for side in ("long", "short")
    )
    world = world_of(AccountSpec(label="A", wallet=0.0, position_mode="hedge", positions=legs))
    below, above = (float(str(row["liquidationPrice"])) for row in risk(world))
    assert below < world.marks()["BTCUSDT"] < above


def test_a_position_that_cannot_be_liquidated_has_the_price_zero() -> None:
    world = world_of(
        AccountSpec(label="A", wallet=1e6, positions=(PositionSpec(symbol="BTCUSDT", side="long", size=1.0),))
    )
    assert bitcoin(world)["liquidationPrice"] == "0"


def test_cents_are_printed_with_enough_digits() -> None:
    spec = isolated_long(size=1_000_000, wallet=300.0, symbol="DOGEUSDT")
    world = world_of(AccountSpec(label="A", wallet=0.0, positions=(spec,)), scenario="covid")
    text = str(risk(world)[0]["liquidationPrice"])
    exact = (2200.0 - 300.0) / (1_000_000 * (1 - 0.005))
    assert float(text) == pytest.approx(exact, rel=1e-11)


def test_the_totals_of_an_account_are_the_sums_of_its_positions() -> None:
    world = world_of(cross_account())
    rows, told = risk(world), totals(world)
    for column, total in (("unRealizedProfit", "totalUnrealizedProfit"), ("maintMargin", "totalMaintMargin")):
        assert sum(float(str(row[column])) for row in rows) == pytest.approx(float(str(told[total])), abs=1e-6)
