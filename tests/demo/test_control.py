"""Commands from inside the program: each does what it says, and survives the pipe."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import msgspec
import pytest

from monitor.demo import control
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec
from tests.demo.build import ask, isolated_long, world_of

COMMANDS: tuple[control.AnyCommand, ...] = (
    control.AddMargin(account="A", symbol="BTCUSDT", side="long", amount=5.0),
    control.Reduce(account="A", symbol="BTCUSDT", side="long", fraction=0.5),
    control.OpenPosition(account="A", symbol="SOLUSDT", side="short", size=3.0, isolated=True, leverage=5),
    control.ClosePosition(account="A", symbol="ETHUSDT", side="short"),
    control.Deposit(account="A", amount=-5.0),
    control.SetSpeed(speed=2.0),
    control.Pause(paused=True),
    control.InjectFault(kind="vanish", symbols=("BTCUSDT",), count=1),
    control.ClearFaults(),
    control.SetLimits(enabled=False),
    control.ExpireListenKeys(),
    control.SetPrice(symbol="BTCUSDT", price=28_000.0, hold=True),
    control.JumpTo(market_ms=0),
    control.Stop(),
)


@pytest.fixture
async def server() -> AsyncIterator[DemoServer]:
    positions = (isolated_long(), PositionSpec(symbol="ETHUSDT", side="short", size=1.0))
    world = world_of(AccountSpec(label="A", wallet=5000.0, positions=positions), live=True)
    world.paused = True
    async with serve(world) as running:
        yield running


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
async def test_every_command_survives_the_pipe_and_is_obeyed(server: DemoServer, command: control.AnyCommand) -> None:
    arrived = msgspec.msgpack.decode(msgspec.msgpack.encode(command), type=control.AnyCommand)
    assert arrived == command
    assert await server.obey(arrived) == control.Ok()


async def truth(server: DemoServer) -> control.Truth:
    reply = await server.obey(control.GetTruth())
    assert isinstance(reply, control.Truth)
    return reply


async def test_the_truth_survives_the_pipe(server: DemoServer) -> None:
    told = await truth(server)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(told), type=control.AnyReply) == told


async def test_the_truth_is_what_the_api_tells(server: DemoServer) -> None:
    position = (await truth(server)).positions[0]
    row = (await ask(server.info(), "/fapi/v3/positionRisk"))[2][0]
    assert float(row["liquidationPrice"]) == pytest.approx(position.liquidation_price, rel=1e-12)
    assert float(row["maintMargin"]) == pytest.approx(position.maintenance_margin, abs=1e-8)


async def test_a_closed_position_is_gone_and_its_margin_is_back(server: DemoServer) -> None:
    await server.obey(control.ClosePosition(account="A", symbol="BTCUSDT", side="long"))
    after = await truth(server)
    assert [position.symbol for position in after.positions] == ["ETHUSDT"]
    assert after.wallets["A"] == pytest.approx(8000.0, abs=20)


async def test_an_opened_isolated_position_gets_its_own_wallet(server: DemoServer) -> None:
    opened = control.OpenPosition(account="A", symbol="SOLUSDT", side="long", size=10.0, isolated=True, leverage=5)
    await server.obey(opened)
    position = (await truth(server)).positions[-1]
    assert (position.symbol, position.isolated, position.size) == ("SOLUSDT", True, 10.0)
    assert position.pool_balance == pytest.approx(10.0 * position.mark / 5)


async def test_a_jump_moves_market_time_and_settles_what_lies_between(server: DemoServer) -> None:
    target = server.world.market.now_ms + 9 * 3_600_000
    await server.obey(control.JumpTo(market_ms=target))
    assert (await truth(server)).market_ms == target
    assert {row.kind for row in server.world.accounts["A"].income} == {"FUNDING_FEE"}


@pytest.mark.parametrize(
    "command",
    [
        control.Deposit(account="Nobody", amount=1.0),
        control.Deposit(account="A", amount=-5000.01),
        control.SetPrice(symbol="FOOUSDT", price=1.0),
        control.SetPrice(symbol="BTCUSDT", price=0.0),
        control.OpenPosition(account="A", symbol="BTCUSDT", side="long", size=0.0),
        control.AddMargin(account="A", symbol="BTCUSDT", side="long", amount=-1.0),
        control.Reduce(account="A", symbol="BTCUSDT", side="long", fraction=1.1),
        control.SetSpeed(speed=0.5),
    ],
)
async def test_nonsense_is_refused_in_one_sentence(server: DemoServer, command: control.AnyCommand) -> None:
    reply = await server.obey(command)
    assert isinstance(reply, control.Refused)
    assert reply.reason.endswith(".")


async def test_market_time_runs_at_its_speed() -> None:
    async with serve(world_of(live=True)) as running:
        running.world.speed = 600.0
        before = running.world.market.now_ms
        await asyncio.sleep(0.5)
        assert running.world.market.now_ms > before + 100_000


async def test_an_exchange_whose_market_breaks_ends_and_says_why() -> None:
    world = world_of(AccountSpec(label="A", wallet=1.0), live=True)
    server = DemoServer(world)
    await server.start()
    world.accounts["A"] = None  # type: ignore[assignment]
    await asyncio.wait_for(server.stopped.wait(), 5)
    with pytest.raises(AttributeError):
        await server.close()
