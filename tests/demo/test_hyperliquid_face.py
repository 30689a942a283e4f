"""Unmodified ccxt trades with Hyperliquid's face, over real sockets; what it refuses, and what its streams tell."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import ccxt.pro
import msgspec
import pytest

from monitor.demo import control
from monitor.demo.hyperliquid.limits import WEIGHT_LIMIT
from monitor.demo.hyperliquid.questions import QUESTIONS
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec, StopSpec
from monitor.demo.truth import truth
from monitor.venues.funds import RawVault, hyperliquid_vault
from monitor.venues.hyperliquid import READS
from tests.demo.build import turn_to_loopback, world_of
from tests.demo.venue_accounts import PAIRS, STOP

NOBODY = "0x" + "0" * 40
BOOK = (
    AccountSpec(label="A", venue="hyperliquid", wallet=20_000.0, positions=PAIRS, stops=(STOP,)),
    AccountSpec(
        label="B",
        venue="hyperliquid",
        wallet=1_000.0,
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=0.5, margin_mode="isolated", isolated_wallet=2_000.0),
        ),
        stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_000.0, size=0.2),),
    ),
)


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    async with serve(world_of(*BOOK, live=True)) as running:
        yield running


@pytest.fixture
async def reader(server: DemoServer) -> AsyncIterator[Any]:
    exchange = ccxt.pro.hyperliquid({"walletAddress": server.info().account("A").api_key, "enableRateLimit": False})
    exchange.timeout_on_exit = 0
    turn_to_loopback(exchange, server.info(), "hyperliquid")
    yield exchange
    await exchange.close()


async def ask(server: DemoServer, question: Any, path: str = "/info") -> tuple[int, Any]:
    url = server.info().base_url("hyperliquid") + path
    async with aiohttp.ClientSession() as session, session.post(url, json=question) as response:
        return response.status, await response.json()


async def state_of(server: DemoServer, label: str) -> Any:
    user = server.info().account(label).api_key
    return (await ask(server, {"type": "clearinghouseState", "user": user}))[1]


async def test_ccxt_reads_markets_positions_balance_and_orders(server: DemoServer, reader: Any) -> None:
    await reader.load_markets()
    assert reader.market("BTC/USDC:USDC")["limits"]["leverage"]["max"] == 40
    positions = {row["symbol"]: row for row in await reader.fetch_positions()}
    assert (positions["BTC/USDC:USDC"]["contracts"], positions["BTC/USDC:USDC"]["side"]) == (2.0, "long")
    assert (positions["ETH/USDC:USDC"]["contracts"], positions["ETH/USDC:USDC"]["side"]) == (20.0, "short")
    assert (await reader.fetch_balance())["USDC"]["total"] > 10_000
    (stop,) = await reader.fetch_open_orders()
    assert stop["triggerPrice"] == 25_000.0
    assert server.log.writes() == []


async def test_ccxt_reads_candles_book_and_funding(reader: Any) -> None:
    await reader.load_markets()
    assert len(await reader.fetch_ohlcv("ETH/USDC:USDC", "15m", limit=20)) >= 18
    book = await reader.fetch_order_book("BTC/USDC:USDC")
    assert book["bids"][0][0] < book["asks"][0][0]
    rates = await reader.fetch_funding_rates(["BTC/USDC:USDC"])
    assert abs(rates["BTC/USDC:USDC"]["fundingRate"]) < 1e-4


def test_whatever_the_program_may_ask_is_a_question_that_is_answered() -> None:
    assert READS.body_types <= QUESTIONS.keys()


async def test_the_backstop_vault_is_worth_what_the_fund_holds(server: DemoServer) -> None:
    status, answer = await ask(server, {"type": "vaultDetails", "vaultAddress": NOBODY})
    fund = hyperliquid_vault(msgspec.convert(answer, RawVault), 5)
    assert (status, fund.balance) == (200, pytest.approx(server.world.market.insurance_fund))


async def test_an_isolated_position_tells_what_it_holds_in_money(server: DemoServer) -> None:
    """Source: Hyperliquid docs: price = -rawUsd / (szi * (1 - l * side)), l half the initial rate."""
    row = (await state_of(server, "B"))["assetPositions"][0]["position"]
    raw, size = float(row["leverage"]["rawUsd"]), float(row["szi"])
    assert float(row["liquidationPx"]) == pytest.approx(-raw / (size * (1 - 1 / 80)), rel=1e-9)
    assert float(row["marginUsed"]) == pytest.approx(raw + float(row["positionValue"]), rel=1e-9)


async def test_the_totals_are_the_sums_of_the_positions(server: DemoServer) -> None:
    state = await state_of(server, "A")
    rows = [row["position"] for row in state["assetPositions"]]
    values = sum(float(row["positionValue"]) for row in rows)
    assert float(state["marginSummary"]["totalNtlPos"]) == pytest.approx(values, rel=1e-9)
    signed = sum(float(row["positionValue"]) * (1 if float(row["szi"]) > 0 else -1) for row in rows)
    value = float(state["marginSummary"]["accountValue"])
    assert value == pytest.approx(float(state["marginSummary"]["totalRawUsd"]) + signed, rel=1e-9)


async def test_an_unknown_address_has_an_empty_account(server: DemoServer) -> None:
    status, state = await ask(server, {"type": "clearinghouseState", "user": NOBODY})
    assert (status, state["assetPositions"], state["marginSummary"]["accountValue"]) == (200, [], "0.0")
    assert await ask(server, {"type": "userRole", "user": NOBODY}) == (200, {"role": "missing"})


@pytest.mark.parametrize(
    "question",
    [
        {"type": "clearinghouseState", "user": "me"},
        {"type": "clearinghouseState", "user": NOBODY, "dex": "xyz"},
        {"type": "candleSnapshot", "req": {"coin": "NONE", "interval": "1m", "startTime": 0}},
        {"type": "userFillsByTime", "user": NOBODY},
    ],
)
async def test_a_question_that_makes_no_sense_is_answered_with_422(server: DemoServer, question: Any) -> None:
    assert (await ask(server, question))[0] == 422


async def test_an_action_is_refused_and_logged(server: DemoServer) -> None:
    action = {"action": {"type": "order", "orders": []}, "nonce": 1, "signature": {"r": "0x0", "s": "0x0", "v": 27}}
    status, body = await ask(server, action, "/exchange")
    assert (status, body["status"]) == (200, "err")
    assert [entry.path for entry in server.log.writes()] == ["/exchange"]


async def test_a_question_that_is_not_on_the_list_counts_as_a_write(server: DemoServer) -> None:
    await ask(server, {"type": "approveEverything"})
    assert [entry.path for entry in server.log.writes()] == ["/info/approveEverything"]


async def test_above_its_weight_a_minute_it_refuses_and_never_bans(server: DemoServer) -> None:
    statuses = [(await ask(server, {"type": "userRole", "user": NOBODY}))[0] for _ in range(WEIGHT_LIMIT // 60 + 15)]
    assert statuses == [200] * (WEIGHT_LIMIT // 60) + [429] * 15


async def test_a_hidden_position_is_missing_while_the_totals_still_have_it(server: DemoServer) -> None:
    await server.obey(control.InjectFault(kind="vanish", path="/info/clearinghouseState", symbols=("BTCUSDT",)))
    state = await state_of(server, "A")
    listed = sum(float(row["position"]["positionValue"]) for row in state["assetPositions"])
    assert {row["position"]["coin"] for row in state["assetPositions"]} == {"ETH", "SOL"}
    assert float(state["marginSummary"]["totalNtlPos"]) > 1.5 * listed


async def test_a_triggered_stop_leaves_a_fill_and_a_smaller_position(server: DemoServer) -> None:
    server.world.set_price("BTCUSDT", 26_900.0, hold=True)
    user = server.info().account("B").api_key
    (fill,) = (await ask(server, {"type": "userFills", "user": user}))[1]
    assert (fill["dir"], fill["sz"], fill["px"]) == ("Close Long", "0.2", "26900.0")
    assert "liquidation" not in fill
    assert (await state_of(server, "B"))["assetPositions"][0]["position"]["szi"] == "0.3"


async def test_what_a_liquidation_leaves_stays_the_traders(server: DemoServer) -> None:
    price = next(row.liquidation_price for row in truth(server.world).positions if row.account == "B")
    assert price is not None
    server.world.set_price("BTCUSDT", price * 0.9999, hold=True)
    state = await state_of(server, "B")
    user = server.info().account("B").api_key
    fill = (await ask(server, {"type": "userFills", "user": user}))[1][0]
    assert fill["liquidation"]["liquidatedUser"] == user
    assert fill["liquidation"]["method"] == "market"
    assert state["assetPositions"] == []
    assert float(state["marginSummary"]["accountValue"]) > 1_000.0


async def test_below_two_thirds_of_the_requirement_the_backstop_takes_the_margin(server: DemoServer) -> None:
    account = server.world.accounts["B"]
    account.orders.clear()  # a gap: no stop is filled on the way
    price = next(row.liquidation_price for row in truth(server.world).positions if row.account == "B")
    assert price is not None
    server.world.set_price("BTCUSDT", price * (1 - 0.0060), hold=True)
    user = server.info().account("B").api_key
    fill = (await ask(server, {"type": "userFills", "user": user}))[1][0]
    assert fill["liquidation"]["method"] == "backstop"
    assert account.wallet == pytest.approx(1_000.0)


# ---------------------------------------------------------------- streams


class Talk:
    """A WebSocket with Hyperliquid's face."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws

    async def subscribe(self, kind: str, **more: str) -> Any:
        """Subscribe; return the answer."""
        await self.ws.send_json({"method": "subscribe", "subscription": {"type": kind, **more}})
        return await self.until("subscriptionResponse", "error")

    async def until(self, *channels: str) -> Any:
        """Return the next message of one of these channels."""
        async with asyncio.timeout(10):
            while True:
                message = await self.ws.receive_json()
                if message["channel"] in channels:
                    return message


@pytest.fixture
async def talk(server: DemoServer) -> AsyncIterator[Talk]:
    url = server.info().ws_base_url("hyperliquid") + "/ws"
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as ws:
        yield Talk(ws)


async def test_marks_and_mids_are_told_each_second_with_five_digits(talk: Talk) -> None:
    await talk.subscribe("activeAssetCtx", coin="BTC")
    await talk.subscribe("allMids")
    for _ in range(2):
        mark = (await talk.until("activeAssetCtx"))["data"]["ctx"]["markPx"]
        assert len(mark.replace(".0", "")) == 5
    assert (await talk.until("allMids"))["data"]["mids"]["BTC"][:2] == mark[:2]


async def test_an_accounts_state_is_told_at_once_when_it_changes(server: DemoServer, talk: Talk) -> None:
    user = server.info().account("A").api_key
    await talk.subscribe("clearinghouseState", user=user)
    await talk.subscribe("webData2", user=user)
    for channel in ("clearinghouseState", "webData2"):
        message = await talk.until(channel)
        assert len(message["data"]["clearinghouseState"]["assetPositions"]) == 3
    await server.obey(control.ClosePosition(account="A", symbol="ETHUSDT", side="short"))
    while len((await talk.until("webData2"))["data"]["clearinghouseState"]["assetPositions"]) == 3:
        pass


async def test_fills_and_ended_orders_are_told(server: DemoServer, talk: Talk) -> None:
    user = server.info().account("B").api_key
    for kind in ("orderUpdates", "userEvents", "userFills"):
        await talk.subscribe(kind, user=user)
    assert (await talk.until("userFills"))["data"]["isSnapshot"]
    await server.obey(control.SetPrice(symbol="BTCUSDT", price=26_900.0, hold=True))
    assert (await talk.until("orderUpdates"))["data"][0]["status"] == "triggered"
    assert (await talk.until("user"))["data"]["fills"][0]["dir"] == "Close Long"
    assert (await talk.until("userFills"))["data"]["fills"][0]["sz"] == "0.2"


async def test_nobody_is_told_of_an_address_that_was_not_asked_for(server: DemoServer, talk: Talk) -> None:
    await talk.subscribe("userEvents", user=server.info().account("A").api_key)
    await server.obey(control.ClosePosition(account="B", symbol="BTCUSDT", side="long"))
    await server.obey(control.ClosePosition(account="A", symbol="ETHUSDT", side="short"))
    assert (await talk.until("user"))["data"]["fills"][0]["coin"] == "ETH"


async def test_a_second_subscription_to_the_same_thing_is_an_error(talk: Talk) -> None:
    await talk.subscribe("allMids")
    assert "Already subscribed" in (await talk.subscribe("allMids"))["data"]
    assert "Invalid subscription" in (await talk.subscribe("webData2", user="me"))["data"]


async def test_a_ping_is_answered_and_an_action_over_the_socket_is_refused(server: DemoServer, talk: Talk) -> None:
    await talk.ws.send_json({"method": "ping"})
    await talk.until("pong")
    assert server.log.writes() == []
    await talk.ws.send_json({"method": "post", "id": 1, "request": {"type": "action", "payload": {}}})
    assert (await talk.until("post"))["data"]["response"]["type"] == "error"
    assert len(server.log.writes()) == 1


async def test_ccxt_watches_positions(reader: Any) -> None:
    await reader.load_markets()
    rows = await asyncio.wait_for(reader.watch_positions(), 10)
    assert {row["symbol"] for row in rows} == {"BTC/USDC:USDC", "ETH/USDC:USDC", "SOL/USDC:USDC"}


async def test_a_silent_stream_still_answers_pings(server: DemoServer, talk: Talk) -> None:
    await talk.subscribe("allMids")
    await talk.until("allMids")
    await server.obey(control.InjectFault(kind="ws_pong_only", venue="hyperliquid"))
    await talk.ws.send_json({"method": "ping"})
    await talk.until("pong")
    with pytest.raises(TimeoutError):
        await talk.ws.receive(timeout=1.5)
