"""What Bybit's WebSockets hear: tickers in public; positions, wallet, orders and executions after a login.

Source: Bybit v5, "WebSocket Connect", "Ticker", "Position", "Wallet", "Order", "Execution"; read 2026-10.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

import msgspec

from monitor.demo import margin
from monitor.demo.account import Account
from monitor.demo.bybit import account_answers, market_answers, order_answers
from monitor.demo.face import Asked, Listener
from monitor.demo.news import AccountChanged, Filled, News, OrderChanged
from monitor.demo.position import Position
from monitor.demo.text import price
from monitor.demo.world import World

Row = dict[str, object]

PUBLIC, PRIVATE, TRADE = "/v5/public/linear", "/v5/private", "/v5/trade"
READS = ("auth", "ping", "subscribe", "unsubscribe")
PRIVATE_TOPICS = frozenset({"position", "wallet", "order", "execution"})
CHANGING = ("markPrice", "indexPrice", "lastPrice", "bid1Price", "ask1Price", "nextFundingTime", "fundingRate")
_ENDED = {"CANCELED": "Cancelled", "EXPIRED": "Cancelled", "TRIGGERED": "Triggered"}


def listen(asked: Asked) -> Listener | None:
    """Return who will be listening; None: there is no such stream."""
    known = asked.path.startswith("/v5/public/") or asked.path in (PRIVATE, TRADE)
    return Listener(asked=asked, key=secrets.token_hex(8)) if known else None


def is_read_frame(text: str) -> bool:
    """Tell whether a frame only logs in, subscribes or pings."""
    frame = _decoded(text)
    return frame is not None and frame.get("op") in READS


def heard(listener: Listener, text: str, world: World) -> list[object]:
    """Log in, subscribe, answer a ping; refuse the rest."""
    frame = _decoded(text)
    if frame is None:
        return []
    operation, arguments = frame.get("op"), frame.get("args")
    arguments = arguments if isinstance(arguments, list) else []
    named = {"req_id": frame["req_id"]} if "req_id" in frame else {}
    said: Row = {"success": True, "ret_msg": "", "op": operation, "conn_id": listener.key, **named}
    private = listener.asked.path == PRIVATE
    if operation == "ping":
        if private:
            return [{**named, "op": "pong", "args": [str(world.now_ms())], "conn_id": listener.key}]
        return [said | {"ret_msg": "pong"}]
    if operation == "auth" and private:
        listener.label = _login(arguments, world)
        return [said if listener.label else said | {"success": False, "ret_msg": "Params Error"}]
    if operation in ("subscribe", "unsubscribe") and listener.asked.path != TRADE:
        return [_subscribed(listener, operation == "subscribe", [str(name) for name in arguments], said)]
    return [{"retCode": 10005, "retMsg": "Permission denied", "op": operation, "connId": listener.key, "data": {}}]


def _login(arguments: list[object], world: World) -> str | None:
    """The account whose key signed "GET/realtime" with a time that has not passed; None: refused."""
    if len(arguments) != 3 or not str(arguments[1]).isdigit() or int(str(arguments[1])) <= world.now_ms():
        return None
    key, expires, signature = map(str, arguments)
    account = next((one for one in world.accounts.values() if one.keys.api_key == key), None)
    if account is None:
        return None
    wanted = hmac.new(account.keys.secret.encode(), f"GET/realtime{expires}".encode(), hashlib.sha256).hexdigest()
    return account.label if hmac.compare_digest(wanted, signature) else None


def _subscribed(listener: Listener, on: bool, names: list[str], said: Row) -> Row:
    private = listener.asked.path == PRIVATE
    if private and listener.label is None:
        return said | {"success": False, "ret_msg": "Request not authorized"}
    for name in names:
        if private != (_topic(name) in PRIVATE_TOPICS):
            return said | {"success": False, "ret_msg": f"error:handler not found,topic:{name}"}
    (listener.topics.update if on else listener.topics.difference_update)(names)
    listener.started &= listener.topics
    return said


def _topic(name: str) -> str:
    """A private topic may name its category: "position.linear"."""
    return name.removesuffix(".linear")


def told(listener: Listener, account: Account, news: News, world: World) -> list[object]:
    """Return what the account's own listeners have subscribed to and is new."""
    if listener.label != account.label:
        return []
    rows = _rows(account, news, world)
    return [
        {
            "id": secrets.token_hex(8),
            "topic": name,
            "creationTime": world.now_ms(),
            "data": rows[_topic(name)],
        }
        for name in sorted(listener.topics)
        if rows.get(_topic(name))
    ]


def _rows(account: Account, news: News, world: World) -> dict[str, list[Row]]:
    """The rows of each topic that a piece of news fills."""
    match news:
        case Filled(fill=fill):
            contract = account.rules.symbols[fill.symbol]
            return {
                "execution": [order_answers.execution_row(fill, contract)],
                "order": [order_answers.filled_row(fill, contract)],
            }
        case OrderChanged(order=order) if news.status in _ENDED:
            status = _ENDED[news.status]
            if order.kind != "LIMIT" and status == "Cancelled":
                status = "Deactivated"
            return {"order": [order_answers.order_row(account, order, status)]}
        case AccountChanged():
            marks = world.marks()
            return {
                "position": [_position(account, position, marks) for position in news.touched],
                "wallet": [account_answers.wallet(account, marks)],
            }
    return {}


def _position(account: Account, position: Position, marks: dict[str, float]) -> Row:
    """A position as it is now; a closed one has size 0 and no side."""
    now = account.positions.get(position.key)
    if now is None:
        flat = account_answers.flat_row(account, position.symbol)
        row = flat | {"positionIdx": account_answers.INDEX[position.position_side]}
    else:
        required = account_answers.maintenance(account, marks)[now.key]
        liquidation = margin.liquidation_prices(account, marks)[now.key]
        row = account_answers.position_row(account, now, marks, required, liquidation)
    entry = price(now.entry) if now is not None else "0"
    return row | {"category": "linear", "entryPrice": entry, "updatedTime": str(position.update_ms)}


def each_second(listener: Listener, world: World) -> list[object]:
    """Return the tickers that were subscribed to: whole at first, then what changes."""
    found: list[object] = []
    symbols, marks, due = world.rules("bybit").symbols, world.marks(), world.funding_due_ms()
    for name in sorted(listener.topics):
        contract = symbols.get(name.removeprefix("tickers."))
        if contract is None or listener.asked.path != PUBLIC:
            continue
        first = name not in listener.started
        listener.started.add(name)
        row = market_answers.ticker(world.market, world.candles, contract, marks[contract.name], due)
        found.append(
            {
                "topic": name,
                "type": "snapshot" if first else "delta",
                "data": row if first else {"symbol": row["symbol"], **{column: row[column] for column in CHANGING}},
                "cs": world.now_ms(),
                "ts": world.now_ms(),
            }
        )
    return found


def _decoded(text: str) -> dict[str, object] | None:
    try:
        frame = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None
    return frame if isinstance(frame, dict) else None
