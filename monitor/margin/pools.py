"""Margin pools and the one solver.

For one symbol of a pool, all else fixed, h = equity - requirement is concave and piecewise affine in x (the price, or
1/price for inverse contracts): the minimum over the tiers, and over the ways a balance may count, of affine pieces. The
prices at which the pool survives are therefore one interval, and its ends are the largest root of the rising pieces and
the smallest root of the falling ones. No iteration. Two legs of one symbol are the same with pairs of tiers. Deribit's
pieces have a square term: each survives between its two roots, in closed form. Only tiers by notional that hold for
the whole position (cliffs) are walked, tier by tier (cliffs.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray, IntArray
from monitor.margin.brackets import PORTION, maximum, tier_index
from monitor.margin.cliffs import walk
from monitor.margin.layout import lay_out
from monitor.margin.rules import VenueModel
from monitor.margin.values import Pools, value

OUT_OF_REACH = 1e9  # times the mark

Rows = slice | IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class LiquidationPrices:
    """The ends of the interval of prices in which each position's pool survives; NaN: no such end."""

    below: FloatArray  # (n,)
    above: FloatArray  # (n,)

    def nearest(self, mark: FloatArray) -> FloatArray:
        """(n,) the end that is nearer to the mark; NaN where neither exists."""
        above_is = np.isnan(self.below) | (np.abs(self.above - mark) < np.abs(mark - self.below))
        return np.where(above_is, self.above, self.below)


def gather(book: Book, models: dict[str, VenueModel], fallback: VenueModel, at_ms: int | None = None) -> Pools:
    """Sort the positions into pools and add up each pool's equity and requirement."""
    return value(book, lay_out(book, models, fallback, at_ms))


def liquidation_prices(book: Book, pools: Pools) -> LiquidationPrices:
    """Return, per position, the prices of its symbol at which its pool is liquidated, other marks standing still.

    Positions of one symbol in one pool (hedge mode, cross) share the result. A pool that is unhealthy already gets the
    price that would make it healthy again, so its distance is <= 0.
    """
    partner = pools.layout.partner
    below, above = np.full(len(partner), np.nan), np.full(len(partner), np.nan)
    single = partner < 0
    first = partner > np.arange(len(partner))
    ordinary = np.ones(len(partner), dtype=bool) if pools.layout.plain else ~pools.layout.shared[pools.of]
    for choice, is_pair in ((single, False), (first, True)):
        for native in (True, False):
            if (pools.layout.plain and not native) or not choice.any():
                continue
            every = choice & (ordinary == native)
            if not is_pair and every.all():
                portions: list[Rows] = [slice(start, start + PORTION) for start in range(0, len(every), PORTION)]
            else:
                found = np.flatnonzero(every)
                portions = [found[start : start + PORTION] for start in range(0, len(found), PORTION)]
            for rows in portions:
                others = partner[rows] if is_pair else None
                low, high = _survival(book, pools, rows, others, native=native)
                for target in (rows,) if others is None else (rows, others):
                    below[target], above[target] = low, high
    if pools.layout.jumps:
        walked = walk(
            book, pools.layout, lambda row, price: float(health_of(book, pools, np.array([row]), np.array([price]))[0])
        )
        for row, (low_end, high_end) in walked.items():
            below[row], above[row] = low_end, high_end
    # an inverse short with just its own coin behind it ends at "1/0": rounding makes it a price no market can show
    return LiquidationPrices(below=below, above=np.where(above > book.mark * OUT_OF_REACH, np.nan, above))


def health_at(book: Book, pools: Pools, prices: FloatArray) -> FloatArray:
    """Return h of each position's pool (n,) if its own symbol stood at `prices` (n,), other marks unchanged."""
    return health_of(book, pools, slice(None), prices)


def health_of(book: Book, pools: Pools, rows: Rows, prices: FloatArray) -> FloatArray:
    """Return h of the pool of each of `rows` (r,) if its symbol stood at `prices` (r,), other marks unchanged."""
    layout = pools.layout
    pnl, required = _leg_change(book, pools, rows, prices)
    now = pools.position_required[rows]
    partner = layout.partner[rows]
    paired = np.flatnonzero(partner >= 0)
    if len(paired):
        now = now.copy()
        other = partner[paired]
        more_pnl, more_required = _leg_change(book, pools, other, prices[paired])
        pnl[paired] += more_pnl
        required[paired] += more_required
        now[paired] += pools.position_required[other]
    before = pools.health[pools.of[rows]]
    if layout.plain:
        return before + pnl - required
    return before + _change_in_usd(book, pools, rows, prices, (pnl, required, now))


def required_at(book: Book, pools: Pools, rows: Rows, notional: FloatArray) -> FloatArray:
    """Return the requirement (r,) of some positions if their value were `notional` (r,) [settle]."""
    layout = pools.layout
    required = maximum(notional, pools.rate[:, rows], pools.deduction[:, rows])
    cliffs = np.flatnonzero(layout.cliff[rows] & ~layout.frozen[rows]) if layout.jumps else ()
    if len(cliffs):
        where = cliffs if isinstance(rows, slice) else rows[cliffs]
        tier = tier_index(notional[cliffs], book.schedules.floor[:, where])
        required[cliffs] = layout.rate[tier, where] * notional[cliffs] - layout.deduction[tier, where]
    if layout.bends:
        required = required + layout.curve[rows] * notional**2
    return required


def _survival(
    book: Book, pools: Pools, rows: Rows, others: IntArray | None, *, native: bool
) -> tuple[FloatArray, FloatArray]:
    """The ends in price of {h >= 0} per group of legs; NaN where an end does not exist or is not known."""
    pieces = _native_pieces(book, pools, rows, others) if native else _shared_pieces(book, pools, rows, others)
    constant, gradient = pieces
    curve = _curve(book, pools, rows, others)
    if curve is None:
        low, high = _affine_interval(constant, gradient)
    else:
        low, high = _square_interval(constant, gradient, curve)
    if native and book.has_inverse:
        inverse = book.inverse[rows]
        with np.errstate(divide="ignore"):
            low, high = np.where(inverse, 1.0 / high, low), np.where(inverse, 1.0 / low, high)
    return _price(low), _price(high)


def _price(value: FloatArray) -> FloatArray:
    return np.where(np.isfinite(value) & (value > 0), value, np.nan)


def _affine_interval(constant: FloatArray, gradient: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Ends in x of {min over pieces (q, r) of constant + gradient * x >= 0}; -inf, +inf where there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        root = constant / gradient
    np.negative(root, out=root)
    rises, falls = gradient > 0, gradient < 0
    rising, falling = rises.all(axis=0), falls.all(axis=0)
    if (rising | falling).all():  # a single leg is one or the other throughout, and this is twice as fast
        low, high = np.where(rising, root.max(axis=0), -np.inf), np.where(rising, np.inf, root.min(axis=0))
    else:
        low = np.where(rises, root, -np.inf).max(axis=0)
        high = np.where(falls, root, np.inf).min(axis=0)
    known = ~(np.isnan(constant[0]) | np.isnan(gradient[0]))
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def _square_interval(constant: FloatArray, gradient: FloatArray, curve: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The same for pieces constant + gradient * x - curve * x**2: each survives between its two roots."""
    with np.errstate(divide="ignore", invalid="ignore"):
        half = 0.5 * (gradient + np.copysign(np.sqrt(gradient**2 + 4.0 * curve * constant), gradient))
        first, second = half / curve, -constant / half
    low, high = np.fmin(first, second), np.fmax(first, second)
    plain_low, plain_high = _affine_interval(constant, gradient)
    bent = curve > 0
    return np.where(bent, low.max(axis=0), plain_low), np.where(bent, high.min(axis=0), plain_high)


def _curve(book: Book, pools: Pools, rows: Rows, others: IntArray | None) -> FloatArray | None:
    if not pools.layout.bends:
        return None
    curve = pools.layout.curve
    square = curve[rows] * book.face[rows] ** 2
    return square if others is None else square + curve[others] * book.face[others] ** 2


def _native_pieces(book: Book, pools: Pools, rows: Rows, others: IntArray | None) -> tuple[FloatArray, FloatArray]:
    """h as pieces (q, r) in x, in the settlement currency."""
    slope, offset = _leg(book, pools, rows)
    falling, given = _required_pieces(book, pools, rows, others)
    if others is not None:
        other_slope, other_offset = _leg(book, pools, others)
        slope, offset = slope + other_slope, offset + other_offset
    base = pools.health[pools.of[rows]] + offset
    return base + given, slope - falling


def _required_pieces(book: Book, pools: Pools, rows: Rows, others: IntArray | None) -> tuple[FloatArray, FloatArray]:
    """The requirement of one leg or two as `falling * x - given`, both (q, r)."""
    rate, given = pools.rate[:, rows], pools.deduction[:, rows]
    falling = book.face[rows] * rate
    if others is not None:
        more = book.face[others] * pools.rate[:, others]
        falling = (falling[:, None] + more[None]).reshape(-1, len(others))
        given = (given[:, None] + pools.deduction[:, others][None]).reshape(-1, len(others))
    return falling, given


def _leg(book: Book, pools: Pools, rows: Rows) -> tuple[FloatArray, FloatArray]:
    """Slope and constant of equity in x once the leg's own present PnL and requirement are taken out of the pool."""
    slope = book.equity_1[rows]
    now = slope * book.variable(book.mark)[rows]
    return slope, pools.position_required[rows] - now


def _shared_pieces(book: Book, pools: Pools, rows: Rows, others: IntArray | None) -> tuple[FloatArray, FloatArray]:
    """h as pieces (q, r) in the price itself, in USD; collateral in the position's coin moves with it.

    A linear position moves the balance it settles in; an inverse one moves its coin's balance, which itself is worth
    more or less: price times (balance - face / price) is affine in the price again.
    """
    layout, assets = pools.layout, pools.assets
    asset = layout.asset[rows]
    slope = book.equity_1[rows]
    required = pools.position_required[rows]
    pnl = slope * (book.variable(book.mark) - book.variable(book.entry))[rows]
    start = -slope * book.variable(book.entry)[rows]
    if others is not None:
        more = book.equity_1[others]
        pnl = pnl + more * (book.variable(book.mark) - book.variable(book.entry))[others]
        start = start - more * book.variable(book.entry)[others]
        slope = slope + more
        required = required + pools.position_required[others]
    falling, given = _required_pieces(book, pools, rows, others)
    rest = pools.balance[asset] - pnl + start
    owe, mark = assets.owe[asset], book.mark[rows]
    inverse = book.inverse[rows]
    beside = np.where(inverse, pools.owed[asset] - owe * required, 0.0)  # other requirements in the same coin
    base = pools.health[pools.of[rows]] - pools.worth[asset] + owe * required + beside
    coin, moving = layout.coin[rows], np.zeros(len(asset))
    moving[coin >= 0] = (pools.worth - pools.owed)[coin[coin >= 0]]
    base = base - moving
    constants, gradients = [], []
    for factor, offset in zip(assets.factor[:, asset], assets.offset[:, asset], strict=True):
        flat, steep = factor * rest + offset + owe * given - beside, factor * slope - owe * falling
        constants.append(base + np.where(inverse, steep / mark, flat))
        gradients.append(np.where(inverse, flat, steep * mark) / mark + moving / mark)
    gradient = np.concatenate(gradients)
    if layout.bends:  # not affine in the price of a shared pool: unknown rather than wrong
        gradient = np.where(layout.curve[rows] > 0, np.nan, gradient)
    return np.concatenate(constants), gradient


def _leg_change(book: Book, pools: Pools, rows: Rows, prices: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How PnL and requirement change [settle] when these legs move to `prices`; coin moves are left to the caller."""
    x = prices
    if book.has_inverse:
        with np.errstate(divide="ignore", invalid="ignore"):
            x = np.where(book.inverse[rows], 1.0 / prices, prices)
    pnl: FloatArray = book.equity_1[rows] * (x - book.variable(book.mark)[rows])
    required: FloatArray = required_at(book, pools, rows, book.face[rows] * x) - pools.position_required[rows]
    return pnl, required


def _change_in_usd(
    book: Book, pools: Pools, rows: Rows, prices: FloatArray, legs: tuple[FloatArray, FloatArray, FloatArray]
) -> FloatArray:
    """How h changes when the settle balances gain PnL, requirements change, and the coin itself moves.

    Args:
        legs: change of PnL, change of requirement, requirement now, of both legs where there are two [settle].
    """
    pnl, required, now = legs
    layout, assets = pools.layout, pools.assets
    asset, coin = layout.asset[rows], layout.coin[rows]
    own = (assets.factor[:, asset] * (pools.balance[asset] + pnl) + assets.offset[:, asset]).min(axis=0)
    moves = prices / book.mark[rows]
    scale = np.where(book.inverse[rows] & layout.shared[layout.of[rows]], moves, 1.0)
    held = np.where(coin >= 0, (pools.worth - pools.owed)[coin], 0.0)
    owe = assets.owe[asset]
    beside = pools.owed[asset] - owe * now
    worth = own * scale - pools.worth[asset] + held * (moves - 1.0)
    change: FloatArray = worth - owe * ((now + required) * scale - now) - beside * (scale - 1.0)
    return change
