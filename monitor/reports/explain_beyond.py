"""What lies beyond the liquidation price as text: each figure with the numbers it is made of, to check by hand."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.language import tr
from monitor.model import Stop
from monitor.reports.explain_numbers import number, percent
from monitor.reports.explain_pool import pool_at
from monitor.risk.beyond import Beyond
from monitor.risk.beyond_positions import position_beyond
from monitor.risk.beyond_report import account_beyond
from monitor.risk.beyond_rows import Fund, GapStep, JointTouch, PositionBeyond, RescueStep
from monitor.risk.rescue import target_prices
from monitor.spoken import said

FEW_STOPS = 6  # so many are named
TINY = 1e-9  # of a figure: no figure, but the rest of a sum


def explain_account(beyond: Beyond, number_of_account: int) -> Iterator[str]:
    """Yield the lines of one account."""
    found = account_beyond(beyond, number_of_account)
    below, money = found.negative_balance, found.exposed_money
    yield tr("Below zero: {status}. {text}", status=said(below.status), text=below.text)
    yield "  " + tr(
        "borne by: {borne_by}; read in: {source}, {date}",
        borne_by=below.borne_by,
        source=below.source,
        date=below.date,
    )
    yield f"  {below.jurisdiction}"
    yield from _fund(below.insurance_fund)
    for gap in below.gaps:
        if gap.loss is not None:
            yield "  " + tr(
                "{pool_id}: all marks jump {jump} through its common shock: loses {loss} {currency}, of "
                "which {shortfall} beyond its equity",
                pool_id=gap.pool_id,
                jump=percent(gap.jump),
                loss=number(gap.loss),
                currency=gap.currency,
                shortfall=number(gap.shortfall),
            )
    yield tr("Money here: {advice}", advice=money.advice)
    for pool in money.pools:
        yield "  " + tr(
            "{pool_id}: equity {equity} {currency}, initial margin {initial_margin}; not needed "
            "{not_needed} = what may leave while liquidation stays {kept_distance} away",
            pool_id=pool.pool_id,
            equity=number(pool.equity),
            currency=pool.currency,
            initial_margin=number(pool.initial_margin),
            not_needed=number(pool.not_needed),
            kept_distance=percent(money.kept_distance),
        )
    for joint in found.pools:
        yield from _together(joint)


def _fund(fund: Fund) -> Iterator[str]:
    if fund.balance is None:
        yield "  " + tr("insurance fund: unknown; {reason}", reason=fund.reason)
        return
    size, reason = f"{number(fund.balance)} {fund.currency}", fund.reason
    if fund.change is None:
        yield "  " + tr("insurance fund {size}; {reason}", size=size, reason=reason)
        return
    yield "  " + tr(
        "insurance fund {size}, {change} in {days} days",
        size=size,
        change=percent(fund.change),
        days=number(fund.change_days, 3),
    )


def _together(pool: JointTouch) -> Iterator[str]:
    """The chance that all marks together liquidate a pool."""
    if pool.reason:
        yield "  " + tr("{pool_id}: chances: unknown; {reason}", pool_id=pool.pool_id, reason=pool.reason)
        return
    for span in pool.spans:
        yield "  " + tr(
            "{pool_id}: liquidated by all marks together within {hours} h: {low} to {high} (the model says {model})",
            pool_id=pool.pool_id,
            hours=span.hours,
            low=percent(span.low),
            high=percent(span.high),
            model=percent(span.model),
        )


def explain_position(beyond: Beyond, row: int) -> Iterator[str]:
    """Yield the lines of one position, after those of its liquidation price."""
    found, settle = position_beyond(beyond, row), beyond.figures.book.positions[row].settle
    yield from _liquidation(found, settle)
    yield from _gap(beyond, row, found, settle)
    yield from _exit(found, settle)
    yield from _funding(beyond, row, found, settle)
    yield from _touch(found)
    yield from _stops(beyond, row, found, settle)
    yield from _adl(found)
    yield from _sizing(found, settle)
    yield from _rescue(beyond, row, found)


def _liquidation(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.liquidation
    if one.loss is None:
        return
    if one.loss < 0:
        yield "  " + tr(
            "liquidated there: this leg of a hedge wins {gain} {settle} from the mark, its other leg loses more; the "
            "requirement at that price is {remaining_margin}",
            gain=number(-one.loss),
            settle=settle,
            remaining_margin=number(one.remaining_margin),
        )
    elif one.loss == 0:
        yield "  " + tr(
            "liquidated there: the mark is past it; {remaining_margin} {settle} are left now",
            remaining_margin=number(one.remaining_margin),
            settle=settle,
        )
    else:
        yield "  " + tr(
            "liquidated there: loses {loss} {settle} from the mark, and {remaining_margin} are left = "
            "the requirement at that price",
            loss=number(one.loss),
            settle=settle,
            remaining_margin=number(one.remaining_margin),
        )
    if one.fee is not None:
        yield "    " + tr(
            "fee {fee} = {fee_rate} of the value there", fee=number(one.fee), fee_rate=percent(one.fee_rate)
        )
    elif one.reason:
        yield "    " + tr("fee: {reason}", reason=one.reason)
    if one.fee_source:
        yield "    " + tr("read in: {source}", source=one.fee_source)


def _gap(beyond: Beyond, row: int, found: PositionBeyond, settle: str) -> Iterator[str]:
    gap, money = found.gap_loss, _money(beyond, row)
    if gap.jumps[0].price is None:
        yield "  " + tr("gap loss: none; {reason}", reason=gap.reason)
        return
    for step in gap.jumps:
        if step.realized_loss is not None and step.realized_loss < 0.0:  # the leg of a hedge that wins on the way
            yield "  " + tr(
                "a jump of {jump} through it, to {price}: this leg wins {gain} {settle}, its hedge loses; together "
                "{shortfall} {money} beyond the margin; {borne_by}",
                jump=percent(step.jump),
                price=number(step.price),
                gain=number(-step.realized_loss),
                settle=settle,
                shortfall=number(step.shortfall),
                money=money,
                borne_by=step.borne_by,
            )
            continue
        yield "  " + tr(
            "a jump of {jump} through it, to {price}: loses {realized_loss} {settle}; {shortfall} {money} "
            "beyond the margin; {borne_by}",
            jump=percent(step.jump),
            price=number(step.price),
            realized_loss=number(step.realized_loss),
            settle=settle,
            shortfall=number(step.shortfall),
            money=money,
            borne_by=step.borne_by,
        )
    yield from _beyond_the_margin(beyond, row, gap.jumps[-1])
    yield from _expected_shortfall(beyond, row, found, settle)


def _beyond_the_margin(beyond: Beyond, row: int, last: GapStep) -> Iterator[str]:
    """The largest jump worked out: what the pool's equity lacks there, and what closing takes of it."""
    if last.price is None or not last.shortfall:
        return
    equity, _required = pool_at(beyond.figures, row, last.price)
    kept = last.shortfall + equity
    yield "    " + tr(
        "the last: {shortfall} = closing fee {kept} - equity of the pool there ({equity})",
        shortfall=number(last.shortfall),
        kept=number(0.0 if abs(kept) < TINY * last.shortfall else kept),
        equity=number(equity),
    )


def _expected_shortfall(beyond: Beyond, row: int, found: PositionBeyond, settle: str) -> Iterator[str]:
    gap, book = found.gap_loss, beyond.figures.book
    amount = number(gap.expected_shortfall)
    if (beyond.gaps.side[row] > 0) != bool(book.inverse[row]):
        yield "  " + tr(
            "expected shortfall {expected_shortfall} {settle} = size x (K Phi(d) - L exp(s^2/2) Phi(d - s)),",
            expected_shortfall=amount,
            settle=settle,
        )
    else:
        yield "  " + tr(
            "expected shortfall {expected_shortfall} {settle} = size x (L exp(s^2/2) Phi(s - d) - K Phi(-d)),",
            expected_shortfall=amount,
            settle=settle,
        )
    yield "    " + tr(
        "K {bankruptcy_price} (bankruptcy), L {price}, s {fill_std}, d = ln(K / L) / s, in "
        "1/price for inverse contracts",
        bankruptcy_price=number(found.liquidation.bankruptcy_price, 12),
        price=number(found.liquidation.price, 12),
        fill_std=percent(gap.fill_std),
    )


def _money(beyond: Beyond, row: int) -> str:
    """The currency of the position's pool."""
    return beyond.figures.pools.layout.settle[int(beyond.figures.pools.of[row])]


def _exit(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.exit_cost
    if one.mid is None:
        yield "  " + tr("exit cost: unknown; {reason}", reason=one.reason)
        return
    yield "  " + tr(
        "exit now: {filled} contracts at {average_price} on average, worst {worst_price}; "
        "{slippage} from the mid {mid}; book {age_s:.0f} s old",
        filled=number(one.filled),
        average_price=number(one.average_price),
        worst_price=number(one.worst_price),
        slippage=_slippage(one.slippage),
        mid=number(one.mid),
        age_s=(one.age_ms or 0) / 1000,
    )
    yield "    " + tr(
        "costs {cost} {settle} against the mid, and a fee of {fee}",
        cost=number(one.cost),
        settle=settle,
        fee=number(one.fee),
    )
    if one.unfilled:
        yield "    " + tr("{unfilled} contracts are left over: the visible book ends", unfilled=number(one.unfilled))
    for step in one.crisis:
        yield "    " + tr(
            "in a book of {depth}: {slippage}, left over {unfilled}",
            depth=percent(step.depth),
            slippage=_slippage(step.slippage),
            unfilled=number(step.unfilled),
        )


def _slippage(share: float | None) -> str:
    return tr("unknown") if share is None else percent(share)


def _funding(beyond: Beyond, row: int, found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.funding
    if one.payment is None:
        yield "  " + tr("funding: unknown; {reason}", reason=one.reason)
        return
    if one.per_day is None:
        yield "  " + tr(
            "funding: {payment} {settle} at the next settlement = - side x rate {rate} x value; per day: {reason}",
            payment=number(one.payment),
            settle=settle,
            rate=percent(one.rate),
            reason=one.reason,
        )
        return
    yield "  " + tr(
        "funding: {payment} {settle} at the next settlement = - side x rate {rate} x value; {per_day} a day = x 24 h / "
        "{interval_h} h",
        payment=number(one.payment),
        settle=settle,
        rate=percent(one.rate),
        per_day=number(one.per_day),
        interval_h=number(one.interval_h),
    )
    if one.reason:
        yield "    " + tr("where it carries the liquidation price: unknown; {reason}", reason=one.reason)
        return
    per_day = float(beyond.funding.pool_per_day[beyond.figures.pools.of[row]])
    if one.drift_per_day:
        yield "    " + tr(
            "carries the liquidation price by {drift_per_day} a day = - ({per_day}) / ({slope}): {money} a day of its "
            "pool / what each 1 of price there is worth to it",
            drift_per_day=number(one.drift_per_day),
            per_day=number(per_day),
            money=_money(beyond, row),
            slope=number(-per_day / one.drift_per_day, 7),
        )
    for line in one.lines:
        if line.days == 0:
            yield "    " + tr("nearer than {distance} already", distance=percent(line.distance))
        elif line.days is not None:
            yield "    " + tr(
                "at this price, {distance} away in {days} days",
                distance=percent(line.distance),
                days=number(line.days, 4),
            )


def _touch(found: PositionBeyond) -> Iterator[str]:
    one = found.touch
    if one.volatility is None:
        yield "  " + tr("chances: unknown; {reason}", reason=one.reason)
        return
    yield "  " + tr(
        "distance {deviations} daily deviations; volatility {volatility} a year",
        deviations=number(one.deviations, 4),
        volatility=percent(one.volatility),
    )
    for span in one.spans:
        if span.low is not None:
            yield "    " + tr(
                "touched within {hours} h: {low} to {high} (the model says {model}: first passage under "
                "Student mixture; the range is what really happened then)",
                hours=span.hours,
                low=percent(span.low),
                high=percent(span.high),
                model=percent(span.model),
            )


def _stops(beyond: Beyond, row: int, found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.stops
    if one.covered is None:
        yield "  " + tr("stops: unknown; {reason}", reason=one.reason)
        return
    if one.covered == 0:
        yield "  " + tr(
            "stops cover nothing before liquidation: all {size} contracts stay open", size=number(one.uncovered)
        )
        yield from (f"    ! {warning}" for warning in one.warnings)
        return
    assumed = tr("assumed") if one.slippage_assumed else tr("by the order book")
    yield "  " + tr(
        "stops cover {covered}, leave {uncovered} contracts; lose {loss} {settle} from entry with "
        "{slippage} slippage ({assumed})",
        covered=number(one.covered),
        uncovered=number(one.uncovered),
        loss=number(one.loss),
        settle=settle,
        slippage=percent(one.slippage),
        assumed=assumed,
    )
    stops = beyond.figures.book.positions[row].stops or ()
    yield from (_stop(stop) for stop in stops[:FEW_STOPS])
    yield "    " + tr(
        "= {loss_of_margin} of the margin, line {line}; {loss_of_equity} of the account",
        loss_of_margin=percent(one.loss_of_margin),
        line=percent(one.line),
        loss_of_equity=percent(one.loss_of_equity),
    )
    yield from (f"    ! {warning}" for warning in one.warnings)


def _stop(stop: Stop) -> str:
    count = tr("the whole position") if stop.contracts is None else number(stop.contracts)
    if stop.limit_price is None:
        return "    " + tr("stop at {trigger}: {count}", trigger=number(stop.trigger_price, 12), count=count)
    return "    " + tr(
        "stop at {trigger}, not beyond {limit}: {count}",
        trigger=number(stop.trigger_price, 12),
        limit=number(stop.limit_price, 12),
        count=count,
    )


def _adl(found: PositionBeyond) -> Iterator[str]:
    one = found.adl
    if one.rank is not None:
        yield "  " + tr("deleveraging rank {rank} ({scale})", rank=number(one.rank), scale=one.scale)
    if one.score is not None:
        yield "  " + tr(
            "deleveraging score {score} (estimate) = {formula}", score=number(one.score, 4), formula=one.formula
        )
    elif one.rank is None:
        yield "  " + tr("deleveraging: {reason}", reason=one.reason)


def _sizing(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.sizing
    yield "  " + tr(
        "margin {margin} {settle} is {share} of the account ({verdict})",
        margin=number(one.margin),
        settle=settle,
        share=percent(one.margin_share),
        verdict=_share_against(one.share_verdict, percent(one.share_low), percent(one.share_high)),
    )
    yield "    " + tr(
        "effective leverage {effective_leverage} = value / equity ({verdict}); largest for {leverage_chance} "
        "in {leverage_days:g} days: {largest_leverage}",
        effective_leverage=number(one.effective_leverage, 4),
        verdict=_leverage_against(one.leverage_verdict, one.leverage_low, one.leverage_high),
        leverage_chance=percent(one.leverage_chance),
        leverage_days=one.leverage_days,
        largest_leverage=number(one.largest_leverage, 4),
    )


def _share_against(verdict: str, low: str, high: str) -> str:
    match verdict:
        case "below":
            return tr("below the line of {low} to {high}", low=low, high=high)
        case "within":
            return tr("within the line of {low} to {high}", low=low, high=high)
        case "above":
            return tr("above the line of {low} to {high}", low=low, high=high)
    return tr("unknown the line of {low} to {high}", low=low, high=high)


def _leverage_against(verdict: str, low: float, high: float) -> str:
    match verdict:
        case "below":
            return tr("below {low:g} to {high:g}", low=low, high=high)
        case "within":
            return tr("within {low:g} to {high:g}", low=low, high=high)
        case "above":
            return tr("above {low:g} to {high:g}", low=low, high=high)
    return tr("unknown {low:g} to {high:g}", low=low, high=high)


def _rescue(beyond: Beyond, row: int, found: PositionBeyond) -> Iterator[str]:
    money = _money(beyond, row)
    yield _step(found.rescue.distance, money)
    yield from _room_to_gain(beyond, row, found.rescue.distance)
    yield _step(found.rescue.ratio, money)
    if found.rescue.cut_first:
        yield "    " + tr("of its pool, this position gives the most relief for each unit closed")


def _room_to_gain(beyond: Beyond, row: int, step: RescueStep) -> Iterator[str]:
    """The margin to add for a distance worked out: what the pool lacks with the price at the goal."""
    figures = beyond.figures
    if not step.add:
        return
    price = float(target_prices(figures.book, figures.prices, figures.root, step.value)[row])
    equity, required = pool_at(figures, row, price)
    yield "    " + tr(
        "added = ({required} required - equity {equity}) / {worth}, with the price at {price}",
        required=number(required),
        equity=number(equity),
        worth=number(float(figures.pools.layout.margin_worth[row])),
        price=number(price, 12),
    )


def _step(step: RescueStep, money: str) -> str:
    goal = tr("a distance of {value}", value=percent(step.value))
    if step.target == "ratio":
        goal = tr("a ratio of {value}", value=percent(step.value))
    if step.add == 0.0:
        return "  " + tr("to {goal}: reached already", goal=goal)
    if step.add is None:
        return "  " + tr("to {goal}: unknown; {reason}", goal=goal, reason=step.reason)
    cut = tr(
        "close {cut_order} contracts ({cut} before rounding up to the lot)",
        cut_order=number(step.cut_order),
        cut=number(step.cut),
    )
    if step.cut is None:
        cut = tr("no cut: {reason}", reason=step.reason)
    if step.cut_and_put_back:
        cut += "; " + tr("or {count} with the margin put back", count=number(step.cut_and_put_back))
    return "  " + tr(
        "to {goal}: add {add} {money}, or {cut}",
        goal=goal,
        add=number(step.add),
        money=money,
        cut=cut,
    )
