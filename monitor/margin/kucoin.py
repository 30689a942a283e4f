"""KuCoin futures: isolated margins rest on the entry value and include the current funding rate; cross rests on mark.

The isolated price is rounded to the tick against the user. The maintenance rate is a continuous value, not a tier.

Source: KuCoin help "Isolated margin" and "Cross margin", updated 2025-12-31; two isolated payloads reproduced to 8
digits, the funding term fitted on the first and confirmed by the second.
"""

from __future__ import annotations

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, pooled, repeated

RATIO_NAME = "Risk rate"
ISOLATED = Rules(
    source=Source(document="KuCoin futures help, Isolated margin", date="2025-12-31"),
    basis="exact",
    reason=tr("KuCoin's isolated margins are reproduced to 8 digits, the funding rate's part by inference."),
    ratio_name=RATIO_NAME,
    taker_rate=0.0006,
    fee="closing",
    reserve="closing",
    closing_sign=1,
    on="entry",
    funding=True,
    initial_on="entry",
    rounding="against",
    tolerance=1e-9,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = entry value x (rate + funding rate)"),
)
CROSS = Rules(
    source=Source(document="KuCoin futures help, Cross margin", date="2025-12-31"),
    basis="exact",
    reason=tr("KuCoin publishes the risk rate; its cross price is a reference that a real answer reproduces."),
    ratio_name=RATIO_NAME,
    taker_rate=0.0006,
    fee="mark",
    fee_in_maintenance=False,
    rounding="against",
    tolerance=1e-6,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = value x (rate + taker fee)"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules by margin mode."""
    if setting.account_mode == "portfolio":
        return repeated(
            CROSS.source, tr("KuCoin's portfolio margin is not recomputed; its own figure is shown."), RATIO_NAME
        )
    return ISOLATED if setting.isolated else pooled(CROSS, setting)


def position_commission(cost: float, initial: float, side: int, taker: float) -> float:
    """Return the closing fee that KuCoin reserves [settle]; the short's sign is inferred.

    Source: two isolated payloads: (cost + initial margin) x taker of a long.
    """
    return (cost + side * initial) * taker
