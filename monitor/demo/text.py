"""Numbers as Binance prints them: decimal strings, never an exponent.

Money has 8 decimals. Prices have 8 too, and more where a coin is worth cents, so that a liquidation price can be
compared at 1e-9 of itself (Binance itself prints 8 and loses digits there).
"""

from __future__ import annotations

from math import floor, log10

PRICE_SIGNIFICANT = 14
LEAST_PRICE_DECIMALS = 8


def money(value: float) -> str:
    """Return an amount with 8 decimals; never a negative zero."""
    return f"{value + 0.0:.8f}" if round(value, 8) else "0.00000000"


def price(value: float | None) -> str:
    """Return a price; "0" where there is none."""
    if value is None or value <= 0:
        return "0"
    decimals = max(LEAST_PRICE_DECIMALS, PRICE_SIGNIFICANT - 1 - floor(log10(value)))
    return f"{value:.{decimals}f}"


def plain(value: float, digits: int) -> str:
    """Return a number with a contract's own count of decimals."""
    return f"{value:.{digits}f}"


def short(value: float, digits: int = 10, *, least: int = 0) -> str:
    """Return a number without trailing zeros, of `digits` decimals at most and `least` at least."""
    whole, _, fraction = f"{value:.{digits}f}".partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    text = f"{whole}.{fraction}" if fraction else whole
    return text.removeprefix("-") if float(text) == 0 else text
