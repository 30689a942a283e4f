"""Who shares equity with whom, and each venue's rules turned into columns: all that does not move with the marks.

The requirement of a position is `max over pieces of rate * value - deduction`, plus `curve * value**2`. Fees on the
mark value are in the rate, fixed amounts are in the deduction, the threshold is in both. For legs that are netted,
the larger one carries the requirement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin import money
from monitor.margin.brackets import breaks
from monitor.margin.columns import Columns
from monitor.margin.groups import Groups
from monitor.margin.rules import Rules, VenueModel
from monitor.margin.sorting import Sorting, Terms, movers, partners

WORTH_BREAKS = 256  # positions from which a count of breaks beats a comparison of the pieces


@dataclass(frozen=True, kw_only=True)
class Layout:
    """m pools, n positions, a currencies."""

    of: IntArray  # (n,) pool of each position
    groups: Groups  # of positions by pool
    holders: Groups  # of positions by the currency that they settle in
    partner: IntArray  # (n,) the other leg of the same symbol in the same pool; -1
    asset: IntArray  # (n,) currency that the position settles in
    coin: IntArray  # (n,) currency in a shared pool that moves with the position's price; -1
    mover: IntArray  # (a,) a position whose price moves the currency's own; -1
    mover_mark: FloatArray  # (a,) that position's mark when the index was read
    idle: BoolArray  # (a,) coins of a pool in USD whose price no position of it follows: they move with the market
    isolated: BoolArray  # (n,)
    beta: FloatArray  # (n,) move for each move of all marks
    count: FloatArray  # (n,) what the floors count where that does not move with the mark; NaN: the notional
    account: IntArray  # (m,) index into book.accounts
    ids: tuple[str, ...]
    settle: tuple[str, ...]  # (m,) currency of the pool's figures
    rules: tuple[Rules, ...]  # (m,)
    terms: tuple[Terms, ...]  # (m,)
    shared: BoolArray  # (m,) reckoned in USD
    kinds: tuple[Rules, ...]  # the different ones that positions have
    kind: IntArray  # (n,) index into them
    taker: FloatArray  # (n,)
    assets: money.Assets
    rate: FloatArray  # (k, n)
    deduction: FloatArray  # (k, n)
    breaks: FloatArray | None  # (k - 1, n) values at which the next piece binds; None: not in that order, or few rows
    curve: FloatArray  # (n,)
    fixed: FloatArray  # (n,) amount of the requirement that does not move with the mark [settle]
    threshold: FloatArray  # (n,)
    extra: FloatArray  # (n,) of the rate beside the tier's: fees, funding
    hidden_fee: FloatArray  # (n,) part of the rate that the venue's maintenance figure leaves out
    cliff: BoolArray  # (n,) one tier by notional: chosen anew at each price
    on_entry: BoolArray  # (n,) the requirement is of the entry value
    frozen: BoolArray  # (n,) the requirement stays at today's mark
    reserve: FloatArray  # (n,) kept beside the isolated margin [settle]
    margin_worth: FloatArray  # (n,) equity that one unit of added margin gives: the reserve may change with it
    bankruptcy_fee: FloatArray  # (n,) rate that the bankruptcy price leaves room for
    bankruptcy_reserve: FloatArray  # (n,) amount that it leaves in the wallet [settle]
    initial_value: FloatArray  # (n,) value that initial margin is taken of; NaN: the value at mark
    initial_fee: FloatArray  # (n,) [settle]
    plain: bool  # every pool in its own currency

    @cached_property
    def bends(self) -> bool:
        """Whether any requirement grows with the square of the value."""
        return bool(self.curve.any())

    @cached_property
    def freezes(self) -> bool:
        """Whether any requirement stays at today's mark."""
        return bool(self.frozen.any())

    @cached_property
    def jumps(self) -> bool:
        """Whether any tier holds for the whole position and is chosen anew at each price."""
        return bool(self.cliff.any())

    @property
    def size(self) -> int:
        """Number of pools."""
        return len(self.ids)

    def rules_of(self, row: int) -> Rules:
        """Return the rules of one position."""
        return self.kinds[int(self.kind[row])]


def _idle(sorting: Sorting, assets: money.Assets, mover: IntArray) -> BoolArray:
    shared = np.array(sorting.shared, dtype=bool)[assets.pool]
    steady = np.array([currency in money.STEADY for currency in assets.currency], dtype=bool)
    idle: BoolArray = shared & (mover < 0) & ~steady
    return idle


def lay_out(book: Book, models: dict[str, VenueModel], fallback: VenueModel, at_ms: int | None = None) -> Layout:
    """Sort the positions into pools and turn the venues' rules into columns."""
    sorting = Sorting(book, models, fallback, at_ms)
    taker = sorting.taker
    partner = partners(book, sorting.of)
    columns = Columns(book, sorting, partner)
    columns.choose_tiers(sorting.of)
    columns.net_hedges()
    rate, deduction = columns.pieces()
    reserve = columns.reserve()
    assets = sorting.assets(reserve)
    mover = movers(book, sorting, len(assets.currency))
    groups = Groups.by(sorting.of, len(sorting.ids))
    alike = len(sorting.ids) == len(assets.currency) and bool((sorting.of == sorting.asset).all())
    return Layout(
        of=sorting.of,
        groups=groups,
        holders=groups if alike else Groups.by(sorting.asset, len(assets.currency)),
        partner=partner,
        asset=sorting.asset,
        coin=sorting.coin,
        mover=mover,
        mover_mark=np.where(mover >= 0, book.mark[mover], np.nan) if len(book.mark) else np.full(len(mover), np.nan),
        idle=_idle(sorting, assets, mover),
        isolated=sorting.isolated,
        beta=book.beta,
        count=columns.count,
        breaks=breaks(rate, deduction) if len(taker) > WORTH_BREAKS else None,
        account=np.array(sorting.owner, dtype=np.int64),
        ids=tuple(sorting.ids),
        settle=tuple(sorting.settle),
        rules=tuple(sorting.rules),
        terms=tuple(sorting.terms),
        shared=np.array(sorting.shared, dtype=bool),
        kinds=tuple(sorting.kinds),
        kind=sorting.kind,
        taker=taker,
        assets=assets,
        rate=rate,
        deduction=deduction,
        curve=columns.curve,
        fixed=columns.fixed,
        threshold=columns.threshold,
        extra=columns.extra,
        hidden_fee=columns.hidden_fee,
        cliff=columns.cliff & ~columns.on_entry,
        on_entry=columns.on_entry,
        frozen=columns.frozen,
        reserve=reserve,
        margin_worth=columns.margin_worth(),
        bankruptcy_fee=columns.bankruptcy_fee,
        bankruptcy_reserve=np.where(columns.reserve_closing, reserve, 0.0),
        initial_value=columns.initial_value(),
        initial_fee=columns.initial_fee(),
        plain=assets.plain,
    )
