"""Who is told what, and when: escalation, pure. Times in ms UTC, spans in seconds.

CRITICAL: at once all local channels and the first remote one; not acknowledged after 60 s the second, after 180 s all.
DANGER: local at once, remote a minute later than CRITICAL. WARNING: local only. Each repeat goes wherever the alarm
has come so far. A snooze quiets what the user hears here; it does not stop an alarm on its way to others.

Source: alert timing of issue 5 after PagerDuty and IEC 60601-1-8: what is not acknowledged goes further.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from monitor.alerts.lifecycle import Told
from monitor.journal import Chase, Delivery
from monitor.messages import AlertEvent
from monitor.settings import DANGER_LATER_S, TURNS_S
from monitor.tick.judge import event_of
from monitor.tick.state import AlarmRecord

STEPS_S = TURNS_S  # of the first, the second and every further remote channel, where nothing is set
DESKTOP, WINDOW = "desktop", "window"
EVERYWHERE = frozenset({"test", "selftest", "stopped"})  # kinds that go through all remote channels at once
UNSEEN = frozenset({"selftest", "stopped"})  # kinds that the window shows in the feed only
_GOES_ON = frozenset({"repeated", "restored"})  # told again, not told anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A remote channel as the escalation sees it."""

    channel: str
    after_s: float  # how long a CRITICAL alarm waits for an acknowledgement before it goes here
    least_level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What has to be told now."""

    chases: dict[str, Chase]
    events: tuple[AlertEvent, ...]  # those given, and those that say that an alarm goes further
    deliveries: tuple[Delivery, ...]


def plan(
    chases: Mapping[str, Chase],
    events: tuple[AlertEvent, ...],
    alarms: Mapping[str, AlarmRecord],
    local: Mapping[str, int],
    remote: tuple[Route, ...],
    now_ms: int,
    *,
    next_event_id: int,
    grouped: frozenset[int] = frozenset(),
) -> Plan:
    """Return who has to be told of what.

    Args:
        chases: how far each alarm has been carried.
        events: of this tick.
        alarms: as they stand after this tick.
        local: least level that goes through each local channel.
        remote: in the order of their turn.
        next_event_id: first free number, for the events made here.
        grouped: ids of events that share a card: they go through no local channel by themselves.
    """
    carried = {key: _begun(chase, now_ms) for key, chase in chases.items() if key in alarms}
    deliveries: list[Delivery] = []
    for event in events:
        if not event.notify or event.level < 1:
            continue
        chase = _told(carried.get(event.key), event)
        due = _due(remote, chase, event.kind, now_ms)
        chase = _reached(chase, due)
        if event.key in alarms:
            carried[event.key] = chase
        here = [] if event.id in grouped else [name for name, least in local.items() if _is_here(event, name, least)]
        channels = here + [route.channel for route in due]
        deliveries += _queue(event, chase, channels, now_ms)
    further: list[AlertEvent] = []
    for key, chase in carried.items():
        record = alarms[key]
        if record.alarm.phase not in ("active", "snoozed") or record.alarm.level != chase.level:
            continue
        new = [route for route in _due(remote, chase, record.kind, now_ms) if route.channel not in chase.reached]
        if not new:
            continue
        chase = _reached(msgspec.structs.replace(chase, step=chase.step + 1), new)
        carried[key] = chase
        event = _goes_further(record, chase, next_event_id + len(further), now_ms)
        further.append(event)
        deliveries += _queue(event, chase, [route.channel for route in new], now_ms)
    return Plan(chases=carried, events=(*events, *further), deliveries=tuple(deliveries))


def in_turn(channels: Iterable[tuple[str, float | None, int]]) -> tuple[Route, ...]:
    """Return the routes of the user's channels: (name, seconds or None for its turn, least level)."""
    return tuple(
        Route(
            channel=name,
            after_s=STEPS_S[min(place, len(STEPS_S) - 1)] if after_s is None else after_s,
            least_level=least,
        )
        for place, (name, after_s, least) in enumerate(channels)
    )


def _begun(chase: Chase, now_ms: int) -> Chase:
    """The chase, not later than now: where the clock was set back while nobody guarded, it would wait until then."""
    return chase if chase.since_ms <= now_ms else msgspec.structs.replace(chase, since_ms=now_ms)


def _told(chase: Chase | None, event: AlertEvent) -> Chase:
    """The chase after one more telling: the clock runs on through repeats, and begins anew with new news."""
    same = chase is not None and (chase.episode_ms, chase.level) == (event.episode_ms, event.level)
    step = chase.step + 1 if chase is not None and same else 1
    goes_on = same and event.reason in _GOES_ON
    return Chase(
        key=event.key,
        episode_ms=event.episode_ms,
        level=event.level,
        since_ms=chase.since_ms if chase is not None and goes_on else event.at_ms,
        step=step,
        reached=chase.reached if chase is not None and goes_on else (),
    )


def _due(remote: tuple[Route, ...], chase: Chase, kind: str, now_ms: int) -> list[Route]:
    """The remote channels that the alarm has to reach by now; a channel that is down is not told so through itself."""
    if kind in EVERYWHERE:
        return list(remote)
    if chase.level < 2:
        return []
    later_s = DANGER_LATER_S if chase.level == 2 else 0.0
    waited_s = (now_ms - chase.since_ms) / 1000
    return [
        route
        for route in remote
        if chase.level >= route.least_level
        and waited_s >= route.after_s + later_s
        and not (kind == "channel_down" and chase.key.endswith(f"|{route.channel}"))
    ]


def _is_here(event: AlertEvent, name: str, least: int) -> bool:
    """Whether an event goes through a local channel."""
    if event.kind == "stopped" or (event.kind == "selftest" and name == WINDOW):
        return False
    return event.level >= least


def _reached(chase: Chase, routes: list[Route]) -> Chase:
    names = {*chase.reached, *(route.channel for route in routes)}
    return msgspec.structs.replace(chase, reached=tuple(sorted(names)))


def _queue(event: AlertEvent, chase: Chase, channels: list[str], now_ms: int) -> list[Delivery]:
    return [
        Delivery(
            key=event.key,
            episode_ms=event.episode_ms,
            level=event.level,
            step=chase.step,
            channel=channel,
            event_id=event.id,
            queued_ms=now_ms,
            at_ms=now_ms,
        )
        for channel in channels
    ]


def _goes_further(record: AlarmRecord, chase: Chase, number: int, now_ms: int) -> AlertEvent:
    """The line of the journal that says that nobody has acknowledged; the window has its own repeats."""
    reason = f"not acknowledged for {(now_ms - chase.since_ms) // 1000} s"
    return event_of(record, Told(notify=False, level=record.alarm.level, reason=reason), number, now_ms)
