"""Phemex USDT contracts: the fee of closing at bankruptcy is reserved with the margin and required at the mark.

Source: Phemex help "Liquidation price of USDT contracts", read 2026-10; published example and two real positions
reproduced.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Margin level"
RULES = Rules(
    source=Source(document="Phemex help, Liquidation price of USDT contracts", date="2026-10"),
    basis="exact",
    reason=tr("Phemex publishes the formula and its example and two real positions reproduce it."),
    ratio_name=RATIO_NAME,
    higher_is_safer=True,
    taker_rate=0.0006,
    fee="mark",
    reserve="bankruptcy",
    initial_on="entry",
    initial_fee="closing",
    bankruptcy_fee=True,
    tolerance=1e-4,
    tolerance_ticks=1.0,
    formula=tr("margin + reserved closing fee + unrealised PnL = value x (rate + taker fee) - amount"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; Phemex has one mode that we model."""
    if setting.account_mode == "portfolio":
        return repeated(
            RULES.source,
            tr("Phemex's answers hold too little to recompute; its own figure is shown."),
            RATIO_NAME,
        )
    return pooled(RULES, setting)


def assigned_margin(open_value: float, leverage: float, taker: float, side: int = 1) -> float:
    """Return the margin that Phemex assigns: value / leverage + fee of closing at the bankruptcy value [settle]."""
    return open_value / leverage + taker * open_value * (1.0 - side / leverage)
