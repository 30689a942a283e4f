"""Hyperliquid's face: POST /info answers every question by its type; an address is asked for, nothing is signed.

Only the questions on the list (questions.py) are reads; everything else, POST /exchange first of all, is refused.
"""

from __future__ import annotations

import time

import msgspec

from monitor.demo.account import Account
from monitor.demo.face import Answer, Asked, Listener
from monitor.demo.fault_kinds import Fault
from monitor.demo.faults import is_hidden
from monitor.demo.hyperliquid import questions, streams
from monitor.demo.hyperliquid.limits import WEIGHT_LIMIT, weight_of
from monitor.demo.hyperliquid.questions import QUESTIONS, Unreadable
from monitor.demo.hyperliquid.rules import HyperliquidRules
from monitor.demo.hyperliquid.streams import HyperliquidListener
from monitor.demo.limits import RateLimiter
from monitor.demo.news import News
from monitor.demo.world import World

INFO = "/info"
EXCHANGE = "/exchange"
STATES = ("clearinghouseState", "webData2")


class HyperliquidFace:
    """Answers from a world, in Hyperliquid's dialect."""

    venue = "hyperliquid"
    limited = "null"

    def __init__(self, world: World, *, limits: bool = True) -> None:
        self.limiter = RateLimiter(limit=WEIGHT_LIMIT, patience=None, enabled=limits)
        self._world = world
        kept_by = world.rules(self.venue)
        assert isinstance(kept_by, HyperliquidRules)
        self._streams = streams.Streams(world, kept_by)

    def _accounts(self) -> dict[str, Account]:
        """Hyperliquid's accounts by address in small letters."""
        mine = (account for account in self._world.accounts.values() if account.venue == self.venue)
        return {account.keys.api_key.lower(): account for account in mine}

    # ------------------------------------------------------------ requests

    def name_of(self, asked: Asked) -> str:
        """Return the path and, of questions, their type: "/info/clearinghouseState"."""
        question = _body(asked).get("type", "") if asked.path == INFO else ""
        return f"{asked.path}/{question}" if question else asked.path

    def owner_of(self, asked: Asked) -> Account | None:
        """Return the account of the address that is asked for."""
        return self._accounts().get(str(_body(asked).get("user", "")).lower())

    def is_read(self, asked: Asked) -> bool:
        """Tell whether it is a question on the list."""
        return asked.method == "POST" and asked.path == INFO and _body(asked).get("type") in QUESTIONS

    def answer(self, asked: Asked, owner: Account | None) -> Answer:
        """Weigh and answer."""
        body = _body(asked)
        verdict = self.limiter.spend(weight_of(str(body.get("type", ""))), time.monotonic())
        if verdict.status != 200:
            return Answer(body=None, status=429)
        if asked.path == EXCHANGE:
            return Answer(body={"status": "err", "response": "User or API Wallet does not exist."})
        if asked.path != INFO:
            return Answer(body=None, status=404)
        if asked.method != "POST":
            return Answer(body=None, status=405)
        try:
            return Answer(body=questions.answer(self._streams.question(body, self._accounts())))
        except Unreadable:
            return Answer(body="Failed to deserialize the JSON body into the target type", status=422)

    def tells_positions(self, asked: Asked) -> bool:
        """Tell whether the answer holds a state."""
        return _body(asked).get("type") in STATES

    def without_positions(self, body: object, fault: Fault) -> object:
        """Return the body without hidden rows."""
        assert isinstance(body, dict)
        if "clearinghouseState" in body:
            return {**body, "clearinghouseState": self.without_positions(body["clearinghouseState"], fault)}
        rows = enumerate(body["assetPositions"])
        kept = [row for place, row in rows if not is_hidden(fault, f"{row['position']['coin']}USDT", place)]
        return {**body, "assetPositions": kept}

    # ------------------------------------------------------------ WebSockets

    def listen(self, asked: Asked) -> Listener | None:
        """Return who will be listening; None: there is no such path."""
        return HyperliquidListener(asked=asked) if asked.path == streams.PATH else None

    def is_read_frame(self, text: str) -> bool:
        """Tell whether a frame only subscribes, asks or pings."""
        return streams.is_read_frame(text)

    def heard(self, listener: Listener, text: str) -> list[object]:
        """Subscribe, unsubscribe, answer."""
        assert isinstance(listener, HyperliquidListener)
        return self._streams.heard(listener, text, self._accounts())

    def told(self, listener: Listener, account: Account, news: News) -> list[object]:
        """Return what an address's listeners are told."""
        assert isinstance(listener, HyperliquidListener)
        return self._streams.told(listener, account, news, self._accounts())

    def each_second(self, listener: Listener) -> list[object]:
        """Return marks and states."""
        assert isinstance(listener, HyperliquidListener)
        return self._streams.each_second(listener, self._accounts())

    def expire_keys(self) -> None:
        """Do nothing: there are no keys."""


def _body(asked: Asked) -> dict[str, object]:
    """The body of a request; {} where it is no object."""
    try:
        body = msgspec.json.decode(asked.text) if asked.text else {}
    except msgspec.DecodeError:
        return {}
    return body if isinstance(body, dict) else {}
