"""The Test button."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.demo.server import DemoServer
from monitor.messages import CheckLine
from monitor.settings import AccountConfig
from monitor.venues import account_check
from monitor.venues.account_check import check_account
from tests.venues.loopback import SkewedClock, config_of, demo_exchange, fault, secrets_of


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account_check, "LOOKS", 1_000)  # fifty seconds, on a slow machine


@pytest.fixture
async def exchange() -> AsyncIterator[DemoServer]:
    async with demo_exchange() as server:
        yield server


async def _check(exchange: DemoServer, label: str = "Main", clock: SystemClock | None = None) -> dict[str, CheckLine]:
    lines = await check_account(config_of(exchange, label), secrets_of(exchange, label), clock or SystemClock())
    return {line.what: line for line in lines}


async def test_a_good_account_passes_every_line(exchange: DemoServer) -> None:
    lines = await _check(exchange)
    assert {what: line.ok for what, line in lines.items() if line.ok is not True} == {
        "Addresses": None,  # the demo's keys are bound to no address
        "Age and expiry": None,  # and are from 2020
    }
    assert "BTC/USDT:USDT long" in lines["Positions"].detail
    assert lines["Stop orders"].detail == "1 found"
    assert lines["News by stream"].detail == "the venue tells when something happens"


async def test_a_stream_that_is_refused_is_told_and_the_account_is_read_all_the_same(exchange: DemoServer) -> None:
    await fault(exchange, kind="status", path="/fapi/v1/listenKey", status=503)
    lines = await _check(exchange)
    assert (lines["News by stream"].ok, lines["Key accepted"].ok) == (None, True)
    assert "cannot serve" in lines["News by stream"].detail


async def test_a_key_that_may_withdraw_fails(exchange: DemoServer) -> None:
    lines = await _check(exchange, "Careless")
    assert lines["Rights of the key"].ok is False
    assert "withdraw" in lines["Rights of the key"].detail


async def test_a_key_that_may_trade_passes_with_a_word(exchange: DemoServer) -> None:
    line = (await _check(exchange, "Trader"))["Rights of the key"]
    assert line.ok is None
    assert "can trade (enableFutures)" in line.detail


async def test_rights_that_the_venue_does_not_tell_are_unverified(exchange: DemoServer) -> None:
    await fault(exchange, kind="status", path="/sapi", status=503)
    line = (await _check(exchange))["Rights of the key"]
    assert line.ok is None
    assert "unverified" in line.detail


async def test_a_wrong_clock_is_told_in_seconds(exchange: DemoServer) -> None:
    line = (await _check(exchange, clock=SkewedClock(90_000)))["Clock"]
    assert line.ok is None
    assert "+90.0 s" in line.detail


async def test_a_wrong_key_fails_with_advice(exchange: DemoServer) -> None:
    lines = await check_account(config_of(exchange), Secrets(api_key="unknown", secret="unknown"), SystemClock())
    assert lines[-1].ok is False
    assert "Check the key" in lines[-1].detail


async def test_a_venue_out_of_reach_fails_with_advice(exchange: DemoServer) -> None:
    config = AccountConfig(
        id="Main", venue="binanceusdm", base_url="http://127.0.0.1:9", ws_base_url="ws://127.0.0.1:9"
    )
    (line,) = await check_account(config, secrets_of(exchange), SystemClock())
    assert (line.ok, line.what) == (False, "Reach Binance USDⓈ-M")
    assert "Check the network" in line.detail


async def test_a_proxy_that_is_none_is_refused_in_a_sentence() -> None:
    config = AccountConfig(id="Main", venue="binanceusdm", proxy="ftp://somewhere")
    (line,) = await check_account(config, Secrets(api_key="k", secret="s"), SystemClock())
    assert (line.ok, line.what) == (False, "Settings")
    assert "must begin with http" in line.detail
