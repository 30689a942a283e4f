"""Deribit: the rate grows with the size, so an inverse requirement is quadratic in 1/price; closed form, no tiers.

A position's `rate_slope` is the growth of the rate per coin (0.00005 for BTC). Without one the rate is constant.

Source: Deribit support 25944738177565 "Linear Perpetual" and 25944826427293 "11 January 2022" (inverse), read 2026-11.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, repeated


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A published maintenance rate: base + slope x coins."""

    base: float
    slope: float  # per coin of size


INVERSE_GROWTH = {"BTC": Growth(base=0.01, slope=0.00005), "ETH": Growth(base=0.01, slope=0.000004)}
LINEAR_GROWTH = {"BTC": Growth(base=0.01, slope=0.00005), "SOL": Growth(base=0.02, slope=0.000005)}
RATIO_NAME = "Maintenance margin / margin balance"
LINEAR = Rules(
    source=Source(document="Deribit support 25944738177565", date="2026-11"),
    basis="estimate",
    reason=tr("Deribit publishes the requirement, not the price; the index is taken to stand at the mark."),
    ratio_name=RATIO_NAME,
    tolerance=1e-3,
    growing=frozenset(LINEAR_GROWTH),
    formula=tr("margin balance = value x (rate + slope x size)"),
)
INVERSE = replace(
    LINEAR,
    source=Source(document="Deribit support 25944826427293", date="2026-11"),
    reason=tr("Deribit publishes the requirement, not the price; its inverse schedule dates from 11 January 2022."),
    growing=frozenset(INVERSE_GROWTH),
    formula=tr("margin balance = value x (rate + slope x value), in coins: the rate grows while the price falls"),
)


def growth(coin: str, *, inverse: bool) -> Growth | None:
    """Return the published maintenance rate of a coin's contracts; None: there is none."""
    return (INVERSE_GROWTH if inverse else LINEAR_GROWTH).get(coin)


def rules(setting: Setting) -> Rules:
    """Return the rules; portfolio and cross-collateral models are scenario based and only repeated."""
    if setting.account_mode in ("portfolio", "multi_currency"):
        reason = tr(
            "Deribit's scenario and cross-collateral margins need its live parameters; its own figure is shown."
        )
        return repeated(LINEAR.source, reason, RATIO_NAME)
    return INVERSE if setting.inverse else LINEAR


def requirement(size: float, index: float, base: float, slope: float) -> float:
    """Return a position's margin [settle]: size x index x (base + slope x size).

    Args:
        size: in coins. index: what a coin is worth [settle]; 1 where it settles in the coin.
    """
    return abs(size) * index * (base + slope * abs(size))
