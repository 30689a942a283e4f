"""How much to close, exactly: of any position, to reach a distance or a ratio, and which position first.

A position is closed at the mark by the share 1 - k. What remains must survive at its target price, and there h is,
for each tier and each way a balance counts, c0 + c1 * k - c2 * k**2: every piece gives one bound on k. Cross: the
result of what is closed stays in the pool. Isolated: the venue releases margin in proportion, so only a lower tier
helps, unless the released margin is put back (`release=False`); a reserved closing fee goes with the size. To reach a
ratio r is to survive at today's mark with the requirement divided by r. Fees of closing come on top.
"""

from __future__ import annotations

import math

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.brackets import binding, tier_index
from monitor.margin.pools import health_at, required_at
from monitor.margin.values import Pools, scaled
from monitor.risk.netted import Pieces, joined

NOTHING = 1e-9  # a share that only rounding keeps: all would be closed
BELOW = 1.0 - 1e-12  # of a floor: the next lower tier


def share_to_keep(
    book: Book, pools: Pools, targets: FloatArray, *, ratio: float = 1.0, release: bool = True
) -> FloatArray:
    """Return the largest share k of each position (n,) with which its pool survives at `targets`; 1: nothing to close.

    NaN where closing does not help: it only opens what was hedged, or others endanger the pool.

    Args:
        targets: (n,) price of the position's own symbol, other marks standing still.
        ratio: margin ratio that is allowed there. release: an isolated position gives its margin back with its size.
    """
    stricter = pools if ratio == 1.0 else scaled(pools, 1.0 / ratio)
    enough = health_at(book, stricter, targets) >= 0
    flat, slope, square, least = _pieces(book, stricter, targets, ratio, release)
    with np.errstate(divide="ignore", invalid="ignore"):
        high, low = _bounds(flat, slope, square)  # (q, t, n)
    high, low = high.min(axis=0), low.max(axis=0)
    whole = _whole(book, pools)
    keep = np.where(low.max(axis=0) <= high.min(axis=0), high.min(axis=0), np.nan)
    if whole.any():
        keep = np.where(whole, _best_tier(book, pools, targets, high, low), keep)
    keep = np.minimum(keep, 1.0)
    least = np.maximum(least, _share_of_partner(book, pools, targets))
    keep = np.where(enough, 1.0, np.where((keep > NOTHING) & (keep >= least), keep, np.nan))
    return _healthy_at_mark(book, stricter, keep, targets, ratio, release)


def _healthy_at_mark(
    book: Book, pools: Pools, keep: FloatArray, targets: FloatArray, ratio: float, release: bool
) -> FloatArray:
    """The shares, NaN where a pool that is past its liquidation would stay so at the mark.

    A hedge that is opened may survive at its target, and is liquidated before it gets there.
    """
    past = (pools.health < 0)[pools.layout.of] & (keep < 1.0) & (targets != book.mark)
    if not past.any():
        return keep
    flat, slope, square, _ = _pieces(book, pools, book.mark, ratio, release)
    least = (flat + slope * keep - square * keep**2).min(axis=(0, 1))
    rounding = 1e-9 * pools.required[pools.layout.of]
    return np.where(past & ~(least >= -rounding), np.nan, keep)


def _share_of_partner(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    """(n,) the share at which the larger of two legs is as large as the other; 0 for all else.

    Below it the pair turns over: it survives at the target, and no longer at the mark.
    """
    partner = pools.layout.partner
    if not (partner >= 0).any():
        return np.zeros(len(partner))
    share = book.face[partner] / book.face
    return np.where((partner >= 0) & (share < 1.0) & (targets != book.mark), share, 0.0)


def round_up_to_lot(contracts: float, lot_size: float | None, held: float) -> float:
    """Return the size to close that an order can have: whole lots, not less than `contracts`, at most what is held."""
    if lot_size is None or not 0 < lot_size < math.inf or not math.isfinite(contracts / lot_size):
        return contracts
    lots = math.ceil(contracts / lot_size * (1.0 - 1e-12))
    return min(round(lots * lot_size, 12), held)


def relief(book: Book, pools: Pools, down: FloatArray, up: FloatArray) -> FloatArray:
    """Return (n,) how much h at the pool's own common shock gains for one unit of value closed; negative: a hedge.

    The position with the largest one is to be cut first. A pool that no move of all marks liquidates is judged by the
    requirement alone.

    Args:
        down, up: (m,) the common shocks; the nearer one counts.
    """
    layout = pools.layout
    falls = np.where(np.isnan(up), True, np.isnan(down) | ~(np.abs(down) > np.abs(up))) & ~np.isnan(down)
    shock = np.where(falls, -down, up)
    shock = np.where(np.isnan(shock), 0.0, shock)[layout.of]
    beyond = np.maximum(1.0 + layout.beta * shock, 1e-9)
    there = book.notional * np.where(book.inverse, 1.0 / beyond, beyond)
    rate, _ = binding(there, pools.rate, pools.deduction)
    rate = rate + 2.0 * layout.curve * there
    with np.errstate(divide="ignore", invalid="ignore"):
        growth = there / book.notional
    loss = -np.where(book.inverse, -book.direction, book.direction) * (growth - 1.0)
    gain: FloatArray = rate * growth + loss
    return gain


def cut_first(pools: Pools, gain: FloatArray) -> IntArray:
    """Return (m,) the row with the largest relief of each pool, -1 where closing nothing helps."""
    layout = pools.layout
    known = np.where(np.isnan(gain), -np.inf, gain)
    best = layout.groups.most(known)
    rows = np.flatnonzero((known == best[layout.of]) & (known > 0))[::-1]
    first = np.full(layout.size, -1, dtype=np.int64)
    first[layout.of[rows]] = rows
    return first


def _whole(book: Book, pools: Pools) -> BoolArray:
    flat: BoolArray = np.array([rule.flat for rule in pools.layout.kinds], dtype=bool)[pools.layout.kind]
    return ~book.marginal | flat


def _pieces(
    book: Book, pools: Pools, targets: FloatArray, ratio: float, release: bool
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """c0, c1 (q, t, n), c2 (n,) of h as a function of the share that is kept, and from which share (n,) they hold."""
    layout, assets = pools.layout, pools.assets
    asset, every = layout.asset, np.arange(len(targets))
    with np.errstate(divide="ignore", invalid="ignore"):
        x = np.where(book.inverse, 1.0 / targets, targets)
    change = book.equity_1 * (x - book.variable(book.mark))
    own, beside = pools.position_required, np.zeros(len(targets))
    fixed_pnl, fixed_required = np.zeros(len(targets)), np.zeros(len(targets))
    paired = np.flatnonzero(layout.partner >= 0)
    if len(paired):
        other = layout.partner[paired]
        there = book.face[other] * x[paired]
        fixed_pnl[paired] = book.equity_1[other] * (x[paired] - book.variable(book.mark)[other])
        fixed_required[paired] = required_at(book, pools, other, there)
        own = own.copy()
        own[paired] += pools.position_required[other]
    owe = 1.0 if layout.plain else assets.owe[asset]
    moves, scale, held = np.ones(len(targets)), np.ones(len(targets)), np.zeros(len(targets))
    if not layout.plain:
        moves = targets / book.mark
        scale = np.where(book.inverse & layout.shared[layout.of], moves, 1.0)
        held = np.where(layout.coin >= 0, (pools.worth - pools.owed)[np.maximum(layout.coin, 0)], 0.0)
        beside = np.where(scale != 1.0, (pools.owed[asset] - owe * own) * (scale - 1.0), 0.0)
    base = pools.health[layout.of] - pools.worth[asset] + held * (moves - 1.0) + owe * own - beside
    balance = pools.balance[asset]
    released = layout.isolated & release
    base = np.where(released, 0.0, base)  # an isolated pool holds nothing else: all of it shrinks with the size
    # where the margin stays, the fee reserved beside it is still of the size, or of size and margin
    reserved = layout.reserve - (layout.margin_worth - 1.0) * (balance - layout.reserve)
    leaving = np.where(released, balance, np.where(layout.isolated, reserved, 0.0))
    factor, offset = assets.factor[:, asset][:, None], assets.offset[:, asset][:, None]
    rate, deduction, square = _requirement(book, pools, ratio, x, every)
    pieces = Pieces(rate=rate, deduction=deduction, beside=fixed_required, least=np.zeros(len(targets)))
    if len(paired):
        pieces = joined(book, pools, x, pieces, _whole(book, pools))
        rate, deduction, fixed_required = pieces.rate, pieces.deduction, pieces.beside
    value = book.face * x
    fixed = _scaled_fixed(pools, ratio)
    flat = base + scale * (factor * (balance - leaving + fixed_pnl) + offset)
    flat = flat + owe * scale * (deduction + fixed - fixed_required)
    slope = scale * factor * (change + leaving) - owe * scale * (rate * value + fixed)
    return flat, slope, owe * scale * square, pieces.least


def _scaled_fixed(pools: Pools, ratio: float) -> FloatArray:
    return pools.layout.fixed / ratio


def _requirement(
    book: Book, pools: Pools, ratio: float, x: FloatArray, rows: IntArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Rate and deduction (t, n) of each tier that a smaller position may be in, and the factor (n,) of its square."""
    layout = pools.layout
    rate, deduction = pools.rate, pools.deduction
    slope = book.rate_slope * layout.threshold / ratio
    value = book.face * x
    square = layout.curve * value**2
    by_size = (slope != 0) & ~book.inverse  # Deribit, linear: the rate itself shrinks with the size
    if by_size.any():
        rate = rate - np.where(by_size, slope * book.face, 0.0)
        square = square + np.where(by_size, slope * book.face * value, 0.0)
    whole = _whole(book, pools)
    if whole.any():
        rate, deduction = rate.copy(), deduction.copy()
        listed = book.schedules.rate * layout.threshold / ratio
        by_count = whole & ~np.isnan(layout.count) & ~layout.frozen
        tier = tier_index(np.where(by_count, layout.count, 0.0), book.schedules.floor)
        depth = len(listed)
        rate[:depth, by_count] += (listed - listed[tier, rows])[:, by_count]
        by_value = layout.cliff & ~layout.frozen
        rate[:, by_value] = layout.rate[:, by_value]
        deduction[:, by_value] = layout.deduction[:, by_value]
    still = layout.frozen | layout.on_entry
    if still.any():
        repeats = len(rate) // len(book.schedules.rate)  # of a netted pair each leg brings its pieces
        tiers, shares = _still(book, pools, ratio, still)
        rate, deduction = rate.copy(), deduction.copy()
        rate[:, still] = np.tile(tiers / value[still], (repeats, 1))
        deduction[:, still] = np.tile(shares, (repeats, 1)) - _scaled_fixed(pools, ratio)[still]
    return rate, deduction, square


def _still(book: Book, pools: Pools, ratio: float, still: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Requirement and deduction (t, s) [settle] in each tier of what stands still at another price, without fees.

    It is of the entry value or of the value at mark, and shrinks with the size all the same.
    """
    layout, listed = pools.layout, book.schedules
    share = layout.threshold[still] / ratio
    deduction = np.where(_whole(book, pools)[still], 0.0, listed.deduction[:, still]) * share
    return (listed.rate[:, still] + layout.extra[still]) * _standing_value(book, pools)[still] * share, deduction


def _standing_value(book: Book, pools: Pools) -> FloatArray:
    """(n,) the value that a requirement which stands still is taken of [settle]."""
    return np.where(pools.layout.on_entry, book.face * book.variable(book.entry), book.notional)


def _bounds(flat: FloatArray, slope: FloatArray, square: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The largest and the smallest k at which each piece is >= 0."""
    affine = -flat / slope
    high = np.where(slope < 0, affine, np.where(flat >= 0, np.inf, -np.inf))
    high = np.where((slope > 0) & (affine <= 1.0), np.inf, high)
    low = np.where(slope > 0, affine, 0.0)
    if square.any():
        half = 0.5 * (slope + np.sqrt(slope**2 + 4.0 * square * flat))
        bent = square > 0
        high = np.where(bent, half / square, high)
        low = np.where(bent, 0.0, low)
    return np.where(np.isnan(flat + slope), np.nan, high), low


def _best_tier(book: Book, pools: Pools, targets: FloatArray, high: FloatArray, low: FloatArray) -> FloatArray:
    """The largest share over the tiers that each hold for the whole position."""
    layout = pools.layout
    with np.errstate(divide="ignore", invalid="ignore"):
        value = book.face * np.where(book.inverse, 1.0 / targets, targets)
    value = np.where(layout.on_entry | layout.frozen, _standing_value(book, pools), value)
    own = np.where(np.isnan(layout.count), value, _own_count(book))
    others = np.where(np.isnan(layout.count), 0.0, layout.count - own)
    floor = book.schedules.floor
    ceiling = np.vstack([floor[1:], np.full((1, floor.shape[1]), np.inf)])
    above = np.where(layout.cliff & ~layout.frozen, np.fmax(own, book.notional), own)  # the value on the way there
    with np.errstate(divide="ignore", invalid="ignore"):
        top, early = (np.where(np.isinf(ceiling), np.inf, (ceiling * BELOW - others) / size) for size in (own, above))
        bottom = np.where(np.arange(len(floor))[:, None] == 0, 0.0, (floor - others) / own)
    high, low = high[: len(floor)], low[: len(floor)]
    # a fall that begins one tier higher must not be ended there
    stricter, later = (np.vstack([rows[1:], rows[-1:]]) for rows in (high, early))
    best = np.minimum(high, np.maximum(early, np.minimum(np.minimum(top, stricter), later)))
    fits = (best >= np.maximum(low, bottom)) & (best > 0)
    found = np.where(fits, best, -np.inf).max(axis=0)
    return np.where(np.isfinite(found) | np.isposinf(found), found, np.nan)


def _own_count(book: Book) -> FloatArray:
    """What the floors count of each position by itself, where they count contracts or base."""
    counts = [
        position.contracts if position.bracket_unit == "contracts" else position.contracts * position.contract_size
        for position in book.positions
    ]
    return np.array(counts, dtype=np.float64) / np.where(
        book.inverse & np.array([position.bracket_unit == "base" for position in book.positions], dtype=bool),
        book.mark,
        1.0,
    )
