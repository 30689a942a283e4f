"""Where a client goes: the venue, its test network, another host, this computer; and by which way."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientHttpProxyError, web

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.errors import NetworkError, ReadOnlyViolationError, VenueError
from monitor.settings import AccountConfig
from monitor.venues import binance
from monitor.venues.client import VenueClient, tls_context

KEYS = Secrets(api_key="key-of-a-test", secret="secret-of-a-test")


async def _client(**config: Any) -> VenueClient:
    return VenueClient.open(AccountConfig(id="Main", venue="binanceusdm", **config), KEYS, SystemClock(), binance)


async def _hosts(**config: Any) -> set[str]:
    client = await _client(**config)
    requests = {host for _, host, _ in client.exchange._requests()}
    hosts = requests | set(client.exchange._streams())
    await client.close()
    return hosts


async def test_only_binances_futures_and_key_hosts_can_be_reached() -> None:
    assert await _hosts() == {"fapi.binance.com", "api.binance.com", "fstream.binance.com"}


async def test_the_test_network_is_the_demo_trading() -> None:
    assert await _hosts(testnet=True) == {"demo-fapi.binance.com", "fstream.binancefuture.com"}


async def test_another_host_of_binances_is_used() -> None:
    assert "fapi1.binance.com" in await _hosts(host="fapi1.binance.com")


@pytest.mark.parametrize("host", ["evil.example", "binance.com.evil.example", "127.0.0.1", "x.binance.com:8443"])
async def test_a_host_that_is_not_binances_gets_no_key(host: str) -> None:
    with pytest.raises(VenueError, match=f"{re.escape(host)} is not a host"):
        await _client(host=host)


async def test_the_demo_reaches_this_computer_and_nothing_else() -> None:
    own = {"base_url": "http://127.0.0.1:8", "ws_base_url": "ws://127.0.0.1:8"}
    assert await _hosts(**own) == {"127.0.0.1:8"}
    client = await _client(**own)
    assert set(re.findall(r"://([^/'\"]+)", str(client.exchange.urls))) == {"127.0.0.1:8"}
    await client.close()


async def test_half_an_own_address_is_refused() -> None:
    with pytest.raises(VenueError, match="belong together"):
        await _client(base_url="http://127.0.0.1:8")


async def test_all_clients_share_the_tls_settings() -> None:
    first, second = await _client(), await _client()
    assert first.exchange.ssl_context is second.exchange.ssl_context is tls_context()
    assert tls_context().verify_mode.name == "CERT_REQUIRED"
    assert tls_context().check_hostname
    await first.close()
    await second.close()


async def test_idle_connections_end_before_the_timeout() -> None:
    client = await _client()
    client.exchange.open()
    assert client.exchange.tcp_connector._keepalive_timeout == 8
    await client.close()


class Proxy:
    """A proxy that refuses, and remembers what it was asked for."""

    port = 0

    def __init__(self) -> None:
        self.asked: list[str] = []


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    running = Proxy()

    async def refuse(request: web.BaseRequest) -> web.Response:
        running.asked.append(f"{request.method} {request.path_qs}")
        return web.Response(status=403)

    runner = web.ServerRunner(web.Server(refuse), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    running.port = runner.addresses[0][1]
    yield running
    await runner.cleanup()


async def test_requests_and_streams_go_through_the_proxy(proxy: Proxy) -> None:
    client = await _client(proxy=f"http://127.0.0.1:{proxy.port}")
    with pytest.raises(NetworkError, match="proxy"):
        await client.measure_clock()
    with pytest.raises(ClientHttpProxyError):
        await client.exchange.session.ws_connect(f"{client.exchange.get_ws_url('linear', 'market')}/0")
    await client.close()
    assert [line.split()[0] for line in proxy.asked] == ["CONNECT", "CONNECT"]


async def test_a_proxy_does_not_loosen_the_guard(proxy: Proxy) -> None:
    client = await _client(proxy=f"http://127.0.0.1:{proxy.port}")
    client.exchange.open()
    with pytest.raises(ReadOnlyViolationError):
        await client.exchange.session.post("https://fapi.binance.com/fapi/v1/order")
    await client.close()
    assert proxy.asked == []
