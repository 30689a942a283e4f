"""Hyperliquid's WebSocket: subscriptions, and what is told on them.

Anybody may subscribe to any address. A second subscription to the same thing is an error, as there. An action sent
over the socket is refused.

Source: Hyperliquid docs, "WebSocket", "Subscriptions", "Post requests", "Timeouts and heartbeats", read 2026-10.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from monitor.demo.account import Account
from monitor.demo.face import Listener
from monitor.demo.hyperliquid import account_answers, market_answers, questions, record_answers
from monitor.demo.hyperliquid.questions import Question, Unreadable
from monitor.demo.hyperliquid.rules import HyperliquidRules
from monitor.demo.news import Filled, News, OrderChanged
from monitor.demo.world import World

Message = dict[str, Any]
Subscription = dict[str, Any]

PATH = "/ws"
BY_COIN = frozenset({"activeAssetCtx", "l2Book"})
BY_USER = frozenset({"webData2", "clearinghouseState", "orderUpdates", "userFills", "userEvents"})
REGULAR = BY_COIN | {"allMids", "webData2", "clearinghouseState"}  # told again and again
SNAPSHOT_FILLS = 100
_ENDED = {"FINISHED": "triggered", "CANCELED": "canceled", "EXPIRED": "reduceOnlyCanceled"}


@dataclass(slots=True, kw_only=True, eq=False)
class HyperliquidListener(Listener):
    """One connection, and what it has subscribed to."""

    wanted: list[Subscription] = field(default_factory=list)


def is_read_frame(text: str) -> bool:
    """Tell whether a frame only subscribes, asks or pings."""
    try:
        frame = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    if not isinstance(frame, dict):
        return False
    if frame.get("method") == "post":
        request = frame.get("request")
        return isinstance(request, dict) and request.get("type") == "info"
    return frame.get("method") in ("subscribe", "unsubscribe", "ping")


class Streams:
    """Answers frames and tells news, over a world."""

    def __init__(self, world: World, rules: HyperliquidRules) -> None:
        self._world = world
        self._rules = rules
        self._by_name = market_answers.by_name(rules.contracts)

    def heard(self, listener: HyperliquidListener, text: str, accounts: dict[str, Account]) -> list[object]:
        """Return the answers to a frame.

        Args:
            accounts: Hyperliquid's, by address in small letters.
        """
        try:
            frame = msgspec.json.decode(text)
        except msgspec.DecodeError:
            frame = None
        asked = frame if isinstance(frame, dict) else {}
        wanted = asked.get("subscription")
        match asked.get("method"):
            case "ping":
                return [{"channel": "pong"}]
            case "subscribe" if isinstance(wanted, dict):
                return self._subscribe(listener, wanted, accounts)
            case "unsubscribe" if isinstance(wanted, dict):
                if wanted not in listener.wanted:
                    return [_error(f"Already unsubscribed: {_text(wanted)}")]
                listener.wanted.remove(wanted)
                return [_agreed("unsubscribe", wanted)]
            case "post":
                return [self._post(asked, accounts)]
        return [_error(f"Error parsing JSON into valid websocket request: {text[:200]}")]

    def _subscribe(
        self, listener: HyperliquidListener, wanted: Subscription, accounts: dict[str, Account]
    ) -> list[object]:
        kind, user = wanted.get("type"), wanted.get("user")
        if wanted in listener.wanted:
            return [_error(f"Already subscribed: {_text(wanted)}")]
        known = kind in BY_USER or kind == "allMids" or (kind in BY_COIN and wanted.get("coin") in self._by_name)
        if not known or (kind in BY_USER and not questions.is_address(user)):
            return [_error(f"Invalid subscription {_text(wanted)}")]
        listener.wanted.append(wanted)
        told: list[object] = [_agreed("subscribe", wanted)]
        account = accounts.get(str(user).lower())
        if account is not None:
            listener.label = account.label  # of the newest, for the log and the faults
        if kind == "userFills":
            rows = [] if account is None else record_answers.fills(account, self._rules.contracts)[:SNAPSHOT_FILLS]
            told.append({"channel": kind, "data": {"isSnapshot": True, "user": user, "fills": rows}})
        return told + (self._regular(wanted, accounts) if kind in REGULAR else [])

    def _post(self, frame: Message, accounts: dict[str, Account]) -> Message:
        request = frame.get("request")
        response: Message = {"type": "error", "payload": "User or API Wallet does not exist."}
        if isinstance(request, dict) and request.get("type") == "info" and isinstance(request.get("payload"), dict):
            payload = request["payload"]
            try:
                data = questions.answer(self.question(payload, accounts))
                response = {"type": "info", "payload": {"type": payload.get("type"), "data": data}}
            except Unreadable:
                response = {"type": "error", "payload": "422 Unprocessable Entity"}
        return {"channel": "post", "data": {"id": frame.get("id"), "response": response}}

    def question(self, body: Message, accounts: dict[str, Account]) -> Question:
        """Return what is asked, with the account of its address."""
        return Question(
            world=self._world,
            rules=self._rules,
            account=accounts.get(str(body.get("user", "")).lower()),
            body=body,
            now_ms=self._world.now_ms(),
        )

    # ------------------------------------------------------------ telling

    def each_second(self, listener: HyperliquidListener, accounts: dict[str, Account]) -> list[object]:
        """Return marks and states."""
        regular = [one for one in listener.wanted if one["type"] in REGULAR]
        return [message for one in regular for message in self._regular(one, accounts)]

    def told(
        self, listener: HyperliquidListener, account: Account, news: News, accounts: dict[str, Account]
    ) -> list[object]:
        """Return what this listener is told of news of an account."""
        told: list[object] = []
        for wanted in listener.wanted:
            if accounts.get(str(wanted.get("user", "")).lower()) is not account:
                continue
            if wanted["type"] in REGULAR:
                told += self._regular(wanted, accounts)
            else:
                told += self._about(wanted, account, news)
        return told

    def _about(self, wanted: Subscription, account: Account, news: News) -> list[object]:
        kind, user = wanted["type"], wanted["user"]
        match news:
            case Filled():
                row = record_answers.fill_row(account, news.fill, self._rules.contracts[news.fill.symbol])
                if kind == "userFills":
                    return [{"channel": kind, "data": {"user": user, "fills": [row]}}]
                return [{"channel": "user", "data": {"fills": [row]}}] if kind == "userEvents" else []
            case OrderChanged() if kind == "orderUpdates" and news.status in _ENDED:
                row = account_answers.order_row(news.order, self._rules.contracts[news.order.symbol])
                names = ("coin", "side", "limitPx", "sz", "oid", "timestamp", "origSz")
                update = {"status": _ENDED[news.status], "statusTimestamp": news.at_ms}
                return [{"channel": kind, "data": [{"order": {name: row[name] for name in names}, **update}]}]
        return []

    def _regular(self, wanted: Subscription, accounts: dict[str, Account]) -> list[object]:
        asked, kind = self.question(wanted, accounts), str(wanted["type"])
        market, candles = self._world.market, self._world.candles
        data: Message
        if kind == "allMids":
            data = {"mids": market_answers.mids(market, self._rules.contracts.values())}
        elif kind == "l2Book":
            data = market_answers.book(market, asked.contract, asked.now_ms)
        elif kind == "activeAssetCtx":
            mark = market.mark(asked.contract.symbol.name)
            context = market_answers.context(market, candles, asked.contract, mark)
            data = {"coin": asked.contract.name, "ctx": context}
        elif kind == "webData2":
            return [{"channel": kind, "data": questions.answer(asked)}]
        else:
            data = {"dex": "", "user": wanted["user"], "clearinghouseState": questions.answer(asked)}
        return [{"channel": kind, "data": data}]


def _agreed(method: str, wanted: Subscription) -> Message:
    return {"channel": "subscriptionResponse", "data": {"method": method, "subscription": wanted}}


def _error(text: str) -> Message:
    return {"channel": "error", "data": text}


def _text(wanted: Subscription) -> str:
    return msgspec.json.encode(wanted).decode()
