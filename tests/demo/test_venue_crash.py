"""March 2020 at OKX's and Hyperliquid's faces, through real ccxt: no forced close comes without CRITICAL before it."""

from __future__ import annotations

import pytest

from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.world import World
from monitor.tick.state import EngineState
from tests.demo.watch import Watch
from tests.venues.loopback import SkewedClock, reader_of

CRITICAL = 3
SPEED = 30
LOOKS = 240  # two hours of the crash


def isolated(symbol: str, value: float, cover: float, price: float) -> PositionSpec:
    size, wallet = value / price, value * cover
    return PositionSpec(symbol=symbol, side="long", size=size, margin_mode="isolated", isolated_wallet=wallet)


BOOK = (
    isolated("ETHUSDT", 60_000.0, 0.05, 189.0),
    isolated("LTCUSDT", 20_000.0, 0.11, 46.5),
    isolated("XRPUSDT", 30_000.0, 0.30, 0.199),
    PositionSpec(symbol="BTCUSDT", side="long", size=12.0),
    PositionSpec(symbol="BNBUSDT", side="short", size=800.0),
)


@pytest.mark.parametrize("venue", ["okx", "hyperliquid"])
async def test_no_forced_close_comes_without_critical_before_it(venue: str) -> None:
    clock = SkewedClock()
    spec = AccountSpec(label="A", venue=venue, wallet=12_000.0, positions=BOOK)
    world = World(Market(find_scenario("covid")), (spec,), speed=SPEED, clock=clock.now_ms)
    world.paused = True  # the test lets its time pass
    critical: set[str] = set()
    told: set[str] = set()
    async with serve(world, limits=False) as server, reader_of(server, "A", clock=clock) as reader:
        watch = Watch(reader, clock, EngineState(started_ms=clock.now_ms()))
        for _ in range(LOOKS):
            if watch.update is not None:
                critical |= {key for key, level in watch.levels().items() if level == CRITICAL}
            world.advance(SPEED * 1_000)
            told |= {event.position_key for event in await watch.look() if event.kind == "liquidated"}
        for _ in range(5):
            told |= {event.position_key for event in await watch.look() if event.kind == "liquidated"}
        forced = {(fill.symbol.removesuffix("USDT"), fill.side) for fill in world.accounts["A"].forced}
    assert len(forced) >= 4
    assert len(told) == len(forced)
    assert told <= critical
