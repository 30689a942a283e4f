"""One account at a venue without a reader of its own, read again and again through ccxt's unified methods."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, InsuranceFund, OrderBook, Position, PositionKey, Terms
from monitor.venues.funds import no_fund
from monitor.venues.generic_margins import MarginsInUse, missing_of
from monitor.venues.generic_read import Row, believe, implied_mark, open_rows, read_account, read_candle, read_position
from monitor.venues.generic_stops import ASKED, stops_of
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.read import price_or_none
from monitor.venues.schedule import Schedule
from monitor.venues.venue import Candle, Client, Streams, no_terms

log = logging.getLogger(__name__)

ORDERS_EVERY_MS = 15_000
MARKETS_DEADLINE_S = 20.0  # some venues list thousands


class GenericReading:
    """Reads one account again and again."""

    def __init__(
        self,
        client: Client,
        parts: Sequence[Mapping[str, str]],
        wallets: Sequence[Mapping[str, str]],
        *,
        is_list: bool,
    ) -> None:
        """Take the parameters of the calls that make all positions, and all balances."""
        self._client = client
        self._parts = parts
        self._is_list = is_list
        self._wallets = wallets
        self.held: frozenset[str] = frozenset()
        self.streams: Streams | None = None
        client.exchange.options["defaultType"] = "swap"
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self._markets = keep(self._read_markets, every_ms=12 * HOUR_MS, good_ms=7 * DAY_MS)
        self._funding = keep(self._read_funding, every_ms=MINUTE_MS, good_ms=10 * MINUTE_MS)
        self._orders = keep(self._read_orders, every_ms=ORDERS_EVERY_MS, good_ms=MINUTE_MS)
        self._margins = MarginsInUse()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now. Forced closes are not searched: ccxt has no call for them here.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        markets = await self._markets.need(now_ms)
        await self._schedule.clock.get(now_ms)
        rows = await self._read_rows()
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        balances = await self._read_balances()
        if {row["symbol"] for row in rows} - markets.keys():
            self._markets.forget()
            markets = await self._markets.need(now_ms)
        if unknown := {str(row["symbol"]) for row in rows} - markets.keys():
            raise VenueDataError(tr("{symbol}: not among the listed contracts", symbol=min(unknown)))
        held = frozenset(str(row["symbol"]) for row in rows)
        if held - self.held:
            self._funding.forget()
            self._orders.forget()
        self.held = held
        funding = await self._funding.get(now_ms) or {}
        marks = await self._stand_in_marks(rows, markets)
        orders = await self._orders.get(now_ms)
        positions = [
            read_position(row, markets[row["symbol"]], marks.get(row["symbol"]), funding.get(row["symbol"]), marked_ms)
            for row in rows
        ]
        account = read_account(
            account_id=self._client.config.id,
            venue=self._client.config.venue,
            positions=[self._with_stops(position, orders) for position in positions],
            balances=balances,
            read_ms=self._client.clock.now_ms(),
            latency_ms=latency_ms,
            clock_offset_ms=self._client.offset_ms if self._client.offset_known else None,
        )
        explained = self._margins.explain(positions, balances, missing_of(known, positions))
        return replace(account, balance_agrees=account.balance_agrees and explained)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        if symbol not in (self._client.exchange.markets or {}):
            raise VenueDataError(tr("{symbol}: not listed at this venue", symbol=symbol))
        rows, _ = await self._client.unified("fetch_ohlcv", symbol, timeframe, None, limit)
        return [read_candle(row, symbol) for row in rows][-limit:]

    async def order_book(self, symbol: str) -> OrderBook:
        """Raise a VenueError: at derived venues no order book is read."""
        raise VenueDataError(tr("{symbol}: at this venue no order book is read", symbol=symbol))

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        raise VenueDataError(tr("{subject}: at this venue no volume is read", subject=symbol))

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        return await no_fund(self._client.config.venue)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        return await no_terms(symbol)

    async def mark_price(self, symbol: str) -> float | None:
        """Nothing is known of marks that are not held: the last trade has to do."""
        return None

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    async def _read_markets(self) -> Mapping[str, Row]:
        markets, _ = await self._client.unified("load_markets", True, deadline_s=MARKETS_DEADLINE_S)
        if not any(market.get("contract") for market in markets.values()):
            raise VenueDataError(tr("The venue lists no contracts."))
        return dict(markets)

    async def _read_rows(self) -> list[Row]:
        found: list[Row] = []
        for part in self._parts:  # one after another: each answer is looked at for itself
            rows, bodies = await self._client.unified("fetch_positions", None, dict(part))
            believe(rows, bodies, is_list=self._is_list, venue=self._client.config.venue)
            found.extend(open_rows(rows))
        return found

    async def _read_balances(self) -> list[Row]:
        found = []
        for wallet in self._wallets:
            balance, _ = await self._client.unified("fetch_balance", dict(wallet))
            found.append(balance)
        return found

    async def _read_orders(self) -> list[Row] | None:
        """All resting orders; None where no single kind of call tells them all."""
        asked = ASKED.get(self._client.config.venue)
        if asked is None:
            return None
        found: list[Row] = []
        calls: list[tuple[str | None, dict[str, Any]]] = (
            [(None, dict(part)) for part in self._parts]
            if asked == "account"
            else [(symbol, {}) for symbol in sorted(self.held)]
        )
        for symbol, params in calls if self.held else ():
            rows, bodies = await self._client.unified("fetch_open_orders", symbol, None, None, params)
            believe(rows, bodies, is_list=False, venue=self._client.config.venue, what="orders")
            found.extend(rows)
        return found

    def _with_stops(self, position: Position, orders: list[Row] | None) -> Position:
        """A position with its stops; unknown where one of them was not understood."""
        if orders is None:
            return position
        try:
            return replace(position, stops=stops_of(position, orders))
        except VenueDataError as error:
            log.warning("%s: %s", self._client.config.id, error)
            return position

    async def _read_funding(self) -> Mapping[str, Row]:
        if not self.held or self._client.exchange.has.get("fetchFundingRates") is not True:
            return {}
        rates, _ = await self._client.unified("fetch_funding_rates", sorted(self.held))
        return dict(rates)

    async def _stand_in_marks(self, rows: Sequence[Row], markets: Mapping[str, Row]) -> dict[str, float | None]:
        """Return prices for positions without a mark: the ticker's, or what the profit implies where there is none."""
        without = {str(row["symbol"]): row for row in rows if price_or_none(row.get("markPrice")) is None}
        if self._client.exchange.has.get("fetchTicker") is not True:
            return {symbol: implied_mark(row, markets[symbol]) for symbol, row in without.items()}
        answers = await side_by_side(*(self._client.unified("fetch_ticker", symbol) for symbol in without))
        return {
            symbol: price_or_none(ticker.get("markPrice")) or price_or_none(ticker.get("last"))
            for symbol, (ticker, _) in zip(without, answers, strict=True)
        }
