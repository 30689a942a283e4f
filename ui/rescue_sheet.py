"""What helps against losing more than planned: getting out, stops, size, rescue; and the queue of auto-deleveraging.

These are sections of a position's sheet. Amounts are in the settlement currency, sizes in contracts.
"""

from __future__ import annotations

from monitor.language import tr
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
            label=tr("Now") if cost.age_ms is None else tr("Now (book {age} old)", age=fmt.age(cost.age_ms)),
            cells=(
                fmt.price(cost.average_price, risk.tick_size),
                fmt.slipped(cost.slippage),
                _left(cost.unfilled, view),
            ),
            token="watch" if cost.unfilled else "text",
            tip=tr("By the visible book, level by level. Hidden orders and other people's liquidations are not in it."),
        ),
        *(
            Line(
                label=tr("At {depth:.0f} % of the depth", depth=step.depth * 100),
                cells=(
                    fmt.price(step.average_price, risk.tick_size),
                    fmt.slipped(step.slippage),
                    _left(step.unfilled, view),
                ),
                token="watch" if step.unfilled else "text",
                tip=tr("On 2025-10-10 there were such books. It supposes that all levels thin out alike."),
            )
            for step in cost.crisis
        ),
    ]
    words: list[Sentence] = []
    if cost.cost is not None:
        amount = view.amount(fmt.money_needed(cost.cost, risk.settle))
        fee = view.amount(fmt.money_needed(cost.fee, risk.settle))
        told = (
            tr(
                "What the book holds of it costs {amount} {settle}, and {fee} in fees.",
                amount=amount,
                settle=risk.settle,
                fee=fee,
            )
            if cost.unfilled
            else tr("Costs {amount} {settle} now, and {fee} in fees.", amount=amount, settle=risk.settle, fee=fee)
        )
        words.append(Sentence(text=told, token="text2"))
    if cost.liquidation_price is not None and cost.liquidation_price_thin is None:
        words.append(
            Sentence(
                text=tr(
                    "A liquidation order of this size would fill at {price} on average; a tenth of the book does not "
                    "hold all of it.",
                    price=fmt.price(cost.liquidation_price, risk.tick_size),
                ),
                token="text2",
            )
        )
    elif cost.liquidation_price is not None:
        fills = tr(
            "{price} on average, in a tenth of the book at ", price=fmt.price(cost.liquidation_price, risk.tick_size)
        )
        thin = fmt.price(cost.liquidation_price_thin, risk.tick_size)
        beyond = tr(", beyond the bankruptcy price: somebody is missing money") if cost.beyond_bankruptcy else ""
        words.append(
            Sentence(
                text=tr(
                    "A liquidation order of this size would fill at {fills}{thin}{beyond}.",
                    fills=fills,
                    thin=thin,
                    beyond=beyond,
                ),
                token="watch" if cost.beyond_bankruptcy else "text2",
            )
        )
    if cost.beyond_bankruptcy and cost.liquidation_price_thin is None:
        words.append(
            Sentence(
                text=tr("What a tenth of the book holds of it would fill beyond the bankruptcy price."), token="watch"
            )
        )
    return Section(
        title=tr("Closing all of it at once"),
        tip=tr("What the book gives for the whole size, now and when it is thin; not how deep it will be."),
        heads=(tr("average"), tr("slippage"), tr("left over")),
        lines=tuple(lines),
        sentences=(*words, *reason_given(cost.reason, view)),
    )


def _left(unfilled: float | None, view: View) -> str:
    return fmt.UNKNOWN if unfilled is None else tr("none") if unfilled == 0 else view.amount(fmt.size(unfilled))


def _stops(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    stops = found.stops
    if stops.reason:
        return Section(title=tr("Stops"), tip=tr("Unknown is not none."), sentences=reason_given(stops.reason, view))
    loss = view.amount(fmt.money_needed(stops.loss, risk.settle))
    assumed = tr(" (assumed)") if stops.slippage_assumed else ""
    covered = None if stops.covered is None or not risk.contracts else stops.covered / risk.contracts
    lines = [
        Line(
            label=tr("Size that stops close in time"),
            cells=(fmt.share(covered),),
            tip=tr("Before liquidation, the nearest first. It does not say at which price they fill."),
        ),
        Line(
            label=tr("Nearest stop"),
            cells=(fmt.price(stops.nearest, risk.tick_size) if stops.nearest else tr("no stop"),),
            tip=tr("Its trigger price."),
        ),
    ]
    loss_lines = (
        Line(
            label=tr("Loss at the stops [{settle}]", settle=risk.settle),
            cells=(loss,),
            tip=tr("Counted from entry, slippage included."),
        ),
        Line(
            label=tr("of its margin"),
            cells=(fmt.slipped(stops.loss_of_margin),),
            token="watch" if stops.over_line else "text",
            tip=tr(
                "The line to compare with is {line}: an article's, not advice; it can be moved.",
                line=fmt.share(stops.line),
            ),
        ),
        Line(
            label=tr("of the account"),
            cells=(fmt.slipped(stops.loss_of_equity),),
            tip=tr("Share of the account's equity."),
        ),
        Line(
            label=tr("Slippage reckoned with"),
            cells=(f"{fmt.slipped(stops.slippage)}{assumed}",),
            tip=tr("From the order book; assumed where it has not been read or does not hold the whole size."),
        ),
    )
    words = tuple(Sentence(text=private(one, view), token="watch") for one in stops.warnings)
    return Section(
        title=tr("Stop audit"),
        tip=tr("Whether the stops help in time. A jump can still leap over them."),
        lines=(*lines, *(loss_lines if stops.covered else ())),
        sentences=words or (Sentence(text=tr("No fault was found in its stops.")),),
    )


def _sizing(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    sizing = found.sizing
    share_lines = f"{sizing.share_low * 100:.0f}–{sizing.share_high * 100:.0f}{fmt.NARROW}%"
    leverage_lines = f"{sizing.leverage_low:g}–{sizing.leverage_high:g}×"
    span = tr(
        "{chance:.0f} of 100 cases in {days:g} days", chance=sizing.leverage_chance * 100, days=sizing.leverage_days
    )
    return Section(
        title=tr("How large it is"),
        tip=tr("Beside lines of a beginner's article. They are there to compare, not advice."),
        lines=(
            Line(
                label=tr("Margin [{settle}]", settle=risk.settle),
                cells=(view.amount(fmt.money_needed(sizing.margin, risk.settle)),),
                tip=tr("What this trade binds."),
            ),
            Line(
                label=tr("of the account"),
                cells=(fmt.slipped(sizing.margin_share), around(sizing.share_verdict, share_lines)),
                token="watch" if sizing.share_verdict == "above" else "text",
                tip=tr("Margin over the account's equity."),
            ),
            Line(
                label=tr("Effective leverage"),
                cells=(
                    fmt.leverage(sizing.effective_leverage) or fmt.UNKNOWN,
                    around(sizing.leverage_verdict, leverage_lines),
                ),
                token="watch" if sizing.leverage_verdict == "above" else "text",
                tip=tr("Value over the equity behind it, whatever leverage is set."),
            ),
            Line(
                label=tr("Largest leverage"),
                cells=(fmt.leverage(sizing.largest_leverage) or fmt.UNKNOWN,),
                tip=tr("Isolated, touched in {span}, by the model; the true chance is rather higher.", span=span),
            ),
        ),
        sentences=reason_given(sizing.reason, view),
    )


def _rescue(risk: PositionRisk, found: PositionBeyond, view: View) -> Section:
    rescue = found.rescue
    lines, words = [], []
    for step in (rescue.distance, rescue.ratio):
        goal = (
            tr("{value} away", value=fmt.room(step.value))
            if step.target == "distance"
            else tr("a ratio of {value}", value=fmt.used(step.value))
        )
        add = tr("none") if step.add == 0 else view.amount(fmt.money_needed(step.add, risk.settle))
        cut = tr("none") if step.cut == 0 else _contracts(step.cut_order, view)
        lines.append(
            Line(
                label=tr("For {goal}", goal=goal),
                cells=(add, cut),
                token="text2" if step.add == 0 else "accent",
                tip=sentence_of(step.reason)
                or tr("Either is enough; rounded up to whole lots, one lot less misses it."),
            )
        )
        if step.cut_and_put_back and step.cut_and_put_back != step.cut_order:
            back = _contracts(step.cut_and_put_back, view)
            words.append(tr("For {goal}: {back} contracts, if the released margin is put back.", goal=goal, back=back))
        if step.reason and step.reason not in words:
            words.append(step.reason)
    if rescue.cut_first:
        words.append(tr("In its pool this is the position to cut first: the most room per unit closed"))
    elif rescue.relief is not None and rescue.relief < 0:
        words.append(tr("It hedges its pool: closing it makes things worse"))
    return Section(
        title=tr("What would rescue it [{settle}, contracts]", settle=risk.settle),
        tip=tr("Margin to add or contracts to close. Fees of closing come on top; it places no order."),
        heads=(tr("add"), tr("or close")),
        lines=tuple(lines),
        sentences=tuple(Sentence(text=sentence_of(one), token="text2") for one in dict.fromkeys(words)),
    )


def _contracts(value: float | None, view: View) -> str:
    return fmt.UNKNOWN if value is None else view.amount(f"{value:,.8g}")


def _adl(found: PositionBeyond, view: View) -> Section:
    adl = found.adl
    rank = fmt.UNKNOWN if adl.rank is None else fmt.raw(adl.rank)
    score = fmt.UNKNOWN if adl.score is None else tr("{score} (estimate)", score=score_words(adl.score))
    return Section(
        title=tr("Queue of auto-deleveraging"),
        tip=tr("Who is reduced first when the insurance fund is empty. Ranks move without you doing anything."),
        lines=(
            Line(
                label=tr("The venue's rank"),
                cells=(rank,),
                token="watch" if adl.first else "text",
                tip=sentence_of(adl.scale) or tr("The venue gives none."),
            ),
            Line(
                label=tr("Our score"),
                cells=(score,),
                tip=tr("{formula}. It says what raises it, not your place.", formula=adl.formula),
            ),
        ),
        sentences=reason_given(adl.reason, view)
        or ((Sentence(text=tr("Scale: {scale}.", scale=adl.scale)),) if adl.scale else ()),
    )
