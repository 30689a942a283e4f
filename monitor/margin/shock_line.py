"""The pools of a book along a common shock: all that moves, as affine functions of one variable per pool.

Along the shock every mark moves by beta * shock. In a pool of linear contracts, and in one reckoned in USD, all is
affine in u = shock; in a coin's own pool in u = 1 / (1 + beta * shock).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.brackets import binding, passed, picked
from monitor.margin.groups import Groups
from monitor.margin.values import Pools


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The requirement of some pools at any place u of the line, and their equity.

    m pools, r rows of positions; u is 0 or 1 at today's marks.
    """

    pools: Pools
    row: IntArray | None  # (r,) rows of the book; None: all of them
    groups: Groups  # of the rows by pool, counted in these m
    equity: PlainEquity | UsdEquity
    value_0: FloatArray  # (r,)
    value_1: FloatArray
    curve: FloatArray | None  # (r,)
    steps: FloatArray | None  # (k - 1, r) values at which the next piece binds; None: compare the pieces
    owe: FloatArray | None  # (r,) what one unit of requirement counts for; None: one
    given_1: (
        FloatArray | None
    )  # (r,) growth of a deduction: of coin rows in USD, price times deduction; None: none grows

    def health(self, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """h and its slope at u, all (s, m): s places along the line at once."""
        here = u.take(self.groups.of, axis=1)  # u[:, of] would lie column by column
        value = self.value_0 + self.value_1 * here
        if self.given_1 is None:
            rate, given = self._binding(value)
            required, slope = rate * value - given, rate * self.value_1
        else:
            price = 1.0 + self.given_1 * here
            rate, given = self._binding_at(value, price)
            required, slope = rate * value - given * price, rate * self.value_1 - given * self.given_1
        if self.curve is not None:
            required = required + self.curve * value**2
            slope = slope + 2.0 * self.curve * value * self.value_1
        if self.owe is not None:
            required, slope = self.owe * required, self.owe * slope
        equity, growth = self.equity.at(u)
        return equity - self.groups.sum(required), growth - self.groups.sum(slope)

    def _binding(self, value: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Rate and deduction of the pieces that bind at `value` (s, r)."""
        if self.steps is None:
            return binding(value, *self._pieces())
        rows = np.arange(value.shape[1]) if self.row is None else self.row
        return picked(passed(self.steps, value), rows, self.pools.rate, self.pools.deduction)

    def _binding_at(self, value: FloatArray, price: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The same where deductions are to be taken times `price` (s, r)."""
        rate, deduction = self._pieces()
        best = (rate[:, None] * value - deduction[:, None] * price).argmax(axis=0)
        return picked(best, np.arange(value.shape[1]), rate, deduction)

    def _pieces(self) -> tuple[FloatArray, FloatArray]:
        rate, deduction = self.pools.rate, self.pools.deduction
        return (rate, deduction) if self.row is None else (rate[:, self.row], deduction[:, self.row])

    def only(self, chosen: BoolArray) -> Line:
        """Return the line of the pools that are `chosen` (m,)."""
        rows = np.flatnonzero(chosen[self.groups.of])
        number = np.cumsum(chosen) - 1
        return Line(
            pools=self.pools,
            row=rows if self.row is None else self.row[rows],
            groups=Groups.by(number[self.groups.of[rows]], int(number[-1]) + 1),
            equity=self.equity.only(chosen),
            value_0=self.value_0[rows],
            value_1=self.value_1[rows],
            curve=None if self.curve is None else self.curve[rows],
            steps=None if self.steps is None else self.steps.take(rows, axis=1),
            owe=None if self.owe is None else self.owe[rows],
            given_1=None if self.given_1 is None else self.given_1[rows],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainEquity:
    """The equity (m,) of pools that are each reckoned in their own currency."""

    start: FloatArray  # (m,)
    slope: FloatArray  # (m,)

    def at(self, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The equity and its slope at u, all (s, m)."""
        return self.start + self.slope * u, self.slope

    def only(self, chosen: BoolArray) -> PlainEquity:
        """Return that of the pools that are `chosen` (m,)."""
        return PlainEquity(start=self.start[chosen], slope=self.slope[chosen])


@dataclass(frozen=True, slots=True, kw_only=True)
class UsdEquity:
    """The equity (m,) of pools whose currencies, a of them, count in USD.

    The balance of a coin whose price moves is kept as price times balance.
    """

    groups: Groups  # of the currencies by pool
    balance_0: FloatArray  # (a,) unrealised PnL included
    balance_1: FloatArray
    price_1: FloatArray  # (a,) growth of today's price
    factor: FloatArray  # (c, a)
    offset: FloatArray  # (c, a)

    def at(self, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The equity and its slope at u, all (s, m)."""
        here = u.take(self.groups.of, axis=1)
        balance = self.balance_0 + self.balance_1 * here
        price = 1.0 + self.price_1 * here
        options = self.factor[:, None] * balance + self.offset[:, None] * price
        factor, offset = picked(options.argmin(axis=0), np.arange(here.shape[1]), self.factor, self.offset)
        worth, slope = factor * balance + offset * price, factor * self.balance_1 + offset * self.price_1
        return self.groups.sum(worth), self.groups.sum(slope)

    def only(self, chosen: BoolArray) -> UsdEquity:
        """Return that of the pools that are `chosen` (m,)."""
        held = np.flatnonzero(chosen[self.groups.of])
        number = np.cumsum(chosen) - 1
        return UsdEquity(
            groups=Groups.by(number[self.groups.of[held]], int(number[-1]) + 1),
            balance_0=self.balance_0[held],
            balance_1=self.balance_1[held],
            price_1=self.price_1[held],
            factor=self.factor.take(held, axis=1),
            offset=self.offset.take(held, axis=1),
        )


def shock_line(book: Book, pools: Pools, beta: FloatArray) -> tuple[Line, BoolArray]:
    """The line of all pools, and which of them (m,) are a coin's own: u = 1 / (1 + beta * shock), else u = shock."""
    layout = pools.layout
    value, pnl = book.notional, book.unrealized_pnl
    coin = np.zeros(layout.size, dtype=bool)
    value_0, value_1, pnl_0, pnl_1 = value, beta * value, pnl, beta * (book.direction * value)
    usd_coin = np.zeros(len(value), dtype=bool)
    if book.has_inverse:
        shared = layout.shared[layout.of]
        native_coin, usd_coin = book.inverse & ~shared, book.inverse & shared
        coin[layout.of[native_coin]] = True
        start, moving = book.equity_0, book.equity_1 * book.variable(book.mark)
        value_0 = np.where(native_coin, 0.0, value)
        value_1 = np.where(native_coin, value, np.where(usd_coin, 0.0, value_1))
        # price times PnL of a coin row in USD: start * (1 + beta u) + moving
        pnl_0 = np.where(native_coin, start, np.where(usd_coin, start + moving, pnl))
        pnl_1 = np.where(native_coin, moving, np.where(usd_coin, beta * start, pnl_1))
    equity: PlainEquity | UsdEquity
    if layout.plain:
        equity = PlainEquity(start=pools.wallet + layout.groups.sum(pnl_0), slope=layout.groups.sum(pnl_1))
    else:
        equity = _usd_equity(pools, beta, usd_coin, pnl_0, pnl_1)
    line = Line(
        pools=pools,
        row=None,
        groups=layout.groups,
        equity=equity,
        value_0=value_0,
        value_1=value_1,
        curve=layout.curve if layout.bends else None,
        steps=layout.breaks if pools.rate is layout.rate and not usd_coin.any() else None,
        owe=None if layout.plain else pools.assets.owe[layout.asset],
        given_1=np.where(usd_coin, beta, 0.0) if usd_coin.any() else None,
    )
    return line, coin


def _usd_equity(pools: Pools, beta: FloatArray, usd_coin: BoolArray, pnl_0: FloatArray, pnl_1: FloatArray) -> UsdEquity:
    layout, assets = pools.layout, pools.assets
    price_1 = np.zeros(len(assets.balance))
    held = layout.coin >= 0
    price_1[layout.coin[held]] = beta[held]
    price_1[layout.asset[usd_coin]] = beta[usd_coin]
    price_1[layout.idle] = 1.0
    return UsdEquity(
        groups=Groups.by(assets.pool, layout.size),
        balance_0=assets.balance + layout.holders.sum(pnl_0),
        balance_1=assets.balance * price_1 + layout.holders.sum(pnl_1),
        price_1=price_1,
        factor=assets.factor,
        offset=assets.offset,
    )
