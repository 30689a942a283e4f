"""Deribit: what may be asked, what its refusals mean, and its hosts.

What a key may do is not asked: `list_api_keys` would answer with the secrets of all the user's keys, and signing in
by REST for a token would put ours into an address. So the word is "unverified".

Source: Deribit API documentation v2, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import deribit_answers as api
from monitor.venues import frames
from monitor.venues.deribit_account import DeribitReading
from monitor.venues.guard import ReadList
from monitor.venues.venue import Client, key_pair

CCXT_ID = "deribit"
TITLE = "Deribit"
TIME = api.TIME
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.INSTRUMENTS,
            api.INSTRUMENT,
            api.TICKER,
            api.CANDLES,
            api.ORDER_BOOK,
            api.SUMMARIES,
            api.POSITIONS,
            api.ORDERS,
            api.TRADES,
        }
    ),
    stream_urls=("ws",),
    stream_path=r"/ws/api/v2",
    stream_frames=frames.Deribit,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        10028: RateLimitError,
        10040: VenueDownError,
        10041: VenueDownError,  # settlement, every day for a moment
        10047: RateLimitError,
        11051: VenueDownError,
        11094: VenueDownError,
        13028: VenueDownError,
        9999: KeyRejectedError,
        10000: KeyRejectedError,
        11042: KeyRejectedError,
        13004: KeyRejectedError,
        13009: KeyRejectedError,
        13021: KeyRejectedError,
        13403: KeyRejectedError,
    }
)


def reading(client: Client) -> DeribitReading:
    """Return what reads an account through this client."""
    client.exchange.milliseconds = client.venue_ms  # ccxt signs with this clock here, not with the nonce
    return DeribitReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Deribit's time [ms UTC]."""
    answer = await client.call(api.TIME, api.RawResult[int])
    return answer.result


async def key_facts(client: Client) -> KeyFacts:
    """Return that it is not known what the key may do."""
    return KeyFacts(why=tr("Deribit would answer with the secrets of all your keys, so it is not asked"))


def credentials(secrets: Secrets) -> dict[str, str]:
    """Return what ccxt signs with."""
    return key_pair(secrets)


def use_testnet(exchange: Any) -> None:
    """Go to Deribit's test network."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host.

    Raises:
        VenueError: always.
    """
    raise VenueError(tr("{venue} has one host; {host} is none of its.", venue="Deribit", host=host))
