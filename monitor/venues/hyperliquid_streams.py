"""What Hyperliquid's stream says: marks of contracts, and what happens to an address. There is no sign-in.

Source: Hyperliquid, "WebSocket / Subscriptions", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from monitor.model import Instrument
from monitor.venues.read import price_or_none
from monitor.venues.venue import Client, Marks, Streams

EVENTS = {"user": "userEvents", "orderUpdates": "orderUpdates"}  # channel -> what is subscribed to


class HyperliquidStreams(Streams):
    """The streams of one address; one socket for the marks and one for the account, so that each has its watchdog."""

    silent_s = 15.0

    def __init__(
        self,
        client: Client,
        instruments: Callable[[], Mapping[str, tuple[str, Instrument]]],
        held: Callable[[], frozenset[str]],
        *,
        orders_changed: Callable[[], None],
    ) -> None:
        """Take the known contracts by unified symbol, and what makes the orders be read anew."""
        self._client = client
        self._instruments = instruments
        self._held = held
        self._orders_changed = orders_changed
        self._symbols: dict[str, str] = {}  # by Hyperliquid's name
        self._address = str(client.exchange.urls["api"]["ws"]["public"])
        self.mark_urls = (self._address,)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return Hyperliquid's names of the held contracts."""
        known = self._instruments()
        self._symbols = {known[symbol][1].venue_symbol: symbol for symbol in self._held() if symbol in known}
        return frozenset(self._symbols)

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frames that begin or end subscriptions, one each."""
        method = "subscribe" if on else "unsubscribe"
        return [{"method": method, "subscription": {"type": "activeAssetCtx", "coin": topic}} for topic in topics]

    def read_marks(self, message: Any) -> Marks:
        """Return the mark in a message; Hyperliquid does not say when it was made."""
        data = message.get("data") if isinstance(message, dict) else None
        if not isinstance(data, dict) or message.get("channel") != "activeAssetCtx":
            return {}
        context, symbol = data.get("ctx"), self._symbols.get(str(data.get("coin")))
        price = price_or_none(context.get("markPx")) if isinstance(context, dict) else None
        return {} if price is None or symbol is None else {symbol: (price, self._client.venue_ms())}

    async def account_url(self, number: int) -> str:
        """Return the same address again, as a connection of its own."""
        return f"{self._address}#account"  # what follows # is not sent; it tells ccxt that this is another connection

    def account_frames(self) -> list[Any]:
        """Return the subscriptions to what changes the account."""
        user = str(self._client.exchange.walletAddress)
        return [{"method": "subscribe", "subscription": {"type": kind, "user": user}} for kind in EVENTS.values()]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        channel = message.get("channel") if isinstance(message, dict) else None
        if channel not in EVENTS:
            return ""
        if channel == "orderUpdates":
            self._orders_changed()
        return "poll"
