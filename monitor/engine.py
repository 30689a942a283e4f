"""The loop: fetch, tick, record, notify, publish. One asyncio loop, one task per account, one tick at a time.

Every tick publishes, changed or not: silence is an alarm for whoever listens.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from monitor import account_list
from monitor import settings as settings_file
from monitor.alerts.lifecycle import Alarm
from monitor.alerts.rules import Reading, condition_reading
from monitor.candle_feed import CandleFeed
from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import ConsentError, HistoryError, MarginwatchError, VenueError
from monitor.history import History
from monitor.messages import (
    AccountResult,
    Acknowledge,
    AlertEvent,
    ChangeAlerts,
    CheckLine,
    EngineOptions,
    Focus,
    Heartbeat,
    MuteAll,
    Quit,
    RemoveAccount,
    Resync,
    SaveAccount,
    SettingsChanged,
    Snooze,
    TestAccount,
    TestAlarm,
    ToEngine,
    ToWindow,
)
from monitor.model import Account, Snapshot
from monitor.notify.desktop import DesktopNotifier
from monitor.risk.market import Market
from monitor.settings import AccountConfig, Settings
from monitor.snapshot_file import dump
from monitor.state import AlarmRecord, EngineState
from monitor.tick import Tick, apply, restore, tick
from monitor.venues.fetch import AccountReader
from monitor.volatility_feed import VolatilityFeed
from monitor.watch_account import AccountWatch

log = logging.getLogger(__name__)

T = TypeVar("T")

TICK_S = 1.0
TICK_SPACING_S = 0.2
DATABASE_DEADLINE_S = 2.0
WINDOW_SILENT_MS = 10_000
INPUT_EVERY_MS = 10_000


class Engine:
    """Guards the accounts of one settings file, or those of the embedded exchange."""

    def __init__(self, options: EngineOptions, clock: Clock, publish: Callable[[ToWindow], None]) -> None:
        self._options = options
        self._clock = clock
        self._publish = publish
        self._settings_path = Path(options.config_dir) / "settings.json"
        self._settings, self._settings_note = settings_file.load(self._settings_path)
        self._history: History | None = None
        self._database_thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._desktop = DesktopNotifier(on_acknowledge=self._acknowledge_from_desktop)
        self._state = EngineState(started_ms=clock.now_ms())
        self._watches: dict[str, tuple[AccountWatch, asyncio.Task[None]]] = {}
        self._wake = asyncio.Event()
        self._stop: asyncio.Future[str] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._stored: dict[str, AlarmRecord] = {}
        self._input_ms = 0
        self._window_ms: int | None = clock.now_ms() if options.kind == "window" else None
        self._window_visible = options.kind == "window"
        self._chart = CandleFeed(
            self._reader_of, publish, synthetic=bool(options.demo is not None and options.demo.synthetic)
        )
        self._volatility = VolatilityFeed(self._newest, self._reader_of, clock, market_time=self.is_demo)
        self._pending: list[AlertEvent] = []
        self._ticked_ms = clock.now_ms()

    @property
    def is_demo(self) -> bool:
        """Whether the accounts are those of the embedded exchange."""
        return bool(self._options.demo_accounts)

    async def run(self) -> str:
        """Guard until told to stop; return why it ended."""
        self._stop = asyncio.get_running_loop().create_future()
        await self._open_history()
        self._publish(self._settings_message())
        for config, secrets in self._configured():
            self._start_watch(config, secrets)
        helpers = [asyncio.create_task(work) for work in (self._tick_loop(), self._chart.run(), self._volatility.run())]
        for task in helpers:
            task.add_done_callback(self._helper_ended)
        try:
            return await self._stop
        finally:
            for task in (*helpers, *(task for _, task in self._watches.values()), *self._tasks):
                task.cancel()
            await asyncio.gather(
                *helpers, *(task for _, task in self._watches.values()), *self._tasks, return_exceptions=True
            )
            await self._desktop.close()
            if self._history is not None:
                await self._in_database_thread(self._history.close)
            self._database_thread.shutdown(wait=False)

    def stop(self, reason: str) -> None:
        """End `run`; safe to call more than once, from the loop's thread."""
        if self._stop is not None and not self._stop.done():
            self._stop.set_result(reason)

    def window_lost(self) -> None:
        """The window is gone without a word: from now on the engine tells by itself."""
        self._window_ms = 0
        self._window_visible = self._chart.watched = False

    def handle(self, command: ToEngine) -> None:
        """Carry out one command of the window; called in the loop's thread."""
        match command:
            case Heartbeat():
                self._window_ms = self._clock.now_ms()
                if command.visible and not self._window_visible:
                    self._poke_all()
                self._window_visible = self._chart.watched = command.visible
            case Acknowledge() | Snooze() | MuteAll() | Focus():
                self._state, events = apply(self._state, command, self._settings, self._clock.now_ms())
                self._pending.extend(events)
                if isinstance(command, Focus):
                    self._chart.look_at(command)
                self._wake.set()
            case Resync():
                for watch, _ in self._watches.values():
                    if watch.reader is not None:
                        watch.reader.resync()
                self._poke_all()
            case TestAlarm():
                self._test_alarm(command.level)
            case SaveAccount() | RemoveAccount() | TestAccount():
                self._spawn(self._change_account(command))
            case ChangeAlerts():
                self._change_alerts(command)
            case Quit():
                self.stop(command.reason)

    # ------------------------------------------------------------------ start

    async def _open_history(self) -> None:
        path = Path(self._options.data_dir) / "history.sqlite3"
        now_ms = self._clock.now_ms()
        notes = [self._settings_note] if self._settings_note else []
        try:
            history, note = await self._in_database_thread(lambda: History.open(path))
        except HistoryError as error:
            notes.append(f"{error} Alarms work, but nothing is remembered.")
            self._state = replace(self._state, notes=tuple(notes))
            return
        if note:
            notes.append(note)
        self._history = history
        records, last_ms, next_id = await self._in_database_thread(
            lambda: (history.alarms(), history.last_tick_ms(), history.next_event_id())
        )
        self._stored = {record.key: record for record in records}
        self._state, events = restore(records, self._settings, now_ms, last_ms=last_ms, next_event_id=next_id)
        self._state = replace(self._state, notes=tuple(notes))
        self._pending.extend(events)
        for event in await self._in_database_thread(history.events):
            self._publish(msgspec.structs.replace(event, notify=False))  # a journal line now, not news
        for event, _ in await self._in_database_thread(history.undelivered):
            self._spawn(self._deliver(event))  # killed between the record and the telling: rather twice than never

    def _configured(self) -> list[tuple[AccountConfig, Secrets | None]]:
        if self._options.demo_accounts:
            return [
                (
                    AccountConfig(
                        id=account.label,
                        venue=account.venue,
                        base_url=account.base_url,
                        ws_base_url=account.ws_base_url,
                    ),
                    Secrets(api_key=account.api_key, secret=account.secret, passphrase=account.passphrase),
                )
                for account in self._options.demo_accounts
            ]
        return [(config, None) for config in self._settings.accounts if config.enabled]

    def _start_watch(self, config: AccountConfig, secrets: Secrets | None) -> None:
        watch = AccountWatch(
            config,
            secrets,
            self._clock,
            cadence_s=self._cadence_s,
            known=lambda: frozenset(self._state.known.get(config.id, {})),
            changed=self._wake.set,
        )
        self._watches[config.id] = (watch, asyncio.create_task(watch.run(), name=f"account {config.id}"))

    def _newest(self) -> tuple[Account, ...]:
        """The newest valid answer of every account."""
        return tuple(watch.account for watch, _ in self._watches.values())

    def _reader_of(self, account_id: str) -> AccountReader | None:
        found = self._watches.get(account_id)
        return None if found is None else found[0].reader

    async def _stop_watch(self, account_id: str) -> None:
        found = self._watches.pop(account_id, None)
        if found is not None:
            found[1].cancel()
            await asyncio.gather(found[1], return_exceptions=True)

    # ------------------------------------------------------------------ the loop

    async def _tick_loop(self) -> None:
        while True:
            try:
                async with asyncio.timeout(TICK_S):
                    await self._wake.wait()
            except TimeoutError:
                pass
            self._wake.clear()
            await self._tick_once()
            await asyncio.sleep(TICK_SPACING_S)

    async def _tick_once(self) -> None:
        now_ms = self._clock.now_ms()
        self._note_keys()
        outcome = tick(
            self._state,
            self._newest(),
            self._settings,
            now_ms,
            engine_pid=os.getpid(),
            demo_ids=frozenset(account.label for account in self._options.demo_accounts),
            conditions=self._conditions(now_ms),
            market=Market(volatilities=self._volatility.volatilities(now_ms)),
        )
        self._state = outcome.state
        events = (*self._pending, *outcome.events)
        self._pending.clear()
        await self._record(outcome, events, now_ms)
        for event in events:
            self._publish(event)
            if event.notify and self._tells_desktop(event, now_ms):
                self._spawn(self._deliver(event))
        self._publish(outcome.update)

    async def _record(self, outcome: Tick, events: tuple[AlertEvent, ...], now_ms: int) -> None:
        """Store inputs, events and alarm states; a database that fails or hangs never holds back a warning."""
        if self._history is None:
            return
        alarms = self._state.alarms
        changed: dict[str, AlarmRecord | None] = {
            key: record for key, record in alarms.items() if self._stored.get(key) != record
        }
        changed.update({key: None for key in self._stored if key not in alarms})
        due = bool(events) or now_ms - self._input_ms >= INPUT_EVERY_MS
        inputs = dump(Snapshot(taken_ms=now_ms, accounts=outcome.accounts)) if due else None
        channels = ("desktop",) if any(self._tells_desktop(event, now_ms) for event in events) else ()
        history = self._history
        try:
            async with asyncio.timeout(DATABASE_DEADLINE_S):
                await self._in_database_thread(
                    lambda: history.append(now_ms, inputs=inputs, events=events, alarms=changed, channels=channels)
                )
        except (HistoryError, TimeoutError) as error:
            reason = str(error) or "The database does not answer."
            self._note(f"{reason} Alarms go on from memory.")
            return
        self._stored = dict(alarms)
        if due:
            self._input_ms = now_ms

    # ------------------------------------------------------------------ telling

    def _tells_desktop(self, event: AlertEvent, now_ms: int) -> bool:
        """The window shows its own popups; the desktop is told of what must not be missed, and all while it is away."""
        if not self._settings.alerts.desktop_notifications:
            return False
        return event.level >= 2 or self._window_is_away(now_ms)

    def _window_is_away(self, now_ms: int) -> bool:
        return self._window_ms is not None and now_ms - self._window_ms > WINDOW_SILENT_MS

    async def _deliver(self, event: AlertEvent) -> None:
        result = await self._desktop.send(event)
        if self._history is None:
            return
        history, now_ms = self._history, self._clock.now_ms()
        try:
            await self._in_database_thread(
                lambda: history.delivered(
                    event.id,
                    "desktop",
                    state="sent" if result.ok else "failed",
                    at_ms=now_ms,
                    detail=result.detail,
                )
            )
        except HistoryError as error:
            self._note(str(error))

    def _acknowledge_from_desktop(self, key: str) -> None:
        self.handle(Acknowledge(key=key))

    def _conditions(self, now_ms: int) -> tuple[Reading, ...]:
        """What is wrong beside the accounts.

        After a standstill of our own (a suspend, a stopped process) the window gets its time again: its heartbeats
        wait unread in the pipe.
        """
        stood_still = now_ms - self._ticked_ms > WINDOW_SILENT_MS // 2
        self._ticked_ms = now_ms
        if stood_still and self._window_ms:
            self._window_ms = now_ms
        if self._options.kind != "window":
            return ()
        away = self._window_is_away(now_ms)
        return (
            condition_reading(
                "window",
                "SYSTEM",
                "",
                2 if away else 0,
                "The window does not answer",
                "The engine goes on guarding and tells by itself. Start Marginwatch again to see it.",
            ),
        )

    def _test_alarm(self, level: int) -> None:
        name = {1: "WARNING", 2: "DANGER", 3: "CRITICAL"}[level]
        title, text = f"TEST {name}: the alarm chain works", "Nothing is wrong. Acknowledge it to end the test."
        now_ms = self._clock.now_ms()
        record = AlarmRecord(
            key=f"test|{now_ms}",
            alarm=Alarm(
                phase="active", level=level, peak=level, since_ms=now_ms, told_ms=now_ms, episode=1, last_good=now_ms
            ),
            family="SYSTEM",
            kind="test",
            title=title,
            text=text,
            account_id="",
            position_key="",
        )
        self._pending.append(
            AlertEvent(
                id=self._state.next_event_id,
                at_ms=now_ms,
                key=record.key,
                family=record.family,
                kind=record.kind,
                level=level,
                reason="raised",
                notify=True,
                title=title,
                text=text,
                account_id="",
                position_key="",
            )
        )
        self._state = replace(
            self._state,
            alarms={**self._state.alarms, record.key: record},
            next_event_id=self._state.next_event_id + 1,
        )
        self._wake.set()

    def _note(self, sentence: str) -> None:
        if sentence not in self._state.notes:
            self._state = replace(self._state, notes=(*self._state.notes[-4:], sentence))

    # ------------------------------------------------------------------ settings and accounts

    def _settings_message(self) -> SettingsChanged:
        return SettingsChanged(accounts=self._settings.accounts, alerts=self._settings.alerts, note=self._settings_note)

    def _change_alerts(self, command: ChangeAlerts) -> None:
        changed = Settings(
            version=self._settings.version,
            accounts=self._settings.accounts,
            alerts=command.alerts,
            poll=self._settings.poll,
        )
        try:
            settings_file.save(self._settings_path, changed)
        except MarginwatchError as error:
            self._note(str(error))
        else:
            self._settings = changed
        self._publish(self._settings_message())
        self._wake.set()

    async def _change_account(self, command: SaveAccount | RemoveAccount | TestAccount) -> None:
        account_id = command.account_id if isinstance(command, RemoveAccount) else command.config.id
        try:
            message, checks = await self._carry_out(command)
        except MarginwatchError as error:
            advice = error.advice if isinstance(error, VenueError) else ""
            result = AccountResult(
                request_id=command.request_id,
                account_id=account_id,
                ok=False,
                message=f"{error} {advice}".strip(),
                needs_consent=isinstance(error, ConsentError),
            )
        else:
            result = AccountResult(
                request_id=command.request_id,
                account_id=account_id,
                ok=all(check.ok is not False for check in checks),
                message=message,
                checks=checks,
            )
        self._publish(result)
        self._publish(self._settings_message())
        self._wake.set()

    async def _carry_out(self, command: SaveAccount | RemoveAccount | TestAccount) -> tuple[str, tuple[CheckLine, ...]]:
        if isinstance(command, RemoveAccount):
            self._settings = await account_list.remove(self._settings_path, self._settings, command.account_id)
            await self._stop_watch(command.account_id)
            return f"{command.account_id} is removed, with its key.", ()
        secrets = None
        if command.api_key is not None and command.secret is not None:
            secrets = Secrets(api_key=command.api_key, secret=command.secret, passphrase=command.passphrase)
        if isinstance(command, TestAccount):
            checks = await account_list.test(command.config, secrets, self._clock)
            return "The account was read.", checks
        self._settings, checks = await account_list.save(
            self._settings_path, self._settings, command.config, secrets, self._clock, consent=command.consent
        )
        await self._stop_watch(command.config.id)
        if command.config.enabled:
            stored = next(account for account in self._settings.accounts if account.id == command.config.id.strip())
            self._start_watch(stored, secrets)
        return f"{command.config.id} is saved.", checks

    def _note_keys(self) -> None:
        """Keep what the venues said of the keys, where it is new: the accounts' list shows it, also after a restart."""
        known = {account.id: account.key for account in self._settings.accounts}
        found = {account_id: watch.account.key for account_id, (watch, _) in self._watches.items()}
        found = {id: key for id, key in found.items() if id in known and key.checked_ms and key != known[id]}
        if not found:
            return
        self._settings = account_list.with_keys(self._settings, found)
        try:
            account_list.store_keys(self._settings_path, self._settings, found)
        except MarginwatchError as error:
            self._note(str(error))
        self._publish(self._settings_message())

    # ------------------------------------------------------------------ small things

    def _cadence_s(self) -> float:
        alarmed = any(record.alarm.phase != "normal" for record in self._state.alarms.values())
        return self._settings.poll.at_risk_s if alarmed or self._window_visible else self._settings.poll.calm_s

    def _poke_all(self) -> None:
        for watch, _ in self._watches.values():
            watch.poke()

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._spawned_ended)

    def _spawned_ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a task of the engine failed", exc_info=error)

    def _helper_ended(self, task: asyncio.Task[None]) -> None:
        """The loop itself must never end quietly: an engine that cannot tick dies and is started again."""
        if not task.cancelled() and (error := task.exception()) is not None and self._stop is not None:
            log.error("engine loop ended", exc_info=error)
            if not self._stop.done():
                self._stop.set_exception(error)

    async def _in_database_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._database_thread, work)
