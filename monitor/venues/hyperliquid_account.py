"""One Hyperliquid address, read again and again: which questions, how often, and what is remembered.

The account has a state of its own at the main exchange and at each builder's (HIP-3). The main one and those where
something is held are asked at every read, all others in turn once a minute: a budget of 1,200 per minute and address
has to last for all accounts behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from monitor.errors import KeyRejectedError, VenueDataError
from monitor.language import tr
from monitor.model import Account, Ending, Instrument, InsuranceFund, OrderBook, PositionKey, Side, Terms
from monitor.venues import hyperliquid_answers as api
from monitor.venues.funds import RawVault, hyperliquid_vault, no_fund
from monitor.venues.hyperliquid_read import (
    MAIN,
    Details,
    Market,
    open_rows,
    read_account,
    read_candle,
    read_ending,
    read_market,
    side_of,
)
from monitor.venues.hyperliquid_streams import HyperliquidStreams
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, Kept, side_by_side
from monitor.venues.order_books import day_volume, read_order_book
from monitor.venues.read import number
from monitor.venues.schedule import Schedule
from monitor.venues.vanished import Vanished
from monitor.venues.venue import Candle, Client, Streams

T = TypeVar("T")

MARKS_YOUNG_MS = 900  # one answer holds all marks: those of several contracts are asked for once
ENDED_WITHIN_MS = HOUR_MS  # how far back records of an end are searched
CANDLE_MS = {
    "1m": MINUTE_MS,
    "5m": 5 * MINUTE_MS,
    "15m": 15 * MINUTE_MS,
    "1h": HOUR_MS,
    "4h": 4 * HOUR_MS,
    "1d": DAY_MS,
}


class HyperliquidReading:
    """Reads one address again and again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.held: frozenset[str] = frozenset()
        self._schedule = Schedule(client)
        keep = self._schedule.keep
        self._dexes = keep(self._read_dexes, every_ms=HOUR_MS, good_ms=7 * DAY_MS, public="dexes")
        self._tokens = keep(self._read_tokens, every_ms=DAY_MS, good_ms=7 * DAY_MS, public="tokens")
        self._role = keep(self._read_role, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._mode = keep(self._read_mode, every_ms=10 * MINUTE_MS, good_ms=HOUR_MS)
        self._taker_fee = keep(self._read_taker_fee, every_ms=DAY_MS, good_ms=7 * DAY_MS)
        self._orders = keep(self._read_orders, every_ms=15_000, good_ms=2 * MINUTE_MS)
        self._markets: dict[str, Kept[Market]] = {}
        self._by_symbol: dict[str, tuple[str, Instrument]] = {}  # with the exchange that lists it
        self._now_ms = 0  # of the newest read
        self._quiet = keep(self._read_all_states, every_ms=MINUTE_MS, good_ms=5 * MINUTE_MS)
        self._used: frozenset[str] = frozenset({MAIN})  # exchanges where something is held
        self._coins: frozenset[tuple[str, str]] = frozenset()  # (exchange, its name of the contract)
        self.streams: Streams | None = HyperliquidStreams(
            client, lambda: self._by_symbol, lambda: self.held, orders_changed=self._orders.forget
        )
        self._vanished = Vanished(
            client, lambda symbol: symbol in self._by_symbol, ended=self._read_ended, mark=self.mark_price
        )

    async def read(self, known: frozenset[PositionKey], now_ms: int) -> Account:
        """Return the account as it is now.

        Raises:
            VenueError: it could not be read, or not be believed.
        """
        self._now_ms = now_ms
        role, _ = await side_by_side(self._role.get(now_ms), self._schedule.clock.get(now_ms))
        if role == "agent":
            raise KeyRejectedError(
                tr(
                    "{account}: this is the address of an API wallet, which holds nothing.",
                    account=self._client.config.id,
                ),
                advice=tr("Enter the address of the account itself."),
            )
        everywhere = await self._quiet.need(now_ms)
        self._used = frozenset({MAIN} | {dex for dex, state in everywhere.items() if _is_used(dex, state)})
        used = sorted(self._used)
        fresh = await side_by_side(*(self._read_state(dex) for dex in used))
        marked_ms, latency_ms = self._client.venue_ms(), self._client.latency_ms
        states = dict(zip(used, fresh, strict=True))
        markets = await self._need_markets(states, now_ms)
        here = self._note_rows(states, markets)
        orders, mode, fee, found = await side_by_side(
            self._orders.get(now_ms),
            self._mode.get(now_ms),
            self._taker_fee.get(now_ms),
            self._vanished.find(known, here, now_ms),
        )
        account = read_account(
            account_id=self._client.config.id,
            states=states,
            markets=markets,
            details=Details(orders=orders, taker_fee_rate=fee, mode=mode),
            marked_ms=marked_ms,
            read_ms=self._client.clock.now_ms(),
        )
        self._vanished.note(account.positions)
        return self._schedule.complete(account, found, latency_ms=latency_ms)

    async def candles(self, symbol: str, timeframe: str, limit: int) -> list[Candle]:
        """Return price bars, oldest first; the last is still open, or raise a VenueError."""
        if symbol not in self._by_symbol or timeframe not in CANDLE_MS:
            raise VenueDataError(
                tr("{symbol} {timeframe}: not listed at Hyperliquid", symbol=symbol, timeframe=timeframe)
            )
        _, instrument = self._by_symbol[symbol]
        end_ms = self._client.venue_ms()
        begin_ms = end_ms - limit * CANDLE_MS[timeframe]
        request = {"coin": instrument.venue_symbol, "interval": timeframe, "startTime": begin_ms, "endTime": end_ms}
        rows = await self._ask(api.CANDLES, list[api.RawCandle], req=request)
        return [read_candle(row, symbol) for row in rows][-limit:]

    async def order_book(self, symbol: str) -> OrderBook:
        """Return the resting orders of a contract, or raise a VenueError."""
        if symbol not in self._by_symbol:
            raise VenueDataError(tr("{subject}: not listed at {venue}", subject=symbol, venue="Hyperliquid"))
        _, instrument = self._by_symbol[symbol]
        answer = await self._ask(api.BOOK, api.RawLevels, coin=instrument.venue_symbol)
        now_ms = self._client.clock.now_ms()
        return read_order_book(*answer.levels, symbol, now_ms)

    async def day_volume(self, symbol: str) -> float | None:
        """Return the contracts traded on the last whole day, or raise a VenueError."""
        if symbol not in self._by_symbol:
            raise VenueDataError(tr("{subject}: not listed at {venue}", subject=symbol, venue="Hyperliquid"))
        end_ms = self._client.venue_ms()
        begin_ms = end_ms - 2 * CANDLE_MS["1d"]
        name = self._by_symbol[symbol][1].venue_symbol
        request = {"coin": name, "interval": "1d", "startTime": begin_ms, "endTime": end_ms}
        rows = await self._ask(api.CANDLES, list[api.RawCandle], req=request)
        return day_volume((row.t, row.v) for row in rows)

    async def insurance_funds(self) -> tuple[InsuranceFund, ...]:
        """Return what the venue's insurance fund holds, by currency, or raise a VenueError."""
        if self._client.config.testnet:
            return await no_fund(self._client.config.venue)
        vault = await self._ask(api.VAULT, RawVault, vaultAddress=api.HLP)
        return (hyperliquid_vault(vault, self._client.clock.now_ms()),)

    async def terms(self, symbol: str, *, isolated: bool) -> Terms:
        """Return what the venue requires of a contract, held or not, or raise a VenueError."""
        if symbol not in self._by_symbol:
            raise VenueDataError(tr("{subject}: not listed at {venue}", subject=symbol, venue="Hyperliquid"))
        dex, instrument = self._by_symbol[symbol]
        market = await self._markets[dex].need(self._client.clock.now_ms())
        return Terms(instrument=instrument, brackets=tuple(market.brackets.get(instrument.venue_symbol, ())))

    async def mark_price(self, symbol: str) -> float | None:
        """Return the mark price of a contract, None where it is not told; raises a VenueError."""
        if symbol not in self._by_symbol:
            raise VenueDataError(tr("{symbol}: not listed at Hyperliquid", symbol=symbol))
        dex, instrument = self._by_symbol[symbol]
        return (await self._markets[dex].need_young(self._client.clock.now_ms(), MARKS_YOUNG_MS)).marks.get(
            instrument.venue_symbol
        )

    def forget(self) -> None:
        """Read everything again at the next read."""
        self._schedule.forget()

    # ------------------------------------------------------------------ the single questions

    async def _ask(self, what: str, kind: type[T], **params: Any) -> T:
        return await self._client.call(api.INFO, kind, type=what, **params)

    @property
    def _user(self) -> str:
        return str(self._client.exchange.walletAddress)

    async def _read_state(self, dex: str) -> api.RawState:
        return await self._ask(api.STATE, api.RawState, user=self._user, **_at(dex))

    async def _read_all_states(self) -> dict[str, api.RawState]:
        dexes = [MAIN, *await self._dexes.need(self._now_ms)]
        return dict(zip(dexes, await side_by_side(*(self._read_state(dex) for dex in dexes)), strict=True))

    async def _read_dexes(self) -> list[str]:
        answer = await self._ask(api.DEXES, api.Dexes)
        if not answer:
            raise VenueDataError(tr("{subject}: the list is empty", subject="perpDexs"))
        return [dex.name for dex in answer if dex is not None]

    async def _read_tokens(self) -> dict[int, str]:
        answer = await self._ask(api.SPOT_META, api.RawSpotMeta)
        return {token.index: token.name for token in answer.tokens}

    async def _read_role(self) -> str:
        return (await self._ask(api.ROLE, api.RawRole, user=self._user)).role

    async def _read_mode(self) -> str:
        return (await self._ask(api.MODE, str, user=self._user)).strip('"')  # ccxt hands JSON words on as they came

    async def _read_taker_fee(self) -> float:
        answer = await self._ask(api.FEES, api.RawFees, user=self._user)
        return number(answer.userCrossRate, "userFees", "userCrossRate")

    async def _read_orders(self) -> tuple[api.RawOrder, ...]:
        dexes = sorted({dex for dex, _ in self._coins})
        batches = await side_by_side(
            *(self._ask(api.ORDERS, list[api.RawOrder], user=self._user, **_at(dex)) for dex in dexes)
        )
        return tuple(order for batch in batches for order in batch)

    async def _need_markets(self, states: dict[str, api.RawState], now_ms: int) -> dict[str, Market]:
        """Return the markets of these exchanges, read anew where a position of an unknown contract is held."""
        tokens = await self._tokens.need(now_ms)
        for dex in states:
            if dex not in self._markets:
                self._markets[dex] = self._schedule.keep(
                    self._market_reader(dex, tokens), every_ms=MINUTE_MS, good_ms=HOUR_MS, public=f"market {dex}"
                )
        found = {dex: await self._markets[dex].need(now_ms) for dex in states}
        for dex, state in states.items():
            if any(row.coin not in found[dex].instruments for row in open_rows(state, dex or "account")):
                found[dex] = await self._markets[dex].need_new(now_ms)
            self._by_symbol |= {one.symbol: (dex, one) for one in found[dex].instruments.values()}
        return found

    def _market_reader(self, dex: str, tokens: dict[int, str]) -> Any:
        async def read() -> Market:
            return read_market(await self._ask(api.META, cast(type[api.Meta], api.Meta), **_at(dex)), dex, tokens)

        return read

    def _note_rows(self, states: dict[str, api.RawState], markets: dict[str, Market]) -> set[tuple[str, Side]]:
        """Remember which positions are open, and return them; the orders of a new one are read now."""
        rows = [(dex, row) for dex, state in states.items() for row in open_rows(state, dex or "account")]
        coins = frozenset((dex, row.coin or "") for dex, row in rows)
        if coins - self._coins:
            self._orders.forget()
        self._coins = coins
        listed = [(markets[dex].instruments.get(row.coin or ""), row) for dex, row in rows]
        here = {(one.symbol, side_of(row)) for one, row in listed if one is not None}
        self.held = frozenset(symbol for symbol, _ in here)
        return here

    async def _read_ended(self, symbols: Sequence[str]) -> list[Ending]:
        names = {self._by_symbol[symbol][1].venue_symbol: symbol for symbol in symbols}
        since_ms = self._client.venue_ms() - ENDED_WITHIN_MS
        fills = await self._ask(api.FILLS, list[api.RawFill], user=self._user, startTime=since_ms)
        found = (read_ending(fill, names[fill.coin], self._user) for fill in fills if fill.coin in names)
        return [one for one in found if one is not None]


def _at(dex: str) -> dict[str, str]:
    return {"dex": dex} if dex else {}


def _is_used(dex: str, state: api.RawState) -> bool:
    """Whether an account holds anything at an exchange.

    Raises:
        VenueDataError: it is not told.
    """
    if open_rows(state, dex or "account"):
        return True
    summary = state.marginSummary
    return number(summary.accountValue if summary is not None else None, dex or "account", "accountValue") != 0
