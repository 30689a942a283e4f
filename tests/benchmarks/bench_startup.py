"""How fast the window is there, how fast it shows a live figure, and what both processes cost.

Run: .venv/bin/python tests/benchmarks/bench_startup.py [--runs 5] [--positions 50]

The real program in a real window under Xvfb with openbox (or offscreen where they are missing: then "hidden" is not
measured). The first run is cold and not counted. Memory is RSS, and USS beside it: what ends with the process.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

MARKS = ("first-paint", "first-live-figure")
SETTLE_S = 8.0
MEASURE_S = 15.0


@dataclass(frozen=True)
class Cost:
    """What one process uses."""

    rss_mb: float
    uss_mb: float


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A virtual screen with a window manager; offscreen where there is none."""
    environment = {**os.environ, "MARGINWATCH_TRACE": "1", "PYTHONUNBUFFERED": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's program is compiled once, not at each start
    if not all(shutil.which(name) for name in ("Xvfb", "openbox", "xdotool")):
        yield {**environment, "QT_QPA_PLATFORM": "offscreen"}
        return
    read_end, write_end = os.pipe()
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1680x1050x24", "-nolisten", "tcp"],
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        display = ":" + answer.readline().strip()
    environment |= {"DISPLAY": display}
    environment.pop("QT_QPA_PLATFORM", None)
    openbox = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield environment
    finally:
        for process in (openbox, xvfb):
            process.terminate()
            process.wait()


class Program:
    """One run of the program."""

    def __init__(self, environment: dict[str, str], *, positions: int | None, exit_after: float) -> None:
        self._home = tempfile.TemporaryDirectory()
        words = ["demo", "--scenario", "calm", "--speed", "1", "--exit-after", str(exit_after)]
        if positions is not None:
            words += ["--positions", str(positions)]
        self.environment = {**environment, "MARGINWATCH_HOME": self._home.name}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "monitor", *words], env=self.environment, stdout=subprocess.PIPE, text=True
        )

    def marks(self) -> dict[str, float]:
        """Milliseconds from the start of the process to each mark."""
        found: dict[str, float] = {}
        assert self.process.stdout is not None
        for line in self.process.stdout:
            words = line.split()
            if len(words) == 2 and words[0] in MARKS:
                found[words[0]] = float(words[1])
            if len(found) == len(MARKS):
                break
        return found

    def processes(self) -> dict[str, psutil.Process]:
        """The window, and the engine that guards the demo's folder."""
        note = json.loads((Path(self._home.name) / "demo" / "engine.json").read_text())
        return {"window": psutil.Process(self.process.pid), "engine": psutil.Process(note["pid"])}

    def minimize(self, on: bool) -> None:
        """Hide the window, or show it again."""
        pid = str(self.process.pid)
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", pid, "--name", "Marginwatch"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        for window in found:
            action = "windowminimize" if on else "windowactivate"
            subprocess.run(["xdotool", action, window], env=self.environment, check=False)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._home.cleanup()


def cost(process: psutil.Process) -> Cost:
    memory = process.memory_full_info()
    return Cost(rss_mb=memory.rss / 1e6, uss_mb=memory.uss / 1e6)


def share_of_a_core(processes: dict[str, psutil.Process], seconds: float) -> dict[str, float]:
    """Percent of one core each process uses over a while."""
    before = {name: sum(process.cpu_times()[:2]) for name, process in processes.items()}
    start = time.perf_counter()
    time.sleep(seconds)
    passed = time.perf_counter() - start
    return {name: 100 * (sum(process.cpu_times()[:2]) - before[name]) / passed for name, process in processes.items()}


def starts(environment: dict[str, str], runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {mark: [] for mark in MARKS}
    for run in range(runs + 1):
        program = Program(environment, positions=None, exit_after=30)
        for mark, value in program.marks().items():
            if run:
                times[mark].append(value)
        program.end()
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--positions", type=int, default=50)
    options = parser.parse_args()
    with screen() as environment:
        bare = [bare_qt(environment) for _ in range(3)]
        times = starts(environment, options.runs)
        program = Program(environment, positions=options.positions, exit_after=300)
        program.marks()
        time.sleep(SETTLE_S)
        processes = program.processes()
        costs = {name: cost(process) for name, process in processes.items()}
        visible = share_of_a_core(processes, MEASURE_S)
        hidden = None
        if "DISPLAY" in environment and environment.get("QT_QPA_PLATFORM") != "offscreen":
            program.minimize(True)
            time.sleep(SETTLE_S)
            hidden = share_of_a_core(processes, MEASURE_S)
        program.end()
    rows = [
        ("bare Qt with a table, first paint", f"{statistics.median(bare):.0f} ms", ""),
        ("first paint", f"{statistics.median(times['first-paint']):.0f} ms", "<= 400 ms"),
        ("first live risk figure", f"{statistics.median(times['first-live-figure']):.0f} ms", "<= 2000 ms"),
        ("window, RSS (USS)", f"{costs['window'].rss_mb:.0f} ({costs['window'].uss_mb:.0f}) MB", "<= 130 MB"),
        ("engine, RSS (USS)", f"{costs['engine'].rss_mb:.0f} ({costs['engine'].uss_mb:.0f}) MB", "<= 110 MB"),
        ("window visible, both", _cpu(visible), "<= 10 % of a core"),
        ("window hidden, both", "not measured" if hidden is None else _cpu(hidden), "<= 3 % of a core"),
    ]
    print(f"{options.runs} warm runs, median; {options.positions} positions for memory and CPU")
    for name, value, aim in rows:
        print(f"{name:36} {value:>34}   {aim}")


def _cpu(shares: dict[str, float]) -> str:
    parts = " + ".join(f"{name} {share:.1f}" for name, share in shares.items())
    return f"{sum(shares.values()):.1f} % ({parts})"


BARE = """
import sys, time
start = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableWidget
app = QApplication([])
table = QTableWidget(20, 8)
table.show()
QTimer.singleShot(0, app.quit)
app.exec()
print((time.perf_counter() - start) * 1000)
"""


def bare_qt(environment: dict[str, str]) -> float:
    """Milliseconds for a Qt window with an empty table, imports included."""
    done = subprocess.run([sys.executable, "-c", BARE], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
