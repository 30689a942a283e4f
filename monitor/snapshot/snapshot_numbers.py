"""Numbers of a snapshot file: decimal strings or numbers, checked, with the path in the file in each error."""

from __future__ import annotations

import math
import re

from monitor.errors import SnapshotError

Number = str | int | float
LATEST_MS = 10**14  # in the year 5138: beyond it are microseconds
SECONDS = range(10**9 + 1, 10**11)  # as ms the years 1970 to 1973, as seconds 2001 to 5138
MOST = 1e24  # no price, size or sum of money is larger; beyond it is a slip of the pen
DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(nan|inf|infinity)", re.IGNORECASE)
_ROUNDING = 1e-9  # what sums of decimal figures are off by


def number(value: Number, path: str) -> float:
    """Return a finite number, or raise SnapshotError naming the path."""
    if isinstance(value, str) and not DECIMAL.fullmatch(value):
        raise SnapshotError(f"Expected a decimal number, got {value[:60]!r} - at `{path}`")
    try:
        found = float(value)
    except OverflowError:  # a whole number without end
        found = math.inf
    if not math.isfinite(found):
        raise SnapshotError(f"Expected a finite number, got {str(value)[:60]!r} - at `{path}`")
    if abs(found) > MOST:
        raise SnapshotError(f"Expected a number up to {MOST:g}, got {str(value)[:60]!r} - at `{path}`")
    return found


def maybe(value: Number | None, path: str) -> float | None:
    """Return a number, None where nothing was told."""
    return None if value is None else number(value, path)


def positive(value: Number, path: str) -> float:
    """Return a number above 0."""
    found = number(value, path)
    if found <= 0:
        raise SnapshotError(f"Expected a number > 0, got {value!r} - at `{path}`")
    if found < 1.0 / MOST:
        raise SnapshotError(f"Expected a number from {1.0 / MOST:g}, got {value!r} - at `{path}`")
    return found


def not_negative(value: Number, path: str) -> float:
    """Return a number of 0 or above; what rounding leaves below is 0."""
    found = number(value, path)
    if found < -_ROUNDING:
        raise SnapshotError(f"Expected a number of 0 or above, got {value!r} - at `{path}`")
    return max(0.0, found)


def between(value: Number | None, least: float, most: float, path: str) -> float | None:
    """Return a number from `least` to `most`, None where nothing was told."""
    found = maybe(value, path)
    if found is not None and not least <= found <= most:
        raise SnapshotError(f"Expected a number from {least:g} to {most:g}, got {value!r} - at `{path}`")
    return found


def fraction(value: Number, path: str) -> float:
    """Return a fraction from 0 to 1."""
    found = number(value, path)
    if not 0 <= found <= 1:
        raise SnapshotError(f"Expected a fraction from 0 to 1, got {value!r} - at `{path}`")
    return found


def step(value: Number | None, path: str) -> float | None:
    """Return a number above 0, None where nothing was told."""
    return None if value is None else positive(value, path)


def told_price(value: Number | None, path: str) -> float | None:
    """Return a price that a venue told; None where it told none: venues write that as 0, or below (pitfall 11)."""
    found = maybe(value, path)
    return found if found is not None and found > 0 else None


def moment(value: int, path: str) -> int:
    """Return a time in ms UTC, from 1970 on."""
    if not 0 <= value <= LATEST_MS:
        raise SnapshotError(f"Expected a time in ms UTC from 0 to {LATEST_MS}, got {value} - at `{path}`")
    if value in SECONDS:
        raise SnapshotError(f"Expected a time in milliseconds UTC, got {value}, which is seconds - at `{path}`")
    return value


def maybe_moment(value: int | None, path: str) -> int | None:
    """Return a time in ms UTC, None where nothing was told."""
    return None if value is None else moment(value, path)


def text(value: str, path: str) -> str:
    """Return a text that names something: printable, not empty, without blanks around it."""
    if not value.isprintable() or not value or value != value.strip():
        raise SnapshotError(f"Expected a printable text without blanks around it, got {value[:60]!r} - at `{path}`")
    if "|" in value:  # stands between the parts of a position's key
        raise SnapshotError(f"Expected a text without `|`, got {value[:60]!r} - at `{path}`")
    return value
