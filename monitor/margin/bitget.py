"""Bitget: the taker fee added to the rate, three eras, and a position's age decides its schedule.

Positions opened before 2025-11-10 08:00 UTC keep the flat tier; later ones have the marginal schedule with its offset.
The unified account (`multi_currency`, `portfolio`) publishes no price formula.

Source: Bitget support 12560603808759, 2025-09-18; 12560603841952, 2025-11; news 12560604115513, 2024-07-24.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, mode_unknown

RATIO_NAME = "Margin ratio"
MARK_ERA_MS = 1_759_104_000_000  # 2025-09-29: cross prices by the new algorithm
TIERED_FROM_MS = 1_762_761_600_000  # 2025-11-10 08:00 UTC: new positions have marginal tiers

ISOLATED = Rules(
    source=Source(document="Bitget support 12560603808759", date="2025-09-18"),
    basis="exact",
    reason=tr("Bitget publishes the isolated formula and a sample reproduces to 14 digits."),
    taker_rate=0.0006,
    fee="mark",
    hedge="larger",
    bankruptcy_fee=True,
    tolerance=1e-9,
    formula=tr("margin + unrealised PnL = value x (rate + taker fee) - offset"),
)
CROSS = replace(
    ISOLATED,
    basis="estimate",
    reason=tr("Bitget changed its cross algorithm on 2025-09-29 without publishing it: solved for a risk of 100 %."),
    tolerance=1e-3,
)
LEGACY_CROSS = replace(
    CROSS,
    on="frozen",
    basis="exact",
    reason=tr("Until 2025-09-29 Bitget kept the requirement at the current mark; reproduced on four real answers."),
    tolerance=1e-7,
)
UNIFIED = replace(
    CROSS,
    shared=True,
    reason=tr(
        "Bitget publishes no liquidation price formula for its unified account: solved for a margin ratio of 100 %."
    ),
)


def rules(setting: Setting) -> Rules:
    """Return the rules by account mode, era and age of the position."""
    if setting.account_mode is None:
        return mode_unknown(CROSS.source)
    flat = setting.opened_ms is not None and setting.opened_ms < TIERED_FROM_MS
    if setting.isolated:
        return replace(ISOLATED, flat=flat)
    if setting.account_mode != "single_currency":
        return replace(UNIFIED, flat=flat)
    legacy = setting.at_ms is not None and setting.at_ms < MARK_ERA_MS
    return replace(LEGACY_CROSS if legacy else CROSS, flat=flat)


def legacy_cross_price(mark: float, side: int, equity: float, maintenance: float, size: float) -> float:
    """Return what Bitget showed until 2025-09-29: it drifts with the mark and may be negative.

    Hyperliquid's API of 2023 followed the same rule.

    Source: four real answers, to 1e-7: mark - side * (equity - maintenance at mark) / size.
    """
    return mark - side * (equity - maintenance) / size
