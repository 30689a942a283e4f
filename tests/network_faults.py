"""A route that vanishes and a name server that never answers, in network and mount namespaces of their own.

Run inside them: `unshare --map-root-user --net --mount .venv/bin/python -m tests.network_faults route FOLDER`, or
`names`; `--real` waits for the true 15 s instead of moving the engine's clock. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from monitor.child import demo_options
from monitor.demo.process import DemoProcess, start_demo
from tests.engine_bench import Heard, MovedClock
from tests.loop_lag import Lag, probe

ACCOUNT = "Main"
STALE_MS = 15_000  # three calm polls


def shell(command: str) -> None:
    subprocess.run(command.split(), check=True, capture_output=True)


class Route:
    """The way to one port of this computer: every packet of it can be swallowed."""

    def __init__(self, port: int) -> None:
        self._rules = [f"pref 10 ipproto tcp {end} {port} blackhole" for end in ("dport", "sport")]
        shell("ip rule add pref 100 lookup local")
        shell("ip rule del pref 0")

    def fail(self) -> None:
        for rule in self._rules:
            shell(f"ip rule add {rule}")

    def recover(self) -> None:
        for rule in self._rules:
            shell(f"ip rule del {rule}")


class NameServer(asyncio.DatagramProtocol):
    """Says that every name is this computer, or nothing at all; the system asks it and nobody else."""

    def __init__(self) -> None:
        self.silent = False
        self.asked = 0

    async def start(self, folder: Path) -> None:
        for name, text in (
            ("resolv.conf", "nameserver 127.0.0.1\noptions timeout:4 attempts:2\n"),
            ("nsswitch.conf", "hosts: dns\n"),
        ):
            (folder / name).write_text(text)
            shell(f"mount --bind {folder / name} /etc/{name}")
        await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, local_addr=("127.0.0.1", 53))

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self.asked += 1
        if not self.silent:
            self._transport.sendto(answer_to(data), addr)


def answer_to(query: bytes) -> bytes:
    """Return a DNS answer: 127.0.0.1 to a question for an IPv4 address, no address to any other."""
    end = query.index(b"\0", 12) + 5
    question = query[12:end]
    is_ipv4 = question[-4:-2] == b"\0\1"
    head = query[:2] + b"\x81\x80" + b"\0\1" + (b"\0\1" if is_ipv4 else b"\0\0") + b"\0\0\0\0"
    return head + question + (b"\xc0\x0c\0\1\0\1\0\0\0\1\0\4\x7f\0\0\1" if is_ipv4 else b"")


async def follow(bench: Heard, clock: MovedClock, *, real: bool, mend: Callable[[], None]) -> dict[str, object]:
    """Wait until the account is stale, mend it, and wait until it is live; return what was seen."""
    loop = asyncio.get_running_loop()
    seq, began = bench.update.seq, loop.time()
    await bench.until(lambda: bench.update.seq > seq + 2)
    clock.moved_ms = 0 if real else STALE_MS - 3_000  # less than a sleep: the engine goes on looking
    stale = lambda: [e for e in bench.events if e.kind == "stale" and e.notify]  # noqa: E731
    await bench.until(lambda: any(event.account_id == ACCOUNT for event in stale()), seconds=60.0)
    told_s = loop.time() - began + clock.moved_ms / 1000
    await bench.until(lambda: all(one.feed == "live" for one in bench.update.accounts if one.account_id != ACCOUNT))
    ended = [event.reason for event in bench.events if event.family == "RISK" and event.reason.startswith("cleared")]
    threads = threading.active_count()
    mend()
    mended = loop.time()
    await bench.until(
        lambda: next(one.feed for one in bench.update.accounts if one.account_id == ACCOUNT) == "live", seconds=60.0
    )
    return {
        "stale": sorted({event.account_id for event in stale()}),
        "cleared": ended,
        "told_s": round(told_s, 1),
        "recovered_s": round(loop.time() - mended, 1),
        "threads": threads,
    }


async def run(what: str, folder: Path, exchange: DemoProcess, *, real: bool) -> dict[str, object]:
    clock, lag = MovedClock(), Lag()
    options = demo_options(exchange.info, folder, kind="window")
    if what == "route":
        route = Route(exchange.info.ports["binanceusdm"])
        bench = Heard(options, clock)
        async with bench.at_work():
            await bench.until(bench.all_read)
            route.fail()
            with probe(lag):
                seen = await follow(bench, clock, real=real, mend=route.recover)
        return {**seen, "lag": lag.said()}
    names = NameServer()
    await names.start(folder)
    names.silent = True
    moved = tuple(
        msgspec.structs.replace(one, base_url=one.base_url.replace("127.0.0.1", "localhost"))
        if one.label == ACCOUNT
        else one
        for one in options.demo_accounts
    )
    others = [one.label for one in moved if one.label != ACCOUNT]
    bench = Heard(msgspec.structs.replace(options, demo_accounts=moved), clock)
    async with bench.at_work():
        with probe(lag):
            await bench.until(
                lambda: all(one.read_ms for one in bench.update.accounts if one.account_id in others), seconds=60.0
            )
            seen = await follow(bench, clock, real=real, mend=lambda: setattr(names, "silent", False))
    return {**seen, "asked": names.asked, "lag": lag.said()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("route", "names"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--real", action="store_true")
    options = parser.parse_args()
    shell("ip link set lo up")
    exchange = start_demo("calm", speed=1)  # in a process of its own: its work is not the engine's
    try:
        print(json.dumps(asyncio.run(run(options.what, options.folder, exchange, real=options.real))))
    finally:
        exchange.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
