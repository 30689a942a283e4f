"""From a report to measures: what each alarm looks at, its limits, and the sentence it says.

Families: RISK (a position's distance, a cross pool's ratio), DATA (how old, how plausible), SYSTEM (key, clock).
Measures are LOWER IS WORSE; ratios, ages and conditions are fed negated. Figures in sentences are rounded against the
user's optimism: distances and room down, needs up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from monitor.alerts.lifecycle import Policy
from monitor.alerts.wording import amount_up, percent_down, percent_up, price, seconds, size_up
from monitor.model import Account
from monitor.risk.rows import PoolRisk, PositionRisk

LEVEL_NAMES = ("OK", "WARNING", "DANGER", "CRITICAL")

_CONDITION = Policy(
    trip=(math.inf, -1.0, -2.0, -3.0), clear=(math.inf, -0.5, -1.5, -2.5), on_delay=(0, 0, 0, 0), off_delay=(0, 0, 0, 0)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One measure of one alarm at one instant."""

    key: str
    family: str
    kind: str
    measure: float | None  # None: unknown, so nothing may improve
    proof: str = "proven"  # "unproven": may only raise; "closing": nothing is judged until it is proven gone
    policy: Policy
    title: str
    text: str
    account_id: str
    position_key: str = ""


def condition_policy() -> Policy:
    """Return the limits of something that is so or is not."""
    return _CONDITION


def distance_policy(warning: float, danger: float, critical: float) -> Policy:
    """Return the limits of a liquidation distance (fractions); deadband 13, 19 and 25 % of the trip value."""
    return Policy(
        trip=(math.inf, warning, danger, critical),
        clear=(math.inf, warning * 17 / 15, danger * 9.5 / 8, critical * 5 / 4),
    )


def ratio_policy(warning: float, danger: float, critical: float) -> Policy:
    """Return the limits of a margin ratio, negated; deadband 8 to 10 % of the trip value."""
    return Policy(
        trip=(math.inf, -warning, -danger, -critical),
        clear=(math.inf, -warning * 45 / 50, -danger * 64 / 70, -critical * 78 / 85),
    )


def age_policy(poll_s: float, *, at_risk: bool) -> Policy:
    """Return the limits of the age of an account's data, in negated seconds; good data ends the alarm at once."""
    warning = max(3 * poll_s, 15.0)
    critical = 30.0 if at_risk else 120.0
    danger = min(60.0, critical)
    return Policy(
        trip=(math.inf, -warning, -danger, -critical),
        clear=(math.inf, -warning * 0.8, -warning, -danger),
        on_delay=(0, 0, 0, 0),
        off_delay=(0, 3_000, 3_000, 3_000),
        latch_from=3,
    )


def position_reading(row: PositionRisk, policy: Policy, age_s: float | None, proof: str = "proven") -> Reading:
    """Return the distance reading of one position.

    Args:
        age_s: of the account's data; None: not known, or the position is not in its newest answer.
    """
    distance = row.liquidation_distance
    known = not row.unknown
    measure = (math.inf if distance is None else distance) if known else None
    title = f"{_base(row)} {row.side} is {percent_down(distance)} from liquidation"
    if distance is None:
        title = f"{_base(row)} {row.side}: {'no price can liquidate it' if known else 'liquidation price unknown'}"
    elif distance <= 0:
        title = f"{_base(row)} {row.side} is past its liquidation price"
    return Reading(
        key=f"distance|{row.key}",
        family="RISK",
        kind="liquidation_distance",
        measure=measure,
        policy=policy,
        title=title,
        text=_position_text(row, age_s),
        account_id=row.account_id,
        position_key=row.key,
        proof=proof,
    )


def pool_reading(pool: PoolRisk, policy: Policy, proof: str = "proven") -> Reading:
    """Return the ratio reading of one cross pool."""
    ratio = pool.margin_ratio
    text = ""
    if pool.headroom is not None and pool.maintenance_margin is not None and pool.equity is not None:
        text = (
            f"Maintenance margin {amount_up(pool.maintenance_margin)} against equity {amount_down(pool.equity)} "
            f"{pool.settle}, {amount_down(pool.headroom)} of room; at 100 % the exchange liquidates."
        )
        need = pool.maintenance_margin / policy_warning(policy) - pool.equity
        if need > 0:
            text += f" Adding {amount_up(need)} {pool.settle} brings it under {percent_up(policy_warning(policy))}."
    return Reading(
        key=f"ratio|{pool.account_id}|{pool.pool_id}",
        family="RISK",
        kind="margin_ratio",
        measure=None if ratio is None else -ratio,
        policy=policy,
        title=f"Margin ratio {percent_up(ratio)} on {pool.account_id}",
        text=text,
        account_id=pool.account_id,
        proof=proof,
    )


def policy_warning(policy: Policy) -> float:
    """Return the warning ratio of a ratio policy."""
    return -policy.trip[1]


def age_reading(account: Account, policy: Policy, now_ms: int, started_ms: int) -> Reading:
    """Return the age reading of one account; an account never read is as old as the engine."""
    age_s = max(0.0, (now_ms - (account.read_ms or started_ms)) / 1000)
    never = account.read_ms is None
    if not never and -age_s > policy.clear[1]:
        return Reading(
            key=f"stale|{account.id}",
            family="DATA",
            kind="stale",
            measure=-age_s,
            policy=policy,
            title=f"{account.id}: data is fresh again",
            text="",
            account_id=account.id,
        )
    why = account.trouble or "No valid answer has come."
    return Reading(
        key=f"stale|{account.id}",
        family="DATA",
        kind="stale",
        measure=-age_s,
        policy=policy,
        title=f"{account.id}: no data yet" if never else f"{account.id}: no fresh data for {seconds(age_s)}",
        text=f"{why} {account.advice}".strip() + " Its risk figures are the last ones known.",
        account_id=account.id,
    )


def clock_reading(account: Account) -> Reading:
    """Return how far this computer's clock is off the venue's: requests are corrected, what is shown is not."""
    offset = account.clock_offset_ms
    severity = 0 if offset is None or abs(offset) <= 1_000 else 1 if abs(offset) <= 5_000 else 2
    off = f"{-(offset or 0) / 1000:+.1f} s"
    return condition_reading(
        "clock",
        "SYSTEM",
        account.id,
        severity,
        f"This computer's clock is {off} off {account.id}'s venue",
        "Requests are corrected for it; times on screen are not. Switch on automatic time.",
    )


def condition_reading(kind: str, family: str, account_id: str, severity: int, title: str, text: str) -> Reading:
    """Return the reading of something that is so or is not: severity 0 is not so, 1 to 3 the level."""
    return Reading(
        key=f"{kind}|{account_id}",
        family=family,
        kind=kind,
        measure=-float(severity),
        policy=_CONDITION,
        title=title,
        text=text,
        account_id=account_id,
    )


def amount_down(value: float) -> str:
    """Money in hand, rounded down."""
    return f"{math.floor(value):,}"


def _base(row: PositionRisk) -> str:
    return row.symbol.split(":", 1)[0]


def _position_text(row: PositionRisk, age_s: float | None) -> str:
    parts = []
    if row.liquidation_price is not None:
        age = "" if age_s is None else f", {seconds(age_s)} old"
        parts.append(
            f"Liquidation {price(row.liquidation_price, row.tick_size)}, "
            f"mark {price(row.mark_price, row.tick_size)}{age}."
        )
    if row.rescue_distance is not None and row.rescue_add:
        action = f"Add {amount_up(row.rescue_add)} {row.settle}"
        if row.rescue_cut:
            action += f" or cut {size_up(row.rescue_cut, row.lot_size)} {row.symbol.split('/', 1)[0]}"
        parts.append(f"{action} to reach {percent_up(row.rescue_distance)}.")
    if row.stop_beyond:
        parts.append("A stop lies beyond the liquidation price: it will never fill.")
    elif row.stop_cover == 0:
        parts.append("No stop order covers it.")
    if row.unknown:
        parts.append(row.unknown[:1].upper() + row.unknown[1:] + ".")
    return " ".join(parts)
