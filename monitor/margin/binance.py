"""Binance USDⓈ-M futures: which wallet backs which pool, and how the venue calls its ratio.

No fee enters maintenance margin, ratio or liquidation price. Prices are not rounded to the tick.
Both legs of a hedged symbol in cross share one liquidation price; isolated legs have a wallet each.

Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93, "How to calculate liquidation price of USDⓈ-M futures",
read 2026-10; reproduced to 8 decimals on real payloads.
"""

from __future__ import annotations

from monitor.margin.pools import PoolTerms
from monitor.model import Account, Position

RATIO_NAME = "Margin ratio"
BASIS = "exact"
REASON = "Binance publishes the formula and it is reproduced from the account's own inputs."


def pool_of(position: Position) -> str:
    """Return the pool that stands behind this position."""
    if position.margin_mode == "isolated":
        return f"isolated:{position.symbol}:{position.side}"
    return f"cross:{position.settle}"


def wallet_of(account: Account, pool_id: str) -> float | None:
    """Return the wallet of a cross pool, None where the account does not tell [settlement currency]."""
    settle = pool_id.split(":", 1)[1]
    for collateral in account.collateral:
        if collateral.currency == settle:
            return collateral.wallet_balance
    return None


def venue_ratio(ratio: float) -> float:
    """Return our ratio in Binance's convention: the same, maintenance margin over margin balance."""
    return ratio


def terms(account: Account) -> PoolTerms:
    """Return what this account's mode changes: multi-assets pools are not computed yet, and say so."""
    if account.account_mode == "multi_currency":
        return PoolTerms(
            basis="venue",
            reason="Multi-assets mode is not recomputed; the figure is the venue's own.",
            computable=False,
        )
    return PoolTerms(basis=BASIS, reason=REASON, computable=True)
