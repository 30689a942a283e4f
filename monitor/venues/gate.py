"""Gate futures: what may be asked, what its refusals mean, its hosts.

Source: Gate API v4 documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import frames
from monitor.venues import gate_answers as api
from monitor.venues import key_facts as key_facts_of
from monitor.venues.gate_account import GateReading
from monitor.venues.guard import ReadList
from monitor.venues.read import instant
from monitor.venues.venue import Client, key_pair

CCXT_ID = "gate"
TITLE = "Gate"
TIME = api.TIME
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.CONTRACTS,
            api.CONTRACT,
            api.TIERS,
            api.CANDLES,
            api.ORDER_BOOK,
            api.INSURANCE,
            api.ACCOUNT,
            api.POSITIONS,
            api.FEES,
            api.TRIGGER_ORDERS,
            api.LIQUIDATIONS,
            api.TRADES,
            api.DELIVERY_POSITIONS,
            api.UNIFIED,
            api.DISCOUNTS,
            api.KEYS,
        }
    ),
    stream_urls=("swap.usdt", "swap.btc"),
    stream_path=r"/v4/ws/(futures/)?(usdt|btc)",
    stream_frames=frames.Gate,
    path_values=(("settle", "usdt|btc"), ("contract", "[A-Za-z0-9]+_(?:USDT|USD)")),
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        "INTERNAL": VenueDownError,
        "SERVER_ERROR": VenueDownError,
        "TOO_BUSY": VenueDownError,
        "TOO_FAST": RateLimitError,
        "TOO_MANY_REQUESTS": RateLimitError,
        "REQUEST_EXPIRED": ClockError,
        "AUTHENTICATION_FAILED": KeyRejectedError,
        "INVALID_CREDENTIALS": KeyRejectedError,
        "INVALID_KEY": KeyRejectedError,
        "INVALID_SIGNATURE": KeyRejectedError,
        "IP_FORBIDDEN": KeyRejectedError,
        "MISSING_REQUIRED_HEADER": KeyRejectedError,
        "FORBIDDEN": KeyRejectedError,
        "ACCOUNT_LOCKED": KeyRejectedError,
        "USER_NOT_FOUND": api.NoWalletError,
    }
)

credentials = key_pair


def reading(client: Client) -> GateReading:
    """Return what reads an account through this client."""
    return GateReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Gate's time [ms UTC]."""
    answer = await client.call(api.TIME, api.RawTime)
    return instant(answer.server_time, "time", "server_time")


async def key_facts(client: Client) -> KeyFacts:
    """Return what Gate says of the key; a sub-account's key cannot ask."""
    answer: Any = await client.call(api.KEYS, list[api.RawKey] | api.RawKey)  # type: ignore[arg-type]
    return key_facts_of.gate(answer, str(client.exchange.apiKey))


def use_testnet(exchange: Any) -> None:
    """Go to Gate's test network."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host."""
    raise VenueError(tr("{host}: {venue} has no other host.", host=host, venue="Gate"))
