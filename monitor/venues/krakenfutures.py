"""Kraken Futures: what may be asked, and its hosts. What a key may do cannot be asked through ccxt: "unverified".

Source: Kraken Futures REST documentation v3, read 2026-10; ccxt 4.5.90 for hosts, signing and error words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import frames
from monitor.venues import krakenfutures_answers as api
from monitor.venues.guard import ReadList
from monitor.venues.krakenfutures_account import KrakenReading
from monitor.venues.krakenfutures_read import read_ms
from monitor.venues.venue import Client, key_pair

CCXT_ID = "krakenfutures"
TITLE = "Kraken Futures"
TIME = api.STATUS
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset(
        {
            api.STATUS,
            api.INSTRUMENTS,
            api.TICKERS,
            api.TICKER,
            api.CANDLES,
            api.ORDER_BOOK,
            api.ACCOUNTS,
            api.POSITIONS,
            api.ORDERS,
            api.LEVERAGES,
            api.QUEUE,
            api.FILLS,
        }
    ),
    stream_urls=("ws",),
    stream_path=r"/ws/v1",
    stream_frames=frames.Kraken,
    path_values=(
        ("price_type", "trade|mark|spot"),
        ("symbol", r"(PF|PI|FI)_[A-Z0-9_]+"),
        ("interval", "1m|5m|15m|1h|4h|1d"),
    ),
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType({})  # words, which ccxt knows


def reading(client: Client) -> KrakenReading:
    """Return what reads an account through this client."""
    return KrakenReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Kraken's time [ms UTC]."""
    answer = await client.call(api.STATUS, api.RawTime)
    return read_ms(answer.serverTime, "serverTime")


async def key_facts(client: Client) -> KeyFacts:
    """Return that it is not known what the key may do."""
    return KeyFacts(why=tr("Kraken Futures' call for it is not one that ccxt can sign"))


def credentials(secrets: Secrets) -> dict[str, str]:
    """Return what ccxt signs with."""
    return key_pair(secrets)


def use_testnet(exchange: Any) -> None:
    """Go to Kraken's demo futures."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host.

    Raises:
        VenueError: always.
    """
    raise VenueError(tr("{venue} has one host; {host} is none of its.", venue="Kraken Futures", host=host))
