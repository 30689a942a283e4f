"""Margin pools and the one solver.

For one symbol of a pool, all else fixed, h = equity - requirement is concave and piecewise affine in x (the price, or
1/price for inverse contracts): the minimum over the tiers of affine pieces. The prices at which the pool survives are
therefore one interval, and its ends are the largest root of the rising pieces and the smallest root of the falling
ones. No iteration. Two legs of one symbol are the same with pairs of tiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from monitor.book import Book
from monitor.margin.brackets import maintenance_margin
from monitor.model import Account, Position

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolTerms:
    """What the account's mode allows us to say about its pools."""

    basis: str  # "exact", "estimate", "venue"
    reason: str
    computable: bool


class VenueModel(Protocol):
    """What a venue's file says; the modules themselves are the implementations."""

    RATIO_NAME: str

    def pool_of(self, position: Position) -> str: ...
    def wallet_of(self, account: Account, pool_id: str) -> float | None: ...
    def venue_ratio(self, ratio: float) -> float: ...
    def terms(self, account: Account) -> PoolTerms: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """m margin pools and, for each position, the one it belongs to."""

    of: IntArray  # (n,) pool of each position
    account: IntArray  # (m,) index into book.accounts
    ids: tuple[str, ...]
    settle: tuple[str, ...]
    terms: tuple[PoolTerms, ...]
    wallet: FloatArray  # (m,) without unrealised PnL; NaN unknown
    unrealized_pnl: FloatArray  # (m,)
    equity: FloatArray  # (m,)
    maintenance_margin: FloatArray  # (m,)
    position_maintenance: FloatArray  # (n,)

    @property
    def ratio(self) -> FloatArray:
        """(m,) required over equity: 0 is safe, 1 is liquidation; +inf once the equity is gone."""
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = self.maintenance_margin / self.equity
        gone = (self.equity <= 0) & (self.maintenance_margin > 0)
        idle = (self.equity >= 0) & (self.maintenance_margin == 0)
        return np.where(gone, np.inf, np.where(idle, 0.0, ratio))


@dataclass(frozen=True, slots=True, kw_only=True)
class LiquidationPrices:
    """The ends of the interval of prices in which each position's pool survives; NaN: no such end."""

    below: FloatArray  # (n,)
    above: FloatArray  # (n,)

    def nearest(self, mark: FloatArray) -> FloatArray:
        """(n,) the end that is nearer to the mark, as fraction of the mark; NaN where neither exists."""
        down = np.where(np.isnan(self.below), np.inf, np.abs(mark - self.below))
        up = np.where(np.isnan(self.above), np.inf, np.abs(self.above - mark))
        nearer = np.where(down <= up, self.below, self.above)
        return np.where(np.isinf(np.minimum(down, up)), np.nan, nearer)


def gather(book: Book, models: dict[str, VenueModel], fallback: VenueModel) -> Pools:
    """Sort the positions into pools and add up each pool's equity and requirement."""
    index: dict[tuple[int, str], int] = {}
    of = np.empty(len(book.positions), dtype=np.int64)
    owner: list[int] = []
    ids: list[str] = []
    settle: list[str] = []
    terms: list[PoolTerms] = []
    wallet: list[float] = []
    account_terms = [models.get(account.venue, fallback).terms(account) for account in book.accounts]

    def open_pool(account_index: int, pool_id: str, currency: str, balance: float | None) -> int:
        number = index[account_index, pool_id] = len(ids)
        owner.append(account_index)
        ids.append(pool_id)
        settle.append(currency)
        terms.append(account_terms[account_index])
        wallet.append(np.nan if balance is None else balance)
        return number

    for row, position in enumerate(book.positions):
        owner_index = int(book.account[row])
        account = book.accounts[owner_index]
        model = models.get(account.venue, fallback)
        pool_id = model.pool_of(position)
        number = index.get((owner_index, pool_id))
        if number is None:
            isolated = position.margin_mode == "isolated"
            balance = position.isolated_margin if isolated else model.wallet_of(account, pool_id)
            number = open_pool(owner_index, pool_id, position.settle, balance)
        of[row] = number
    for owner_index, account in enumerate(book.accounts):  # a wallet without positions is a pool too
        for collateral in account.collateral:
            pool_id = f"cross:{collateral.currency}"
            if (owner_index, pool_id) not in index:
                open_pool(owner_index, pool_id, collateral.currency, collateral.wallet_balance)

    size = len(ids)
    required = maintenance_margin(book.notional, book.schedules)
    pnl = _add_up(of, book.unrealized_pnl, size)
    wallets = np.array(wallet, dtype=np.float64)
    return Pools(
        of=of,
        account=np.array(owner, dtype=np.int64),
        ids=tuple(ids),
        settle=tuple(settle),
        terms=tuple(terms),
        wallet=wallets,
        unrealized_pnl=pnl,
        equity=wallets + pnl,
        maintenance_margin=_add_up(of, required, size),
        position_maintenance=required,
    )


def liquidation_prices(book: Book, pools: Pools) -> LiquidationPrices:
    """Return, per position, the prices of its symbol at which its pool is liquidated, other marks standing still.

    Positions of one symbol in one pool (hedge mode, cross) share the result. A pool that is unhealthy already gets the
    price that would make it healthy again, so its distance is <= 0.
    """
    partner = _partners(book, pools)
    first = np.flatnonzero((partner < 0) | (np.arange(len(partner)) < partner))
    below = np.full(len(partner), np.nan)
    above = np.full(len(partner), np.nan)
    for rows, others in (
        (first[partner[first] < 0], None),
        (first[partner[first] >= 0], partner[first[partner[first] >= 0]]),
    ):
        if not len(rows):
            continue
        low, high = _survival_interval(book, pools, rows, others)
        inverse = book.inverse[rows]
        with np.errstate(divide="ignore"):
            price_low = np.where(inverse, 1.0 / high, low)
            price_high = np.where(inverse, 1.0 / low, high)
        price_low = np.where(np.isfinite(price_low) & (price_low > 0), price_low, np.nan)
        price_high = np.where(np.isfinite(price_high) & (price_high > 0), price_high, np.nan)
        for target in (rows,) if others is None else (rows, others):
            below[target] = price_low
            above[target] = price_high
    return LiquidationPrices(below=below, above=above)


def health_at(book: Book, pools: Pools, prices: FloatArray) -> FloatArray:
    """Return h of each position's pool (n,) if its own symbol stood at `prices` (n,), other marks unchanged."""
    partner = _partners(book, pools)
    change = _health_change(book, pools, np.arange(len(prices)), prices)
    paired = np.flatnonzero(partner >= 0)
    change[paired] += _health_change(book, pools, partner[paired], prices[paired])
    return (pools.equity - pools.maintenance_margin)[pools.of] + change


def common_shock(book: Book, pools: Pools) -> tuple[FloatArray, FloatArray]:
    """Return how far all marks must move together before each pool is liquidated: (down, up), fractions >= 0.

    NaN where no such move exists, or where a pool holds inverse contracts (not affine in the shock).
    h along the shock is concave and piecewise affine, so Newton from the outer side ends exactly, in as many steps as
    tiers are crossed.
    """
    size = len(pools.ids)
    value = book.notional
    slope = value * np.where(book.inverse, np.nan, book.direction)
    slopes = _add_up(pools.of, slope, size)
    empty = np.bincount(pools.of, minlength=size) == 0

    def health(shock: FloatArray) -> tuple[FloatArray, FloatArray]:
        pieces = (value * (1 + shock[pools.of]))[:, None] * book.schedules.rate - book.schedules.deduction
        tier = pieces.argmax(axis=1)
        rows = np.arange(len(tier))
        required = _add_up(pools.of, pieces[rows, tier], size)
        rate = _add_up(pools.of, value * book.schedules.rate[rows, tier], size)
        return pools.equity + slopes * shock - required, slopes - rate

    def outer_root(start: FloatArray, sign: float) -> FloatArray:
        shock = start
        for _ in range(64):
            h, gradient = health(shock)
            with np.errstate(divide="ignore", invalid="ignore"):
                step = np.where((h < 0) & (gradient * sign < 0), shock - h / gradient, shock)
            if np.array_equal(step, shock, equal_nan=True):
                break
            shock = step
        return shock

    with np.errstate(invalid="ignore", over="ignore"):
        down_start = np.full(size, -1.0)
        reached_down = health(down_start)[0] < 0
        down = np.where(reached_down, -outer_root(down_start, -1.0), np.nan)
        far = np.full(size, 1e6)
        reached_up = health(far)[0] < 0
        up = np.where(reached_up, outer_root(far, 1.0), np.nan)
    return np.where(empty, np.nan, down), np.where(empty, np.nan, up)


def _add_up(of: IntArray, weights: FloatArray, size: int) -> FloatArray:
    """(size,) sums of `weights` (n,) by pool."""
    return np.bincount(of, weights=weights, minlength=size).astype(np.float64)


def _partners(book: Book, pools: Pools) -> IntArray:
    """(n,) the row of the other leg of the same symbol in the same pool, -1 where there is none."""
    partner = np.full(len(book.positions), -1, dtype=np.int64)
    seen: dict[tuple[int, str], int] = {}
    for row, position in enumerate(book.positions):
        group = (int(pools.of[row]), position.symbol)
        other = seen.setdefault(group, row)
        if other != row:
            partner[row], partner[other] = other, row
    return partner


def _survival_interval(
    book: Book, pools: Pools, rows: IntArray, others: IntArray | None
) -> tuple[FloatArray, FloatArray]:
    """The ends in x of {x > 0: h(x) >= 0} per group; -inf / +inf where an end does not exist."""
    here = pools.of[rows]
    base = (pools.equity - pools.maintenance_margin)[here]
    rate, deduction = book.schedules.rate, book.schedules.deduction
    slope, offset = _leg(book, pools, rows)
    falling = book.face[rows, None] * rate[rows]
    given = deduction[rows]
    if others is not None:
        other_slope, other_offset = _leg(book, pools, others)
        slope, offset = slope + other_slope, offset + other_offset
        other_falling = book.face[others, None] * rate[others]
        falling = (falling[:, :, None] + other_falling[:, None, :]).reshape(len(rows), -1)
        given = (given[:, :, None] + deduction[others][:, None, :]).reshape(len(rows), -1)
    gradient = slope[:, None] - falling
    constant = (base + offset)[:, None] + given
    with np.errstate(divide="ignore", invalid="ignore"):
        root = -constant / gradient
    low = np.where(gradient > 0, root, -np.inf).max(axis=1)
    high = np.where(gradient < 0, root, np.inf).min(axis=1)
    unknown = np.isnan(constant).any(axis=1) | np.isnan(gradient).any(axis=1)
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)


def _leg(book: Book, pools: Pools, rows: IntArray) -> tuple[FloatArray, FloatArray]:
    """Slope and constant of equity in x once the leg's own present PnL and requirement are taken out of the pool."""
    present = book.unrealized_pnl[rows] - pools.position_maintenance[rows]
    return book.equity_1[rows], book.equity_0[rows] - present


def _health_change(book: Book, pools: Pools, rows: IntArray, prices: FloatArray) -> FloatArray:
    """How h changes when these legs alone move to `prices`."""
    with np.errstate(divide="ignore", invalid="ignore"):
        x = np.where(book.inverse[rows], 1.0 / prices, prices)
    pnl = book.equity_0[rows] + book.equity_1[rows] * x
    value = book.face[rows] * x
    required = (value[:, None] * book.schedules.rate[rows] - book.schedules.deduction[rows]).max(
        axis=1, initial=-np.inf
    )
    present = book.unrealized_pnl[rows] - pools.position_maintenance[rows]
    change: FloatArray = pnl - required - present
    return change
