"""Numbers of a snapshot file: decimal strings or numbers, checked, with the path in the file in each error."""

from __future__ import annotations

import math

from monitor.errors import SnapshotError

Number = str | int | float


def number(value: Number, path: str) -> float:
    """Return a finite number, or raise SnapshotError naming the path."""
    try:
        found = float(value)
    except ValueError:
        raise SnapshotError(f"Expected a decimal number, got {value!r} - at `{path}`") from None
    if not math.isfinite(found):
        raise SnapshotError(f"Expected a finite number, got {value!r} - at `{path}`")
    return found


def maybe(value: Number | None, path: str) -> float | None:
    """Return a number, None where nothing was told."""
    return None if value is None else number(value, path)


def positive(value: Number, path: str) -> float:
    """Return a number above 0."""
    found = number(value, path)
    if found <= 0:
        raise SnapshotError(f"Expected a number > 0, got {value!r} - at `{path}`")
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
