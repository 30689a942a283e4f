"""The demo exchange's margin rules, by search instead of formulas.

A pool is an isolated position with its own wallet, or all cross positions with the cross wallet. It is liquidated
when its maintenance margin reaches its margin balance (wallet + unrealised profit), all at the mark. No fee is in it.
This file shares nothing with the product's own margin code, on purpose: each proves the other.

Source: Binance FAQ "How to calculate liquidation price of USDⓈ-M futures" and "Leverage and margin", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monitor.demo.account import Account, Position
from monitor.demo.symbols import Schedule, Symbol

HIGHEST_MULTIPLE = 1e9  # no liquidation price is looked for beyond this multiple of the mark
SEARCH_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Positions that stand on one wallet."""

    id: str  # "cross" or "isolated:SYMBOL:SIDE"
    wallet: float
    positions: tuple[Position, ...]

    def unrealized(self, marks: Mapping[str, float]) -> float:
        """Return the sum of unrealised profits."""
        return sum(position.pnl(marks[position.symbol]) for position in self.positions)

    def balance(self, marks: Mapping[str, float]) -> float:
        """Return wallet plus unrealised profit."""
        return self.wallet + self.unrealized(marks)

    def requirement(self, marks: Mapping[str, float], symbols: Mapping[str, Symbol]) -> float:
        """Return the maintenance margin of all positions."""
        return sum(requirement(position, marks[position.symbol], symbols) for position in self.positions)


def requirement(position: Position, mark: float, symbols: Mapping[str, Symbol]) -> float:
    """Return the maintenance margin of one position at a mark."""
    return symbols[position.symbol].schedule.requirement(abs(position.size) * mark)


def initial_margin(position: Position, mark: float) -> float:
    """Return notional at the mark over the chosen leverage."""
    return abs(position.size) * mark / position.leverage


def pools(account: Account) -> list[Pool]:
    """Return the account's pools that hold positions."""
    isolated = [
        Pool(id=f"isolated:{p.symbol}:{p.position_side}", wallet=p.isolated_wallet, positions=(p,))
        for p in account.positions.values()
        if p.isolated
    ]
    cross = tuple(account.cross())
    return [*isolated, *([Pool(id="cross", wallet=account.wallet, positions=cross)] if cross else [])]


def pool_of(account: Account, position: Position) -> Pool:
    """Return the pool behind a position."""
    if position.isolated:
        identifier = f"isolated:{position.symbol}:{position.position_side}"
        return Pool(id=identifier, wallet=position.isolated_wallet, positions=(position,))
    return Pool(id="cross", wallet=account.wallet, positions=tuple(account.cross()))


def liquidation_prices(
    pool: Pool, marks: Mapping[str, float], symbols: Mapping[str, Symbol]
) -> dict[str, float | None]:
    """Search, for each symbol of a pool, the mark nearest to the present one at which the pool is liquidated.

    The other symbols stand still. Both legs of a hedged symbol in cross move together, so they share the answer. A
    pool that is below its requirement already gets the price at which it would be healthy again.

    Returns:
        prices by symbol, to about 1e-15 of themselves; None where there is none above zero.
    """
    legs: dict[str, list[Position]] = {}
    for position in pool.positions:
        legs.setdefault(position.symbol, []).append(position)
    parts = {symbol: _headroom(own, marks[symbol], symbols[symbol].schedule) for symbol, own in legs.items()}
    total = sum(parts.values())
    return {
        symbol: _liquidation_price(own, pool.wallet + (total - parts[symbol]), marks[symbol], symbols[symbol].schedule)
        for symbol, own in legs.items()
    }


def _headroom(legs: list[Position], price: float, schedule: Schedule) -> float:
    """Unrealised profit less maintenance margin of one symbol's legs, if its mark stood at `price`."""
    return sum(leg.size * (price - leg.entry) - schedule.requirement(abs(leg.size) * price) for leg in legs)


def _liquidation_price(legs: list[Position], fixed: float, mark: float, schedule: Schedule) -> float | None:
    """The nearest mark at which these legs use up what the rest of the pool leaves them (`fixed`)."""

    def headroom(price: float) -> float:
        return fixed + _headroom(legs, price, schedule)

    below = _search(headroom, mark, 0.0)
    above = _search(headroom, mark, _far_end(headroom, mark))
    found = [price for price in (below, above) if price is not None and price > 0]
    return min(found, key=lambda price: abs(price - mark), default=None)


def _far_end(headroom: Callable[[float], float], mark: float) -> float:
    """The nearest doubling of the mark where the sign of the headroom differs from that at the mark."""
    here = headroom(mark) > 0
    end = mark * 2
    while (headroom(end) > 0) == here and end < mark * HIGHEST_MULTIPLE:
        end *= 2
    return end


def _search(headroom: Callable[[float], float], start: float, end: float) -> float | None:
    """Halve [start, end] until its ends are neighbours; None where the headroom has one sign at both."""
    healthy = headroom(start) > 0
    if (headroom(end) > 0) == healthy:
        return None
    for _ in range(SEARCH_STEPS):
        middle = (start + end) / 2
        if middle in (start, end):
            break
        if (headroom(middle) > 0) == healthy:
            start = middle
        else:
            end = middle
    return (start + end) / 2
