"""The model for venues without one of their own: tiers without fees, and it says that it is an estimate."""

from __future__ import annotations

from monitor.margin.binance import pool_of, venue_ratio, wallet_of
from monitor.margin.pools import PoolTerms
from monitor.model import Account

__all__ = ["RATIO_NAME", "pool_of", "terms", "venue_ratio", "wallet_of"]

RATIO_NAME = "Margin ratio"


def terms(account: Account) -> PoolTerms:
    """Return the generic terms, marked as an estimate."""
    return PoolTerms(
        basis="estimate",
        reason=f"No margin model of {account.venue} is built in: tiers are applied without fees.",
        computable=account.account_mode != "portfolio",
    )
