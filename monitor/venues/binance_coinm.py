"""Binance COIN-M futures: what may be asked, and its hosts. Codes and keys are those of USDⓈ-M (binance.py).

Source: Binance derivatives REST documentation, COIN-M, read 2026-10; ccxt 4.5.90 for hosts and signing.
"""

from __future__ import annotations

from typing import Any

from monitor.errors import VenueError
from monitor.language import tr
from monitor.venues import binance_coinm_answers as api
from monitor.venues import frames
from monitor.venues.binance import ERROR_CODES as ERROR_CODES
from monitor.venues.binance import credentials as credentials
from monitor.venues.binance import key_facts as key_facts
from monitor.venues.binance import use_testnet as use_testnet
from monitor.venues.binance_answers import RawTime
from monitor.venues.binance_coinm_account import CoinReading
from monitor.venues.guard import ReadList
from monitor.venues.venue import Client

CCXT_ID = "binancecoinm"
TITLE = "Binance COIN-M"
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
            api.ACCOUNT,
            api.POSITION_RISK,
            api.BRACKETS,
            api.POSITION_MODE,
            api.ADL,
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
    stream_urls=("ws.inverse",),
    stream_path=r"/ws/[A-Za-z0-9]+",
    stream_frames=frames.Binance,
)


def reading(client: Client) -> CoinReading:
    """Return what reads an account through this client."""
    return CoinReading(client)


async def server_time_ms(client: Client) -> int:
    """Return Binance's time [ms UTC]."""
    answer = await client.call(api.TIME, RawTime)
    return answer.serverTime


def use_host(exchange: Any, host: str) -> None:
    """Refuse: COIN-M has one host.

    Raises:
        VenueError: always.
    """
    raise VenueError(tr("{venue} has one host; {host} is none of its.", venue="Binance COIN-M", host=host))
