"""One ccxt client of one account: guarded, with deadlines, its errors translated into ours.

ccxt's error texts hold signed URLs and keys, so they never travel on: every error is ours, raised `from None`.
Requests are signed with the venue's time (our clock plus the measured offset); before a key is blamed, the clock is.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
import importlib.util
import re
import ssl
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import certifi
import msgspec

from monitor.clock import Clock
from monitor.credentials import Secrets
from monitor.errors import (
    ClockError,
    KeyRejectedError,
    NetworkError,
    RateLimitError,
    VenueDataError,
    VenueDownError,
    VenueError,
)
from monitor.language import tr
from monitor.redact import protect, redact
from monitor.settings import AccountConfig
from monitor.venues import lite
from monitor.venues.guard import Endpoint, ReadList, guarded
from monitor.venues.pace import Pace, pace_of
from monitor.venues.venue import Venue

T = TypeVar("T")

DEADLINE_S = 5.0
CLOCK_TOLERANCE_MS = 1_000  # Binance refuses timestamps that are further ahead
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
WEBSOCKET_KEEPALIVE_MS = 15_000  # ccxt ships 180 s for Binance

_CODE = re.compile(r'"(?:code|retCode|label)":\s*"?(-?\w+)')  # Gate's are words


@functools.cache
def tls_context() -> ssl.SSLContext:
    """Return the TLS settings that all connections share (24 ms and 0.7 MB each otherwise)."""
    return ssl.create_default_context(cafile=certifi.where())


class VenueClient:
    """Asks one venue for one account."""

    def __init__(self, exchange: Any, venue: Venue, config: AccountConfig, clock: Clock, pace: Pace) -> None:
        self.exchange = exchange
        self.venue = venue
        self.config = config
        self.clock = clock
        self.pace = pace
        self._errors: Any = importlib.import_module("ccxt.base.errors")
        self.offset_ms = 0  # the venue's clock minus ours
        self.offset_known = False
        self.latency_ms: int | None = None  # of the newest answer
        self.in_turn = False  # whether a read of the account is under way
        self.set_aside = 0.0  # weight of that read that was counted beforehand
        self.used = 0.0  # weight of all that was asked
        self._bodies: list[list[str]] = []  # of the unified calls that are under way
        pace.know(venue.LIMITS)
        exchange.nonce = self.venue_ms
        exchange.watcher.on_answer = self._hear

    @classmethod
    def open(cls, config: AccountConfig, secrets: Secrets, clock: Clock, venue: Venue) -> VenueClient:
        """Make the client; nothing is sent yet.

        Raises:
            VenueError: the configuration cannot be honoured.
        """
        protect(secrets.api_key, secrets.secret, secrets.passphrase)
        local = _check_loopback(config)
        settings: dict[str, Any] = {
            **venue.credentials(secrets),
            "timeout": int(DEADLINE_S * 1000),
            "enableRateLimit": False,  # ccxt's costs are not the venue's; see Pace
            "asyncio_loop": asyncio.get_running_loop(),
            "aiohttp_trust_env": False,
        }
        connector, proxy = _route(config.proxy)
        kind = _guarded_class(venue.CCXT_ID, venue.READS)
        exchange = kind(settings, tls=True if local else tls_context(), connector=connector)
        exchange.proxy_for_all = proxy
        exchange.streaming = {**exchange.streaming, "keepAlive": WEBSOCKET_KEEPALIVE_MS}
        _choose_network(exchange, config, venue)
        return cls(exchange, venue, config, clock, pace_of(_host(exchange, venue), config.proxy))

    def venue_ms(self) -> int:
        """Return the venue's time, as far as it is known."""
        return self.clock.now_ms() + self.offset_ms

    async def call(self, endpoint: Endpoint, kind: type[T], /, **params: Any) -> T:
        """Ask one endpoint of the read list and return its answer, checked to be a `kind`.

        Raises:
            VenueError: in one of its kinds; nothing of the key is in its text.
        """
        answer = await self._ask(endpoint, params)
        try:
            return msgspec.convert(answer, type=kind)
        except msgspec.ValidationError as error:
            raise VenueDataError(
                tr(
                    "{account}: {endpoint} was not understood: {error}.",
                    account=self.config.id,
                    endpoint=endpoint[2],
                    error=error,
                )
            ) from None

    async def unified(self, method: str, *arguments: Any, deadline_s: float = DEADLINE_S) -> tuple[Any, list[str]]:
        """Ask by one of ccxt's own methods; what it may send is decided by the guard all the same.

        Returns:
            ccxt's structure, and the bodies that came meanwhile.

        Raises:
            VenueError: in one of its kinds; nothing of the key is in its text.
        """
        await self._count(method, {})
        bodies: list[str] = []
        started = self.clock.now_ms()
        self._bodies.append(bodies)
        try:
            async with asyncio.timeout(deadline_s):
                answer = await getattr(self.exchange, method)(*arguments)
        except TimeoutError:
            raise NetworkError(
                tr(
                    "{account}: no complete answer to {method} within {deadline_s:g} s.",
                    account=self.config.id,
                    method=method,
                    deadline_s=deadline_s,
                )
            ) from None
        except self._errors.BaseError as error:
            translated = self.translate(error, method)
            if isinstance(translated, KeyRejectedError):
                await self._check_clock()
            raise translated from None
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise VenueDataError(
                tr(
                    "{account}: the answer to {method} was not understood ({kind}).",
                    account=self.config.id,
                    method=method,
                    kind=type(error).__name__,
                )
            ) from None
        finally:
            self._bodies.remove(bodies)
        self.latency_ms = self.clock.now_ms() - started
        return answer, bodies

    async def measure_clock(self) -> int:
        """Ask for the venue's time and return its clock minus ours [ms].

        Raises:
            VenueError: the venue was not reached.
        """
        before = self.clock.now_ms()
        theirs = await self.venue.server_time_ms(self)
        after = self.clock.now_ms()
        self.offset_ms = theirs - (before + after) // 2
        self.offset_known = True
        return self.offset_ms

    async def close(self) -> None:
        """End all connections."""
        await self.exchange.close()

    def _hear(self, status: int, headers: Mapping[str, str], body: str) -> None:
        for bodies in self._bodies:
            bodies.append(body)
        text = body if status in (403, 418, 429) else ""
        self.pace.hear(status, headers, text, self.clock.now_ms(), self.venue_ms(), self.config.id)

    async def _count(self, path: str, params: Mapping[str, Any]) -> None:
        """Count a request before it is sent; wait where its path has an allowance of its own.

        Raises:
            RateLimitError: the venue wants silence; nothing is sent.
        """
        now_ms = self.clock.now_ms()
        self.pace.check(now_ms)
        weight = self.pace.weight_of(path, params)
        if not self.in_turn and (spare_ms := self.pace.spare_wait_ms(self.config.id, weight, now_ms)):
            await asyncio.sleep(spare_ms / 1000)
            now_ms = self.clock.now_ms()
            self.pace.check(now_ms)
        beforehand = min(weight, self.set_aside)
        self.set_aside -= beforehand
        self.used += weight
        self.pace.count(self.config.id, weight - beforehand, now_ms)
        if wait_ms := self.pace.apart_wait_ms(path, now_ms):
            await asyncio.sleep(wait_ms / 1000)

    async def _ask(self, endpoint: Endpoint, params: dict[str, Any]) -> Any:
        if endpoint == self.venue.TIME:  # it is not signed, and what follows asks for it
            return await self._send(endpoint, params)
        try:
            return await self._send(endpoint, params)
        except ClockError:
            await self.measure_clock()
            return await self._send(endpoint, params)
        except KeyRejectedError:
            await self._check_clock()
            raise

    async def _send(self, endpoint: Endpoint, params: dict[str, Any]) -> Any:
        api, method, path = endpoint
        await self._count(path, params)
        started = self.clock.now_ms()
        try:
            async with asyncio.timeout(DEADLINE_S):
                answer = await self.exchange.request(path, api.split("."), method, dict(params))
        except TimeoutError:
            raise NetworkError(
                tr(
                    "{account}: no complete answer to {path} within {deadline_s:g} s.",
                    account=self.config.id,
                    path=path,
                    deadline_s=DEADLINE_S,
                )
            ) from None
        except self._errors.BaseError as error:
            raise self.translate(error, path) from None
        self.latency_ms = self.clock.now_ms() - started
        return answer

    async def _check_clock(self) -> None:
        """Raise ClockError if the clock explains why a key was refused."""
        try:
            before = self.offset_ms
            offset = await self.measure_clock()
        except VenueError:
            return
        if abs(offset - before) > CLOCK_TOLERANCE_MS:
            raise ClockError(
                tr(
                    "{account}: this computer's clock is {offset:+.1f} s off the venue's.",
                    account=self.config.id,
                    offset=-offset / 1000,
                )
            )

    def translate(self, error: BaseException, path: str) -> VenueError:
        """Return our error for one of ccxt's."""
        errors = self._errors
        subject = f"{self.config.id}: {path}"
        found = _CODE.search(str(error))
        kind = self.venue.ERROR_CODES.get(_number_or_word(found.group(1))) if found else None
        code = tr(" (code {value})", value=found.group(1)) if found else ""
        limited = isinstance(error, errors.DDoSProtection | errors.RateLimitExceeded)
        if kind is RateLimitError or limited or _status(error) == " (HTTP 429)":  # ccxt calls OKX's 429 unavailable
            now_ms = self.clock.now_ms()
            return self.pace.error(now_ms) if now_ms < self.pace.retry_at_ms else self.pace.refused(now_ms)
        if kind is not None:
            return kind(tr("{subject} was refused{code}.", subject=subject, code=code))
        if isinstance(error, errors.InvalidNonce):
            return ClockError(
                tr("{subject} was refused: the timestamp is out of range{code}.", subject=subject, code=code)
            )
        if isinstance(error, errors.AuthenticationError):  # holds PermissionDenied too
            return KeyRejectedError(
                tr("{subject} was refused: the key, its rights or this address{code}.", subject=subject, code=code)
            )
        cause = error.__cause__
        if isinstance(error, errors.RequestTimeout):
            return NetworkError(tr("{subject} was not answered in time.", subject=subject))
        if cause is not None and type(cause).__module__.startswith(("aiohttp", "socket", "ssl")):
            return NetworkError(f"{subject}: {_what_broke(cause)}.")
        if isinstance(error, errors.OperationFailed) and (refused := re.search(r"\b(403|451)\b", str(error))):
            return VenueDownError(
                tr(
                    "{subject}: the venue refuses this address (HTTP {value}).", subject=subject, value=refused.group(1)
                ),
                advice=tr("It may refuse your country or network; another route or host may be needed."),
            )
        if isinstance(error, errors.OperationFailed):
            return VenueDownError(
                tr("{subject}: the venue cannot serve now{code}.", subject=subject, code=code or _status(error))
            )
        return VenueDataError(
            tr("{subject}: unexpected refusal: {error}", subject=subject, error=redact(str(error))[:200])
        )


def _check_loopback(config: AccountConfig) -> bool:
    """Return whether this account is on the embedded exchange.

    Raises:
        VenueError: an own address that is not on this computer.
    """
    addresses = [url for url in (config.base_url, config.ws_base_url) if url]
    for url in addresses:
        if urlsplit(url).hostname not in LOOPBACK:
            raise VenueError(
                tr(
                    "{account}: {url} is not on this computer; own addresses are for the demo only.",
                    account=config.id,
                    url=url,
                )
            )
    if addresses and not (config.base_url and config.ws_base_url):
        raise VenueError(tr("{account}: base_url and ws_base_url belong together.", account=config.id))
    return bool(addresses)


def _route(proxy: str) -> tuple[Callable[..., Any] | None, str | None]:
    """Return (connector maker, proxy URL) for a proxy setting; requests and streams take the same way."""
    if not proxy:
        return None, None
    scheme = urlsplit(proxy).scheme
    if scheme in ("http", "https"):
        return None, proxy
    if scheme not in ("socks4", "socks5", "socks5h"):
        raise VenueError(
            tr("The proxy must begin with http://, https:// or socks5://, not {scheme}://.", scheme=scheme or "nothing")
        )
    if importlib.util.find_spec("aiohttp_socks") is None:
        raise VenueError(tr("A SOCKS proxy needs the Python package aiohttp-socks, which is not installed."))
    socks: Any = importlib.import_module("aiohttp_socks")
    plain = proxy.replace("socks5h://", "socks5://")
    return functools.partial(socks.ProxyConnector.from_url, plain, rdns=scheme != "socks4"), None


def prepare(venue: Venue) -> None:
    """Load the library's part for a venue ahead of time; takes 0.3 s for the first one, then some 20 ms. Any thread."""
    with _loading:
        _guarded_class(venue.CCXT_ID, venue.READS)


_loading = threading.Lock()


@functools.cache
def _guarded_class(ccxt_id: str, reads: ReadList) -> type[Any]:
    return guarded(lite.load(ccxt_id), reads)


def _choose_network(exchange: Any, config: AccountConfig, venue: Venue) -> None:
    """Point the client at the embedded exchange, the test network, a regional host, or leave it as it is."""
    if config.base_url:
        _redirect(exchange, config.base_url, config.ws_base_url)
    elif config.testnet:
        venue.use_testnet(exchange)
    elif config.host:
        venue.use_host(exchange, config.host)


def _redirect(exchange: Any, base_url: str, ws_base_url: str) -> None:
    """Rewrite every address ccxt knows to this computer, and prove that no other is left."""

    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: moved(inner) for key, inner in value.items()}
        if isinstance(value, str) and "://" in value:
            place = urlsplit(value.replace("{hostname}", "host"))
            return (ws_base_url if place.scheme in ("ws", "wss") else base_url) + place.path
        return value

    def renamed(value: Any) -> Any:
        return {key: renamed(inner) for key, inner in value.items()} if isinstance(value, dict) else exchange.hostname

    exchange.hostname = urlsplit(base_url).netloc
    exchange.urls = {"api": moved(exchange.urls["api"]), "hostnames": renamed(exchange.urls.get("hostnames", {}))}

    def prove(value: Any) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                prove(inner)
        elif isinstance(value, str) and urlsplit(value).hostname not in LOOPBACK:
            raise VenueError(tr("An address outside this computer is left: {value}", value=value))

    prove(exchange.urls["api"])


def _host(exchange: Any, venue: Venue) -> str:
    api, method, path = venue.TIME
    return urlsplit(cast(str, exchange.sign(path, api.split("."), method, {})["url"])).netloc


def _number_or_word(code: str) -> int | str:
    return int(code) if code.lstrip("-").isdigit() else code


def _what_broke(cause: BaseException) -> str:
    name = type(cause).__name__
    for part, words in (
        ("DNS", tr("its name could not be resolved (DNS)")),
        ("Certificate", tr("its certificate is not trusted; is something listening in between?")),
        ("SSL", tr("no secure connection could be made (TLS)")),
        ("Payload", tr("the answer was cut short")),
        ("ServerDisconnected", tr("the connection was closed before an answer")),
        ("Connector", tr("no connection could be made")),
        ("gaierror", tr("its name could not be resolved (DNS)")),
        ("Proxy", tr("the proxy refused")),
    ):
        if part in name:
            return words
    return tr("the connection broke ({name})", name=name)


def _status(error: BaseException) -> str:
    found = re.search(r"\b([45]\d\d)\b", str(error))
    return f" (HTTP {found.group(1)})" if found else ""
