"""The worst lag of the engine's event loop: at rest, starting, with a name server, a venue and a disk that misbehave.

Run: .venv/bin/python tests/benchmarks/bench_loop_lag.py [--seconds 15]
Promised: no callback works longer than 100 ms. CPU is the engine's own work; "late" and "wall" also hold what else ran
on this machine. The exchange is a process of its own. What needs a network namespace or strace is left out without.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.child import demo_options
from monitor.demo import control
from monitor.demo.book import demo_book
from monitor.demo.market import Market
from monitor.demo.process import DemoProcess, start_demo
from monitor.demo.scenario import find_scenario
from tests.benchmarks.many_positions import exchange_info

ROOT = Path(__file__).resolve().parent.parent.parent
PROMISED_MS = 100.0
WRITE_MS = 300
SLOW_DISK = (  # each write of the database's takes so long
    "strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64,fdatasync,fsync",
    "-e", f"inject=pwrite64,fdatasync,fsync:delay_enter={WRITE_MS * 1_000}",
)  # fmt: skip
NAMESPACE = ("unshare", "--map-root-user", "--net", "--mount")


def engine(exchange: DemoProcess, seconds: float, *, before: tuple[str, ...] = ()) -> dict[str, Any]:
    """Run an engine on an exchange; return what tests.loop_lag saw."""
    with tempfile.TemporaryDirectory() as folder:
        options = demo_options(exchange.info, Path(folder), kind="window")
        command = [*before, sys.executable, "-m", "tests.loop_lag", str(seconds)]
        done = subprocess.run(command, input=msgspec.msgpack.encode(options), capture_output=True, cwd=ROOT, check=True)
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def say(name: str, found: dict[str, Any]) -> None:
    """Print one line for the start and one for the rest."""
    for part in ("start", "steady"):
        lag = found.get(part)
        if lag is not None:
            ratio = lag["cpu"] / PROMISED_MS
            print(f"{name:>34} {part:>7} {lag['late']:>6} {lag['wall']:>6} {lag['cpu']:>6} {ratio:>7.2f}  {lag['who']}")


def ten_accounts() -> DemoProcess:
    """The demo's four accounts, and six more like them."""
    four = demo_book(Market(find_scenario("calm"), seed=1))
    more = [msgspec.structs.replace(four[number % 4], label=f"Account {number}") for number in range(6)]
    return start_demo("calm", speed=1, book=(*four, *more))


def long_answer(mb: int) -> str:
    """As many contracts, of the usual length each, as make so many megabytes."""
    rows = exchange_info()["symbols"]
    body: str = json.dumps({"symbols": rows * round(mb * 1e6 / len(json.dumps(rows)))})
    return body


def names(seconds: float) -> dict[str, Any] | None:
    """A name server that never answers; None where no namespace can be made."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*NAMESPACE, sys.executable, "-m", "tests.network_faults", "names", folder]
        done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
        return {"steady": json.loads(done.stdout.splitlines()[-1])["lag"]} if done.returncode == 0 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15.0)
    seconds = parser.parse_args().seconds
    print(f"{'ms':>42} {'late':>6} {'wall':>6} {'CPU':>6} {'of 100':>7}  who worked longest")
    exchange = start_demo("calm", speed=1, positions=50)
    say("50 positions", engine(exchange, seconds))
    exchange.stop()
    exchange = ten_accounts()
    say("10 accounts", engine(exchange, seconds))
    if shutil.which("strace"):
        say(f"a disk that takes {WRITE_MS} ms a write", engine(exchange, seconds, before=SLOW_DISK))
    for mb in (20, 9):
        exchange.ask(control.ClearFaults())
        exchange.ask(control.InjectFault(kind="status", status=200, body=long_answer(mb), path="/fapi/v1/exchangeInfo"))
        say(f"a venue that answers {mb} MB", engine(exchange, seconds))
    exchange.stop()
    if (found := names(seconds)) is not None:
        say("a name server that never answers", found)


if __name__ == "__main__":
    main()
