"""One account: opened once, then read again and again. A failure raises; what was read stays with the caller."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace

from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import NetworkError, VenueError
from monitor.language import tr
from monitor.model import Account, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.settings import AccountConfig
from monitor.venues import VENUES
from monitor.venues.client import VenueClient, prepare
from monitor.venues.kept import side_by_side
from monitor.venues.key_check import KeyCheck
from monitor.venues.untold import Untold
from monitor.venues.venue import Candle, Reading, Venue

READ_DEADLINE_S = 10.0  # of one read, from its turn on
MARKS, ACCOUNT = "marks", "account"  # names of streams; a second address for marks is "marks 2"
LEARNING = 0.2  # how much of its usual weight a read corrects


class AccountReader:
    """Reads one account at one venue."""

    def __init__(self, client: VenueClient, venue: Venue, reading: Reading) -> None:
        self.client = client
        self.venue = venue
        self.reading = reading
        self.key = KeyCheck(client, venue)
        self._weight: float | None = None  # of a usual read; the first one is not usual
        self.streams: dict[str, str] = {}  # stream name -> "connecting", "live", or what is wrong; told by `hints`
        self.untold = Untold()

    @classmethod
    async def open(cls, config: AccountConfig, secrets: Secrets, clock: Clock) -> AccountReader:
        """Make a reader; nothing is sent yet. The first one loads ccxt (0.3 s).

        Raises:
            VenueError: the venue is unknown, or the configuration cannot be honoured.
        """
        venue = venue_of(config)
        await asyncio.to_thread(prepare, venue)  # not in the loop: other accounts go on meanwhile
        client = VenueClient.open(config, secrets, clock, venue)
        return cls(client, venue, venue.reading(client))

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Args:
            known: positions of this account that were open at the last look; for those that are missing the venue's
                records of forced closes are read too.

        Raises:
            VenueError: it could not be read or not be believed, or its key may move money; never an empty account
                instead.
        """
        async with self._turn():
            try:
                async with asyncio.timeout(READ_DEADLINE_S):
                    return await self._read(known, now_ms)
            except TimeoutError:
                raise NetworkError(
                    tr(
                        "{account}: no complete answer within {read_deadline_s:.0f} s.",
                        account=self.client.config.id,
                        read_deadline_s=READ_DEADLINE_S,
                    )
                ) from None

    async def _read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        if not self.key.cleared:
            await self.key.renew(now_ms)  # before anything else is asked with it
            self.key.refuse()
        account: Account
        account, _ = await side_by_side(self.reading.read(known, now_ms), self.key.renew(now_ms))
        self.key.refuse()
        return replace(account, key=self.key.facts)

    @contextlib.asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait until a read fits into what the venue allows this address, and set its weight aside meanwhile."""
        client, pace, account_id = self.client, self.client.pace, self.client.config.id
        expected, now_ms = self._expected(), client.clock.now_ms()
        wait_ms = pace.wait_ms(account_id, expected, now_ms, client.venue_ms())
        pace.count(account_id, expected, now_ms)
        client.set_aside = expected
        before = client.used
        try:
            await asyncio.sleep(wait_ms / 1000)
            client.in_turn = True
            yield
        finally:
            client.in_turn = False
            pace.count(account_id, -client.set_aside, client.clock.now_ms())
            client.set_aside = 0.0
            self._learn(client.used - before)

    def _expected(self) -> float:
        """About what the next read weighs."""
        return self.client.pace.first_read if self._weight is None else self._weight

    def _learn(self, weight: float) -> None:
        """Take in what a read has weighed."""
        if self._weight is None:
            self._weight = 0.0
        else:
            self._weight += (weight - self._weight) * LEARNING

    @property
    def streamed(self) -> bool:
        """Whether the marks of all that is held and the account's own events come by streams that are alive."""
        alive = bool(self.streams) and all(state == "live" for state in self.streams.values())
        return alive and not self.untold.doubt

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars (open ms, open, high, low, close), oldest first; the last is still open."""
        return await self.reading.candles(symbol, timeframe, limit)

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told."""
        return await self.reading.mark_price(symbol)

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract."""
        return await self.reading.order_book(symbol)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, None where that is not told."""
        return await self.reading.day_volume(symbol)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency."""
        return await self.reading.insurance_funds()

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not."""
        return await self.reading.terms(symbol, isolated=isolated)

    def resync(self) -> None:
        """Read everything again at the next read, brackets and instruments too."""
        self.reading.forget()
        self.key.forget()

    async def close(self) -> None:
        """End all connections."""
        await self.client.close()


def venue_of(config: AccountConfig) -> Venue:
    """Return the venue of an account.

    Raises:
        VenueError: this version does not know it.
    """
    venue = VENUES.get(config.venue)
    if venue is None:
        raise VenueError(
            tr("{venue} is not supported; known: {names}.", venue=config.venue, names=", ".join(sorted(VENUES)))
        )
    return venue
