"""The volatility of what is held, read from the embedded exchange by real ccxt."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from monitor.demo.server import DemoServer
from monitor.feeds.volatility_feed import EXPIRY_MS, VolatilityFeed
from monitor.model import Account
from monitor.risk.volatility import HOUR_MS, Volatilities
from monitor.venues.fetch import AccountReader
from tests.venues.loopback import HandClock, demo_exchange, fault, reader_of

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()
BTC = ("binanceusdm", "BTC/USDT:USDT")


@pytest.fixture
async def exchange() -> AsyncIterator[DemoServer]:
    async with demo_exchange() as server:
        yield server


def feed_of(account: Account, reader: AccountReader, clock: HandClock, *, market_time: bool = True) -> VolatilityFeed:
    return VolatilityFeed(lambda: (account,), lambda _: reader, clock, market_time=market_time)


async def until_read(feed: VolatilityFeed, account: Account, clock: HandClock) -> Volatilities:
    for _ in account.positions:
        await feed.read_next()
    return feed.volatilities(clock.now_ms())


async def test_every_held_contract_gets_its_volatility(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        found = await until_read(feed_of(account, reader, clock), account, clock)
    assert not found.unknown, found.unknown
    assert found.known.keys() == {("binanceusdm", position.symbol) for position in account.positions}
    assert all(0.05 < one.annual < 5.0 for one in found.known.values())


async def test_a_fresh_figure_is_not_asked_for_again(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        await until_read(feed, account, clock)
        before = len(exchange.log.entries)
        await feed.read_next()
        assert len(exchange.log.entries) == before
        clock.ms += HOUR_MS
        await feed.read_next()
        assert len(exchange.log.entries) == before + 1  # the hours alone: the days are fresh still


async def test_a_failed_read_keeps_the_figure_until_it_expires(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        known = (await until_read(feed, account, clock)).known[BTC]
        await fault(exchange, kind="status", path="/fapi/v1/klines")
        clock.ms += HOUR_MS
        assert (await until_read(feed, account, clock)).known[BTC] == known
        clock.ms += EXPIRY_MS
        found = feed.volatilities(clock.now_ms())
    assert BTC not in found.known
    assert "older than 6 hours" in found.reason(BTC)


async def test_what_could_never_be_read_says_why(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        await fault(exchange, kind="status", path="/fapi/v1/klines")
        found = await until_read(feed_of(account, reader, clock), account, clock)
    assert not found.known
    assert found.reason(BTC).startswith("BTC/USDT:USDT: ")


async def test_a_market_whose_bars_have_stopped_has_no_volatility(exchange: DemoServer) -> None:
    clock = HandClock()  # the demo's bars are of 2020, and its clock is of today
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        found = await until_read(feed_of(account, reader, clock, market_time=False), account, clock)
    assert "hours old" in found.reason(BTC)
