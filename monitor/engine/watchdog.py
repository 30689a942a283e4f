"""Who watches the watcher: the self-test, what a dead-man's ping is earned with, what is wrong here."""

from __future__ import annotations

import asyncio

from monitor.alerts.rules import Reading, condition_reading
from monitor.engine.accounts import Accounts
from monitor.engine.changes import Changes
from monitor.engine.present import Present
from monitor.engine.reach import WINDOW_SILENT_MS, Reach
from monitor.language import tr
from monitor.messages import SelfTestResult
from monitor.model import Account
from monitor.notify.dead_man import DeadMan, Facts
from monitor.notify.routing import WINDOW
from monitor.notify.self_test import DEADLINE_S, due_ms, synthetic_alarm, verdict

PASSED = "self_test_passed_ms"  # where the database keeps it


class Watchdog:
    """Knows how well the engine itself does."""

    def __init__(self, present: Present, accounts: Accounts, reach: Reach, changes: Changes) -> None:
        self._present = present
        self._accounts = accounts
        self._reach = reach
        self._changes = changes
        self.evaluated_ms = present.now_ms  # end of the last tick
        self.tested: SelfTestResult | None = None
        self.test_runs = False
        self._passed_ms: int | None = None
        self._ticked_ms = present.now_ms
        self._dead_man = DeadMan(self.facts, present.channel_secrets, present.clock.now_ms)

    async def run(self) -> None:
        """Once a second: follow a settings file that somebody else has changed, and see what is due."""
        present = self._present
        pinging: asyncio.Task[None] | None = None
        self._passed_ms = await present.recorder.ask(lambda history: history.fact(PASSED))
        try:
            while True:
                await self._changes.follow_the_file()
                watchdog = present.settings.watchdog
                if (pinging is None) == watchdog.dead_man:
                    if pinging is not None:
                        pinging.cancel()
                    pinging = asyncio.create_task(self._dead_man.run()) if pinging is None else None
                is_due = present.now_ms >= due_ms(self._passed_ms, self.tested, present.state.started_ms)
                if watchdog.daily_self_test and present.settings.channels and is_due:
                    await self.test_the_chain()
                await asyncio.sleep(1.0)
        finally:
            if pinging is not None:
                pinging.cancel()

    async def test_the_chain(self) -> None:
        """Send the synthetic position through the chain; one run at a time."""
        if self.test_runs:
            return
        self.test_runs = True
        present, reach = self._present, self._reach
        try:
            now_ms = present.now_ms
            event, lines = synthetic_alarm(now_ms, present.state.next_event_id)
            if event is None:
                self.tested = verdict(lines, now_ms)
                return
            local = [name for name in reach.local_channels(now_ms) if name != WINDOW]
            event = present.add(event)
            self.tested = await reach.follow(event, (*local, *reach.teller.remote), lines, DEADLINE_S)
            if self.tested.ok:
                self._passed_ms = at_ms = self.tested.at_ms
                await present.recorder.ask(lambda history: history.put_fact(PASSED, at_ms))
        finally:
            self.test_runs = False
            present.wake.set()

    def conditions(self, now_ms: int) -> tuple[Reading, ...]:
        """Return what is wrong beside the accounts.

        After a standstill of our own (a suspend, a stopped process) the window gets its time again.
        """
        if now_ms - self._ticked_ms > WINDOW_SILENT_MS // 2:
            self._reach.window_gets_its_time_again(now_ms)
        self._ticked_ms = now_ms
        window = self._reach.window_reading(now_ms)
        return (
            *self._reach.teller.readings(now_ms),
            self._disk_reading(now_ms),
            self._self_test_reading(),
            *(() if window is None else (window,)),
        )

    def facts(self) -> Facts:
        """Return what a ping of the dead-man has to be earned with."""
        now_ms, settings = self._present.now_ms, self._present.settings
        critical = [one.queued_ms for one in self._reach.teller.waiting() if one.level >= 3]
        return Facts(
            evaluated_ms=self.evaluated_ms,
            blind_accounts=tuple(one.id for one in self._accounts.newest() if self._is_blind(one, now_ms)),
            oldest_critical_ms=min(critical, default=None),
            peer_answers=not self._reach.window_is_away(now_ms),
            self_test_ms=self._passed_ms if self.tested is None or self.tested.ok else None,
            self_test_needed=bool(settings.channels) and settings.watchdog.daily_self_test,
        )

    # ------------------------------------------------------------------ inside

    def _is_blind(self, account: Account, now_ms: int) -> bool:
        """Whether an account is too old and nobody has been told so."""
        present = self._present
        seen_ms = present.state.started_ms if account.read_ms is None else account.read_ms
        if now_ms - seen_ms <= max(3 * present.settings.poll.calm_s, 15.0) * 1000:
            return False
        told = [
            record
            for key, record in present.state.alarms.items()
            if record.kind == "network" or key == f"stale|{account.id}"
        ]
        return not any(self._reach.heard.get(record.key) == record.alarm.since_ms for record in told)

    def _disk_reading(self, now_ms: int) -> Reading:
        trouble = self._present.recorder.trouble(now_ms)
        return condition_reading(
            "disk",
            "SYSTEM",
            "",
            2 if trouble else 0,
            tr("What is said is not being kept"),
            trouble + " " + tr("Free some space or mend the folder; then all is stored again."),
        )

    def _self_test_reading(self) -> Reading:
        failed = [line for line in self.tested.lines if line.ok is False] if self.tested is not None else []
        return condition_reading(
            "selftest_failed",
            "SYSTEM",
            "",
            2 if failed else 0,
            tr("The alarm chain did not pass its test"),
            " ".join(f"{line.what}: {line.detail}" for line in failed) + " " + tr("Mend it and test again."),
        )
