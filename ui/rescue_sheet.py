"""What helps against losing more than planned: getting out, stops, size, rescue; and the queue of auto-deleveraging.

These are sections of a position's sheet. Amounts are in the settlement currency, sizes in contracts.
"""

from __future__ import annotations

from monitor.messages import PositionBeyond, PositionRisk
from ui import format as fmt
from ui.risk_words import around, private, reason_given, score_words, sentence_of
from ui.sheet import Line, Section, Sentence
from ui.view import View


def helping_sections(risk: PositionRisk, found: PositionBeyond, view: View) -> tuple[Section, ...]:
    """Return exit, stops, sizing, rescue and auto-deleveraging."""
    return (
        _exit(risk, found, view),
        _stops(risk, found, view),
        _sizing(risk, found, view),
        _rescue(risk, found, view),
        _adl(found, view),
    )


def _exit(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    cost = found.exit_cost
    lines = [
        Line(
            label="Now" if cost.age_ms is None else f"Now (book {fmt.age(cost.age_ms)} old)",
            cells=(
                fmt.price(cost.average_price, risk.tick_size),
                fmt.slipped(cost.slippage),
                _left(cost.unfilled, view),
            ),
            token="watch" if cost.unfilled else "text",
            tip="By the visible book, level by level. Hidden orders and other people's liquidations are not in it.",
        ),
        *(
            Line(
                label=f"At {step.depth * 100:.0f} % of the depth",
                cells=(
                    fmt.price(step.average_price, risk.tick_size),
                    fmt.slipped(step.slippage),
                    _left(step.unfilled, view),
                ),
                token="watch" if step.unfilled else "text",
                tip="On 2025-10-10 there were such books. It supposes that all levels thin out alike.",
            )
            for step in cost.crisis
        ),
    ]
    words: list[Sentence] = []
    if cost.cost is not None:
        amount = view.amount(fmt.money_needed(cost.cost, risk.settle))
        fee = view.amount(fmt.money_needed(cost.fee, risk.settle))
        words.append(Sentence(text=f"Costs {amount} {risk.settle} now, and {fee} in fees.", token="text2"))
    if cost.liquidation_price is not None:
        fills = f"{fmt.price(cost.liquidation_price, risk.tick_size)} on average, in a tenth of the book at "
        thin = fmt.price(cost.liquidation_price_thin, risk.tick_size)
        beyond = ", beyond the bankruptcy price: somebody is missing money" if cost.beyond_bankruptcy else ""
        words.append(
            Sentence(
                text=f"A liquidation order of this size would fill at {fills}{thin}{beyond}.",
                token="watch" if cost.beyond_bankruptcy else "text2",
            )
        )
    return Section(
        title="Closing all of it at once",
        tip="What the book gives for the whole size, now and when it is thin; not how deep it will be.",
        heads=("average", "slippage", "left over"),
        lines=tuple(lines),
        sentences=(*words, *reason_given(cost.reason, view)),
    )


def _left(unfilled: float | None, view: View) -> str:
    return fmt.UNKNOWN if unfilled is None else "none" if unfilled == 0 else view.amount(fmt.size(unfilled))


def _stops(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    stops = found.stops
    if stops.reason:
        return Section(title="Stops", tip="Unknown is not none.", sentences=reason_given(stops.reason, view))
    loss = view.amount(fmt.money_needed(stops.loss, risk.settle))
    assumed = " (assumed)" if stops.slippage_assumed else ""
    covered = None if stops.covered is None or not risk.contracts else stops.covered / risk.contracts
    lines = [
        Line(
            label="Size that stops close in time",
            cells=(fmt.share(covered),),
            tip="Before liquidation, the nearest first. It does not say at which price they fill.",
        ),
        Line(
            label="Nearest stop",
            cells=(fmt.price(stops.nearest, risk.tick_size) if stops.nearest else "none",),
            tip="Its trigger price.",
        ),
    ]
    loss_lines = (
        Line(label=f"Loss at the stops [{risk.settle}]", cells=(loss,), tip="Counted from entry, slippage included."),
        Line(
            label="of its margin",
            cells=(fmt.slipped(stops.loss_of_margin),),
            token="watch" if stops.over_line else "text",
            tip=f"The line to compare with is {fmt.share(stops.line)}: an article's, not advice; it can be moved.",
        ),
        Line(label="of the account", cells=(fmt.slipped(stops.loss_of_equity),), tip="Share of the account's equity."),
        Line(
            label="Slippage reckoned with",
            cells=(f"{fmt.slipped(stops.slippage)}{assumed}",),
            tip="From the order book; assumed where it has not been read.",
        ),
    )
    words = tuple(Sentence(text=private(one, view), token="watch") for one in stops.warnings)
    return Section(
        title="Stop audit",
        tip="Whether the stops help in time. A jump can still leap over them.",
        lines=(*lines, *(loss_lines if stops.covered else ())),
        sentences=words or (Sentence(text="No fault was found in its stops."),),
    )


def _sizing(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    sizing = found.sizing
    share_lines = f"{sizing.share_low * 100:.0f}–{sizing.share_high * 100:.0f}{fmt.NARROW}%"
    leverage_lines = f"{sizing.leverage_low:g}–{sizing.leverage_high:g}×"
    span = f"{sizing.leverage_chance * 100:.0f} of 100 cases in {sizing.leverage_days:g} days"
    return Section(
        title="How large it is",
        tip="Beside lines of a beginner's article. They are there to compare, not advice.",
        lines=(
            Line(
                label=f"Margin [{risk.settle}]",
                cells=(view.amount(fmt.money_needed(sizing.margin, risk.settle)),),
                tip="What this trade binds.",
            ),
            Line(
                label="of the account",
                cells=(fmt.slipped(sizing.margin_share), around(sizing.share_verdict, share_lines)),
                token="watch" if sizing.share_verdict == "above" else "text",
                tip="Margin over the account's equity.",
            ),
            Line(
                label="Effective leverage",
                cells=(
                    fmt.leverage(sizing.effective_leverage) or fmt.UNKNOWN,
                    around(sizing.leverage_verdict, leverage_lines),
                ),
                token="watch" if sizing.leverage_verdict == "above" else "text",
                tip="Value over the equity behind it, whatever leverage is set.",
            ),
            Line(
                label="Largest leverage",
                cells=(fmt.leverage(sizing.largest_leverage) or fmt.UNKNOWN,),
                tip=f"Isolated, touched in {span}, by the model; the true chance is rather higher.",
            ),
        ),
        sentences=reason_given(sizing.reason, view),
    )


def _rescue(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    rescue = found.rescue
    lines, words = [], []
    for step in (rescue.distance, rescue.ratio):
        goal = f"{fmt.room(step.value)} away" if step.target == "distance" else f"a ratio of {fmt.used(step.value)}"
        add = "none" if step.add == 0 else view.amount(fmt.money_needed(step.add, risk.settle))
        cut = "none" if step.cut == 0 else _contracts(step.cut_order, view)
        lines.append(
            Line(
                label=f"For {goal}",
                cells=(add, cut),
                token="text2" if step.add == 0 else "accent",
                tip=sentence_of(step.reason) or "Either is enough; rounded up to whole lots, one lot less misses it.",
            )
        )
        if step.cut_and_put_back and step.cut_and_put_back != step.cut_order:
            back = _contracts(step.cut_and_put_back, view)
            words.append(f"For {goal}: {back} contracts, if the released margin is put back.")
        if step.reason and step.reason not in words:
            words.append(step.reason)
    if rescue.cut_first:
        words.append("In its pool this is the position to cut first: the most room per unit closed")
    elif rescue.relief is not None and rescue.relief < 0:
        words.append("It hedges its pool: closing it makes things worse")
    return Section(
        title=f"What would rescue it [{risk.settle}, contracts]",
        tip="Margin to add or contracts to close. Fees of closing come on top; it places no order.",
        heads=("add", "or close"),
        lines=tuple(lines),
        sentences=tuple(Sentence(text=sentence_of(one), token="text2") for one in dict.fromkeys(words)),
    )


def _contracts(value: float | None, view: View) -> str:
    return fmt.UNKNOWN if value is None else view.amount(f"{value:,.8g}")


def _adl(found: PositionBeyond, view: View) -> Section:
    adl = found.adl
    rank = fmt.UNKNOWN if adl.rank is None else fmt.raw(adl.rank)
    score = fmt.UNKNOWN if adl.score is None else f"{score_words(adl.score)} (estimate)"
    return Section(
        title="Queue of auto-deleveraging",
        tip="Who is reduced first when the insurance fund is empty. Ranks move without you doing anything.",
        lines=(
            Line(
                label="The venue's rank",
                cells=(rank,),
                token="watch" if adl.first else "text",
                tip=sentence_of(adl.scale) or "The venue gives none.",
            ),
            Line(label="Our score", cells=(score,), tip=f"{adl.formula}. It says what raises it, not your place."),
        ),
        sentences=reason_given(adl.reason, view) or ((Sentence(text=f"Scale: {adl.scale}."),) if adl.scale else ()),
    )
