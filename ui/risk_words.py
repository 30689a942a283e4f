"""Words that the table, the sheets and the calculator share about what lies beyond the liquidation price."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.language import tr
from monitor.messages import ExitCost, TouchSpan
from ui import format as fmt
from ui.engine_words import verdict_word
from ui.sheet import Sentence
from ui.view import View

NOT_RECKONED = tr("only the 500 positions nearest to liquidation, proven open, are reckoned in full")
_CONTRACTS = "|".join(map(re.escape, ("contracts", tr("contracts"))))  # in what was said before, and now
_SIZES = re.compile(rf"\d[\d.,e+-]*(?=(?: \w+ \S+)? (?:of them|{_CONTRACTS}))")
SPANS = {1: tr("1 hour"), 8: tr("8 hours"), 24: tr("24 hours"), 168: tr("7 days")}


def sentence_of(text: str) -> str:
    """Return a reason of the engine as a sentence; "" stays ""."""
    return text if not text or text.endswith(".") else f"{text[:1].upper()}{text[1:]}."


def pool_words(pool_id: str) -> str:
    """Return what a pool is called: "cross USDT", "isolated BTC/USDT short"."""
    mode, _, rest = pool_id.partition(":")
    if mode != "isolated" or ":" not in rest:
        return f"{mode} {rest}".strip()
    symbol, _, side = rest.rpartition(":")
    return tr("isolated {symbol} {side}", symbol=fmt.base_and_quote(symbol), side=side)


def touch_in(spans: Sequence[TouchSpan], hours: int) -> str:
    """Return the range of the chance within a span."""
    span = next((one for one in spans if one.hours == hours), None)
    return fmt.UNKNOWN if span is None else fmt.chance(span.low, span.high)


def around(verdict: str, lines: str) -> str:
    """Return how a figure stands to its two lines: "above 3–5×"; "" where it is not known."""
    return "" if verdict == "unknown" else f"{verdict_word(verdict)} {lines}"


def private(text: str, view: View) -> str:
    """Return a reason of the engine as a sentence; where amounts are hidden, its sizes in contracts are too."""
    sentence = sentence_of(text)
    return _SIZES.sub(fmt.HIDDEN, sentence) if view.hide_amounts else sentence


def score_words(score: float) -> str:
    """Return an estimated score with two digits."""
    text = f"{score:,.2f}" if abs(score) < 10 else f"{score:,.0f}"
    return "0" if not text.strip("-0.") else text.replace("-", "−")


def exit_words(found: ExitCost, settle: str, view: View) -> tuple[str, str]:
    """Return the cost of closing now and its slippage, or what the book does not hold."""
    if found.cost is None:
        return (fmt.UNKNOWN, "")
    cost = view.amount(fmt.money_needed(found.cost, settle))
    if found.unfilled:
        part = found.unfilled / ((found.filled or 0.0) + found.unfilled)
        return (f"≥ {cost}", tr("{part} left over", part=fmt.slipped(part)))
    return (cost, fmt.slipped(found.slippage))


def reason_given(reason: str, view: View) -> tuple[Sentence, ...]:
    """Return the engine's reason as a sentence of a sheet, none where all is known."""
    return (Sentence(text=private(reason, view)),) if reason else ()
