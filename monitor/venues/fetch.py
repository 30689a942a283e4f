"""One account: opened once, then read again and again. A failure raises; what was read stays with the caller."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import VenueError
from monitor.model import Account, PositionKey
from monitor.settings import AccountConfig
from monitor.venues import VENUES
from monitor.venues.client import VenueClient
from monitor.venues.kept import side_by_side
from monitor.venues.key_check import KeyCheck
from monitor.venues.venue import Candle, Reading, Venue


class AccountReader:
    """Reads one account at one venue."""

    def __init__(self, client: VenueClient, venue: Venue, reading: Reading) -> None:
        self.client = client
        self.venue = venue
        self.reading = reading
        self.key = KeyCheck(client, venue)
        self.streams: dict[str, str] = {}  # stream name -> "connecting", "live", or what is wrong; told by `hints`

    @classmethod
    async def open(cls, config: AccountConfig, secrets: Secrets, clock: Clock) -> AccountReader:
        """Make a reader; nothing is sent yet. The first one loads ccxt (0.3 s).

        Raises:
            VenueError: the venue is unknown, or the configuration cannot be honoured.
        """
        venue = venue_of(config)
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
        pause_s = self.client.pace.ease_s(self.client.venue_ms())
        if pause_s:
            await asyncio.sleep(pause_s)
        if not self.key.cleared:
            await self.key.renew(now_ms)  # before anything else is asked with it
            self.key.refuse()
        account: Account
        account, _ = await side_by_side(self.reading.read(known, now_ms), self.key.renew(now_ms))
        self.key.refuse()
        return replace(account, key=self.key.facts)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars (open ms, open, high, low, close), oldest first; the last is still open."""
        return await self.reading.candles(symbol, timeframe, limit)

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
        raise VenueError(f"{config.venue} is not supported; known: {', '.join(sorted(VENUES))}.")
    return venue
