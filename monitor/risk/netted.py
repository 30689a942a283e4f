"""What two netted legs of one symbol require together, as a function of the share of one leg that is kept.

Venues require the larger of the two legs (Bitget, Kraken), or their difference (Bybit). With a share k of this leg the
first is the maximum of this leg's pieces and of the other's, which do not change; the second is
rate * (k * face - other face) * x - deduction as long as this leg stays the larger one. Both are affine in k. Closing
the smaller leg of a difference, or one of two equal ones, only opens what was hedged: no share is found for it. What
is required of the entry value (Kraken, Bybit before 2025-09) stands still at other prices and shrinks with its own leg.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from monitor.book import Book, BoolArray, FloatArray
from monitor.margin.values import Pools


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The requirement of each position as max over pieces of k * rate * value - deduction, the other leg apart."""

    rate: FloatArray  # (t, n)
    deduction: FloatArray  # (t, n)
    beside: FloatArray  # (n,) what the other leg is required for besides
    least: FloatArray  # (n,) smallest share for which that holds; NaN: it is not known


def is_netted(pools: Pools) -> BoolArray:
    """Return (n,) whether the requirement of a leg depends on its partner."""
    layout = pools.layout
    nets = np.array([rule.hedge != "sum" for rule in layout.kinds], dtype=bool)
    netted: BoolArray = (layout.partner >= 0) & nets[layout.kind]
    return netted


def joined(book: Book, pools: Pools, x: FloatArray, pieces: Pieces, whole: BoolArray) -> Pieces:
    """Return the pieces with those of netted legs in terms of the pair.

    Args:
        x: (n,) affine variable of each symbol at its target. pieces: as if each leg stood alone.
        whole: (n,) whose tiers hold for the whole position: not solved.
    """
    layout = pools.layout
    rate, deduction = pieces.rate.copy(), pieces.deduction.copy()
    beside, least = pieces.beside.copy(), pieces.least.copy()
    for row in np.flatnonzero(is_netted(pools)).tolist():
        other = int(layout.partner[row])
        first, second = min(row, other), max(row, other)
        large, small = (first, second) if book.face[first] >= book.face[second] else (second, first)
        if whole[row] or whole[other] or layout.frozen[row]:
            least[row] = np.nan
        elif layout.on_entry[row]:  # the pieces are those of the leg by itself: what it needs does not move with prices
            if layout.kinds[layout.kind[row]].hedge == "net":
                least[row] = book.face[other] / book.face[row] if book.face[row] > book.face[other] else np.nan
                deduction[:, row] += rate[:, row] * book.face[other] * x[row]
                continue
            depth, worth = len(rate) // 2, book.face[other] * x[other]
            deduction[depth:, row] = -(pieces.rate[:, other] * worth - pieces.deduction[:, other]).max()
            rate[depth:, row], beside[row] = 0.0, 0.0
        elif layout.kinds[layout.kind[row]].hedge == "net":
            excess = book.face[large] - book.face[small]
            if row != large or not excess > 0.0:
                least[row] = np.nan
                continue
            rate[:, row] = pools.rate[:, row] * book.face[row] / excess
            deduction[:, row] = pools.deduction[:, row] + rate[:, row] * book.face[other] * x[row]
            least[row] = book.face[other] / book.face[row]
        else:
            depth = len(rate) // 2
            worth = book.face[large] * x[row]  # the smaller leg's pieces stand with the larger one, scaled to its size
            own, others = (
                (slice(0, depth), slice(depth, None)) if row == large else (slice(depth, None), slice(0, depth))
            )
            rate[own, row] = pools.rate[own, large] * (book.face[large] / book.face[row])
            deduction[own, row] = pools.deduction[own, large]
            rate[others, row] = 0.0
            deduction[others, row] = pools.deduction[others, large] - pools.rate[others, large] * worth
            beside[row] = 0.0
    return Pieces(rate=rate, deduction=deduction, beside=beside, least=least)
