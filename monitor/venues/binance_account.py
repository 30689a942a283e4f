"""One Binance USDⓈ-M account, read again and again: which calls, how often, and what is remembered.

All figures are taken from the raw answers; ccxt's markets are not loaded (30 MB, 70 ms): `exchangeInfo` is read once.
`positionRisk` holds marks, prices and sizes; `account` the wallets and totals; both are asked at once, so they differ
by the time between two answers (tens of ms), and the marks of `positionRisk` are used for everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Account, Instrument, Liquidation, PositionKey
from monitor.venues import binance_answers as api
from monitor.venues.binance_read import (
    Brackets,
    Details,
    Orders,
    open_rows,
    read_account,
    read_brackets,
    read_candle,
    read_instruments,
    read_liquidation,
    side_of,
)
from monitor.venues.binance_shared import open_orders, taker_fee
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.read import instant, number
from monitor.venues.venue import Candle, Client, Marks

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
ORDERS_EVERY_MS, FUNDING_EVERY_MS = 10_000, 30_000
ORDERS_GOOD_MS, FUNDING_GOOD_MS = MINUTE_MS, 5 * MINUTE_MS
FORCED_AT_ONCE, FORCED_EVERY_MS = 4, 10_000


class BinanceReading:
    """Reads one Binance account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._instruments = Kept(self._read_instruments, every_ms=HOUR_MS, good_ms=7 * DAY_MS)
        self._brackets = Kept(self._read_brackets, every_ms=HOUR_MS, good_ms=2 * DAY_MS)
        self._symbol_config = Kept(self._read_symbol_config, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._account_config = Kept(self._read_account_config, every_ms=HOUR_MS, good_ms=6 * HOUR_MS)
        self._funding_hours = Kept(self._read_funding_hours, every_ms=DAY_MS, good_ms=2 * DAY_MS)
        self._taker_fee = Kept(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = Kept(self._read_orders, every_ms=ORDERS_EVERY_MS, good_ms=ORDERS_GOOD_MS)
        self._premium = Kept(self._read_premium, every_ms=FUNDING_EVERY_MS, good_ms=FUNDING_GOOD_MS)
        self._clock = Kept(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)
        self._by_id: dict[str, Instrument] = {}
        self._by_symbol: dict[str, Instrument] = {}
        self._searches: dict[str, _Search] = {}
        self._rows: frozenset[tuple[str, str]] = frozenset()  # (Binance symbol, positionSide) of the newest answer

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        account, rows, _, brackets, configs, config, hours, _ = await side_by_side(
            self._client.call(api.ACCOUNT, api.RawAccount),
            self._client.call(api.POSITION_RISK, list[api.RawPosition]),
            self._instruments.need(now_ms),
            self._brackets.get(now_ms),
            self._symbol_config.get(now_ms),
            self._account_config.get(now_ms),
            self._funding_hours.get(now_ms),
            self._clock.get(now_ms),
        )
        marked_ms = self._client.venue_ms()
        latency_ms = self._client.latency_ms
        await self._know_symbols(account, rows, now_ms)
        if self._note_rows(rows):
            configs = await self._symbol_config.get(now_ms)
        orders, premium, taker_fee, liquidations, missing_marks = await side_by_side(
            self._orders.get(now_ms),
            self._premium.get(now_ms),
            self._taker_fee.get(now_ms),
            self._liquidations(known, rows, now_ms),
            self._missing_marks(known, rows),
        )
        return read_account(
            account_id=self._client.config.id,
            account=account,
            rows=rows,
            instruments=self._by_id,
            details=Details(
                brackets=brackets or {},
                configs=configs or {},
                modes=config,
                orders=orders,
                premium=premium or {},
                funding_hours=hours,
                taker_fee_rate=taker_fee,
            ),
            liquidations=liquidations,
            missing_marks=missing_marks,
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
            raise VenueDataError(f"{symbol}: not listed at Binance USDⓈ-M")
        rows = await self._client.call(
            api.KLINES, list[list[Any]], symbol=instrument.venue_symbol, interval=timeframe, limit=limit
        )
        return [read_candle(row, symbol) for row in rows]

    def forget(self) -> None:
        """Read everything again at the next read."""
        for kept in (
            self._instruments,
            self._brackets,
            self._symbol_config,
            self._account_config,
            self._funding_hours,
            self._taker_fee,
            self._orders,
            self._premium,
            self._clock,
        ):
            kept.forget()

    # ------------------------------------------------------------------ streams

    def mark_topics(self) -> frozenset[str]:
        """Return the topics that carry the marks of the held symbols, once a second."""
        return frozenset(f"{self._by_symbol[symbol].venue_symbol.lower()}@markPrice@1s" for symbol in self.held)

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a stream message; {} where there are none."""
        events = message if isinstance(message, list) else [message]
        marks: Marks = {}
        for event in events:
            if isinstance(event, dict) and event.get("e") == "markPriceUpdate":
                instrument = self._by_id.get(str(event.get("s")))
                try:
                    price = number(event.get("p"), "stream", "p")
                    at_ms = instant(event.get("E"), "stream", "E")
                except (VenueDataError, TypeError):
                    continue
                if instrument is not None and price > 0:
                    marks[instrument.symbol] = (price, at_ms)
        return marks

    def take_event(self, message: Any) -> str:
        """Say what a message of the account's stream asks for: "poll", "new key", or "" for nothing."""
        event = message.get("e") if isinstance(message, dict) else None
        if event == "listenKeyExpired":
            return "new key"
        if event in ("ORDER_TRADE_UPDATE", "ALGO_UPDATE", "CONDITIONAL_ORDER_TRIGGER_REJECT"):
            self._orders.forget()
        elif event == "ACCOUNT_CONFIG_UPDATE":
            self._symbol_config.forget()
            self._account_config.forget()
        elif event not in ("ACCOUNT_UPDATE", "MARGIN_CALL"):
            return ""
        return "poll"

    # ------------------------------------------------------------------ the single calls

    async def _know_symbols(self, account: api.RawAccount, rows: list[api.RawPosition], now_ms: int) -> None:
        """Make sure that every symbol is listed: a position of an unknown one is never left out.

        Raises:
            VenueDataError: Binance itself does not list it.
        """
        symbols = {row.symbol for row in rows} | {row.symbol for row in account.positions or ()}
        if symbols <= self._by_id.keys():
            return
        self._instruments.forget()
        await self._instruments.need(now_ms)
        if missing := symbols - self._by_id.keys():
            raise VenueDataError(f"{min(map(str, missing))}: a position of a symbol that Binance USDⓈ-M does not list")

    def _note_rows(self, rows: list[api.RawPosition]) -> bool:
        """Remember which positions are open; return whether any is new, so that what belongs to it is read now."""
        now = frozenset((row.symbol or "", row.positionSide or "") for row in open_rows(rows))
        new = bool(now - self._rows)
        first = not self._rows
        self._rows = now
        self.held = frozenset(self._by_id[symbol].symbol for symbol, _ in now)
        if new:
            self._orders.forget()
            self._premium.forget()
            if first:
                self._taker_fee.forget()
            else:
                self._symbol_config.forget()
        return new and not first

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

    async def _read_brackets(self) -> Brackets:
        return read_brackets(await self._client.call(api.BRACKETS, list[api.RawBrackets]))

    async def _read_symbol_config(self) -> dict[str, api.RawSymbolConfig]:
        rows = await self._client.call(api.SYMBOL_CONFIG, list[api.RawSymbolConfig])
        return {row.symbol: row for row in rows}

    async def _read_account_config(self) -> api.RawAccountConfig:
        return await self._client.call(api.ACCOUNT_CONFIG, api.RawAccountConfig)

    async def _read_funding_hours(self) -> dict[str, float]:
        rows = await self._client.call(api.FUNDING_INFO, list[api.RawFundingInfo])
        return {row.symbol: float(row.fundingIntervalHours) for row in rows}

    async def _read_taker_fee(self) -> float | None:
        return await taker_fee(self._client, self._symbols(), api.COMMISSION_RATE)

    async def _read_orders(self) -> Orders:
        return await open_orders(self._client, self._symbols(), plain=api.OPEN_ORDERS, algo=api.OPEN_ALGO_ORDERS)

    async def _read_premium(self) -> dict[str, api.RawPremium]:
        symbols = self._symbols()
        if len(symbols) > 10:  # for all at once the weight is 10
            rows = await self._client.call(api.PREMIUM_INDEX, list[api.RawPremium])
        else:
            rows = list(
                await side_by_side(
                    *(self._client.call(api.PREMIUM_INDEX, api.RawPremium, symbol=symbol) for symbol in symbols)
                )
            )
        return {row.symbol: row for row in rows}

    async def _missing_marks(
        self, known: frozenset[PositionKey], rows: list[api.RawPosition]
    ) -> tuple[tuple[str, float], ...]:
        """Return the marks of positions that we know and that are not there: they are judged until proven closed."""
        here = {(self._by_id[row.symbol or ""].symbol, side_of(row)) for row in open_rows(rows)}
        missing = {symbol for _, symbol, side, _ in known if (symbol, side) not in here and symbol in self._by_symbol}
        found = await side_by_side(
            *(
                self._client.call(api.PREMIUM_INDEX, api.RawPremium, symbol=self._by_symbol[symbol].venue_symbol)
                for symbol in sorted(missing)
            )
        )
        return tuple(
            (symbol, number(row.markPrice, symbol, "markPrice"))
            for symbol, row in zip(sorted(missing), found, strict=True)
        )

    async def _liquidations(
        self, known: frozenset[PositionKey], rows: list[api.RawPosition], now_ms: int
    ) -> tuple[Liquidation, ...]:
        """Return the venue's records of forced closes for positions that we know and that are not there any more.

        Their times are moved to our clock, by which we know when a position was first seen.
        """
        here = {(self._by_id[row.symbol or ""].symbol, side_of(row)) for row in open_rows(rows)}
        missing = {symbol for _, symbol, side, _ in known if (symbol, side) not in here and symbol in self._by_symbol}
        self._searches = {symbol: self._searches[symbol] for symbol in missing & self._searches.keys()}
        batches = await side_by_side(*(self._search_forced(symbol, now_ms) for symbol in sorted(missing)))
        return tuple(record for batch in batches for record in batch)

    async def _search_forced(self, symbol: str, now_ms: int) -> tuple[Liquidation, ...]:
        """Ask for one symbol's forced closes: at once for some reads, then less often (it is dear, weight 20)."""
        search = self._searches.setdefault(symbol, _Search())
        if search.asked < FORCED_AT_ONCE or now_ms - search.asked_ms >= FORCED_EVERY_MS:
            orders = await self._client.call(
                api.FORCE_ORDERS,
                list[api.RawForceOrder],
                symbol=self._by_symbol[symbol].venue_symbol,
                autoCloseType="LIQUIDATION",
                limit=20,
            )
            search.asked, search.asked_ms = search.asked + 1, now_ms
            found = (read_liquidation(order, self._by_id) for order in orders)
            search.found = tuple(replace(one, at_ms=one.at_ms - self._client.offset_ms) for one in found)
        return search.found


@dataclass(slots=True)
class _Search:
    """The search for the forced close of one symbol."""

    asked: int = 0
    asked_ms: int = 0
    found: tuple[Liquidation, ...] = ()
