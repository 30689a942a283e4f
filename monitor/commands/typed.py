"""Numbers and shares as they are typed on the command line; what is wrong with one is said in a sentence."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable


def above_zero(words: str) -> float:
    """Read a number above 0."""
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError(f"{words} is no number above 0")
    return value


def whole(most: int) -> Callable[[str], int]:
    """Return what reads a whole number from 0 to `most`."""

    def read(words: str) -> int:
        if not (words.isdecimal() and int(words) <= most):
            raise argparse.ArgumentTypeError(f"{words} is no whole number from 0 to {most}")
        return int(words)

    return read


def share(least: float, most: float, *, open_ends: bool = False) -> Callable[[str], float]:
    """Return what reads a fraction, written as 0.01 or 1%, from `least` to `most`; `open_ends`: neither of them."""

    def read(words: str) -> float:
        try:
            value = float(words.removesuffix("%")) / (100.0 if words.endswith("%") else 1.0)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{words} is no share: write 0.01 or 1%") from None
        if not (least < value < most if open_ends else least <= value <= most):
            between = "between" if open_ends else "from"
            allowed = f"{between} {least:.0%} {'and' if open_ends else 'to'} {most:.0%}"
            raise argparse.ArgumentTypeError(
                f"{words} is {value:.6g} or {100.0 * value:.6g}%, not {allowed}: write 0.01 or 1%"
            )
        return value

    return read
