"""One Kraken Futures key, read again and again: all its accounts, which calls, how often, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.model import Account, Ending, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import krakenfutures_answers as api
from monitor.venues.funds import no_fund
from monitor.venues.kept import HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.krakenfutures_read import (
    Contract,
    Details,
    contract_of,
    open_rows,
    read_account,
    read_candle,
    read_contracts,
    read_ending,
    side_of,
)
from monitor.venues.krakenfutures_streams import KrakenStreams
from monitor.venues.order_books import day_volume, read_order_book
from monitor.venues.read import number_or_none, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

ONE_BY_ONE = 8  # up to here marks are asked per contract; all of them at once are some 150 kB
CANDLE_S = {"1m": 60, "5m": 300, "15m": 900, "1h": 3_600, "4h": 14_400, "1d": 86_400}


class KrakenReading:
    """Reads one key's futures accounts again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self.contracts = Contracts(self._schedule, "Kraken Futures", self._read_contracts, lambda one: one.instrument)
        self._leverages = keep(self._read_leverages, every_ms=5 * MINUTE_MS, good_ms=HOUR_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._places = keep(self._read_places, every_ms=MINUTE_MS, good_ms=5 * MINUTE_MS)
        self.streams: Streams | None = KrakenStreams(
            client, self.contracts, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(client, self.contracts.has, ended=self._read_ended, mark=self.mark_price)
        self._names: frozenset[str] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        accounts, answer, _, leverages, _ = await side_by_side(
            self._client.call(api.ACCOUNTS, api.RawAccounts),
            self._client.call(api.POSITIONS, api.RawPositions),
            self.contracts.need(now_ms),
            self._leverages.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        latency_ms = self._client.latency_ms
        rows = open_rows(answer.openPositions)
        await self.contracts.know(((row.symbol or "").upper() for row in rows), now_ms)
        self._note_rows(rows)
        here = [(contract_of(row, self.contracts.by_id).instrument.symbol, side_of(row)) for row in rows]
        tickers, orders, places, found = await side_by_side(
            self._read_tickers(),
            self._orders.get(now_ms),
            self._places.get(now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            accounts=accounts.accounts,
            rows=rows,
            contracts=self.contracts.by_id,
            tickers=tickers,
            details=Details(orders=orders, leverages=leverages, places=places),
            marked_ms=self._client.venue_ms(),
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        contract = self.contracts.of_symbol(symbol)
        until_s = self._client.venue_ms() // 1000
        times: dict[str, int] = {"from": until_s - limit * CANDLE_S[timeframe], "to": until_s}
        answer = await self._client.call(
            api.CANDLES,
            api.RawCandles,
            price_type="trade",
            symbol=contract.instrument.venue_symbol,
            interval=timeframe,
            **times,
        )
        return [read_candle(row, symbol) for row in answer.candles][-limit:]

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        contract = self.contracts.of_symbol(symbol)
        answer = await self._client.call(api.ORDER_BOOK, api.RawBook, symbol=contract.instrument.venue_symbol)
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.orderBook.bids, answer.orderBook.asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol).instrument
        until_s = self._client.venue_ms() // 1000
        times: dict[str, int] = {"from": until_s - 2 * CANDLE_S["1d"], "to": until_s}
        answer = await self._client.call(
            api.CANDLES,
            api.RawCandles,
            price_type="trade",
            symbol=instrument.venue_symbol,
            interval="1d",
            **times,
        )
        return day_volume(((row.time, row.volume) for row in answer.candles), per_contract=instrument.contract_size)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        return await no_fund(self._client.config.venue)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        contract = self.contracts.of_symbol(symbol)
        return Terms(
            instrument=contract.instrument,
            brackets=contract.brackets,
            bracket_unit="contracts" if contract.instrument.inverse else "base",
            bracket_scheme="whole_position",
        )

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        name = self.contracts.of_symbol(symbol).instrument.venue_symbol
        answer = await self._client.call(api.TICKER, api.RawOneTicker, symbol=name)
        return price_or_none(answer.ticker.markPrice)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    def _note_rows(self, rows: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.symbol or "").upper() for row in rows)
        if now - self._names:
            self._orders.forget()
            self._places.forget()
        self._names = now
        self.held = frozenset(contract_of(row, self.contracts.by_id).instrument.symbol for row in rows)

    async def _read_contracts(self) -> dict[str, Contract]:
        return read_contracts(await self._client.call(api.INSTRUMENTS, api.RawInstruments))

    async def _read_tickers(self) -> dict[str, api.RawTicker]:
        if not self._names:
            return {}
        if len(self._names) > ONE_BY_ONE:
            rows = (await self._client.call(api.TICKERS, api.RawTickers)).tickers
        else:
            answers = await side_by_side(
                *(self._client.call(api.TICKER, api.RawOneTicker, symbol=name) for name in sorted(self._names))
            )
            rows = [answer.ticker for answer in answers]
        return {row.symbol.upper(): row for row in rows}

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        return tuple((await self._client.call(api.ORDERS, api.RawOrders)).openOrders)

    async def _read_leverages(self) -> dict[str, float]:
        rows = (await self._client.call(api.LEVERAGES, api.RawLeverages)).leveragePreferences
        found = {row.symbol.upper(): price_or_none(row.maxLeverage) for row in rows}
        return {name: value for name, value in found.items() if value is not None}

    async def _read_places(self) -> dict[str, float]:
        rows = (await self._client.call(api.QUEUE, api.RawQueue)).queue
        found = {row.symbol.upper(): number_or_none(row.percentile) for row in rows}
        return {name: value for name, value in found.items() if value is not None}

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        """The newest 100 trades of all contracts come in one answer."""
        names = {self.contracts.of_symbol(symbol).instrument.venue_symbol: symbol for symbol in symbols}
        fills = (await self._client.call(api.FILLS, api.RawFills)).fills
        found = (read_ending(fill, names[fill.symbol.upper()]) for fill in fills if fill.symbol.upper() in names)
        return [one for one in found if one is not None]
