"""What all accounts are worth together, in one currency. Pure.

A dollar coin counts as a dollar. A coin counts at the mark of a position in it; without one it is unknown, and so is
the sum: nothing that is not known is counted as nothing.
"""

from __future__ import annotations

import math

from monitor.language import tr
from monitor.messages import AccountStatus, TotalEquity
from monitor.risk.dollars import DOLLARS
from monitor.risk.rows import PoolRisk, PositionRisk


def total_equity(
    accounts: tuple[AccountStatus, ...],
    pools: tuple[PoolRisk, ...],
    positions: tuple[PositionRisk, ...],
    currency: str,
) -> TotalEquity:
    """Return the sum of all pools.

    Args:
        currency: "USD" or a coin.
    """
    prices = dollar_prices(positions)
    total, missing = 0.0, []
    for account in accounts:
        if account.feed in ("stale", "connecting"):
            missing.append(tr("{account} is not seen now", account=account.account_id))
            continue
        own = [(pool.settle, pool.equity) for pool in pools if pool.account_id == account.account_id]
        for settle, equity in own or [(account.settle, account.equity)]:
            if equity is None:
                missing.append(
                    tr("the equity of {account} in {settle} is not known", account=account.account_id, settle=settle)
                )
            elif equity and settle not in prices:
                missing.append(tr("no rate for {settle} ({account})", settle=settle, account=account.account_id))
            elif equity:
                total += equity * prices[settle]
    rate = prices.get(currency)
    if rate is None:
        missing.append(tr("no rate for {currency}: no position in it is open", currency=currency))
    amount = None if missing or rate is None else total / rate
    return TotalEquity(amount=amount, currency=currency, missing=tuple(dict.fromkeys(missing)))


def dollar_prices(positions: tuple[PositionRisk, ...]) -> dict[str, float]:
    """Return what is known of the worth of currencies [USD]."""
    prices = dict.fromkeys(DOLLARS, 1.0)
    for row in positions:
        base, _, rest = row.symbol.partition("/")
        if rest.partition(":")[0] in DOLLARS and _is_price(row.mark_price) and not row.unconfirmed:
            prices.setdefault(base, row.mark_price)
    return prices


def _is_price(mark: float | None) -> bool:
    """A mark may be nonsense: what is no number is no rate."""
    return mark is not None and math.isfinite(mark) and mark > 0
