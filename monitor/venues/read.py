"""Numbers as venues send them. Pure.

Venues send numbers as strings. What is essential and missing raises VenueDataError with subject, field and value; what
is not told is None. A liquidation price of "0", "", "--" or below zero means "none".
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from monitor.errors import VenueDataError
from monitor.language import tr

TOO_LARGE = 1e18  # no price, size or amount is: NaN, infinite and absurd numbers are none

# names of fields where the venue's answer gives none
OPEN_TIME, CANDLE_PRICE = tr("open time"), tr("candle price")

RawNumber = str | float | None
"""A number in an answer: a string, a JSON number, null, or not there."""


def number(value: RawNumber, subject: str, field: str) -> float:
    """Return an essential number.

    Raises:
        VenueDataError: it is missing, or not a finite number.
    """
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        found = math.nan
    if -TOO_LARGE < found < TOO_LARGE:
        return found
    if value is None or value == "":
        raise VenueDataError(tr("{subject}: {field} is missing", subject=subject, field=field))
    raise VenueDataError(tr("{subject}: {field} is {value!r}", subject=subject, field=field, value=str(value)[:40]))


def above_zero(value: RawNumber, subject: str, field: str) -> float:
    """Return an essential number that makes sense only above zero: a price, a size.

    Raises:
        VenueDataError: it is missing, not a number, or not above zero.
    """
    found = number(value, subject, field)
    if found <= 0:
        raise VenueDataError(tr("{subject}: {field} is {value!r}", subject=subject, field=field, value=str(value)[:40]))
    return found


def number_or_none(value: RawNumber) -> float | None:
    """Return a number that may be unknown."""
    if value is None:
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if -TOO_LARGE < found < TOO_LARGE else None


def price_or_none(value: RawNumber) -> float | None:
    """Return a price, None where the venue says that there is none."""
    if value is None:
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if 0 < found < TOO_LARGE else None


def instant(value: RawNumber, subject: str, field: str) -> int:
    """Return an essential instant [ms UTC].

    Raises:
        VenueDataError: it is missing or not a time.
    """
    return int(above_zero(value, subject, field))


def instant_or_none(value: RawNumber) -> int | None:
    """Return an instant [ms UTC] that may be unknown; zero means none."""
    found = price_or_none(value)
    return None if found is None else int(found)


def candle(row: Sequence[RawNumber], symbol: str) -> tuple[int, float, float, float, float]:
    """Return a price bar of (open time ms, open, high, low, close, ...).

    Raises:
        VenueDataError: it is cut short or holds no numbers.
    """
    if len(row) < 5:
        raise VenueDataError(tr("{symbol}: a candle has {count} fields", symbol=symbol, count=len(row)))
    opened = instant(row[0], symbol, OPEN_TIME)
    first, high, low, last = (above_zero(value, symbol, CANDLE_PRICE) for value in row[1:5])
    return opened, first, high, low, last
