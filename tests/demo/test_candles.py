"""Price bars in market time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from monitor.demo.binance import market_answers
from monitor.demo.scenario import load_bars
from monitor.demo.world import World
from tests.demo.build import world_of


def klines(
    world: World, symbol: str = "BTCUSDT", interval: str = "1h", limit: int = 50, **bounds: int | None
) -> list[list[float]]:
    start, end = bounds.get("start"), bounds.get("end")
    rows = market_answers.klines(world.market, world.candles, symbol, interval, start_ms=start, end_ms=end, limit=limit)
    return [[float(str(value)) for value in row] for row in rows]


def test_finished_hours_are_the_real_bars() -> None:
    world = world_of(scenario="may21")
    bars = {bar.open_ms: bar for bar in load_bars(world.market.scenario)}
    for row in klines(world)[:-1]:
        bar = bars[int(row[0])]
        assert row[1:5] == [bar.open, bar.high, bar.low, bar.close]


def test_the_newest_bar_is_open_and_closes_at_the_mark() -> None:
    world = world_of(scenario="may21")
    world.advance(1_234_000)
    newest = klines(world, "ETHUSDT", "15m")[-1]
    assert newest[0] <= world.market.now_ms < newest[0] + 900_000
    assert newest[4] == pytest.approx(world.marks()["ETHUSDT"], abs=0.005)


@pytest.mark.parametrize(
    ("interval", "length"), [("1m", 60_000), ("5m", 300_000), ("4h", 14_400_000), ("1d", 86_400_000)]
)
def test_bars_follow_each_other_without_holes(interval: str, length: int) -> None:
    rows = klines(world_of(scenario="covid"), "SOLUSDT", interval, limit=14)
    assert [b[0] - a[0] for a, b in pairwise(rows)] == [length] * 13


def test_longer_bars_are_made_of_shorter_ones() -> None:
    world = world_of(scenario="covid")
    hour = klines(world, limit=2)[0]
    parts = klines(world, interval="5m", start=int(hour[0]), limit=12)
    assert max(row[2] for row in parts) == hour[2]
    assert min(row[3] for row in parts) == hour[3]


def test_nothing_after_the_present_second_is_told() -> None:
    world = world_of(scenario="covid")
    now = world.market.now_ms
    assert klines(world, interval="1m", start=now + 60_000, limit=5) == []
    assert klines(world, interval="1m", start=now - 120_000, limit=99)[-1][0] <= now


def test_a_price_that_was_set_shows_in_the_chart() -> None:
    world = world_of()
    world.advance(120_000)
    world.set_price("BTCUSDT", 25_000.0)
    assert klines(world, interval="1m")[-1][3] == pytest.approx(25_000.0)
    assert klines(world, interval="1m")[-2][3] > 27_000
