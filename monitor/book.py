"""The same positions as aligned numpy columns, n rows, for the pure functions of `margin/` and `risk/`.

Every contract is made affine in one variable x: the price p (linear) or 1/p (inverse). The equity of a leg is then
`equity_0 + equity_1 * x` and its value `value_1 * x`, both in the settlement currency. Unknown is NaN. Schedules are
(k, n): a reduction over the tiers then runs along the rows, which is several times as fast.
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

NO_TIERS = (Bracket(floor=np.nan, rate=np.nan, deduction=np.nan),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedules:
    """The tiers of n positions as listed, padded to k by repeating the last one (with a floor of +inf).

    A column without a known schedule is NaN throughout.
    """

    floor: FloatArray  # (k, n) in the position's own unit
    rate: FloatArray  # (k, n)
    deduction: FloatArray  # (k, n) [settle]


def stack(positions: Sequence[Position]) -> Schedules:
    """Return the schedules of `positions`, one column each. Positions of one symbol usually share theirs."""
    numbers: dict[int, int] = {}
    known: list[tuple[Bracket, ...]] = []
    columns = []
    for position in positions:
        number = numbers.get(id(position.brackets))
        if number is None:
            number = numbers[id(position.brackets)] = len(known)
            known.append(position.brackets or NO_TIERS)
        columns.append(number)
    depth = max((len(brackets) for brackets in known), default=1)
    table = np.array(
        [
            [(step.floor, step.rate, step.deduction) for step in brackets]
            + [(np.inf, brackets[-1].rate, brackets[-1].deduction)] * (depth - len(brackets))
            for brackets in known
        ]
    ).reshape(len(known), depth, 3)
    wide = table[np.array(columns, dtype=np.int64)]
    floor, rate, deduction = (np.ascontiguousarray(wide[:, :, part].T) for part in range(3))
    return Schedules(floor=np.where(np.isnan(rate), np.nan, floor), rate=rate, deduction=deduction)


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
    leverage: FloatArray  # (n,) as set at the venue; NaN unknown, also where the venue says 0
    schedules: Schedules  # (k, n)

    @classmethod
    def of(cls, accounts: tuple[Account, ...]) -> Book:
        """Lay out the positions of `accounts`, in their order."""
        positions = tuple(position for account in accounts for position in account.positions)
        owners = np.repeat(np.arange(len(accounts)), [len(account.positions) for account in accounts])
        return cls(
            accounts=accounts,
            positions=positions,
            account=owners.astype(np.int64),
            direction=_column([position.direction for position in positions]),
            inverse=np.array([position.inverse for position in positions], dtype=bool),
            entry=_column([position.entry_price for position in positions]),
            mark=_column([position.mark_price for position in positions]),
            face=_column([position.contracts * position.contract_size for position in positions]),
            leverage=_column([position.leverage or None for position in positions]),
            schedules=stack(positions),
        )

    def at(self, prices: FloatArray) -> Book:
        """Return the same positions at other marks (n,): what-if, stress and replay."""
        return replace(self, mark=prices)

    def variable(self, prices: FloatArray) -> FloatArray:
        """Return x of each price: p for linear rows, 1/p for inverse rows."""
        if not self.inverse.any():
            return prices
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
        return self.equity_1 * (self.variable(self.mark) - self.variable(self.entry))


def _column(values: Sequence[float | None]) -> FloatArray:
    return np.array(values, dtype=np.float64)  # None becomes NaN
