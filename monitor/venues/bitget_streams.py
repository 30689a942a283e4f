"""What Bitget's streams say: tickers with marks, and what happens to the classic or to the unified account.

Its private channels speak when something happens, and once when they are subscribed to.

Source: Bitget, "Contract / WebSocket": "Ticker", "Account", "Positions", "Orders", "Trigger order" channel, and "UTA /
WebSocket": "Account", "Position", "Order", "Strategy order" channel, read 2026-11; ccxt 4.5.90 for signing and codes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from typing import Any

from monitor.venues.bitget_read import PRODUCTS, Listing
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.read import instant_or_none, number_or_none, price_or_none
from monitor.venues.schedule import Contracts
from monitor.venues.venue import Client, Marks

ALL = "default"
CLASSIC = tuple(
    channel
    for product in PRODUCTS
    for channel in (
        {"instType": product, "channel": "positions", "instId": ALL},
        {"instType": product, "channel": "account", "coin": ALL},
        {"instType": product, "channel": "orders", "instId": ALL},
        {"instType": product, "channel": "orders-algo", "instId": ALL},
    )
)
UNIFIED = tuple({"instType": "UTA", "topic": topic} for topic in ("position", "account", "order", "strategy-order"))
EVENTS = frozenset(one.get("channel", one.get("topic")) for one in (*CLASSIC, *UNIFIED))
ORDERS = frozenset({"orders", "orders-algo", "order", "strategy-order"})
KEY_REFUSED = frozenset({30002, 30004, 30005, 30011, 30012, 30013, 30014, 30015})
AT_ONCE = 40  # a frame may be 4096 bytes long


class BitgetStreams(ListedStreams[Listing]):
    """The streams of one account."""

    silent_s = 15.0
    signs_in = True

    def __init__(
        self,
        client: Client,
        contracts: Contracts[Listing],
        held: Callable[[], frozenset[str]],
        *,
        unified: Callable[[], bool],
        orders_changed: Callable[[], None],
    ) -> None:
        """Take which of the two accounts it is, and what makes the orders be read anew."""
        super().__init__(client, contracts, held, orders_changed=orders_changed)
        self._unified = unified
        addresses = client.exchange.urls["api"]
        self._addresses: dict[str, str] = addresses["demo" if client.config.testnet else "ws"]
        self.mark_urls = (str(self._addresses["public"]),)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the product and name of each held contract."""
        listed = (self._contracts.of_symbol(symbol) for symbol in self._held())
        return frozenset(f"{one.product}/{one.instrument.venue_symbol}" for one in listed)

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frames that begin or end a subscription."""
        places = [topic.partition("/") for topic in topics]
        arguments = [{"instType": product, "channel": "ticker", "instId": name} for product, _, name in places]
        kind = "subscribe" if on else "unsubscribe"
        return [{"op": kind, "args": arguments[at : at + AT_ONCE]} for at in range(0, len(arguments), AT_ONCE)]

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a message."""
        marks: Marks = {}
        for row in _rows(message, "ticker"):
            listing = self._contracts.by_id.get(str(row.get("instId")))
            price, at_ms = price_or_none(row.get("markPrice")), instant_or_none(row.get("ts"))
            if listing is not None and price is not None and at_ms is not None:
                marks[listing.instrument.symbol] = (price, at_ms)
        return marks

    async def account_url(self, number: int) -> str:
        """Return the address of the account's own events: each of the two accounts has one."""
        return str(self._addresses["utaPrivate" if self._unified() else "private"])

    def account_frames(self) -> list[Any]:
        """Return the sign-in."""
        exchange, at_s = self._client.exchange, str(self._client.venue_ms() // 1000)
        digest = hmac.new(exchange.secret.encode(), f"{at_s}GET/user/verify".encode(), hashlib.sha256).digest()
        key = {"apiKey": exchange.apiKey, "passphrase": exchange.password, "timestamp": at_s}
        return [{"op": "login", "args": [{**key, "sign": base64.b64encode(digest).decode()}]}]

    def signed_in_frames(self) -> list[Any]:
        """Return the subscription to what changes the account."""
        return [{"op": "subscribe", "args": [dict(one) for one in (UNIFIED if self._unified() else CLASSIC)]}]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        if not isinstance(message, dict):
            return ""
        code = number_or_none(message.get("code"))
        if message.get("event") == "login":
            return "signed in" if code == 0 else "refused"
        if message.get("event") == "error":
            return "refused" if code in KEY_REFUSED else ""
        argument = message.get("arg")
        channel = argument.get("channel", argument.get("topic")) if isinstance(argument, dict) else None
        if channel not in EVENTS or "data" not in message:
            return ""
        if channel in ORDERS:
            self._orders_changed()
        return "poll"


def _rows(message: Any, channel: str) -> list[dict[str, Any]]:
    """The rows of a channel's message; none where it is another's."""
    argument = message.get("arg") if isinstance(message, dict) else None
    rows = message.get("data") if isinstance(argument, dict) and argument.get("channel") == channel else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
