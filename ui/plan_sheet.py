"""What a trade would be, as the engine worked it out: the sections of the calculator's answer."""

from __future__ import annotations

from monitor.language import tr
from monitor.messages import Plan
from ui import format as fmt
from ui.position_sheet import position_sections
from ui.risk_words import touch_in
from ui.sheet import Line, Section, Sentence
from ui.view import View

DAY_H, WEEK_H = 24, 168


def plan_sections(plan: Plan, note: str, view: View) -> tuple[Section, ...]:
    """Return the answer in short, what it warns of, and then all of the position that it would be."""
    return (_short(plan, view), _account(plan, note, view), *position_sections(plan.position, view))


def _short(plan: Plan, view: View) -> Section:
    risk, beyond = plan.position, plan.position.beyond
    settle, coin = risk.settle, fmt.base(risk.symbol)
    lines = [
        Line(
            label=tr("Size [{coin}]", coin=coin),
            cells=(view.amount(fmt.size(plan.size)),),
            tip=tr("Rounded down to the lot; with what is held already in the same position."),
        ),
        Line(
            label=tr("Liquidation price"),
            cells=(
                tr("none")
                if risk.liquidation_price is None and not risk.unknown
                else fmt.liquidation_price(risk.liquidation_price, risk.tick_size, risk.side),
            ),
            tip=tr("By the venue's own rules, other marks standing still."),
        ),
        Line(
            label=tr("Distance"),
            cells=(
                tr("none")
                if risk.liquidation_distance is None and not risk.unknown
                else fmt.room(risk.liquidation_distance),
            ),
            tip=tr("From the price of the entry, rounded down."),
        ),
        Line(
            label=tr("Most that can be lost [{settle}]", settle=settle),
            cells=(view.amount(fmt.money_needed(risk.max_loss, settle)),),
            tip=tr("The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond."),
        ),
        Line(
            label=tr("Loss at the stop [{settle}]", settle=settle),
            cells=_at_stop(plan, view),
            tip=tr("Fees of both orders included. A jump can leap over the stop."),
        ),
        Line(
            label=tr("Touched within 24 hours, 7 days"),
            cells=(fmt.UNKNOWN,) * 2
            if beyond is None
            else (touch_in(beyond.touch.spans, DAY_H), touch_in(beyond.touch.spans, WEEK_H)),
            tip=tr("Ranges, found on Bitcoin 2017–2023. Unknown while the contract's volatility has not been read."),
        ),
        Line(
            label=tr("Funding per day [{settle}]", settle=settle),
            cells=(
                fmt.UNKNOWN if beyond is None else view.amount(fmt.money(beyond.funding.per_day, settle, signed=True)),
            ),
            tip=tr("At today's rate; + is received."),
        ),
    ]
    warned = tuple(Sentence(text=one, token="watch") for one in plan.warnings)
    return Section(
        title=tr("In short"),
        tip=tr("What the trade would be if it were made now. Nothing is ordered."),
        lines=tuple(lines),
        sentences=(
            *warned,
            *((Sentence(text=tr("Unknown: {unknown}.", unknown=risk.unknown), token="watch"),) if risk.unknown else ()),
        ),
    )


def _at_stop(plan: Plan, view: View) -> tuple[str, ...]:
    if plan.loss_at_stop is None:
        return (tr("no stop"),)
    amount = view.amount(fmt.money_needed(plan.loss_at_stop, plan.position.settle))
    if plan.loss_at_stop_of_equity is None:
        return (amount,)
    return (amount, tr("{share} of the account", share=fmt.slipped(plan.loss_at_stop_of_equity)))


def _account(plan: Plan, note: str, view: View) -> Section:
    settle = plan.position.settle

    def money(value: float | None) -> str:
        return view.amount(fmt.money_needed(value, settle))

    return Section(
        title=tr("What it does to the account [{settle}]", settle=settle),
        tip=tr("The account as it was read last, with the trade in it."),
        lines=(
            Line(label=tr("Margin it binds"), cells=(money(plan.initial_margin),), tip=tr("Value over the leverage.")),
            Line(
                label=tr("Fees, in and out"), cells=(money(plan.fees),), tip=tr("At the taker rate and today's price.")
            ),
            Line(
                label=tr("Equity before"),
                cells=(view.amount(fmt.money(plan.equity, settle)),),
                tip=tr("Of the account, in that currency."),
            ),
            Line(
                label=tr("Margin ratio before, after"),
                cells=(fmt.used(plan.margin_ratio_before), fmt.used(plan.margin_ratio_after)),
                tip=tr("Of the pool it lies in: 100 % is liquidation."),
            ),
            Line(
                label=tr("Nearest other position then"),
                cells=(tr("none") if plan.others_nearest is None else fmt.room(plan.others_nearest),),
                tip=tr("How far the account's nearest other liquidation would be afterwards."),
            ),
        ),
        sentences=(Sentence(text=note),) if note else (),
    )
