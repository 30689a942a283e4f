"""Hyperliquid: what may be asked, and its hosts. There is no key: an address is enough to read, and nothing is signed.

Source: Hyperliquid API documentation, read 2026-10; ccxt 4.5.90 for hosts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from monitor.credentials import Secrets
from monitor.errors import VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues import frames
from monitor.venues import hyperliquid_answers as api
from monitor.venues.guard import ReadList
from monitor.venues.hyperliquid_account import HyperliquidReading
from monitor.venues.venue import Client

CCXT_ID = "hyperliquid"
TITLE = "Hyperliquid"
TIME = api.INFO
LIMITS = api.LIMITS

READS = ReadList(
    endpoints=frozenset({api.INFO}),  # `private POST exchange`, which ccxt uses even while loading markets, is a write
    body_types=frozenset(
        {
            api.STATUS,
            api.DEXES,
            api.SPOT_META,
            api.META,
            api.STATE,
            api.ORDERS,
            api.FEES,
            api.MODE,
            api.ROLE,
            api.FILLS,
            api.VAULT,
            api.CANDLES,
            api.BOOK,
        }
    ),
    stream_urls=("ws.public",),
    stream_path=r"/ws",
    stream_frames=frames.Hyperliquid,
)

ERROR_CODES: Mapping[int | str, Callable[[str], VenueError]] = MappingProxyType({})

_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")


def reading(client: Client) -> HyperliquidReading:
    """Return what reads an account through this client."""
    return HyperliquidReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Hyperliquid's time [ms UTC]."""
    answer = await client.call(api.INFO, api.RawStatus, type=api.STATUS)
    return answer.time


async def key_facts(client: Client) -> KeyFacts:
    """Return that there is no key."""
    return KeyFacts(rights="address only")


def credentials(secrets: Secrets) -> dict[str, str]:
    """Return the address; a private key is never taken.

    Raises:
        VenueError: it is no address, or something secret came with it.
    """
    if secrets.secret or secrets.passphrase:
        raise VenueError(
            tr("Hyperliquid needs only the account's address."),
            advice=tr("Remove the account and add it with the address alone; a private key could trade and withdraw."),
        )
    address = secrets.api_key.strip()
    if not _ADDRESS.fullmatch(address):
        raise VenueError(
            tr("This is not an address: it must be 0x and 40 hexadecimal digits."),
            advice=tr("Copy the account's address; never enter a private key."),
        )
    return {"walletAddress": address.lower()}


def use_testnet(exchange: Any) -> None:
    """Go to Hyperliquid's test network."""
    exchange.set_sandbox_mode(True)


def use_host(exchange: Any, host: str) -> None:
    """Refuse: there is one host.

    Raises:
        VenueError: always.
    """
    raise VenueError(tr("{venue} has one host; {host} is none of its.", venue="Hyperliquid", host=host))
