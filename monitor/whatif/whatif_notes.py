"""What has to be said of a what-if in words: what a venue would not let happen, and what it would liquidate."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.alerts.wording import name_of
from monitor.language import tr
from monitor.risk.rows import PoolRisk

PoolsByKey = dict[tuple[str, str], PoolRisk]  # by account and pool id


def refusals(before: PoolsByKey, after: PoolsByKey) -> Iterator[str]:
    """What a venue would refuse: money that is not there, and more initial margin than there is equity."""
    for key, pool in after.items():
        was = before.get(key)
        wallet = pool.wallet_balance
        if wallet is not None and wallet < 0 and (was is None or (was.wallet_balance or 0.0) >= 0):
            yield _below_zero(pool)
        elif _is_short(pool) and not (was is not None and _is_short(was)):
            yield tr(
                "{account}: the initial margin of {pool} would be above the equity: refused.",
                account=pool.account_id,
                pool=_name(pool),
            )


def liquidations(before: PoolsByKey, after: PoolsByKey) -> Iterator[str]:
    """Which pools would be liquidated, that are not now."""
    for key, pool in after.items():
        was = before.get(key)
        if _is_over(pool) and pool.positions and not (was is not None and _is_over(was)):
            yield tr("{account}: {pool} would be liquidated.", account=pool.account_id, pool=_name(pool))


def _below_zero(pool: PoolRisk) -> str:
    if _is_cross(pool):
        return tr(
            "{account}: its {currency} wallet would be below zero; the venue would not allow that.",
            account=pool.account_id,
            currency=pool.settle,
        )
    return tr(
        "{account}: the margin of {pool} would be below zero; the venue would not allow that.",
        account=pool.account_id,
        pool=_name(pool),
    )


def _is_over(pool: PoolRisk) -> bool:
    return pool.margin_ratio is not None and pool.margin_ratio >= 1.0


def _is_short(pool: PoolRisk) -> bool:
    return pool.initial_margin is not None and pool.equity is not None and pool.initial_margin > pool.equity


def _is_cross(pool: PoolRisk) -> bool:
    return pool.pool_id.startswith("cross:")


def _name(pool: PoolRisk) -> str:
    if _is_cross(pool):
        return tr("the {settle} cross pool", settle=pool.settle)
    return tr("isolated {name}", name=name_of(pool.pool_id.split(":", 1)[1]))
