"""OKX's contracts and rules on the demo exchange: worked out by hand."""

from __future__ import annotations

import pytest

from monitor.demo.account import Account
from monitor.demo.margin import liquidation_prices, pools
from monitor.demo.market import Market
from monitor.demo.okx.account_answers import positions
from monitor.demo.okx.contracts import Contract, contracts_of, market_name
from monitor.demo.okx.rules import OkxRules, rules
from monitor.demo.position import Position
from monitor.demo.scenario import find_scenario
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.world import World
from tests.demo.build import NOW_MS, world_of

FEE = 0.0005


@pytest.fixture(scope="module")
def market() -> Market:
    return Market(find_scenario("calm"), symbols=12)


def held(size: float, symbol: str = "BTCUSDT") -> Position:
    return Position(
        symbol=symbol,
        position_side="BOTH",
        size=size,
        entry=30_000.0,
        isolated=False,
        isolated_wallet=0.0,
        leverage=10,
        update_ms=0,
    )


def account_of(*specs: PositionSpec, wallet: float = 0.0, hedge: bool = False) -> tuple[World, Account, OkxRules]:
    mode = "hedge" if hedge else "one_way"
    world = world_of(AccountSpec(label="A", venue="okx", wallet=wallet, positions=specs, position_mode=mode))
    account = world.accounts["A"]
    assert isinstance(account.rules, OkxRules)
    return world, account, account.rules


def test_one_contract_more_raises_the_requirement_of_the_whole_position(market: Market) -> None:
    """Source: OKX help: 20,000 contracts need 60,000, 20,001 need 120,006: the rate is the tier's for all of it."""
    kept_by = rules(market)
    first, second = kept_by.contracts["BTCUSDT"].tiers[:2]
    below, above = held(first.most * 0.01), held(second.least * 0.01)
    assert kept_by.requirement([below], 100.0) == pytest.approx(first.most * 0.01 * 100 * (first.rate + FEE))
    assert kept_by.requirement([above], 100.0) == pytest.approx(second.least * 0.01 * 100 * (second.rate + FEE))
    assert kept_by.requirement([above], 100.0) > 1.1 * kept_by.requirement([below], 100.0)


def test_each_leg_of_a_hedge_counts_for_itself(market: Market) -> None:
    kept_by = rules(market)
    legs = [held(2.0), held(-1.5)]
    assert kept_by.requirement(legs, 100.0) == pytest.approx(sum(kept_by.requirement([leg], 100.0) for leg in legs))


@pytest.mark.parametrize("sign", [1, -1])
def test_an_isolated_price_follows_from_wallet_rate_and_fee_and_is_printed_a_tick_early(sign: int) -> None:
    side = "long" if sign > 0 else "short"
    world, account, kept_by = account_of(
        PositionSpec(symbol="BTCUSDT", side=side, size=1.0, margin_mode="isolated", isolated_wallet=2_000.0)
    )
    marks = world.marks()
    (found,) = liquidation_prices(account, marks).values()
    entry, rate = marks["BTCUSDT"], kept_by.contracts["BTCUSDT"].tier(1.0).rate
    exact = (entry - sign * 2_000.0) / (1 - sign * (rate + FEE))
    assert found == pytest.approx(exact, rel=1e-12)
    assert float(str(positions(account, marks, kept_by, NOW_MS)[0]["liqPx"])) == pytest.approx(exact + sign * 0.1)


def test_the_ratio_is_one_where_the_pool_falls() -> None:
    world, account, kept_by = account_of(PositionSpec(symbol="BTCUSDT", side="long", size=2.0), wallet=9_000.0)
    (price,) = liquidation_prices(account, world.marks()).values()
    assert price is not None
    row = positions(account, world.marks() | {"BTCUSDT": price}, kept_by, NOW_MS)[0]
    assert float(str(row["mgnRatio"])) == pytest.approx(1.0, rel=1e-9)
    assert len(pools(account)) == 1


def test_sizes_are_rounded_to_the_lot() -> None:
    _, account, _ = account_of(
        PositionSpec(symbol="BTCUSDT", side="long", size=0.123456),
        PositionSpec(symbol="DOGEUSDT", side="long", size=123),
    )
    assert [one.size for one in account.positions.values()] == [0.1235, 120.0]


def test_tiers_follow_each_other_by_one_lot_and_get_dearer(market: Market) -> None:
    for contract in contracts_of(market).values():
        for before, after in zip(contract.tiers, contract.tiers[1:], strict=False):
            assert after.least == pytest.approx(before.most + float(contract.lot_text))
            assert after.rate > before.rate


def test_names_and_sizes_of_contracts(market: Market) -> None:
    contracts = contracts_of(market)
    assert named(contracts["BTCUSDT"]) == ("BTC-USDT-SWAP", "0.01", "0.01", 150.0)
    assert named(contracts["DOGEUSDT"]) == ("DOGE-USDT-SWAP", "1000", "0.01", 0.0)
    assert market_name("SYN011-USDT-SWAP") == "SYN011USDT"


def named(contract: Contract) -> tuple[str, str, str, float]:
    return contract.name, contract.value_text, contract.lot_text, contract.count(1.5)
