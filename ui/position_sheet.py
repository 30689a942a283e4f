"""What can be lost with one position, how likely and what helps: the sections of its sheet. Rounding is format.py's.

Amounts are in the settlement currency, sizes in contracts, as the engine tells them.
"""

from __future__ import annotations

from monitor.messages import PositionBeyond, PositionRisk
from ui import format as fmt
from ui.rescue_sheet import helping_sections
from ui.risk_words import NOT_RECKONED, SPANS, reason_given
from ui.sheet import Line, Section, Sentence
from ui.view import View


def position_sections(risk: PositionRisk, view: View) -> tuple[Section, ...]:
    """Return the sections of a position's sheet; one sentence where nothing is reckoned."""
    found = risk.beyond
    if found is None:
        why = risk.unknown or NOT_RECKONED
        return (Section(title="Risk beyond liquidation", sentences=(Sentence(text=f"Unknown: {why}."),)),)
    return (
        _liquidation(risk, found, view),
        _gap(risk, found, view),
        _touch(found, view),
        _funding(risk, found, view),
        *_drift(risk, found, view),
        *helping_sections(risk, found, view),
    )


def _liquidation(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    at = found.liquidation

    def money(value: float | None) -> str:
        return view.amount(fmt.money_needed(value, risk.settle))

    fee = money(at.fee)
    if at.fee_rate is not None:
        fee = f"{fee} ({fmt.slipped(at.fee_rate)})"
    return Section(
        title=f"If it is liquidated [{risk.settle}]",
        tip="From the mark to the liquidation price, and what is taken. It does not say that the order fills there.",
        lines=(
            Line(
                label="Most that can be lost",
                cells=(money(risk.max_loss),),
                tip="The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond.",
            ),
            Line(
                label="Loss up to liquidation",
                cells=(money(at.loss),),
                tip="From the mark to the liquidation price, of this position alone.",
            ),
            Line(
                label="Margin left there",
                cells=(money(at.remaining_margin),),
                tip="What the venue requires at that moment: of this it takes its fee, and some keep all of it.",
            ),
            Line(
                label="Liquidation fee",
                cells=(fee,),
                tip="By the venue's published rate; a dash: not published or not read.",
            ),
            Line(
                label="All taken, from today's equity",
                cells=(money(at.most),),
                tip="If nothing of what is left comes back. Not the worst if fills go beyond bankruptcy.",
            ),
            *(
                Line(
                    label="Best case, rest kept",
                    cells=(money(one),),
                    tip="Filled at the liquidation price, the fee paid, the rest kept; isolated positions only.",
                )
                for one in (at.least,)
                if one is not None
            ),
            Line(
                label="Bankruptcy price",
                cells=(fmt.price(at.bankruptcy_price, risk.tick_size),),
                tip="Where nothing is left of the margin. It is not where the venue begins to close.",
            ),
        ),
        sentences=reason_given(at.reason, view),
    )


def _gap(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    gap = found.gap_loss
    lines = tuple(
        Line(
            label=f"{one.jump * 100:.0f} % beyond",
            cells=(
                fmt.price(one.price, risk.tick_size),
                view.amount(fmt.money_needed(one.realized_loss, risk.settle)),
                "none" if one.shortfall == 0 else view.amount(fmt.money_needed(one.shortfall, risk.settle)),
            ),
            token="watch" if one.shortfall else "text",
            tip=f"Who bears what is missing: {one.borne_by or 'not known'}.",
        )
        for one in gap.jumps
    )
    bearers = dict.fromkeys(one.borne_by for one in gap.jumps if one.shortfall)
    words = [f"What is missing is borne by: {bearer} ({gap.status})." for bearer in bearers]
    if gap.expected_shortfall is not None and gap.fill_std is not None:
        mean = view.amount(fmt.money_needed(gap.expected_shortfall, risk.settle))
        words.append(
            f"Missing on average, when fills scatter by {fmt.slipped(gap.fill_std)} there: {mean} {risk.settle}."
        )
    return Section(
        title=f"If the price jumps through it [{risk.settle}]",
        tip="A jump through the liquidation price: what is lost, what is missing. It does not say how likely it is.",
        heads=("fill", "loss", "missing") if lines else (),
        lines=lines,
        sentences=(*(Sentence(text=one, token="text2") for one in words), *reason_given(gap.reason, view)),
    )


def _touch(found: PositionBeyond, view: View) -> Section:
    touch = found.touch
    lines = [
        Line(
            label=f"Within {SPANS.get(one.hours, f'{one.hours} h')}",
            cells=(fmt.chance(one.low, one.high),),
            tip="What really happened when the model said so much, on Bitcoin 2017–2023. Not a promise for this coin.",
        )
        for one in touch.spans
    ]
    if touch.deviations is not None:
        lines.append(
            Line(
                label="Distance in daily moves",
                cells=(f"{touch.deviations:,.1f}",),
                tip="In standard deviations of one day: below 2 is near. It knows no direction.",
            )
        )
    if touch.median_days is not None:
        lines.append(
            Line(
                label="Half of all paths touch within",
                cells=(fmt.days(touch.median_days),),
                tip="The median, by the model. Half of them touch earlier.",
            )
        )
    if touch.volatility is not None:
        age = "" if touch.volatility_age_ms is None else f", {fmt.age(touch.volatility_age_ms)} old"
        lines.append(
            Line(
                label="Volatility a year",
                cells=(f"{fmt.slipped(touch.volatility)}{age}",),
                tip="Recent hours and the last 90 days together. It rises in crashes, afterwards.",
            )
        )
    return Section(
        title="How likely liquidation is touched",
        tip="Ranges, never one figure: the true chance may still lie outside. Nothing is done meanwhile.",
        lines=tuple(lines),
        sentences=reason_given(touch.reason, view),
    )


def _funding(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    funding = found.funding

    def money(value: float | None) -> str:
        return view.amount(fmt.money(value, risk.settle, signed=True))

    lines = [
        Line(label="Next payment", cells=(money(funding.payment),), tip="At the next settlement; + is received."),
        Line(
            label="Accrued of it", cells=(money(funding.accrued),), tip="The part whose time has gone; not owed before."
        ),
        Line(label="Per day", cells=(money(funding.per_day),), tip="At today's rate, which will change."),
        Line(label="Per week", cells=(money(funding.per_week),), tip="At today's rate, which will change."),
    ]
    if funding.drift_per_day is not None:
        drift = fmt.price(abs(funding.drift_per_day), None)
        sign = "−" if funding.drift_per_day < 0 else "+"
        lines.append(
            Line(
                label="Liquidation price moves per day",
                cells=(sign + drift if funding.drift_per_day else "0",),
                tip="While the market stands still: payments come out of the margin behind it.",
            )
        )
    return Section(
        title=f"Funding [{risk.settle}]",
        tip="What funding costs at today's rate. It does not say that the rate stays.",
        lines=tuple(lines),
        sentences=reason_given(funding.reason, view),
    )


def _drift(risk: PositionRisk, found: PositionBeyond, view: View) -> tuple[Section, ...]:
    funding = found.funding
    if funding.reason or risk.liquidation_price is None:
        return ()
    lines = tuple(
        Line(
            label="Liquidation" if one.distance == 0 else f"{fmt.room(one.distance)} away",
            cells=(_days(one.days, view), _days(one.days_if_jumped, view)),
            token="watch" if one.days is not None and one.days <= 1 else "text",
            tip="By funding alone, with no price move.",
        )
        for one in funding.lines
    )
    return (
        Section(
            title="Funding alone brings it there in",
            tip="On which day, if the price stands still. A jumped rate is 0.2193 % for 8 hours against you, as it was "
            "for XRP in December 2021; never means at this rate.",
            heads=("at this rate", "if it jumps"),
            lines=lines,
        ),
    )


def _days(value: float | None, view: View) -> str:
    """The span, and the day on which it ends where that is not today."""
    text = fmt.days(value)
    if value is None or not 1 <= value <= 366:
        return text
    return f"{text}, {fmt.day(view.now_ms + int(value * 86_400_000))}"
