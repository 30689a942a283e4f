"""HTX: maintenance margin over equity in the new convention; the old risk rate is turned into it.

The entry price that counts is cost_hold, which settlements reset, not cost_open.

Source: HTX linear swap API v5 and support "Margin rate", read 2026-10; the old isolated formula reproduced to 1e-15.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Margin rate"
RULES = Rules(
    source=Source(document="HTX API v5, Margin rate", date="2026-10"),
    basis="estimate",
    reason=tr("HTX publishes the margin rate; the price solves it for 100 %, no worked example was found."),
    ratio_name=RATIO_NAME,
    tolerance=1e-4,
    formula=tr("equity = value x rate"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; today's accounts follow the new convention."""
    if setting.account_mode == "portfolio":
        return repeated(
            RULES.source, tr("HTX's answers hold too little to recompute; its own figure is shown."), RATIO_NAME
        )
    return pooled(RULES, setting)


def old_isolated_price(static: float, size: float, hold: float, side: int, leverage: float, adjustment: float) -> float:
    """Return the liquidation price of the old isolated account: equity / used margin = adjustment factor.

    Args:
        static: margin without unrealised PnL [settle].
    """
    return (side * size * hold - static) / (size * (side - adjustment / leverage))


def old_risk_rate(equity: float, used: float, adjustment: float) -> float:
    """Return the old risk rate: liquidation at <= 0."""
    return equity / used - adjustment


def ratio_of_old_cross(risk_rate: float) -> float:
    """Return the old cross risk rate in our convention (1 is liquidation)."""
    return 1.0 / (risk_rate + 1.0)
