"""The price of a symbol that is not held: the mark where the venue tells it, else the last trade."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.demo.book import demo_book
from monitor.demo.control import InjectFault
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import serve
from monitor.demo.world import World
from monitor.feeds.price_feed import PriceFeed
from monitor.settings import AccountConfig
from monitor.venues.fetch import AccountReader

ADA = "ADA/USDT:USDT"


@pytest.mark.parametrize("venue", ["binanceusdm", "bybit", "okx", "hyperliquid"])
async def test_a_symbol_that_a_venue_does_not_list_has_no_price_and_stops_nothing(venue: str) -> None:
    market = Market(find_scenario("calm"), seed=1)
    async with serve(World(market, demo_book(market))) as server:
        account: Any = next(one for one in server.info().accounts if one.venue == venue)
        config = AccountConfig(id="A", venue=venue, base_url=account.base_url, ws_base_url=account.ws_base_url)
        secrets = Secrets(api_key=account.api_key, secret=account.secret, passphrase=account.passphrase)
        reader = await AccountReader.open(config, secrets, SystemClock())
        listed = (await reader.read(frozenset(), 0)).positions[0].symbol
        feed = PriceFeed(lambda: (("A", "NOBODY/USDT:USDT"), ("A", listed)), lambda _: reader, SystemClock())
        await feed.read_round()
        await reader.close()
    assert {where[1]: price.basis for where, price in feed.found.items()} == {listed: "mark"}


@pytest.mark.parametrize(("fault", "basis"), [(None, "mark"), ("/fapi/v1/premiumIndex", "last"), ("/fapi", None)])
async def test_it_is_the_mark_or_the_last_trade_and_is_called_so(fault: str | None, basis: str | None) -> None:
    market = Market(find_scenario("calm"), seed=1)
    async with serve(World(market, demo_book(market))) as server:
        account: Any = next(one for one in server.info().accounts if one.venue == "binanceusdm")
        config = AccountConfig(
            id="Main", venue="binanceusdm", base_url=account.base_url, ws_base_url=account.ws_base_url
        )
        reader = await AccountReader.open(
            config, Secrets(api_key=account.api_key, secret=account.secret), SystemClock()
        )
        await reader.read(frozenset(), 0)
        if fault is not None:
            await server.obey(InjectFault(kind="status", status=503, path=fault))
        feed = PriceFeed(lambda: (("Main", ADA),), lambda _: reader, SystemClock())
        await feed.read_round()
        await reader.close()
    assert [one.basis for one in feed.found.values()] == ([] if basis is None else [basis])
