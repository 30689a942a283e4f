"""`kill -9` again and again, under load: nothing torn, nothing lost, at most one duplicate each.

An engine guards the embedded exchange with everything at CRITICAL. New CRITICAL alarms are made many times a second,
sent to a slow webhook, and acknowledged at random. The engine is killed at a random moment, the database is examined,
and the next one takes over. At the end everything that was ever queued has arrived, or was withdrawn because its alarm
was acknowledged.

    python -m tests.kill_runs --runs 200
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from aiohttp import web

from monitor.child import EngineHandle, demo_options, start_engine
from monitor.demo.process import start_demo
from monitor.differences import Completed
from monitor.history.history import History
from monitor.messages import (
    Acknowledge,
    AlertEvent,
    EngineOptions,
    Heartbeat,
    JournalLine,
    TestAlarm,
    ToWindow,
    Update,
    decode_to_window,
    encode,
)
from monitor.settings import AlertSettings, ChannelConfig, Settings, Thresholds
from monitor.settings_file import save

WIDE = AlertSettings(
    liquidation_distance=Thresholds(warning=0.99, danger=0.98, critical=0.97), desktop_notifications=False, sounds=False
)
SLOW_S = 0.04  # of the webhook: a kill often falls between sending and noting
LAST_S = 180.0  # for what waits at the end
HOOK = "hook"


class Found(msgspec.Struct, kw_only=True):
    """What the runs have shown."""

    runs: int = 0
    events: int = 0  # heard by the window
    deliveries: int = 0
    torn: int = 0  # integrity_check not ok, or a delivery without its event, or an event without its delivery
    lost: int = 0  # heard by the window, and not in the journal as it was heard
    forgotten: int = 0  # acknowledged, and not so in the journal
    missing: int = 0  # queued, never arrived and not withdrawn
    duplicates: int = 0  # arrived twice
    more: int = 0  # arrived more than twice

    @property
    def is_well(self) -> bool:
        """Whether every promise was kept."""
        return not (self.torn or self.lost or self.forgotten or self.missing or self.more)


class Hook:
    """A webhook's receiver in a thread of its own: counts how often each event came."""

    def __init__(self) -> None:
        self.arrived: Counter[int] = Counter()
        self.port = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        runner = web.AppRunner(self._app(), shutdown_timeout=0.1)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.port = runner.addresses[0][1]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())

    def _app(self) -> web.Application:
        async def take(request: web.Request) -> web.Response:
            for number in json.loads(await request.text())["event_ids"]:
                self.arrived[number] += 1
            await asyncio.sleep(SLOW_S)
            return web.Response()

        app = web.Application()
        app.router.add_post("/", take)
        return app


class Life:
    """One engine from its start to its kill, and what its window heard."""

    def __init__(self, options: EngineOptions) -> None:
        self.handle: EngineHandle = start_engine(options)
        self.events: list[AlertEvent] = []
        self._updates = Completed()
        self.newest: Update | None = None

    def live(self, seconds: float, chance: random.Random, *, load: bool = True) -> None:
        """Listen for so many seconds after the first result; under load, make new alarms and acknowledge at random."""
        end: float | None = None
        while end is None or time.monotonic() < end:
            message = self._next(0.2 if end is None else max(0.0, min(0.02, end - time.monotonic())))
            if isinstance(message, AlertEvent) and message.notify:
                self.events.append(message)
                if load and chance.random() < 0.3:
                    self._say(Acknowledge(key=message.key))
            elif isinstance(message, AlertEvent):
                self.events.append(message)
            elif isinstance(message, Update):
                self.newest = message
                if end is None and message.accounts and all(one.read_ms is not None for one in message.accounts):
                    end = time.monotonic() + seconds
                self._say(Heartbeat(visible=True))
            if load and end is not None and chance.random() < 0.5:
                self._say(TestAlarm(level=3))  # the load: a new CRITICAL alarm each time

    def kill(self) -> None:
        """End it with kill -9; what it has said before is heard."""
        assert self.handle.pid is not None
        os.kill(self.handle.pid, signal.SIGKILL)
        self.handle.process.join()
        with contextlib.suppress(EOFError, OSError):
            while (message := self._next(0.0)) is not None:
                if isinstance(message, AlertEvent):
                    self.events.append(message)
        self.handle.connection.close()

    def _next(self, seconds: float) -> ToWindow | None:
        if not self.handle.connection.poll(seconds):
            return None
        return self._updates.take(decode_to_window(self.handle.connection.recv_bytes()))

    def _say(self, message: Acknowledge | Heartbeat | TestAlarm) -> None:
        with contextlib.suppress(OSError):
            self.handle.connection.send_bytes(encode(message))


def run(runs: int, seed: int = 1, *, say: bool = False) -> Found:
    """Kill an engine so many times and return what was found."""
    chance, found = random.Random(seed), Found()
    hook = Hook()
    demo = start_demo("calm", speed=1.0, limits=False)
    with tempfile.TemporaryDirectory(prefix="marginwatch-kills-") as name:
        folder = Path(name)
        channel = ChannelConfig(name=HOOK, kind="webhook")
        save(folder / "settings.json", Settings(alerts=WIDE, channels=(channel,)))
        options = msgspec.structs.replace(
            demo_options(demo.info, folder, kind="window"),
            fresh=False,
            channel_secrets={HOOK: {"url": f"http://127.0.0.1:{hook.port}/"}},
        )
        try:
            heard: dict[int, AlertEvent] = {}
            for number in range(1, runs + 1):
                life = Life(options)
                life.live(chance.uniform(0.0, 0.7), chance)
                life.kill()
                heard.update({event.id: event for event in life.events})
                found.runs = number
                _examine(folder / "history.sqlite3", heard, found)
                if say and number % 10 == 0:
                    print(f"{number} kills: {found}", flush=True)
            _let_the_rest_arrive(options, folder, hook, found)
        finally:
            demo.stop()
            hook.close()
    return found


def _examine(path: Path, heard: dict[int, AlertEvent], found: Found) -> None:
    """Compare the database with what the window has heard."""
    database = sqlite3.connect(path)
    found.torn += database.execute("PRAGMA integrity_check").fetchone() != ("ok",)
    found.torn += database.execute(
        "SELECT count(*) FROM outbox WHERE event_id NOT IN (SELECT id FROM event)"
    ).fetchone()[0]
    database.close()
    lines = {line.event.id: line for line in _journal(path)}
    for number, event in heard.items():
        stored = lines.get(number)
        told_as = None if stored is None else msgspec.structs.replace(stored.event, notify=event.notify)
        if told_as != event:
            found.lost += 1
            found.forgotten += event.reason == "acknowledged"
    found.torn += sum(_lacks_its_delivery(line) for line in lines.values())
    found.events = len(heard)


def _lacks_its_delivery(line: JournalLine) -> bool:
    """Whether an event that has to reach the hook is stored without its way there."""
    event = line.event
    must = event.notify and event.level == 3 and (event.family == "RISK" or event.kind == "test")
    return must and HOOK not in {one.channel for one in line.deliveries}


def _let_the_rest_arrive(options: EngineOptions, folder: Path, hook: Hook, found: Found) -> None:
    """Let a last engine deliver what is queued, then count what arrived.

    Alarms that nobody has acknowledged are told again each minute: what is queued after the last look does not count.
    """
    life = Life(options)
    deadline = time.monotonic() + LAST_S
    while True:
        life.live(0.5, random.Random(0), load=False)
        to_hook = [one for one in _deliveries(folder / "history.sqlite3") if one.channel == HOOK]
        if not any(one.state == "queued" for one in to_hook) or time.monotonic() >= deadline:
            break
    missing = [one for one in to_hook if not hook.arrived[one.event_id] and one.state != "withdrawn"]
    life.handle.stop()
    found.deliveries, found.missing = len(to_hook), len(missing)
    for one in missing:
        print(f"missing: {one}")
    found.duplicates = sum(count == 2 for count in hook.arrived.values())
    found.more = sum(count > 2 for count in hook.arrived.values())


def _deliveries(path: Path) -> Iterator:  # type: ignore[type-arg]
    for line in _journal(path):
        yield from line.deliveries


def _journal(path: Path) -> tuple[JournalLine, ...]:
    history = History.read_only(path)
    try:
        return history.journal()
    finally:
        history.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    found = run(options.runs, options.seed, say=True)
    print(
        f"{found.runs} kills in {time.monotonic() - began:.0f} s, {found.events} events, {found.deliveries} deliveries"
    )
    print(f"torn {found.torn}, lost {found.lost}, acknowledgements lost {found.forgotten}, missing {found.missing}")
    print(f"arrived twice {found.duplicates}, more than twice {found.more}")
    return 0 if found.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
