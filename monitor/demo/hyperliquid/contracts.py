"""The demo market's coins as Hyperliquid lists them: margin tables by largest leverage, prices of five digits.

The maintenance rate of a tier is half the initial rate at its largest leverage. Tiers are marginal: each rate counts
for the part of the value that lies in its tier.

Source: Hyperliquid docs, "Margin tiers" and "Tick and lot size", read 2026-10; a page snapshot of the mainnet tiers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf, log10

from monitor.demo.market import Market
from monitor.demo.symbols import Schedule, Symbol

PRICE_DIGITS = 5  # significant ones
PRICE_DECIMALS = 6  # at most, less those of the size

Steps = tuple[tuple[float, int], ...]

# Table number, then (from this value [USDC], largest leverage). Numbers below 50 are a single step of that leverage.
TABLES: dict[int, tuple[str, Steps]] = {
    51: ("tiered 10x", ((0.0, 10), (3e6, 5))),
    52: ("tiered 10x (2)", ((0.0, 10), (20e6, 5))),
    53: ("tiered 20x", ((0.0, 20), (40e6, 10))),
    54: ("tiered 20x (2)", ((0.0, 20), (70e6, 10))),
    55: ("tiered 25x", ((0.0, 25), (100e6, 15))),
    56: ("tiered 40x", ((0.0, 40), (150e6, 20))),
}
_TABLE_OF = {"BTC": 56, "ETH": 55, "SOL": 54, "XRP": 53, "DOGE": 52, "LINK": 52, "AVAX": 52, "BNB": 52, "ADA": 52}
# szDecimals, as listed there
_SIZE_DIGITS = {"BTC": 5, "ETH": 4, "SOL": 2, "DOGE": 0, "XRP": 0, "LINK": 1, "AVAX": 2, "BNB": 3, "ADA": 0, "LTC": 2}
_USUAL_TABLE = 51
_SINGLE_STEP = 3  # of the invented coins


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One perpetual, margined in USDC."""

    symbol: Symbol  # with Hyperliquid's steps and tiers
    table: int  # marginTableId

    @property
    def name(self) -> str:
        """Hyperliquid's name of the coin: "BTC"."""
        return self.symbol.base

    @property
    def leverage(self) -> int:
        """The largest leverage of a small position."""
        return self.symbol.schedule.leverages[0]


def contracts_of(market: Market) -> dict[str, Contract]:
    """Return the contract of each symbol, by the world's own name ("BTCUSDT")."""
    return {symbol.name: _contract(symbol) for symbol in market.symbols}


def _contract(symbol: Symbol) -> Contract:
    invented = symbol.base.startswith("SYN")
    table = _SINGLE_STEP if invented else _TABLE_OF.get(symbol.base, _USUAL_TABLE)
    steps = TABLES[table][1] if table in TABLES else ((0.0, table),)
    digits = _SIZE_DIGITS.get(symbol.base, symbol.step_digits)
    return Contract(symbol=replace(symbol, step_digits=digits, schedule=schedule_of(steps)), table=table)


def schedule_of(steps: Steps) -> Schedule:
    """Return the tiers of a margin table; each deduction makes the requirement continuous."""
    floors = tuple(start for start, _ in steps)
    rates = tuple(1.0 / (2.0 * leverage) for _, leverage in steps)
    deductions = [0.0]
    for number in range(1, len(steps)):
        deductions.append(deductions[-1] + floors[number] * (rates[number] - rates[number - 1]))
    return Schedule(
        floors=floors,
        caps=(*floors[1:], inf),
        rates=rates,
        leverages=tuple(leverage for _, leverage in steps),
        deductions=tuple(deductions),
    )


def five_digits(price: float, size_digits: int) -> str:
    """Return a price as Hyperliquid prints it: five significant digits, whole numbers in full, "29135.0"."""
    decimals = max(0, PRICE_DECIMALS - size_digits)
    digits = min(decimals, PRICE_DIGITS - 1 - floor(log10(price)))
    rounded = f"{price:.{max(0, digits)}f}"
    whole, _, fraction = rounded.partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"
