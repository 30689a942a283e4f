"""A day of four accounts and three ended positions, seeded, for pictures."""

from __future__ import annotations

import math
import random

from monitor.messages import AccountSeries, EndedPosition, HistoryAnswer, SeriesPoint
from tests.ui.sample import NOW_MS

STEP_MS, DAY_MS = 360_000, 86_400_000
GAP = range(91, 104)  # points at which the second account was not seen


def history(request_id: int) -> HistoryAnswer:
    """Return an answer of the engine."""
    accounts = tuple(_account(name, seed) for seed, name in enumerate(("Main", "Swing", "Basis", "Alts"), 1))
    ended = tuple(
        _ended(how, number) for number, how in enumerate(("closed", "liquidated", "deleveraged", "unclear"), 1)
    )
    return HistoryAnswer(
        request_id=request_id, since_ms=NOW_MS - DAY_MS, until_ms=NOW_MS, accounts=accounts, ended=ended
    )


def _account(name: str, seed: int) -> AccountSeries:
    noise = random.Random(seed)
    equity, distance, points = 50_000.0 * seed, 0.3, []
    for number in range(240):
        equity *= 1 + noise.gauss(0, 0.003)
        distance = min(0.6, max(0.03, distance + noise.gauss(0, 0.012)))
        if seed == 2 and number in GAP:
            continue
        points.append(
            SeriesPoint(
                at_ms=NOW_MS - (240 - number) * STEP_MS,
                equity=equity,
                ratio=min(0.95, 0.05 / distance),
                distance=math.inf if seed == 3 else distance,
            )
        )
    return AccountSeries(account_id=name, settle="USDT", step_ms=STEP_MS, points=tuple(points))


def _ended(how: str, number: int) -> EndedPosition:
    return EndedPosition(
        at_ms=NOW_MS - number * 3_000_000,
        account_id="Alts",
        symbol="WIF/USDT:USDT",
        side="long",
        margin_mode="isolated",
        settle="USDT",
        how=how,
        text="The venue's answers agree.",
        first_seen_ms=NOW_MS - number * 9_000_000,
        size_base=12_400.0,
        entry_price=2.11,
        last_mark=1.942,
        tick_size=0.0001,
        last_pnl=310.5 if how == "closed" else -2_083.2,
    )
