"""The pools of a book along a common shock: all that moves, as affine functions of one variable per pool.

Along the shock every mark moves by beta * shock. In a pool of linear contracts, and in one reckoned in USD, all is
affine in u = shock; in a coin's own pool in u = 1 / (1 + beta * shock).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.brackets import binding, passed, picked
from monitor.margin.values import Pools, add_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Every position and balance of some pools as an affine function of the pool's variable u.

    m pools, r rows of positions, a rows of currencies; u is 0 or 1 at today's marks.
    """

    pools: Pools
    size: int  # m
    row: IntArray | None  # (r,) rows of the book; None: all of them
    of: IntArray  # (r,) pool of each row, counted in these m
    held_by: IntArray  # (a,) pool of each currency, counted in these m
    wallet: FloatArray  # (m,) without unrealised PnL
    held: IntArray | slice  # (a,) where it stands among all currencies
    value_0: FloatArray  # (r,)
    value_1: FloatArray
    pnl_0: FloatArray
    pnl_1: FloatArray
    curve: FloatArray | None  # (r,)
    steps: FloatArray | None  # (k - 1, r) values at which the next piece binds; None: compare the pieces
    usd: UsdLine | None  # what else is needed where any pool is reckoned in USD

    def health(self, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """h and its slope at u, all (s, m): s places along the line at once."""
        here = u.take(self.of, axis=1)  # u[:, of] would lie column by column
        value = self.value_0 + self.value_1 * here
        if self.usd is not None and self.usd.coins:
            price = 1.0 + self.usd.owed_1 * here
            rate, given = self._binding(value, price)
            required, slope = rate * value - given, rate * self.value_1 - given / price * self.usd.owed_1
        else:
            rate, given = self._binding(value, None)
            required, slope = rate * value - given, rate * self.value_1
        if self.curve is not None:
            required = required + self.curve * value**2
            slope = slope + 2.0 * self.curve * value * self.value_1
        pnl = self.pnl_0 + self.pnl_1 * here
        if self.usd is None:
            return self._by_pool(pnl - required) + self.wallet, self._by_pool(self.pnl_1 - slope)
        return self._in_usd(self.usd, u, pnl, required, slope)

    def _by_pool(self, weights: FloatArray) -> FloatArray:
        """(s, m) sums of `weights` (s, r)."""
        return np.array([add_up(self.of, row, self.size) for row in weights])

    def _binding(self, value: FloatArray, price: FloatArray | None) -> tuple[FloatArray, FloatArray]:
        """Rate and deduction of the pieces that bind at `value` (s, r)."""
        pools = self.pools
        if self.steps is not None and price is None:
            rows = np.arange(value.shape[1]) if self.row is None else self.row
            return picked(passed(self.steps, value), rows, pools.rate, pools.deduction)
        rate, deduction = pools.rate, pools.deduction
        if self.row is not None:
            rate, deduction = rate.take(self.row, axis=1), deduction.take(self.row, axis=1)
        if price is None:
            return binding(value, rate, deduction)
        ends = [binding(place, rate, deduction * factor) for place, factor in zip(value, price, strict=True)]
        return np.array([end[0] for end in ends]), np.array([end[1] for end in ends])

    def _in_usd(
        self, usd: UsdLine, u: FloatArray, pnl: FloatArray, required: FloatArray, slope: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        ends = [self._place_in_usd(usd, *place) for place in zip(u, pnl, required, slope, strict=True)]
        return np.array([end[0] for end in ends]), np.array([end[1] for end in ends])

    def _place_in_usd(
        self, usd: UsdLine, u: FloatArray, pnl: FloatArray, required: FloatArray, slope: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """h and its slope at one place u (m,)."""
        assets, count = self.pools.assets, len(self.held_by)
        scale = usd.worth_0 + usd.worth_1 * u[self.held_by]
        # `pnl` of coin rows in USD pools is price times PnL, so their balance is kept as price times balance
        held, factor, offset = assets.balance[self.held], assets.factor[:, self.held], assets.offset[:, self.held]
        balance = held * scale + add_up(usd.asset, pnl, count)
        balance_slope = held * usd.worth_1 + add_up(usd.asset, self.pnl_1, count)
        options = factor * balance + offset * scale
        best = options.argmin(axis=0)
        columns = np.arange(count)
        worth = options[best, columns]
        worth_slope = factor[best, columns] * balance_slope + offset[best, columns] * usd.worth_1
        h = add_up(self.held_by, worth, self.size) - add_up(self.of, usd.owe * required, self.size)
        return h, add_up(self.held_by, worth_slope, self.size) - add_up(self.of, usd.owe * slope, self.size)

    def only(self, chosen: BoolArray) -> Line:
        """Return the line of the pools that are `chosen` (m,)."""
        number = np.cumsum(chosen) - 1
        rows, assets = np.flatnonzero(chosen[self.of]), np.flatnonzero(chosen[self.held_by])
        return Line(
            pools=self.pools,
            size=int(chosen.sum()),
            row=rows if self.row is None else self.row[rows],
            of=number[self.of[rows]],
            held_by=number[self.held_by[assets]],
            wallet=self.wallet[chosen],
            held=assets if isinstance(self.held, slice) else self.held[assets],
            value_0=self.value_0[rows],
            value_1=self.value_1[rows],
            pnl_0=self.pnl_0[rows],
            pnl_1=self.pnl_1[rows],
            curve=None if self.curve is None else self.curve[rows],
            steps=None if self.steps is None else self.steps.take(rows, axis=1),
            usd=None if self.usd is None else self.usd.only(rows, assets),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UsdLine:
    """What pools that are reckoned in USD need besides."""

    coins: bool  # whether any position settles in a coin of a shared pool
    asset: IntArray  # (r,) currency of each row, counted in these a
    owe: FloatArray  # (r,)
    owed_1: FloatArray  # (r,) growth of a deduction: of coin rows in USD, price times deduction; else 0
    worth_0: FloatArray  # (a,) scale of a balance's price
    worth_1: FloatArray

    def only(self, rows: IntArray, assets: IntArray) -> UsdLine:
        """Return the same for some rows and currencies."""
        number = np.full(len(self.worth_0), -1, dtype=np.int64)
        number[assets] = np.arange(len(assets))
        return UsdLine(
            coins=self.coins,
            asset=number[self.asset[rows]],
            owe=self.owe[rows],
            owed_1=self.owed_1[rows],
            worth_0=self.worth_0[assets],
            worth_1=self.worth_1[assets],
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
    line = Line(
        pools=pools,
        size=layout.size,
        row=None,
        of=layout.of,
        held_by=pools.assets.pool,
        wallet=pools.wallet,
        held=slice(None),
        value_0=value_0,
        value_1=value_1,
        pnl_0=pnl_0,
        pnl_1=pnl_1,
        curve=layout.curve if layout.bends else None,
        steps=layout.breaks if pools.rate is layout.rate else None,
        usd=None if layout.plain else _usd_line(pools, beta, usd_coin),
    )
    return line, coin


def _usd_line(pools: Pools, beta: FloatArray, usd_coin: BoolArray) -> UsdLine:
    layout, count = pools.layout, len(pools.assets.balance)
    worth_1 = np.zeros(count)
    held = layout.coin >= 0
    worth_1[layout.coin[held]] = beta[held]
    worth_1[layout.asset[usd_coin]] = beta[usd_coin]
    return UsdLine(
        coins=bool(usd_coin.any()),
        asset=layout.asset,
        owe=pools.assets.owe[layout.asset],
        owed_1=np.where(usd_coin, beta, 0.0),
        worth_0=np.ones(count),
        worth_1=worth_1,
    )
