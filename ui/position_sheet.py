"""What can be lost with one position, how likely and what helps: the sections of its sheet. Rounding is format.py's.

Amounts are in the settlement currency, sizes in contracts, as the engine tells them.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.messages import PositionBeyond, PositionRisk
from ui import format as fmt
from ui.engine_words import status_word
from ui.rescue_sheet import helping_sections
from ui.risk_words import NOT_RECKONED, SPANS, reason_given
from ui.sheet import Line, Section, Sentence
from ui.view import View


def position_sections(risk: PositionRisk, view: View) -> tuple[Section, ...]:
    """Return the sections of a position's sheet; one sentence where nothing is reckoned."""
    found = risk.beyond
    if found is None:
        why = risk.unknown or NOT_RECKONED
        return (
            Section(title=tr("Risk beyond liquidation"), sentences=(Sentence(text=tr("Unknown: {why}.", why=why)),)),
        )
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
        title=tr("If it is liquidated [{settle}]", settle=risk.settle),
        tip=tr(
            "From the mark to the liquidation price, and what is taken. It does not say that the order fills there."
        ),
        lines=(
            Line(
                label=tr("Most, of what was put in"),
                cells=(money(risk.max_loss),),
                tip=tr("The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond."),
            ),
            Line(
                label=tr("Loss up to liquidation"),
                cells=(money(at.loss),),
                tip=tr(
                    "From the mark to the liquidation price, of this position alone; − where this leg of a hedge wins."
                ),
            ),
            Line(
                label=tr("Margin left there"),
                cells=(money(at.remaining_margin),),
                tip=tr("What the venue requires at that moment: of this it takes its fee, and some keep all of it."),
            ),
            Line(
                label=tr("Liquidation fee"),
                cells=(fee,),
                tip=tr("By the venue's published rate; a dash: not published or not read.")
                if not at.fee_source
                else tr(
                    "By the venue's rate; a dash: not published or not read. Source: {source}.", source=at.fee_source
                ),
            ),
            Line(
                label=tr("Most, of today's equity"),
                cells=(money(at.most),),
                tip=tr("If nothing of what is left comes back. Not the worst if fills go beyond bankruptcy."),
            ),
            *(
                Line(
                    label=tr("Best case, nothing kept") if at.keeps_all else tr("Best case, rest kept"),
                    cells=(money(one),),
                    tip=tr("Filled at the liquidation price, the fee paid, the rest kept; isolated positions only."),
                )
                for one in (at.least,)
                if one is not None
            ),
            Line(
                label=tr("Bankruptcy price"),
                cells=(fmt.price(at.bankruptcy_price, risk.tick_size),),
                tip=tr("Where nothing is left of the margin. It is not where the venue begins to close."),
            ),
        ),
        sentences=reason_given(at.reason, view),
    )


def _gap(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    gap = found.gap_loss
    lines = tuple(
        Line(
            label=tr("{jump:.0f} % beyond", jump=one.jump * 100),
            cells=(
                fmt.price(one.price, risk.tick_size),
                view.amount(fmt.money_needed(one.realized_loss, risk.settle)),
                tr("none") if one.shortfall == 0 else view.amount(fmt.money_needed(one.shortfall, risk.settle)),
            ),
            token="watch" if one.shortfall else "text",
            tip=tr("Who bears what is missing: {borne_by}.", borne_by=one.borne_by or tr("not known")),
        )
        for one in gap.jumps
    )
    bearers = dict.fromkeys(one.borne_by for one in gap.jumps if one.shortfall)
    words = [
        tr("What is missing is borne by: {bearer} ({status}).", bearer=bearer, status=status_word(gap.status))
        for bearer in bearers
    ]
    if gap.expected_shortfall is not None and gap.fill_std is not None:
        mean = view.amount(fmt.money_needed(gap.expected_shortfall, risk.settle))
        words.append(
            tr(
                "Missing on average, when fills scatter by {fill_std} there: {mean} {settle}.",
                fill_std=fmt.slipped(gap.fill_std),
                mean=mean,
                settle=risk.settle,
            )
        )
    return Section(
        title=tr("If the price jumps through it [{settle}]", settle=risk.settle),
        tip=tr(
            "A jump through the liquidation price: what is lost, what is missing. It does not say how likely it is."
        ),
        heads=(tr("fill"), tr("loss"), tr("missing")) if lines else (),
        lines=lines,
        sentences=(*(Sentence(text=one, token="text2") for one in words), *reason_given(gap.reason, view)),
    )


def _touch(found: PositionBeyond, view: View) -> Section:
    touch = found.touch
    lines = [
        Line(
            label=tr("Within {hours}", hours=SPANS.get(one.hours, f"{one.hours} h")),
            cells=(fmt.chance(one.low, one.high),),
            tip=tr(
                "What really happened when the model said so much, on Bitcoin 2017–2023. Not a promise for this coin."
            ),
        )
        for one in touch.spans
    ]
    if touch.deviations is not None:
        lines.append(
            Line(
                label=tr("Distance in daily moves"),
                cells=(f"{touch.deviations:,.1f}",),
                tip=tr("In standard deviations of one day: below 2 is near. It knows no direction."),
            )
        )
    if touch.median_days is not None:
        lines.append(
            Line(
                label=tr("Half of all paths touch within"),
                cells=(fmt.days(touch.median_days),),
                tip=tr("The median, by the model. Half of them touch earlier."),
            )
        )
    if touch.volatility is not None:
        age = "" if touch.volatility_age_ms is None else tr(", {age} old", age=fmt.age(touch.volatility_age_ms))
        lines.append(
            Line(
                label=tr("Volatility a year"),
                cells=(f"{fmt.slipped(touch.volatility)}{age}",),
                tip=tr("Recent hours and the last 90 days together. It rises in crashes, afterwards."),
            )
        )
    return Section(
        title=tr("How likely liquidation is touched"),
        tip=tr("Ranges, never one figure: the true chance may still lie outside. Nothing is done meanwhile."),
        lines=tuple(lines),
        sentences=reason_given(touch.reason, view),
    )


def _funding(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    funding = found.funding

    def money(value: float | None) -> str:
        return view.amount(fmt.money(value, risk.settle, signed=True))

    lines = [
        Line(
            label=tr("Next payment"), cells=(money(funding.payment),), tip=tr("At the next settlement; + is received.")
        ),
        Line(
            label=tr("Accrued of it"),
            cells=(money(funding.accrued),),
            tip=tr("The part whose time has gone; not owed before."),
        ),
        Line(label=tr("Per day"), cells=(money(funding.per_day),), tip=tr("At today's rate, which will change.")),
        Line(label=tr("Per week"), cells=(money(funding.per_week),), tip=tr("At today's rate, which will change.")),
    ]
    if funding.drift_per_day is not None:
        drift = fmt.price(abs(funding.drift_per_day), None)
        sign = "−" if funding.drift_per_day < 0 else "+"
        lines.append(
            Line(
                label=tr("Liquidation price moves per day"),
                cells=(sign + drift if funding.drift_per_day else "0",),
                tip=tr("While the market stands still: payments come out of the margin behind it."),
            )
        )
    return Section(
        title=tr("Funding [{settle}]", settle=risk.settle),
        tip=tr("What funding costs at today's rate. It does not say that the rate stays."),
        lines=tuple(lines),
        sentences=reason_given(funding.reason, view),
    )


def _drift(risk: PositionRisk, found: PositionBeyond, view: View) -> tuple[Section, ...]:
    funding = found.funding
    if funding.reason or risk.liquidation_price is None:
        return ()
    lines = tuple(
        Line(
            label=tr("Liquidation") if one.distance == 0 else tr("{distance} away", distance=fmt.room(one.distance)),
            cells=(_days(one.days, view), _days(one.days_if_jumped, view)),
            token="watch" if one.days is not None and one.days <= 1 else "text",
            tip=tr("By funding alone, with no price move."),
        )
        for one in funding.lines
    )
    return (
        Section(
            title=tr("Funding alone brings it there in"),
            tip=tr(
                "On which day, if the price stands still. A jumped rate is 0.2193 % for 8 hours against you, as it was "
                "for XRP in December 2021; never means at this rate."
            ),
            heads=(tr("at this rate"), tr("if it jumps")),
            lines=lines,
        ),
    )


def _days(value: float | None, view: View) -> str:
    """The span, and the day on which it ends where that is not today."""
    text = fmt.days(value)
    if value is None or not 1 <= value <= 366:
        return text
    return f"{text}, {fmt.day(view.now_ms + int(value * 86_400_000))}"
