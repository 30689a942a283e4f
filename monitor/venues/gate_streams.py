"""What Gate's streams say: tickers with marks, and what happens to a wallet. Each settlement currency has an address.

There is no sign-in of its own: each private subscription is signed, and names the user, whose number the wallet tells.

Source: Gate, "Futures WebSocket v4": "Tickers", "Positions", "Balances", "Orders", "Auto orders" channel; ccxt 4.5.90
for addresses and signing; read 2026-11.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from typing import Any

from monitor.venues.gate_read import Listing
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.read import instant_or_none, price_or_none
from monitor.venues.schedule import Contracts
from monitor.venues.venue import Client, Marks

ALL = "!all"
PRIVATE = ("futures.positions", "futures.balances", "futures.orders", "futures.autoorders")


class GateStreams(ListedStreams[Listing]):
    """The streams of one user's wallets."""

    silent_s = 15.0
    signs_in = True

    def __init__(
        self,
        client: Client,
        contracts: Contracts[Listing],
        held: Callable[[], frozenset[str]],
        *,
        settles: Sequence[str],
        user: Callable[[str], str | None],
        orders_changed: Callable[[], None],
    ) -> None:
        """Take the settlement currencies, whose wallet each is (None: nobody's), and what makes orders be read anew."""
        super().__init__(client, contracts, held, orders_changed=orders_changed)
        self._settles = tuple(settles)
        self._user = user
        self._number = 0
        self._signs_for = ""  # the user of the newest address
        addresses = client.exchange.urls["api"]["swap"]
        self._urls = {str(addresses[settle]): settle for settle in self._settles}
        self.mark_urls = tuple(self._urls)
        self.account_sockets = len(self._settles)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the names of the held contracts of this address's currency."""
        listed = (self._contracts.of_symbol(symbol) for symbol in self._held())
        return frozenset(one.instrument.venue_symbol for one in listed if one.settle == self._urls[url])

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frame that begins or ends a subscription."""
        return [self._frame("futures.tickers", list(topics), "subscribe" if on else "unsubscribe")]

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a message."""
        marks: Marks = {}
        at_ms = _instant(message)
        for row in _rows(message, "futures.tickers"):
            listing, price = self._contracts.by_id.get(str(row.get("contract"))), price_or_none(row.get("mark_price"))
            if listing is not None and price is not None and at_ms is not None:
                marks[listing.instrument.symbol] = (price, at_ms)
        return marks

    async def account_url(self, number: int) -> str | None:
        """Return the address of a currency; None where the user has no wallet in it."""
        settle = self._settles[number]
        user = self._user(settle)
        if user is None:
            return None
        self._signs_for = user
        return f"{self.mark_urls[number]}#account"  # what follows # is not sent; it makes this a connection of its own

    def account_frames(self) -> list[Any]:
        """Return the signed subscriptions to what changes a wallet."""
        frames = []
        for channel in PRIVATE:
            payload = [self._signs_for] if channel == "futures.balances" else [self._signs_for, ALL]
            frame = self._frame(channel, payload, "subscribe")
            told = f"channel={channel}&event=subscribe&time={frame['time']}"
            signature = hmac.new(self._client.exchange.secret.encode(), told.encode(), hashlib.sha512).hexdigest()
            key = {"method": "api_key", "KEY": self._client.exchange.apiKey, "SIGN": signature}
            frames.append({**frame, "auth": key})
        return frames

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        if not isinstance(message, dict) or message.get("channel") not in PRIVATE:
            return ""
        if message.get("event") == "subscribe":
            return "refused" if message.get("error") else "signed in"
        if not _rows(message, str(message["channel"])):
            return ""
        if message["channel"] in ("futures.orders", "futures.autoorders"):
            self._orders_changed()
        return "poll"

    def _frame(self, channel: str, payload: list[str], event: str) -> dict[str, Any]:
        self._number += 1
        at_s = self._client.venue_ms() // 1000
        return {"id": self._number, "time": at_s, "channel": channel, "event": event, "payload": payload}


def _rows(message: Any, channel: str) -> list[dict[str, Any]]:
    """What a channel tells anew; nothing where the message is another's."""
    told = isinstance(message, dict) and message.get("channel") == channel and message.get("event") == "update"
    rows = message.get("result") if told else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _instant(message: Any) -> int | None:
    """When a message was made [ms]; older ones tell seconds only."""
    if not isinstance(message, dict):
        return None
    at_ms, at_s = instant_or_none(message.get("time_ms")), instant_or_none(message.get("time"))
    return at_ms if at_ms is not None else None if at_s is None else at_s * 1000
