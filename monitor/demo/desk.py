"""What changes an account: trades, order fills, funding, margin moves and liquidation.

Money is USDT. Every change is told on the account's streams and kept in its records.
A liquidation closes the whole pool at once; venues go in steps where positions are large.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from monitor.demo.account import MONEY_DIGITS, Account, printable
from monitor.demo.margin import Pool
from monitor.demo.market import Market
from monitor.demo.news import AccountChanged, Filled, News, OrderChanged
from monitor.demo.position import Order, Position, PositionKey
from monitor.demo.records import Fill, Income

KEPT_RECORDS = 1000  # of each kind


class Desk:
    """Books what happens on the exchange at the market's present second."""

    def __init__(self, market: Market, clock: Callable[[], int], emit: Callable[[str, News], None]) -> None:
        self._market = market
        self._clock = clock
        self._emit = emit
        self._last_id = 8_000_000

    def next_id(self) -> int:
        """Return a number that was not used before."""
        self._last_id += 1
        return self._last_id

    # ------------------------------------------------------------ trades

    def trade(
        self, account: Account, key: PositionKey, signed_size: float, mark: float, *, kind: str, client_id: str
    ) -> Fill:
        """Trade at `mark`: open, increase, reduce, close or turn a position; book profit and fee."""
        fee = account.rules.taker_fee
        fill, touched = self._execute(account, key, signed_size, mark, kind=kind, client_id=client_id, fee=fee)
        self._tell_trade(account, fill, touched, mark, reason="ORDER")
        return fill

    def _execute(
        self,
        account: Account,
        key: PositionKey,
        signed_size: float,
        mark: float,
        *,
        kind: str,
        client_id: str,
        fee: float,
    ) -> tuple[Fill, Position]:
        symbol, position_side = key
        contract = account.rules.symbols[symbol]
        now = self._clock()
        before = account.positions.get(key) or Position(
            symbol=symbol,
            position_side=position_side,
            size=0.0,
            entry=mark,
            isolated=symbol in account.isolated_symbols,
            isolated_wallet=0.0,
            leverage=account.leverages.get(symbol, 20),
            update_ms=now,
        )
        closed = 0.0
        if before.size * signed_size < 0:
            closed = min(abs(signed_size), abs(before.size))
        realized = closed * (mark - before.entry) * (1 if before.size > 0 else -1)
        cost = abs(signed_size) * mark * fee
        after = _resized(before, round(before.size + signed_size, contract.step_digits), signed_size, mark, now)
        self._book(account, before, after, realized, cost, mark)
        fill = Fill(
            order_id=self.next_id(),
            client_id=client_id,
            symbol=symbol,
            position_side=position_side,
            side="BUY" if signed_size > 0 else "SELL",
            kind=kind,
            size=abs(signed_size),
            price=mark,
            realized=realized,
            fee=cost,
            reduce_only=closed >= abs(signed_size) - contract.step / 2,
            trade_id=self.next_id(),
            at_ms=now,
        )
        self._record_trade(account, fill)
        return fill, account.positions.get(key) or replace(after, size=0.0, isolated_wallet=0.0)

    def _book(
        self, account: Account, before: Position, after: Position, realized: float, cost: float, mark: float
    ) -> None:
        """Move money between the wallets and store the position."""
        result = realized - cost
        if not before.isolated:
            account.wallet = round(account.wallet + result, MONEY_DIGITS)
            account.put(after)
            return
        needed = account.rules.isolated_margin(after) if after.size else 0.0
        if before.size == 0:
            kept = needed
        elif abs(after.size) > abs(before.size):
            added = replace(after, size=after.size - before.size, entry=mark)
            kept = before.isolated_wallet + account.rules.isolated_margin(added)
        elif before.size * after.size > 0:
            kept = before.isolated_wallet * abs(after.size) / abs(before.size)
        else:
            kept = needed
        released = before.isolated_wallet - kept + result
        if released < 0 and kept > 0 and abs(after.size) < abs(before.size):
            kept, released = kept + released, 0.0  # the loss of the closed part is the isolated wallet's own
        account.wallet = round(account.wallet + released, MONEY_DIGITS)
        account.put(replace(after, isolated_wallet=round(kept, MONEY_DIGITS)))

    def _tell_trade(self, account: Account, fill: Fill, touched: Position, mark: float, *, reason: str) -> None:
        change = fill.realized - fill.fee
        self._emit(account.label, Filled(fill=fill))
        self._tell(account, [touched], {fill.symbol: mark}, reason=reason, change=change)

    def _tell(
        self, account: Account, touched: list[Position], marks: Mapping[str, float], *, reason: str, change: float
    ) -> None:
        account.updated_ms = self._clock()
        changed = AccountChanged(
            reason=reason,
            change=change,
            wallet=account.wallet,
            wallet_balance=account.wallet_balance(),
            touched=tuple(touched),
            marks=marks,
            at_ms=account.updated_ms,
        )
        self._emit(account.label, changed)

    # ------------------------------------------------------------ orders

    def fill_order(self, account: Account, order: Order, mark: float) -> None:
        """Execute an order that the mark has hit; a reduce-only one without a position expires."""
        account.orders.pop(order.id, None)
        position = account.positions.get((order.symbol, order.position_side))
        size = self._executable(order, position)
        if not size:
            self._tell_order(account, order, "EXPIRED")
            return
        if order.kind != "LIMIT":
            for status in ("TRIGGERED", "FINISHED"):
                self._tell_order(account, order, status)
        at = order.price if order.kind == "LIMIT" and order.price is not None else mark
        kind = "LIMIT" if order.kind == "LIMIT" else "MARKET"
        self.trade(account, (order.symbol, order.position_side), size, at, kind=kind, client_id=f"demo-{order.id}")

    def _executable(self, order: Order, position: Position | None) -> float:
        """The signed size that an order trades, 0 where it has nothing to do."""
        sign = 1 if order.side == "BUY" else -1
        held = position.size if position is not None else 0.0
        if not order.reduce_only and order.size is not None:
            return sign * order.size
        if held * sign >= 0:
            return 0.0
        return sign * min(abs(held), abs(held) if order.size is None else order.size)

    def cancel(self, account: Account, order: Order) -> None:
        """Take a resting order away."""
        account.orders.pop(order.id, None)
        self._tell_order(account, order, "CANCELED")

    def _tell_order(self, account: Account, order: Order, status: str) -> None:
        self._emit(account.label, OrderChanged(order=order, status=status, at_ms=self._clock()))

    # ------------------------------------------------------------ wallets

    def deposit(self, account: Account, amount: float) -> None:
        """Add money to the futures wallet (or take it, when negative)."""
        account.wallet = round(account.wallet + amount, MONEY_DIGITS)
        self._record_income(account, "", "TRANSFER", amount)
        reason = "DEPOSIT" if amount >= 0 else "WITHDRAW"
        self._tell(account, [], {}, reason=reason, change=amount)

    def move_margin(self, account: Account, position: Position, amount: float, mark: float) -> None:
        """Move money from the cross wallet into an isolated position's wallet."""
        account.wallet = round(account.wallet - amount, MONEY_DIGITS)
        wallet = round(position.isolated_wallet + amount, MONEY_DIGITS)
        after = replace(position, isolated_wallet=wallet, update_ms=self._clock())
        account.put(after)
        self._tell(account, [after], {position.symbol: mark}, reason="MARGIN_TRANSFER", change=0.0)

    def settle_funding(self, account: Account, marks: Mapping[str, float], rates: Mapping[str, float]) -> None:
        """Pay or receive funding on every position, from the wallet that backs it."""
        paid: list[Position] = []
        total = 0.0
        for position in list(account.positions.values()):
            amount = round(-position.size * marks[position.symbol] * rates[position.symbol], MONEY_DIGITS)
            if position.isolated:
                wallet = round(position.isolated_wallet + amount, MONEY_DIGITS)
                account.put(replace(position, isolated_wallet=wallet))
            else:
                account.wallet = round(account.wallet + amount, MONEY_DIGITS)
                total += amount
            paid.append(account.positions[position.key])
            self._record_income(account, position.symbol, "FUNDING_FEE", amount)
        if paid:
            self._tell(account, paid, marks, reason="FUNDING_FEE", change=total)

    # ------------------------------------------------------------ liquidation

    def liquidate(self, account: Account, pool: Pool, marks: Mapping[str, float]) -> None:
        """Cancel the pool's orders, close its positions at the mark, and settle with the insurance fund."""
        rules = account.rules
        by_backstop = rules.backstop > 0 and pool.balance(marks) < rules.backstop * pool.requirement(marks)
        for order in [order for order in account.orders.values() if _belongs(order, account, pool)]:
            self.cancel(account, order)
        closed = []
        fills = []
        for position in pool.positions:
            mark = marks[position.symbol]
            fill, gone = self._execute(
                account,
                position.key,
                -position.size,
                mark,
                kind="BACKSTOP" if by_backstop else "LIQUIDATION",
                client_id=f"autoclose-{self._clock()}{self.next_id()}",
                fee=0.0,
            )
            closed.append(gone)
            fills.append(fill)
        self._settle_with_fund(account, pool, fills, 1.0 if by_backstop else rules.liquidation_fee)
        for fill in fills:
            account.forced.append(fill)
            self._emit(account.label, Filled(fill=fill))
        del account.forced[:-KEPT_RECORDS]
        account.warned.discard(pool.id)
        change = sum(fill.realized for fill in fills)
        self._tell(account, closed, marks, reason="ORDER", change=change)

    def _settle_with_fund(self, account: Account, pool: Pool, fills: list[Fill], fee: float) -> None:
        """Charge the clearance fee from what the pool has left; the fund pays what it lacks."""
        left = pool.wallet + sum(fill.realized for fill in fills)
        notional = sum(fill.size * fill.price for fill in fills)
        charge = round(min(left, notional * fee), MONEY_DIGITS)  # negative: the fund pays
        rest = left - charge if pool.id == "cross" else account.wallet - charge
        account.wallet = max(0.0, round(rest, MONEY_DIGITS)) if pool.id == "cross" else round(rest, MONEY_DIGITS)
        self._market.insurance_fund += charge
        self._record_income(account, fills[0].symbol if len(fills) == 1 else "", "INSURANCE_CLEAR", -charge)

    # ------------------------------------------------------------ records

    def _record_trade(self, account: Account, fill: Fill) -> None:
        if fill.realized:
            self._record_income(account, fill.symbol, "REALIZED_PNL", fill.realized, trade_id=fill.trade_id)
        if fill.fee:
            self._record_income(account, fill.symbol, "COMMISSION", -fill.fee, trade_id=fill.trade_id)
        account.trades.append(fill)
        del account.trades[:-KEPT_RECORDS]

    def _record_income(self, account: Account, symbol: str, kind: str, amount: float, *, trade_id: int = 0) -> None:
        number = self.next_id()
        account.income.append(
            Income(id=number, symbol=symbol, kind=kind, amount=amount, trade_id=trade_id, at_ms=self._clock())
        )
        del account.income[:-KEPT_RECORDS]


def _resized(before: Position, size: float, signed_size: float, mark: float, now_ms: int) -> Position:
    """The position after a trade, its wallet not yet settled."""
    if before.size * signed_size >= 0:  # opened or increased
        total = abs(before.size) + abs(signed_size)
        entry = (abs(before.size) * before.entry + abs(signed_size) * mark) / total
    else:
        entry = before.entry if before.size * size > 0 else mark
    return replace(before, size=size, entry=printable(entry), update_ms=now_ms)


def _belongs(order: Order, account: Account, pool: Pool) -> bool:
    if pool.id == "cross":
        return order.symbol not in account.isolated_symbols
    return any((order.symbol, order.position_side) == position.key for position in pool.positions)
