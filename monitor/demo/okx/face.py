"""OKX's face: paths under /api/v5, signatures with a passphrase, errors by code, limits per path.

Only what is on the list of endpoints (endpoints.py), asked by GET, is a read and is answered; everything else is
refused, whatever the key may do.
"""

from __future__ import annotations

import time

from monitor.demo.account import Account
from monitor.demo.errors import ApiError
from monitor.demo.face import Answer, Asked, Listener
from monitor.demo.fault_kinds import Fault
from monitor.demo.faults import is_hidden
from monitor.demo.limits import RateLimiter
from monitor.demo.news import News
from monitor.demo.okx import streams
from monitor.demo.okx.contracts import market_name
from monitor.demo.okx.endpoints import ENDPOINTS, Call
from monitor.demo.okx.limits import PathLimiter
from monitor.demo.okx.rules import OkxRules
from monitor.demo.okx.signing import check_request
from monitor.demo.okx.streams import OkxListener
from monitor.demo.world import World

POSITIONS = "/api/v5/account/positions"
TOO_MANY = "Too Many Requests"


class OkxFace:
    """Answers from a world, in OKX's dialect."""

    venue = "okx"
    limited = f'{{"code":"50011","data":[],"msg":"{TOO_MANY}"}}'

    def __init__(self, world: World, *, limits: bool = True) -> None:
        self._paths = PathLimiter(enabled=limits)
        self.limiter: RateLimiter = self._paths
        self._world = world
        kept_by = world.rules(self.venue)
        assert isinstance(kept_by, OkxRules)
        self._rules = kept_by
        self._streams = streams.Streams(world, self._rules)

    def _accounts(self) -> dict[str, Account]:
        """OKX's accounts by API key."""
        mine = (account for account in self._world.accounts.values() if account.venue == self.venue)
        return {account.keys.api_key: account for account in mine}

    # ------------------------------------------------------------ requests

    def name_of(self, asked: Asked) -> str:
        """Return the path."""
        return asked.path

    def owner_of(self, asked: Asked) -> Account | None:
        """Return the account of an API key."""
        return self._accounts().get(asked.headers.get("OK-ACCESS-KEY", ""))

    def is_read(self, asked: Asked) -> bool:
        """Tell whether the path is on the list, and only asked for."""
        return asked.method == "GET" and asked.path in ENDPOINTS

    def answer(self, asked: Asked, owner: Account | None) -> Answer:
        """Count, authenticate, answer."""
        endpoint = ENDPOINTS.get(asked.path)
        signed = endpoint is not None and endpoint.signed
        caller = asked.headers.get("OK-ACCESS-KEY", "") if signed else ""
        if not self._paths.allows(asked.path, caller, time.monotonic()):
            return _refused(429, 50011, TOO_MANY)
        try:
            return Answer(body={"code": "0", "msg": "", "data": self._rows(asked, owner)})
        except ApiError as error:
            return _refused(error.status, error.code, error.message)

    def _rows(self, asked: Asked, owner: Account | None) -> list[object]:
        endpoint = ENDPOINTS.get(asked.path)
        now_ms = self._world.now_ms()
        if endpoint is None and asked.method == "GET":
            raise ApiError(404, 404, "Not Found")
        if endpoint is None or asked.method != "GET" or endpoint.signed:
            query = f"?{asked.raw_query}" if asked.raw_query else ""
            owner = check_request(asked.headers, f"{asked.method}{asked.path}{query}{asked.text}", owner, now_ms)
        if endpoint is None or asked.method != "GET":
            raise ApiError(200, 50120, streams.NOT_ALLOWED)
        call = Call(world=self._world, rules=self._rules, account=owner, query=asked.query, now_ms=now_ms)
        return endpoint.answer(call)

    def tells_positions(self, asked: Asked) -> bool:
        """Tell whether it is the list of positions."""
        return asked.path == POSITIONS

    def without_positions(self, body: object, fault: Fault) -> object:
        """Return the body without hidden rows."""
        assert isinstance(body, dict)
        rows = enumerate(body["data"])
        return {**body, "data": [row for place, row in rows if not is_hidden(fault, market_name(row["instId"]), place)]}

    # ------------------------------------------------------------ WebSockets

    def listen(self, asked: Asked) -> Listener | None:
        """Return who will be listening; None: there is no such path."""
        return OkxListener(asked=asked) if asked.path in streams.PATHS else None

    def is_read_frame(self, text: str) -> bool:
        """Tell whether a frame only subscribes, logs in or pings."""
        return streams.is_read_frame(text)

    def heard(self, listener: Listener, text: str) -> list[object]:
        """Log in, subscribe, unsubscribe."""
        assert isinstance(listener, OkxListener)
        return self._streams.heard(listener, text, self._accounts())

    def told(self, listener: Listener, account: Account, news: News) -> list[object]:
        """Return the messages of the private channels."""
        assert isinstance(listener, OkxListener)
        return self._streams.told(listener, account, news)

    def each_second(self, listener: Listener) -> list[object]:
        """Return marks and states."""
        assert isinstance(listener, OkxListener)
        return self._streams.each_second(listener)

    def expire_keys(self) -> None:
        """Do nothing: a login lasts as long as its connection."""


def _refused(status: int, code: int, message: str) -> Answer:
    return Answer(body={"code": str(code), "data": [], "msg": message}, status=status)
