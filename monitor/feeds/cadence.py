"""How often each account is read: fast where any of its figures is in alarm or near one. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.risk.report import RiskReport
from monitor.settings import BEYOND_KINDS, OPTIONAL_KINDS, PollSettings, Settings
from monitor.tick.state import AlarmRecord

UNHURRIED = frozenset(  # alarms that a faster look at the account tells nothing new about
    (
        *OPTIONAL_KINDS,
        *BEYOND_KINDS,
        "rules_changed",
        "divergence",
        "stream_suspect",
        "price",
        "price_blind",
        "clock",
        "key_can_trade",
        "key_expiring",
    )
)


def accounts_at_risk(report: RiskReport, alarms: Iterable[AlarmRecord], settings: Settings) -> frozenset[str]:
    """Return the accounts of which a figure is at risk: an alarm stands, or a measure is near its WARNING.

    A position whose figures are unknown, or that an answer leaves out, is at risk: silence is not safety.
    """
    near = settings.poll.near
    distance = settings.alerts.liquidation_distance.warning * near
    ratio = settings.alerts.margin_ratio.warning / near
    found = {
        record.account_id
        for record in alarms
        if record.alarm.phase != "normal" and record.account_id and record.kind not in UNHURRIED
    }
    for row in report.positions:
        close = row.liquidation_distance is not None and row.liquidation_distance <= distance
        if close or row.unconfirmed or row.unknown:
            found.add(row.account_id)
    for pool in report.pool_rows:
        if pool.positions and pool.margin_ratio is not None and pool.margin_ratio >= ratio:
            found.add(pool.account_id)
    return frozenset(found)


def pause_s(poll: PollSettings, *, at_risk: bool, visible: bool, streamed: bool) -> float:
    """Return how long to wait between two reads of an account.

    Args:
        visible: somebody looks at the window. streamed: its marks and its own events come by streams that are alive.
    """
    if at_risk:
        return poll.at_risk_s
    return min(poll.visible_s, poll.calm_s) if visible and not streamed else poll.calm_s
