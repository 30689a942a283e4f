"""The guard at Binance against what test_attack.py does not list: frames, sessions, bodies, words of trading."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import GarbledAnswerError, NetworkError, ReadOnlyViolationError
from monitor.settings import AccountConfig
from monitor.venues import binance, lite
from monitor.venues.binance_answers import EXCHANGE_INFO
from monitor.venues.client import VenueClient, _redirect
from monitor.venues.guard import MOST_BYTES, guarded
from tests.venues.loopback import CatchAll, catch_all, demo_exchange, fault, reader_of
from tests.venues.served import reader_at, served

KEYS = Secrets(api_key="canary-key-1", secret="canary-secret-1")
ORDER: dict[str, Any] = {"symbol": "BTCUSDT", "side": "BUY", "type": "MARKET", "quantity": "1"}
ARGUMENTS: dict[str, Any] = {
    "symbol": "BTC/USDT:USDT",
    "type": "limit",
    "side": "buy",
    "amount": 1.0,
    "price": 10.0,
    "id": "1",
    "code": "USDT",
    "address": "0x1",
    "fromAccount": "spot",
    "toAccount": "swap",
    "leverage": 5,
    "marginMode": "cross",
    "hedged": True,
    "ids": ["1"],
    "timeout": 1000,
    "orders": [{"symbol": "BTC/USDT:USDT", "type": "limit", "side": "buy", "amount": 1.0, "price": 10.0, "id": "1"}],
}
READS = ("fetch", "load", "watch", "un_watch", "unWatch", "close", "sleep", "throttle", "request")


@pytest.fixture
async def server() -> AsyncIterator[CatchAll]:
    async with catch_all() as running:
        yield running


@pytest.fixture
async def client(server: CatchAll) -> AsyncIterator[VenueClient]:
    config = AccountConfig(
        id="Main", venue="binanceusdm", base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
    )
    opened = VenueClient.open(config, KEYS, SystemClock(), binance)
    _give_markets(opened.exchange)
    yield opened
    await opened.close()


def _give_markets(exchange: Any) -> None:
    market = exchange.safe_market_structure()
    market.update(id="BTCUSDT", symbol="BTC/USDT:USDT", base="BTC", quote="USDT", settle="USDT", active=True)
    market.update(lowercaseId="btcusdt", baseId="BTC", quoteId="USDT", settleId="USDT", type="swap", contractSize=1.0)
    market.update(spot=False, swap=True, future=False, option=False, contract=True, linear=True, inverse=False)
    market.update(precision={"amount": 0.001, "price": 0.1})
    exchange.set_markets([market])


def _unguarded(server: CatchAll) -> Any:
    exchange = lite.load("binanceusdm")({"apiKey": "k", "secret": "s", "enableRateLimit": False, "timeout": 2000})
    _redirect(exchange, server.base_url, server.base_url.replace("http", "ws"))
    _give_markets(exchange)
    exchange.ssl_context, exchange.timeout_on_exit = True, 0
    return exchange


async def _outcome(call: Callable[..., Any], *arguments: Any) -> str:
    """How a call ended: "refused", or by which exception, or "returned"."""
    try:
        result = call(*arguments)
        if inspect.isawaitable(result):
            await asyncio.wait_for(result, 2)
    except ReadOnlyViolationError:
        return "refused"
    except Exception as error:
        return type(error).__name__
    return "returned"


def _endpoints(kind: type[Any]) -> dict[str, Any]:
    members = {name: next(vars(base)[name] for base in kind.__mro__ if name in vars(base)) for name in dir(kind)}
    return {name: member for name, member in members.items() if hasattr(member, "unbound_method")}


async def test_the_methods_that_trade_are_refused_by_name(client: VenueClient) -> None:
    for name in ("create_order", "createOrder", "cancel_all_orders", "set_leverage", "transfer", "withdraw"):
        with pytest.raises(ReadOnlyViolationError, match="only reads"):
            await getattr(client.exchange, name)("BTC/USDT:USDT", "limit", "buy", 1, 10)


async def test_the_funnels_cannot_be_used_directly(client: VenueClient, server: CatchAll) -> None:
    exchange, original, write = client.exchange, lite.load("binanceusdm"), ("order", ["fapiPrivate"], "POST", ORDER)
    twin = _unguarded(server)
    signed = twin.sign(*write)
    url, method, headers, body = (signed[part] for part in ("url", "method", "headers", "body"))
    attempts: dict[str, Callable[[], Any]] = {
        "request": lambda: exchange.request(*write),
        "fetch2": lambda: exchange.fetch2(*write),
        "sign": lambda: exchange.sign(*write),
        "the original fetch2": lambda: original.fetch2(exchange, *write),
        "fetch, signed elsewhere": lambda: exchange.fetch(url, method, headers, body),
        "the original fetch, signed elsewhere": lambda: original.fetch(exchange, url, method, headers, body),
        "the session": lambda: exchange.session.request(method, url, headers=headers, data=body),
        "another host": lambda: exchange.session.get("http://127.0.0.2:1/fapi/v1/time"),
        "a read with another method": lambda: exchange.session.delete(f"{server.base_url}/fapi/v1/listenKey"),
        "the trading socket": lambda: exchange.session.ws_connect(f"ws://127.0.0.1:{server.port}/ws-fapi/v1"),
        "a foreign socket": lambda: exchange.session.ws_connect("ws://127.0.0.2:1/market/ws/0"),
    }
    exchange.open()
    outcomes = {name: await _outcome(attempt) for name, attempt in attempts.items()}
    assert outcomes == dict.fromkeys(attempts, "refused")
    assert server.requests == []


async def test_even_a_read_must_come_through_the_approved_way(client: VenueClient, server: CatchAll) -> None:
    request = client.exchange.sign("account", ["fapiPrivateV3"], "GET", {})
    with pytest.raises(ReadOnlyViolationError, match="unapproved GET"):
        await client.exchange.fetch(request["url"], "GET", request["headers"])
    assert server.requests == []


async def test_an_order_frame_never_leaves_a_websocket(client: VenueClient, server: CatchAll) -> None:
    exchange, url = client.exchange, f"{client.exchange.get_ws_url('linear', 'market')}/0"
    exchange.watch(url, "hash", {"method": "SUBSCRIBE", "params": ["btcusdt@markPrice@1s"], "id": 1}, "hash")
    socket = exchange.client(url)
    await asyncio.wait_for(socket.connected, 2)
    order = {"id": 1, "method": "order.place", "params": {"symbol": "BTCUSDT"}}
    attempts: list[Callable[[], Any]] = [
        lambda: socket.send(order),
        lambda: socket.unguarded_send(order),
        lambda: socket.connection.send_str('{"method":"order.place"}'),
        lambda: socket.connection.send_json(order),
        lambda: socket.connection.send_bytes(b"{}"),
        lambda: socket.send({"method": "SUBSCRIBE", "params": [{"side": "BUY"}], "id": 1}),
        lambda: socket.send({"method": "SUBSCRIBE", "params": [], "id": 1, "order": {}}),
        lambda: socket.send("buy"),
        lambda: socket.send('{"method":"order.place","method":"SUBSCRIBE","params":[],"id":1}'),
    ]
    assert [await _outcome(attempt) for attempt in attempts] == ["refused"] * len(attempts)
    for _ in range(50):
        await asyncio.sleep(0.01)
        if server.frames:
            break
    assert server.frames == ['{"method":"SUBSCRIBE","params":["btcusdt@markPrice@1s"],"id":1}']


async def test_a_refusal_is_remembered_even_where_ccxt_swallows_it(client: VenueClient) -> None:
    await _outcome(client.exchange.create_order, "BTC/USDT:USDT", "limit", "buy", 1, 10)
    assert client.exchange.watcher.violations == ["method create_order"]


async def test_a_session_from_outside_is_not_accepted() -> None:
    kind = guarded(lite.load("binanceusdm"), binance.READS)
    with pytest.raises(ReadOnlyViolationError, match="cannot be guarded"):
        kind({"session": object()})


async def test_the_unguarded_class_really_writes(server: CatchAll) -> None:
    """The control: without the guard the same calls arrive, so the attack is one."""
    exchange = _unguarded(server)
    await _outcome(exchange.create_order, "BTC/USDT:USDT", "limit", "buy", 1.0, 10.0)
    await _outcome(exchange.set_leverage, 5, "BTC/USDT:USDT")
    await _outcome(exchange.fapiPrivatePostOrder, dict(ORDER))
    await exchange.close()
    assert {("POST", "/fapi/v1/order"), ("POST", "/fapi/v1/leverage")} <= set(server.requests)


async def test_a_redirect_is_not_followed_and_not_one_byte_reaches_the_other_host(server: CatchAll) -> None:
    async with demo_exchange() as exchange, reader_of(exchange) as reader:
        await fault(exchange, kind="redirect", path="/fapi/v3/account", url=f"{server.base_url}/fapi/v3/account")
        with pytest.raises(NetworkError, match="redirect"):
            await reader.read(frozenset(), 0)
    assert server.requests == []


@pytest.mark.parametrize("packed", [False, True])
async def test_an_answer_that_is_far_too_long_is_not_read_to_its_end(packed: bool) -> None:
    async with served({"/fapi/v1/exchangeInfo": ["x" * 99] * (MOST_BYTES // 100)}) as server:
        server.packed = packed
        async with reader_at(server, "binanceusdm", KEYS) as reader:
            with pytest.raises(GarbledAnswerError, match="more than 10 MB"):
                await reader.client.call(EXCHANGE_INFO, list)


async def test_a_body_is_read_once_and_is_what_the_caller_gets() -> None:
    told = {"symbols": [1.5, "é", None, 12345678901234567890123]}
    async with served({"/fapi/v1/exchangeInfo": told}) as server, reader_at(server, "binanceusdm", KEYS) as reader:
        reader.client.exchange.on_json_response = _not_again
        found = await reader.client.call(EXCHANGE_INFO, dict)
    assert found == told


def _not_again(body: str) -> object:
    raise AssertionError("read a second time")
