"""Numbers as they stand in a sentence: short, and never with an exponent."""

from __future__ import annotations

from decimal import Decimal


def grouped(amount: float) -> str:
    """Return a number as `plain` does, its thousands apart: 1,300.5."""
    whole, dot, rest = plain(amount).partition(".")
    return f"{int(whole):,}{dot}{rest}"


def plain(amount: float, digits: int = 12) -> str:
    """Return a number with at most `digits` significant ones: 0.00001, not 1e-05."""
    short = f"{amount + 0.0:.{digits}g}"  # no minus zero
    return format(Decimal(short), "f") if "e" in short else short
