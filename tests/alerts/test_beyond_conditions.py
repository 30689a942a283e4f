"""Figures beyond the liquidation price as alarms: readings in, what was told out."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from monitor.alerts.beyond_conditions import beyond_readings
from monitor.model import Account, Collateral, OrderBook, Position, Stop
from monitor.risk.beyond import measure_beyond
from monitor.risk.depth import Depth
from monitor.risk.market import Market
from monitor.risk.report import assess
from monitor.risk.volatility import Volatilities, Volatility
from monitor.settings import BEYOND_KINDS, AlertSettings, BeyondAlerts, Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick, tick
from tests.build import account, flat_bracket, isolated, position

START, STEP = 1_700_000_000_000, 10_000
BTC = "BTC/USDT:USDT"
NOTHING = dict.fromkeys(BEYOND_KINDS)


def limits(**chosen: float) -> Settings:
    return Settings(alerts=AlertSettings(beyond=BeyondAlerts(**{**NOTHING, **chosen})))


def long(**changes: Any) -> Position:
    """A 4x isolated long: 0.2 from 50,000, marked 60,000, margin 1,000, equity 3,000, liquidated at 45,226."""
    values = {"contracts": 0.2, "brackets": flat_bracket(0.005), "mark_price": 60_000.0, **changes}
    return isolated(1_000.0, **values)


def held(*positions: Position, **changes: Any) -> Account:
    return account(*(positions or (long(),)), **changes)


def after(
    settings: Settings, owner: Account, *, seconds: int = 80, market: Market | None = None, then: Account | None = None
) -> list[Tick]:
    """Tick every ten seconds; `then` is what the account is for as long again."""
    state, ticks = EngineState(started_ms=START), []
    for step in range(seconds // 10 * (1 if then is None else 2)):
        now_ms = START + step * STEP
        now = owner if then is None or step < seconds // 10 else then
        ticks.append(tick(state, (replace(now, read_ms=now_ms),), settings, now_ms, market=market or Market()))
        state = ticks[-1].state
    return ticks


def told(kind: str, ticks: list[Tick]) -> list[tuple[int, str, str]]:
    events = [event for one in ticks for event in one.events if event.kind == kind and event.notify]
    return [(event.level, event.title, event.text) for event in events]


def book(size: float) -> Market:
    """Ten levels a side, one basis point apart, each of a size."""
    bids = tuple((60_000.0 * (1.0 - 1e-4 * step), size) for step in range(1, 11))
    asks = tuple((60_000.0 * (1.0 + 1e-4 * step), size) for step in range(1, 11))
    depth = Depth.of(OrderBook(bids=bids, asks=asks, at_ms=START))
    return Market(depths={("binanceusdm", BTC): depth})


def moving(annual: float) -> Market:
    one = Volatility(annual=annual, fast=annual, slow=annual, hours=300, days=90, at_ms=START)
    return Market(volatilities=Volatilities(known={("binanceusdm", BTC): one}))


def test_leverage_above_the_line_says_what_comes_under_it() -> None:
    level, title, text = told("leverage", after(limits(leverage=3.0), held()))[0]
    assert (level, title) == (1, "BTC long · main · its effective leverage is 4×")
    assert text == "Add 1,000 USDT to come under your line, 3×."
    crossed = account(position(contracts=0.2, brackets=flat_bracket(0.005), mark_price=60_000.0), wallet=1_000.0)
    assert "or cut 0.050 BTC" in told("leverage", after(limits(leverage=3.0), crossed))[0][2]


def test_what_is_under_its_line_says_nothing() -> None:
    assert told("leverage", after(limits(leverage=4.5), held())) == []


def test_nothing_is_told_of_a_figure_that_is_off() -> None:
    assert {event.kind for one in after(limits(), held()) for event in one.events} <= {"no_stop"}


def test_a_figure_waits_a_minute_and_stays_within_its_deadband() -> None:
    assert told("leverage", after(limits(leverage=3.0), held(), seconds=60)) == []
    ticks = after(limits(leverage=4.2), held(long(mark_price=59_000.0)), then=held())  # 4.21x, then 4x
    assert len(told("leverage", ticks)) == 1
    assert "leverage|" + f"main|{BTC}|long|isolated" in ticks[-1].state.alarms
    gone = after(limits(leverage=4.2), held(long(mark_price=59_000.0)), then=held(long(mark_price=65_000.0)))
    assert not any(key.startswith("leverage|") for key in gone[-1].state.alarms)


def test_the_wallet_of_a_cross_pool_is_what_can_be_lost() -> None:
    both = account(position(contracts=0.01), long(), wallet=2_000.0)
    found = told("max_loss", after(limits(max_loss=0.25), both))
    assert [title for _, title, _ in found] == ["BTC long · main · up to 2,000 USDT can be lost: 40 % of the account"]


def test_an_isolated_margin_under_the_line_is_no_alarm() -> None:
    assert told("max_loss", after(limits(max_loss=0.5), account(long(), wallet=9_000.0))) == []


def test_a_debt_is_feared_only_where_the_venue_may_claim_it() -> None:
    crossed = position(contracts=0.2, brackets=flat_bracket(0.005))
    portfolio = account(crossed, wallet=2_000.0, account_mode="portfolio")
    level, title, text = told("gap_debt", after(limits(gap_debt=0.05), portfolio))[0]
    assert (level, title) == (1, "BTC long · main · a jump through liquidation may leave you a debt")
    assert "after a jump of 5.0 %" in text
    assert told("gap_debt", after(limits(gap_debt=0.05), account(crossed, wallet=2_000.0))) == []


def test_a_gap_wider_than_the_jump_leaves_no_debt() -> None:
    crossed = position(contracts=0.2, brackets=flat_bracket(0.08))
    portfolio = account(crossed, wallet=2_000.0, account_mode="portfolio")
    assert told("gap_debt", after(limits(gap_debt=0.05), portfolio)) == []


def test_money_that_is_not_needed_is_told_per_account() -> None:
    rich = account(position(contracts=0.01), wallet=10_000.0)
    level, title, text = told("exposed_money", after(limits(exposed_money=5_000.0), rich))[0]
    assert level == 1
    assert title.startswith("main · about 9,")
    assert "still keeps 15.0 %" in text
    assert told("exposed_money", after(limits(exposed_money=9_999.0), rich)) == []


def test_funding_that_leads_to_the_warning_line_is_told_in_days() -> None:
    paying = long(mark_price=54_500.0, funding_rate=0.003, funding_interval_h=8.0)
    level, title, text = told("funding_drift", after(limits(funding_drift=3.0), held(paying)))[0]
    assert level == 1
    assert "brings liquidation to 15.0 % within 2." in title
    assert text.startswith("It takes 99 USDT a day")
    receiving = long(mark_price=54_500.0, funding_rate=-0.003, funding_interval_h=8.0)
    assert told("funding_drift", after(limits(funding_drift=3.0), held(receiving))) == []


def test_a_position_that_is_past_the_warning_line_is_left_to_its_own_alarm() -> None:
    near = long(mark_price=50_000.0, funding_rate=0.003, funding_interval_h=8.0)
    assert told("funding_drift", after(limits(funding_drift=30.0), held(near))) == []


def test_a_chance_is_told_as_a_range_with_what_to_do() -> None:
    near = held(long(mark_price=48_000.0))
    level, title, text = told("touch_chance", after(limits(touch_chance=0.2), near, market=moving(1.5)))[0]
    assert level == 1
    assert " % to " in title
    assert text.endswith("to reach 10 %.")
    assert told("touch_chance", after(limits(touch_chance=0.2), near, market=moving(0.1))) == []


def test_an_unknown_volatility_begins_no_alarm_and_ends_none() -> None:
    near = held(long(mark_price=48_000.0))
    assert told("touch_chance", after(limits(touch_chance=0.001), near)) == []
    ticks = after(limits(touch_chance=0.2), near, market=moving(1.5))
    state = ticks[-1].state
    for step in range(8, 20):
        now_ms = START + step * STEP
        state = tick(state, (replace(near, read_ms=now_ms),), limits(touch_chance=0.2), now_ms).state
    assert any(key.startswith("touch_chance|") for key in state.alarms)


def test_closing_that_costs_much_of_the_margin_is_told() -> None:
    cost = told("exit_cost", after(limits(exit_cost=0.005), held(), market=book(0.05)))
    assert cost[0][:2] == (1, "BTC long · main · closing it at once costs 1 % of its margin")
    assert told("exit_cost", after(limits(exit_cost=0.05), held(), market=book(0.05))) == []
    assert told("exit_cost", after(limits(exit_cost=0.001), held())) == []  # no book, no figure


def test_a_book_that_holds_hardly_anything_is_no_cheap_way_out() -> None:
    title, text = told("exit_cost", after(limits(exit_cost=0.01), held(), market=book(0.0001)))[0][1:]
    assert "costs 7 % of its margin" in title
    assert "does not even hold all of it: 0.50 % slippage is reckoned with" in text


def test_what_a_thin_book_leaves_over_is_told() -> None:
    left = told("exit_unfilled", after(limits(exit_unfilled=0.5), held(), market=book(0.05)))
    assert left[0][:2] == (1, "BTC long · main · a thin book would leave 75 % of it open")
    assert told("exit_unfilled", after(limits(exit_unfilled=0.5), held(), market=book(5.0))) == []


def test_stops_that_lose_too_much_of_the_margin_are_told() -> None:
    stop = Stop(trigger_price=48_000.0, trigger="mark", contracts=None, limit_price=None)
    level, title, text = told("stop_loss", after(limits(stop_loss=0.2), held(long(stops=(stop,)))))[0]
    assert (level, title) == (1, "BTC long · main · its stops lose 45 % of its margin")
    assert "the first one is at 48,000.0" in text
    assert told("stop_loss", after(limits(stop_loss=0.2), held(long(stops=())))) == []


def test_a_trade_that_takes_much_of_the_account_is_told() -> None:
    share = told("margin_share", after(limits(margin_share=0.2), account(long(), wallet=1_000.0)))
    assert share[0][:2] == (1, "BTC long · main · its margin is 25 % of the account")
    assert told("margin_share", after(limits(margin_share=0.3), account(long(), wallet=1_000.0))) == []


@pytest.mark.parametrize("kind", BEYOND_KINDS)
def test_a_position_that_is_gone_takes_its_alarms_with_it(kind: str) -> None:
    line = {"gap_debt": 0.9, "funding_drift": 365.0, "exposed_money": 1.0}.get(kind, 1e-6)
    stop = Stop(trigger_price=48_000.0, trigger="mark", contracts=None, limit_price=None)
    owner = held(long(stops=(stop,), funding_rate=0.003, funding_interval_h=8.0), account_mode="portfolio")
    market = Market(volatilities=moving(1.5).volatilities, depths=book(0.05).depths)
    ticks = after(limits(**{kind: line}), owner, market=market)
    assert told(kind, ticks)
    empty, state = account(wallet=13_000.0), ticks[-1].state
    for step in range(8, 16):
        now_ms = START + step * STEP
        state = tick(state, (replace(empty, read_ms=now_ms),), limits(**{kind: line}), now_ms, market=market).state
    left = [key for key in state.alarms if key.startswith(f"{kind}|") and kind != "exposed_money"]
    assert left == []


class Everything:
    """Contains every key: each figure brings its sentence."""

    def __contains__(self, key: object) -> bool:
        return True


COIN = position(symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=500.0, contract_size=100.0)
OWNERS: dict[str, Account] = {
    "nothing held": account(),
    "isolated": held(),
    "a hedge": account(position(contracts=2.0), position(side="short", contracts=1.0), position_mode="hedge"),
    "a coin's own pool": account(
        COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.3),)
    ),
    "tiers not known": account(position(brackets=())),
    "wallet not known": account(position(), collateral=()),
    "a venue that is only repeated": account(position(reported_liquidation_price=40_000.0), venue="nobody"),
    "past its liquidation": held(long(mark_price=44_000.0)),
}


@pytest.mark.parametrize("market", [Market(), moving(1.5), book(0.05)], ids=["nothing read", "volatility", "book"])
@pytest.mark.parametrize("owner", OWNERS)
def test_every_figure_of_every_account_is_a_sentence_and_unknown_is_no_measure(owner: str, market: Market) -> None:
    report = assess((OWNERS[owner],), rescue_distance=0.1)
    beyond = measure_beyond(report.figures, market, START)
    lines = dict.fromkeys(BEYOND_KINDS, 0.5)
    for reading in beyond_readings(beyond, report.positions, lines, Everything()):
        assert reading.title
        assert "nan" not in f"{reading.title} {reading.text}"
        assert reading.measure is None or not math.isnan(reading.measure)
        assert "not known now" in reading.title or reading.measure is not None
