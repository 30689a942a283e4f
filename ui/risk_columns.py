"""Columns of what lies beyond the liquidation price. They are left out until the user asks for them.

Unknown is "—" and its tip says why. A chance is a range, never one figure.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.language import mark, tr, tr_count
from monitor.messages import PositionBeyond
from ui import format as fmt
from ui.column_drawing import draw_two_lines
from ui.engine_words import status_word
from ui.painting import Ink
from ui.risk_words import NOT_RECKONED, around, exit_words, private, score_words, sentence_of, touch_in
from ui.table_model import Cell, Column, Row, Texts
from ui.view import View

Figures = Callable[[Row, PositionBeyond, View], Texts]
Said = Callable[[Row, PositionBeyond, View], str]
JUMP, HOURS = 0.10, 24


def _figures(make: Figures) -> Callable[[Row, View], Texts]:
    def texts(row: Row, view: View) -> Texts:
        if row.end or row.risk.beyond is None:
            return (fmt.UNKNOWN, "")
        return make(row, row.risk.beyond, view)

    return texts


def _tip(meaning: str, say: Said) -> Callable[[Row, View], str]:
    def tip(row: Row, view: View) -> str:
        found = row.risk.beyond
        more = (
            say(row, found, view)
            if found is not None
            else tr("Unknown: {unknown}.", unknown=row.risk.unknown or NOT_RECKONED)
        )
        return "\n".join(line for line in (meaning, more) if line)

    return tip


def _drawn(token: Callable[[Row, PositionBeyond], str]) -> Callable[[Ink, Row, Texts, Cell], None]:
    def draw(ink: Ink, row: Row, texts: Texts, cell: Cell) -> None:
        found = row.risk.beyond
        draw_two_lines(ink, row, texts, cell, "" if found is None else token(row, found))

    return draw


def _quiet(_row: Row, _found: PositionBeyond) -> str:
    return ""


# ---------------------------------------------------------------- what each says


def _max_loss(row: Row, found: PositionBeyond, view: View) -> Texts:
    risk = row.risk
    behind = tr("its margin") if risk.margin_mode == "isolated" else tr("cross wallet")
    return (view.amount(fmt.money_needed(risk.max_loss, risk.settle)), behind)


def _max_loss_tip(row: Row, found: PositionBeyond, view: View) -> str:
    most = view.amount(fmt.money_needed(found.liquidation.most, row.risk.settle))
    return tr(
        "From today's equity, liquidated with all that is left taken: {most} {settle}.",
        most=most,
        settle=row.risk.settle,
    )


def _gap(row: Row, found: PositionBeyond, view: View) -> Texts:
    step = next((one for one in found.gap_loss.jumps if one.jump == JUMP), None)
    if step is None or step.realized_loss is None:
        return (fmt.UNKNOWN, "")
    missing = step.shortfall
    loss = view.amount(fmt.money_needed(step.realized_loss, row.risk.settle))
    if missing is None:
        return (loss, tr("missing: —"))
    words = (
        tr("{missing} missing", missing=view.amount(fmt.money_needed(missing, row.risk.settle)))
        if missing
        else tr("covered")
    )
    return (loss, words)


def _gap_tip(row: Row, found: PositionBeyond, view: View) -> str:
    step = next((one for one in found.gap_loss.jumps if one.jump == JUMP), None)
    if step is None or step.realized_loss is None:
        return sentence_of(found.gap_loss.reason)
    return tr(
        "Who bears what is missing: {borne_by} ({status}).",
        borne_by=step.borne_by,
        status=status_word(found.gap_loss.status),
    )


def _gap_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if any(one.shortfall for one in found.gap_loss.jumps if one.jump == JUMP) else ""


def _exit(row: Row, found: PositionBeyond, view: View) -> Texts:
    return exit_words(found.exit_cost, row.risk.settle, view)


def _exit_tip(row: Row, found: PositionBeyond, view: View) -> str:
    age = found.exit_cost.age_ms
    read = "" if age is None else tr("Its order book is {age} old. ", age=fmt.age(age))
    return read + private(found.exit_cost.reason, view)


def _exit_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.exit_cost.unfilled else ""


def _funding(row: Row, found: PositionBeyond, view: View) -> Texts:
    settle = row.risk.settle
    week = found.funding.per_week
    words = "" if week is None else tr("{week} a week", week=view.amount(fmt.money(week, settle, signed=True)))
    return (view.amount(fmt.money(found.funding.per_day, settle, signed=True)), words)


def _funding_tip(row: Row, found: PositionBeyond, view: View) -> str:
    return sentence_of(found.funding.reason)


def _touch(row: Row, found: PositionBeyond, view: View) -> Texts:
    far = found.touch.deviations
    return (touch_in(found.touch.spans, HOURS), "" if far is None else tr("{far:,.1f} daily moves", far=far))


def _touch_tip(row: Row, found: PositionBeyond, view: View) -> str:
    age = found.touch.volatility_age_ms
    return sentence_of(found.touch.reason) or (
        "" if age is None else tr("Volatility read {age} ago.", age=fmt.age(age))
    )


def _stops(row: Row, found: PositionBeyond, view: View) -> Texts:
    stops, size = found.stops, row.risk.contracts
    if stops.covered is None or not size:
        return (fmt.UNKNOWN, "")
    trouble = len(stops.warnings)
    return (
        fmt.share(stops.covered / size),
        tr_count("{count} warning", "{count} warnings", trouble) if trouble else tr("no warning"),
    )


def _stops_tip(row: Row, found: PositionBeyond, view: View) -> str:
    return "\n".join(private(one, view) for one in (*found.stops.warnings, found.stops.reason) if one)


def _stops_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.stops.warnings else ""


def _adl(row: Row, found: PositionBeyond, view: View) -> Texts:
    adl = found.adl
    if adl.rank is not None:
        return (fmt.raw(adl.rank), tr("is reduced first") if adl.first else tr("venue's scale"))
    return (fmt.UNKNOWN, "") if adl.score is None else (f"~{score_words(adl.score)}", tr("estimate"))


def _adl_tip(row: Row, found: PositionBeyond, view: View) -> str:
    adl = found.adl
    lines = [
        tr("The venue's scale: {scale}.", scale=adl.scale)
        if adl.rank is not None and adl.scale
        else sentence_of(adl.reason)
    ]
    return "\n".join([*lines, tr("Formula: {formula}. Source: {source}.", formula=adl.formula, source=adl.source)])


def _adl_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.adl.first else ""


def _stop_loss(row: Row, found: PositionBeyond, view: View) -> Texts:
    stops = found.stops
    if stops.covered == 0:
        return (tr("no stop"), "")
    if stops.loss is None or stops.loss_of_margin is None:
        return (fmt.UNKNOWN, "")
    share = tr("{share} of margin", share=fmt.used(max(0.0, stops.loss_of_margin)))
    return (view.amount(fmt.money_needed(max(0.0, stops.loss), row.risk.settle)), share)


def _stop_loss_tip(row: Row, found: PositionBeyond, view: View) -> str:
    return tr("The line to compare with is {line}.", line=fmt.used(found.stops.line))


def _stop_loss_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.stops.over_line else ""


def _share(row: Row, found: PositionBeyond, view: View) -> Texts:
    sizing = found.sizing
    lines = f"{sizing.share_low * 100:g}–{fmt.used(sizing.share_high)}"
    return (fmt.used(sizing.margin_share), around(sizing.share_verdict, lines))


def _share_tip(row: Row, found: PositionBeyond, view: View) -> str:
    return sentence_of(found.sizing.reason)


def _share_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.sizing.share_verdict == "above" else ""


def _leverage(row: Row, found: PositionBeyond, view: View) -> Texts:
    sizing = found.sizing
    text = fmt.leverage(sizing.effective_leverage) or fmt.UNKNOWN
    return (text, around(sizing.leverage_verdict, f"{sizing.leverage_low:g}–{sizing.leverage_high:g}×"))


def _leverage_tip(row: Row, found: PositionBeyond, view: View) -> str:
    most = fmt.leverage(found.sizing.largest_leverage)
    if not most:
        return sentence_of(found.sizing.reason)
    chance, days = found.sizing.leverage_chance, found.sizing.leverage_days
    return tr(
        "Isolated, {most} is the largest that is touched in {chance:.0f} of 100 cases within {days:g} days.",
        most=most,
        chance=chance * 100,
        days=days,
    )


def _leverage_token(_row: Row, found: PositionBeyond) -> str:
    return "watch" if found.sizing.leverage_verdict == "above" else ""


def _rescue(row: Row, found: PositionBeyond, view: View) -> Texts:
    step = found.rescue.distance
    if step.add is None:
        return (fmt.UNKNOWN, "")
    if step.add <= 0:
        return (tr("none"), tr("far enough"))
    cut = tr("or cut {contracts}", contracts=view.amount(f"{step.cut_order:,.6g}")) if step.cut_order else ""
    return (view.amount("+" + fmt.money_needed(step.add, row.risk.settle)), cut)


def _rescue_tip(row: Row, found: PositionBeyond, view: View) -> str:
    step = found.rescue.distance
    first = tr("In its pool this position gives the most room per unit closed.") if found.rescue.cut_first else ""
    return " ".join(
        one
        for one in (tr("The goal: {value} away.", value=fmt.room(step.value)), sentence_of(step.reason), first)
        if one
    )


RISK_COLUMNS = (
    Column(
        title=mark("Max loss"),
        width=112,
        optional=True,
        texts=_figures(_max_loss),
        draw=_drawn(_quiet),
        tip=_tip(
            tr(
                "All that can be lost: the isolated margin, or the whole wallet behind a cross pool. "
                "What a venue may claim beyond it is not in here."
            ),
            _max_loss_tip,
        ),
    ),
    Column(
        title=mark("Gap loss at 10 %"),
        width=122,
        optional=True,
        texts=_figures(_gap),
        draw=_drawn(_gap_token),
        tip=_tip(
            tr(
                "The loss if the price jumps 10 % through the liquidation price, and what is missing beyond the "
                "margin. It does not say how likely such a jump is."
            ),
            _gap_tip,
        ),
    ),
    Column(
        title=mark("Exit cost"),
        width=126,
        optional=True,
        texts=_figures(_exit),
        draw=_drawn(_exit_token),
        tip=_tip(
            tr(
                "What closing all of it at once costs by the visible order book, fees aside. "
                "In a crash the book is thinner: see the Risk tab."
            ),
            _exit_tip,
        ),
    ),
    Column(
        title=mark("Funding per day"),
        width=118,
        optional=True,
        texts=_figures(_funding),
        draw=_drawn(_quiet),
        tip=_tip(tr("At today's rate; + is received, − is paid. It does not say that the rate stays."), _funding_tip),
    ),
    Column(
        title=mark("Touch 24 h"),
        width=132,
        optional=True,
        texts=_figures(_touch),
        draw=_drawn(_quiet),
        tip=_tip(
            tr(
                "How often such a distance was touched within 24 hours, as a range. "
                "It was found on Bitcoin 2017–2023 and says nothing about the next crash."
            ),
            _touch_tip,
        ),
    ),
    Column(
        title=mark("Stops covered"),
        width=104,
        optional=True,
        texts=_figures(_stops),
        draw=_drawn(_stops_token),
        tip=_tip(
            tr("The share of the size that stops close before liquidation. It does not say at which price they fill."),
            _stops_tip,
        ),
    ),
    Column(
        title=mark("Loss at stops"),
        width=122,
        optional=True,
        texts=_figures(_stop_loss),
        draw=_drawn(_stop_loss_token),
        tip=_tip(
            tr("What is lost when the stops close it, from the entry, slippage included. A jump can leap over a stop."),
            _stop_loss_tip,
        ),
    ),
    Column(
        title=mark("Share of account"),
        width=126,
        optional=True,
        texts=_figures(_share),
        draw=_drawn(_share_token),
        tip=_tip(
            tr("The margin behind this one trade over the equity of its account. The lines are there to compare."),
            _share_tip,
        ),
    ),
    Column(
        title=mark("ADL"),
        width=112,
        optional=True,
        texts=_figures(_adl),
        draw=_drawn(_adl_token),
        tip=_tip(
            tr(
                "Where this position stands in the queue of those reduced when the insurance fund is empty. "
                "Scales of venues are not alike."
            ),
            _adl_tip,
        ),
    ),
    Column(
        title=mark("Effective leverage"),
        width=122,
        optional=True,
        texts=_figures(_leverage),
        draw=_drawn(_leverage_token),
        tip=_tip(
            tr(
                "Value over the equity behind it, whatever leverage is set. The lines are there to compare, not advice."
            ),
            _leverage_tip,
        ),
    ),
    Column(
        title=mark("Rescue"),
        width=122,
        optional=True,
        texts=_figures(_rescue),
        draw=_drawn(_quiet),
        tip=_tip(
            tr("Margin to add, or contracts to close, to reach the chosen distance; fees of closing come on top."),
            _rescue_tip,
        ),
    ),
)
"""Eleven columns, each with what it means and what it does not."""
