"""From the columns of a report to its rows, for display and for the alarms.

Columns become lists first: reading one number at a time out of numpy costs as much as computing it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from monitor.book import FloatArray
from monitor.language import tr
from monitor.margin.pools import LiquidationPrices
from monitor.margin.shown import Disagreement, compare, price_skew, shown_price
from monitor.model import Account, Position
from monitor.risk.figures import Figures
from monitor.risk.rows import EQUITY_GONE, PoolRisk, PositionRisk
from monitor.risk.stops import stop_cover

SILENT = Disagreement(status="venue silent")

Cells = list[float | None]


def _cells(column: FloatArray) -> Cells:
    """Return a column as a list; NaN and infinities are unknown in a row."""
    listed: Cells = column.tolist()
    if not np.isfinite(column).all():
        return [value if value is not None and math.isfinite(value) else None for value in listed]
    return listed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """The columns that rows are made of: n positions."""

    account: list[int]
    pool: list[int]
    size_base: Cells
    notional: Cells
    pnl: Cells
    initial: Cells
    maintenance: Cells
    effective: Cells
    ratio: list[float | None]
    worst_loss: Cells  # of the pool's wallet
    root: Cells
    compared: Cells
    below: list[bool]  # whether the liquidation price is the one below the mark
    compared_below: list[bool]
    distance: Cells
    bankruptcy: Cells
    backstop: Cells
    slope: list[float]
    health: Cells
    skew: list[float]
    tier: list[int]
    tier_at_root: list[int]
    add: Cells
    cut: Cells


def _lists(figures: Figures, compared: LiquidationPrices, compared_root: FloatArray) -> _Lists:
    book = figures.book
    pools, layout = figures.pools, figures.pools.layout
    owe = pools.assets.owe[layout.asset]
    equity = pools.equity[layout.of]
    with np.errstate(divide="ignore", invalid="ignore"):
        effective = np.where(equity > 0, figures.notional * owe / equity, np.nan)
        size_base = np.where(book.inverse, book.face / book.mark, book.face) if book.has_inverse else book.face
    others = np.where(np.isfinite(figures.others), figures.others, 0.0)
    return _Lists(
        account=book.account.tolist(),
        pool=layout.of.tolist(),
        size_base=_cells(size_base),
        notional=_cells(figures.notional),
        pnl=_cells(figures.pnl),
        initial=_cells(figures.initial),
        maintenance=_cells(pools.position_maintenance),
        effective=_cells(effective),
        ratio=[_ratio(value) for value in figures.ratio[layout.of].tolist()],
        worst_loss=_cells(np.maximum(0.0, pools.wallet[layout.of])),
        root=_cells(figures.root),
        compared=_cells(compared_root),
        below=(figures.root == figures.prices.below).tolist(),
        compared_below=(compared_root == compared.below).tolist(),
        distance=_cells(figures.distance),
        bankruptcy=_cells(figures.bankruptcy),
        backstop=_cells(figures.backstop),
        slope=book.equity_1.tolist(),
        health=_cells(figures.health),
        skew=np.where(layout.isolated, 0.0, price_skew(others * book.mark, 1.0)).tolist(),
        tier=figures.tier.tolist(),
        tier_at_root=figures.tier_at_root.tolist(),
        add=_cells(figures.add),
        cut=_cells(figures.cut),
    )


def position_rows(
    figures: Figures, compared: LiquidationPrices, compared_root: FloatArray, rescue_distance: float
) -> tuple[PositionRisk, ...]:
    """Return the positions as rows, in the order of the book.

    Args:
        compared: the prices at the marks that the venues' own figures belong to, and the nearer of them.
        rescue_distance: what the rescue figures restore.
    """
    lists = _lists(figures, compared, compared_root)
    return tuple(_position_row(figures, lists, row, rescue_distance) for row in range(len(figures.book.positions)))


def pool_rows(figures: Figures) -> tuple[PoolRisk, ...]:
    """Return the pools as rows."""
    return tuple(_pool_row(figures, pool) for pool in range(figures.pools.layout.size))


def _position_row(figures: Figures, lists: _Lists, row: int, rescue_distance: float) -> PositionRisk:
    book, layout = figures.book, figures.pools.layout
    position, pool = book.positions[row], lists.pool[row]
    account = book.accounts[lists.account[row]]
    rules, terms = layout.rules_of(row), layout.terms[pool]
    unknown = _unknown_reason(figures, lists, row)
    computed = terms.computable and not unknown
    root = lists.root[row] if computed else None
    mark, reported = position.mark_price, position.reported_liquidation_price
    liquidation = None if root is None else shown_price(root, rules, position.tick_size, below=lists.below[row])
    distance = lists.distance[row] if computed else None
    initial = lists.initial[row]
    if not terms.computable:
        liquidation = root = reported
        initial = position.reported_initial_margin
        distance = None if reported is None else abs(mark - reported) / mark
    if initial is None:
        initial = position.reported_initial_margin
    pnl, notional = lists.pnl[row], lists.notional[row]
    cover = stop_cover(position, liquidation)
    agreement = _agreement(figures, lists, row, computed=computed)
    return PositionRisk(
        account_id=account.id,
        venue=account.venue,
        symbol=position.symbol,
        side=position.side,
        margin_mode=position.margin_mode,
        pool_id=layout.ids[pool],
        settle=position.settle,
        contracts=position.contracts,
        size_base=lists.size_base[row],
        notional=notional,
        entry_price=position.entry_price,
        mark_price=mark,
        tick_size=position.tick_size,
        lot_size=position.lot_size,
        leverage=position.leverage,
        effective_leverage=lists.effective[row],
        unrealized_pnl=pnl,
        roe=pnl / initial if pnl is not None and initial else None,
        initial_margin=initial,
        maintenance_margin=lists.maintenance[row] if terms.computable else position.reported_maintenance_margin,
        margin_ratio=None if unknown else lists.ratio[row],
        liquidation_price=liquidation,
        bankruptcy_price=lists.bankruptcy[row] if computed else position.reported_bankruptcy_price,
        liquidation_distance=distance,
        reported_liquidation_price=reported,
        disagreement=agreement.fraction,
        basis=terms.basis,
        basis_reason=terms.reason,
        max_loss=lists.worst_loss[row],
        loss_to_liquidation=_loss(position, lists.slope[row], root),
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
        rescue_distance=rescue_distance,
        rescue_add=lists.add[row] if computed else None,
        rescue_cut=lists.cut[row] if computed else None,
        unconfirmed=position.unconfirmed,
        unknown=unknown,
        liquidation_root=root,
        tier=lists.tier[row] + 1 if position.brackets else None,
        tier_at_liquidation=lists.tier_at_root[row] + 1 if computed and root is not None else None,
        tiers=len(position.brackets),
        backstop_price=lists.backstop[row] if computed else None,
        agreement=agreement.status,
        disagreement_ticks=agreement.ticks,
        disagreement_allowed=agreement.allowed,
        disagreement_skew=agreement.skew,
        compared_price=agreement.ours,
        compared_mark=agreement.mark,
        source=str(rules.source),
    )


def _agreement(figures: Figures, lists: _Lists, row: int, *, computed: bool) -> Disagreement:
    """How our price at the marks of the venue's own figure stands to that figure."""
    position, rules = figures.book.positions[row], figures.pools.layout.rules_of(row)
    if position.reported_liquidation_price is None and rules.computable:
        return SILENT
    then = lists.compared[row] if computed else None
    if then is not None:
        then = shown_price(then, rules, position.tick_size, below=lists.compared_below[row])
    found = compare(
        then,
        position.reported_liquidation_price,
        rules=rules,
        mark=position.mark_price,
        tick=position.tick_size,
        skew=lists.skew[row],
    )
    at = position.mark_price if position.reported_mark_price is None else position.reported_mark_price
    return found if then is None else replace(found, ours=then, mark=at)


def _unknown_reason(figures: Figures, lists: _Lists, row: int) -> str:
    """Why the risk of a position cannot be told, "" where it can."""
    book, layout = figures.book, figures.pools.layout
    position, terms = book.positions[row], layout.terms[lists.pool[row]]
    if not terms.computable:
        return terms.reason
    if not position.brackets:
        return tr("{symbol}: the maintenance-margin tiers are not known", symbol=position.symbol)
    if lists.health[row] is not None:
        return ""
    for asset, pool in enumerate(figures.pools.assets.pool):
        if pool == layout.of[row] and not math.isfinite(figures.pools.worth[asset]):
            currency = figures.pools.assets.currency[asset]
            if not math.isfinite(figures.pools.balance[asset]):
                return tr("{currency}: its wallet balance or margin is not known", currency=currency)
            held = book.accounts[int(layout.account[layout.of[row]])].collateral
            if any(one.currency == currency and one.bid and one.index_price for one in held):
                return tr(
                    "{currency}: its bid and ask lie neither around 1 (factors) nor around its index price (prices)",
                    currency=currency,
                )
            return tr("{currency}: its index price is not known", currency=currency)
    return tr("a wallet balance, margin, price or tier that this position depends on is not known")


def _x(position: Position, price: float) -> float:
    return 1.0 / price if position.inverse else price


def _loss(position: Position, slope: float, liquidation: float | None) -> float | None:
    """Further loss of this position from the mark to its liquidation price [settle]; `slope` of its PnL in x."""
    if liquidation is None:
        return None
    return _known(abs(slope * (_x(position, liquidation) - _x(position, position.mark_price))))


def _pool_unknown(figures: Figures, pool: int, ratio: float | None) -> str:
    terms = figures.pools.layout.terms[pool]
    if not terms.computable:
        return terms.reason
    return "" if ratio is not None else tr("a wallet balance, mark, index price or tier of this pool is not known")


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


def _known(value: float) -> float | None:
    """NaN and infinities are unknown in a row."""
    return float(value) if math.isfinite(value) else None


def _ratio(value: float) -> float | None:
    """A ratio past liquidation is shown as such; only NaN is unknown."""
    return None if math.isnan(value) else min(float(value), EQUITY_GONE)
