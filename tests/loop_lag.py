"""How long the engine's event loop stands still: a probe of its callbacks, and an engine to look at.

Run: .venv/bin/python -m tests.loop_lag SECONDS   reads EngineOptions from standard input (msgpack), prints JSON.
The engine is alone in its process; the exchange is another's work. A callback's CPU time is its own whatever else the
machine does; how late the loop comes round also counts who else wanted a core.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from asyncio import events
from collections.abc import Iterator
from typing import Any

import msgspec

from monitor.clock import SystemClock
from monitor.messages import EngineOptions, ToWindow, Update

LATE_EVERY_S = 0.02
SETTLE_S = 2.0


class Lag:
    """What was seen of a loop, in ms."""

    def __init__(self) -> None:
        self.late = 0.0  # how late the loop came round, at worst
        self.wall = 0.0  # the callback that took longest
        self.cpu = 0.0  # the one that worked longest
        self.who = ""  # that one

    def note(self, handle: Any, wall_s: float, cpu_s: float) -> None:
        """Take in one callback."""
        self.wall = max(self.wall, wall_s * 1_000)
        if cpu_s * 1_000 > self.cpu:
            self.cpu, self.who = cpu_s * 1_000, _name(handle)

    def said(self) -> dict[str, object]:
        """Return it as JSON."""
        return {"late": round(self.late), "wall": round(self.wall), "cpu": round(self.cpu), "who": self.who}


def _name(handle: Any) -> str:
    """What a callback belongs to."""
    owner = getattr(handle._callback, "__self__", None)
    return owner.get_coro().__qualname__ if isinstance(owner, asyncio.Task) else str(handle._callback)[:60]  # type: ignore[union-attr]


@contextlib.contextmanager
def probe(lag: Lag) -> Iterator[None]:
    """Time every callback of this process's loop; within a running loop."""
    run = events.Handle._run  # type: ignore[attr-defined]

    def timed(handle: Any) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        run(handle)
        lag.note(handle, time.perf_counter() - wall, time.thread_time() - cpu)

    events.Handle._run = timed  # type: ignore[attr-defined]
    meter = asyncio.create_task(_lateness(lag))
    try:
        yield
    finally:
        meter.cancel()
        events.Handle._run = run  # type: ignore[attr-defined]


async def _lateness(lag: Lag) -> None:
    """Note how late the loop comes round; ends by cancellation."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + LATE_EVERY_S
        await asyncio.sleep(LATE_EVERY_S)
        lag.late = max(lag.late, (loop.time() - due) * 1_000)


async def watch(options: EngineOptions, seconds: float) -> dict[str, object]:
    """Run an engine until it has read its accounts, at most so long, and so long after that."""
    from monitor.engine.loop import Engine

    newest: list[Update] = []
    all_read = asyncio.Event()

    def hear(message: ToWindow) -> None:
        if isinstance(message, Update):
            newest[:] = [message]
            if all(one.read_ms for one in message.accounts):
                all_read.set()

    start, steady = Lag(), Lag()
    engine = Engine(options, SystemClock(), hear)
    with probe(start):
        task = asyncio.create_task(engine.run())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await all_read.wait()
        await asyncio.sleep(SETTLE_S)
    with probe(steady):
        await asyncio.sleep(seconds)
    engine.stop("the measurement is over")
    await task
    read = sum(one.read_ms is not None for one in newest[0].accounts) if newest else 0
    return {"start": start.said(), "steady": steady.said(), "read": read}


def main() -> None:
    """Measure one engine."""
    from monitor.child import _load

    options = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=EngineOptions)
    _load(tuple({account.venue for account in options.demo_accounts}))  # as the program does, before its loop begins
    sys.stdout.write(json.dumps(asyncio.run(watch(options, float(sys.argv[1])))) + "\n")


if __name__ == "__main__":
    main()
