"""One account read over real sockets by real ccxt, from the embedded exchange and from all its faults."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.demo.control import ClearFaults, GetTruth, OpenPosition, Reduce, SetPrice, Truth
from monitor.demo.server import DemoServer
from monitor.errors import (
    ClockError,
    KeyRejectedError,
    MarginwatchError,
    NetworkError,
    RateLimitError,
    VenueDataError,
    VenueDownError,
    VenueError,
)
from monitor.settings import AccountConfig
from monitor.venues import client as client_module
from monitor.venues.fetch import AccountReader
from tests.venues.loopback import SkewedClock, config_of, demo_exchange, fault, reader_of, secrets_of

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()
GARBAGE = ["html", "empty", "object", "array", "null", "truncated_json", "envelope"]


@pytest.fixture
async def exchange() -> AsyncIterator[DemoServer]:
    async with demo_exchange() as server:
        yield server


async def _truth(exchange: DemoServer) -> Truth:
    reply = await exchange.obey(GetTruth())
    assert isinstance(reply, Truth)
    return reply


@pytest.mark.parametrize("label", ["Main", "Swing"])
async def test_an_account_is_read_as_the_exchange_knows_it(exchange: DemoServer, label: str) -> None:
    async with reader_of(exchange, label) as reader:
        account = await reader.read(NONE_KNOWN, 0)
    true = {(p.symbol, p.side): p for p in (await _truth(exchange)).positions if p.account == label}
    assert len(account.positions) == len(true)
    for position in account.positions:
        expected = true[position.symbol.replace("/USDT:USDT", "USDT"), position.side]
        assert position.contracts == expected.size
        assert position.mark_price == pytest.approx(expected.mark, rel=1e-9)
        assert expected.liquidation_price is not None
        assert position.reported_liquidation_price == pytest.approx(expected.liquidation_price, rel=1e-9)
        assert (position.margin_mode == "isolated") == expected.isolated
        assert position.brackets


async def test_what_belongs_to_the_account_is_read_with_it(exchange: DemoServer) -> None:
    async with reader_of(exchange, "Swing") as reader:
        account = await reader.read(NONE_KNOWN, 0)
    assert (account.position_mode, account.account_mode) == ("hedge", "single_currency")
    assert account.taker_fee_rate == 0.0005
    assert account.key.rights == "read-only"
    assert account.balance_agrees
    short = next(position for position in account.positions if position.side == "short")
    assert [(stop.trigger_price, stop.contracts) for stop in short.stops or ()] == [(12_000.0, 0.5)]
    assert None not in (short.leverage, short.funding_rate, short.next_funding_ms, short.tick_size)


async def test_an_account_without_positions_is_empty_and_agrees(exchange: DemoServer) -> None:
    async with reader_of(exchange, "Empty") as reader:
        account = await reader.read(NONE_KNOWN, 0)
    assert account.positions == ()
    assert account.balance_agrees


async def test_nothing_was_written_after_everything_was_used(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await reader.read(frozenset({("Main", "XRP/USDT:USDT", "long", "cross")}), 0)
        await reader.candles("BTC/USDT:USDT", "15m", 10)
        reader.resync()
        await reader.read(NONE_KNOWN, 0)
    assert len(exchange.log.entries) > 20
    assert exchange.log.writes() == []


async def test_candles_are_the_exchanges_bars(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await reader.read(NONE_KNOWN, 0)
        bars = await reader.candles("BTC/USDT:USDT", "1h", 5)
    assert [later[0] - earlier[0] for earlier, later in itertools.pairwise(bars)] == [3_600_000] * 4
    assert all(low <= min(first, last) <= max(first, last) <= high for _, first, high, low, last in bars)


async def test_candles_of_an_unknown_symbol_are_refused(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.candles("NO/USDT:USDT", "1h", 5)


async def test_an_unknown_venue_is_said_so() -> None:
    config = AccountConfig(id="Main", venue="ftx")
    with pytest.raises(VenueError, match=r"ftx is not supported; known: .*binanceusdm"):
        await AccountReader.open(config, Secrets(api_key="k", secret="s"), SystemClock())


@pytest.mark.parametrize("url", ["http://192.168.1.1:80", "http://localhost.evil.example", "https://fapi.binance.com"])
async def test_an_own_address_is_only_accepted_on_this_computer(url: str) -> None:
    config = AccountConfig(id="Main", venue="binanceusdm", base_url=url, ws_base_url=url)
    with pytest.raises(VenueError, match="not on this computer"):
        await AccountReader.open(config, Secrets(api_key="k", secret="s"), SystemClock())


# ---------------------------------------------------------------- never flat by mistake


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("path", ["/fapi/v3/account", "/fapi/v3/positionRisk", "/fapi/v1/exchangeInfo", "/"])
async def test_a_garbage_answer_is_never_flat(exchange: DemoServer, kind: str, path: str) -> None:
    await fault(exchange, kind=kind, path=path)
    async with reader_of(exchange) as reader:
        try:
            account = await reader.read(NONE_KNOWN, 0)
        except VenueError:
            return
    assert not account.balance_agrees  # [] is a legal answer of positionRisk alone: then the balance tells


@pytest.mark.parametrize("kind", GARBAGE)
async def test_a_garbage_answer_after_good_ones_is_never_flat(exchange: DemoServer, kind: str) -> None:
    async with reader_of(exchange) as reader:
        await reader.read(NONE_KNOWN, 0)
        await fault(exchange, kind=kind)
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 1_000)


async def test_a_login_page_is_a_matter_of_the_network(exchange: DemoServer) -> None:
    await fault(exchange, kind="html")
    async with reader_of(exchange) as reader:
        with pytest.raises(NetworkError, match="web page") as caught:
            await reader.read(NONE_KNOWN, 0)
    assert "login page" in caught.value.advice


async def test_positions_that_vanish_while_their_margin_stays_are_a_disagreement(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await fault(exchange, kind="vanish_all", path="/fapi/v3")
        account = await reader.read(NONE_KNOWN, 0)
    assert account.positions == ()
    assert not account.balance_agrees


async def test_one_vanished_position_is_a_disagreement(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await fault(exchange, kind="vanish", path="/fapi/v3", symbols=("ETHUSDT",))
        account = await reader.read(NONE_KNOWN, 0)
    assert len(account.positions) == 2
    assert not account.balance_agrees


async def test_a_closed_position_is_gone_and_the_balance_agrees(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=1.0))
        account = await reader.read(NONE_KNOWN, 0)
    assert {position.symbol for position in account.positions} == {"BTC/USDT:USDT", "SOL/USDT:USDT"}
    assert account.balance_agrees


async def test_a_liquidation_comes_with_the_venues_record(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        before = await reader.read(NONE_KNOWN, 0)
        known = frozenset(before.key_of(position) for position in before.positions)
        sol = next(position for position in before.positions if position.symbol == "SOL/USDT:USDT")
        await exchange.obey(SetPrice(symbol="SOLUSDT", price=(sol.reported_liquidation_price or 0) * 0.99, hold=True))
        account = await reader.read(known, 1_000)
    assert [(one.symbol, one.side, one.contracts) for one in account.liquidations] == [("SOL/USDT:USDT", "long", 500.0)]


async def test_a_record_of_a_liquidation_is_timed_by_our_clock(exchange: DemoServer) -> None:
    clock = SkewedClock(3_600_000)
    async with reader_of(exchange, clock=clock) as reader:
        first_seen_ms = (await reader.read(NONE_KNOWN, 0)).read_ms or 0
        await exchange.obey(SetPrice(symbol="SOLUSDT", price=1e-3, hold=True))
        account = await reader.read(frozenset({("Main", "SOL/USDT:USDT", "long", "isolated")}), 1_000)
    assert account.liquidations[0].at_ms == pytest.approx(first_seen_ms, abs=20_000)


async def test_a_search_for_a_missing_position_does_not_use_up_the_limit(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        for second in range(9):
            await reader.read(frozenset({("Main", "XRP/USDT:USDT", "long", "cross")}), second * 1_000)
    assert sum(entry.path == "/fapi/v1/forceOrders" for entry in exchange.log.entries) == 4


async def test_a_position_opened_later_comes_with_all_that_belongs_to_it(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await reader.read(NONE_KNOWN, 0)
        await exchange.obey(OpenPosition(account="Main", symbol="LINKUSDT", side="long", size=10.0))
        account = await reader.read(NONE_KNOWN, 1_000)
    link = next(position for position in account.positions if position.symbol == "LINK/USDT:USDT")
    assert None not in (link.leverage, link.funding_rate, link.stops)


# ---------------------------------------------------------------- each failure is the right error


@pytest.mark.parametrize(
    ("what", "error", "words"),
    [
        ({"kind": "status", "status": 503}, VenueDownError, "cannot serve now"),
        ({"kind": "status", "status": 451}, VenueDownError, "refuses this address .*451"),
        ({"kind": "status", "status": 400, "body": '{"code":-1001,"msg":"x"}'}, VenueDownError, "code -1001"),
        ({"kind": "status", "status": 400, "body": '{"code":-1008,"msg":"x"}'}, VenueDownError, "code -1008"),
        ({"kind": "status", "status": 400, "body": '{"code":-1016,"msg":"x"}'}, VenueDownError, "code -1016"),
        ({"kind": "status", "status": 401, "body": '{"code":-2015,"msg":"x"}'}, KeyRejectedError, "code -2015"),
        ({"kind": "status", "status": 400, "body": '{"code":-1022,"msg":"x"}'}, KeyRejectedError, "code -1022"),
        ({"kind": "status", "status": 400, "body": '{"code":-1021,"msg":"x"}'}, ClockError, "code -1021"),
        ({"kind": "status", "status": 400, "body": '{"code":-1003,"msg":"x"}'}, RateLimitError, "pause"),
        ({"kind": "status", "status": 400, "body": '{"code":-4000,"msg":"x"}'}, VenueDataError, "unexpected refusal"),
        ({"kind": "close"}, NetworkError, "closed before an answer"),
        ({"kind": "truncated_body"}, NetworkError, "cut short"),
    ],
)
async def test_each_failure_becomes_the_error_that_says_what_to_do(
    exchange: DemoServer, what: dict[str, object], error: type[VenueError], words: str
) -> None:
    await fault(exchange, path="/fapi/v3/account", **what)
    async with reader_of(exchange) as reader:
        with pytest.raises(error, match=words) as caught:
            await reader.read(NONE_KNOWN, 0)
    assert caught.value.__cause__ is None
    assert caught.value.advice


async def test_a_server_that_is_not_there_is_a_matter_of_the_network(exchange: DemoServer) -> None:
    config = AccountConfig(
        id="Main", venue="binanceusdm", base_url="http://127.0.0.1:9", ws_base_url="ws://127.0.0.1:9"
    )
    reader = await AccountReader.open(config, secrets_of(exchange), SystemClock())
    with pytest.raises(NetworkError, match="no connection"):
        await reader.read(NONE_KNOWN, 0)
    await reader.close()


@pytest.mark.parametrize("kind", ["silence", "drip"])
async def test_silence_and_dripping_end_at_the_deadline(
    exchange: DemoServer, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader_of(exchange) as reader:
        monkeypatch.setattr(client_module, "DEADLINE_S", 0.6)  # ccxt's own timeout was set before
        await fault(exchange, kind=kind, path="/fapi/v3/account")
        with pytest.raises(NetworkError, match=r"in time|within"):
            async with asyncio.timeout(5):
                await reader.read(NONE_KNOWN, 0)


async def test_the_reader_is_fresh_again_when_the_fault_is_over(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await fault(exchange, kind="status", status=503)
        with pytest.raises(VenueDownError):
            await reader.read(NONE_KNOWN, 0)
        await exchange.obey(ClearFaults())
        assert (await reader.read(NONE_KNOWN, 1_000)).positions


async def test_orders_that_cannot_be_read_are_unknown_and_the_account_is_read(exchange: DemoServer) -> None:
    await fault(exchange, kind="status", path="/fapi/v1/openAlgoOrders", status=503)
    async with reader_of(exchange) as reader:
        account = await reader.read(NONE_KNOWN, 0)
    assert [position.stops for position in account.positions] == [None, None, None]


async def test_brackets_outlive_a_failed_renewal(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        await reader.read(NONE_KNOWN, 0)
        await fault(exchange, kind="status", path="/fapi/v1/leverageBracket", status=503)
        reader.resync()
        assert all(position.brackets for position in (await reader.read(NONE_KNOWN, 1_000)).positions)


# ---------------------------------------------------------------- clock


@pytest.mark.parametrize("skew_ms", [-60_000, 60_000])
async def test_a_wrong_clock_is_measured_and_allowed_for(exchange: DemoServer, skew_ms: int) -> None:
    async with reader_of(exchange, clock=SkewedClock(skew_ms)) as reader:
        account = await reader.read(NONE_KNOWN, 0)
    assert account.positions
    assert account.clock_offset_ms == pytest.approx(-skew_ms, abs=2_000)


async def test_a_clock_that_jumps_while_running_is_measured_again(exchange: DemoServer) -> None:
    clock = SkewedClock()
    async with reader_of(exchange, clock=clock) as reader:
        await reader.read(NONE_KNOWN, clock.now_ms())
        clock.skew_ms = 3_600_000
        account = await reader.read(NONE_KNOWN, clock.now_ms())
    assert account.positions


async def test_a_refused_key_is_blamed_on_the_clock_where_the_clock_is_wrong(exchange: DemoServer) -> None:
    await fault(exchange, kind="status", status=401, body='{"code":-2015,"msg":"x"}', path="/fapi/v3/account")
    clock = SkewedClock()
    async with reader_of(exchange, clock=clock) as reader:
        clock.skew_ms = -90_000
        with pytest.raises(ClockError):
            await reader.client.call(("fapiPrivateV3", "GET", "account"), dict)


# ---------------------------------------------------------------- keys


async def test_a_wrong_key_is_told_as_such(exchange: DemoServer) -> None:
    async with reader_of(exchange, secrets=Secrets(api_key="unknown-key", secret="unknown-secret")) as reader:
        with pytest.raises(KeyRejectedError, match="Main: "):
            await reader.read(NONE_KNOWN, 0)


async def test_a_key_that_may_withdraw_is_not_used(exchange: DemoServer) -> None:
    async with reader_of(exchange, "Careless") as reader:
        with pytest.raises(KeyRejectedError, match="may withdraw"):
            await reader.read(NONE_KNOWN, 0)


async def test_a_key_that_may_trade_is_named(exchange: DemoServer) -> None:
    async with reader_of(exchange, "Trader") as reader:
        assert (await reader.read(NONE_KNOWN, 0)).key.rights == "can trade"


async def test_rights_that_are_not_told_are_unverified(exchange: DemoServer) -> None:
    await fault(exchange, kind="status", path="/sapi", status=503)
    async with reader_of(exchange) as reader:
        assert (await reader.read(NONE_KNOWN, 0)).key.rights == "unverified"


# ---------------------------------------------------------------- request limits


@pytest.mark.parametrize(("status", "seconds"), [(429, 30), (418, 120)])
async def test_the_pause_that_the_venue_asks_for_is_kept(exchange: DemoServer, status: int, seconds: int) -> None:
    clock = SystemClock()
    async with reader_of(exchange, clock=clock) as reader:
        await fault(exchange, kind="status", status=status, retry_after_s=seconds, path="/fapi/v3/account")
        with pytest.raises(RateLimitError) as caught:
            await reader.read(NONE_KNOWN, 0)
        sent = len(exchange.log.entries)
        await exchange.obey(ClearFaults())
        with pytest.raises(RateLimitError):
            await reader.read(NONE_KNOWN, 1_000)
    assert caught.value.retry_at_ms == pytest.approx(clock.now_ms() + seconds * 1000, abs=5_000)
    assert len(exchange.log.entries) == sent


async def test_all_accounts_on_a_host_keep_the_pause(exchange: DemoServer) -> None:
    async with reader_of(exchange) as first, reader_of(exchange, "Swing") as second:
        await fault(exchange, kind="status", status=429, retry_after_s=30, path="/fapi/v3/account", count=1)
        with pytest.raises(RateLimitError):
            await first.read(NONE_KNOWN, 0)
        with pytest.raises(RateLimitError):
            await second.read(NONE_KNOWN, 0)


async def test_the_used_weight_of_the_answers_is_known() -> None:
    async with demo_exchange(limits=True) as exchange, reader_of(exchange) as reader:
        await reader.read(NONE_KNOWN, 0)
        assert reader.client.pace._used >= 20


# ---------------------------------------------------------------- secrets


@pytest.mark.parametrize("kind", [*GARBAGE, "close", "truncated_body", "redirect", "echo", "told", "key", "clock"])
async def test_no_secret_is_in_any_error_or_log(
    exchange: DemoServer, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = secrets_of(exchange)
    bodies = {"echo": f"{secrets.api_key} {secrets.secret}", "key": '{"code":-2015,"msg":"no"}'}
    bodies["told"] = f'{{"code":-4000,"msg":"{secrets.api_key} {secrets.secret}"}}'
    bodies["clock"] = '{"code":-1021,"msg":"no"}'
    if kind in bodies:
        await fault(exchange, kind="status", status=400, body=bodies[kind])
    else:
        await fault(exchange, kind=kind, url=f"http://127.0.0.1:9/?key={secrets.api_key}")
    async with reader_of(exchange) as reader:
        with pytest.raises(MarginwatchError) as caught:
            await reader.read(NONE_KNOWN, 0)
    told = f"{caught.value!r} {caught.value.__cause__!r} {getattr(caught.value, 'advice', '')}"
    for text in (told, caplog.text):
        assert secrets.api_key not in text
        assert secrets.secret not in text
        assert "signature=" not in text


def test_ccxt_does_not_log_headers_even_when_everything_else_does() -> None:
    assert logging.getLogger("ccxt.base.exchange").level == logging.WARNING


async def test_the_configuration_of_an_account_reaches_the_client(exchange: DemoServer) -> None:
    async with reader_of(exchange) as reader:
        assert reader.client.config == config_of(exchange)
