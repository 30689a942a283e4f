"""The REST face of the demo exchange: Binance USDⓈ-M's paths, signatures, errors and request weights.

Only what is on the list of endpoints (endpoints.py) is a read and is answered; everything else is logged as a write
and refused, whatever the key may do.
"""

from __future__ import annotations

import hashlib
import hmac
import time
import urllib.parse

import msgspec
from aiohttp import web

from monitor.demo.account import Account
from monitor.demo.endpoints import ENDPOINTS, ApiError, Call
from monitor.demo.faults import REPLACING, SHAPING, VANISHING, Faults, replace_answer, shape_answer, without_vanished
from monitor.demo.limits import RateLimiter, Verdict, weight_of
from monitor.demo.request_log import LogEntry, RequestLog
from monitor.demo.streams import Streams
from monitor.demo.world import World

DEFAULT_WINDOW_MS = 5000
TELLS_POSITIONS = ("/positionRisk", "/account")
AHEAD_MS = 1000  # how far a request's timestamp may lie in the future


class RestFace:
    """Answers requests from a world, in Binance's dialect."""

    def __init__(self, world: World, streams: Streams, faults: Faults, log: RequestLog, limiter: RateLimiter) -> None:
        self._world = world
        self._streams = streams
        self._faults = faults
        self._log = log
        self._limiter = limiter
        self.last_request_s = time.monotonic()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Log, misbehave as told, limit, authenticate, answer."""
        self.last_request_s = time.monotonic()
        path = request.path
        owner = self._owner(request)
        label = owner.label if owner is not None else None
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        self._note(request, label, upgrade)
        fault = self._faults.take(REPLACING, path, label)
        if fault is not None:
            return await replace_answer(fault, request)
        if upgrade:
            return await self._streams.handle(request)
        verdict = self._limiter.spend(weight_of(path, request.query), time.monotonic())
        if verdict.status != 200:
            return self._too_many(verdict)
        try:
            body = await self._answer(request, owner)
        except ApiError as error:
            return _response({"code": error.code, "msg": error.message}, verdict, status=error.status)
        vanishing = self._faults.take(VANISHING, path, label) if path.endswith(TELLS_POSITIONS) else None
        if vanishing is not None:
            body = without_vanished(vanishing, body)
        shaping = self._faults.take(SHAPING, path, label)
        if shaping is None:
            return _response(body, verdict)
        return await shape_answer(shaping, request, msgspec.json.encode(body))

    def _note(self, request: web.Request, label: str | None, upgrade: bool) -> None:
        entry = LogEntry(
            at_ms=self._world.now_ms(),
            method="WS-OPEN" if upgrade else request.method,
            path=request.path,
            account=label,
            is_write=not upgrade and (request.method, request.path) not in ENDPOINTS,
        )
        self._log.add(entry)

    def _owner(self, request: web.Request) -> Account | None:
        label = self._streams.owner_of(request)
        if label is not None:
            return self._world.accounts[label]
        key = request.headers.get("X-MBX-APIKEY")
        return next((account for account in self._world.accounts.values() if account.api_key == key), None)

    async def _answer(self, request: web.Request, owner: Account | None) -> object:
        text = await request.text()
        endpoint = ENDPOINTS.get((request.method, request.path))
        if endpoint is None:
            if request.method == "GET":
                raise ApiError(404, -5000, f"Path {request.path}, Method GET is invalid")
            raise ApiError(401, -2015, "Invalid API-key, IP, or permissions for action, request ip: 127.0.0.1")
        if endpoint.access != "public":
            if owner is None:
                known_form = request.headers.get("X-MBX-APIKEY")
                code, message = (
                    (-2015, "Invalid API-key, IP, or permissions for action, request ip: 127.0.0.1")
                    if known_form
                    else (-2014, "API-key format invalid.")
                )
                raise ApiError(401, code, message)
            if endpoint.access == "signed":
                self._check_signature(request.rel_url.raw_query_string + text, owner)
        call = Call(
            world=self._world,
            streams=self._streams,
            account=owner,
            query=request.query,
            now_ms=self._world.now_ms(),
        )
        return endpoint.answer(call)

    def _check_signature(self, payload: str, owner: Account) -> None:
        """Check HMAC, timestamp and window as Binance does.

        Raises:
            ApiError: one of them is wrong.
        """
        signed, _, signature = payload.rpartition("&signature=")
        wanted = hmac.new(owner.secret.encode(), signed.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted, urllib.parse.unquote(signature)):
            raise ApiError(400, -1022, "Signature for this request is not valid.")
        values = dict(urllib.parse.parse_qsl(signed))
        stamp, window = values.get("timestamp", ""), values.get("recvWindow", str(DEFAULT_WINDOW_MS))
        if not stamp.isdigit():
            raise ApiError(400, -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.")
        now = self._world.now_ms()
        if int(stamp) > now + AHEAD_MS:
            raise ApiError(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.")
        if now - int(stamp) > int(window):
            raise ApiError(400, -1021, "Timestamp for this request is outside of the recvWindow.")

    def _too_many(self, verdict: Verdict) -> web.Response:
        if verdict.status == 418:
            until = self._world.now_ms() + round(verdict.wait_s * 1000)
            message = (
                f"Way too many requests; IP(127.0.0.1) banned until {until}. "
                "Please use the websocket for live updates to avoid bans."
            )
        else:
            message = "Too many requests; current limit of IP(127.0.0.1) is 2400 requests per minute."
        response = _response({"code": -1003, "msg": message}, verdict, status=verdict.status)
        response.headers["Retry-After"] = str(max(1, round(verdict.wait_s)))
        return response


def _response(body: object, verdict: Verdict, *, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=msgspec.json.encode(body),
        content_type="application/json",
        headers={"X-MBX-USED-WEIGHT-1M": str(verdict.used)},
    )
