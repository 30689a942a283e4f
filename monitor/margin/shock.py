"""How far all marks must move together before a pool is liquidated: what the prices of single symbols hide.

Along the shock every mark moves by beta * shock. In a pool of linear contracts, and in one reckoned in USD, all is
affine in the shock; in a coin's own pool it is affine in 1 / (1 + beta * shock). h is concave in that variable, so
Newton from the outer side ends exactly, in as many steps as tiers are crossed. Pools with cliffs by notional are
walked (cliffs.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray
from monitor.margin.brackets import binding, binding_by_breaks
from monitor.margin.cliffs import shock_walk
from monitor.margin.values import Pools, add_up, value

FAR = 1e6
STEPS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Every position and balance as an affine function of the pool's variable u; u is 0 or 1 at today's marks."""

    pools: Pools
    coin: BoolArray  # (m,) u = 1 / (1 + beta * shock); else u = shock
    value_0: FloatArray  # (n,)
    value_1: FloatArray
    pnl_0: FloatArray
    pnl_1: FloatArray
    coins_in_usd: bool  # whether any position settles in a coin of a shared pool
    owed_1: FloatArray  # (n,) growth of a deduction: of coin rows in USD, price times deduction; else 0
    worth_0: FloatArray  # (a,) scale of a balance's price
    worth_1: FloatArray

    def health(self, u: FloatArray) -> tuple[FloatArray, FloatArray]:
        """h and its slope in u, both (m,)."""
        pools, layout = self.pools, self.pools.layout
        here = u[layout.of]
        value = self.value_0 + self.value_1 * here
        if self.coins_in_usd:
            price = 1.0 + self.owed_1 * here
            rate, given = binding(value, pools.rate, pools.deduction * price)
            required, slope = rate * value - given, rate * self.value_1 - given / price * self.owed_1
        else:
            rate, given = _binding(pools, value)
            required, slope = rate * value - given, rate * self.value_1
        if layout.curve.any():
            required = required + layout.curve * value**2
            slope = slope + 2.0 * layout.curve * value * self.value_1
        pnl, pnl_slope = self.pnl_0 + self.pnl_1 * here, self.pnl_1
        if layout.plain:
            h = add_up(layout.of, pnl - required, layout.size) + _sum_assets(pools, pools.assets.balance)
            return h, add_up(layout.of, pnl_slope - slope, layout.size)
        return self._in_usd(u, pnl, required, slope)

    def _in_usd(
        self, u: FloatArray, pnl: FloatArray, required: FloatArray, slope: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        layout, assets = self.pools.layout, self.pools.assets
        size, count = layout.size, len(assets.balance)
        there = u[assets.pool]
        scale = self.worth_0 + self.worth_1 * there
        # `pnl` of coin rows in USD pools is price times PnL, so their balance is kept as price times balance
        balance = assets.balance * scale + add_up(layout.asset, pnl, count)
        balance_slope = assets.balance * self.worth_1 + add_up(layout.asset, self.pnl_1, count)
        options = assets.factor * balance + assets.offset * scale
        best = options.argmin(axis=0)
        columns = np.arange(count)
        worth = options[best, columns]
        worth_slope = assets.factor[best, columns] * balance_slope + assets.offset[best, columns] * self.worth_1
        owe = assets.owe[layout.asset]
        h = add_up(assets.pool, worth, size) - add_up(layout.of, owe * required, size)
        return h, add_up(assets.pool, worth_slope, size) - add_up(layout.of, owe * slope, size)


def common_shock(book: Book, pools: Pools, betas: FloatArray | None = None) -> tuple[FloatArray, FloatArray]:
    """Return how far all marks must move together before each pool is liquidated: (down, up), (m,).

    Args:
        betas: (n,) a position's own move for each move of the market; None: those of the positions, else 1.

    NaN where no such move exists. A pool that is unhealthy already gets the move that would make it healthy, negative.
    """
    layout = pools.layout
    beta = pools.layout.beta if betas is None else betas
    line = _line(book, pools, beta)
    steepest = np.ones(layout.size)
    np.maximum.at(steepest, layout.of, beta)
    now = np.where(line.coin, 1.0, 0.0)
    edge_low = np.where(line.coin, 1.0 / (1.0 + FAR), -1.0 / steepest)
    edge_high = np.full(layout.size, FAR)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        start = line.health(now)
        low = _outer_root(line, now, start, edge_low, -1.0)
        high = _outer_root(line, now, start, edge_high, 1.0)
        factor = _coin_beta(pools, beta)
        down = np.where(line.coin, (1.0 - 1.0 / high) / factor, -low)
        up = np.where(line.coin, (1.0 / low - 1.0) / factor, high)
    down, up = np.where(down > 1.0 + 1e-9, np.nan, down), np.where(up > 0.999 * FAR, np.nan, up)
    empty = np.bincount(layout.of, minlength=layout.size) == 0
    down, up = np.where(empty, np.nan, down), np.where(empty, np.nan, up)
    if layout.cliff.any():
        for pool, ends in shock_walk(
            book, layout, beta, lambda pool, shock: _health_after(book, pools, pool, beta * shock)
        ).items():
            down[pool], up[pool] = ends
    return down, up


def pull(book: Book, pools: Pools, betas: FloatArray | None = None) -> FloatArray:
    """Return (n,) how much h each position adds for a rise of all marks, its slope today [USD or settle].

    The most negative one (along the fall: the most positive one) uses up the pool's margin first.
    """
    beta = pools.layout.beta if betas is None else betas
    rate, _ = _binding(pools, book.notional)
    sign = np.where(book.inverse, -1.0, 1.0)
    owe = pools.assets.owe[pools.layout.asset]
    return owe * beta * book.notional * (book.direction - sign * rate)


def _health_after(book: Book, pools: Pools, pool: int, moves: FloatArray) -> float:
    """h of one pool if each mark moved by its own fraction, by valuing everything again."""
    return float(value(book.at(book.mark * np.maximum(1.0 + moves, 1e-12)), pools.layout).health[pool])


def _binding(pools: Pools, amount: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Rate and deduction of the pieces that bind at `amount` (n,)."""
    steps = pools.layout.breaks
    if steps is None or pools.rate is not pools.layout.rate:
        return binding(amount, pools.rate, pools.deduction)
    return binding_by_breaks(amount, pools.rate, pools.deduction, steps)


def _line(book: Book, pools: Pools, beta: FloatArray) -> _Line:
    layout = pools.layout
    shared = layout.shared[layout.of]
    native_coin, usd_coin = book.inverse & ~shared, book.inverse & shared
    coin = np.zeros(layout.size, dtype=bool)
    coin[layout.of[native_coin]] = True
    value, pnl = book.notional, book.unrealized_pnl
    start, moving = book.equity_0, book.equity_1 * book.variable(book.mark)
    count = len(pools.assets.balance)
    worth_1 = np.zeros(count)
    held = layout.coin >= 0
    worth_1[layout.coin[held]] = beta[held]
    worth_1[layout.asset[usd_coin]] = beta[usd_coin]
    # price times PnL of a coin row in USD: start * (1 + beta u) + moving
    return _Line(
        pools=pools,
        coin=coin,
        value_0=np.where(native_coin, 0.0, value),
        value_1=np.where(native_coin, value, np.where(usd_coin, 0.0, beta * value)),
        pnl_0=np.where(native_coin, start, np.where(usd_coin, start + moving, pnl)),
        pnl_1=np.where(native_coin, moving, np.where(usd_coin, beta * start, beta * (book.direction * value))),
        coins_in_usd=bool(usd_coin.any()),
        owed_1=np.where(usd_coin, beta, 0.0),
        worth_0=np.ones(count),
        worth_1=worth_1,
    )


def _coin_beta(pools: Pools, beta: FloatArray) -> FloatArray:
    """(m,) the beta of a coin's own pool: its contracts all follow that coin."""
    result = np.ones(pools.layout.size)
    result[pools.layout.of] = beta
    return result


def _sum_assets(pools: Pools, balance: FloatArray) -> FloatArray:
    return add_up(pools.assets.pool, balance, pools.layout.size)


def _outer_root(
    line: _Line, now: FloatArray, start: tuple[FloatArray, FloatArray], edge: FloatArray, sign: float
) -> FloatArray:
    """The end of {h >= 0} on one side of now, NaN where h stays >= 0 up to the edge.

    A tangent of a concave function lies above it, so its root lies outside; from there each step stays outside.
    """
    h, gradient = start
    tangent = np.where(gradient * sign < 0, now - h / gradient, edge)
    u = np.where(sign * tangent < sign * edge, tangent, edge)
    for _ in range(STEPS):
        h, gradient = line.health(u)
        step = np.where((h < 0) & (gradient * sign < 0), u - h / gradient, u)
        moved = np.abs(step - u) > 1e-14 * np.maximum(np.abs(u), 1.0)
        u = step
        if not moved.any():
            break
    return np.where((u == edge) | ~np.isfinite(u), np.nan, u)
