"""BingX perpetuals: requirement plus closing fee over margin balance.

Source: BingX support "Risk rate", read 2026-10. How much of the combined rate is the fee is inferred from one answer;
the dual-price mechanism also asks for the last price.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Risk rate"
RULES = Rules(
    source=Source(document="BingX support, Risk rate", date="2026-10"),
    basis="estimate",
    reason=tr(
        "BingX publishes the risk rate; its fee's share is inferred, and liquidation also watches the last price."
    ),
    ratio_name=RATIO_NAME,
    taker_rate=0.0005,
    fee="mark",
    fee_in_maintenance=False,
    initial_on="entry",
    tolerance=1e-4,
    formula=tr("margin + unrealised PnL = value x (rate + taker fee) - deduction"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules; BingX has one mode."""
    if setting.account_mode == "portfolio":
        return repeated(
            RULES.source, tr("BingX's answers hold too little to recompute; its own figure is shown."), RATIO_NAME
        )
    return pooled(RULES, setting)
