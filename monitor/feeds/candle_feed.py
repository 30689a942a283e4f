"""The chart of the focused position, kept fresh while the window is looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from monitor.errors import MarginwatchError
from monitor.messages import Candles, Focus
from monitor.venues.fetch import AccountReader
from monitor.venues.venue import Candle

EVERY_S = 5.0
BARS = 300  # the most that every venue gives in one answer


class CandleFeed:
    """Reads price bars of what the window looks at.

    Args:
        reader_of: the reader of an account, None where it is not open.
        publish: takes the bars. synthetic: the prices are made up, and the chart says so.
    """

    def __init__(
        self, reader_of: Callable[[str], AccountReader | None], publish: Callable[[Candles], None], *, synthetic: bool
    ) -> None:
        self.watched = True  # whether anybody can see the chart
        self._reader_of = reader_of
        self._publish = publish
        self._synthetic = synthetic
        self._focus: Focus | None = None
        self._changed = asyncio.Event()

    def look_at(self, focus: Focus) -> None:
        """Show another position or time frame, now."""
        self._focus = focus
        self._changed.set()

    async def run(self) -> None:
        """Read for ever; a chart that cannot be read keeps what it shows: the trouble is told elsewhere."""
        while True:
            try:
                async with asyncio.timeout(EVERY_S):
                    await self._changed.wait()
            except TimeoutError:
                pass
            self._changed.clear()
            if self._focus is not None and self.watched:
                await self._read(self._focus)

    async def _read(self, focus: Focus) -> None:
        account_id, _, rest = focus.position_key.partition("|")
        symbol = rest.split("|", 1)[0]
        reader = self._reader_of(account_id)
        if reader is None:
            return
        try:
            async with asyncio.timeout(EVERY_S):
                bars = await reader.candles(symbol, focus.timeframe, BARS)
        except (MarginwatchError, TimeoutError):
            return
        self._publish(_message(account_id, symbol, focus.timeframe, bars, self._synthetic))


def _message(account_id: str, symbol: str, timeframe: str, bars: list[Candle], synthetic: bool) -> Candles:
    return Candles(
        symbol=symbol,
        account_id=account_id,
        timeframe=timeframe,
        synthetic=synthetic,
        open_ms=tuple(int(bar[0]) for bar in bars),
        open=tuple(bar[1] for bar in bars),
        high=tuple(bar[2] for bar in bars),
        low=tuple(bar[3] for bar in bars),
        close=tuple(bar[4] for bar in bars),
    )
