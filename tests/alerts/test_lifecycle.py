"""The alarm state machine: timelines, and a random world whose oracle shares no code with it (world.py)."""

from __future__ import annotations

import math

import pytest

from monitor.alerts import lifecycle
from monitor.alerts.lifecycle import Alarm, Policy, Told
from tests.alerts.world import SEEDED_BUGS, finds_fault, mutant

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


def test_pressing_acknowledge_and_snooze_in_turn_keeps_a_critical_quiet_for_ten_minutes_at_most() -> None:
    alarm, _ = lifecycle.acknowledge(play((0, 3.0))[0], POLICY, 0)
    alarm, _ = lifecycle.snooze(alarm, POLICY, 600 * SECOND, 599 * SECOND)
    assert lifecycle.elapse(alarm, POLICY, 600 * SECOND)[1][0].notify


def test_each_notification_of_an_episode_has_a_number_of_its_own() -> None:
    alarm, told = play((0, 7.0), (1, 3.0))
    for second in range(2, 130):
        alarm, more = play((second, 3.0), alarm=alarm)
        told += more
    assert [(one.level, one.step, one.urged) for one in told] == [(2, 1, 0), (3, 2, 0), (3, 3, 1), (3, 4, 2)]


def test_what_was_shelved_is_told_once_the_shelf_is_over_but_not_what_is_answered() -> None:
    alarm, _ = play((0, 3.0))
    assert lifecycle.remind(alarm, SECOND, "no longer shelved")[1][0].notify
    seen, _ = lifecycle.acknowledge(alarm, POLICY, SECOND)
    assert lifecycle.remind(seen, 2 * SECOND, "no longer shelved")[1] == ()


def test_no_random_world_makes_it_miss_forget_or_stay_silent() -> None:
    assert finds_fault(lifecycle, examples=60, steps=30) == ""


@pytest.mark.parametrize("bug", SEEDED_BUGS)
def test_the_random_world_finds_each_seeded_bug(bug: str) -> None:
    assert finds_fault(mutant(bug), examples=600, steps=30)
