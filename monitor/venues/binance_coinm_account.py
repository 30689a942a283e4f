"""One Binance COIN-M account, read again and again: which calls, how often, and what is remembered. Polled only."""

from __future__ import annotations

from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Account, Bracket, Instrument, Liquidation, PositionKey
from monitor.venues import binance_answers as shared
from monitor.venues import binance_coinm_answers as api
from monitor.venues.binance_coinm_read import Details, Key, key_of, read_account, read_brackets, read_instruments
from monitor.venues.binance_read import Orders, open_rows, read_candle, read_liquidation, side_of
from monitor.venues.binance_shared import open_orders, taker_fee
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.polled import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    ForcedCloses,
    Polled,
    missing_symbols,
)
from monitor.venues.read import number_or_none
from monitor.venues.venue import Candle, Client


class CoinReading(Polled):
    """Reads one COIN-M account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._instruments = Kept(self._read_instruments, every_ms=HOUR_MS, good_ms=7 * DAY_MS)
        self._brackets = Kept(self._read_brackets, every_ms=HOUR_MS, good_ms=2 * DAY_MS)
        self._hedge = Kept(self._read_hedge, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._funding_hours = Kept(self._read_funding_hours, every_ms=DAY_MS, good_ms=2 * DAY_MS)
        self._taker_fee = Kept(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = Kept(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._premium = Kept(self._read_premium, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._adl = Kept(self._read_adl, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._clock = Kept(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)
        self._forced = ForcedCloses(self._read_forced)
        self._by_id: dict[str, Instrument] = {}
        self._by_symbol: dict[str, Instrument] = {}
        self._rows: frozenset[Key] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        account, rows, _, brackets, hedge, hours, _ = await side_by_side(
            self._client.call(api.ACCOUNT, shared.RawAccount),
            self._client.call(api.POSITION_RISK, list[shared.RawPosition]),
            self._instruments.need(now_ms),
            self._brackets.get(now_ms),
            self._hedge.get(now_ms),
            self._funding_hours.get(now_ms),
            self._clock.get(now_ms),
        )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        await self._know_symbols(account, rows, now_ms)
        self._note_rows(rows)
        here = [(self._by_id[row.symbol or ""].symbol, side_of(row)) for row in open_rows(rows)]
        orders, premium, adl, taker_fee, liquidations = await side_by_side(
            self._orders.get(now_ms),
            self._premium.get(now_ms),
            self._adl.get(now_ms),
            self._taker_fee.get(now_ms),
            self._forced.find(missing_symbols(known, here), now_ms, self._client.offset_ms),
        )
        return read_account(
            account_id=self._client.config.id,
            account=account,
            rows=rows,
            instruments=self._by_id,
            details=Details(
                brackets=brackets or {},
                hedge=hedge,
                orders=orders,
                premium=premium or {},
                funding_hours=hours,
                taker_fee_rate=taker_fee,
                adl=adl or {},
            ),
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
            raise VenueDataError(f"{symbol}: not listed at Binance COIN-M")
        rows = await self._client.call(
            api.KLINES, list[list[Any]], symbol=instrument.venue_symbol, interval=timeframe, limit=limit
        )
        return [read_candle(row, symbol) for row in rows]

    def forget(self) -> None:
        """Read everything again at the next read."""
        kept: tuple[Kept[Any], ...] = (
            self._instruments,
            self._brackets,
            self._hedge,
            self._funding_hours,
            self._taker_fee,
            self._orders,
            self._premium,
            self._adl,
            self._clock,
        )
        for one in kept:
            one.forget()

    # ------------------------------------------------------------------ the single calls

    async def _know_symbols(self, account: shared.RawAccount, rows: list[shared.RawPosition], now_ms: int) -> None:
        """Make sure that every held symbol is listed.

        Raises:
            VenueDataError: Binance itself does not list it.
        """
        symbols = {row.symbol for row in (*open_rows(rows), *open_rows(account.positions or ()))}
        if symbols <= self._by_id.keys():
            return
        self._instruments.forget()
        await self._instruments.need(now_ms)
        if missing := symbols - self._by_id.keys():
            raise VenueDataError(f"{min(map(str, missing))}: a position of a symbol that Binance COIN-M does not list")

    def _note_rows(self, rows: list[shared.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset(key_of(row) for row in open_rows(rows))
        if now - self._rows:
            for kept in (self._orders, self._premium, self._adl):
                kept.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now
        self.held = frozenset(self._by_id[symbol].symbol for symbol, _ in now)

    def _symbols(self) -> list[str]:
        return sorted({symbol for symbol, _ in self._rows})

    async def _read_instruments(self) -> dict[str, Instrument]:
        info = await self._client.call(api.EXCHANGE_INFO, api.RawExchangeInfo)
        self._by_id = read_instruments(info)
        self._by_symbol = {instrument.symbol: instrument for instrument in self._by_id.values()}
        for rule in info.rateLimits:
            if rule.rateLimitType == "REQUEST_WEIGHT" and rule.interval == "MINUTE" and rule.limit > 0:
                self._client.pace.limit = rule.limit
        return self._by_id

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

    async def _read_forced(self, symbol: str) -> list[Liquidation]:
        instrument = self._by_symbol.get(symbol)
        if instrument is None:
            return []
        orders = await self._client.call(
            api.FORCE_ORDERS,
            list[shared.RawForceOrder],
            symbol=instrument.venue_symbol,
            autoCloseType="LIQUIDATION",
            limit=20,
        )
        return [read_liquidation(order, self._by_id) for order in orders]
