"""What lies beyond the liquidation price as text: each figure with the numbers it is made of, to check by hand."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.explain_numbers import number, percent
from monitor.risk.beyond import Beyond
from monitor.risk.beyond_report import account_beyond, position_beyond
from monitor.risk.beyond_rows import PositionBeyond, RescueStep


def explain_account(beyond: Beyond, number_of_account: int) -> Iterator[str]:
    """Yield the lines of one account."""
    found = account_beyond(beyond, number_of_account)
    below, money = found.negative_balance, found.exposed_money
    yield f"Below zero: {below.status}. {below.text}"
    yield f"  borne by: {below.borne_by}; read in: {below.source}, {below.date}"
    yield f"  {below.jurisdiction}"
    for gap in below.gaps:
        if gap.loss is not None:
            yield (
                f"  {gap.pool_id}: all marks jump {percent(gap.jump)} through its common shock: loses"
                f" {number(gap.loss)} {gap.currency}, of which {number(gap.shortfall)} beyond its equity"
            )
    yield f"Money here: {money.advice}"
    for pool in money.pools:
        yield (
            f"  {pool.pool_id}: equity {number(pool.equity)} {pool.currency}, initial margin"
            f" {number(pool.initial_margin)}; not needed {number(pool.not_needed)} = what may leave while"
            f" liquidation stays {percent(money.kept_distance)} away"
        )


def explain_position(beyond: Beyond, row: int) -> Iterator[str]:
    """Yield the lines of one position, after those of its liquidation price."""
    found, settle = position_beyond(beyond, row), beyond.figures.book.positions[row].settle
    yield from _liquidation(found, settle)
    yield from _gap(beyond, row, found, settle)
    yield from _exit(found, settle)
    yield from _funding(found, settle)
    yield from _touch(found)
    yield from _stops(found, settle)
    yield from _adl(found)
    yield from _sizing(found, settle)
    yield from _rescue(beyond, row, found)


def _liquidation(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.liquidation
    if one.loss is None:
        return
    yield (
        f"  liquidated there: loses {number(one.loss)} {settle} from the mark, and {number(one.remaining_margin)} are"
        " left = the requirement at that price"
    )
    if one.fee is not None:
        yield f"    fee {number(one.fee)} = {percent(one.fee_rate)} of the value there"
    elif one.reason:
        yield f"    fee: {one.reason}"
    if one.fee_source:
        yield f"    read in: {one.fee_source}"


def _gap(beyond: Beyond, row: int, found: PositionBeyond, settle: str) -> Iterator[str]:
    gap = found.gap_loss
    if gap.jumps[0].price is None:
        yield f"  gap loss: none; {gap.reason}"
        return
    for step in gap.jumps:
        yield (
            f"  a jump of {percent(step.jump)} through it, to {number(step.price)}: loses"
            f" {number(step.realized_loss)} {settle}, {number(step.shortfall)} beyond the margin; {step.borne_by}"
        )
    yield (
        f"  expected shortfall {number(gap.expected_shortfall)} {settle} = size x (K Phi(d) - L exp(s^2/2) Phi(d - s)),"
    )
    yield (
        f"    K {number(found.liquidation.bankruptcy_price)} (bankruptcy), L {number(found.liquidation.price)},"
        f" s {percent(gap.fill_std)}, d = ln(K / L) / s, in 1/price for inverse contracts"
    )


def _exit(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.exit_cost
    if one.mid is None:
        yield f"  exit cost: unknown; {one.reason}"
        return
    yield (
        f"  exit now: {number(one.filled)} contracts at {number(one.average_price)} on average, worst"
        f" {number(one.worst_price)}; {percent(one.slippage)} from the mid {number(one.mid)}; book"
        f" {(one.age_ms or 0) / 1000:.0f} s old"
    )
    yield f"    costs {number(one.cost)} {settle} against the mid, and a fee of {number(one.fee)}"
    if one.unfilled:
        yield f"    {number(one.unfilled)} contracts are left over: the visible book ends"
    for step in one.crisis:
        yield f"    in a book of {percent(step.depth)}: {percent(step.slippage)}, left over {number(step.unfilled)}"


def _funding(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.funding
    if one.payment is None:
        yield f"  funding: unknown; {one.reason}"
        return
    yield (
        f"  funding: {number(one.payment)} {settle} at the next settlement = - side x rate {percent(one.rate)} x value;"
        f" {number(one.per_day)} a day"
    )
    yield f"    carries the liquidation price by {number(one.drift_per_day)} a day = - payment / slope of h there"
    for line in one.lines:
        if line.days is not None:
            yield f"    at this price, {percent(line.distance)} away in {number(line.days, 4)} days"


def _touch(found: PositionBeyond) -> Iterator[str]:
    one = found.touch
    if one.volatility is None:
        yield f"  chances: unknown; {one.reason}"
        return
    yield f"  distance {number(one.deviations, 4)} daily deviations; volatility {percent(one.volatility)} a year"
    for span in one.spans:
        if span.low is not None:
            yield (
                f"    touched within {span.hours} h: {percent(span.low)} to {percent(span.high)} (the model says"
                f" {percent(span.model)}: first passage under Student mixture; the range is what really happened then)"
            )


def _stops(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.stops
    if one.covered is None:
        yield f"  stops: unknown; {one.reason}"
        return
    assumed = "assumed" if one.slippage_assumed else "by the order book"
    yield (
        f"  stops cover {number(one.covered)}, leave {number(one.uncovered)} contracts; lose {number(one.loss)}"
        f" {settle} from entry with {percent(one.slippage)} slippage ({assumed})"
    )
    yield (
        f"    = {percent(one.loss_of_margin)} of the margin, line {percent(one.line)};"
        f" {percent(one.loss_of_equity)} of the account"
    )
    yield from (f"    ! {warning}" for warning in one.warnings)


def _adl(found: PositionBeyond) -> Iterator[str]:
    one = found.adl
    if one.rank is not None:
        yield f"  deleveraging rank {number(one.rank)} ({one.scale})"
    if one.score is not None:
        yield f"  deleveraging score {number(one.score, 4)} (estimate) = {one.formula}"
    elif one.rank is None:
        yield f"  deleveraging: {one.reason}"


def _sizing(found: PositionBeyond, settle: str) -> Iterator[str]:
    one = found.sizing
    yield (
        f"  margin {number(one.margin)} {settle} is {percent(one.margin_share)} of the account ({one.share_verdict} the"
        f" line of {percent(one.share_low)} to {percent(one.share_high)})"
    )
    yield (
        f"    effective leverage {number(one.effective_leverage, 4)} = value / equity ({one.leverage_verdict}"
        f" {one.leverage_low:g} to {one.leverage_high:g}); largest for {percent(one.leverage_chance)} in"
        f" {one.leverage_days:g} days: {number(one.largest_leverage, 4)}"
    )


def _rescue(beyond: Beyond, row: int, found: PositionBeyond) -> Iterator[str]:
    money = beyond.figures.pools.layout.settle[int(beyond.figures.pools.of[row])]
    for step in (found.rescue.distance, found.rescue.ratio):
        yield _step(step, money)
    if found.rescue.cut_first:
        yield "    of its pool, this position gives the most relief for each unit closed"


def _step(step: RescueStep, money: str) -> str:
    goal = f"{step.target} of {percent(step.value)}"
    if step.add is None:
        return f"  to a {goal}: unknown; {step.reason}"
    cut = f"close {number(step.cut_order)} contracts ({number(step.cut)} before rounding up to the lot)"
    if step.cut is None:
        cut = f"no cut: {step.reason}"
    back = f"; or {number(step.cut_and_put_back)} with the margin put back" if step.cut_and_put_back else ""
    return f"  to a {goal}: add {number(step.add)} {money}, or {cut}{back}"
