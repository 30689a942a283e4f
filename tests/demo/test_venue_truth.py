"""OKX and Hyperliquid, read by the product through real ccxt: our figures against what the exchange itself knows."""

from __future__ import annotations

import math
from typing import Any

import pytest

from monitor.demo import control
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.truth import truth
from monitor.model import Account
from monitor.risk.report import assess
from monitor.tick.state import EngineState
from tests.demo.build import world_of
from tests.demo.venue_accounts import HYPERLIQUID, ISOLATED, OKX, PAIRS
from tests.demo.watch import Watch
from tests.venues.loopback import SkewedClock, reader_of

SPECS = {spec.label: spec for spec in (*OKX, *HYPERLIQUID)}
CRITICAL = 3


async def read_once(server: DemoServer, label: str) -> Account:
    async with reader_of(server, label) as reader:
        return await reader.read(frozenset(), reader.client.clock.now_ms())


def true_positions(server: DemoServer, label: str) -> dict[tuple[str, str], control.TruePosition]:
    rows = truth(server.world).positions
    return {(row.symbol.removesuffix("USDT"), row.side): row for row in rows if row.account == label}


def same(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=1e-9)


@pytest.fixture
def paused_world(request: pytest.FixtureRequest) -> Any:
    world = world_of(SPECS[request.param], live=True)
    world.paused = True
    return world


@pytest.mark.parametrize(("paused_world", "label"), [(label, label) for label in SPECS], indirect=["paused_world"])
async def test_our_figures_are_the_exchanges_own(paused_world: Any, label: str) -> None:
    async with serve(paused_world) as server:
        account = await read_once(server, label)
        searched = true_positions(server, label)
    report = assess((account,), rescue_distance=0.1)
    assert account.balance_agrees
    assert len(report.positions) == len(searched)
    for ours in report.positions:
        theirs = searched[ours.symbol.split("/")[0], ours.side]
        assert same(ours.liquidation_root, theirs.liquidation_price), ours.symbol
        assert same(ours.liquidation_price, ours.reported_liquidation_price), ours.symbol
        assert ours.margin_ratio == pytest.approx(theirs.pool_requirement / theirs.pool_balance, rel=1e-9), ours.symbol


def test_the_large_account_crosses_a_tier_on_its_way_down() -> None:
    world = world_of(SPECS["Large"])
    large = next(row for row in truth(world).positions if row.symbol == "BTCUSDT")
    assert large.liquidation_price is not None
    assert large.size * large.liquidation_price < 150e6 < large.size * large.mark


async def test_all_that_an_account_needs_is_read_and_nothing_is_written() -> None:
    specs = (SPECS["Cross"], SPECS["Pool"])
    async with serve(world_of(*specs, live=True)) as server:
        for label in ("Cross", "Pool"):
            account = await read_once(server, label)
            btc = next(row for row in account.positions if row.symbol.startswith("BTC"))
            assert account.taker_fee_rate is not None
            assert None not in (btc.stops, btc.leverage, btc.tick_size, btc.lot_size, btc.funding_rate), label
            assert btc.brackets
            assert btc.stops is not None
            assert [stop.trigger_price for stop in btc.stops] == [25_000.0]
        assert server.log.writes() == []


async def test_candles_end_at_the_markets_own_time() -> None:
    async with serve(world_of(SPECS["Cross"], SPECS["Pool"], live=True)) as server:
        for label in ("Cross", "Pool"):
            async with reader_of(server, label) as reader:
                account = await reader.read(frozenset(), reader.client.clock.now_ms())
                bars = await reader.candles(account.positions[0].symbol, "1m", 60)
            assert len(bars) >= 58
            assert 0 <= server.world.market.now_ms - bars[-1][0] < 120_000


# ---------------------------------------------------------------- liquidated by the venue's own rule


def one(venue: str, mode: Any) -> AccountSpec:
    chosen = ISOLATED[0] if mode == "isolated" else PAIRS[0]
    more: tuple[PositionSpec, ...] = () if mode == "isolated" else PAIRS[1:]
    return AccountSpec(label="A", venue=venue, wallet=5_000.0, positions=(chosen, *more))


@pytest.mark.parametrize("mode", ["isolated", "cross"])
@pytest.mark.parametrize("venue", ["okx", "hyperliquid"])
async def test_it_is_liquidated_by_its_venues_rule_and_we_were_critical_before(venue: str, mode: str) -> None:
    world = world_of(one(venue, mode), live=True)
    world.paused = True
    clock = SkewedClock()
    async with serve(world, limits=False) as server, reader_of(server, "A", clock=clock) as reader:
        watch = Watch(reader, clock, EngineState(started_ms=clock.now_ms()))
        price = true_positions(server, "A")["BTC", "long"].liquidation_price
        assert price is not None
        for above in (1.03, 1.01, 1.003, 1.0001):
            world.set_price("BTCUSDT", price * above, hold=True)
            await watch.look()
        assert truth(world).liquidations == {"A": 0}
        assert watch.level("BTC") == CRITICAL
        world.set_price("BTCUSDT", price * 0.9999, hold=True)
        assert truth(world).liquidations["A"] == (1 if mode == "isolated" else 3)
        told = [event.kind for _ in range(4) for event in await watch.look()]
    assert "liquidated" in told
