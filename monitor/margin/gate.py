"""Gate: the taker fee stands inside the maintenance margin; the venue shows balance over requirement.

Source: Gate help "Liquidation price" and "Maintenance margin", read 2026-10; a real ADA position reproduced.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, repeated

RATIO_NAME = "MMR"
ISOLATED = Rules(
    source=Source(document="Gate help, Liquidation price of perpetual contracts", date="2026-10"),
    basis="exact",
    reason=tr("Gate publishes the formula and a real position reproduces it."),
    ratio_name=RATIO_NAME,
    higher_is_safer=True,
    taker_rate=0.0005,
    fee="mark",
    initial_fee="taker",
    tolerance=1e-5,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = value x (rate + taker fee)"),
)
CROSS = replace(ISOLATED, tolerance=1e-4)
UNIFIED = replace(
    CROSS,
    shared=True,
    basis="estimate",
    reason=tr("Gate publishes no price formula for its unified account: solved for an MMR of 100 %."),
)


def rules(setting: Setting) -> Rules:
    """Return the rules by account mode."""
    if setting.account_mode == "portfolio":
        return repeated(
            CROSS.source, tr("Gate's portfolio margin is not recomputed; its own figure is shown."), RATIO_NAME
        )
    if setting.isolated:
        return ISOLATED
    return UNIFIED if setting.account_mode == "multi_currency" else CROSS


def position_margin(value: float, leverage: float, taker: float, added: float = 0.0) -> float:
    """Return the margin of a position when it is opened: value / leverage + value x taker + what was added [settle]."""
    return value / leverage + value * taker + added
