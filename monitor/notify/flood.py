"""When alarms come in floods: WARNING and DANGER share one card per account. Pure; times in ms UTC.

More than ten new alarms in ten minutes begin a flood, fewer than five end it. CRITICAL always keeps its own card, as
does what is wrong with the program itself. Nothing is dropped: each alarm keeps its row, its line in the journal and
its way to the remote channels.

Source: EEMUA 191 (more than 10 alarms in 10 minutes is a flood: an operator can no longer follow).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.language import tr, tr_count
from monitor.messages import AlertEvent
from monitor.tick.state import AlarmRecord

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
    waiting: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)  # account id: what its next card tells,
    # by alarm key; whether that is new, or told again
    behind: Mapping[str, frozenset[str]] = field(default_factory=dict)  # account id: alarms its cards stand for


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
        return Flood(recent=recent, behind=flood.behind), frozenset(), tuple(made)
    merged = [event for event in news if event.level < 3 and event.family != "SYSTEM"]
    waiting, behind = _with(flood.waiting, merged), dict(flood.behind if was is not None else {})
    carded = dict(flood.carded)
    for account_id in sorted(waiting):
        if now_ms - carded.get(account_id, 0) < CARD_EVERY_MS:
            continue
        wanted = waiting.pop(account_id)
        standing = standing_of(account_id, alarms)
        told = [record for record in standing if record.key in wanted]
        if told:
            number = next_event_id + len(made)
            made.append(_card(account_id, told, wanted, len(standing) - len(told), number, now_ms, since))
            carded[account_id] = now_ms
            behind[account_id] = behind.get(account_id, frozenset()) | {record.key for record in told}
    state = Flood(recent=recent, since_ms=since, carded=carded, waiting=waiting, behind=behind)
    return state, frozenset(event.id for event in merged), tuple(made)


def standing_of(account_id: str, alarms: Mapping[str, AlarmRecord]) -> list[AlarmRecord]:
    """Return the alarms of an account that share a card in a flood, worst first."""
    found = [
        record
        for record in alarms.values()
        if (record.account_id, record.alarm.phase) == (account_id, "active")
        and 1 <= record.alarm.level < 3
        and record.family != "SYSTEM"
    ]
    return sorted(found, key=lambda record: (-record.alarm.level, -(record.alarm.told_ms or 0)))


def behind_card(flood: Flood, key: str, alarms: Mapping[str, AlarmRecord]) -> list[AlarmRecord]:
    """Return the alarms that the cards of this key stand for and that still stand; none where it is no card."""
    if not key.startswith(PREFIX):
        return []
    account_id = key.removeprefix(PREFIX)
    standing = standing_of(account_id, alarms)
    behind = flood.behind.get(account_id)
    return standing if behind is None else [record for record in standing if record.key in behind]


def _with(waiting: Mapping[str, Mapping[str, bool]], merged: list[AlertEvent]) -> dict[str, Mapping[str, bool]]:
    """What waits for a card, with these events: what is new stays new until it is told."""
    found = {account_id: dict(keys) for account_id, keys in waiting.items()}
    for event in merged:
        keys = found.setdefault(event.account_id, {})
        keys[event.key] = keys.get(event.key, False) or event.reason not in _TOLD_AGAIN
    return dict(found)


def _card(
    account_id: str,
    told: list[AlarmRecord],
    is_new: Mapping[str, bool],
    others: int,
    number: int,
    now_ms: int,
    since_ms: int,
) -> AlertEvent:
    """One card for what is told now; what was told before is only counted."""
    who = account_id or "Marginwatch"
    new = [record for record in told if is_new[record.key]]
    first, others = new or told, others + (len(told) - len(new) if new else 0)
    danger = sum(record.alarm.level == 2 for record in first)
    counts = ", ".join(
        f"{count} {word}" for count, word in ((danger, tr("DANGER")), (len(first) - danger, tr("WARNING"))) if count
    )
    if len(first) == 1:
        named = any(f"{part} ".startswith(f"{who} ") for part in first[0].title.split(" · "))
        title, text = first[0].title if named else f"{who}: {first[0].title}", first[0].text
    elif new:
        title = tr("{account}: {count} alarms at once ({levels})", account=who, count=len(first), levels=counts)
        text = _named(first)
    else:
        title = tr("{account}: {count} alarms unanswered ({levels})", account=who, count=len(first), levels=counts)
        text = _named(first)
    if others:
        text += " " + tr_count("{count} told before still stands.", "{count} told before still stand.", others)
    return AlertEvent(
        id=number,
        at_ms=now_ms,
        key=f"{PREFIX}{account_id}",
        family="SYSTEM",
        kind="flood",
        level=2 if danger else 1,
        reason="grouped",
        notify=True,
        title=title,
        text=text,
        account_id=account_id,
        position_key="",
        episode_ms=since_ms,
    )


def _named(told: list[AlarmRecord]) -> str:
    titles = "; ".join(record.title for record in told[:NAMED])
    if len(told) <= NAMED:
        return tr("{titles}. Each has its row in the feed.", titles=titles)
    return tr("{titles}; and {count} more. Each has its row in the feed.", titles=titles, count=len(told) - NAMED)


def _line(number: int, now_ms: int, *, begins: bool, count: int) -> AlertEvent:
    """A line of the journal at the beginning or the end of a flood."""
    return AlertEvent(
        id=number,
        at_ms=now_ms,
        key=PREFIX.rstrip("|"),
        family="SYSTEM",
        kind="flood",
        level=0,
        reason="flood" if begins else "flood over",
        notify=False,
        title=tr("{count} alarms in ten minutes", count=count) if begins else tr("The flood of alarms is over"),
        text=tr("WARNING and DANGER share a card per account; CRITICAL keeps its own.") if begins else "",
        account_id="",
        position_key="",
        episode_ms=now_ms,
    )
