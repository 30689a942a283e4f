"""OKX's WebSockets: login, subscriptions, and what is told on them.

Positions and the account are told at subscription, after every change and, like the marks, once a second as long as
something is held; a position that is gone is told once with `pos` 0. Whatever is no operation of reading is refused.

Source: OKX API v5, "WebSocket", channels of "Trading account" and "Public data", read 2026-10.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from monitor.demo.account import Account
from monitor.demo.face import Listener
from monitor.demo.news import AccountChanged, Filled, MarginCalled, News, OrderChanged
from monitor.demo.okx import account_answers, market_answers, order_answers, record_answers, signing
from monitor.demo.okx.rules import OkxRules
from monitor.demo.world import World

Message = dict[str, Any]

PATHS = frozenset({"/ws/v5/public", "/ws/v5/private", "/ws/v5/business"})
OPERATIONS = frozenset({"login", "subscribe", "unsubscribe"})
PUBLIC = frozenset({"mark-price", "tickers", "funding-rate"})
STATES = frozenset({"positions", "account"})  # told as a whole, again and again
PRIVATE = STATES | {"balance_and_position", "orders", "orders-algo", "liquidation-warning"}
CONNECTION = "demo"
NOT_ALLOWED = "This API key doesn't have permission to use this function"
_ENDED = {"FINISHED": "effective", "CANCELED": "canceled", "EXPIRED": "order_failed"}


@dataclass(slots=True, kw_only=True, eq=False)
class OkxListener(Listener):
    """One connection, and what it has subscribed to."""

    arguments: list[dict[str, str]] = field(default_factory=list)


def is_read_frame(text: str) -> bool:
    """Tell whether a frame only subscribes, logs in or pings."""
    if text == "ping":
        return True
    try:
        frame = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    return isinstance(frame, dict) and frame.get("op") in OPERATIONS


class Streams:
    """Answers frames and tells news, over a world."""

    def __init__(self, world: World, rules: OkxRules) -> None:
        self._world = world
        self._rules = rules
        self._by_name = market_answers.by_name(rules.contracts)

    def heard(self, listener: OkxListener, text: str, accounts: dict[str, Account]) -> list[object]:
        """Return the answers to a frame.

        Args:
            accounts: OKX's, by API key.
        """
        if text == "ping":
            return ["pong"]
        try:
            frame = msgspec.json.decode(text)
        except msgspec.DecodeError:
            return [_error(60012, "Illegal request: not JSON")]
        if not isinstance(frame, dict) or not isinstance(frame.get("args"), list):
            return [_error(60012, "Illegal request")]
        arguments = [one for one in frame["args"] if isinstance(one, dict)]
        match frame.get("op"):
            case "login":
                return [self._login(listener, arguments[0] if arguments else {}, accounts)]
            case "subscribe":
                return [message for one in arguments for message in self._subscribe(listener, one)]
            case "unsubscribe":
                listener.arguments = [one for one in listener.arguments if one not in arguments]
                return [{"event": "unsubscribe", "arg": one, "connId": CONNECTION} for one in arguments]
        return [{"id": frame.get("id", ""), "op": frame.get("op"), "code": "50120", "data": [], "msg": NOT_ALLOWED}]

    def _login(self, listener: OkxListener, sent: Message, accounts: dict[str, Account]) -> Message:
        owner = accounts.get(str(sent.get("apiKey")))
        wrong = signing.login_error(sent, owner, self._world.now_ms())
        if wrong is not None or owner is None:
            return _error(*(wrong or (60005, "Invalid apiKey")))
        listener.label = owner.label
        return {"event": "login", "code": "0", "msg": "", "connId": CONNECTION}

    def _subscribe(self, listener: OkxListener, argument: dict[str, str]) -> list[Message]:
        channel, name = argument.get("channel", ""), argument.get("instId")
        if channel in PRIVATE and listener.label is None:
            return [_error(60011, "Please log in")]
        if channel not in PUBLIC | PRIVATE or (channel in PUBLIC and name not in self._by_name):
            return [_error(60018, f"Wrong URL or channel:{channel},instId:{name} doesn't exist.")]
        if argument not in listener.arguments:
            listener.arguments.append(argument)
        agreed = {"event": "subscribe", "arg": argument, "connId": CONNECTION}
        if channel in PUBLIC:
            return [agreed, _public(argument, self._public_rows(argument))]
        account = self._world.accounts[listener.label or ""]
        if channel in STATES:
            return [agreed, _whole(argument, self._state_rows(account, argument), "snapshot")]
        if channel == "balance_and_position":
            return [agreed, _private(argument, [self._both(account, (), "snapshot")])]
        return [agreed]

    # ------------------------------------------------------------ telling

    def each_second(self, listener: OkxListener) -> list[object]:
        """Return marks, and the state of the account while something is held."""
        told: list[object] = []
        for argument in listener.arguments:
            if argument["channel"] in PUBLIC:
                told.append(_public(argument, self._public_rows(argument)))
            elif argument["channel"] in STATES and self._world.accounts[listener.label or ""].positions:
                rows = self._state_rows(self._world.accounts[listener.label or ""], argument)
                told.append(_whole(argument, rows, "event_update"))
        return told

    def told(self, listener: OkxListener, account: Account, news: News) -> list[object]:
        """Return what this listener is told of news of an account."""
        if listener.label != account.label:
            return []
        return [message for argument in listener.arguments for message in self._about(argument, account, news)]

    def _about(self, argument: dict[str, str], account: Account, news: News) -> list[object]:
        channel, name = argument["channel"], argument.get("instId")
        rows: list[Message] = []
        match news:
            case AccountChanged() if channel in STATES:
                rows = self._state_rows(account, argument) + self._gone(account, news, argument)
                return [_whole(argument, rows, "event_update")]
            case AccountChanged() if channel == "balance_and_position":
                return [_private(argument, [self._both(account, self._gone(account, news, {}), "filled")])]
            case MarginCalled() if channel == "liquidation-warning":
                keys = {position.key for position in news.pool.positions}
                held = self._position_rows(account)
                rows = [row for key, row in zip(account.positions, held, strict=True) if key in keys]
            case Filled() if channel == "orders":
                rows = [record_answers.order_row(account, news.fill, self._rules.contracts[news.fill.symbol])]
            case OrderChanged() if news.status in _ENDED and (news.order.kind == "LIMIT") == (channel == "orders"):
                if channel not in ("orders", "orders-algo"):
                    return []
                row_of = order_answers.limit_row if channel == "orders" else order_answers.algo_row
                contract = self._rules.contracts[news.order.symbol]
                rows = [row_of(account, news.order, contract, state=_ENDED[news.status])]
        rows = [row for row in rows if name in (None, row["instId"])]
        return [_private(argument, rows)] if rows else []

    def _public_rows(self, argument: dict[str, str]) -> list[Message]:
        contract, market, now = self._by_name[argument["instId"]], self._world.market, self._world.now_ms()
        if argument["channel"] == "mark-price":
            return market_answers.mark_prices(market, [contract], now)
        if argument["channel"] == "tickers":
            return market_answers.tickers(market, self._world.candles, [contract], now)
        return [market_answers.funding_rate(market, contract, now, self._world.funding_due_ms())]

    def _state_rows(self, account: Account, argument: dict[str, str]) -> list[Message]:
        if argument["channel"] == "account":
            return [account_answers.balance(account, self._world.marks(), self._rules, self._world.now_ms())]
        name = argument.get("instId")
        return [row for row in self._position_rows(account) if name in (None, row["instId"])]

    def _position_rows(self, account: Account) -> list[Message]:
        return account_answers.positions(account, self._world.marks(), self._rules, self._world.now_ms())

    def _gone(self, account: Account, news: AccountChanged, argument: dict[str, str]) -> list[Message]:
        """Rows of positions that are closed; the account's channel has none."""
        if argument.get("channel") == "account":
            return []
        name = argument.get("instId")
        closed = [one for one in news.touched if one.size == 0 and one.key not in account.positions]
        rows = [
            account_answers.flat_row(account, one, self._rules.contracts[one.symbol], self._world.now_ms())
            for one in closed
        ]
        return [row for row in rows if name in (None, row["instId"])]

    def _both(self, account: Account, gone: list[Message] | tuple[()], kind: str) -> Message:
        names = ("posId", "instId", "instType", "mgnMode", "posSide", "pos", "ccy", "avgPx", "uTime")
        rows = [*self._position_rows(account), *gone]
        return {
            "pTime": str(self._world.now_ms()),
            "eventType": kind,
            "balData": [{"ccy": "USDT", "cashBal": f"{account.wallet:.8f}", "uTime": str(account.updated_ms)}],
            "posData": [{name: row[name] for name in names} for row in rows],
            "trades": [],
        }


def _public(argument: dict[str, str], rows: list[Message]) -> Message:
    return {"arg": argument, "data": rows}


def _private(argument: dict[str, str], rows: list[Message]) -> Message:
    return {"arg": {**argument, "uid": "1"}, "data": rows}


def _whole(argument: dict[str, str], rows: list[Message], kind: str) -> Message:
    return _private(argument, rows) | {"eventType": kind, "curPage": 1, "lastPage": True}


def _error(code: int, message: str) -> Message:
    return {"event": "error", "code": str(code), "msg": message, "connId": CONNECTION}
