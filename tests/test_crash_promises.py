"""Crashes at the worst moments: between record and telling, between telling and note, in a power cut."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import msgspec

from monitor.clock import SystemClock
from monitor.credentials import ChannelSecrets
from monitor.history.history import History
from monitor.history.recorder import Recorder
from monitor.journal import Delivery
from monitor.notify.channels import RemoteChannel
from monitor.notify.routing import in_turn
from monitor.notify.telling import Teller
from monitor.settings import ChannelConfig
from tests.notify.build import delivery, event, record
from tests.notify.services import Services, serving

COUNT = 100


def queued(path: Path) -> None:
    """What an engine leaves that was killed between the commit and the first sending, a hundred times."""
    history, _ = History.open(path)
    for number in range(1, COUNT + 1):
        told = event(f"k{number}", id=number)
        way = delivery(f"k{number}", channel="hook", event_id=number)
        history.append(number, inputs=None, events=(told,), alarms={told.key: record(told.key)}, deliveries=(way,))
    history.close()


async def carry_on(path: Path, services: Services, *, until: int, note: bool = True) -> None:
    """Start anew on what the last engine left, until so many messages were taken."""

    async def recall(_name: str) -> ChannelSecrets:
        return ChannelSecrets({"url": f"{services.url}/hook"})

    recorder = Recorder(path)
    found = await recorder.open(0)

    async def keep(deliveries: tuple[Delivery, ...]) -> None:
        if note:
            await recorder.note(deliveries, 0)

    teller = Teller(SystemClock(), keep, lambda _key: None)
    await teller.use({"hook": RemoteChannel(ChannelConfig(name="hook", kind="webhook"), recall)}, in_turn(()))
    teller.take_up(found.chases, found.undelivered, found.unconfirmed)
    await services.until(until)
    await teller.settle(20.0)
    await teller.close()
    await recorder.close()


def arrived(services: Services) -> Counter[int]:
    return Counter(number for _, fields, _ in services.taken for number in fields["event_ids"])


async def test_what_was_recorded_and_not_sent_is_sent_once_after_the_restart(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    queued(path)
    async with serving() as services:
        await carry_on(path, services, until=1)
        assert arrived(services) == dict.fromkeys(range(1, COUNT + 1), 1)
    history, _ = History.open(path)
    assert history.undelivered() == ()
    history.close()


async def test_what_was_sent_and_not_noted_comes_once_more_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite3"
    queued(path)
    async with serving() as services:
        await carry_on(path, services, until=1, note=False)  # killed before it could be noted
        await carry_on(path, services, until=2)
        assert arrived(services) == dict.fromkeys(range(1, COUNT + 1), 2)
        last = len(services.taken)
        history, _ = History.open(path)
        assert history.undelivered() == ()
        history.close()
        assert len(services.taken) == last


def test_a_power_cut_at_any_point_leaves_a_whole_journal_up_to_some_tick(tmp_path: Path) -> None:
    """The write-ahead log is cut after every page and in the middle of pages, as a lost write would leave it."""
    path = tmp_path / "h.sqlite3"
    history, _ = History.open(path)
    checkpointed = sqlite3.connect(path)
    checkpointed.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    checkpointed.close()
    for number in range(1, 21):
        told = event("k", id=number)
        way = delivery("k", event_id=number, step=number)
        alarm = msgspec.structs.replace(record("k"), title=str(number))
        history.append(number, inputs=b"x" * 900, events=(told,), alarms={"k": alarm}, deliveries=(way,))
    log = path.with_name("h.sqlite3-wal").read_bytes()
    page = 4096 + 24
    cuts = [0, 1, 31, *range(32, len(log) + 1, page), *range(32 + page // 2, len(log), 3 * page), len(log)]
    seen: set[int] = set()
    for turn, cut in enumerate(cuts):
        copy = tmp_path / f"{turn}" / "h.sqlite3"
        copy.parent.mkdir()
        shutil.copy(path, copy)
        copy.with_name("h.sqlite3-wal").write_bytes(log[:cut])
        again, note = History.open(copy)
        lines = again.journal()
        assert note == ""
        assert [line.event.id for line in lines] == list(range(1, len(lines) + 1))
        assert all(len(line.deliveries) == 1 for line in lines)
        assert again.last_tick_ms() == (len(lines) or None)
        assert [one.title for one in again.alarms()] == ([str(len(lines))] if lines else [])
        again.close()
        seen.add(len(lines))
    history.close()
    assert seen == set(range(21))
