"""The newest prices of symbols that have a price alert and no position: read slowly, a few at a time.

Positions bring their own marks. Read here is the mark price where the venue tells it, else the last traded price of
the running minute; each is called what it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.tick.price_watch import LastPrice
from monitor.venues.fetch import AccountReader

EVERY_S = 5.0
DEADLINE_S = 5.0
AT_ONCE = 5  # of one account, in each round: the rest come in the next ones


class PriceFeed:
    """Reads what is wanted, for ever.

    Args:
        wanted: (account id, symbol) of each. reader_of: the reader of an account, None where it is not open.
    """

    def __init__(
        self,
        wanted: Callable[[], tuple[tuple[str, str], ...]],
        reader_of: Callable[[str], AccountReader | None],
        clock: Clock,
    ) -> None:
        self.found: dict[tuple[str, str], LastPrice] = {}
        self._wanted = wanted
        self._reader_of = reader_of
        self._clock = clock
        self._tried_ms: dict[tuple[str, str], int] = {}

    async def run(self) -> None:
        """Read for ever; a price that cannot be read grows old, and the alert says that it is blind."""
        while True:
            await self.read_round()
            await asyncio.sleep(EVERY_S)

    async def read_round(self) -> None:
        """Read what has waited longest, all accounts side by side."""
        wanted = self._wanted()
        self.found = {where: price for where, price in self.found.items() if where in wanted}
        by_account: dict[str, list[str]] = {}
        for account_id, symbol in sorted(wanted, key=lambda where: self._tried_ms.get(where, 0)):
            by_account.setdefault(account_id, []).append(symbol)
        await asyncio.gather(*(self._read_some(*one) for one in by_account.items()))

    async def _read_some(self, account_id: str, symbols: list[str]) -> None:
        for symbol in symbols[:AT_ONCE]:
            self._tried_ms[account_id, symbol] = self._clock.now_ms()
            reader = self._reader_of(account_id)
            if reader is None:
                return
            found = await self._mark(reader, symbol) or await self._last(reader, symbol)
            if found is not None:
                self.found[account_id, symbol] = found

    async def _mark(self, reader: AccountReader, symbol: str) -> LastPrice | None:
        try:
            async with asyncio.timeout(DEADLINE_S):
                mark = await reader.mark_price(symbol)
        except (MarginwatchError, TimeoutError):
            return None
        return None if mark is None else LastPrice(price=mark, at_ms=self._clock.now_ms(), basis="mark")

    async def _last(self, reader: AccountReader, symbol: str) -> LastPrice | None:
        try:
            async with asyncio.timeout(DEADLINE_S):
                bars = await reader.candles(symbol, "1m", 1)
        except (MarginwatchError, TimeoutError):
            return None
        return LastPrice(price=bars[-1][4], at_ms=self._clock.now_ms()) if bars else None
