"""What the tests of streams share: who listens, and patience."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from monitor.venues.fetch import AccountReader
from monitor.venues.streams import hints
from monitor.venues.venue import Marks


class Heard:
    """What the streams told."""

    def __init__(self) -> None:
        self.events = 0
        self.marks: list[Marks] = []

    def event(self) -> None:
        self.events += 1

    def symbols(self) -> set[str]:
        return {symbol for marks in self.marks for symbol in marks}


@contextlib.asynccontextmanager
async def listening(reader: AccountReader) -> AsyncIterator[Heard]:
    heard = Heard()
    task = asyncio.create_task(hints(reader, heard.event, heard.marks.append))
    try:
        yield heard
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(true: Callable[[], object]) -> None:
    for _ in range(1_000):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen within twenty seconds")


def live(reader: AccountReader) -> Callable[[], bool]:
    """Whether all streams of this account are alive."""
    return lambda: len(reader.streams) >= 2 and set(reader.streams.values()) == {"live"}
