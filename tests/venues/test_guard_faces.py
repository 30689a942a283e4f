"""The attack on every served venue: all that ccxt can do to write there, by each route, against the read-only guard."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.errors import ReadOnlyViolationError
from monitor.settings import AccountConfig
from monitor.venues import VENUES, lite
from monitor.venues.client import VenueClient, _redirect
from tests.venues.faces import FACES, KEYS, Face
from tests.venues.loopback import CatchAll, catch_all

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


@dataclass
class Attack:
    """One venue under attack."""

    venue: str
    face: Face
    client: VenueClient
    server: CatchAll

    @property
    def original(self) -> type[Any]:
        return lite.load(VENUES[self.venue].CCXT_ID)

    def strangers(self) -> set[tuple[str, str]]:
        """What arrived and is not on the read list."""
        return {(method, path) for method, path in self.server.requests if not _on_list(self.venue, method, path)}


def _on_list(venue: str, method: str, path: str) -> bool:
    return any(
        method == allowed and re.fullmatch(r"/(?:\w+/)*" + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(end)), path)
        for _, allowed, end in VENUES[venue].READS.endpoints
    )


@pytest.fixture(params=FACES)
async def attack(request: pytest.FixtureRequest) -> AsyncIterator[Attack]:
    venue = request.param
    async with catch_all() as server:
        config = AccountConfig(
            id="main", venue=venue, base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
        )
        client = VenueClient.open(config, KEYS, SystemClock(), VENUES[venue])
        _give_markets(client.exchange, FACES[venue].market_id)
        yield Attack(venue, FACES[venue], client, server)
        await client.close()


def _give_markets(exchange: Any, market_id: str) -> None:
    market = exchange.safe_market_structure()
    market.update(id=market_id, symbol="BTC/USDT:USDT", base="BTC", quote="USDT", settle="USDT", active=True)
    market.update(baseId="BTC", quoteId="USDT", settleId="usdt", type="swap", contractSize=1.0, info={})
    market.update(spot=False, swap=True, future=False, option=False, contract=True, linear=True, inverse=False)
    market.update(precision={"amount": 0.001, "price": 0.1})
    exchange.set_markets([market])


def _unguarded(attack: Attack) -> Any:
    exchange = attack.original(
        {"apiKey": "k", "secret": "s", "password": "p", "enableRateLimit": False, "timeout": 2000}
    )
    _redirect(exchange, attack.server.base_url, attack.server.base_url.replace("http", "ws"))
    _give_markets(exchange, attack.face.market_id)
    exchange.ssl_context, exchange.timeout_on_exit = True, 0
    return exchange


async def _outcome(call: Callable[..., Any], *arguments: Any) -> str:
    """How a call ended: "refused", or by which exception, or "returned"."""
    try:
        result = call(*arguments)
        if inspect.isawaitable(result):
            await asyncio.wait_for(result, 1)
    except ReadOnlyViolationError:
        return "refused"
    except Exception as error:
        return type(error).__name__
    return "returned"


def _writes(attack: Attack) -> dict[str, Any]:
    kind, reads = attack.original, VENUES[attack.venue].READS.endpoints
    members = {name: next(vars(base)[name] for base in kind.__mro__ if name in vars(base)) for name in dir(kind)}
    return {
        name: one
        for name, one in members.items()
        if hasattr(one, "unbound_method") and (".".join(one.api), one.method, one.path) not in reads
    }


async def test_every_endpoint_that_is_not_on_the_read_list_is_refused_by_both_routes(attack: Attack) -> None:
    writes = _writes(attack)
    assert len(writes) > 250
    for name, endpoint in writes.items():
        assert await _outcome(getattr(attack.client.exchange, name), {"settle": "usdt"}) == "refused", name
        assert await _outcome(endpoint.unbound_method, attack.client.exchange, {"settle": "usdt"}) == "refused", name
    assert attack.server.requests == []


@pytest.mark.parametrize("route", ["guarded object", "original class"])
async def test_no_unified_method_writes(attack: Attack, route: str) -> None:
    original, endpoints, tried = attack.original, _writes(attack), 0
    for name in dir(original):
        method = getattr(original, name)
        if name.startswith("_") or name in endpoints or name.startswith(READS):
            continue
        if not inspect.iscoroutinefunction(method):
            continue
        parameters = list(inspect.signature(method).parameters.values())[1:]
        given = [ARGUMENTS.get(one.name, 1.0) for one in parameters if one.default is inspect.Parameter.empty]
        if route == "guarded object":
            await _outcome(getattr(attack.client.exchange, name), *given)
        else:
            await _outcome(method, attack.client.exchange, *given)
        tried += 1
    assert tried >= 80
    assert attack.strangers() == set()
    assert not any("order" in frame.lower() for frame in attack.server.frames)


async def test_the_funnels_cannot_be_used_directly(attack: Attack) -> None:
    exchange, original, server, write = attack.client.exchange, attack.original, attack.server, attack.face.write
    signed = _unguarded(attack).sign(*write)
    url, method, headers, body = (signed[part] for part in ("url", "method", "headers", "body"))
    socket = f"ws://127.0.0.1:{server.port}"
    attempts: dict[str, Callable[[], Any]] = {
        "request": lambda: exchange.request(*write),
        "fetch2": lambda: exchange.fetch2(*write),
        "sign": lambda: exchange.sign(*write),
        "the original fetch2": lambda: original.fetch2(exchange, *write),
        "fetch, signed elsewhere": lambda: exchange.fetch(url, method, headers, body),
        "the original fetch, signed elsewhere": lambda: original.fetch(exchange, url, method, headers, body),
        "the session": lambda: exchange.session.request(method, url, headers=headers, data=body),
        "another host": lambda: exchange.session.get("http://127.0.0.2:1/api/v1/time"),
        "the trading socket": lambda: exchange.session.ws_connect(f"{socket}/v5/trade"),
        "the private socket": lambda: exchange.session.ws_connect(f"{socket}/ws/v5/private"),
        "a foreign socket": lambda: exchange.session.ws_connect("ws://127.0.0.2:1/ws"),
    }
    exchange.open()
    outcomes = {name: await _outcome(attempt) for name, attempt in attempts.items()}
    assert outcomes == dict.fromkeys(attempts, "refused")
    assert server.requests == []


async def test_a_path_with_values_lets_no_other_path_through(attack: Attack) -> None:
    exchange = attack.client.exchange
    exchange.open()
    for _, host, pattern in exchange._patterns():
        for path in ("/", "/x/../orders", pattern.pattern + "/orders", pattern.pattern.partition("(")[0] + "a/b"):
            url = f"http://{host}{path}"
            assert await _outcome(lambda url=url: exchange.session.get(url)) in ("refused", "InvalidUrlClientError")
    assert attack.server.requests == []


async def test_all_reads_pass_the_guard(attack: Attack) -> None:
    reads = VENUES[attack.venue].READS
    values = {name: pattern.split("|")[0].strip("([") for name, pattern in reads.path_values}
    values = {name: value if value.isalnum() else "XBTUSDTM" for name, value in values.items()}
    for api, method, path in reads.endpoints:
        await _outcome(attack.client.exchange.request, path, api.split("."), method, dict(values))
    assert attack.client.exchange.watcher.violations == []
    assert len(attack.server.requests) == len(reads.endpoints)
    assert attack.strangers() == set()


async def test_the_unguarded_class_really_writes(attack: Attack) -> None:
    """The control: without the guard the same request arrives, so the attack is one."""
    exchange = _unguarded(attack)
    await _outcome(exchange.request, *attack.face.write)
    await exchange.close()
    assert [method for method, _ in attack.server.requests] == ["POST"]
    assert attack.strangers()
