"""The volatility of every contract held: price bars read slowly, one request at a time, kept in memory.

A contract is read again when its figure is three minutes old, the longest-waiting one first. A failed read keeps
the last figure, which shows its age; after `EXPIRY_MS` it counts as unknown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.feeds.held_contracts import held_contracts
from monitor.language import tr
from monitor.model import Account
from monitor.risk.volatility import FAST_HOURS, HOUR_MS, SLOW_DAYS, Bars, Listing, Volatilities, Volatility, estimate
from monitor.venues.fetch import AccountReader

PAUSE_S = 1.0  # between two contracts: their two requests are far below any venue's limit
FIRST_PAUSE_S = 0.1  # while there are some that were never asked for
DEADLINE_S = 8.0
FRESH_MS = 3 * 60_000
RETRY_MS = 60_000
DAILY_FRESH_MS = 6 * HOUR_MS
EXPIRY_MS = 6 * HOUR_MS
OLDEST_BAR_MS = 3 * HOUR_MS  # by the venue's clock: a market without trades still has its running bar


class VolatilityFeed:
    """Reads bars of what is held and keeps what they say.

    Args:
        accounts: the newest answers. reader_of: the reader of an account, None where it is not open.
        market_time: the bars carry a demo market's time, which no clock of ours can call old.
    """

    def __init__(
        self,
        accounts: Callable[[], Iterable[Account]],
        reader_of: Callable[[str], AccountReader | None],
        clock: Clock,
        *,
        market_time: bool,
    ) -> None:
        self._accounts = accounts
        self._reader_of = reader_of
        self._clock = clock
        self._market_time = market_time
        self._found = Volatilities()
        self._tried_ms: dict[Listing, int] = {}
        self._daily: dict[Listing, tuple[int, Bars]] = {}

    def volatilities(self, now_ms: int) -> Volatilities:
        """Return what is known now; figures past their expiry are unknown again."""
        found = self._found
        expired = [listing for listing, one in found.known.items() if one.age_ms(now_ms) > EXPIRY_MS]
        if not expired:
            return found
        hours = EXPIRY_MS // HOUR_MS
        reasons = {
            listing: tr("{symbol}: its price bars are older than {hours} hours", symbol=listing[1], hours=hours)
            for listing in expired
        }
        return Volatilities(
            known={listing: one for listing, one in found.known.items() if listing not in reasons},
            unknown={**found.unknown, **reasons},
        )

    async def run(self) -> None:
        """Read for ever; what cannot be read stays as it is and shows its age."""
        while True:
            await self.read_next()
            await asyncio.sleep(FIRST_PAUSE_S if self._held().keys() - self._tried_ms.keys() else PAUSE_S)

    async def read_next(self) -> None:
        """Read the contract that has waited longest, if any is due."""
        held = self._held()
        self._forget_all_but(held.keys())
        now_ms = self._clock.now_ms()
        due = [listing for listing in held if now_ms - self._tried_ms.get(listing, 0) >= self._wait_ms(listing)]
        if not due:
            return
        listing = min(due, key=lambda one: self._tried_ms.get(one, 0))
        reader = self._reader_of(held[listing])
        if reader is None:
            return
        self._tried_ms[listing] = now_ms
        try:
            async with asyncio.timeout(DEADLINE_S):
                result = await self._read(reader, listing)
        except (MarginwatchError, TimeoutError) as error:
            if listing not in self._found.known:
                self._keep(listing, str(error) or tr("the venue does not answer"))
            return
        self._keep(listing, result)

    async def _read(self, reader: AccountReader, listing: Listing) -> Volatility | str:
        _, symbol = listing
        hourly = await reader.candles(symbol, "1h", FAST_HOURS)
        now_ms = self._clock.now_ms()
        read_ms, daily = self._daily.get(listing, (0, []))
        if now_ms - read_ms >= DAILY_FRESH_MS:
            daily = await reader.candles(symbol, "1d", SLOW_DAYS + 2)
            self._daily[listing] = now_ms, daily
        if hourly and not self._market_time and reader.client.venue_ms() - hourly[-1][0] > OLDEST_BAR_MS:
            return tr(
                "{symbol}: the venue's newest price bar is more than {oldest_bar_ms} hours old",
                symbol=symbol,
                oldest_bar_ms=OLDEST_BAR_MS // HOUR_MS,
            )
        return estimate(hourly, daily, at_ms=now_ms)

    def _keep(self, listing: Listing, result: Volatility | str) -> None:
        known = {key: one for key, one in self._found.known.items() if key != listing}
        unknown = {key: reason for key, reason in self._found.unknown.items() if key != listing}
        if isinstance(result, Volatility):
            known[listing] = result
        else:
            unknown[listing] = result if result.startswith(listing[1]) else f"{listing[1]}: {result}"
        self._found = Volatilities(known=known, unknown=unknown)

    def _wait_ms(self, listing: Listing) -> int:
        return FRESH_MS if listing in self._found.known else RETRY_MS

    def _held(self) -> dict[Listing, str]:
        return held_contracts(self._accounts())

    def _forget_all_but(self, held: Iterable[Listing]) -> None:
        """Let go of contracts long closed; a position that is gone for one answer only keeps its figure."""
        kept, now_ms = set(held), self._clock.now_ms()
        old = [one for one, ms in self._tried_ms.items() if one not in kept and now_ms - ms > EXPIRY_MS]
        for listing in old:
            self._tried_ms.pop(listing)
            self._daily.pop(listing, None)
        if old:
            self._found = Volatilities(
                known={key: one for key, one in self._found.known.items() if key not in old},
                unknown={key: reason for key, reason in self._found.unknown.items() if key not in old},
            )
