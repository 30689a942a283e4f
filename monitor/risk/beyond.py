"""Every measure beyond the liquidation price, of one book, as columns: a pass of its own after the report.

Rows for display are built from it when they are asked for (beyond_report.py).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.values import Pools
from monitor.risk.adl import queue_of, scores
from monitor.risk.calibration import shipped
from monitor.risk.chances import Chances, of_one_price, pool_chances, position_chances
from monitor.risk.depth import Exits, exits
from monitor.risk.exposed import Liquidations, Spare, liquidations, spare
from monitor.risk.figures import Figures
from monitor.risk.funding import Funding, funding
from monitor.risk.gap import FILL_STD, Gaps, PoolGaps, gaps, pool_gaps
from monitor.risk.leverage import largest_leverage
from monitor.risk.market import Market
from monitor.risk.protection import family_of
from monitor.risk.relief import cut_first, relief, share_to_keep
from monitor.risk.rescue import margin_to_add, target_prices
from monitor.risk.stop_audit import ASSUMED_SLIPPAGE, StopAudit, audit
from monitor.risk.volatility import VolatilityColumns

T = TypeVar("T")

OF_POOLS = ("ratio", "shock_down", "shock_up", "naive_down", "naive_up", "first_down", "first_up")

DAYS_A_YEAR = 365.0
FILL_YEARS = 15.0 / (24 * 60 * DAYS_A_YEAR)  # a liquidation order is worked off within a quarter of an hour
DOLLARS = frozenset({"USD", "USDT", "USDC", "USDE", "FDUSD", "BUSD", "TUSD", "USDD"})  # added up one to one


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What figures are compared with; the user may move them (settings)."""

    rescue_distance: float = 0.10  # that "add" and "cut" restore
    rescue_ratio: float = 0.50
    kept_distance: float = 0.15  # that must stay when money is taken away
    alarm_distances: tuple[float, ...] = (0.15, 0.08, 0.04)
    stop_loss_share: float = 0.20  # of the margin
    margin_share_low: float = 0.10  # of the account's equity, in one trade
    margin_share_high: float = 0.20
    leverage_low: float = 3.0
    leverage_high: float = 5.0
    leverage_chance: float = 0.05  # of touching liquidation, for the largest leverage
    leverage_days: float = 7.0


def measure_beyond(figures: Figures, market: Market, now_ms: int, lines: Lines | None = None) -> Beyond:
    """Judge every position and pool; each block of figures is reckoned when it is first looked at.

    Args:
        now_ms: for the time until the next funding and for the age of what was read.
    """
    return Beyond(figures, market, now_ms, Lines() if lines is None else lines)


def _reckoned(work: Callable[[Beyond], T]) -> cached_property[T]:
    """A block that is reckoned once, when it is first looked at: while nobody looks, only what alarms are told by."""

    def quietly(beyond: Beyond) -> T:
        with np.errstate(all="ignore"):  # NaN is unknown, and passes through
            return work(beyond)

    return cached_property(quietly)


class Beyond:
    """n positions, m pools; NaN is unknown or none.

    Where the venue's own figures are only repeated, what depends on a margin model is unknown.
    """

    def __init__(self, figures: Figures, market: Market, now_ms: int, lines: Lines) -> None:
        self.market, self.now_ms, self.lines = market, now_ms, lines
        self._measured = figures
        self._computable = np.array([terms.computable for terms in figures.pools.layout.terms], dtype=bool)
        self._all = bool(self._computable.all())
        self._pools = ~self._computable  # (m,) whose figures are only repeated
        self._positions = self._pools[figures.pools.of]  # (n,) the same

    @_reckoned
    def figures(self) -> Figures:
        """The report's own columns."""
        return self._blanked(self._measured, self._positions, "tier", "tier_at_root", *OF_POOLS)

    @_reckoned
    def volatility(self) -> VolatilityColumns:
        """How much each price moves."""
        return self.market.volatilities.columns(self._measured.book)

    @_reckoned
    def chances(self) -> Chances:
        """Of touching liquidation: (h, n)."""
        return self._blanked(position_chances(self._measured, self.volatility, shipped()), self._positions)

    @_reckoned
    def joint(self) -> Chances:
        """Of whole pools: (h, m)."""
        found = pool_chances(self._measured, self.volatility, shipped())
        return self._blanked(of_one_price(self._measured, found, self.chances), self._pools)

    @_reckoned
    def funding(self) -> Funding:
        """What funding costs, and until when it reaches a distance."""
        found = funding(self._measured, self.now_ms, (*self.lines.alarm_distances, 0.0))
        return self._blanked(found, self._positions, "payment", "accrued", "per_day", "per_week", "pool_per_day")

    @_reckoned
    def liquidation(self) -> Liquidations:
        """What a liquidation costs."""
        return self._blanked(liquidations(self._measured), self._positions)

    @_reckoned
    def gaps(self) -> Gaps:
        """Jumps through the liquidation price."""
        figures = self._measured
        fill_std = np.fmax(FILL_STD, self.volatility.annual * np.sqrt(FILL_YEARS))
        found = gaps(figures.book, figures.pools, figures.root, figures.bankruptcy, fill_std)
        return self._blanked(found, self._positions)

    @_reckoned
    def pool_gaps(self) -> PoolGaps:
        """Jumps of all marks of a pool."""
        figures = self._measured
        found = pool_gaps(figures.book, figures.pools, figures.shock_down, figures.shock_up)
        return self._blanked(found, self._pools)

    @_reckoned
    def exits(self) -> Exits:
        """What closing at once would cost."""
        figures, day = self._measured, self.volatility.annual / np.sqrt(DAYS_A_YEAR)
        return exits(figures.book, self.market.depths, figures.pools.layout.taker, day)

    @_reckoned
    def slippage_known(self) -> BoolArray:
        """(n,) whether an order book says what is lost: it holds the whole size."""
        known: BoolArray = np.isfinite(self.exits.whole[0])
        return known

    @_reckoned
    def slippage(self) -> FloatArray:
        """(n,) that the stops are judged with; of a book too thin for the whole size never less than is assumed."""
        at_least = np.where(self.slippage_known, 0.0, ASSUMED_SLIPPAGE)
        found: FloatArray = np.fmax(self.exits.slippage[0], at_least)
        return found

    @_reckoned
    def stops(self) -> StopAudit:
        """What the stops would do, judged by the venue's own liquidation price where we compute none."""
        figures, told = self._measured, self._measured.root
        if not self._all:
            reported = [position.reported_liquidation_price for position in figures.book.positions]
            told = np.where(self._positions, np.array(reported, dtype=np.float64), told)
        return audit(figures.book, told, self.slippage)

    @_reckoned
    def score(self) -> FloatArray:
        """(n,) in the deleveraging queue."""
        return self._unknown(_scores(self._measured))

    @_reckoned
    def margin(self) -> FloatArray:
        """(n,) behind the position alone: assigned to it, else its initial margin [settle]."""
        pools = self._measured.pools
        return np.where(pools.layout.isolated, pools.wallet[pools.of], self._measured.initial)

    @_reckoned
    def equity(self) -> FloatArray:
        """(n,) of its account in its currency [settle]."""
        return _account_equity(self._measured.pools)

    @_reckoned
    def largest_leverage(self) -> FloatArray:
        """(n,) for the chosen chance."""
        return self._unknown(_largest(self._measured, self.volatility, self.lines))

    @_reckoned
    def add(self) -> FloatArray:
        """(n,) margin to reach the distance."""
        return self._unknown(margin_to_add(self._measured.book, self._measured.pools, self._targets))

    @_reckoned
    def keep(self) -> FloatArray:
        """(n,) share that reaches the distance."""
        return self._unknown(share_to_keep(self._measured.book, self._measured.pools, self._targets))

    @_reckoned
    def keep_put_back(self) -> FloatArray:
        """(n,) share where the freed margin stays; isolated positions, else NaN."""
        return self._unknown(_put_back(self._measured.book, self._measured.pools, self._targets))

    @_reckoned
    def ratio_add(self) -> FloatArray:
        """(n,) margin to reach the ratio."""
        pools = self._measured.pools
        missing = pools.required / self.lines.rescue_ratio - pools.equity
        return self._unknown(np.maximum(0.0, missing)[pools.layout.of] / pools.layout.margin_worth)

    @_reckoned
    def ratio_keep(self) -> FloatArray:
        """(n,) share that reaches the ratio."""
        book, ratio = self._measured.book, self.lines.rescue_ratio
        return self._unknown(share_to_keep(book, self._measured.pools, book.mark, ratio=ratio))

    @_reckoned
    def relief(self) -> FloatArray:
        """(n,) how much closing a part of it helps its pool."""
        return self._unknown(self._relief)

    @_reckoned
    def first(self) -> IntArray:
        """(m,) the position to close first, -1: not known."""
        return np.where(self._pools, -1, cut_first(self._measured.pools, self._relief))

    @_reckoned
    def spare(self) -> Spare:
        """What could be taken away."""
        return self._blanked(spare(self._measured, self.lines.kept_distance), self._pools)

    # ------------------------------------------------------------------ inside

    @_reckoned
    def _targets(self) -> FloatArray:
        figures = self._measured
        return target_prices(figures.book, figures.prices, figures.root, self.lines.rescue_distance)

    @_reckoned
    def _relief(self) -> FloatArray:
        figures = self._measured
        return relief(figures.book, figures.pools, figures.shock_down, figures.shock_up)

    def _unknown(self, column: FloatArray) -> FloatArray:
        """The column, unknown where the venue's figures are only repeated."""
        return column if self._all else np.where(self._positions, np.nan, column)

    def _blanked(self, block: T, where: BoolArray, *kept: str) -> T:
        """The block with all columns but those `kept` unknown in these places."""
        if self._all:
            return block
        fields = {field.name: getattr(block, field.name) for field in dataclasses.fields(block)}  # type: ignore[arg-type]
        return replace(  # type: ignore[type-var]
            block,
            **{
                name: np.where(where, np.nan, value)
                for name, value in fields.items()
                if name not in kept and isinstance(value, np.ndarray) and value.shape[-1] == len(where)
            },
        )


def _put_back(book: Book, pools: Pools, targets: FloatArray) -> FloatArray:
    isolated = pools.layout.isolated
    if not isolated.any():
        return np.full(len(isolated), np.nan)
    return np.where(isolated, share_to_keep(book, pools, targets, release=False), np.nan)


def _scores(figures: Figures) -> FloatArray:
    pools, book = figures.pools, figures.book
    kinds = [queue_of(family_of(account.venue)).kind for account in book.accounts]
    return scores(
        book,
        [kinds[owner] for owner in book.account.tolist()],
        figures.bankruptcy,
        pools.equity[pools.of],
        pools.wallet[pools.of],
        figures.ratio[pools.of],
    )


def _account_equity(pools: Pools) -> FloatArray:
    """Equity of each position's account in the currency of its pool: dollars are added up, coins are not [settle]."""
    layout = pools.layout
    names = ["USD" if name in DOLLARS else name for name in layout.settle]
    keys = {key: number for number, key in enumerate(dict.fromkeys(zip(layout.account.tolist(), names, strict=True)))}
    group = np.array([keys[key] for key in zip(layout.account.tolist(), names, strict=True)], dtype=np.int64)
    total = np.bincount(group, weights=pools.equity, minlength=len(keys)).astype(np.float64)
    return total[group][layout.of]


def _largest(figures: Figures, volatility: VolatilityColumns, lines: Lines) -> FloatArray:
    """The largest leverage for the chosen chance, with the requirement of today's tier."""
    book, pools = figures.book, figures.pools
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = pools.position_required / figures.notional
        found = largest_leverage(
            lines.leverage_chance,
            volatility=volatility.annual,
            days=lines.leverage_days,
            maintenance_rate=rate,
            fee_rate=pools.layout.taker,
            direction=book.direction,
        )
    return np.where(np.isfinite(found) & (found > 0), found, np.nan)
