"""What Binance's WebSockets hear: mark prices for subscribers, the user data stream for listen keys."""

from __future__ import annotations

import msgspec

from monitor.demo.account import Account
from monitor.demo.binance.listen_keys import LENGTH, ListenKeys
from monitor.demo.binance.market_answers import Row, mark_messages
from monitor.demo.binance.messages import messages_of
from monitor.demo.face import Asked, Listener
from monitor.demo.news import News
from monitor.demo.world import World

READS = ("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "GET_PROPERTY", "SET_PROPERTY")
ARRAY_STREAMS = ("!markPrice@arr@1s", "!markPrice@arr")


def listen_key(asked: Asked) -> str | None:
    """Return the listen key in an address: /private/ws?listenKey=… or /ws/…; None for a market stream."""
    last = asked.path.rsplit("/", 1)[-1]
    return asked.query.get("listenKey") or (last if len(last) == LENGTH else None)


def listen(asked: Asked, keys: ListenKeys) -> Listener | None:
    """Return who will be listening; None: the key is unknown."""
    key = listen_key(asked)
    label = keys.label_of(key or "")
    if label is None and (key is not None or asked.path.startswith("/private")):
        return None
    return Listener(asked=asked, label=label, key=key or "", topics=set(_named_streams(asked)))


def is_read_frame(text: str) -> bool:
    """Tell whether a text frame asks for nothing but a subscription."""
    frame = _decoded(text)
    return isinstance(frame, dict) and frame.get("method") in READS


def heard(listener: Listener, text: str) -> list[object]:
    """Subscribe or unsubscribe; anything else is answered all the same and does nothing."""
    frame = _decoded(text)
    if not isinstance(frame, dict):
        return []
    names = [str(name) for name in frame.get("params") or []]
    result: list[str] | None = None
    if frame.get("method") == "SUBSCRIBE":
        listener.topics.update(names)
    elif frame.get("method") == "UNSUBSCRIBE":
        listener.topics.difference_update(names)
    elif frame.get("method") == "LIST_SUBSCRIPTIONS":
        result = sorted(listener.topics)
    return [{"result": result, "id": frame.get("id")}]


def told(listener: Listener, account: Account, news: News) -> list[object]:
    """Return the user data stream's messages, for the account's own listeners."""
    return [*messages_of(news, account.rules.symbols)] if listener.label == account.label else []


def each_second(listener: Listener, world: World, keys: ListenKeys) -> list[object]:
    """Return the marks that were subscribed to; a listener whose key has expired is told so and ended."""
    if listener.key and keys.label_of(listener.key) is None:
        listener.ended = True
        return [{"e": "listenKeyExpired", "E": world.now_ms(), "listenKey": listener.key}]
    if not listener.topics:
        return []
    rows = mark_messages(world.market, world.now_ms(), world.funding_due_ms())
    by_stream: dict[str, Row] = {f"{str(row['s']).lower()}@markPrice": row for row in rows}
    combined = listener.asked.path.endswith("/stream")
    found: list[object] = []
    for name in sorted(listener.topics):
        data: object = rows if name in ARRAY_STREAMS else by_stream.get(name.removesuffix("@1s"))
        if data is not None:
            found.append({"stream": name, "data": data} if combined else data)
    return found


def _decoded(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None


def _named_streams(asked: Asked) -> list[str]:
    """Streams that the address itself names: /ws/<stream> or /stream?streams=<a>/<b>."""
    if "streams" in asked.query:
        return asked.query["streams"].split("/")
    return [part for part in asked.path.split("/") if "@" in part]
