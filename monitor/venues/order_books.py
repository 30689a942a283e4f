"""Order books as venues send them: levels in any of their spellings, best price first, in contracts. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import OrderBook
from monitor.venues.read import above_zero, number, number_or_none

LEVELS = 100  # a side that are asked for: what holds a usual position, at a small weight


SIZE, PRICE = tr("size in the order book"), tr("price in the order book")


class RawBook(msgspec.Struct, frozen=True, kw_only=True):
    """Resting orders, as most venues send them."""

    bids: list[Any]
    asks: list[Any]


def read_order_book(
    bids: Sequence[Any], asks: Sequence[Any], symbol: str, at_ms: int, *, per_contract: float = 1.0
) -> OrderBook:
    """Return an order book.

    Args:
        bids, asks: rows of [price, size, …], or objects with p/s (Gate) or px/sz (Hyperliquid).
        per_contract: what one contract counts in the venue's sizes.

    Raises:
        VenueDataError: a level is no number, or the best bid is above the best ask.
    """
    buying = sorted(_levels(bids, symbol, per_contract), reverse=True)
    selling = sorted(_levels(asks, symbol, per_contract))
    if buying and selling and buying[0][0] > selling[0][0]:
        raise VenueDataError(
            tr(
                "{symbol}: the best bid {buying!r} is above the best ask {selling!r}",
                symbol=symbol,
                buying=buying[0][0],
                selling=selling[0][0],
            )
        )
    return OrderBook(bids=tuple(buying), asks=tuple(selling), at_ms=at_ms)


def day_volume(days: Iterable[tuple[Any, Any]], *, per_contract: float = 1.0) -> float | None:
    """Return the contracts traded on the last whole day, None where that is not told.

    Args:
        days: (open time, volume) of the last days, in any order; the newest is still open.
        per_contract: what one contract counts in the venue's volumes.
    """
    told = {at: number_or_none(volume) for opened, volume in days if (at := number_or_none(opened)) is not None}
    volume = told[sorted(told)[-2]] if len(told) > 1 else None
    return volume / per_contract if volume else None


def _levels(rows: Sequence[Any], symbol: str, per_contract: float) -> list[tuple[float, float]]:
    found = []
    for row in rows:
        price, size = _pair(row, symbol)
        amount = number(size, symbol, SIZE)
        if amount < 0:
            raise VenueDataError(tr("{subject}: {field} is {value!r}", subject=symbol, field=SIZE, value=amount))
        if amount:
            found.append((above_zero(price, symbol, PRICE), amount / per_contract))
    return found


def _pair(row: Any, symbol: str) -> tuple[Any, Any]:
    if isinstance(row, Mapping):
        return (row.get("p"), row.get("s")) if "p" in row else (row.get("px"), row.get("sz"))
    if not isinstance(row, Sequence) or isinstance(row, str) or len(row) < 2:
        raise VenueDataError(
            tr(
                "{subject}: {field} is {value!r}",
                subject=symbol,
                field=tr("a level of the order book"),
                value=str(row)[:40],
            )
        )
    return row[0], row[1]
