"""Servers on this computer for the tests of venues: the embedded exchange, and one that accepts everything."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import web

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.demo.control import InjectFault
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec, PositionSpec, StopSpec
from monitor.demo.world import World
from monitor.settings import AccountConfig
from monitor.venues.fetch import AccountReader

BOOK = (
    AccountSpec(
        label="Main",
        wallet=50_000.0,
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=50.0, leverage=20),
            PositionSpec(symbol="ETHUSDT", side="short", size=300.0, leverage=10),
            PositionSpec(
                symbol="SOLUSDT", side="long", size=500.0, margin_mode="isolated", isolated_wallet=250.0, leverage=5
            ),
        ),
        stops=(StopSpec(symbol="BTCUSDT", side="long", trigger_price=4_000.0),),
    ),
    AccountSpec(
        label="Swing",
        wallet=90_000.0,
        position_mode="hedge",
        positions=(
            PositionSpec(symbol="BTCUSDT", side="long", size=60.0),
            PositionSpec(symbol="BTCUSDT", side="short", size=20.0),
        ),
        stops=(StopSpec(symbol="BTCUSDT", side="short", trigger_price=12_000.0, size=0.5),),
    ),
    AccountSpec(label="Empty", wallet=1_000.0),
    AccountSpec(label="Trader", wallet=1_000.0, can_trade=True),
    AccountSpec(label="Careless", wallet=1_000.0, can_trade=True, can_withdraw=True),
)


class SkewedClock(SystemClock):
    """A computer whose clock is wrong."""

    def __init__(self, skew_ms: int = 0) -> None:
        super().__init__()
        self.skew_ms = skew_ms

    def now_ms(self) -> int:
        return super().now_ms() + self.skew_ms


@contextlib.asynccontextmanager
async def demo_exchange(*, limits: bool = False, paused: bool = True) -> AsyncIterator[DemoServer]:
    world = World(Market(find_scenario("covid"), seed=1), BOOK)
    world.paused = paused
    async with serve(world, limits=limits) as server:
        yield server


def config_of(server: DemoServer, label: str = "Main") -> AccountConfig:
    account = server.info().account(label)
    return AccountConfig(id=label, venue=account.venue, base_url=account.base_url, ws_base_url=account.ws_base_url)


def secrets_of(server: DemoServer, label: str = "Main") -> Secrets:
    account = server.info().account(label)
    return Secrets(api_key=account.api_key, secret=account.secret, passphrase=account.passphrase)


@contextlib.asynccontextmanager
async def reader_of(
    server: DemoServer, label: str = "Main", *, clock: SystemClock | None = None, secrets: Secrets | None = None
) -> AsyncIterator[AccountReader]:
    reader = await AccountReader.open(
        config_of(server, label), secrets or secrets_of(server, label), clock or SystemClock()
    )
    try:
        yield reader
    finally:
        await reader.close()


async def fault(server: DemoServer, **what: object) -> None:
    await server.obey(InjectFault(**what))  # type: ignore[arg-type]


class HandClock:
    """A clock that is a number."""

    def __init__(self) -> None:
        self.ms = 1_700_000_000_000

    def now_ms(self) -> int:
        """Return the number."""
        return self.ms


@dataclass
class CatchAll:
    """A server that accepts whatever comes and remembers it."""

    port: int = 0
    requests: list[tuple[str, str]] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    handshakes: set[tuple[str, str]] = field(default_factory=set)  # openings of sockets, among the requests
    body: str = "{}"
    redirect: bool = False

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append((request.method, request.path))
        if self.redirect:
            return web.Response(status=307, headers={"Location": f"{self.base_url}/elsewhere"})
        if request.headers.get("Upgrade", "").lower() != "websocket":
            return web.Response(text=self.body, content_type="application/json")
        self.handshakes.add((request.method, request.path))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            self.frames.append(str(message.data))
        return socket


@contextlib.asynccontextmanager
async def catch_all() -> AsyncIterator[CatchAll]:
    server = CatchAll()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()
