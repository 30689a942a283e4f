"""The loop: fetch, tick, record, notify, publish. One asyncio loop, one task per account, one tick at a time.

Every tick publishes, changed or not: silence is an alarm for whoever listens.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from monitor import account_list, channel_list, explain, journal_reader
from monitor import settings as settings_file
from monitor.alerts.lifecycle import Alarm
from monitor.alerts.rules import Reading, condition_reading
from monitor.cadence import accounts_at_risk, pause_s
from monitor.candle_feed import CandleFeed
from monitor.clock import Clock
from monitor.credentials import ChannelSecrets, Secrets, recall_channel
from monitor.dead_man import DeadMan, Facts
from monitor.depth_feed import DepthFeed
from monitor.endings import endings
from monitor.errors import ConsentError, MarginwatchError, VenueError
from monitor.fund_feed import FundFeed
from monitor.journal import Delivery
from monitor.look_back import answer_history
from monitor.messages import (
    AccountResult,
    Acknowledge,
    AlertEvent,
    AlertPreview,
    ArrangeChannels,
    AskExplanation,
    AskFigures,
    AskHistory,
    AskJournal,
    AskStress,
    AskTimeline,
    ChangeAlerts,
    ChangeSettings,
    ChangeWatchdog,
    ChannelResult,
    CheckLine,
    EndedPosition,
    EngineOptions,
    Explanation,
    Focus,
    Heartbeat,
    MuteAll,
    PlanTrade,
    PreviewAlerts,
    Quit,
    RemoveAccount,
    RemoveChannel,
    Resync,
    RunSelfTest,
    SaveAccount,
    SaveChannel,
    SelfTestResult,
    SettingsChanged,
    Shelve,
    Shown,
    Snooze,
    Stress,
    TestAccount,
    TestAlarm,
    TestChannel,
    ToEngine,
    ToWindow,
    WhatIf,
)
from monitor.model import Account, Snapshot
from monitor.notify.channels import RemoteChannel
from monitor.notify.flood import PREFIX as FLOOD
from monitor.notify.flood import standing_of
from monitor.notify.routing import DESKTOP, WINDOW, in_turn
from monitor.past import EVERY_MS, Past, past_of
from monitor.planning import answer_plan
from monitor.price_feed import PriceFeed
from monitor.price_watch import moved_on, wanted
from monitor.recorder import Recorder
from monitor.rehearsal import rehearse, say_now
from monitor.risk.market import Market
from monitor.risk.stress_report import stress_report
from monitor.self_test import DEADLINE_S as SELF_TEST_S
from monitor.self_test import SelfTest, due_ms, synthetic_alarm, verdict
from monitor.settings import AccountConfig, AlertSettings
from monitor.snapshot_file import dump
from monitor.state import AlarmRecord, EngineState
from monitor.telling import Teller, Telling, quiet
from monitor.tick import Tick, apply, note_shelf, restore, tick
from monitor.timeline import timeline
from monitor.venues.fetch import AccountReader
from monitor.volatility_feed import VolatilityFeed
from monitor.watch_account import AccountWatch
from monitor.whatif import answer

log = logging.getLogger(__name__)

TICK_S = 1.0
TICK_SPACING_S = 0.1
WINDOW_SILENT_MS = 10_000
INPUT_EVERY_MS = 10_000
FAREWELL_S = 5.0
STOPPED = "stopped"
PASSED = "self_test_passed_ms"  # where the database keeps it


class Engine:
    """Guards the accounts of one settings file, or those of the embedded exchange."""

    def __init__(self, options: EngineOptions, clock: Clock, publish: Callable[[ToWindow], None]) -> None:
        self._options = options
        self._clock = clock
        self._publish = publish
        self._settings_path = Path(options.config_dir) / "settings.json"
        self._settings, self._settings_note = settings_file.load(self._settings_path)
        self._history_path = Path(options.data_dir) / "history.sqlite3"
        self._recorder = Recorder(self._history_path)
        self._teller = Teller(clock, self._note_deliveries, lambda key: self.handle(Acknowledge(key=key)))
        self._to_window: dict[int, Delivery] = {}  # told to the window, which has not said yet that it shows it
        self._state = EngineState(started_ms=clock.now_ms())
        self._watches: dict[str, tuple[AccountWatch, asyncio.Task[None]]] = {}
        self._wake = asyncio.Event()
        self._stop: asyncio.Future[str] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._input_ms = 0
        self._past_ms = 0
        self._last: Tick | None = None
        self._window_ms: int | None = clock.now_ms() if options.kind == "window" else None
        self._window_visible = options.kind == "window"
        self._chart = CandleFeed(
            self._reader_of, publish, synthetic=bool(options.demo is not None and options.demo.synthetic)
        )
        self._volatility = VolatilityFeed(self._newest, self._reader_of, clock, market_time=self.is_demo)
        self._funds = FundFeed(self._newest, self._reader_of, clock)
        self._depths = DepthFeed(self._newest, self._reader_of, lambda: self._state.focus, clock)
        self._prices = PriceFeed(self._wanted_prices, self._reader_of, clock)
        self._pending: list[AlertEvent] = []
        self._ticked_ms = clock.now_ms()
        self._at_risk: frozenset[str] = frozenset()
        self._evaluated_ms = clock.now_ms()  # end of the last tick
        self._heard: dict[str, int] = {}  # alarm key -> episode that somebody has been told of
        self._followed: list[SelfTest] = []  # events whose deliveries somebody waits for
        self._leaving = False
        self._self_test_runs = False
        self._self_tested: SelfTestResult | None = None
        self._self_test_passed_ms: int | None = None
        self._dead_man = DeadMan(self._facts, self._channel_secrets, clock.now_ms)
        self._settings_stamp = _stamp(self._settings_path)

    @property
    def is_demo(self) -> bool:
        """Whether the accounts are those of the embedded exchange."""
        return bool(self._options.demo_accounts)

    @property
    def market(self) -> Market:
        """What is known beside the accounts, now."""
        now_ms = self._clock.now_ms()
        return Market(
            volatilities=self._volatility.volatilities(now_ms),
            depths=self._depths.depths(now_ms),
            no_depth=self._depths.reasons(now_ms),
            funds=self._funds.funds(now_ms),
            no_fund=self._funds.reasons,
        )

    async def run(self) -> str:
        """Guard until told to stop; return why it ended."""
        if self._stop is None:
            self._stop = asyncio.get_running_loop().create_future()
        await self._use_channels()
        await self._open_history()
        self._publish(self._settings_message())
        for config, secrets in self._configured():
            self._start_watch(config, secrets)
        helpers = [
            asyncio.create_task(work)
            for work in (
                self._tick_loop(),
                self._chart.run(),
                self._volatility.run(),
                self._depths.run(),
                self._funds.run(),
                self._prices.run(),
                self._keep_watch(),
            )
        ]
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
            await self._teller.close()
            await self._recorder.close()

    def stop(self, reason: str) -> None:
        """End `run`; safe to call more than once and before it has begun, from the loop's thread."""
        if self._stop is None:
            self._stop = asyncio.get_running_loop().create_future()
        if not self._stop.done():
            self._stop.set_result(reason)

    async def leave(self, reason: str) -> None:
        """End `run` by the user's wish: with positions open, the remote channels are told first, for 5 s at most."""
        if self._leaving:
            self.stop(reason)  # asked twice: at once
            return
        self._leaving = True
        if any(self._state.known.values()) and self._teller.remote:
            now_ms = self._clock.now_ms()
            count = sum(map(len, self._state.known.values()))
            event = self._one_more(
                AlertEvent(
                    id=self._state.next_event_id,
                    at_ms=now_ms,
                    key=f"{STOPPED}|{now_ms}",
                    family="SYSTEM",
                    kind=STOPPED,
                    level=1,
                    reason="stopped",
                    notify=True,
                    title="Monitoring stopped by the user",
                    text=f"{count} position{'s are' if count > 1 else ' is'} open and no longer guarded ({reason}).",
                    account_id="",
                    position_key="",
                    episode_ms=now_ms,
                )
            )
            await self._follow(event, self._teller.remote, (), FAREWELL_S)
        self.stop(reason)

    @property
    def is_ending(self) -> bool:
        """Whether it was told to stop."""
        return self._leaving or (self._stop is not None and self._stop.done())

    def waiting(self) -> tuple[Delivery, ...]:
        """Return what has not gone through its channel yet, oldest first."""
        return self._teller.waiting()

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
                for single in self._singly(command):
                    self._state, events = apply(self._state, single, self._settings, self._clock.now_ms())
                    self._pending.extend(events)
                if isinstance(command, Focus):
                    self._chart.look_at(command)
                self._wake.set()
            case Shown():
                self._spawn(self._window_shows(command))
            case Shelve():
                self._shelve(command)
            case Resync():
                for watch, _ in self._watches.values():
                    if watch.reader is not None:
                        watch.reader.resync()
                self._poke_all()
            case AskStress():
                self._spawn(self._tell_stress(command.request_id))
            case AskHistory():
                self._spawn(self._tell_history(command))
            case PlanTrade():
                self._publish(answer_plan(command, self._newest(), self.market, self._settings, self._clock.now_ms()))
            case WhatIf() | AskExplanation() | AskTimeline():
                self._spawn(self._answer(command))
            case TestAlarm():
                self._test_alarm(command.level)
            case SaveAccount() | RemoveAccount() | TestAccount():
                self._spawn(self._change_account(command))
            case SaveChannel() | TestChannel() | RemoveChannel() | ArrangeChannels() | ChangeWatchdog():
                self._spawn(self._change_channel(command))
            case AskJournal():
                self._spawn(self._tell_journal(command))
            case AskFigures():
                self._spawn(self._tell_figures(command))
            case ChangeSettings():
                self._change_settings(command)
            case ChangeAlerts():
                self._change_alerts(command)
            case PreviewAlerts():
                self._spawn(self._preview(command))
            case RunSelfTest():
                self._spawn(self._test_the_chain())
            case Quit():
                if command.by_user:
                    self._spawn(self.leave(command.reason))
                else:
                    self.stop(command.reason)

    # ------------------------------------------------------------------ start

    async def _open_history(self) -> None:
        """Take up what the last engine left; what it had not told goes out again: rather twice than never."""
        now_ms = self._clock.now_ms()
        found = await self._recorder.open(now_ms)
        self._state, events = restore(
            found.alarms, self._settings, now_ms, last_ms=found.last_ms, next_event_id=found.next_event_id
        )
        notes = tuple(note for note in (self._settings_note, found.note) if note)
        self._state = replace(self._state, notes=notes)
        self._pending.extend(events)
        for event in found.events:
            self._publish(quiet(event))  # a journal line now, not news
        to_window = [one for _, one in found.undelivered if one.channel == WINDOW]
        to_others = [pair for pair in found.undelivered if pair[1].channel != WINDOW]
        self._teller.take_up(found.chases, to_others, found.unconfirmed)
        await self._note_deliveries(tuple(_given_up(one, now_ms) for one in to_window))

    async def _use_channels(self) -> None:
        """Tell through the channels of the settings from now on."""
        channels = tuple(channel for channel in self._settings.channels if channel.enabled)
        await self._teller.use(
            {config.name: RemoteChannel(config, self._channel_secrets) for config in channels},
            in_turn((config.name, config.after_s, config.least_level) for config in channels),
        )

    async def _channel_secrets(self, name: str) -> ChannelSecrets | None:
        given = self._options.channel_secrets.get(name)
        return ChannelSecrets(given) if given is not None else await recall_channel(name)

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
            cadence_s=lambda: self._cadence_s(config.id),
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
        before, known = self._last, self._state.known
        outcome = tick(
            self._state,
            self._newest(),
            self._settings,
            now_ms,
            engine_pid=os.getpid(),
            demo_ids=frozenset(account.label for account in self._options.demo_accounts),
            conditions=self._conditions(now_ms),
            market=self.market,
            prices=self._prices.found,
        )
        self._last = outcome
        self._at_risk = accounts_at_risk(outcome.report, outcome.state.alarms.values(), self._settings)
        if outcome.slept:
            self._poke_all()
        self._move_price_alerts(outcome, now_ms)
        events = (*self._pending, *outcome.events)
        self._pending.clear()
        self._teller.be_loud(self._options.kind != "window" or self._window_is_away(now_ms))
        telling = self._teller.decide(
            events,
            outcome.state.alarms,
            now_ms,
            local=self._local_channels(now_ms),
            next_event_id=outcome.state.next_event_id,
        )
        self._state = replace(outcome.state, next_event_id=telling.next_event_id)
        stored = await self._record(outcome, telling, now_ms)
        for run in self._followed:
            if any(event.id == run.event.id for event in telling.events):
                run.recorded(stored)
        if before is not None and (ended := endings(outcome.events, before.rows, known)):
            self._spawn(self._remember_ended(ended))
        for event in telling.shown:
            self._publish(event)
        self._to_window.update({one.event_id: one for one in telling.deliveries if one.channel == WINDOW})
        self._teller.send(telling, self._state.alarms)
        self._publish(
            msgspec.structs.replace(outcome.update, self_test=self._self_tested, self_test_runs=self._self_test_runs)
        )
        self._heard = {key: episode for key, episode in self._heard.items() if key in self._state.alarms}
        self._evaluated_ms = self._clock.now_ms()

    async def _record(self, outcome: Tick, telling: Telling, now_ms: int) -> bool:
        """Store inputs, events, alarms and deliveries; a database in trouble never holds back a warning for long."""
        due = bool(telling.events) or now_ms - self._input_ms >= INPUT_EVERY_MS
        stored = await self._recorder.record(
            now_ms,
            inputs=dump(Snapshot(taken_ms=now_ms, accounts=outcome.accounts)) if due else None,
            events=telling.events,
            alarms=outcome.state.alarms,
            chases=telling.chases,
            deliveries=telling.deliveries,
        )
        if due and stored:
            self._input_ms = now_ms
        if stored and now_ms - self._past_ms >= EVERY_MS:
            past = past_of(outcome.rows, outcome.report.pool_rows, outcome.deviations, now_ms, outcome.update.accounts)
            if past.positions or past.accounts:
                self._past_ms = now_ms
                self._spawn(self._remember(past))
        return stored

    # ------------------------------------------------------------------ telling

    def _local_channels(self, now_ms: int) -> Mapping[str, int]:
        """Least level by local channel: the window shows its own popups; the desktop is told of what must not be
        missed, and of all while the window is away."""
        if self._window_is_away(now_ms):
            return {DESKTOP: 1}
        desktop = {DESKTOP: 2} if self._settings.alerts.desktop_notifications else {}
        return {**desktop, **({WINDOW: 1} if self._options.kind == "window" else {})}

    def _window_is_away(self, now_ms: int) -> bool:
        return self._window_ms is not None and now_ms - self._window_ms > WINDOW_SILENT_MS

    async def _note_deliveries(self, deliveries: tuple[Delivery, ...]) -> None:
        for run in self._followed:
            run.take(deliveries)
        for one in deliveries:
            if one.state == "delivered":
                self._heard[one.key] = one.episode_ms
                self._heard.update(self._behind_card(one.key))
        await self._recorder.note(deliveries, self._clock.now_ms())

    async def _window_shows(self, shown: Shown) -> None:
        """The window says that it shows these events: that is their receipt."""
        told = [self._to_window.pop(number) for number in shown.event_ids if number in self._to_window]
        await self._note_deliveries(
            tuple(
                msgspec.structs.replace(
                    one, state="delivered", at_ms=shown.at_ms, attempts=1, detail="Shown by the window."
                )
                for one in told
            )
        )

    def _behind_card(self, key: str) -> dict[str, int]:
        """The alarms that a card stands for, with their episodes."""
        if not key.startswith(FLOOD):
            return {}
        standing = standing_of(key.removeprefix(FLOOD), self._state.alarms)
        return {record.key: record.alarm.since_ms for record in standing}

    def _singly(self, command: Acknowledge | Snooze | MuteAll | Focus) -> list[Acknowledge | Snooze | MuteAll | Focus]:
        """A card that stands for many alarms is answered for each of them."""
        if not isinstance(command, Acknowledge | Snooze) or not command.key.startswith(FLOOD):
            return [command]
        return [msgspec.structs.replace(command, key=key) for key in self._behind_card(command.key)]

    def _conditions(self, now_ms: int) -> tuple[Reading, ...]:
        """What is wrong beside the accounts.

        After a standstill of our own (a suspend, a stopped process) the window gets its time again: its heartbeats
        wait unread in the pipe.
        """
        stood_still = now_ms - self._ticked_ms > WINDOW_SILENT_MS // 2
        self._ticked_ms = now_ms
        if stood_still and self._window_ms:
            self._window_ms = now_ms
        disk = self._recorder.trouble(now_ms)
        found = (
            *self._teller.readings(now_ms),
            condition_reading(
                "disk",
                "SYSTEM",
                "",
                2 if disk else 0,
                "What is said is not being kept",
                f"{disk} Free some space or mend the folder; then all is stored again.",
            ),
            self._self_test_reading(),
        )
        if self._options.kind != "window":
            return found
        away = self._window_is_away(now_ms)
        return (
            *found,
            condition_reading(
                "window",
                "SYSTEM",
                "",
                2 if away else 0,
                "The window does not answer",
                "The engine goes on guarding and tells by itself. Start Marginwatch again to see it.",
            ),
        )

    # ------------------------------------------------------------------ who watches the watcher

    async def _keep_watch(self) -> None:
        """Once a second: follow a settings file that somebody else has changed, and see what is due."""
        pinging: asyncio.Task[None] | None = None
        passed = await self._recorder.ask(lambda history: history.fact(PASSED))
        self._self_test_passed_ms = passed
        try:
            while True:
                if _stamp(self._settings_path) != self._settings_stamp:
                    await self._take_over_settings()
                if (pinging is None) == self._settings.watchdog.dead_man:
                    if pinging is not None:
                        pinging.cancel()
                    pinging = asyncio.create_task(self._dead_man.run()) if pinging is None else None
                due = due_ms(self._self_test_passed_ms, self._self_tested, self._state.started_ms)
                is_due = self._clock.now_ms() >= due
                if self._settings.watchdog.daily_self_test and self._settings.channels and is_due:
                    await self._test_the_chain()
                await asyncio.sleep(1.0)
        finally:
            if pinging is not None:
                pinging.cancel()

    async def _take_over_settings(self) -> None:
        """The channels of a settings file that `marginwatch channels` has changed; nothing else is taken from it."""
        self._settings_stamp = _stamp(self._settings_path)
        try:
            found = settings_file.peek(self._settings_path)
        except MarginwatchError as error:
            self._note(str(error))
            return
        if (found.channels, found.watchdog) != (self._settings.channels, self._settings.watchdog):
            self._settings = msgspec.structs.replace(self._settings, channels=found.channels, watchdog=found.watchdog)
            await self._use_channels()
            self._publish(self._settings_message())

    async def _test_the_chain(self) -> None:
        """Send the synthetic position through the chain; one run at a time."""
        if self._self_test_runs:
            return
        self._self_test_runs = True
        try:
            now_ms = self._clock.now_ms()
            event, lines = synthetic_alarm(now_ms, self._state.next_event_id)
            if event is None:
                self._self_tested = verdict(lines, now_ms)
                return
            local = [name for name in self._local_channels(now_ms) if name != WINDOW]
            event = self._one_more(event)
            self._self_tested = await self._follow(event, (*local, *self._teller.remote), lines, SELF_TEST_S)
            if self._self_tested.ok:
                self._self_test_passed_ms = at_ms = self._self_tested.at_ms
                await self._recorder.ask(lambda history: history.put_fact(PASSED, at_ms))
        finally:
            self._self_test_runs = False
            self._wake.set()

    async def _follow(
        self, event: AlertEvent, expected: tuple[str, ...], lines: tuple[CheckLine, ...], deadline_s: float
    ) -> SelfTestResult:
        """Wait until an event has gone through these channels, and say how it went."""
        run = SelfTest(event, expected, lines)
        self._followed.append(run)
        self._wake.set()
        try:
            return await run.result(self._clock.now_ms, deadline_s)
        finally:
            self._followed.remove(run)

    def _one_more(self, event: AlertEvent) -> AlertEvent:
        """Tell an event with the next tick; its number is the next free one."""
        self._pending.append(event)
        self._state = replace(self._state, next_event_id=event.id + 1)
        return event

    def _self_test_reading(self) -> Reading:
        last = self._self_tested
        failed = [line for line in last.lines if line.ok is False] if last is not None else []
        return condition_reading(
            "selftest_failed",
            "SYSTEM",
            "",
            2 if failed else 0,
            "The alarm chain did not pass its test",
            " ".join(f"{line.what}: {line.detail}" for line in failed) + " Mend it and test again.",
        )

    def _facts(self) -> Facts:
        """What a ping of the dead-man has to be earned with."""
        now_ms = self._clock.now_ms()
        critical = [one.queued_ms for one in self._teller.waiting() if one.level >= 3]
        return Facts(
            evaluated_ms=self._evaluated_ms,
            blind_accounts=tuple(account.id for account in self._newest() if self._is_blind(account, now_ms)),
            oldest_critical_ms=min(critical, default=None),
            peer_answers=not self._window_is_away(now_ms),
            self_test_ms=self._self_test_passed_ms if self._self_tested is None or self._self_tested.ok else None,
            self_test_needed=bool(self._settings.channels) and self._settings.watchdog.daily_self_test,
        )

    def _is_blind(self, account: Account, now_ms: int) -> bool:
        """Whether an account is too old and nobody has been told so."""
        seen_ms = self._state.started_ms if account.read_ms is None else account.read_ms
        if now_ms - seen_ms <= max(3 * self._settings.poll.calm_s, 15.0) * 1000:
            return False
        told = [
            record
            for key, record in self._state.alarms.items()
            if record.kind == "network" or key == f"stale|{account.id}"
        ]
        return not any(self._heard.get(record.key) == record.alarm.since_ms for record in told)

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
        settings = self._settings
        return SettingsChanged(
            accounts=settings.accounts,
            alerts=settings.alerts,
            note=self._settings_note,
            channels=settings.channels,
            watchdog=settings.watchdog,
            poll=settings.poll,
            compare=settings.compare,
            display=settings.display,
        )

    def _change_settings(self, command: ChangeSettings) -> None:
        self._use(
            msgspec.structs.replace(
                self._settings,
                poll=command.poll,
                compare=command.compare,
                display=command.display,
            )
        )
        self._wake.set()

    def _change_alerts(self, command: ChangeAlerts) -> None:
        self._use_alerts(command.alerts)
        self._wake.set()

    def _use_alerts(self, alerts: AlertSettings) -> None:
        """Use these alert settings from now on, if they are allowed and can be saved."""
        self._use(msgspec.structs.replace(self._settings, alerts=alerts))

    def _use(self, changed: settings_file.Settings) -> None:
        """Use these settings from now on, if they are allowed and can be saved; the window is told what holds."""
        try:
            settings_file.save(self._settings_path, changed)
        except MarginwatchError as error:
            self._note(str(error))
        else:
            self._settings = changed
        self._publish(self._settings_message())

    async def _remember_ended(self, ended: tuple[EndedPosition, ...]) -> None:
        await self._recorder.ask(lambda history: history.remember_ended(ended))

    async def _tell_history(self, question: AskHistory) -> None:
        self._publish(await answer_history(question, self._recorder.ask, self._clock.now_ms()))

    async def _remember(self, past: Past) -> None:
        await self._recorder.ask(lambda history: history.remember(past))

    async def _preview(self, command: PreviewAlerts) -> None:
        """Say what other alert settings would say now and would have said; nothing changes."""
        settings, last = msgspec.structs.replace(self._settings, alerts=command.alerts), self._last
        try:
            settings_file.check(settings)
        except MarginwatchError as error:
            self._publish(AlertPreview(request_id=command.request_id, error=str(error)))
            return
        past = await self._recorder.ask(lambda history: history.past()) or ()
        rehearsal = await asyncio.to_thread(rehearse, past, settings)
        self._publish(
            AlertPreview(
                request_id=command.request_id,
                error="",
                now=() if last is None else say_now(last, settings, self._clock.now_ms()),
                counts=rehearsal.counts,
                since_ms=rehearsal.since_ms,
                until_ms=rehearsal.until_ms,
                instants=rehearsal.instants,
            )
        )

    def _move_price_alerts(self, outcome: Tick, now_ms: int) -> None:
        """Arm the price alerts that wait for a price, and put away those that have spoken."""
        alerts = self._settings.alerts
        moved = moved_on(alerts.price_alerts, outcome.state.alarms, outcome.accounts, self._prices.found, now_ms)
        if moved != alerts.price_alerts:
            self._use_alerts(msgspec.structs.replace(alerts, price_alerts=moved))
            self._settings = msgspec.structs.replace(
                self._settings, alerts=msgspec.structs.replace(alerts, price_alerts=moved)
            )  # a disk that is full does not make it speak again

    def _shelve(self, command: Shelve) -> None:
        """Put an alarm or a position on the shelf for a while, or take it down."""
        now_ms, alerts = self._clock.now_ms(), self._settings.alerts
        until_ms = now_ms + min(command.seconds * 1000, settings_file.SHELF_LIMIT_MS)
        shelves = [shelf for shelf in alerts.shelved if shelf.key != command.key and shelf.until_ms > now_ms]
        if command.seconds > 0:
            shelves.append(settings_file.Shelf(key=command.key, since_ms=now_ms, until_ms=until_ms))
        self._use_alerts(msgspec.structs.replace(alerts, shelved=tuple(shelves)))
        self._state, events = note_shelf(self._state, command, until_ms, now_ms)
        self._pending.extend(events)

    def _wanted_prices(self) -> tuple[tuple[str, str], ...]:
        return wanted(self._settings.alerts.price_alerts, self._newest())

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

    async def _change_channel(self, command: channel_list.Command) -> None:
        """Change or test a notification channel; the demo, whose settings are nobody's, has none."""
        if self.is_demo:
            text = "This is the demo: it tells nobody outside this computer. Start Marginwatch without it."
            self._publish(ChannelResult(request_id=command.request_id, name="", ok=False, message=text))
            return
        before = self._settings
        after, result = await channel_list.carry_out(command, self._settings_path, before, self._clock.now_ms())
        if after is not before:
            is_newer = self._settings is not before  # something else was saved while the keyring or a server answered
            self._settings = msgspec.structs.replace(self._settings, channels=after.channels, watchdog=after.watchdog)
            if is_newer:
                self._use_alerts(self._settings.alerts)
            await self._use_channels()
        self._publish(self._settings_message())
        self._publish(result)

    async def _tell_journal(self, command: AskJournal) -> None:
        self._publish(await asyncio.to_thread(journal_reader.read_page, self._history_path, command))

    async def _tell_figures(self, command: AskFigures) -> None:
        now_ms = self._clock.now_ms()
        self._publish(await asyncio.to_thread(journal_reader.read_figures, self._history_path, command, now_ms))

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

    async def _tell_stress(self, request_id: int) -> None:
        last, now_ms = self._last, self._clock.now_ms()
        report = None if last is None else await asyncio.to_thread(stress_report, last.report.figures, now_ms)
        self._publish(Stress(request_id=request_id, report=report))

    async def _answer(self, question: WhatIf | AskExplanation | AskTimeline) -> None:
        """Answer what the detail of a position asks; worked out beside the loop."""
        last, settings, now_ms = self._last, self._settings, self._clock.now_ms()
        if isinstance(question, AskTimeline):
            self._publish(await timeline(question, self._recorder.ask, last, now_ms))
        elif last is None:
            return  # asked again by the window, once something has been read
        elif isinstance(question, WhatIf):
            self._publish(await asyncio.to_thread(answer, question, last, settings))
        else:
            text = await asyncio.to_thread(explain.text_of, last.report, last.beyond, question.position_key)
            self._publish(
                Explanation(request_id=question.request_id, position_key=question.position_key, at_ms=now_ms, text=text)
            )

    def _cadence_s(self, account_id: str) -> float:
        reader = self._reader_of(account_id)
        return pause_s(
            self._settings.poll,
            at_risk=account_id in self._at_risk,
            visible=self._window_visible,
            streamed=reader is not None and reader.marks_streamed,
        )

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


def _stamp(path: Path) -> int:
    """When a file was last written; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _given_up(delivery: Delivery, now_ms: int) -> Delivery:
    """A delivery to a window that has gone: what still stands is told anew."""
    return msgspec.structs.replace(
        delivery, state="withdrawn", at_ms=now_ms, detail="The program ended before the window showed it."
    )
