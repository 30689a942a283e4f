"""What must hold at every served venue: no garbage reads as flat, no secret is told, only reads are sent."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any

import pytest

from monitor.errors import (
    KeyRejectedError,
    MarginwatchError,
    NetworkError,
    RateLimitError,
    ReadOnlyViolationError,
    VenueError,
)
from monitor.venues import VENUES
from monitor.venues.kept import Kept, KeptEach
from tests.venues.faces import FACES, KEYS, KINDS
from tests.venues.served import GARBAGE, Served, reader_at, served

NONE_KNOWN: frozenset[tuple[str, str, str, str]] = frozenset()
ESSENTIAL = [(venue, path) for venue, face in FACES.items() for path in face.essential]


@pytest.mark.parametrize("venue", FACES)
async def test_positions_are_read_and_only_reads_are_sent(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        account = await reader.read(NONE_KNOWN, 0)
        symbols = [position.symbol for position in account.positions]
        await reader.candles(symbols[0], "1h", 2)
        reader.resync()
        await reader.read(frozenset({("main", symbols[0], "nothing", "cross")}), 1_000)
    assert len(symbols) >= 2
    assert account.clock_offset_ms == pytest.approx(0, abs=5_000)
    assert account.latency_ms is not None
    assert account.balance_agrees
    assert reader.client.exchange.watcher.violations == []
    assert {method for method, _ in server.requests} == {"GET"}


@pytest.mark.parametrize("venue", FACES)
async def test_every_answer_is_understood_also_those_that_may_fail(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        account = await reader.read(NONE_KNOWN, 0)
        kept: list[Kept[Any]] = []
        for one in reader.reading._schedule.kept:  # type: ignore[attr-defined]
            kept.extend(one._kept.values() if isinstance(one, KeptEach) else [one])
    assert len(kept) >= 8
    assert [str(one.error) for one in kept if one.error is not None] == []
    for position in account.positions:
        assert None not in (position.stops, position.leverage, position.tick_size, position.lot_size), position.symbol
        assert position.brackets, position.symbol
        assert position.mark_ms


@pytest.mark.parametrize("venue", FACES)
async def test_the_mark_of_a_position_that_vanished_is_read_until_it_is_proven_closed(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        held = (await reader.read(NONE_KNOWN, 0)).positions[0]
        account = await reader.read(frozenset({("main", held.symbol, "nothing", "cross")}), 1_000)
        assert await reader.mark_price(held.symbol) == account.missing_marks[0][1]
        with pytest.raises(VenueError, match="not listed"):
            await reader.mark_price("NOBODY/USDT:USDT")
    ((symbol, mark),) = account.missing_marks
    assert symbol == held.symbol
    assert mark > 0


@pytest.mark.parametrize("venue", FACES)
async def test_what_is_public_is_asked_once_for_all_accounts_at_a_host(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as one:
        await one.read(NONE_KNOWN, 0)
        first, second = len(_listings_asked(server)), reader_at(server, venue, KEYS)
        async with second as other, reader_at(server, venue, KEYS) as third:
            await asyncio.gather(other.read(NONE_KNOWN, 0), third.read(NONE_KNOWN, 0))
    assert first >= 1
    assert len(_listings_asked(server)) == first


def _listings_asked(server: Served) -> list[str]:
    """The requests for what the venue lists."""
    listings = r".*(instruments-info|public/instruments|market/contracts|/contracts|contracts/active)"
    return [what for _, what in server.requests if re.fullmatch(listings, what)]


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize(("venue", "path"), ESSENTIAL)
async def test_garbage_is_never_flat(venue: str, path: str, kind: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        server.garbage[path] = kind
        try:
            account = await reader.read(NONE_KNOWN, 0)
        except VenueError:
            return
    assert not account.balance_agrees  # [] may be a legal answer of one list alone: then the balance tells


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize(("venue", "path"), ESSENTIAL)
async def test_a_good_answer_that_says_nothing_is_never_flat(venue: str, path: str, number: int) -> None:
    answers = {**FACES[venue].answers(), path: FACES[venue].hollow[number]}
    async with served(answers) as server, reader_at(server, venue, KEYS) as reader:
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 0)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("venue", FACES)
async def test_garbage_after_good_answers_is_never_flat(venue: str, kind: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        await reader.read(NONE_KNOWN, 0)
        server.garbage[""] = kind
        with pytest.raises(VenueError):
            await reader.read(NONE_KNOWN, 1_000)


@pytest.mark.parametrize("venue", FACES)
async def test_a_login_page_is_a_matter_of_the_network(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        server.garbage[""] = "html"
        with pytest.raises(NetworkError, match="web page"):
            await reader.read(NONE_KNOWN, 0)


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("venue", FACES)
async def test_no_secret_is_in_any_error_or_log(venue: str, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        server.garbage[""] = kind
        with pytest.raises(MarginwatchError) as caught:
            await reader.read(NONE_KNOWN, 0)
    text = f"{caught.value!r} {caught.value.__cause__!r} {caplog.text}"
    assert not any(secret in text for secret in (KEYS.api_key, KEYS.secret, KEYS.passphrase or ""))


@pytest.mark.parametrize("venue", FACES)
async def test_every_code_of_a_refused_key_is_told_as_such(venue: str) -> None:
    codes = [code for code, kind in VENUES[venue].ERROR_CODES.items() if kind is KeyRejectedError]
    assert codes
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        for code in codes:
            error = reader.client._errors.ExchangeError(f'{venue} {{"code":"{code}","label":"{code}"}}')
            assert isinstance(reader.client.translate(error, "x"), KeyRejectedError), code


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("venue", FACES)
async def test_a_refusal_in_the_venues_words_becomes_the_error_that_says_what_to_do(
    venue: str, kind: type[VenueError]
) -> None:
    face = FACES[venue]
    answers = {**face.answers(), face.essential[0]: face.refusals[kind]}
    async with served(answers) as server, reader_at(server, venue, KEYS) as reader:
        with pytest.raises(VenueError) as caught:
            await reader.read(NONE_KNOWN, 0)
    assert type(caught.value) is kind
    assert caught.value.advice
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("venue", FACES)
async def test_too_many_requests_is_a_pause_whatever_ccxt_calls_it(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        error = reader.client._errors.ExchangeNotAvailable(f"{venue} GET https://host/x 429 Too Many Requests <html>")
        assert isinstance(reader.client.translate(error, "x"), RateLimitError)


@pytest.mark.parametrize("venue", FACES)
async def test_a_value_in_a_path_lets_no_other_path_through(venue: str) -> None:
    async with served(FACES[venue].answers()) as server, reader_at(server, venue, KEYS) as reader:
        exchange = reader.client.exchange
        exchange.open()
        for method, host, pattern in exchange._patterns():
            start = pattern.pattern.partition("(")[0]
            for path in (f"{start}usdt/positions/close/x", f"{start}usdt/..", f"{start}BTC_USDT/x/y", f"/x{start}usdt"):
                with pytest.raises(ReadOnlyViolationError):
                    await exchange.session.request(method, f"http://{host}{path}")
            whole = re.sub(r"\(\?:(\w+).*?\)+", r"\1", pattern.pattern)
            for path in (f"{whole}/orders", f"{whole}x/orders"):
                with pytest.raises(ReadOnlyViolationError):
                    await exchange.session.request(method, f"http://{host}{path}")
    assert server.requests == []
