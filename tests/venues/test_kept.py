"""Answers that stay good for a while."""

from __future__ import annotations

import asyncio
import gc
import warnings

import pytest

from monitor.errors import RateLimitError, VenueDownError
from monitor.venues.kept import Kept, Store, side_by_side


class Source:
    """Answers 1, 2, 3, …, or fails when told to."""

    def __init__(self) -> None:
        self.asked = 0
        self.error: Exception | None = None

    async def read(self) -> int:
        self.asked += 1
        if self.error is not None:
            raise self.error
        return self.asked


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def kept(source: Source) -> Kept[int]:
    return Kept(source.read, every_ms=60_000, good_ms=300_000)


async def test_it_is_read_again_only_when_due(kept: Kept[int]) -> None:
    assert [await kept.get(at_ms) for at_ms in (0, 59_999, 60_000)] == [1, 1, 2]


async def test_a_failed_renewal_keeps_the_old_answer_until_it_is_too_old(kept: Kept[int], source: Source) -> None:
    await kept.get(0)
    source.error = VenueDownError("down")
    assert await kept.get(60_000) == 1
    assert await kept.get(300_000) == 1
    assert await kept.get(300_001) is None


async def test_what_was_never_read_is_unknown(kept: Kept[int], source: Source) -> None:
    source.error = VenueDownError("down")
    assert await kept.get(0) is None


async def test_what_is_needed_and_not_there_raises_what_stood_in_its_way(kept: Kept[int], source: Source) -> None:
    source.error = VenueDownError("down")
    with pytest.raises(VenueDownError, match="down"):
        await kept.need(0)
    source.error = None
    assert await kept.need(1) == 2


async def test_a_pause_of_the_venue_is_not_swallowed(kept: Kept[int], source: Source) -> None:
    source.error = RateLimitError("pause")
    with pytest.raises(RateLimitError):
        await kept.get(0)


async def test_forgetting_asks_again_and_keeps_the_old_until_then(kept: Kept[int]) -> None:
    await kept.get(0)
    kept.forget()
    assert kept.newest(1) == 1
    assert await kept.get(1) == 2


async def test_the_first_failure_ends_the_other_calls() -> None:
    ended = asyncio.Event()

    async def slow() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async def fails() -> None:
        raise VenueDownError("down")

    with pytest.raises(VenueDownError):
        await side_by_side(slow(), fails())
    assert ended.is_set()


async def test_what_is_public_is_asked_by_one_and_an_old_answer_waits_for_nobody(source: Source) -> None:
    store = Store()
    hanging = asyncio.Event()

    async def hang() -> int:
        await hanging.wait()
        return 99

    slow = Kept(hang, every_ms=1_000, good_ms=300_000, store=store)
    quick = Kept(source.read, every_ms=1_000, good_ms=300_000, store=store)
    assert await quick.get(0) == 1
    renewal = asyncio.create_task(slow.get(2_000))
    await asyncio.sleep(0)
    assert await quick.get(2_000) == 1  # the old one, at once
    assert source.asked == 1
    hanging.set()
    assert await renewal == 99
    assert await quick.get(2_000) == 99


async def test_one_that_was_given_up_holds_back_nobody(source: Source) -> None:
    store = Store()
    stuck = Kept(asyncio.Event().wait, every_ms=1_000, good_ms=300_000, store=store)
    task = asyncio.create_task(stuck.get(0))
    await asyncio.sleep(0)
    waiting = asyncio.create_task(Kept(source.read, every_ms=1_000, good_ms=300_000, store=store).need(0))
    await asyncio.sleep(0)
    task.cancel()
    assert await waiting == 1


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_calls_that_are_cancelled_before_they_begin_are_let_go(steps: int) -> None:
    """A call that is never awaited would warn, and a warning fails a test."""

    async def call() -> int:
        return 1

    async def cancelled() -> None:
        task = asyncio.ensure_future(side_by_side(side_by_side(call(), side_by_side(call())), call()))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        asyncio.run(cancelled())
        gc.collect()
    assert [str(warning.message) for warning in said] == []
