"""One Bitget account, classic or unified, read again and again: which calls, how often, and what is remembered.

Which account it is, the unified settings tell: a classic account is refused there with a code of its own, and only that
code makes it one. All three products are asked each time: a product that is not asked is left out without a word.
"""

from __future__ import annotations

from typing import Any, TypeVar

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Bracket, Ending, InsuranceFund, OrderBook, PositionKey, Side, Stop, Terms
from monitor.venues import bitget_answers as api
from monitor.venues.bitget_read import (
    PRODUCTS,
    Details,
    Listing,
    Row,
    classic_row,
    classic_stops,
    open_rows,
    read_brackets,
    read_done,
    read_listings,
    read_past,
    side_of,
    unified_row,
    unified_stops,
)
from monitor.venues.bitget_streams import BitgetStreams
from monitor.venues.bitget_wallets import (
    Discounts,
    read_classic,
    read_discounts,
    read_unified,
    read_union_discounts,
    union_coins,
)
from monitor.venues.funds import RawReserve, bitget_funds
from monitor.venues.kept import DAY_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import candle, number, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Found, Vanished
from monitor.venues.venue import Candle, Client, Streams

T = TypeVar("T")

GRANULARITIES = {"1m": "1m", "5m": "5m", "15m": "15m", "30m": "30m", "1h": "1H", "4h": "4H", "1d": "1Dutc"}
CLASSIC = api.RawSettings(accountMode="classic")
PLANS = ("profit_loss", "normal_plan")  # one call each; trailing ones tell no trigger
PAGE, MOST_PAGES = 100, 10
USDT = "USDT"


class BitgetReading:
    """Reads one Bitget account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep, keep_each = self._schedule.keep, self._schedule.keep_each
        self.contracts = Contracts(self._schedule, "Bitget", self._read_listings, lambda one: one.instrument)
        self._settings = keep(self._read_settings, every_ms=5 * MINUTE_MS, good_ms=30 * MINUTE_MS)
        self._discounts = keep(self._read_discounts, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._ranks = keep(self._read_ranks, every_ms=30_000, good_ms=5 * MINUTE_MS)
        self._funding = keep_each(
            self._read_funding, every_ms=30_000, good_ms=5 * MINUTE_MS, at_once=6, public="funding"
        )
        self._union_discounts = keep(self._read_union_discounts, every_ms=DAY_MS, good_ms=7 * DAY_MS, public="union")
        self._indexes = keep_each(self._read_index, every_ms=4_000, good_ms=MINUTE_MS, at_once=6, public="index")
        self._brackets = keep_each(self._read_brackets, every_ms=DAY_MS, good_ms=3 * DAY_MS, at_once=6)
        self.streams: Streams | None = BitgetStreams(
            client,
            self.contracts,
            lambda: self.held,
            unified=lambda: bool(self._unified),
            orders_changed=self._orders.forget,
        )
        self._vanished = Vanished(client, self.contracts.has, each=self._read_ended, mark=self.mark_price)
        self._held_rows: list[Row] = []
        self._unified: bool | None = None  # not yet known

    def _begin(self) -> None:
        """Know nothing of what belongs to the other kind of account."""
        for kept in (self._discounts, self._taker_fee, self._orders, self._ranks, self._brackets):
            kept.drop()
        self._held_rows = []

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        settings = await self._settings.need(now_ms)
        unified = settings is not CLASSIC
        if self._unified != unified:
            self._unified = unified
            self._begin()
        try:
            return await self._read(settings, known, now_ms)
        except (api.ClassicAccountError, api.UnifiedAccountError):
            self._settings.forget()  # the account has changed since: the next read asks which it is
            raise

    async def _read(self, settings: api.RawSettings, known: frozenset[PositionKey], now_ms: int) -> Account:
        balances, rows, _, discounts, _ = await side_by_side(
            self._read_balances(),
            self._read_rows(),
            self.contracts.need(now_ms),
            self._discounts.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = open_rows(rows)
        await self.contracts.know((row.symbol or "" for row in held), now_ms)
        self._note(held)
        details, found = await side_by_side(self._details(held, now_ms), self._lost(held, known, now_ms))
        common: dict[str, Any] = {
            "account_id": self._client.config.id,
            "rows": rows,
            "listings": self.contracts.by_id,
            "details": details,
            "marked_ms": marked_ms,
            "read_ms": self._client.clock.now_ms(),
        }
        if self._unified:
            account = read_unified(settings=settings, assets=balances, discounts=discounts, **common)
        else:
            coins = union_coins(balances)
            union = (await self._union_discounts.get(now_ms) or {}) if coins else {}
            told = await self._indexes.get(coins, now_ms)
            indexes = {coin: index for coin, index in told.items() if index is not None}
            account = read_classic(wallets=balances, discounts=union, indexes=indexes, **common)
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol, offered=timeframe in GRANULARITIES)
        answer = await self._client.call(
            api.CANDLES,
            api.Answer[list[list[Any]]],
            productType=listing.product,
            symbol=listing.instrument.venue_symbol,
            granularity=GRANULARITIES[timeframe],
            limit=limit,
        )
        return sorted(candle(row, symbol) for row in answer.data)

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.DEPTH,
            api.Answer[RawBook],
            productType=listing.product,
            symbol=listing.instrument.venue_symbol,
            limit=LEVELS,
        )
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.data.bids, answer.data.asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.CANDLES,
            api.Answer[list[list[Any]]],
            productType=listing.product,
            symbol=listing.instrument.venue_symbol,
            granularity=GRANULARITIES["1d"],
            limit=2,
        )
        if listing.instrument.inverse:
            return None  # in coins, and what a contract counts is not documented
        return day_volume((row[0], row[5]) for row in answer.data if len(row) > 5)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        answers = await side_by_side(
            *(
                self._client.call(api.RESERVES, api.Answer[api.Listed[RawReserve]], category=product)
                for product in PRODUCTS
            )
        )
        rows = [row for answer in answers for row in answer.data.rows or ()]
        return bitget_funds(rows, self._client.clock.now_ms())

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol).instrument
        if instrument.inverse:
            raise VenueDataError(tr("{subject}: the unit of its tiers is not documented", subject=symbol))
        return Terms(instrument=instrument, brackets=await self._read_brackets(instrument.venue_symbol))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        answer = await self._client.call(
            api.MARK_PRICE, api.Answer[list[api.RawMark]], symbol=name, productType=listing.product
        )
        return next((price_or_none(row.markPrice) for row in answer.data if row.symbol == name), None)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ what belongs to positions

    async def _details(self, held: list[Row], now_ms: int) -> Details:
        names = sorted({row.symbol or "" for row in held})
        orders, ranks, funding, taker_fee, brackets = await side_by_side(
            self._orders.get(now_ms),
            self._ranks.get(now_ms),
            self._funding.get(names, now_ms),
            self._taker_fee.get(now_ms),
            self._brackets.get((name for name in names if not self.contracts.of(name).instrument.inverse), now_ms),
        )
        stops: dict[tuple[str, Side], tuple[Stop, ...]] | None = None
        if orders is not None:
            marks = {row.symbol or "": mark for row in held if (mark := price_or_none(row.mark)) is not None}
            stops = unified_stops(orders, held) if self._unified else classic_stops(orders, held, marks)
        return Details(brackets=brackets, stops=stops, funding=funding, ranks=ranks or (), taker_fee_rate=taker_fee)

    async def _lost(self, held: list[Row], known: frozenset[PositionKey], now_ms: int) -> Found:
        here = [(self.contracts.symbol(row.symbol), side_of(row)) for row in held]
        return await self._vanished.find(known, here, now_ms)

    def _note(self, held: list[Row]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        before = {(row.symbol, row.side) for row in self._held_rows}
        if {(row.symbol, row.side) for row in held} - before:
            self._orders.forget()
            self._ranks.forget()
            if not before:
                self._taker_fee.forget()
        self._held_rows = held
        self.held = frozenset(self.contracts.symbol(row.symbol) for row in held)

    def _products(self) -> list[str]:
        return sorted({self.contracts.of(row.symbol).product for row in self._held_rows})

    # ------------------------------------------------------------------ the single calls

    async def _read_settings(self) -> api.RawSettings:
        try:
            return (await self._client.call(api.UNIFIED_SETTINGS, api.Answer[api.RawSettings])).data
        except api.ClassicAccountError:
            return CLASSIC

    async def _read_balances(self) -> Any:
        if self._unified:
            return (await self._client.call(api.UNIFIED_ASSETS, api.Answer[api.RawAssets])).data
        answers = await side_by_side(
            *(
                self._client.call(api.ACCOUNTS, api.Answer[list[api.RawAccount]], productType=product)
                for product in PRODUCTS
            )
        )
        return [wallet for answer in answers for wallet in answer.data]

    async def _read_rows(self) -> list[Row]:
        if self._unified:
            batches = await side_by_side(*(self._unified_positions(product) for product in PRODUCTS))
            return [unified_row(raw) for batch in batches for raw in batch]
        answers = await side_by_side(
            *(
                self._client.call(api.POSITIONS, api.Answer[list[api.RawPosition]], productType=product)
                for product in PRODUCTS
            )
        )
        return [classic_row(raw) for answer in answers for raw in answer.data]

    async def _unified_positions(self, product: str) -> list[api.RawUnifiedPosition]:
        answer = await self._client.call(
            api.UNIFIED_POSITIONS, api.Answer[api.Listed[api.RawUnifiedPosition]], category=product
        )
        return answer.data.rows or []

    async def _read_listings(self) -> dict[str, Listing]:
        answers = await side_by_side(
            *(
                self._client.call(api.CONTRACTS, api.Answer[list[api.RawContract]], productType=product)
                for product in PRODUCTS
            )
        )
        return read_listings({product: one.data for product, one in zip(PRODUCTS, answers, strict=True)})

    async def _read_discounts(self) -> Discounts:
        if not self._unified:
            return {}
        return read_discounts((await self._client.call(api.UNIFIED_DISCOUNTS, api.Answer[list[api.RawDiscount]])).data)

    async def _read_union_discounts(self) -> Discounts:
        rows = (await self._client.call(api.UNION_DISCOUNTS, api.Answer[list[api.RawUnionDiscount]])).data
        return read_union_discounts(rows)

    async def _read_index(self, coin: str) -> float | None:
        """Return a currency's price in USDT, as its contract's index tells it; None where it has no contract."""
        name = f"{coin}{USDT}"
        if name not in self.contracts.by_id:
            return None
        answer = await self._client.call(
            api.MARK_PRICE, api.Answer[list[api.RawMark]], symbol=name, productType=self.contracts.of(name).product
        )
        return next((price_or_none(row.indexPrice) for row in answer.data if row.symbol == name), None)

    async def _read_taker_fee(self) -> float | None:
        if not self._held_rows:
            return None
        name = self._held_rows[0].symbol or ""
        if self._unified:
            asked = {"symbol": name, "category": self.contracts.of(name).product}
            answer = await self._client.call(api.UNIFIED_FEE_RATE, api.Answer[api.RawFee], **asked)
        else:
            answer = await self._client.call(api.FEE_RATE, api.Answer[api.RawFee], symbol=name, businessType="mix")
        return number(answer.data.takerFeeRate, name, "takerFeeRate")

    async def _read_orders(self) -> list[Any]:
        if self._unified:
            batches = await side_by_side(*(self._strategies(product) for product in self._products()))
        else:
            asks = [(product, plan) for product in self._products() for plan in PLANS]
            batches = await side_by_side(*(self._plans(product, plan) for product, plan in asks))
        return [order for batch in batches for order in batch]

    async def _strategies(self, product: str) -> list[api.RawStrategy]:
        found: list[api.RawStrategy] = []
        cursor = ""
        for _ in range(MOST_PAGES):
            more = {"cursor": cursor} if cursor else {}
            answer = await self._client.call(
                api.UNIFIED_STOPS,
                api.Answer[api.Listed[api.RawStrategy]],
                category=product,
                type="tpsl",
                limit=PAGE,
                **more,
            )
            rows, cursor = answer.data.rows or [], answer.data.cursor or ""
            found.extend(rows)
            if len(rows) < PAGE or not cursor:
                return found
        raise VenueDataError(
            tr("{subject}: more than {count} pages", subject="unfilled-strategy-orders", count=MOST_PAGES)
        )

    async def _plans(self, product: str, plan: str) -> list[api.RawPlan]:
        found: list[api.RawPlan] = []
        last = ""
        for _ in range(MOST_PAGES):
            more = {"idLessThan": last} if last else {}
            answer = await self._client.call(
                api.PLAN_ORDERS,
                api.Answer[api.Entrusted[api.RawPlan]],
                productType=product,
                planType=plan,
                limit=PAGE,
                **more,
            )
            rows, last = answer.data.rows or [], answer.data.endId or ""
            found.extend(rows)
            if len(rows) < PAGE or not last:
                return found
        raise VenueDataError(tr("{subject}: more than {count} pages", subject="orders-plan-pending", count=MOST_PAGES))

    async def _read_ranks(self) -> tuple[api.RawAdlRank, ...]:
        kind = api.Answer[list[api.RawAdlRank]]
        if self._unified:
            return tuple((await self._client.call(api.UNIFIED_ADL_RANK, kind)).data)
        answers = await side_by_side(
            *(self._client.call(api.ADL_RANK, kind, productType=product) for product in self._products())
        )
        return tuple(rank for answer in answers for rank in answer.data)

    async def _read_funding(self, name: str) -> api.RawFunding | None:
        answer = await self._client.call(
            api.FUNDING, api.Answer[list[api.RawFunding]], symbol=name, productType=self.contracts.of(name).product
        )
        return next((row for row in answer.data if row.symbol == name), None)

    async def _read_brackets(self, name: str) -> tuple[Bracket, ...]:
        product = self.contracts.of(name).product
        if self._unified:
            unified = await self._client.call(
                api.UNIFIED_TIERS, api.Answer[list[api.RawUnifiedTier]], category=product, symbol=name
            )
            return read_brackets(unified.data)
        classic = await self._client.call(api.TIERS, api.Answer[list[api.RawTier]], productType=product, symbol=name)
        return read_brackets(classic.data)

    async def _read_ended(self, symbol: str) -> list[Ending]:
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        if self._unified:
            done = await self._client.call(
                api.UNIFIED_HISTORY,
                api.Answer[api.Listed[api.RawDone]],
                category=listing.product,
                symbol=name,
                limit=50,
            )
            found = [read_done(order, listing) for order in done.data.rows or [] if order.symbol == name]
        else:
            past = await self._client.call(
                api.HISTORY, api.Answer[api.Entrusted[api.RawPast]], productType=listing.product, symbol=name, limit=50
            )
            found = [read_past(order, listing) for order in past.data.rows or [] if order.symbol.upper() == name]
        return [one for one in found if one is not None]
