"""The figures of a journal, worked out by hand."""

from __future__ import annotations

import json

import pytest

from monitor.history.journal_text import report
from monitor.history.kpi import measure
from monitor.messages import AlertEvent, JournalLine
from tests.notify.build import delivery, event

MINUTE = 60_000
HOUR = 60 * MINUTE


def told(key: str, minute: float, level: int = 1, reason: str = "raised", notify: bool = True) -> AlertEvent:
    return event(key, level, minute * 60, id=int(minute * 100) + 1, reason=reason, notify=notify)


# Two hours: 12 slots of ten minutes. a: WARNING at 1, DANGER at 2; b: WARNING at 3, acknowledged 90 s later;
# c chatters: raised at 61, 61.3 and 61.6; eleven more at 100; repeats are not new.
JOURNAL = (
    told("a", 1),
    told("a", 2, 2, "escalated"),
    told("b", 3),
    told("b", 4.5, reason="acknowledged", notify=False),
    told("a", 7, 2, "repeated"),
    told("c", 61, 3),
    told("c", 61.2, 0, "cleared", notify=False),
    told("c", 61.3, 3),
    told("c", 61.4, 0, "cleared", notify=False),
    told("c", 61.6, 3),
    *(told(f"d{number}", 100 + number / 10) for number in range(11)),
)


def test_the_figures_are_those_worked_out_by_hand() -> None:
    kpi = measure(JOURNAL, 0, 2 * HOUR)
    assert (kpi.alarms, kpi.notifications) == (17, 18)
    assert kpi.per_ten_minutes == pytest.approx(17 / 12)
    assert (kpi.worst_ten_minutes, kpi.worst_at_ms) == (11, 100 * MINUTE)
    assert kpi.flood_share == pytest.approx(1 / 12)
    assert kpi.levels == (13, 1, 3)
    assert kpi.mix == pytest.approx((13 / 17, 1 / 17, 3 / 17))
    assert kpi.median_acknowledge_s == 90.0
    assert [(one.key, one.count) for one in kpi.contributors[:2]] == [("c", 3), ("a", 2)]
    assert kpi.contributors[0].share == pytest.approx(3 / 17)
    assert [(one.key, one.count, one.share) for one in kpi.chattering] == [("c", 3, 1.0)]
    assert kpi.standing == ()


def test_an_alarm_that_stands_for_more_than_a_day_is_named_and_one_that_ended_is_not() -> None:
    journal = (told("old", 0), told("gone", 1), told("gone", 2, 0, "cleared"), told("new", 60 * 24))
    kpi = measure(journal, 23 * HOUR, 25 * HOUR)
    assert [(one.key, one.since_ms) for one in kpi.standing] == [("old", 0)]


def test_an_empty_journal_has_no_mix_and_no_median() -> None:
    kpi = measure((), 0, HOUR)
    assert (kpi.alarms, kpi.mix, kpi.median_acknowledge_s, kpi.worst_at_ms) == (0, None, None, None)


def test_tests_do_not_count() -> None:
    assert measure((event("t", kind="test"),), 0, HOUR).alarms == 0


def test_the_report_is_readable_and_its_json_is_json() -> None:
    line = JournalLine(
        event=event(measure=float("inf")), inputs_hash="ab", deliveries=(delivery(state="delivered", confirmed_ms=5),)
    )
    text = report([line], 0, HOUR, kpi=False, as_json=False)
    assert "1970-01-01 00:00:00  CRITICAL a is near (raised)  [phone delivered and seen]" in text
    assert json.loads(report([line], 0, HOUR, kpi=False, as_json=True))[0]["deliveries"][0]["channel"] == "phone"
    assert "CRITICAL            1, 100% (usual: 5%)" in report([line], 0, HOUR, kpi=True, as_json=False)
    assert json.loads(report([line], 0, HOUR, kpi=True, as_json=True))["alarms"] == 1
