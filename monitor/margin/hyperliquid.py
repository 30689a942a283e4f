"""Hyperliquid: marginal tiers at half the initial rate, no fee, a backstop at two thirds of the requirement.

Source: Hyperliquid docs, "Liquidations" and "Margin tiers", read 2026-10; 29 real isolated positions reproduced. Until
2023 the API left out the divisor 1 - rate x side.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Cross margin ratio"
RULES = Rules(
    source=Source(document="Hyperliquid docs, Liquidations", date="2026-10"),
    basis="exact",
    reason=tr("Hyperliquid publishes the formula and 29 real positions reproduce it."),
    ratio_name=RATIO_NAME,
    backstop=2.0 / 3.0,
    tolerance=4e-5,
    formula=tr("account value = value x rate - deduction, of all positions in the pool"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; portfolio margin lends against spot and is not recomputed."""
    if setting.account_mode == "portfolio":
        return repeated(
            RULES.source, tr("Hyperliquid's portfolio margin is not recomputed; its own figure is shown."), RATIO_NAME
        )
    return pooled(RULES, setting)


def maintenance_rate(max_leverage: float) -> float:
    """Return a tier's rate: half of the initial rate at its maximum leverage. Source: Hyperliquid docs, "Margining"."""
    return 0.5 / max_leverage
