"""A server on this computer that answers as a venue's recorded and documented payloads say."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from monitor.clock import SystemClock
from monitor.credentials import Secrets
from monitor.settings import AccountConfig
from monitor.venues.fetch import AccountReader
from monitor.venues.pace import Pace

PAYLOADS = Path(__file__).resolve().parents[1] / "payloads"
GARBAGE: dict[str, tuple[str, str]] = {  # body, content type
    "html": ("<!DOCTYPE html><html><body>Please sign in.</body></html>", "text/html"),
    "empty": ("", "application/json"),
    "object": ("{}", "application/json"),
    "array": ("[]", "application/json"),
    "null": ("null", "application/json"),
    "envelope": ('{"code":200,"msg":"success"}', "application/json"),
    "truncated_json": ("", "application/json"),  # the first half of the right answer
}
Answer = Any  # what is sent as JSON, or a function of (query and body) that returns it


def payload(venue: str, name: str) -> Any:
    """Return a recorded answer."""
    return copy.deepcopy(json.loads((PAYLOADS / venue / f"{name}.json").read_text())["httpResponse"])


class Served:
    """Answers by path, or by path and `type` of the body: "/info clearinghouseState"."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.requests: list[tuple[str, str]] = []  # (METHOD, what was asked)
        self.asked: list[dict[str, Any]] = []  # query and body of each
        self.garbage: dict[str, str] = {}  # what is asked, or "" for all -> kind of garbage
        self.anything = False  # whatever is asked is answered
        self.packed = False  # answers are compressed
        self.port = 0
        self.sockets: dict[str, list[web.WebSocketResponse]] = {}  # by path, those that are open
        self.dialled: list[str] = []  # path and query of each WebSocket, in order
        self.frames: list[tuple[str, str]] = []  # (path, text) of what came by WebSocket
        self.speak: Callable[[str, Any], list[Any]] | None = None  # what is answered to a frame: (path, frame)
        self.mute = False  # frames are not answered, and nothing is told; pings are

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def tell(self, path: str, message: Any) -> None:
        """Send a message to all who listen at a path; a text goes as it is."""
        for socket in self.sockets[path]:
            await socket.send_str(message if isinstance(message, str) else json.dumps(message))

    def drop(self) -> None:
        """Break all WebSockets off, without a word."""
        for sockets in self.sockets.values():
            for socket in sockets:
                request = socket._req
                assert request is not None
                assert request.transport is not None
                request.transport.abort()

    async def _listen(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.dialled.append(request.path_qs)
        here = self.sockets.setdefault(request.path, [])
        here.append(socket)
        try:
            async for message in socket:
                self.frames.append((request.path, str(message.data)))
                for answer in self._answers(request.path, str(message.data)):
                    await socket.send_str(answer)
        finally:
            here.remove(socket)
        return socket

    def _answers(self, path: str, text: str) -> list[str]:
        if self.speak is None or (self.mute and "ping" not in text):
            return []
        if text == "ping":
            return ["pong"]
        return [json.dumps(one) for one in self.speak(path, json.loads(text))]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._listen(request)
        text = await request.text()
        body = json.loads(text) if text[:1] == "{" else {}
        params = {**request.query, **body}
        kind = body.get("type")
        what = f"{request.path} {kind}" if f"{request.path} {kind}" in self.answers else request.path
        self.requests.append((request.method, what))
        self.asked.append(params)
        if what not in self.answers and not self.anything:
            return web.Response(status=404, text='{"msg":"no such path"}', content_type="application/json")
        answer = self.answers.get(what, {})
        found = json.dumps(answer(params) if isinstance(answer, Callable) else answer)
        broken = self.garbage.get(what, self.garbage.get(""))
        if broken is None:
            response = web.Response(text=found, content_type="application/json")
            if self.packed:
                response.enable_compression(web.ContentCoding.gzip)
            return response
        text, content_type = GARBAGE[broken]
        return web.Response(
            text=text or (found[: len(found) // 2] if broken == "truncated_json" else ""), content_type=content_type
        )


@contextlib.asynccontextmanager
async def served(answers: dict[str, Answer]) -> AsyncIterator[Served]:
    server = Served(answers)
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()
        await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def reader_at(
    server: Served, venue: str, secrets: Secrets, clock: SystemClock | None = None
) -> AsyncIterator[AccountReader]:
    """Real ccxt, guarded, against this server."""
    config = AccountConfig(
        id="main", venue=venue, base_url=server.base_url, ws_base_url=server.base_url.replace("http", "ws")
    )
    reader = await AccountReader.open(config, secrets, clock or SystemClock())
    reader.client.pace = Pace("unhurried")  # tests of answers read faster than any venue allows
    try:
        yield reader
    finally:
        await reader.close()
