"""One account of the demo exchange: what it holds now, and how it is opened from its spec.

Sizes are signed (negative: short). Wallets are kept rounded to 8 decimals, so
that what is printed is what is computed with. Money is USDT.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monitor.demo.position import Order, Position, PositionKey
from monitor.demo.records import Fill, Income
from monitor.demo.rules import Keys, Rules
from monitor.demo.specs import AccountSpec, Side
from monitor.demo.text import price

MONEY_DIGITS = 8


@dataclass(slots=True, kw_only=True)
class Account:
    """The state of one account."""

    spec: AccountSpec
    rules: Rules  # its venue's
    keys: Keys
    wallet: float  # cross wallet, without isolated wallets and unrealised profit
    positions: dict[PositionKey, Position] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)
    leverages: dict[str, int] = field(default_factory=dict)
    isolated_symbols: set[str] = field(default_factory=set)
    income: list[Income] = field(default_factory=list)
    trades: list[Fill] = field(default_factory=list)
    forced: list[Fill] = field(default_factory=list)  # what the exchange closed by force
    warned: set[str] = field(default_factory=set)  # pools that have got their MARGIN_CALL
    updated_ms: int = 0  # last change of its money or positions, wall

    @property
    def label(self) -> str:
        """The account's name."""
        return self.spec.label

    @property
    def venue(self) -> str:
        """The id of the venue it is kept at."""
        return self.spec.venue

    @property
    def is_hedged(self) -> bool:
        """Whether a symbol's long and short are held apart."""
        return self.spec.position_mode == "hedge"

    def wallet_balance(self) -> float:
        """Return the cross wallet and all isolated wallets together."""
        return round(self.wallet + sum(p.isolated_wallet for p in self.positions.values()), MONEY_DIGITS)

    def cross(self) -> list[Position]:
        """Return the positions that share the cross wallet."""
        return [position for position in self.positions.values() if not position.isolated]

    def put(self, position: Position) -> None:
        """Store a position, or forget it when nothing is left of it."""
        if position.size == 0:
            self.positions.pop(position.key, None)
        else:
            self.positions[position.key] = position

    def position_side(self, side: Side) -> str:
        """Return how this account's mode names a side."""
        return ("LONG" if side == "long" else "SHORT") if self.is_hedged else "BOTH"


def printable(value: float) -> float:
    """Return an entry price rounded to what is printed of it, so that a reader computes with the same number."""
    return float(price(value))


def open_account(
    spec: AccountSpec, rules: Rules, marks: Mapping[str, float], now_ms: int, first_order_id: int
) -> Account:
    """Return an account as its spec describes it, with fresh random credentials; sizes are rounded to the step.

    Raises:
        ValueError: a mode that the venue does not have, a position of an unknown symbol or no size, two for one key.
    """
    _check_modes(spec, rules)
    account = Account(
        spec=spec,
        rules=rules,
        keys=rules.new_keys(),
        wallet=round(spec.wallet, MONEY_DIGITS),
        updated_ms=now_ms,
    )
    for wanted in spec.positions:
        if wanted.symbol not in marks:
            raise ValueError(f"{spec.label}: the demo exchange does not list {wanted.symbol}.")
        size = round(wanted.size, rules.symbols[wanted.symbol].step_digits)
        if size <= 0:
            raise ValueError(f"{spec.label}: the size of {wanted.symbol} must be a step or more, not {wanted.size}.")
        position = Position(
            symbol=wanted.symbol,
            position_side=account.position_side(wanted.side),
            size=size if wanted.side == "long" else -size,
            entry=printable(marks[wanted.symbol] if wanted.entry is None else wanted.entry),
            isolated=wanted.margin_mode == "isolated",
            isolated_wallet=round(wanted.isolated_wallet, MONEY_DIGITS) if wanted.margin_mode == "isolated" else 0.0,
            leverage=wanted.leverage,
            update_ms=now_ms,
        )
        if position.key in account.positions:
            raise ValueError(f"{spec.label}: {wanted.symbol} {position.position_side} is listed twice.")
        account.put(position)
        account.leverages[wanted.symbol] = wanted.leverage
        if position.isolated:
            account.isolated_symbols.add(wanted.symbol)
    for number, order in enumerate(_orders(account, now_ms)):
        account.orders[first_order_id + number] = replace(order, id=first_order_id + number)
    return account


def _check_modes(spec: AccountSpec, rules: Rules) -> None:
    if spec.position_mode == "hedge" and not rules.can_hedge:
        raise ValueError(f"{spec.label}: {spec.venue} holds one position a symbol, not a long and a short.")
    if rules.one_margin_mode and len({wanted.margin_mode for wanted in spec.positions}) > 1:
        raise ValueError(f"{spec.label}: at {spec.venue} all positions of an account have one margin mode.")


def _orders(account: Account, now_ms: int) -> list[Order]:
    stops = [
        Order(
            id=0,
            symbol=stop.symbol,
            position_side=account.position_side(stop.side),
            side="SELL" if stop.side == "long" else "BUY",
            kind=stop.kind,
            size=stop.size,
            trigger_price=stop.trigger_price,
            price=None,
            working_type=stop.working_type,
            reduce_only=True,
            created_ms=now_ms,
        )
        for stop in account.spec.stops
    ]
    limits = [
        Order(
            id=0,
            symbol=limit.symbol,
            position_side=limit.position_side,
            side=limit.side,
            kind="LIMIT",
            size=limit.size,
            trigger_price=None,
            price=limit.price,
            working_type="CONTRACT_PRICE",
            reduce_only=limit.reduce_only,
            created_ms=now_ms,
        )
        for limit in account.spec.limits
    ]
    return stops + limits
