"""Floods: lesser alarms share a card per account, CRITICAL never does, nothing is dropped."""

from __future__ import annotations

from monitor.messages import AlertEvent
from monitor.notify.flood import Flood, behind_card, gather
from monitor.tick.state import AlarmRecord
from tests.notify.build import event, record


def raised(count: int, level: int, at_s: float = 0, account: str = "Main") -> tuple[AlertEvent, ...]:
    return tuple(
        event(f"{account}{number}", level, at_s, id=number, account_id=account) for number in range(1, count + 1)
    )


def alarms(count: int, level: int, account: str = "Main") -> dict[str, AlarmRecord]:
    return {
        f"{account}{number}": record(f"{account}{number}", level, account_id=account) for number in range(1, count + 1)
    }


def test_ten_alarms_in_ten_minutes_are_no_flood_eleven_are() -> None:
    _, grouped, made = gather(Flood(), raised(10, 1), alarms(10, 1), 0, next_event_id=50)
    assert (grouped, made) == (frozenset(), ())
    state, grouped, made = gather(Flood(), raised(11, 1), alarms(11, 1), 100_000, next_event_id=50)
    assert len(grouped) == 11
    assert [(one.kind, one.notify) for one in made] == [("flood", False), ("flood", True)]
    assert made[1].title == "Main: 11 alarms at once (11 WARNING)"
    assert state.since_ms == 100_000


def test_critical_keeps_its_own_card_in_a_flood() -> None:
    state, grouped, made = gather(Flood(), raised(200, 3), alarms(200, 3), 0, next_event_id=999)
    assert (state.since_ms, grouped, [one.notify for one in made]) == (0, frozenset(), [False])
    _, grouped, _ = gather(state, raised(2, 2, account="Other"), alarms(2, 2, "Other"), 1_000, next_event_id=999)
    assert grouped == {1, 2}


def test_what_is_wrong_with_the_program_itself_keeps_its_own_card() -> None:
    state, _, _ = gather(Flood(), raised(11, 1), alarms(11, 1), 0, next_event_id=50)
    news = (event("channel_down|phone", 2, family="SYSTEM", id=60),)
    assert gather(state, news, alarms(11, 1), 1_000, next_event_id=70)[1] == frozenset()


def test_each_account_has_a_card_told_at_most_twice_a_minute() -> None:
    state, _, _ = gather(Flood(), raised(11, 1, 100), alarms(11, 1), 100_000, next_event_id=50)
    told = 0
    for second in range(101, 191):
        news = (event("Main1", 1, second, id=second),)
        state, _, made = gather(state, news, alarms(11, 1), second * 1000, next_event_id=500)
        told += sum(one.notify for one in made)
    assert told == 3


def test_a_card_that_was_held_back_is_told_later_without_further_news() -> None:
    state, _, _ = gather(Flood(), raised(11, 1, 100), alarms(11, 1), 100_000, next_event_id=50)
    state, _, made = gather(state, raised(1, 2, 101), alarms(11, 2), 101_000, next_event_id=60)
    assert made == ()
    _, _, made = gather(state, (), alarms(11, 2), 131_000, next_event_id=70)
    assert [one.level for one in made] == [2]


def test_the_flood_ends_below_five_in_ten_minutes() -> None:
    state, _, _ = gather(Flood(), raised(11, 1), alarms(11, 1), 0, next_event_id=50)
    state, _, _ = gather(state, raised(4, 1, 300), alarms(11, 1), 300_000, next_event_id=50)
    state, _, made = gather(state, (), alarms(11, 1), 600_000, next_event_id=60)
    assert (state.since_ms, [one.reason for one in made]) == (None, ["flood over"])


def test_repeats_make_no_flood() -> None:
    news = tuple(event(str(n), 3, id=n, reason="repeated") for n in range(30))
    assert gather(Flood(), news, {}, 0, next_event_id=50)[0].since_ms is None


def test_a_card_counts_what_is_new_and_only_mentions_what_was_told_before() -> None:
    state, _, made = gather(Flood(), raised(11, 1, 100), alarms(11, 1), 100_000, next_event_id=50)
    assert "told before" not in made[1].text
    both = {**alarms(11, 1), "Main12": record("Main12", 2, account_id="Main")}
    news = (event("Main12", 2, 140, id=70, account_id="Main"),)
    _, _, made = gather(state, news, both, 140_000, next_event_id=80)
    assert [(one.level, one.title) for one in made] == [(2, f"Main: {both['Main12'].title}")]
    assert made[0].text.endswith("11 told before still stand.")


def test_repeats_in_a_flood_are_told_as_unanswered_and_not_as_new() -> None:
    state, _, _ = gather(Flood(), raised(11, 2, 100), alarms(11, 2), 100_000, next_event_id=50)
    again = tuple(event(f"Main{n}", 2, 400, id=60 + n, account_id="Main", reason="repeated") for n in range(1, 12))
    _, _, made = gather(state, again, alarms(11, 2), 400_000, next_event_id=90)
    assert [one.title for one in made] == ["Main: 11 alarms unanswered (11 DANGER)"]


def test_a_card_stands_for_what_it_told_not_for_what_was_told_by_itself() -> None:
    early = {"Main99": record("Main99", 2, account_id="Main")}
    state, _, made = gather(Flood(), raised(11, 1, 100), {**alarms(11, 1), **early}, 100_000, next_event_id=50)
    assert made[1].text.endswith("1 told before still stands.")
    behind = behind_card(state, made[1].key, {**alarms(11, 1), **early})
    assert {one.key for one in behind} == {f"Main{n}" for n in range(1, 12)}
    assert behind_card(state, "distance|x", early) == []


def test_a_card_of_a_single_alarm_names_the_account_once() -> None:
    state, _, _ = gather(Flood(), raised(11, 1), alarms(11, 1), 0, next_event_id=50)
    for title, told in (("SOL long · Main · 4.2 %", "SOL long · Main · 4.2 %"), ("SOL is near", "Main: SOL is near")):
        known = {"Main1": record("Main1", 2, account_id="Main", title=title)}
        news = (event("Main1", 2, 40, id=60, account_id="Main"),)
        assert gather(state, news, known, 40_000, next_event_id=70)[2][0].title == told
