"""One coin on several accounts whose margin is not shared: net, which leg dies first, what to move."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.language import tr
from monitor.messages import AcrossRow
from ui import format as fmt
from ui.risk_words import pool_words, sentence_of
from ui.sheet import Line, Section, Sentence


def across_sections(rows: Sequence[AcrossRow], *, hide_amounts: bool) -> tuple[Section, ...]:
    """Return a section for each coin, and one sentence where there is none."""
    if not rows:
        words = tr("No coin is held on more than one account: there is nothing to equalise.")
        return (Section(title=tr("Across accounts"), sentences=(Sentence(text=words),)),)
    return tuple(_coin(row, hide_amounts) for row in rows)


def _coin(row: AcrossRow, hidden: bool) -> Section:
    def shown(text: str) -> str:
        return fmt.HIDDEN if hidden else text

    lines = [
        Line(
            label=f"{leg.account_id}, {pool_words(leg.pool_id)}",
            cells=(
                shown(_signed(leg.delta)),
                tr("no move") if leg.death_move is None else fmt.move(leg.death_move),
                fmt.UNKNOWN if leg.transfer is None else shown(_transfer(leg.transfer)),
            ),
            token="watch" if number == 0 and leg.death_move is not None else "text",
            tip=tr("This leg dies first: its pool is the first that a move of this coin alone liquidates.")
            if number == 0 and leg.death_move is not None
            else tr(
                "The move of this coin alone that liquidates the pool; other marks stand still, which they rarely do."
            ),
        )
        for number, leg in enumerate(row.legs)
    ]
    net = tr(
        "Net {delta} of {gross} {coin}",
        delta=shown(_signed(row.delta)),
        gross=shown(fmt.size(row.gross)),
        coin=row.coin,
    )
    why = tr("the margin is not shared, so the losing leg is liquidated while the gain lies elsewhere.")
    words = [Sentence(text=f"{net}: {why}", token="text2")]
    if row.equal_move is not None and not row.reason:
        words.append(
            Sentence(
                text=tr("After these transfers all legs would die at a move of {move}.", move=fmt.room(row.equal_move)),
                token="text2",
            )
        )
    if row.reason:
        words.append(Sentence(text=sentence_of(row.reason)))
    return Section(
        title=row.coin,
        tip=tr(
            "Delta: coins that follow the price; transfer: what makes all legs die at the same move. It does not know "
            "what may be withdrawn, nor how long a transfer takes."
        ),
        heads=(tr("delta [{coin}]", coin=row.coin), tr("dies at"), tr("transfer [USD]")),
        lines=tuple(lines),
        sentences=tuple(words),
    )


def _signed(size: float) -> str:
    return f"{'+' if size > 0 else '−' if size < 0 else ''}{fmt.size(abs(size))}"


def _transfer(amount: float) -> str:
    if abs(amount) < 0.01:
        return tr("none")
    return (
        tr("add {amount}", amount=fmt.money_needed(amount))
        if amount > 0
        else tr("take {amount}", amount=fmt.money(-amount))
    )
