"""One Deribit account, read again and again: all currencies at once, which calls, how often, what is remembered."""

from __future__ import annotations

from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Account, Instrument, Liquidation, PositionKey
from monitor.venues import deribit_answers as api
from monitor.venues.deribit_read import (
    FUTURE,
    Details,
    is_forced,
    listed,
    open_rows,
    read_account,
    read_candles,
    read_instruments,
    read_liquidation,
    side_of,
)
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.polled import DAY_MS, HOUR_MS, MINUTE_MS, ForcedCloses, Polled, missing_symbols
from monitor.venues.venue import Candle, Client

CANDLES = {  # timeframe -> (Deribit's resolution, how many of its bars make one, ms of one)
    "1m": ("1", 1, MINUTE_MS),
    "5m": ("5", 1, 5 * MINUTE_MS),
    "15m": ("15", 1, 15 * MINUTE_MS),
    "1h": ("60", 1, HOUR_MS),
    "4h": ("60", 4, 4 * HOUR_MS),
    "1d": ("1D", 1, DAY_MS),
}


class DeribitReading(Polled):
    """Reads one Deribit account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._instruments = Kept(self._read_instruments, every_ms=HOUR_MS, good_ms=7 * DAY_MS)
        self._orders = Kept(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._tickers = Kept(self._read_tickers, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._clock = Kept(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)
        self._forced = ForcedCloses(self._read_forced)
        self._by_name: dict[str, Instrument] = {}
        self._by_symbol: dict[str, Instrument] = {}
        self._names: frozenset[str] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        summaries, answer, _, _ = await side_by_side(
            self._client.call(api.SUMMARIES, api.RawResult[api.RawSummaries], extended="true"),
            self._client.call(api.POSITIONS, api.RawResult[list[api.RawPosition]], currency="any"),
            self._instruments.need(now_ms),
            self._clock.get(now_ms),
        )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        futures = [row for row in open_rows(answer.result) if row.kind == FUTURE]
        if {row.instrument_name for row in futures} - self._by_name.keys():
            self._instruments.forget()
            await self._instruments.need(now_ms)
        self._note_rows(futures)
        here = [(listed(row, self._by_name).symbol, side_of(row)) for row in futures]
        orders, tickers, liquidations = await side_by_side(
            self._orders.get(now_ms),
            self._tickers.get(now_ms),
            self._forced.find(missing_symbols(known, here), now_ms, self._client.offset_ms),
        )
        return read_account(
            account_id=self._client.config.id,
            summaries=summaries.result.summaries,
            rows=answer.result,
            instruments=self._by_name,
            details=Details(orders=orders, tickers=tickers),
            liquidations=liquidations,
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
            latency_ms=latency_ms,
            clock_offset_ms=self._client.offset_ms if self._client.offset_known else None,
        )

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open.

        Raises:
            VenueError: no bars.
        """
        instrument = self._by_symbol.get(symbol)
        if instrument is None:
            raise VenueDataError(f"{symbol}: not listed at Deribit")
        resolution, join, span_ms = CANDLES[timeframe]
        end_ms = self._client.venue_ms()
        answer = await self._client.call(
            api.CANDLES,
            api.RawResult[api.RawCandles],
            instrument_name=instrument.venue_symbol,
            start_timestamp=end_ms - limit * span_ms,
            end_timestamp=end_ms,
            resolution=resolution,
        )
        return read_candles(answer.result, symbol, join)[-limit:]

    def forget(self) -> None:
        """Read everything again at the next read."""
        kept: tuple[Kept[Any], ...] = (self._instruments, self._orders, self._tickers, self._clock)
        for one in kept:
            one.forget()

    # ------------------------------------------------------------------ the single calls

    def _note_rows(self, rows: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset(row.instrument_name or "" for row in rows)
        if now - self._names:
            self._orders.forget()
            self._tickers.forget()
        self._names = now
        self.held = frozenset(listed(row, self._by_name).symbol for row in rows)

    async def _read_instruments(self) -> dict[str, Instrument]:
        kind = api.RawResult[list[api.RawInstrument]]
        answer = await self._client.call(api.INSTRUMENTS, kind, currency="any", kind=FUTURE)
        self._by_name = read_instruments(answer.result)
        self._by_symbol = {instrument.symbol: instrument for instrument in self._by_name.values()}
        return self._by_name

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        answer = await self._client.call(api.ORDERS, api.RawResult[list[api.RawOrder]])
        return tuple(answer.result)

    async def _read_tickers(self) -> dict[str, api.RawTicker]:
        names = sorted(name for name in self._names if name.endswith("PERPETUAL"))
        answers = await side_by_side(
            *(self._client.call(api.TICKER, api.RawResult[api.RawTicker], instrument_name=name) for name in names)
        )
        return {name: answer.result for name, answer in zip(names, answers, strict=True)}

    async def _read_forced(self, symbol: str) -> list[Liquidation]:
        instrument = self._by_symbol.get(symbol)
        if instrument is None:
            return []
        answer = await self._client.call(
            api.TRADES,
            api.RawResult[api.RawTrades],
            instrument_name=instrument.venue_symbol,
            count=50,
            sorting="desc",
        )
        return [read_liquidation(trade, instrument) for trade in answer.result.trades if is_forced(trade)]
