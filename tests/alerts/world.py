"""A random world for the alarm state machine, and an oracle that shares no code with it.

The world feeds samples, silence, what a user may press, and crashes. The oracle keeps its own books, with the limits
and times written out anew, and says what must never happen. `SEEDED_BUGS` are changes of the machine's source that it
has to find.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from monitor.alerts import lifecycle

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000
TRIP, CLEAR = (math.inf, 15.0, 8.0, 4.0), (math.inf, 17.0, 9.5, 5.0)
ACKNOWLEDGED = (0, 8 * HOUR, 30 * MINUTE, 10 * MINUTE)
SNOOZE_MOST = (0, 8 * HOUR, HOUR, 10 * MINUTE)
SNOOZES = (0, 99, 6, 3)
REPEAT = (0, 10**15, 5 * MINUTE, MINUTE)
ON_DELAY, OFF_DELAY, GAP = 5 * SECOND, MINUTE, 15 * SECOND
WORSE = 0.8
ACTIVE = ("active", "acknowledged", "snoozed")


class World(RuleBasedStateMachine):
    """One alarm in a random world."""

    machine: Any = lifecycle

    def __init__(self) -> None:
        super().__init__()
        self.policy = self.machine.Policy(trip=TRIP, clear=CLEAR)
        self.alarm = self.machine.Alarm()
        self.now = 0
        self.told: list[tuple[int, int, int, int]] = []  # (ms, level, step, episode)
        self.samples: list[tuple[int, float | None]] = []
        self.last = 99.0
        self.below_since: int | None = None  # since when the measure is at or below the warning line
        self.quiet_end = 0  # the latest end of the quiet time that was granted
        self.quiet_at = math.inf  # the measure when it was granted
        self.snoozes = 0  # granted in this episode
        self.silent_since: int | None = None  # CRITICAL stands and nobody has been told since

    def step(self, result: tuple[Any, tuple[Any, ...]], *, closing: bool = False) -> None:
        before, (self.alarm, effects) = self.alarm, result
        for one in effects:
            if one.notify:
                self.told.append((self.now, one.level, one.step, self.alarm.episode))
        if any(one.notify for one in effects) or not (self.alarm.phase in ACTIVE and self.alarm.level == 3):
            self.silent_since = None
        if self.alarm.phase in ACTIVE and self.alarm.level == 3 and self.silent_since is None:
            self.silent_since = self.now
        if self.alarm.episode != before.episode:
            self.snoozes = 0
        if before.phase in ACTIVE and self.alarm.level < before.level and not closing:
            for level in range(self.alarm.level + 1, before.level + 1):
                assert self.calm_ms(level) >= OFF_DELAY, "improved too early"
        if before.phase in ACTIVE and self.alarm.phase not in ACTIVE:
            unseen = before.peak >= 2 and before.acknowledged_peak < before.peak
            assert not unseen or self.alarm.phase == "returned", "vanished unseen"

    def calm_ms(self, level: int) -> int:
        """Length of the unbroken run of good samples on the better side of the clear value, ending now."""
        start = later = None
        for at, measure in reversed(self.samples):
            if measure is None or measure < CLEAR[level]:
                break
            if later is not None and later - at > GAP:
                break
            start = later = at
        return -1 if start is None else self.now - start

    def feed(self, measure: float) -> None:
        before = self.alarm
        self.samples.append((self.now, measure))
        self.last = measure
        level = max(number for number in range(4) if number == 0 or measure <= TRIP[number])
        if level == 0:
            self.below_since = None
        elif self.below_since is None:
            self.below_since = self.now
        count = len(self.told)
        self.step(self.machine.sample(self.alarm, self.policy, measure, self.now))
        if level >= 2:
            assert self.alarm.phase in ACTIVE, "missed"
            assert self.alarm.level >= level, "missed"
            if before.level < level or before.phase not in ACTIVE:
                assert self.told[count:], "raised in silence"
        if self.below_since is not None and self.now - self.below_since >= ON_DELAY:
            assert self.alarm.phase in ACTIVE, "missed warning"
        if level and before.phase in ("acknowledged", "snoozed") and measure <= WORSE * self.quiet_at:
            assert self.told[count:], "worse and silent"

    def wait(self, ms: int) -> None:
        """The engine ticks once a second whatever else happens."""
        end = self.now + ms
        while self.now < end:
            self.now = min(end, self.now + SECOND)
            level = self.alarm.level
            self.step(self.machine.elapse(self.alarm, self.policy, self.now))
            assert self.alarm.level >= level, "time alone improved a level"
            self.is_heard()

    def is_heard(self) -> None:
        """Quiet times end, repeats come, and CRITICAL is never silent for longer than ten minutes."""
        alarm = self.alarm
        if alarm.phase in ("acknowledged", "snoozed"):
            assert self.now <= self.quiet_end, "quiet for ever"
        if alarm.phase == "active" and self.told:
            assert self.now - self.told[-1][0] <= REPEAT[alarm.level] + SECOND, "not repeated"
        if self.silent_since is not None:
            assert self.now - self.silent_since <= 10 * MINUTE + SECOND, "CRITICAL and silent"

    @rule(
        measure=st.floats(0.1, 20) | st.sampled_from([3.9, 4.0, 4.1, 4.9, 5.1, 7.9, 9.4, 9.6, 14.9, 16.9, 17.1, 50.0]),
        wait=st.sampled_from([200, 1_000, 5_000, 30_000]),
    )
    def sample(self, measure: float, wait: int) -> None:
        self.wait(wait)
        self.feed(measure)

    @rule(count=st.integers(2, 40), wait=st.sampled_from([1_000, 5_000, 20_000]))
    def steady(self, count: int, wait: int) -> None:
        for _ in range(count):
            self.wait(wait)
            self.feed(self.last)

    @rule(measure=st.floats(9.6, 60), count=st.integers(1, 80))
    def calm(self, measure: float, count: int) -> None:
        for _ in range(count):
            self.wait(2_000)
            self.feed(measure)

    @rule(first=st.sampled_from([5.1, 9.6, 16.9, 30.0]), second=st.sampled_from([9.6, 30.0]), count=st.integers(5, 40))
    def recover(self, first: float, second: float, count: int) -> None:
        for measure in (first, second):
            for _ in range(count):
                self.wait(2_000)
                self.feed(measure)

    @rule(measure=st.sampled_from([9.6, 30.0]), count=st.integers(5, 25))
    def flicker(self, measure: float, count: int) -> None:
        for _ in range(3):
            for _ in range(count):
                self.wait(2_000)
                self.feed(measure)
            self.lose(1, 1_000)

    @rule(count=st.integers(1, 60), wait=st.sampled_from([1_000, 5_000, 60_000]))
    def lose(self, count: int, wait: int) -> None:
        for _ in range(count):
            self.wait(wait)
            before = self.alarm
            self.samples.append((self.now, None))
            self.step(self.machine.lost(self.alarm, self.policy, self.now))
            assert before.phase not in ACTIVE or self.alarm.level >= before.level, "lost data improved a level"
            assert before.phase != "pending" or self.alarm.phase in ACTIVE, "pending and blind"

    @rule(measure=st.sampled_from([8.1, 14.9]))
    def faint(self, measure: float) -> None:
        self.feed(measure)
        self.lose(1, 1_000)

    @rule(times=st.integers(2, 5), seconds=st.sampled_from([1, 60]))
    def doze(self, times: int, seconds: int) -> None:
        for _ in range(times):
            self.snooze(seconds)
            self.wait(seconds * SECOND)

    @rule(measure=st.sampled_from([3.0, 7.0]), wait=st.sampled_from([300, 590]))
    def stall(self, measure: float, wait: int) -> None:
        self.feed(measure)
        self.acknowledge()
        for _ in range(wait):
            self.wait(SECOND)
            self.feed(measure)
        self.snooze(3_600)
        self.wait(wait * SECOND)

    @rule()
    def acknowledge(self) -> None:
        before = self.alarm
        self.step(self.machine.acknowledge(self.alarm, self.policy, self.now))
        if before.phase in ("active", "snoozed"):
            assert self.alarm.level == before.level, "an acknowledgement cleared"
            self.grant(ACKNOWLEDGED[before.level])

    @rule(seconds=st.sampled_from([60, 600, 3_600, 10**9]))
    def snooze(self, seconds: int) -> None:
        before = self.alarm
        self.step(self.machine.snooze(self.alarm, self.policy, seconds * SECOND, self.now))
        if self.alarm.phase == "snoozed" and before.phase in ("active", "acknowledged"):
            self.snoozes += 1
            assert self.snoozes <= SNOOZES[before.level], "one snooze too many"
            self.grant(min(seconds * SECOND, SNOOZE_MOST[before.level]))

    def grant(self, ms: int) -> None:
        self.quiet_end, self.quiet_at = self.now + ms, self.last
        assert self.alarm.quiet_until <= self.quiet_end, "quiet for too long"

    @rule(down=st.sampled_from([500, 20_000, 3_600_000]), known=st.booleans())
    def crash(self, down: int, known: bool) -> None:
        before = self.alarm
        self.now += down
        self.samples.append((self.now, None))
        self.silent_since = None  # nobody could tell
        self.step(self.machine.restore(self.alarm, self.policy, self.now, down if known else None))
        if before.phase in ACTIVE:
            assert self.alarm.phase in ACTIVE, "forgotten in a restart"
            assert self.alarm.level >= before.level, "forgotten in a restart"
            assert known or self.alarm.phase == "active", "quiet although nobody knows for how long"
        if before.phase == "returned":
            assert self.alarm.phase == "returned", "a latched row was dropped"
        if before.phase in ("active", "pending"):
            assert self.told, "raised in silence"
            assert self.told[-1][0] == self.now, "restarted in silence"

    @precondition(lambda self: self.alarm.phase in (*ACTIVE, "pending"))
    @rule()
    def close(self) -> None:
        self.below_since = None
        self.step(self.machine.close(self.alarm, self.policy), closing=True)
        self.samples.append((self.now, 99.0))

    @rule(minutes=st.integers(1, 30))
    def long(self, minutes: int) -> None:
        self.wait(minutes * MINUTE)

    @invariant()
    def every_notification_can_be_told_from_the_others(self) -> None:
        assert len({(step, episode) for _, _, step, episode in self.told}) == len(self.told), "told twice as one"


SEEDED_BUGS: dict[str, tuple[tuple[str, str], ...]] = {
    "no deadband": (
        (
            "held = max((level for level in range(1, alarm.level + 1) if measure < policy.clear[level]), default=0)",
            "held = 0",
        ),
    ),
    "no latch": (("latched = alarm.peak >=", "latched = False and alarm.peak >="),),
    "a snooze survives a rise": (
        (
            "    if level > alarm.level:\n",
            '    if level > alarm.level and alarm.phase == "snoozed":\n'
            "        return _changed(alarm, level=level, peak=max(alarm.peak, level)), ()\n"
            "    if level > alarm.level:\n",
        ),
    ),
    "worsening is not heard": (
        ("    return measure <= alarm.quiet_measure", "    return False and measure <= alarm.quiet_measure"),
    ),
    "no off-delay": (("if now - since >= policy.off_delay[alarm.level]:", "if True:"),),
    "lost data clears": (
        (
            "    alarm = _changed(alarm, good=False, calm_since=None)\n    if alarm.phase ==",
            '    if alarm.active:\n        return _end(alarm, policy, "gone")\n    if alarm.phase ==',
        ),
    ),
    "lost data counts as calm": (
        (
            "    alarm = _changed(alarm, good=False, calm_since=None)\n    if alarm.phase ==",
            "    alarm = _changed(alarm, good=False)\n    if alarm.phase ==",
        ),
    ),
    "a gap counts as calm": (
        (
            "    if alarm.last_good is None or now - alarm.last_good > policy.max_gap:\n",
            "    if alarm.last_good is None:\n",
        ),
        ("    return alarm.last_good is None or now - alarm.last_good > policy.max_gap", "    return False"),
    ),
    "acknowledged for ever": (
        ('if alarm.phase in ("acknowledged", "snoozed") and now >=', 'if alarm.phase in ("snoozed",) and now >='),
    ),
    "a snooze without bounds": (("max(0, min(duration, policy.snooze[alarm.level]))", "duration"),),
    "snoozes are not counted": (("snoozes_used=alarm.snoozes_used + 1", "snoozes_used=alarm.snoozes_used"),),
    "quiet times in a chain": (
        ("    return min(now + duration, last + policy.silence[alarm.level])", "    return now + duration"),
    ),
    "a restart forgets": (("    alarm = _changed(alarm, calm_since=None, good=False)\n", "    return Alarm(), ()\n"),),
    "a restart keeps quiet times it cannot know": (("    if blind_ms is None and alarm", "    if False and alarm"),),
    "no repeat": (
        ('    if alarm.phase == "active" and now - (alarm.told_ms', "    if False and now - (alarm.told_ms"),
    ),
    "pending and blind stays pending": (
        (
            '    if alarm.phase == "pending" and policy.fails_open:\n',
            "    if False:\n",
        ),
    ),
    "DANGER waits like a WARNING": (("    if policy.on_delay[level] == 0:\n", "    if False:\n"),),
    "the worst of a calm run is forgotten": (("max(alarm.calm_level, level)", "level"),),
    "each notification is the first": (("step=alarm.step + 1)", "step=1)"),),
    "an acknowledgement clears": (('        phase="acknowledged",\n', '        phase="normal",\n        level=0,\n'),),
}


def mutant(bug: str) -> ModuleType:
    """Return the machine with one of `SEEDED_BUGS` in it."""
    source = Path(lifecycle.__file__).read_text(encoding="utf-8")
    for old, new in SEEDED_BUGS[bug]:
        assert source.count(old) == 1, f"{bug}: the source has changed: {old!r}"
        source = source.replace(old, new)
    module = ModuleType(f"lifecycle_with_{bug.replace(' ', '_')}")
    sys.modules[module.__name__] = module
    try:
        exec(compile(source, module.__name__, "exec"), module.__dict__)
    finally:
        del sys.modules[module.__name__]
    return module


def finds_fault(machine: ModuleType, *, examples: int, steps: int, shrink: bool = False) -> str:
    """Return what a random world finds wrong with a machine, "" for nothing."""
    world: Callable[[], RuleBasedStateMachine] = type("World", (World,), {"machine": machine})
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    try:
        run_state_machine_as_test(
            world,
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=phases,
                database=None,
                derandomize=True,
            ),
        )
    except AssertionError as error:
        return str(error).split("\n")[0] or "a fault"
    return ""
