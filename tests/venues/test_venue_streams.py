"""The streams of every venue that the demo exchange speaks as: hints and marks, dropped, silent, refused."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from monitor.credentials import Secrets
from monitor.demo.control import OpenPosition, Reduce
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.venues import streams
from monitor.venues.fetch import AccountReader
from tests.demo.build import world_of
from tests.venues.listening import listening, live, until
from tests.venues.loopback import fault, reader_of, secrets_of
from tests.venues.served import reader_at, served
from tests.venues.test_binance_coinm import KEYS as COIN_KEYS
from tests.venues.test_binance_coinm import answers as coin_answers

VENUES = ("bybit", "okx", "hyperliquid")  # Binance's are in test_streams.py
NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()


@pytest.fixture(params=VENUES)
async def exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DemoServer]:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.05,))
    monkeypatch.setattr(streams, "LOOK_S", 0.05)
    positions = (
        PositionSpec(symbol="BTCUSDT", side="long", size=5.0, leverage=10),
        PositionSpec(symbol="ETHUSDT", side="short", size=40.0, leverage=10),
    )
    world = world_of(AccountSpec(label="A", venue=str(request.param), wallet=400_000.0, positions=positions), live=True)
    async with serve(world) as server:
        yield server


@pytest.fixture
async def reader(exchange: DemoServer) -> AsyncIterator[AccountReader]:
    async with reader_of(exchange, "A") as opened:
        await opened.read(NONE_KNOWN, 0)
        yield opened


def bases(symbols: set[str]) -> set[str]:
    return {symbol.partition("/")[0] for symbol in symbols}


def handshakes(exchange: DemoServer) -> int:
    return sum(entry.method == "WS-OPEN" for entry in exchange.log.entries)


async def test_marks_arrive_and_nothing_but_subscriptions_sign_ins_and_pings_leaves(
    exchange: DemoServer, reader: AccountReader
) -> None:
    reader.client.exchange.streaming = {**reader.client.exchange.streaming, "keepAlive": 200}  # many pings of ccxt's
    async with listening(reader) as heard:
        await until(live(reader))
        await until(lambda: len(heard.marks) >= 2 and bases(heard.symbols()) == {"BTC", "ETH"})
    assert reader.streamed
    assert exchange.log.writes() == []
    assert reader.client.exchange.watcher.violations == []
    for marks in heard.marks:
        for price, at_ms in marks.values():
            assert price > 0
            assert at_ms == pytest.approx(reader.client.venue_ms(), abs=20_000)


async def test_a_change_of_the_account_asks_for_a_poll_and_a_quiet_one_does_not(
    exchange: DemoServer, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await until(lambda: len(heard.marks) >= 3)
        assert heard.events == 0
        await exchange.obey(Reduce(account="A", symbol="ETHUSDT", side="short", fraction=0.5))
        await until(lambda: heard.events)


async def test_a_new_position_is_subscribed_to_and_a_closed_one_is_not_any_more(
    exchange: DemoServer, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await exchange.obey(OpenPosition(account="A", symbol="SOLUSDT", side="long", size=10.0))
        await exchange.obey(Reduce(account="A", symbol="ETHUSDT", side="short", fraction=1.0))
        await reader.read(NONE_KNOWN, 1_000)
        await until(lambda: "SOL" in bases(heard.symbols()))
        heard.marks.clear()
        await until(lambda: len(heard.marks) >= 2)
        assert bases(heard.symbols()) == {"BTC", "SOL"}


async def test_dropped_streams_come_back_and_the_poll_reads_what_was_missed(
    exchange: DemoServer, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        before, events = handshakes(exchange), heard.events
        await fault(exchange, kind="ws_abort")
        await until(lambda: handshakes(exchange) >= before + 2)
        await until(live(reader))
        heard.marks.clear()
        await until(lambda: heard.marks)
        assert heard.events >= events


async def test_a_peer_that_only_answers_pings_is_dialled_anew(
    exchange: DemoServer, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reader.reading.streams is not None
    monkeypatch.setattr(streams, "SILENT_FACTOR", 2.0 / reader.reading.streams.silent_s)
    async with listening(reader):
        await until(live(reader))
        before = handshakes(exchange)
        await fault(exchange, kind="ws_pong_only")
        await until(lambda: handshakes(exchange) > before)


@pytest.mark.parametrize("venue", ["bybit", "okx"])
async def test_a_refused_sign_in_is_told_and_the_marks_go_on(venue: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.05,))
    held = PositionSpec(symbol="BTCUSDT", side="long", size=1.0)
    async with serve(
        world_of(AccountSpec(label="A", venue=venue, wallet=90_000.0, positions=(held,)), live=True)
    ) as server:
        right = secrets_of(server, "A")
        async with reader_of(server, "A", secrets=right) as reader:
            await reader.read(NONE_KNOWN, 0)
            reader.client.exchange.secret = "another"
            async with listening(reader) as heard:
                await until(lambda: "refuses the account's own stream" in reader.streams.get("account", ""))
                await until(lambda: heard.marks)


async def test_a_sign_in_holds_no_secret_and_is_timed_by_the_venues_clock() -> None:
    for venue in ("bybit", "okx"):
        async with serve(world_of(AccountSpec(label="A", venue=venue, wallet=1.0), live=True)) as server:
            keys = Secrets(api_key="key-1", secret="secret-1", passphrase="words-1")
            async with reader_of(server, "A", secrets=keys) as reader:
                assert reader.reading.streams is not None
                reader.client.offset_ms = 5_000_000
                (frame,) = reader.reading.streams.account_frames()
                assert "secret-1" not in str(frame)
                times = [int(digits) for digits in re.findall(r"\b\d{10,13}\b", str(frame))]
                told_ms = [at if at > 1e12 else at * 1_000 for at in times]  # OKX tells seconds
                assert told_ms == pytest.approx([reader.client.venue_ms()], abs=60_000)


async def test_binance_coin_m_is_heard_by_its_documented_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.05,))
    keys = iter(("first", "second"))
    answers = coin_answers() | {"/dapi/v1/listenKey": lambda _: {"listenKey": next(keys)}}
    async with served(answers) as server, reader_at(server, "binancecoinm", COIN_KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        async with listening(reader) as heard:
            await until(lambda: reader.streams.get("account") == "live" and "/ws/0" in server.sockets)
            await until(lambda: server.frames)
            assert server.frames == [("/ws/0", '{"method":"SUBSCRIBE","params":["btcusd_perp@markPrice@1s"],"id":1}')]
            mark = {"e": "markPriceUpdate", "E": 1_722_105_623_000, "s": "BTCUSD_PERP", "p": "67999.1"}
            await server.tell("/ws/0", mark)
            await until(lambda: heard.marks)
            assert heard.marks == [{"BTC/USD:BTC": (67_999.1, 1_722_105_623_000)}]
            await server.tell("/ws/first", {"e": "ACCOUNT_UPDATE", "E": 1, "a": {}})
            await until(lambda: heard.events == 1)
            await server.tell("/ws/first", {"e": "listenKeyExpired", "E": 1})
            await until(lambda: "/ws/second" in server.sockets)
    assert reader.client.exchange.watcher.violations == []
