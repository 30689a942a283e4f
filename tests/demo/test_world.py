"""What happens to accounts as market time passes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.demo.binance.messages import messages_of
from monitor.demo.market import FUNDING_MS
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec, StopSpec
from monitor.demo.world import Refusal, World
from tests.demo.build import NOW_MS, bitcoin, isolated_long, risk, totals, world_of


def isolated_world(**more: Any) -> World:
    return world_of(AccountSpec(label="A", wallet=1000.0, positions=(isolated_long(),), **more))


def events_of(world: World, kind: str) -> list[dict[str, Any]]:
    told = [message for _, news in world.events for message in messages_of(news, world.market.by_name)]
    return [message for message in told if message["e"] == kind]


# ---------------------------------------------------------------- liquidation


def test_a_position_stands_just_above_its_liquidation_price() -> None:
    world = isolated_world()
    world.set_price("BTCUSDT", float(bitcoin(world)["liquidationPrice"]) + 1e-4, hold=True)
    assert risk(world)


def test_a_position_falls_just_below_its_liquidation_price() -> None:
    world = isolated_world()
    world.set_price("BTCUSDT", float(bitcoin(world)["liquidationPrice"]) - 1e-4, hold=True)
    assert risk(world) == []


@settings(max_examples=25, deadline=None)
@given(wallet=st.floats(200, 9000), offset=st.sampled_from([-1e-3, 1e-3]))
def test_liquidation_comes_exactly_when_the_balance_reaches_the_requirement(wallet: float, offset: float) -> None:
    spec = PositionSpec(symbol="BTCUSDT", side="short", size=2.0, margin_mode="isolated", isolated_wallet=wallet)
    world = world_of(AccountSpec(label="A", wallet=0.0, positions=(spec,)))
    world.set_price("BTCUSDT", float(bitcoin(world)["liquidationPrice"]) + offset, hold=True)
    assert (risk(world) == []) == (offset > 0)


def test_no_wick_between_two_steps_is_skipped() -> None:
    """A step of many seconds liquidates as many steps of one second do."""
    fine, coarse = (
        world_of(AccountSpec(label="A", wallet=0.0, positions=(isolated_long(wallet=900.0),)), scenario="may21")
        for _ in range(2)
    )
    coarse.advance(7200_000)
    for _ in range(7200):
        fine.advance(1000)
    assert fine.accounts["A"].forced[0].price == coarse.accounts["A"].forced[0].price


def test_a_liquidation_is_told_and_recorded() -> None:
    world = isolated_world()
    world.set_price("BTCUSDT", 20_000.0)
    order = events_of(world, "ORDER_TRADE_UPDATE")[-1]["o"]
    assert order["o"] == "LIQUIDATION"
    assert order["c"].startswith("autoclose-")
    assert events_of(world, "ACCOUNT_UPDATE")[-1]["a"]["P"][0]["pa"] == "0"
    record = world.accounts["A"].forced[0]
    assert (record.symbol, record.side, record.at_ms) == ("BTCUSDT", "SELL", NOW_MS)
    assert [row.kind for row in world.accounts["A"].income] == ["REALIZED_PNL", "INSURANCE_CLEAR"]


def test_the_fund_pays_what_an_isolated_wallet_lacks_and_the_rest_of_the_account_is_untouched() -> None:
    world = isolated_world()
    fund = world.market.insurance_fund
    world.set_price("BTCUSDT", 20_000.0)
    assert world.accounts["A"].wallet_balance() == pytest.approx(1000.0, abs=1e-6)
    assert world.market.insurance_fund < fund


def test_the_fund_earns_the_clearance_fee_when_something_is_left() -> None:
    world = isolated_world()
    fund = world.market.insurance_fund
    world.set_price("BTCUSDT", float(bitcoin(world)["liquidationPrice"]) - 0.01)
    assert world.market.insurance_fund > fund


def test_a_cross_pool_is_liquidated_whole_and_its_wallet_never_falls_below_zero() -> None:
    positions = (
        PositionSpec(symbol="BTCUSDT", side="long", size=2.0),
        PositionSpec(symbol="ETHUSDT", side="short", size=5.0),
        isolated_long(size=10.0, wallet=50.0, symbol="LTCUSDT"),
    )
    world = world_of(AccountSpec(label="A", wallet=6000.0, positions=positions))
    world.set_price("BTCUSDT", 15_000.0)
    assert [row["symbol"] for row in risk(world)] == ["LTCUSDT"]
    assert world.accounts["A"].wallet == 0.0


def test_a_liquidation_cancels_the_pools_orders_first() -> None:
    stop = StopSpec(symbol="BTCUSDT", side="long", trigger_price=20_000.0)
    world = isolated_world(stops=(stop,))
    world.set_price("BTCUSDT", float(bitcoin(world)["liquidationPrice"]) - 0.01)
    assert world.accounts["A"].orders == {}
    assert events_of(world, "ALGO_UPDATE")[-1]["o"]["X"] == "CANCELED"


def test_a_high_ratio_calls_for_margin_once() -> None:
    world = isolated_world()
    price = float(bitcoin(world)["liquidationPrice"])
    for _ in range(3):
        world.set_price("BTCUSDT", price + 10, hold=True)
    assert len(events_of(world, "MARGIN_CALL")) == 1


# ---------------------------------------------------------------- orders


def test_a_stop_closes_the_position_before_the_liquidation() -> None:
    world = isolated_world(stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_000.0),))
    world.set_price("BTCUSDT", 26_990.0)
    assert risk(world) == []
    assert world.accounts["A"].forced == []
    assert world.accounts["A"].trades[0].price == 26_990.0


def test_a_mark_that_jumps_over_stop_and_liquidation_price_liquidates() -> None:
    eth = PositionSpec(symbol="ETHUSDT", side="short", size=3.0)
    stop = StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_000.0)
    world = world_of(AccountSpec(label="A", wallet=5000.0, positions=(isolated_long(), eth), stops=(stop,)))
    world.set_price("BTCUSDT", 20_000.0)
    assert [row.symbol for row in world.accounts["A"].forced] == ["BTCUSDT"]
    assert world.accounts["A"].wallet == pytest.approx(5000.0)


def test_a_stop_does_not_fill_above_its_trigger() -> None:
    world = isolated_world(stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_000.0),))
    world.set_price("BTCUSDT", 27_000.01)
    assert risk(world)


def test_a_stop_of_part_of_the_position_leaves_the_rest_and_its_margin() -> None:
    world = isolated_world(stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=28_000.0, size=0.4),))
    world.set_price("BTCUSDT", 27_990.0)
    assert bitcoin(world)["positionAmt"] == "0.600"
    assert 0 < float(bitcoin(world)["isolatedWallet"]) < 3000


def test_a_resting_sale_fills_at_its_own_price() -> None:
    sale = LimitSpec(symbol="BTCUSDT", side="SELL", price=30_000.0, size=1.0)
    world = isolated_world(limits=(sale,))
    world.set_price("BTCUSDT", 30_500.0)
    assert risk(world) == []
    assert world.accounts["A"].trades[0].price == 30_000.0


def test_an_order_that_opens_too_much_is_liquidated_in_the_same_second() -> None:
    order = LimitSpec(symbol="BTCUSDT", side="BUY", price=28_000.0, size=50.0, reduce_only=False)
    world = world_of(AccountSpec(label="A", wallet=3000.0, limits=(order,)))
    world.set_price("BTCUSDT", 27_999.0)
    assert risk(world) == []
    assert len(world.accounts["A"].forced) == 1


def test_stops_and_liquidations_happen_while_time_passes() -> None:
    stop = StopSpec(symbol="BTCUSDT", side="long", trigger_price=6900.0)
    spec = PositionSpec(symbol="BTCUSDT", side="long", size=1.0)
    world = world_of(AccountSpec(label="A", wallet=5000.0, positions=(spec,), stops=(stop,)), scenario="covid")
    world.advance(2 * 3_600_000)
    filled = world.accounts["A"].trades[0].price
    assert 6800 < filled <= 6900


# ---------------------------------------------------------------- funding and wallets


def test_funding_moves_the_wallet_that_backs_the_position() -> None:
    positions = (isolated_long(), PositionSpec(symbol="ETHUSDT", side="short", size=10.0))
    world = world_of(AccountSpec(label="A", wallet=50_000.0, positions=positions))
    rates = {name: world.market.funding_rate(world.market.by_name[name].index) for name in ("BTCUSDT", "ETHUSDT")}
    world.jump_to((world.market.now_ms // FUNDING_MS + 1) * FUNDING_MS)
    marks = world.marks()
    isolated = world.accounts["A"].positions["BTCUSDT", "BOTH"].isolated_wallet
    assert isolated == pytest.approx(3000 - marks["BTCUSDT"] * rates["BTCUSDT"], abs=1e-6)
    assert world.accounts["A"].wallet == pytest.approx(50_000 + 10 * marks["ETHUSDT"] * rates["ETHUSDT"], abs=1e-6)
    assert {row.kind for row in world.accounts["A"].income} == {"FUNDING_FEE"}


def test_funding_is_settled_once_per_interval_however_time_is_cut() -> None:
    world = isolated_world()
    for _ in range(400):
        world.advance(97_351)
    assert len(world.accounts["A"].income) == (world.market.now_ms // FUNDING_MS) - (
        world.market.start_ms // FUNDING_MS
    )


def test_the_next_funding_is_told_in_wall_time() -> None:
    world = isolated_world()
    world.speed = 60.0
    left = world.market.next_funding_ms() - world.market.now_ms
    assert world.funding_due_ms() == NOW_MS + left // 60


def test_added_margin_comes_from_the_account_and_moves_the_liquidation_price() -> None:
    world = isolated_world()
    before = float(bitcoin(world)["liquidationPrice"])
    world.add_margin("A", "BTCUSDT", "long", 400.0)
    assert float(bitcoin(world)["liquidationPrice"]) < before - 399
    assert world.accounts["A"].wallet == 600.0


def test_more_margin_than_there_is_is_refused() -> None:
    with pytest.raises(Refusal, match=r"A has only 1,000\.00 USDT free"):
        isolated_world().add_margin("A", "BTCUSDT", "long", 1000.01)


def test_a_reduction_keeps_the_entry_and_releases_margin() -> None:
    world = isolated_world()
    entry = bitcoin(world)["entryPrice"]
    world.reduce("A", "BTCUSDT", "long", 0.25)
    assert (bitcoin(world)["positionAmt"], bitcoin(world)["entryPrice"]) == ("0.750", entry)
    assert float(bitcoin(world)["isolatedWallet"]) == pytest.approx(2250.0)


def test_a_position_that_is_not_there_cannot_be_reduced() -> None:
    with pytest.raises(Refusal, match="A has no short position in BTCUSDT"):
        isolated_world().reduce("A", "BTCUSDT", "short", 0.5)


def test_an_increase_averages_the_entry() -> None:
    spec = PositionSpec(symbol="BTCUSDT", side="long", size=1.0, entry=20_000.0)
    world = world_of(AccountSpec(label="A", wallet=50_000.0, positions=(spec,)))
    world.set_price("BTCUSDT", 30_000.0, hold=True)
    world.open_position("A", "BTCUSDT", "long", 1.0)
    assert float(bitcoin(world)["entryPrice"]) == pytest.approx(25_000.0)


@settings(max_examples=20, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(["long", "short"]), st.integers(1, 3000)), min_size=1, max_size=8))
def test_money_is_conserved_but_for_fees(steps: list[tuple[str, int]]) -> None:
    """What trades at one price change is only the commission."""
    world = world_of(AccountSpec(label="A", wallet=1e6))
    for side, thousandths in steps:
        world.open_position("A", "BTCUSDT", side, thousandths / 1000)
    paid = sum(trade.fee for trade in world.accounts["A"].trades)
    assert float(str(totals(world)["totalMarginBalance"])) == pytest.approx(1e6 - paid, abs=1e-4)
