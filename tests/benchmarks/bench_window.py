"""The whole window on a stream of real Updates: its share of a core, its longest gap, and what each dialog costs.

Run: .venv/bin/python tests/benchmarks/bench_window.py [--seconds 10] [--profile]

The Updates are made and sent by another process (update_feed.py) ten times a second and are read, decoded and shown by
the real link, session and main window, offscreen. A timer beats every 10 ms in the window's thread: the longest time
between two beats is a frame gap. Beside it stands how much of the longest gap the window itself has worked: on a busy
machine the rest is other programs' time.
"""

from __future__ import annotations

import argparse
import compileall
import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # "This plugin does not support raise()"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.update_feed import Plan, start_feed
from ui.app import dress, make_application
from ui.detail_pane import TABS
from ui.engine_link import EngineHandle
from ui.session import Session
from ui.theme import DARK, Theme
from ui.window_state import WindowState

SETTLE_S = 4.0
BEAT_MS = 10
SIZE = (1680, 1050)
OPEN_MS = 100.0


class FedSession(Session):
    """The program, with a feed in the place of its engine."""

    plan: Plan

    def _next_engine(self) -> EngineHandle:
        self.desk.begin()
        return start_feed(self.plan)


class Beat(QObject):
    """Notes the longest times between two beats of the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.gap_ms = self.work_ms = 0.0
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.gap_ms = max(self.gap_ms, (now[0] - self._last[0]) * 1000)
        self.work_ms = max(self.work_ms, (now[1] - self._last[1]) * 1000)
        self._last = now


class FirstPaint(QObject):
    """Waits for the first paint of a window that was not there before."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.found: QWidget | None = None
        self.painted: tuple[float, float] | None = None  # wall and own time
        self._app = app

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.found is None and event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            window = watched.window()
            if window.isWindow() and not window.property("seen"):
                self.found = window
                QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.painted = (time.perf_counter(), time.thread_time())
        if self.found is not None:
            self.found.close()


def session_of(theme: Theme, plan: Plan, folder: Path) -> FedSession:
    """The program on a feed; nothing is started yet."""
    session = FedSession(
        theme, WindowState(), data_dir=folder, config_dir=folder, demo=None, unattended=True,
        tokens_of=lambda _choice: DARK,
    )  # fmt: skip
    session.plan = plan
    session.starter.start = lambda: None  # type: ignore[method-assign]
    session.main.resize(*SIZE)
    return session


def run_for(seconds: float) -> None:
    """Let the window's loop run; QApplication.quit would close the windows."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool], seconds: float = 180.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the feed did not come")
        run_for(0.05)


def fed(theme: Theme, plan: Plan, folder: Path) -> FedSession:
    """A shown window on a running feed."""
    session = session_of(theme, plan, folder)
    session.main.show()
    session.link.start()
    wait_until(lambda: session._update is not None)
    run_for(SETTLE_S)
    return session


def end(session: FedSession) -> None:
    session.main.may_close = True
    session.windows.close_all()
    session.main.close()
    session.link.close(1.0)
    session.deleteLater()
    session.main.deleteLater()
    run_for(0.05)


def stream(theme: Theme, plan: Plan, folder: Path, seconds: float, profile: bool) -> tuple[float, float, float, float]:
    """Percent of a core, gap [ms], own work within a gap [ms], Updates shown a second."""
    session = fed(theme, plan, folder)
    shown, heard = [0], [0]
    show = session.main._show_now

    def counted() -> None:
        shown[0] += 1
        show()

    session.main._show_now = counted  # type: ignore[method-assign]
    session.link.updated.connect(lambda _update: heard.__setitem__(0, heard[0] + 1))
    beat = Beat()
    before = time.process_time()
    began = time.perf_counter()
    if profile:
        profiler = cProfile.Profile(time.thread_time)
        profiler.runcall(run_for, seconds)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(30).sort_stats("cumtime").print_stats("ui/", 60)
    else:
        run_for(seconds)
    passed = time.perf_counter() - began
    share = 100 * (time.process_time() - before) / passed
    beat.deleteLater()
    end(session)
    return share, beat.gap_ms, beat.work_ms, shown[0] / passed


def openings(app: QApplication, theme: Theme, folder: Path) -> list[tuple[str, float, float]]:
    """(what, cold ms, warm ms) of every dialog, window and tab: own time until it is painted."""
    sys.dont_write_bytecode = False
    compileall.compile_dir(Path(__file__).parents[2] / "ui", quiet=2)  # as an installed program is
    session = fed(theme, Plan(positions=50, share=1.0, hertz=2.0), folder)
    main = session.main
    asked: dict[str, Callable[[], object]] = {
        "accounts": main.accounts_requested.emit,
        "alert rules": main.rules_requested.emit,
        "stress": main.stress_requested.emit,
        "calculator": main.calculator_requested.emit,
        "settings": main.settings_requested.emit,
        "history": main.history_requested.emit,
        "channels": main.channels_requested.emit,
        "journal": main.journal_requested.emit,
        "first steps": main.steps_requested.emit,
        "guide": main.guide_requested.emit,
        "keys": main.keys_requested.emit,
        "diagnostics": main.diagnostics_requested.emit,
        "about": main.about_requested.emit,
        "mini strip": main.mini_strip_requested.emit,
        "menu": main._open_menu,
        "self-test": main.self_test_requested.emit,
    }
    found = [(name, opened(app, ask), opened(app, ask)) for name, ask in asked.items()]
    main.raise_up()
    run_for(0.3)
    found += [(f"tab {name}", tab_ms(session, name), tab_ms(session, name)) for name in (*TABS[1:], TABS[0])]
    end(session)
    return found


def opened(app: QApplication, ask: Callable[[], object]) -> float:
    """Milliseconds of own time from the wish to the painted window, which is closed then."""
    for window in QApplication.topLevelWidgets():
        window.setProperty("seen", window.isVisible())
    waiter = FirstPaint(app)
    app.installEventFilter(waiter)
    began = time.thread_time()
    ask()
    try:
        wait_until(lambda: waiter.painted is not None, 5.0)
    except TimeoutError:
        return float("nan")
    finally:
        app.removeEventFilter(waiter)
    assert waiter.painted is not None
    run_for(0.1)
    return (waiter.painted[1] - began) * 1000


def tab_ms(session: FedSession, name: str) -> float:
    """Milliseconds of own time to open a tab and paint it, from another one."""
    detail = session.main.detail
    began = time.thread_time()
    detail.open_tab(name)
    QApplication.processEvents()
    passed = (time.thread_time() - began) * 1000
    detail.open_tab(TABS[0] if name != TABS[0] else TABS[1])
    QApplication.processEvents()
    return passed


STREAMS = (
    ("500 positions, all moving", Plan(positions=500, share=1.0), 15.0, 50.0),
    ("5,000 positions, 2 % moving", Plan(positions=5_000, share=0.02), 10.0, 100.0),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--profile", action="store_true", help="print where the time goes; the figures are then worse")
    parser.add_argument("--only", choices=("500", "5000", "dialogs"))
    options = parser.parse_args()
    app, theme = make_application(), Theme(DARK)
    dress(app, theme)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, plan, core, gap in STREAMS:
            if options.only in (None, str(plan.positions)):
                share, wall, work, shows = stream(theme, plan, folder, options.seconds, options.profile)
                sys.stdout.write(
                    f"{what:30} {share:5.1f} % of a core (asked {core:.0f})   longest gap {wall:5.1f} ms, of it worked "
                    f"{work:5.1f} (asked {gap:.0f})   shown {shows:.1f} a second\n"
                )
                sys.stdout.flush()
        if options.only in (None, "dialogs"):
            for what, cold, warm in openings(app, theme, folder):
                mark = "" if max(cold, warm) <= OPEN_MS else "   over"
                sys.stdout.write(f"{what:30} first {cold:6.1f} ms   again {warm:6.1f} ms (asked {OPEN_MS:.0f}){mark}\n")


if __name__ == "__main__":
    main()
