"""Timelines through the whole tick: readings in, what was told out."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from monitor.alerts.lifecycle import Alarm, Phase
from monitor.messages import Acknowledge, AlertEvent, MuteAll, Snooze, Update
from monitor.model import Account, Liquidation
from monitor.settings import Settings
from monitor.tick.restart import restore, take_up_late
from monitor.tick.state import AlarmRecord, EngineState
from monitor.tick.tick import tick
from monitor.tick.user_acts import apply
from tests.build import account, flat_bracket, isolated, position
from tests.notify.build import record

SECOND = 1_000
START = 1_700_000_000_000


def priced(mark: float, second: float, **changes: object) -> Account:
    """A 10x isolated long from 50,000, liquidated at 45,226.13, as read at `second`."""
    row = isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005), mark_price=mark)
    return account(row, read_ms=int(START + second * SECOND), **changes)


class Story:
    """Ticks one after the other, keeping state, events and the last update."""

    def __init__(self) -> None:
        self.state = EngineState(started_ms=START)
        self.told: list[AlertEvent] = []
        self.update: Update | None = None

    def at(self, second: float, *accounts: Account) -> Story:
        outcome = tick(self.state, accounts, Settings(), int(START + second * SECOND))
        self.state, self.update = outcome.state, outcome.update
        self.told += outcome.events
        return self

    def levels(self) -> list[int]:
        return [event.level for event in self.told if event.notify]


def test_a_fall_through_the_three_lines_is_told_three_times_and_rises_only() -> None:
    story = Story()
    for second, mark in enumerate((50_000, 49_900, 49_000, 48_000, 47_000, 46_000)):
        story.at(10 * second, priced(mark, 10 * second))
    assert story.levels() == [1, 2, 3]


def test_the_sentence_names_price_mark_age_and_what_to_do() -> None:
    story = Story().at(0, priced(46_900, 0)).at(1, priced(46_900, 1))
    event = next(event for event in story.told if event.level == 3)
    assert event.title == "BTC long · main · 3.5 % to liquidation 45,226.1"
    assert "Mark 46,900.0, 0.0 s old." in event.text
    assert "Add " in event.text
    assert "to reach 10 %" in event.text


def test_stale_data_clears_nothing_and_rings_by_itself() -> None:
    story = Story().at(0, priced(46_900, 0))
    for second in range(1, 200):
        story.at(second, replace(priced(46_900, 0), trouble="no answer"))
    assert story.update is not None
    kinds = {alert.kind: alert for alert in story.update.alerts}
    assert kinds["liquidation_distance"].level == 3
    assert not kinds["liquidation_distance"].data_is_good
    assert kinds["stale"].level == 3
    assert story.update.accounts[0].feed == "stale"


def test_a_liquidated_position_is_reported_as_liquidated_and_not_merely_gone() -> None:
    record = Liquidation(symbol="BTC/USDT:USDT", side="long", contracts=0.2, price=45_200.0, at_ms=START + 10 * SECOND)
    story = Story().at(0, priced(45_300, 0))
    story.at(11, account(read_ms=START + 11 * SECOND, liquidations=(record,)))
    last = story.told[-1]
    assert (last.kind, last.level, last.notify) == ("liquidated", 3, True)
    assert "LIQUIDATED" in last.title


def test_a_liquidation_is_told_again_until_it_is_acknowledged() -> None:
    record = Liquidation(symbol="BTC/USDT:USDT", side="long", contracts=0.2, price=45_200.0, at_ms=START + 10 * SECOND)
    story = Story().at(0, priced(45_300, 0))
    gone = account(liquidations=(record,))
    for second in range(11, 140):
        story.at(second, replace(gone, read_ms=START + second * SECOND))
    repeats = [event for event in story.told if event.kind == "liquidated" and event.reason == "repeated"]
    assert len(repeats) == 2
    story.state, _ = apply(story.state, Acknowledge(key=repeats[0].key), Settings(), START + 140 * SECOND)
    assert all(record.kind != "liquidated" for record in story.state.alarms.values())


def test_a_closed_position_ends_its_alarm_without_a_notification() -> None:
    story = Story().at(0, priced(49_900, 0)).at(6, priced(49_900, 6))
    for second in (7, 8, 9, 10):
        story.at(second, account(read_ms=START + second * SECOND, wallet=10_980.0))  # its margin came back
    assert [event.kind for event in story.told if event.reason == "closed"] == ["liquidation_distance", "closed"]
    assert not story.told[-1].notify


def test_a_position_missing_without_proof_becomes_a_suspicion() -> None:
    story = Story().at(0, priced(50_000, 0))
    for second in range(1, 5):
        story.at(second, account(read_ms=START + second * SECOND, balance_agrees=False))
    assert any(event.kind == "suspect" and event.level == 2 and event.notify for event in story.told)
    assert story.update is not None
    assert story.update.positions[0].unconfirmed


def test_an_account_never_read_is_unknown_and_soon_an_alarm() -> None:
    silent = Account(
        id="main",
        venue="binanceusdm",
        account_mode=None,
        position_mode=None,
        taker_fee_rate=None,
        collateral=(),
        positions=(),
        trouble="no network",
    )
    story = Story().at(0, silent).at(10, silent).at(16, silent)
    assert story.update is not None
    assert story.update.accounts[0].equity is None
    assert [event.kind for event in story.told] == ["stale"]


def test_a_snooze_holds_the_popup_and_a_mute_is_bounded() -> None:
    story = Story().at(0, priced(46_900, 0))
    key = story.told[0].key
    story.state, events = apply(story.state, Snooze(key=key, seconds=10**9), Settings(), START)
    assert events[0].reason == "snoozed"
    assert story.state.alarms[key].alarm.quiet_until == START + 600 * SECOND
    story.state, _ = apply(story.state, MuteAll(seconds=10**6), Settings(), START)
    assert story.state.muted_until_ms == START + 600 * SECOND


def test_after_a_restart_the_alarm_stands_where_it_stood() -> None:
    story = Story().at(0, priced(46_900, 0))
    records = tuple(story.state.alarms.values())
    state, events = restore(records, Settings(), START + 5 * SECOND, last_ms=START, next_event_id=7)
    assert [record.alarm.level for record in state.alarms.values()] == [3]
    assert [(event.reason, event.id) for event in events] == [("gap", 7), ("restored", 8)]
    assert events[0].title == "Nobody watched for 5.0 s"


def test_a_restored_alarm_waits_for_its_account_before_it_is_closed() -> None:
    story = Story().at(0, priced(46_900, 0))
    state, _ = restore(tuple(story.state.alarms.values()), Settings(), START + 5_000, last_ms=START, next_event_id=7)
    unread = replace(priced(46_900, 0), read_ms=None, positions=(), collateral=())
    outcome = tick(state, (unread,), Settings(), START + 6_000)
    assert [alert.level for alert in outcome.update.alerts] == [3]


@pytest.mark.parametrize(
    ("left", "since", "stands"),
    [
        (("acknowledged", 3), ("active", 3), ("acknowledged", 3)),
        (("snoozed", 2), ("active", 3), ("active", 3)),
        (("active", 3), ("acknowledged", 1), ("active", 3)),
        (("active", 2), ("acknowledged", 2), ("acknowledged", 2)),
        (("returned", 0), ("active", 1), ("active", 1)),
        (("returned", 0), None, ("returned", 0)),
        (("acknowledged", 1), ("pending", 0), ("acknowledged", 1)),
        (None, ("active", 1), ("active", 1)),
    ],
)
def test_of_an_alarm_left_behind_and_raised_since_the_worse_or_answered_one_stands(
    left: tuple[Phase, int] | None, since: tuple[Phase, int] | None, stands: tuple[Phase, int]
) -> None:
    def of(given: tuple[Phase, int] | None) -> tuple[AlarmRecord, ...]:
        if given is None:
            return ()
        phase, level = given
        return (record(alarm=Alarm(phase=phase, level=level, peak=3, told_ms=START, quiet_until=START + 600_000)),)

    state = EngineState(alarms={one.key: one for one in of(since)}, started_ms=START, next_event_id=50)
    state, events = take_up_late(state, of(left), Settings(), START + 60_000, last_ms=START - 5_000, next_event_id=9)
    alarm = state.alarms["a"].alarm
    assert (alarm.phase, alarm.level, alarm.peak) == (*stands, 3)
    assert events[0].title == "Nobody watched for 5.0 s"
    assert min(event.id for event in events) == 50


def test_positions_left_behind_are_followed_up_also_when_they_are_known_late() -> None:
    before = priced(46_900, 0)
    state, _ = take_up_late(
        EngineState(started_ms=START), (), Settings(), START, last_ms=START, next_event_id=1, accounts=(before,)
    )
    assert list(state.known[before.id]) == [before.key_of(one) for one in before.positions]


def test_the_nearest_position_comes_first_and_an_unknown_one_not_last() -> None:
    rows = (
        position(symbol="A/USDT:USDT", contracts=0.1),
        isolated(1_000.0, symbol="B/USDT:USDT", contracts=0.2),
        isolated(1_000.0, symbol="C/USDT:USDT", brackets=()),
    )
    story = Story().at(0, account(*rows, wallet=4_000.0, read_ms=START))
    assert story.update is not None
    assert [row.symbol[0] for row in story.update.positions] == ["B", "C", "A"]


def test_every_tick_publishes_whether_anything_changed_or_not() -> None:
    story = Story().at(0, priced(50_000, 0))
    first = story.update
    story.at(1, priced(50_000, 0))
    assert story.update is not None
    assert first is not None
    assert story.update.seq == first.seq + 1


def test_a_stop_that_filled_makes_no_other_position_of_its_pool_look_liquidated() -> None:
    btc, eth = (
        position(symbol=f"{coin}/USDT:USDT", contracts=2.0, mark_price=47_000.0, leverage=20.0)
        for coin in ("BTC", "ETH")
    )
    before = account(btc, eth, wallet=16_000.0, read_ms=START)
    after = account(eth, wallet=10_000.0, read_ms=START + SECOND)  # BTC closed: its loss of 6,000 is in the wallet
    story = Story().at(0, before)
    levels = story.levels()
    story.at(1, after)
    assert story.update is not None
    kept = {row.symbol: row for row in story.update.positions}
    assert kept["BTC/USDT:USDT"].unconfirmed
    assert kept["BTC/USDT:USDT"].liquidation_distance is None
    assert (kept["ETH/USDT:USDT"].liquidation_distance or 0.0) > 0.0
    assert story.levels() == levels


def test_a_vanished_position_still_counts_while_the_balance_disagrees() -> None:
    btc, eth = (position(symbol=f"{coin}/USDT:USDT", contracts=2.0, mark_price=47_000.0) for coin in ("BTC", "ETH"))
    story = Story().at(0, account(btc, eth, wallet=40_000.0, read_ms=START))
    assert story.update is not None
    together = {row.symbol: row.liquidation_price for row in story.update.positions}
    story.at(1, account(eth, wallet=40_000.0, read_ms=START + SECOND, balance_agrees=False))
    alone = {row.symbol: row.liquidation_price for row in story.update.positions}
    assert alone == together


def test_a_vanished_position_that_falls_on_is_told_while_its_balance_says_it_is_there() -> None:
    story = Story().at(0, priced(50_000, 0)).at(6, priced(50_000, 6))
    assert story.levels() == [1]
    for second, mark in ((7, 48_000.0), (8, 46_000.0)):
        missing = (("BTC/USDT:USDT", mark),)
        story.at(second, account(read_ms=START + second * SECOND, balance_agrees=False, missing_marks=missing))
    assert [event.level for event in story.told if event.kind == "liquidation_distance" and event.notify] == [1, 2, 3]
    for second in range(9, 200):
        missing = (("BTC/USDT:USDT", 60_000.0),)
        story.at(second, account(read_ms=START + second * SECOND, balance_agrees=False, missing_marks=missing))
    assert story.update is not None
    assert next(alert for alert in story.update.alerts if alert.kind == "liquidation_distance").level == 3


def test_a_pending_warning_of_a_position_that_is_being_closed_is_not_raised() -> None:
    story = Story().at(0, priced(49_900, 0))
    for second in (1, 2, 3):
        story.at(second, account(read_ms=START + second * SECOND, wallet=10_980.0))
    assert story.levels() == []


def test_a_wrong_clock_is_said_although_requests_are_corrected() -> None:
    story = Story().at(0, priced(60_000, 0, clock_offset_ms=-70_000))
    assert [(event.kind, event.level) for event in story.told if event.notify] == [("clock", 2)]
    assert story.told[0].title == "This computer's clock is 70.0 s fast"


def test_a_streamed_mark_that_crosses_between_two_answers_is_told_at_once_and_its_way_back_clears_nothing() -> None:
    story = Story().at(0, priced(50_000, 0)).at(0.1, priced(46_000, 0))
    assert story.levels() == [3]
    for second in range(1, 30):
        story.at(second, priced(50_000, 0))
    assert not [event for event in story.told if event.reason.startswith(("cleared", "improved"))]
    assert any(alert.level == 3 and alert.kind == "liquidation_distance" for alert in story.update.alerts)  # type: ignore[union-attr]


def test_while_nobody_looks_the_same_is_told_and_only_what_is_to_be_seen_is_left_out() -> None:
    seen = unseen = replace(EngineState(started_ms=START), focus="main|BTC/USDT:USDT|long|isolated")
    for second, mark in enumerate((50_000, 49_000, 48_000, 46_800, 46_000, 49_000)):
        now_ms, accounts = START + second * SECOND, (priced(mark, second),)
        shown = tick(seen, accounts, Settings(), now_ms)
        hidden = tick(unseen, accounts, Settings(), now_ms, shown=False)
        seen, unseen = shown.state, hidden.state
        assert hidden.events == shown.events
        assert unseen == seen
        bare = msgspec.structs.replace(shown.update.positions[0], beyond=None)
        assert hidden.update.positions == (bare,)
        assert shown.update.positions[0].beyond is not None
        assert (shown.update.ladder is None, hidden.update.ladder) == (False, None)
