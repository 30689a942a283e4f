"""Numbers and shares as they are typed on the command line; what is wrong with one is said in a sentence."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from monitor.numbers import plain
from monitor.snapshot.snapshot_numbers import DECIMAL


def decimal(words: str) -> float:
    """Read a number as a snapshot file has it, or raise ValueError: float() takes 1_000 and other digits too."""
    if not DECIMAL.fullmatch(words):
        raise ValueError(words)
    return float(words)


def above_zero(words: str) -> float:
    """Read a number above 0."""
    try:
        value = decimal(words)
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


def share(least: float, most: float, *, likely: tuple[float, float], open_ends: bool = False) -> Callable[[str], float]:
    """Return what reads a share: with its sign it is percent (0.5%), without one a fraction (0.005).

    A number without a sign that may as well be meant as percent is refused, with both readings.

    Args:
        least, most: what is allowed; `open_ends`: neither of them.
        likely: the smallest and the largest share that somebody means.
    """

    def read(words: str) -> float:
        signed, bare = words.endswith("%"), words.removesuffix("%").strip()
        try:
            typed = decimal(bare)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{words} is no share: write 0.5% or 0.005") from None
        value = typed / 100.0 if signed else typed
        could_be_percent = not signed and likely[0] <= abs(typed) / 100.0 <= likely[1]
        if could_be_percent and abs(value) <= likely[1]:
            raise argparse.ArgumentTypeError(
                f"{words} may mean {plain(100.0 * typed, 6)}% (a fraction) or {bare}%: write it with the % sign"
            )
        if not (least < value < most if open_ends else least <= value <= most):
            between = "between" if open_ends else "from"
            allowed = f"{between} {plain(100 * least)}% {'and' if open_ends else 'to'} {plain(100 * most)}%"
            found = (
                f"{words} is not {allowed}"
                if signed
                else f"{words} is a fraction, {plain(100.0 * value, 6)}%, not {allowed}"
            )
            raise argparse.ArgumentTypeError(
                f"{found}: for {bare} percent write {bare}%" if could_be_percent else found
            )
        return value

    return read
