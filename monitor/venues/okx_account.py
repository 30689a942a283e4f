"""One OKX account, read again and again: which calls, how often, and what is remembered.

One `positions` answers for all kinds of contracts and settlement currencies; it and `balance` are asked at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Bracket, Ending, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import okx_answers as api
from monitor.venues.funds import RawSecurityFund, okx_funds
from monitor.venues.kept import DAY_MS, MINUTE_MS, side_by_side
from monitor.venues.okx_read import (
    Details,
    HaircutTiers,
    Listing,
    contracts_only,
    mode_of,
    open_rows,
    read_account,
    read_brackets,
    read_ending,
    read_haircuts,
    read_listings,
    read_taker_fee,
    side_of,
    tier_key,
)
from monitor.venues.okx_streams import OkxStreams
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import candle, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

BARS = {"1m": "1m", "5m": "5m", "15m": "15m", "30m": "30m", "1h": "1H", "4h": "4H", "1d": "1Dutc"}
PAGE, MOST_PAGES = 100, 10
ORDER_KINDS = ("conditional", "oco", "trigger")  # one call each; trailing ones tell no trigger


class OkxReading:
    """Reads one OKX account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep, keep_each = self._schedule.keep, self._schedule.keep_each
        self.contracts = Contracts(self._schedule, "OKX", self._read_listings, lambda one: one.instrument)
        self._config = keep(self._read_config, every_ms=MINUTE_MS, good_ms=10 * MINUTE_MS)
        self._haircuts = keep(self._read_haircuts, every_ms=DAY_MS, good_ms=7 * DAY_MS, public="discounts")
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._funding = keep_each(
            self._read_funding, every_ms=30_000, good_ms=5 * MINUTE_MS, at_once=3, public="funding"
        )
        self._brackets = keep_each(
            self._read_brackets, every_ms=DAY_MS, good_ms=3 * DAY_MS, at_once=3, public="brackets"
        )
        self.streams: Streams | None = OkxStreams(
            client, self.contracts, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(client, self.contracts.has, ended=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[tuple[str, str]] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        balance, answer, _, config, haircuts, _ = await side_by_side(
            self._client.call(api.BALANCE, api.Answer[api.RawBalance]),
            self._client.call(api.POSITIONS, api.Answer[api.RawPosition]),
            self.contracts.need(now_ms),
            self._config.get(now_ms),
            self._haircuts.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        if not balance.data:
            raise VenueDataError(tr("{subject}: {field} is empty", subject="balance", field="data"))
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = contracts_only(open_rows(answer.data))
        await self.contracts.know((row.instId or "" for row in held), now_ms)
        self._note(held)
        here = [(self.contracts.symbol(row.instId), side_of(row)) for row in held]
        listed = [(self.contracts.of(row.instId), mode_of(row)) for row in held]
        orders, funding, taker_fee, brackets, found = await side_by_side(
            self._orders.get(now_ms),
            self._funding.get((one.instrument.venue_symbol for one, _ in listed if one.kind == "SWAP"), now_ms),
            self._taker_fee.get(now_ms),
            self._brackets.get((tier_key(one, mode) for one, mode in listed), now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            balance=balance.data[0],
            rows=answer.data,
            listings=self.contracts.by_id,
            details=Details(
                config=config,
                brackets=brackets,
                orders=orders,
                funding=funding,
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
        listing = self.contracts.of_symbol(symbol, offered=timeframe in BARS)
        answer = await self._client.call(
            api.CANDLES,
            api.Answer[list[Any]],
            instId=listing.instrument.venue_symbol,
            bar=BARS[timeframe],
            limit=limit,
        )
        return sorted(candle(row, symbol) for row in answer.data)  # OKX sends the newest first

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        instrument = listing.instrument
        answer = await self._client.call(api.BOOKS, api.Answer[RawBook], instId=instrument.venue_symbol, sz=LEVELS)
        if not answer.data:
            raise VenueDataError(tr("{symbol}: no order book in the answer", symbol=symbol))
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.data[0].bids, answer.data[0].asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        name = self.contracts.of_symbol(symbol).instrument.venue_symbol
        answer = await self._client.call(api.CANDLES, api.Answer[list[Any]], instId=name, bar=BARS["1d"], limit=2)
        return day_volume((row[0], row[5]) for row in answer.data if len(row) > 5)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        answer = await self._client.call(
            api.SECURITY_FUND, api.Answer[RawSecurityFund], instType="SWAP", instFamily="BTC-USDT", limit=1
        )
        return okx_funds(answer.data, self._client.clock.now_ms())

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        brackets = await self._read_brackets(tier_key(listing, "isolated" if isolated else "cross"))
        return Terms(
            instrument=listing.instrument,
            brackets=brackets,
            bracket_unit="contracts",
            bracket_scheme="whole_position",
        )

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        answer = await self._client.call(api.MARK_PRICE, api.Answer[api.RawMark], instType=listing.kind, instId=name)
        return next((price_or_none(row.markPx) for row in answer.data if row.instId == name), None)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single calls

    def _note(self, held: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.instId or "", row.posSide or "") for row in held)
        self.held = frozenset(self.contracts.symbol(name) for name, _ in now)
        if now - self._rows:
            self._orders.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now

    async def _read_listings(self) -> dict[str, Listing]:
        swaps, futures = await side_by_side(
            *(
                self._client.call(api.INSTRUMENTS, api.Answer[api.RawInstrument], instType=kind)
                for kind in ("SWAP", "FUTURES")
            )
        )
        return read_listings([*swaps.data, *futures.data])

    async def _read_config(self) -> api.RawConfig:
        answer = await self._client.call(api.CONFIG, api.Answer[api.RawConfig])
        if not answer.data:
            raise VenueDataError(tr("{subject}: {field} is empty", subject="config", field="data"))
        return answer.data[0]

    async def _read_haircuts(self) -> HaircutTiers:
        return read_haircuts((await self._client.call(api.DISCOUNTS, api.Answer[api.RawDiscount])).data)

    async def _read_taker_fee(self) -> float | None:
        if not self._rows:
            return None
        listing = min(
            (self.contracts.of(name) for name, _ in self._rows),
            key=lambda one: (one.instrument.inverse, one.family),
        )
        answer = await self._client.call(
            api.FEES, api.Answer[api.RawFees], instType=listing.kind, instFamily=listing.family
        )
        return read_taker_fee(answer.data[0], listing.instrument.settle) if answer.data else None

    async def _read_orders(self) -> tuple[api.RawAlgoOrder, ...]:
        if not self._rows:
            return ()
        batches = await side_by_side(*(self._orders_of(kind) for kind in ORDER_KINDS))
        return tuple(order for batch in batches for order in batch)

    async def _orders_of(self, kind: str) -> list[api.RawAlgoOrder]:
        found: list[api.RawAlgoOrder] = []
        for _ in range(MOST_PAGES):
            more = {"after": found[-1].algoId} if found else {}
            answer = await self._client.call(
                api.ALGO_ORDERS, api.Answer[api.RawAlgoOrder], ordType=kind, limit=PAGE, **more
            )
            found.extend(answer.data)
            if len(answer.data) < PAGE:
                return found
        raise VenueDataError(tr("{subject}: more than {count} pages", subject="orders-algo-pending", count=MOST_PAGES))

    async def _read_funding(self, name: str) -> api.RawFunding | None:
        answer = await self._client.call(api.FUNDING, api.Answer[api.RawFunding], instId=name)
        return next((row for row in answer.data if row.instId == name), None)

    async def _read_brackets(self, key: str) -> tuple[Bracket, ...]:
        kind, mode, family = key.split(" ", 2)
        answer = await self._client.call(
            api.POSITION_TIERS, api.Answer[api.RawTier], instType=kind, tdMode=mode, instFamily=family
        )
        return read_brackets(answer.data)

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        """One contract: its history. Several: the history of their kinds of contract."""
        listings = [self.contracts.of_symbol(symbol) for symbol in symbols]
        asks = [{"instType": one.kind, "instId": one.instrument.venue_symbol} for one in listings]
        if len(asks) > 1:
            asks = [{"instType": kind} for kind in sorted({one.kind for one in listings})]
        answers = await side_by_side(
            *(self._client.call(api.POSITIONS_HISTORY, api.Answer[api.RawClosed], limit=100, **ask) for ask in asks)
        )
        found = (read_ending(row, self.contracts.by_id) for answer in answers for row in answer.data)
        return [one for one in found if one is not None]
