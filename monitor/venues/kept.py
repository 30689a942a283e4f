"""Answers that stay good for a while, and calls that run side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from monitor.errors import RateLimitError, VenueError
from monitor.language import tr

T = TypeVar("T")

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
RETRY_MS = 10_000


@dataclass(slots=True)
class Store:
    """What is held of one answer; a public one is held once for all accounts at a host."""

    value: Any = None
    read_ms: int | None = None
    due_ms: int = 0
    error: VenueError | None = None  # of the newest attempt
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class Kept(Generic[T]):
    """A slow-changing answer: read again when due; a failed renewal keeps the old one until it is too old."""

    def __init__(
        self, read: Callable[[], Awaitable[T]], *, every_ms: int, good_ms: int, store: Store | None = None
    ) -> None:
        self._read = read
        self._every_ms = every_ms
        self._good_ms = good_ms
        self._store = Store() if store is None else store

    @property
    def error(self) -> VenueError | None:
        """What the newest attempt failed with."""
        return self._store.error

    async def get(self, now_ms: int) -> T | None:
        """Return the answer, renewed where due; None where it is unknown or too old to be believed.

        While another account asks for the same, an old answer is given at once: who hangs delays nobody else.

        Raises:
            RateLimitError: the venue asks for a pause.
        """
        if self.is_due(now_ms) and not (self._store.asking.locked() and self.newest(now_ms) is not None):
            async with self._store.asking:
                if self.is_due(now_ms):
                    await self._renew(now_ms)
        return self.newest(now_ms)

    def is_due(self, now_ms: int) -> bool:
        """Whether `get` would ask."""
        return now_ms >= self._store.due_ms

    def newest(self, now_ms: int) -> T | None:
        """Return what is held, without asking."""
        held = self._store
        return None if held.read_ms is None or now_ms - held.read_ms > self._good_ms else held.value

    async def need(self, now_ms: int) -> T:
        """Return the answer, or raise what stood in its way.

        Raises:
            VenueError: it was never read, or is too old.
        """
        if self.newest(now_ms) is None:
            self._store.due_ms = 0  # without it nothing can be read: no waiting
        value = await self.get(now_ms)
        if value is None:
            raise self.error or VenueError(tr("An answer is missing."))
        return value

    async def need_new(self, now_ms: int) -> T:
        """Return the answer asked anew, by us or by another account meanwhile; raises as `need` does."""
        self.forget()
        async with self._store.asking:
            if self.is_due(now_ms):
                await self._renew(now_ms)
        return await self.need(now_ms)

    async def need_young(self, now_ms: int, most_ms: int) -> T:
        """Return the answer where it is at most so old, else asked anew; raises as `need` does."""
        held = self._store
        if held.read_ms is not None and held.value is not None and now_ms - held.read_ms <= most_ms:
            return cast(T, held.value)
        return await self.need_new(now_ms)

    def forget(self) -> None:
        """Ask again at the next `get`; until then the old answer stands."""
        self._store.due_ms = 0

    def drop(self) -> None:
        """Know nothing any more."""
        self._store.due_ms, self._store.read_ms, self._store.value, self._store.error = 0, None, None, None

    async def _renew(self, now_ms: int) -> None:
        held = self._store
        try:
            held.value = await self._read()
        except RateLimitError:
            raise
        except VenueError as error:
            held.error = error
            held.due_ms = now_ms + min(RETRY_MS, self._every_ms)
        else:
            held.error = None
            held.read_ms, held.due_ms = now_ms, now_ms + self._every_ms


class KeptEach(Generic[T]):
    """A slow-changing answer of each held symbol, asked for a few symbols at a time: venues limit such calls."""

    def __init__(
        self,
        read: Callable[[str], Awaitable[T]],
        *,
        every_ms: int,
        good_ms: int,
        at_once: int,
        store: Callable[[str], Store] | None = None,
    ) -> None:
        self._read = read
        self._every_ms = every_ms
        self._good_ms = good_ms
        self._at_once = at_once
        self._store = store or (lambda _: Store())
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

    def drop(self) -> None:
        """Know nothing any more."""
        self._kept = {}

    def _keep(self, symbol: str) -> Kept[T]:
        return Kept(
            lambda: self._read(symbol), every_ms=self._every_ms, good_ms=self._good_ms, store=self._store(symbol)
        )


def side_by_side(*calls: Coroutine[Any, Any, Any] | Together) -> Together:
    """Run calls at once, when awaited, and return their results; the first failure ends the others and is raised."""
    return Together(calls)


class Together:
    """Calls that begin when they are awaited; where that never happens, because the read has ended, they are let go."""

    def __init__(self, calls: tuple[Coroutine[Any, Any, Any] | Together, ...]) -> None:
        self._calls = calls

    def __await__(self) -> Generator[Any, None, tuple[Any, ...]]:
        calls, self._calls = self._calls, ()
        return _together(calls).__await__()

    def close(self) -> None:
        """Let go of calls that have not begun."""
        calls, self._calls = self._calls, ()
        for call in calls:
            call.close()

    def __del__(self) -> None:
        self.close()


async def _together(calls: tuple[Coroutine[Any, Any, Any] | Together, ...]) -> tuple[Any, ...]:
    tasks = [asyncio.ensure_future(call) for call in calls]
    try:
        return tuple(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
