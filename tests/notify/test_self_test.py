"""The self-test: it passes where all links work, and names each one that is broken. And the ping that is earned."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from monitor import settings_file
from monitor.clock import SystemClock
from monitor.credentials import ChannelSecrets
from monitor.demo import control
from monitor.errors import HistoryError
from monitor.history.history import History
from monitor.messages import CheckLine, Heartbeat, RunSelfTest, Shown
from monitor.notify import self_test
from monitor.notify.dead_man import DeadMan, Facts, withheld
from monitor.notify.self_test import AGAIN_MS, EVERY_MS, FIRST_AFTER_MS, alone, due_ms, verdict
from monitor.settings import AlertSettings, ChannelConfig, Settings
from tests.notify.services import Services, serving
from tests.notify.test_delivery import guarding

DAY = 24 * 3_600_000


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    async with serving() as found:
        yield found


async def run(services: Services, folder: Path) -> dict[str, bool | None]:
    async def recall(_name: str) -> ChannelSecrets:
        return ChannelSecrets({"topic": "my-topic"})

    chosen = Settings(channels=(ChannelConfig(name="phone", kind="ntfy", server=services.url),))
    result = await alone(chosen, folder, SystemClock(), recall)
    assert result.ok == all(line.ok is not False for line in result.lines)
    return {line.what: line.ok for line in result.lines}


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "DEADLINE_S", 1.5)
    monkeypatch.setattr("monitor.notify.desktop._unavailable", lambda: "There is no D-Bus session here.")


async def test_a_chain_that_works_passes_and_rings_nowhere(services: Services, tmp_path: Path) -> None:
    found = await run(services, tmp_path)
    assert found == {"Read": True, "Risk": True, "Alarm": True, "Outbox": True, "desktop": None, "phone": True}
    ((_, fields, _),) = services.taken
    assert "TEST" in fields["title"]
    assert fields["priority"] == 2


async def test_broken_reading_is_named(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "_FILE", {"version": 1, "accounts": [{"id": "TEST"}]})
    assert (await run(services, tmp_path))["Read"] is False


async def test_a_risk_that_finds_no_distance_is_named(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = self_test._FILE["accounts"][0]  # type: ignore[index]
    rich = {**account, "collateral": [{"currency": "USDT", "wallet_balance": "900000"}]}  # type: ignore[dict-item]
    monkeypatch.setattr(self_test, "_FILE", {**self_test._FILE, "accounts": [rich]})
    assert (await run(services, tmp_path))["Risk"] is False


async def test_a_machine_that_raises_nothing_is_named(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.alerts.lifecycle._level", lambda *_: 0)
    assert (await run(services, tmp_path))["Alarm"] is False


async def test_a_database_that_takes_nothing_is_named(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise HistoryError("The disk is full.")

    monkeypatch.setattr(History, "append", refuse)
    found = await run(services, tmp_path)
    assert found["Outbox"] is False
    assert found["phone"] is True


@pytest.mark.parametrize("fault", ["500", "silence", "error body"])
async def test_a_channel_that_fails_is_named(services: Services, tmp_path: Path, fault: str) -> None:
    services.fault = fault
    assert (await run(services, tmp_path))["phone"] is False


async def test_in_the_engine_the_result_is_published_and_a_failure_is_an_alarm(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.engine.watchdog.DEADLINE_S", 1.5)
    async with guarding(tmp_path, services, alerts=AlertSettings()) as bench:
        await bench.until(bench.all_read)
        bench.engine.handle(RunSelfTest())
        await bench.until(lambda: bench.update.self_test is not None)
        assert bench.update.self_test is not None
        assert bench.update.self_test.ok
        assert [line.what for line in bench.update.self_test.lines][-1] == "phone1"
        assert not any(event.kind == "selftest" and event.notify for event in bench.events)
        services.fault = "500"
        bench.engine.handle(RunSelfTest())
        await bench.until(lambda: any(event.kind == "selftest_failed" and event.notify for event in bench.events))
        failed = next(event for event in bench.events if event.kind == "selftest_failed")
    assert failed.level == 2
    assert "phone1" in failed.text


def test_it_is_due_once_a_day_soon_after_the_first_start_and_sooner_after_a_failure() -> None:
    well = verdict((CheckLine(ok=True, what="x", detail=""),), 5 * DAY)
    broken = verdict((CheckLine(ok=False, what="x", detail=""),), 5 * DAY)
    assert due_ms(None, None, 1_000) == 1_000 + FIRST_AFTER_MS
    assert due_ms(5 * DAY, None, 5 * DAY + 7) == 5 * DAY + EVERY_MS
    assert due_ms(1, None, 5 * DAY) == 5 * DAY + FIRST_AFTER_MS
    assert due_ms(None, well, 0) == 6 * DAY
    assert due_ms(1, broken, 0) == 5 * DAY + AGAIN_MS


# ---------------------------------------------------------------- the dead-man's ping

WELL: dict[str, Any] = {"evaluated_ms": 100_000, "self_test_ms": 90_000, "self_test_needed": True}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"evaluated_ms": 90_000}, "judged"),
        ({"blind_accounts": ("Main",)}, "Main"),
        ({"oldest_critical_ms": 39_999}, "CRITICAL"),
        ({"peer_answers": False}, "window"),
        ({"self_test_ms": None}, "test"),
        ({"self_test_ms": 100_000 - 26 * 3_600_000}, "test"),
    ],
)
async def test_what_has_not_earned_a_ping_gets_none(change: dict[str, Any], word: str, services: Services) -> None:
    async def recall(_name: str) -> ChannelSecrets:
        return ChannelSecrets({"url": f"{services.url}/ping"})

    assert withheld(Facts(**WELL), 100_000) == ""
    man = DeadMan(lambda: Facts(**{**WELL, **change}), recall, lambda: 100_000)
    assert word in await man.once()
    assert services.asked == 0


async def test_what_has_earned_it_is_pinged_and_a_failed_ping_is_tried_again(services: Services) -> None:
    async def recall(_name: str) -> ChannelSecrets:
        return ChannelSecrets({"url": f"{services.url}/1/receipts/ping.json"})

    man = DeadMan(lambda: Facts(**WELL), recall, lambda: 100_000)
    assert await man.once() == "Pinged."
    services.fault = "500"
    assert "status 500" in await man.once()
    assert services.asked == 4


async def test_an_account_that_is_not_read_costs_the_ping_until_somebody_has_been_told(
    services: Services, tmp_path: Path
) -> None:
    calm = AlertSettings(desktop_notifications=False)
    async with guarding(tmp_path, services, alerts=calm) as bench:
        await bench.until(bench.all_read)
        await bench.server.obey(control.InjectFault(kind="status"))
        async with asyncio.timeout(60):
            while not bench.engine.watchdog.facts().blind_accounts:
                bench.engine.handle(Heartbeat(visible=True))
                await asyncio.sleep(0.5)
            while bench.engine.watchdog.facts().blind_accounts:
                told = tuple(event.id for event in bench.events if event.notify)
                bench.engine.handle(Shown(event_ids=told, at_ms=bench.update.now_ms))
                await asyncio.sleep(0.5)


async def test_a_changed_list_of_channels_is_used_without_a_restart(services: Services, tmp_path: Path) -> None:
    async with guarding(
        tmp_path, services, count=0, alerts=AlertSettings(), channel_secrets={"late": {"topic": "t"}}
    ) as bench:
        await bench.until(bench.all_read)
        late = ChannelConfig(name="late", kind="ntfy", server=services.url)
        settings_file.save(tmp_path / "engine" / "settings.json", Settings(channels=(late,)))
        await bench.until(lambda: "late" in bench.engine.reach.teller.health())
        bench.engine.handle(RunSelfTest())
        await services.until(1)
