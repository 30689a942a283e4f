"""Binance USDⓈ-M futures: what may be asked, what its refusals mean, its hosts and its streams.

Source: Binance derivatives REST and stream documentation, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import ClockError, KeyRejectedError, RateLimitError, VenueDownError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import binance_answers as api
from monitor.venues import frames
from monitor.venues import key_facts as key_facts_of
from monitor.venues.binance_account import BinanceReading
from monitor.venues.guard import ReadList
from monitor.venues.venue import Client, key_pair

CCXT_ID = "binanceusdm"
TITLE = "Binance USDⓈ-M"
TIME = api.TIME
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset(
        {
            api.TIME,
            api.EXCHANGE_INFO,
            api.PREMIUM_INDEX,
            api.FUNDING_INFO,
            api.KLINES,
            api.DEPTH,
            api.INSURANCE,
            api.ACCOUNT,
            api.POSITION_RISK,
            api.BRACKETS,
            api.SYMBOL_CONFIG,
            api.ACCOUNT_CONFIG,
            api.COMMISSION_RATE,
            api.OPEN_ORDERS,
            api.OPEN_ALGO_ORDERS,
            api.FORCE_ORDERS,
            api.ALL_ORDERS,
            api.KEY_RESTRICTIONS,
            api.LISTEN_KEY,
            api.KEEP_LISTEN_KEY,
        }
    ),
    stream_urls=("ws.linear",),
    stream_path=r"/(market|private)/ws(/[A-Za-z0-9]+)?",
    stream_frames=frames.Binance,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType(
    {
        -1000: VenueDownError,
        -1001: VenueDownError,
        -1003: RateLimitError,
        -1006: VenueDownError,
        -1007: VenueDownError,
        -1008: VenueDownError,
        -1015: RateLimitError,
        -1016: VenueDownError,
        -1021: ClockError,
        -5028: ClockError,
        -1002: KeyRejectedError,
        -1022: KeyRejectedError,
        -2014: KeyRejectedError,
        -2015: KeyRejectedError,
        -2017: KeyRejectedError,
    }
)


def reading(client: Client) -> BinanceReading:
    """Return what reads an account through this client."""
    return BinanceReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Binance's time [ms UTC]."""
    answer = await client.call(api.TIME, api.RawTime)
    return answer.serverTime


async def key_facts(client: Client) -> KeyFacts:
    """Return what Binance says of the key."""
    return key_facts_of.binance(await client.call(api.KEY_RESTRICTIONS, dict[str, Any]))


def credentials(secrets: Secrets) -> dict[str, str]:
    """Return what ccxt signs with."""
    return key_pair(secrets)


def use_testnet(exchange: Any) -> None:
    """Go to Binance's demo trading, which has replaced the futures test network."""
    exchange.enable_demo_trading(True)


def use_host(exchange: Any, host: str) -> None:
    """Go to another host of Binance's for the futures API; the key's rights are still asked at the main host."""
    if not host.endswith((".binance.com", ".binance.me", ".binance.cc")) or "/" in host or ":" in host:
        raise VenueError(tr("{host} is not a host of Binance's.", host=host))
    for name, address in list(exchange.urls["api"].items()):
        if name.startswith("fapi"):
            exchange.urls["api"][name] = address.replace("fapi.binance.com", host)
