"""The WebSocket face of the demo exchange: mark prices for subscribers, the user data stream for listen keys.

Sockets are written by a task of their own, so that a client that does not read cannot hold up the market.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from dataclasses import dataclass, field

import msgspec
from aiohttp import WSMsgType, web

from monitor.demo.faults import Faults
from monitor.demo.market_answers import Row, mark_messages
from monitor.demo.request_log import LogEntry, RequestLog, frame_is_write
from monitor.demo.world import World

LISTEN_KEY_MS = 60 * 60 * 1000
LISTEN_KEY_LENGTH = 64
MARK_PERIOD_S = 1.0
SEND_TIMEOUT_S = 2.0
ARRAY_STREAMS = ("!markPrice@arr@1s", "!markPrice@arr")


@dataclass(slots=True, kw_only=True)
class ListenKey:
    """A key to one account's user stream."""

    label: str
    expires_ms: int  # wall


@dataclass(slots=True, kw_only=True, eq=False)
class Socket:
    """One open WebSocket."""

    request: web.Request
    ws: web.WebSocketResponse
    listen_key: str | None  # None: a market stream
    streams: set[str] = field(default_factory=set)


class Streams:
    """All open WebSockets and the keys to the private ones."""

    def __init__(self, world: World, faults: Faults, log: RequestLog) -> None:
        self._world = world
        self._faults = faults
        self._log = log
        self._keys: dict[str, ListenKey] = {}
        self._sockets: list[Socket] = []
        self._news = asyncio.Event()

    # ------------------------------------------------------------ listen keys

    def create_key(self, label: str) -> dict[str, str]:
        """Return the account's listen key, its life renewed; a new one where there is none."""
        for key, entry in self._keys.items():
            if entry.label == label:
                entry.expires_ms = self._world.now_ms() + LISTEN_KEY_MS
                return {"listenKey": key}
        key = secrets.token_hex(LISTEN_KEY_LENGTH // 2)
        self._keys[key] = ListenKey(label=label, expires_ms=self._world.now_ms() + LISTEN_KEY_MS)
        return {"listenKey": key}

    def keep_key(self, label: str) -> dict[str, str] | None:
        """Renew the life of the account's listen key; None where it has none."""
        if not any(entry.label == label for entry in self._keys.values()):
            return None
        return self.create_key(label)

    def drop_key(self, label: str) -> dict[str, str]:
        """End the account's listen key."""
        self._keys = {key: entry for key, entry in self._keys.items() if entry.label != label}
        return {}

    def owner_of(self, request: web.Request) -> str | None:
        """Return the label behind the listen key in an address, None where there is none."""
        entry = self._keys.get(_listen_key(request) or "")
        return entry.label if entry is not None else None

    async def expire_keys(self, *, all_of_them: bool = False) -> None:
        """Tell and close the streams whose key has expired."""
        now = self._world.now_ms()
        dead = [key for key, entry in self._keys.items() if all_of_them or entry.expires_ms <= now]
        for key in dead:
            del self._keys[key]
            message = {"e": "listenKeyExpired", "E": now, "listenKey": key}
            for socket in [socket for socket in self._sockets if socket.listen_key == key]:
                await self._send(socket, msgspec.json.encode(message).decode())
                with contextlib.suppress(TimeoutError, ConnectionError):
                    await asyncio.wait_for(socket.ws.close(), SEND_TIMEOUT_S)

    # ------------------------------------------------------------ sockets

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one WebSocket until it closes."""
        key = _listen_key(request)
        if key not in self._keys and (key is not None or request.path.startswith("/private")):
            return web.Response(status=404)
        ws = web.WebSocketResponse(compress=False)
        await ws.prepare(request)
        socket = Socket(request=request, ws=ws, listen_key=key)
        socket.streams.update(_named_streams(request))
        self._sockets.append(socket)
        try:
            async for message in ws:
                if message.type == WSMsgType.TEXT:
                    await self._receive(socket, message.data)
        finally:
            self._sockets.remove(socket)
        return ws

    async def _receive(self, socket: Socket, text: str) -> None:
        account = self._keys[socket.listen_key].label if socket.listen_key in self._keys else None
        self._log.add(
            LogEntry(
                at_ms=self._world.now_ms(),
                method="WS",
                path=socket.request.path,
                account=account,
                is_write=frame_is_write(text),
                text=text[:1000],
            )
        )
        try:
            frame = msgspec.json.decode(text)
        except msgspec.DecodeError:
            return
        if not isinstance(frame, dict):
            return
        names = [str(name) for name in frame.get("params") or []]
        result: list[str] | None = None
        if frame.get("method") == "SUBSCRIBE":
            socket.streams.update(names)
        elif frame.get("method") == "UNSUBSCRIBE":
            socket.streams.difference_update(names)
        elif frame.get("method") == "LIST_SUBSCRIPTIONS":
            result = sorted(socket.streams)
        await self._send(socket, msgspec.json.encode({"result": result, "id": frame.get("id")}).decode())

    async def drop(self, *, abort: bool) -> None:
        """End every open WebSocket: in good order, or by losing the connection."""
        for socket in list(self._sockets):
            if abort:
                if socket.request.transport is not None:
                    socket.request.transport.abort()
            else:
                with contextlib.suppress(TimeoutError, ConnectionError):
                    await asyncio.wait_for(socket.ws.close(code=1001), SEND_TIMEOUT_S)

    # ------------------------------------------------------------ telling

    def wake(self) -> None:
        """Say that the world has news for the user streams."""
        self._news.set()

    async def tell_users(self) -> None:
        """Send account events as they come, until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            while self._world.events:
                label, event = self._world.events.popleft()
                text = msgspec.json.encode(event).decode()
                for socket in list(self._sockets):
                    entry = self._keys.get(socket.listen_key or "")
                    if entry is not None and entry.label == label:
                        await self._send(socket, text)

    async def tell_marks(self) -> None:
        """Send mark prices once a second and look after the listen keys, until cancelled."""
        while True:
            await asyncio.sleep(MARK_PERIOD_S)
            await self.expire_keys()
            listeners = [socket for socket in self._sockets if socket.streams]
            if not listeners:
                continue
            rows = mark_messages(self._world.market, self._world.now_ms(), self._world.funding_due_ms())
            by_stream = {f"{str(row['s']).lower()}@markPrice": row for row in rows}
            for socket in listeners:
                await self._tell_marks_to(socket, rows, by_stream)

    async def _tell_marks_to(self, socket: Socket, rows: list[Row], by_stream: dict[str, Row]) -> None:
        combined = socket.request.path.endswith("/stream")
        for name in sorted(socket.streams):
            data: object = rows if name in ARRAY_STREAMS else by_stream.get(name.removesuffix("@1s"))
            if data is not None:
                body = {"stream": name, "data": data} if combined else data
                await self._send(socket, msgspec.json.encode(body).decode())

    async def _send(self, socket: Socket, text: str) -> None:
        label = self._keys[socket.listen_key].label if socket.listen_key in self._keys else None
        if self._faults.in_force("ws_pong_only", socket.request.path, label):
            return
        try:
            await asyncio.wait_for(socket.ws.send_str(text), SEND_TIMEOUT_S)
        except (TimeoutError, ConnectionError, RuntimeError):
            if socket.request.transport is not None:
                socket.request.transport.abort()


def _listen_key(request: web.Request) -> str | None:
    """The listen key in an address: /private/ws?listenKey=… or /ws/…; None for a market stream."""
    last = request.path.rsplit("/", 1)[-1]
    return request.query.get("listenKey") or (last if len(last) == LISTEN_KEY_LENGTH else None)


def _named_streams(request: web.Request) -> list[str]:
    """Streams that the address itself names: /ws/<stream> or /stream?streams=<a>/<b>."""
    if "streams" in request.query:
        return request.query["streams"].split("/")
    return [part for part in request.path.split("/") if "@" in part]
