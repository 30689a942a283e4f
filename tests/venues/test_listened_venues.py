"""The streams of Gate, KuCoin, Bitget, Deribit and Kraken Futures, in their documented words, over real sockets."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.feeds.watch_account import AccountWatch
from monitor.settings import AccountConfig
from monitor.venues import streams, untold
from monitor.venues.fetch import AccountReader
from monitor.venues.krakenfutures_streams import KrakenStreams
from monitor.venues.news import News
from tests.venues.listening import listening, until
from tests.venues.served import Served, reader_at, served
from tests.venues.stream_faces import (
    KEYS,
    STREAM_FACES,
    TOKENS,
    StreamFace,
    deribit_portfolio,
    kraken_balances,
    kraken_positions,
    kucoin_answers,
    kucoin_wallet,
)

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()
GARBAGE: tuple[Any, ...] = (
    "<html>busy</html>",
    "",
    "pong",
    "{",
    None,
    7,
    [],
    [[1]],
    {},
    {"event": {}, "channel": [], "topic": {}, "type": [], "feed": [], "method": 1, "id": []},
    {"channel": "futures.tickers", "event": "update", "result": [None, {"contract": [], "mark_price": {}}]},
    {"type": "message", "topic": "/contract/positionAll", "data": []},
    {"arg": {"channel": ["ticker"]}, "data": [{}]},
    {"method": "subscription", "params": {"channel": "ticker.x", "data": {"instrument_name": {}}}},
    {"feed": "open_positions", "positions": [{"instrument": {}, "balance": []}, 1]},
    {"feed": "ticker", "product_id": "PF_LTCUSD", "markPrice": [], "time": "soon"},
)


@pytest.fixture(params=sorted(STREAM_FACES))
def face(request: pytest.FixtureRequest) -> StreamFace:
    return STREAM_FACES[str(request.param)]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "BACK_OFF_S", (0.05,))
    monkeypatch.setattr(streams, "LOOK_S", 0.05)
    monkeypatch.setattr(streams, "QUIET_S", 1e6)  # else quiet marks ask for a poll, and hide what does not
    monkeypatch.setattr(streams, "SILENT_FACTOR", 1e6)  # and silent ones are dialled anew, on a slow machine
    monkeypatch.setattr(streams, "SIGN_IN_S", 100.0)


@contextlib.asynccontextmanager
async def speaking(face: StreamFace) -> AsyncIterator[Served]:
    """A server with the venue's answers by REST and by stream."""
    answers = {} if face.venue == "kucoinfutures" else face.answers()
    async with served(answers) as server:
        if face.venue == "kucoinfutures":
            server.answers = kucoin_answers(lambda: server)
        server.speak = face.speak
        yield server


@pytest.fixture
async def server(face: StreamFace) -> AsyncIterator[Served]:
    async with speaking(face) as running:
        yield running


@pytest.fixture
async def reader(face: StreamFace, server: Served) -> AsyncIterator[AccountReader]:
    async with reader_at(server, face.venue, KEYS) as opened:
        await opened.read(NONE_KNOWN, 0)
        yield opened


def account_live(reader: AccountReader) -> bool:
    return reader.streams.get("account") == "live"


async def test_the_marks_of_what_is_held_arrive_and_only_listening_leaves(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    reader.client.exchange.streaming = {**reader.client.exchange.streaming, "keepAlive": 100}  # many pings of ccxt's
    async with listening(reader) as heard:
        await until(lambda: account_live(reader) and server.sockets.get(face.marks_at))
        await until(lambda: any("ticker" in text or "instrument:" in text for _, text in server.frames))
        await server.tell(face.marks_at, face.mark)
        await until(lambda: heard.marks)
        assert heard.marks[0] == face.marked
        await asyncio.sleep(0.3)
    assert reader.client.exchange.watcher.violations == []
    told = " ".join(text for _, text in server.frames)
    assert KEYS.secret not in told
    writes = [what for method, what in server.requests if method != "GET" and "bullet" not in what]
    assert writes == []


async def test_each_event_asks_for_a_poll_and_a_word_that_says_nothing_new_does_not(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(lambda: account_live(reader) and server.sockets.get(face.account_at))
        before = heard.events
        for number, event in enumerate(face.events, start=1):
            for word in face.quiet:
                await server.tell(face.account_at, word)
            await server.tell(face.account_at, event)
            await until(lambda number=number: heard.events >= before + number)
            assert heard.events == before + number


@contextlib.asynccontextmanager
async def watched(face: StreamFace, server: Served) -> AsyncIterator[AccountWatch]:
    """An account that is read when a stream asks for it, and never by its timer."""
    config = AccountConfig(
        id="main", venue=face.venue, base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
    )
    watch = AccountWatch(
        config,
        KEYS,
        SystemClock(),
        cadence_s=lambda: 3_600.0,
        known=lambda: NONE_KNOWN,
        changed=lambda: None,
    )
    task = asyncio.create_task(watch.run())
    try:
        await until(lambda: watch.reader is not None and account_live(watch.reader))
        await until(lambda: server.sockets.get(face.account_at))
        yield watch
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_an_event_is_read_by_rest_at_once_without_any_timer(face: StreamFace, server: Served) -> None:
    async with watched(face, server) as watch:
        for event in face.events[:2]:
            before = server.requests.count(("GET", face.positions))
            await server.tell(face.account_at, event)
            await until(lambda before=before: server.requests.count(("GET", face.positions)) > before)
        assert watch.account.trouble is None


async def test_a_burst_of_300_events_is_few_reads_and_the_truth(server_of_deribit: Served) -> None:
    face, server = STREAM_FACES["deribit"], server_of_deribit
    async with watched(face, server) as watch:
        before = server.requests.count(("GET", face.positions))
        rows = face.answers()[face.positions]
        rows["result"][0] |= {"size": 90.0, "size_currency": 0.012}
        server.answers[face.positions] = rows
        for _ in range(300):
            await server.tell(face.account_at, face.events[0])
        await until(lambda: [one.contracts for one in watch.account.positions] == [9])
        assert server.requests.count(("GET", face.positions)) - before < 30


@pytest.fixture
async def server_of_deribit() -> AsyncIterator[Served]:
    async with speaking(STREAM_FACES["deribit"]) as running:
        yield running


async def test_dropped_streams_are_dialled_and_signed_in_anew_and_a_poll_reads_what_was_missed(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(lambda: all_live_or_quiet(reader, server, face))
        dialled, events = len(server.dialled), heard.events
        server.drop()
        await until(lambda: len(server.dialled) >= dialled + 2 and account_live(reader))
        await until(lambda: heard.events > events)
        seen = heard.events
        await server.tell(face.account_at, face.events[0])
        await until(lambda: heard.events > seen)


def all_live_or_quiet(reader: AccountReader, server: Served, face: StreamFace) -> bool:
    return account_live(reader) and bool(server.sockets.get(face.marks_at))


async def test_a_peer_that_only_answers_pings_is_dialled_anew(
    face: StreamFace, server: Served, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SILENT_FACTOR", 0.5 / 15.0)
    async with listening(reader):
        await until(lambda: all_live_or_quiet(reader, server, face))
        dialled = len(server.dialled)
        server.mute = True
        await until(lambda: len(server.dialled) > dialled)


async def test_a_peer_that_keeps_a_change_back_is_suspect_at_once_and_dialled_anew(
    server_of_deribit: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(untold, "GRACE_S", 0.1)
    face, server = STREAM_FACES["deribit"], server_of_deribit
    async with watched(face, server) as watch:
        (held,) = watch.account.positions
        asked = server.requests.count(("GET", face.positions))
        for more in (
            1,
            2,
            3,
        ):  # what is asked for and answered while the stream is live is what the next is held against
            watch.poke()
            await until(lambda more=more: server.requests.count(("GET", face.positions)) >= asked + more)
        dialled = server.dialled.count(face.account_at)
        server.mute = True
        rows = face.answers()[face.positions]
        rows["result"][0] |= {"size": 90.0, "size_currency": 0.012}
        server.answers[face.positions] = rows
        watch.poke()
        await until(lambda: watch.account.untold == held.symbol)
        assert watch.account.trouble is None
        await until(lambda: server.dialled.count(face.account_at) > dialled)
        server.mute = False
        server.drop()  # what was dialled meanwhile has had no answer
        await until(lambda: watch.reader is not None and account_live(watch.reader))
        await until(lambda: server.sockets.get(face.account_at))
        await server.tell(face.account_at, face.events[0])
        await until(lambda: watch.account.untold == "")


async def test_a_refused_sign_in_is_told_and_the_marks_go_on(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    def refuse(path: str, frame: Any) -> list[Any]:
        public = any(word in json.dumps(frame) for word in ("ticker", "instrument:", "ping"))
        return face.speak(path, frame) if public else [face.refusal]

    server.speak = refuse
    async with listening(reader) as heard:
        await until(lambda: "refuses the account's own stream" in reader.streams.get("account", ""))
        assert not reader.streamed
        await until(lambda: server.sockets.get(face.marks_at))
        await until(lambda: any("ticker" in text or "instrument:" in text for _, text in server.frames))
        while not heard.marks:
            await server.tell(face.marks_at, face.mark)
            await asyncio.sleep(0.05)
    assert heard.marks[0] == face.marked


async def test_a_sign_in_that_is_not_answered_is_given_up(
    face: StreamFace, server: Served, reader: AccountReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "SIGN_IN_S", 0.2)
    server.mute = True
    async with listening(reader):
        await until(lambda: "does not answer the sign-in" in reader.streams.get("account", ""))


async def test_garbage_is_passed_over_and_the_next_event_is_heard(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    async with listening(reader) as heard:
        await until(lambda: all_live_or_quiet(reader, server, face))
        dialled = len(server.dialled)
        for word in GARBAGE:
            for path in {face.account_at, face.marks_at}:
                await server.tell(path, word)
        events = heard.events
        await server.tell(face.account_at, face.events[0])
        await until(lambda: heard.events > events)
        await server.tell(face.marks_at, face.mark)
        await until(lambda: heard.marks)
        assert heard.marks[0] == face.marked
        assert len(server.dialled) == dialled


async def test_a_closed_contract_is_not_subscribed_to_any_more(
    face: StreamFace, server: Served, reader: AccountReader
) -> None:
    async with listening(reader):
        await until(lambda: all_live_or_quiet(reader, server, face))
        await until(lambda: any("ticker" in text or "instrument:" in text for _, text in server.frames))
        assert not any("unsubscribe" in text for _, text in server.frames)
        reader.reading.held = frozenset()
        await until(lambda: any("unsubscribe" in text for _, text in server.frames))


# ------------------------------------------------------------------ what is one venue's own


@contextlib.asynccontextmanager
async def heard_at(name: str) -> AsyncIterator[tuple[Served, AccountReader, Any]]:
    face = STREAM_FACES[name]
    async with speaking(face) as server, reader_at(server, face.venue, KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        async with listening(reader) as heard:
            await until(lambda: all_live_or_quiet(reader, server, face))
            yield server, reader, heard


async def test_kucoins_expired_token_is_replaced_by_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async with heard_at("kucoinfutures") as (server, reader, heard):
        assert any("token=token-1" in where for where in server.dialled)
        monkeypatch.setitem(TOKENS, "private", "token-2")
        await server.tell("/", {"id": "1", "type": "error", "code": 401, "data": "token is expired"})
        await until(lambda: any("token=token-2" in where for where in server.dialled))
        await until(lambda: account_live(reader))
        events = heard.events
        await server.tell("/", STREAM_FACES["kucoinfutures"].events[0])
        await until(lambda: heard.events > events)


async def test_kucoins_stream_at_a_strange_address_is_not_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    face = STREAM_FACES["kucoinfutures"]
    async with speaking(face) as server, reader_at(server, face.venue, KEYS) as reader:
        place = {"endpoint": "wss://push.example.org/", "pingInterval": 18000}
        elsewhere = {"code": "200000", "data": {"token": "t", "instanceServers": [place]}}
        server.answers |= {"/api/v1/bullet-private": elsewhere, "/api/v1/bullet-public": elsewhere}
        await reader.read(NONE_KNOWN, 0)
        async with listening(reader):
            await until(lambda: "push.example.org" in reader.streams.get("account", ""))
            await until(lambda: "push.example.org" in reader.streams.get("marks", ""))
        assert server.dialled == []


async def test_kucoins_wallet_is_an_event_when_money_moves_and_none_when_profit_does() -> None:
    async with heard_at("kucoinfutures") as (server, _, heard):
        for word, events in (
            (kucoin_wallet("49.4", "0.1"), 1),
            (kucoin_wallet("49.4", "0.7"), 1),
            (kucoin_wallet("60.0", "0.7"), 2),
        ):
            await server.tell("/", word)
            await server.tell("/", STREAM_FACES["kucoinfutures"].mark)
            await until(lambda: heard.marks)
            await until(lambda events=events: heard.events == events)
            heard.marks.clear()


async def test_deribits_changed_balance_is_an_event() -> None:
    async with heard_at("deribit") as (server, _, heard):
        for word in (deribit_portfolio(1.5, 1.6), deribit_portfolio(1.5, 1.7)):
            await server.tell("/ws/api/v2", word)
        await server.tell("/ws/api/v2", deribit_portfolio(1.2, 1.7))
        await until(lambda: heard.events)
        assert heard.events == 1


async def test_deribit_is_asked_for_reading_alone_and_a_key_without_it_is_refused() -> None:
    face = STREAM_FACES["deribit"]

    def speak(path: str, frame: Any) -> list[Any]:
        (answer,) = face.speak(path, frame)
        return [{**answer, "result": []}] if frame["method"] == "private/subscribe" else [answer]

    async with speaking(face) as server, reader_at(server, "deribit", KEYS) as reader:
        server.speak = speak
        await reader.read(NONE_KNOWN, 0)
        async with listening(reader):
            await until(lambda: "refuses the account's own stream" in reader.streams.get("account", ""))
        (sign_in, *_) = [json.loads(text) for _, text in server.frames if "public/auth" in text]
        assert sign_in["params"]["scope"] == "account:read trade:read"


async def test_krakens_changed_size_and_changed_balance_are_events() -> None:
    async with heard_at("krakenfutures") as (server, _, heard):
        for word in (kraken_positions(0.1, 68.6), kraken_balances(5.0, 8.9), kraken_positions(0.1, 69.6)):
            await server.tell("/ws/v1", word)
        await server.tell("/ws/v1", kraken_positions(0.2, 69.6))
        await until(lambda: heard.events == 1)
        await server.tell("/ws/v1", kraken_balances(6.0, 8.9))
        await until(lambda: heard.events == 2)


async def test_krakens_signature_is_the_documented_one() -> None:
    """Source: Kraken, "Derivatives WebSocket", "Sign challenge", read 2026-11."""
    secret = "7zxMEF5p/Z8l2p2U7Ghv6x14Af+Fx+92tPgUdVQ748FOIrEoT9bgT+bTRfXc5pz8na+hL/QdrCVG7bh9KpT0eMTm"
    async with served({}) as server, reader_at(server, "krakenfutures", Secrets(api_key="k", secret=secret)) as reader:
        own = reader.reading.streams
        assert isinstance(own, KrakenStreams)
        own.take_event({"event": "challenge", "message": "c100b894-1729-464d-ace1-52dbce11db42"})
        signed = {frame["signed_challenge"] for frame in own.signed_in_frames()}
    assert signed == {"4JEpF3ix66GA2B+ooK128Ift4XQVtc137N9yeg4Kqsn9PI0Kpzbysl9M1IeCEdjg0zl00wkVqcsnG4bmnlMb3A=="}


async def test_gate_listens_to_the_wallets_that_the_user_has() -> None:
    face = STREAM_FACES["gate"]
    async with speaking(face) as server, reader_at(server, "gate", KEYS) as reader:
        for name in ("accounts", "positions"):
            server.answers[f"/api/v4/futures/btc/{name}"] = server.answers["/api/v4/delivery/usdt/positions"]
        await reader.read(NONE_KNOWN, 0)
        async with listening(reader):
            await until(lambda: account_live(reader) and reader.streams.get("account 2") == "live")
        assert not any("/btc" in where for where in server.dialled)


def test_the_first_message_of_a_feed_is_no_news_and_a_new_thing_in_it_is() -> None:
    news = News()
    assert not news.in_feed("positions", {"BTC": 1})
    assert not news.in_feed("positions", {"BTC": 1})
    assert news.in_feed("positions", {"ETH": 2})
    assert not news.in_feed("positions", {"BTC": 1, "ETH": 2})
    assert news.in_feed("positions", {"BTC": 3})
    assert not news.in_feed("balances", {"BTC": 5})
