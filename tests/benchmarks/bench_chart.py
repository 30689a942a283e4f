"""How long the chart takes for 100,000 candles: taking them, and a frame while the user zooms and drags.

Usage: .venv/bin/python tests/benchmarks/bench_chart.py
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui import sample  # noqa: E402
from ui.chart import PriceChart  # noqa: E402
from ui.theme import Theme, load_fonts  # noqa: E402

ASKED_MS = 50.0  # the longest frame
COUNT = 100_000


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """Return how long each run of some work took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def main() -> int:
    """Print the table; 1 where the slowest of twenty frames is over what is asked."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    chart, row = PriceChart(Theme()), sample.positions()[0]
    chart.resize(900, 420)
    chart.show()
    chart.show_position(row, stale=False)
    candles = sample.candles(row, COUNT)
    frames: list[tuple[str, list[float]]] = [("take 100,000", milliseconds(lambda: chart.show_candles(candles), 5))]
    plot = chart.getPlotItem()
    for title, width in (("newest 200", 200), ("20,000 in view", 20_000), ("all in view", COUNT)):
        plot.setXRange(COUNT - width, COUNT, padding=0)
        frames.append((f"frame, {title}", milliseconds(chart.grab, 20)))
        frames.append((f"drag, {title}", milliseconds(lambda w=width: _drag(chart, w), 20)))  # type: ignore[misc]
    frames.append(("crosshair and frame", milliseconds(lambda: _point(chart), 20)))
    for title, taken in frames:
        worst = taken[-1]
        figures = f"median {taken[len(taken) // 2]:7.1f} ms  worst {worst:7.1f} ms"
        sys.stdout.write(f"{title:24} {figures}  {worst / ASKED_MS:5.2f} of {ASKED_MS:.0f} ms\n")
    app.processEvents()
    return int(any(taken[-1] > ASKED_MS for title, taken in frames[1:]))


def _drag(chart: PriceChart, width: int) -> None:
    left, _right = chart.getPlotItem().getViewBox().viewRange()[0]
    step = max(1, width // 100)
    chart.getPlotItem().setXRange(left - step, left - step + width, padding=0)
    chart.grab()


def _point(chart: PriceChart) -> None:
    where = chart.getPlotItem().getViewBox().sceneBoundingRect().center()
    chart.point_at(where + QPointF(time.perf_counter_ns() % 100, 0))
    chart.grab()


if __name__ == "__main__":
    sys.exit(main())
