"""Escalation as timelines: what is not acknowledged goes further."""

from __future__ import annotations

from monitor.alerts.lifecycle import Alarm
from monitor.journal import Chase
from monitor.messages import AlertEvent
from monitor.notify.routing import Plan, in_turn, plan
from monitor.tick.state import AlarmRecord
from tests.notify.build import event, record

REMOTE = in_turn([("first", None, 2), ("second", None, 2), ("third", None, 2), ("fourth", None, 2)])
LOCAL = {"desktop": 2, "window": 1}


class Line:
    """A timeline: events and alarms in, (second, channel) out."""

    def __init__(self) -> None:
        self.chases: dict[str, Chase] = {}
        self.told: list[tuple[int, str]] = []
        self.steps: list[tuple[str, int, int, int, str]] = []

    def at(self, second: int, alarms: dict[str, AlarmRecord], *events: AlertEvent) -> Plan:
        found = plan(self.chases, events, alarms, LOCAL, REMOTE, second * 1000, next_event_id=100 + second)
        self.chases = found.chases
        self.told += [(second, one.channel) for one in found.deliveries]
        self.steps += [(one.key, one.episode_ms, one.level, one.step, one.channel) for one in found.deliveries]
        return found


def standing(level: int = 3, phase: str = "active") -> dict[str, AlarmRecord]:
    return {"a": record(level=level, phase=phase)}


def test_a_critical_alarm_goes_to_the_first_at_once_to_the_second_after_60_s_and_to_all_after_180_s() -> None:
    line = Line()
    line.at(0, standing(), event())
    for second in range(1, 181):
        line.at(second, standing())
    assert line.told == [
        (0, "desktop"),
        (0, "window"),
        (0, "first"),
        (60, "second"),
        (180, "third"),
        (180, "fourth"),
    ]


def test_a_repeat_goes_wherever_the_alarm_has_come_so_far() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(60, standing(), event(at_s=60, reason="repeated"))
    line.at(120, standing(), event(at_s=120, reason="repeated"))
    assert [channel for second, channel in line.told if second == 60] == ["desktop", "window", "first", "second"]
    assert [channel for second, channel in line.told if second == 120] == ["desktop", "window", "first", "second"]


def test_a_danger_goes_to_the_first_remote_after_60_s_and_a_warning_stays_here() -> None:
    line = Line()
    line.at(0, standing(2), event(level=2))
    line.at(59, standing(2))
    assert line.told == [(0, "desktop"), (0, "window")]
    line.at(60, standing(2))
    assert line.told[2:] == [(60, "first")]
    warning = Line()
    warning.at(0, standing(1), event(level=1))
    warning.at(999, standing(1))
    assert warning.told == [(0, "window")]


def test_what_is_acknowledged_goes_no_further_and_what_is_snoozed_does() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(60, standing(phase="acknowledged"))
    assert not [channel for second, channel in line.told if second == 60]
    line = Line()
    line.at(0, standing(), event())
    line.at(60, standing(phase="snoozed"))
    assert [channel for second, channel in line.told if second == 60] == ["second"]


def test_an_expired_acknowledgement_begins_the_chase_anew() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(60, standing())
    line.at(600, standing(), event(at_s=600, reason="acknowledgement expired"))
    assert [channel for second, channel in line.told if second == 600] == ["desktop", "window", "first"]


def test_an_escalation_to_critical_is_told_outside_at_once() -> None:
    line = Line()
    line.at(0, standing(2), event(level=2))
    line.at(10, standing(3), event(at_s=10, reason="escalated"))
    assert (10, "first") in line.told


def test_no_telling_has_the_number_of_another() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(60, standing(), event(at_s=60, reason="repeated"))
    line.at(181, standing())
    line.at(190, standing(), event(at_s=190, reason="acknowledgement expired"))
    line.at(260, standing())
    assert len(line.steps) == len(set(line.steps)) > 10


def test_going_further_is_a_line_of_the_journal_and_no_news() -> None:
    line = Line()
    line.at(0, standing(), event())
    (further,) = line.at(61, standing()).events
    assert (further.id, further.notify, further.reason) == (161, False, "not acknowledged for 61 s")


def test_a_channel_that_is_down_is_not_told_so_through_itself() -> None:
    line = Line()
    down = "channel_down|first"
    alarms = {down: record(down, 2, kind="channel_down", family="SYSTEM")}
    line.at(0, alarms, event(down, 2, kind="channel_down"))
    line.at(120, alarms)
    assert [channel for _, channel in line.told] == ["desktop", "window", "second"]


def test_a_test_alarm_goes_everywhere_at_once() -> None:
    line = Line()
    line.at(0, {"a": record(level=1, kind="test")}, event(level=1, kind="test"))
    assert [channel for _, channel in line.told] == ["window", "first", "second", "third", "fourth"]


def test_after_a_restart_the_clock_of_the_chase_runs_on() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(70, standing(), event(at_s=70, reason="restored"))
    assert [channel for second, channel in line.told if second == 70] == ["desktop", "window", "first", "second"]


def test_a_clock_that_was_set_back_meanwhile_holds_up_no_further_channel() -> None:
    line = Line()
    line.at(3_600, standing(), event(at_s=3_600))  # by a clock that was an hour ahead
    line.at(10, standing(), event(at_s=10, reason="restored"))
    line.told.clear()
    for second in range(11, 200):
        line.at(second, standing())
    assert line.told == [(70, "second"), (190, "third"), (190, "fourth")]


def test_a_chase_ends_with_its_alarm() -> None:
    line = Line()
    line.at(0, standing(), event())
    line.at(1, {"a": AlarmRecord(**{**_fields(record()), "alarm": Alarm(phase="returned", peak=3)})})
    assert line.chases
    line.at(2, {})
    assert not line.chases


def _fields(one: AlarmRecord) -> dict[str, object]:
    return {name: getattr(one, name) for name in AlarmRecord.__struct_fields__}
