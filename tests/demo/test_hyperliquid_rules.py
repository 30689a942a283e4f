"""Hyperliquid's contracts and rules on the demo exchange: worked out by hand."""

from __future__ import annotations

import pytest

from monitor.demo.hyperliquid.contracts import contracts_of, five_digits, schedule_of
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.scenario import HOUR_MS, find_scenario
from monitor.demo.specs import AccountSpec, PositionSpec
from tests.demo.build import world_of


@pytest.mark.parametrize(
    ("price", "size_digits", "text"),
    [
        (29_135.6, 5, "29136.0"),
        (123_456.7, 5, "123457.0"),
        (1_234.56, 4, "1234.6"),
        (0.0721449, 0, "0.072145"),
        (0.0022, 0, "0.0022"),
        (24.0, 2, "24.0"),
    ],
)
def test_prices_have_five_digits_and_whole_numbers_all_of_theirs(price: float, size_digits: int, text: str) -> None:
    assert five_digits(price, size_digits) == text


def test_each_rate_counts_for_the_part_of_the_value_in_its_tier() -> None:
    """150 million at 40x and 50 million at 20x: half of 1/40 of the first, half of 1/20 of the second."""
    schedule = schedule_of(((0.0, 40), (150e6, 20)))
    assert schedule.requirement(200e6) == pytest.approx(150e6 / 80 + 50e6 / 40)
    assert schedule.requirement(149e6) == pytest.approx(149e6 / 80)


def test_a_coin_without_a_table_has_one_step() -> None:
    contract = contracts_of(Market(find_scenario("calm"), symbols=11))["SYN011USDT"]
    assert (contract.table, contract.leverage, contract.symbol.schedule.rates) == (3, 3, (1 / 6,))


def test_an_account_cannot_hold_both_sides() -> None:
    with pytest.raises(ValueError, match="one position a symbol"):
        world_of(AccountSpec(label="A", venue="hyperliquid", wallet=1.0, position_mode="hedge"))


def test_funding_is_settled_every_hour_at_an_eighth_of_the_rate() -> None:
    position = PositionSpec(symbol="BTCUSDT", side="long", size=1.0)
    venues = ("hyperliquid", "okx")
    world = world_of(*(AccountSpec(label=v, venue=v, wallet=50_000.0, positions=(position,)) for v in venues))
    world.jump_to((world.market.start_ms // FUNDING_MS + 1) * FUNDING_MS)
    paid = {venue: [one for one in world.accounts[venue].income if one.kind == "FUNDING_FEE"] for venue in venues}
    hours = world.market.now_ms // HOUR_MS - world.market.start_ms // HOUR_MS
    assert (len(paid["hyperliquid"]), len(paid["okx"])) == (hours, 1)
    assert paid["hyperliquid"][-1].amount == pytest.approx(paid["okx"][0].amount / 8, abs=1e-7)
