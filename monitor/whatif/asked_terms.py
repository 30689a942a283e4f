"""What venues say of contracts that are not held: tiers and the last price, asked for the calculator and kept a while.

A venue is asked once for a contract, however often the question is edited; what fails is asked again a minute later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from monitor.clock import Clock
from monitor.errors import MarginwatchError
from monitor.language import tr
from monitor.model import Terms
from monitor.venues.fetch import AccountReader
from monitor.whatif.planning import Asked

DEADLINE_S = 5.0
TERMS_MS, PRICE_MS, RETRY_MS = 3_600_000, 10_000, 60_000


class TermsDesk:
    """Asks and remembers.

    Args:
        reader_of: the reader of an account, None where it is not open.
    """

    def __init__(self, reader_of: Callable[[str], AccountReader | None], clock: Clock) -> None:
        self._reader_of = reader_of
        self._clock = clock
        self._terms: dict[tuple[str, str, bool], tuple[Terms | str, int]] = {}  # and until when it holds
        self._prices: dict[tuple[str, str], tuple[float | None, int]] = {}

    async def ask(self, account_id: str, symbol: str, *, isolated: bool, needs_price: bool) -> Asked:
        """Return what the venue of an account says of a contract; it never raises."""
        reader = self._reader_of(account_id)
        if reader is None:
            return Asked(why=tr("{account} is not open", account=account_id))
        price = await self._price(reader, account_id, symbol) if needs_price else None
        found = await self._terms_of(reader, account_id, symbol, isolated)
        return Asked(why=found, price=price) if isinstance(found, str) else Asked(terms=found, price=price)

    async def _terms_of(self, reader: AccountReader, account_id: str, symbol: str, isolated: bool) -> Terms | str:
        key = (account_id, symbol, isolated)
        kept, until_ms = self._terms.get(key, ("", 0))
        if self._clock.now_ms() < until_ms:
            return kept
        found: Terms | str
        try:
            async with asyncio.timeout(DEADLINE_S):
                found = await reader.terms(symbol, isolated=isolated)
        except (MarginwatchError, TimeoutError) as error:
            found = str(error).rstrip(".") or tr("the venue does not answer")
        if not isinstance(found, str) and not found.brackets:
            found = tr("{symbol}: the venue lists no tiers", symbol=symbol)
        good_ms = RETRY_MS if isinstance(found, str) else TERMS_MS
        self._terms[key] = (found, self._clock.now_ms() + good_ms)
        return found

    async def _price(self, reader: AccountReader, account_id: str, symbol: str) -> float | None:
        kept, until_ms = self._prices.get((account_id, symbol), (None, 0))
        if self._clock.now_ms() < until_ms:
            return kept
        price = None
        try:
            async with asyncio.timeout(DEADLINE_S):
                bars = await reader.candles(symbol, "1m", 1)
                price = bars[-1][4] if bars else None
        except (MarginwatchError, TimeoutError):
            pass
        good_ms = RETRY_MS if price is None else PRICE_MS
        self._prices[account_id, symbol] = (price, self._clock.now_ms() + good_ms)
        return price
