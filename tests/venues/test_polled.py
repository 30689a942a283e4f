"""What all polled venues share: answers per symbol, and the search for forced closes."""

from __future__ import annotations

from monitor.errors import VenueDownError
from monitor.model import Liquidation
from monitor.venues.naming import unified_symbol
from monitor.venues.polled import ForcedCloses, KeptEach, missing_symbols


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


async def test_forced_closes_are_searched_at_once_and_then_less_often_and_timed_by_our_clock() -> None:
    asked: list[int] = []

    async def ask(symbol: str) -> list[Liquidation]:
        asked.append(1)
        return [Liquidation(symbol=symbol, side="long", contracts=1, price=1, at_ms=10_000)]

    forced = ForcedCloses(ask)
    for second in range(30):
        (record,) = await forced.find(["A"], second * 1_000, 4_000)
    assert record.at_ms == 6_000
    assert len(asked) == 6  # four at once, then every ten seconds


def test_a_position_is_missing_by_symbol_and_side() -> None:
    known = frozenset({("main", "A", "long", "cross"), ("main", "A", "short", "cross"), ("main", "B", "long", "cross")})
    assert missing_symbols(known, [("A", "long"), ("B", "long")]) == ["A"]


def test_a_dated_contract_is_named_by_its_last_day() -> None:
    assert unified_symbol("BTC", "USD", "BTC", 1_798_185_600_000) == "BTC/USD:BTC-261225"
    assert unified_symbol("BTC", "USDT", "USDT") == "BTC/USDT:USDT"
