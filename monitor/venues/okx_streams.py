"""What OKX's streams say: marks, and what happens to the account after a sign-in.

`positions` and `account` tell their state again and again; `balance_and_position` speaks only when something happens,
and that is what a hint is for.

Source: OKX v5, "WebSocket": "Mark price", "Balance and position", "Order", "Liquidation warning" channel; read 2026-10.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from monitor.venues.listed_streams import ListedStreams
from monitor.venues.okx_read import Listing
from monitor.venues.read import instant_or_none, price_or_none
from monitor.venues.venue import Marks

ALL = "ANY"
CHANNELS: tuple[dict[str, str], ...] = (
    {"channel": "balance_and_position"},
    {"channel": "orders", "instType": ALL},
    {"channel": "liquidation-warning", "instType": ALL},
)


class OkxStreams(ListedStreams[Listing]):
    """The streams of one account."""

    silent_s = 25.0  # a mark that does not move is told every ten seconds
    signs_in = True

    def begin(self) -> None:
        """Note the addresses."""
        self._address = str(self._client.exchange.urls["api"]["ws"])
        self.mark_urls = (f"{self._address}/public",)

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frame that begins or ends a subscription."""
        arguments = [{"channel": "mark-price", "instId": topic} for topic in topics]
        return [{"op": "subscribe" if on else "unsubscribe", "args": arguments}]

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a message."""
        marks: Marks = {}
        for row in _rows(message, "mark-price"):
            listing = self._contracts.by_id.get(str(row.get("instId")))
            price, at_ms = price_or_none(row.get("markPx")), instant_or_none(row.get("ts"))
            if listing is not None and price is not None and at_ms is not None:
                marks[listing.instrument.symbol] = (price, at_ms)
        return marks

    async def account_url(self, number: int) -> str:
        """Return the address of all accounts' own events."""
        return f"{self._address}/private"

    def account_frames(self) -> list[Any]:
        """Return the sign-in."""
        exchange, at_s = self._client.exchange, str(self._client.venue_ms() // 1000)
        digest = hmac.new(exchange.secret.encode(), f"{at_s}GET/users/self/verify".encode(), hashlib.sha256).digest()
        key = {"apiKey": exchange.apiKey, "passphrase": exchange.password, "timestamp": at_s}
        return [{"op": "login", "args": [{**key, "sign": base64.b64encode(digest).decode()}]}]

    def signed_in_frames(self) -> list[Any]:
        """Return the subscription to what changes the account."""
        return [{"op": "subscribe", "args": [dict(channel) for channel in CHANNELS]}]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for; what stands at the beginning is known from the poll."""
        if not isinstance(message, dict):
            return ""
        if message.get("event") == "login":
            return "signed in" if message.get("code") == "0" else "refused"
        if message.get("event") == "error" and str(message.get("code", "")).startswith("600"):
            return "refused"
        if _rows(message, "orders"):
            self._orders_changed()
            return "poll"
        changes = _rows(message, "balance_and_position")
        if any(row.get("eventType") != "snapshot" for row in changes) or _rows(message, "liquidation-warning"):
            return "poll"
        return ""


def _rows(message: Any, channel: str) -> list[dict[str, Any]]:
    """The rows of a channel's message; none where it is another's."""
    argument = message.get("arg") if isinstance(message, dict) else None
    rows = message.get("data") if isinstance(argument, dict) and argument.get("channel") == channel else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
