"""What a venue would print: its tick rounding, and how near ours must come to its own figure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from monitor.book import FloatArray
from monitor.margin.rules import Rules

Agreement = Literal["agrees", "skewed snapshot", "disagrees", "venue silent", "not computed"]
UNTICKED_ROUNDING = 1e-5  # of the mark: the most that printed digits explain where no tick is known
MARK_SKEW = 2e-4  # fraction that a mark may move between the calls of one snapshot (pitfall 62: about a second)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Ours against the venue's price."""

    status: Agreement
    ticks: float | None = None
    fraction: float | None = None  # of the mark
    allowed: float | None = None  # what the venue's own accuracy and rounding explain [price]
    skew: float | None = None  # what marks of different instants explain [price]
    ours: float | None = None  # the price of ours that was compared
    mark: float | None = None  # of its symbol, at which that price was computed: the venue's figure belongs to it


def shown_price(root: float, rules: Rules, tick: float | None, *, below: bool) -> float:
    """Return the liquidation price as the venue shows it.

    Args:
        root: the unrounded price.
        below: whether it lies below the mark, so that rounding up is towards the earlier liquidation.

    Source: Bybit help (long up, short down); OKX: four isolated payloads, one tick to the early side, unrounded.
    """
    if tick is None or not tick > 0 or rules.rounding == "none":
        return root
    if rules.rounding == "offset":
        return root + (tick if below else -tick)
    steps = root / tick
    whole = round(steps)
    if abs(steps - whole) > 1e-9 * max(1.0, abs(steps)):
        whole = math.ceil(steps) if below else math.floor(steps)
    return float(Decimal(repr(tick)) * whole)


def price_skew(others: FloatArray, gradient: float) -> FloatArray:
    """Return how far a cross price moves when other marks differ by `MARK_SKEW`: dLP = q_other * dmark / q.

    Args:
        others: (n,) value of the pool's other positions [money].
        gradient: |dh/dp| of this symbol [money per price].
    """
    return others * (MARK_SKEW / gradient)


def compare(
    ours: float | None, venues: float | None, *, rules: Rules, mark: float, tick: float | None, skew: float
) -> Disagreement:
    """Return how ours stands to the venue's price. Nothing is averaged; its own rounding is granted."""
    if not rules.computable:
        return Disagreement(status="not computed")
    if venues is None or not math.isfinite(venues):
        return Disagreement(status="venue silent")
    if ours is None:
        return Disagreement(status="disagrees")
    gap = abs(ours - venues)
    tick = tick if tick is not None and tick > 0 else None
    rounding = min(_last_digit(venues), tick or UNTICKED_ROUNDING * mark)
    allowed = rules.tolerance * mark + max(rules.tolerance_ticks * (tick or 0.0), rounding)
    status: Agreement = "agrees" if gap <= allowed else "skewed snapshot" if gap <= allowed + skew else "disagrees"
    return Disagreement(
        status=status, ticks=gap / tick if tick else None, fraction=gap / mark, allowed=allowed, skew=skew
    )


def _last_digit(price: float) -> float:
    """Return what one in the last digit is that a venue printed: 0.01 of 45226.13."""
    exponent = Decimal(repr(price)).normalize().as_tuple().exponent
    return 10.0 ** min(int(exponent), 0)
