"""Each kind of alarm, as a timeline through the whole tick: what was read in, what was told out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from monitor.messages import AlertEvent, AlertState, MuteAll, Shelve
from monitor.model import Account, Closing, Deleveraging, Ending, Liquidation, Position, Stop
from monitor.risk.market import Market
from monitor.risk.volatility import Volatilities, Volatility
from monitor.settings import AlertSettings, Override, PriceAlert, Settings, Shelf
from monitor.tick.price_watch import LastPrice, Prices, moved_on
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick, tick
from monitor.tick.user_acts import apply, note_shelf
from tests.build import account, flat_bracket, isolated, position

SECOND = 1_000
START = 1_700_000_000_000
DEFAULT, NOTHING = Settings(), Market()
BTC, ETH = "BTC/USDT:USDT", "ETH/USDT:USDT"


def long(mark: float, **changes: Any) -> Position:
    """A 10x isolated long from 50,000, liquidated at 45,226.13."""
    values = {"contracts": 0.2, "brackets": flat_bracket(0.005), "mark_price": mark, **changes}
    return isolated(1_000.0, **values)


class Story:
    """Ticks one after the other."""

    def __init__(self, settings: Settings = DEFAULT) -> None:
        self.settings = settings
        self.state = EngineState(started_ms=START)
        self.told: list[AlertEvent] = []
        self.last: Tick | None = None
        self.got_through: dict[str, int] | None = None  # alarms that somebody has heard; None: all

    def at(self, second: float, *accounts: Account, market: Market = NOTHING, prices: Prices | None = None) -> Story:
        self.last = tick(
            self.state,
            accounts,
            self.settings,
            int(START + second * SECOND),
            market=market,
            prices=prices or {},
            heard=self.got_through,
        )
        self.state = self.last.state
        self.told += self.last.events
        return self

    def over(self, seconds: range, *positions: Position, **changes: Any) -> Story:
        for second in seconds:
            self.at(second, account(*positions, read_ms=START + second * SECOND, **changes))
        return self

    def heard(self, kind: str) -> list[int]:
        return [event.level for event in self.told if event.kind == kind and event.notify]

    def alert(self, kind: str) -> AlertState:
        assert self.last is not None
        return next(alert for alert in self.last.update.alerts if alert.kind == kind)


def said(story: Story, kind: str) -> AlertEvent:
    return next(event for event in story.told if event.kind == kind)


# ---------------------------------------------------------------- positions


def test_a_position_without_a_stop_is_said_after_a_minute_and_can_be_switched_off() -> None:
    bare = long(60_000.0, stops=())
    assert Story().over(range(50), bare).heard("no_stop") == []
    assert Story().over(range(65), bare).heard("no_stop") == [1]
    silent = Settings(alerts=AlertSettings(quiet_kinds=("no_stop",)))
    assert Story(silent).over(range(65), bare).heard("no_stop") == []


def test_a_stop_beyond_the_liquidation_price_is_said() -> None:
    stop = Stop(trigger_price=45_000.0, trigger="mark", contracts=None, limit_price=None)
    story = Story().over(range(15), long(60_000.0, stops=(stop,)))
    assert story.heard("stop_beyond") == [1]
    assert "at 45,226.1 first" in said(story, "stop_beyond").text


def test_a_venue_that_names_another_liquidation_price_is_a_divergence_and_the_nearer_one_rings() -> None:
    story = Story().over(range(10), long(60_000.0, reported_liquidation_price=58_000.0))
    assert story.heard("divergence") == [2]
    assert story.heard("liquidation_distance") == [3]
    assert "60,000" in said(story, "liquidation_distance").text


def test_a_venue_that_names_a_farther_price_makes_nothing_quieter() -> None:
    story = Story().over(range(10), long(46_900.0, reported_liquidation_price=30_000.0))
    assert story.heard("liquidation_distance") == [3]


def test_unknown_danger_is_said_and_the_venues_own_price_rings() -> None:
    story = Story().over(range(35), long(50_000.0, brackets=()))
    assert story.heard("unknown") == [2]
    told = Story().over(range(35), long(50_000.0, brackets=(), reported_liquidation_price=49_000.0))
    assert told.heard("unknown") == [1]
    assert told.heard("liquidation_distance") == [3]


def test_funding_that_jumps_is_said_to_who_pays_it() -> None:
    calm = {"funding_interval_h": 4.0, "funding_rate": 0.0001}
    high = {**calm, "funding_rate": 0.0006}
    story = Story().over(range(3), long(60_000.0, **calm))
    assert story.heard("funding") == []
    story.over(range(3, 12), long(60_000.0, **high))
    assert story.heard("funding") == [1]
    assert said(story, "funding").title.endswith("pays 0.12 % every 8 h")
    short = isolated(4_000.0, side="short", contracts=0.2, mark_price=50_000.0, stops=None, **high)
    assert Story().over(range(12), short).heard("funding") == []


def test_funding_is_told_by_the_limit_of_the_narrowest_exception() -> None:
    paid = long(60_000.0, funding_rate=0.002, funding_interval_h=8.0)
    wide, narrow = Override(account_id="main", funding_8h=0.001), Override(symbol=BTC, side="long", funding_8h=0.003)

    def heard(*overrides: Override) -> list[int]:
        return Story(Settings(alerts=AlertSettings(overrides=overrides))).over(range(12), paid).heard("funding")

    assert (heard(wide), heard(wide, narrow), heard(msgspec.structs.replace(narrow, side="short"))) == ([1], [], [1])


def test_the_end_of_the_deleveraging_queue_is_said() -> None:
    assert Story().over(range(65), long(60_000.0, reported_adl_rank=3.0)).heard("adl") == []
    assert Story().over(range(65), long(60_000.0, reported_adl_rank=4.0)).heard("adl") == [1]


def test_a_venue_that_changes_its_margin_tiers_is_told() -> None:
    story = Story().over(range(3), long(60_000.0))
    story.over(range(3, 6), long(60_000.0, brackets=flat_bracket(0.01)))
    assert story.heard("rules_changed") == [1]
    assert "from 0.5 % to 1 %" in said(story, "rules_changed").text
    story = Story().over(range(3), long(60_000.0))
    story.over(range(3, 6), long(60_000.0, brackets=flat_bracket(0.01), leverage=20.0))  # the user's own doing
    assert story.heard("rules_changed") == []
    implied = [long(60_000.0, brackets=flat_bracket(rate), rate_implied=True) for rate in (0.015, 0.016)]
    assert Story().over(range(3), implied[0]).over(range(3, 6), implied[1]).heard("rules_changed") == []


def test_a_warning_says_what_to_do_although_it_is_beyond_the_usual_distance_to_restore() -> None:
    text = said(Story().over(range(7), long(52_500.0)), "liquidation_distance").text
    assert "Add " in text
    assert text.rstrip(" .").endswith("to reach 15 %")


def test_with_a_known_volatility_a_fresh_high_leverage_position_does_not_cry() -> None:
    one = Volatility(annual=0.4, fast=0.4, slow=None, hours=300, days=0, at_ms=START)
    market = Market(volatilities=Volatilities(known={("binanceusdm", BTC): one}))
    fresh = isolated(250.0, contracts=0.2, brackets=flat_bracket(0.005), mark_price=50_000.0)  # 40x
    story = Story().at(0, account(fresh, read_ms=START), market=market)
    assert story.heard("liquidation_distance") == []
    old = START + 7 * 3_600 * SECOND
    late = Story().at(7 * 3_600, account(fresh, read_ms=old), market=market)
    assert late.heard("liquidation_distance") == [3]  # six hours later the volatility counts as unknown


# ---------------------------------------------------------------- pools and legs


def test_a_common_fall_rings_before_any_single_price_does() -> None:
    rows = [
        position(symbol=f"{coin}/USDT:USDT", contracts=1.0, brackets=flat_bracket(0.005)) for coin in ("A", "B", "C")
    ]
    story = Story().over(range(10), *rows, wallet=12_000.0)
    assert story.heard("common_shock") == [2]
    assert story.heard("liquidation_distance") == []
    assert "every price moves together" in said(story, "common_shock").text


def test_both_legs_of_a_hedge_share_one_alarm() -> None:
    legs = [
        position(contracts=1.0, brackets=flat_bracket(0.005), mark_price=50_000.0),
        position(contracts=0.3, side="short", brackets=flat_bracket(0.005), mark_price=50_000.0),
    ]
    story = Story().over(range(10), *legs, wallet=3_000.0)
    assert story.heard("liquidation_distance") == [2]
    assert "long and short" in said(story, "liquidation_distance").title
    assert story.last is not None
    assert {row.level for row in story.last.update.positions} == {2}


def test_the_alarm_of_a_hedge_stays_with_the_leg_that_is_left() -> None:
    one = position(contracts=1.0, brackets=flat_bracket(0.005))
    other = position(contracts=0.3, side="short", brackets=flat_bracket(0.005))
    story = Story().over(range(5), one, wallet=3_900.0)
    levels = story.heard("liquidation_distance")
    story.over(range(5, 10), one, other, wallet=3_900.0)
    assert [alert.position_key for alert in [story.alert("liquidation_distance")]] == [f"main|{BTC}|long|cross"]
    assert story.heard("liquidation_distance") == levels


def test_the_worse_ratio_of_the_venues_and_ours_rings() -> None:
    row = position(contracts=1.0, brackets=flat_bracket(0.005))
    story = Story().over(range(10), row, wallet=30_000.0, reported_margin_ratio=0.9)
    assert story.heard("margin_ratio") == [3]
    assert "By the venue's figure" in said(story, "margin_ratio").text


def test_a_stream_that_kept_a_change_back_is_a_warning_until_it_tells_again() -> None:
    story = Story().over(range(10), long(60_000.0), untold=BTC)
    assert story.heard("stream_suspect") == [1]
    assert said(story, "stream_suspect").title == "main: its stream did not tell that BTC/USDT:USDT changed"
    story.over(range(10, 200), long(60_000.0))
    assert [event.reason for event in story.told if event.kind == "stream_suspect"][-1] == "cleared"


# ---------------------------------------------------------------- gone


def test_a_position_that_took_its_margin_with_it_is_critical() -> None:
    story = Story().over(range(3), long(60_000.0)).over(range(3, 8))
    assert story.heard("gone") == [3]
    assert "its margin did not come back" in said(story, "gone").text


def test_a_position_whose_margin_came_back_is_closed_and_nothing_rings() -> None:
    story = Story().over(range(3), long(60_000.0)).over(range(3, 8), wallet=12_900.0)
    assert story.heard("gone") == []
    assert said(story, "closed").notify is False


def test_a_position_that_was_critical_and_is_gone_is_asked_about() -> None:
    row = position(contracts=1.0, brackets=flat_bracket(0.005), mark_price=50_000.0)
    story = Story().over(range(3), row, wallet=1_500.0).over(range(3, 8), wallet=1_500.0)
    assert story.heard("gone") == [3]


def test_a_critical_position_that_the_users_own_order_closed_is_no_question() -> None:
    row = position(contracts=1.0, brackets=flat_bracket(0.005), mark_price=50_000.0)
    own = Closing(symbol=BTC, side="long", contracts=1.0, price=50_010.0, at_ms=START + 2_500)
    story = Story().over(range(3), row, wallet=1_500.0).over(range(3, 8), wallet=1_500.0, closings=(own,))
    assert story.heard("gone") == []
    assert said(story, "closed").title == "BTC long · main · closed by your order at 50,010.0"


def test_a_stop_that_closed_all_of_it_is_called_a_stop_and_one_that_closed_a_part_is_not() -> None:
    own = Closing(symbol=BTC, side="long", contracts=0.2, price=59_000.0, at_ms=START + 2_500, by_stop=True)
    parts = (replace(own, contracts=0.1), replace(own, contracts=0.1, by_stop=False))
    for closings, words in (((own,), "closed by your stop at 59,000.0"), (parts, "closed by your order at 59,000.0")):
        story = Story().over(range(3), long(60_000.0)).over(range(3, 8), wallet=12_900.0, closings=closings)
        assert words in said(story, "closed").title


def adl_of(contracts: float) -> Story:
    row = position(contracts=0.2, brackets=flat_bracket(0.005), mark_price=60_000.0)
    record = Deleveraging(symbol=BTC, side="long", contracts=contracts, price=60_010.0, at_ms=START + 2_500)
    return Story().over(range(3), row).over(range(3, 8), deleveragings=(record,))


def test_a_position_that_auto_deleveraging_closed_is_critical_and_not_called_liquidated() -> None:
    story = adl_of(0.2)
    assert story.heard("deleveraged") == [3]
    told = said(story, "deleveraged")
    assert told.title == "BTC long · main · closed by auto-deleveraging (ADL) at 60,010.0"
    assert told.text.startswith(
        "The exchange closed 0.2 contracts to cover other traders' losses; this is no liquidation"
    )
    assert story.heard("liquidated") == story.heard("gone") == []


def test_what_auto_deleveraging_left_over_is_said() -> None:
    told = said(adl_of(0.1), "deleveraged")
    assert told.title == "BTC long · main · gone: 0.1 of 0.2 contracts by auto-deleveraging (ADL) at 60,010.0"
    assert "closed 0.1 of 0.2 contracts" in told.text


@pytest.mark.parametrize("kind", [Liquidation, Deleveraging])
def test_a_part_closed_by_force_before_the_user_closed_the_rest_is_told_beside_the_end(kind: type[Ending]) -> None:
    row = position(contracts=0.2, brackets=flat_bracket(0.005), mark_price=60_000.0)
    record = kind(symbol=BTC, side="long", contracts=0.05, price=60_010.0, at_ms=START + 2_400)
    forced = {"deleveragings" if kind is Deleveraging else "liquidations": (record,)}
    own = Closing(symbol=BTC, side="long", contracts=0.15, price=60_020.0, at_ms=START + 2_500)
    story = Story().over(range(3), row).over(range(3, 8), closings=(own,), **forced)
    assert story.heard("cut") == [3]
    assert "from 0.2 to 0.15 contracts at 60,010.0" in said(story, "cut").title
    assert "still open" not in said(story, "cut").text
    assert said(story, "closed").title.endswith("closed by your order at 60,020.0")
    assert not {event.kind for event in story.told} & {"deleveraged", "liquidated", "gone"}


def test_of_a_liquidation_whose_records_name_a_part_the_rest_is_not_claimed() -> None:
    row = position(contracts=0.2, brackets=flat_bracket(0.005), mark_price=60_000.0)
    record = Liquidation(symbol=BTC, side="long", contracts=0.05, price=60_010.0, at_ms=START + 2_400)
    story = Story().over(range(3), row).over(range(3, 8), liquidations=(record,))
    assert story.heard("liquidated") == [3]
    assert "0.05 of 0.2 contracts closed by force at 60,010.0. How the rest ended" in said(story, "liquidated").text


@pytest.mark.parametrize(
    ("kind", "contracts", "title", "text"),
    [
        (Deleveraging, 0.12, "cut by auto-deleveraging (ADL) from 0.2 to 0.08 contracts at 60,010.0", "0.12 contracts"),
        (Deleveraging, 0.05, "cut by auto-deleveraging (ADL) from 0.2 to 0.08", "How the rest of the cut came about"),
        (Liquidation, 0.12, "LIQUIDATED in part, from 0.2 to 0.08 contracts at 60,010.0", "The rest is still open"),
    ],
)
def test_a_part_closed_by_force_is_critical_and_the_position_goes_on(
    kind: type[Ending], contracts: float, title: str, text: str
) -> None:
    row = position(contracts=0.2, brackets=flat_bracket(0.005), mark_price=60_000.0)
    record = kind(symbol=BTC, side="long", contracts=contracts, price=60_010.0, at_ms=START + 2_500)
    forced = {"deleveragings" if kind is Deleveraging else "liquidations": (record,)}
    story = Story().over(range(3), row).over(range(3, 5), replace(row, contracts=0.08))
    assert story.heard("cut") == []  # without a record it may be the user's own doing
    story.over(range(5, 9), replace(row, contracts=0.08), **forced)
    assert story.heard("cut") == [3]
    assert title in said(story, "cut").title
    assert text in said(story, "cut").text
    assert not {event.kind for event in story.told} & {"deleveraged", "liquidated", "gone", "closed"}


def test_a_failed_read_between_two_answers_begins_the_proof_anew() -> None:
    kept, gone = long(60_000.0, symbol=ETH), long(60_000.0)
    story = Story().over(range(3), kept, gone).over(range(3, 4), kept)
    failed = replace(account(kept, read_ms=START + 3 * SECOND), trouble="no answer")
    story.at(4, failed).over(range(5, 6), kept, wallet=12_900.0)
    assert not [event for event in story.told if event.kind in ("closed", "gone")]
    story.over(range(6, 7), kept, wallet=12_900.0)
    assert [event.kind for event in story.told if event.kind in ("closed", "gone")] == ["closed"]


# ---------------------------------------------------------------- funding


def funded(hours: float, rate: float, **changes: Any) -> Story:
    """A long that has paid 0.01 % in 8 hours so far and pays another rate for two minutes now."""
    story = Story(Settings(alerts=AlertSettings(**changes)))
    story.state = replace(
        story.state,
        funding={f"main|{BTC}": tuple((START - hour * 3_600_000, 0.0001) for hour in range(int(hours), 0, -1))},
    )
    return story.over(range(120), long(60_000.0, funding_rate=rate, funding_interval_h=8.0))


def test_a_funding_rate_that_jumps_is_told_by_its_recent_course() -> None:
    story = funded(24, 0.0009)
    assert story.heard("funding_jump") == [1]
    assert "pays 0.27 % a day, lately 0.03 %" in said(story, "funding_jump").title
    assert story.heard("funding") == []  # below the level of 0.1 % in 8 hours


@pytest.mark.parametrize(
    ("hours", "rate", "changes"),
    [
        (24, 0.0006, {}),  # six times the usual, but 0.18 % a day
        (4, 0.0009, {}),  # too little recorded
        (24, -0.0009, {}),  # received
        (24, 0.0009, {"funding_jump_times": 10.0}),
        (24, 0.0009, {"quiet_kinds": ("funding_jump",)}),
    ],
)
def test_what_is_no_jump_is_silent(hours: int, rate: float, changes: dict[str, Any]) -> None:
    assert funded(hours, rate, **changes).heard("funding_jump") == []


# ---------------------------------------------------------------- data


def test_answers_that_cannot_be_understood_are_a_suspicion_at_the_second_one() -> None:
    story = Story().over(range(2), long(60_000.0))
    good = account(long(60_000.0), read_ms=START + SECOND)
    for number in (1, 2):
        failed = replace(good, trouble="main: entryPrice is missing", trouble_kind="VenueDataError", failures=number)
        story.at(1 + number, failed)
        assert story.heard("suspect") == [2] * (number - 1)


def test_nothing_said_of_a_missing_position_ends_before_it_is_proven_gone() -> None:
    story = Story().over(range(65), long(60_000.0, stops=())).over(range(65, 80), balance_agrees=False)
    assert story.alert("no_stop").level == 1
    story.over(range(80, 84), wallet=12_900.0)
    assert not [alert for alert in story.state.alarms.values() if alert.kind == "no_stop"]


def test_totals_that_speak_of_positions_the_list_leaves_out_are_told_from_the_first_answer_on() -> None:
    assert Story().over(range(4), balance_agrees=False).heard("suspect") == [2]


def test_what_is_not_urgent_waits_until_the_data_is_back() -> None:
    story = Story().over(range(30), long(60_000.0, stops=()))
    for second in range(30, 90):
        story.at(second, replace(account(long(60_000.0, stops=()), read_ms=START + 29 * SECOND), trouble="no answer"))
    assert story.heard("no_stop") == []


def test_an_old_mark_in_a_fresh_answer_is_an_alarm_of_its_own() -> None:
    story = Story().over(range(20), long(60_000.0, mark_ms=START))
    assert story.heard("stale_mark") == [1]
    assert story.heard("stale") == []


def dead(second: int, venue: str, kind: str, level_mark: float = 60_000.0) -> Account:
    """An account whose venue does not answer since the start."""
    row = long(level_mark)
    made = account(row, id=venue, venue=venue, read_ms=START)
    return replace(made, trouble="no answer", trouble_kind=kind) if second else made


def test_where_no_venue_answers_it_is_the_network_and_the_accounts_are_silent() -> None:
    story = Story()
    for second in range(40):
        story.at(second, *(dead(second, venue, "NetworkError") for venue in ("binanceusdm", "bybit")))
    assert story.heard("network") == [1]
    assert story.heard("stale") == []
    assert story.alert("stale").inhibited_by == "network|"


def test_an_alarm_that_got_through_to_nobody_stands_for_no_others() -> None:
    story = Story()
    story.got_through = {}
    for second in range(40):
        story.at(second, *(dead(second, venue, "NetworkError") for venue in ("binanceusdm", "bybit")))
    told = [(event.reason, event.at_ms) for event in story.told if event.kind == "stale" and event.notify]
    raised = said(story, "network").at_ms
    assert told == [("stands by itself now", raised + 10 * SECOND)] * 2
    assert story.heard("stale_mark") == []  # its account's alarm is told, and stands for it


def test_an_alarm_that_has_got_through_stands_for_the_others_however_long() -> None:
    story = Story()
    for second in range(40):
        network = next((event for event in story.told if event.kind == "network"), None)
        story.got_through = {} if network is None else {network.key: network.episode_ms}
        story.at(second, *(dead(second, venue, "NetworkError") for venue in ("binanceusdm", "bybit")))
    assert story.heard("stale") == []


def test_an_account_that_stays_dead_when_the_network_is_back_speaks_for_itself() -> None:
    story = Story()
    for second in range(30):
        story.at(second, *(dead(second, venue, "NetworkError") for venue in ("binanceusdm", "bybit")))
    for second in range(30, 36):
        back = account(long(60_000.0), id="bybit", venue="bybit", read_ms=START + second * SECOND)
        story.at(second, dead(second, "binanceusdm", "NetworkError"), back)
    assert [event.account_id for event in story.told if event.kind == "stale" and event.notify] == ["binanceusdm"]


def test_one_venue_that_is_down_is_not_the_network() -> None:
    story = Story()
    for second in range(30):
        story.at(second, dead(second, "binanceusdm", "NetworkError"), dead(second, "bybit", "VenueDownError"))
    assert story.heard("network") == []
    assert story.heard("stale") == [1, 1]


def test_no_silence_of_the_network_hides_a_risk() -> None:
    story = Story()
    for second in range(100):
        story.at(second, *(dead(second, venue, "NetworkError", 46_900.0) for venue in ("binanceusdm", "bybit")))
    assert story.heard("liquidation_distance").count(3) == 4  # both, and both again after a minute
    assert story.heard("network")[:2] == [2, 3]  # what is at risk makes blindness louder


def test_a_computer_that_slept_says_so_and_all_its_data_is_stale_at_once() -> None:
    story = Story().over(range(3), long(60_000.0))
    eight_hours = 8 * 3_600
    story.at(eight_hours, account(long(60_000.0), read_ms=START + 2 * SECOND))
    assert story.last is not None
    assert story.last.slept
    assert story.heard("slept") == [2]
    assert story.heard("stale") == [3]
    assert story.last.update.accounts[0].feed == "stale"
    assert "7 h 59 min" in said(story, "slept").title


def test_a_flat_account_may_be_silent_for_two_minutes() -> None:
    story = Story().over(range(2))
    for second in range(2, 125):
        story.at(second, replace(account(read_ms=START + SECOND), trouble="no answer"))
    assert [event.at_ms for event in story.told if event.kind == "stale"] == [START + 121 * SECOND]


# ---------------------------------------------------------------- the user


def test_a_shelved_danger_is_not_heard_its_critical_is_and_the_shelf_ends() -> None:
    key = f"main|{BTC}|long|isolated"
    shelf = Shelf(key=key, since_ms=START, until_ms=START + 60 * SECOND)
    story = Story(Settings(alerts=AlertSettings(shelved=(shelf,)))).over(range(20), long(48_500.0))
    assert story.heard("liquidation_distance") == []
    assert story.alert("liquidation_distance").shelved_until_ms == shelf.until_ms
    assert "raised, shelved" in [event.reason for event in story.told]
    story.over(range(20, 62), long(48_500.0))
    assert [event.reason for event in story.told if event.notify] == ["no longer shelved"]
    again = Story(story.settings).over(range(20), long(46_000.0))
    assert again.heard("liquidation_distance") == [3]


def test_a_shelf_is_written_into_the_journal() -> None:
    state, events = note_shelf(EngineState(), Shelve(key="k", seconds=60), START + 60_000, START)
    assert (events[0].kind, events[0].notify, state.next_event_id) == ("shelf", False, 2)


def test_a_mute_cannot_be_prolonged_and_a_critical_is_heard_when_it_ends() -> None:
    story = Story().over(range(2), long(46_900.0))
    mute = MuteAll(seconds=600)
    story.state, _ = apply(story.state, mute, story.settings, START + 2 * SECOND)
    until = story.state.muted_until_ms
    story.state, _ = apply(story.state, mute, story.settings, START + 500 * SECOND)
    assert story.state.muted_until_ms == until == START + 602 * SECOND
    story.over(range(590, 602), long(46_900.0))
    heard = len(story.told)
    story.over(range(602, 603), long(46_900.0))
    assert any(event.level == 3 and event.notify for event in story.told[heard:])
    assert story.state.muted_until_ms is None


# ---------------------------------------------------------------- prices


def follow(alert: PriceAlert, *prices: float) -> tuple[list[str], PriceAlert]:
    """One price a second; return what was heard and the alert as it is afterwards."""
    story = Story(Settings(alerts=AlertSettings(price_alerts=(alert,))))
    for second, price in enumerate(prices):
        now_ms = START + second * SECOND
        found = {("main", ETH): LastPrice(price=price, at_ms=now_ms)}
        holder = account(read_ms=now_ms)
        story.at(second, holder, prices=found)
        alerts = moved_on(story.settings.alerts.price_alerts, story.state.alarms, (holder,), found, now_ms)
        story.settings = msgspec.structs.replace(
            story.settings, alerts=msgspec.structs.replace(story.settings.alerts, price_alerts=alerts)
        )
    titles = [event.title for event in story.told if event.kind == "price" and event.notify]
    return titles, story.settings.alerts.price_alerts[0]


def wish(when: str, *, again: bool = False) -> PriceAlert:
    return msgspec.convert(
        {"id": "a", "symbol": ETH, "account_id": "main", "when": when, "price": 3_000.0, "again": again}, PriceAlert
    )


def test_a_price_alert_on_a_symbol_that_is_not_held_speaks_once() -> None:
    heard, after = follow(wish("above"), 2_900, 3_001, 2_900, 3_001, 3_002)
    assert heard == ["ETH is above 3,000"]
    assert after.fired_ms == START + SECOND


def test_a_price_alert_that_is_wanted_again_waits_until_the_price_has_turned_back() -> None:
    heard, after = follow(wish("below", again=True), 3_100, 2_999, 3_001, 2_999, 3_010, 2_990)
    assert len(heard) == 2
    assert after.fired_ms is None


def test_a_crossing_is_heard_from_either_side() -> None:
    assert follow(wish("crosses"), 2_900, 2_950, 3_001)[0] == ["ETH is above 3,000"]
    assert follow(wish("crosses"), 3_100, 3_050, 2_999)[0] == ["ETH is below 3,000"]
    assert len(follow(wish("crosses", again=True), 2_900, 3_001, 3_050, 2_999, 2_900, 3_001)[0]) == 3


def test_a_price_alert_without_a_price_says_that_it_is_blind() -> None:
    story = Story(Settings(alerts=AlertSettings(price_alerts=(wish("above"),))))
    assert story.over(range(65)).heard("price_blind") == [1]


def test_the_mark_of_a_position_serves_its_price_alert() -> None:
    alert = msgspec.structs.replace(wish("below"), symbol=BTC, price=60_000.0)
    story = Story(Settings(alerts=AlertSettings(price_alerts=(alert,)))).over(range(2), long(59_999.0))
    assert said(story, "price").text.startswith("The mark price is 59,999")


# ---------------------------------------------------------------- nonsense


NUMBERS = (
    "contracts",
    "entry_price",
    "mark_price",
    "isolated_margin",
    "leverage",
    "funding_rate",
    "tick_size",
    "lot_size",
)
NONSENSE = (None, float("nan"), float("inf"), 0.0, -1.0, 1e308, -1e308, 1e-308)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@hypothesis_settings(max_examples=60, deadline=None)
@example(changes={"leverage": None, "lot_size": float("nan")})
@example(changes={"mark_price": -1.0, "entry_price": 1e308})
@given(changes=st.dictionaries(st.sampled_from(NUMBERS), st.sampled_from(NONSENSE), min_size=1, max_size=3))
def test_no_nonsense_in_a_number_clears_an_alarm_or_stops_the_tick(changes: dict[str, float | None]) -> None:
    story = Story().over(range(2), long(46_900.0))
    story.over(range(2, 5), replace(long(46_900.0), **changes))
    assert story.alert("liquidation_distance").level == 3
