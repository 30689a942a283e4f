"""One Bybit unified account, read again and again: which calls, how often, and what is remembered.

`position/list` is asked once per settlement currency of the linear contracts, once for inverse and once for options:
without a settlement currency it would leave positions out. All are asked at once with the wallet.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, TypeVar

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Bracket, Ending, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import bybit_answers as api
from monitor.venues.bybit_read import (
    ENDS,
    Details,
    HaircutTiers,
    Listing,
    open_rows,
    read_account,
    read_brackets,
    read_ending,
    read_haircuts,
    read_listings,
    side_of,
)
from monitor.venues.bybit_streams import BybitStreams
from monitor.venues.funds import RawInsurance, bybit_funds
from monitor.venues.guard import Endpoint
from monitor.venues.kept import DAY_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, day_volume, read_order_book
from monitor.venues.read import candle, instant_or_none, number, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

T = TypeVar("T")

INTERVALS = {"1m": "1", "5m": "5", "15m": "15", "30m": "30", "1h": "60", "4h": "240", "1d": "D"}
PAGE, MOST_PAGES = 200, 20
LISTED_PAGE = 1000
ONE_BY_ONE = 10  # up to here tickers are asked per symbol; all at once they are 400 kB


class BybitReading:
    """Reads one Bybit account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self.contracts = Contracts(self._schedule, "Bybit", self._read_listings, lambda one: one.instrument)
        self._info = keep(self._read_info, every_ms=MINUTE_MS, good_ms=10 * MINUTE_MS)
        self._haircuts = keep(self._read_haircuts, every_ms=DAY_MS, good_ms=7 * DAY_MS, public="haircuts")
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._tickers = keep(self._read_tickers, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._brackets = self._schedule.keep_each(
            self._read_brackets, every_ms=DAY_MS, good_ms=3 * DAY_MS, at_once=20, public="brackets"
        )
        self.streams: Streams | None = BybitStreams(
            client, self.contracts, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(client, self.contracts.has, ended=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[tuple[str, str]] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        listed = (await self.contracts.need(now_ms)).values()
        settles = sorted({one.instrument.settle for one in listed if one.category == "linear"})
        wallet, inverse, options, linear, info, haircuts, _ = await side_by_side(
            self._client.call(api.WALLET, api.Answer[api.Page[api.RawWallet]], accountType="UNIFIED"),
            self._positions(category="inverse"),
            self._positions(category="option"),
            side_by_side(*(self._positions(category="linear", settleCoin=settle) for settle in settles)),
            self._info.need(now_ms),
            self._haircuts.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        if not wallet.result.rows:
            raise VenueDataError(tr("{subject}: {field} is empty", subject="wallet-balance", field="list"))
        latency_ms = self._client.latency_ms
        marked_ms = instant_or_none(wallet.time) or self._client.venue_ms()
        rows = [row for batch in (*linear, inverse) for row in batch]
        held = open_rows(rows)
        await self.contracts.know((row.symbol or "" for row in held), now_ms)
        self._note(held)
        here = [(self.contracts.symbol(row.symbol), side_of(row)) for row in held]
        orders, tickers, taker_fee, brackets, found = await side_by_side(
            self._orders.get(now_ms),
            self._tickers.get(now_ms),
            self._taker_fee.get(now_ms),
            self._brackets.get((row.symbol or "" for row in held), now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            wallet=wallet.result.rows[0],
            rows=rows,
            options=options,
            listings=self.contracts.by_id,
            details=Details(
                info=info,
                brackets=brackets,
                orders=orders,
                tickers=tickers or {},
                haircuts=haircuts,
                taker_fee_rate=taker_fee,
            ),
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol, offered=timeframe in INTERVALS)
        answer = await self._client.call(
            api.KLINE,
            api.Answer[api.Page[list[Any]]],
            category=listing.category,
            symbol=listing.instrument.venue_symbol,
            interval=INTERVALS[timeframe],
            limit=limit,
        )
        return sorted(candle(row, symbol) for row in answer.result.rows)  # Bybit sends the newest first

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.ORDER_BOOK,
            api.Answer[api.RawDepth],
            category=listing.category,
            symbol=listing.instrument.venue_symbol,
            limit=LEVELS,
        )
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.result.b, answer.result.a, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.KLINE,
            api.Answer[api.Page[list[Any]]],
            category=listing.category,
            symbol=listing.instrument.venue_symbol,
            interval=INTERVALS["1d"],
            limit=2,
        )
        size = listing.instrument.contract_size
        return day_volume(((row[0], row[5]) for row in answer.result.rows if len(row) > 5), per_contract=size)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        answer = await self._client.call(api.INSURANCE, api.Answer[api.Page[RawInsurance]])
        return bybit_funds(answer.result.rows, self._client.clock.now_ms())

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol).instrument
        return Terms(instrument=instrument, brackets=await self._read_brackets(instrument.venue_symbol))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        answer = await self._client.call(
            api.TICKERS, api.Answer[api.Page[api.RawTicker]], category=listing.category, symbol=name
        )
        return next((price_or_none(row.markPrice) for row in answer.result.rows if row.symbol == name), None)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    async def _all(self, endpoint: Endpoint, kind: type[T], *, page: int, **params: str | int) -> list[T]:
        """Return all pages of a list.

        Raises:
            VenueDataError: it does not end.
        """
        found: list[T] = []
        cursor = ""
        for _ in range(MOST_PAGES):
            more: dict[str, str] = {"cursor": cursor} if cursor else {}
            answer: Any = await self._client.call(
                endpoint,
                api.Answer[api.Page[kind]],  # type: ignore[valid-type]
                limit=page,
                **params,
                **more,
            )
            found.extend(answer.result.rows)
            cursor = answer.result.nextPageCursor or ""
            if not cursor or len(answer.result.rows) < page:
                return found
        raise VenueDataError(tr("{subject}: more than {count} pages", subject=endpoint[2], count=MOST_PAGES))

    async def _positions(self, **params: str) -> list[api.RawPosition]:
        return await self._all(api.POSITIONS, api.RawPosition, page=PAGE, **params)

    def _note(self, held: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.symbol or "", row.side or "") for row in held)
        self.held = frozenset(self.contracts.symbol(name) for name, _ in now)
        if now - self._rows:
            self._orders.forget()
            self._tickers.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now

    def _held_listings(self) -> list[Listing]:
        return [self.contracts.of(symbol) for symbol in sorted({symbol for symbol, _ in self._rows})]

    async def _read_listings(self) -> dict[str, Listing]:
        linear, inverse = await asyncio.gather(
            *(
                self._all(api.INSTRUMENTS, api.RawInstrument, page=LISTED_PAGE, category=category)
                for category in ("linear", "inverse")
            )
        )
        return read_listings([*linear, *inverse])

    async def _read_info(self) -> api.RawAccountInfo:
        return (await self._client.call(api.ACCOUNT_INFO, api.Answer[api.RawAccountInfo])).result

    async def _read_haircuts(self) -> HaircutTiers:
        answer = await self._client.call(api.COLLATERAL_TIERS, api.Answer[api.Page[api.RawCollateral]])
        return read_haircuts(answer.result.rows)

    async def _read_taker_fee(self) -> float | None:
        held = sorted(self._held_listings(), key=lambda one: one.instrument.inverse)  # linear ones first
        if not held:
            return None
        name = held[0].instrument.venue_symbol
        answer = await self._client.call(
            api.FEE_RATE, api.Answer[api.Page[api.RawFee]], category=held[0].category, symbol=name
        )
        rates = {row.symbol: row.takerFeeRate for row in answer.result.rows}
        return number(rates.get(name), name, "takerFeeRate")

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        asks: set[tuple[str, str]] = set()
        for listing in self._held_listings():
            asks.add((listing.category, listing.instrument.settle if listing.category == "linear" else ""))
        batches = await side_by_side(
            *(
                self._all(
                    api.ORDERS, api.RawOrder, page=50, category=category, **({"settleCoin": settle} if settle else {})
                )
                for category, settle in sorted(asks)
            )
        )
        return tuple(order for batch in batches for order in batch)

    async def _read_tickers(self) -> dict[str, api.RawTicker]:
        held = self._held_listings()
        asks = [{"category": one.category, "symbol": one.instrument.venue_symbol} for one in held]
        if len(asks) > ONE_BY_ONE:
            asks = [{"category": category} for category in sorted({one.category for one in held})]
        answers = await side_by_side(
            *(self._client.call(api.TICKERS, api.Answer[api.Page[api.RawTicker]], **ask) for ask in asks)
        )
        return {row.symbol: row for answer in answers for row in answer.result.rows}

    async def _read_brackets(self, name: str) -> tuple[Bracket, ...]:
        tiers = await self._all(
            api.RISK_LIMIT, api.RawTier, page=PAGE, category=self.contracts.of(name).category, symbol=name
        )
        return read_brackets(tier for tier in tiers if tier.symbol == name)

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        """One contract: all its trades. Several: all forced closes and all trades of their kinds of contract."""
        listings = [self.contracts.of_symbol(symbol) for symbol in symbols]
        asks = [{"category": one.category, "symbol": one.instrument.venue_symbol} for one in listings]
        if len(asks) > 1:
            categories = sorted({one.category for one in listings})
            asks = [{"category": category, "execType": kind} for category in categories for kind in ENDS]
        answers = await side_by_side(
            *(
                self._client.call(api.EXECUTIONS, api.Answer[api.Page[api.RawExecution]], limit=100, **ask)
                for ask in asks
            )
        )
        found = (read_ending(trade, self.contracts.by_id) for answer in answers for trade in answer.result.rows)
        return [one for one in found if one is not None]
