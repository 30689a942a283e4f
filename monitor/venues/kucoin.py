"""KuCoin futures, classic account: what may be asked, what its refusals mean, its hosts.

Source: KuCoin API documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import frames
from monitor.venues import key_facts as key_facts_of
from monitor.venues import kucoin_answers as api
from monitor.venues.guard import ReadList
from monitor.venues.kucoin_account import KucoinReading
from monitor.venues.read import RawNumber, instant
from monitor.venues.venue import Client, key_pair

CCXT_ID = "kucoinfutures"
TITLE = "KuCoin Futures"
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
            api.DEPTH,
            api.OVERVIEW,
            api.POSITIONS,
            api.POSITION_MODE,
            api.STOP_ORDERS,
            api.FILLS,
            api.FEES,
            api.ACCOUNT_MODE,
            api.KEY,
            api.PUBLIC_TOKEN,
            api.PRIVATE_TOKEN,
        }
    ),
    stream_urls=("ws.classic", "ws.classicPrivate"),
    stream_hosts=(("classic", "wss://ws-api-futures.kucoin.com"), ("classicPrivate", "wss://push-private.kucoin.com")),
    stream_path=r"/(endpoint)?",
    stream_frames=frames.Kucoin,
    path_values=(("symbol", "[A-Za-z0-9]+"),),
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        500000: VenueDownError,
        429000: RateLimitError,
        200002: RateLimitError,
        400002: ClockError,
        400001: KeyRejectedError,
        400003: KeyRejectedError,
        400004: KeyRejectedError,
        400005: KeyRejectedError,
        400006: KeyRejectedError,
        400007: KeyRejectedError,
        411100: KeyRejectedError,
    }
)

credentials = key_pair


def reading(client: Client) -> KucoinReading:
    """Return what reads an account through this client."""
    return KucoinReading(client)


async def server_time_ms(client: Client) -> int:
    """Return KuCoin's time [ms UTC]."""
    answer: Any = await client.call(api.TIME, api.Answer[RawNumber])
    return instant(answer.data, "timestamp", "data")


async def key_facts(client: Client) -> KeyFacts:
    """Return what KuCoin says of the key."""
    return key_facts_of.kucoin((await client.call(api.KEY, api.Answer[api.RawKey])).data)


def use_testnet(exchange: Any) -> None:
    """Refuse: KuCoin has closed its test network."""
    raise VenueError(tr("KuCoin has no test network."))


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host."""
    raise VenueError(tr("{host}: {venue} has no other host.", host=host, venue="KuCoin"))
