"""A trade before it is made: the article's example, sizes by risk, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monitor.errors import CalculationError
from monitor.model import Account
from monitor.risk.calculator import Trade, plan
from monitor.risk.market import Market
from monitor.risk.plan_rows import Plan
from monitor.risk.report import assess
from monitor.risk.volatility import Volatilities, Volatility
from tests.build import BTC_BRACKETS, account, flat_bracket, position

BTC = "BTC/USDT:USDT"
KNOWN = Market(
    volatilities=Volatilities(
        known={("binanceusdm", BTC): Volatility(annual=0.6, fast=0.6, slow=None, hours=0, days=0, at_ms=0)}
    )
)


def planned(owner: Account | None = None, market: Market = KNOWN, **changes: Any) -> Plan:
    values: dict[str, Any] = {
        "symbol": BTC,
        "side": "long",
        "price": 50_000.0,
        "leverage": 10.0,
        "margin_mode": "isolated",
        "brackets": flat_bracket(0.005),
    }
    if not {"size", "risk"} & changes.keys():
        values["margin"] = 1_000.0
    return plan(owner or account(wallet=10_000.0), Trade(**{**values, **changes}), market, 0)


def test_the_articles_trade_is_liquidated_where_the_guide_says() -> None:
    found = planned()
    assert (found.size, found.initial_margin) == (pytest.approx(0.2), pytest.approx(1_000.0))
    assert found.position.liquidation_price == pytest.approx(9_000.0 / 0.199)
    assert found.position.max_loss == pytest.approx(1_000.0)


def test_the_plan_is_what_the_account_then_shows() -> None:
    found = planned(margin_mode="cross", brackets=BTC_BRACKETS)
    opened = position(contracts=0.2)
    row = assess((account(opened, wallet=10_000.0),), rescue_distance=0.1).positions[0]
    assert found.position.liquidation_price == pytest.approx(row.liquidation_price)
    assert found.margin_ratio_after == pytest.approx(row.margin_ratio)


def test_a_size_by_risk_loses_that_at_the_stop() -> None:
    found = planned(risk=0.01, stop_price=48_500.0)
    assert found.loss_at_stop == pytest.approx(100.0, rel=1e-3)  # the second fee is taken of the stop's own price
    assert found.loss_at_stop_of_equity == pytest.approx(0.01, rel=1e-3)


def test_a_size_is_rounded_down_to_the_lot() -> None:
    assert planned(size=0.2567, lot_size=0.01).contracts == pytest.approx(0.25)


def test_the_margin_of_an_isolated_trade_leaves_the_wallet() -> None:
    owner = account(position(symbol="ETH/USDT:USDT", contracts=0.1), wallet=2_000.0)
    opened = replace(owner, collateral=(replace(owner.collateral[0], wallet_balance=1_000.0),))
    row = assess((opened,), rescue_distance=0.1).positions[0]
    assert planned(owner).others_nearest == pytest.approx(row.liquidation_distance)


def test_a_trade_grows_the_position_that_is_held() -> None:
    owner = account(position(contracts=0.2), wallet=10_000.0)
    found = planned(owner, margin_mode="cross", brackets=(), size=0.2, price=40_000.0)
    assert found.position.contracts == pytest.approx(0.4)
    assert found.position.entry_price == pytest.approx(45_000.0)


def test_the_tiers_of_a_held_position_are_used() -> None:
    owner = account(position(contracts=0.2), wallet=10_000.0)
    assert planned(owner, brackets=(), side="short").position.tiers == len(BTC_BRACKETS)


def test_a_stop_beyond_liquidation_is_told() -> None:
    assert any("beyond the liquidation price" in one for one in planned(stop_price=45_000.0).warnings)


def test_more_leverage_than_the_chance_allows_is_told() -> None:
    assert any("7 days" in one for one in planned(leverage=50.0).warnings)
    assert not any("7 days" in one for one in planned(leverage=2.0).warnings)


def test_without_volatility_the_chance_is_unknown_and_not_small() -> None:
    beyond = planned(market=Market()).position.beyond
    assert beyond is not None
    assert beyond.touch.spans[0].high is None
    assert beyond.touch.reason


def test_a_coin_margined_trade_is_sized_in_contracts_of_dollars() -> None:
    owner = replace(account(venue="binancecoinm"), collateral=())
    found = planned(owner, symbol="BTC/USD:BTC", size=0.1, contract_size=100.0, lot_size=1.0)
    assert (found.contracts, found.initial_margin) == (50.0, pytest.approx(0.01))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size": 1.0, "margin": 5.0}, "one of size, margin and risk"),
        ({"risk": 0.01}, "needs a stop price"),
        ({"stop_price": 51_000.0}, "below its price"),
        ({"side": "short", "stop_price": 49_000.0}, "above its price"),
        ({"leverage": 0.0}, "leverage must be above 0"),
        ({"price": float("nan")}, "price must be above 0"),
        ({"brackets": ()}, "tiers are not known"),
        ({"size": 0.001, "lot_size": 1.0}, "smallest order"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_one_sentence(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(CalculationError, match=words):
        planned(**changes)


@pytest.mark.parametrize("changes", [{"leverage": 1_000.0}, {"brackets": flat_bracket(0.5)}])
def test_a_trade_that_would_be_liquidated_at_once_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(CalculationError, match="liquidated at once"):
        planned(**changes)
