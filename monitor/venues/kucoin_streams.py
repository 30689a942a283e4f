"""What KuCoin's streams say: marks of contracts, and what happens to the classic futures account.

Where to connect, KuCoin tells with a token that is good for 24 hours: asked by POST, as a read, for each connection
anew. The token is the sign-in.

Source: KuCoin, "Classic WebSocket", "Apply connect token", "Get mark & index price", "All position change", "Account
balance", "Order", "Stop order" (futures); ccxt 4.5.90 for the ping; read 2026-11.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

from monitor.errors import NetworkError, VenueDataError
from monitor.language import tr
from monitor.venues import kucoin_answers as api
from monitor.venues.guard import Endpoint
from monitor.venues.kucoin_read import Listing
from monitor.venues.listed_streams import ListedStreams
from monitor.venues.news import News
from monitor.venues.read import instant_or_none, number_or_none, price_or_none
from monitor.venues.venue import Marks

POSITIONS, WALLET = "/contract/positionAll", "/contractAccount/wallet"
ORDERS, STOPS = "/contractMarket/tradeOrders", "/contractMarket/advancedOrders"
MARK = "/contract/instrument:"
PLACES = ("classic", "classicPrivate")  # names of KuCoin's hosts in the addresses of streams
AT_ONCE = 100  # contracts in one subscription
FIRST = "account-1"  # whose acknowledgement says that the token was accepted


class KucoinStreams(ListedStreams[Listing]):
    """The streams of one account."""

    silent_s = 15.0
    signs_in = True

    def begin(self) -> None:
        """Note the addresses."""
        self._news = News()
        self._news.in_feed(WALLET, {})  # nothing is told at the beginning: the first word is news
        self._number = 0
        self.mark_urls = (PLACES[0],)

    def subscription(self, topics: Sequence[str], *, on: bool) -> list[Any]:
        """Return the frames that begin or end a subscription."""
        kind = "subscribe" if on else "unsubscribe"
        lists = (",".join(topics[at : at + AT_ONCE]) for at in range(0, len(topics), AT_ONCE))
        return [self._frame(kind, f"{MARK}{names}", private=False) for names in lists]

    def read_marks(self, message: Any) -> Marks:
        """Return the mark in a message."""
        data = message.get("data") if isinstance(message, dict) else None
        topic = str(message.get("topic")) if isinstance(message, dict) else ""
        if not isinstance(data, dict) or not topic.startswith(MARK) or message.get("subject") != "mark.index.price":
            return {}
        listing = self._contracts.by_id.get(topic.removeprefix(MARK))
        price, at_ms = price_or_none(data.get("markPrice")), instant_or_none(data.get("timestamp"))
        return {} if listing is None or price is None or at_ms is None else {listing.instrument.symbol: (price, at_ms)}

    async def dial(self, url: str) -> str:
        """Return an address with a token of the public stream."""
        return await self._address(api.PUBLIC_TOKEN, "marks")

    async def account_url(self, number: int) -> str:
        """Return an address with a token of the account's own stream."""
        return await self._address(api.PRIVATE_TOKEN, "account")

    def account_frames(self) -> list[Any]:
        """Return the subscriptions to what changes the account."""
        frames = [self._frame("subscribe", topic, private=True) for topic in (POSITIONS, WALLET, ORDERS, STOPS)]
        return [{**frames[0], "id": FIRST}, *frames[1:]]

    def take_event(self, message: Any) -> str:
        """Say what a message asks for; a change of the mark alone asks for nothing."""
        if not isinstance(message, dict):
            return ""
        if message.get("type") == "error":
            return "new key" if number_or_none(message.get("code")) == 401 else "refused"
        if message.get("type") == "ack":
            return "signed in" if message.get("id") == FIRST else ""
        data = message.get("data")
        if message.get("type") != "message" or not isinstance(data, dict):
            return ""
        topic, subject = str(message.get("topic")), str(message.get("subject"))
        if topic in (ORDERS, STOPS):
            self._orders_changed()
            return "poll"
        if topic == WALLET:
            money = {str(data.get("currency")): str(data.get("walletBalance"))}  # without the profit, which moves
            return "poll" if subject == "walletBalance.change" and self._news.in_feed(WALLET, money) else ""
        marks_only = subject == "position.change" and (
            data.get("changeReason") == "markPriceChange" or "currentQty" not in data
        )
        return "poll" if topic == POSITIONS and not marks_only else ""

    async def _address(self, endpoint: Endpoint, name: str) -> str:
        data = (await self._client.call(endpoint, api.Answer[api.RawToken])).data
        if not data.instanceServers:
            raise VenueDataError(tr("{subject}: {field} is empty", subject="bullet", field="instanceServers"))
        endpoint_url = data.instanceServers[0].endpoint
        known = [str(self._client.exchange.urls["api"]["ws"][place]) for place in PLACES]
        place = urlsplit(endpoint_url)
        if (place.scheme, place.netloc) not in [urlsplit(one)[:2] for one in known]:
            raise NetworkError(
                tr(
                    "KuCoin's stream is at {netloc}, which is not known; the account is polled.",
                    netloc=place.netloc[:80],
                )
            )
        return f"{endpoint_url}?{urlencode({'token': data.token, 'connectId': name})}"

    def _frame(self, kind: str, topic: str, *, private: bool) -> dict[str, Any]:
        self._number += 1
        asks = {"id": str(self._number), "type": kind, "topic": topic}
        return {**asks, "privateChannel": private, "response": True}
