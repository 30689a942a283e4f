"""Exchanges through ccxt, read-only: the only importer of ccxt and aiohttp. `VENUES` is the dispatch."""

from __future__ import annotations

from monitor.venues.lite import scrub_environment

scrub_environment()  # first: aiohttp makes TLS settings as soon as it is imported, and would honour SSLKEYLOGFILE

from monitor.venues import (  # noqa: E402
    binance,
    binance_coinm,
    bitget,
    bybit,
    deribit,
    gate,
    generic,
    hyperliquid,
    krakenfutures,
    kucoin,
    okx,
)
from monitor.venues.venue import Venue  # noqa: E402

VENUES: dict[str, Venue] = {
    "binanceusdm": binance,
    "binancecoinm": binance_coinm,
    "bybit": bybit,
    "deribit": deribit,
    "hyperliquid": hyperliquid,
    "krakenfutures": krakenfutures,
    "okx": okx,
    "bitget": bitget,
    **generic.VENUES,
    "gate": gate,
    "kucoinfutures": kucoin,
}
