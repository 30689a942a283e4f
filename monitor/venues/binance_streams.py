"""What Binance's streams say: marks once a second, and the account's own events. USDⓈ-M and COIN-M alike.

Source: Binance derivatives stream documentation, "Mark Price Stream" and "User Data Streams", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from monitor.errors import VenueDataError
from monitor.model import Instrument
from monitor.venues.binance_answers import RawListenKey
from monitor.venues.guard import Endpoint
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.read import instant, number
from monitor.venues.schedule import Contracts
from monitor.venues.venue import Client, Marks

ORDERS = ("ORDER_TRADE_UPDATE", "ALGO_UPDATE", "CONDITIONAL_ORDER_TRIGGER_REJECT")


class BinanceStreams(ListedStreams[Instrument]):
    """The streams of one account; the key of its own stream is good for 60 minutes."""

    silent_s = 6.0

    def __init__(
        self,
        client: Client,
        contracts: Contracts[Instrument],
        held: Callable[[], frozenset[str]],
        *,
        market: str,
        listen_key: Endpoint,
        keep_listen_key: Endpoint,
        orders_changed: Callable[[], None],
        modes_changed: Callable[[], None],
    ) -> None:
        """Take the market's name in ccxt's addresses ("linear", "inverse"), and what makes answers be read anew."""
        super().__init__(client, contracts, held, orders_changed=orders_changed)
        self._market = market
        self._listen_key = listen_key
        self._keep_listen_key = keep_listen_key
        self._modes_changed = modes_changed
        self._number = 0
        self.mark_urls = (f"{client.exchange.get_ws_url(market, 'market')}/0",)

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the topics that carry the marks of the held symbols, once a second."""
        return frozenset(
            f"{self._contracts.of_symbol(symbol).venue_symbol.lower()}@markPrice@1s" for symbol in self._held()
        )

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frame that begins or ends a subscription."""
        self._number += 1
        return [{"method": "SUBSCRIBE" if on else "UNSUBSCRIBE", "params": list(topics), "id": self._number}]

    def read_marks(self, message: Any) -> Marks:
        """Return the marks in a message."""
        events = message if isinstance(message, list) else [message]
        marks: Marks = {}
        for event in events:
            if isinstance(event, dict) and event.get("e") == "markPriceUpdate":
                instrument = self._contracts.by_id.get(str(event.get("s")))
                try:
                    price = number(event.get("p"), "stream", "p")
                    at_ms = instant(event.get("E"), "stream", "E")
                except (VenueDataError, TypeError):
                    continue
                if instrument is not None and price > 0:
                    marks[instrument.symbol] = (price, at_ms)
        return marks

    async def account_url(self, number: int) -> str:
        """Return the address of the account's own stream, with a key that is good for 60 minutes."""
        answer = await self._client.call(self._listen_key, RawListenKey)
        return str(self._client.exchange.get_private_ws_url(self._market, answer.listenKey))

    async def keep_alive(self) -> None:
        """Make the stream's key good for another 60 minutes."""
        await self._client.call(self._keep_listen_key, dict[str, Any])

    def take_event(self, message: Any) -> str:
        """Say what a message asks for."""
        event = message.get("e") if isinstance(message, dict) else None
        if event == "listenKeyExpired":
            return "new key"
        if event in ORDERS:
            self._orders_changed()
        elif event == "ACCOUNT_CONFIG_UPDATE":
            self._modes_changed()
        elif event not in ("ACCOUNT_UPDATE", "MARGIN_CALL"):
            return ""
        return "poll"
