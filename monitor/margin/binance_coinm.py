"""Binance COIN-M futures: everything is in the coin, and each coin is a pool of its own.

Brackets are in coin. A short that is backed by at least its own value in coin cannot be liquidated.

Source: Binance FAQ ceccfcfb4e3a45e3b48b0b1bb1a8ae46 "How to calculate liquidation price of COIN-M futures", read
2026-10.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin import binance
from monitor.margin.rules import Rules, Setting, Source

RATIO_NAME = "Margin ratio"
COIN = Rules(
    source=Source(document="Binance FAQ ceccfcfb4e3a45e3b48b0b1bb1a8ae46", date="2026-10"),
    basis="exact",
    reason=tr("Binance publishes the formula and it is reproduced to 8 decimals from a real answer."),
    tolerance=1e-8,
    formula=tr("wallet + unrealised PnL = value x rate - maintenance amount, in coin"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules: only Portfolio Margin differs; COIN-M itself has one account mode."""
    return binance.rules(setting) if setting.account_mode == "portfolio" else COIN
