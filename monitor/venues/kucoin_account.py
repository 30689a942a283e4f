"""One classic KuCoin futures account, read again and again: which calls, how often, and what is remembered.

One `positions` answers for all currencies; each currency has a wallet of its own and a call of its own. Wallets that
were empty are looked at once a minute, those in use each time. A unified account is refused by its mode: the classic
endpoints might call it empty.
"""

from __future__ import annotations

from typing import Any

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Ending, InsuranceFund, OrderBook, PositionKey, PositionMode, Terms
from monitor.venues import kucoin_answers as api
from monitor.venues.funds import no_fund
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, side_by_side
from monitor.venues.kucoin_read import (
    Details,
    Listing,
    open_rows,
    read_account,
    read_ending,
    read_listings,
    read_terms,
    refuse_unpublished,
    side_of,
)
from monitor.venues.kucoin_streams import KucoinStreams
from monitor.venues.order_books import RawBook, day_volume, read_order_book
from monitor.venues.read import candle, number, number_or_none, price_or_none
from monitor.venues.schedule import Contracts, Schedule
from monitor.venues.vanished import Found, Vanished
from monitor.venues.venue import Candle, Client, Streams

MINUTES = {"1m": 1, "5m": 5, "15m": 15, "30m": 30, "1h": 60, "4h": 240, "1d": 1440}
PAGE, MOST_PAGES = 50, 20


class KucoinReading:
    """Reads one KuCoin futures account again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep, keep_each = self._schedule.keep, self._schedule.keep_each
        self.contracts = Contracts(self._schedule, "KuCoin", self._read_listings, lambda one: one.instrument)
        self._account_mode = keep(self._read_account_mode, every_ms=10 * MINUTE_MS, good_ms=HOUR_MS)
        self._position_mode = keep(self._read_position_mode, every_ms=MINUTE_MS, good_ms=HOUR_MS)
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=10_000, good_ms=MINUTE_MS)
        self._terms = keep_each(
            self._read_contract, every_ms=30_000, good_ms=5 * MINUTE_MS, at_once=10, public="contract"
        )
        self.streams: Streams | None = KucoinStreams(
            client, self.contracts, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(client, self.contracts.has, each=self._read_ended, mark=self.mark_price)
        self._rows: frozenset[tuple[str, str]] = frozenset()
        self._wallets: dict[str, api.RawOverview] = {}
        self._sweep_ms = 0  # when all wallets are due again

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        await self.contracts.need(now_ms)
        answer, wallets, mode, position_mode, _ = await side_by_side(
            self._client.call(api.POSITIONS, api.Answer[list[api.RawPosition]]),
            self._read_wallets(self._due_wallets(now_ms)),
            self._account_mode.need(now_ms),
            self._position_mode.get(now_ms),
            self._schedule.clock.get(now_ms),
        )
        if mode != "CLASSIC":
            raise VenueDataError(
                tr(
                    "{account}: a {mode} account; KuCoin's classic futures account can be read",
                    account=self._client.config.id,
                    mode=mode.lower(),
                )
            )
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        held = open_rows(answer.data)
        await self.contracts.know((row.symbol or "" for row in held), now_ms)
        settles = {self.contracts.of(row.symbol).wallet for row in held}
        wallets |= await self._read_wallets(settles - wallets.keys())
        self._wallets |= wallets
        self._note(held, now_ms)
        details, found = await side_by_side(self._details(held, position_mode, now_ms), self._lost(held, known, now_ms))
        account = read_account(
            account_id=self._client.config.id,
            wallets=self._wallets,
            rows=answer.data,
            listings=self.contracts.by_id,
            details=details,
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol, offered=timeframe in MINUTES)
        length_ms = MINUTES[timeframe] * MINUTE_MS
        answer = await self._client.call(
            api.CANDLES,
            api.Answer[list[list[Any]]],
            symbol=listing.instrument.venue_symbol,
            granularity=MINUTES[timeframe],
            **{"from": self._client.venue_ms() - limit * length_ms},
        )
        return sorted(candle(row, symbol) for row in answer.data)[-limit:]

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        answer = await self._client.call(api.DEPTH, api.Answer[RawBook], symbol=listing.instrument.venue_symbol)
        now_ms = self._client.clock.now_ms()
        return read_order_book(answer.data.bids, answer.data.asks, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        name = self.contracts.of_symbol(symbol).instrument.venue_symbol
        answer = await self._client.call(
            api.CANDLES,
            api.Answer[list[list[Any]]],
            symbol=name,
            granularity=MINUTES["1d"],
            **{"from": self._client.venue_ms() - 2 * MINUTES["1d"] * MINUTE_MS},
        )
        return day_volume((row[0], row[5]) for row in answer.data if len(row) > 5)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        return await no_fund(self._client.config.venue)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        listing = self.contracts.of_symbol(symbol)
        refuse_unpublished(listing, isolated=isolated)
        answer = await self._client.call(
            api.TIERS, api.Answer[list[api.RawTier]], symbol=listing.instrument.venue_symbol
        )
        return read_terms(answer.data, listing)

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        contract = await self._read_contract(self.contracts.of_symbol(symbol).instrument.venue_symbol)
        return price_or_none(contract.markPrice)

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._sweep_ms = 0
        self._schedule.forget()

    # ------------------------------------------------------------------ wallets

    def _due_wallets(self, now_ms: int) -> set[str]:
        """Return the currencies to ask for: those in use, and once a minute all that contracts settle in."""
        if now_ms >= self._sweep_ms:
            return {listing.wallet for listing in self.contracts.by_id.values()}
        used = {name for name, wallet in self._wallets.items() if number_or_none(wallet.accountEquity)}
        return used | {self.contracts.of(name).wallet for name, _ in self._rows}

    async def _read_wallets(self, names: set[str]) -> dict[str, api.RawOverview]:
        ordered = sorted(names)
        answers = await side_by_side(
            *(self._client.call(api.OVERVIEW, api.Answer[api.RawOverview], currency=name) for name in ordered)
        )
        found = {name: answer.data for name, answer in zip(ordered, answers, strict=True)}
        for name, wallet in found.items():
            if wallet.currency != name:
                raise VenueDataError(
                    tr(
                        "{subject}: {field} is {value!r}",
                        subject=f"account-overview {name}",
                        field="currency",
                        value=str(wallet.currency)[:40],
                    )
                )
        return found

    # ------------------------------------------------------------------ what belongs to positions

    async def _details(self, held: list[api.RawPosition], position_mode: PositionMode | None, now_ms: int) -> Details:
        orders, contracts, taker_fee = await side_by_side(
            self._orders.get(now_ms),
            self._terms.get((row.symbol or "" for row in held), now_ms),
            self._taker_fee.get(now_ms),
        )
        return Details(contracts=contracts, orders=orders, position_mode=position_mode, taker_fee_rate=taker_fee)

    async def _lost(self, held: list[api.RawPosition], known: frozenset[PositionKey], now_ms: int) -> Found:
        here = [(self.contracts.symbol(row.symbol), side_of(row)) for row in held]
        return await self._vanished.find(known, here, now_ms)

    def _note(self, held: list[api.RawPosition], now_ms: int) -> None:
        """Remember which positions are open; what belongs to a new one is read now."""
        if now_ms >= self._sweep_ms:
            self._sweep_ms = now_ms + MINUTE_MS
        now = frozenset((row.symbol or "", side_of(row)) for row in held)
        self.held = frozenset(self.contracts.symbol(name) for name, _ in now)
        if now - self._rows:
            self._orders.forget()
            if not self._rows:
                self._taker_fee.forget()
        self._rows = now

    # ------------------------------------------------------------------ the single calls

    async def _read_listings(self) -> dict[str, Listing]:
        answer = await self._client.call(api.CONTRACTS, api.Answer[list[api.RawContract]])
        return read_listings(answer.data)

    async def _read_account_mode(self) -> str:
        return (await self._client.call(api.ACCOUNT_MODE, api.Answer[api.RawAccountMode])).data.selfAccountMode

    async def _read_position_mode(self) -> PositionMode | None:
        answer = await self._client.call(api.POSITION_MODE, api.Answer[api.RawPositionMode])
        mode = number_or_none(answer.data.positionMode)
        return None if mode is None else "hedge" if mode == 1 else "one_way"

    async def _read_taker_fee(self) -> float | None:
        if not self._rows:
            return None
        name = min((name for name, _ in self._rows), key=lambda one: (self.contracts.of(one).instrument.inverse, one))
        answer = await self._client.call(api.FEES, api.Answer[api.RawFees], symbol=name)
        return number(answer.data.takerFeeRate, name, "takerFeeRate")

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        if not self._rows:
            return ()
        found: list[api.RawOrder] = []
        for page in range(1, MOST_PAGES + 1):
            answer = await self._client.call(
                api.STOP_ORDERS, api.Answer[api.Page[api.RawOrder]], currentPage=page, pageSize=PAGE
            )
            found.extend(answer.data.items)
            if page >= answer.data.totalPage:
                return tuple(found)
        raise VenueDataError(tr("{subject}: more than {count} pages", subject="stopOrders", count=MOST_PAGES))

    async def _read_contract(self, name: str) -> api.RawContract:
        return (await self._client.call(api.CONTRACT, api.Answer[api.RawContract], symbol=name)).data

    async def _read_ended(self, symbol: str) -> list[Ending]:
        listing = self.contracts.of_symbol(symbol)
        name = listing.instrument.venue_symbol
        answer = await self._client.call(api.FILLS, api.Answer[api.Page[api.RawFill]], symbol=name, pageSize=PAGE)
        found = (read_ending(fill, listing) for fill in answer.data.items if fill.symbol == name)
        return [one for one in found if one is not None]
