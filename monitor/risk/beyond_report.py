"""Rows of what lies beyond the liquidation price, built from its columns when they are asked for."""

from __future__ import annotations

import math

from monitor.book import FloatArray
from monitor.language import tr
from monitor.model import Account, InsuranceFund, Position
from monitor.risk import beyond_rows as rows
from monitor.risk.adl import queue_of, scale_of
from monitor.risk.beyond import DOLLARS, Beyond
from monitor.risk.calibration import HORIZONS_H
from monitor.risk.chances import Chances
from monitor.risk.depth import CRISIS_DEPTHS
from monitor.risk.gap import JUMPS
from monitor.risk.liquidation_fees import fee_of
from monitor.risk.protection import Protection, family_of, kind_of, protection_of
from monitor.risk.relief import round_up_to_lot
from monitor.risk.sizing import verdict

NO_PRICE = tr("no price of this symbol alone can liquidate the pool")
DAY_MS = 86_400_000
NOT_KNOWN = tr("the risk of this position is not known")
ENOUGH = tr("you: the margin is enough")
NO_ORDERS = tr("the open orders have not been read")
NO_RANK = tr("the venue gives no rank for this position; the score is an estimate, and ranks need the other users")
THIN = 1 + CRISIS_DEPTHS.index(0.1)


def position_beyond(beyond: Beyond, row: int) -> rows.PositionBeyond:
    """Return everything about one position."""
    book = beyond.figures.book
    position, account = book.positions[row], book.accounts[int(book.account[row])]
    why = _why(beyond, row)
    return rows.PositionBeyond(
        key="|".join(account.key_of(position)),
        liquidation=_liquidation(beyond, row, position, account, why),
        gap_loss=_gap(beyond, row, position, account, why),
        exit_cost=_exit(beyond, row, position, account),
        funding=_funding(beyond, row, position),
        touch=_touch(beyond, row, position, account, why),
        stops=_stops(beyond, row, position),
        adl=_adl(beyond, row, position, account),
        sizing=_sizing(beyond, row, position, account),
        rescue=_rescue(beyond, row, position, _unknown(beyond, row)),
    )


def account_beyond(beyond: Beyond, number: int) -> rows.AccountBeyond:
    """Return everything about one account, by its place in the book."""
    account = beyond.figures.book.accounts[number]
    layout = beyond.figures.pools.layout
    pools = [pool for pool in range(layout.size) if layout.account[pool] == number]
    return rows.AccountBeyond(
        account_id=account.id,
        negative_balance=_negative_balance(beyond, account, pools),
        exposed_money=_exposed(beyond, account, pools),
        pools=tuple(_joint(beyond, account, pool) for pool in pools if beyond.first[pool] >= 0 or _held(beyond, pool)),
    )


# ---------------------------------------------------------------- one position


def _liquidation(beyond: Beyond, row: int, position: Position, account: Account, why: str) -> rows.LiquidationLoss:
    figures, found = beyond.figures, beyond.liquidation
    layout = figures.pools.layout
    equity = known(figures.pools.equity[layout.of[row]])
    charge = fee_of(account.venue, position, float(layout.taker[row]))
    rate = charge.rate
    value, remaining = known(found.value[row]), known(found.remaining[row])
    fee = None if rate is None or value is None else rate * value
    loss = known(found.loss[row])
    kept = None if fee is None or remaining is None else max(0.0, remaining - fee)
    kept = 0.0 if charge.keeps_all else kept
    return rows.LiquidationLoss(
        price=known(figures.root[row]),
        bankruptcy_price=known(figures.bankruptcy[row]),
        loss=loss,
        remaining_margin=remaining,
        fee_rate=rate,
        fee=fee,
        most=equity if loss is not None else None,
        least=None if equity is None or kept is None or not layout.isolated[row] else equity - kept,
        reason=why or charge.reason,
        keeps_all=charge.keeps_all,
        fee_source=charge.source,
    )


def _gap(beyond: Beyond, row: int, position: Position, account: Account, why: str) -> rows.GapLoss:
    gaps = beyond.gaps
    terms = _terms(account, isolated=position.margin_mode == "isolated")
    return rows.GapLoss(
        jumps=tuple(
            rows.GapStep(
                jump=jump,
                price=known(gaps.price[step, row]),
                realized_loss=known(gaps.realized_loss[step, row]),
                shortfall=(shortfall := known(gaps.shortfall[step, row])),
                borne_by="" if shortfall is None else ENOUGH if shortfall == 0 else terms.bearer,
            )
            for step, jump in enumerate(JUMPS)
        ),
        expected_shortfall=known(gaps.expected_shortfall[row]),
        fill_std=known(gaps.fill_std[row]),
        status=terms.status,
        reason=why,
    )


def _exit(beyond: Beyond, row: int, position: Position, account: Account) -> rows.ExitCost:
    found, figures = beyond.exits, beyond.figures
    listing = (account.venue, position.symbol)
    unfilled, at_ms = known(found.unfilled[0, row]), known(found.at_ms[row])
    direction = position.direction
    fills = [known(figures.root[row] * (1.0 - direction * found.slippage[depth, row])) for depth in (0, THIN)]
    bankruptcy = known(figures.bankruptcy[row])
    reason = ""
    if at_ms is None:
        reason = beyond.market.no_depth.get(listing) or tr(
            "{symbol}: its order book has not been read", symbol=position.symbol
        )
    elif unfilled:
        reason = tr(
            "the visible book ends before the whole size: {unfilled:.12g} contracts are left over", unfilled=unfilled
        )
    return rows.ExitCost(
        mid=known(found.mid[row]),
        average_price=known(found.average[0, row]),
        worst_price=known(found.worst[0, row]),
        slippage=known(found.slippage[0, row]),
        cost=known(found.cost[row]),
        fee=known(found.fee[row]),
        filled=None if unfilled is None else position.contracts - unfilled,
        unfilled=unfilled,
        age_ms=None if at_ms is None else max(0, beyond.now_ms - int(at_ms)),
        crisis=tuple(
            rows.DepthStep(
                depth=depth,
                average_price=known(found.average[step, row]),
                slippage=known(found.slippage[step, row]),
                unfilled=known(found.unfilled[step, row]),
            )
            for step, depth in enumerate(CRISIS_DEPTHS, start=1)
        ),
        liquidation_price=fills[0],
        liquidation_price_thin=fills[1],
        beyond_bankruptcy=None if fills[1] is None or bankruptcy is None else direction * (fills[1] - bankruptcy) < 0,
        impact=known(found.impact[row]),
        reason=reason,
    )


def _funding(beyond: Beyond, row: int, position: Position) -> rows.FundingRow:
    found = beyond.funding
    reason = (
        ""
        if math.isfinite(found.payment[row])
        else tr("{symbol}: its funding rate is not known", symbol=position.symbol)
    )
    return rows.FundingRow(
        rate=position.funding_rate,
        interval_h=position.funding_interval_h,
        next_ms=position.next_funding_ms,
        payment=known(found.payment[row]),
        accrued=known(found.accrued[row]),
        per_day=known(found.per_day[row]),
        per_week=known(found.per_week[row]),
        drift_per_day=known(found.drift_per_day[row]),
        lines=tuple(
            rows.FundingLine(
                distance=line,
                days=known(found.line_days[step, row]),
                days_if_jumped=known(found.jump_days[step, row]),
            )
            for step, line in enumerate(found.lines)
        ),
        reason=reason,
    )


def _touch(beyond: Beyond, row: int, position: Position, account: Account, why: str) -> rows.TouchRow:
    listing = (account.venue, position.symbol)
    volatilities = beyond.market.volatilities
    read = volatilities.known.get(listing)
    return rows.TouchRow(
        spans=_spans(beyond.chances, row),
        deviations=known(beyond.chances.deviations[row]),
        median_days=known(beyond.chances.median_days[row]),
        volatility=known(beyond.volatility.annual[row]),
        volatility_age_ms=None if read is None else max(0, beyond.now_ms - read.at_ms),
        reason=volatilities.reason(listing) or why,
    )


def _spans(chances: Chances, column: int) -> tuple[rows.TouchSpan, ...]:
    return tuple(
        rows.TouchSpan(
            hours=hours,
            low=known(chances.low[step, column]),
            middle=known(chances.middle[step, column]),
            high=known(chances.high[step, column]),
            model=known(chances.model[step, column]),
        )
        for step, hours in enumerate(HORIZONS_H)
    )


def _stops(beyond: Beyond, row: int, position: Position) -> rows.StopRow:
    found, line = beyond.stops, beyond.lines.stop_loss_share
    loss = known(found.loss[row])
    of_margin, of_equity = _share(loss, beyond.margin[row]), _share(loss, beyond.equity[row])
    figures = {
        name: known(getattr(found, name)[row])
        for name in ("covered", "uncovered", "surplus", "beyond", "wrong_side", "wrong_basis", "can_gap", "crosses")
    }
    over = None if of_margin is None else of_margin > line
    return rows.StopRow(
        **figures,
        nearest=known(found.nearest[row]),
        loss=loss,
        loss_from_mark=known(found.loss_from_mark[row]),
        loss_of_margin=of_margin,
        loss_of_equity=of_equity,
        line=line,
        over_line=over,
        slippage=known(beyond.slippage[row]),
        slippage_assumed=not bool(beyond.slippage_known[row]),
        warnings=_stop_warnings(figures, position, over=bool(over), line=line),
        reason=NO_ORDERS if position.stops is None else "",
    )


def _stop_warnings(figures: dict[str, float | None], position: Position, *, over: bool, line: float) -> tuple[str, ...]:
    """One sentence for each way in which the stops may not help."""
    if position.stops is None:
        return ()
    told = []
    if size := figures["uncovered"]:
        held = position.contracts
        told.append(tr("{size:.12g} of {held:.12g} contracts have no stop before liquidation", size=size, held=held))
    if size := figures["beyond"]:
        told.append(tr("stops of {size:.12g} contracts lie beyond the liquidation price: they never fill", size=size))
    if size := figures["wrong_side"]:
        told.append(tr("stops of {size:.12g} contracts lie on the winning side: they are targets", size=size))
    if size := figures["wrong_basis"]:
        told.append(
            tr(
                "stops of {size:.12g} contracts do not wait for the mark price, by which the venue liquidates",
                size=size,
            )
        )
    if size := figures["can_gap"]:
        told.append(
            tr("stop-limits of {size:.12g} contracts stay unfilled when the price jumps over their limit", size=size)
        )
    if size := figures["crosses"]:
        told.append(
            tr(
                "stops of {size:.12g} contracts may fill only beyond the liquidation price, slippage included",
                size=size,
            )
        )
    if size := figures["surplus"]:
        told.append(tr("stops are {size:.12g} contracts larger than the position", size=size))
    if over:
        told.append(tr("the loss at the stops is more than {line:.0%} of the margin", line=line))
    return tuple(told)


def _adl(beyond: Beyond, row: int, position: Position, account: Account) -> rows.AdlRow:
    family = family_of(account.venue)
    scale, queue = scale_of(family), queue_of(family)
    rank = position.reported_adl_rank
    if scale is not None and rank in scale.none:
        rank = None
    reason = ""
    if rank is None:
        reason = NO_RANK
    if not queue.kind:
        reason = queue.formula
    return rows.AdlRow(
        rank=rank,
        scale="" if scale is None else scale.words,
        first=None if rank is None or scale is None or scale.first is None else rank == scale.first,
        score=known(beyond.score[row]),
        formula=queue.formula,
        source=queue.source,
        reason=reason,
    )


def _sizing(beyond: Beyond, row: int, position: Position, account: Account) -> rows.SizingRow:
    lines, layout = beyond.lines, beyond.figures.pools.layout
    pool_equity, money = beyond.figures.pools.equity[layout.of[row]], beyond.figures.notional[row]
    owe = 1.0 if layout.plain else float(beyond.figures.pools.assets.owe[layout.asset[row]])
    leverage = _share(known(money * owe), pool_equity)
    share = _share(known(beyond.margin[row] * owe), beyond.equity[row])
    return rows.SizingRow(
        margin=known(beyond.margin[row]),
        margin_share=share,
        share_low=lines.margin_share_low,
        share_high=lines.margin_share_high,
        share_verdict=verdict(share, lines.margin_share_low, lines.margin_share_high),
        effective_leverage=leverage,
        leverage_low=lines.leverage_low,
        leverage_high=lines.leverage_high,
        leverage_verdict=verdict(leverage, lines.leverage_low, lines.leverage_high),
        largest_leverage=known(beyond.largest_leverage[row]),
        leverage_chance=lines.leverage_chance,
        leverage_days=lines.leverage_days,
        reason="" if share is not None else tr("the margin or the equity of the account is not known"),
    )


def _rescue(beyond: Beyond, row: int, position: Position, why: str) -> rows.RescueRow:
    lines, layout = beyond.lines, beyond.figures.pools.layout
    return rows.RescueRow(
        distance=_step(
            "distance", lines.rescue_distance, beyond.add, beyond.keep, row, position, beyond.keep_put_back, why
        ),
        ratio=_step("ratio", lines.rescue_ratio, beyond.ratio_add, beyond.ratio_keep, row, position, None, why),
        relief=known(beyond.relief[row]),
        cut_first=bool(beyond.first[layout.of[row]] == row),
        reason=why,
    )


def _step(
    target: str,
    value: float,
    add: FloatArray,
    keep: FloatArray,
    row: int,
    position: Position,
    put_back: FloatArray | None,
    why: str,
) -> rows.RescueStep:
    share = known(keep[row])
    back = None if put_back is None else known(put_back[row])
    reason = why
    if not why and share is None:
        reason = (
            tr("the venue releases margin with the size, and no lower tier is enough: add margin, or put it back")
            if position.margin_mode == "isolated"
            else tr("closing this position alone does not reach it: others need the margin, or it hedges another")
        )
    return rows.RescueStep(
        target=target,
        value=value,
        add=None if why else known(add[row]),
        cut=None if share is None else position.contracts * (1.0 - share),
        cut_order=_order(position, share),
        cut_and_put_back=_order(position, back),
        reason=reason,
    )


def _order(position: Position, share: float | None) -> float | None:
    if share is None:
        return None
    return round_up_to_lot(position.contracts * (1.0 - share), position.lot_size, position.contracts)


# ---------------------------------------------------------------- one account


def _negative_balance(beyond: Beyond, account: Account, pools: list[int]) -> rows.NegativeBalance:
    layout = beyond.figures.pools.layout
    isolated = bool(account.positions) and all(entry.margin_mode == "isolated" for entry in account.positions)
    kind = kind_of(account.account_mode, isolated=isolated)
    terms = protection_of(account.venue, kind)
    held = [pool for pool in pools if _held(beyond, pool)]
    unknown = [pool for pool in held if not math.isfinite(beyond.pool_gaps.loss[0, pool])]
    return rows.NegativeBalance(
        status=terms.status,
        kind=kind,
        text=terms.text,
        borne_by=terms.bearer,
        source=terms.source,
        date=terms.date,
        jurisdiction=terms.jurisdiction,
        gaps=tuple(
            rows.PoolGap(
                jump=jump,
                pool_id=layout.ids[pool],
                currency=layout.settle[pool],
                loss=known(beyond.pool_gaps.loss[step, pool]),
                shortfall=known(beyond.pool_gaps.shortfall[step, pool]),
            )
            for pool in held
            for step, jump in enumerate(JUMPS)
        ),
        insurance_fund=_fund(beyond, account),
        reason=tr("no move of all marks together liquidates, or it is not known") if unknown else "",
    )


def _terms(account: Account, *, isolated: bool) -> Protection:
    return protection_of(account.venue, kind_of(account.account_mode, isolated=isolated))


def _fund(beyond: Beyond, account: Account) -> rows.Fund:
    """The fund in the currency that the account holds most positions in, else the first one told."""
    told = beyond.market.funds.get(account.venue, ())
    settles = [position.settle for position in account.positions]
    fund = max(told, key=lambda one: (settles.count(one.currency), one.currency == "USD"), default=None)
    if fund is None:
        reason = beyond.market.no_fund.get(account.venue) or tr("the size of the fund has not been read")
        return rows.Fund(balance=None, currency="", age_ms=None, change_7d=None, reason=reason)
    before, days = (fund.week_ago, 7.0) if fund.week_ago else (fund.earlier, _days_since(fund))
    change = fund.balance / before - 1.0 if before else None
    return rows.Fund(
        balance=fund.balance,
        currency=fund.currency,
        age_ms=max(0, beyond.now_ms - fund.at_ms),
        change_7d=change if fund.week_ago else None,
        change=change,
        change_days=None if change is None else days,
        reason="" if fund.week_ago else _short_past() if change is not None else _no_past(),
    )


def _days_since(fund: InsuranceFund) -> float | None:
    return None if fund.earlier_ms is None else (fund.at_ms - fund.earlier_ms) / DAY_MS


def _short_past() -> str:
    return tr("the venue tells only today's size; our own record does not cover seven days")


def _no_past() -> str:
    return tr("the venue tells only today's size; how it was before is not known yet")


def _exposed(beyond: Beyond, account: Account, pools: list[int]) -> rows.ExposedMoney:
    layout, spare = beyond.figures.pools.layout, beyond.spare
    exposures = tuple(
        rows.PoolExposure(
            pool_id=layout.ids[pool],
            currency=layout.settle[pool],
            equity=known(spare.equity[pool]),
            initial_margin=known(spare.initial[pool]),
            not_needed=known(spare.not_needed[pool]),
            max_loss=known(beyond.figures.pools.wallet[pool]),
            reason="" if math.isfinite(spare.not_needed[pool]) else tr("a balance, leverage or tier is not known"),
        )
        for pool in pools
    )
    currencies = {"USD" if one.currency in DOLLARS else one.currency for one in exposures if one.equity}
    currency = exposures[0].currency if len(currencies) == 1 else ""
    total = _sum([one.equity for one in exposures]) if currency else None
    free = _sum([one.not_needed for one in exposures]) if currency else None
    return rows.ExposedMoney(
        currency=currency,
        total=total,
        not_needed=free,
        kept_distance=beyond.lines.kept_distance,
        pools=exposures,
        advice=_advice(exposures),
        reason="" if free is not None else tr("several currencies are not added up, or a figure is not known"),
    )


def _advice(exposures: tuple[rows.PoolExposure, ...]) -> str:
    free = [one for one in exposures if one.not_needed]
    if not free:
        return tr("No money here is to spare: all of it backs the open positions.")
    amounts = ", ".join(f"{one.not_needed:,.2f} {one.currency}" for one in free)
    return tr(
        "{amounts} are not needed as margin: kept elsewhere, they cannot be lost in a liquidation here.",
        amounts=amounts,
    )


def _joint(beyond: Beyond, account: Account, pool: int) -> rows.JointTouch:
    book, layout = beyond.figures.book, beyond.figures.pools.layout
    first = int(beyond.first[pool])
    listings = {(account.venue, book.positions[row].symbol) for row in (layout.of == pool).nonzero()[0].tolist()}
    reasons = map(beyond.market.volatilities.reason, sorted(listings))
    unread = next((reason for reason in reasons if reason), "")
    return rows.JointTouch(
        pool_id=layout.ids[pool],
        spans=_spans(beyond.joint, pool),
        median_days=known(beyond.joint.median_days[pool]),
        cut_first="" if first < 0 else "|".join(account.key_of(book.positions[first])),
        reason=unread or (layout.terms[pool].reason if not layout.terms[pool].computable else ""),
    )


# ---------------------------------------------------------------- small things


def known(value: float) -> float | None:
    """Return a figure for a row: NaN and infinities are None."""
    return float(value) if math.isfinite(value) else None


def _held(beyond: Beyond, pool: int) -> bool:
    return bool((beyond.figures.pools.layout.of == pool).any())


def _unknown(beyond: Beyond, row: int) -> str:
    """Why nothing is known of a position's margin, "" where it is."""
    figures = beyond.figures
    terms = figures.pools.layout.terms[int(figures.pools.layout.of[row])]
    if not terms.computable:
        return terms.reason
    return "" if math.isfinite(figures.health[row]) else NOT_KNOWN


def _why(beyond: Beyond, row: int) -> str:
    """Why there is nothing beyond the liquidation price, "" where there is."""
    return _unknown(beyond, row) or ("" if math.isfinite(beyond.figures.root[row]) else NO_PRICE)


def _share(part: float | None, whole: float) -> float | None:
    return float(part / whole) if part is not None and math.isfinite(whole) and whole > 0 else None


def _sum(values: list[float | None]) -> float | None:
    known_ones = [value for value in values if value is not None]
    return sum(known_ones) if values and len(known_ones) == len(values) else None
