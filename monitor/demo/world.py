"""The exchange itself: the market, the accounts on it, and what happens as market time passes.

No sockets, no tasks: `advance` moves time and everything that falls into it happens, second by second of market time.
Accounts of all venues live over one market, each by its own venue's rules; how they are told of is the faces'.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from monitor.demo import margin
from monitor.demo.account import Account, open_account
from monitor.demo.bridge import FloatArray
from monitor.demo.candles import Candles
from monitor.demo.desk import Desk
from monitor.demo.due import first_due
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.news import MarginCalled, News
from monitor.demo.position import Position, PositionKey
from monitor.demo.rules import Rules
from monitor.demo.scenario import HOUR_MS
from monitor.demo.specs import AccountSpec, Side
from monitor.demo.venues import RULES

SECOND_MS = 1000
MARGIN_CALL_RATIO = 0.8  # venues do not tell when they call; a choice
MARGIN_CALL_CLEAR = 0.7
KEPT_EVENTS = 4096


class Refusal(Exception):
    """The exchange does not do what was asked; the text says why, in one sentence."""


def wall_ms() -> int:
    """Return the wall clock, ms UTC."""
    return time.time_ns() // 1_000_000


class World:
    """A market with accounts. Wall times in its answers come from `clock`."""

    def __init__(
        self,
        market: Market,
        accounts: Iterable[AccountSpec],
        *,
        speed: float = 30.0,
        clock: Callable[[], int] = wall_ms,
    ) -> None:
        self.market = market
        self.candles = Candles(market)
        self.clock = clock
        self.skew_ms = 0  # how far the exchange's clock is off, for tests
        self.speed = speed
        self.paused = False
        self.events: deque[tuple[str, News]] = deque(maxlen=KEPT_EVENTS)
        self.desk = Desk(market, self.now_ms, lambda label, news: self.events.append((label, news)))
        self.accounts: dict[str, Account] = {}
        self._rules: dict[str, Rules] = {}
        for spec in accounts:
            self.open_account(spec)

    def open_account(self, spec: AccountSpec) -> Account:
        """Add an account as its spec describes it.

        Raises:
            ValueError: the label is taken or the spec does not fit the market.
        """
        if spec.label in self.accounts:
            raise ValueError(f'There is already an account "{spec.label}".')
        first = 4_000_000 + 1000 * len(self.accounts)
        account = open_account(spec, self.rules(spec.venue), self.marks(), self.now_ms(), first)
        self.accounts[spec.label] = account
        return account

    def rules(self, venue: str) -> Rules:
        """Return a venue's rules over this market.

        Raises:
            ValueError: the demo exchange does not know the venue.
        """
        if venue not in RULES:
            raise ValueError(f'The demo exchange has no venue "{venue}"; known are {", ".join(RULES)}.')
        if venue not in self._rules:
            self._rules[venue] = RULES[venue](self.market)
        return self._rules[venue]

    def now_ms(self) -> int:
        """Return the exchange's wall clock, ms UTC."""
        return self.clock() + self.skew_ms

    def marks(self) -> dict[str, float]:
        """Return every symbol's mark now [USDT]."""
        prices = self.market.marks().tolist()
        return dict(zip(self.market.by_name, prices, strict=True))

    # ------------------------------------------------------------ time

    def advance(self, market_ms: int) -> None:
        """Let market time pass; stops, liquidations and funding happen in the second they are due."""
        target = self.market.now_ms + market_ms
        while self.market.now_ms < target:
            first = (self.market.now_ms // SECOND_MS + 1) * SECOND_MS
            if first > target:
                self.market.now_ms = target
                break
            if first % HOUR_MS == 0:
                self._settle_funding(first)
            end = min(target, (first // HOUR_MS + 1) * HOUR_MS - 1)
            self._pass(first, end)
        self._call_margins()

    def jump_to(self, market_ms: int) -> None:
        """Move forward to a market time; what would have happened on the way happens."""
        self.advance(max(0, market_ms - self.market.now_ms))

    def settle(self) -> None:
        """Judge all accounts at the present marks, as after a price that was set."""
        marks = self.marks()
        for account in self.accounts.values():
            self._act(account, marks)
        self._call_margins()

    def _pass(self, first: int, end: int) -> None:
        """Let the seconds from `first` to `end` pass, all in one hour."""
        prices = self.market.marks_between(first, end)
        row = 0
        while row < len(prices):
            hits = [first_due(account, prices[row:]) for account in self.accounts.values()]
            due = min((hit for hit in hits if hit is not None), default=None)
            if due is None:
                break
            row += due
            self.market.now_ms = first + row * SECOND_MS
            self.settle_at(prices[row])
            row += 1
        self.market.now_ms = end

    def settle_at(self, prices: FloatArray) -> None:
        """Judge all accounts at these marks (n,)."""
        marks = dict(zip(self.market.by_name, prices.tolist(), strict=True))
        for account in self.accounts.values():
            self._act(account, marks)

    def _act(self, account: Account, marks: Mapping[str, float]) -> None:
        """Liquidate what no longer stands, then fill what the marks have hit.

        A mark that jumps over a stop and the liquidation price at once is a liquidation: nobody fills a stop there.
        """
        self._liquidate_due(account, marks)
        for order in sorted(account.orders.values(), key=lambda order: order.id):
            if order.id in account.orders and order.is_hit(marks[order.symbol]):
                self.desk.fill_order(account, order, marks[order.symbol])
                self._liquidate_due(account, marks)

    def _liquidate_due(self, account: Account, marks: Mapping[str, float]) -> None:
        while True:
            due = (pool for pool in margin.pools(account) if pool.requirement(marks) >= pool.balance(marks))
            pool = next(due, None)
            if pool is None:
                return
            self.desk.liquidate(account, pool, marks)

    def _settle_funding(self, at_ms: int) -> None:
        """Settle where it is time: each venue has its own interval, and pays its part of the market's rate."""
        due = [account for account in self.accounts.values() if at_ms % account.rules.funding_ms == 0]
        if not due:
            return
        self.market.now_ms = at_ms - 1
        rates = {symbol.name: self.market.funding_rate(symbol.index) for symbol in self.market.symbols}
        marks = dict(zip(self.market.by_name, self.market.marks(at_ms).tolist(), strict=True))
        for account in due:
            share = account.rules.funding_ms / FUNDING_MS
            self.desk.settle_funding(account, marks, {name: rate * share for name, rate in rates.items()})

    def _call_margins(self) -> None:
        marks = self.marks()
        for account in self.accounts.values():
            for pool in margin.pools(account):
                balance = pool.balance(marks)
                ratio = pool.requirement(marks) / balance if balance > 0 else np.inf
                if ratio < MARGIN_CALL_CLEAR:
                    account.warned.discard(pool.id)
                elif ratio >= MARGIN_CALL_RATIO and pool.id not in account.warned:
                    account.warned.add(pool.id)
                    self.events.append((account.label, MarginCalled(pool=pool, marks=marks, at_ms=self.now_ms())))

    # ------------------------------------------------------------ what the panel and tests may do

    def add_margin(self, label: str, symbol: str, side: Side, amount: float) -> None:
        """Put money behind a position: an isolated one gets it from the account, a cross pool from outside.

        Raises:
            Refusal: no such position, not a positive amount, or more than the account has free.
        """
        account, position = self._find(label, symbol, side)
        if amount <= 0:
            raise Refusal(f"The amount must be above zero, not {amount}.")
        if not position.isolated:
            self.desk.deposit(account, amount)
            return
        free = margin.available(account, self.marks())
        if amount > free:
            raise Refusal(f"{label} has only {free:,.2f} USDT free.")
        self.desk.move_margin(account, position, amount, self.marks()[symbol])

    def reduce(self, label: str, symbol: str, side: Side, fraction: float) -> None:
        """Close a fraction of a position at the mark.

        Raises:
            Refusal: no such position, or not a fraction in (0, 1].
        """
        account, position = self._find(label, symbol, side)
        if not 0 < fraction <= 1:
            raise Refusal(f"The fraction must be above 0 and at most 1, not {fraction}.")
        contract = account.rules.symbols[symbol]
        size = round(abs(position.size) * fraction, contract.step_digits) if fraction < 1 else abs(position.size)
        size = max(size, contract.step)
        signed = -size if position.size > 0 else size
        self.desk.trade(account, position.key, signed, self.marks()[symbol], kind="MARKET", client_id="demo-reduce")

    def open_position(
        self, label: str, symbol: str, side: Side, size: float, *, isolated: bool = False, leverage: int | None = None
    ) -> None:
        """Open or increase a position at the mark.

        Raises:
            Refusal: no such account or symbol, or no size.
        """
        account = self._account(label)
        if symbol not in self.market.by_name:
            raise Refusal(f"The demo exchange does not list {symbol}.")
        if size <= 0:
            raise Refusal(f"The size must be above zero, not {size}.")
        held = {position.isolated for position in account.positions.values()}
        if account.rules.one_margin_mode and held - {isolated}:
            raise Refusal(f"All positions of {label} are {'cross' if isolated else 'isolated'}.")
        key = (symbol, account.position_side(side))
        if key not in account.positions:
            (account.isolated_symbols.add if isolated else account.isolated_symbols.discard)(symbol)
            account.leverages[symbol] = leverage or account.leverages.get(symbol, 20)
        signed = size if side == "long" else -size
        self.desk.trade(account, key, signed, self.marks()[symbol], kind="MARKET", client_id="demo-open")

    def deposit(self, label: str, amount: float) -> None:
        """Add money to (or take it from) an account's futures wallet.

        Raises:
            Refusal: no such account, or it would leave the wallet below zero.
        """
        account = self._account(label)
        if account.wallet + amount < 0:
            raise Refusal(f"{label} has only {account.wallet:,.2f} USDT in its wallet.")
        self.desk.deposit(account, amount)
        self.settle()

    def set_price(self, symbol: str, price: float, *, hold: bool = False) -> None:
        """Move a symbol's price and let the exchange judge all accounts at it.

        Raises:
            Refusal: no such symbol, or not a positive price.
        """
        if symbol not in self.market.by_name:
            raise Refusal(f"The demo exchange does not list {symbol}.")
        if price <= 0:
            raise Refusal(f"The price must be above zero, not {price}.")
        self.market.set_price(symbol, price, hold=hold)
        self.settle()

    def _account(self, label: str) -> Account:
        try:
            return self.accounts[label]
        except KeyError:
            raise Refusal(f'The demo exchange has no account "{label}".') from None

    def _find(self, label: str, symbol: str, side: Side) -> tuple[Account, Position]:
        account = self._account(label)
        key: PositionKey = (symbol, account.position_side(side))
        position = account.positions.get(key)
        if position is None or (position.size > 0) != (side == "long"):
            raise Refusal(f"{label} has no {side} position in {symbol}.")
        return account, position

    def funding_due_ms(self) -> int:
        """Return the wall time at which the next funding will come at the present speed, ms UTC."""
        return self.now_ms() + round((self.market.next_funding_ms() - self.market.now_ms) / self.speed)
