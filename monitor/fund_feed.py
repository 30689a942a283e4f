"""The insurance fund of every venue that is watched: read once an hour, kept in memory.

A failed read keeps the last figure, which shows its age; after `EXPIRY_MS` it counts as unknown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.model import Account, InsuranceFund
from monitor.venues.fetch import AccountReader

FIRST_PAUSE_S, PAUSE_S = 0.5, 5.0  # while a venue has never been asked, and afterwards
DEADLINE_S = 8.0
FRESH_MS, RETRY_MS = 3_600_000, 600_000
EXPIRY_MS = 24 * 3_600_000


class FundFeed:
    """Reads funds.

    Args:
        accounts: the newest answers. reader_of: the reader of an account, None where it is not open.
    """

    def __init__(
        self,
        accounts: Callable[[], Iterable[Account]],
        reader_of: Callable[[str], AccountReader | None],
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._reader_of = reader_of
        self._clock = clock
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
                self._known[venue] = await reader.insurance_funds()
        except (MarginwatchError, TimeoutError) as error:
            self.reasons[venue] = str(error) or "the venue does not answer"
        else:
            self._due_ms[venue] = now_ms + FRESH_MS
            self.reasons.pop(venue, None)
