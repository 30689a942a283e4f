"""The demo exchange on a socket: it steps the world, answers requests, and obeys the program's own commands.

Everything runs in one event loop without awaiting in the middle of an answer, so the figures of one answer come from
one instant. It listens on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import time
from collections.abc import AsyncIterator

from aiohttp import web

from monitor.demo import account_answers, control, margin
from monitor.demo.binance import RestFace
from monitor.demo.errors import DemoError
from monitor.demo.faults import Faults
from monitor.demo.limits import RateLimiter
from monitor.demo.request_log import RequestLog
from monitor.demo.streams import Streams
from monitor.demo.world import Refusal, World

HOST = "127.0.0.1"
STEP_S = 0.125
LONGEST_STEP_S = 1.0  # after a suspend or a stall the market goes on where it stood
MIN_SPEED, MAX_SPEED = 1.0, 600.0


class DemoServer:
    """A world behind Binance's dialect on a loopback port."""

    def __init__(self, world: World, *, port: int = 0, limits: bool = True) -> None:
        self.world = world
        self.log = RequestLog()
        self.faults = Faults()
        self.limiter = RateLimiter(enabled=limits)
        self.streams = Streams(world, self.faults, self.log)
        self.rest = RestFace(world, self.streams, self.faults, self.log, self.limiter)
        self.stopped = asyncio.Event()
        self._port = port
        self._runner: web.AppRunner | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> control.DemoInfo:
        """Listen and let market time run.

        Raises:
            DemoError: the port is taken.
        """
        app = web.Application(client_max_size=2**20)
        app.router.add_route("*", "/{tail:.*}", self.rest.handle)
        runner = web.AppRunner(
            app, access_log=None, handle_signals=False, handler_cancellation=True, shutdown_timeout=0.2
        )
        await runner.setup()
        site = web.TCPSite(runner, HOST, self._port)
        try:
            await site.start()
        except OSError as error:
            await runner.cleanup()
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise DemoError(f"Port {self._port} on {HOST} is already in use or not allowed.") from None
            raise DemoError(f"The demo exchange cannot listen on {HOST}:{self._port}: {error.strerror}.") from None
        self._runner = runner
        self._port = int(runner.addresses[0][1])
        for work in (self._run_market(), self.streams.tell_users(), self.streams.tell_marks()):
            task = asyncio.create_task(work)
            task.add_done_callback(self._task_ended)
            self._tasks.append(task)
        return self.info()

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        """An exchange whose market stands still must not look alive."""
        if not task.cancelled():
            self.stopped.set()

    async def close(self) -> None:
        """Stop listening; open connections end."""
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.streams.drop(abort=True)
        if self._runner is not None:
            await self._runner.cleanup()
        for end in ends:
            if isinstance(end, Exception):
                raise end

    def info(self) -> control.DemoInfo:
        """Return where the exchange listens and what it plays."""
        scenario = self.world.market.scenario
        return control.DemoInfo(
            base_url=f"http://{HOST}:{self._port}",
            ws_base_url=f"ws://{HOST}:{self._port}",
            port=self._port,
            scenario=scenario.id,
            title=scenario.title,
            source=scenario.source,
            synthetic=scenario.synthetic,
            speed=self.world.speed,
            seed=self.world.market.seed,
            pid=os.getpid(),
            accounts=tuple((a.label, a.api_key, a.secret) for a in self.world.accounts.values()),
        )

    async def _run_market(self) -> None:
        """Turn wall time into market time."""
        before = time.monotonic()
        owed_ms = 0.0
        while True:
            await asyncio.sleep(STEP_S)
            now = time.monotonic()
            if not self.world.paused:
                owed_ms += min(now - before, LONGEST_STEP_S) * 1000 * self.world.speed
                step = int(owed_ms)
                owed_ms -= step
                self.world.advance(step)
            before = now
            if self.world.events:
                self.streams.wake()

    # ------------------------------------------------------------ commands

    async def obey(self, command: control.AnyCommand) -> control.AnyReply:
        """Carry out one command; a refusal is a reply, not an error."""
        try:
            reply = await self._obey(command)
        except Refusal as refusal:
            return control.Refused(reason=str(refusal))
        self.streams.wake()
        return reply

    async def _obey(self, command: control.AnyCommand) -> control.AnyReply:
        world = self.world
        match command:
            case control.AddMargin():
                world.add_margin(command.account, command.symbol, command.side, command.amount)
            case control.Reduce():
                world.reduce(command.account, command.symbol, command.side, command.fraction)
            case control.ClosePosition():
                world.reduce(command.account, command.symbol, command.side, 1.0)
            case control.OpenPosition():
                world.open_position(
                    command.account,
                    command.symbol,
                    command.side,
                    command.size,
                    isolated=command.isolated,
                    leverage=command.leverage,
                )
            case control.Deposit():
                world.deposit(command.account, command.amount)
            case control.SetSpeed():
                if not MIN_SPEED <= command.speed <= MAX_SPEED:
                    raise Refusal(f"The speed must be {MIN_SPEED:g} to {MAX_SPEED:g}, not {command.speed:g}.")
                world.speed = command.speed
            case control.Pause():
                world.paused = command.paused
            case control.SetPrice():
                world.set_price(command.symbol, command.price, hold=command.hold)
            case control.JumpTo():
                world.jump_to(command.market_ms)
            case control.GetLog():
                return control.Log(entries=tuple(self.log.entries[command.start :]))
            case control.GetTruth():
                return truth(world)
            case _:
                await self._obey_outer(command)
        return control.Ok()

    async def _obey_outer(self, command: control.AnyCommand) -> None:
        """Commands to the sockets, not to the market."""
        match command:
            case control.InjectFault(kind="clock_skew"):
                self.world.skew_ms = command.skew_ms
            case control.InjectFault(kind="ws_close" | "ws_abort"):
                await self.streams.drop(abort=command.kind == "ws_abort")
            case control.InjectFault():
                self.faults.add(command.fault())
            case control.ClearFaults():
                self.faults.clear()
                self.limiter.reset()
                self.world.skew_ms = 0
            case control.SetLimits():
                self.limiter.enabled = command.enabled
                self.limiter.reset()
            case control.ExpireListenKeys():
                await self.streams.expire_keys(all_of_them=True)
            case control.Stop():
                self.stopped.set()


def truth(world: World) -> control.Truth:
    """Return what the exchange knows of every position, at one instant."""
    marks, symbols = world.marks(), world.market.by_name
    rows = []
    for account in world.accounts.values():
        searched = account_answers.liquidation_prices(account, marks, symbols)
        for position in account.positions.values():
            pool = margin.pool_of(account, position)
            mark = marks[position.symbol]
            rows.append(
                control.TruePosition(
                    account=account.label,
                    symbol=position.symbol,
                    position_side=position.position_side,
                    side="long" if position.size > 0 else "short",
                    size=abs(position.size),
                    entry=position.entry,
                    mark=mark,
                    isolated=position.isolated,
                    liquidation_price=searched[position.key],
                    maintenance_margin=margin.requirement(position, mark, symbols),
                    pool=pool.id,
                    pool_balance=pool.balance(marks),
                    pool_requirement=pool.requirement(marks, symbols),
                )
            )
    return control.Truth(
        now_ms=world.now_ms(),
        market_ms=world.market.now_ms,
        speed=world.speed,
        paused=world.paused,
        insurance_fund=world.market.insurance_fund,
        wallets={account.label: account.wallet_balance() for account in world.accounts.values()},
        liquidations={account.label: len(account.force_orders) for account in world.accounts.values()},
        positions=tuple(rows),
    )


@contextlib.asynccontextmanager
async def serve(world: World, *, port: int = 0, limits: bool = True) -> AsyncIterator[DemoServer]:
    """Serve a world in the running event loop; `.info()` says where, `.obey(command)` controls it.

    Raises:
        DemoError: the port is taken.
    """
    server = DemoServer(world, port=port, limits=limits)
    await server.start()
    try:
        yield server
    finally:
        await server.close()
