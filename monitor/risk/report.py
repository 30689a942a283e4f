"""assess(accounts) -> RiskReport: Snapshot to Book, margin, pools, every measure, in that order.

The measures are columns (figures.py); rows for display are built when they are first asked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin import (
    binance,
    binance_coinm,
    bingx,
    bitget,
    bybit,
    deribit,
    dydx,
    gate,
    generic,
    htx,
    hyperliquid,
    kraken,
    kucoin,
    mexc,
    okx,
    phemex,
)
from monitor.margin.layout import lay_out
from monitor.margin.pools import LiquidationPrices, gather, liquidation_prices
from monitor.margin.rules import VenueModel
from monitor.margin.shown import compare, price_skew, shown_price
from monitor.margin.values import Pools
from monitor.model import Account, Position
from monitor.risk.figures import Figures, measure
from monitor.risk.rows import PoolRisk, PositionRisk, PriceLadder
from monitor.risk.stops import stop_cover
from monitor.risk.stress import price_ladder

MODELS: dict[str, VenueModel] = {
    "binance": binance,
    "binanceusdm": binance,
    "binancecoinm": binance_coinm,
    "bingx": bingx,
    "bitget": bitget,
    "bybit": bybit,
    "deribit": deribit,
    "dydx": dydx,
    "gate": gate,
    "gateio": gate,
    "htx": htx,
    "huobi": htx,
    "hyperliquid": hyperliquid,
    "krakenfutures": kraken,
    "kucoin": kucoin,
    "kucoinfutures": kucoin,
    "mexc": mexc,
    "okx": okx,
    "phemex": phemex,
}
WORST_RATIO = 99.0  # a ratio past liquidation is shown as such


@dataclass(frozen=True, kw_only=True)
class RiskReport:
    """Every measure of one instant."""

    figures: Figures
    compared: LiquidationPrices  # at the marks that the venues' own figures belong to: only these compare with them
    compared_root: FloatArray  # (n,) the nearer of them
    rescue_distance: float

    @property
    def book(self) -> Book:
        """The positions as columns."""
        return self.figures.book

    @property
    def pools(self) -> Pools:
        """Who shares equity with whom."""
        return self.figures.pools

    @property
    def prices(self) -> LiquidationPrices:
        """The unrounded liquidation prices."""
        return self.figures.prices

    @cached_property
    def positions(self) -> tuple[PositionRisk, ...]:
        """Rows for display, in the order of the book."""
        return tuple(_position_row(self, row) for row in range(len(self.book.positions)))

    @cached_property
    def pool_rows(self) -> tuple[PoolRisk, ...]:
        """Rows for display, one per pool."""
        return tuple(_pool_row(self.figures, pool) for pool in range(self.pools.layout.size))

    def ladder(self, position_key: str) -> PriceLadder | None:
        """Return the price ladder of one position, None where it is not in the report or not computable."""
        for row, position in enumerate(self.positions):
            if position.key == position_key and not position.unknown:
                return price_ladder(self.book, self.pools, self.prices, row, position_key)
        return None


def model_of(venue: str) -> VenueModel:
    """Return the margin model of a venue, the generic one where none is built in."""
    return MODELS.get(venue, generic)


def assess(accounts: tuple[Account, ...], *, rescue_distance: float, at_ms: int | None = None) -> RiskReport:
    """Judge every position and pool.

    Args:
        accounts: as read; the figures of an account that could not be read are its last ones.
        rescue_distance: the distance (fraction) that the rescue figures restore.
        at_ms: when the accounts were read, where a venue's rules changed over time; None: each account's own `read_ms`.
    """
    book = Book.of(accounts)
    layout = lay_out(book, MODELS, generic, at_ms)
    figures = measure(book, layout, rescue_distance)
    compared, compared_root = figures.prices, figures.root
    if any(position.reported_mark_price is not None for position in book.positions):
        then = book.at(np.array([_reported_mark(position) for position in book.positions], dtype=np.float64))
        compared = liquidation_prices(then, gather(then, MODELS, generic, at_ms))
        compared_root = compared.nearest(then.mark)
    return RiskReport(figures=figures, compared=compared, compared_root=compared_root, rescue_distance=rescue_distance)


def _reported_mark(position: Position) -> float:
    """The mark at which the venue computed what it reported."""
    return position.mark_price if position.reported_mark_price is None else position.reported_mark_price


def _known(value: float) -> float | None:
    """NaN and infinities are unknown in a row."""
    return float(value) if math.isfinite(value) else None


def _ratio(value: float) -> float | None:
    """A ratio past liquidation is shown as such; only NaN is unknown."""
    return None if math.isnan(value) else min(float(value), WORST_RATIO)


def _unknown_reason(figures: Figures, row: int) -> str:
    """Why the risk of a position cannot be told, "" where it can."""
    book, layout = figures.book, figures.pools.layout
    position, terms = book.positions[row], layout.terms[int(layout.of[row])]
    if not terms.computable:
        return terms.reason
    if not position.brackets:
        return f"{position.symbol}: the maintenance-margin tiers are not known"
    if math.isfinite(figures.health[row]):
        return ""
    for asset, pool in enumerate(figures.pools.assets.pool):
        if pool == layout.of[row] and not math.isfinite(figures.pools.worth[asset]):
            currency = figures.pools.assets.currency[asset]
            priceless = math.isfinite(figures.pools.balance[asset])
            return f"{currency}: its {'index price' if priceless else 'wallet balance or margin'} is not known"
    return "a wallet balance, margin, price or tier that this position depends on is not known"


def _position_row(report: RiskReport, row: int) -> PositionRisk:
    figures = report.figures
    book, layout = figures.book, figures.pools.layout
    position, pool = book.positions[row], int(layout.of[row])
    account = book.accounts[int(book.account[row])]
    rules, terms = layout.rules_of(row), layout.terms[pool]
    unknown = _unknown_reason(figures, row)
    computed = terms.computable and not unknown
    root = _known(figures.root[row]) if computed else None
    mark = position.mark_price
    below = root is not None and root == figures.prices.below[row]
    liquidation = None if root is None else shown_price(root, rules, position.tick_size, below=below)
    reported = position.reported_liquidation_price
    if not terms.computable:
        liquidation = root = reported
    distance = _known(figures.distance[row]) if computed else None
    if not terms.computable and reported is not None:
        distance = abs(mark - reported) / mark
    pnl, notional = _known(figures.pnl[row]), _known(figures.notional[row])
    initial = _known(figures.initial[row]) if terms.computable else position.reported_initial_margin
    if initial is None:
        initial = position.reported_initial_margin
    equity = _known(figures.pools.equity[pool])
    cover = stop_cover(position, liquidation)
    then = _known(report.compared_root[row]) if computed else None
    agreement = compare(
        then
        if then is None
        else shown_price(then, rules, position.tick_size, below=then == report.compared.below[row]),
        reported,
        rules=rules,
        mark=mark,
        tick=position.tick_size,
        skew=0.0 if layout.isolated[row] else price_skew(_finite(figures.others[row]) * mark, 1.0),
    )
    owe = float(figures.pools.assets.owe[layout.asset[row]])
    return PositionRisk(
        account_id=account.id,
        venue=account.venue,
        symbol=position.symbol,
        side=position.side,
        margin_mode=position.margin_mode,
        pool_id=layout.ids[pool],
        settle=position.settle,
        contracts=position.contracts,
        size_base=_known(float(book.face[row]) / mark) if position.inverse else float(book.face[row]),
        notional=notional,
        entry_price=position.entry_price,
        mark_price=mark,
        tick_size=position.tick_size,
        lot_size=position.lot_size,
        leverage=position.leverage,
        effective_leverage=_known(notional * owe / equity) if notional is not None and equity and equity > 0 else None,
        unrealized_pnl=pnl,
        roe=pnl / initial if pnl is not None and initial else None,
        initial_margin=initial,
        maintenance_margin=_known(figures.pools.position_maintenance[row])
        if terms.computable
        else position.reported_maintenance_margin,
        margin_ratio=None if unknown else _ratio(figures.ratio[pool]),
        liquidation_price=liquidation,
        bankruptcy_price=_known(figures.bankruptcy[row]) if computed else position.reported_bankruptcy_price,
        liquidation_distance=distance,
        reported_liquidation_price=reported,
        disagreement=agreement.fraction,
        basis=terms.basis,
        basis_reason=terms.reason,
        max_loss=position.isolated_margin
        if layout.isolated[row]
        else _known(max(0.0, float(figures.pools.wallet[pool])))
        if np.isfinite(figures.pools.wallet[pool])
        else None,
        loss_to_liquidation=_loss(figures, row, root),
        stop_price=cover.nearest_price,
        stop_distance=abs(mark - cover.nearest_price) / mark if cover.nearest_price is not None else None,
        stop_cover=cover.share,
        stop_beyond=cover.beyond,
        funding_rate=position.funding_rate,
        funding_interval_h=position.funding_interval_h,
        next_funding_ms=position.next_funding_ms,
        funding_payment=None
        if position.funding_rate is None or notional is None
        else -position.direction * position.funding_rate * notional,
        adl_rank=position.reported_adl_rank,
        rescue_distance=report.rescue_distance,
        rescue_add=_known(figures.add[row]) if computed else None,
        rescue_cut=_known(figures.cut[row]) if computed else None,
        unconfirmed=position.unconfirmed,
        unknown=unknown,
        liquidation_root=root,
        tier=int(figures.tier[row]) + 1 if position.brackets else None,
        tier_at_liquidation=int(figures.tier_at_root[row]) + 1 if computed and root is not None else None,
        tiers=len(position.brackets),
        backstop_price=_known(figures.backstop[row]) if computed else None,
        agreement=agreement.status,
        disagreement_ticks=agreement.ticks,
        disagreement_allowed=agreement.allowed,
        disagreement_skew=agreement.skew,
        source=str(rules.source),
    )


def _finite(value: float) -> float:
    return float(value) if math.isfinite(value) else 0.0


def _x(position: Position, price: float) -> float:
    return 1.0 / price if position.inverse else price


def _loss(figures: Figures, row: int, liquidation: float | None) -> float | None:
    """Further loss of this position from the mark to its liquidation price [settle]."""
    position = figures.book.positions[row]
    if liquidation is None:
        return None
    slope = float(figures.book.equity_1[row])
    return _known(abs(slope * (_x(position, liquidation) - _x(position, position.mark_price))))


def _pool_unknown(figures: Figures, pool: int, ratio: float | None) -> str:
    terms = figures.pools.layout.terms[pool]
    if not terms.computable:
        return terms.reason
    return "" if ratio is not None else "a wallet balance, mark, index price or tier of this pool is not known"


def _pool_row(figures: Figures, pool: int) -> PoolRisk:
    pools, layout = figures.pools, figures.pools.layout
    account = figures.book.accounts[int(layout.account[pool])]
    terms, rules = layout.terms[pool], layout.rules[pool]
    mine = (layout.of == pool).nonzero()[0]
    ratio = _ratio(figures.ratio[pool]) if terms.computable else _told_ratio(account, rules.higher_is_safer)
    equity = _known(pools.equity[pool]) if terms.computable else account.reported_equity
    maintenance = _known(pools.maintenance_margin[pool]) if terms.computable else account.reported_maintenance_margin
    required = _known(pools.required[pool]) if terms.computable else maintenance
    venue_ratio = account.reported_margin_ratio if not terms.computable else None
    if terms.computable and ratio is not None:
        venue_ratio = rules.venue_ratio(ratio)
    first = [figures.first_down[pool], figures.first_up[pool]]
    keys = ["|".join(account.key_of(figures.book.positions[row])) if row >= 0 else "" for row in first]
    return PoolRisk(
        account_id=account.id,
        pool_id=layout.ids[pool],
        settle=layout.settle[pool],
        wallet_balance=_known(pools.wallet[pool]),
        equity=equity,
        unrealized_pnl=_known(pools.unrealized_pnl[pool]),
        initial_margin=_known(float((figures.initial[mine] * pools.assets.owe[layout.asset[mine]]).sum())),
        maintenance_margin=maintenance,
        margin_ratio=ratio,
        headroom=None if equity is None or required is None else equity - required,
        venue_ratio=venue_ratio,
        venue_ratio_name=rules.ratio_name,
        common_shock_down=_known(figures.shock_down[pool]) if terms.computable else None,
        common_shock_up=_known(figures.shock_up[pool]) if terms.computable else None,
        positions=len(mine),
        unknown=_pool_unknown(figures, pool, ratio),
        required=required,
        basis=terms.basis,
        basis_reason=terms.reason,
        naive_down=_known(figures.naive_down[pool]) if terms.computable else None,
        naive_up=_known(figures.naive_up[pool]) if terms.computable else None,
        first_down=keys[0] if terms.computable else "",
        first_up=keys[1] if terms.computable else "",
        told_ratio=_told_ratio(account, rules.higher_is_safer) if _is_whole_account(figures, pool) else None,
    )


def _is_whole_account(figures: Figures, pool: int) -> bool:
    """Whether the account's figure is this pool's: it is the only one with positions."""
    layout = figures.pools.layout
    others = (layout.account[layout.of] == layout.account[pool]) & (layout.of != pool)
    return layout.ids[pool].startswith("cross:") and not bool(others.any())


def _told_ratio(account: Account, higher_is_safer: bool) -> float | None:
    """The venue's own ratio in our convention."""
    told = account.reported_margin_ratio
    if told is None or not higher_is_safer:
        return told
    return 1.0 / told if told > 0 else None
