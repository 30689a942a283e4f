"""Deribit: the rate grows with the size, so an inverse requirement is quadratic in 1/price; closed form, no tiers.

A position's `rate_slope` is the growth of the rate per base unit (0.00005 for BTC). Without one the rate is constant.

Source: Deribit support 25944738177565 "Linear USDC margin", read 2026-10; the inverse schedule was not found.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, repeated

RATIO_NAME = "Maintenance margin / margin balance"
LINEAR = Rules(
    source=Source(document="Deribit support 25944738177565", date="2026-10"),
    basis="estimate",
    reason=tr("Deribit publishes the requirement, not the price; the index is taken to stand at the mark."),
    ratio_name=RATIO_NAME,
    tolerance=1e-3,
    formula=tr("margin balance = value x (rate + slope x size)"),
)
INVERSE = replace(
    LINEAR,
    reason=tr("The price solves Deribit's own rule, but its schedule for inverse contracts was not found."),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; portfolio and cross-collateral models are scenario based and only repeated."""
    if setting.account_mode in ("portfolio", "multi_currency"):
        reason = tr(
            "Deribit's scenario and cross-collateral margins need its live parameters; its own figure is shown."
        )
        return repeated(LINEAR.source, reason, RATIO_NAME)
    return INVERSE if setting.inverse else LINEAR


def requirement(size: float, index: float, base: float, slope: float) -> float:
    """Return the margin of a linear position [settle]: size x index x (base + slope x size)."""
    return abs(size) * index * (base + slope * abs(size))
