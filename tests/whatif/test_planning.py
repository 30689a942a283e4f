"""The window's calculator: answered from the newest state, or with one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monitor.messages import PlannedTrade, PlanTrade, decode_to_engine, decode_to_window, encode
from monitor.model import Instrument, Terms
from monitor.risk.market import Market
from monitor.settings import Settings
from monitor.whatif.planning import NOTHING, Asked, answer_plan
from tests.build import account, flat_bracket, position

HELD = account(position(contracts=0.2), wallet=10_000.0)


ETH = Instrument(
    symbol="ETH/USDT:USDT",
    venue_symbol="ETHUSDT",
    base="ETH",
    settle="USDT",
    contract_size=0.1,
    inverse=False,
    tick_size=0.01,
    lot_size=2.0,
    liquidation_fee_rate=0.0125,
)


def answer(*owners: Any, told: Asked = NOTHING, **changes: Any) -> PlannedTrade:
    values: dict[str, Any] = {
        "request_id": 7,
        "account_id": "main",
        "symbol": "BTC/USDT:USDT",
        "side": "long",
        "price": None,
        "leverage": 10.0,
        "margin_mode": "isolated",
        "margin": 100.0,
    }
    asked = decode_to_engine(encode(PlanTrade(**{**values, **changes})))
    assert isinstance(asked, PlanTrade)
    found = decode_to_window(encode(answer_plan(asked, owners or (HELD,), Market(), Settings(), 0, told)))
    assert isinstance(found, PlannedTrade)
    return found


def test_a_held_contract_needs_no_price_and_no_tiers() -> None:
    found = answer()
    assert (found.error, found.note) == ("", "")
    assert found.plan is not None
    assert found.plan.position.mark_price == 50_000.0


def test_a_new_contract_takes_the_shipped_tiers_and_says_so() -> None:
    found = answer(symbol="ETH/USDT:USDT", price=3_000.0)
    assert "2024" in found.note
    assert found.plan is not None
    assert found.plan.position.liquidation_price is not None


def test_a_new_contract_takes_the_tiers_and_the_price_that_its_venue_tells() -> None:
    told = Asked(terms=Terms(instrument=ETH, brackets=flat_bracket(0.02)), price=3_000.0)
    found = answer(told=told, symbol="ETH/USDT:USDT", margin=1_000.0)
    assert found.note == "Tiers as Binance USDⓈ-M lists them now."
    assert found.plan is not None
    assert (found.plan.position.mark_price, found.plan.position.tiers) == (3_000.0, 1)
    assert found.plan.contracts == 32.0  # of a tenth each, down to the lot
    assert found.plan.position.beyond is not None
    assert found.plan.position.beyond.liquidation.fee_rate == 0.0125


def test_why_a_venue_tells_no_tiers_is_said() -> None:
    found = answer(told=Asked(price=1.0, why="NO/USDT:USDT: not listed"), symbol="NO/USDT:USDT")
    assert found.error == "NO/USDT:USDT: not listed. Give the maintenance rate."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"symbol": "ETH/USDT:USDT"}, "price is not known"),
        ({"symbol": "NO/USDT:USDT", "price": 1.0}, "tiers are not known"),
        ({"account_id": "other"}, "not been read"),
        ({"margin": None}, "one of size, margin and risk"),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, Any], words: str) -> None:
    found = answer(**changes)
    assert found.plan is None
    assert words in found.error


def test_an_account_that_was_never_read_plans_nothing() -> None:
    assert answer(replace(HELD, read_ms=None)).plan is None


def test_a_rate_that_grows_with_the_size_is_planned_with_and_said() -> None:
    owner = account(venue="deribit", wallet=3_000_000.0)
    btc = replace(ETH, symbol="BTC/USDT:USDT", base="BTC", contract_size=0.001, lot_size=1.0)
    terms = Terms(instrument=btc, brackets=flat_bracket(0.01), rate_slope=0.00005, note="As published.")
    told = Asked(terms=terms, price=100_000.0)
    found = answer(owner, told=told, margin_mode="cross", margin=None, size=25.0)
    assert (found.error, found.note) == ("", "As published.")
    assert found.plan is not None
    assert found.plan.position.maintenance_margin == pytest.approx(28_125)  # 25 BTC x 1.125 %
