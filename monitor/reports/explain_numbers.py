"""Numbers and shares as they stand in the text of a report."""

from __future__ import annotations

import math

from monitor.language import tr
from monitor.numbers import plain
from monitor.risk.rows import EQUITY_GONE

DUST = 1e-12  # smaller amounts are the rest of a sum that should be 0


def number(amount: float | None, digits: int = 10) -> str:
    """Return a number with `digits` significant ones and no exponent; "none" where there is none."""
    if amount is None or not math.isfinite(amount):
        return tr("none")
    amount = 0.0 if abs(amount) < DUST else amount
    whole = math.floor(math.log10(abs(amount))) + 1 if amount else 1
    rounded = f"{amount:,.{max(2, digits - whole)}f}"
    return rounded.rstrip("0").rstrip(".")


def percent(fraction: float | None) -> str:
    """Return a fraction as percent, with four significant digits or all before the point."""
    if fraction is None or not math.isfinite(fraction):
        return tr("none")
    shown = 100.0 * fraction
    return f"{plain(shown, 4) if abs(shown) < 1e4 else plain(round(shown), 17)} %"


def ratio_used(ratio: float | None) -> str:
    """Return a margin ratio as percent, in words where no equity is left."""
    return tr("past liquidation") if ratio is not None and ratio >= EQUITY_GONE else percent(ratio)
