"""Scenarios and the market that plays them."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.demo.market import Market
from monitor.demo.scenario import HOUR_MS, SCENARIOS, find_scenario, load_bars


def test_an_unknown_scenario_names_those_that_there_are() -> None:
    with pytest.raises(ValueError, match=r'There is no scenario "2008"; known are covid, may21, luna, ftx, calm\.'):
        find_scenario("2008")


@pytest.mark.parametrize("name", ["covid", "may21", "luna", "ftx"])
def test_a_real_scenario_falls_as_far_as_it_says(name: str) -> None:
    market = Market(find_scenario(name))
    hours = range(market.start_ms // HOUR_MS + 1, market.start_ms // HOUR_MS + 11)
    low = min(market.path(0, hour).min() for hour in hours)
    assert 1 - low / market.start_price == pytest.approx(market.scenario.fall, abs=0.02)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_coin_starts_at_the_price_of_its_day(name: str) -> None:
    market = Market(find_scenario(name))
    expected = [market.start_price] + [find_scenario(name).prices[s.base] for s in market.symbols[1:]]
    assert market.marks() == pytest.approx(np.array(expected), rel=1e-6)


def test_the_covid_market_is_calm_for_a_wall_minute_and_falls_soon_after() -> None:
    market = Market(find_scenario("covid"))
    calm = market.marks(market.start_ms + 30 * 60_000)[0]
    deep = market.marks(market.start_ms + 84 * 60_000)[0]
    assert abs(calm / market.start_price - 1) < 0.02
    assert deep / market.start_price < 0.85


def test_bars_of_btc_are_the_files_own() -> None:
    market = Market(find_scenario("ftx"))
    bar = load_bars(market.scenario)[400]
    path = market.path(0, bar.open_ms // HOUR_MS)
    assert (path[0], path.max(), path.min(), path[-1]) == (bar.open, bar.high, bar.low, bar.close)


def test_a_coins_price_is_continuous_from_hour_to_hour() -> None:
    market = Market(find_scenario("covid"))
    hour = market.start_ms // HOUR_MS
    for index in range(1, 10):
        step = market.path(index, hour + 1)[0] / market.path(index, hour)[-1] - 1
        assert abs(step) < 0.002


def test_other_coins_move_with_btc_and_on_their_own() -> None:
    market = Market(find_scenario("covid"))
    hour = market.start_ms // HOUR_MS + 1
    bitcoin, ether = (np.diff(np.log(market.path(index, hour)[::60])) for index in (0, 1))
    assert 0.5 < np.corrcoef(bitcoin, ether)[0, 1] < 0.9999


def test_a_price_can_be_held_while_the_others_move() -> None:
    market = Market(find_scenario("calm"))
    market.set_price("ETHUSDT", 2000.0, hold=True)
    market.now_ms += 7_200_000
    assert market.mark("ETHUSDT") == 2000.0
    assert market.mark("SOLUSDT") != market.symbols[2].start_price


def test_a_shifted_price_goes_on_moving() -> None:
    market = Market(find_scenario("calm"))
    market.set_price("ETHUSDT", 2000.0, hold=False)
    assert market.mark("ETHUSDT") == pytest.approx(2000.0)
    market.now_ms += 600_000
    assert market.mark("ETHUSDT") not in (2000.0, pytest.approx(1830.0, rel=0.02))


def test_five_hundred_symbols_can_be_listed_and_no_more() -> None:
    assert len(Market(find_scenario("calm"), symbols=500).marks()) == 500
    with pytest.raises(ValueError, match="1 to 500 symbols, not 501"):
        Market(find_scenario("calm"), symbols=501)
