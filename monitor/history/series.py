"""Equity, margin ratio and nearest distance of each account over time, thinned so that no danger gets lost. Pure.

Ratios and distances are fractions; an infinite distance is none that could liquidate; None is unknown. Of the instants
that share a point the last equity, the highest ratio and the smallest distance count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from monitor.history.past import Past, PastAccount
from monitor.messages import AccountSeries, SeriesPoint

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
POINTS = 240  # of one line, at most
FINE_MS = DAY_MS  # up to here the half minutes are looked at, beyond it the hours


def worse(old: PastAccount | None, new: PastAccount) -> PastAccount:
    """Return what is kept of two looks at an account, the later one second."""
    if old is None:
        return new
    return PastAccount(
        account_id=new.account_id,
        settle=new.settle,
        equity=new.equity if new.equity is not None else old.equity,
        ratio=_of(max, old.ratio, new.ratio),
        distance=_of(min, old.distance, new.distance),
        positions=max(old.positions, new.positions),
    )


def series_of(
    looks: Iterable[tuple[int, Iterable[PastAccount]]], since_ms: int, until_ms: int
) -> tuple[AccountSeries, ...]:
    """Return a line per account, in the order in which they first appear.

    Args:
        looks: instants and the accounts that were seen then, oldest first.
    """
    step_ms = step_of(until_ms - since_ms)
    lines: dict[str, dict[int, PastAccount]] = {}
    for at_ms, accounts in looks:
        if not since_ms <= at_ms <= until_ms:
            continue
        for account in accounts:
            line = lines.setdefault(account.account_id, {})
            place = at_ms // step_ms * step_ms
            line[place] = worse(line.get(place), account)
    return tuple(
        AccountSeries(
            account_id=name,
            settle=next(reversed(line.values())).settle,
            step_ms=step_ms,
            points=tuple(
                SeriesPoint(at_ms=at_ms, equity=one.equity, ratio=one.ratio, distance=one.distance)
                for at_ms, one in sorted(line.items())
            ),
        )
        for name, line in lines.items()
    )


def step_of(span_ms: int) -> int:
    """Return the time between two points of a line [ms]: half minutes or hours, as they are kept, or several."""
    unit = 30_000 if span_ms <= FINE_MS else HOUR_MS
    return max(1, -(-span_ms // (POINTS * unit))) * unit


def looks_of_hours(hours: Iterable[tuple[int, PastAccount]]) -> Iterable[tuple[int, tuple[PastAccount, ...]]]:
    """Return kept hours as looks."""
    return ((at_ms, (account,)) for at_ms, account in hours)


def looks_of_instants(past: Iterable[Past]) -> Iterable[tuple[int, tuple[PastAccount, ...]]]:
    """Return kept half minutes as looks."""
    return ((one.at_ms, one.accounts) for one in past)


def _of(choose: Callable[[list[float]], float], old: float | None, new: float | None) -> float | None:
    known = [value for value in (old, new) if value is not None]
    return choose(known) if known else None
