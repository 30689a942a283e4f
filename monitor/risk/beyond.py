"""Every measure beyond the liquidation price, of one book, as columns: a pass of its own after the report.

Rows for display are built from it when they are asked for (beyond_report.py).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from monitor.book import Book, BoolArray, FloatArray, IntArray
from monitor.margin.values import Pools
from monitor.risk.adl import queue_of, scores
from monitor.risk.calibration import shipped
from monitor.risk.chances import Chances, pool_chances, position_chances
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """n positions, m pools; NaN is unknown or none."""

    figures: Figures
    market: Market
    lines: Lines
    now_ms: int
    volatility: VolatilityColumns
    chances: Chances  # (h, n)
    joint: Chances  # (h, m)
    funding: Funding
    liquidation: Liquidations
    gaps: Gaps
    pool_gaps: PoolGaps
    exits: Exits
    stops: StopAudit
    slippage: FloatArray  # (n,) that the stops were judged with
    slippage_known: FloatArray  # (n,) bool
    score: FloatArray  # (n,) in the deleveraging queue
    margin: FloatArray  # (n,) behind the position alone [settle]
    equity: FloatArray  # (n,) of its account in its currency [settle]
    largest_leverage: FloatArray  # (n,)
    add: FloatArray  # (n,) to reach the distance
    keep: FloatArray  # (n,) share
    keep_put_back: FloatArray  # (n,) share; isolated positions, else NaN
    ratio_add: FloatArray  # (n,)
    ratio_keep: FloatArray  # (n,)
    relief: FloatArray  # (n,)
    first: IntArray  # (m,)
    spare: Spare


def measure_beyond(figures: Figures, market: Market, now_ms: int, lines: Lines | None = None) -> Beyond:
    """Judge every position and pool.

    Args:
        now_ms: for the time until the next funding and for the age of what was read.
    """
    lines = Lines() if lines is None else lines
    computable = np.array([terms.computable for terms in figures.pools.layout.terms], dtype=bool)
    with np.errstate(all="ignore"):  # NaN is unknown, and passes through
        found = _measure(figures, market, now_ms, lines, computable)
    return found if computable.all() else _blanked(found, computable)


def _measure(figures: Figures, market: Market, now_ms: int, lines: Lines, computable: BoolArray) -> Beyond:
    book, pools, layout = figures.book, figures.pools, figures.pools.layout
    volatility = market.volatilities.columns(book)
    day = volatility.annual / np.sqrt(DAYS_A_YEAR)
    way_out = exits(book, market.depths, layout.taker, day)
    known = np.isfinite(way_out.slippage[0])
    slippage = np.where(known, np.maximum(way_out.slippage[0], 0.0), ASSUMED_SLIPPAGE)
    targets = target_prices(book, figures.prices, figures.root, lines.rescue_distance)
    gain = relief(book, pools, figures.shock_down, figures.shock_up)
    equity = _account_equity(book, pools)
    fill_std = np.fmax(FILL_STD, volatility.annual * np.sqrt(FILL_YEARS))
    return Beyond(
        figures=figures,
        market=market,
        lines=lines,
        now_ms=now_ms,
        volatility=volatility,
        chances=position_chances(figures, volatility, shipped()),
        joint=pool_chances(figures, volatility, shipped()),
        funding=funding(figures, now_ms, (*lines.alarm_distances, 0.0)),
        liquidation=liquidations(figures),
        gaps=gaps(book, pools, figures.root, figures.bankruptcy, fill_std),
        pool_gaps=pool_gaps(book, pools, figures.shock_down, figures.shock_up),
        exits=way_out,
        stops=audit(book, _told(figures, computable), slippage),
        slippage=slippage,
        slippage_known=known,
        score=_scores(figures),
        margin=_margin(figures),
        equity=equity,
        largest_leverage=_largest(figures, volatility, lines),
        add=margin_to_add(book, pools, targets),
        keep=share_to_keep(book, pools, targets),
        keep_put_back=_put_back(book, pools, targets),
        ratio_add=np.maximum(0.0, pools.required / lines.rescue_ratio - pools.equity)[layout.of],
        ratio_keep=share_to_keep(book, pools, book.mark, ratio=lines.rescue_ratio),
        relief=gain,
        first=cut_first(pools, gain),
        spare=spare(figures, lines.kept_distance),
    )


def _told(figures: Figures, computable: BoolArray) -> FloatArray:
    """(n,) the liquidation price that stops are judged by: the venue's own where we compute none."""
    here = computable[figures.pools.of]
    if here.all():
        return figures.root
    told = [position.reported_liquidation_price for position in figures.book.positions]
    return np.where(here, figures.root, np.array(told, dtype=np.float64))


def _blanked(found: Beyond, computable: BoolArray) -> Beyond:
    """What depends on a margin model is unknown where the venue's own figures are only repeated."""
    pools = ~computable
    positions = pools[found.figures.pools.of]

    def blank(block: T, where: BoolArray, *kept: str) -> T:
        fields = {field.name: getattr(block, field.name) for field in dataclasses.fields(block)}  # type: ignore[arg-type]
        return replace(  # type: ignore[type-var]
            block,
            **{
                name: np.where(where, np.nan, value)
                for name, value in fields.items()
                if name not in kept and isinstance(value, np.ndarray) and value.shape[-1] == len(where)
            },
        )

    def unknown(column: FloatArray) -> FloatArray:
        return np.where(positions, np.nan, column)

    of_pools = ("ratio", "shock_down", "shock_up", "naive_down", "naive_up", "first_down", "first_up")
    return replace(
        found,
        figures=blank(found.figures, positions, "tier", "tier_at_root", *of_pools),
        chances=blank(found.chances, positions),
        joint=blank(found.joint, pools),
        funding=blank(found.funding, positions, "payment", "accrued", "per_day", "per_week", "pool_per_day"),
        liquidation=blank(found.liquidation, positions),
        gaps=blank(found.gaps, positions),
        pool_gaps=blank(found.pool_gaps, pools),
        spare=blank(found.spare, pools),
        first=np.where(pools, -1, found.first),
        score=unknown(found.score),
        largest_leverage=unknown(found.largest_leverage),
        add=unknown(found.add),
        keep=unknown(found.keep),
        keep_put_back=unknown(found.keep_put_back),
        ratio_add=unknown(found.ratio_add),
        ratio_keep=unknown(found.ratio_keep),
        relief=unknown(found.relief),
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


def _margin(figures: Figures) -> FloatArray:
    """The margin of each trade: assigned to it, else its initial margin [settle]."""
    pools = figures.pools
    return np.where(pools.layout.isolated, pools.wallet[pools.of], figures.initial)


def _account_equity(book: Book, pools: Pools) -> FloatArray:
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
