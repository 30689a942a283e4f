"""How the accounts went and which positions ended, asked by the window and read from the database beside the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from monitor.history.history import History
from monitor.history.past import PastAccount
from monitor.history.series import FINE_MS, looks_of_hours, looks_of_instants, series_of
from monitor.language import tr
from monitor.messages import AskHistory, EndedPosition, HistoryAnswer

Looks = Iterable[tuple[int, Iterable[PastAccount]]]
Found = tuple[Looks, tuple[EndedPosition, ...]]
NO_ANSWER = tr("The database does not answer now; please try again in a moment.")


async def answer_history(
    question: AskHistory, ask: Callable[[Callable[[History], Found]], Awaitable[Found | None]], now_ms: int
) -> HistoryAnswer:
    """Return the answer to a question about the past.

    Args:
        ask: has the database's thread answer, None where it does not; unpacking is not its work.
    """
    since_ms = now_ms - max(0, question.span_ms)
    found = await ask(lambda history: (looks_of(history, since_ms, now_ms), history.ended(since_ms)))
    if found is None:
        return HistoryAnswer(request_id=question.request_id, since_ms=since_ms, until_ms=now_ms, error=NO_ANSWER)
    looks, ended = found
    accounts = await asyncio.to_thread(series_of, looks, since_ms, now_ms)
    return HistoryAnswer(
        request_id=question.request_id, since_ms=since_ms, until_ms=now_ms, accounts=accounts, ended=ended
    )


def looks_of(history: History, since_ms: int, until_ms: int) -> Looks:
    """Return half minutes or, for a long span, hours."""
    if until_ms - since_ms <= FINE_MS:
        return looks_of_instants(history.past(since_ms))
    return looks_of_hours(history.hours(since_ms))
