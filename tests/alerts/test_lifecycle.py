"""The alarm state machine: timelines, and a random world whose oracle shares no code with it."""

from __future__ import annotations

import math

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Policy, Told

POLICY = Policy(trip=(math.inf, 15.0, 8.0, 4.0), clear=(math.inf, 17.0, 9.5, 5.0))
SECOND = 1_000


def play(*samples: tuple[float, float], alarm: Alarm | None = None) -> tuple[Alarm, list[Told]]:
    """Feed (second, measure) pairs."""
    alarm, told = alarm or Alarm(), []
    for second, measure in samples:
        alarm, effects = lifecycle.sample(alarm, POLICY, measure, int(second * SECOND))
        told += effects
    return alarm, told


def test_a_critical_distance_is_told_at_the_first_sample() -> None:
    alarm, told = play((0, 3.9))
    assert (alarm.phase, alarm.level, [one.level for one in told if one.notify]) == ("active", 3, [3])


def test_a_warning_waits_for_five_seconds_of_confirmation() -> None:
    assert play((0, 14.0), (4, 14.0))[0].phase == "pending"
    assert play((0, 14.0), (5, 14.0))[0].phase == "active"


def test_a_pending_warning_whose_data_stops_is_raised_unconfirmed() -> None:
    alarm, _ = play((0, 14.0))
    assert lifecycle.lost(alarm, POLICY, 2 * SECOND)[0].phase == "active"


def test_inside_the_deadband_a_level_is_held() -> None:
    assert play((0, 7.9), *((second, 9.0) for second in range(1, 200)))[0].level == 2


def test_one_minute_of_unbroken_good_samples_lowers_a_level() -> None:
    assert play((0, 7.9), *((second, 16.0) for second in range(1, 63)))[0].level == 1


def test_a_gap_in_the_samples_is_not_calm() -> None:
    alarm, _ = play((0, 7.9), (1, 30.0), (3_600, 30.0))
    assert (alarm.phase, alarm.level) == ("active", 2)


def test_a_dead_feed_is_not_a_recovery() -> None:
    alarm, _ = play((0, 3.0))
    for second in range(1, 4_000):
        alarm, _ = lifecycle.lost(alarm, POLICY, second * SECOND)
    assert (alarm.phase, alarm.level, alarm.good) == ("active", 3, False)


def test_one_bad_sample_restarts_the_calm() -> None:
    alarm, _ = play((0, 7.9), *((second, 30.0) for second in range(1, 60)))
    alarm, _ = lifecycle.lost(alarm, POLICY, 60 * SECOND)
    assert play((61, 30.0), (62, 30.0), alarm=alarm)[0].level == 2


def test_a_pending_warning_is_raised_by_a_restart() -> None:
    assert lifecycle.restore(play((0, 14.0))[0], POLICY, SECOND, SECOND)[0].phase == "active"


def test_an_acknowledged_critical_speaks_again_after_ten_minutes() -> None:
    alarm, _ = lifecycle.acknowledge(play((0, 3.0))[0], POLICY, 0)
    assert lifecycle.elapse(alarm, POLICY, 599 * SECOND)[0].phase == "acknowledged"
    assert lifecycle.elapse(alarm, POLICY, 600 * SECOND)[0].phase == "active"


def test_a_snooze_of_a_billion_seconds_ends_after_ten_minutes() -> None:
    alarm, _ = lifecycle.snooze(play((0, 3.0))[0], POLICY, 10**12, 0)
    assert alarm.quiet_until == 600 * SECOND


def test_a_fourth_snooze_of_a_critical_is_refused() -> None:
    alarm = play((0, 3.0))[0]
    for _ in range(3):
        snoozed, _ = lifecycle.snooze(alarm, POLICY, SECOND, 0)
        alarm, _ = lifecycle.elapse(snoozed, POLICY, SECOND)  # the snooze is over
    assert lifecycle.snooze(alarm, POLICY, SECOND, 0)[1][0].reason == "snooze refused"


def test_a_rise_breaks_an_acknowledgement() -> None:
    alarm, _ = lifecycle.acknowledge(play((0, 7.0))[0], POLICY, 0)
    alarm, told = play((1, 3.5), alarm=alarm)
    assert (alarm.phase, alarm.level, told[0].reason) == ("active", 3, "escalated")


def test_worsening_by_a_fifth_breaks_an_acknowledgement() -> None:
    alarm, _ = lifecycle.acknowledge(play((0, 7.5))[0], POLICY, 0)
    assert play((1, 6.1), alarm=alarm)[0].phase == "acknowledged"
    assert play((1, 6.0), alarm=alarm)[0].phase == "active"


def test_a_danger_nobody_saw_stays_as_returned_when_it_ends() -> None:
    alarm, _ = play((0, 7.0), *((second, 30.0) for second in range(1, 63)))
    assert alarm.phase == "returned"
    assert lifecycle.acknowledge(alarm, POLICY, 70 * SECOND)[0].phase == "normal"


def test_a_confirmed_close_of_a_danger_nobody_saw_leaves_a_row() -> None:
    assert lifecycle.close(play((0, 7.0))[0], POLICY)[0].phase == "returned"


def test_after_a_restart_with_clocks_that_cannot_tell_quiet_times_are_over() -> None:
    alarm, _ = lifecycle.acknowledge(play((0, 3.0))[0], POLICY, 0)
    assert lifecycle.restore(alarm, POLICY, 60 * SECOND, None)[0].phase == "active"
    assert lifecycle.restore(alarm, POLICY, 60 * SECOND, 30 * SECOND)[0].phase == "acknowledged"


def test_hopping_over_a_trip_value_for_ten_minutes_is_one_raise() -> None:
    _, told = play(*((second, 8.0 if second % 2 else 9.0) for second in range(600)))
    notified = [one for one in told if one.notify]
    assert sum(one.reason in ("raised", "raised again", "escalated") and one.level == 2 for one in notified) == 1
    assert len(notified) <= 4


ACTIVE = ("active", "acknowledged", "snoozed")
QUIET = tuple(max(POLICY.acknowledged[level], POLICY.snooze[level]) for level in range(4))


class World(RuleBasedStateMachine):
    """Feeds samples, silence, user actions and crashes; the oracle checks what must never happen."""

    def __init__(self) -> None:
        super().__init__()
        self.alarm = Alarm()
        self.now = 0
        self.told: list[tuple[int, int]] = []  # (ms, level)
        self.samples: list[tuple[int, float | None]] = []
        self.last = 99.0
        self.below_since: int | None = None  # since when the measure is at or below the warning line

    def step(self, result: tuple[Alarm, tuple[Told, ...]], *, closing: bool = False) -> None:
        before, (self.alarm, effects) = self.alarm, result
        self.told += [(self.now, one.level) for one in effects if one.notify]
        if before.phase in ACTIVE and self.alarm.level < before.level and not closing:
            assert self.calm_ms(before.level) >= POLICY.off_delay[before.level], "improved too early"

    def calm_ms(self, level: int) -> int:
        """Length of the unbroken run of good samples on the better side of the clear value, ending now."""
        start = later = None
        for at, measure in reversed(self.samples):
            if measure is None or measure < POLICY.clear[level]:
                break
            if later is not None and later - at > POLICY.max_gap:
                break
            start = later = at
        return -1 if start is None else self.now - start

    def feed(self, measure: float) -> None:
        before = self.alarm
        self.samples.append((self.now, measure))
        self.last = measure
        level = max(number for number in range(4) if number == 0 or measure <= POLICY.trip[number])
        if level == 0:
            self.below_since = None
        elif self.below_since is None:
            self.below_since = self.now
        count = len(self.told)
        self.step(lifecycle.sample(self.alarm, POLICY, measure, self.now))
        if level >= 2:
            assert self.alarm.phase in ACTIVE, "missed"
            assert self.alarm.level >= level, "missed"
            if before.level < level or before.phase not in ACTIVE:
                assert self.told[count:], "raised in silence"
        if self.below_since is not None and self.now - self.below_since >= POLICY.on_delay[1]:
            assert self.alarm.phase in ACTIVE, "missed warning"

    def wait(self, ms: int) -> None:
        """The engine ticks once a second whatever else happens."""
        end = self.now + ms
        while self.now < end:
            self.now = min(end, self.now + SECOND)
            level = self.alarm.level
            self.step(lifecycle.elapse(self.alarm, POLICY, self.now))
            assert self.alarm.level >= level, "time alone improved a level"

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

    @rule(measure=st.floats(17.1, 60), count=st.integers(1, 80))
    def calm(self, measure: float, count: int) -> None:
        for _ in range(count):
            self.wait(2_000)
            self.feed(measure)

    @rule(count=st.integers(1, 60), wait=st.sampled_from([1_000, 5_000, 60_000]))
    def lose(self, count: int, wait: int) -> None:
        for _ in range(count):
            self.wait(wait)
            before = self.alarm
            self.samples.append((self.now, None))
            self.step(lifecycle.lost(self.alarm, POLICY, self.now))
            assert before.phase not in ACTIVE or self.alarm.level >= before.level, "lost data improved a level"

    @rule()
    def acknowledge(self) -> None:
        self.step(lifecycle.acknowledge(self.alarm, POLICY, self.now))

    @rule(seconds=st.sampled_from([60, 600, 3_600, 10**9]))
    def snooze(self, seconds: int) -> None:
        self.step(lifecycle.snooze(self.alarm, POLICY, seconds * SECOND, self.now))

    @rule(down=st.sampled_from([500, 20_000, 3_600_000]), known=st.booleans())
    def crash(self, down: int, known: bool) -> None:
        before = self.alarm
        self.now += down
        self.samples.append((self.now, None))
        self.step(lifecycle.restore(self.alarm, POLICY, self.now, down if known else None))
        if before.phase in ACTIVE:
            assert self.alarm.phase in ACTIVE, "forgotten in a restart"
            assert self.alarm.level >= before.level, "forgotten in a restart"
        if before.phase == "returned":
            assert self.alarm.phase == "returned", "a latched row was dropped"

    @precondition(lambda self: self.alarm.phase in (*ACTIVE, "pending"))
    @rule()
    def close(self) -> None:
        before = self.alarm
        self.below_since = None
        self.step(lifecycle.close(self.alarm, POLICY), closing=True)
        self.samples.append((self.now, 99.0))
        if before.phase in ACTIVE and before.peak >= 2 and before.acknowledged_peak < before.peak:
            assert self.alarm.phase == "returned", "vanished silently"

    @rule(minutes=st.integers(1, 30))
    def long(self, minutes: int) -> None:
        self.wait(minutes * 60 * SECOND)

    @invariant()
    def danger_is_never_silenced_for_longer_than_allowed(self) -> None:
        if self.alarm.phase in ACTIVE and self.alarm.level >= 2:
            # the quiet time allowed is that of the level at which it was granted
            limit = max(QUIET[self.alarm.level], QUIET[2] if self.alarm.peak == 2 else QUIET[3])
            granted = self.alarm.quiet_until - limit if self.alarm.phase != "active" else 0
            last = max((at for at, _ in self.told), default=0)
            assert self.now - max(last, granted) <= limit + SECOND, "silent for too long"


def test_no_random_world_makes_it_miss_forget_or_stay_silent() -> None:
    run_state_machine_as_test(
        World,
        settings=settings(
            max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
