"""What one tick hands to the next: where every alarm stands, which positions are known, what is muted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from monitor.alerts.lifecycle import Alarm
from monitor.model import Bracket, PositionKey
from monitor.tick.presence import Known

# told until acknowledged; nothing clears them
ONE_OFF = ("liquidated", "deleveraged", "cut", "gone", "rules_changed", "slept", "test")


class AlarmRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm and what it is about, as stored across restarts."""

    key: str
    alarm: Alarm
    family: str
    kind: str
    title: str
    text: str
    account_id: str
    position_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A position's maintenance schedule as it was last read."""

    brackets: tuple[Bracket, ...]
    leverage: float | None
    implied: bool = False  # by the position's own margin


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineState:
    """What one tick hands to the next."""

    alarms: dict[str, AlarmRecord] = field(default_factory=dict)
    known: dict[str, dict[PositionKey, Known]] = field(default_factory=dict)  # by account id
    disagreeing: dict[str, int] = field(default_factory=dict)  # answers in a row whose totals say more, by account id
    seen_ms: dict[str, int] = field(default_factory=dict)  # newest answer already judged, by account id
    next_event_id: int = 1
    seq: int = 0
    started_ms: int = 0
    restarted_ms: int | None = None
    muted_until_ms: int | None = None
    focus: str = ""
    notes: tuple[str, ...] = ()
    ticked_ms: int | None = None
    hushed: dict[str, str] = field(default_factory=dict)  # alarms not told, and what is told instead or why, by key
    schedules: dict[str, dict[str, Schedule]] = field(default_factory=dict)  # by account id, then position key
    funding_ms: int = 0  # when the course of funding was last followed
    funding: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)  # see funding_course.py
    legs: dict[str, str] = field(default_factory=dict)  # position key -> that of the leg whose alarm speaks for both
