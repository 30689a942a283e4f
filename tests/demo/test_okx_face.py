"""Unmodified ccxt trades with OKX's face, over real sockets; what it refuses, and what it tells on its streams."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import ccxt.pro
import pytest
from ccxt.base.errors import AuthenticationError, InvalidNonce, RateLimitExceeded

from monitor.demo import control
from monitor.demo.okx.signing import LOGIN_TEXT, signature_of
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec
from monitor.demo.truth import truth
from tests.demo.build import turn_to_loopback, world_of
from tests.demo.venue_accounts import PAIRS, STOP

LIMIT = LimitSpec(symbol="SOLUSDT", side="BUY", price=20.0, size=10.0, reduce_only=False)
BOOK = (
    AccountSpec(label="A", venue="okx", wallet=20_000.0, positions=PAIRS, stops=(STOP,), limits=(LIMIT,)),
    AccountSpec(
        label="Hedge",
        venue="okx",
        wallet=20_000.0,
        position_mode="hedge",
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=1.0),
            PositionSpec(symbol="BTCUSDT", side="short", size=0.5),
        ),
    ),
    AccountSpec(label="Trader", venue="okx", wallet=1.0, can_trade=True),
)


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    async with serve(world_of(*BOOK, live=True)) as running:
        yield running


Open = Callable[..., Any]


@pytest.fixture
async def client(server: DemoServer) -> AsyncIterator[Open]:
    opened: list[Any] = []

    def open_client(label: str = "A", **changed: str) -> Any:
        account = server.info().account(label)
        keys = {"apiKey": account.api_key, "secret": account.secret, "password": account.passphrase}
        exchange = ccxt.pro.okx({**keys, **changed, "enableRateLimit": False})
        exchange.timeout_on_exit = 0
        turn_to_loopback(exchange, server.info(), "okx")
        opened.append(exchange)
        return exchange

    yield open_client
    await asyncio.gather(*(exchange.close() for exchange in opened))


@pytest.fixture
def trader(client: Open) -> Any:
    return client()


async def test_it_reads_markets_positions_balance_tiers_and_orders(server: DemoServer, trader: Any) -> None:
    await trader.load_markets()
    market = trader.market("BTC/USDT:USDT")
    assert (market["contractSize"], market["precision"]["amount"], market["precision"]["price"]) == (0.01, 0.01, 0.1)
    positions = {row["symbol"]: row for row in await trader.fetch_positions()}
    assert (positions["BTC/USDT:USDT"]["contracts"], positions["BTC/USDT:USDT"]["side"]) == (200.0, "long")
    assert (positions["ETH/USDT:USDT"]["contracts"], positions["ETH/USDT:USDT"]["side"]) == (200.0, "short")
    assert (await trader.fetch_balance())["USDT"]["total"] > 10_000
    tiers = await trader.fetch_market_leverage_tiers("BTC/USDT:USDT", {"marginMode": "cross"})
    assert tiers[0]["maintenanceMarginRate"] < tiers[1]["maintenanceMarginRate"]
    (order,) = await trader.fetch_open_orders()
    assert (order["symbol"], order["amount"]) == ("SOL/USDT:USDT", 10.0)
    (stop,) = await trader.fetch_open_orders(None, None, None, {"ordType": "conditional", "trigger": True})
    assert stop["stopLossPrice"] == 25_000.0
    assert server.log.writes() == []


async def test_it_reads_candles_book_marks_funding_and_time(server: DemoServer, trader: Any) -> None:
    await trader.load_markets()
    bars = await trader.fetch_ohlcv("ETH/USDT:USDT", "15m", limit=96)
    assert (len(bars), bars == sorted(bars)) == (96, True)
    book = await trader.fetch_order_book("BTC/USDT:USDT", 20)
    assert book["bids"][0][0] < book["asks"][0][0]
    mark = (await trader.fetch_mark_prices(["BTC/USDT:USDT"]))["BTC/USDT:USDT"]["markPrice"]
    assert mark == pytest.approx(server.world.market.mark("BTCUSDT"), rel=1e-3)
    assert (await trader.fetch_ticker("BTC/USDT:USDT"))["last"] > 0
    assert (await trader.fetch_funding_rate("BTC/USDT:USDT"))["fundingTimestamp"] > await trader.fetch_time()


async def test_both_legs_of_a_hedge_are_told_apart_and_counted_above_zero(client: Open) -> None:
    rows = (await client("Hedge").private_get_account_positions())["data"]
    assert {(row["posSide"], row["pos"]) for row in rows} == {("long", "100"), ("short", "50")}


async def test_a_short_in_net_mode_is_negative(trader: Any) -> None:
    rows = (await trader.private_get_account_positions({"instId": "ETH-USDT-SWAP"}))["data"]
    assert [(row["posSide"], row["pos"], row["imr"] != "", row["margin"]) for row in rows] == [
        ("net", "-200", True, "")
    ]


async def test_the_totals_of_the_account_are_the_sums_of_its_positions(server: DemoServer, trader: Any) -> None:
    server.world.paused = True
    rows = (await trader.private_get_account_positions())["data"]
    detail = (await trader.private_get_account_balance())["data"][0]["details"][0]
    for column in ("upl", "mmr", "imr"):
        orders = float(detail["ordFrozen"]) if column == "imr" else 0.0
        total = sum(float(row[column]) for row in rows) + orders
        assert float(detail[column]) == pytest.approx(total, abs=1e-6), column
    parts = sum(float(detail[column]) for column in ("cashBal", "upl", "isoEq"))
    assert float(detail["eq"]) == pytest.approx(parts, abs=1e-6)


async def test_the_ratio_is_above_one_and_falls_towards_it(server: DemoServer, trader: Any) -> None:
    async def ratio() -> float:
        return float((await trader.private_get_account_positions())["data"][0]["mgnRatio"])

    before = await ratio()
    price = next(row.liquidation_price for row in truth(server.world).positions if row.account == "A")
    assert price is not None
    server.world.set_price("BTCUSDT", price * 1.001, hold=True)
    assert 1.0 < await ratio() < before / 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"apiKey": "x"}, "50111"), ({"secret": "x"}, "50113"), ({"password": "x"}, "50105")],
)
async def test_what_is_signed_wrong_is_refused(client: Open, changed: dict[str, str], code: str) -> None:
    with pytest.raises(AuthenticationError, match=code):
        await client(**changed).private_get_account_balance()


async def test_a_wrong_clock_is_named_as_such(server: DemoServer, trader: Any) -> None:
    await server.obey(control.InjectFault(kind="clock_skew", skew_ms=-60_000))
    with pytest.raises(InvalidNonce, match="50102"):
        await trader.private_get_account_balance()


@pytest.mark.parametrize("label", ["A", "Trader"])
async def test_it_cannot_trade_and_the_attempt_is_logged(server: DemoServer, client: Open, label: str) -> None:
    exchange = client(label)
    await exchange.load_markets()
    with pytest.raises(Exception, match="50120"):
        await exchange.create_order("BTC/USDT:USDT", "market", "buy", 1)
    assert [(entry.path, entry.account) for entry in server.log.writes()] == [("/api/v5/trade/batch-orders", label)]


async def test_the_key_says_what_it_may_do(client: Open) -> None:
    assert (await client().private_get_account_config())["data"][0]["perm"] == "read_only"
    assert (await client("Trader").private_get_account_config())["data"][0]["perm"] == "read_only,trade"


async def test_too_many_requests_are_refused_by_path_and_account(client: Open, trader: Any) -> None:
    for _ in range(5):
        await trader.private_get_account_config()
    with pytest.raises(RateLimitExceeded, match="50011"):
        await trader.private_get_account_config()
    await trader.private_get_account_balance()
    await client("Hedge").private_get_account_config()


async def test_a_hidden_position_is_missing_while_the_balance_still_has_its_margin(
    server: DemoServer, trader: Any
) -> None:
    await server.obey(control.InjectFault(kind="vanish", venue="okx", symbols=("BTCUSDT",)))
    rows = (await trader.private_get_account_positions())["data"]
    detail = (await trader.private_get_account_balance())["data"][0]["details"][0]
    assert {row["instId"] for row in rows} == {"ETH-USDT-SWAP", "SOL-USDT-SWAP"}
    assert float(detail["mmr"]) > 2 * sum(float(row["mmr"]) for row in rows) - 1


async def test_a_liquidation_stands_in_the_history(server: DemoServer, trader: Any) -> None:
    server.world.set_price("BTCUSDT", 15_000.0, hold=True)
    rows = (await trader.private_get_account_positions_history({"instType": "SWAP"}))["data"]
    assert {(row["instId"], row["direction"], row["type"]) for row in rows} == {
        ("BTC-USDT-SWAP", "long", "3"),
        ("ETH-USDT-SWAP", "short", "3"),
        ("SOL-USDT-SWAP", "long", "3"),
    }


# ---------------------------------------------------------------- streams


async def test_ccxt_watches_marks_and_positions(server: DemoServer, trader: Any) -> None:
    await trader.load_markets()
    ticker = await asyncio.wait_for(trader.watch_mark_price("BTC/USDT:USDT"), 10)
    assert ticker["markPrice"] > 1_000
    rows = await asyncio.wait_for(trader.watch_positions(), 10)
    assert {row["symbol"] for row in rows} == {"BTC/USDT:USDT", "ETH/USDT:USDT", "SOL/USDT:USDT"}
    assert server.log.writes() == []


class Talk:
    """A WebSocket with OKX's face."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws

    async def say(self, operation: str, *arguments: dict[str, str]) -> None:
        await self.ws.send_json({"op": operation, "args": list(arguments)})

    async def until(self, channel: str = "", event: str = "") -> Any:
        """Return the next message of a channel, or of an event."""
        async with asyncio.timeout(10):
            while True:
                message = await self.ws.receive_json()
                if event and message.get("event") == event:
                    return message
                if channel and "data" in message and message["arg"]["channel"] == channel:
                    return message


@pytest.fixture
async def talk(server: DemoServer) -> AsyncIterator[Talk]:
    url = server.info().ws_base_url("okx") + "/ws/v5/private"
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as ws:
        yield Talk(ws)


async def login(server: DemoServer, talk: Talk, **changed: str) -> Any:
    account, stamp = server.info().account("A"), str(time.time())
    sign = signature_of(account.secret, stamp + LOGIN_TEXT)
    sent = {"apiKey": account.api_key, "passphrase": account.passphrase or "", "timestamp": stamp, "sign": sign}
    await talk.say("login", sent | changed)
    return await talk.until(event="error" if changed else "login")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"apiKey": "x"}, "60005"),
        ({"passphrase": "x"}, "60024"),
        ({"sign": "x"}, "60007"),
        ({"timestamp": "1"}, "60006"),
    ],
)
async def test_a_wrong_login_is_refused(server: DemoServer, talk: Talk, changed: dict[str, str], code: str) -> None:
    assert (await login(server, talk, **changed))["code"] == code


async def test_private_channels_need_a_login(talk: Talk) -> None:
    await talk.say("subscribe", {"channel": "positions", "instType": "ANY"})
    assert (await talk.until(event="error"))["code"] == "60011"


async def test_an_order_over_the_socket_is_refused_and_logged(server: DemoServer, talk: Talk) -> None:
    await login(server, talk)
    await talk.say("order", {"instId": "BTC-USDT-SWAP", "side": "buy", "sz": "1"})
    assert (await talk.ws.receive_json())["code"] == "50120"
    assert [(entry.method, entry.account) for entry in server.log.writes()] == [("WS", "A")]


async def test_a_ping_is_answered_in_plain_text(server: DemoServer, talk: Talk) -> None:
    await talk.ws.send_str("ping")
    assert await talk.ws.receive_str() == "pong"
    assert server.log.writes() == []


async def test_a_closed_position_is_told_once_with_size_zero(server: DemoServer, talk: Talk) -> None:
    await login(server, talk)
    await talk.say("subscribe", {"channel": "positions", "instType": "ANY"})
    assert len((await talk.until("positions"))["data"]) == 3
    await server.obey(control.ClosePosition(account="A", symbol="ETHUSDT", side="short"))
    while True:
        told = {row["instId"]: row["pos"] for row in (await talk.until("positions"))["data"]}
        if told["ETH-USDT-SWAP"] == "0":
            break
    assert "ETH-USDT-SWAP" not in {row["instId"] for row in (await talk.until("positions"))["data"]}


async def test_nobody_is_told_of_anothers_account(server: DemoServer, talk: Talk) -> None:
    await login(server, talk)
    await talk.say("subscribe", {"channel": "orders", "instType": "ANY"})
    await talk.until(event="subscribe")
    await server.obey(control.ClosePosition(account="Hedge", symbol="BTCUSDT", side="long"))
    await server.obey(control.ClosePosition(account="A", symbol="ETHUSDT", side="short"))
    assert (await talk.until("orders"))["data"][0]["instId"] == "ETH-USDT-SWAP"


async def test_a_liquidation_is_told_on_every_private_channel(server: DemoServer, talk: Talk) -> None:
    await login(server, talk)
    for channel in ("account", "orders", "orders-algo", "balance_and_position"):
        await talk.say("subscribe", {"channel": channel, "instType": "ANY"})
        await talk.until(event="subscribe")
    await server.obey(control.SetPrice(symbol="BTCUSDT", price=15_000.0, hold=True))
    assert (await talk.until("orders-algo"))["data"][0]["state"] == "canceled"
    told = [(await talk.until("orders"))["data"][0] for _ in range(4)]
    assert [row["state"] for row in told] == ["canceled", "filled", "filled", "filled"]
    assert {row["category"] for row in told[1:]} == {"full_liquidation"}
    assert {row["pos"] for row in (await talk.until("balance_and_position"))["data"][0]["posData"]} == {"0"}


async def test_a_silent_stream_still_answers_pings(server: DemoServer, talk: Talk) -> None:
    await talk.say("subscribe", {"channel": "mark-price", "instId": "BTC-USDT-SWAP"})
    await talk.until("mark-price")
    await server.obey(control.InjectFault(kind="ws_pong_only", venue="okx"))
    await talk.ws.send_str("ping")
    async with asyncio.timeout(10):
        while await talk.ws.receive_str() != "pong":
            pass  # a mark that was under way
    with pytest.raises(TimeoutError):
        await talk.ws.receive(timeout=1.5)
