"""One Kraken Futures key, read again and again: all its accounts, which calls, how often, and what is remembered."""

from __future__ import annotations

from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Account, Liquidation, PositionKey
from monitor.venues import krakenfutures_answers as api
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.krakenfutures_read import (
    FORCED,
    Contract,
    Details,
    contract_of,
    open_rows,
    read_account,
    read_candle,
    read_contracts,
    read_liquidation,
    side_of,
)
from monitor.venues.polled import DAY_MS, HOUR_MS, MINUTE_MS, ForcedCloses, Polled, missing_symbols
from monitor.venues.read import number_or_none, price_or_none
from monitor.venues.venue import Candle, Client

ONE_BY_ONE = 8  # up to here marks are asked per contract; all of them at once are some 150 kB
CANDLE_S = {"1m": 60, "5m": 300, "15m": 900, "1h": 3_600, "4h": 14_400, "1d": 86_400}


class KrakenReading(Polled):
    """Reads one key's futures accounts again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._contracts = Kept(self._read_contracts, every_ms=HOUR_MS, good_ms=7 * DAY_MS)
        self._leverages = Kept(self._read_leverages, every_ms=5 * MINUTE_MS, good_ms=HOUR_MS)
        self._orders = Kept(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._places = Kept(self._read_places, every_ms=MINUTE_MS, good_ms=5 * MINUTE_MS)
        self._clock = Kept(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)
        self._forced = ForcedCloses(self._read_forced)
        self._by_name: dict[str, Contract] = {}
        self._by_symbol: dict[str, Contract] = {}
        self._names: frozenset[str] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        accounts, answer, _, leverages, _ = await side_by_side(
            self._client.call(api.ACCOUNTS, api.RawAccounts),
            self._client.call(api.POSITIONS, api.RawPositions),
            self._contracts.need(now_ms),
            self._leverages.get(now_ms),
            self._clock.get(now_ms),
        )
        latency_ms = self._client.latency_ms
        rows = open_rows(answer.openPositions)
        await self._know_symbols(rows, now_ms)
        self._note_rows(rows)
        here = [(contract_of(row, self._by_name).instrument.symbol, side_of(row)) for row in rows]
        tickers, orders, places, liquidations = await side_by_side(
            self._read_tickers(),
            self._orders.get(now_ms),
            self._places.get(now_ms),
            self._forced.find(missing_symbols(known, here), now_ms, self._client.offset_ms),
        )
        return read_account(
            account_id=self._client.config.id,
            accounts=accounts.accounts,
            rows=rows,
            contracts=self._by_name,
            tickers=tickers,
            details=Details(orders=orders, leverages=leverages, places=places),
            liquidations=liquidations,
            marked_ms=self._client.venue_ms(),
            read_ms=self._client.clock.now_ms(),
            latency_ms=latency_ms,
            clock_offset_ms=self._client.offset_ms if self._client.offset_known else None,
        )

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open.

        Raises:
            VenueError: no bars.
        """
        contract = self._by_symbol.get(symbol)
        if contract is None:
            raise VenueDataError(f"{symbol}: not listed at Kraken Futures")
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

    def forget(self) -> None:
        """Read everything again at the next read."""
        kept: tuple[Kept[Any], ...] = (self._contracts, self._leverages, self._orders, self._places, self._clock)
        for one in kept:
            one.forget()

    # ------------------------------------------------------------------ the single calls

    async def _know_symbols(self, rows: list[api.RawPosition], now_ms: int) -> None:
        """Make sure that every held contract is listed; what Kraken does not list is refused when it is read."""
        if {(row.symbol or "").upper() for row in rows} - self._by_name.keys():
            self._contracts.forget()
            await self._contracts.need(now_ms)

    def _note_rows(self, rows: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.symbol or "").upper() for row in rows)
        if now - self._names:
            self._orders.forget()
            self._places.forget()
        self._names = now
        self.held = frozenset(contract_of(row, self._by_name).instrument.symbol for row in rows)

    async def _read_contracts(self) -> dict[str, Contract]:
        self._by_name = read_contracts(await self._client.call(api.INSTRUMENTS, api.RawInstruments))
        self._by_symbol = {contract.instrument.symbol: contract for contract in self._by_name.values()}
        return self._by_name

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

    async def _read_forced(self, symbol: str) -> list[Liquidation]:
        contract = self._by_symbol.get(symbol)
        if contract is None:
            return []
        fills = (await self._client.call(api.FILLS, api.RawFills)).fills
        name = contract.instrument.venue_symbol
        return [
            read_liquidation(fill, symbol) for fill in fills if fill.symbol.upper() == name and fill.fillType in FORCED
        ]
