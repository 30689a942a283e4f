"""Streams over real WebSockets: hints and marks, and what happens when they stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from monitor.demo.control import ExpireListenKeys, OpenPosition, Reduce
from monitor.demo.server import DemoServer
from monitor.venues import streams, untold
from monitor.venues.fetch import AccountReader
from tests.venues.listening import listening, live, until
from tests.venues.loopback import demo_exchange, fault, reader_of

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()


@pytest.fixture
async def exchange(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DemoServer]:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.05,))
    async with demo_exchange() as server:
        yield server


@pytest.fixture
async def reader(exchange: DemoServer) -> AsyncIterator[AccountReader]:
    async with reader_of(exchange) as opened:
        await opened.read(NONE_KNOWN, 0)
        yield opened


async def test_the_marks_of_the_held_symbols_arrive_under_unified_names(reader: AccountReader) -> None:
    async with listening(reader) as heard:
        await until(lambda: heard.symbols() == {"BTC/USDT:USDT", "ETH/USDT:USDT", "SOL/USDT:USDT"})
    price, at_ms = heard.marks[0]["BTC/USDT:USDT"]
    assert 5_000 < price < 9_000
    assert at_ms == pytest.approx(reader.client.venue_ms(), abs=10_000)


async def test_a_change_of_the_account_asks_for_a_poll(exchange: DemoServer, reader: AccountReader) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=0.5))
        await until(lambda: heard.events)


async def test_a_new_position_is_subscribed_to_and_a_closed_one_is_not_any_more(
    exchange: DemoServer, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await exchange.obey(OpenPosition(account="Main", symbol="LINKUSDT", side="long", size=10.0))
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=1.0))
        await reader.read(NONE_KNOWN, 0)
        await until(lambda: "LINK/USDT:USDT" in heard.symbols())
        heard.marks.clear()
        await until(lambda: heard.marks)
        assert "ETH/USDT:USDT" not in heard.symbols()


@pytest.mark.parametrize("kind", ["ws_close", "ws_abort"])
async def test_dropped_streams_come_back(exchange: DemoServer, reader: AccountReader, kind: str) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await fault(exchange, kind=kind)
        heard.marks.clear()
        await until(lambda: heard.marks)
        await until(live(reader))


async def test_a_stream_that_only_answers_pings_is_dialled_anew(
    exchange: DemoServer, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SILENT_FACTOR", 0.25)  # 1.5 s
    async with listening(reader):
        await until(live(reader))
        opened = _handshakes(exchange)
        await fault(exchange, kind="ws_pong_only")
        await until(lambda: _handshakes(exchange) > opened)


async def test_an_account_stream_that_keeps_a_change_back_is_suspect_at_once_and_dialled_anew(
    exchange: DemoServer, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(untold, "GRACE_S", 0.1)

    async def poll() -> None:
        reader.untold.polled(await reader.read(NONE_KNOWN, 0), began := asyncio.get_running_loop().time(), began)

    async with listening(reader) as heard:
        await until(live(reader))
        await poll()
        opened, seen = _handshakes(exchange, "/private"), heard.events
        await fault(exchange, kind="ws_pong_only", path="/private")
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=0.5))
        await poll()
        await until(lambda: reader.untold.doubt == "ETH/USDT:USDT")
        assert heard.events > seen  # a poll carries it on
        assert not reader.streamed
        await until(lambda: _handshakes(exchange, "/private") > opened)


async def test_a_change_that_the_account_stream_told_leaves_it_alone(
    exchange: DemoServer, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(untold, "GRACE_S", 100.0)
    loop = asyncio.get_running_loop()
    async with listening(reader) as heard:
        await until(live(reader))
        reader.untold.polled(await reader.read(NONE_KNOWN, 0), loop.time(), loop.time())
        seen = heard.events
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=0.5))
        reader.untold.polled(await reader.read(NONE_KNOWN, 0), loop.time(), loop.time())
        await until(lambda: heard.events > seen)
    assert not reader.untold.is_doubted(-1.0, loop.time() + 1_000)


async def test_a_stream_with_data_is_left_alone(
    exchange: DemoServer, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SILENT_FACTOR", 0.25)  # 1.5 s
    async with listening(reader) as heard:
        await until(lambda: len(heard.marks) >= 3)
    assert _handshakes(exchange) == 1


async def test_the_word_that_the_listen_key_expired_is_enough(exchange: DemoServer, reader: AccountReader) -> None:
    async with listening(reader):
        await until(live(reader))
        ccxt = reader.client.exchange
        socket = next(client for url, client in ccxt.clients.items() if "private" in url)
        ccxt.handle_message(socket, {"e": "listenKeyExpired", "E": 1, "listenKey": "x"})
        await until(lambda: _handshakes(exchange, "/private") == 2)


def _handshakes(exchange: DemoServer, path: str = "/market") -> int:
    return sum(entry.method == "WS-OPEN" and path in entry.path for entry in exchange.log.entries)


async def test_an_expired_listen_key_is_replaced(exchange: DemoServer, reader: AccountReader) -> None:
    async with listening(reader) as heard:
        await until(live(reader))
        await exchange.obey(ExpireListenKeys())
        await until(lambda: heard.events)
        await until(lambda: reader.streams["account"] != "live")
        await until(live(reader))
        seen = heard.events
        await exchange.obey(Reduce(account="Main", symbol="ETHUSDT", side="short", fraction=0.5))
        await until(lambda: heard.events > seen)


async def test_a_venue_without_streams_never_raises(exchange: DemoServer, reader: AccountReader) -> None:
    await fault(exchange, kind="status", status=503, path="/fapi/v1/listenKey")
    await fault(exchange, kind="status", status=503, path="/market")
    async with listening(reader):
        await until(lambda: len(reader.streams) == 2)
        await until(lambda: "cannot serve" in reader.streams["account"])
        await until(lambda: "broke" in reader.streams["marks"])


async def test_an_account_without_positions_has_no_marks_and_is_well(exchange: DemoServer) -> None:
    async with reader_of(exchange, "Empty") as empty:
        await empty.read(NONE_KNOWN, 0)
        async with listening(empty):
            await until(live(empty))
        assert _handshakes(exchange) == 0


async def test_only_subscriptions_leave(exchange: DemoServer, reader: AccountReader) -> None:
    async with listening(reader):
        await until(live(reader))
    assert exchange.log.writes() == []
    assert reader.client.exchange.watcher.violations == []
