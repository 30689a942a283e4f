"""What an alarm says is to be closed: by the venue's own steps, also where tiers have to be walked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.alerts.wording import cut_up
from monitor.model import Account, Bracket, Collateral
from monitor.risk.report import assess
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from tests.build import account, flat_bracket, position

COIN = position(
    symbol="BTC/USD:BTC",
    settle="BTC",
    inverse=True,
    contracts=900.0,
    contract_size=100.0,
    brackets=flat_bracket(0.01),
    lot_size=1.0,
)
OKX = position(
    contracts=80.0,
    contract_size=0.01,
    bracket_unit="contracts",
    bracket_scheme="whole_position",
    brackets=tuple(
        Bracket(floor=floor, rate=rate, deduction=0.0) for floor, rate in ((0, 0.01), (20, 0.03), (60, 0.08))
    ),
    lot_size=0.1,
)
OWNERS: dict[str, tuple[Account, str]] = {
    "coins of their own": (
        account(COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.15),)),
        " contracts to reach",
    ),
    "one tier for all of it": (account(OKX, venue="okx", wallet=5_500.0), " BTC to reach"),
    "netted legs": (
        account(
            position(contracts=3.0),
            position(side="short", contracts=1.0),
            wallet=6_500.0,
            position_mode="hedge",
            venue="bitget",
        ),
        " BTC to reach",
    ),
}


@pytest.mark.parametrize("owner", OWNERS)
def test_an_alarm_says_what_to_cut_wherever_cutting_helps(owner: str) -> None:
    held, words = OWNERS[owner]
    events = tick(EngineState(started_ms=0), (replace(held, read_ms=10_000),), Settings(), 10_000).events
    told = [event.text for event in events if event.kind == "liquidation_distance" and event.notify]
    assert told
    assert "or cut " in told[0]
    assert words in told[0]


def test_a_size_is_rounded_up_to_the_venues_step_and_not_to_that_of_its_contracts() -> None:
    row = assess((account(OKX, venue="okx", wallet=5_500.0),), rescue_distance=0.1).positions[0]
    assert row.lot_base == 0.001
    assert cut_up(row, 0.1231) == "0.124 BTC"
    coin = assess(
        (account(COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.15),)),),
        rescue_distance=0.1,
    ).positions[0]
    assert cut_up(coin, 0.0051) == "3 contracts"
