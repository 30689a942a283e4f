"""The demo exchange on sockets: it steps the world, lets each venue's face answer, and obeys the program's commands.

Everything runs in one event loop without awaiting in the middle of an answer, so the figures of one answer come from
one instant. Each face listens on a port of its own, on 127.0.0.1 only.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import time
from collections.abc import AsyncIterator

from aiohttp import web

from monitor.demo import control
from monitor.demo.account import Account
from monitor.demo.door import Door
from monitor.demo.errors import DemoError
from monitor.demo.faces import FACES
from monitor.demo.faults import Faults
from monitor.demo.limits import RateLimiter
from monitor.demo.request_log import RequestLog
from monitor.demo.truth import truth
from monitor.demo.world import Refusal, World

HOST = "127.0.0.1"
STEP_S = 0.125
MARK_PERIOD_S = 1.0
LONGEST_STEP_S = 1.0  # after a suspend or a stall the market goes on where it stood
MIN_SPEED, MAX_SPEED = 1.0, 600.0


class DemoServer:
    """A world behind the faces of the venues at which it has accounts.

    Args:
        port: of the first venue; 0 lets the system choose, as it does for the others.
        limits: whether too many requests are refused.
    """

    def __init__(self, world: World, *, port: int = 0, limits: bool = True) -> None:
        self.world = world
        self.log = RequestLog()
        self.faults = Faults()
        venues = dict.fromkeys(account.venue for account in world.accounts.values()) or ["binanceusdm"]
        self.doors = {venue: Door(world, FACES[venue](world, limits=limits), self.faults, self.log) for venue in venues}
        self.stopped = asyncio.Event()
        self._news = asyncio.Event()
        self._port = port
        self._ports: dict[str, int] = {}
        self._runners: list[web.AppRunner] = []
        self._tasks: list[asyncio.Task[None]] = []

    def limiter(self, venue: str = "binanceusdm") -> RateLimiter:
        """Return what counts a venue's requests."""
        return self.doors[venue].face.limiter

    @property
    def last_request_s(self) -> float:
        """When the newest request came, monotonic."""
        return max(door.last_request_s for door in self.doors.values())

    async def start(self) -> control.DemoInfo:
        """Listen and let market time run.

        Raises:
            DemoError: the port is taken.
        """
        try:
            for venue, door in self.doors.items():
                self._ports[venue] = await self._listen(door, self._port if not self._ports else 0)
        except DemoError:
            await self.close()
            raise
        for work in (self._run_market(), self._tell_news(), self._tell_each_second()):
            task = asyncio.create_task(work)
            task.add_done_callback(self._task_ended)
            self._tasks.append(task)
        return self.info()

    async def _listen(self, door: Door, port: int) -> int:
        app = web.Application(client_max_size=2**20)
        app.router.add_route("*", "/{tail:.*}", door.handle)
        runner = web.AppRunner(
            app, access_log=None, handle_signals=False, handler_cancellation=True, shutdown_timeout=0.2
        )
        await runner.setup()
        self._runners.append(runner)
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise DemoError(f"Port {port} on {HOST} is already in use or not allowed.") from None
            raise DemoError(f"The demo exchange cannot listen on {HOST}:{port}: {error.strerror}.") from None
        return int(runner.addresses[0][1])

    def _task_ended(self, task: asyncio.Task[None]) -> None:
        """An exchange whose market stands still must not look alive."""
        if not task.cancelled():
            self.stopped.set()

    async def close(self) -> None:
        """Stop listening; open connections end."""
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._drop(abort=True)
        for runner in self._runners:
            await runner.cleanup()
        for end in ends:
            if isinstance(end, Exception):
                raise end

    def info(self) -> control.DemoInfo:
        """Return where the exchange listens and what it plays."""
        scenario = self.world.market.scenario
        return control.DemoInfo(
            ports=self._ports,
            scenario=scenario.id,
            title=scenario.title,
            source=scenario.source,
            synthetic=scenario.synthetic,
            speed=self.world.speed,
            seed=self.world.market.seed,
            pid=os.getpid(),
            accounts=tuple(self._account(account) for account in self.world.accounts.values()),
        )

    def _account(self, account: Account) -> control.DemoAccount:
        port = self._ports[account.venue]
        return control.DemoAccount(
            label=account.label,
            venue=account.venue,
            api_key=account.keys.api_key,
            secret=account.keys.secret,
            passphrase=account.keys.passphrase,
            base_url=f"http://{HOST}:{port}",
            ws_base_url=f"ws://{HOST}:{port}",
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
                self._news.set()

    async def _tell_news(self) -> None:
        """Tell each venue's listeners what happens on its accounts, in the order in which it happened."""
        while True:
            await self._news.wait()
            self._news.clear()
            while self.world.events:
                label, news = self.world.events.popleft()
                await self.doors[self.world.accounts[label].venue].sockets.tell(label, news)

    async def _tell_each_second(self) -> None:
        while True:
            await asyncio.sleep(MARK_PERIOD_S)
            for door in self.doors.values():
                await door.sockets.tell_each_second()

    async def _drop(self, *, abort: bool, venue: str | None = None) -> None:
        """End the open WebSockets of a venue, or of all."""
        for door in self.doors.values():
            if venue in (None, door.face.venue):
                await door.sockets.drop(abort=abort)

    # ------------------------------------------------------------ commands

    async def obey(self, command: control.AnyCommand) -> control.AnyReply:
        """Carry out one command; a refusal is a reply, not an error."""
        try:
            reply = await self._obey(command)
        except Refusal as refusal:
            return control.Refused(reason=str(refusal))
        self._news.set()
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
                await self._drop(abort=command.kind == "ws_abort", venue=command.venue)
            case control.InjectFault():
                self.faults.add(command.fault())
            case control.ClearFaults():
                self.faults.clear()
                for door in self.doors.values():
                    door.face.limiter.reset()
                self.world.skew_ms = 0
            case control.SetLimits():
                for door in self.doors.values():
                    door.face.limiter.enabled = command.enabled
                    door.face.limiter.reset()
            case control.ExpireListenKeys():
                for door in self.doors.values():
                    door.face.expire_keys()
                    await door.sockets.tell_each_second()
            case control.Stop():
                self.stopped.set()


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
