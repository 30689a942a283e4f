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


def liquidation_price(owner: Account, row: Position, fee: float = 0.0) -> float | None:
    """The nearest price of one symbol that liquidates the account, other marks standing still.

    It walks outward in small steps first, so that it needs no knowledge of the tiers.
    """

    def survives(price: float) -> bool:
        return health(owner, lambda entry: price if entry.symbol == row.symbol else entry.mark_price, fee) >= 0

    mark = row.mark_price
    ends = []
    for factor in (0.98, 1.02):
        inner = mark
        while mark * 1e-7 < inner < mark * 1e7:
            outer = inner * factor
            found = crossing(survives, inner, outer)
            if found is not None:
                ends.append(found)
                break
            inner = outer
    return min(ends, key=lambda price: abs(price - mark), default=None)


def common_shock(owner: Account, way: float) -> float | None:
    """How far all marks must move (way -1: down, +1: up) until the account is liquidated."""

    def survives(shock: float) -> bool:
        return health(owner, lambda entry: entry.mark_price * (1.0 + way * shock)) >= 0

    inner, step = 0.0, 0.005
    limit = 0.9999 if way < 0 else 50.0
    while inner < limit:
        outer = min(inner + step, limit)
        found = crossing(survives, inner, outer)
        if found is not None:
            return found
        inner, step = outer, step * (1.0 if way < 0 else 1.05)
    return None
