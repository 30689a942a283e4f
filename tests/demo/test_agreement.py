"""Two arithmetics that share no code agree: the exchange's search and our formulas, by real ccxt over real sockets.

The exchange closes by force by its own venue's rules; before it does, we must have said CRITICAL.
"""

from __future__ import annotations

import pytest

from monitor.clock import SystemClock
from monitor.demo import control
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.venues import RULES
from monitor.model import Account, PositionKey
from monitor.risk.report import assess
from monitor.risk.rows import PositionRisk
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import Tick, tick
from monitor.venues.fetch import AccountReader
from tests.demo.build import world_of
from tests.venues.loopback import config_of, reader_of, secrets_of

NONE_KNOWN: frozenset[PositionKey] = frozenset()
STEP_MS = 20_000  # of market time between two reads

# Sizes chosen so that a tier boundary lies between the mark and the liquidation price.
BITCOIN = PositionSpec(symbol="BTCUSDT", side="long", size=75.0, entry=29_500.0)
ETHER = PositionSpec(symbol="ETHUSDT", side="short", size=400.0, entry=1_790.0, leverage=10)
SOLANA = PositionSpec(symbol="SOLUSDT", side="long", size=20_000.0, entry=24.0, leverage=5)


def isolated(spec: PositionSpec, wallet: float) -> PositionSpec:
    return PositionSpec(
        symbol=spec.symbol,
        side=spec.side,
        size=spec.size,
        entry=spec.entry,
        leverage=spec.leverage,
        margin_mode="isolated",
        isolated_wallet=wallet,
    )


def hedge(larger: float, smaller: float, wallet: float = 190_000.0, venue: str = "bybit") -> AccountSpec:
    legs = (
        PositionSpec(symbol="BTCUSDT", side="long", size=larger, entry=29_000.0),
        PositionSpec(symbol="BTCUSDT", side="short", size=smaller, entry=28_500.0, leverage=10),
        PositionSpec(symbol="LTCUSDT", side="long", size=300.0),
    )
    return AccountSpec(label="A", venue=venue, wallet=wallet, position_mode="hedge", positions=legs)


def cross(venue: str, wallet: float = 360_000.0) -> AccountSpec:
    return AccountSpec(label="A", venue=venue, wallet=wallet, positions=(BITCOIN, ETHER, SOLANA))


def apart(venue: str) -> AccountSpec:
    positions = (isolated(BITCOIN, 170_000.0), isolated(ETHER, 90_000.0), isolated(SOLANA, 96_000.0))
    return AccountSpec(label="A", venue=venue, wallet=5_000.0, positions=positions)


CASES = {
    "binance cross": cross("binanceusdm"),
    "binance isolated": apart("binanceusdm"),
    "binance hedge": hedge(21.0, 6.5, venue="binanceusdm", wallet=90_000.0),
    "bybit cross": cross("bybit"),
    "bybit isolated": apart("bybit"),
    "bybit hedge": hedge(90.0, 15.0),
    "bybit equal hedge": hedge(30.0, 30.0, wallet=17_500.0),
}


async def truth_of(server: DemoServer) -> control.Truth:
    reply = await server.obey(control.GetTruth())
    assert isinstance(reply, control.Truth)
    return reply


async def judged(spec: AccountSpec) -> tuple[dict[tuple[str, str], PositionRisk], control.Truth]:
    """What we say of each (coin, side), and what the exchange knows, at one instant."""
    world = world_of(spec, live=True)
    world.paused = True
    async with serve(world) as server, reader_of(server, "A") as reader:
        account = await reader.read(NONE_KNOWN, 0)
        truth = await truth_of(server)
    rows = assess((account,), rescue_distance=0.1).positions
    return {(row.symbol.split("/")[0], row.side): row for row in rows}, truth


@pytest.mark.parametrize("spec", CASES.values(), ids=CASES)
async def test_our_liquidation_prices_are_the_exchanges_own(spec: AccountSpec) -> None:
    rows, truth = await judged(spec)
    assert len(rows) == len(truth.positions)
    compared = 0
    for true in truth.positions:
        row = rows[true.symbol.removesuffix("USDT"), true.side]
        assert (row.liquidation_root is None) == (true.liquidation_price is None)
        if true.liquidation_price is not None:
            compared += 1
            assert row.liquidation_root == pytest.approx(true.liquidation_price, rel=1e-9, abs=0)
    assert compared


@pytest.mark.parametrize("spec", CASES.values(), ids=CASES)
async def test_our_ratio_is_the_exchanges_requirement_over_its_balance(spec: AccountSpec) -> None:
    rows, truth = await judged(spec)
    for true in truth.positions:
        row = rows[true.symbol.removesuffix("USDT"), true.side]
        assert row.margin_ratio == pytest.approx(true.pool_requirement / true.pool_balance, rel=1e-9)


@pytest.mark.parametrize("venue", RULES)
async def test_margin_that_is_added_moves_the_price_that_both_find(venue: str) -> None:
    world = world_of(apart(venue), live=True)
    world.paused = True
    async with serve(world) as server, reader_of(server, "A") as reader:
        before = {row.symbol: row.liquidation_price for row in (await truth_of(server)).positions}
        more = control.AddMargin(account="A", symbol="BTCUSDT", side="long", amount=2_000.0)
        assert await server.obey(more) == control.Ok()
        account = await reader.read(NONE_KNOWN, 0)
        after = {row.symbol: row.liquidation_price for row in (await truth_of(server)).positions}
    ours = next(row for row in assess((account,), rescue_distance=0.1).positions if row.symbol.startswith("BTC"))
    old, new = before["BTCUSDT"], after["BTCUSDT"]
    assert old is not None
    assert new is not None
    assert new < old
    assert ours.liquidation_root == pytest.approx(new, rel=1e-9)


class Guard:
    """The product's own tick over what real ccxt has read."""

    def __init__(self, reader: AccountReader) -> None:
        self.reader = reader
        self.now_ms = SystemClock().now_ms()
        self.state = EngineState(started_ms=self.now_ms)
        self.account: Account | None = None

    async def look(self) -> Tick:
        self.now_ms += 1_000
        known = frozenset(self.state.known.get("A", {}))
        self.account = await self.reader.read(known, self.now_ms)
        ticked = tick(self.state, (self.account,), Settings(), self.now_ms)
        self.state = ticked.state
        return ticked


FALLING = {
    "bybit cross": AccountSpec(
        label="A",
        venue="bybit",
        wallet=10_000.0,
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=8.0),
            PositionSpec(symbol="ETHUSDT", side="long", size=100.0),
        ),
    ),
    "bybit isolated": AccountSpec(
        label="A",
        venue="bybit",
        wallet=1_000.0,
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=8.0, margin_mode="isolated", isolated_wallet=7_000.0),
        ),
    ),
}


@pytest.mark.parametrize("spec", FALLING.values(), ids=FALLING)
async def test_what_the_exchange_closes_by_force_was_critical_before(spec: AccountSpec) -> None:
    """March 2020 from shortly before the slide."""
    world = world_of(spec, scenario="covid", live=True)
    world.paused = True
    world.jump_to(world.market.start_ms + 40 * 60_000)
    async with serve(world, limits=False) as server, reader_of(server, "A") as reader:
        guard = Guard(reader)
        critical_at: int | None = None
        while not world.accounts["A"].forced:
            assert world.market.now_ms < world.market.start_ms + 4 * 3_600_000
            ticked = await guard.look()
            worst = max(row.level for row in (*ticked.update.positions, *ticked.update.pools))
            if worst == 3 and critical_at is None:
                critical_at = world.market.now_ms
            before = await truth_of(server)
            await server.obey(control.JumpTo(market_ms=world.market.now_ms + STEP_MS))
        told = [event.kind for _ in range(2) for event in (await guard.look()).events]
    assert critical_at is not None
    assert world.market.now_ms - critical_at >= STEP_MS
    assert all(row.pool_requirement < row.pool_balance for row in before.positions)
    assert "liquidated" in told


async def test_an_account_that_stands_at_the_rate_of_one_is_closed_and_just_above_it_is_not() -> None:
    """Bybit: accountMMRate >= 1."""
    for offset, stands in ((1e-3, True), (-1e-3, False)):
        world = world_of(cross("bybit"), live=True)
        world.paused = True
        async with serve(world) as server:
            price = next(row.liquidation_price for row in (await truth_of(server)).positions if row.symbol == "BTCUSDT")
            assert price is not None
            await server.obey(control.SetPrice(symbol="BTCUSDT", price=price + offset, hold=True))
            truth = await truth_of(server)
        assert bool(truth.positions) == stands
        if not stands:
            assert truth.wallets["A"] == 0.0  # closed at the bankruptcy price: the fund keeps what was left


async def test_two_venues_answers_of_one_instant_rest_on_one_price() -> None:
    """Venues live over one market: the marks that two of them tell are equal."""
    world = world_of(
        cross("binanceusdm"), AccountSpec(label="B", venue="bybit", wallet=1e6, positions=(BITCOIN,)), live=True
    )
    world.paused = True
    async with serve(world) as server:
        marks = []
        for label in ("A", "B"):
            reader = await AccountReader.open(config_of(server, label), secrets_of(server, label), SystemClock())
            account = await reader.read(NONE_KNOWN, 0)
            await reader.close()
            marks.append(next(row.mark_price for row in account.positions if row.symbol == "BTC/USDT:USDT"))
    assert marks[0] == marks[1]
