"""The engine in a process of its own: started by the window, and left guarding when the window dies.

The parent gets a handle with one duplex pipe; messages are msgpack (monitor.messages). The child imports the engine,
and with it ccxt and asyncio; the parent never does (11 MB for nothing).
"""

from __future__ import annotations

import contextlib
import gc
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from monitor.demo.control import DemoInfo
from monitor.demo.process import deaf_to_interrupts
from monitor.demo.scenario import find_scenario
from monitor.errors import MarginwatchError
from monitor.language import tr
from monitor.messages import (
    DemoAccount,
    DemoStatus,
    EngineOptions,
    Heartbeat,
    Quit,
    Stopped,
    Waiting,
    decode_to_engine,
    encode,
)
from monitor.only_engine import only_engine
from monitor.pipe import Pipe
from monitor.redact import install_hooks, log_to_file
from monitor.settings_file import venues

if TYPE_CHECKING:
    import asyncio

    from monitor.engine.loop import Engine

log = logging.getLogger(__name__)

ORPHAN_DEMO_S = 300.0  # a demo whose window died goes on this long
DEFAULT_VENUES = ("binanceusdm", "bybit", "okx", "hyperliquid")  # of the demo, and before the first account
WINDOW_DEATHS = "MARGINWATCH_WINDOW_DEATHS"  # how often in a row, handed from window to window
MOST_WINDOWS = 3
HEALTHY_MS = 600_000  # a window that lived so long did not die in a row with the one before
LOG_BYTES = 1_000_000


@dataclass
class EngineHandle:
    """A running engine, seen from the window."""

    process: BaseProcess
    connection: Connection

    def begin(self, options: EngineOptions) -> None:
        """Tell a prepared engine what to guard; once."""
        self.connection.send_bytes(encode(options))

    @property
    def pid(self) -> int | None:
        """The engine's process id."""
        return self.process.pid

    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self.process.is_alive()

    def stop(self, timeout: float = 3.0, *, by_user: bool = False) -> None:
        """Ask it to quit; end it by force after `timeout` seconds.

        Args:
            by_user: with positions open, the remote channels are told that nobody guards any more.
        """
        with contextlib.suppress(OSError, ValueError):
            self.connection.send_bytes(encode(Quit(reason=tr("the window was closed"), by_user=by_user)))
        self.process.join(timeout)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join(1.0)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(1.0)
        self.connection.close()


def start_engine(options: EngineOptions) -> EngineHandle:
    """Start an engine process and return its handle at once; the engine says when it is ready."""
    of_demo = tuple(sorted({account.venue for account in options.demo_accounts}))
    handle = prepare_engine(of_demo or venues(Path(options.config_dir) / "settings.json"))
    handle.begin(options)
    return handle


def prepare_engine(of_accounts: Sequence[str] = ()) -> EngineHandle:
    """Start an engine process that loads what it needs and waits for `begin`: it saves the time of its imports.

    Args:
        of_accounts: the venues of the accounts that it will guard, where they are known already.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=engine_main, args=(theirs, tuple(of_accounts)), name="marginwatch engine")
    with deaf_to_interrupts():
        process.start()
    theirs.close()
    return EngineHandle(process=process, connection=ours)


def demo_options(info: DemoInfo, data_dir: Path, *, kind: str) -> EngineOptions:
    """Return the options of an engine that guards the accounts of a running demo exchange."""
    chosen = find_scenario(info.scenario)
    return EngineOptions(
        data_dir=str(data_dir),
        config_dir=str(data_dir),
        demo_accounts=tuple(DemoAccount(**msgspec.structs.asdict(account)) for account in info.accounts),
        demo=DemoStatus(scenario=chosen.id, title=chosen.title, synthetic=chosen.synthetic),
        fresh=True,
        takes_over=True,
        kind=kind,
    )


def engine_main(connection: Connection, of_accounts: tuple[str, ...] = ()) -> None:
    """Run an engine in this process until it is told to quit. The child's entry."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is for the window
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # a window that it starts again has to hear it
    _load(of_accounts or DEFAULT_VENUES)
    import asyncio

    try:
        options = msgspec.msgpack.decode(connection.recv_bytes(), type=EngineOptions)
    except (EOFError, OSError, msgspec.ValidationError):
        return  # the window ended, or said Quit, before it began
    pipe = Pipe(connection)
    try:
        with only_engine(Path(options.data_dir), options, lambda text: pipe.send(Waiting(text=text))):
            log_to_file(Path(options.data_dir) / "engine.log", LOG_BYTES)
            reason = asyncio.run(_guard(options, pipe))
    except MarginwatchError as error:
        reason = str(error)
    except Exception:  # the top of the process: whoever watches it sees it die and starts another
        log.exception("the engine failed")
        sys.exit(1)
    pipe.send(Stopped(reason=reason))
    pipe.close()


def _load(of_accounts: tuple[str, ...]) -> None:
    """Import the engine and the venues' library while nobody waits for them yet."""
    gc.disable()  # a quarter of the import time is collecting what is being built
    from monitor.engine import loop
    from monitor.venues import VENUES, client, lite

    install_hooks()
    lite.scrub_environment()
    for venue in of_accounts:
        if venue in VENUES:
            client.prepare(VENUES[venue])
    del loop
    gc.enable()
    gc.freeze()


async def _guard(options: EngineOptions, pipe: Pipe) -> str:
    import asyncio

    from monitor.clock import SystemClock
    from monitor.engine.loop import Engine

    engine = Engine(options, SystemClock(), pipe.send)
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGTERM, engine.stop, tr("another window took over"))
    reader = threading.Thread(
        target=_read_commands, args=(pipe, engine, loop, options.window_command), name="commands", daemon=True
    )
    reader.start()
    return await engine.run()


def start_window(command: tuple[str, ...], lived_ms: int) -> bool:
    """Start the window again after it has died, unless it keeps dying; return whether it was started."""
    died = 1 if lived_ms > HEALTHY_MS else int(os.environ.get(WINDOW_DEATHS, "0")) + 1
    if died > MOST_WINDOWS:
        log.error("the window has died %d times and is not started again", died)
        return False
    log.warning("the window has died; it is started again")
    try:
        subprocess.Popen(  # it replaces this engine and goes on from its state
            command,
            env={**os.environ, WINDOW_DEATHS: str(died)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        log.error("the window could not be started again: %s", error.strerror)
        return False
    return True


def _read_commands(pipe: Pipe, engine: Engine, loop: asyncio.AbstractEventLoop, window: tuple[str, ...]) -> None:
    """Blocking reader of the command pipe; its end means that the window is gone."""
    begun_ms = engine.present.clock.now_ms()
    while True:
        try:
            raw = pipe.connection.recv_bytes()
        except (EOFError, OSError):
            break
        command = decode_to_engine(raw)
        if isinstance(command, Heartbeat) and command.whole:
            pipe.send_whole()
        with contextlib.suppress(RuntimeError):  # the loop has closed
            loop.call_soon_threadsafe(engine.handle, command)
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(engine.window_lost)
        if window and not engine.is_ending:
            start_window(window, engine.present.clock.now_ms() - begun_ms)
        if engine.is_demo:
            loop.call_soon_threadsafe(loop.call_later, ORPHAN_DEMO_S, engine.stop, tr("the demo's window is gone"))
