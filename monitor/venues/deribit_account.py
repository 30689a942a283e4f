"""One Deribit account, read again and again: all currencies at once, which calls, how often, what is remembered."""

from __future__ import annotations

from monitor.model import Account, Ending, Instrument, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import deribit_answers as api
from monitor.venues.deribit_read import (
    FUTURE,
    Details,
    listed,
    open_rows,
    read_account,
    read_candles,
    read_ending,
    read_instruments,
    read_terms,
    side_of,
)
from monitor.venues.deribit_streams import DeribitStreams
from monitor.venues.funds import no_fund
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

CANDLES = {  # timeframe -> (Deribit's resolution, how many of its bars make one, ms of one)
    "1m": ("1", 1, MINUTE_MS),
    "5m": ("5", 1, 5 * MINUTE_MS),
    "15m": ("15", 1, 15 * MINUTE_MS),
    "1h": ("60", 1, HOUR_MS),
    "4h": ("60", 4, 4 * HOUR_MS),
    "1d": ("1D", 1, DAY_MS),
}


class DeribitReading:
    """Reads one Deribit account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self.contracts: Contracts[Instrument] = Contracts(
            self._schedule, "Deribit", self._read_instruments, lambda one: one
        )
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._tickers = keep(self._read_tickers, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self.streams: Streams | None = DeribitStreams(
            client, self.contracts, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(client, self.contracts.has, each=self._read_ended, mark=self.mark_price)
        self._names: frozenset[str] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        summaries, answer, _, _ = await side_by_side(
            self._client.call(api.SUMMARIES, api.RawResult[api.RawSummaries], extended="true"),
            self._client.call(api.POSITIONS, api.RawResult[list[api.RawPosition]], currency="any"),
            self.contracts.need(now_ms),
            self._schedule.clock.get(now_ms),
        )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        futures = [row for row in open_rows(answer.result) if row.kind == FUTURE]
        await self.contracts.know((row.instrument_name or "" for row in futures), now_ms)
        self._note_rows(futures)
        here = [(listed(row, self.contracts.by_id).symbol, side_of(row)) for row in futures]
        orders, tickers, found = await side_by_side(
            self._orders.get(now_ms),
            self._tickers.get(now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            summaries=summaries.result.summaries,
            rows=answer.result,
            instruments=self.contracts.by_id,
            details=Details(orders=orders, tickers=tickers),
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
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

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.ORDER_BOOK, api.RawResult[RawBook], instrument_name=instrument.venue_symbol, depth=LEVELS
        )
        found, now_ms = answer.result, self._client.clock.now_ms()
        size = instrument.contract_size  # amounts are dollars or coins, not contracts
        return read_order_book(found.bids, found.asks, symbol, now_ms, per_contract=size)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        resolution, join, span_ms = CANDLES["1d"]
        end_ms = self._client.venue_ms()
        answer = await self._client.call(
            api.CANDLES,
            api.RawResult[api.RawCandles],
            instrument_name=instrument.venue_symbol,
            start_timestamp=end_ms - 2 * span_ms * join,
            end_timestamp=end_ms,
            resolution=resolution,
        )
        found = answer.result
        traded = found.cost if instrument.inverse else found.volume  # dollars, or coins
        return day_volume(zip(found.ticks, traded, strict=False), per_contract=instrument.contract_size)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        return await no_fund(self._client.config.venue)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.INSTRUMENT, api.RawResult[api.RawInstrument], instrument_name=instrument.venue_symbol
        )
        return read_terms(answer.result, instrument)

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        name = self.contracts.of_symbol(symbol).venue_symbol
        answer = await self._client.call(api.TICKER, api.RawResult[api.RawTicker], instrument_name=name)
        return price_or_none(answer.result.mark_price)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    def _note_rows(self, rows: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset(row.instrument_name or "" for row in rows)
        if now - self._names:
            self._orders.forget()
            self._tickers.forget()
        self._names = now
        self.held = frozenset(listed(row, self.contracts.by_id).symbol for row in rows)

    async def _read_instruments(self) -> dict[str, Instrument]:
        kind = api.RawResult[list[api.RawInstrument]]
        answer = await self._client.call(api.INSTRUMENTS, kind, currency="any", kind=FUTURE)
        return read_instruments(answer.result)

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        answer = await self._client.call(api.ORDERS, api.RawResult[list[api.RawOrder]])
        return tuple(answer.result)

    async def _read_tickers(self) -> dict[str, api.RawTicker]:
        names = sorted(name for name in self._names if name.endswith("PERPETUAL"))
        answers = await side_by_side(
            *(self._client.call(api.TICKER, api.RawResult[api.RawTicker], instrument_name=name) for name in names)
        )
        return {name: answer.result for name, answer in zip(names, answers, strict=True)}

    async def _read_ended(self, symbol: str) -> list[Ending]:
        instrument = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.TRADES,
            api.RawResult[api.RawTrades],
            instrument_name=instrument.venue_symbol,
            count=50,
            sorting="desc",
        )
        name = instrument.venue_symbol
        return [read_ending(trade, instrument) for trade in answer.result.trades if trade.instrument_name == name]
