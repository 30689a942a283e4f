"""How one position has fared: its distance and its pool's ratio over hours, and what was told of both."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator

from monitor.history.history import History
from monitor.history.past import EVERY_MS, Past
from monitor.messages import AlertEvent, AskTimeline, PastPoint, Timeline
from monitor.tick.tick import Tick

HOUR_MS = 3_600_000
MOST_POINTS = 480
Told = tuple[Iterator[Past], tuple[AlertEvent, ...]]


async def timeline(
    question: AskTimeline,
    ask: Callable[[Callable[[History], Told]], Awaitable[Told | None]],
    last: Tick | None,
    now_ms: int,
) -> Timeline:
    """Return the timeline of a position; without a database, an empty one.

    Args:
        ask: puts a question to the database, in its own thread; unpacking its answer is not the database's work.
        last: the newest tick, which knows the position's pool.
    """
    since_ms = now_ms - question.hours * HOUR_MS
    one_of = max(1, -(-(now_ms - since_ms) // EVERY_MS // MOST_POINTS))
    found = await ask(lambda history: (history.past(since_ms, one_of), history.events_since(since_ms)))
    past, events = found if found is not None else (iter(()), ())
    pool_id = _pool_of(question.position_key, last)
    points = await asyncio.to_thread(lambda: tuple(points_of(past, question.position_key, pool_id)))
    return Timeline(
        request_id=question.request_id,
        position_key=question.position_key,
        since_ms=since_ms,
        until_ms=now_ms,
        every_ms=one_of * EVERY_MS,
        points=points,
        events=tuple(event for event in events if is_about(event, question.position_key, pool_id)),
    )


def points_of(past: Iterable[Past], position_key: str, pool_id: str) -> Iterator[PastPoint]:
    """Return one point for each instant at which the position was there."""
    account_id = position_key.partition("|")[0]
    for instant in past:
        for row in instant.positions:
            if f"{row.account_id}|{row.symbol}|{row.side}|{row.margin_mode}" != position_key:
                continue
            pools = (pool.ratio for pool in instant.pools if (pool.account_id, pool.pool_id) == (account_id, pool_id))
            yield PastPoint(
                at_ms=instant.at_ms,
                mark=row.mark,
                liquidation=row.liquidation,
                distance=row.distance,
                ratio=row.isolated_ratio if row.margin_mode == "isolated" else next(pools, None),
            )


def is_about(event: AlertEvent, position_key: str, pool_id: str) -> bool:
    """Whether an event is about the position, its pool, or its whole account's data."""
    account_id = position_key.partition("|")[0]
    if event.position_key:
        return event.position_key == position_key
    if event.account_id != account_id:
        return False
    return event.family == "DATA" or event.key.endswith(f"|{account_id}|{pool_id}")


def _pool_of(position_key: str, last: Tick | None) -> str:
    rows = () if last is None else last.rows
    return next((row.pool_id for row in rows if row.key == position_key), "")
