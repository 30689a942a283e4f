"""Bybit unified account: what may be asked, what its refusals mean, its hosts.

Source: Bybit v5 API documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import bybit_answers as api
from monitor.venues import frames
from monitor.venues import key_facts as key_facts_of
from monitor.venues.bybit_account import BybitReading
from monitor.venues.guard import ReadList
from monitor.venues.read import instant
from monitor.venues.venue import Client, key_pair

CCXT_ID = "bybit"
TITLE = "Bybit"
TIME = api.TIME
LIMITS = api.LIMITS
HOSTS = ("bybit.com", "bytick.com", "bybit.nl", "bybit.eu", "bybit.com.hk", "bybit.kz", "bybitgeorgia.ge", "bybit.ae")

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.INSTRUMENTS,
            api.TICKERS,
            api.RISK_LIMIT,
            api.KLINE,
            api.ORDER_BOOK,
            api.INSURANCE,
            api.COLLATERAL_TIERS,
            api.POSITIONS,
            api.WALLET,
            api.ACCOUNT_INFO,
            api.FEE_RATE,
            api.ORDERS,
            api.EXECUTIONS,
            api.KEY,
        }
    ),
    stream_urls=("ws.public.linear", "ws.public.inverse", "ws.private.contract"),
    stream_path=r"/v5/(public/(linear|inverse)|private)",
    stream_frames=frames.Bybit,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        10000: VenueDownError,
        10016: VenueDownError,
        10006: RateLimitError,
        10018: RateLimitError,
        10002: ClockError,
        10003: KeyRejectedError,
        10004: KeyRejectedError,
        10005: KeyRejectedError,
        10007: KeyRejectedError,
        10009: KeyRejectedError,
        10010: KeyRejectedError,
        33004: KeyRejectedError,
    }
)


def reading(client: Client) -> BybitReading:
    """Return what reads an account through this client."""
    return BybitReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Bybit's time [ms UTC]."""
    answer = await client.call(api.TIME, api.Answer[api.RawTime])
    return instant(answer.time, "time", "time")


async def key_facts(client: Client) -> KeyFacts:
    """Return what Bybit says of the key."""
    return key_facts_of.bybit((await client.call(api.KEY, api.Answer[api.RawKey])).result)


credentials = key_pair


def use_testnet(exchange: Any) -> None:
    """Go to Bybit's test network."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Go to another of Bybit's domains (a regional site)."""
    if host not in HOSTS:
        raise VenueError(tr("{host} is not a domain of Bybit's; known: {names}.", host=host, names=", ".join(HOSTS)))
    exchange.hostname = host
