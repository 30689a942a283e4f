"""How the funding rate of each held contract has gone lately: what a jump is measured against. Pure.

Rates are fractions for 8 hours, signed as the venue does: + is paid by longs. One sample each half hour.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping

from monitor.history.past import EVERY_MS as RECORDED_EVERY_MS
from monitor.history.past import Past
from monitor.risk.rows import PositionRisk

HOUR_MS = 3_600_000
EVERY_MS = HOUR_MS // 2
ONE_OF = EVERY_MS // RECORDED_EVERY_MS  # of the instants that are recorded
KEEP_MS = 72 * HOUR_MS
NEW_MS = HOUR_MS  # so young a rate is the jump itself, not the course before it
LEAST_MS = 6 * HOUR_MS  # a shorter record says nothing of what is usual

Samples = tuple[tuple[int, float], ...]
Course = Mapping[str, Samples]
"""By "account|symbol": (ms UTC, rate), oldest first."""


def rate_8h(row: PositionRisk) -> float | None:
    """Return what a position's funding rate makes in 8 hours; None: not told."""
    if row.funding_rate is None or not row.funding_interval_h:
        return None
    return row.funding_rate * 8.0 / row.funding_interval_h


def followed(course: Course, rows: Iterable[PositionRisk], now_ms: int) -> Course:
    """Return the course with the rates of now where one is due; what was not held for three days is forgotten."""
    due = {}
    for row in rows:
        rate = rate_8h(row)
        if rate is not None and not row.unconfirmed:
            due.update(one_more(course, row.account_id, row.symbol, rate, now_ms))
    if not due:
        return course
    fresh = {key: samples for key, samples in course.items() if now_ms - samples[-1][0] <= KEEP_MS}
    return {**fresh, **due}


def recalled(past: Iterable[Past], now_ms: int) -> Course:
    """Return the course that was recorded.

    Args:
        past: oldest first, about one each half hour.
    """
    found: dict[str, dict[int, float]] = {}
    for instant in past:
        for one in instant.positions:
            if one.funding_8h is not None and 0 <= now_ms - instant.at_ms <= KEEP_MS:
                found.setdefault(_key(one.account_id, one.symbol), {})[instant.at_ms] = one.funding_8h
    return {key: tuple(samples.items()) for key, samples in found.items()}


def one_more(course: Course, account_id: str, symbol: str, rate: float, now_ms: int) -> dict[str, Samples]:
    """Return the samples of one contract with the rate of now, by its key; nothing where none is due."""
    key = _key(account_id, symbol)
    samples = course.get(key, ())
    if samples and now_ms - samples[-1][0] < EVERY_MS:
        return {}
    return {key: (*_kept(samples, now_ms), (now_ms, rate))}


def is_long_enough(course: Course, account_id: str, symbol: str, now_ms: int) -> bool:
    """Return whether the record of a contract says what is usual."""
    samples = course.get(_key(account_id, symbol), ())
    return bool(samples) and now_ms - samples[0][0] >= LEAST_MS


def usual(course: Course, account_id: str, symbol: str, now_ms: int) -> float | None:
    """Return the rate that was usual up to an hour ago; None where too little was recorded to say."""
    samples = _kept(course.get(_key(account_id, symbol), ()), now_ms)
    before = [(at, rate) for at, rate in samples if now_ms - at >= NEW_MS]
    if not before or before[-1][0] - before[0][0] < LEAST_MS - NEW_MS:
        return None
    return statistics.median(rate for _, rate in before)


def _kept(samples: Samples, now_ms: int) -> Samples:
    return tuple(one for one in samples if now_ms - one[0] <= KEEP_MS)


def _key(account_id: str, symbol: str) -> str:
    return f"{account_id}|{symbol}"
