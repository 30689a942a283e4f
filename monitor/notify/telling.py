"""From what a tick decided to who is told: floods, escalation, the outbox, and how the channels are doing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from monitor.alerts.rules import Reading, condition_reading
from monitor.clock import Clock
from monitor.journal import Chase, Delivery
from monitor.language import tr
from monitor.messages import AlertEvent
from monitor.notify import flood, routing
from monitor.notify.channel import Acknowledged, Channel
from monitor.notify.desktop import DesktopNotifier
from monitor.notify.flood import Flood
from monitor.notify.outbox import Health, Noted, Outbox
from monitor.notify.routing import DESKTOP, WINDOW, Route
from monitor.tick.state import AlarmRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one tick tells."""

    events: tuple[AlertEvent, ...]  # for the journal: all of them
    shown: tuple[AlertEvent, ...]  # for the window: those that share a card come without `notify`
    deliveries: tuple[Delivery, ...]
    chases: Mapping[str, Chase]
    next_event_id: int


class Teller:
    """Knows whom the alarms have reached, and carries them there.

    Args:
        note: stores how deliveries stand.
        acknowledged: called with an alarm's key when somebody acknowledged it outside the window.
    """

    def __init__(self, clock: Clock, note: Noted, acknowledged: Acknowledged) -> None:
        self._desktop = DesktopNotifier(on_acknowledge=acknowledged)
        self._outbox = Outbox(clock, note, acknowledged)
        self._remote: tuple[Route, ...] = ()
        self._chases: Mapping[str, Chase] = {}
        self._flood = Flood()
        self._unsettled: frozenset[str] = frozenset()

    async def use(self, channels: Mapping[str, Channel], remote: tuple[Route, ...]) -> None:
        """Tell through these remote channels from now on, and the desktop."""
        self._remote = remote
        await self._outbox.use({DESKTOP: self._desktop, **channels})

    @property
    def remote(self) -> tuple[str, ...]:
        """The names of the remote channels, in their turn."""
        return tuple(route.channel for route in self._remote)

    def be_loud(self, on: bool) -> None:
        """Let the desktop play a sound of its own, because no window does."""
        self._desktop.loud = on

    def take_up(
        self,
        chases: Iterable[Chase],
        undelivered: Iterable[tuple[AlertEvent, Delivery]],
        unconfirmed: Iterable[Delivery],
    ) -> None:
        """Go on where the last engine ended: rather twice than never."""
        self._outbox.await_receipts(unconfirmed)
        self._chases = {**{chase.key: chase for chase in chases}, **self._chases}
        self._outbox.put((delivery, event) for event, delivery in undelivered)

    def decide(
        self,
        events: tuple[AlertEvent, ...],
        alarms: Mapping[str, AlarmRecord],
        now_ms: int,
        *,
        local: Mapping[str, int],
        next_event_id: int,
    ) -> Telling:
        """Return who is told of what; nothing is sent yet.

        Args:
            local: least level that goes through each local channel.
        """
        self._flood, grouped, made = flood.gather(self._flood, events, alarms, now_ms, next_event_id=next_event_id)
        next_event_id += len(made)
        plan = routing.plan(
            self._chases,
            (*events, *made),
            alarms,
            local,
            self._remote,
            now_ms,
            next_event_id=next_event_id,
            grouped=grouped,
        )
        self._chases = plan.chases
        return Telling(
            events=plan.events,
            shown=tuple(
                quiet(event) if event.id in grouped or event.kind in routing.UNSEEN else event for event in plan.events
            ),
            deliveries=plan.deliveries,
            chases=plan.chases,
            next_event_id=next_event_id + len(plan.events) - len(events) - len(made),
        )

    def send(self, telling: Telling, alarms: Mapping[str, AlarmRecord]) -> None:
        """Send what was decided, and take back what is settled meanwhile."""
        unsettled = frozenset(key for key, record in alarms.items() if record.alarm.phase in ("active", "snoozed"))
        if settled := self._unsettled - unsettled:
            over = frozenset(key for key in settled if key not in alarms or alarms[key].alarm.phase == "returned")
            self._outbox.settle(over, tr("The alarm was over before it got through."))
            self._outbox.settle(settled - over, tr("It was acknowledged before it got through."))
        self._unsettled = unsettled
        by_id = {event.id: event for event in telling.events}
        self._outbox.put((one, by_id[one.event_id]) for one in telling.deliveries if one.channel != WINDOW)

    def behind_card(self, key: str, alarms: Mapping[str, AlarmRecord]) -> list[AlarmRecord]:
        """Return the alarms that a card stands for; none where it is none."""
        return flood.behind_card(self._flood, key, alarms)

    def health(self) -> dict[str, Health]:
        """How each channel has been doing."""
        return self._outbox.health

    def waiting(self) -> tuple[Delivery, ...]:
        """What has not gone through yet, oldest first."""
        return self._outbox.waiting()

    def readings(self, now_ms: int) -> tuple[Reading, ...]:
        """Return one condition per channel: one that has failed for a minute is an alarm itself."""
        return tuple(_down(name, health, now_ms) for name, health in self._outbox.health.items())

    async def settle(self, deadline_s: float) -> None:
        """Wait until nothing waits any more, for a while."""
        loop = asyncio.get_running_loop()
        end = loop.time() + deadline_s
        while self._outbox.waiting() and loop.time() < end:  # noqa: ASYNC110  # once, at the end of the program
            await asyncio.sleep(0.05)

    async def close(self) -> None:
        """Stop telling; what waits stays queued."""
        await self._outbox.close()


def quiet(event: AlertEvent) -> AlertEvent:
    """Return an event as a line of the journal, not as news."""
    return msgspec.structs.replace(event, notify=False)


def _down(name: str, health: Health, now_ms: int) -> Reading:
    is_down = health.is_down(now_ms)
    since = max(1, (now_ms - (health.failing_ms or now_ms)) // 60_000)
    reading = condition_reading(
        "channel_down",
        "SYSTEM",
        "",
        2 if is_down else 0,
        tr("Alarms do not get through {name}", name=name),
        tr(
            "It has failed for {since} min. {detail} It is tried again until it works; test it in the settings.",
            since=since,
            detail=health.detail,
        ),
    )
    return replace(reading, key=f"channel_down|{name}")
