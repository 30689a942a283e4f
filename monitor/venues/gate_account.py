"""One Gate account, read again and again: which calls, how often, and what is remembered.

Each settlement currency has a wallet and positions of its own; one that the user never opened is told by a label. Where
the wallets are part of a unified account, that is read too. Delivery contracts are looked for and refused: they have
wallets of their own, which are not read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Account, Bracket, Liquidation, PositionKey
from monitor.venues import gate_answers as api
from monitor.venues.gate_read import (
    Details,
    Listing,
    open_rows,
    read_brackets,
    read_liquidation,
    read_listings,
    side_of,
)
from monitor.venues.gate_wallets import UNIFIED_MODES, read_account
from monitor.venues.kept import Kept, side_by_side
from monitor.venues.polled import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    ForcedCloses,
    KeptEach,
    Polled,
    missing_symbols,
)
from monitor.venues.read import candle, number, number_or_none
from monitor.venues.venue import Candle, Client

SETTLES = ("usdt", "btc")
INTERVALS = ("1m", "5m", "15m", "30m", "1h", "4h", "1d")
PAGE, MOST_PAGES = 100, 20


class GateReading(Polled):
    """Reads one Gate account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._listings = Kept(self._read_listings, every_ms=HOUR_MS, good_ms=7 * DAY_MS)
        self._delivery = Kept(self._read_delivery, every_ms=MINUTE_MS, good_ms=HOUR_MS)
        self._clock = Kept(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)
        self._taker_fee = Kept(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = Kept(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._contracts = KeptEach(self._read_contract, every_ms=30_000, good_ms=5 * MINUTE_MS, at_once=10)
        self._brackets = KeptEach(self._read_brackets, every_ms=DAY_MS, good_ms=3 * DAY_MS, at_once=10)
        self._forced = ForcedCloses(self._read_forced)
        self._by_id: dict[str, Listing] = {}
        self._by_symbol: dict[str, Listing] = {}
        self._rows: frozenset[tuple[str, str]] = frozenset()

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        answers, _, delivery, _ = await side_by_side(
            side_by_side(*(self._wallet(settle) for settle in SETTLES)),
            self._listings.need(now_ms),
            self._delivery.get(now_ms),
            self._clock.get(now_ms),
        )
        if delivery:
            raise VenueDataError(f"{delivery[0]}: a delivery contract is open, whose wallet is not read")
        wallets = {settle: wallet for settle, (wallet, _) in zip(SETTLES, answers, strict=True) if wallet is not None}
        if not wallets:
            raise VenueDataError(f"{self._client.config.id}: this user has no futures account")
        rows = [row for _, batch in answers for row in batch]
        unified = None
        if any(wallet.margin_mode in UNIFIED_MODES for wallet in wallets.values()):
            unified = await self._client.call(api.UNIFIED, api.RawUnified)
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = open_rows(rows)
        await self._know_symbols(held, now_ms)
        self._note(held)
        details, liquidations = await side_by_side(self._details(held, now_ms), self._liquidations(held, known, now_ms))
        account = read_account(
            account_id=self._client.config.id,
            wallets=wallets,
            unified=unified,
            rows=rows,
            listings=self._by_id,
            details=details,
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        return replace(
            account,
            liquidations=liquidations,
            latency_ms=latency_ms,
            clock_offset_ms=self._client.offset_ms if self._client.offset_known else None,
        )

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open.

        Raises:
            VenueError: no bars.
        """
        listing = self._by_symbol.get(symbol)
        if listing is None or timeframe not in INTERVALS:
            raise VenueDataError(f"{symbol} {timeframe}: not listed at Gate")
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

    def forget(self) -> None:
        """Read everything again at the next read."""
        for kept in (
            self._listings,
            self._delivery,
            self._clock,
            self._taker_fee,
            self._orders,
            self._contracts,
            self._brackets,
        ):
            kept.forget()

    # ------------------------------------------------------------------ what belongs to positions

    async def _details(self, held: list[api.RawPosition], now_ms: int) -> Details:
        names = sorted({row.contract or "" for row in held})
        orders, contracts, taker_fee, brackets = await side_by_side(
            self._orders.get(now_ms),
            self._contracts.get(names, now_ms),
            self._taker_fee.get(now_ms),
            self._brackets.get(names, now_ms),
        )
        return Details(brackets=brackets, orders=orders, contracts=contracts, taker_fee_rate=taker_fee)

    async def _liquidations(
        self, held: list[api.RawPosition], known: frozenset[PositionKey], now_ms: int
    ) -> tuple[Liquidation, ...]:
        here = {(self._by_id[row.contract or ""].instrument.symbol, side_of(row)) for row in held}
        missing = [symbol for symbol in missing_symbols(known, here) if symbol in self._by_symbol]
        return await self._forced.find(missing, now_ms, self._client.offset_ms)

    async def _know_symbols(self, held: list[api.RawPosition], now_ms: int) -> None:
        """Make sure that every contract is listed: a position of an unknown one is never left out.

        Raises:
            VenueDataError: Gate itself does not list it.
        """
        names = {row.contract or "" for row in held}
        if names <= self._by_id.keys():
            return
        self._listings.forget()
        await self._listings.need(now_ms)
        if unknown := names - self._by_id.keys():
            raise VenueDataError(f"{min(unknown)}: a position of a contract that is not understood")

    def _note(self, held: list[api.RawPosition]) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        now = frozenset((row.contract or "", side_of(row)) for row in held)
        self.held = frozenset(self._by_id[name].instrument.symbol for name, _ in now)
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
            raise VenueDataError(f"{settle} account: currency is missing")
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
        raise VenueDataError(f"positions: more than {MOST_PAGES} pages")

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
        self._by_id = read_listings(dict(zip(SETTLES, answers, strict=True)))
        self._by_symbol = {one.instrument.symbol: one for one in self._by_id.values()}
        return self._by_id

    async def _read_taker_fee(self) -> float | None:
        if not self._rows:
            return None
        name = min((name for name, _ in self._rows), key=lambda one: (self._by_id[one].instrument.inverse, one))
        fees = await self._client.call(api.FEES, dict[str, api.RawFee], settle=self._by_id[name].settle, contract=name)
        return number_or_none(fees[name].taker_fee) if name in fees else None

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        settles = sorted({self._by_id[name].settle for name, _ in self._rows})
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
        raise VenueDataError(f"price_orders: more than {MOST_PAGES} pages")

    async def _read_contract(self, name: str) -> api.RawContract:
        return await self._client.call(api.CONTRACT, api.RawContract, settle=self._by_id[name].settle, contract=name)

    async def _read_brackets(self, name: str) -> tuple[Bracket, ...]:
        tiers = await self._client.call(api.TIERS, list[api.RawTier], settle=self._by_id[name].settle, contract=name)
        return read_brackets(tiers)

    async def _read_forced(self, symbol: str) -> list[Liquidation]:
        listing = self._by_symbol[symbol]
        rows = await self._client.call(
            api.LIQUIDATIONS,
            list[api.RawLiquidation],
            settle=listing.settle,
            contract=listing.instrument.venue_symbol,
            limit=20,
        )
        return [read_liquidation(row, listing) for row in rows if row.contract == listing.instrument.venue_symbol]
