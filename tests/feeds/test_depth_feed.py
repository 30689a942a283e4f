"""The order books of what is held, read from the embedded exchange by real ccxt."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from monitor.demo.server import DemoServer
from monitor.feeds.depth_feed import EXPIRY_MS, FOCUSED_FRESH_MS, FRESH_MS, RETRY_MS, DepthFeed
from monitor.model import Account
from monitor.risk.depth import PRICE
from monitor.venues.fetch import AccountReader
from tests.venues.loopback import HandClock, demo_exchange, fault, reader_of

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()


@pytest.fixture
async def exchange() -> AsyncIterator[DemoServer]:
    async with demo_exchange() as server:
        yield server


def feed_of(account: Account, reader: AccountReader, clock: HandClock, focus: str = "") -> DepthFeed:
    return DepthFeed(lambda: (account,), lambda _: reader, lambda: focus, clock)


async def test_every_held_contract_gets_its_book(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        for _ in account.positions:
            await feed.read_next()
    found = feed.depths(clock.ms)
    assert found.keys() == {("binanceusdm", position.symbol) for position in account.positions}
    assert all(one.bids[PRICE, 1] < one.mid < one.asks[PRICE, 1] for one in found.values())


async def test_the_focused_contract_is_read_more_often(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock, focus="|".join(account.key_of(account.positions[1])))
        for _ in account.positions:
            await feed.read_next()
        first = feed.depths(clock.ms)
        clock.ms += FOCUSED_FRESH_MS
        for _ in account.positions:
            await feed.read_next()
    again = feed.depths(clock.ms)
    assert [symbol for (_, symbol), one in again.items() if one is not first["binanceusdm", symbol]] == [
        account.positions[1].symbol
    ]


async def test_a_failed_read_keeps_the_last_book_until_it_is_too_old(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        for _ in account.positions:
            await feed.read_next()
        clock.ms += FRESH_MS
        await fault(exchange, kind="html", path="/fapi/v1/depth")
        await feed.read_next()
    assert len(feed.depths(clock.ms)) == len(account.positions)
    assert len(feed.reasons(clock.ms)) == 1
    clock.ms += EXPIRY_MS
    assert feed.depths(clock.ms) == {}
    assert len(feed.reasons(clock.ms)) == len(account.positions)


async def test_a_venue_that_gives_no_book_is_asked_again_only_after_a_while(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        await fault(exchange, kind="html", path="/fapi/v1/depth")
        for _ in account.positions:
            await feed.read_next()
        reasons = feed.reasons(clock.ms)
        before = feed._tried_ms.copy()
        clock.ms += RETRY_MS - 1
        await feed.read_next()
    assert len(reasons) == len(account.positions)
    assert feed._tried_ms == before


async def test_a_book_carries_the_volume_of_a_day_and_comes_without_it_as_well(exchange: DemoServer) -> None:
    clock = HandClock()
    async with reader_of(exchange, "Main") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        feed = feed_of(account, reader, clock)
        await feed.read_next()
        await fault(exchange, kind="status", path="/fapi/v1/klines", status=503)
        await feed.read_next()
    with_volume, without = (one.daily_volume for one in feed.depths(clock.ms).values())
    assert (with_volume or 0.0) > 0.0
    assert without is None
