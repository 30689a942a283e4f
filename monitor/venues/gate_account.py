"""One Gate account, read again and again: which calls, how often, and what is remembered.

Each settlement currency has a wallet and positions of its own; one that the user never opened is told by a label. Where
the wallets are part of a unified account, that is read too. Delivery contracts are looked for and refused: they have
wallets of their own, which are not read.
"""

from __future__ import annotations

from typing import Any

from monitor.errors import RateLimitError, VenueDataError, VenueError
from monitor.language import tr
from monitor.model import Account, Bracket, Ending, InsuranceFund, OrderBook, PositionKey, Terms
from monitor.venues import gate_answers as api
from monitor.venues.funds import GATE_DAYS, RawGateFund, gate_fund
from monitor.venues.gate_read import (
    Details,
    Listing,
    open_rows,
    read_brackets,
    read_liquidation,
    read_listings,
    read_trade,
    side_of,
)
from monitor.venues.gate_streams import GateStreams
from monitor.venues.gate_wallets import UNIFIED_MODES, Discounts, read_account, read_discounts
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.order_books import LEVELS, RawBook, day_volume, read_order_book
from monitor.venues.read import candle, number, number_or_none, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Found, Vanished
from monitor.venues.venue import Candle, Client, Streams

SETTLES = ("usdt", "btc")
INTERVALS = ("1m", "5m", "15m", "30m", "1h", "4h", "1d")
PAGE, MOST_PAGES = 100, 20
NEWEST_TRADES = 100


class GateReading:
    """Reads one Gate account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep, keep_each = self._schedule.keep, self._schedule.keep_each
        self.contracts = Contracts(self._schedule, "Gate", self._read_listings, lambda one: one.instrument)
        self._delivery = keep(self._read_delivery, every_ms=MINUTE_MS, good_ms=HOUR_MS)
        self._discounts = keep(self._read_discounts, every_ms=DAY_MS, good_ms=7 * DAY_MS, public="discounts")
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._terms = keep_each(
            self._read_contract, every_ms=30_000, good_ms=5 * MINUTE_MS, at_once=10, public="contract"
        )
        self._brackets = keep_each(
            self._read_brackets, every_ms=DAY_MS, good_ms=3 * DAY_MS, at_once=10, public="brackets"
        )
        self._vanished = Vanished(client, self.contracts.has, each=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[tuple[str, str]] = frozenset()
        self._users: dict[str, str] = {}  # by settlement currency: whose wallet it is
        self.streams: Streams | None = GateStreams(
            client,
            self.contracts,
            lambda: self.held,
            settles=SETTLES,
            user=lambda settle: self._users.get(settle),
            orders_changed=self._orders.forget,
        )

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        answers, _, delivery, _ = await side_by_side(
            side_by_side(*(self._wallet(settle) for settle in SETTLES)),
            self.contracts.need(now_ms),
            self._delivery.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        if delivery:
            raise VenueDataError(
                tr("{delivery}: a delivery contract is open, whose wallet is not read", delivery=delivery[0])
            )
        wallets = {settle: wallet for settle, (wallet, _) in zip(SETTLES, answers, strict=True) if wallet is not None}
        if not wallets:
            raise VenueDataError(tr("{account}: this user has no futures account", account=self._client.config.id))
        rows = [row for _, batch in answers for row in batch]
        unified, discounts = None, None
        if any(wallet.margin_mode in UNIFIED_MODES for wallet in wallets.values()):
            unified, discounts = await side_by_side(
                self._client.call(api.UNIFIED, api.RawUnified), self._discounts.get(now_ms)
            )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = open_rows(rows)
        await self.contracts.know((row.contract or "" for row in held), now_ms)
        self._note(held)
        details, found = await side_by_side(self._details(held, now_ms), self._lost(held, known, now_ms))
        account = read_account(
            account_id=self._client.config.id,
            wallets=wallets,
            unified=unified,
            rows=rows,
            listings=self.contracts.by_id,
            details=details,
            discounts=discounts,
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol, offered=timeframe in INTERVALS)
        rows = await self._client.call(
            api.CANDLES,
            list[dict[str, Any]],
            settle=listing.settle,
            contract=listing.instrument.venue_symbol,
            interval=timeframe,
            limit=limit,
        )
        bars = [[number(row.get("t"), symbol, "t") * 1000, *(row.get(name) for name in "ohlc")] for row in rows]
        return sorted(candle(bar, symbol) for bar in bars)

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(
            api.ORDER_BOOK, RawBook, settle=listing.settle, contract=listing.instrument.venue_symbol, limit=LEVELS
        )
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.bids, answer.asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        rows = await self._client.call(
            api.CANDLES,
            list[dict[str, Any]],
            settle=listing.settle,
            contract=listing.instrument.venue_symbol,
            interval="1d",
            limit=2,
        )
        return day_volume((row.get("t"), row.get("v")) for row in rows)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        rows = await self._client.call(api.INSURANCE, list[RawGateFund], settle="usdt", limit=GATE_DAYS)
        return (gate_fund(rows, "USDT", self._client.clock.now_ms()),)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        instrument = self.contracts.of_symbol(symbol).instrument
        return Terms(instrument=instrument, brackets=await self._read_brackets(instrument.venue_symbol))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        contract = await self._read_contract(self.contracts.of_symbol(symbol).instrument.venue_symbol)
        return price_or_none(contract.mark_price)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ what belongs to positions

    async def _details(self, held: list[api.RawPosition], now_ms: int) -> Details:
        names = sorted({row.contract or "" for row in held})
        orders, contracts, taker_fee, brackets = await side_by_side(
            self._orders.get(now_ms),
            self._terms.get(names, now_ms),
            self._taker_fee.get(now_ms),
            self._brackets.get(names, now_ms),
        )
        return Details(brackets=brackets, orders=orders, contracts=contracts, taker_fee_rate=taker_fee)

    async def _lost(self, held: list[api.RawPosition], known: frozenset[PositionKey], now_ms: int) -> Found:
        here = [(self.contracts.symbol(row.contract), side_of(row)) for row in held]
        return await self._vanished.find(known, here, now_ms)

    def _note(self, held: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.contract or "", side_of(row)) for row in held)
        self.held = frozenset(self.contracts.symbol(name) for name, _ in now)
        if now - self._rows:
            self._orders.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now

    # ------------------------------------------------------------------ the single calls

    async def _wallet(self, settle: str) -> tuple[api.RawAccount | None, list[api.RawPosition]]:
        """Return a wallet and its positions, None and no positions where the user never had one."""
        try:
            wallet, rows = await side_by_side(
                self._client.call(api.ACCOUNT, api.RawAccount, settle=settle), self._positions(settle)
            )
        except api.NoWalletError:
            return None, []
        if wallet.currency is None:
            raise VenueDataError(tr("{settle} account: currency is missing", settle=settle))
        if wallet.user is not None:
            self._users[settle] = str(wallet.user)
        return wallet, rows

    async def _positions(self, settle: str) -> list[api.RawPosition]:
        found: list[api.RawPosition] = []
        for page in range(MOST_PAGES):
            rows = await self._client.call(
                api.POSITIONS,
                list[api.RawPosition],
                settle=settle,
                holding="true",
                limit=PAGE,
                offset=page * PAGE,
            )
            found.extend(rows)
            if len(rows) < PAGE:
                return found
        raise VenueDataError(tr("{subject}: more than {count} pages", subject="positions", count=MOST_PAGES))

    async def _read_delivery(self) -> list[str]:
        """Return the delivery contracts that are open."""
        try:
            rows = await self._client.call(api.DELIVERY_POSITIONS, list[api.RawPosition], settle="usdt")
        except api.NoWalletError:
            return []
        return sorted(row.contract or "" for row in open_rows(rows))

    async def _read_listings(self) -> dict[str, Listing]:
        answers = await side_by_side(
            *(self._client.call(api.CONTRACTS, list[api.RawContract], settle=settle) for settle in SETTLES)
        )
        return read_listings(dict(zip(SETTLES, answers, strict=True)))

    async def _read_discounts(self) -> Discounts:
        return read_discounts(await self._client.call(api.DISCOUNTS, list[Any]))

    async def _read_taker_fee(self) -> float | None:
        if not self._rows:
            return None
        name = min((name for name, _ in self._rows), key=lambda one: (self.contracts.of(one).instrument.inverse, one))
        fees = await self._client.call(
            api.FEES, dict[str, api.RawFee], settle=self.contracts.of(name).settle, contract=name
        )
        return number_or_none(fees[name].taker_fee) if name in fees else None

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        settles = sorted({self.contracts.of(name).settle for name, _ in self._rows})
        batches = await side_by_side(*(self._orders_in(settle) for settle in settles))
        return tuple(order for batch in batches for order in batch)

    async def _orders_in(self, settle: str) -> list[api.RawOrder]:
        found: list[api.RawOrder] = []
        for page in range(MOST_PAGES):
            rows = await self._client.call(
                api.TRIGGER_ORDERS,
                list[api.RawOrder],
                settle=settle,
                status="open",
                limit=PAGE,
                offset=page * PAGE,
            )
            found.extend(rows)
            if len(rows) < PAGE:
                return found
        raise VenueDataError(tr("{subject}: more than {count} pages", subject="price_orders", count=MOST_PAGES))

    async def _read_contract(self, name: str) -> api.RawContract:
        return await self._client.call(
            api.CONTRACT, api.RawContract, settle=self.contracts.of(name).settle, contract=name
        )

    async def _read_brackets(self, name: str) -> tuple[Bracket, ...]:
        tiers = await self._client.call(
            api.TIERS, list[api.RawTier], settle=self.contracts.of(name).settle, contract=name
        )
        return read_brackets(tiers)

    async def _read_ended(self, symbol: str) -> list[Ending]:
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        rows, trades = await side_by_side(
            self._client.call(
                api.LIQUIDATIONS, list[api.RawLiquidation], settle=listing.settle, contract=name, limit=20
            ),
            self._read_trades(listing),
        )
        return [*(read_liquidation(row, listing) for row in rows if row.contract == name), *trades]

    async def _read_trades(self, listing: Listing) -> list[Ending]:
        """What the newest trades closed; none where they cannot be read: it then stays a question."""
        name = listing.instrument.venue_symbol
        try:
            rows = await self._client.call(
                api.TRADES, list[api.RawTrade], settle=listing.settle, contract=name, limit=NEWEST_TRADES
            )
            found = [read_trade(row, listing) for row in rows if row.contract == name]
        except RateLimitError:
            raise
        except VenueError:
            return []
        return [one for one in found if one is not None]
