"""OKX: tiers by contract count on the whole position, the taker fee added to the rate, ratio upside down.

The shown price of an isolated position lies one tick on the early side of the computed one, unrounded; in cross there
is no offset. Portfolio margin is not recomputed.

Source: OKX help "Tiered maintenance margin ratio rules", 2025-05-16; API v5 samples. The tick offset is undocumented
and reproduced on four isolated positions from 2021 to 2026 to 1e-11.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, mode_unknown, repeated

RATIO_NAME = "Maintenance margin ratio"
CROSS = Rules(
    source=Source(document="OKX help, Tiered maintenance margin ratio rules", date="2025-05-16"),
    basis="exact",
    reason=tr("OKX publishes the ratio, and its liquidation price follows from it to 11 digits."),
    ratio_name=RATIO_NAME,
    higher_is_safer=True,
    taker_rate=0.0005,
    fee="mark",
    fee_in_maintenance=False,
    family=True,
    bankruptcy_fee=True,
    tolerance=1e-9,
    formula=tr("equity = value x (rate + taker fee)"),
)
ISOLATED = replace(CROSS, initial_on="entry", rounding="offset", family=False)
MULTI_CURRENCY = replace(
    CROSS,
    shared=True,
    basis="estimate",
    reason=tr("The ratio is OKX's own rule; the price assumes that collateral in the position's coin moves with it."),
    tolerance=1e-4,
)


def rules(setting: Setting) -> Rules:
    """Return the rules by account mode."""
    if setting.account_mode is None:
        return mode_unknown(CROSS.source)
    if setting.account_mode == "portfolio":
        reason = tr(
            "OKX's portfolio margin is a stress test whose parts are not all published; its own figure is shown."
        )
        return repeated(CROSS.source, reason, RATIO_NAME, higher_is_safer=True)
    if setting.isolated:
        return ISOLATED
    return MULTI_CURRENCY if setting.account_mode == "multi_currency" else CROSS


def equity_from_ratio(ratio: float, maintenance: float, value: float, taker: float, order_fees: float = 0.0) -> float:
    """Return the equity behind a reported mgnRatio [settle].

    Args:
        order_fees: of resting orders: the ratio's numerator is net of them, the liquidation price is not.

    Source: OKX API samples of a grid account; without the order fees the price is 3 USDT off.
    """
    return ratio * (maintenance + value * taker) + order_fees
