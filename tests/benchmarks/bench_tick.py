"""How long one whole tick takes, beside a plain Python search for the same liquidation prices.

Run: .venv/bin/python tests/benchmarks/bench_tick.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.book import Book
from monitor.margin import generic
from monitor.margin.pools import gather, liquidation_prices
from monitor.model import Account, Position
from monitor.risk.report import MODELS, assess
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from tests.build import account, position


def accounts_of(count: int, per_pool: int) -> tuple[Account, ...]:
    made = []
    for number in range(count // per_pool):
        rows = tuple(
            position(symbol=f"C{row}/USDT:USDT", contracts=10_000.0 / 50_000 * (row % 7 + 1), side=side)
            for row in range(per_pool)
            for side in [("long", "short")[row % 2]]
        )
        made.append(account(*rows, id=f"a{number}", wallet=30_000.0 * per_pool))
    return tuple(made)


def search(pool: Account, row: Position) -> float:
    """Bisection on the pool's health, one bracket at a time, as one would write it first."""
    low, high = (0.0, row.mark_price) if row.side == "long" else (row.mark_price, row.mark_price * 100)
    for _ in range(60):
        middle = (low + high) / 2
        health = pool.collateral[0].wallet_balance
        for entry in pool.positions:
            price = middle if entry is row else entry.mark_price
            value = entry.contracts * price
            bracket = [step for step in entry.brackets if step.floor <= value][-1]
            health += entry.direction * entry.contracts * (price - entry.entry_price)
            health -= value * bracket.rate - bracket.deduction
        if (health > 0) == (row.side == "long"):
            high = middle
        else:
            low = middle
    return (low + high) / 2


def best_ms(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


HEAD = ("positions", "pools", "solve ms", "report ms", "tick ms", "search ms", "search/solve")


def measure(count: int, per_pool: int) -> tuple[str, ...]:
    accounts = accounts_of(count, per_pool)
    book = Book.of(accounts)
    pools = gather(book, MODELS, generic)
    solve = best_ms(lambda: liquidation_prices(book, pools), 20)
    report = best_ms(lambda: assess(accounts, rescue_distance=0.1), 10)
    state = tick(EngineState(started_ms=1_000), accounts, Settings(), 1_500).state
    whole = best_ms(lambda: tick(state, accounts, Settings(), 2_000), 10)
    searched = best_ms(lambda: [search(pool, row) for pool in accounts for row in pool.positions], 1)
    figures = (f"{value:.2f}" for value in (solve, report, whole, searched))
    return (str(count), str(len(accounts)), *figures, f"{searched / solve:.0f}x")


def main() -> None:
    for row in (HEAD, measure(12, 4), measure(50, 10), measure(500, 50)):
        print(" ".join(f"{cell:>12}" for cell in row))


if __name__ == "__main__":
    main()
