"""The door of one face: logs every request, misbehaves as it was told, and lets the face answer."""

from __future__ import annotations

import time

import msgspec
from aiohttp import web

from monitor.demo.face import Asked, Face
from monitor.demo.faults import REPLACING, SHAPING, VANISHING, Faults, replace_answer, shape_answer
from monitor.demo.request_log import LogEntry, RequestLog
from monitor.demo.sockets import Sockets
from monitor.demo.world import World


class Door:
    """Answers requests on one face's socket."""

    def __init__(self, world: World, face: Face, faults: Faults, log: RequestLog) -> None:
        self.face = face
        self.sockets = Sockets(world, face, faults, log)
        self.last_request_s = time.monotonic()
        self._world = world
        self._faults = faults
        self._log = log

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Log, misbehave as told, answer."""
        try:
            return await self._answer(request)
        except ConnectionError:  # the client has left meanwhile: nobody hears the answer
            return web.Response()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.last_request_s = time.monotonic()
        face = self.face
        asked = Asked(
            method=request.method,
            path=request.path,
            query=request.query,
            raw_query=request.rel_url.raw_query_string,
            headers=request.headers,
            text=await request.text(),
        )
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        name = face.name_of(asked)
        owner = face.owner_of(asked)
        label = owner.label if owner is not None else None
        self._note(asked, name, label, upgrade)
        fault = self._faults.take(REPLACING, face.venue, name, label)
        if fault is not None:
            return await replace_answer(fault, request, face.limited)
        if upgrade:
            return await self.sockets.handle(request, asked)
        answer = face.answer(asked, owner)
        body = answer.body
        if answer.status == 200 and face.tells_positions(asked):
            vanishing = self._faults.take(VANISHING, face.venue, name, label)
            body = body if vanishing is None else face.without_positions(body, vanishing)
        encoded = msgspec.json.encode(body)
        shaping = self._faults.take(SHAPING, face.venue, name, label) if answer.status == 200 else None
        if shaping is not None:
            return await shape_answer(shaping, request, encoded)
        return web.Response(
            status=answer.status, body=encoded, content_type="application/json", headers=dict(answer.headers)
        )

    def _note(self, asked: Asked, name: str, label: str | None, upgrade: bool) -> None:
        entry = LogEntry(
            at_ms=self._world.now_ms(),
            venue=self.face.venue,
            method="WS-OPEN" if upgrade else asked.method,
            path=name,
            account=label,
            is_write=not upgrade and not self.face.is_read(asked),
        )
        self._log.add(entry)
