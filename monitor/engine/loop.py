"""The loop: fetch, tick, record, notify, publish. One asyncio loop, one task per account, one tick at a time.

Every tick publishes, changed or not: silence is an alarm for whoever listens.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from dataclasses import replace

import msgspec

from monitor.clock import Clock
from monitor.engine.accounts import Accounts
from monitor.engine.answers import Answers
from monitor.engine.changes import Changes
from monitor.engine.commands import Commands
from monitor.engine.feeds import Feeds
from monitor.engine.keeping import Keeping
from monitor.engine.present import Present, end_all
from monitor.engine.reach import Reach
from monitor.engine.watchdog import Watchdog
from monitor.feeds.cadence import accounts_at_risk
from monitor.history.endings import endings
from monitor.history.recorder import Found
from monitor.journal import Delivery
from monitor.language import tr, tr_count
from monitor.messages import Acknowledge, AlertEvent, EngineOptions, Quit, ToEngine, ToWindow
from monitor.model import Account
from monitor.notify.routing import WINDOW
from monitor.notify.telling import quiet
from monitor.risk.market import Market
from monitor.tick.funding_course import KEEP_MS, ONE_OF, recalled
from monitor.tick.restart import restore, take_up_late
from monitor.tick.tick import Tick, tick

log = logging.getLogger(__name__)

TICK_S = 1.0
TICK_SPACING_S = 0.1
FAREWELL_S = 5.0
STOPPED = "stopped"


class Engine:
    """Guards the accounts of one settings file, or those of the embedded exchange."""

    def __init__(self, options: EngineOptions, clock: Clock, publish: Callable[[ToWindow], None]) -> None:
        self.present = Present(options, clock, publish)
        self.reach = Reach(self.present, lambda key: self.handle(Acknowledge(key=key)))
        self.accounts = Accounts(self.present, lambda: self.reach.window_visible)
        self.feeds = Feeds(self.present, self.accounts)
        self.changes = Changes(self.present, self.accounts, self.reach)
        self.watchdog = Watchdog(self.present, self.accounts, self.reach, self.changes)
        self._commands = Commands(
            self.present,
            accounts=self.accounts,
            feeds=self.feeds,
            reach=self.reach,
            changes=self.changes,
            watchdog=self.watchdog,
            answers=Answers(self.present, self.accounts, self.feeds),
            quit=self._quit,
        )
        self.keeping = Keeping(self.present)
        self._stop: asyncio.Future[str] | None = None
        self._leaving = False
        self._start_note = ""  # what was wrong with the database at the start

    @property
    def is_demo(self) -> bool:
        """Whether the accounts are those of the embedded exchange."""
        return self.present.is_demo

    @property
    def market(self) -> Market:
        """What is known beside the accounts, now."""
        return self.feeds.market

    @property
    def is_ending(self) -> bool:
        """Whether it was told to stop."""
        return self._leaving or (self._stop is not None and self._stop.done())

    async def run(self) -> str:
        """Guard until told to stop; return why it ended."""
        if self._stop is None:
            self._stop = asyncio.get_running_loop().create_future()
        await self.reach.use_channels()
        await self._open_history()
        self.present.publish_settings()
        self.accounts.start_all()
        self.present.wake.set()  # what was known stands at once
        loops = [asyncio.create_task(work) for work in (self._tick_loop(), *self.feeds.loops(), self.watchdog.run())]
        for task in loops:
            task.add_done_callback(self._loop_ended)
        try:
            return await self._stop
        finally:
            await asyncio.gather(end_all(loops), self.accounts.close(), self.present.close())
            await self.reach.teller.close()
            await self.present.recorder.close()

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
        count = sum(map(len, self.present.state.known.values()))
        if count and self.reach.teller.remote:
            event = self.present.add(_farewell(self.present, count, reason))
            await self.reach.follow(event, self.reach.teller.remote, (), FAREWELL_S)
        self.stop(reason)

    def handle(self, command: ToEngine) -> None:
        """Carry out one command of the window; called in the loop's thread."""
        self._commands.handle(command)

    def window_lost(self) -> None:
        """The window is gone without a word: from now on the engine tells by itself."""
        self.reach.window_lost()
        self.feeds.chart.watched = False

    def waiting(self) -> tuple[Delivery, ...]:
        """Return what has not gone through its channel yet, oldest first."""
        return self.reach.teller.waiting()

    # ------------------------------------------------------------------ start and end

    async def _open_history(self) -> None:
        """Take up what the last engine left; what it had not told goes out again: rather twice than never."""
        present, now_ms = self.present, self.present.now_ms
        found = await present.recorder.open(now_ms)
        present.state, events = restore(
            found.alarms,
            present.settings,
            now_ms,
            last_ms=found.last_ms,
            next_event_id=found.next_event_id,
            accounts=self._still_watched(found.accounts) if present.options.follows_up else (),
        )
        self._start_note = found.note
        present.state = replace(present.state, notes=tuple(filter(None, (present.settings_note, found.note))))
        await self._go_on_from(found, events, now_ms)

    async def _take_up_late(self, found: Found, now_ms: int) -> None:
        """Take up what the last engine left in a database that could not be read at the start."""
        present = self.present
        present.state, events = take_up_late(
            present.state,
            found.alarms,
            present.settings,
            now_ms,
            last_ms=found.last_ms,
            next_event_id=found.next_event_id,
            accounts=self._still_watched(found.accounts) if present.options.follows_up else (),
        )
        notes = tuple(note for note in present.state.notes if note != self._start_note)  # it is over
        present.state = replace(present.state, notes=notes)
        await self._go_on_from(found, events, now_ms)

    async def _go_on_from(self, found: Found, events: tuple[AlertEvent, ...], now_ms: int) -> None:
        present = self.present
        past = await present.recorder.ask(lambda history: tuple(history.past(now_ms - KEEP_MS, one_of=ONE_OF)))
        present.state = replace(present.state, funding=recalled(past or (), now_ms))
        present.pending.extend(events)
        for event in found.events:
            present.publish(quiet(event))  # a journal line now, not news
        to_window = [one for _, one in found.undelivered if one.channel == WINDOW]
        to_others = [pair for pair in found.undelivered if pair[1].channel != WINDOW]
        self.reach.teller.take_up(found.chases, to_others, found.unconfirmed)
        await self.reach.note_deliveries(tuple(_given_up(one, now_ms) for one in to_window))

    def _still_watched(self, before: tuple[Account, ...]) -> tuple[Account, ...]:
        return tuple(one for one in before if (one.id, one.venue) in self.accounts.configured)

    def _quit(self, command: Quit) -> None:
        if command.by_user:
            self.present.spawn(self.leave(command.reason))
        else:
            self.stop(command.reason)

    def _loop_ended(self, task: asyncio.Task[None]) -> None:
        """The loop itself must never end quietly: an engine that cannot tick dies and is started again."""
        if not task.cancelled() and (error := task.exception()) is not None and self._stop is not None:
            log.error("engine loop ended", exc_info=error)
            if not self._stop.done():
                self._stop.set_exception(error)

    # ------------------------------------------------------------------ the loop

    async def _tick_loop(self) -> None:
        while True:
            try:
                async with asyncio.timeout(TICK_S):
                    await self.present.wake.wait()
            except TimeoutError:
                pass
            self.present.wake.clear()
            await self._tick_once()
            await asyncio.sleep(TICK_SPACING_S)

    async def _tick_once(self) -> None:
        present, now_ms = self.present, self.present.now_ms
        if (late := present.recorder.take_late()) is not None:
            await self._take_up_late(late, now_ms)
        self.changes.note_keys()
        before, known = present.last, present.state.known
        outcome = self._judge(now_ms)
        present.last = outcome
        self.accounts.at_risk = accounts_at_risk(outcome.report, outcome.state.alarms.values(), present.settings)
        if outcome.slept:
            self.accounts.poke_all()
        self.changes.move_price_alerts(outcome, self.feeds.prices.found, now_ms)
        events = (*present.pending, *outcome.events)
        present.pending.clear()
        present.state = outcome.state
        telling = self.reach.decide(events, now_ms)
        present.state = replace(outcome.state, next_event_id=telling.next_event_id)
        self.reach.recorded(telling, on_disk=await self.keeping.record(outcome, telling, now_ms))
        if before is not None:
            self.keeping.remember_ended(endings(outcome.events, before.rows, known))
        self.reach.send(telling)
        self._publish(outcome)
        self.watchdog.evaluated_ms = present.now_ms
        present.beat()

    def _judge(self, now_ms: int) -> Tick:
        present = self.present
        return tick(
            present.state,
            self.accounts.newest(),
            present.settings,
            now_ms,
            engine_pid=os.getpid(),
            demo_ids=frozenset(account.label for account in present.options.demo_accounts),
            conditions=self.watchdog.conditions(now_ms),
            market=self.feeds.market,
            prices=self.feeds.prices.found,
            shown=self.reach.window_visible or present.options.kind != "window",
            heard=self.reach.told,
        )

    def _publish(self, outcome: Tick) -> None:
        watchdog = self.watchdog
        self.present.publish(
            msgspec.structs.replace(outcome.update, self_test=watchdog.tested, self_test_runs=watchdog.test_runs)
        )


def _farewell(present: Present, count: int, reason: str) -> AlertEvent:
    """What the remote channels are told when the user ends the program with positions open."""
    now_ms = present.now_ms
    return AlertEvent(
        id=present.state.next_event_id,
        at_ms=now_ms,
        key=f"{STOPPED}|{now_ms}",
        family="SYSTEM",
        kind=STOPPED,
        level=1,
        reason="stopped",
        notify=True,
        title=tr("Monitoring stopped by the user"),
        text=tr_count(
            "{count} position is open and no longer guarded ({reason}).",
            "{count} positions are open and no longer guarded ({reason}).",
            count,
            reason=reason,
        ),
        account_id="",
        position_key="",
        episode_ms=now_ms,
    )


def _given_up(delivery: Delivery, now_ms: int) -> Delivery:
    """A delivery to a window that has gone: what still stands is told anew."""
    return msgspec.structs.replace(
        delivery, state="withdrawn", at_ms=now_ms, detail=tr("The program ended before the window showed it.")
    )
