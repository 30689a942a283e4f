"""The open WebSockets of one face: who listens, and how messages reach them.

Sockets are written by tasks of the server, so that a client that does not read cannot hold up the market.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from aiohttp import WSMsgType, web

from monitor.demo.face import Asked, Face, Listener
from monitor.demo.faults import Faults
from monitor.demo.news import News
from monitor.demo.request_log import LogEntry, RequestLog
from monitor.demo.world import World

SEND_TIMEOUT_S = 2.0


@dataclass(slots=True, kw_only=True, eq=False)
class Socket:
    """One open WebSocket."""

    request: web.Request
    ws: web.WebSocketResponse
    listener: Listener


class Sockets:
    """All open WebSockets of a face."""

    def __init__(self, world: World, face: Face, faults: Faults, log: RequestLog) -> None:
        self._world = world
        self._face = face
        self._faults = faults
        self._log = log
        self._open: list[Socket] = []

    async def handle(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        """Serve one WebSocket until it closes."""
        listener = self._face.listen(asked)
        if listener is None:
            return web.Response(status=404)
        ws = web.WebSocketResponse(compress=False)
        await ws.prepare(request)
        socket = Socket(request=request, ws=ws, listener=listener)
        self._open.append(socket)
        try:
            async for message in ws:
                if message.type == WSMsgType.TEXT:
                    self._note(listener, message.data)
                    await self._send(socket, self._face.heard(listener, message.data), pong="ping" in message.data)
        finally:
            self._open.remove(socket)
        return ws

    def _note(self, listener: Listener, text: str) -> None:
        entry = LogEntry(
            at_ms=self._world.now_ms(),
            venue=self._face.venue,
            method="WS",
            path=listener.asked.path,
            account=listener.label,
            is_write=not self._face.is_read_frame(text),
            text=text[:1000],
        )
        self._log.add(entry)

    async def tell(self, label: str, news: News) -> None:
        """Tell news of an account to those whom it concerns."""
        account = self._world.accounts[label]
        for socket in list(self._open):
            await self._send(socket, self._face.told(socket.listener, account, news))

    async def tell_each_second(self) -> None:
        """Tell marks, and end what the face has ended."""
        for socket in list(self._open):
            await self._send(socket, self._face.each_second(socket.listener))

    async def drop(self, *, abort: bool) -> None:
        """End every open WebSocket: in good order, or by losing the connection."""
        for socket in list(self._open):
            if not abort:
                await self._close(socket)
            elif socket.request.transport is not None:
                socket.request.transport.abort()

    async def _close(self, socket: Socket) -> None:
        with contextlib.suppress(TimeoutError, ConnectionError):
            await asyncio.wait_for(socket.ws.close(code=1001), SEND_TIMEOUT_S)

    async def _send(self, socket: Socket, messages: Iterable[object], *, pong: bool = False) -> None:
        """Send; a venue whose pings are messages of its own answers them also when it tells nothing else."""
        silent = not pong and self._faults.in_force(
            "ws_pong_only", self._face.venue, socket.listener.asked.path, socket.listener.label
        )
        for message in () if silent else messages:
            text = message if isinstance(message, str) else msgspec.json.encode(message).decode()
            try:
                await asyncio.wait_for(socket.ws.send_str(text), SEND_TIMEOUT_S)
            except (TimeoutError, ConnectionError, RuntimeError):
                if socket.request.transport is not None:
                    socket.request.transport.abort()
                return
        if socket.listener.ended:
            await self._close(socket)
