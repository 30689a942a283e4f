"""One Binance USDⓈ-M account, read again and again: which calls, how often, and what is remembered.

All figures are taken from the raw answers; ccxt's markets are not loaded (30 MB, 70 ms): `exchangeInfo` is read once.
`positionRisk` holds marks, prices and sizes; `account` the wallets and totals; both are asked at once, so they differ
by the time between two answers (tens of ms), and the marks of `positionRisk` are used for everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monitor.model import Account, Ending, Instrument, InsuranceFund, OrderBook, PositionKey, Side, Terms
from monitor.venues import binance_answers as api
from monitor.venues.binance_read import (
    Brackets,
    Details,
    Funding,
    Orders,
    open_rows,
    read_account,
    read_brackets,
    read_candle,
    read_fundings,
    read_instruments,
    read_leverages,
    side_of,
)
from monitor.venues.binance_shared import endings, open_orders, taker_fee
from monitor.venues.binance_streams import BinanceStreams
from monitor.venues.funds import RawFundPool, binance_funds
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

ORDERS_EVERY_MS, FUNDING_EVERY_MS = 10_000, 30_000
ORDERS_GOOD_MS, FUNDING_GOOD_MS = MINUTE_MS, 5 * MINUTE_MS


class BinanceReading:
    """Reads one Binance account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self.contracts: Contracts[Instrument] = Contracts(
            self._schedule, "Binance USDⓈ-M", self._read_instruments, lambda one: one
        )
        self._brackets = keep(self._read_brackets, every_ms=HOUR_MS, good_ms=2 * DAY_MS)
        self._leverages = keep(self._read_leverages, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._account_config = keep(self._read_account_config, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._funding_hours = keep(
            self._read_funding_hours, every_ms=DAY_MS, good_ms=2 * DAY_MS, public="funding hours"
        )
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=ORDERS_EVERY_MS, good_ms=ORDERS_GOOD_MS)
        self._fundings = keep(self._read_fundings, every_ms=FUNDING_EVERY_MS, good_ms=FUNDING_GOOD_MS)
        self.streams: Streams | None = BinanceStreams(
            client,
            self.contracts,
            lambda: self.held,
            market="linear",
            listen_key=api.LISTEN_KEY,
            keep_listen_key=api.KEEP_LISTEN_KEY,
            orders_changed=self._orders.forget,
            modes_changed=self._forget_modes,
        )
        self._vanished = Vanished(client, self.contracts.has, ended=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[tuple[str, Side]] = frozenset()  # (Binance symbol, side) of the newest answer
        self._here: frozenset[tuple[str, Side]] = frozenset()  # the same under unified symbols

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        account, rows, _, brackets, leverages, config, hours, _ = await side_by_side(
            self._client.call(api.ACCOUNT, api.RawAccount),
            self._client.call(api.POSITION_RISK, list[api.RawPosition]),
            self.contracts.need(now_ms),
            self._brackets.get(now_ms),
            self._leverages.get(now_ms),
            self._account_config.get(now_ms),
            self._funding_hours.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        marked_ms = self._client.venue_ms()
        latency_ms = self._client.latency_ms
        listed = {row.symbol or "" for row in rows} | {row.symbol or "" for row in account.positions or ()}
        await self.contracts.know(listed, now_ms)
        held = open_rows(rows)
        if self._note_rows(held):
            leverages = await self._leverages.get(now_ms)
        orders, fundings, taker_fee, found = await side_by_side(
            self._orders.get(now_ms),
            self._fundings.get(now_ms),
            self._taker_fee.get(now_ms),
            self._vanished.find(known, self._here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            account=account,
            held=held,
            instruments=self.contracts.by_id,
            details=Details(
                brackets=brackets or {},
                leverages=leverages or {},
                modes=config,
                orders=orders,
                fundings=fundings or {},
                funding_hours=hours,
                taker_fee_rate=taker_fee,
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
        pools = await self._client.call(api.INSURANCE, list[RawFundPool])
        return binance_funds(pools, self._client.clock.now_ms())

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol)
        brackets = await self._brackets.need(self._client.clock.now_ms())
        return Terms(instrument=instrument, brackets=tuple(brackets.get(instrument.venue_symbol, ())))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        name = self.contracts.of_symbol(symbol).venue_symbol
        return price_or_none((await self._client.call(api.PREMIUM_INDEX, api.RawPremium, symbol=name)).markPrice)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    def _forget_modes(self) -> None:
        self._leverages.forget()
        self._account_config.forget()

    # ------------------------------------------------------------------ the single calls

    def _note_rows(self, held: list[api.RawPosition]) -> bool:
        """Remember which positions are open; return whether any is new, so that what belongs to it is read now."""
        now = frozenset([(row.symbol or "", side_of(row)) for row in held])
        if now == self._rows:
            return False
        new = bool(now - self._rows)
        first = not self._rows
        self._rows = now
        self._here = frozenset((self.contracts.symbol(name), side) for name, side in now)
        self.held = frozenset(symbol for symbol, _ in self._here)
        if new:
            self._orders.forget()
            self._fundings.forget()
            if first:
                self._taker_fee.forget()
            else:
                self._leverages.forget()
        return new and not first

    def _symbols(self) -> list[str]:
        return sorted({symbol for symbol, _ in self._rows})

    async def _read_instruments(self) -> dict[str, Instrument]:
        info = await self._client.call(api.EXCHANGE_INFO, api.RawExchangeInfo)
        for rule in info.rateLimits:
            if rule.rateLimitType == "REQUEST_WEIGHT" and rule.interval == "MINUTE" and rule.limit > 0:
                self._client.pace.allow(rule.limit)
        return read_instruments(info)

    async def _read_brackets(self) -> Brackets:
        return read_brackets(await self._client.call(api.BRACKETS, list[api.RawBrackets]))

    async def _read_leverages(self) -> dict[str, float]:
        return read_leverages(await self._client.call(api.SYMBOL_CONFIG, list[api.RawSymbolConfig]))

    async def _read_account_config(self) -> api.RawAccountConfig:
        return await self._client.call(api.ACCOUNT_CONFIG, api.RawAccountConfig)

    async def _read_funding_hours(self) -> dict[str, float]:
        rows = await self._client.call(api.FUNDING_INFO, list[api.RawFundingInfo])
        return {row.symbol: float(row.fundingIntervalHours) for row in rows}

    async def _read_taker_fee(self) -> float | None:
        return await taker_fee(self._client, self._symbols(), api.COMMISSION_RATE)

    async def _read_orders(self) -> Orders:
        return await open_orders(self._client, self._symbols(), plain=api.OPEN_ORDERS, algo=api.OPEN_ALGO_ORDERS)

    async def _read_fundings(self) -> dict[str, Funding]:
        symbols = self._symbols()
        if len(symbols) > 10:  # for all at once the weight is 10
            rows = await self._client.call(api.PREMIUM_INDEX, list[api.RawPremium])
        else:
            rows = list(
                await side_by_side(
                    *(self._client.call(api.PREMIUM_INDEX, api.RawPremium, symbol=symbol) for symbol in symbols)
                )
            )
        return read_fundings(rows)

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        return await endings(
            self._client,
            [self.contracts.of_symbol(symbol).venue_symbol for symbol in symbols],
            self.contracts.by_id,
            forced=api.FORCE_ORDERS,
            orders=api.ALL_ORDERS,
        )
