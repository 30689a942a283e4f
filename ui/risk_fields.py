"""What lies beyond the liquidation price as named raw values, for other programs. Unknown is None."""

from __future__ import annotations

from collections.abc import Callable

from monitor.messages import PositionBeyond, PositionRisk

DAY_H, WEEK_H, JUMP = 24, 168, 0.10


def _span(found: PositionBeyond, hours: int, end: str) -> float | None:
    return next((getattr(one, end) for one in found.touch.spans if one.hours == hours), None)


def _gap(found: PositionBeyond, figure: str) -> float | None:
    return next((getattr(one, figure) for one in found.gap_loss.jumps if one.jump == JUMP), None)


RISK_FIELDS: dict[str, Callable[[PositionBeyond], object]] = {
    "loss_if_liquidated": lambda found: found.liquidation.loss,
    "liquidation_fee": lambda found: found.liquidation.fee,
    "most_of_equity": lambda found: found.liquidation.most,
    "gap_loss_10": lambda found: _gap(found, "realized_loss"),
    "gap_shortfall_10": lambda found: _gap(found, "shortfall"),
    "expected_shortfall": lambda found: found.gap_loss.expected_shortfall,
    "shortfall_status": lambda found: found.gap_loss.status,
    "exit_slippage": lambda found: found.exit_cost.slippage,
    "exit_cost": lambda found: found.exit_cost.cost,
    "exit_fee": lambda found: found.exit_cost.fee,
    "exit_unfilled": lambda found: found.exit_cost.unfilled,
    "funding_per_day": lambda found: found.funding.per_day,
    "funding_per_week": lambda found: found.funding.per_week,
    "funding_drift_per_day": lambda found: found.funding.drift_per_day,
    "distance_deviations": lambda found: found.touch.deviations,
    "touch_24h_low": lambda found: _span(found, DAY_H, "low"),
    "touch_24h_high": lambda found: _span(found, DAY_H, "high"),
    "touch_7d_low": lambda found: _span(found, WEEK_H, "low"),
    "touch_7d_high": lambda found: _span(found, WEEK_H, "high"),
    "touch_median_days": lambda found: found.touch.median_days,
    "stops_covered": lambda found: found.stops.covered,
    "stops_loss": lambda found: found.stops.loss,
    "stops_loss_of_margin": lambda found: found.stops.loss_of_margin,
    "adl_rank": lambda found: found.adl.rank,
    "adl_score": lambda found: found.adl.score,
    "margin": lambda found: found.sizing.margin,
    "margin_share": lambda found: found.sizing.margin_share,
    "largest_leverage": lambda found: found.sizing.largest_leverage,
    "add_to_ratio": lambda found: found.rescue.ratio.add,
    "cut_to_distance_contracts": lambda found: found.rescue.distance.cut_order,
    "cut_to_ratio_contracts": lambda found: found.rescue.ratio.cut_order,
    "cut_first": lambda found: found.rescue.cut_first,
}
"""In the settlement currency, in contracts, or fractions."""


def risk_values(row: PositionRisk) -> tuple[object, ...]:
    """Return the figures of one position in the order of RISK_FIELDS."""
    found = row.beyond
    return tuple(None if found is None else read(found) for read in RISK_FIELDS.values())
