"""How well the alarms work, from the journal: pure. Times in ms UTC, shares are fractions.

Source: EEMUA 191 and ISA-18.2: about one alarm in ten minutes can be handled, more than ten are a flood; priorities
about 80/15/5; no alarm chatters; none stands for a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from monitor.journal import Contributor, Kpi, Standing
from monitor.messages import AlertEvent

SLOT_MS = 600_000
FLOOD_ABOVE = 10
CHATTER_COUNT, CHATTER_MS = 3, 60_000  # so many new alarms of one key within a minute
STANDING_MS = 86_400_000
MOST_CONTRIBUTORS = 10
MOST_SLOTS = 4_320  # a month
TARGETS = (0.80, 0.15, 0.05)  # of WARNING, DANGER, CRITICAL
_NEW = frozenset({"raised", "raised again", "raised without confirmation", "escalated"})
_OVER = ("cleared", "closed")


def measure(events: Iterable[AlertEvent], since_ms: int, until_ms: int) -> Kpi:
    """Return the figures of the events in a span, oldest first; TEST alarms and the card of a flood do not count."""
    counted = [event for event in events if event.kind not in ("test", "selftest", "flood")]
    span = [event for event in counted if since_ms <= event.at_ms < until_ms]
    new = [event for event in span if event.reason in _NEW and event.level >= 1]
    slots = Counter((event.at_ms - since_ms) // SLOT_MS for event in new)
    number = max(1, -(-(until_ms - since_ms) // SLOT_MS))
    worst = max(slots, key=lambda slot: slots[slot], default=None)
    levels = Counter(event.level for event in new)
    return Kpi(
        since_ms=since_ms,
        until_ms=until_ms,
        alarms=len(new),
        notifications=sum(event.notify for event in span),
        per_ten_minutes=len(new) / ((until_ms - since_ms) / SLOT_MS) if until_ms > since_ms else 0.0,
        worst_ten_minutes=slots[worst] if worst is not None else 0,
        worst_at_ms=since_ms + worst * SLOT_MS if worst is not None else None,
        flood_share=sum(count > FLOOD_ABOVE for count in slots.values()) / number,
        levels=(levels[1], levels[2], levels[3]),
        contributors=_contributors(new),
        chattering=_chattering(new),
        standing=_standing(counted, until_ms),
        slots=tuple(slots[slot] for slot in range(max(0, number - MOST_SLOTS), number)),
        median_acknowledge_s=_acknowledged_after(span),
    )


def _contributors(new: list[AlertEvent]) -> tuple[Contributor, ...]:
    titles = {event.key: event.title for event in new}
    most = Counter(event.key for event in new).most_common(MOST_CONTRIBUTORS)
    return tuple(Contributor(key=key, title=titles[key], count=count, share=count / len(new)) for key, count in most)


def _chattering(new: list[AlertEvent]) -> tuple[Contributor, ...]:
    found = []
    for key in dict.fromkeys(event.key for event in new):
        own = [event for event in new if event.key == key]
        times = [event.at_ms for event in own]
        bursts = sum(
            later - first <= CHATTER_MS for first, later in zip(times, times[CHATTER_COUNT - 1 :], strict=False)
        )
        if bursts:
            within = bursts + CHATTER_COUNT - 1
            found.append(Contributor(key=key, title=own[-1].title, count=len(own), share=min(1.0, within / len(own))))
    return tuple(sorted(found, key=lambda one: -one.count))


def _standing(events: list[AlertEvent], until_ms: int) -> tuple[Standing, ...]:
    began: dict[str, Standing] = {}
    for event in events:
        if event.reason.startswith(_OVER):
            began.pop(event.key, None)
        elif event.level >= 1:
            since = began[event.key].since_ms if event.key in began else event.at_ms
            began[event.key] = Standing(key=event.key, title=event.title, since_ms=since, level=event.level)
    long = [one for one in began.values() if until_ms - one.since_ms > STANDING_MS]
    return tuple(sorted(long, key=lambda one: one.since_ms))


def _acknowledged_after(span: list[AlertEvent]) -> float | None:
    told: dict[str, int] = {}
    waits: list[float] = []
    for event in span:
        if event.reason == "acknowledged" and event.key in told:
            waits.append((event.at_ms - told.pop(event.key)) / 1000)
        elif event.notify and event.level >= 1:
            told.setdefault(event.key, event.at_ms)
        elif event.reason.startswith(_OVER):
            told.pop(event.key, None)
    ordered = sorted(waits)
    middle = len(ordered) // 2
    if not ordered:
        return None
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
