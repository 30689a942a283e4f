"""What is asked when a known position is missing from an answer, or smaller: how it ended, where its mark is now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from monitor.errors import RateLimitError, VenueError
from monitor.model import Closing, Deleveraging, Ending, Liquidation, Position, PositionKey, Side
from monitor.venues.kept import side_by_side
from monitor.venues.venue import Client

SEARCHES_AT_ONCE, SEARCH_EVERY_MS = 4, 10_000
CUT_MS = 60_000  # so long after a position has become smaller its venue is asked how
SAME = 1e-9  # of the size
ONE_BY_ONE = 6  # symbols in one read, where each needs a request of its own: the account itself comes first

Ended = Callable[[Sequence[str]], Awaitable[Iterable[Ending]]]
"""Asks a venue how positions of these unified symbols ended; an answer may hold others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the venue said about positions that are missing, or smaller."""

    liquidations: tuple[Liquidation, ...] = ()
    deleveragings: tuple[Deleveraging, ...] = ()
    closings: tuple[Closing, ...] = ()
    marks: tuple[tuple[str, float], ...] = ()  # (unified symbol, mark price): judged until it is proven closed


class Vanished:
    """Asks for missing positions: their marks each time, how they ended at once for some reads, then less often.

    Of those that became smaller, which is mostly the user's own doing, it asks less often. The search for records is
    dear (at Binance it weighs 25), a mark is one small public answer. When a pool is liquidated many positions vanish
    at once.
    """

    def __init__(
        self,
        client: Client,
        listed: Callable[[str], bool],
        *,
        mark: Callable[[str], Awaitable[float | None]],
        ended: Ended | None = None,
        each: Callable[[str], Awaitable[Iterable[Ending]]] | None = None,
    ) -> None:
        """Take what asks the venue about unified symbols that are listed, by the venue's clock.

        Args:
            mark: the newest mark of one. ended: the records of several; where there is no such call, `each`: of one.
        """
        self._client = client
        self._listed = listed
        self._ended = ended or _one_by_one(each)
        self._at_once = None if each is None else ONE_BY_ONE
        self._mark = mark
        self._searches: dict[str, _Search] = {}
        self._sizes: dict[tuple[str, Side], float] = {}  # contracts, by the newest answer
        self._cut_ms: dict[str, int] = {}  # when a position of a symbol became smaller
        self._now_ms = 0

    def note(self, positions: Iterable[Position]) -> None:
        """Take the positions of the newest answer: how those that became smaller were closed is asked for next."""
        sizes: dict[tuple[str, Side], float] = {}
        for position in positions:
            place = (position.symbol, position.side)
            sizes[place] = sizes.get(place, 0.0) + position.contracts
        for place, size in sizes.items():
            if size < self._sizes.get(place, 0.0) * (1.0 - SAME):
                self._cut_ms[place[0]] = self._now_ms
        self._sizes = sizes

    async def find(self, known: frozenset[PositionKey], here: Iterable[tuple[str, Side]], now_ms: int) -> Found:
        """Return records and marks of the known positions that are not among (unified symbol, side) `here`."""
        self._now_ms = now_ms
        wanted = [symbol for symbol in missing_symbols(known, here) if self._listed(symbol)]
        self._cut_ms = {symbol: at_ms for symbol, at_ms in self._cut_ms.items() if now_ms - at_ms <= CUT_MS}
        cut = [symbol for symbol in self._cut_ms if symbol not in wanted and self._listed(symbol)]
        self._searches = {symbol: self._searches.get(symbol, _Search()) for symbol in (*wanted, *cut)}
        _, marks = await side_by_side(
            self._search(now_ms, cut), side_by_side(*(self._mark_of(symbol) for symbol in wanted))
        )
        found = [one for search in self._searches.values() for one in search.found]
        return Found(
            liquidations=tuple(one for one in found if isinstance(one, Liquidation)),
            deleveragings=tuple(one for one in found if isinstance(one, Deleveraging)),
            closings=tuple(one for one in found if isinstance(one, Closing)),
            marks=tuple((symbol, mark) for symbol, mark in zip(wanted, marks, strict=True) if mark is not None),
        )

    async def _search(self, now_ms: int, cut: Sequence[str]) -> None:
        """Ask for what is due: the missing, those first that were asked for least, then a few of the smaller."""
        offset_ms = self._client.offset_ms  # times are moved to our clock, by which positions were first seen
        missing = [symbol for symbol in self._searches if symbol not in cut]
        due = [symbol for symbol in missing if self._searches[symbol].is_due(now_ms, SEARCHES_AT_ONCE)]
        due.sort(key=lambda symbol: self._searches[symbol].asked)
        smaller = [symbol for symbol in cut if self._searches[symbol].is_due(now_ms, 1)]
        due = [*due, *smaller[:ONE_BY_ONE]][: self._at_once]
        if not due:
            return
        found = [replace(one, at_ms=one.at_ms - offset_ms) for one in await self._ended(due)]
        for symbol in due:
            search = self._searches[symbol]
            search.asked, search.asked_ms = search.asked + 1, now_ms
            search.found = tuple(one for one in found if one.symbol == symbol)

    async def _mark_of(self, symbol: str) -> float | None:
        """Return a mark; None where it cannot be read: the position is then judged at the last one that is known."""
        try:
            return await self._mark(symbol)
        except RateLimitError:
            raise
        except VenueError:
            return None


@dataclass(slots=True)
class _Search:
    """The search for how the positions of one symbol ended."""

    asked: int = 0
    asked_ms: int = 0
    found: tuple[Ending, ...] = ()

    def is_due(self, now_ms: int, at_once: int) -> bool:
        """Whether the venue is to be asked again, `at_once` times without a pause."""
        return self.asked < at_once or now_ms - self.asked_ms >= SEARCH_EVERY_MS


def _one_by_one(read: Callable[[str], Awaitable[Iterable[Ending]]] | None) -> Ended:
    """A search that asks for each symbol by itself."""

    async def ended(symbols: Sequence[str]) -> list[Ending]:
        assert read is not None
        return [one for batch in await side_by_side(*(_listed(read(symbol)) for symbol in symbols)) for one in batch]

    return ended


async def _listed(answer: Awaitable[Iterable[Ending]]) -> list[Ending]:
    return list(await answer)


def missing_symbols(known: frozenset[PositionKey], here: Iterable[tuple[str, Side]]) -> list[str]:
    """Return the unified symbols of positions that we know and that are not there any more."""
    held = frozenset(here)  # a frozenset is taken as it is
    return sorted({symbol for _, symbol, side, _ in known if (symbol, side) not in held})
