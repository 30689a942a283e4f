"""Who can be told, and who has heard: the window's presence, local channels, receipts, cards that stand for many."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from monitor.alerts.rules import Reading, condition_reading
from monitor.engine.present import Present
from monitor.journal import Delivery
from monitor.language import tr
from monitor.messages import (
    Acknowledge,
    AlertEvent,
    CheckLine,
    Focus,
    MuteAll,
    SelfTestResult,
    Shown,
    Snooze,
)
from monitor.notify.channel import Acknowledged
from monitor.notify.channels import RemoteChannel
from monitor.notify.flood import PREFIX as FLOOD
from monitor.notify.routing import DESKTOP, WINDOW, in_turn
from monitor.notify.self_test import SelfTest
from monitor.notify.telling import Teller, Telling

WINDOW_SILENT_MS = 10_000


class Reach:
    """Whom the alarms reach.

    Args:
        acknowledged: called with an alarm's key when somebody acknowledged it outside the window.
    """

    def __init__(self, present: Present, acknowledged: Acknowledged) -> None:
        self._present = present
        self.teller = Teller(present.clock, self.note_deliveries, acknowledged)
        self.window_visible = present.options.kind == "window"
        self.heard: dict[str, int] = {}  # alarm key -> episode that somebody has been told of
        self._unheard_of: dict[str, int] = {}  # the same of alarms that no channel takes: nobody will be told
        self._window_ms: int | None = present.now_ms if present.options.kind == "window" else None
        self._to_window: dict[int, Delivery] = {}  # told to the window, which has not said yet that it shows it
        self._followed: list[SelfTest] = []  # events whose deliveries somebody waits for

    async def use_channels(self) -> None:
        """Tell through the channels of the settings from now on."""
        channels = tuple(channel for channel in self._present.settings.channels if channel.enabled)
        await self.teller.use(
            {config.name: RemoteChannel(config, self._present.channel_secrets) for config in channels},
            in_turn((config.name, config.after_s, config.least_level) for config in channels),
        )

    # ------------------------------------------------------------------ the window

    def window_beats(self, *, visible: bool) -> None:
        """The window lives."""
        self._window_ms, self.window_visible = self._present.now_ms, visible

    def window_lost(self) -> None:
        """The window is gone without a word: from now on the engine tells by itself."""
        self._window_ms, self.window_visible = 0, False

    def window_gets_its_time_again(self, now_ms: int) -> None:
        """We stood still ourselves: the window's heartbeats wait unread in the pipe."""
        if self._window_ms:
            self._window_ms = now_ms

    def window_is_away(self, now_ms: int) -> bool:
        """Whether a window that should be there is silent."""
        return self._window_ms is not None and now_ms - self._window_ms > WINDOW_SILENT_MS

    def window_reading(self, now_ms: int) -> Reading | None:
        """Return whether the window answers; None where there is none."""
        if self._present.options.kind != "window":
            return None
        return condition_reading(
            "window",
            "SYSTEM",
            "",
            2 if self.window_is_away(now_ms) else 0,
            tr("The window does not answer"),
            tr("The engine goes on guarding and tells by itself. Start Marginwatch again to see it."),
        )

    # ------------------------------------------------------------------ telling

    def local_channels(self, now_ms: int) -> Mapping[str, int]:
        """Least level by local channel: the window shows its own popups; the desktop is told of what must not be
        missed, and of all while the window is away."""
        if self.window_is_away(now_ms):
            return {DESKTOP: 1}
        desktop = {DESKTOP: 2} if self._present.settings.alerts.desktop_notifications else {}
        return {**desktop, **({WINDOW: 1} if self._present.options.kind == "window" else {})}

    def decide(self, events: tuple[AlertEvent, ...], now_ms: int) -> Telling:
        """Return who is told of these events, by the state as it is; nothing is sent yet."""
        state = self._present.state
        self.teller.be_loud(self._present.options.kind != "window" or self.window_is_away(now_ms))
        return self.teller.decide(
            events,
            state.alarms,
            now_ms,
            local=self.local_channels(now_ms),
            next_event_id=state.next_event_id,
        )

    def recorded(self, telling: Telling, *, on_disk: bool) -> None:
        """What was decided is stored, or could not be."""
        for run in self._followed:
            if any(event.id == run.event.id for event in telling.events):
                run.recorded(on_disk)

    def send(self, telling: Telling) -> None:
        """Tell it: to the window, and through the other channels."""
        alarms = self._present.state.alarms
        for event in telling.shown:
            self._present.publish(event)
        self._to_window.update({one.event_id: one for one in telling.deliveries if one.channel == WINDOW})
        self.teller.send(telling, alarms)
        on_the_way = {one.event_id for one in telling.deliveries}
        unheard_of = {one.key: one.episode_ms for one in telling.shown if one.notify and one.id not in on_the_way}
        self._unheard_of = {key: at for key, at in {**self._unheard_of, **unheard_of}.items() if key in alarms}
        self.heard = {key: episode for key, episode in self.heard.items() if key in alarms}

    # ------------------------------------------------------------------ who has heard

    @property
    def told(self) -> Mapping[str, int]:
        """The episode of each alarm that has got through, or that no channel takes and nobody waits for."""
        return {**self._unheard_of, **self.heard}

    async def note_deliveries(self, deliveries: tuple[Delivery, ...]) -> None:
        """Remember how deliveries stand."""
        for run in self._followed:
            run.take(deliveries)
        for one in deliveries:
            if one.state == "delivered":
                self.heard[one.key] = one.episode_ms
                self.heard.update(self.behind_card(one.key))
        await self._present.recorder.note(deliveries, self._present.now_ms)

    async def window_shows(self, shown: Shown) -> None:
        """The window says that it shows these events: that is their receipt."""
        told = [self._to_window.pop(number) for number in shown.event_ids if number in self._to_window]
        await self.note_deliveries(
            tuple(
                msgspec.structs.replace(
                    one, state="delivered", at_ms=shown.at_ms, attempts=1, detail=tr("Shown by the window.")
                )
                for one in told
            )
        )

    def behind_card(self, key: str) -> dict[str, int]:
        """Return the alarms that a card stands for, with their episodes."""
        behind = self.teller.behind_card(key, self._present.state.alarms)
        return {record.key: record.alarm.since_ms for record in behind}

    def singly(self, command: Acknowledge | Snooze | MuteAll | Focus) -> list[Acknowledge | Snooze | MuteAll | Focus]:
        """Return the commands that one stands for: a card for many alarms is answered for each of them."""
        if not isinstance(command, Acknowledge | Snooze) or not command.key.startswith(FLOOD):
            return [command]
        return [msgspec.structs.replace(command, key=key) for key in self.behind_card(command.key)]

    async def follow(
        self, event: AlertEvent, expected: tuple[str, ...], lines: tuple[CheckLine, ...], deadline_s: float
    ) -> SelfTestResult:
        """Wait until an event has gone through these channels, and say how it went."""
        run = SelfTest(event, expected, lines)
        self._followed.append(run)
        self._present.wake.set()
        try:
            return await run.result(self._present.clock.now_ms, deadline_s)
        finally:
            self._followed.remove(run)
