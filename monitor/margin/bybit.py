"""Bybit unified account: linear and inverse, isolated and cross, before and after the change of 2025-09-02.

The fee of closing at the bankruptcy price, taken of the entry value, is part of both margins; in an isolated position
it is reserved beside the margin and cancels out. Prices are rounded to the tick towards the earlier liquidation.

Source: Bybit help "Understanding the Adjustment and Impact of the New Margin Calculation", 2025-09-18; "Liquidation
Price Calculation under Isolated Mode (UTA)", 2026-05-27; UTA glossary, 2026-03-13; "How to calculate Liquidation
Price".
"""

from __future__ import annotations

from dataclasses import replace

from monitor.language import tr
from monitor.margin.rules import Rules, Setting, Source, mode_unknown, repeated

RATIO_NAME = "Account MM rate"
MARK_ERA_MS = 1_756_771_200_000  # 2025-09-02: requirements follow the mark value, before that the entry value
TAKER_RATE = 0.00055

ISOLATED = Rules(
    source=Source(document="Bybit help, Liquidation Price Calculation under Isolated Mode (UTA)", date="2026-05-27"),
    basis="exact",
    reason=tr("Bybit publishes the isolated formula for inverse contracts."),
    ratio_name=RATIO_NAME,
    taker_rate=TAKER_RATE,
    fee="closing",
    reserve="closing",
    hedge="net",
    initial_on="entry",
    initial_fee="closing",
    rounding="against",
    tolerance=1e-9,
    tolerance_ticks=1.0,
    formula=tr("margin + unrealised PnL = value x rate - deduction (the reserved closing fee stands on both sides)"),
)
CROSS = Rules(
    source=Source(document="Bybit help, UTA glossary", date="2026-03-13"),
    basis="estimate",
    reason=tr("Bybit publishes no cross formula and calls its own price an estimate: solved for a rate of 100 %."),
    ratio_name=RATIO_NAME,
    taker_rate=TAKER_RATE,
    fee="closing",
    hedge="net",
    initial_fee="closing",
    rounding="against",
    tolerance=1e-3,
    tolerance_ticks=1.0,
    formula=tr("margin balance = sum of value x rate - deduction + closing fee"),
)


def rules(setting: Setting) -> Rules:
    """Return the rules by mode and era."""
    if setting.account_mode is None:
        return mode_unknown(CROSS.source)
    if setting.account_mode == "portfolio":
        reason = tr(
            "Bybit computes portfolio margin from scenarios that it does not publish in full; its own figure is shown."
        )
        return repeated(CROSS.source, reason, RATIO_NAME)
    before = setting.at_ms is not None and setting.at_ms < MARK_ERA_MS
    if not setting.isolated:
        shared = setting.account_mode == "multi_currency"
        return replace(CROSS, shared=shared, on="entry" if before else "mark", initial_on="entry" if before else "mark")
    if before:
        return replace(
            ISOLATED, on="entry", reason=tr("Bybit published the formula of the entry-value era, to the tick.")
        )
    if not setting.inverse:
        reason = tr(
            "Bybit publishes the isolated formula for inverse contracts only; linear ones are taken by analogy."
        )
        return replace(ISOLATED, basis="estimate", reason=reason)
    return ISOLATED


def closing_fee(size: float, entry: float, side: int, leverage: float, taker: float, *, inverse: bool = False) -> float:
    """Return the fee of closing at the bankruptcy price, of the entry value [settle].

    Args:
        size: base (linear) or USD (inverse).
        side: +1 long, -1 short.

    Source: Bybit API docs v5 position and help page of 2025-09-18: size x entry x (1 - side/leverage) x taker.
    """
    value = size / entry if inverse else size * entry
    return value * (1.0 + (side if inverse else -side) / leverage) * taker


def margin_without_fee(reported: float, value: float, side: int, taker: float) -> float:
    """Return the initial margin inside a reported one that contains the closing fee (inverse) [coin].

    Args:
        value: of the position at entry [coin].

    Source: reproduced on a real 12x position with added margin: (x - value*taker) / (1 + side*taker).
    """
    return (reported - value * taker) / (1.0 + side * taker)


def inverse_cross_price_2020(
    size: float, entry: float, balance: float, taker: float, rate: float
) -> tuple[float, float]:
    """Return (liquidation, bankruptcy price) of a long in the inverse cross account before 2023.

    Source: Bybit help "Liquidation Price (Inverse Contract)", old account: BP = Q(1+f)/(PV+B), LP = Q/(Q/BP - PV*rate).
    """
    value = size / entry
    bankruptcy = size * (1.0 + taker) / (value + balance)
    return size / (size / bankruptcy - value * rate), bankruptcy
