"""The same positions as aligned numpy columns, n rows, for the pure functions of `margin/` and `risk/`.

Every contract is made affine in one variable x: the price p (linear) or 1/p (inverse). The equity of a leg is then
`equity_0 + equity_1 * x` and its value `value_1 * x`, both in the settlement currency. Unknown is NaN. Schedules are
(k, n): a reduction over the tiers then runs along the rows, which is several times as fast.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

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
    listed = [position.brackets for position in positions]
    keys = list(map(id, listed))
    known = dict(zip(keys, listed, strict=True))
    numbers = {key: number for number, key in enumerate(known)}
    schedules = [brackets or NO_TIERS for brackets in known.values()]
    depth = max(map(len, schedules), default=1)
    table = np.array(
        [
            [(step.floor, step.rate, step.deduction) for step in brackets]
            + [(np.inf, brackets[-1].rate, brackets[-1].deduction)] * (depth - len(brackets))
            for brackets in schedules
        ]
    ).reshape(len(schedules), depth, 3)
    table[np.isnan(table).any(axis=(1, 2))] = np.nan  # one figure that is not known spoils the schedule
    columns = np.array([numbers[key] for key in keys], dtype=np.int64)
    floor, rate, deduction = table.transpose(2, 1, 0).take(columns, axis=2)
    return Schedules(floor=floor, rate=rate, deduction=deduction)


@dataclass(frozen=True, kw_only=True)
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
    beta: FloatArray  # (n,) move for each move of all marks
    rate_slope: FloatArray  # (n,) growth of the maintenance rate per unit of size
    by_notional: BoolArray  # (n,) the floors of the schedule count the value
    marginal: BoolArray  # (n,) each tier applies to its own part
    schedules: Schedules  # (k, n)

    @classmethod
    def of(cls, accounts: tuple[Account, ...]) -> Book:
        """Lay out the positions of `accounts`, in their order."""
        positions = tuple(itertools.chain.from_iterable(account.positions for account in accounts))
        owners = np.arange(len(accounts)).repeat([len(account.positions) for account in accounts])
        long = _equal([position.side for position in positions], "long")
        leverage = _column([position.leverage for position in positions])
        leverage[leverage == 0.0] = np.nan
        return cls(
            accounts=accounts,
            positions=positions,
            account=owners.astype(np.int64),
            direction=np.where(long, 1.0, -1.0),
            inverse=np.array([position.inverse for position in positions], dtype=bool),
            entry=_column([position.entry_price for position in positions]),
            mark=_column([position.mark_price for position in positions]),
            face=_column([position.contracts for position in positions])
            * _column([position.contract_size for position in positions]),
            leverage=leverage,
            beta=filled([position.beta for position in positions], 1.0),
            rate_slope=filled([position.rate_slope for position in positions], 0.0),
            by_notional=_equal([position.bracket_unit for position in positions], "notional"),
            marginal=_equal([position.bracket_scheme for position in positions], "marginal"),
            schedules=stack(positions),
        )

    def at(self, prices: FloatArray) -> Book:
        """Return the same positions at other marks (n,): what-if, stress and replay."""
        return replace(self, mark=prices)

    def variable(self, prices: FloatArray) -> FloatArray:
        """Return x of each price: p for linear rows, 1/p for inverse rows."""
        if not self.has_inverse:
            return prices
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.inverse, 1.0 / prices, prices)

    @cached_property
    def has_inverse(self) -> bool:
        """Whether any contract is inverse."""
        return bool(self.inverse.any())

    @cached_property
    def equity_1(self) -> FloatArray:
        """(n,) slope of a leg's unrealised PnL in x."""
        return (
            np.where(self.inverse, -self.direction, self.direction) if self.has_inverse else self.direction
        ) * self.face

    @cached_property
    def equity_0(self) -> FloatArray:
        """(n,) unrealised PnL of a leg at x = 0."""
        return -self.equity_1 * self.variable(self.entry)

    @cached_property
    def notional(self) -> FloatArray:
        """(n,) value at mark [settlement currency]."""
        return self.face * self.variable(self.mark)

    @cached_property
    def unrealized_pnl(self) -> FloatArray:
        """(n,) PnL at mark [settlement currency]."""
        return self.equity_1 * (self.variable(self.mark) - self.variable(self.entry))


def filled(values: Sequence[float | None], default: float) -> FloatArray:
    """(n,) the values as a column, with `default` for what was not told."""
    if values.count(None) == len(values):
        return np.full(len(values), default)
    column = _column(values)
    column[np.isnan(column)] = default
    return column


def _equal(words: list[str], word: str) -> BoolArray:
    """(n,) where this word stands. Mostly all are the same one."""
    if words.count(word) == len(words):
        return np.ones(len(words), dtype=bool)
    return np.array([one == word for one in words], dtype=bool)


def _column(values: Sequence[float | None]) -> FloatArray:
    return np.array(values, dtype=np.float64)  # None becomes NaN
