"""What Bybit's streams say: tickers with marks, and the account's own events after a sign-in.

Source: Bybit v5, "WebSocket Connect", "Ticker", "Position", "Wallet", "Order", read 2026-10.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from monitor.venues.bybit_read import Listing
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.read import instant_or_none, price_or_none
from monitor.venues.venue import Marks

TOPICS = ("position", "wallet", "order")
SIGN_IN_MS = 10_000


class BybitStreams(ListedStreams[Listing]):
    """The streams of one unified account: linear and inverse marks stand at addresses of their own."""

    silent_s = 15.0  # tickers come when something in them has changed
    signs_in = True

    def begin(self) -> None:
        """Note the addresses."""
        self._categories = {self._address("public", category): category for category in ("linear", "inverse")}
        self.mark_urls = tuple(self._categories)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the tickers of the held symbols of this address's category."""
        listed = (self._contracts.of_symbol(symbol) for symbol in self._held())
        return frozenset(
            f"tickers.{one.instrument.venue_symbol}" for one in listed if one.category == self._categories[url]
        )

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frames that begin or end a subscription; one holds some hundred topics."""
        operation = "subscribe" if on else "unsubscribe"
        return [{"op": operation, "args": list(topics[at : at + 100])} for at in range(0, len(topics), 100)]

    def read_marks(self, message: Any) -> Marks:
        """Return the mark in a ticker; a change that leaves it out says that it stands."""
        data = message.get("data") if isinstance(message, dict) else None
        if not isinstance(data, dict) or not str(message.get("topic")).startswith("tickers."):
            return {}
        listing = self._contracts.by_id.get(str(data.get("symbol")))
        price, at_ms = price_or_none(data.get("markPrice")), instant_or_none(message.get("ts"))
        return {} if listing is None or price is None or at_ms is None else {listing.instrument.symbol: (price, at_ms)}

    async def account_url(self, number: int) -> str:
        """Return the address of all accounts' own events."""
        return self._address("private", "contract")

    def account_frames(self) -> list[Any]:
        """Return the sign-in."""
        exchange, until_ms = self._client.exchange, self._client.venue_ms() + SIGN_IN_MS
        signature = hmac.new(exchange.secret.encode(), f"GET/realtime{until_ms}".encode(), hashlib.sha256).hexdigest()
        return [{"op": "auth", "args": [exchange.apiKey, until_ms, signature]}]

    def signed_in_frames(self) -> list[Any]:
        """Return the subscription to what changes the account."""
        return [{"op": "subscribe", "args": list(TOPICS)}]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        if not isinstance(message, dict):
            return ""
        if message.get("op") == "auth":
            return "signed in" if message.get("success") is True else "refused"
        topic = str(message.get("topic", "")).partition(".")[0]
        if topic == "order":
            self._orders_changed()
        return "poll" if topic in TOPICS else ""

    def _address(self, *names: str) -> str:
        address: Any = self._client.exchange.urls["api"]["ws"]
        for name in names:
            address = address[name]
        return str(self._client.exchange.implode_hostname(address))
