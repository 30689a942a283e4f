"""The demo exchange in a process of its own, with a pipe to control it.

The parent imports neither the server nor the market: only the messages. If the parent dies the exchange goes on while
it is used, so that an engine that outlives the window keeps its data; half a minute without a request ends it.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

import msgspec

from monitor.demo import control
from monitor.demo.errors import DemoError
from monitor.demo.scenario import find_scenario
from monitor.demo.specs import AccountSpec

if TYPE_CHECKING:
    import asyncio

    from monitor.demo.server import DemoServer

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 3.0
SYMBOLS = 10
ORPHAN_S = 30.0  # how long it waits for a request once the parent is gone


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What to play."""

    scenario: str
    speed: float
    seed: int
    port: int
    symbols: int
    book: tuple[AccountSpec, ...] | None  # None: the demo's own accounts
    positions: int  # above 0: one account with as many positions instead
    limits: bool
    orphan_s: float


class Envelope(msgspec.Struct, frozen=True):
    """A command or reply with the number that ties them together."""

    number: int
    body: bytes


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The exchange did not start, and why."""

    reason: str


_envelopes = msgspec.msgpack.Decoder(Envelope)
_commands = msgspec.msgpack.Decoder(control.AnyCommand)
_replies = msgspec.msgpack.Decoder(control.AnyReply)
_greetings = msgspec.msgpack.Decoder(control.DemoInfo | Failed)


class DemoProcess:
    """A running demo exchange, as its parent sees it. Its methods block; they may be called from any thread."""

    def __init__(self, process: Any, pipe: Connection, info: control.DemoInfo) -> None:
        self.info = info
        self._process = process
        self._pipe = pipe
        self._lock = threading.Lock()
        self._number = 0

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return bool(self._process.is_alive())

    def ask(self, command: control.AnyCommand, timeout: float = 5.0) -> control.AnyReply:
        """Send a command and wait for its reply.

        Raises:
            DemoError: the exchange is gone, or did not reply within `timeout` seconds.
        """
        with self._lock:
            self._number += 1
            try:
                self._pipe.send_bytes(msgspec.msgpack.encode(Envelope(self._number, msgspec.msgpack.encode(command))))
                return self._wait_for(self._number, time.monotonic() + timeout)
            except (EOFError, OSError):
                raise DemoError("The demo exchange is not running any more.") from None

    def _wait_for(self, number: int, deadline: float) -> control.AnyReply:
        while self._pipe.poll(max(0.0, deadline - time.monotonic())):
            envelope = _envelopes.decode(self._pipe.recv_bytes())
            if envelope.number == number:  # an older one was given up for late
                reply: control.AnyReply = _replies.decode(envelope.body)
                return reply
        raise DemoError("The demo exchange did not reply in time.")

    def stop(self) -> None:
        """End the exchange and wait until it is gone."""
        try:
            self.ask(control.Stop(), timeout=1.0)
        except DemoError:
            pass
        self._process.join(STOP_TIMEOUT_S)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(STOP_TIMEOUT_S)
        self._pipe.close()


def start_demo(
    scenario: str = "covid",
    speed: float | None = None,
    seed: int = 1,
    port: int = 0,
    book: tuple[AccountSpec, ...] | None = None,
    *,
    positions: int = 0,
    limits: bool = True,
    orphan_s: float = ORPHAN_S,
    begun: Callable[[BaseProcess], object] = lambda process: None,
) -> DemoProcess:
    """Start a demo exchange in a process of its own; return once it listens.

    Args:
        speed: market seconds per wall second, 1 to 600; None: the scenario's own.
        port: 0 lets the system choose.
        book: accounts to open; None: the demo's own.
        positions: above 0: instead of these one account with as many positions, for benchmarks.
        begun: is given the process before it listens; who terminates it ends the wait.

    Raises:
        ValueError: there is no such scenario, or the speed is out of bounds.
        DemoError: it could not start; the sentence says why, a port in use by its number.
    """
    chosen = find_scenario(scenario)
    pace = chosen.speed if speed is None else speed
    if not 1 <= pace <= 600:
        raise ValueError(f"The speed must be 1 to 600, not {pace:g}.")
    options = Options(
        scenario=scenario,
        speed=pace,
        seed=seed,
        port=port,
        symbols=max(SYMBOLS, positions),
        book=book,
        positions=positions,
        limits=limits,
        orphan_s=orphan_s,
    )
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=_child, args=(theirs, msgspec.msgpack.encode(options)), name="marginwatch-demo", daemon=True
    )
    with deaf_to_interrupts():
        process.start()
    theirs.close()
    begun(process)
    greeting = _greeting(ours)
    if isinstance(greeting, Failed):
        process.join(STOP_TIMEOUT_S)
        ours.close()
        raise DemoError(greeting.reason)
    return DemoProcess(process, ours, greeting)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes started within never hear Ctrl-C: it is for who started them, and comes to all of a terminal at once.

    They would else be interrupted in the middle of their imports, before they can say that they do not want it.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else it is started within, and lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _greeting(pipe: Connection) -> control.DemoInfo | Failed:
    try:
        if pipe.poll(START_TIMEOUT_S):
            greeting: control.DemoInfo | Failed = _greetings.decode(pipe.recv_bytes())
            return greeting
    except (EOFError, OSError):
        return Failed(reason="The demo exchange ended while it was starting.")
    return Failed(reason=f"The demo exchange did not start within {START_TIMEOUT_S:g} s.")


# ---------------------------------------------------------------- in the child


def _child(pipe: Connection, encoded: bytes) -> None:
    """Run the exchange until it is told to stop, or nobody needs it any more."""
    import asyncio  # not above: the window imports this file, and asyncio costs it 11 MB

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the program's to handle
    asyncio.run(_serve(pipe, msgspec.msgpack.decode(encoded, type=Options)))


async def _serve(pipe: Connection, options: Options) -> None:
    import asyncio

    gc.disable()  # a quarter of the import time is the collector's
    from monitor.demo.book import crowd_book, demo_book
    from monitor.demo.market import Market
    from monitor.demo.server import DemoServer
    from monitor.demo.world import World

    gc.enable()
    gc.freeze()
    try:
        market = Market(find_scenario(options.scenario), seed=options.seed, symbols=options.symbols)
        accounts = options.book
        if accounts is None:
            accounts = crowd_book(market, options.positions) if options.positions else demo_book(market)
        server = DemoServer(World(market, accounts, speed=options.speed), port=options.port, limits=options.limits)
        info = await server.start()
    except (DemoError, ValueError) as error:
        with suppress(OSError):
            pipe.send_bytes(msgspec.msgpack.encode(Failed(reason=str(error))))
        return
    try:
        pipe.send_bytes(msgspec.msgpack.encode(info))
    except OSError:  # whoever started it has ended meanwhile
        await server.close()
        return
    orphaned = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def reply_to(number: int, command: control.AnyCommand) -> None:
        answer = Envelope(number, msgspec.msgpack.encode(await server.obey(command)))
        try:
            pipe.send_bytes(msgspec.msgpack.encode(answer))
        except OSError:
            orphaned.set()

    def listen() -> None:
        """Read commands; a thread, because Windows cannot wait for a pipe in the loop."""
        while True:
            try:
                envelope = _envelopes.decode(pipe.recv_bytes())
            except (EOFError, OSError):
                loop.call_soon_threadsafe(orphaned.set)
                return
            asyncio.run_coroutine_threadsafe(reply_to(envelope.number, _commands.decode(envelope.body)), loop)

    threading.Thread(target=listen, name="commands", daemon=True).start()
    until_unused = asyncio.create_task(_until_unused(orphaned, server, options.orphan_s))
    stopped = asyncio.create_task(server.stopped.wait())
    await asyncio.wait((until_unused, stopped), return_when=asyncio.FIRST_COMPLETED)
    for task in (until_unused, stopped):
        task.cancel()
    await server.close()


async def _until_unused(orphaned: asyncio.Event, server: DemoServer, orphan_s: float) -> None:
    """Return when the parent is gone and no request has come for `orphan_s` seconds."""
    import asyncio

    await orphaned.wait()
    left = orphan_s
    while left > 0:
        await asyncio.sleep(left)
        left = server.last_request_s + orphan_s - time.monotonic()
