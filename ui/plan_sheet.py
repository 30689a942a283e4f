"""What a trade would be, as the engine worked it out: the sections of the calculator's answer."""

from __future__ import annotations

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
            label=f"Size [{coin}]",
            cells=(view.amount(fmt.size(plan.size)),),
            tip="Rounded down to the lot; with what is held already in the same position.",
        ),
        Line(
            label="Liquidation price",
            cells=(
                "none"
                if risk.liquidation_price is None and not risk.unknown
                else fmt.liquidation_price(risk.liquidation_price, risk.tick_size, risk.side),
            ),
            tip="By the venue's own rules, other marks standing still.",
        ),
        Line(
            label="Distance",
            cells=(
                "none"
                if risk.liquidation_distance is None and not risk.unknown
                else fmt.room(risk.liquidation_distance),
            ),
            tip="From the price of the entry, rounded down.",
        ),
        Line(
            label=f"Most that can be lost [{settle}]",
            cells=(view.amount(fmt.money_needed(risk.max_loss, settle)),),
            tip="The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond.",
        ),
        Line(
            label=f"Loss at the stop [{settle}]",
            cells=_at_stop(plan, view),
            tip="Fees of both orders included. A jump can leap over the stop.",
        ),
        Line(
            label="Touched within 24 hours, 7 days",
            cells=(fmt.UNKNOWN,) * 2
            if beyond is None
            else (touch_in(beyond.touch.spans, DAY_H), touch_in(beyond.touch.spans, WEEK_H)),
            tip="Ranges, found on Bitcoin 2017–2023. Unknown while the contract's volatility has not been read.",
        ),
        Line(
            label=f"Funding per day [{settle}]",
            cells=(
                fmt.UNKNOWN if beyond is None else view.amount(fmt.money(beyond.funding.per_day, settle, signed=True)),
            ),
            tip="At today's rate; + is received.",
        ),
    ]
    warned = tuple(Sentence(text=one, token="watch") for one in plan.warnings)
    return Section(
        title="In short",
        tip="What the trade would be if it were made now. Nothing is ordered.",
        lines=tuple(lines),
        sentences=(*warned, *((Sentence(text=f"Unknown: {risk.unknown}.", token="watch"),) if risk.unknown else ())),
    )


def _at_stop(plan: Plan, view: View) -> tuple[str, ...]:
    if plan.loss_at_stop is None:
        return ("no stop",)
    amount = view.amount(fmt.money_needed(plan.loss_at_stop, plan.position.settle))
    if plan.loss_at_stop_of_equity is None:
        return (amount,)
    return (amount, f"{fmt.slipped(plan.loss_at_stop_of_equity)} of the account")


def _account(plan: Plan, note: str, view: View) -> Section:
    settle = plan.position.settle

    def money(value: float | None) -> str:
        return view.amount(fmt.money_needed(value, settle))

    return Section(
        title=f"What it does to the account [{settle}]",
        tip="The account as it was read last, with the trade in it.",
        lines=(
            Line(label="Margin it binds", cells=(money(plan.initial_margin),), tip="Value over the leverage."),
            Line(label="Fees, in and out", cells=(money(plan.fees),), tip="At the taker rate and today's price."),
            Line(
                label="Equity before",
                cells=(view.amount(fmt.money(plan.equity, settle)),),
                tip="Of the account, in that currency.",
            ),
            Line(
                label="Margin ratio before, after",
                cells=(fmt.used(plan.margin_ratio_before), fmt.used(plan.margin_ratio_after)),
                tip="Of the pool it lies in: 100 % is liquidation.",
            ),
            Line(
                label="Nearest other position then",
                cells=("none" if plan.others_nearest is None else fmt.room(plan.others_nearest),),
                tip="How far the account's nearest other liquidation would be afterwards.",
            ),
        ),
        sentences=(Sentence(text=note),) if note else (),
    )
