"""Rows of what lies beyond the liquidation price of positions, built from its columns when they are asked for.

Columns become lists once for all the rows that are built together: a figure of a list costs a tenth of one of an array.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from monitor.book import FloatArray, IntArray
from monitor.language import tr
from monitor.model import Account, Position
from monitor.numbers import grouped
from monitor.risk import beyond_rows as rows
from monitor.risk.adl import queue_of, scale_of
from monitor.risk.beyond import Beyond
from monitor.risk.calibration import HORIZONS_H
from monitor.risk.depth import CRISIS_DEPTHS
from monitor.risk.gap import JUMPS
from monitor.risk.liquidation_fees import fee_of
from monitor.risk.protection import family_of, kind_of, protection_of
from monitor.risk.relief import round_up_to_lot
from monitor.risk.sizing import verdict

NO_PRICE = tr("no price of this symbol alone can liquidate the pool")
NOT_KNOWN = tr("the risk of this position is not known")
ENOUGH = tr("you: the margin is enough")
NO_ORDERS = tr("the open orders have not been read")
NO_RANK = tr("the venue gives no rank for this position; the score is an estimate, and ranks need the other users")
THIN = 1 + CRISIS_DEPTHS.index(0.1)
STOP_SIZES = ("covered", "uncovered", "surplus", "beyond", "wrong_side", "wrong_basis", "can_gap", "crosses")

Told = list[float | None]
"""A figure of each row; None: unknown or none."""


def position_beyond(beyond: Beyond, number: int) -> rows.PositionBeyond:
    """Return everything about one position, by its place in the book."""
    return positions_beyond(beyond, (number,))[0]


def positions_beyond(beyond: Beyond, numbers: Sequence[int]) -> tuple[rows.PositionBeyond, ...]:
    """Return everything about some positions, by their places in the book."""
    columns, book = _Columns(beyond, numbers), beyond.figures.book
    terms, owners = beyond.figures.pools.layout.terms, book.account[list(numbers)].tolist()
    made = []
    for place, number in enumerate(numbers):
        position, account, known = book.positions[number], book.accounts[owners[place]], terms[columns.pool[place]]
        unknown = known.reason if not known.computable else NOT_KNOWN if columns.health[place] is None else ""
        why = unknown or ("" if columns.root[place] is not None else NO_PRICE)
        made.append(
            rows.PositionBeyond(
                key="|".join(account.key_of(position)),
                liquidation=_liquidation(columns, place, position, account, why),
                gap_loss=_gap(columns, place, position, account, why),
                exit_cost=_exit(beyond, columns, place, position, account),
                funding=_funding(columns, place, position, why),
                touch=_touch(beyond, columns, place, position, account, why),
                stops=_stops(beyond, columns, place, position),
                adl=_adl(columns, place, position, account),
                sizing=_sizing(beyond, columns, place),
                rescue=_rescue(beyond, columns, place, position, unknown),
            )
        )
    return tuple(made)


class _Lists:
    """Columns of some positions that become lists together: all of them cost little more than one by itself."""

    def __init__(self) -> None:
        self._columns: list[FloatArray] = []
        self._lists: list[Told] = []

    def one(self, column: FloatArray) -> Told:
        """Return the list of a column (n,); empty until `fill`."""
        listed: Told = []
        self._columns.append(column)
        self._lists.append(listed)
        return listed

    def several(self, columns: FloatArray) -> list[Told]:
        """Return the lists of columns (k, n), one after the other; empty until `fill`."""
        return [self.one(column) for column in columns]

    def fill(self, numbers: IntArray) -> None:
        """Put the figures of some positions into all lists that were handed out."""
        table = np.array(self._columns).take(numbers, axis=1)
        told = table.astype(object)
        told[~np.isfinite(table)] = None
        for listed, figures in zip(self._lists, told.tolist(), strict=True):
            listed.extend(figures)


class _Columns:
    """The columns of some positions as lists, one entry each."""

    def __init__(self, beyond: Beyond, numbers: Sequence[int]) -> None:
        lists, chosen = _Lists(), np.array(numbers, dtype=np.int64)
        one, several = lists.one, lists.several
        figures, pools = beyond.figures, beyond.figures.pools
        layout, liquidation, gaps = pools.layout, beyond.liquidation, beyond.gaps
        exits, funding, chances, stops = beyond.exits, beyond.funding, beyond.chances, beyond.stops
        owe = 1.0 if layout.plain else pools.assets.owe[layout.asset]
        equity = pools.equity[layout.of]
        self.health, self.root, self.bankruptcy = one(figures.health), one(figures.root), one(figures.bankruptcy)
        self.pool_equity, self.taker = one(equity), layout.taker[chosen].tolist()
        self.isolated = layout.isolated[chosen].tolist()
        self.pool = layout.of[chosen].tolist()
        self.cut_first = (beyond.first[layout.of[chosen]] == chosen).tolist()
        self.lost, self.remaining, self.value = (
            one(liquidation.loss),
            one(liquidation.remaining),
            one(liquidation.value),
        )
        self.gap_price, self.gap_loss = several(gaps.price), several(gaps.realized_loss)
        self.shortfall, self.side = several(gaps.shortfall), one(gaps.side)
        self.expected_shortfall, self.fill_std = one(gaps.expected_shortfall), one(gaps.fill_std)
        self.average, self.worst, self.unfilled = several(exits.average), one(exits.worst[0]), several(exits.unfilled)
        self.exit_slippage, self.filled_slippage = several(exits.whole), several(exits.slippage)
        self.cost, self.fee = one(exits.cost), one(exits.fee)
        self.mid, self.book_ms, self.impact = one(exits.mid), one(exits.at_ms), one(exits.impact)
        self.payment, self.accrued = one(funding.payment), one(funding.accrued)
        self.per_day, self.per_week = one(funding.per_day), one(funding.per_week)
        self.drift, self.funding_lines = one(funding.drift_per_day), funding.lines
        self.line_days, self.jump_days = several(funding.line_days), several(funding.jump_days)
        self.days_unknown: list[bool] = np.logical_or.reduce(np.isnan(funding.line_days[:, chosen])).tolist()
        self.low, self.middle = several(chances.low), several(chances.middle)
        self.high, self.model = several(chances.high), several(chances.model)
        self.deviations, self.median_days = one(chances.deviations), one(chances.median_days)
        self.volatility = one(beyond.volatility.annual)
        self.stop_sizes = [one(getattr(stops, name)) for name in STOP_SIZES]
        self.nearest, self.stop_loss, self.from_mark = one(stops.nearest), one(stops.loss), one(stops.loss_from_mark)
        self.slippage, self.slippage_known = one(beyond.slippage), beyond.slippage_known[chosen].tolist()
        self.score, self.margin = one(beyond.score), one(beyond.margin)
        with np.errstate(all="ignore"):  # NaN is unknown, and passes through
            whole = np.where(beyond.equity > 0, beyond.equity, np.nan)
            self.of_margin = one(stops.loss / np.where(beyond.margin > 0, beyond.margin, np.nan))
            self.of_equity = one(_as_told(stops.loss * owe / whole))
            self.leverage = one(figures.notional * owe / np.where(equity > 0, equity, np.nan))
            self.margin_share = one(_as_told(beyond.margin * owe / whole))
        self.largest_leverage = one(beyond.largest_leverage)
        self.add, self.keep, self.put_back = one(beyond.add), one(beyond.keep), one(beyond.keep_put_back)
        self.ratio_add, self.ratio_keep, self.relief = one(beyond.ratio_add), one(beyond.ratio_keep), one(beyond.relief)
        lists.fill(chosen)


def _as_told(shares: FloatArray) -> FloatArray:
    """Return shares of an account to four digits: one mark that moves must not make every row of the account news."""
    places = 10.0 ** (3.0 - np.floor(np.log10(np.where(shares == 0, 1.0, np.abs(shares)))))
    return np.round(shares * places) / places


def _liquidation(at: _Columns, place: int, position: Position, account: Account, why: str) -> rows.LiquidationLoss:
    equity, charge = at.pool_equity[place], fee_of(account.venue, position, at.taker[place])
    value, remaining, loss = at.value[place], at.remaining[place], at.lost[place]
    health, left = at.health[place], None if equity is None else max(0.0, equity)
    if health is not None and health <= 0 and loss is not None:  # the mark is past it: closed here, with what is left
        loss, remaining = 0.0, left
    fee = None if charge.rate is None or value is None else charge.rate * value
    kept = None if fee is None or remaining is None else max(0.0, remaining - fee)
    kept = 0.0 if charge.keeps_all else kept
    return rows.LiquidationLoss(
        price=at.root[place],
        bankruptcy_price=at.bankruptcy[place],
        loss=loss,
        remaining_margin=remaining,
        fee_rate=charge.rate,
        fee=fee,
        most=left if loss is not None else None,
        least=None if left is None or kept is None or not at.isolated[place] else max(0.0, left - kept),
        reason=why or charge.reason,
        keeps_all=charge.keeps_all,
        fee_source=charge.source,
    )


def _gap(at: _Columns, place: int, position: Position, account: Account, why: str) -> rows.GapLoss:
    terms = protection_of(account.venue, kind_of(account.account_mode, isolated=position.margin_mode == "isolated"))
    steps = zip(JUMPS, at.gap_price, at.gap_loss, at.shortfall, strict=True)
    return rows.GapLoss(
        jumps=tuple(
            [
                rows.GapStep(
                    jump=jump,
                    price=price[place],
                    realized_loss=loss[place],
                    shortfall=missing[place],
                    borne_by="" if missing[place] is None else terms.bearer if missing[place] else ENOUGH,
                )
                for jump, price, loss, missing in steps
            ]
        ),
        expected_shortfall=at.expected_shortfall[place],
        fill_std=at.fill_std[place],
        status=terms.status,
        reason=why,
    )


def _exit(beyond: Beyond, at: _Columns, place: int, position: Position, account: Account) -> rows.ExitCost:
    left, at_ms, root = at.unfilled[0][place], at.book_ms[place], at.root[place]
    lost, lost_thin, direction = at.exit_slippage[0][place], at.exit_slippage[THIN][place], position.direction
    reason = ""
    if at_ms is None:
        reason = beyond.market.no_depth.get((account.venue, position.symbol)) or tr(
            "{symbol}: its order book has not been read", symbol=position.symbol
        )
    elif at.mid[place] is None:
        reason = tr("{symbol}: one side of its order book is empty: there is no mid price", symbol=position.symbol)
    elif left:
        reason = tr(
            "the visible book ends before the whole size: {unfilled} contracts are left over", unfilled=grouped(left)
        )
    crisis = zip(CRISIS_DEPTHS, at.average[1:], at.exit_slippage[1:], at.unfilled[1:], strict=True)
    return rows.ExitCost(
        mid=at.mid[place],
        average_price=at.average[0][place],
        worst_price=at.worst[place],
        slippage=lost,
        cost=at.cost[place],
        fee=at.fee[place],
        filled=None if left is None else position.contracts - left,
        unfilled=left,
        age_ms=None if at_ms is None else max(0, beyond.now_ms - int(at_ms)),
        crisis=tuple(
            [
                rows.DepthStep(
                    depth=depth, average_price=price[place], slippage=slippage[place], unfilled=unfilled[place]
                )
                for depth, price, slippage, unfilled in crisis
            ]
        ),
        liquidation_price=_fill(root, lost, direction),
        liquidation_price_thin=_fill(root, lost_thin, direction),
        beyond_bankruptcy=_beyond_bankruptcy(at, place, direction),
        impact=at.impact[place],
        reason=reason,
    )


def _fill(start: float | None, slippage: float | None, direction: float) -> float | None:
    return None if start is None or slippage is None else start * (1.0 - direction * slippage)


def _beyond_bankruptcy(at: _Columns, place: int, direction: float) -> bool | None:
    """Whether the fill in a thin book is: what fills first fills best, so a part of the size can prove only that."""
    root, bankruptcy, lost = at.root[place], at.bankruptcy[place], at.filled_slippage[THIN][place]
    if root is None or bankruptcy is None or lost is None:
        return None
    side = at.side[place]  # of the way there: the leg of a hedge that wins on it is filled on the harmless side
    beyond = side is not None and side * (root * (1.0 - direction * lost) - bankruptcy) < 0
    return beyond if beyond or at.exit_slippage[THIN][place] is not None else None


def _funding(at: _Columns, place: int, position: Position, why: str) -> rows.FundingRow:
    days = zip(at.funding_lines, at.line_days, at.jump_days, strict=True)
    return rows.FundingRow(
        rate=position.funding_rate,
        interval_h=position.funding_interval_h,
        next_ms=position.next_funding_ms,
        payment=at.payment[place],
        accrued=at.accrued[place],
        per_day=at.per_day[place],
        per_week=at.per_week[place],
        drift_per_day=at.drift[place],
        lines=tuple(
            [
                rows.FundingLine(distance=line, days=now[place], days_if_jumped=if_jumped[place])
                for line, now, if_jumped in days
            ]
        ),
        reason=_no_funding(at, place, position, why),
    )


def _no_funding(at: _Columns, place: int, position: Position, why: str) -> str:
    """Why a figure of funding is unknown; "": all is known, and days that are none are "never"."""
    if at.payment[place] is None:
        return tr("{symbol}: its funding rate is not known", symbol=position.symbol)
    if at.per_day[place] is None:
        return tr("{symbol}: how often its funding is settled is not known", symbol=position.symbol)
    if not at.days_unknown[place]:
        return ""
    return why or tr("the funding of another position that shares this margin is not known")


def _touch(beyond: Beyond, at: _Columns, place: int, position: Position, account: Account, why: str) -> rows.TouchRow:
    listing, volatilities = (account.venue, position.symbol), beyond.market.volatilities
    read = volatilities.known.get(listing)
    ends = zip(HORIZONS_H, at.low, at.middle, at.high, at.model, strict=True)
    return rows.TouchRow(
        spans=tuple(
            [
                rows.TouchSpan(hours=hours, low=low[place], middle=middle[place], high=high[place], model=model[place])
                for hours, low, middle, high, model in ends
            ]
        ),
        deviations=at.deviations[place],
        median_days=at.median_days[place],
        volatility=at.volatility[place],
        volatility_age_ms=None if read is None else max(0, beyond.now_ms - read.at_ms),
        reason=volatilities.reason(listing) or why,
    )


def _stops(beyond: Beyond, at: _Columns, place: int, position: Position) -> rows.StopRow:
    line, of_margin = beyond.lines.stop_loss_share, at.of_margin[place]
    sizes = [column[place] for column in at.stop_sizes]
    covered, uncovered, surplus, out_of_reach, wrong_side, wrong_basis, can_gap, crosses = sizes
    over = None if of_margin is None else of_margin > line
    return rows.StopRow(
        covered=covered,
        uncovered=uncovered,
        surplus=surplus,
        beyond=out_of_reach,
        wrong_side=wrong_side,
        wrong_basis=wrong_basis,
        can_gap=can_gap,
        crosses=crosses,
        nearest=at.nearest[place],
        loss=at.stop_loss[place],
        loss_from_mark=at.from_mark[place],
        loss_of_margin=of_margin,
        loss_of_equity=at.of_equity[place],
        line=line,
        over_line=over,
        slippage=at.slippage[place],
        slippage_assumed=not at.slippage_known[place],
        warnings=_stop_warnings(sizes, position, line if over else None) if any(sizes[1:]) or over else (),
        reason=NO_ORDERS if position.stops is None else "",
    )


def _stop_warnings(sizes: Told, position: Position, line: float | None) -> tuple[str, ...]:
    """One sentence for each way in which the stops may not help.

    Args:
        sizes: by STOP_SIZES. line: share of the margin that the loss at the stops is over; None: it is not.
    """
    _covered, uncovered, surplus, beyond, wrong_side, wrong_basis, can_gap, crosses = sizes
    told = []
    if size := uncovered:
        held = position.contracts
        told.append(
            tr("{size} of {held} contracts have no stop before liquidation", size=grouped(size), held=grouped(held))
        )
    if size := beyond:
        told.append(
            tr("stops of {size} contracts lie beyond the liquidation price: they never fill", size=grouped(size))
        )
    if size := wrong_side:
        told.append(tr("stops of {size} contracts lie on the winning side: they are targets", size=grouped(size)))
    if size := wrong_basis:
        told.append(
            tr(
                "stops of {size} contracts do not wait for the mark price, by which the venue liquidates",
                size=grouped(size),
            )
        )
    if size := can_gap:
        told.append(
            tr(
                "stop-limits of {size} contracts stay unfilled when the price jumps over their limit",
                size=grouped(size),
            )
        )
    if size := crosses:
        told.append(
            tr(
                "stops of {size} contracts may fill only beyond the liquidation price, slippage included",
                size=grouped(size),
            )
        )
    if size := surplus:
        told.append(tr("stops are {size} contracts larger than the position", size=grouped(size)))
    if line is not None:
        told.append(tr("the loss at the stops is more than {line:.0%} of the margin", line=line))
    return tuple(told)


def _adl(at: _Columns, place: int, position: Position, account: Account) -> rows.AdlRow:
    family = family_of(account.venue)
    scale, queue = scale_of(family), queue_of(family)
    rank = position.reported_adl_rank
    if scale is not None and rank in scale.none:
        rank = None
    return rows.AdlRow(
        rank=rank,
        scale="" if scale is None else scale.words,
        first=None if rank is None or scale is None or scale.first is None else rank == scale.first,
        score=at.score[place],
        formula=queue.formula,
        source=queue.source,
        reason=queue.formula if not queue.kind else NO_RANK if rank is None else "",
    )


def _sizing(beyond: Beyond, at: _Columns, place: int) -> rows.SizingRow:
    lines, share, leverage = beyond.lines, at.margin_share[place], at.leverage[place]
    return rows.SizingRow(
        margin=at.margin[place],
        margin_share=share,
        share_low=lines.margin_share_low,
        share_high=lines.margin_share_high,
        share_verdict=verdict(share, lines.margin_share_low, lines.margin_share_high),
        effective_leverage=leverage,
        leverage_low=lines.leverage_low,
        leverage_high=lines.leverage_high,
        leverage_verdict=verdict(leverage, lines.leverage_low, lines.leverage_high),
        largest_leverage=at.largest_leverage[place],
        leverage_chance=lines.leverage_chance,
        leverage_days=lines.leverage_days,
        reason=_no_share(at.margin[place], at.pool_equity[place]) if share is None or leverage is None else "",
    )


def _no_share(margin: float | None, equity: float | None) -> str:
    if equity is not None and equity <= 0:
        return tr("no equity is left to compare it with")
    if margin is None:
        return tr("the margin of this position is not known")
    return tr("the equity of the account is not known")


def _rescue(beyond: Beyond, at: _Columns, place: int, position: Position, why: str) -> rows.RescueRow:
    lines = beyond.lines
    distance = at.add[place], at.keep[place], at.put_back[place]
    ratio = at.ratio_add[place], at.ratio_keep[place], None
    relief = at.relief[place]
    return rows.RescueRow(
        distance=_step("distance", lines.rescue_distance, *distance, position, why, relief),
        ratio=_step("ratio", lines.rescue_ratio, *ratio, position, why, relief),
        relief=relief,
        cut_first=at.cut_first[place],
        reason=why,
    )


def _no_cut(position: Position, relief: float | None) -> str:
    """Why closing any part of the position does not reach a goal."""
    if position.margin_mode == "isolated":
        return tr("the venue releases margin with the size, and no lower tier is enough: add margin, or put it back")
    if relief is not None and relief < 0.0:
        return tr("closing this position does not help: it hedges another")
    return tr("closing this position alone does not reach it: the others need the margin")


def _step(
    target: str,
    value: float,
    add: float | None,
    share: float | None,
    put_back: float | None,
    position: Position,
    why: str,
    relief: float | None,
) -> rows.RescueStep:
    return rows.RescueStep(
        target=target,
        value=value,
        add=None if why else add,
        cut=None if share is None else position.contracts * (1.0 - share),
        cut_order=_order(position, share),
        cut_and_put_back=_order(position, put_back),
        reason=why or (_no_cut(position, relief) if share is None else ""),
    )


def _order(position: Position, share: float | None) -> float | None:
    if share is None:
        return None
    if share == 1.0:
        return 0.0
    return round_up_to_lot(position.contracts * (1.0 - share), position.lot_size, position.contracts)
