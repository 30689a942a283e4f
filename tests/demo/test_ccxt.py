"""Unmodified ccxt trades with the demo exchange, over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import ccxt.pro
import pytest
from ccxt.base.errors import AuthenticationError, InvalidNonce

from monitor.demo import control
from monitor.demo.book import demo_book
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import DemoServer, serve
from monitor.demo.world import World
from tests.demo.build import turn_to_loopback

OPTIONS = {"fetchMargins": False, "fetchOpenOrders": {"warnWithoutSymbol": False}}


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    market = Market(find_scenario("covid"))
    async with serve(World(market, demo_book(market, "binanceusdm"))) as running:
        yield running


@pytest.fixture
async def trader(server: DemoServer) -> AsyncIterator[Callable[[str], Awaitable[Any]]]:
    opened: list[Any] = []

    async def open_exchange(label: str) -> Any:
        key, secret = server.info().key_of(label)
        exchange = ccxt.pro.binanceusdm({"apiKey": key, "secret": secret, "options": OPTIONS})
        exchange.has["fetchCurrencies"] = False
        exchange.timeout_on_exit = 0
        turn_to_loopback(exchange, server.info())
        opened.append(exchange)
        await exchange.load_markets()
        return exchange

    yield open_exchange
    await asyncio.gather(*(exchange.close() for exchange in opened))


Trader = Callable[[str], Awaitable[Any]]


async def test_it_reads_markets_positions_balance_tiers_and_orders(server: DemoServer, trader: Trader) -> None:
    exchange = await trader("Main")
    positions = await exchange.fetch_positions()
    assert {(p["symbol"], p["side"]) for p in positions} == {
        ("BTC/USDT:USDT", "long"),
        ("ETH/USDT:USDT", "long"),
        ("SOL/USDT:USDT", "short"),
    }
    assert (await exchange.fetch_balance())["USDT"]["total"] > 100_000
    assert (await exchange.fetch_leverage_tiers())["BTC/USDT:USDT"][1]["maxLeverage"] == 100
    assert await exchange.fetch_open_orders() == []
    stops = await exchange.fetch_open_orders(None, None, None, {"trigger": True})
    assert [stop["triggerPrice"] > 0 for stop in stops] == [True, True]
    assert server.log.writes() == []


async def test_it_reads_both_legs_of_a_hedge(trader: Trader) -> None:
    positions = await (await trader("Swing")).fetch_positions()
    legs = {p["side"]: p for p in positions if p["symbol"] == "ETH/USDT:USDT"}
    assert legs["long"]["contracts"] > legs["short"]["contracts"]
    assert legs["long"]["liquidationPrice"] == legs["short"]["liquidationPrice"]


async def test_it_reads_candles_book_funding_and_time(trader: Trader) -> None:
    exchange = await trader("Alts")
    assert len(await exchange.fetch_ohlcv("DOGE/USDT:USDT", "15m", limit=96)) == 96
    book = await exchange.fetch_order_book("BTC/USDT:USDT", 20)
    assert book["bids"][0][0] < book["asks"][0][0]
    assert (await exchange.fetch_funding_rate("BTC/USDT:USDT"))["fundingTimestamp"] > await exchange.fetch_time()
    assert (await exchange.fetch_leverages())["BTC/USDT:USDT"]["marginMode"] == "cross"


async def test_it_watches_mark_prices(trader: Trader) -> None:
    ticker = await asyncio.wait_for((await trader("Main")).watch_mark_price("BTC/USDT:USDT"), 10)
    assert ticker["markPrice"] > 7000


async def test_it_watches_positions(server: DemoServer, trader: Trader) -> None:
    exchange = await trader("Alts")
    await exchange.watch_positions()  # the snapshot
    news = asyncio.create_task(exchange.watch_positions())
    await asyncio.sleep(0.5)
    await server.obey(control.AddMargin(account="Alts", symbol="DOGEUSDT", side="long", amount=500.0))
    changed = await asyncio.wait_for(news, 10)
    assert [position["symbol"] for position in changed] == ["DOGE/USDT:USDT"]


async def test_it_cannot_trade(server: DemoServer, trader: Trader) -> None:
    with pytest.raises(AuthenticationError, match="-2015"):
        await (await trader("Main")).create_order("BTC/USDT:USDT", "market", "buy", 1)
    assert [entry.path for entry in server.log.writes()] == ["/fapi/v1/order"]


async def test_it_names_a_wrong_clock_as_such(server: DemoServer, trader: Trader) -> None:
    exchange = await trader("Main")
    await server.obey(control.InjectFault(kind="clock_skew", skew_ms=-5000))
    with pytest.raises(InvalidNonce, match="-1021"):
        await exchange.fetch_balance()
