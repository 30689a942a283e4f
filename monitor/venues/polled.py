"""What a venue answers where nothing is streamed, and what all polled readings share: the search for forced closes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from monitor.errors import VenueError
from monitor.model import Liquidation, PositionKey, Side
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.venue import Client, Marks

T = TypeVar("T")

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
FORCED_AT_ONCE, FORCED_EVERY_MS = 4, 10_000


async def listen_key(client: Client) -> str:
    """Refuse: there is no stream."""
    raise VenueError(f"{client.config.venue} is polled.")


async def keep_listen_key(client: Client) -> None:
    """Do nothing: there is no stream."""


def market_stream_url(exchange: Any) -> str:
    """Return no address: there is no stream."""
    return ""


def account_stream_url(exchange: Any, listen_key: str) -> str:
    """Return no address: there is no stream."""
    return ""


def subscription(topics: Sequence[str], *, on: bool, number: int) -> dict[str, Any]:
    """Return a frame that says nothing: there is no stream."""
    return {}


class Polled:
    """The part of a Reading that answers for streams, where there are none."""

    def mark_topics(self) -> frozenset[str]:
        """Return no topics."""
        return frozenset()

    def read_marks(self, message: Any) -> Marks:
        """Return no marks."""
        return {}

    def take_event(self, message: Any) -> str:
        """Return that nothing is asked for."""
        return ""


def missing_symbols(known: frozenset[PositionKey], here: Iterable[tuple[str, Side]]) -> list[str]:
    """Return the unified symbols of positions that we know and that are not there any more."""
    held = set(here)
    return sorted({symbol for _, symbol, side, _ in known if (symbol, side) not in held})


class KeptEach(Generic[T]):
    """A slow-changing answer of each held symbol, asked for a few symbols at a time: venues limit such calls."""

    def __init__(self, read: Callable[[str], Awaitable[T]], *, every_ms: int, good_ms: int, at_once: int) -> None:
        self._read = read
        self._every_ms = every_ms
        self._good_ms = good_ms
        self._at_once = at_once
        self._kept: dict[str, Kept[T]] = {}

    async def get(self, symbols: Iterable[str], now_ms: int) -> dict[str, T]:
        """Return the answers that are known; a symbol without one is left out, and asked for at one of the next calls.

        Raises:
            RateLimitError: the venue asks for a pause.
        """
        wanted = sorted(set(symbols))
        self._kept = {symbol: self._kept.get(symbol) or self._keep(symbol) for symbol in wanted}
        due = [symbol for symbol in wanted if self._kept[symbol].is_due(now_ms)]
        due.sort(key=lambda symbol: self._kept[symbol].newest(now_ms) is not None)  # those without an answer first
        await side_by_side(*(self._kept[symbol].get(now_ms) for symbol in due[: self._at_once]))
        answers = ((symbol, self._kept[symbol].newest(now_ms)) for symbol in wanted)
        return {symbol: answer for symbol, answer in answers if answer is not None}

    def forget(self) -> None:
        """Ask again at the next calls; until then the old answers stand."""
        for kept in self._kept.values():
            kept.forget()

    def _keep(self, symbol: str) -> Kept[T]:
        return Kept(lambda: self._read(symbol), every_ms=self._every_ms, good_ms=self._good_ms)


class ForcedCloses:
    """Asks for a missing position's forced close: at once for some reads, then less often."""

    def __init__(self, ask: Callable[[str], Awaitable[Iterable[Liquidation]]]) -> None:
        """Take what asks the venue for the records of one unified symbol, timed by the venue's clock."""
        self._ask = ask
        self._searches: dict[str, _Search] = {}

    async def find(self, missing: Iterable[str], now_ms: int, offset_ms: int) -> tuple[Liquidation, ...]:
        """Return the venue's records for these symbols.

        Args:
            offset_ms: the venue's clock minus ours; the times are moved to ours, by which positions were first seen.
        """
        wanted = sorted(set(missing))
        self._searches = {symbol: self._searches.get(symbol, _Search()) for symbol in wanted}
        batches = await side_by_side(*(self._search(symbol, now_ms, offset_ms) for symbol in wanted))
        return tuple(record for batch in batches for record in batch)

    async def _search(self, symbol: str, now_ms: int, offset_ms: int) -> tuple[Liquidation, ...]:
        search = self._searches[symbol]
        if search.asked < FORCED_AT_ONCE or now_ms - search.asked_ms >= FORCED_EVERY_MS:
            found = await self._ask(symbol)
            search.asked, search.asked_ms = search.asked + 1, now_ms
            search.found = tuple(replace(one, at_ms=one.at_ms - offset_ms) for one in found)
        return search.found


@dataclass(slots=True)
class _Search:
    """The search for the forced close of one symbol."""

    asked: int = 0
    asked_ms: int = 0
    found: tuple[Liquidation, ...] = ()
