"""What all readings share: answers per symbol, and what is asked when a position is missing."""

from __future__ import annotations

import pytest

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import RateLimitError, VenueDownError, VenueError
from monitor.model import Liquidation
from monitor.settings import AccountConfig
from monitor.venues import VENUES
from monitor.venues.client import VenueClient
from monitor.venues.kept import KeptEach
from monitor.venues.naming import unified_symbol
from monitor.venues.schedule import Schedule
from monitor.venues.vanished import Vanished, missing_symbols
from tests.build import position

HOST = "http://127.0.0.1:9"  # nothing is asked of it


class Source:
    """Answers with the symbol's name, and counts."""

    def __init__(self, *broken: str) -> None:
        self.asked: list[str] = []
        self.broken = broken

    async def read(self, symbol: str) -> str:
        self.asked.append(symbol)
        if symbol in self.broken:
            raise VenueDownError("down")
        return symbol.lower()


def kept(source: Source, at_once: int = 2) -> KeptEach[str]:
    return KeptEach(source.read, every_ms=1_000, good_ms=5_000, at_once=at_once)


async def test_accounts_of_a_venue_share_what_is_public_and_two_venues_behind_one_host_do_not() -> None:
    answers, told = iter(("first", "second")), []

    async def read() -> str:
        return next(answers)

    for venue in ("bybit", "bybit", "okx"):
        config = AccountConfig(id=venue, venue=venue, base_url=HOST, ws_base_url=HOST.replace("http", "ws"))
        secrets = Secrets(api_key="k", secret="s", passphrase="p")
        client = VenueClient.open(config, secrets, SystemClock(), VENUES[venue])
        contracts = Schedule(client).keep(read, every_ms=1_000, good_ms=5_000, public="contracts")
        told.append(await contracts.need(100))
        await client.close()
    assert told == ["first", "first", "second"]


async def test_a_few_symbols_are_asked_at_a_time_and_all_in_the_end() -> None:
    source = Source()
    each = kept(source)
    sizes = [len(await each.get("ABCDE", now_ms)) for now_ms in range(4)]
    assert sizes == [2, 4, 5, 5]
    assert source.asked == ["A", "B", "C", "D", "E"]


async def test_symbols_without_an_answer_come_before_renewals() -> None:
    source = Source()
    each = kept(source)
    await each.get("AB", 0)
    await each.get("ABCD", 2_000)
    assert source.asked == ["A", "B", "C", "D"]


async def test_a_symbol_that_fails_is_left_out_and_holds_nobody_up() -> None:
    source = Source("A")
    each = kept(source, at_once=1)
    found = [await each.get("AB", now_ms) for now_ms in range(2)]
    assert found == [{}, {"B": "b"}]


async def test_an_answer_that_is_too_old_is_not_given_any_more() -> None:
    source = Source()
    each = kept(source)
    await each.get("A", 0)
    source.broken = ("A",)
    assert await each.get("A", 4_000) == {"A": "a"}
    assert await each.get("A", 6_000) == {}


async def test_a_symbol_that_is_no_longer_held_is_forgotten() -> None:
    source = Source()
    each = kept(source)
    await each.get("A", 0)
    await each.get("", 1)
    await each.get("A", 2)
    assert source.asked == ["A", "A"]


class Here:
    """As much of a client as the search needs."""

    offset_ms = 4_000


def vanished(asked: list[str], mark: float | VenueError | None = 7.0) -> Vanished:
    async def forced(symbol: str) -> list[Liquidation]:
        asked.append(symbol)
        return [Liquidation(symbol=symbol, side="long", contracts=1, price=1, at_ms=10_000)]

    async def newest(symbol: str) -> float | None:
        if isinstance(mark, VenueError):
            raise mark
        return mark

    return Vanished(Here(), lambda symbol: symbol != "X", each=forced, mark=newest)  # type: ignore[arg-type]


KNOWN = frozenset({("main", "A", "long", "cross"), ("main", "X", "long", "cross")})


async def test_forced_closes_are_searched_at_once_and_then_less_often_and_timed_by_our_clock() -> None:
    asked: list[str] = []
    search = vanished(asked)
    for second in range(30):
        found = await search.find(KNOWN, [], second * 1_000)
    assert [one.at_ms for one in found.liquidations] == [6_000]
    assert asked == ["A"] * 6  # four at once, then every ten seconds; what is not listed is never asked


async def test_of_many_symbols_a_few_are_asked_for_in_each_read_and_those_first_that_were_asked_for_least() -> None:
    asked: list[str] = []
    search = vanished(asked)
    known = frozenset(("main", name, "long", "cross") for name in "ABCDEFGHI")
    found = [await search.find(known, [], second * 1_000) for second in range(2)]
    assert asked == list("ABCDEF" + "GHIABC")
    assert [{one.symbol for one in each.liquidations} for each in found] == [{*"ABCDEF"}, {*"ABCDEFGHI"}]


async def test_a_missing_position_is_followed_by_its_mark() -> None:
    assert (await vanished([]).find(KNOWN, [], 0)).marks == (("A", 7.0),)
    assert (await vanished([]).find(KNOWN, [("A", "long")], 0)).marks == ()


async def test_a_mark_that_cannot_be_read_is_unknown_and_stops_nothing_but_a_pause_does() -> None:
    assert (await vanished([], VenueDownError("down")).find(KNOWN, [], 0)).marks == ()
    with pytest.raises(RateLimitError):
        await vanished([], RateLimitError("pause")).find(KNOWN, [], 0)


async def test_how_a_position_became_smaller_is_asked_for_a_minute_and_its_mark_is_not() -> None:
    asked: list[str] = []
    search = vanished(asked)
    here = [("A", "long"), ("X", "long")]
    for second in range(90):
        found = await search.find(KNOWN, here, second * 1_000)
        search.note([position(symbol=name, contracts=1.0 if second < 5 else 0.6) for name in "AX"])
        if second == 6:
            assert ([one.symbol for one in found.liquidations], found.marks) == (["A"], ())
    assert asked == ["A"] * 6  # at once, then every ten seconds
    assert found.liquidations == ()


async def test_a_position_that_grows_or_stays_is_not_asked_about() -> None:
    asked: list[str] = []
    search = vanished(asked)
    for size in (1.0, 1.0, 2.0, 2.0):
        await search.find(KNOWN, [("A", "long"), ("X", "long")], 0)
        search.note([position(symbol="A", contracts=size)])
    assert asked == []


def test_a_position_is_missing_by_symbol_and_side() -> None:
    known = frozenset({("main", "A", "long", "cross"), ("main", "A", "short", "cross"), ("main", "B", "long", "cross")})
    assert missing_symbols(known, [("A", "long"), ("B", "long")]) == ["A"]


def test_a_dated_contract_is_named_by_its_last_day() -> None:
    assert unified_symbol("BTC", "USD", "BTC", 1_798_185_600_000) == "BTC/USD:BTC-261225"
    assert unified_symbol("BTC", "USDT", "USDT") == "BTC/USDT:USDT"
