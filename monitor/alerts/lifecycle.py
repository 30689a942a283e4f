"""The life of one alarm: a pure state machine, time handed in, nothing told from here.

The measure is LOWER IS WORSE (liquidation distance; a ratio or an age is fed negated). Levels: 0 none, 1 WARNING,
2 DANGER, 3 CRITICAL. Phases: normal, pending, active (not acknowledged), acknowledged, snoozed, and returned: the cause
is gone but nobody has seen it (latched). Knowledge lost never improves a level; calm is counted in unbroken good
samples, not in time.

Source: alarm practice of ISA-18.2 / IEC 62682 (deadband, delays, latching), IEC 60601-1-8 (pause of a high-priority
signal is short and is broken by a new or higher condition), Alertmanager (fail open).

Each notification of an episode has its `step`, counted from 1: what is delivered twice has the same one. `urged` counts
the repeats that nobody has answered, and with them the escalation.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import msgspec

Phase = Literal["normal", "pending", "active", "acknowledged", "snoozed", "returned"]

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
NEVER_MS = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Limits and times of one kind of alarm, indexed by level 0..3; times in ms."""

    trip: tuple[float, float, float, float]  # level l is reached when x <= trip[l]
    clear: tuple[float, float, float, float]  # a held level l is left when x >= clear[l]
    on_delay: tuple[int, int, int, int] = (0, 5_000, 0, 0)
    off_delay: tuple[int, int, int, int] = (0, MINUTE_MS, MINUTE_MS, MINUTE_MS)
    repeat: tuple[int, int, int, int] = (NEVER_MS, NEVER_MS, 5 * MINUTE_MS, MINUTE_MS)
    acknowledged: tuple[int, int, int, int] = (0, 8 * HOUR_MS, 30 * MINUTE_MS, 10 * MINUTE_MS)
    snooze: tuple[int, int, int, int] = (0, 8 * HOUR_MS, HOUR_MS, 10 * MINUTE_MS)
    snoozes: tuple[int, int, int, int] = (0, 99, 6, 3)
    silence: tuple[int, int, int, int] = (NEVER_MS, NEVER_MS, NEVER_MS, 10 * MINUTE_MS)  # longest, whatever is pressed
    worsening: float = 0.20  # of the measure at the time of the acknowledgement; breaks quiet
    latch_from: int = 2
    max_gap: int = 15_000  # no valid sample for longer: knowledge is lost
    fails_open: bool = True  # what is pending when knowledge is lost is raised


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """Where one alarm stands. Plain data: it is stored as it is and read back after a restart."""

    phase: Phase = "normal"
    level: int = 0
    peak: int = 0  # highest level of this episode
    measure: float | None = None
    good: bool = True  # quality of the newest input
    pending_since: int = 0
    calm_since: int | None = None  # start of the unbroken run of better samples
    calm_level: int = 0  # worst level seen in that run
    quiet_until: int = 0
    quiet_measure: float = 0.0
    snoozes_used: int = 0
    told_ms: int | None = None
    since_ms: int = 0  # start of the episode
    episode: int = 0
    acknowledged_peak: int = 0
    last_good: int | None = None
    step: int = 0  # notifications of this episode so far
    urged: int = 0  # repeats since it was raised, last answered or last heard anew

    @property
    def active(self) -> bool:
        """Whether a level is held, seen by the user or not."""
        return self.phase in ("active", "acknowledged", "snoozed")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One effect: something to tell the user (`notify`), or only a line of the journal."""

    notify: bool
    level: int
    reason: str
    step: int = 0  # which notification of its episode, from 1; 0: none
    urged: int = 0


Step = tuple[Alarm, tuple[Told, ...]]


def sample(alarm: Alarm, policy: Policy, measure: float, now: int) -> Step:
    """Take a valid, fresh measure."""
    if alarm.last_good is None or now - alarm.last_good > policy.max_gap:
        alarm = _changed(alarm, calm_since=None)  # calm is counted over samples: a gap ends it
    alarm = _changed(alarm, good=True, measure=measure, last_good=now)
    level = _level(alarm, policy, measure)
    if alarm.phase in ("normal", "returned"):
        return _from_rest(alarm, policy, level, now)
    if alarm.phase == "pending":
        return _from_pending(alarm, policy, level, now)
    return _while_active(alarm, policy, level, measure, now)


def lost(alarm: Alarm, policy: Policy, now: int) -> Step:
    """Take the news that no valid measure came: nothing may improve, and what was pending is raised (fail open)."""
    alarm = _changed(alarm, good=False, calm_since=None)
    if alarm.phase == "pending" and policy.fails_open:
        return _raise(alarm, 1, now, "raised without confirmation")
    return _by_time(alarm, policy, now)


def elapse(alarm: Alarm, policy: Policy, now: int) -> Step:
    """Let time pass with no news: quiet times end, repeats fall due, and silence becomes loss of knowledge."""
    if alarm.good and alarm.phase != "normal" and _silent(alarm, policy, now):
        return lost(alarm, policy, now)
    return _by_time(alarm, policy, now)


def hold(alarm: Alarm, policy: Policy, now: int) -> Step:
    """Let time pass where nothing can be known yet and nothing is feared: neither a sample nor a loss of knowledge."""
    return _by_time(alarm, policy, now)


def only_worse(alarm: Alarm, policy: Policy, measure: float, now: int) -> Step:
    """Take a measure that is not proven: it may raise a level, never lower one."""
    if _level(alarm, policy, measure) > (alarm.level if alarm.active else 0):
        return sample(alarm, policy, measure, now)
    return lost(alarm, policy, now) if alarm.phase != "pending" else _by_time(alarm, policy, now)


def rise(alarm: Alarm, policy: Policy, measure: float, now: int) -> Step:
    """Take a measure that came between two answers, of a streamed mark: it may raise what needs no delay, no more."""
    level = _level(alarm, policy, measure)
    if level > (alarm.level if alarm.active else 0) and policy.on_delay[level] == 0:
        return sample(alarm, policy, measure, now)
    return elapse(alarm, policy, now)


def acknowledge(alarm: Alarm, policy: Policy, now: int) -> Step:
    """The user has seen it. It never clears anything, and it expires."""
    if alarm.phase == "returned":
        return _changed(alarm, phase="normal", peak=0), (Told(notify=False, level=0, reason="acknowledged"),)
    if alarm.phase not in ("active", "snoozed"):
        return alarm, ()
    seen = _changed(
        alarm,
        phase="acknowledged",
        urged=0,
        quiet_until=_quiet_until(alarm, policy, policy.acknowledged[alarm.level], now),
        quiet_measure=alarm.measure if alarm.measure is not None else math.inf,
        acknowledged_peak=alarm.peak,
    )
    return seen, (Told(notify=False, level=alarm.level, reason="acknowledged"),)


def snooze(alarm: Alarm, policy: Policy, duration: int, now: int) -> Step:
    """Quiet sound and popup for a bounded while, a bounded number of times."""
    if alarm.phase not in ("active", "acknowledged") or alarm.snoozes_used >= policy.snoozes[alarm.level]:
        return alarm, (Told(notify=False, level=alarm.level, reason="snooze refused"),)
    quiet = _changed(
        alarm,
        phase="snoozed",
        snoozes_used=alarm.snoozes_used + 1,
        urged=0,
        quiet_until=_quiet_until(alarm, policy, max(0, min(duration, policy.snooze[alarm.level])), now),
        quiet_measure=alarm.measure if alarm.measure is not None else math.inf,
    )
    return quiet, (Told(notify=False, level=alarm.level, reason="snoozed"),)


def remind(alarm: Alarm, now: int, reason: str) -> Step:
    """Tell once more what is active and not answered: nothing was heard of it for a reason that is over."""
    return _notify(_changed(alarm, urged=0), now, reason) if alarm.phase == "active" else (alarm, ())


def close(alarm: Alarm, policy: Policy) -> Step:
    """What it was about is confirmed gone."""
    if alarm.active:
        return _end(alarm, policy, "closed")
    return (_changed(alarm, phase="normal") if alarm.phase == "pending" else alarm), ()


def restore(alarm: Alarm, policy: Policy, now: int, blind_ms: int | None) -> Step:
    """Take up an alarm after a restart.

    Args:
        blind_ms: how long nobody looked; None where the clocks cannot tell: every quiet time then counts as over.
    """
    alarm = _changed(alarm, calm_since=None, good=False)
    if blind_ms is None and alarm.phase in ("acknowledged", "snoozed"):
        alarm = _changed(alarm, quiet_until=now)
    if alarm.phase == "pending":
        return _raise(alarm, 1, now, "restored")
    if alarm.phase == "active":
        return _notify(alarm, now, "restored")
    return _by_time(alarm, policy, now)


def _changed(alarm: Alarm, **changes: object) -> Alarm:
    """The alarm with some fields changed."""
    return msgspec.structs.replace(alarm, **changes)


def _level(alarm: Alarm, policy: Policy, measure: float) -> int:
    """The level of a measure, with the deadband applied to the levels already held."""
    tripped = max((level for level in (1, 2, 3) if measure <= policy.trip[level]), default=0)
    if not alarm.active:
        return tripped
    held = max((level for level in range(1, alarm.level + 1) if measure < policy.clear[level]), default=0)
    return max(tripped, held)


def _from_rest(alarm: Alarm, policy: Policy, level: int, now: int) -> Step:
    if level == 0:
        return alarm, ()
    if alarm.phase == "returned":
        return _raise(alarm, level, now, "raised again")  # a latched alarm needs no delay
    if policy.on_delay[level] == 0:
        return _raise(alarm, level, now, "raised")
    return _changed(alarm, phase="pending", pending_since=now), ()


def _from_pending(alarm: Alarm, policy: Policy, level: int, now: int) -> Step:
    if level == 0:
        return _changed(alarm, phase="normal"), (Told(notify=False, level=0, reason="transient"),)
    if now - alarm.pending_since >= policy.on_delay[level]:
        return _raise(alarm, level, now, "raised")
    return alarm, ()


def _while_active(alarm: Alarm, policy: Policy, level: int, measure: float, now: int) -> Step:
    if level > alarm.level:
        return _raise(alarm, level, now, "escalated")
    told: tuple[Told, ...] = ()
    if alarm.phase in ("acknowledged", "snoozed") and _worsened(alarm, policy, measure):
        alarm, told = _notify(_changed(alarm, phase="active", urged=0), now, "worsened")
    if level == alarm.level:
        alarm = _changed(alarm, calm_since=None)
    else:
        since = now if alarm.calm_since is None else alarm.calm_since
        calm_level = level if alarm.calm_since is None else max(alarm.calm_level, level)
        alarm = _changed(alarm, calm_since=since, calm_level=calm_level)
        if now - since >= policy.off_delay[alarm.level]:
            if calm_level == 0:
                ended, more = _end(alarm, policy, "cleared")
                return ended, told + more
            alarm = _changed(alarm, level=calm_level, calm_since=None)
            told += (Told(notify=False, level=calm_level, reason="improved"),)
    timed, more = _by_time(alarm, policy, now)
    return timed, told + more


def _worsened(alarm: Alarm, policy: Policy, measure: float) -> bool:
    if math.isinf(alarm.quiet_measure):
        return False
    return measure <= alarm.quiet_measure - policy.worsening * abs(alarm.quiet_measure)


def _by_time(alarm: Alarm, policy: Policy, now: int) -> Step:
    if alarm.phase in ("acknowledged", "snoozed") and now >= alarm.quiet_until:
        reason = "acknowledgement expired" if alarm.phase == "acknowledged" else "snooze over"
        return _notify(_changed(alarm, phase="active", urged=0), now, reason)
    if alarm.phase == "active" and now - (alarm.told_ms or 0) >= policy.repeat[alarm.level]:
        return _notify(_changed(alarm, urged=alarm.urged + 1), now, "repeated")
    return alarm, ()


def _silent(alarm: Alarm, policy: Policy, now: int) -> bool:
    return alarm.last_good is None or now - alarm.last_good > policy.max_gap


def _raise(alarm: Alarm, level: int, now: int, reason: str) -> Step:
    if alarm.phase in ("normal", "pending", "returned"):
        alarm = _changed(
            alarm, episode=alarm.episode + 1, peak=0, snoozes_used=0, acknowledged_peak=0, since_ms=now, step=0
        )
    peak = max(alarm.peak, level)
    return _notify(_changed(alarm, phase="active", level=level, peak=peak, calm_since=None, urged=0), now, reason)


def _notify(alarm: Alarm, now: int, reason: str) -> Step:
    told = _changed(alarm, told_ms=now, step=alarm.step + 1)
    return told, (Told(notify=True, level=told.level, reason=reason, step=told.step, urged=told.urged),)


def _quiet_until(alarm: Alarm, policy: Policy, duration: int, now: int) -> int:
    """The end of a quiet time. A chain of them cannot outlast the longest silence since the user was last told."""
    last = now if alarm.told_ms is None else alarm.told_ms
    return min(now + duration, last + policy.silence[alarm.level])


def _end(alarm: Alarm, policy: Policy, reason: str) -> Step:
    latched = alarm.peak >= policy.latch_from and alarm.acknowledged_peak < alarm.peak
    ended = _changed(alarm, phase="returned" if latched else "normal", level=0, calm_since=None)
    return ended, (Told(notify=False, level=0, reason=reason + (", not yet acknowledged" if latched else "")),)
