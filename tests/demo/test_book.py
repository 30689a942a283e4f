"""The demo's own accounts tell a story: calm, hurt, partly saved."""

from __future__ import annotations

from functools import cache

import pytest

from monitor.demo.book import demo_book
from monitor.demo.market import Market
from monitor.demo.scenario import SCENARIOS, find_scenario
from monitor.demo.truth import truth
from monitor.demo.world import World

HOURS = {"covid": 3, "may21": 4, "ftx": 4, "luna": 12}


def open_world(scenario: str, seed: int = 1) -> World:
    market = Market(find_scenario(scenario), seed=seed)
    return World(market, demo_book(market))


@cache
def played(scenario: str) -> World:
    world = open_world(scenario, seed=3)
    world.advance(HOURS[scenario] * 3_600_000)
    return world


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_position_starts_near_its_liquidation(scenario: str) -> None:
    world = open_world(scenario)
    for row in truth(world).positions:
        price = row.liquidation_price
        assert price is None or abs(price - row.mark) / row.mark >= 0.12, row


@pytest.mark.parametrize("scenario", HOURS)
def test_the_main_pool_and_an_isolated_alt_are_liquidated_in_the_fall(scenario: str) -> None:
    world = played(scenario)
    assert {fill.symbol for fill in world.accounts["Main"].forced} == {"BTCUSDT", "ETHUSDT", "SOLUSDT"}
    assert world.accounts["Alts"].forced


@pytest.mark.parametrize("scenario", HOURS)
def test_something_survives_and_something_is_saved_by_its_stop(scenario: str) -> None:
    world = played(scenario)
    assert world.accounts["Swing"].positions
    assert world.accounts["Swing"].forced == []
    assert any(trade.symbol == "AVAXUSDT" for trade in world.accounts["Alts"].trades)


@pytest.mark.parametrize("scenario", HOURS)
def test_four_venues_live_over_one_market_and_each_keeps_its_own_accounts(scenario: str) -> None:
    world = played(scenario)
    assert len({account.venue for account in world.accounts.values()}) == 4
    assert world.accounts["Onchain"].positions
    steps = {account.rules.symbols["BTCUSDT"].step_digits for account in world.accounts.values()}
    assert len(steps) > 1  # each rounds as it does in life


def test_nothing_happens_in_a_calm_market() -> None:
    world = open_world("calm")
    world.advance(6 * 3_600_000)
    assert [account.forced for account in world.accounts.values()] == [[], [], [], []]


def test_one_stop_lies_beyond_the_liquidation_price() -> None:
    world = open_world("covid")
    main = next(row for row in truth(world).positions if (row.account, row.symbol) == ("Main", "BTCUSDT"))
    stop = next(order for order in world.accounts["Main"].orders.values() if order.symbol == "BTCUSDT")
    assert main.liquidation_price is not None
    assert stop.level < main.liquidation_price


def test_the_accounts_cover_every_mode() -> None:
    main, swing, alts, onchain = demo_book(Market(find_scenario("covid")))
    assert [spec.venue for spec in (main, swing, alts, onchain)] == ["binanceusdm", "bybit", "okx", "hyperliquid"]
    assert {position.margin_mode for position in onchain.positions} == {"cross", "isolated"}
    assert (main.position_mode, swing.position_mode) == ("one_way", "hedge")
    assert {position.margin_mode for position in alts.positions} == {"isolated"}
    assert {position.margin_mode for position in main.positions} == {"cross"}
