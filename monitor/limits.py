"""From settings to the limits of each kind of alarm."""

from __future__ import annotations

from monitor.alerts import rules
from monitor.alerts.keys import EXPIRY_KIND, expiry_policy
from monitor.alerts.lifecycle import Policy
from monitor.settings import Settings


def policy_for(kind: str, settings: Settings) -> Policy:
    """Return the limits of a kind of alarm under these settings."""
    if kind == "liquidation_distance":
        limits = settings.alerts.liquidation_distance
        return rules.distance_policy(limits.warning, limits.danger, limits.critical)
    if kind == "margin_ratio":
        limits = settings.alerts.margin_ratio
        return rules.ratio_policy(limits.warning, limits.danger, limits.critical)
    if kind == EXPIRY_KIND:
        return expiry_policy()
    if kind == "stale":
        return rules.age_policy(settings.poll.calm_s, at_risk=False)
    return rules.condition_policy()
