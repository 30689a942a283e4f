"""The insurance fund of every venue that is watched: read once an hour, kept in memory and once a day in the history.

A failed read keeps the last figure, which shows its age; after `EXPIRY_MS` it counts as unknown. How it was a week ago
comes from the venue where it tells it, else from our own history.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.history.history import DAY_MS, History
from monitor.language import tr
from monitor.model import Account, InsuranceFund
from monitor.venues.fetch import AccountReader

FIRST_PAUSE_S, PAUSE_S = 0.5, 5.0  # while a venue has never been asked, and afterwards
DEADLINE_S = 8.0
FRESH_MS, RETRY_MS = 3_600_000, 600_000
EXPIRY_MS = 24 * 3_600_000
WEEK_MS, NEAR_MS = 7 * DAY_MS, DAY_MS // 2  # a figure so near to a week old counts as one of a week ago
YOUNGEST_MS = 20 * 3_600_000  # a younger figure says nothing of a change

Past = dict[str, tuple[tuple[int, float], ...]]
"""(ms, balance) by currency, oldest first."""

Recall = Callable[[Callable[[History], Past]], Awaitable[Past | None]]
"""Asks the database; None where it does not answer."""


class FundFeed:
    """Reads funds.

    Args:
        accounts: the newest answers. reader_of: the reader of an account, None where it is not open.
        recall: asks the history; without it a change is known only where the venue tells it.
    """

    def __init__(
        self,
        accounts: Callable[[], Iterable[Account]],
        reader_of: Callable[[str], AccountReader | None],
        clock: Clock,
        recall: Recall | None = None,
    ) -> None:
        self._accounts = accounts
        self._reader_of = reader_of
        self._clock = clock
        self._recall = recall
        self._known: dict[str, tuple[InsuranceFund, ...]] = {}
        self._due_ms: dict[str, int] = {}
        self.reasons: dict[str, str] = {}  # why a venue's fund is not known

    def funds(self, now_ms: int) -> Mapping[str, tuple[InsuranceFund, ...]]:
        """Return the funds that are not too old, by venue."""
        return {
            venue: fresh
            for venue, found in self._known.items()
            if (fresh := tuple(one for one in found if now_ms - one.at_ms <= EXPIRY_MS))
        }

    async def run(self) -> None:
        """Read for ever."""
        while True:
            await self.read_next()
            new = any(account.venue not in self._due_ms for account in self._accounts())
            await asyncio.sleep(FIRST_PAUSE_S if new else PAUSE_S)

    async def read_next(self) -> None:
        """Read the first venue that is due, if any is."""
        now_ms = self._clock.now_ms()
        readable = {account.venue: account.id for account in self._accounts() if account.read_ms is not None}
        venue = next((one for one in readable if now_ms >= self._due_ms.get(one, 0)), None)
        reader = None if venue is None else self._reader_of(readable[venue])
        if venue is None or reader is None:
            return
        self._due_ms[venue] = now_ms + RETRY_MS
        try:
            async with asyncio.timeout(DEADLINE_S):
                self._known[venue] = await self._with_past(venue, await reader.insurance_funds())
        except (MarginwatchError, TimeoutError) as error:
            self.reasons[venue] = str(error) or tr("the venue does not answer")
        else:
            self._due_ms[venue] = now_ms + FRESH_MS
            self.reasons.pop(venue, None)

    async def _with_past(self, venue: str, funds: tuple[InsuranceFund, ...]) -> tuple[InsuranceFund, ...]:
        """The funds with what they were, after today's figures are kept."""

        def keep(history: History) -> Past:
            history.remember_funds(venue, funds)
            return history.funds(venue)

        past = None if self._recall is None else await self._recall(keep)
        return funds if past is None else tuple(with_past(one, past.get(one.currency, ())) for one in funds)


def with_past(fund: InsuranceFund, past: Sequence[tuple[int, float]]) -> InsuranceFund:
    """Return a fund with what it was about a week ago, or at the time nearest to that, a day ago at least.

    Args:
        past: (ms, balance) as kept. What the venue itself tells of a week ago stays.
    """
    aged = [(fund.at_ms - at_ms, at_ms, balance) for at_ms, balance in past if fund.at_ms - at_ms >= YOUNGEST_MS]
    if fund.week_ago is not None or not aged:
        return fund
    age_ms, at_ms, balance = min(aged, key=lambda one: abs(one[0] - WEEK_MS))
    if abs(age_ms - WEEK_MS) <= NEAR_MS:
        return replace(fund, week_ago=balance)
    return replace(fund, earlier=balance, earlier_ms=at_ms)
