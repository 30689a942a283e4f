"""Worlds for tests of the demo exchange, a signing HTTP client, and ccxt turned to loopback."""

from __future__ import annotations

import hashlib
import hmac
import time
import urllib.parse
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from monitor.demo.binance.endpoints import read
from monitor.demo.control import DemoInfo
from monitor.demo.market import Market
from monitor.demo.scenario import find_scenario
from monitor.demo.specs import AccountSpec, PositionSpec
from monitor.demo.world import World

NOW_MS = 1_790_000_000_000


def world_of(
    *accounts: AccountSpec, scenario: str = "calm", seed: int = 1, live: bool = False, symbols: int = 10
) -> World:
    """Return a world; its wall clock stands at NOW_MS unless it is to be served (`live`)."""
    market = Market(find_scenario(scenario), seed=seed, symbols=symbols)
    return World(market, accounts) if live else World(market, accounts, clock=lambda: NOW_MS)


def risk(world: World, label: str = "A") -> Any:
    """Return the account's positionRisk, as Binance's face tells it."""
    return read(world, "/fapi/v3/positionRisk", label)


def totals(world: World, label: str = "A") -> Any:
    """Return the account's totals, as Binance's face tells them."""
    return read(world, "/fapi/v3/account", label)


def bitcoin(world: World, label: str = "A") -> Any:
    """Return the account's BTC row of positionRisk."""
    return next(row for row in risk(world, label) if row["symbol"] == "BTCUSDT")


def isolated_long(size: float = 1.0, wallet: float = 3000.0, symbol: str = "BTCUSDT") -> PositionSpec:
    return PositionSpec(symbol=symbol, side="long", size=size, margin_mode="isolated", isolated_wallet=wallet)


async def ask(
    info: DemoInfo, path: str, label: str = "A", *, method: str = "GET", shift_ms: int = 0, **params: Any
) -> Any:
    """Send a signed request; return (status, headers, body)."""
    key, secret = info.key_of(label)
    return await ask_with(info, path, key, secret, method=method, shift_ms=shift_ms, **params)


async def ask_with(
    info: DemoInfo, path: str, key: str, secret: str, *, method: str = "GET", shift_ms: int = 0, **params: Any
) -> Any:
    query = urllib.parse.urlencode({**params, "timestamp": int(time.time() * 1000) + shift_ms})
    signature = hmac.new(secret.encode(), query.encode(), hashlib.sha256).hexdigest()
    url = f"{info.base_url()}{path}?{query}&signature={signature}"
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, url, headers={"X-MBX-APIKEY": key}, allow_redirects=False) as response,
    ):
        return response.status, response.headers, await _body(response)


async def _body(response: aiohttp.ClientResponse) -> Any:
    text = await response.text()
    return await response.json() if response.content_type == "application/json" and text else text


def turn_to_loopback(exchange: Any, info: DemoInfo, venue: str = "binanceusdm") -> None:
    """Rewrite every address of a ccxt exchange to that of the venue's face, keeping the paths."""

    http, ws = info.base_url(venue), info.ws_base_url(venue)

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            parts = urlsplit(value.replace("{hostname}", exchange.hostname or "x"))
            base = {"http": http, "https": http, "ws": ws, "wss": ws}
            return base[parts.scheme] + parts.path if parts.scheme in base else value
        if isinstance(value, dict):
            return {key: walk(entry) for key, entry in value.items()}
        return value

    exchange.urls["api"] = walk(exchange.urls["api"])
    assert ".com" not in str(exchange.urls["api"])
