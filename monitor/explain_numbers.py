"""Numbers and shares as they stand in the text of a report."""

from __future__ import annotations

import math

from monitor.language import tr


def number(amount: float | None, digits: int = 10) -> str:
    """Return a number with `digits` significant ones and no exponent; "none" where there is none."""
    if amount is None or not math.isfinite(amount):
        return tr("none")
    amount += 0.0  # no minus zero
    whole = math.floor(math.log10(abs(amount))) + 1 if amount else 1
    rounded = f"{amount:,.{max(2, digits - whole)}f}"
    return rounded.rstrip("0").rstrip(".")


def percent(fraction: float | None) -> str:
    """Return a fraction as percent."""
    return tr("none") if fraction is None or not math.isfinite(fraction) else f"{fraction * 100:.4g} %"
