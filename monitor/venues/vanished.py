"""What is asked when a known position is missing from an answer: how did it end, and where is its mark now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from monitor.errors import RateLimitError, VenueError
from monitor.model import Closing, Ending, Liquidation, PositionKey, Side
from monitor.venues.kept import side_by_side
from monitor.venues.venue import Client

SEARCHES_AT_ONCE, SEARCH_EVERY_MS = 4, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the venue said about positions that are missing."""

    liquidations: tuple[Liquidation, ...] = ()
    closings: tuple[Closing, ...] = ()
    marks: tuple[tuple[str, float], ...] = ()  # (unified symbol, mark price): judged until it is proven closed


class Vanished:
    """Asks for missing positions: their marks each time, how they ended at once for some reads, then less often.

    The search for records is dear (at Binance it weighs 25), a mark is one small public answer.
    """

    def __init__(
        self,
        client: Client,
        listed: Callable[[str], bool],
        *,
        ended: Callable[[str], Awaitable[Iterable[Ending]]],
        mark: Callable[[str], Awaitable[float | None]],
    ) -> None:
        """Take what asks the venue about one unified symbol that is listed: records by its clock, the newest mark."""
        self._client = client
        self._listed = listed
        self._ended = ended
        self._mark = mark
        self._searches: dict[str, _Search] = {}

    async def find(self, known: frozenset[PositionKey], here: Iterable[tuple[str, Side]], now_ms: int) -> Found:
        """Return records and marks of the known positions that are not among (unified symbol, side) `here`."""
        wanted = [symbol for symbol in missing_symbols(known, here) if self._listed(symbol)]
        offset_ms = self._client.offset_ms  # times are moved to our clock, by which positions were first seen
        self._searches = {symbol: self._searches.get(symbol, _Search()) for symbol in wanted}
        batches, marks = await side_by_side(
            side_by_side(*(self._search(symbol, now_ms, offset_ms) for symbol in wanted)),
            side_by_side(*(self._mark_of(symbol) for symbol in wanted)),
        )
        return Found(
            liquidations=tuple(one for batch in batches for one in batch if isinstance(one, Liquidation)),
            closings=tuple(one for batch in batches for one in batch if isinstance(one, Closing)),
            marks=tuple((symbol, mark) for symbol, mark in zip(wanted, marks, strict=True) if mark is not None),
        )

    async def _search(self, symbol: str, now_ms: int, offset_ms: int) -> tuple[Ending, ...]:
        search = self._searches[symbol]
        if search.asked < SEARCHES_AT_ONCE or now_ms - search.asked_ms >= SEARCH_EVERY_MS:
            found = await self._ended(symbol)
            search.asked, search.asked_ms = search.asked + 1, now_ms
            search.found = tuple(replace(one, at_ms=one.at_ms - offset_ms) for one in found)
        return search.found

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


def missing_symbols(known: frozenset[PositionKey], here: Iterable[tuple[str, Side]]) -> list[str]:
    """Return the unified symbols of positions that we know and that are not there any more."""
    held = frozenset(here)  # a frozenset is taken as it is
    return sorted({symbol for _, symbol, side, _ in known if (symbol, side) not in held})
