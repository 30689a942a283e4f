"""The same positions as aligned numpy columns, n rows, for the pure functions of `margin/` and `risk/`.

Every contract is made affine in one variable x: the price p (linear) or 1/p (inverse). The equity of a leg is then
`equity_0 + equity_1 * x` and its value `value_1 * x`, both in the settlement currency. Unknown is NaN.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.model import Account, Bracket, Position

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedules:
    """Requirement pieces of n positions, padded to k tiers with pieces that never bind (rate 0, deduction 0).

    A row without a known schedule is NaN throughout.
    """

    floor: FloatArray  # (n, k); padding +inf
    rate: FloatArray  # (n, k)
    deduction: FloatArray  # (n, k) [settle]


def stack(positions: Sequence[Position]) -> Schedules:
    """Return the schedules of `positions`, one row each."""
    pieces = [_pieces(position) for position in positions]
    depth = max((len(row) for row in pieces), default=0) or 1
    shape = (len(positions), depth)
    floor, rate, deduction = np.full(shape, np.inf), np.zeros(shape), np.zeros(shape)
    for row, brackets in enumerate(pieces):
        if not brackets:
            floor[row] = rate[row] = deduction[row] = np.nan
        for column, bracket in enumerate(brackets):
            floor[row, column] = bracket.floor
            rate[row, column] = bracket.rate
            deduction[row, column] = bracket.deduction
    return Schedules(floor=floor, rate=rate, deduction=deduction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Positions of all accounts, row by row."""

    accounts: tuple[Account, ...]
    positions: tuple[Position, ...]
    account: IntArray  # (n,) index into `accounts`
    direction: FloatArray  # (n,) +1 long, -1 short
    inverse: BoolArray  # (n,)
    entry: FloatArray  # (n,) quote per base
    mark: FloatArray  # (n,) quote per base
    face: FloatArray  # (n,) base (linear) or quote (inverse) that the contracts stand for
    leverage: FloatArray  # (n,) as set at the venue
    schedules: Schedules  # (n, k) requirement pieces

    @classmethod
    def of(cls, accounts: tuple[Account, ...]) -> Book:
        """Lay out the positions of `accounts`, in their order."""
        positions = tuple(position for account in accounts for position in account.positions)
        owners = [index for index, account in enumerate(accounts) for _ in account.positions]
        return cls(
            accounts=accounts,
            positions=positions,
            account=np.array(owners, dtype=np.int64),
            direction=_column([position.direction for position in positions]),
            inverse=np.array([position.inverse for position in positions], dtype=bool),
            entry=_column([position.entry_price for position in positions]),
            mark=_column([position.mark_price for position in positions]),
            face=_column([position.contracts * position.contract_size for position in positions]),
            leverage=_column([position.leverage for position in positions]),
            schedules=stack(positions),
        )

    def at(self, prices: FloatArray) -> Book:
        """Return the same positions at other marks (n,): what-if, stress and replay."""
        return replace(self, mark=prices)

    def variable(self, prices: FloatArray) -> FloatArray:
        """Return x of each price: p for linear rows, 1/p for inverse rows."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.inverse, 1.0 / prices, prices)

    @property
    def equity_1(self) -> FloatArray:
        """(n,) slope of a leg's unrealised PnL in x."""
        return np.where(self.inverse, -self.direction, self.direction) * self.face

    @property
    def equity_0(self) -> FloatArray:
        """(n,) unrealised PnL of a leg at x = 0."""
        return -self.equity_1 * self.variable(self.entry)

    @property
    def notional(self) -> FloatArray:
        """(n,) value at mark [settlement currency]."""
        return self.face * self.variable(self.mark)

    @property
    def unrealized_pnl(self) -> FloatArray:
        """(n,) PnL at mark [settlement currency]."""
        return self.equity_0 + self.equity_1 * self.variable(self.mark)


def _column(values: list[float | None] | list[float] | list[int]) -> FloatArray:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _pieces(position: Position) -> tuple[Bracket, ...]:
    """The affine pieces that can bind: all tiers of a marginal schedule, the one chosen tier of a cliff."""
    if position.bracket_scheme == "marginal" or not position.brackets:
        return position.brackets
    counted = _counted(position)
    chosen = [bracket for bracket in position.brackets if bracket.floor <= counted]
    return tuple(chosen[-1:]) or position.brackets[:1]


def _counted(position: Position) -> float:
    """What the floors of this position's schedule count."""
    if position.bracket_unit == "contracts":
        return position.contracts
    face = position.contracts * position.contract_size
    if position.bracket_unit == "base":
        return face / position.mark_price if position.inverse else face
    return face / position.mark_price if position.inverse else face * position.mark_price
