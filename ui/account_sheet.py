"""What can be lost with a whole account: money at risk, balances below zero, chances of its pools."""

from __future__ import annotations

from monitor.language import tr
from monitor.messages import AccountBeyond, AccountStatus
from ui import format as fmt
from ui.engine_words import status_word
from ui.risk_words import SPANS, pool_words, sentence_of
from ui.sheet import Line, Section, Sentence
from ui.view import View


def account_sections(account: AccountStatus, view: View) -> tuple[Section, ...]:
    """Return the sections of an account's sheet."""
    found = account.beyond
    if found is None:
        why = account.trouble or tr("it has not been read yet")
        return (Section(title=tr("Risk of the account"), sentences=(Sentence(text=tr("Unknown: {why}", why=why)),)),)
    return (_exposed(found, view), _negative(found, view), _gaps(found, view), _chances(found, view))


def _exposed(found: AccountBeyond, view: View) -> Section:
    money = found.exposed_money
    unit = f" [{money.currency}]" if money.currency else ""
    lines = [
        Line(
            label=tr("At the exchange"),
            cells=(view.amount(fmt.money(money.total, money.currency)),),
            tip=tr("All of it is exposed to liquidations here, and to the exchange itself."),
        ),
        Line(
            label=tr("Not needed as margin"),
            cells=(view.amount(fmt.money(money.not_needed, money.currency)),),
            token="accent" if money.not_needed else "text",
            tip=tr(
                "Could leave while every liquidation price stays {distance} away. It does not "
                "know what you need for new trades.",
                distance=fmt.room(money.kept_distance),
            ),
        ),
        *(
            Line(
                label=tr("Can be lost in {pool}", pool=pool_words(one.pool_id)),
                cells=(view.amount(fmt.money_needed(one.max_loss, one.currency)) + f"{fmt.NARROW}{one.currency}",),
                tip=sentence_of(one.reason) or tr("What was put in: wallet or margin."),
            )
            for one in money.pools
        ),
    ]
    words = [Sentence(text=view.sentence(money.advice), token="text2")]
    if money.reason:
        words.append(Sentence(text=sentence_of(money.reason)))
    return Section(
        title=tr("Money at risk{unit}", unit=unit),
        tip=tr("What lies there and what need not. It is not advice to trade."),
        lines=tuple(lines),
        sentences=tuple(words),
    )


def _negative(found: AccountBeyond, view: View) -> Section:
    facts, fund = found.negative_balance, found.negative_balance.insurance_fund
    size = fmt.UNKNOWN if fund.balance is None else f"{fmt.money(fund.balance, fund.currency)} {fund.currency}"
    lines = [
        Line(
            label=tr("Below zero"),
            cells=(status_word(facts.status),),
            token="watch" if facts.status != "promised" else "text",
            tip=tr(
                "promised: written by the venue; practice: said, but no right to it; may claim: from you; not found: "
                "it may be you. Not legal advice."
            ),
        ),
        Line(
            label=tr("Insurance fund"),
            cells=(size,),
            tip=sentence_of(fund.reason)
            or tr("Its size as the venue tells it: not what one liquidation may take of it."),
        ),
    ]
    if fund.change is not None and fund.change_days is not None:
        label = (
            tr("in seven days") if fund.change_7d is not None else tr("in {days} days", days=round(fund.change_days))
        )
        lines.append(
            Line(
                label=label,
                cells=(fmt.change(fund.change),),
                tip=tr("How much the fund grew or shrank; it does not say why."),
            )
        )
    words = [
        Sentence(text=sentence_of(facts.text), token="text2"),
        Sentence(text=tr("Borne by: {borne_by}", borne_by=sentence_of(facts.borne_by)), token="text2"),
        Sentence(text=sentence_of(facts.jurisdiction)),
        Sentence(text=tr("Source: {source}, {date}.", source=facts.source, date=facts.date)),
        Sentence(text=sentence_of(fund.reason)),
    ]
    return Section(
        title=tr("If the balance falls below zero"),
        tip=tr("What the venue promises, by a dated table. Terms change."),
        lines=tuple(lines),
        sentences=tuple(one for one in words if one.text),
    )


def _gaps(found: AccountBeyond, view: View) -> Section:
    facts = found.negative_balance
    lines = tuple(
        Line(
            label=tr("{pool}, {jump:.0f} % beyond", pool=pool_words(one.pool_id), jump=one.jump * 100),
            cells=(
                view.amount(fmt.money_needed(one.loss, one.currency)),
                tr("none") if one.shortfall == 0 else view.amount(fmt.money_needed(one.shortfall, one.currency)),
            ),
            token="watch" if one.shortfall else "text",
            tip=tr(
                "The pool's loss and what is missing beyond it, in {currency}; as if every order filled only there.",
                currency=one.currency,
            ),
        )
        for one in facts.gaps
    )
    reason = (Sentence(text=sentence_of(facts.reason)),) if facts.reason else ()
    return Section(
        title=tr("If all marks jump through it together"),
        heads=(tr("loss"), tr("missing")),
        lines=lines,
        tip=tr("Each pool at its common shock, and beyond. It does not say how likely it is."),
        sentences=reason or (() if lines else (Sentence(text=tr("No pool holds a position.")),)),
    )


def _chances(found: AccountBeyond, view: View) -> Section:
    lines, words = [], []
    for pool in found.pools:
        lines += [
            Line(
                label=f"{pool_words(pool.pool_id)}, {SPANS.get(one.hours, f'{one.hours} h')}",
                cells=(fmt.chance(one.low, one.high),),
                tip=tr("All marks together, from ordinary correlation to all as one. A range, not a promise."),
            )
            for one in pool.spans
        ]
        if pool.reason:
            words.append(tr("In {pool}: {reason}", pool=pool_words(pool.pool_id), reason=pool.reason))
        if pool.cut_first:
            symbol, side = pool.cut_first.split("|")[1:3]
            first = f"{fmt.base_and_quote(symbol)} {side}"
            words.append(
                tr(
                    "In {pool} cut {first} first: the most room per unit closed",
                    pool=pool_words(pool.pool_id),
                    first=first,
                )
            )
    return Section(
        title=tr("How likely a pool is liquidated"),
        lines=tuple(lines),
        tip=tr("The joint chance can be far above that of any single price."),
        sentences=tuple(Sentence(text=sentence_of(one), token="text2") for one in dict.fromkeys(words)),
    )
