"""The REST face: signatures, times, rights, limits, and the log of what was asked."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from monitor.demo import control
from monitor.demo.binance.endpoints import read
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, LimitSpec, PositionSpec, StopSpec
from tests.demo.build import ask, ask_with, isolated_long, risk, world_of


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    account = AccountSpec(
        label="A",
        wallet=5000.0,
        positions=(isolated_long(), PositionSpec(symbol="ETHUSDT", side="short", size=3.0)),
        stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=27_500.0),),
        limits=(LimitSpec(symbol="ETHUSDT", side="BUY", price=1700.0, size=1.0),),
    )
    other = AccountSpec(label="B", wallet=100.0, position_mode="hedge", can_trade=True)
    async with serve(world_of(account, other, live=True)) as running:
        yield running


async def test_a_good_request_is_answered_with_its_weight(server: DemoServer) -> None:
    status, headers, body = await ask(server.info(), "/fapi/v3/positionRisk")
    assert status == 200
    assert headers["X-MBX-USED-WEIGHT-1M"] == "5"
    assert [row["symbol"] for row in body] == ["BTCUSDT", "ETHUSDT"]


async def test_the_rest_body_is_the_worlds_own_answer(server: DemoServer) -> None:
    server.world.paused = True
    for path in ("/fapi/v3/account", "/fapi/v3/positionRisk", "/fapi/v1/openAlgoOrders", "/fapi/v1/leverageBracket"):
        assert (await ask(server.info(), path))[2] == read(server.world, path, "A")


async def test_a_wrong_signature_is_refused(server: DemoServer) -> None:
    key, _ = server.info().key_of("A")
    status, _, body = await ask_with(server.info(), "/fapi/v3/account", key, "wrong")
    assert (status, body["code"]) == (400, -1022)


async def test_an_unknown_key_is_refused(server: DemoServer) -> None:
    status, _, body = await ask_with(server.info(), "/fapi/v3/account", "0" * 64, "s")
    assert (status, body["code"]) == (401, -2015)


@pytest.mark.parametrize("shift_ms", [-6000, 2500])
async def test_an_old_or_future_timestamp_is_refused(server: DemoServer, shift_ms: int) -> None:
    status, _, body = await ask(server.info(), "/fapi/v3/account", shift_ms=shift_ms)
    assert (status, body["code"]) == (400, -1021)


async def test_a_window_lets_an_older_timestamp_pass(server: DemoServer) -> None:
    status, _, _ = await ask(server.info(), "/fapi/v3/account", shift_ms=-6000, recvWindow=10_000)
    assert status == 200


async def test_each_key_sees_its_own_account(server: DemoServer) -> None:
    assert (await ask(server.info(), "/fapi/v3/positionRisk", "B"))[2] == []
    assert (await ask(server.info(), "/fapi/v1/positionSide/dual", "B"))[2] == {"dualSidePosition": True}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/fapi/v1/order"),
        ("DELETE", "/fapi/v1/allOpenOrders"),
        ("POST", "/fapi/v1/leverage"),
        ("POST", "/fapi/v1/positionMargin"),
        ("POST", "/fapi/v3/account"),
        ("POST", "/sapi/v1/capital/withdraw/apply"),
    ],
)
@pytest.mark.parametrize("label", ["A", "B"])
async def test_a_write_is_refused_and_logged(server: DemoServer, method: str, path: str, label: str) -> None:
    status, _, body = await ask(server.info(), path, label, method=method, symbol="BTCUSDT", quantity="1")
    assert (status, body["code"]) == (401, -2015)
    assert [(entry.method, entry.path, entry.account) for entry in server.log.writes()] == [(method, path, label)]
    assert len(risk(server.world)) == 2


async def test_reads_are_logged_as_reads(server: DemoServer) -> None:
    await ask(server.info(), "/fapi/v3/positionRisk")
    await ask(server.info(), "/fapi/v1/listenKey", method="POST")
    reply = await server.obey(control.GetLog())
    assert isinstance(reply, control.Log)
    assert [entry.path for entry in reply.entries] == ["/fapi/v3/positionRisk", "/fapi/v1/listenKey"]
    assert reply.writes == ()


async def test_the_rights_of_a_key_are_told(server: DemoServer) -> None:
    own, other = [(await ask(server.info(), "/sapi/v1/account/apiRestrictions", label))[2] for label in ("A", "B")]
    assert (own["enableReading"], own["enableFutures"], other["enableFutures"]) == (True, False, True)


async def test_orders_are_told_apart_by_kind(server: DemoServer) -> None:
    resting = (await ask(server.info(), "/fapi/v1/openOrders"))[2]
    conditional = (await ask(server.info(), "/fapi/v1/openAlgoOrders"))[2]
    assert [row["type"] for row in resting] == ["LIMIT"]
    assert [(row["orderType"], row["closePosition"]) for row in conditional] == [("STOP_MARKET", True)]


async def test_a_liquidation_shows_in_forced_and_income(server: DemoServer) -> None:
    server.world.set_price("BTCUSDT", 20_000.0)
    orders = (await ask(server.info(), "/fapi/v1/forceOrders", autoCloseType="LIQUIDATION"))[2]
    income = (await ask(server.info(), "/fapi/v1/income", incomeType="INSURANCE_CLEAR"))[2]
    assert [order["symbol"] for order in orders] == ["BTCUSDT"]
    assert [row["symbol"] for row in income] == ["BTCUSDT"]
    assert (await ask(server.info(), "/fapi/v1/forceOrders", autoCloseType="ADL"))[2] == []


@pytest.mark.parametrize(
    "path",
    [
        "/fapi/v1/time",
        "/fapi/v1/exchangeInfo",
        "/fapi/v1/premiumIndex",
        "/fapi/v1/fundingInfo",
        "/fapi/v1/fundingRate",
        "/fapi/v1/ticker/price",
        "/fapi/v1/ticker/24hr",
        "/fapi/v1/ticker/bookTicker",
        "/fapi/v1/insuranceBalance",
        "/fapi/v1/leverageBracket",
        "/fapi/v1/symbolConfig",
        "/fapi/v1/accountConfig",
        "/fapi/v1/multiAssetsMargin",
        "/fapi/v1/adlQuantile",
        "/fapi/v1/apiTradingStatus",
        "/fapi/v2/account",
        "/fapi/v2/positionRisk",
        "/fapi/v3/balance",
    ],
)
async def test_every_read_has_an_answer(server: DemoServer, path: str) -> None:
    assert (await ask(server.info(), path))[0] == 200


@pytest.mark.parametrize("path", ["depth", "klines", "openInterest", "userTrades", "commissionRate"])
async def test_reads_of_one_symbol_want_a_symbol(server: DemoServer, path: str) -> None:
    info = server.info()
    assert (await ask(info, f"/fapi/v1/{path}", symbol="BTCUSDT", interval="15m"))[0] == 200
    assert (await ask(info, f"/fapi/v1/{path}", interval="15m"))[2]["code"] == -1102
    assert (await ask(info, f"/fapi/v1/{path}", symbol="FOOUSDT", interval="15m"))[2]["code"] == -1121


async def test_too_many_requests_are_429_then_418(server: DemoServer) -> None:
    server.limiter().limit = 6
    statuses = [await ask(server.info(), "/fapi/v3/positionRisk") for _ in range(13)]
    assert [status for status, _, _ in statuses] == [200] + [429] * 10 + [418] * 2
    assert int(statuses[1][1]["Retry-After"]) > 0
    assert "banned until" in statuses[-1][2]["msg"]


async def test_clearing_faults_lifts_a_ban(server: DemoServer) -> None:
    server.limiter().limit = 1
    for _ in range(12):
        await ask(server.info(), "/fapi/v3/positionRisk")
    server.limiter().limit = 2400
    await server.obey(control.ClearFaults())
    assert (await ask(server.info(), "/fapi/v3/positionRisk"))[0] == 200
