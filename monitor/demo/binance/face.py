"""Binance USDⓈ-M's face: paths, signatures, errors and request weights.

Only what is on the list of endpoints (endpoints.py) is a read and is answered; everything else is refused, whatever
the key may do.
"""

from __future__ import annotations

import hashlib
import hmac
import time
import urllib.parse

from monitor.demo.account import Account
from monitor.demo.binance import streams
from monitor.demo.binance.endpoints import ENDPOINTS, Call
from monitor.demo.binance.listen_keys import ListenKeys
from monitor.demo.binance.weights import WEIGHT_LIMIT, weight_of
from monitor.demo.errors import ApiError
from monitor.demo.face import Answer, Asked, Listener
from monitor.demo.fault_kinds import Fault
from monitor.demo.faults import is_hidden
from monitor.demo.limits import RateLimiter, Verdict
from monitor.demo.news import News
from monitor.demo.world import World

DEFAULT_WINDOW_MS = 5000
AHEAD_MS = 1000  # how far a request's timestamp may lie in the future
NO_RIGHT = "Invalid API-key, IP, or permissions for action, request ip: 127.0.0.1"


class BinanceFace:
    """Answers from a world, in Binance's dialect."""

    venue = "binanceusdm"
    limited = '{"code":-1003,"msg":"Too many requests; current limit is 2400 requests per minute."}'

    def __init__(self, world: World, *, limits: bool = True) -> None:
        self.limiter = RateLimiter(limit=WEIGHT_LIMIT, enabled=limits)
        self._world = world
        self._keys = ListenKeys(world)

    # ------------------------------------------------------------ requests

    def name_of(self, asked: Asked) -> str:
        """Return the path."""
        return asked.path

    def owner_of(self, asked: Asked) -> Account | None:
        """Return the account of a listen key or an API key."""
        label = self._keys.label_of(streams.listen_key(asked) or "")
        if label is not None:
            return self._world.accounts[label]
        key = asked.headers.get("X-MBX-APIKEY")
        mine = (account for account in self._world.accounts.values() if account.venue == self.venue)
        return next((account for account in mine if account.keys.api_key == key), None)

    def is_read(self, asked: Asked) -> bool:
        """Tell whether the exact method and path are on the list."""
        return (asked.method, asked.path) in ENDPOINTS

    def answer(self, asked: Asked, owner: Account | None) -> Answer:
        """Weigh, authenticate, answer."""
        verdict = self.limiter.spend(weight_of(asked.path, asked.query), time.monotonic())
        if verdict.status != 200:
            return self._too_many(verdict)
        used = {"X-MBX-USED-WEIGHT-1M": str(verdict.used)}
        try:
            return Answer(body=self._body(asked, owner), headers=used)
        except ApiError as error:
            return Answer(body={"code": error.code, "msg": error.message}, status=error.status, headers=used)

    def tells_positions(self, asked: Asked) -> bool:
        """Tell whether it is positionRisk or account."""
        return asked.path.endswith(("/positionRisk", "/account"))

    def without_positions(self, body: object, fault: Fault) -> object:
        """Return the body without hidden rows."""
        if isinstance(body, dict):
            return {**body, "positions": self.without_positions(body["positions"], fault)}
        assert isinstance(body, list)
        return [row for place, row in enumerate(body) if not is_hidden(fault, row["symbol"], place)]

    def _body(self, asked: Asked, owner: Account | None) -> object:
        endpoint = ENDPOINTS.get((asked.method, asked.path))
        if endpoint is None:
            if asked.method == "GET":
                raise ApiError(404, -5000, f"Path {asked.path}, Method GET is invalid")
            raise ApiError(401, -2015, NO_RIGHT)
        if endpoint.access != "public":
            if owner is None:
                known_form = "X-MBX-APIKEY" in asked.headers
                raise ApiError(401, *((-2015, NO_RIGHT) if known_form else (-2014, "API-key format invalid.")))
            if endpoint.access == "signed":
                self._check_signature(asked.raw_query + asked.text, owner)
        call = Call(
            world=self._world,
            listen_keys=self._keys,
            account=owner,
            query=asked.query,
            now_ms=self._world.now_ms(),
        )
        return endpoint.answer(call)

    def _check_signature(self, payload: str, owner: Account) -> None:
        """Check HMAC, timestamp and window as Binance does.

        Raises:
            ApiError: one of them is wrong.
        """
        signed, _, signature = payload.rpartition("&signature=")
        wanted = hmac.new(owner.keys.secret.encode(), signed.encode(), hashlib.sha256).hexdigest()
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

    def _too_many(self, verdict: Verdict) -> Answer:
        if verdict.status == 418:
            until = self._world.now_ms() + round(verdict.wait_s * 1000)
            message = (
                f"Way too many requests; IP(127.0.0.1) banned until {until}. "
                "Please use the websocket for live updates to avoid bans."
            )
        else:
            message = "Too many requests; current limit of IP(127.0.0.1) is 2400 requests per minute."
        headers = {
            "X-MBX-USED-WEIGHT-1M": str(verdict.used),
            "Retry-After": str(max(1, round(verdict.wait_s))),
        }
        return Answer(body={"code": -1003, "msg": message}, status=verdict.status, headers=headers)

    # ------------------------------------------------------------ WebSockets

    def listen(self, asked: Asked) -> Listener | None:
        """Return who will be listening; None: the listen key is unknown."""
        return streams.listen(asked, self._keys)

    def is_read_frame(self, text: str) -> bool:
        """Tell whether a frame only subscribes."""
        return streams.is_read_frame(text)

    def heard(self, listener: Listener, text: str) -> list[object]:
        """Subscribe or unsubscribe."""
        return streams.heard(listener, text)

    def told(self, listener: Listener, account: Account, news: News) -> list[object]:
        """Return the user data stream's messages."""
        return streams.told(listener, account, news)

    def each_second(self, listener: Listener) -> list[object]:
        """Return marks, or that the listen key has expired."""
        return streams.each_second(listener, self._world, self._keys)

    def expire_keys(self) -> None:
        """End all listen keys."""
        self._keys.expire()
