"""Figures inside alarm sentences: rounded against the user's optimism. Unknown is "—"."""

from __future__ import annotations

import math


def percent_down(fraction: float | None) -> str:
    """A distance: one decimal below 20 %, none above, never rounded up."""
    if fraction is None:
        return "—"
    value = fraction * 100
    return f"{math.floor(value + 1e-9):d} %" if value >= 20 else f"{math.floor(value * 10 + 1e-9) / 10:.1f} %"


def percent_up(fraction: float | None) -> str:
    """A ratio or a target: whole percent, never rounded down."""
    if fraction is None:
        return "—"
    return f"{math.ceil(fraction * 100 - 1e-9):d} %"


def amount_up(value: float) -> str:
    """Money needed, rounded up."""
    return f"{math.ceil(value - 1e-9):,}"


def price(value: float, tick_size: float | None) -> str:
    """A price with the decimals of its tick, without scientific notation."""
    if tick_size and tick_size > 0:
        decimals = max(0, -math.floor(math.log10(tick_size) + 1e-9))
    else:
        decimals = max(0, 4 - math.floor(math.log10(abs(value)))) if value else 2
    return f"{value:,.{decimals}f}"


def size_up(value: float, lot_size: float | None) -> str:
    """A size to cut, rounded up to the lot."""
    if not lot_size or lot_size <= 0:
        return f"{value:,.6g}"
    decimals = max(0, -math.floor(math.log10(lot_size) + 1e-9))
    return f"{math.ceil(value / lot_size - 1e-9) * lot_size:,.{decimals}f}"


def seconds(value: float) -> str:
    """An age: "0.4 s", "14 s", "2 min 05 s"."""
    if value < 10:
        return f"{value:.1f} s"
    if value < 90:
        return f"{value:.0f} s"
    return f"{int(value) // 60} min {int(value) % 60:02d} s"
