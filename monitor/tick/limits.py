"""From settings to the limits of each kind of alarm: overrides resolved, floors kept whatever the file says."""

from __future__ import annotations

import msgspec

from monitor.alerts import beyond_conditions, rules
from monitor.alerts.keys import EXPIRY_KIND, expiry_policy
from monitor.alerts.lifecycle import Policy
from monitor.alerts.rules import FLOOR, Limits, Three
from monitor.risk.beyond import Lines
from monitor.settings import Override, Settings, Shelf, Thresholds

MOST_RATIO = 0.95


def policy_for(kind: str, settings: Settings) -> Policy:
    """Return the times and user-wide limits of a kind of alarm, where no reading brings its own."""
    alerts = settings.alerts
    if kind in ("liquidation_distance", "common_shock"):
        return rules.distance_policy(*_three(alerts.liquidation_distance))
    if kind == "margin_ratio":
        return rules.ratio_policy(*_three(alerts.margin_ratio))
    if kind == EXPIRY_KIND:
        return expiry_policy()
    if kind in ("stale", "stale_mark", "network"):
        return age_limits(settings)
    if kind == "price":
        return rules.price_policy()
    if kind == "divergence":
        return rules.disagreement_policy()
    if kind == "funding":
        return rules.funding_policy(alerts.funding_8h)
    if kind == "funding_jump":
        return rules.funding_jump_policy(alerts.funding_jump_day)
    limit = beyond_limits(settings).get(kind)
    return rules.condition_policy() if limit is None else beyond_conditions.policy_of(kind, limit)


def beyond_limits(settings: Settings) -> dict[str, float]:
    """Return from where on figures beyond the liquidation price are told, by kind; those that are off are left out."""
    chosen = msgspec.structs.asdict(settings.alerts.beyond)
    return {kind: limit for kind, limit in chosen.items() if limit is not None}


def age_limits(settings: Settings, *, risk_level: int = 0, flat: bool = False) -> Policy:
    """Return the limits of the age of one account's data."""
    ages = settings.alerts.data_ages
    return rules.age_policy(
        settings.poll.calm_s, risk_level=risk_level, flat=flat, danger_s=ages.danger_s, critical_s=ages.critical_s
    )


def limits_of(settings: Settings, account_id: str, symbol: str = "", side: str = "") -> Limits:
    """Return the limits of one position; without a symbol those of an account's pools."""
    alerts = settings.alerts
    distance, ratio, funding = alerts.liquidation_distance, alerts.margin_ratio, alerts.funding_8h
    for override in sorted(alerts.overrides, key=_width):
        if _fits(override, account_id, symbol, side):
            distance = override.liquidation_distance or distance
            ratio = override.margin_ratio or ratio
            funding = override.funding_8h or funding
    warning, danger, critical = _three(distance)
    calm, tight, most = _three(ratio)
    multiples = alerts.volatility_distance
    return Limits(
        distance=(warning, danger, max(critical, FLOOR[0])),
        ratio=(calm, tight, min(most, MOST_RATIO)),
        multiples=(multiples.warning, multiples.danger, multiples.critical),
        way=_three(alerts.way_gone),
        combined=alerts.combine,
        funding=funding,
    )


def lines_of(settings: Settings) -> Lines:
    """Return what the figures beyond the liquidation price are compared with."""
    compare, distance = settings.compare, settings.alerts.liquidation_distance
    return Lines(
        rescue_distance=settings.alerts.rescue_distance,
        rescue_ratio=compare.rescue_ratio,
        kept_distance=compare.kept_distance,
        alarm_distances=_three(distance),
        stop_loss_share=compare.stop_loss_share,
        margin_share_low=compare.margin_share_low,
        margin_share_high=compare.margin_share_high,
        leverage_low=compare.leverage_low,
        leverage_high=compare.leverage_high,
    )


def shelf_of(settings: Settings, key: str, position_key: str, now_ms: int) -> Shelf | None:
    """Return the shelf that an alarm lies on now, if any."""
    for shelf in settings.alerts.shelved:
        if shelf.since_ms <= now_ms < shelf.until_ms and shelf.key in (key, position_key or key):
            return shelf
    return None


def _fits(override: Override, account_id: str, symbol: str, side: str) -> bool:
    return all(
        not wanted or wanted == given
        for wanted, given in (
            (override.account_id, account_id),
            (override.symbol, symbol),
            (override.side, side),
        )
    )


def _width(override: Override) -> tuple[int, int, int]:
    """Sort key: the narrowest last. A symbol is narrower than an account, both together narrower still."""
    return bool(override.side), bool(override.symbol), bool(override.account_id)


def _three(limits: Thresholds) -> Three:
    return limits.warning, limits.danger, limits.critical
