"""The engine ends when it should, also where a cancellation is swallowed; and not when it should not."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest

from monitor.engine import feeds, present
from monitor.engine.present import end_all
from monitor.history.recorder import Recorder
from tests.engine_bench import running


async def test_a_task_that_swallows_one_cancellation_is_ended_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(present, "CANCEL_AGAIN_S", 0.05)
    swallowed = 0

    async def stubborn() -> None:
        nonlocal swallowed
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                swallowed += 1
                if swallowed == 2:
                    raise

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await end_all([task])
    assert task.cancelled()


async def test_a_cancellation_that_comes_with_the_end_of_a_write_is_not_swallowed(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "history.sqlite3")
    await recorder.open(1_000)

    async def record() -> None:
        await recorder.record(2_000, inputs=b"{}", events=(), alarms={}, chases={}, deliveries=())

    task = asyncio.create_task(record())
    while recorder._working is None:  # noqa: ASYNC110
        await asyncio.sleep(0)
    recorder._working.add_done_callback(lambda _: task.cancel())
    with contextlib.suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
    await recorder.close()


async def test_a_feed_that_fails_is_begun_again_and_ends_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = 0

    async def fail(self: object) -> None:
        nonlocal failed
        failed += 1
        raise KeyError("a surprise")

    monkeypatch.setattr(feeds, "BEGIN_AGAIN_S", 0.05)
    monkeypatch.setattr("monitor.feeds.price_feed.PriceFeed.run", fail)
    async with running(tmp_path) as bench:
        await bench.until(lambda: bench.all_read() and failed >= 2)
        assert not bench.engine.is_ending
