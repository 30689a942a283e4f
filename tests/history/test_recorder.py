"""A database in trouble holds back no warning, and loses nothing that memory still has."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from monitor.history.history import History
from monitor.history.recorder import RETRY_MS, SAID_FOR_MS, Recorder
from monitor.journal import Delivery
from tests.notify.build import delivery, event, record


async def tell(recorder: Recorder, number: int, now_ms: int, deliveries: tuple[Delivery, ...] = ()) -> bool:
    return await recorder.record(
        now_ms,
        inputs=None,
        events=(event(id=number, at_s=now_ms / 1000),),
        alarms={"a": record(title=str(number))},
        chases={},
        deliveries=deliveries,
    )


def stored(path: Path) -> tuple[list[int], str]:
    history = History.read_only(path)
    found = [one.id for one in history.events()], history.alarms()[0].title
    history.close()
    return found


async def test_a_tick_is_on_disk_when_record_returns(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "h.sqlite3")
    await recorder.open(0)
    assert await tell(recorder, 1, 1_000, (delivery(),))
    assert stored(tmp_path / "h.sqlite3") == ([1], "1")
    await recorder.close()


async def test_a_folder_that_cannot_be_written_is_said_and_stored_later(tmp_path: Path) -> None:
    blocked = tmp_path / "h.sqlite3"
    blocked.mkdir()
    recorder = Recorder(blocked)
    found = await recorder.open(0)
    assert "h.sqlite3" in found.note
    assert not await tell(recorder, found.next_event_id, 1_000)
    assert "from memory" in recorder.trouble(1_000)
    blocked.rmdir()
    assert await tell(recorder, found.next_event_id + 1, RETRY_MS + 2_000)
    assert stored(blocked)[0] == [found.next_event_id, found.next_event_id + 1]
    assert recorder.trouble(RETRY_MS + 2_000 + SAID_FOR_MS) == ""
    await recorder.close()


async def test_a_database_that_is_removed_is_begun_anew_with_what_stands(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    recorder = Recorder(path)
    await recorder.open(0)
    await tell(recorder, 1, 1_000)
    for name in os.listdir(tmp_path):
        (tmp_path / name).unlink()
    assert not await tell(recorder, 2, 2_000)
    assert "removed" in recorder.trouble(2_000)
    assert await tell(recorder, 3, 3_000)
    assert stored(path) == ([2, 3], "3")
    await recorder.close()


async def test_a_database_that_is_overwritten_with_garbage_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    recorder = Recorder(path)
    await recorder.open(0)
    await tell(recorder, 1, 1_000)
    with open(path, "r+b") as file:  # noqa: ASYNC230
        file.write(os.urandom(os.path.getsize(path)))  # noqa: ASYNC240
    os.truncate(f"{path}-wal", 0)
    assert not await tell(recorder, 2, 2_000)
    assert "overwritten" in recorder.trouble(2_000)
    assert await tell(recorder, 3, 3_000)
    await recorder.close()
    again = Recorder(path)
    found = await again.open(20_000)
    assert [one.id for one in found.events] == [2, 3]
    assert found.alarms[0].title == "3"
    assert "h.sqlite3.damaged-1" in os.listdir(tmp_path)
    await again.close()


async def test_a_database_that_hangs_is_waited_for_once_and_then_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.history.recorder.DEADLINE_S", 0.2)
    path = tmp_path / "h.sqlite3"
    recorder = Recorder(path)
    await recorder.open(0)
    free = threading.Event()
    recorder._thread.submit(free.wait, 30)
    assert not await tell(recorder, 1, 1_000)
    assert "does not answer" in recorder.trouble(1_000)
    assert not await tell(recorder, 2, 2_000)
    free.set()
    assert recorder._working is not None
    await recorder._working
    assert await tell(recorder, 3, 3_000)
    assert stored(path)[0] == [1, 2, 3]
    await recorder.close()


async def test_what_could_not_be_noted_goes_with_the_next_tick(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    path.mkdir()
    recorder = Recorder(path)
    await recorder.open(0)
    await recorder.note((msgspec.structs.replace(delivery(), state="delivered"),), 1_000)
    assert recorder.is_behind
    path.rmdir()
    await tell(recorder, 1, RETRY_MS + 1_000)
    history = History.read_only(path)
    assert [one.state for one in history.deliveries(1)] == ["delivered"]
    history.close()
    await recorder.close()


@contextlib.contextmanager
def no_room() -> Iterator[None]:
    """No file may grow any more: what is written fails, what is read does not."""
    import resource  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of file sizes")
async def test_a_disk_without_room_costs_no_database_and_what_was_told_is_stored_when_there_is_room_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "h.sqlite3"
    recorder = Recorder(path)
    await recorder.open(0)
    assert await tell(recorder, 1, 1_000)
    with no_room():
        assert not await tell(recorder, 2, 2_000)  # it cannot be written
        assert not await tell(recorder, 3, 3_000)  # it cannot be opened
        assert "from memory" in recorder.trouble(3_000)
        found = await Recorder(path).open(4_000)  # nor by the next engine
        assert (found.alarms, "from memory" in found.note) == ((), True)
    assert await tell(recorder, 4, 3_000 + RETRY_MS)
    assert stored(path) == ([1, 2, 3, 4], "4")
    assert not any("damaged" in name for name in os.listdir(tmp_path))
    await recorder.close()


async def test_a_database_that_somebody_else_holds_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.history.database.BUSY_S", 0.1)
    path = tmp_path / "h.sqlite3"
    first = Recorder(path)
    await first.open(0)
    await tell(first, 1, 1_000)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    second = Recorder(path)
    assert "locked" in (await second.open(2_000)).note
    other.close()
    assert not await tell(second, 2, 2_000 + RETRY_MS)  # what it holds is taken up first
    assert second.take_late() is not None
    assert await tell(second, 2, 2_001 + RETRY_MS)
    assert stored(path) == ([1, 2], "2")
    await first.close()
    await second.close()


async def test_a_database_that_hangs_at_the_start_is_taken_up_when_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.history.recorder.START_DEADLINE_S", 0.1)
    path = tmp_path / "h.sqlite3"
    before = Recorder(path)
    await before.open(0)
    await tell(before, 1, 1_000)
    await before.close()
    recorder, free = Recorder(path), threading.Event()
    recorder._thread.submit(free.wait, 30)
    found = await recorder.open(2_000)
    assert (found.alarms, "does not answer" in found.note) == ((), True)
    assert not await recorder.record(3_000, inputs=None, events=(), alarms={}, chases={}, deliveries=())
    free.set()
    assert recorder._working is not None
    await recorder._working
    assert not await recorder.record(4_000, inputs=None, events=(), alarms={}, chases={}, deliveries=())
    late = recorder.take_late()
    assert late is not None
    assert [alarm.title for alarm in late.alarms] == ["1"]
    assert stored(path) == ([1], "1")  # nobody had looked at it
    assert recorder.take_late() is None
    assert await recorder.record(5_000, inputs=None, events=(), alarms={}, chases={}, deliveries=())
    history = History.read_only(path)
    assert history.alarms() == ()  # what no longer stands is not restored by the next engine
    history.close()
    await recorder.close()
