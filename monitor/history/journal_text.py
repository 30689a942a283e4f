"""The journal for people and for other programs. Times are shown in UTC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from monitor.alerts.rules import LEVEL_NAMES
from monitor.alerts.wording import seconds
from monitor.history.kpi import TARGETS, measure
from monitor.journal import Kpi
from monitor.messages import JournalLine


def report(lines: Sequence[JournalLine], since_ms: int, until_ms: int, *, kpi: bool, as_json: bool) -> str:
    """Return the journal, or its figures, as text or JSON."""
    if kpi:
        found = measure([line.event for line in lines], since_ms, until_ms)
        return _json(found) if as_json else _figures(found)
    if as_json:
        return _json([_plain(line) for line in lines])
    return "\n".join(_line(line) for line in lines) or "Nothing was told in this time."


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _plain(line: JournalLine) -> JournalLine:
    """JSON has no infinity: a measure without bounds is unknown there."""
    measure_ = line.event.measure
    if measure_ is None or abs(measure_) < float("inf"):
        return line
    return msgspec.structs.replace(line, event=msgspec.structs.replace(line.event, measure=None))


def _line(line: JournalLine) -> str:
    event = line.event
    told = ", ".join(f"{one.channel} {one.state}{' and seen' if one.confirmed_ms else ''}" for one in line.deliveries)
    level = LEVEL_NAMES[event.level] if event.level else "-"
    return f"{_time(event.at_ms)}  {level:8} {event.title} ({event.reason}){f'  [{told}]' if told else ''}"


def _figures(kpi: Kpi) -> str:
    parts = [
        f"{_time(kpi.since_ms)} to {_time(kpi.until_ms)} UTC",
        f"alarms              {kpi.alarms} new, {kpi.notifications} notifications with repeats",
        f"per ten minutes     {kpi.per_ten_minutes:.2f} on average (good: at most 1)",
        f"worst ten minutes   {kpi.worst_ten_minutes}" + (f" from {_time(kpi.worst_at_ms)}" if kpi.worst_at_ms else ""),
        f"time in floods      {kpi.flood_share:.1%} (more than 10 in ten minutes; good: under 1 %)",
    ]
    mix = kpi.mix
    for name, count, place in (
        ("WARNING", kpi.levels[0], 0),
        ("DANGER", kpi.levels[1], 1),
        ("CRITICAL", kpi.levels[2], 2),
    ):
        share = f", {mix[place]:.0%}" if mix else ""
        parts.append(f"{name:19} {count}{share} (usual: {TARGETS[place]:.0%})")
    if kpi.median_acknowledge_s is not None:
        parts.append(f"acknowledged after  {seconds(kpi.median_acknowledge_s)} (median)")
    for heading, found in (("came most often", kpi.contributors), ("chatter", kpi.chattering)):
        parts += [f"{heading:19} {one.count} times: {one.title}" for one in found] or [f"{heading:19} none"]
    for one in kpi.standing:
        parts.append(f"standing            since {_time(one.since_ms)}: {one.title}")
    if not kpi.standing:
        parts.append("standing            none for more than a day")
    return "\n".join(parts)


def _time(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")
