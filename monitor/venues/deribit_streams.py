"""What Deribit's streams say: tickers with marks, and what happens to the account after a sign-in.

The sign-in asks for reading alone, whatever the key may do, and is signed: our secret is not in it. `user.portfolio`
tells the account again and again; only a changed balance is an event.

Source: Deribit API v2, "Notifications", "public/auth", "ticker", "user.changes", "user.portfolio", read 2026-11;
ccxt 4.5.90 for signing.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from monitor.model import Instrument
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.news import News
from monitor.venues.read import instant_or_none, price_or_none
from monitor.venues.venue import Marks

CHANGES, PORTFOLIO = "user.changes.any.any.100ms", "user.portfolio.any"
READING = "account:read trade:read"
SIGN_IN, LISTEN = 1, 2  # ids of our requests


class DeribitStreams(ListedStreams[Instrument]):
    """The streams of one account."""

    silent_s = 15.0
    signs_in = True

    def begin(self) -> None:
        """Note the addresses."""
        self._news = News()
        self._number = LISTEN
        self._address = str(self._client.exchange.urls["api"]["ws"])
        self.mark_urls = (self._address,)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the channels that carry the marks of the held contracts, every two seconds."""
        return frozenset(f"ticker.{self._contracts.of_symbol(symbol).venue_symbol}.agg2" for symbol in self._held())

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frame that begins or ends a subscription."""
        self._number += 1
        return [_request(self._number, f"public/{'subscribe' if on else 'unsubscribe'}", {"channels": list(topics)})]

    def read_marks(self, message: Any) -> Marks:
        """Return the mark in a message."""
        channel, data = _told(message)
        if not channel.startswith("ticker.") or not isinstance(data, dict):
            return {}
        instrument = self._contracts.by_id.get(str(data.get("instrument_name")))
        price, at_ms = price_or_none(data.get("mark_price")), instant_or_none(data.get("timestamp"))
        return {} if instrument is None or price is None or at_ms is None else {instrument.symbol: (price, at_ms)}

    async def account_url(self, number: int) -> str:
        """Return the same address again, as a connection of its own."""
        return f"{self._address}#account"  # what follows # is not sent

    def account_frames(self) -> list[Any]:
        """Return the sign-in."""
        exchange, at_ms = self._client.exchange, self._client.venue_ms()
        told = f"{at_ms}\n{at_ms}\n"
        signature = hmac.new(exchange.secret.encode(), told.encode(), hashlib.sha256).hexdigest()
        asks = {
            "grant_type": "client_signature",
            "client_id": exchange.apiKey,
            "timestamp": at_ms,
            "signature": signature,
            "nonce": str(at_ms),
            "data": "",
            "scope": READING,
        }
        return [_request(SIGN_IN, "public/auth", asks)]

    def signed_in_frames(self) -> list[Any]:
        """Return the subscription to what changes the account."""
        return [_request(LISTEN, "private/subscribe", {"channels": [CHANGES, PORTFOLIO]})]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        if not isinstance(message, dict):
            return ""
        if message.get("id") in (SIGN_IN, LISTEN):
            if message.get("error") or not message.get("result"):  # of a key that may not read it, no channel is left
                return "refused"
            return "signed in" if message["id"] == SIGN_IN else ""
        channel, data = _told(message)
        if channel.startswith("user.changes."):
            self._orders_changed()
            return "poll"
        if channel.startswith("user.portfolio.") and isinstance(data, dict):
            balance = {str(data.get("currency")): data.get("balance")}
            return "poll" if self._news.in_feed(channel, balance) else ""
        return ""


def _request(number: int, method: str, asks: dict[str, Any]) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": asks}


def _told(message: Any) -> tuple[str, Any]:
    """The channel and the data of a notification; ("", None) where it is none."""
    if not isinstance(message, dict) or message.get("method") != "subscription":
        return "", None
    told = message.get("params")
    return (str(told.get("channel")), told.get("data")) if isinstance(told, dict) else ("", None)
