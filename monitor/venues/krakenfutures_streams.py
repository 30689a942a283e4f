"""What Kraken Futures' streams say: tickers with marks, and what happens to the accounts of a key.

Kraken asks us to sign a challenge; the signature goes with each private subscription. Positions and balances are told
again and again as the marks move; only a changed size, entry or balance is an event.

Source: Kraken, "Derivatives WebSocket": "Challenge", "Ticker", "Open positions", "Open orders", "Fills", "Balances",
read 2026-11; ccxt 4.5.90 for signing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from monitor.venues.krakenfutures_read import Contract
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.news import News
from monitor.venues.read import instant_or_none, price_or_none
from monitor.venues.venue import Marks

FEEDS = ("open_positions", "fills", "open_orders", "balances")


class KrakenStreams(ListedStreams[Contract]):
    """The streams of one key."""

    silent_s = 15.0
    signs_in = True

    def begin(self) -> None:
        """Note the addresses."""
        self._news = News()
        self._challenge = ""
        self._address = str(self._client.exchange.urls["api"]["ws"])
        self.mark_urls = (self._address,)

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frame that begins or ends a subscription."""
        return [{"event": "subscribe" if on else "unsubscribe", "feed": "ticker", "product_ids": list(topics)}]

    def read_marks(self, message: Any) -> Marks:
        """Return the mark in a message."""
        if not isinstance(message, dict) or message.get("feed") != "ticker":
            return {}
        contract = self._contracts.by_id.get(str(message.get("product_id")))
        price, at_ms = price_or_none(message.get("markPrice")), instant_or_none(message.get("time"))
        return (
            {} if contract is None or price is None or at_ms is None else {contract.instrument.symbol: (price, at_ms)}
        )

    async def account_url(self, number: int) -> str:
        """Return the same address again, as a connection of its own."""
        return f"{self._address}#account"  # what follows # is not sent

    def account_frames(self) -> list[Any]:
        """Return the question for a challenge."""
        return [{"event": "challenge", "api_key": self._client.exchange.apiKey}]

    def signed_in_frames(self) -> list[Any]:
        """Return the subscriptions to what changes the accounts, with the signed challenge."""
        exchange = self._client.exchange
        digest = hashlib.sha256(self._challenge.encode()).digest()
        secret = base64.b64decode(exchange.secret)
        signed = base64.b64encode(hmac.new(secret, digest, hashlib.sha512).digest()).decode()
        key = {"api_key": exchange.apiKey, "original_challenge": self._challenge, "signed_challenge": signed}
        return [{"event": "subscribe", "feed": feed, **key} for feed in FEEDS]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        if not isinstance(message, dict):
            return ""
        event, feed = message.get("event"), message.get("feed")
        if event == "challenge":
            self._challenge = str(message.get("message"))
            return "signed in"
        if event in ("alert", "error"):
            return "" if "Already subscribed" in str(message.get("message")) else "refused"
        if event is not None:
            return ""
        if feed == "open_orders":
            self._orders_changed()
        if feed in ("open_orders", "fills"):
            return "poll"
        if feed == "open_positions":
            return "poll" if self._news.in_feed("positions", _positions(message)) else ""
        if feed in ("balances", "balances_snapshot"):
            return "poll" if self._news.in_feed("balances", _balances(message)) else ""
        return ""


def _positions(message: dict[str, Any]) -> dict[str, object]:
    """{contract: (size, entry)}: what does not move with the mark."""
    rows = message.get("positions")
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {str(row.get("instrument")): (row.get("balance"), row.get("entry_price")) for row in found}


def _balances(message: dict[str, Any]) -> dict[str, object]:
    """{wallet or currency: how much of it}, of all kinds of account."""
    found: dict[str, object] = {}
    flexible = message.get("flex_futures")
    currencies = flexible.get("currencies") if isinstance(flexible, dict) else None
    for kind, rows, field in (
        ("holding", message.get("holding"), None),
        ("futures", message.get("futures"), "balance"),
        ("flex", currencies, "quantity"),
    ):
        if isinstance(rows, dict):
            found |= {
                f"{kind} {name}": value.get(field) if field and isinstance(value, dict) else value
                for name, value in rows.items()
            }
    return found
