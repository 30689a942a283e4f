"""When alarms come in floods: WARNING and DANGER share one card per account. Pure; times in ms UTC.

More than ten new alarms in ten minutes begin a flood, fewer than five end it. CRITICAL always keeps its own card, as
does what is wrong with the program itself. Nothing is dropped: each alarm keeps its row, its line in the journal and
its way to the remote channels.

Source: EEMUA 191 (more than 10 alarms in 10 minutes is a flood: an operator can no longer follow).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from monitor.messages import AlertEvent
from monitor.state import AlarmRecord

SPAN_MS = 600_000
BEGINS_ABOVE, ENDS_BELOW = 10, 5
CARD_EVERY_MS = 30_000
NAMED = 3  # alarms named on a card; the others are counted
PREFIX = "flood|"
_TOLD_AGAIN = frozenset({"repeated", "restored"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """What one tick hands to the next."""

    recent: tuple[int, ...] = ()  # times of new alarms in the last ten minutes
    since_ms: int | None = None  # None: no flood
    carded: Mapping[str, int] = field(default_factory=dict)  # account id: when its card was last told
    waiting: frozenset[str] = frozenset()  # accounts whose card has to be told again


def gather(
    flood: Flood, events: tuple[AlertEvent, ...], alarms: Mapping[str, AlarmRecord], now_ms: int, *, next_event_id: int
) -> tuple[Flood, frozenset[int], tuple[AlertEvent, ...]]:
    """Return the new state, the ids of events that get no card of their own, and the cards and lines made here."""
    news = [event for event in events if event.notify and event.level >= 1]
    recent = tuple(at for at in flood.recent if now_ms - at < SPAN_MS)
    recent += tuple(event.at_ms for event in news if event.reason not in _TOLD_AGAIN)
    was = flood.since_ms
    since = (
        (now_ms if was is None else was)
        if len(recent) > BEGINS_ABOVE or (was is not None and len(recent) >= ENDS_BELOW)
        else None
    )
    made: list[AlertEvent] = []
    if since != was and (since is None or was is None):
        made.append(_line(next_event_id, now_ms, begins=since is not None, count=len(recent)))
    if since is None:
        return Flood(recent=recent), frozenset(), tuple(made)
    merged = [event for event in news if event.level < 3 and event.family != "SYSTEM"]
    waiting = flood.waiting | {event.account_id for event in merged}
    carded = dict(flood.carded)
    for account_id in sorted(waiting):
        if now_ms - carded.get(account_id, 0) < CARD_EVERY_MS:
            continue
        standing = standing_of(account_id, alarms)
        if standing:
            made.append(_card(account_id, standing, next_event_id + len(made), now_ms, since))
            carded[account_id] = now_ms
        waiting -= {account_id}
    state = Flood(recent=recent, since_ms=since, carded=carded, waiting=waiting)
    return state, frozenset(event.id for event in merged), tuple(made)


def standing_of(account_id: str, alarms: Mapping[str, AlarmRecord]) -> list[AlarmRecord]:
    """Return the alarms that an account's card stands for, worst first."""
    found = [
        record
        for record in alarms.values()
        if (record.account_id, record.alarm.phase) == (account_id, "active")
        and 1 <= record.alarm.level < 3
        and record.family != "SYSTEM"
    ]
    return sorted(found, key=lambda record: (-record.alarm.level, -(record.alarm.told_ms or 0)))


def _card(account_id: str, standing: list[AlarmRecord], number: int, now_ms: int, since_ms: int) -> AlertEvent:
    danger = sum(record.alarm.level == 2 for record in standing)
    counts = [f"{count} {word}" for count, word in ((danger, "DANGER"), (len(standing) - danger, "WARNING")) if count]
    named = "; ".join(record.title for record in standing[:NAMED])
    more = f"; and {len(standing) - NAMED} more" if len(standing) > NAMED else ""
    return AlertEvent(
        id=number,
        at_ms=now_ms,
        key=f"{PREFIX}{account_id}",
        family="SYSTEM",
        kind="flood",
        level=2 if danger else 1,
        reason="grouped",
        notify=True,
        title=f"{account_id or 'Marginwatch'}: {_alarms(len(standing))} at once ({', '.join(counts)})"
        if len(standing) != 1
        else f"{account_id or 'Marginwatch'}: {standing[0].title}",
        text=f"{named}{more}. Each has its row in the feed." if len(standing) != 1 else standing[0].text,
        account_id=account_id,
        position_key="",
        episode_ms=since_ms,
    )


def _alarms(count: int) -> str:
    return "1 alarm" if count == 1 else f"{count} alarms"


def _line(number: int, now_ms: int, *, begins: bool, count: int) -> AlertEvent:
    """A line of the journal at the beginning or the end of a flood."""
    return msgspec.structs.replace(
        _card("", [], number, now_ms, now_ms),
        key=PREFIX.rstrip("|"),
        level=0,
        reason="flood" if begins else "flood over",
        notify=False,
        title=f"{count} alarms in ten minutes" if begins else "The flood of alarms is over",
        text="WARNING and DANGER share a card per account; CRITICAL keeps its own." if begins else "",
    )
