"""What opening a tab of the detail costs, and a what-if the engine, in CPU ms. Usage: .venv/bin/python <this file>."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from monitor.edits import ChangePosition, MovePrice
from monitor.settings import Settings
from monitor.whatif.whatif import what_if
from tests.build import account, position
from tests.ui import detail_sample
from tests.ui.screenshots import SIZES, application, dress, window_with
from ui.detail_pane import TABS
from ui.theme import DARK, Theme

OPEN_MS = 100.0
RUNS = 9


def line(what: str, median: float, worst: float, limit: float | None = None) -> None:
    asked = "" if limit is None else f"  asked {limit:5.0f} ms  {worst / limit:6.0%}"
    sys.stdout.write(f"{what:44} median {median:7.1f} ms  worst {worst:7.1f} ms{asked}\n")


def tabs() -> None:
    """Open every tab of a new window, then every one again; each with its paint."""
    app, theme = application(), Theme()
    dress(app, theme, DARK)
    first: dict[str, list[float]] = {name: [] for name in TABS}
    again: dict[str, list[float]] = {name: [] for name in TABS}
    for _ in range(RUNS):
        window = window_with(theme, detail_sample.detail_update(), SIZES[1], chart=False)
        window.detail.open_tab(TABS[1])
        for found in (first, again):
            for name in TABS:
                begin = time.thread_time()
                window.detail.open_tab(name)
                QApplication.processEvents()
                found[name].append((time.thread_time() - begin) * 1000)
        window.may_close = True
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[arg-type]
    for name in TABS:
        line(f"{name}, first time", statistics.median(first[name]), max(first[name]), OPEN_MS)
    for name in TABS:
        line(f"{name}, again", statistics.median(again[name]), max(again[name]), OPEN_MS)


def engine() -> None:
    """Work a what-if out for accounts of several sizes."""
    for count in (10, 50, 500, 5_000):
        held = tuple(position(symbol=f"C{number}/USDT:USDT", contracts=0.1) for number in range(count))
        owner = replace(account(*held, wallet=count * 4_000.0), positions=held)
        edits = (
            MovePrice(coin="", move=-0.05),
            ChangePosition(account_id="main", symbol="C0/USDT:USDT", side="long", margin_mode="cross", size=0.05),
        )
        runs = [timed(lambda owner=owner, edits=edits: what_if((owner,), edits, Settings(), 0)) for _ in range(RUNS)]  # type: ignore[misc]
        line(f"what-if of {count} positions", statistics.median(runs), max(runs))


def timed(work: Callable[[], object]) -> float:
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


if __name__ == "__main__":
    tabs()
    engine()
