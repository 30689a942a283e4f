"""Exchanges through ccxt, read-only: the only importer of ccxt and aiohttp. `VENUES` is the dispatch."""

from __future__ import annotations

from monitor.venues import binance
from monitor.venues.venue import Venue

VENUES: dict[str, Venue] = {"binanceusdm": binance}
