"""Margin pools of the demo exchange, and liquidation prices by search instead of formulas.

A pool is an isolated position with its own wallet, or all cross positions with the cross wallet. It is liquidated
when its requirement, by its venue's rules, reaches its margin balance (wallet + unrealised profit), all at the mark.
This file shares nothing with the product's own margin code, on purpose: each proves the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monitor.demo.account import Account
from monitor.demo.position import Position, PositionKey
from monitor.demo.rules import Price, Rules

HIGHEST_MULTIPLE = 1e9  # no liquidation price is looked for beyond this multiple of the mark
SEARCH_STEPS = 200

Marks = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Positions that stand on one wallet."""

    id: str  # "cross" or "isolated:SYMBOL:SIDE"
    wallet: float
    positions: tuple[Position, ...]
    rules: Rules

    def legs(self) -> dict[str, list[Position]]:
        """Return the positions by symbol."""
        found: dict[str, list[Position]] = {}
        for position in self.positions:
            found.setdefault(position.symbol, []).append(position)
        return found

    def balance(self, marks: Marks) -> float:
        """Return wallet plus unrealised profit."""
        return self.wallet + sum(position.pnl(marks[position.symbol]) for position in self.positions)

    def requirement(self, marks: Marks) -> float:
        """Return what all positions together need."""
        return sum(self.rules.requirement(legs, marks[symbol]) for symbol, legs in self.legs().items())


def pools(account: Account) -> list[Pool]:
    """Return the account's pools that hold positions."""
    isolated = [pool_of(account, position) for position in account.positions.values() if position.isolated]
    cross = account.cross()
    return [*isolated, *([pool_of(account, cross[0])] if cross else [])]


def pool_of(account: Account, position: Position) -> Pool:
    """Return the pool behind a position."""
    if position.isolated:
        identifier = f"isolated:{position.symbol}:{position.position_side}"
        return Pool(id=identifier, wallet=position.isolated_wallet, positions=(position,), rules=account.rules)
    return Pool(id="cross", wallet=account.wallet, positions=tuple(account.cross()), rules=account.rules)


def available(account: Account, marks: Marks) -> float:
    """Return what the cross wallet has free: not below zero."""
    cross = account.cross()
    used = sum(account.rules.initial_margin(position, marks[position.symbol]) for position in cross)
    gained = sum(position.pnl(marks[position.symbol]) for position in cross)
    return max(0.0, account.wallet + gained - used - order_margin(account))


def order_margin(account: Account) -> float:
    """Return the initial margin that resting orders hold: those that could open something."""
    return sum(
        order.size * order.price / account.leverages.get(order.symbol, 20)
        for order in account.orders.values()
        if order.kind == "LIMIT" and not order.reduce_only and order.size is not None and order.price is not None
    )


def liquidation_prices(account: Account, marks: Marks) -> dict[PositionKey, float | None]:
    """Search, for each position, the mark nearest to the present one at which its pool is liquidated.

    The other symbols stand still. Both legs of a hedged symbol in cross move together, so they share the answer. A
    pool that is below its requirement already gets the price at which it would be healthy again.

    Returns:
        prices to about 1e-15 of themselves; None where there is none above zero.
    """
    found: dict[PositionKey, float | None] = {}
    for pool in pools(account):
        by_symbol = _searched(pool, marks)
        found.update((position.key, by_symbol[position.symbol]) for position in pool.positions)
    return found


def _searched(pool: Pool, marks: Marks) -> dict[str, float | None]:
    legs = pool.legs()
    parts = {symbol: headroom(pool.rules, own, marks[symbol]) for symbol, own in legs.items()}
    total = sum(parts.values())
    return {
        symbol: _liquidation_price(pool.rules, own, pool.wallet + (total - parts[symbol]), marks[symbol])
        for symbol, own in legs.items()
    }


def headroom(rules: Rules, legs: list[Position], price: Price) -> Price:
    """Return unrealised profit less requirement of one symbol's legs, if its mark stood at `price`."""
    total = -rules.requirement(legs, price)
    for leg in legs:
        total = total + leg.size * (price - leg.entry)
    return total


def _liquidation_price(rules: Rules, legs: list[Position], fixed: float, mark: float) -> float | None:
    """The nearest mark at which these legs use up what the rest of the pool leaves them (`fixed`)."""

    def left(price: float) -> float:
        return fixed + headroom(rules, legs, price)

    below = _search(left, mark, 0.0)
    above = _search(left, mark, _far_end(left, mark))
    found = [price for price in (below, above) if price is not None and price > 0]
    return min(found, key=lambda price: abs(price - mark), default=None)


def _far_end(left: Callable[[float], float], mark: float) -> float:
    """The nearest doubling of the mark where the sign of what is left differs from that at the mark."""
    here = left(mark) > 0
    end = mark * 2
    while (left(end) > 0) == here and end < mark * HIGHEST_MULTIPLE:
        end *= 2
    return end


def _search(left: Callable[[float], float], start: float, end: float) -> float | None:
    """Halve [start, end] until its ends are neighbours; None where what is left has one sign at both."""
    healthy = left(start) > 0
    if (left(end) > 0) == healthy:
        return None
    for _ in range(SEARCH_STEPS):
        middle = (start + end) / 2
        if middle in (start, end):
            break
        if (left(middle) > 0) == healthy:
            start = middle
        else:
            end = middle
    return (start + end) / 2
