"""The engine on the embedded exchange, in one event loop: what the engine tests share."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import msgspec

from monitor.child import demo_options
from monitor.clock import Clock, SystemClock
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.server import DemoServer, serve
from monitor.demo.specs import AccountSpec
from monitor.demo.world import World
from monitor.engine.loop import Engine
from monitor.messages import AlertEvent, EngineOptions, ToWindow, Update
from monitor.settings import Settings
from monitor.settings_file import save


class MovedClock(SystemClock):
    """The machine's time, and what a suspend or the user adds to it."""

    def __init__(self) -> None:
        super().__init__()
        self.moved_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + self.moved_ms


class Heard:
    """A running engine and everything it said."""

    def __init__(self, options: EngineOptions, clock: Clock | None = None) -> None:
        self.options = options
        self.said: list[ToWindow] = []
        self.engine = Engine(options, clock or SystemClock(), self._hear)
        self._news = asyncio.Event()

    def _hear(self, message: ToWindow) -> None:
        self.said.append(message)
        self._news.set()

    @property
    def events(self) -> list[AlertEvent]:
        return [message for message in self.said if isinstance(message, AlertEvent)]

    @property
    def update(self) -> Update:
        return next(message for message in reversed(self.said) if isinstance(message, Update))

    async def until(self, condition: Callable[[], bool], *, seconds: float = 20.0) -> None:
        """Wait until a condition on what was said holds."""
        async with asyncio.timeout(seconds):
            while not (any(isinstance(message, Update) for message in self.said) and condition()):
                self._news.clear()
                await self._news.wait()

    def all_read(self) -> bool:
        """Whether every account has been read since the engine started."""
        return all(account.read_ms is not None for account in self.update.accounts)

    @contextlib.asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Run the engine meanwhile."""
        task = asyncio.create_task(self.engine.run())
        try:
            yield
        finally:
            self.engine.stop("the test is over")
            await task


class Bench(Heard):
    """An engine and the exchange that it watches, in one loop."""

    def __init__(self, server: DemoServer, options: EngineOptions, clock: Clock | None = None) -> None:
        super().__init__(options, clock)
        self.server = server
        self.world = server.world


@contextlib.asynccontextmanager
async def running(
    folder: Path,
    *,
    book: tuple[AccountSpec, ...] | None = None,
    scenario: str = "calm",
    speed: float = 1.0,
    seed: int = 1,
    start_ms: int | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Bench]:
    """Serve a world and run an engine on it."""
    from monitor.demo.book import demo_book

    market = Market(find_scenario(scenario), seed=seed)
    world = World(market, demo_book(market) if book is None else book, speed=speed)
    if start_ms is not None:
        world.jump_to(start_ms)
    async with serve(world) as server, engine_on(server, folder, clock=clock) as bench:
        yield bench


@contextlib.asynccontextmanager
async def engine_on(
    server: DemoServer,
    folder: Path,
    *,
    settings: Settings | None = None,
    clock: Clock | None = None,
    **options: Any,
) -> AsyncIterator[Bench]:
    """Run an engine on a server that is there already.

    Args:
        settings: None leaves what the folder holds.
        options: of EngineOptions, instead of the demo's.
    """
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240
    if settings is not None:
        save(folder / "settings.json", settings)
    demo = demo_options(server.info(), folder, kind="window")
    async with engine_with(server, msgspec.structs.replace(demo, **options), clock) as bench:
        yield bench


@contextlib.asynccontextmanager
async def engine_with(server: DemoServer, options: EngineOptions, clock: Clock | None = None) -> AsyncIterator[Bench]:
    """Run an engine with these options until the test is over."""
    bench = Bench(server, options, clock)
    async with bench.at_work():
        yield bench
