"""From a price that falls to a message on the phone: the engine on the embedded exchange, with real channels."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from monitor.history.history import History
from monitor.messages import Acknowledge, JournalLine, Shown, TestAlarm
from monitor.notify import outbox, routing
from monitor.settings import AlertSettings, ChannelConfig, Settings, Thresholds
from tests.engine_bench import Bench, engine_on, running
from tests.notify.services import Services, serving

SECRETS = {"topic": "my-topic", "token": "token-123456", "user": "user-123456"}
WIDE = AlertSettings(
    liquidation_distance=Thresholds(warning=0.99, danger=0.98, critical=0.97),
    desktop_notifications=False,
    combine=False,
)  # everything is CRITICAL at once


@contextlib.asynccontextmanager
async def guarding(
    folder: Path,
    services: Services,
    *,
    kind: str = "ntfy",
    count: int = 1,
    alerts: AlertSettings = WIDE,
    **options: Any,
) -> AsyncIterator[Bench]:
    """A world, and an engine on it with so many channels."""
    names = [f"phone{number}" for number in range(1, count + 1)]
    channels = tuple(ChannelConfig(name=name, kind=kind, server=services.url) for name in names)  # type: ignore[arg-type]
    async with (
        running(folder / "unused") as world,
        engine_on(
            world.server,
            folder / "engine",
            settings=Settings(alerts=alerts, channels=channels),
            **{"channel_secrets": dict.fromkeys(names, SECRETS), **options},
        ) as bench,
    ):
        yield bench


def journal(folder: Path) -> list[JournalLine]:
    history = History.read_only(folder / "engine" / "history.sqlite3")
    lines = list(history.journal())
    history.close()
    return lines


async def test_a_critical_alarm_reaches_the_phone_and_the_journal_says_so(tmp_path: Path) -> None:
    async with serving() as services, guarding(tmp_path, services) as bench:
        await services.until(1)
        await bench.until(lambda: not bench.engine.waiting())
    assert "CRITICAL" in services.titles()[0]
    told = [one for line in journal(tmp_path) for one in line.deliveries if one.channel == "phone1"]
    assert {one.state for one in told} == {"delivered"}
    assert all(line.inputs_hash for line in journal(tmp_path) if line.deliveries)


async def test_what_the_window_shows_has_its_receipt_in_the_journal(tmp_path: Path) -> None:
    async with serving() as services, guarding(tmp_path, services) as bench:
        await bench.until(lambda: any(event.notify for event in bench.events))
        shown = next(event for event in bench.events if event.notify)
        bench.engine.handle(Shown(event_ids=(shown.id,), at_ms=bench.update.now_ms))
        await bench.until(lambda seq=bench.update.seq: bench.update.seq > seq + 2)  # type: ignore[misc]
    states = {line.event.id: {one.channel: one.state for one in line.deliveries} for line in journal(tmp_path)}
    assert states[shown.id]["window"] == "delivered"
    assert any(told.get("window") == "queued" for told in states.values())


async def test_a_channel_that_fails_for_a_minute_is_an_alarm_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "DOWN_AFTER_MS", 1_500)
    async with serving() as services:
        services.fault = "500"
        async with guarding(tmp_path, services) as bench:
            await bench.until(lambda: any(event.kind == "channel_down" and event.notify for event in bench.events))
            down = next(event for event in bench.events if event.kind == "channel_down")
            services.fault = ""
            await services.until(1)
            await bench.until(lambda: not any(a.kind == "channel_down" and a.level for a in bench.update.alerts))
    assert (down.level, down.title) == (2, "Alarms do not get through phone1")


async def test_an_alarm_that_nobody_acknowledges_reaches_the_next_channel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routing, "STEPS_S", (0.0, 2.0, 3.0))
    async with serving() as services, guarding(tmp_path, services, count=3) as bench:
        await bench.until(lambda: any("not acknowledged for 3 s" in event.reason for event in bench.events))
    channels = {one.channel for line in journal(tmp_path) for one in line.deliveries}
    assert channels >= {"phone1", "phone2", "phone3"}


async def test_acknowledged_on_the_phone_is_acknowledged_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "RECEIPT_EVERY_S", 0.05)
    async with serving() as services, guarding(tmp_path, services, kind="pushover") as bench:
        await services.until(1)
        await bench.until(lambda: not bench.engine.waiting())
        services.acknowledged = {f"receipt{number}": 1_700_000_000 for number in range(20)}
        await bench.until(lambda: any(alert.phase == "acknowledged" for alert in bench.update.alerts))


async def test_a_test_alarm_is_marked_so_on_every_channel(tmp_path: Path) -> None:
    async with serving() as services, guarding(tmp_path, services, count=3, alerts=AlertSettings()) as bench:
        await bench.until(bench.all_read)
        bench.engine.handle(TestAlarm(level=3))
        while sum("TEST" in title for title in services.titles()) < 3:
            await services.until(len(services.taken) + 1)
        key = next(alert.key for alert in bench.update.alerts if alert.kind == "test")
        bench.engine.handle(Acknowledge(key=key))
        await bench.until(lambda: not any(alert.kind == "test" for alert in bench.update.alerts))


async def test_what_was_queued_when_the_engine_ended_is_sent_by_the_next(tmp_path: Path) -> None:
    async with serving() as services:
        services.fault = "500"
        async with guarding(tmp_path, services) as bench:
            await bench.until(lambda: bool(bench.engine.waiting()))
        services.fault = ""
        ids = {one.event_id for line in journal(tmp_path) for one in line.deliveries if one.channel == "phone1"}
        async with guarding(tmp_path, services, fresh=False) as bench:
            await services.until(1)
            await bench.until(lambda: not bench.engine.waiting())
    states = {
        one.event_id: one.state for line in journal(tmp_path) for one in line.deliveries if one.channel == "phone1"
    }
    assert ids
    assert {states[number] for number in ids} == {"delivered"}
