"""Calls that Binance USDⓈ-M and COIN-M make alike, each at its own addresses."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.errors import RateLimitError, VenueError
from monitor.model import Closing, Ending, Instrument
from monitor.venues import binance_answers as answers
from monitor.venues.binance_read import Orders, read_closing, read_forced
from monitor.venues.guard import Endpoint
from monitor.venues.kept import side_by_side
from monitor.venues.read import number
from monitor.venues.vanished import ONE_BY_ONE
from monitor.venues.venue import Client

NEWEST_ORDERS = 100
FORCED_BY_SYMBOL = 2  # forced closes of one contract weigh 20, of all 50
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


async def endings(
    client: Client, names: list[str], instruments: Mapping[str, Instrument], *, forced: Endpoint, orders: Endpoint
) -> list[Ending]:
    """Return how positions of these contracts ended lately: closed by force, or by orders of the user's.

    Own orders are asked contract by contract, and so of a few only: where more vanish at once, forced closes matter.
    """
    asks: list[dict[str, str]] = [{"symbol": name} for name in names] if len(names) <= FORCED_BY_SYMBOL else [{}]
    batches, closings = await side_by_side(
        side_by_side(
            *(
                client.call(forced, list[answers.RawDoneOrder], limit=NEWEST_ORDERS, **ask)
                for ask in asks  # without autoCloseType both are told: liquidations and auto-deleveraging
            )
        ),
        side_by_side(*(_closings(client, name, instruments, orders) for name in names[:ONE_BY_ONE])),
    )
    by_force = (read_forced(order, instruments) for batch in batches for order in batch)
    return [*by_force, *(one for batch in closings for one in batch)]


async def _closings(
    client: Client, name: str, instruments: Mapping[str, Instrument], endpoint: Endpoint
) -> list[Closing]:
    """What the user's newest orders closed; none where they cannot be read: it then stays a question."""
    try:
        orders = await client.call(endpoint, list[answers.RawDoneOrder], symbol=name, limit=NEWEST_ORDERS)
        found = [read_closing(order, instruments) for order in orders]
    except RateLimitError:
        raise
    except VenueError:
        return []
    return [one for one in found if one is not None]
