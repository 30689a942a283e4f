"""The full report with all that lies beyond the liquidation price: columns, rows and JSON, beside the report alone.

Every position has tiers, stops, funding, a volatility and an order book of 100 levels a side. The limits asked for:
5 ms for 50 positions and 150 ms for 10,000, on one core.

Run: .venv/bin/python tests/benchmarks/bench_beyond.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from monitor.book import Book
from monitor.margin import generic
from monitor.margin.layout import lay_out
from monitor.model import Account, OrderBook, Stop
from monitor.risk.beyond import Beyond, measure_beyond
from monitor.risk.beyond_positions import positions_beyond
from monitor.risk.beyond_report import account_beyond
from monitor.risk.depth import Depth
from monitor.risk.figures import measure
from monitor.risk.market import Market
from monitor.risk.report import MODELS, assess
from monitor.risk.volatility import Listing, Volatilities, Volatility
from tests.benchmarks.bench_margin import accounts_of

LEVELS = 100
NOW_MS = 1_764_000_000_000
SHOWN = 50  # positions whose rows are built in full
ASKED_MS = {50: 5.0, 10_000: 150.0}


def furnished(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """The accounts with stops and funding."""
    made = []
    for account in accounts:
        rows = tuple(
            replace(
                row,
                stops=tuple(
                    Stop(
                        trigger_price=row.mark_price * (1.0 - row.direction * away),
                        trigger="mark",
                        contracts=row.contracts / 2,
                        limit_price=None,
                    )
                    for away in (0.03, 0.06)
                ),
                funding_rate=1e-4,
                funding_interval_h=8.0,
                next_funding_ms=NOW_MS + 3_600_000,
            )
            for row in account.positions
        )
        made.append(replace(account, positions=rows))
    return tuple(made)


def market_of(accounts: tuple[Account, ...]) -> Market:
    """A volatility and an order book of each contract."""
    depths: dict[Listing, Depth] = {}
    known: dict[Listing, Volatility] = {}
    for account in accounts:
        for row in account.positions:
            listing = (account.venue, row.symbol)
            if listing not in depths:
                bids = tuple((row.mark_price * (1.0 - 1e-4 * (n + 1)), row.contracts / 50) for n in range(LEVELS))
                asks = tuple((row.mark_price * (1.0 + 1e-4 * (n + 1)), row.contracts / 50) for n in range(LEVELS))
                depths[listing] = Depth.of(OrderBook(bids=bids, asks=asks, at_ms=NOW_MS))
                known[listing] = Volatility(annual=0.6, fast=0.7, slow=0.5, hours=300, days=90, at_ms=NOW_MS)
    return Market(volatilities=Volatilities(known=known), depths=depths)


BLOCKS = [name for name, block in vars(Beyond).items() if isinstance(block, cached_property)]


def reckoned(beyond: Beyond) -> Beyond:
    """All of it: each block is reckoned when it is first looked at."""
    for name in BLOCKS:
        getattr(beyond, name)
    return beyond


def best_ms(work: Callable[[], object], rounds: int) -> float:
    times = []  # of this process: other programs on the machine do not count
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1e3


def measured(count: int, pools: int, rounds: int) -> tuple[str, ...]:
    accounts = furnished(accounts_of(count, pools))
    market = market_of(accounts)
    book = Book.of(accounts)
    layout = lay_out(book, MODELS, generic)
    figures = measure(book, layout, 0.1)
    beyond = reckoned(measure_beyond(figures, market, NOW_MS))

    def whole() -> object:
        read = Book.of(accounts)
        return reckoned(measure_beyond(measure(read, lay_out(read, MODELS, generic), 0.1), market, NOW_MS))

    def rows() -> object:
        made = positions_beyond(beyond, range(count))
        return made, [account_beyond(beyond, number) for number in range(pools)]

    def shown() -> object:
        report = assess(accounts, rescue_distance=0.1)
        found = reckoned(measure_beyond(report.figures, market, NOW_MS))
        numbers = range(min(count, SHOWN))
        return report.positions, report.pool_rows, positions_beyond(found, numbers), account_beyond(found, 0)

    total, all_of_it = best_ms(whole, rounds), best_ms(shown, rounds)
    times = (
        best_ms(lambda: measure(book, layout, 0.1), rounds),
        best_ms(lambda: reckoned(measure_beyond(figures, market, NOW_MS)), rounds),
        total,
        best_ms(rows, rounds),
        best_ms(lambda: msgspec.json.encode(rows()), 2),
        all_of_it,
    )
    asked = ASKED_MS[count]
    ratio = (total if count > SHOWN else all_of_it) / asked
    return (str(count), str(pools), *(f"{value:.3g}" for value in times), f"{asked:g}", f"{ratio:.2f}")


HEAD = ("positions", "pools", "report", "beyond", "all", "rows", "and JSON", "shown", "asked", "of asked")


def main() -> None:
    print(
        "milliseconds, best of several; all: from accounts to every column; shown: the same and every row of the report"
    )
    print(f"and of the {SHOWN} nearest positions; asked: of `shown` for {SHOWN} positions, of `all` for more")
    for line in (HEAD, measured(50, 1, 100), measured(10_000, 200, 7)):
        print(" ".join(f"{cell:>10}" for cell in line))


if __name__ == "__main__":
    main()
