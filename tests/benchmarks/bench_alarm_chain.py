"""From the message that crosses a limit to the popup on the screen.

A real exchange on loopback, a real engine process, a real window (under Xvfb where there is no display).

Run: xvfb-run .venv/bin/python tests/benchmarks/bench_alarm_chain.py [--crossings 1000]
1,000 crossings take about 15 minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import multiprocessing
import os
import signal
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.child import EngineHandle, demo_options
from monitor.demo import control
from monitor.demo.control import DemoInfo
from monitor.demo.specs import AccountSpec
from monitor.messages import Acknowledge, AlertEvent, EngineOptions
from monitor.model import Account
from monitor.risk.market import Market as RiskMarket
from monitor.settings import AlertSettings, ChannelConfig, PollSettings, Settings
from monitor.settings_file import save

DISTANCE = 0.20  # of each isolated position from its liquidation
NEAR = 0.015  # where a crossing brings it: CRITICAL
PER_ROUND = 50
WARM_UP = 20


# ---------------------------------------------------------------- the exchange, in a process of its own


def exchange_main(pipe: Connection, count: int) -> None:
    """Serve one account with so many isolated longs; obey SetPrice commands from the pipe."""
    asyncio.run(_serve(pipe, count))


async def _serve(pipe: Connection, count: int) -> None:
    from monitor.demo.market import Market
    from monitor.demo.scenario import find_scenario
    from monitor.demo.server import serve
    from monitor.demo.sizing import Sizing
    from monitor.demo.world import World

    market = Market(find_scenario("calm"), seed=1, symbols=count)
    at = Sizing(market, "binanceusdm")
    positions = tuple(
        at.isolated(symbol.base, "long", 5_000.0, distance=DISTANCE, gain=0.0) for symbol in market.symbols[:count]
    )
    world = World(market, (AccountSpec(label="Crowd", wallet=50_000.0, positions=positions),), speed=1.0)
    async with serve(world) as server:
        pipe.send_bytes(msgspec.msgpack.encode(server.info()))
        loop = asyncio.get_running_loop()
        with contextlib.suppress(EOFError, OSError):
            while True:
                raw = await loop.run_in_executor(None, pipe.recv_bytes)
                changes = msgspec.msgpack.decode(raw, type=dict[str, float])
                for symbol, price in changes.items():
                    await server.obey(control.SetPrice(symbol=symbol, price=price, hold=True))
                pipe.send_bytes(b"")


class Exchange:
    """The process, seen from here."""

    def __init__(self, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=exchange_main, args=(theirs, count), daemon=True)
        self._process.start()
        self.info: DemoInfo = msgspec.msgpack.decode(self._pipe.recv_bytes(), type=DemoInfo)

    def set(self, prices: dict[str, float]) -> None:
        self._pipe.send_bytes(msgspec.msgpack.encode(prices))
        self._pipe.recv_bytes()

    def close(self) -> None:
        self._pipe.close()
        self._process.terminate()
        self._process.join()


# ---------------------------------------------------------------- the engine, noting when marks come


def engine_main(connection: Connection, log: str) -> None:
    """The engine of the program; each message with marks is written down with its time (CLOCK_MONOTONIC)."""
    from monitor import child
    from monitor.feeds.watch_account import AccountWatch

    out = open(log, "a", buffering=1)  # noqa: SIM115
    take_marks, read_once = AccountWatch._take_marks, AccountWatch._read_once

    def noted(self: AccountWatch, marks: dict[str, tuple[float, int]]) -> None:
        out.write(json.dumps([time.monotonic_ns(), {symbol: price for symbol, (price, _) in marks.items()}]) + "\n")
        take_marks(self, marks)

    async def noted_read(self: AccountWatch) -> float | None:
        result = await read_once(self)
        out.write(json.dumps([time.monotonic_ns(), _marks(self.account)]) + "\n")
        return result

    AccountWatch._take_marks = noted  # type: ignore[method-assign]
    AccountWatch._read_once = noted_read  # type: ignore[method-assign]
    child.engine_main(connection)


def _marks(account: Account) -> dict[str, float]:
    return {position.symbol: position.mark_price for position in account.positions}


def start(options: EngineOptions, log: Path) -> EngineHandle:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=engine_main, args=(theirs, str(log)), name="engine")
    process.start()
    theirs.close()
    handle = EngineHandle(process=process, connection=ours)
    handle.begin(options)
    return handle


# ---------------------------------------------------------------- the window


class Screen:
    """The program's window on an engine, and when each card was first painted."""

    def __init__(self, folder: Path, count: int, settings: Settings) -> None:
        from PySide6.QtCore import QTimer

        from ui.alert_card import AlertCard
        from ui.session import Session
        from ui.theme import DARK, Theme
        from ui.window_state import WindowState

        save(folder / "settings.json", settings)
        self.exchange = Exchange(count)
        self.painted: dict[str, int] = {}  # alarm key -> ns
        self.events: list[AlertEvent] = []
        self.sounds = 0
        self.log = folder / "marks.jsonl"
        options = msgspec.structs.replace(
            demo_options(self.exchange.info, folder, kind="window"),
            channel_secrets={channel.name: {"topic": "t"} for channel in settings.channels},
        )
        self.session = Session(
            Theme(),
            WindowState(),
            data_dir=folder,
            config_dir=folder,
            demo=None,
            unattended=True,
            tokens_of=lambda _choice: DARK,
        )
        self.session.starter._begun = True  # the engine is ours
        self.session.starter.next_engine = lambda: start(options, self.log)  # type: ignore[method-assign]
        paint = AlertCard.paintEvent

        def painted(card: AlertCard, event: object) -> None:
            paint(card, event)  # type: ignore[arg-type]
            self.painted.setdefault(card.told.key, time.monotonic_ns())

        AlertCard.paintEvent = painted  # type: ignore[method-assign, assignment]
        play = self.session.desk.sounds.play
        self.session.desk.sounds.play = (  # type: ignore[method-assign]
            lambda level, **how: self._heard(lambda: play(level, **how))
        )
        self.session.link.alert_told.connect(self.events.append)
        self.gaps: list[float] = []
        self._beat_ns = time.monotonic_ns()
        self._beat = QTimer(interval=5)
        self._beat.timeout.connect(self._tick)
        self._beat.start()
        self.session.start()
        self.session.link.start()

    def _heard(self, play: Callable[[], None]) -> None:
        sounds = self.session.desk.sounds
        before = sounds._process
        play()
        self.sounds += sounds._process is not before

    def _tick(self) -> None:
        now = time.monotonic_ns()
        self.gaps.append((now - self._beat_ns) / 1e6)
        self._beat_ns = now

    def until(self, condition: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Let the window run until a condition holds; False when it does not in time."""
        from PySide6.QtTest import QTest

        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            QTest.qWait(10)
        return True

    def prices(self) -> dict[str, float]:
        """The marks of all positions once the engine has read them, by the exchange's symbol."""
        assert self.until(lambda: bool(self.session._update and self.session._update.positions), 60)
        update = self.session._update
        assert update is not None
        return {row.symbol: row.mark_price for row in update.positions}

    def close(self) -> None:
        self.session.quit()
        self.session.finish()
        self.exchange.close()


def native(symbol: str) -> str:
    """BTC/USDT:USDT -> BTCUSDT."""
    return symbol.split(":")[0].replace("/", "")


def first_receipt(log: Path, symbol: str, below: float) -> int | None:
    """When the engine first had a mark of this symbol below a price [ns]."""
    for text in log.read_text().splitlines():
        at, marks = json.loads(text)
        if marks.get(symbol, below) < below:
            return int(at)
    return None


# ---------------------------------------------------------------- what is measured


def crossings(wanted: int) -> list[float]:
    """Bring one position after the other to CRITICAL; return ms from the message to its card on the screen."""
    found: list[float] = []
    while len(found) < wanted:
        with tempfile.TemporaryDirectory() as name:
            screen = Screen(Path(name), PER_ROUND, SETTINGS)
            marks = screen.prices()
            for symbol, mark in list(marks.items())[: wanted - len(found)]:
                near = mark * (1 - DISTANCE) / (1 - NEAR)
                screen.exchange.set({native(symbol): near})
                key = next(row.key for row in screen.session._update.positions if row.symbol == symbol)  # type: ignore[union-attr]
                card = f"distance|{key}"
                if not screen.until(lambda: card in screen.painted, 10):  # noqa: B023
                    print(f"  {symbol}: no card within 10 s")
                    continue
                received = first_receipt(screen.log, symbol, near * 1.001)
                if received is not None:
                    found.append((screen.painted[card] - received) / 1e6)
                screen.session._send(Acknowledge(key=card))
            screen.close()
        print(f"  {len(found)} crossings", flush=True)
    return found


def decision(rounds: int = 200) -> list[float]:
    """Return ms from a crossing in the accounts to the decision whom to tell: 50 positions, pure code."""
    from monitor.clock import SystemClock
    from monitor.notify.telling import Teller
    from monitor.tick.state import EngineState
    from monitor.tick.tick import tick
    from tests.build import account, isolated

    calm = tuple(isolated(5_000.0, symbol=f"C{number}/USDT:USDT", contracts=0.5) for number in range(50))
    near = replace(calm[0], mark_price=40_500.0)
    times: list[float] = []

    async def measure() -> None:
        for number in range(rounds + WARM_UP):
            if number == WARM_UP:
                gc.freeze()  # as the engine's process does once it has loaded
                times.clear()
            teller = Teller(SystemClock(), _nothing, lambda _key: None)
            state = EngineState(started_ms=0)
            for second, row in ((1, calm[0]), (2, near)):
                now_ms = 1_000 * second
                accounts = (account(row, *calm[1:], wallet=1_000.0, read_ms=now_ms),)
                began = time.perf_counter()
                outcome = tick(state, accounts, Settings(), now_ms, market=RiskMarket())
                told = teller.decide(
                    outcome.events,
                    outcome.state.alarms,
                    now_ms,
                    local={"desktop": 2, "window": 1},
                    next_event_id=outcome.state.next_event_id,
                )
                took = (time.perf_counter() - began) * 1e3
                state = outcome.state
            assert any(event.level == 3 for event in told.events), number
            times.append(took)

    asyncio.run(measure())
    return times


async def _nothing(_deliveries: object) -> None:
    return None


def burst(count: int = 200) -> dict[str, float]:
    """Let so many positions turn CRITICAL in one snapshot."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        player = folder / "aplay"  # takes as long as the pattern, and is silent
        player.write_text("#!/bin/sh\nexec sleep 1.5\n")
        player.chmod(0o755)
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        channel = ChannelConfig(name="phone", kind="ntfy", server="http://127.0.0.1:9")  # nobody there: it stays queued
        screen = Screen(folder, count, msgspec.structs.replace(SETTINGS, channels=(channel,)))
        marks = screen.prices()
        screen.until(lambda: False, 3)  # the start is over
        screen.gaps.clear()
        screen.sounds = 0
        near = {symbol: mark * (1 - DISTANCE) / (1 - NEAR) for symbol, mark in marks.items()}
        fall = threading.Thread(
            target=screen.exchange.set, args=({native(symbol): price for symbol, price in near.items()},)
        )
        fall.start()
        critical = lambda: [e for e in screen.events if e.level == 3 and e.kind == "liquidation_distance"]  # noqa: E731
        screen.until(lambda: len({event.key for event in critical()}) >= count, 60)
        screen.until(lambda: False, 4)
        fall.join()
        symbol, price = next(iter(near.items()))
        received = first_receipt(screen.log, symbol, price * 1.001)
        first = min(at for key, at in screen.painted.items() if key.startswith("distance|"))
        database = sqlite3.connect(folder / "history.sqlite3")
        rows, queued = (
            database.execute(query).fetchone()[0]
            for query in (
                "SELECT count(DISTINCT key) FROM event WHERE level = 3 AND key LIKE 'distance|%'",
                "SELECT count(DISTINCT key) FROM outbox WHERE channel = 'phone' AND key LIKE 'distance|%'",
            )
        )
        database.close()
        standing = sum(alert.level == 3 for alert in screen.session._update.alerts)  # type: ignore[union-attr]
        found = {
            "positions": len(marks),
            "alarm rows in the window": standing,
            "journal rows": rows,
            "outbox entries": queued,
            "sounds": screen.sounds,
            "first popup [ms]": (first - (received or first)) / 1e6,
            "longest frame gap [ms]": max(screen.gaps),
        }
        screen.close()
    return found


def restarts() -> dict[str, float]:
    """Kill the engine, then stop it: seconds until the window rings, and until the next engine has judged."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        screen = Screen(Path(name), 10, SETTINGS)
        screen.prices()
        for word, number in (("kill -9", signal.SIGKILL), ("stopped", signal.SIGSTOP)):
            screen.until(lambda: False, 5)
            pid = screen.session.link.pid
            assert pid is not None
            judged: list[float] = []
            screen.session.link.engine_back.connect(lambda _blind: judged.append(time.monotonic()))  # noqa: B023
            began = time.monotonic()
            os.kill(pid, number)
            rung = screen.until(lambda: "engine|silent" in screen.session.desk.popup.keys, 30)
            found[f"{word}: window rings after [s]"] = time.monotonic() - began if rung else float("nan")
            screen.until(lambda: bool(judged), 60)  # noqa: B023
            found[f"{word}: judged again after [s]"] = judged[0] - began
            screen.until(lambda: "engine|silent" not in screen.session.desk.popup.keys, 30)
        screen.close()
    return found


SETTINGS = Settings(alerts=AlertSettings(sounds=True, desktop_notifications=False), poll=PollSettings(at_risk_s=1.0))


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def rows(name: str, values: list[float], target: str) -> Iterator[str]:
    yield (
        f"{name:46} p50 {statistics.median(values):7.1f}  p99 {quantile(values, 0.99):7.1f}  max {max(values):7.1f} ms"
        f"   asked: {target}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crossings", type=int, default=100)
    parser.add_argument("--only", choices=("decision", "crossings", "burst", "restarts"))
    options = parser.parse_args()
    if options.only in (None, "decision"):
        print(*rows("crossing to decision, 50 positions", decision(), "<= 20 ms"), sep="\n", flush=True)
    if options.only == "decision":
        return
    from ui.app import dress, make_application
    from ui.theme import Theme

    app = make_application()
    dress(app, Theme())
    if options.only in (None, "burst"):
        for name, value in burst().items():
            print(f"{name:46} {value:10.0f}", flush=True)
    if options.only in (None, "restarts"):
        for name, value in restarts().items():
            print(f"{name:46} {value:10.1f}", flush=True)
    if options.only in (None, "crossings"):
        found = crossings(options.crossings)
        print(*rows(f"message to popup, {len(found)} crossings", found, "p99 <= 250 ms"), sep="\n")


if __name__ == "__main__":
    main()
