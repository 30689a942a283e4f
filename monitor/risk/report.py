"""assess(accounts) -> RiskReport: Snapshot to Book, margin, pools, every measure, in that order."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray
from monitor.margin import binance, generic
from monitor.margin.pools import (
    LiquidationPrices,
    Pools,
    PoolTerms,
    VenueModel,
    common_shock,
    gather,
    liquidation_prices,
)
from monitor.model import Account, Position
from monitor.risk.rescue import margin_to_add, size_to_cut, target_prices
from monitor.risk.rows import PoolRisk, PositionRisk, PriceLadder
from monitor.risk.stops import stop_cover
from monitor.risk.stress import price_ladder

MODELS: dict[str, VenueModel] = {"binanceusdm": binance}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskReport:
    """Every measure of one instant."""

    book: Book
    pools: Pools
    prices: LiquidationPrices
    positions: tuple[PositionRisk, ...]  # in the order of the book
    pool_rows: tuple[PoolRisk, ...]

    def ladder(self, position_key: str) -> PriceLadder | None:
        """Return the price ladder of one position, None where it is not in the report or not computable."""
        for row, position in enumerate(self.positions):
            if position.key == position_key and not position.unknown:
                return price_ladder(self.book, self.pools, self.prices, row, position_key)
        return None


def model_of(venue: str) -> VenueModel:
    """Return the margin model of a venue, the generic one where none is built in."""
    return MODELS.get(venue, generic)


def assess(accounts: tuple[Account, ...], *, rescue_distance: float) -> RiskReport:
    """Judge every position and pool.

    Args:
        accounts: as read; the figures of an account that could not be read are its last ones.
        rescue_distance: the distance (fraction) that the rescue figures restore.
    """
    book = Book.of(accounts)
    pools = gather(book, MODELS, generic)
    prices = liquidation_prices(book, pools)
    targets = target_prices(book, prices, rescue_distance)
    columns = _Columns(
        nearest=prices.nearest(book.mark),
        health=(pools.equity - pools.maintenance_margin)[pools.of],
        notional=book.notional,
        pnl=book.unrealized_pnl,
        initial=book.notional / book.leverage,
        add=margin_to_add(book, pools, targets),
        cut=size_to_cut(book, pools, targets),
        ratio=pools.ratio,
        compared=_at_reported_marks(book, prices),
    )
    positions = tuple(_position_row(book, pools, columns, row, rescue_distance) for row in range(len(book.positions)))
    return RiskReport(
        book=book, pools=pools, prices=prices, positions=positions, pool_rows=_pool_rows(book, pools, columns)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    nearest: FloatArray
    health: FloatArray
    notional: FloatArray
    pnl: FloatArray
    initial: FloatArray
    add: FloatArray
    cut: FloatArray
    ratio: FloatArray
    compared: FloatArray  # liquidation prices at the marks of the venue's own figures


def _at_reported_marks(book: Book, prices: LiquidationPrices) -> FloatArray:
    """Return our liquidation prices (n,) at the marks that the venue's figures belong to: only those compare."""
    marks = np.array(
        [
            position.mark_price if position.reported_mark_price is None else position.reported_mark_price
            for position in book.positions
        ],
        dtype=np.float64,
    )
    if np.array_equal(marks, book.mark, equal_nan=True):
        return prices.nearest(book.mark)
    then = book.at(marks)
    return liquidation_prices(then, gather(then, MODELS, generic)).nearest(marks)


def _known(value: float) -> float | None:
    """NaN and infinities are unknown in a row."""
    return float(value) if math.isfinite(value) else None


def _unknown_reason(position: Position, pools: Pools, row: int, health: float) -> str:
    if not position.brackets:
        return f"{position.symbol}: the maintenance-margin tiers are not known"
    if not pools.terms[int(pools.of[row])].computable:
        return pools.terms[int(pools.of[row])].reason
    if not math.isfinite(health):
        return "a wallet balance or margin that this position depends on is not known"
    return ""


def _position_row(book: Book, pools: Pools, columns: _Columns, row: int, rescue_distance: float) -> PositionRisk:
    position = book.positions[row]
    account = book.accounts[int(book.account[row])]
    pool = int(pools.of[row])
    terms = pools.terms[pool]
    unknown = _unknown_reason(position, pools, row, float(columns.health[row]))
    liquidation = None if unknown else _known(columns.nearest[row])
    reported = position.reported_liquidation_price
    if not terms.computable:
        liquidation = reported
    mark = position.mark_price
    distance = None if liquidation is None else abs(mark - liquidation) / mark
    if distance is not None and not unknown and columns.health[row] < 0:
        distance = -distance  # already past it
    pnl, notional = _known(columns.pnl[row]), _known(columns.notional[row])
    initial = position.reported_initial_margin if position.leverage is None else _known(columns.initial[row])
    equity = _known(pools.equity[pool])
    cover = stop_cover(position, liquidation)
    inverse_size = _known(float(book.face[row]) / mark)
    isolated_wallet = position.isolated_margin if position.margin_mode == "isolated" else _known(pools.wallet[pool])
    loss = None
    if liquidation is not None:
        loss = abs(float(book.equity_1[row]) * (_x(position, liquidation) - _x(position, mark)))
    return PositionRisk(
        account_id=account.id,
        venue=account.venue,
        symbol=position.symbol,
        side=position.side,
        margin_mode=position.margin_mode,
        pool_id=pools.ids[pool],
        settle=position.settle,
        contracts=position.contracts,
        size_base=inverse_size if position.inverse else float(book.face[row]),
        notional=notional,
        entry_price=position.entry_price,
        mark_price=mark,
        tick_size=position.tick_size,
        lot_size=position.lot_size,
        leverage=position.leverage,
        effective_leverage=notional / equity if notional is not None and equity is not None and equity > 0 else None,
        unrealized_pnl=pnl,
        roe=pnl / initial if pnl is not None and initial else None,
        initial_margin=initial,
        maintenance_margin=_known(pools.position_maintenance[row]),
        margin_ratio=None if unknown else _ratio(float(columns.ratio[pool])),
        liquidation_price=liquidation,
        bankruptcy_price=_bankruptcy(position, book, row),
        liquidation_distance=distance,
        reported_liquidation_price=reported,
        disagreement=abs(float(columns.compared[row]) - reported) / mark
        if liquidation is not None and reported is not None and terms.computable
        else None,
        basis=terms.basis,
        basis_reason=terms.reason,
        max_loss=isolated_wallet,
        loss_to_liquidation=loss,
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
        rescue_add=None if unknown else _known(columns.add[row]),
        rescue_cut=None if unknown else _known(columns.cut[row]),
        unconfirmed=position.unconfirmed,
        unknown=unknown,
    )


def _x(position: Position, price: float) -> float:
    return 1.0 / price if position.inverse else price


def _ratio(value: float) -> float | None:
    """A ratio past liquidation is shown as such; only NaN is unknown."""
    return None if math.isnan(value) else min(value, 99.0)


def _bankruptcy(position: Position, book: Book, row: int) -> float | None:
    """The price at which an isolated position's margin is gone; None for cross, where it is the account's."""
    if position.isolated_margin is None:
        return None
    x = _x(position, position.entry_price) - position.isolated_margin / float(book.equity_1[row])
    if x <= 0:
        return None
    return 1.0 / x if position.inverse else x


def _pool_unknown(terms: PoolTerms) -> str:
    return "a wallet balance, mark or tier of this pool is not known" if terms.computable else terms.reason


def _pool_rows(book: Book, pools: Pools, columns: _Columns) -> tuple[PoolRisk, ...]:
    down, up = common_shock(book, pools)
    size = len(pools.ids)
    initial = np.bincount(pools.of, weights=columns.initial, minlength=size)
    count = np.bincount(pools.of, minlength=size)
    rows = []
    for index in range(size):
        account = book.accounts[int(pools.account[index])]
        model = model_of(account.venue)
        terms = pools.terms[index]
        ratio = _ratio(float(columns.ratio[index])) if terms.computable else account.reported_margin_ratio
        equity, required = _known(pools.equity[index]), _known(pools.maintenance_margin[index])
        rows.append(
            PoolRisk(
                account_id=account.id,
                pool_id=pools.ids[index],
                settle=pools.settle[index],
                wallet_balance=_known(pools.wallet[index]),
                equity=equity,
                unrealized_pnl=_known(pools.unrealized_pnl[index]),
                initial_margin=_known(initial[index]),
                maintenance_margin=required,
                margin_ratio=ratio,
                headroom=None if equity is None or required is None else equity - required,
                venue_ratio=None if ratio is None else model.venue_ratio(ratio),
                venue_ratio_name=model.RATIO_NAME,
                common_shock_down=_known(down[index]) if terms.computable else None,
                common_shock_up=_known(up[index]) if terms.computable else None,
                positions=int(count[index]),
                unknown="" if terms.computable and ratio is not None else _pool_unknown(terms),
            )
        )
    return tuple(rows)
