"""The whole engine over real sockets: real ccxt, the embedded exchange, real SQLite."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.demo import control
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.history.history import History
from monitor.messages import (
    Acknowledge,
    AskStress,
    ChangeAlerts,
    Focus,
    Heartbeat,
    MuteAll,
    Resync,
    Snooze,
    Stress,
    TestAlarm,
)
from monitor.settings import AlertSettings, Thresholds
from tests.engine_bench import Bench, engine_on, running

# Sizes chosen so that notional crosses tier boundaries between the mark and the liquidation price.
CROSS = AccountSpec(
    label="Cross",
    wallet=400_000.0,
    positions=(
        PositionSpec(symbol="BTCUSDT", side="long", size=22.0, entry=29_500.0),
        PositionSpec(symbol="ETHUSDT", side="short", size=310.0, entry=1_790.0),
        PositionSpec(symbol="SOLUSDT", side="long", size=60_000.0, entry=24.0),
    ),
)
HEDGE = AccountSpec(
    label="Hedge",
    wallet=90_000.0,
    position_mode="hedge",
    positions=(
        PositionSpec(symbol="BTCUSDT", side="long", size=21.0, entry=29_000.0),
        PositionSpec(symbol="BTCUSDT", side="short", size=6.5, entry=28_500.0),
    ),
)
ISOLATED = AccountSpec(
    label="Isolated",
    wallet=1_000.0,
    positions=(
        PositionSpec(
            symbol="BTCUSDT", side="long", size=21.5, entry=29_100.0, margin_mode="isolated", isolated_wallet=80_000.0
        ),
        PositionSpec(
            symbol="DOGEUSDT",
            side="short",
            size=900_000.0,
            entry=0.0742,
            margin_mode="isolated",
            isolated_wallet=9_000.0,
        ),
    ),
)


def key_of(account: str, symbol: str, side: str) -> tuple[str, str, str]:
    return (account, symbol, side)


async def test_our_liquidation_prices_are_the_exchanges_own(tmp_path: Path) -> None:
    async with running(tmp_path, book=(CROSS, HEDGE, ISOLATED)) as bench:
        await bench.server.obey(control.Pause(paused=True))
        await bench.until(bench.all_read)
        await bench.until(lambda: bench.update.seq > 4)
        truth = await bench.server.obey(control.GetTruth())
        assert isinstance(truth, control.Truth)
        searched = {key_of(row.account, row.symbol, row.side): row.liquidation_price for row in truth.positions}
        ours = {
            key_of(row.account_id, row.symbol.split("/")[0] + "USDT", row.side): row.liquidation_price
            for row in bench.update.positions
        }
        crossed = [
            row.symbol
            for row in bench.update.positions
            if row.symbol.startswith("BTC") and row.liquidation_price is not None
            if row.contracts * row.liquidation_price < 600_000 < row.contracts * row.mark_price
        ]
    assert len(ours) == 7
    assert len(crossed) >= 2  # a tier boundary lies between the mark and the liquidation price
    for key, price in searched.items():
        assert price is not None, key
        assert ours[key] == pytest.approx(price, rel=1e-9, abs=0), key


async def test_a_real_crash_is_told_before_the_exchange_liquidates(tmp_path: Path) -> None:
    """One seed of March 2020 at 30x over sockets, from shortly before the slide; twenty run in `make crash-seeds`."""
    start_ms = int(datetime(2020, 3, 12, 10, 16, tzinfo=UTC).timestamp() * 1000)
    async with running(tmp_path, scenario="covid", speed=30.0, start_ms=start_ms) as bench:
        levels: dict[str, list[int]] = {}

        def liquidated() -> bool:
            for row in bench.update.positions:
                levels.setdefault(row.key, []).append(row.level)
            return any(event.kind == "liquidated" for event in bench.events)

        await bench.until(liquidated, seconds=100)
        told = [event for event in bench.events if event.notify]
        end = next(event for event in told if event.kind == "liquidated")
        account = bench.world.accounts[end.account_id]
    before = [event for event in told if event.account_id == end.account_id and event.id < end.id]
    assert any(event.level == 3 and event.family == "RISK" for event in before)
    assert levels[end.position_key] == sorted(levels[end.position_key])
    assert account.forced


async def test_a_run_over_every_feature_sends_no_request_outside_the_read_list(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        key = bench.update.positions[0].key
        bench.engine.handle(Focus(position_key=key, timeframe="15m"))
        bench.engine.handle(TestAlarm(level=3))
        bench.engine.handle(Resync())
        bench.engine.handle(MuteAll(seconds=60))
        bench.engine.handle(Heartbeat(visible=True))
        await bench.until(lambda: any(type(message).__name__ == "Candles" for message in bench.said))
        for kind in ("truncated_json", "redirect", "status"):
            await bench.server.obey(control.InjectFault(kind=kind, count=2, url="http://127.0.0.1:9/"))  # type: ignore[arg-type]
            await bench.until(lambda seq=bench.update.seq: bench.update.seq > seq + 3)  # type: ignore[misc]
        await bench.server.obey(control.ClearFaults())
        await bench.server.obey(control.ClosePosition(account="Alts", symbol="DOGEUSDT", side="long"))
        await bench.until(lambda: any(event.kind == "closed" for event in bench.events))
        log = await bench.server.obey(control.GetLog())
    assert isinstance(log, control.Log)
    assert len(log.entries) > 30
    assert log.writes == ()


async def test_a_login_page_instead_of_positions_clears_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        count = len(bench.update.positions)
        await bench.server.obey(control.InjectFault(kind="html"))  # type: ignore[arg-type]
        await bench.until(lambda: all(account.trouble for account in bench.update.accounts))
        assert len(bench.update.positions) == count
        await bench.server.obey(control.ClearFaults())
        await bench.until(lambda: all(account.trouble is None for account in bench.update.accounts))
        assert not any(event.kind in ("closed", "liquidated") for event in bench.events)


async def test_positions_that_vanish_while_the_balance_disagrees_stay_and_become_a_suspicion(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        count = len(bench.update.positions)
        await bench.server.obey(control.InjectFault(kind="vanish_all"))  # type: ignore[arg-type]
        await bench.until(lambda: any(event.kind == "suspect" and event.notify for event in bench.events))
        assert len(bench.update.positions) == count
        assert all(row.unconfirmed for row in bench.update.positions)


async def test_a_position_that_vanished_from_the_answers_is_still_warned_of_when_its_price_falls(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        truth = await bench.server.obey(control.GetTruth())
        assert isinstance(truth, control.Truth)
        doge = next(row for row in truth.positions if row.symbol == "DOGEUSDT")
        assert doge.liquidation_price is not None
        await bench.server.obey(control.InjectFault(kind="vanish_all"))
        await bench.until(lambda: all(row.unconfirmed for row in bench.update.positions))
        near = control.SetPrice(symbol="DOGEUSDT", price=doge.liquidation_price * 1.02, hold=True)
        await bench.server.obey(near)
        await bench.until(
            lambda: any(
                event.kind == "liquidation_distance" and event.level == 3 and event.notify and "DOGE" in event.title
                for event in bench.events
            )
        )
        over = control.SetPrice(symbol="DOGEUSDT", price=doge.liquidation_price * 0.99, hold=True)
        await bench.server.obey(over)
        await bench.until(lambda: any(event.kind == "liquidated" for event in bench.events))


async def test_what_was_acknowledged_and_snoozed_is_so_after_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path / "unused") as world_bench:
        server = world_bench.server
        async with engine_on(server, tmp_path / "engine") as bench:
            await make_critical(bench)
            keys = [alert.key for alert in bench.update.alerts if alert.level == 3]
            bench.engine.handle(Acknowledge(key=keys[0]))
            bench.engine.handle(Snooze(key=keys[1], seconds=300))
            await bench.until(lambda: {alert.phase for alert in bench.update.alerts} >= {"acknowledged", "snoozed"})
            before = {alert.key: (alert.phase, alert.level, alert.quiet_until_ms) for alert in bench.update.alerts}
        async with engine_on(server, tmp_path / "engine") as again:
            await again.until(lambda: True)
            first = {alert.key: (alert.phase, alert.level, alert.quiet_until_ms) for alert in again.update.alerts}
    for key in keys[:2]:
        assert first[key] == before[key]


async def test_what_was_acknowledged_is_so_also_where_the_database_was_locked_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.history.database.BUSY_S", 0.1)
    monkeypatch.setattr("monitor.history.recorder.RETRY_MS", 500)
    async with running(tmp_path / "unused") as world_bench:
        server = world_bench.server
        async with engine_on(server, tmp_path / "engine") as bench:
            await make_critical(bench)
            key = next(alert.key for alert in bench.update.alerts if alert.level == 3)
            bench.engine.handle(Acknowledge(key=key))
            await bench.until(lambda: "acknowledged" in {alert.phase for alert in bench.update.alerts})
            before = {alert.key: (alert.phase, alert.quiet_until_ms) for alert in bench.update.alerts}
        other = sqlite3.connect(tmp_path / "engine" / "history.sqlite3", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        async with engine_on(server, tmp_path / "engine", fresh=False) as again:
            await again.until(lambda: any(alert.key == key for alert in again.update.alerts))
            assert {alert.phase for alert in again.update.alerts if alert.key == key} == {"active"}
            assert any("locked" in note for note in again.update.notes)
            other.close()
            now: dict[str, tuple[str, int | None]] = {}

            def is_taken_up() -> bool:
                now.update({alert.key: (alert.phase, alert.quiet_until_ms) for alert in again.update.alerts})
                return now[key][0] == "acknowledged"

            await again.until(is_taken_up)
            assert not any("locked" in note for note in again.update.notes)
        history = History.read_only(tmp_path / "engine" / "history.sqlite3")
        stored = {alarm.key for alarm in history.alarms()}
        history.close()
    assert now[key] == before[key]
    assert before.keys() <= stored


async def test_after_a_restart_each_row_stands_at_once_with_its_level_and_what_ended_meanwhile_is_told(
    tmp_path: Path,
) -> None:
    async with running(tmp_path / "unused") as world_bench:
        server = world_bench.server
        async with engine_on(server, tmp_path / "engine") as bench:
            await make_critical(bench)
            await bench.until(lambda: sum(row.level == 3 for row in bench.update.positions) >= 4)
            before = {row.key: row.level for row in bench.update.positions}
        await server.obey(control.InjectFault(kind="silence", venue="bybit"))  # this one cannot be read at first
        closed = next(row for row in bench.update.positions if row.venue == "binanceusdm" and row.level == 3)
        await server.obey(
            control.ClosePosition(
                account=closed.account_id, symbol=f"{closed.symbol.split('/')[0]}USDT", side=closed.side
            )  # type: ignore[arg-type]
        )
        async with engine_on(server, tmp_path / "engine", fresh=False) as again:
            await again.until(lambda: True)
            assert {row.key: row.level for row in again.update.positions} == before
            assert again.update.positions[0].level == 3
            titles = [alert.title for alert in again.update.alerts if alert.kind == "liquidation_distance"]
            assert not [title for title in titles if "unknown" in title]
            waiting = [row for row in again.update.positions if row.venue == "bybit"]
            assert waiting
            assert all(row.unconfirmed and "not been read since the start" in row.unknown for row in waiting)
            await again.until(
                lambda: any(event.position_key == closed.key and event.kind == "closed" for event in again.events)
            )
            told = next(event for event in again.events if event.position_key == closed.key and event.kind == "closed")
            assert "closed by your order" in told.title


async def make_critical(bench: Bench) -> None:
    """Set limits so wide that everything is CRITICAL at once."""
    await bench.until(bench.all_read)
    limits = Thresholds(warning=0.99, danger=0.98, critical=0.97)
    wide = AlertSettings(liquidation_distance=limits, combine=False)
    bench.engine.handle(ChangeAlerts(alerts=wide))
    await bench.until(lambda: sum(alert.level == 3 for alert in bench.update.alerts) >= 2)


async def test_inputs_and_events_are_on_disk_before_the_window_hears_of_them(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await make_critical(bench)
        told = [event for event in bench.events if event.notify]
        history, _ = History.open(tmp_path / "history.sqlite3")
        stored = {event.id for event in history.events()}
        assert {event.id for event in told} <= stored
        assert history.inputs()
        history.close()


async def test_an_account_that_hangs_does_not_hold_back_the_others(tmp_path: Path) -> None:
    async with running(tmp_path) as bench:
        await bench.until(bench.all_read)
        await bench.server.obey(control.InjectFault(kind="silence", account="Main"))  # type: ignore[arg-type]
        await bench.until(lambda: _ages(bench)["Main"] > 12_000, seconds=60)
        ages = _ages(bench)
    assert ages["Swing"] < 9_000
    assert ages["Alts"] < 9_000
    assert ages["Onchain"] < 9_000


def _ages(bench: Bench) -> dict[str, int]:
    """How old each account's figures are [ms]."""
    update = bench.update
    return {account.account_id: update.now_ms - (account.read_ms or 0) for account in update.accounts}


async def test_a_database_that_cannot_be_opened_holds_back_no_warning(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").mkdir()
    async with running(tmp_path) as bench:
        await make_critical(bench)
        assert any("history.sqlite3" in note for note in bench.update.notes)
        assert any(event.level == 3 for event in bench.events)


async def test_the_stress_report_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    async with running(tmp_path, book=(CROSS, ISOLATED)) as bench:
        await bench.until(bench.all_read)
        bench.engine.handle(AskStress(request_id=7))
        await bench.until(lambda: any(isinstance(message, Stress) for message in bench.said))
        told = next(message for message in bench.said if isinstance(message, Stress))
    assert told.request_id == 7
    assert told.report is not None
    assert [line.account_id for line in told.report.ladder] == ["", "Cross", "Isolated"]
    assert told.report.crashes[0].id == "covid"
    assert told.report.across[0].coin == "BTC"


async def test_the_volatility_of_what_is_held_reaches_the_tick(tmp_path: Path) -> None:
    async with running(tmp_path, book=(HEDGE,)) as bench:
        await bench.until(lambda: bool(bench.engine.market.volatilities.known))
        known = bench.engine.market.volatilities.known
    assert set(known) == {("binanceusdm", "BTC/USDT:USDT")}
