"""Bitget, classic and unified account: what may be asked, what its refusals mean, its hosts.

Source: Bitget API v2 and v3 documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import bitget_answers as api
from monitor.venues import frames
from monitor.venues import key_facts as key_facts_of
from monitor.venues.bitget_account import BitgetReading
from monitor.venues.guard import ReadList
from monitor.venues.read import instant
from monitor.venues.venue import Client, key_pair

CCXT_ID = "bitget"
TITLE = "Bitget"
TIME = api.TIME
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.CONTRACTS,
            api.FUNDING,
            api.MARK_PRICE,
            api.CANDLES,
            api.DEPTH,
            api.TIERS,
            api.ACCOUNTS,
            api.POSITIONS,
            api.ADL_RANK,
            api.PLAN_ORDERS,
            api.HISTORY,
            api.FEE_RATE,
            api.KEY,
            api.UNIFIED_SETTINGS,
            api.UNIFIED_KEY,
            api.UNIFIED_ASSETS,
            api.UNIFIED_POSITIONS,
            api.UNIFIED_ADL_RANK,
            api.UNIFIED_STOPS,
            api.UNIFIED_HISTORY,
            api.UNIFIED_FEE_RATE,
            api.UNIFIED_TIERS,
            api.UNIFIED_DISCOUNTS,
            api.UNION_DISCOUNTS,
            api.RESERVES,
        }
    ),
    stream_urls=("ws.public", "demo.public"),
    stream_path=r"/v2/ws/(public|private)|/v3/ws/private",
    stream_frames=frames.Bitget,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        429: RateLimitError,
        40015: VenueDownError,
        40200: VenueDownError,
        40725: VenueDownError,
        45001: VenueDownError,
        40004: ClockError,
        40005: ClockError,
        40008: ClockError,
        40001: KeyRejectedError,
        40002: KeyRejectedError,
        40003: KeyRejectedError,
        40006: KeyRejectedError,
        40009: KeyRejectedError,
        40011: KeyRejectedError,
        40012: KeyRejectedError,
        40014: KeyRejectedError,
        40018: KeyRejectedError,
        40037: KeyRejectedError,
        40084: api.ClassicAccountError,
        40085: api.UnifiedAccountError,
        40099: KeyRejectedError,  # a demo key at the real venue, or the reverse
    }
)

credentials = key_pair


def reading(client: Client) -> BitgetReading:
    """Return what reads an account through this client."""
    return BitgetReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Bitget's time [ms UTC]."""
    answer = await client.call(api.TIME, api.Answer[api.RawTime])
    return instant(answer.data.serverTime, "time", "serverTime")


async def key_facts(client: Client) -> KeyFacts:
    """Return what Bitget says of the key, as far as its words are understood."""
    try:
        return key_facts_of.bitget_unified((await client.call(api.UNIFIED_KEY, api.Answer[api.RawUnifiedKey])).data)
    except api.ClassicAccountError:
        return key_facts_of.bitget_classic((await client.call(api.KEY, api.Answer[api.RawKey])).data)


def use_testnet(exchange: Any) -> None:
    """Go to Bitget's demo trading: the same host, with a header."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host."""
    raise VenueError(tr("{host}: {venue} has no other host.", host=host, venue="Bitget"))
