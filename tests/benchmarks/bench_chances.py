"""How long chances, funding and the stress report take, beside what is asked of them.

Run: .venv/bin/python tests/benchmarks/bench_chances.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.risk.calibration import shipped
from monitor.risk.chances import pool_chances, position_chances
from monitor.risk.crash import replay_crash
from monitor.risk.crash_paths import crashes
from monitor.risk.funding import funding
from monitor.risk.report import assess
from monitor.risk.stress_report import stress_report
from monitor.risk.volatility import VolatilityColumns
from tests.benchmarks.bench_tick import accounts_of, best_ms

HEAD = ("positions", "pools", "what", "ms", "asked ms", "share")
ALL_MS = {50: 5.0, 10_000: 150.0}  # the whole report, with all figures beyond these too
CRASHES_MS = 1_000.0


def lines(count: int, per_pool: int) -> list[tuple[str, ...]]:
    figures = assess(accounts_of(count, per_pool), rescue_distance=0.1).figures
    column = np.full(count, 0.6)
    volatility = VolatilityColumns(annual=column)
    layout = figures.pools.layout
    works: list[tuple[str, Callable[[], object], float]] = []
    if count in ALL_MS:
        works += [
            ("chances of positions", lambda: position_chances(figures, volatility, shipped()), ALL_MS[count]),
            ("chances of pools", lambda: pool_chances(figures, volatility, shipped()), ALL_MS[count]),
            ("funding", lambda: funding(figures, 0, (0.15, 0.08, 0.04, 0.0)), ALL_MS[count]),
        ]
    else:
        works += [
            ("all crashes", lambda: [replay_crash(figures.book, layout, crash) for crash in crashes()], CRASHES_MS),
            ("stress report", lambda: stress_report(figures, 0), CRASHES_MS),
        ]
    return [_line(count, layout.size, *work) for work in works]


def _line(count: int, pools: int, what: str, work: Callable[[], object], asked: float) -> tuple[str, ...]:
    took = best_ms(work, 5)
    return (str(count), str(pools), what, f"{took:.2f}", f"{asked:.0f}", f"{took / asked:.0%}")


def main() -> None:
    for row in (HEAD, *lines(50, 10), *lines(10_000, 50), *lines(200, 10)):
        print(" ".join(f"{cell:>20}" for cell in row))


if __name__ == "__main__":
    main()
