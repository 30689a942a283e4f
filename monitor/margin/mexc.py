"""MEXC: the maintenance margin is taken of the entry value, so the price is plain arithmetic.

Source: MEXC help "Liquidation price", read 2026-10: (MM - margin + entry x size) / size. Later text adds fees that a
real answer, with its coarse tick, neither confirms nor refutes.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Margin rate"
RULES = Rules(
    source=Source(document="MEXC help, Liquidation price", date="2026-10"),
    basis="estimate",
    reason=tr("MEXC's published formula is reproduced, but a later text adds fees whose size it does not say."),
    ratio_name=RATIO_NAME,
    taker_rate=0.0006,
    on="entry",
    initial_on="entry",
    initial_fee="taker",
    tolerance=1e-4,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = entry value x rate"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; MEXC has one mode."""
    if setting.account_mode == "portfolio":
        return repeated(
            RULES.source, tr("MEXC's answers hold too little to recompute; its own figure is shown."), RATIO_NAME
        )
    return pooled(RULES, setting)
