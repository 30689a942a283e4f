"""The WebSocket face."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from monitor.demo import control
from monitor.demo.face import Asked
from monitor.demo.server import DemoServer, serve
from monitor.demo.sockets import Sockets
from monitor.demo.specs import AccountSpec
from tests.demo.build import ask, isolated_long, world_of

Socket = aiohttp.ClientWebSocketResponse


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    accounts = [AccountSpec(label=label, wallet=5000.0, positions=(isolated_long(),)) for label in ("A", "B")]
    async with serve(world_of(*accounts, live=True)) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


async def subscribe(server: DemoServer, session: aiohttp.ClientSession, *names: str) -> Socket:
    socket = await session.ws_connect(server.info().ws_base_url() + "/market/ws/0")
    await socket.send_json({"method": "SUBSCRIBE", "params": list(names), "id": 1})
    assert await next_of(socket) == {"result": None, "id": 1}
    return socket


async def listen(server: DemoServer, session: aiohttp.ClientSession, label: str = "A") -> Socket:
    key = (await ask(server.info(), "/fapi/v1/listenKey", label, method="POST"))[2]["listenKey"]
    return await session.ws_connect(f"{server.info().ws_base_url()}/private/ws?listenKey={key}")


async def next_of(socket: Socket) -> Any:
    message = await asyncio.wait_for(socket.receive(), 5)
    return json.loads(message.data) if message.type is aiohttp.WSMsgType.TEXT else message.type


async def test_a_subscriber_hears_one_symbols_mark(server: DemoServer, session: aiohttp.ClientSession) -> None:
    socket = await subscribe(server, session, "ethusdt@markPrice@1s")
    message = await next_of(socket)
    assert (message["e"], message["s"]) == ("markPriceUpdate", "ETHUSDT")


async def test_a_subscriber_hears_all_marks(server: DemoServer, session: aiohttp.ClientSession) -> None:
    socket = await subscribe(server, session, "!markPrice@arr@1s")
    assert len(await next_of(socket)) == 10


async def test_a_user_stream_tells_its_own_account_only(server: DemoServer, session: aiohttp.ClientSession) -> None:
    own, other = await listen(server, session, "A"), await listen(server, session, "B")
    await server.obey(control.Deposit(account="A", amount=5.0))
    assert (await next_of(own))["a"]["B"][0]["cw"] == "5005.00000000"
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(other.receive(), 0.3)


async def test_a_liquidation_is_told_on_the_user_stream(server: DemoServer, session: aiohttp.ClientSession) -> None:
    socket = await listen(server, session)
    await server.obey(control.SetPrice(symbol="BTCUSDT", price=20_000.0))
    messages = [await next_of(socket) for _ in range(2)]
    assert [message["e"] for message in messages] == ["ORDER_TRADE_UPDATE", "ACCOUNT_UPDATE"]
    assert messages[0]["o"]["o"] == "LIQUIDATION"


async def test_an_unknown_listen_key_is_not_let_in(server: DemoServer, session: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError, match="404"):
        await session.ws_connect(server.info().ws_base_url() + "/private/ws?listenKey=" + "0" * 64)


async def test_an_expired_listen_key_is_told_and_ends_the_stream(
    server: DemoServer, session: aiohttp.ClientSession
) -> None:
    socket = await listen(server, session)
    await server.obey(control.ExpireListenKeys())
    assert (await next_of(socket))["e"] == "listenKeyExpired"
    assert await next_of(socket) is aiohttp.WSMsgType.CLOSE or socket.closed
    assert (await ask(server.info(), "/fapi/v1/listenKey", method="PUT"))[2]["code"] == -1125


async def test_a_listen_key_is_renewed_by_post_and_put(server: DemoServer) -> None:
    keys = [
        (await ask(server.info(), "/fapi/v1/listenKey", method=method))[2]["listenKey"]
        for method in ("POST", "POST", "PUT")
    ]
    assert len(set(keys)) == 1
    await ask(server.info(), "/fapi/v1/listenKey", method="DELETE")
    assert (await ask(server.info(), "/fapi/v1/listenKey", method="POST"))[2]["listenKey"] != keys[0]


@pytest.mark.parametrize(
    ("kind", "wanted"), [("ws_close", aiohttp.WSMsgType.CLOSE), ("ws_abort", aiohttp.WSMsgType.CLOSED)]
)
async def test_open_sockets_are_dropped(
    server: DemoServer, session: aiohttp.ClientSession, kind: Any, wanted: aiohttp.WSMsgType
) -> None:
    socket = await session.ws_connect(server.info().ws_base_url() + "/market/ws/0", autoclose=False)
    await server.obey(control.InjectFault(kind=kind))
    message = await asyncio.wait_for(socket.receive(), 5)
    assert message.type is wanted or (kind == "ws_abort" and message.type is aiohttp.WSMsgType.ERROR)


async def test_a_pong_only_socket_answers_pings_and_tells_nothing(
    server: DemoServer, session: aiohttp.ClientSession
) -> None:
    socket = await session.ws_connect(server.info().ws_base_url() + "/market/ws/0", autoping=False)
    await socket.send_json({"method": "SUBSCRIBE", "params": ["!markPrice@arr@1s"], "id": 1})
    await next_of(socket)
    await server.obey(control.InjectFault(kind="ws_pong_only"))
    await socket.ping(b"there?")
    assert (await asyncio.wait_for(socket.receive(), 5)).type is aiohttp.WSMsgType.PONG
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(socket.receive(), 1.4)


async def test_a_frame_that_is_no_subscription_is_logged_as_a_write(
    server: DemoServer, session: aiohttp.ClientSession
) -> None:
    socket = await subscribe(server, session, "btcusdt@markPrice@1s")
    await socket.send_json({"id": 2, "method": "order.place", "params": {"symbol": "BTCUSDT"}})
    await next_of(socket)
    assert [json.loads(entry.text)["method"] for entry in server.log.writes()] == ["order.place"]


async def test_a_client_that_leaves_while_the_handshake_is_answered_is_no_error(
    server: DemoServer,
    session: aiohttp.ClientSession,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    handle = Sockets.handle

    async def left_meanwhile(self: Sockets, request: web.Request, asked: Asked) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return await handle(self, request, asked)

    monkeypatch.setattr(Sockets, "handle", left_meanwhile)
    with pytest.raises(aiohttp.ClientError):
        await session.ws_connect(server.info().ws_base_url() + "/market/ws/0")
    await asyncio.sleep(0.05)
    assert [record.message for record in caplog.records if record.name.startswith("aiohttp")] == []
