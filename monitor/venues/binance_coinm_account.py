"""One Binance COIN-M account, read again and again: which calls, how often, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monitor.model import Account, Bracket, Ending, Instrument, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import binance_answers as shared
from monitor.venues import binance_coinm_answers as api
from monitor.venues.binance_coinm_read import Details, Key, key_of, read_account, read_brackets, read_instruments
from monitor.venues.binance_read import Orders, open_rows, read_candle, side_of
from monitor.venues.binance_shared import endings, open_orders, taker_fee
from monitor.venues.binance_streams import BinanceStreams
from monitor.venues.funds import no_fund
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import number_or_none, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams


class CoinReading:
    """Reads one COIN-M account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self.contracts: Contracts[Instrument] = Contracts(
            self._schedule, "Binance COIN-M", self._read_instruments, lambda one: one
        )
        self._brackets = keep(self._read_brackets, every_ms=HOUR_MS, good_ms=2 * DAY_MS)
        self._hedge = keep(self._read_hedge, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._funding_hours = keep(
            self._read_funding_hours, every_ms=DAY_MS, good_ms=2 * DAY_MS, public="funding hours"
        )
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._premium = keep(self._read_premium, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._adl = keep(self._read_adl, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self.streams: Streams | None = BinanceStreams(
            client,
            self.contracts,
            lambda: self.held,
            market="inverse",
            listen_key=api.LISTEN_KEY,
            keep_listen_key=api.KEEP_LISTEN_KEY,
            orders_changed=self._orders.forget,
            modes_changed=self._hedge.forget,
        )
        self._vanished = Vanished(client, self.contracts.has, ended=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[Key] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        account, rows, _, brackets, hedge, hours, _ = await side_by_side(
            self._client.call(api.ACCOUNT, shared.RawAccount),
            self._client.call(api.POSITION_RISK, list[shared.RawPosition]),
            self.contracts.need(now_ms),
            self._brackets.get(now_ms),
            self._hedge.get(now_ms),
            self._funding_hours.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = open_rows(rows)
        await self.contracts.know((row.symbol or "" for row in (*held, *open_rows(account.positions or ()))), now_ms)
        self._note_rows(rows)
        here = [(self.contracts.symbol(row.symbol), side_of(row)) for row in held]
        orders, premium, adl, taker_fee, found = await side_by_side(
            self._orders.get(now_ms),
            self._premium.get(now_ms),
            self._adl.get(now_ms),
            self._taker_fee.get(now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            account=account,
            rows=rows,
            instruments=self.contracts.by_id,
            details=Details(
                brackets=brackets or {},
                hedge=hedge,
                orders=orders,
                premium=premium or {},
                funding_hours=hours,
                taker_fee_rate=taker_fee,
                adl=adl or {},
            ),
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        rows = await self._client.call(
            api.KLINES, list[list[Any]], symbol=instrument.venue_symbol, interval=timeframe, limit=limit
        )
        return [read_candle(row, symbol) for row in rows]

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        answer = await self._client.call(api.DEPTH, RawBook, symbol=instrument.venue_symbol, limit=LEVELS)
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.bids, answer.asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        name = self.contracts.of_symbol(symbol).venue_symbol
        rows = await self._client.call(api.KLINES, list[list[Any]], symbol=name, interval="1d", limit=2)
        return day_volume((row[0], row[5]) for row in rows if len(row) > 5)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        return await no_fund(self._client.config.venue)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        brackets = await self._brackets.need(self._client.clock.now_ms())
        return Terms(instrument=instrument, brackets=tuple(brackets.get(instrument.venue_symbol, ())))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        name = self.contracts.of_symbol(symbol).venue_symbol
        rows = await self._client.call(api.PREMIUM_INDEX, list[shared.RawPremium], symbol=name)
        return next((price_or_none(row.markPrice) for row in rows if row.symbol == name), None)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    def _note_rows(self, rows: list[shared.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset(key_of(row) for row in open_rows(rows))
        if now - self._rows:
            for kept in (self._orders, self._premium, self._adl):
                kept.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now
        self.held = frozenset(self.contracts.symbol(name) for name, _ in now)

    def _symbols(self) -> list[str]:
        return sorted({symbol for symbol, _ in self._rows})

    async def _read_instruments(self) -> dict[str, Instrument]:
        info = await self._client.call(api.EXCHANGE_INFO, api.RawExchangeInfo)
        for rule in info.rateLimits:
            if rule.rateLimitType == "REQUEST_WEIGHT" and rule.interval == "MINUTE" and rule.limit > 0:
                self._client.pace.allow(rule.limit)
        return read_instruments(info)

    async def _read_brackets(self) -> dict[str, tuple[Bracket, ...]]:
        return read_brackets(await self._client.call(api.BRACKETS, list[api.RawBrackets]))

    async def _read_hedge(self) -> bool:
        return (await self._client.call(api.POSITION_MODE, api.RawPositionMode)).dualSidePosition

    async def _read_funding_hours(self) -> dict[str, float]:
        rows = await self._client.call(api.FUNDING_INFO, list[shared.RawFundingInfo])
        return {row.symbol: float(row.fundingIntervalHours) for row in rows}

    async def _read_taker_fee(self) -> float | None:
        return await taker_fee(self._client, self._symbols(), api.COMMISSION_RATE)

    async def _read_orders(self) -> Orders:
        return await open_orders(self._client, self._symbols(), plain=api.OPEN_ORDERS, algo=api.OPEN_ALGO_ORDERS)

    async def _read_premium(self) -> dict[str, shared.RawPremium]:
        if not self._rows:
            return {}
        rows = await self._client.call(api.PREMIUM_INDEX, list[shared.RawPremium])
        return {row.symbol: row for row in rows}

    async def _read_adl(self) -> dict[Key, float]:
        if not self._rows:
            return {}
        rows = await self._client.call(api.ADL, list[api.RawQuantiles])
        ranks = {(row.symbol, side): number_or_none(rank) for row in rows for side, rank in row.adlQuantile.items()}
        return {key: rank for key, rank in ranks.items() if rank is not None}

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        return await endings(
            self._client,
            [self.contracts.of_symbol(symbol).venue_symbol for symbol in symbols],
            self.contracts.by_id,
            forced=api.FORCE_ORDERS,
            orders=api.ALL_ORDERS,
        )
