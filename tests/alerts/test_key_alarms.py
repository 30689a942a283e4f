"""What is told about a key: a right too many, an end that is near."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.messages import Acknowledge, AlertEvent
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from monitor.tick.user_acts import apply
from tests.build import account

START = 1_700_000_000_000
DAY_MS = 86_400_000
NOT_AGREED = Settings(accounts=(AccountConfig(id="main", venue="binanceusdm"),))
AGREED = Settings(accounts=(AccountConfig(id="main", venue="binanceusdm", trade_agreed_ms=1),))


class Days:
    """Ticks on days after the start, with what is known of the key then."""

    def __init__(self, settings: Settings = NOT_AGREED) -> None:
        self.settings = settings
        self.state = EngineState(started_ms=START)
        self.told: list[AlertEvent] = []

    def at(self, day: float, **facts: Any) -> Days:
        now_ms = START + int(day * DAY_MS)
        key = KeyFacts(**{"checked_ms": now_ms, **facts})
        outcome = tick(self.state, (account(id="main", key=key, read_ms=now_ms),), self.settings, now_ms)
        self.state = outcome.state
        self.told += [event for event in outcome.events if event.kind.startswith("key_")]
        return self

    @property
    def levels(self) -> list[int]:
        return [event.level for event in self.told if event.notify]


def test_a_right_to_trade_that_appears_is_told_once() -> None:
    days = Days().at(0, rights="read-only").at(1, rights="can trade", beyond=("enableFutures",))
    days.at(1.1, rights="can trade", beyond=("enableFutures",))
    assert days.levels == [1]
    assert days.told[0].title == "main: its key can trade (enableFutures)"


def test_what_was_agreed_to_is_not_told() -> None:
    assert not Days(AGREED).at(0, rights="can trade").told


def test_a_right_to_withdraw_is_a_danger_also_where_trading_was_agreed_to() -> None:
    assert Days(AGREED).at(0, rights="can withdraw").levels == [2]


def test_the_alarm_ends_with_the_right() -> None:
    days = Days().at(0, rights="can trade").at(1, rights="read-only")
    assert not days.state.alarms


def test_a_key_not_asked_since_the_start_raises_nothing_and_clears_nothing() -> None:
    days = Days().at(0, rights="can trade")
    not_read = account(id="main", read_ms=None)
    outcome = tick(days.state, (not_read,), days.settings, START + 1_000)
    assert outcome.state.alarms["key_can_trade|main"].alarm.level == 1
    assert not tick(EngineState(started_ms=START), (not_read,), days.settings, START + 1_000).state.alarms


@pytest.mark.parametrize("acknowledges", [True, False])
def test_an_expiry_is_told_at_14_at_7_and_at_1_day(acknowledges: bool) -> None:
    days, told_on = Days(), []
    end = START + 30 * DAY_MS
    for half in range(2 * 30):
        before = len(days.levels)
        days.at(half / 2, rights="read-only", expires_ms=end)
        if len(days.levels) > before:
            told_on.append(30 - half / 2)
            if acknowledges:
                now_ms = START + half * DAY_MS // 2
                days.state, _ = apply(days.state, Acknowledge(key="key_expiring|main"), days.settings, now_ms)
    assert told_on[:3] == [14, 7, 1]
    assert days.levels[:3] == [1, 1, 2]


def test_an_expired_key_says_so() -> None:
    days = Days().at(2, rights="read-only", expires_ms=START + DAY_MS)
    assert days.told[0].title == "main: its key expired on 2023-11-15"


def test_a_renewed_key_ends_the_alarm() -> None:
    days = Days().at(0, rights="read-only", expires_ms=START + 5 * DAY_MS)
    days.at(1, rights="read-only", expires_ms=START + 90 * DAY_MS)
    assert not days.state.alarms
