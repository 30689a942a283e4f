"""Figures inside alarm sentences: rounded against the user's optimism. Unknown is "—"."""

from __future__ import annotations

import math
from typing import TypeGuard

from monitor.language import tr
from monitor.risk.rows import EQUITY_GONE, PositionRisk

MOST_DECIMALS = 12
MOST = 1e15  # beyond it is no figure of a position: nonsense that must stop no alarm


def _is_figure(value: float | None) -> TypeGuard[float]:
    return value is not None and abs(value) < MOST  # NaN is none either


def percent_down(fraction: float | None) -> str:
    """A distance: one decimal below 20 %, none above, never rounded up."""
    if not _is_figure(fraction):
        return "—"
    value = fraction * 100
    return f"{math.floor(value + 1e-9):d} %" if value >= 20 else f"{math.floor(value * 10 + 1e-9) / 10:.1f} %"


def percent_up(fraction: float | None) -> str:
    """A ratio or a target: whole percent, never rounded down; no figure where no equity is left."""
    if fraction is not None and EQUITY_GONE <= fraction < math.inf:
        return "> 100 %"
    if not _is_figure(fraction):
        return "—"
    return f"{math.ceil(fraction * 100 - 1e-9):d} %"


def amount_up(value: float) -> str:
    """Money needed, rounded up."""
    if not _is_figure(value):
        return "—"
    return f"{math.ceil(value - 1e-9):,}"


def amount_down(value: float) -> str:
    """Money in hand, rounded down."""
    if not _is_figure(value):
        return "—"
    return f"{math.floor(value):,}"


def name_of(symbol: str) -> str:
    """A contract's short name: "SOL", or "SOL/USDC" where it is not quoted in the usual dollars."""
    pair = symbol.split(":", 1)[0]
    base, _, quote = pair.partition("/")
    return base if quote == "USDT" else pair


def price(value: float, tick_size: float | None) -> str:
    """A price with the decimals of its tick, without scientific notation."""
    if not _is_figure(value):
        return "—"
    if tick_size and 0 < tick_size < MOST:
        decimals = max(0, -math.floor(math.log10(tick_size) + 1e-9))
    else:
        decimals = max(0, 4 - math.floor(math.log10(abs(value)))) if value else 2
    decimals = min(decimals, MOST_DECIMALS)
    return f"{value:,.{decimals}f}"


def size_up(value: float, lot_size: float | None) -> str:
    """A size to cut, rounded up to the lot."""
    if not lot_size or not 0 < lot_size < MOST or not _is_figure(value / lot_size):
        return f"{value:,.6g}"
    decimals = min(MOST_DECIMALS, max(0, -math.floor(math.log10(lot_size) + 1e-9)))
    return f"{math.ceil(value / lot_size - 1e-9) * lot_size:,.{decimals}f}"


def times_up(value: float) -> str:
    """A leverage: one decimal, never rounded down."""
    return "—" if not _is_figure(value) else f"{math.ceil(value * 10 - 1e-9) / 10:g}×"


def days_down(value: float) -> str:
    """A time that is left, never rounded up: "14 h", "2.3 days"."""
    if not _is_figure(value):
        return "—"
    if value < 1.0:
        return tr("{hours} h", hours=math.floor(value * 24))
    return tr("{days} days", days=f"{math.floor(value * 10 + 1e-9) / 10:g}")


def cut_up(row: PositionRisk, base: float) -> str:
    """A size to close, rounded up to the lot: coins, or contracts where they are counted in dollars."""
    if row.is_inverse and row.size_base:
        return tr("{count} contracts", count=size_up(base / row.size_base * row.contracts, row.lot_size))
    return f"{size_up(base, row.lot_base)} {row.symbol.split('/', 1)[0]}"


def seconds(value: float) -> str:
    """An age: "0.4 s", "14 s", "2 min 05 s", "8 h 03 min"."""
    if value < 10:
        return f"{value:.1f} s"
    if value < 90:
        return f"{value:.0f} s"
    minutes = int(value) // 60
    if minutes >= 100:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{minutes} min {int(value) % 60:02d} s"
