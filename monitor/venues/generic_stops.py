"""Stops at venues without a reader of their own: only where one kind of call tells all resting orders, plain or not.

At the other derived venues trigger orders lie in several places, each with its own call: what is read of them could
leave one out, and "no stop covers it" would be wrong. There stops stay unknown.

Source: ccxt 4.5.90, fetch_open_orders of bingx and phemex.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Position, Stop, TriggerBasis
from monitor.venues.read import price_or_none

Row = Mapping[str, Any]

ASKED: Mapping[str, Literal["account", "symbol"]] = MappingProxyType({"bingx": "account", "phemex": "symbol"})
"""Whether a venue tells the orders of all symbols at once, or of one."""

_BASES: Mapping[str, TriggerBasis] = MappingProxyType(
    {
        "MARK_PRICE": "mark",
        "CONTRACT_PRICE": "last",
        "INDEX_PRICE": "index",
        "ByMarkPrice": "mark",
        "ByLastPrice": "last",
        "ByIndexPrice": "index",
    }
)


def stops_of(position: Position, orders: Sequence[Row]) -> tuple[Stop, ...]:
    """Return the resting orders that would close a position, or part of it, at a loss.

    Raises:
        VenueDataError: an order that would has no size, or a trigger whose price basis is not known.
    """
    found = (_stop(position, order) for order in orders if order.get("symbol") == position.symbol)
    return tuple(stop for stop in found if stop is not None)


def _stop(position: Position, order: Row) -> Stop | None:
    raw: Row = order.get("info") or {}
    trigger = price_or_none(order.get("triggerPrice")) or price_or_none(order.get("stopLossPrice"))
    closing = "sell" if position.side == "long" else "buy"
    if trigger is None or order.get("side") != closing or not _only_closes(position, order, raw):
        return None
    if (trigger - position.mark_price) * position.direction >= 0 or "TRAIL" in str(raw.get("type")).upper():
        return None  # a profit is taken; where a trailing one will stand is not known
    basis = _BASES.get(str(raw.get("workingType") or raw.get("trigger")))
    if basis is None:
        raise VenueDataError(
            tr("{symbol}: a stop order whose trigger price is of an unknown kind", symbol=position.symbol)
        )
    whole = str(raw.get("closePosition")).lower() == "true"
    contracts = None if whole else price_or_none(order.get("remaining")) or price_or_none(order.get("amount"))
    if contracts is None and not whole:
        raise VenueDataError(tr("{symbol}: a stop order without a size", symbol=position.symbol))
    limited = order.get("type") == "limit" or str(raw.get("type")).upper() in ("STOP", "STOP_LIMIT")
    return Stop(
        trigger_price=trigger,
        trigger=basis,
        contracts=contracts,
        limit_price=price_or_none(order.get("price")) if limited else None,
    )


def _only_closes(position: Position, order: Row, raw: Row) -> bool:
    """Whether an order can only close: it says so, or it belongs to one side of a hedged pair."""
    instructions = str(raw.get("execInst") or "")
    if order.get("reduceOnly") is True or "ReduceOnly" in instructions or "CloseOnTrigger" in instructions:
        return True
    return str(raw.get("positionSide") or "").lower() == position.side
