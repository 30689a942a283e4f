"""A second way to the same figures that shares no code with the engine: one leg, one bracket, one rate, and bisection.

Written as a venue explains itself. Money of shared pools is USD. Prices are quote per base.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.model import Account, Position


def tier_at(row: Position, count: float) -> tuple[float, float]:
    """Rate and deduction of the tier that holds `count`."""
    chosen = row.brackets[0]
    for step in row.brackets:
        if step.floor <= count:
            chosen = step
    return chosen.rate, chosen.deduction


def requirement(row: Position, price: float, fee: float = 0.0) -> float:
    """What one leg is required to cover at a price [settle]."""
    face = row.contracts * row.contract_size
    worth = face / price if row.inverse else face * price
    count = {"notional": worth, "contracts": row.contracts, "base": face}[row.bracket_unit]
    rate, deduction = tier_at(row, count)
    if row.bracket_scheme == "marginal":  # the tier by value, also where a price moved it there
        rate, deduction = tier_at(row, worth)
    return worth * (rate + fee) - deduction


def profit(row: Position, price: float) -> float:
    """Unrealised PnL of one leg at a price [settle]."""
    face = row.contracts * row.contract_size
    sign = 1.0 if row.side == "long" else -1.0
    if row.inverse:
        return sign * face * (1.0 / row.entry_price - 1.0 / price)
    return sign * face * (price - row.entry_price)


def health(owner: Account, price_of: Callable[[Position], float], fee: float = 0.0) -> float:
    """Equity minus requirement of an account whose positions all share its first wallet."""
    total = owner.collateral[0].wallet_balance
    for row in owner.positions:
        price = price_of(row)
        total += profit(row, price) - requirement(row, price, fee)
    return total


def crossing(survives: Callable[[float], bool], inner: float, outer: float) -> float | None:
    """The place between `inner` and `outer` where survival ends, by bisection; None where it does not."""
    if not survives(inner) or survives(outer):
        return None
    for _ in range(200):
        middle = 0.5 * (inner + outer)
        if survives(middle):
            inner = middle
        else:
            outer = middle
    return outer


def jumps(owner: Account) -> list[float]:
    """Moves of the mark (factors) at which a whole-position tier changes: the requirement jumps there."""
    found = []
    for row in owner.positions:
        if row.bracket_scheme == "whole_position" and row.bracket_unit == "notional":
            face = row.contracts * row.contract_size
            for step in row.brackets:
                if step.floor > 0:
                    price = face / step.floor if row.inverse else step.floor / face
                    found += [price / row.mark_price * (1.0 + hair) for hair in (-1e-12, 1e-12)]
    return found


def outward(survives: Callable[[float], bool], start: float, points: list[float]) -> float | None:
    """The first place on the way through `points` where survival ends."""
    inner = start
    for outer in points:
        found = crossing(survives, inner, outer)
        if found is not None:
            return found
        inner = outer
    return None


def liquidation_price(owner: Account, row: Position, fee: float = 0.0) -> float | None:
    """The nearest price of one symbol that liquidates the account, other marks standing still.

    It walks outward in small steps, and looks at both sides of every jump: between two of them survival may come back.
    """
    mark = row.mark_price

    def survives(factor: float) -> bool:
        return health(owner, lambda entry: mark * factor if entry.symbol == row.symbol else entry.mark_price, fee) >= 0

    grid = [0.98**step for step in range(1, 800)] + [1.02**step for step in range(1, 800)] + jumps(owner)
    down = outward(survives, 1.0, sorted((factor for factor in grid if factor < 1.0), reverse=True))
    up = outward(survives, 1.0, sorted(factor for factor in grid if factor > 1.0))
    ends = [mark * factor for factor in (down, up) if factor is not None]
    return min(ends, key=lambda price: abs(price - mark), default=None)


def common_shock(owner: Account, way: float) -> float | None:
    """How far all marks must move (way -1: down, +1: up) until the account is liquidated."""

    def survives(shock: float) -> bool:
        return health(owner, lambda entry: entry.mark_price * (1.0 + way * shock)) >= 0

    limit = 0.9999 if way < 0 else 50.0
    grid = [limit]
    step = shock = 0.005
    while shock < limit:
        grid.append(shock)
        shock, step = shock + step, step * (1.0 if way < 0 else 1.05)
    grid += [way * (factor - 1.0) for factor in jumps(owner) if 0.0 < way * (factor - 1.0) < limit]
    return outward(survives, 0.0, sorted(grid))
