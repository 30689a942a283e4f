"""What has to be said of a what-if in words: what a venue would not let happen, and what it would liquidate."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.alerts.wording import name_of
from monitor.risk.rows import PoolRisk

PoolsByKey = dict[tuple[str, str], PoolRisk]  # by account and pool id


def refusals(before: PoolsByKey, after: PoolsByKey) -> Iterator[str]:
    """What a venue would refuse: money that is not there, and more initial margin than there is equity."""
    for key, pool in after.items():
        was = before.get(key)
        wallet = pool.wallet_balance
        if wallet is not None and wallet < 0 and (was is None or (was.wallet_balance or 0.0) >= 0):
            what = f"its {pool.settle} wallet" if _is_cross(pool) else f"the margin of {_name(pool)}"
            yield f"{pool.account_id}: {what} would be below zero; the venue would not allow that."
        elif _is_short(pool) and not (was is not None and _is_short(was)):
            yield f"{pool.account_id}: the initial margin of {_name(pool)} would be above the equity: refused."


def liquidations(before: PoolsByKey, after: PoolsByKey) -> Iterator[str]:
    """Which pools would be liquidated, that are not now."""
    for key, pool in after.items():
        was = before.get(key)
        if _is_over(pool) and pool.positions and not (was is not None and _is_over(was)):
            yield f"{pool.account_id}: {_name(pool)} would be liquidated."


def _is_over(pool: PoolRisk) -> bool:
    return pool.margin_ratio is not None and pool.margin_ratio >= 1.0


def _is_short(pool: PoolRisk) -> bool:
    return pool.initial_margin is not None and pool.equity is not None and pool.initial_margin > pool.equity


def _is_cross(pool: PoolRisk) -> bool:
    return pool.pool_id.startswith("cross:")


def _name(pool: PoolRisk) -> str:
    return f"the {pool.settle} cross pool" if _is_cross(pool) else f"isolated {name_of(pool.pool_id.split(':', 1)[1])}"
