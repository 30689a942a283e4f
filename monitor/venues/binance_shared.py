"""Calls that Binance USDⓈ-M and COIN-M make alike, each at its own addresses."""

from __future__ import annotations

from monitor.venues import binance_answers as answers
from monitor.venues.binance_read import Orders
from monitor.venues.guard import Endpoint
from monitor.venues.kept import side_by_side
from monitor.venues.read import number
from monitor.venues.venue import Client

SYMBOL_BY_SYMBOL = 12  # up to here orders are asked per symbol (weight 1 each); for all at once they cost 40


async def open_orders(client: Client, symbols: list[str], *, plain: Endpoint, algo: Endpoint) -> Orders:
    """Return the resting and conditional orders of the held symbols."""
    if not symbols:
        return Orders()
    asks: list[dict[str, str]] = [{"symbol": symbol} for symbol in symbols]
    if len(symbols) > SYMBOL_BY_SYMBOL:
        asks = [{}]
    found = await side_by_side(
        *(client.call(plain, list[answers.RawOrder], **ask) for ask in asks),
        *(client.call(algo, list[answers.RawAlgoOrder], **ask) for ask in asks),
    )
    return Orders(
        plain=tuple(order for batch in found[: len(asks)] for order in batch),
        algo=tuple(order for batch in found[len(asks) :] for order in batch),
    )


async def taker_fee(client: Client, symbols: list[str], endpoint: Endpoint) -> float | None:
    """Return the account's taker rate, None where it holds nothing to ask it of."""
    if not symbols:
        return None
    row = await client.call(endpoint, answers.RawCommission, symbol=symbols[0])
    return number(row.takerCommissionRate, symbols[0], "takerCommissionRate")
