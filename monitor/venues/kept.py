"""Answers that stay good for a while, and calls that run side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Generic, TypeVar

from monitor.errors import RateLimitError, VenueError

T = TypeVar("T")

RETRY_MS = 10_000


class Kept(Generic[T]):
    """A slow-changing answer: read again when due; a failed renewal keeps the old one until it is too old."""

    def __init__(self, read: Callable[[], Awaitable[T]], *, every_ms: int, good_ms: int) -> None:
        self._read = read
        self._every_ms = every_ms
        self._good_ms = good_ms
        self._value: T | None = None
        self._read_ms: int | None = None
        self._due_ms = 0
        self.error: VenueError | None = None  # of the newest attempt

    async def get(self, now_ms: int) -> T | None:
        """Return the answer, renewed where due; None where it is unknown or too old to be believed.

        Raises:
            RateLimitError: the venue asks for a pause.
        """
        if now_ms >= self._due_ms:
            try:
                self._value = await self._read()
            except RateLimitError:
                raise
            except VenueError as error:
                self.error = error
                self._due_ms = now_ms + min(RETRY_MS, self._every_ms)
            else:
                self.error = None
                self._read_ms, self._due_ms = now_ms, now_ms + self._every_ms
        return self.newest(now_ms)

    def is_due(self, now_ms: int) -> bool:
        """Whether `get` would ask."""
        return now_ms >= self._due_ms

    def newest(self, now_ms: int) -> T | None:
        """Return what is held, without asking."""
        if self._read_ms is None or now_ms - self._read_ms > self._good_ms:
            return None
        return self._value

    async def need(self, now_ms: int) -> T:
        """Return the answer, or raise what stood in its way.

        Raises:
            VenueError: it was never read, or is too old.
        """
        if self.newest(now_ms) is None:
            self._due_ms = 0  # without it nothing can be read: no waiting
        value = await self.get(now_ms)
        if value is None:
            raise self.error or VenueError("An answer is missing.")
        return value

    def forget(self) -> None:
        """Ask again at the next `get`; until then the old answer stands."""
        self._due_ms = 0


async def side_by_side(*calls: Coroutine[Any, Any, Any]) -> tuple[Any, ...]:
    """Run calls at once and return their results; the first failure ends the others and is raised."""
    tasks = [asyncio.ensure_future(call) for call in calls]
    try:
        return tuple(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
