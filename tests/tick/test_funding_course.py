"""What a funding rate is compared with, and when it has jumped."""

from __future__ import annotations

import zlib

import msgspec
import pytest

from monitor.history.past import Past, PastPosition, past_of, unpack
from monitor.model import Position
from monitor.risk.report import assess
from monitor.risk.rows import PositionRisk
from monitor.tick.funding_course import followed, recalled, usual
from tests.build import account, isolated

HOUR = 3_600_000
NOW = 1_700_000_000_000
BTC = "BTC/USDT:USDT"


def held(rate: float | None, interval_h: float = 8.0, side: str = "long") -> Position:
    return isolated(1_000.0, contracts=0.2, side=side, funding_rate=rate, funding_interval_h=interval_h)


def row(rate: float | None, interval_h: float = 8.0) -> PositionRisk:
    return assess((account(held(rate, interval_h)),), rescue_distance=0.1).positions[0]


def test_one_sample_each_half_hour_is_kept_for_three_days() -> None:
    course = followed({}, [row(0.0001)], NOW)
    assert followed(course, [row(0.0009)], NOW + HOUR // 2 - 1) is course
    for number in range(1, 200):
        course = followed(course, [row(0.0001)], NOW + number * HOUR // 2)
    (samples,) = course.values()
    assert len(samples) == 72 * 2 + 1


def test_a_rate_counts_for_eight_hours_whatever_its_interval() -> None:
    assert followed({}, [row(0.0001, 1.0)], NOW)[f"main|{BTC}"] == ((NOW, pytest.approx(0.0008)),)
    assert followed({}, [row(None)], NOW) == {}


def test_what_is_usual_is_known_after_six_hours_and_leaves_the_newest_hour_out() -> None:
    samples = tuple((NOW - hours * HOUR, 0.0001) for hours in range(5, 0, -1))
    assert usual({f"main|{BTC}": samples}, "main", BTC, NOW) is None
    samples = tuple((NOW - hours * HOUR, 0.0001 if hours else 0.005) for hours in range(6, -1, -1))
    assert usual({f"main|{BTC}": samples}, "main", BTC, NOW) == 0.0001
    assert usual({}, "main", BTC, NOW) is None


def test_the_course_is_recalled_from_what_was_recorded_and_older_records_have_none() -> None:
    report = assess((account(held(0.0002, 4.0)),), rescue_distance=0.1)
    past = past_of(report.positions, report.pool_rows, {}, NOW)
    assert recalled([past], NOW + HOUR) == {f"main|{BTC}": ((NOW, pytest.approx(0.0004)),)}
    old = PastPosition(
        account_id="main",
        symbol=BTC,
        side="long",
        margin_mode="cross",
        mark=1.0,
        entry=1.0,
        liquidation=None,
        distance=None,
        deviation=None,
        isolated_ratio=None,
    )
    assert recalled([Past(at_ms=NOW, positions=(old,), pools=())], NOW) == {}


def test_a_record_of_an_older_version_is_still_read() -> None:
    before = ["main", BTC, "long", "cross", 1.0, 1.0, None, 0.5, None, None]
    body = zlib.compress(msgspec.msgpack.encode([NOW, [before], []]), 1)
    assert unpack(body).positions[0].funding_8h is None
