"""Who is reduced first when an insurance fund is empty: the venue's own rank where it gives one, else a score of ours.

A rank needs the other users, so a score is only an estimate: it says what raises the rank, not where one stands. Ranks
keep the venue's own scale; scales are not comparable. On 2025-10-10 (Hyperliquid) 99.4 % of the reduced positions were
in profit, at a median leverage of 0.2: profit decides, leverage is a poor guide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, FloatArray
from monitor.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a venue numbers its queue."""

    words: str
    first: float | None  # the rank that is reduced first
    none: tuple[float, ...] = ()  # values that mean "not in the queue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """How a venue chooses whom to reduce."""

    formula: str
    kind: str  # which score: "leverage", "hyperliquid", "margin", "binance"; "": no queue, see `formula`
    source: str


SCALES: dict[str, Scale] = {
    "binance": Scale(words=tr("0 to 4; 4 is reduced first"), first=4.0),
    "bybit": Scale(words=tr("1 to 5; 5 is reduced first"), first=5.0, none=(0.0,)),
    "okx": Scale(words=tr("0 to 5; 5 is reduced first"), first=5.0),
    "bitget": Scale(words=tr("0 to 1; 1 is reduced first"), first=1.0),
    "gate": Scale(words=tr("1 to 5; 1 is reduced first"), first=1.0, none=(6.0,)),
    "kucoin": Scale(words=tr("0 to 1; 1 is reduced first"), first=1.0),
}
LEVERAGE = Queue(
    formula=tr("return on the entry value x effective leverage in profit, / effective leverage in loss"),
    kind="leverage",
    source="BitMEX and MEXC help pages on auto-deleveraging, read 2026-10",
)
QUEUES: dict[str, Queue] = {
    "binance": Queue(
        formula=tr("(profit / wallet balance) x (maintenance margin / margin balance)"),
        kind="binance",
        source="dev.binance.vision 17801, answer of the venue's staff, read 2026-10",
    ),
    "hyperliquid": Queue(
        formula=tr("(mark / entry) x (notional / account value); for shorts entry / mark, which is our reading"),
        kind="hyperliquid",
        source="Hyperliquid docs, Liquidations, read 2026-10",
    ),
    "kucoin": Queue(
        formula=tr("return x position value / effective margin in profit, / it in loss"),
        kind="margin",
        source="KuCoin help, Auto-Deleveraging, 2025-12-31",
    ),
    "deribit": Queue(
        formula=tr(
            "no queue is published: losses beyond the fund are shared among the winners of the day, or deleveraged"
        ),
        kind="",
        source="Deribit support 25944777576477; API, user.liquidation, read 2026-11",
    ),
    "kraken": Queue(
        formula=tr("no queue: positions are assigned, then unwound"), kind="", source="Kraken support, 2026-03-17"
    ),
    "dydx": Queue(
        formula=tr("no queue: counterparties are chosen at random"),
        kind="",
        source="help.dydx.trade 166973, read 2026-10",
    ),
}


def scale_of(family: str) -> Scale | None:
    """Return the scale of a venue family's ranks, None where it gives none that we know."""
    return SCALES.get(family)


def queue_of(family: str) -> Queue:
    """Return how a venue family chooses, the common formula where its own is not known."""
    return QUEUES.get(family, LEVERAGE)


def scores(
    book: Book, kinds: list[str], bankruptcy: FloatArray, equity: FloatArray, wallet: FloatArray, ratio: FloatArray
) -> FloatArray:
    """Return the score (n,) that raises the rank at each position's venue; NaN where it has no queue or is unknown.

    Args:
        kinds: per position, of `Queue`. bankruptcy: (n,) price.
        equity, wallet, ratio: (n,) of the position's pool.
    """
    result = np.full(len(book.mark), np.nan)
    kind = np.array(kinds, dtype=object)
    with np.errstate(divide="ignore", invalid="ignore"):
        entry_value = book.face * book.variable(book.entry)
        gain = book.unrealized_pnl / entry_value
        value = book.notional
        at_bankruptcy = book.face * book.variable(bankruptcy)
        leverage = value / np.abs(value - at_bankruptcy)
        growth = np.where(book.direction > 0, book.mark / book.entry, book.entry / book.mark)
        found = {
            "leverage": np.where(gain >= 0, gain * leverage, gain / leverage),
            "margin": np.where(gain >= 0, gain * value / equity, gain / (value / equity)),
            "hyperliquid": growth * value / equity,
            "binance": np.maximum(book.unrealized_pnl, 0.0) / np.maximum(wallet, 1.0) * ratio,
        }
    for name, score in found.items():
        result = np.where(kind == name, score, result)
    return np.where(np.isfinite(result), result, np.nan)
