"""Bybit's face: v5 paths, signatures, envelopes and limits.

Only what is on the list of endpoints (endpoints.py) is a read and is answered; everything else is refused, whatever
the key may do. Refusals come with status 200 and a retCode; too many requests of one address with 403.

Source: Bybit v5, "Integration Guidance" and "Rate Limit Rules", read 2026-10.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable

from monitor.demo.account import Account
from monitor.demo.bybit import streams
from monitor.demo.bybit.endpoints import DENIED, ENDPOINTS, ApiError, Call, Endpoint
from monitor.demo.face import Answer, Asked, Listener
from monitor.demo.fault_kinds import Fault
from monitor.demo.faults import is_hidden
from monitor.demo.limits import RateLimiter
from monitor.demo.news import News
from monitor.demo.world import World

DEFAULT_WINDOW_MS = 5000
AHEAD_MS = 1000  # how far a request's timestamp may lie in the future
ADDRESS_LIMIT, ADDRESS_WINDOW_S = 600, 5.0  # requests of one address
CLOCK, BAD_KEY, BAD_SIGNATURE, TOO_MANY = 10002, 10003, 10004, 10006


class BybitFace:
    """Answers from a world, in Bybit's dialect."""

    venue = "bybit"
    limited = '{"retCode":10006,"retMsg":"Too many visits!","result":{},"retExtInfo":{},"time":0}'

    def __init__(self, world: World, *, limits: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self.limiter = RateLimiter(limit=ADDRESS_LIMIT, window_s=ADDRESS_WINDOW_S, enabled=limits)
        self._world = world
        self._clock = clock  # seconds, for the limits
        self._by_key: dict[tuple[str, str], RateLimiter] = {}  # account, path

    # ------------------------------------------------------------ requests

    def name_of(self, asked: Asked) -> str:
        """Return the path."""
        return asked.path

    def owner_of(self, asked: Asked) -> Account | None:
        """Return the account of an API key."""
        key = asked.headers.get("X-BAPI-API-KEY")
        mine = (account for account in self._world.accounts.values() if account.venue == self.venue)
        return next((account for account in mine if account.keys.api_key == key), None)

    def is_read(self, asked: Asked) -> bool:
        """Tell whether it is a GET of a path on the list."""
        return asked.method == "GET" and asked.path in ENDPOINTS

    def answer(self, asked: Asked, owner: Account | None) -> Answer:
        """Count, authenticate, answer."""
        if self.limiter.spend(1, self._clock()).status != 200:
            return Answer(body={"retCode": 10018, "retMsg": "access too frequent"}, status=403)
        endpoint = ENDPOINTS.get(asked.path) if asked.method == "GET" else None
        if endpoint is None and asked.method == "GET":
            return Answer(body={}, status=404)
        headers: dict[str, str] = {}
        try:
            if endpoint is None or endpoint.signed:
                owner = self._authenticate(asked, owner)
            if endpoint is None:
                raise ApiError(DENIED, "Permission denied, please check your API key permissions.")
            if owner is not None:
                headers = self._count(asked.path, endpoint, owner)
            call = Call(world=self._world, account=owner, query=asked.query, now_ms=self._world.now_ms())
            return Answer(body=self._envelope(0, "OK", endpoint.answer(call)), headers=headers)
        except ApiError as error:
            return Answer(body=self._envelope(error.code, error.message, {}), headers=headers)

    def _envelope(self, code: int, message: str, result: dict[str, object]) -> dict[str, object]:
        now = self._world.now_ms()
        return {"retCode": code, "retMsg": message, "result": result, "retExtInfo": {}, "time": now}

    def _authenticate(self, asked: Asked, owner: Account | None) -> Account:
        """Check key, signature, timestamp and window as Bybit does.

        Raises:
            ApiError: one of them is wrong.
        """
        if owner is None:
            raise ApiError(BAD_KEY, "API key is invalid.")
        stamp = asked.headers.get("X-BAPI-TIMESTAMP", "")
        window = asked.headers.get("X-BAPI-RECV-WINDOW", str(DEFAULT_WINDOW_MS))
        payload = f"{stamp}{owner.keys.api_key}{window}{asked.raw_query or asked.text}"
        wanted = hmac.new(owner.keys.secret.encode(), payload.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted, asked.headers.get("X-BAPI-SIGN", "")):
            raise ApiError(BAD_SIGNATURE, "Error sign, please check your signature generation algorithm.")
        now = self._world.now_ms()
        if not stamp.isdigit() or not now - int(window) <= int(stamp) < now + AHEAD_MS:
            raise ApiError(
                CLOCK,
                "invalid request, please check your server timestamp or recv_window param. "
                f"req_timestamp[{stamp}],server_timestamp[{now}],recv_window[{window}]",
            )
        return owner

    def _count(self, path: str, endpoint: Endpoint, owner: Account) -> dict[str, str]:
        """Count a request of a key; return the headers that tell what is left.

        Raises:
            ApiError: too many in this second.
        """
        limit = endpoint.a_second
        limiter = self._by_key.setdefault((owner.label, path), RateLimiter(limit=limit, window_s=1.0))
        verdict = limiter.spend(1, self._clock())
        if self.limiter.enabled and verdict.used > limit:
            raise ApiError(TOO_MANY, "Too many visits!")
        reset = self._world.now_ms() + round(verdict.wait_s * 1000)
        return {
            "X-Bapi-Limit": str(limit),
            "X-Bapi-Limit-Status": str(max(0, limit - verdict.used)),
            "X-Bapi-Limit-Reset-Timestamp": str(reset),
        }

    def tells_positions(self, asked: Asked) -> bool:
        """Tell whether it is the list of positions."""
        return asked.path == "/v5/position/list"

    def without_positions(self, body: object, fault: Fault) -> object:
        """Return the body without hidden rows."""
        assert isinstance(body, dict)
        if body["retCode"] != 0:
            return body
        result = body["result"]
        rows = [row for place, row in enumerate(result["list"]) if not is_hidden(fault, row["symbol"], place)]
        return {**body, "result": {**result, "list": rows}}

    # ------------------------------------------------------------ WebSockets

    def listen(self, asked: Asked) -> Listener | None:
        """Return who will be listening; None: there is no such stream."""
        return streams.listen(asked)

    def is_read_frame(self, text: str) -> bool:
        """Tell whether a frame only logs in, subscribes or pings."""
        return streams.is_read_frame(text)

    def heard(self, listener: Listener, text: str) -> list[object]:
        """Log in, subscribe, answer a ping."""
        return streams.heard(listener, text, self._world)

    def told(self, listener: Listener, account: Account, news: News) -> list[object]:
        """Return the rows of the private topics."""
        return streams.told(listener, account, news, self._world)

    def each_second(self, listener: Listener) -> list[object]:
        """Return the tickers."""
        return streams.each_second(listener, self._world)

    def expire_keys(self) -> None:
        """Do nothing: Bybit has no listen keys."""
