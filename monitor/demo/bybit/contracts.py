"""Bybit's contracts over the demo's market: steps and risk limits.

BTCUSDT's risk limits are Bybit's own; of the other coins only the form is Bybit's (twenty equal steps, rates that rise
by half of the first): the figures are invented.

Source: https://bybit.com/zh-TW/announcement-info/margin-parameters, BTCUSDT, 20 tiers, read 2026-10.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.demo.market import Market
from monitor.demo.symbols import Schedule, Symbol, schedule

_MILLION = 1e6
_BITCOIN = (  # upper end [USDT], maintenance rate
    (2.0, 0.005),
    (2.6, 0.0056),
    (3.2, 0.0063),
    (3.8, 0.0067),
    (4.4, 0.0071),
    (5.0, 0.0077),
    (5.6, 0.0091),
    (8.5, 0.01),
    (10.0, 0.013),
    (14.0, 0.015),
    (20.0, 0.016),
    (28.0, 0.02),
    (38.0, 0.025),
    (50.0, 0.029),
    (55.0, 0.03),
    (60.0, 0.035),
    (65.0, 0.036),
    (70.0, 0.038),
    (75.0, 0.04),
    (80.0, 0.045),
)
_STEPS = 20
_STEP_OF_DEPTH = 0.125  # the first risk limit, as a part of what rests near the price
# Decimals of tick and of step, where Bybit lists other ones than the market.
_DIGITS = {
    "BTC": (1, 3),
    "ETH": (2, 2),
    "SOL": (3, 1),
    "XRP": (4, 1),
    "LINK": (3, 1),
    "AVAX": (3, 1),
    "BNB": (2, 2),
    "LTC": (2, 1),
}


def contracts(market: Market) -> dict[str, Symbol]:
    """Return the market's contracts as Bybit lists them, by the market's name."""
    return {symbol.name: _contract(symbol) for symbol in market.symbols}


def _contract(symbol: Symbol) -> Symbol:
    tick, step = _DIGITS.get(symbol.base, (symbol.price_digits, symbol.step_digits))
    return replace(symbol, price_digits=tick, step_digits=step, schedule=_schedule(symbol))


def _schedule(symbol: Symbol) -> Schedule:
    if symbol.base == "BTC":
        return risk_limits([(end * _MILLION, rate) for end, rate in _BITCOIN])
    first = max(10_000.0, round(symbol.depth * _STEP_OF_DEPTH, -4))
    rate = 0.005 if symbol.base == "ETH" else 0.01
    return risk_limits([(first * (step + 1), round(rate * (1 + step / 2), 6)) for step in range(_STEPS)])


def risk_limits(steps: list[tuple[float, float]]) -> Schedule:
    """Return a schedule from upper ends and maintenance rates; the deductions keep it continuous.

    Source: Bybit v5 /market/risk-limit: deduction_n = deduction_(n-1) + floor_n * (rate_n - rate_(n-1)).
    """
    rows: list[list[float]] = []
    floor = deduction = before = 0.0
    for end, rate in steps:
        deduction = round(deduction + floor * (rate - before), 6)
        rows.append([floor, end, rate, int(0.5 / rate), deduction])
        floor, before = end, rate
    return schedule(rows)
