"""What the window says: each message to the room that carries it out. Called in the loop's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from monitor.alerts.lifecycle import Alarm, Told
from monitor.engine.accounts import Accounts
from monitor.engine.answers import Answers, Question
from monitor.engine.changes import Changes
from monitor.engine.feeds import Feeds
from monitor.engine.present import Present
from monitor.engine.reach import Reach
from monitor.engine.watchdog import Watchdog
from monitor.language import tr
from monitor.messages import (
    Acknowledge,
    ArrangeChannels,
    ChangeAlerts,
    ChangeSettings,
    ChangeWatchdog,
    Focus,
    Heartbeat,
    MuteAll,
    Quit,
    RemoveAccount,
    RemoveChannel,
    Resync,
    RunSelfTest,
    SaveAccount,
    SaveChannel,
    Shelve,
    Shown,
    Snooze,
    TestAccount,
    TestAlarm,
    TestChannel,
    ToEngine,
)
from monitor.tick.judge import event_of
from monitor.tick.state import AlarmRecord
from monitor.tick.user_acts import apply


class Commands:
    """Carries out what the window says.

    Args:
        quit: called with the window's last word.
    """

    def __init__(
        self,
        present: Present,
        *,
        accounts: Accounts,
        feeds: Feeds,
        reach: Reach,
        changes: Changes,
        watchdog: Watchdog,
        answers: Answers,
        quit: Callable[[Quit], None],
    ) -> None:
        self._present = present
        self._accounts = accounts
        self._feeds = feeds
        self._reach = reach
        self._changes = changes
        self._watchdog = watchdog
        self._answers = answers
        self._quit = quit

    def handle(self, command: ToEngine) -> None:
        """Carry out one command."""
        spawn = self._present.spawn
        match command:
            case Heartbeat():
                self._beat(visible=command.visible)
            case Acknowledge() | Snooze() | MuteAll() | Focus():
                self._apply(command)
            case Shown():
                spawn(self._reach.window_shows(command))
            case Resync():
                self._accounts.read_all_anew()
            case TestAlarm():
                self._test_alarm(command.level)
            case RunSelfTest():
                spawn(self._watchdog.test_the_chain())
            case Shelve():
                self._changes.shelve(command)
            case ChangeSettings():
                self._changes.change_settings(command)
            case ChangeAlerts():
                self._changes.change_alerts(command.alerts)
            case SaveAccount() | RemoveAccount() | TestAccount():
                spawn(self._changes.change_account(command))
            case SaveChannel() | TestChannel() | RemoveChannel() | ArrangeChannels() | ChangeWatchdog():
                spawn(self._changes.change_channel(command))
            case Quit():
                self._quit(command)
            case _:
                self._ask(command)

    def _ask(self, question: Question) -> None:
        self._answers.take(question)

    def _beat(self, *, visible: bool) -> None:
        """The window lives; one that has just been opened gets fresh figures."""
        if visible and not self._reach.window_visible:
            self._accounts.poke_all()
            self._present.wake.set()  # the window waits for what was left out while nobody looked
        self._reach.window_beats(visible=visible)
        self._feeds.chart.watched = visible

    def _apply(self, command: Acknowledge | Snooze | MuteAll | Focus) -> None:
        present = self._present
        for single in self._reach.singly(command):
            present.state, events = apply(present.state, single, present.settings, present.now_ms)
            present.pending.extend(events)
        if isinstance(command, Focus):
            self._feeds.chart.look_at(command)
        present.wake.set()

    def _test_alarm(self, level: int) -> None:
        """Raise an alarm that is about nothing: it stands until it is acknowledged."""
        present, now_ms = self._present, self._present.now_ms
        name = {1: "WARNING", 2: "DANGER", 3: "CRITICAL"}[level]
        record = AlarmRecord(
            key=f"test|{now_ms}",
            alarm=Alarm(
                phase="active",
                level=level,
                peak=level,
                since_ms=now_ms,
                told_ms=now_ms,
                episode=1,
                last_good=now_ms,
                step=1,
            ),
            family="SYSTEM",
            kind="test",
            title=tr("TEST {name}: the alarm chain works", name=name),
            text=tr("Nothing is wrong. Acknowledge it to end the test."),
            account_id="",
            position_key="",
        )
        raised = event_of(
            record, Told(notify=True, level=level, reason="raised", step=1), present.state.next_event_id, now_ms
        )
        present.state = replace(present.state, alarms={**present.state.alarms, record.key: record})
        present.add(raised)
        present.wake.set()
