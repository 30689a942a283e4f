"""The order book of every contract held: read slowly, one request at a time, the focused one first.

A book is read again when it is `FRESH_MS` old; a failed read keeps the last one, which shows its age. After
`EXPIRY_MS` it counts as unknown: an old book says nothing of what a market order meets now.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.feeds.held_contracts import held_contracts
from monitor.language import tr
from monitor.model import Account
from monitor.risk.depth import Depth
from monitor.risk.volatility import Listing
from monitor.venues.fetch import AccountReader

FIRST_PAUSE_S = 0.3  # while a contract has never been asked for
PAUSE_S = 1.5  # between two requests: at Binance's weight of 5 this is a twelfth of a minute's budget
DEADLINE_S = 5.0
FRESH_MS, FOCUSED_FRESH_MS = 20_000, 5_000
RETRY_MS = 60_000
EXPIRY_MS = 5 * 60_000
VOLUME_MS = 3_600_000


class DepthFeed:
    """Reads order books of what is held.

    Args:
        accounts: the newest answers. reader_of: the reader of an account, None where it is not open.
        focus: key of the position that the window looks at, "" where there is none.
    """

    def __init__(
        self,
        accounts: Callable[[], Iterable[Account]],
        reader_of: Callable[[str], AccountReader | None],
        focus: Callable[[], str],
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._reader_of = reader_of
        self._focus = focus
        self._clock = clock
        self._known: dict[Listing, Depth] = {}
        self._why: dict[Listing, str] = {}
        self._tried_ms: dict[Listing, int] = {}
        self._volumes: dict[Listing, tuple[float | None, int]] = {}  # and until when it holds

    def depths(self, now_ms: int) -> Mapping[Listing, Depth]:
        """Return the books that are not too old."""
        return {listing: one for listing, one in self._known.items() if now_ms - one.at_ms <= EXPIRY_MS}

    def reasons(self, now_ms: int) -> Mapping[Listing, str]:
        """Return why other books are not known."""
        minutes = EXPIRY_MS // 60_000
        old = {
            listing: tr("{symbol}: its order book is older than {minutes} minutes", symbol=listing[1], minutes=minutes)
            for listing, one in self._known.items()
            if now_ms - one.at_ms > EXPIRY_MS
        }
        return {**old, **self._why}

    async def run(self) -> None:
        """Read for ever."""
        while True:
            await self.read_next()
            new = any(listing not in self._tried_ms for listing in self._held())
            await asyncio.sleep(FIRST_PAUSE_S if new else PAUSE_S)

    async def read_next(self) -> None:
        """Read the contract that is due for the longest time, if any is."""
        held, now_ms = self._held(), self._clock.now_ms()
        self._forget_all_but(held)
        waiting = {listing: now_ms - self._due_ms(listing, account) for listing, account in held.items()}
        listing = max(waiting, key=lambda one: waiting[one], default=None)
        if listing is None or waiting[listing] < 0:
            return
        reader = self._reader_of(held[listing])
        if reader is None:
            return
        self._tried_ms[listing] = now_ms
        try:
            async with asyncio.timeout(DEADLINE_S):
                found = await reader.order_book(listing[1])
                volume = await self._day_volume(reader, listing)
                self._known[listing] = Depth.of(replace(found, at_ms=self._clock.now_ms(), daily_volume=volume))
        except (MarginwatchError, TimeoutError) as error:
            self._why[listing] = str(error) or tr("{symbol}: the venue does not answer", symbol=listing[1])
        else:
            self._why.pop(listing, None)

    async def _day_volume(self, reader: AccountReader, listing: Listing) -> float | None:
        """The contracts traded on the last whole day, asked once in `VOLUME_MS`; a book is worth having without it."""
        volume, until_ms = self._volumes.get(listing, (None, 0))
        if self._clock.now_ms() >= until_ms:
            try:
                volume = await reader.day_volume(listing[1])
            except MarginwatchError:
                volume = None
            self._volumes[listing] = (volume, self._clock.now_ms() + VOLUME_MS)
        return volume

    def _due_ms(self, listing: Listing, account_id: str) -> int:
        """When a contract is to be read again."""
        tried = self._tried_ms.get(listing, 0)
        if listing in self._why:
            return tried + RETRY_MS
        focused = self._focus().startswith(f"{account_id}|{listing[1]}|")
        return tried + (FOCUSED_FRESH_MS if focused else FRESH_MS)

    def _held(self) -> dict[Listing, str]:
        return held_contracts(self._accounts(), self._focus().partition("|")[0])

    def _forget_all_but(self, held: Iterable[Listing]) -> None:
        kept, now_ms = set(held), self._clock.now_ms()
        for listing in [one for one, ms in self._tried_ms.items() if one not in kept and now_ms - ms > EXPIRY_MS]:
            self._tried_ms.pop(listing)
            self._known.pop(listing, None)
            self._volumes.pop(listing, None)
            self._why.pop(listing, None)
