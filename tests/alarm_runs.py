"""The alarm machine in random worlds, bugs seeded into it, and random price histories through the whole tick.

Run: .venv/bin/python -m tests.alarm_runs [--worlds 2000] [--steps 40] [--histories 10000]
"""

from __future__ import annotations

import argparse
import sys
import time

from monitor.alerts import lifecycle
from tests.alerts.histories import missing
from tests.alerts.world import SEEDED_BUGS, finds_fault, mutant


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worlds", type=int, default=2_000)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--histories", type=int, default=10_000)
    options = parser.parse_args()
    began = time.perf_counter()
    fault = finds_fault(lifecycle, examples=options.worlds, steps=options.steps, shrink=True)
    print(f"{options.worlds} worlds x {options.steps} steps: {fault or 'no fault'}", flush=True)
    survived = 0
    for bug in SEEDED_BUGS:
        found = finds_fault(mutant(bug), examples=options.worlds, steps=options.steps)
        survived += not found
        print(f"  {bug:<45} {'found: ' + found if found else 'NOT FOUND'}", flush=True)
    print(f"{len(SEEDED_BUGS)} seeded bugs: {survived} not found")
    missed = [(seed, one) for seed in range(options.histories) for one in missing(seed)]
    print(f"{options.histories} price histories: {len(missed)} not told")
    for seed, one in missed[:10]:
        print(f"  seed {seed}: {one}")
    print(f"{time.perf_counter() - began:.0f} s")
    return 1 if fault or survived or missed else 0


if __name__ == "__main__":
    sys.exit(main())
