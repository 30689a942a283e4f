"""The margin engine on large books, beside a plain Python loop over the same formulas and beside bisection.

The report starts at a Book (columns): layout and every figure. `again` is the same at other marks, as what-if, stress
and replay ask it. Reading rows into columns before it and building rows for display after it are shown beside it.

Run: .venv/bin/python tests/benchmarks/bench_margin.py
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.book import Book
from monitor.margin import generic
from monitor.margin.layout import lay_out
from monitor.margin.pools import liquidation_prices
from monitor.margin.values import value
from monitor.model import Account, Bracket, Position
from monitor.risk.figures import measure
from monitor.risk.report import MODELS, assess
from tests.build import account, position

TIERS = 10
LEAST_S = 0.3  # measured at least so long: the best of a few short rounds is luck
FLOORS = [0.0, 5e4, 2.5e5, 1e6, 3e6, 1e7, 2e7, 5e7, 1e8, 2e8]
RATES = [0.004, 0.005, 0.01, 0.015, 0.02, 0.025, 0.05, 0.1, 0.15, 0.25]


def schedule() -> tuple[Bracket, ...]:
    deduction, steps = 0.0, []
    for row in range(TIERS):
        if row:
            deduction += FLOORS[row] * (RATES[row] - RATES[row - 1])
        steps.append(Bracket(floor=FLOORS[row], rate=RATES[row], deduction=deduction))
    return tuple(steps)


def accounts_of(count: int, pools: int) -> tuple[Account, ...]:
    """Cross pools of symbols at random marks, sizes over all tiers, both sides."""
    random = np.random.default_rng(7)
    brackets, made = schedule(), []
    per_pool = count // pools
    for number in range(pools):
        rows = []
        for row in range(per_pool):
            mark = float(random.uniform(0.5, 60_000))
            size = float(10 ** random.uniform(3, 6.5)) / mark
            side = "long" if random.random() < 0.6 else "short"
            entry = mark * float(random.uniform(0.95, 1.05))
            rows.append(
                position(
                    symbol=f"C{row}/USDT:USDT",
                    side=side,
                    contracts=size,
                    entry_price=entry,
                    mark_price=mark,
                    brackets=brackets,
                )
            )
        gross = sum(row.contracts * row.mark_price for row in rows)
        made.append(account(*rows, id=f"a{number}", wallet=0.35 * gross))
    return tuple(made)


def health(pool: Account, moved: Position, price: float) -> float:
    total = pool.collateral[0].wallet_balance
    for row in pool.positions:
        at = price if row is moved else row.mark_price
        worth = row.contracts * at
        tier = [step for step in row.brackets if step.floor <= worth][-1]
        total += row.direction * row.contracts * (at - row.entry_price) - (worth * tier.rate - tier.deduction)
    return total


def plain(pool: Account, moved: Position) -> float | None:
    """The same closed form, tier by tier, as one would write it first."""
    others = health(pool, moved, moved.mark_price)
    worth = moved.contracts * moved.mark_price
    tier = [step for step in moved.brackets if step.floor <= worth][-1]
    profit = moved.direction * moved.contracts * (moved.mark_price - moved.entry_price)
    others += worth * tier.rate - tier.deduction - profit
    for step, above in itertools.zip_longest(moved.brackets, moved.brackets[1:]):
        slope = moved.contracts * (moved.direction - step.rate)
        price = (moved.direction * moved.contracts * moved.entry_price - others - step.deduction) / slope
        ceiling = np.inf if above is None else above.floor
        if price > 0 and step.floor <= moved.contracts * price < ceiling:
            return price
    return None


def bisection(pool: Account, moved: Position) -> float:
    long = moved.side == "long"
    low, high = (0.0, moved.mark_price) if long else (moved.mark_price, moved.mark_price * 100)
    for _ in range(50):
        middle = (low + high) / 2
        if (health(pool, moved, middle) > 0) == long:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def best_ms(work: Callable[[], object], rounds: int) -> float:
    times: list[float] = []
    while len(times) < rounds or sum(times) < LEAST_S:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


HEAD = (
    "positions",
    "pools",
    "solve",
    "report",
    "again",
    "rows in",
    "rows out",
    "plain",
    "bisection",
    "x plain",
    "x bisect",
)


def measured(count: int, pools: int, sample: int) -> tuple[str, ...]:
    accounts = accounts_of(count, pools)
    book = Book.of(accounts)
    layout = lay_out(book, MODELS, generic)
    valued = value(book, layout)
    solve = best_ms(lambda: liquidation_prices(book, valued), 15)
    report = best_ms(lambda: measure(book, lay_out(book, MODELS, generic), 0.1), 25)
    again = best_ms(lambda: measure(book, layout, 0.1), 15)
    columns = best_ms(lambda: Book.of(accounts), 5)
    rows = best_ms(lambda: assess(accounts[:1], rescue_distance=0.1).positions, 2) * pools
    pairs = [(pool, row) for pool in accounts for row in pool.positions][:: max(1, count // sample)]
    share = count / len(pairs)
    slow = best_ms(lambda: [plain(pool, row) for pool, row in pairs], 1) * share
    search = best_ms(lambda: [bisection(pool, row) for pool, row in pairs], 1) * share
    figures = (f"{value_ms:.3g}" for value_ms in (solve, report, again, columns, rows, slow, search))
    return (str(count), str(pools), *figures, f"{slow / solve:.0f}", f"{search / solve:.0f}")


def main() -> None:
    print("milliseconds, best of several; plain, bisection and rows are extrapolated from a sample")
    for row in (HEAD, measured(50, 1, 10), measured(10_000, 200, 20), measured(100_000, 2_000, 20)):
        print(" ".join(f"{cell:>10}" for cell in row))


if __name__ == "__main__":
    main()
