"""Promises about silence, the network and the clocks, kept by the real engine on the loopback exchange with faults.

Which test keeps which promise stands in tests/README.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.demo import control
from monitor.messages import AlertPreview, ChangeAlerts, PreviewAlerts, SettingsChanged, Shelve
from monitor.settings import LADDERS, AlertSettings, PriceAlert
from monitor.settings_file import load
from tests.engine_bench import Bench, MovedClock, running


def heard(bench: Bench, kind: str) -> list[int]:
    return [event.level for event in bench.events if event.kind == kind and event.notify]


@pytest.mark.parametrize("kind", ["empty", "object", "array", "null", "truncated_json", "envelope"])
async def test_garbage_is_a_suspicion_and_clears_nothing(tmp_path: Path, kind: str) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        count = len(bench.update.positions)
        said = len(bench.events)
        await bench.server.obey(control.InjectFault(kind=kind, path="/fapi/v3/positionRisk"))  # type: ignore[arg-type]
        await bench.until(lambda: bool(heard(bench, "suspect")))
        assert len(bench.update.positions) == count
        assert not [
            event for event in bench.events[said:] if event.reason.startswith(("cleared", "closed", "improved"))
        ]


async def test_a_redirect_is_not_followed_and_is_a_suspicion(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        count = len(bench.update.positions)
        await bench.server.obey(control.InjectFault(kind="redirect", url="http://127.0.0.2:9/"))
        await bench.until(lambda: bool(heard(bench, "suspect")))
        assert len(bench.update.positions) == count


@pytest.mark.parametrize("kind", ["silence", "drip"])
async def test_a_venue_that_never_answers_whole_is_stale_and_fresh_again_afterwards(tmp_path: Path, kind: str) -> None:
    clock = MovedClock()
    async with running(tmp_path, clock=clock) as bench:
        await bench.until(bench.all_read)
        await bench.server.obey(control.InjectFault(kind=kind))  # type: ignore[arg-type]
        seq = bench.update.seq
        await bench.until(lambda: bench.update.seq > seq + 2)
        clock.moved_ms = 12_000  # less than a sleep: the engine goes on looking
        await bench.until(lambda: len(heard(bench, "stale")) >= len(bench.update.accounts), seconds=40.0)
        assert not any(event.reason.startswith("cleared") for event in bench.events if event.family == "RISK")
        await bench.server.obey(control.ClearFaults())
        await bench.until(lambda: all(account.feed == "live" for account in bench.update.accounts), seconds=40.0)


async def test_after_eight_hours_of_sleep_all_is_stale_at_once_and_then_read_anew(tmp_path: Path) -> None:
    clock = MovedClock()
    async with running(tmp_path, clock=clock) as bench:
        await bench.until(bench.all_read)
        await bench.until(lambda: bench.update.seq > 3)
        clock.moved_ms = 8 * 3_600_000
        await bench.until(lambda: any(event.kind == "slept" for event in bench.events))
        first = next(event for event in bench.events if event.kind == "slept")
        assert "8 h 00 min" in first.title
        blind = {
            event.account_id for event in bench.events if event.kind == "stale" and event.at_ms <= first.at_ms + 2_000
        }
        assert blind  # all that were not read again in that very moment
        await bench.until(lambda: all(account.feed == "live" for account in bench.update.accounts))


@pytest.mark.parametrize(("skew_ms", "levels"), [(500, []), (2_000, [1]), (10_000, [2])])
async def test_a_wrong_clock_is_told_by_how_wrong_it_is(tmp_path: Path, skew_ms: int, levels: list[int]) -> None:
    async with running(tmp_path) as bench:
        await bench.server.obey(control.InjectFault(kind="clock_skew", skew_ms=skew_ms))
        for watch in bench.engine.accounts.watches.values():
            assert watch.reader is None or watch.reader.resync() is None
        await bench.until(bench.all_read)
        await bench.until(lambda: bench.update.seq > 5 and len(set(heard(bench, "clock"))) >= len(levels))
        assert sorted(set(heard(bench, "clock"))) == levels
        told = [event for event in bench.events if event.kind == "clock" and event.notify]
        assert len(told) == len(levels)  # one for the computer, not one for each account
        assert all("This computer's clock" in event.title and "s slow" in event.title for event in told)


async def test_rules_can_be_tried_before_they_are_saved(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        bench.engine.handle(PreviewAlerts(request_id=7, alerts=AlertSettings(liquidation_distance=LADDERS["Scalp"])))
        await bench.until(lambda: any(isinstance(message, AlertPreview) for message in bench.said))
        found = next(message for message in bench.said if isinstance(message, AlertPreview))
        assert (found.request_id, found.error) == (7, "")
        lines = {line.position_key for line in found.now if line.kind == "liquidation_distance"}
        assert len(lines) == len(bench.update.positions) - 1  # the two legs of the hedge have one
        assert found.instants >= 1
        broken = AlertSettings(quiet_kinds=("liquidation_distance",))
        bench.engine.handle(PreviewAlerts(request_id=8, alerts=broken))
        await bench.until(lambda: any(isinstance(one, AlertPreview) and one.request_id == 8 for one in bench.said))
        assert next(one for one in bench.said if isinstance(one, AlertPreview) and one.request_id == 8).error


async def test_a_price_alert_on_a_symbol_that_is_not_held_is_heard_once_and_stays_done(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        held = {row.symbol for row in bench.update.positions if row.account_id == "Main"}
        symbol = next(name for name in ("ADA/USDT:USDT", "LTC/USDT:USDT", "XRP/USDT:USDT") if name not in held)
        alert = PriceAlert(id="a", symbol=symbol, account_id="Main", when="above", price=1e-6)
        bench.engine.handle(ChangeAlerts(alerts=AlertSettings(price_alerts=(alert,))))
        await bench.until(lambda: heard(bench, "price") == [1])
        await bench.until(lambda: any(isinstance(one, SettingsChanged) and _fired(one) for one in bench.said))
        saved, _ = load(bench.engine.present.settings_path)
        assert saved.alerts.price_alerts[0].fired_ms is not None
        assert next(event for event in bench.events if event.kind == "price").text.startswith("The mark price is")


def _fired(message: SettingsChanged) -> bool:
    return any(alert.fired_ms for alert in message.alerts.price_alerts)


async def test_a_shelf_is_kept_on_disk_and_in_the_journal(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(lambda: bench.all_read() and bool(bench.update.alerts))
        key = bench.update.alerts[0].key
        bench.engine.handle(Shelve(key=key, seconds=10**9))
        await bench.until(lambda: any(event.kind == "shelf" for event in bench.events))
        shelf = load(bench.engine.present.settings_path)[0].alerts.shelved[0]
        assert (shelf.key, shelf.until_ms - shelf.since_ms) == (key, 24 * 3_600_000)
