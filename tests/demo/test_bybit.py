"""The Bybit face: signatures, rights, limits, pages, faults, and unmodified ccxt over real sockets."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
import urllib.parse
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import ccxt.pro
import pytest
from ccxt.base.errors import AuthenticationError, PermissionDenied

from monitor.demo import control
from monitor.demo.bybit.face import BybitFace
from monitor.demo.face import Asked
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec, StopSpec
from monitor.demo.world import Refusal
from monitor.errors import VenueDataError, VenueError
from monitor.model import PositionKey
from tests.demo.build import NOW_MS, isolated_long, turn_to_loopback, world_of
from tests.venues.loopback import reader_of

POSITIONS, WALLET, INFO = "/v5/position/list", "/v5/account/wallet-balance", "/v5/account/info"
LINEAR = {"category": "linear", "settleCoin": "USDT"}
NONE_KNOWN: frozenset[PositionKey] = frozenset()

A = AccountSpec(
    label="A",
    venue="bybit",
    wallet=20_000.0,
    positions=(
        PositionSpec(symbol="BTCUSDT", side="long", size=1.0),
        PositionSpec(symbol="ETHUSDT", side="short", size=3.0),
    ),
    stops=(
        StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_500.0),
        StopSpec(symbol="BTCUSDT", side="long", trigger_price=31_000.0, size=0.5, kind="TAKE_PROFIT_MARKET"),
    ),
    limits=(LimitSpec(symbol="ETHUSDT", side="BUY", price=1700.0, size=1.0),),
)
B = AccountSpec(label="B", venue="bybit", wallet=5_000.0, positions=(isolated_long(),), can_trade=True)


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    async with serve(world_of(A, B, live=True)) as running:
        running.world.paused = True
        yield running


async def ask(
    server: DemoServer,
    path: str,
    label: str = "A",
    *,
    method: str = "GET",
    shift_ms: int = 0,
    secret: str = "",
    **q: Any,
) -> Any:
    """Send a signed request; return (status, headers, body)."""
    account = server.info().account(label)
    query, stamp = urllib.parse.urlencode(q), str(int(time.time() * 1000) + shift_ms)
    payload = f"{stamp}{account.api_key}5000{query}"
    headers = {
        "X-BAPI-API-KEY": account.api_key,
        "X-BAPI-TIMESTAMP": stamp,
        "X-BAPI-RECV-WINDOW": "5000",
        "X-BAPI-SIGN": hmac.new((secret or account.secret).encode(), payload.encode(), hashlib.sha256).hexdigest(),
    }
    url = f"{account.base_url}{path}?{query}" if query else account.base_url + path
    async with aiohttp.ClientSession() as session, session.request(method, url, headers=headers) as response:
        text = await response.text()
        return response.status, response.headers, json.loads(text) if text[:1] in ("{", "[") else text


# ---------------------------------------------------------------- requests


async def test_a_good_request_is_answered_with_what_is_left_of_its_limit(server: DemoServer) -> None:
    status, headers, body = await ask(server, POSITIONS, **LINEAR)
    assert (status, body["retCode"]) == (200, 0)
    assert [row["symbol"] for row in body["result"]["list"]] == ["BTCUSDT", "ETHUSDT"]
    assert (headers["X-Bapi-Limit"], headers["X-Bapi-Limit-Status"]) == ("50", "49")


@pytest.mark.parametrize(
    ("what", "code"),
    [({"secret": "wrong"}, 10004), ({"shift_ms": -6000}, 10002), ({"shift_ms": 2500}, 10002)],
)
async def test_a_request_that_is_signed_wrong_or_late_is_refused(
    server: DemoServer, what: dict[str, Any], code: int
) -> None:
    assert (await ask(server, INFO, **what))[2]["retCode"] == code


async def test_an_unknown_key_is_refused(server: DemoServer) -> None:
    async with aiohttp.ClientSession() as session, session.get(server.info().base_url("bybit") + INFO) as response:
        assert (await response.json())["retCode"] == 10003


@pytest.mark.parametrize(
    "path", ["/v5/order/create", "/v5/position/set-leverage", "/v5/position/add-margin", POSITIONS]
)
@pytest.mark.parametrize("label", ["A", "B"])
async def test_a_write_is_refused_and_logged(server: DemoServer, path: str, label: str) -> None:
    _, _, body = await ask(server, path, label, method="POST")
    assert body["retCode"] == 10005
    assert [(entry.venue, entry.method, entry.path, entry.account) for entry in server.log.writes()] == [
        ("bybit", "POST", path, label)
    ]


def test_the_51st_request_of_a_second_is_too_many_and_another_key_is_not_meant() -> None:
    now_s = [100.0]
    world = world_of(A, B)
    face = BybitFace(world, clock=lambda: now_s[0])

    def code(label: str) -> Any:
        asked = signed(world.accounts[label].keys.api_key, world.accounts[label].keys.secret)
        return face.answer(asked, face.owner_of(asked)).body["retCode"]  # type: ignore[index]

    assert [code("A") for _ in range(51)] == [0] * 50 + [10006]
    assert code("B") == 0
    now_s[0] += 1.0
    assert code("A") == 0


def signed(key: str, secret: str) -> Asked:
    """Return a signed question for the account's modes at the world's standing wall clock."""
    stamp = str(NOW_MS)
    headers = {
        "X-BAPI-API-KEY": key,
        "X-BAPI-TIMESTAMP": stamp,
        "X-BAPI-SIGN": hmac.new(secret.encode(), f"{stamp}{key}5000".encode(), hashlib.sha256).hexdigest(),
    }
    return Asked(method="GET", path=INFO, query={}, raw_query="", headers=headers, text="")


async def test_too_many_of_one_address_are_403(server: DemoServer) -> None:
    server.limiter("bybit").limit = 1
    assert [(await ask(server, INFO))[0] for _ in range(2)] == [200, 403]


async def test_positions_need_a_symbol_or_a_settlement_currency(server: DemoServer) -> None:
    assert (await ask(server, POSITIONS, category="linear"))[2]["retCode"] == 10001
    assert (await ask(server, POSITIONS, category="linear", settleCoin="USDC"))[2]["result"]["list"] == []
    flat = (await ask(server, POSITIONS, category="linear", symbol="SOLUSDT"))[2]["result"]["list"]
    assert [(row["symbol"], row["size"], row["side"]) for row in flat] == [("SOLUSDT", "0", "")]


async def test_a_list_comes_in_pages(server: DemoServer) -> None:
    first = (await ask(server, POSITIONS, **LINEAR, limit=1))[2]["result"]
    second = (await ask(server, POSITIONS, **LINEAR, limit=1, cursor=first["nextPageCursor"]))[2]["result"]
    assert [page["list"][0]["symbol"] for page in (first, second)] == ["BTCUSDT", "ETHUSDT"]
    assert second["nextPageCursor"] == ""


async def test_the_account_tells_its_modes_rate_and_rights(server: DemoServer) -> None:
    infos = [(await ask(server, INFO, label))[2]["result"]["marginMode"] for label in ("A", "B")]
    wallets = [
        (await ask(server, WALLET, label, accountType="UNIFIED"))[2]["result"]["list"][0] for label in ("A", "B")
    ]
    keys = [(await ask(server, "/v5/user/query-api", label))[2]["result"]["readOnly"] for label in ("A", "B")]
    assert infos == ["REGULAR_MARGIN", "ISOLATED_MARGIN"]
    rate = float(wallets[0]["totalMaintenanceMargin"]) / float(wallets[0]["totalMarginBalance"])
    assert 0 <= rate - float(wallets[0]["accountMMRate"]) < 1e-4  # cut, not rounded
    assert wallets[1]["accountMMRate"] == ""
    assert keys == [1, 0]


async def test_orders_of_all_kinds_are_told_apart(server: DemoServer) -> None:
    rows = (await ask(server, "/v5/order/realtime", **LINEAR))[2]["result"]["list"]
    assert [(row["stopOrderType"], row["orderStatus"], row["triggerDirection"], row["qty"]) for row in rows] == [
        ("StopLoss", "Untriggered", 2, "1.000"),
        ("TakeProfit", "Untriggered", 1, "0.500"),
        ("", "New", 0, "1.00"),
    ]


async def test_a_forced_close_shows_among_the_executions(server: DemoServer) -> None:
    server.world.set_price("BTCUSDT", 15_000.0)
    rows = (await ask(server, "/v5/execution/list", "B", category="linear", execType="BustTrade"))[2]["result"]["list"]
    assert [(row["symbol"], row["side"], row["execQty"]) for row in rows] == [("BTCUSDT", "Sell", "1.000")]


def test_an_account_cannot_mix_margin_modes() -> None:
    mixed = AccountSpec(label="M", venue="bybit", wallet=1.0, positions=(*A.positions[1:], isolated_long()))
    with pytest.raises(ValueError, match="one margin mode"):
        world_of(mixed)
    with pytest.raises(Refusal, match="All positions of A are cross"):
        world_of(A).open_position("A", "SOLUSDT", "long", 1.0, isolated=True)


# ---------------------------------------------------------------- faults, as our reader meets them


@pytest.mark.parametrize("kind", ["html", "empty", "object", "array", "null", "envelope", "truncated_json"])
@pytest.mark.parametrize("path", [POSITIONS, WALLET])
async def test_garbage_is_an_error_and_never_a_flat_account(server: DemoServer, kind: Any, path: str) -> None:
    async with reader_of(server, "A") as reader:
        await server.obey(control.InjectFault(kind=kind, path=path, venue="bybit"))
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 0)


@pytest.mark.parametrize("kind", ["vanish", "vanish_all"])
async def test_positions_that_vanish_while_their_margin_stays_are_a_disagreement(server: DemoServer, kind: Any) -> None:
    await server.obey(control.InjectFault(kind=kind, path="/v5"))
    async with reader_of(server, "A") as reader:
        account = await reader.read(NONE_KNOWN, 0)
    assert len(account.positions) < 2
    assert not account.balance_agrees


async def test_a_fault_of_one_venue_does_not_hit_another() -> None:
    other = AccountSpec(label="N", wallet=5_000.0, positions=(isolated_long(),))
    async with serve(world_of(A, other, live=True)) as server:
        await server.obey(control.InjectFault(kind="object", venue="bybit"))
        async with reader_of(server, "N") as reader:
            assert len((await reader.read(NONE_KNOWN, 0)).positions) == 1
        async with reader_of(server, "A") as reader:
            with pytest.raises(VenueDataError):
                await reader.read(NONE_KNOWN, 0)


# ---------------------------------------------------------------- unmodified ccxt


@pytest.fixture
async def trader(server: DemoServer) -> AsyncIterator[Any]:
    account = server.info().account("A")
    markets = {"types": ["linear"]}
    exchange = ccxt.pro.bybit(
        {
            "apiKey": account.api_key,
            "secret": account.secret,
            "options": {"fetchMarkets": markets, "defaultType": "swap"},
        }
    )
    exchange.has["fetchCurrencies"] = False
    exchange.timeout_on_exit = 0
    turn_to_loopback(exchange, server.info(), "bybit")
    await exchange.load_markets()
    yield exchange
    await exchange.close()


async def test_ccxt_reads_positions_balance_tiers_orders_and_candles(server: DemoServer, trader: Any) -> None:
    positions = await trader.fetch_positions()
    assert {(p["symbol"], p["side"]) for p in positions} == {("BTC/USDT:USDT", "long"), ("ETH/USDT:USDT", "short")}
    assert (await trader.fetch_balance())["USDT"]["total"] == pytest.approx(20_000.0)
    assert len(await trader.fetch_open_orders("BTC/USDT:USDT")) == 2
    assert len(await trader.fetch_ohlcv("DOGE/USDT:USDT", "15m", limit=96)) == 96
    assert (await trader.fetch_market_leverage_tiers("BTC/USDT:USDT"))[1]["minNotional"] == 2_000_000
    assert server.log.writes() == []


async def test_ccxt_cannot_trade(server: DemoServer, trader: Any) -> None:
    with pytest.raises(PermissionDenied, match="10005"):
        await trader.create_order("BTC/USDT:USDT", "market", "buy", 1)
    assert [entry.path for entry in server.log.writes()] == ["/v5/order/create"]


async def test_ccxt_cannot_trade_by_websocket(server: DemoServer, trader: Any) -> None:
    with pytest.raises((AuthenticationError, PermissionDenied)):
        await asyncio.wait_for(trader.create_order_ws("BTC/USDT:USDT", "market", "buy", 1), 10)
    assert len(server.world.accounts["A"].positions) == 2


async def test_ccxt_watches_marks_and_positions(server: DemoServer, trader: Any) -> None:
    ticker = await asyncio.wait_for(trader.watch_ticker("BTC/USDT:USDT"), 10)
    assert ticker["markPrice"] == pytest.approx(server.world.marks()["BTCUSDT"])
    await asyncio.wait_for(trader.watch_positions(), 10)  # the snapshot
    news = asyncio.create_task(trader.watch_positions())
    for _ in range(500):
        if any('"position"' in entry.text for entry in server.log.entries):
            break
        await asyncio.sleep(0.02)
    await server.obey(control.Reduce(account="A", symbol="ETHUSDT", side="short", fraction=0.5))
    changed = await asyncio.wait_for(news, 10)
    assert [(p["symbol"], p["contracts"]) for p in changed] == [("ETH/USDT:USDT", 1.5)]
