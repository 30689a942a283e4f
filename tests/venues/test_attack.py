"""The attack on every venue: whatever ccxt can send there, only what is on the read list leaves."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import NetworkError
from monitor.settings import AccountConfig
from monitor.venues import VENUES, lite
from monitor.venues.client import VenueClient, _redirect
from tests.venues.loopback import CatchAll, catch_all
from tests.venues.test_guard import ARGUMENTS, READS, _endpoints, _give_markets, _outcome

WRITES: dict[str, tuple[str, list[str], str]] = {  # (path, api, METHOD) that trades
    "binancecoinm": ("order", ["dapiPrivate"], "POST"),
    "binanceusdm": ("order", ["fapiPrivate"], "POST"),
    "bitget": ("v2/mix/order/place-order", ["private", "mix"], "POST"),
    "bybit": ("v5/order/create", ["private"], "POST"),
    "deribit": ("buy", ["private"], "GET"),
    "gate": ("{settle}/orders", ["private", "futures"], "POST"),
    "hyperliquid": ("exchange", ["private"], "POST"),
    "krakenfutures": ("sendorder", ["private"], "POST"),
    "kucoinfutures": ("orders", ["futuresPrivate"], "POST"),
    "okx": ("trade/order", ["private"], "POST"),
}
ORDER = {"symbol": "BTCUSDT", "instrument_name": "BTC-PERPETUAL", "settle": "usdt", "type": "order", "size": "1"}
KEYS = Secrets(api_key="canary-key-1", secret="Y2FuYXJ5LXNlY3JldC1jYW5hcnktc2VjcmV0LTAwMDE=", passphrase="canary-words")
ADDRESSES = {"hyperliquid": "0x" + "1" * 40, "dydx": "dydx1" + "q" * 38}


@pytest.fixture(params=sorted(VENUES))
def venue_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def server() -> AsyncIterator[CatchAll]:
    async with catch_all() as running:
        yield running


@pytest.fixture
async def client(server: CatchAll, venue_id: str) -> AsyncIterator[VenueClient]:
    config = AccountConfig(id="main", venue=venue_id, base_url=server.base_url, ws_base_url=_stream(server))
    venue = VENUES[venue_id]
    address = ADDRESSES.get(venue_id)
    keys = KEYS if address is None else Secrets(api_key=address, secret="")
    opened = VenueClient.open(config, keys, SystemClock(), venue)
    _give_markets(opened.exchange)
    yield opened
    await opened.close()


def _stream(server: CatchAll) -> str:
    return server.base_url.replace("http", "ws")


def _unguarded(server: CatchAll, venue_id: str) -> Any:
    settings = {"apiKey": "k", "secret": KEYS.secret, "password": "p", "enableRateLimit": False, "timeout": 2000}
    settings |= {"walletAddress": "0x" + "1" * 40, "privateKey": "0x" + "2" * 64}
    exchange = lite.load(VENUES[venue_id].CCXT_ID)(settings)
    _redirect(exchange, server.base_url, _stream(server))
    _give_markets(exchange)
    exchange.ssl_context, exchange.timeout_on_exit = True, 0
    return exchange


def _is_read(venue_id: str, endpoint: Any) -> bool:
    return (".".join(endpoint.api), endpoint.method, endpoint.path) in VENUES[venue_id].READS.endpoints


def _write_of(venue_id: str) -> tuple[str, list[str], str]:
    """(path, api, METHOD) of an endpoint that trades, or at least writes."""
    if venue_id in WRITES:
        return WRITES[venue_id]
    found = [one for one in _endpoints(lite.load(venue_id)).values() if one.method != "GET"]
    orders = [one for one in found if "order" in one.path.lower() and not _is_read(venue_id, one)]
    chosen = min(orders or [one for one in found if not _is_read(venue_id, one)], key=lambda one: len(one.path))
    return chosen.path, chosen.api, chosen.method


def _not_listed(server: CatchAll, venue_id: str, twin: Any) -> set[tuple[str, str]]:
    """What arrived and is not on the read list, as the unguarded class places it.

    A socket that opens, in its own time, is no request: what would be sent over it is in the server's frames.
    """
    allowed = []
    for api, method, path in VENUES[venue_id].READS.endpoints:
        names = re.findall(r"\{(\w+)\}", path)
        url = twin.sign(path, api.split("."), method, {name: f"any{name}any" for name in names})["url"]
        pattern = re.sub("|".join(f"any{name}any" for name in names) or "(?!)", "[^/]+", re.escape(urlsplit(url).path))
        allowed.append((method, pattern))
    return {
        (method, path)
        for method, path in server.requests
        if (method, path) not in server.handshakes
        and not any(method == one and re.fullmatch(pattern, path) for one, pattern in allowed)
    }


def _is_login(frame: str) -> bool:
    """Whether a frame only says who asks: a socket that opened in its own time begins with that."""
    told = json.loads(frame)
    if not isinstance(told, dict):
        return False
    by_operation = told.get("op") in ("login", "auth") and set(told) <= {"op", "args", "req_id"}
    return by_operation or told.get("event") == "challenge"


async def test_every_endpoint_that_is_not_on_the_read_list_is_refused_by_both_routes(
    client: VenueClient, server: CatchAll, venue_id: str
) -> None:
    tried = 0
    for name, endpoint in _endpoints(lite.load(VENUES[venue_id].CCXT_ID)).items():
        if not _is_read(venue_id, endpoint):
            assert await _outcome(getattr(client.exchange, name), dict(ORDER)) == "refused", name
            assert await _outcome(endpoint.unbound_method, client.exchange, dict(ORDER)) == "refused", name
            tried += 1
    assert tried >= 1
    assert server.requests == []


@pytest.mark.parametrize("route", ["guarded object", "original class"])
async def test_no_unified_method_writes(client: VenueClient, server: CatchAll, venue_id: str, route: str) -> None:
    original = lite.load(VENUES[venue_id].CCXT_ID)
    endpoints, tried = _endpoints(original), 0
    for name in dir(original):
        method = getattr(original, name)
        if name.startswith(("_", *READS)) or name in endpoints:
            continue
        if not inspect.iscoroutinefunction(method):
            continue
        parameters = list(inspect.signature(method).parameters.values())[1:]
        given = [ARGUMENTS.get(one.name, 1.0) for one in parameters if one.default is inspect.Parameter.empty]
        if route == "guarded object":
            await _outcome(getattr(client.exchange, name), *given)
        else:
            await _outcome(method, client.exchange, *given)
        tried += 1
    assert tried >= 70
    twin = _unguarded(server, venue_id)
    assert _not_listed(server, venue_id, twin) == set()
    assert [frame for frame in server.frames if not _is_login(frame)] == []
    await twin.close()


async def test_the_funnels_cannot_be_used_directly(client: VenueClient, server: CatchAll, venue_id: str) -> None:
    path, api, method = _write_of(venue_id)
    exchange, original, twin = client.exchange, lite.load(VENUES[venue_id].CCXT_ID), _unguarded(server, venue_id)
    write = (path, api, method, dict(ORDER))
    signed = twin.sign(*write)
    url, headers, body = (signed[part] for part in ("url", "headers", "body"))
    stream = f"{_stream(server)}/anything"
    order = {"method": "order.place", "op": "order", "params": {}, "args": [{}], "id": 1}
    attempts: dict[str, Callable[[], Any]] = {
        "request": lambda: exchange.request(*write),
        "fetch2": lambda: exchange.fetch2(*write),
        "sign": lambda: exchange.sign(*write),
        "the original fetch2": lambda: original.fetch2(exchange, *write),
        "fetch, signed elsewhere": lambda: exchange.fetch(url, method, headers, body),
        "the original fetch, signed elsewhere": lambda: original.fetch(exchange, url, method, headers, body),
        "the session": lambda: exchange.session.request(method, url, headers=headers, data=body),
        "another host": lambda: exchange.session.get("http://127.0.0.2:1/anything"),
        "a socket": lambda: exchange.session.ws_connect(stream),
        "a frame": lambda: exchange.client(stream).send(order),
    }
    exchange.open()
    outcomes = {name: await _outcome(attempt) for name, attempt in attempts.items()}
    assert outcomes == dict.fromkeys(attempts, "refused")
    assert server.requests == []
    await twin.close()


STREAM_WRITES: dict[str, Any] = {  # how an order is sent through a socket, where it can be
    "binancecoinm": {"id": 1, "method": "order.place", "params": {"symbol": "BTCUSD_PERP"}},
    "bybit": {"op": "order.create", "header": {}, "args": [{"symbol": "BTCUSDT"}]},
    "okx": {"id": "1", "op": "order", "args": [{"instId": "BTC-USDT-SWAP", "side": "buy"}]},
    "hyperliquid": {"method": "post", "id": 1, "request": {"type": "action", "payload": {}}},
    "bitget": {"op": "trade", "args": [{"channel": "place-order", "instId": "BTCUSDT"}]},
    "deribit": {"jsonrpc": "2.0", "id": 1, "method": "private/buy", "params": {}},
    "gate": {"time": 1, "channel": "futures.order_place", "event": "api", "payload": {}},
    "kucoinfutures": {"id": "1", "op": "futures.order", "args": {}},
    "krakenfutures": {"event": "subscribe", "feed": "open_orders", "order": {}},
}


@pytest.mark.parametrize("venue_id", sorted(STREAM_WRITES), indirect=True)
async def test_no_order_leaves_by_a_socket_that_may_be_opened(
    client: VenueClient, server: CatchAll, venue_id: str
) -> None:
    exchange, reads = client.exchange, VENUES[venue_id].READS
    path = next(one for one in PLACES if re.fullmatch(reads.stream_path, one))
    exchange.watch(f"{_stream(server)}{path}", "hash", None, "hash")
    socket = exchange.client(f"{_stream(server)}{path}")
    await asyncio.wait_for(socket.connected, 2)
    order = STREAM_WRITES[venue_id]
    for attempt in (order, json.dumps(order), {**order, "op": "subscribe"}, {"op": "subscribe", "args": [order]}):
        assert await _outcome(socket.send, attempt) == "refused", attempt
        assert await _outcome(socket.unguarded_send, attempt) == "refused", attempt
    for twisted in (json.dumps(order)[:-1] + ',"op":"subscribe","method":"subscribe"}', "order", "[]", "{}"):
        assert await _outcome(socket.connection.send_str, twisted) == "refused", twisted
    assert await _outcome(socket.connection.send_bytes, b"{}") == "refused"
    await asyncio.sleep(0.05)
    assert server.frames == []


PLACES = (
    "/ws/0",
    "/v5/public/linear",
    "/ws/v5/private",
    "/ws",
    "/v2/ws/private",
    "/ws/api/v2",
    "/v4/ws/usdt",
    "/ws/v1",
    "/",
)


NEAR_READING: dict[str, tuple[Any, ...]] = {  # frames that look like ours and do something else, or say more
    "bitget": (
        {"op": "subscribe", "args": [{"instType": "USDT-FUTURES", "channel": "place-order", "instId": "default"}]},
        {"op": "subscribe", "args": [{"instType": "SPOT", "channel": "orders", "instId": "default"}]},
        {"op": "trade", "args": [{"instType": "USDT-FUTURES", "channel": "positions", "instId": "default"}]},
        {"op": "login", "args": [{"apiKey": "k", "passphrase": "p", "timestamp": "1", "sign": "s", "side": "buy"}]},
        {"op": "trade", "id": "1", "category": "usdt-futures", "topic": "place-order", "args": [{"qty": "1"}]},
    ),
    "deribit": (
        {"jsonrpc": "2.0", "id": 1, "method": "private/close_position", "params": {"type": "market"}},
        {"jsonrpc": "2.0", "id": 1, "method": "private/subscribe", "params": {"channels": ["user.orders.any.any.raw"]}},
        {"jsonrpc": "2.0", "id": 1, "method": "private/enable_cancel_on_disconnect", "params": {}},
        {"jsonrpc": "2.0", "id": 1, "method": "private/subscribe", "params": {"channels": [], "label": "x"}},
        {"jsonrpc": "2.0", "id": 1, "method": "public/auth", "params": {"grant_type": "client_credentials"}},
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "public/auth",
            "params": {
                "grant_type": "client_signature",
                "client_id": "k",
                "timestamp": 1,
                "signature": "s",
                "nonce": "1",
                "data": "",
                "scope": "account:read trade:read_write",
            },
        },
    ),
    "gate": (
        {"id": 1, "time": 1, "channel": "futures.login", "event": "api", "payload": []},
        {"id": 1, "time": 1, "channel": "futures.orders", "event": "api", "payload": ["1", "!all"]},
        {"id": 1, "time": 1, "channel": "futures.order_cancel", "event": "subscribe", "payload": []},
        {"id": 1, "time": 1, "channel": "futures.orders", "event": "subscribe", "payload": [{"contract": "BTC_USDT"}]},
    ),
    "kucoinfutures": (
        {"id": "1", "op": "futures.order", "args": {}, "type": "subscribe"},
        {"id": "1", "type": "subscribe", "topic": "/contractMarket/order", "privateChannel": True, "response": True},
        {"id": "1", "type": "openTunnel", "newTunnelId": "t", "response": True},
    ),
    "krakenfutures": (
        {"event": "sendorder", "feed": "ticker"},
        {"event": "subscribe", "feed": "notifications_auth"},
        {"event": "subscribe", "feed": "ticker", "product_ids": ["PF_XBTUSD"], "size": 1},
    ),
}


@pytest.mark.parametrize("venue_id", sorted(NEAR_READING), indirect=True)
async def test_what_only_looks_like_listening_does_not_leave(
    client: VenueClient, server: CatchAll, venue_id: str
) -> None:
    path = next(one for one in PLACES if re.fullmatch(VENUES[venue_id].READS.stream_path, one))
    client.exchange.watch(f"{_stream(server)}{path}", "hash", None, "hash")
    socket = client.exchange.client(f"{_stream(server)}{path}")
    await asyncio.wait_for(socket.connected, 2)
    for frame in NEAR_READING[venue_id]:
        assert await _outcome(socket.send, frame) == "refused", frame
        assert await _outcome(socket.connection.send_str, json.dumps(frame)) == "refused", frame
    await asyncio.sleep(0.05)
    assert server.frames == []


@pytest.mark.parametrize(
    "venue_id", ["bitget", "bybit", "deribit", "gate", "krakenfutures", "kucoinfutures", "okx"], indirect=True
)
async def test_a_socket_for_orders_is_not_opened(client: VenueClient, server: CatchAll, venue_id: str) -> None:
    client.exchange.open()
    for path in (
        "/v5/trade",
        "/ws/v5/business",
        "/v5/private/../trade",
        "/ws/v5/privatex",
        "/v1/private",
        "/v3/ws/trade",
        "/v4/ws/spot",
        "/ws/v2",
        "/anything",
    ):
        assert await _outcome(client.exchange.session.ws_connect, f"{_stream(server)}{path}") == "refused", path
    assert server.requests == []


async def test_the_unguarded_class_really_writes(server: CatchAll, venue_id: str) -> None:
    """The control: without the guard the same request arrives."""
    path, api, method = _write_of(venue_id)
    exchange = _unguarded(server, venue_id)
    await _outcome(exchange.request, path, api, method, dict(ORDER))
    await exchange.close()
    assert len(_not_listed(server, venue_id, exchange)) == 1


async def test_a_redirect_is_not_followed(client: VenueClient, server: CatchAll, venue_id: str) -> None:
    server.redirect = True
    asked = {"type": "exchangeStatus"} if venue_id == "hyperliquid" else {}
    with pytest.raises(NetworkError, match="redirect"):
        await client.call(VENUES[venue_id].TIME, object, **asked)
    assert len(server.requests) == 1


async def test_every_read_passes_the_guard(client: VenueClient, server: CatchAll, venue_id: str) -> None:
    reads = VENUES[venue_id].READS
    values = {name: _example(pattern) for name, pattern in reads.path_values}
    for api, method, path in reads.endpoints:
        kinds = [{"type": kind} for kind in reads.body_types] or [{}]
        for kind in kinds:
            server.requests.clear()
            outcome = await _outcome(client.exchange.request, path, api.split("."), method, {**values, **kind})
            assert outcome != "refused", path
            assert len(server.requests) == 1, (path, outcome)


def _example(pattern: str) -> str:
    """The first of the alternatives, or a name, that a path value may be."""
    return next(
        one for one in (*pattern.split("|"), "BTC_USDT", "PF_XBTUSD", "1h", "trade") if re.fullmatch(pattern, one)
    )
