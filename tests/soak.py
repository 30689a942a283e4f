"""Hours of the window in minutes: what grows? Memory, objects, widgets, files and threads, sampled at rest.

Run: .venv/bin/python -m tests.soak [--hours 8] [--compress 60] [--positions 50] [--rounds N]
     .venv/bin/python -m tests.soak --program MINUTES [--speed 600]

The first form is the real window, session and link, fed by another process (benchmarks/update_feed.py) with a market
second every 1/compress s: real ticks with real alarms, positions that come and go. Meanwhile somebody opens and closes
every window, dialog and tab, changes theme, size and filter, hides the window, and the engine is killed and replaced.
The second form runs the whole program on the demo exchange and samples its processes and its database from outside.
Both compare the second quarter with the last: what has grown by more than is allowed fails.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # "This plugin does not support raise()"

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.bench_window import FedSession, run_for, session_of, wait_until
from tests.benchmarks.update_feed import Plan
from ui import engine_link, main_window
from ui.app import dress, make_application
from ui.detail_pane import TABS
from ui.theme import CONTRAST, DARK, LIGHT, Theme

ACT_S = 0.06  # between two acts of the user; 0.01 where only rounds are counted
REST_S = 0.8  # before a sample: what was closed is deleted
ROUNDS_A_KILL = 3
ALLOWED = {  # growth: a share, and so much more
    "rss_mb": (0.04, 3.0), "objects": (0.02, 300.0), "qobjects": (0.02, 20.0), "widgets": (0.02, 4.0),
    "files": (0.0, 2.0), "threads": (0.0, 1.0),
}  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """What the window's process holds, at rest."""

    hours: float
    rss_mb: float
    objects: int  # of Python, tracked by its collector
    qobjects: int  # of Qt, that Python knows
    widgets: int
    files: int
    threads: int


class User:
    """Somebody who tries everything, one act after another."""

    def __init__(self, session: FedSession, theme: Theme, pause_s: float) -> None:
        self._session, self._pause_s = session, pause_s
        main, detail = session.main, session.main.detail
        opened = (
            main.accounts_requested, main.rules_requested, main.stress_requested, main.calculator_requested,
            main.settings_requested, main.history_requested, main.channels_requested, main.journal_requested,
            main.steps_requested, main.guide_requested, main.keys_requested, main.diagnostics_requested,
            main.about_requested, main.mini_strip_requested, main.self_test_requested,
        )  # fmt: skip
        self._acts: list[Callable[[], object]] = []
        for one in opened:
            self._acts += [lambda one=one: self._open(one.emit), self._close_all]
        self._acts += [lambda name=name: detail.open_tab(name) for name in (*TABS[1:], TABS[0])]
        self._acts += [lambda tokens=tokens: theme.use(tokens) for tokens in (LIGHT, CONTRAST, DARK)]
        self._acts += [lambda size=size: main.resize(*size) for size in ((1100, 700), (1920, 1080), (1440, 900))]
        self._acts += [
            lambda: main.positions.filter.setText("C1"),
            lambda: main.positions.filter.setText(""),
            main.toggle_privacy,
            main.toggle_privacy,
            main.feed.acknowledge_visible,
            lambda: main.positions.table.step(3),
            lambda: main.positions.table.step(-2),
            main._open_menu,
            self._close_all,
            main.hide,
            main.raise_up,
        ]

    def round(self) -> None:
        """Do everything once."""
        for act in self._acts:
            act()
            run_for(self._pause_s)

    def _open(self, ask: Callable[[], object]) -> None:
        QTimer.singleShot(int(self._pause_s * 500), self._close_modal)
        ask()

    def _close_modal(self) -> None:
        modal = QApplication.activeModalWidget()
        if modal is not None:
            modal.close()

    def _close_all(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not self._session.main and window is not self._session.desk.popup:
                window.close()


def sample(hours: float) -> tuple[Sample, Counter[str]]:
    """What there is now, and how many Python objects of each type."""
    gc.collect()
    found = gc.get_objects()
    kinds = Counter(type(one).__name__ for one in found)
    me = psutil.Process()
    taken = Sample(
        hours=hours,
        rss_mb=me.memory_info().rss / 1e6,
        objects=len(found),
        qobjects=sum(1 for one in found if isinstance(one, QObject)),
        widgets=len(QApplication.allWidgets()),
        files=me.num_fds() if hasattr(me, "num_fds") else 0,
        threads=threading.active_count(),
    )
    return taken, kinds


def live(hours: float, compress: float, positions: int, rounds: int | None) -> tuple[list[Sample], Counter[str], int]:
    """Run the window; return the samples, which types have grown, and how many Updates it took."""
    app, theme = make_application(), Theme(DARK)
    dress(app, theme)
    engine_link.TOGETHER_MS = max(1, int(engine_link.TOGETHER_MS / compress * 2))
    main_window.SHOW_EVERY_MS = max(1, int(main_window.SHOW_EVERY_MS / compress * 2))
    samples: list[Sample] = []
    first: Counter[str] = Counter()
    taken = 0

    def count(_update: object) -> None:
        nonlocal taken
        taken += 1

    with tempfile.TemporaryDirectory() as folder:
        session = session_of(theme, Plan(positions=positions, share=1.0, hertz=compress, lives=True), Path(folder))
        session.link.updated.connect(count)
        session.main.show()
        session.link.start()
        wait_until(lambda: session._update is not None)
        user, began = User(session, theme, ACT_S if rounds is None else 0.01), time.monotonic()
        for number in cycle(range(ROUNDS_A_KILL)):
            user.round()
            if number == ROUNDS_A_KILL - 1 and session.link.pid is not None:
                _replace_engine(session)
            run_for(REST_S)
            passed = (time.monotonic() - began) * compress / 3600
            one, kinds = sample(passed)
            samples.append(one)
            print(_line(one), flush=True)
            if not first and (passed >= hours / 4 if rounds is None else len(samples) > 1):
                first = kinds
            if passed >= hours if rounds is None else len(samples) >= rounds:
                break
        session.main.may_close = True
        session.windows.close_all()
        session.link.close(1.0)
    return samples, kinds - first, taken


def _replace_engine(session: FedSession) -> None:
    """Kill the engine and wait until another one is heard."""
    before = session.link.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    heard: list[object] = []
    connection = session.link.engine_back.connect(heard.append)
    wait_until(lambda: bool(heard))
    session.link.engine_back.disconnect(connection)


def _line(one: object) -> str:
    cells = asdict(one)  # type: ignore[call-overload]
    return "  ".join(
        f"{name} {value:.2f}" if isinstance(value, float) else f"{name} {value}" for name, value in cells.items()
    )


def grown(samples: Sequence[object], allowed: Mapping[str, tuple[float, float]]) -> list[str]:
    """Print how each figure has gone from the second quarter to the last; return which have grown too far."""
    quarter = max(1, len(samples) // 4)
    early, late = samples[quarter : 2 * quarter] or samples[:1], samples[-quarter:]
    found = []
    for name, (share, more) in allowed.items():
        before = statistics.median(float(getattr(one, name)) for one in early)
        after = statistics.median(float(getattr(one, name)) for one in late)
        limit = before * share + more
        if after - before > limit:
            found.append(name)
        verdict = "GROWS" if name in found else "flat"
        print(f"{name:12} {before:10.1f} -> {after:10.1f}   {after - before:+8.1f} of {limit:+.1f} allowed   {verdict}")
    return found


@dataclass(frozen=True)
class Outside:
    """What the program's processes hold, as the system sees them."""

    minutes: float
    window_mb: float
    engine_mb: float
    window_files: int
    engine_files: int
    window_threads: int
    engine_threads: int
    database_mb: float


OUTSIDE_ALLOWED = {
    "window_mb": (0.03, 2.0), "engine_mb": (0.03, 2.0), "window_files": (0.0, 1.0), "engine_files": (0.0, 3.0),
    "window_threads": (0.0, 1.0), "engine_threads": (0.0, 1.0), "database_mb": (10.0, 1_000.0),
}  # fmt: skip


def program(minutes: float, speed: float, positions: int) -> list[Outside]:
    """Run the whole program on the demo exchange; its market is calm, so that nothing is liquidated."""
    samples = []
    with tempfile.TemporaryDirectory() as home:
        words = ["demo", "--scenario", "calm", "--speed", f"{speed:g}", "--positions", str(positions)]
        process = subprocess.Popen(
            [sys.executable, "-m", "monitor", *words],
            env={**os.environ, "MARGINWATCH_HOME": home},
            stdin=subprocess.DEVNULL,
        )
        try:
            began = time.monotonic()
            while (passed := (time.monotonic() - began) / 60) < minutes:
                time.sleep(min(10.0, minutes * 3))
                samples.append(_look(process.pid, Path(home), passed))
                print(_line(samples[-1]), flush=True)
        finally:
            process.terminate()
            process.wait(20)
    return samples


def _look(pid: int, home: Path, minutes: float) -> Outside:
    note = json.loads((home / "demo" / "engine.json").read_text())
    window, engine = psutil.Process(pid), psutil.Process(note["pid"])
    return Outside(
        minutes=minutes,
        window_mb=window.memory_info().rss / 1e6,
        engine_mb=engine.memory_info().rss / 1e6,
        window_files=window.num_fds(),
        engine_files=engine.num_fds(),
        window_threads=window.num_threads(),
        engine_threads=engine.num_threads(),
        database_mb=sum(path.stat().st_size for path in (home / "demo").glob("history.sqlite3*")) / 1e6,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=8.0, help="of the market")
    parser.add_argument("--compress", type=float, default=60.0, help="market seconds in a second")
    parser.add_argument("--positions", type=int, default=50)
    parser.add_argument("--rounds", type=int, help="so many rounds of the user instead of hours")
    parser.add_argument("--program", type=float, metavar="MINUTES", help="run the whole program instead")
    parser.add_argument("--speed", type=float, default=600.0, help="of the demo exchange")
    options = parser.parse_args()
    if options.program:
        return 1 if grown(program(options.program, options.speed, options.positions), OUTSIDE_ALLOWED) else 0
    samples, more, taken = live(options.hours, options.compress, options.positions, options.rounds)
    print(f"{taken} Updates taken, {len(samples)} rounds")
    print("more of: " + ", ".join(f"{name} +{count}" for name, count in more.most_common(12)))
    return 1 if grown(samples, ALLOWED) else 0


if __name__ == "__main__":
    sys.exit(main())
