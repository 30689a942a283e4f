"""The Bybit face's WebSockets, by the documented frames."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from monitor.demo import control
from monitor.demo.server import DemoServer, serve
from tests.demo.build import world_of
from tests.demo.test_bybit import A, B

Socket = aiohttp.ClientWebSocketResponse


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    async with serve(world_of(A, B, live=True)) as running:
        running.world.paused = True
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


async def next_of(socket: Socket) -> Any:
    message = await asyncio.wait_for(socket.receive(), 5)
    return json.loads(message.data) if message.type is aiohttp.WSMsgType.TEXT else message.type


async def say(socket: Socket, operation: str, *arguments: str) -> Any:
    await socket.send_json({"req_id": "7", "op": operation, "args": list(arguments)})
    return await next_of(socket)


async def open_private(
    server: DemoServer, session: aiohttp.ClientSession, label: str = "A", ahead_ms: int = 9000
) -> Any:
    account = server.info().account(label)
    socket = await session.ws_connect(account.ws_base_url + "/v5/private")
    expires = str(int(time.time() * 1000) + ahead_ms)
    signature = hmac.new(account.secret.encode(), f"GET/realtime{expires}".encode(), hashlib.sha256).hexdigest()
    return socket, await say(socket, "auth", account.api_key, expires, signature)


async def test_a_ticker_comes_whole_and_then_in_changes(server: DemoServer, session: aiohttp.ClientSession) -> None:
    socket = await session.ws_connect(server.info().ws_base_url("bybit") + "/v5/public/linear")
    said = await say(socket, "subscribe", "tickers.BTCUSDT")
    assert (said["success"], said["op"], said["req_id"]) == (True, "subscribe", "7")
    first, second = await next_of(socket), await next_of(socket)
    assert (first["topic"], first["type"], second["type"]) == ("tickers.BTCUSDT", "snapshot", "delta")
    assert float(second["data"]["markPrice"]) == server.world.marks()["BTCUSDT"]
    assert "volume24h" in first["data"]
    assert "volume24h" not in second["data"]


async def test_a_ping_is_answered_as_each_channel_does(server: DemoServer, session: aiohttp.ClientSession) -> None:
    public = await session.ws_connect(server.info().ws_base_url("bybit") + "/v5/public/linear")
    private, _ = await open_private(server, session)
    assert (await say(public, "ping"))["ret_msg"] == "pong"
    assert (await say(private, "ping"))["op"] == "pong"


@pytest.mark.parametrize("ahead_ms", [-1000])
async def test_a_login_that_has_expired_is_refused(
    server: DemoServer, session: aiohttp.ClientSession, ahead_ms: int
) -> None:
    socket, said = await open_private(server, session, ahead_ms=ahead_ms)
    assert not said["success"]
    assert not (await say(socket, "subscribe", "position"))["success"]


async def test_private_news_reach_their_own_account_only(server: DemoServer, session: aiohttp.ClientSession) -> None:
    own, _ = await open_private(server, session, "A")
    other, _ = await open_private(server, session, "B")
    for socket in (own, other):
        assert (await say(socket, "subscribe", "position", "wallet", "order", "execution"))["success"]
    await server.obey(control.Reduce(account="A", symbol="BTCUSDT", side="long", fraction=0.5))
    told = [await next_of(own) for _ in range(4)]
    assert {message["topic"] for message in told} == {"position", "wallet", "order", "execution"}
    position = next(message["data"][0] for message in told if message["topic"] == "position")
    assert (position["size"], position["category"]) == ("0.500", "linear")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(other.receive(), 0.3)


async def test_a_closed_position_is_told_with_size_zero_and_no_side(
    server: DemoServer, session: aiohttp.ClientSession
) -> None:
    socket, _ = await open_private(server, session)
    await say(socket, "subscribe", "position")
    await server.obey(control.ClosePosition(account="A", symbol="BTCUSDT", side="long"))
    row = (await next_of(socket))["data"][0]
    assert (row["symbol"], row["size"], row["side"]) == ("BTCUSDT", "0", "")


async def test_a_forced_close_is_told_as_one(server: DemoServer, session: aiohttp.ClientSession) -> None:
    socket, _ = await open_private(server, session, "B")
    await say(socket, "subscribe", "execution")
    await server.obey(control.SetPrice(symbol="BTCUSDT", price=15_000.0))
    assert (await next_of(socket))["data"][0]["execType"] == "BustTrade"


async def test_a_frame_that_is_no_subscription_is_refused_and_logged_as_a_write(
    server: DemoServer, session: aiohttp.ClientSession
) -> None:
    socket, _ = await open_private(server, session)
    assert (await say(socket, "order.create"))["retCode"] == 10005
    trade = await session.ws_connect(server.info().ws_base_url("bybit") + "/v5/trade")
    assert (await say(trade, "order.create"))["retCode"] == 10005
    assert [json.loads(entry.text)["op"] for entry in server.log.writes()] == ["order.create", "order.create"]


async def test_an_unknown_stream_is_not_found(server: DemoServer, session: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError, match="404"):
        await session.ws_connect(server.info().ws_base_url("bybit") + "/v5/elsewhere")
