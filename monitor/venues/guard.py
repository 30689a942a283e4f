"""The read-only guard: a ccxt venue class that cannot send anything but what its read list names.

Four independent layers, each refusing by default ("GET means read" is false: every Deribit order is a GET):
1. endpoints and coroutine methods that are not reads are replaced by ones that raise;
2. `fetch2` and `sign` accept only a triple (api, METHOD, path) of the list, so no write is even signed;
3. `fetch` accepts only a call that layer 2 has just approved;
4. the transport checks method, host and path of every request and WebSocket upgrade, refuses redirects, and lets only
   the frames of frames.py out of a WebSocket.
Nothing switches it off. Source: reliability findings 4 and 5; proven by tests/venues/test_guard.py.
"""

from __future__ import annotations

import contextvars
import importlib
import inspect
import json
import logging
import re
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, cast
from urllib.parse import urlsplit

import aiohttp
import msgspec
from yarl import URL

from monitor.errors import GarbledAnswerError, NetworkError, ReadOnlyViolationError, RedirectError
from monitor.host_names import HostNames
from monitor.language import tr

log = logging.getLogger(__name__)

Endpoint = tuple[str, str, str]
"""(ccxt's api name, METHOD, path): what one request is."""

NOTHING = r"(?!)"
MOST_BYTES = 10_000_000  # of an answer: the largest known have 4 MB; reading more would hold up all other accounts
MOST_BYTES_OF_REFUSAL = 1_000_000
KEEPALIVE_S = 8  # below the request timeout. WORKAROUND https://github.com/aio-libs/aiohttp/issues/12953
_READS = re.compile(
    r"(fetch|load|watch|un_?[wW]atch|close|sleep|throttle|request|spawn|safe_?[dD]eterministic_?[cC]all|is_?[uU]ta)"
)
_WRITES_BY_STREAM = re.compile(r".*(_ws|Ws)\Z")

_approved: contextvars.ContextVar[tuple[int, str] | None] = contextvars.ContextVar("approved request", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """All that may leave this computer for one venue."""

    endpoints: frozenset[Endpoint]
    stream_urls: tuple[str, ...] = ()  # where in ccxt's urls["api"] the hosts stand that may be connected: "ws.linear"
    stream_hosts: tuple[tuple[str, str], ...] = ()  # what ccxt's urls["api"]["ws"] lacks: (name, address)
    stream_path: str = NOTHING  # regular expression for the whole path
    stream_frames: Any = None  # the frames that may leave (see frames.py); None: none
    body_types: frozenset[str] = frozenset()  # where the venue reads by POST: values of "type" that a body may carry
    path_values: tuple[tuple[str, str], ...] = ()  # what may stand for {name} in a path: (name, regular expression)


class Watch:
    """What one guarded client has refused, and who hears each answer."""

    def __init__(self, venue_id: str, reads: ReadList) -> None:
        self.venue_id = venue_id
        self.reads = reads
        self.violations: list[str] = []  # kept even where ccxt swallows the exception
        self.on_answer: Callable[[int, Mapping[str, str], str], None] | None = None

    def refuse(self, what: str) -> NoReturn:
        """Record and raise.

        Raises:
            ReadOnlyViolationError: always.
        """
        self.violations.append(what)
        log.error("%s: refused %s", self.venue_id, what)
        raise ReadOnlyViolationError(
            tr("{venue_id}: refused {what}; Marginwatch only reads.", venue_id=self.venue_id, what=what)
        )

    def check(self, path: str, api: object, method: str) -> None:
        """Refuse a request whose triple is not on the list."""
        name = ".".join(map(str, api)) if isinstance(api, list | tuple) else str(api)
        if (name, method, path) not in self.reads.endpoints:
            self.refuse(f"{method} {name}/{path}")

    def check_body(self, path: str, params: object) -> None:
        """Refuse a question of a type that is not on the list, where one endpoint answers many."""
        kind = params.get("type") if isinstance(params, Mapping) else None
        if self.reads.body_types and kind not in self.reads.body_types:
            self.refuse(tr("{path} of type {kind!r}", path=path, kind=str(kind)[:40]))

    def check_frame(self, frame: object) -> None:
        """Refuse a WebSocket frame that is not a subscription, a sign-in to listen, or a ping, in the venue's words."""
        if isinstance(frame, str):
            if frame in ("ping", "pong"):
                return
            try:
                frame = json.loads(frame, object_pairs_hook=_no_name_twice)
            except ValueError:
                self.refuse(tr("a WebSocket frame that is not JSON"))
        if self.reads.stream_frames is None:
            self.refuse(tr("a WebSocket frame: nothing is streamed here"))
        try:
            msgspec.convert(frame, type=self.reads.stream_frames)
        except msgspec.ValidationError:
            named = frame if isinstance(frame, dict) else {}
            operation = next((str(named[name])[:40] for name in ("op", "method", "event", "type") if name in named), "")
            self.refuse(tr("WebSocket operation {operation!r}", operation=operation))


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A frame that names a field twice may be read differently by who receives it."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def guarded(base: type[Any], reads: ReadList) -> type[Any]:
    """Return a read-only subclass of a ccxt.pro venue class; its instances carry their Watch as `watcher`."""

    class Guarded(base):  # type: ignore[misc]
        """A ccxt venue that only reads."""

        def __init__(self, config: dict[str, Any], *, tls: Any = True, connector: Callable[..., Any] | None = None):
            if "session" in config:
                raise ReadOnlyViolationError(tr("{kind}: a foreign session cannot be guarded.", kind=base.__name__))
            self.watcher = Watch(base.__name__, reads)
            self._tls = tls
            self._make_connector = connector or aiohttp.TCPConnector
            self.proxy_for_all: str | None = None
            self._read: tuple[str, Any] = ("", None)  # a body, and what it says
            super().__init__(config)
            for name, address in reads.stream_hosts:
                self.urls["api"]["ws"][name] = address
            self.has["fetchCurrencies"] = False  # else load_markets makes a private wallet call
            self.ssl_context = tls
            self.timeout_on_exit = 0
            self.verbose = False
            self.enableLastHttpResponse = False
            self.enableLastJsonResponse = False
            self.enableLastResponseHeaders = False

        def sign(self, path: str, api: Any = "public", method: str = "GET", params: Any = {}, *rest: Any) -> Any:  # noqa: B006
            self.watcher.check(path, api, method)
            return super().sign(path, api, method, params, *rest)

        async def fetch2(
            self,
            path: str,
            api: Any = "public",
            method: str = "GET",
            params: Any = {},  # noqa: B006
            config: Any = {},  # noqa: B006
        ) -> Any:
            self.watcher.check(path, api, method)
            self.watcher.check_body(path, params)
            token = _approved.set((id(self), method))
            try:
                return await super().fetch2(path, api, method, params, config)
            finally:
                _approved.reset(token)

        async def fetch(self, url: str, method: str = "GET", headers: Any = None, body: Any = None) -> Any:
            if _approved.get() != (id(self), method):
                self.watcher.refuse(tr("unapproved {method} {path}", method=method, path=urlsplit(url).path))
            return await super().fetch(url, method, headers, body)

        def open(self, lazy: bool = False) -> None:
            if self.session is None and not (lazy and self.closed_by_user):
                self._open_session()
            super().open(lazy)

        def _open_session(self) -> None:
            self.tcp_connector = self._make_connector(
                ssl=self._tls,
                keepalive_timeout=KEEPALIVE_S,
                family=socket.AF_UNSPEC,
                ttl_dns_cache=60,
                resolver=HostNames(),
            )
            self.session = aiohttp.ClientSession(
                connector=self.tcp_connector,
                middlewares=(_transport_guard(self.watcher, self._requests(), self._patterns(), self._streams()),),
                response_class=_bounded_response(self.watcher),
                ws_response_class=_guarded_socket(self.watcher),
                proxy=self.proxy_for_all,
                trust_env=False,
            )

        def _requests(self) -> frozenset[tuple[str, str, str]]:
            """(METHOD, host, path) of every endpoint on the list, as ccxt's own signing places them."""
            placed = [self._placed(one, {}) for one in reads.endpoints if "{" not in one[2]]
            return frozenset(one for one in placed if one is not None)

        def _patterns(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
            """(METHOD, host, pattern of the whole path) of the endpoints whose path holds a {name}."""
            marks = {name: f"mark{number}mark" for number, (name, _) in enumerate(reads.path_values)}
            found = []
            for one in reads.endpoints:
                placed = self._placed(one, marks) if "{" in one[2] else None
                if placed is not None:
                    method, host, path = placed
                    pattern = re.escape(path)
                    for name, values in reads.path_values:
                        pattern = pattern.replace(marks[name], f"(?:{values})")
                    found.append((method, host, re.compile(pattern)))
            return tuple(found)

        def _placed(self, endpoint: Endpoint, values: dict[str, str]) -> tuple[str, str, str] | None:
            """Where ccxt's own signing sends an endpoint; None where this network (testnet) has no address for it."""
            api, method, path = endpoint
            try:
                place = urlsplit(super().sign(path, api.split("."), method, dict(values))["url"])
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, _ccxt_error()):
                return None  # it stays forbidden
            return (method, place.netloc, place.path) if place.netloc else None

        def _streams(self) -> frozenset[str]:
            found: set[str] = set()
            for place in reads.stream_urls:
                address: Any = self.urls["api"]
                for key in place.split("."):
                    address = address.get(key) if isinstance(address, dict) else None
                if isinstance(address, str):
                    found.add(_host_of(URL(self.implode_hostname(address))))
            return frozenset(found)

        def get_socks_proxy_session(self, *_: Any) -> NoReturn:
            self.watcher.refuse(tr("a SOCKS session of ccxt's own"))

        def client(self, url: str) -> Any:
            client = super().client(url)
            if not hasattr(client, "unguarded_send"):
                client.unguarded_send = client.send

                async def send(message: object) -> Any:
                    self.watcher.check_frame(message)
                    return await client.unguarded_send(message)

                client.send = send
            return client

        def on_rest_response(self, code: int, reason: str, url: str, method: str, headers: Any, body: str, *rest: Any):  # type: ignore[no-untyped-def]
            body = super().on_rest_response(code, reason, url, method, headers, body, *rest)
            if self.watcher.on_answer is not None:
                self.watcher.on_answer(code, headers, body)
            if 200 <= code < 300:
                self._read = body, _said(body, f"{base.__name__} {urlsplit(url).path}")
            return body

        def parse_json(self, http_response: str) -> Any:
            """What ccxt asks for next; it is read once."""
            body, said = self._read
            self._read = "", None
            if http_response is not body:  # of a refusal
                return super().parse_json(http_response)
            return said if isinstance(said, dict | list) else None  # as ccxt: of all else it takes the text

    _block_writes(Guarded, base, reads)
    Guarded.__name__ = Guarded.__qualname__ = base.__name__
    return Guarded


def _block_writes(guarded_class: type[Any], base: type[Any], reads: ReadList) -> None:
    """Layer 1: replace what is not a read by something that raises, under both of ccxt's spellings."""
    for name in dir(base):
        if name.startswith("__"):
            continue
        member = next(vars(kind)[name] for kind in base.__mro__ if name in vars(kind))
        path = getattr(member, "path", None)
        if path is not None and hasattr(member, "unbound_method"):
            if (".".join(member.api), member.method, path) not in reads.endpoints:
                setattr(guarded_class, name, _refusing(f"{member.method} {'.'.join(member.api)}/{path}"))
        elif inspect.iscoroutinefunction(member) and (not _READS.match(name) or _WRITES_BY_STREAM.match(name)):
            setattr(guarded_class, name, _refusing(tr("method {name}", name=name)))


def _host_of(url: URL) -> str:
    """Host and port as ccxt's addresses write them: a port that goes without saying is left out."""
    port = url.explicit_port
    return (url.raw_host or "") + (f":{port}" if port and port not in (80, 443) else "")


def _refusing(what: str) -> Callable[..., NoReturn]:
    def refuse(self: Any, *_: Any, **__: Any) -> NoReturn:
        cast(Watch, self.watcher).refuse(what)

    return refuse


def _ccxt_error() -> type[Exception]:
    return cast(type[Exception], importlib.import_module("ccxt.base.errors").BaseError)


def _transport_guard(
    watcher: Watch,
    requests: frozenset[tuple[str, str, str]],
    patterns: tuple[tuple[str, str, re.Pattern[str]], ...],
    stream_hosts: frozenset[str],
) -> aiohttp.ClientMiddlewareType:
    """Layer 4, requests: what the session sends is on the list, hop by hop."""
    stream_path = re.compile(watcher.reads.stream_path)

    async def check(
        request: aiohttp.ClientRequest, send: Callable[[aiohttp.ClientRequest], Awaitable[aiohttp.ClientResponse]]
    ) -> aiohttp.ClientResponse:
        url = request.url
        host = _host_of(url)
        if request.headers.get("Upgrade", "").lower() == "websocket":
            if host not in stream_hosts or not stream_path.fullmatch(url.path):
                watcher.refuse(tr("a WebSocket to {host}{path}", host=host, path=url.path))
        elif (request.method, host, url.raw_path) not in requests and not any(
            (request.method, host) == pattern[:2] and pattern[2].fullmatch(url.raw_path) for pattern in patterns
        ):
            watcher.refuse(f"{request.method} {host}{url.path}")
        response = await send(request)
        if 300 <= response.status < 400:
            response.close()
            raise RedirectError(
                tr(
                    "{host}: the answer is a redirect ({status}); it was not followed.",
                    host=host,
                    status=response.status,
                ),
                advice=tr("Is there a login page in the way? Open a web page, then wait."),
            )
        return response

    return cast(aiohttp.ClientMiddlewareType, check)


def _guarded_socket(watcher: Watch) -> type[aiohttp.ClientWebSocketResponse]:
    """Layer 4, frames: whoever writes to the socket, only subscriptions, sign-ins and pings leave."""

    class GuardedSocket(aiohttp.ClientWebSocketResponse):
        async def send_str(self, data: str, compress: int | None = None) -> None:
            watcher.check_frame(data)
            await super().send_str(data, compress)

        async def send_bytes(self, data: Any, compress: int | None = None) -> NoReturn:
            watcher.refuse(tr("a binary WebSocket frame"))

        async def send_frame(self, *_: Any, **__: Any) -> NoReturn:
            watcher.refuse(tr("a raw WebSocket frame"))

    return GuardedSocket


def _bounded_response(watcher: Watch) -> type[aiohttp.ClientResponse]:
    """An answer that is given up when it turns out to be far too long, packed or not."""

    class BoundedResponse(aiohttp.ClientResponse):
        async def read(self) -> bytes:
            if self._body is None:
                blocks, size = [], 0
                most = MOST_BYTES if self.status < 300 else MOST_BYTES_OF_REFUSAL
                try:
                    async for block in self.content.iter_any():
                        blocks.append(block)
                        size += len(block)
                        if size > most:
                            raise GarbledAnswerError(
                                tr(
                                    "{where} gave an answer of more than {most} MB.",
                                    where=f"{watcher.venue_id} {self.url.path}",
                                    most=most // 1_000_000,
                                )
                            )
                except BaseException:
                    self.close()
                    raise
                self._body = b"".join(blocks)
            return await super().read()

    return BoundedResponse


def _said(body: str, where: str) -> Any:
    """Return what a 200 says: it is an answer only if its body, without spaces around it, is JSON and says something.

    Raises:
        NetworkError: a web page. GarbledAnswerError: empty, null or cut short.
    """
    if body[:1] == "<":
        raise NetworkError(
            tr("{where} was answered by a web page, not with data.", where=where),
            advice=tr("Is there a login page in the way? Open a web page, then wait."),
        )
    try:
        said = msgspec.json.decode(body) if body else None
    except msgspec.DecodeError:
        raise GarbledAnswerError(
            tr(
                "{where} gave an answer that is cut short or not JSON ({count} characters).",
                where=where,
                count=len(body),
            )
        ) from None
    if said is None or said == "":
        raise GarbledAnswerError(tr("{where} gave an empty answer.", where=where))
    return said
