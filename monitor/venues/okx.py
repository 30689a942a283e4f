"""OKX: what may be asked, what its refusals mean, its hosts.

Source: OKX API v5 documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDataError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import frames
from monitor.venues import key_facts as key_facts_of
from monitor.venues import okx_answers as api
from monitor.venues.guard import ReadList
from monitor.venues.okx_account import OkxReading
from monitor.venues.read import instant
from monitor.venues.venue import Client, key_pair

CCXT_ID = "okx"
TITLE = "OKX"
TIME = api.TIME
LIMITS = api.LIMITS
HOSTS = ("www.okx.com", "aws.okx.com", "my.okx.com", "eea.okx.com", "app.okx.com", "us.okx.com")

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.INSTRUMENTS,
            api.POSITION_TIERS,
            api.FUNDING,
            api.DISCOUNTS,
            api.MARK_PRICE,
            api.CANDLES,
            api.BOOKS,
            api.SECURITY_FUND,
            api.BALANCE,
            api.POSITIONS,
            api.CONFIG,
            api.FEES,
            api.ALGO_ORDERS,
            api.POSITIONS_HISTORY,
        }
    ),
    stream_urls=("ws",),
    stream_path=r"/ws/v5/(public|private)",
    stream_frames=frames.Okx,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        50001: VenueDownError,
        50004: VenueDownError,
        50013: VenueDownError,
        50026: VenueDownError,
        50011: RateLimitError,
        50061: RateLimitError,
        50102: ClockError,
        50112: ClockError,
        50100: KeyRejectedError,
        50101: KeyRejectedError,
        50103: KeyRejectedError,
        50104: KeyRejectedError,
        50105: KeyRejectedError,
        50110: KeyRejectedError,
        50111: KeyRejectedError,
        50113: KeyRejectedError,
        50114: KeyRejectedError,
        50119: KeyRejectedError,
        50120: KeyRejectedError,
    }
)

credentials = key_pair


def reading(client: Client) -> OkxReading:
    """Return what reads an account through this client."""
    return OkxReading(client)


async def server_time_ms(client: Client) -> int:
    """Return OKX's time [ms UTC]."""
    answer = await client.call(api.TIME, api.Answer[api.RawTime])
    if not answer.data:
        raise VenueDataError(tr("{subject}: {field} is empty", subject="time", field="data"))
    return instant(answer.data[0].ts, "time", "ts")


async def key_facts(client: Client) -> KeyFacts:
    """Return what OKX says of the key."""
    answer = await client.call(api.CONFIG, api.Answer[api.RawConfig])
    return key_facts_of.okx(answer.data[0]) if answer.data else KeyFacts(why=tr("OKX's answer is empty"))


def use_testnet(exchange: Any) -> None:
    """Go to OKX's demo trading: the same host, with a header."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Go to another of OKX's hosts (a regional site)."""
    if host not in HOSTS:
        raise VenueError(tr("{host} is not a host of OKX's; known: {names}.", host=host, names=", ".join(HOSTS)))
    exchange.hostname = host
