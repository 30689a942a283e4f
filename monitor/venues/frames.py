"""What may leave through a WebSocket: per venue the frames that only subscribe, sign in to listen, or ping. Pure data.

A frame is one of these shapes, field for field, or it does not leave. Orders can be sent through most of these sockets
too (Hyperliquid's "post", Bitget's "trade", Gate's "api", OKX's "order", any method of Deribit's): none of them has a
shape here.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Name = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_.:@/-]{1,80}\Z")]  # a topic, a contract, a currency
Secretive = Annotated[str, Meta(max_length=200)]  # a key, a signature


class _Frame(msgspec.Struct, forbid_unknown_fields=True):
    """No field but those that are named."""


class BinanceFrame(_Frame):
    """Source: Binance USDⓈ-M and COIN-M, "Live Subscribing/Unsubscribing to streams", read 2026-10."""

    method: Literal["SUBSCRIBE", "UNSUBSCRIBE"]
    params: list[Name]
    id: int


class BybitSubscription(_Frame, tag_field="op", tag="subscribe"):
    """Source: Bybit v5, "WebSocket Connect", read 2026-10."""

    args: list[Name]


class BybitEnd(_Frame, tag_field="op", tag="unsubscribe"):
    """The end of a subscription."""

    args: list[Name]


class BybitSignIn(_Frame, tag_field="op", tag="auth"):
    """(key, until when, signature)."""

    args: tuple[Secretive, int, Secretive]


class BybitPing(_Frame, tag_field="op", tag="ping"):
    """ccxt's ping."""

    req_id: str | int = ""


class OkxChannel(_Frame):
    """What is subscribed to."""

    channel: Name
    instType: Name = ""
    instId: Name = ""


class OkxSubscription(_Frame, tag_field="op", tag="subscribe"):
    """Source: OKX v5, "WebSocket", read 2026-10; ccxt's ping is the word."""

    args: list[OkxChannel]


class OkxEnd(_Frame, tag_field="op", tag="unsubscribe"):
    """The end of a subscription."""

    args: list[OkxChannel]


class OkxKey(_Frame):
    """The key that signs in."""

    apiKey: Secretive
    passphrase: Secretive
    timestamp: Name
    sign: Secretive


class OkxSignIn(_Frame, tag_field="op", tag="login"):
    """One key."""

    args: tuple[OkxKey]


class HyperliquidTopic(_Frame):
    """What is subscribed to; of one contract or of one address."""

    type: Literal["activeAssetCtx", "userEvents", "orderUpdates"]
    coin: Name | None = None
    user: Name | None = None


class HyperliquidSubscription(_Frame, tag_field="method", tag="subscribe"):
    """Source: Hyperliquid, "WebSocket / Subscriptions", read 2026-10."""

    subscription: HyperliquidTopic


class HyperliquidEnd(_Frame, tag_field="method", tag="unsubscribe"):
    """The end of a subscription."""

    subscription: HyperliquidTopic


class HyperliquidPing(_Frame, tag_field="method", tag="ping"):
    """ccxt's ping."""


class BitgetChannel(_Frame):
    """What is subscribed to: a channel of a product, or a topic of the unified account."""

    instType: Literal["USDT-FUTURES", "USDC-FUTURES", "COIN-FUTURES", "UTA"]
    channel: Literal["ticker", "positions", "account", "orders", "orders-algo"] | None = None
    topic: Literal["position", "account", "order", "strategy-order"] | None = None
    instId: Name = ""
    coin: Name = ""


class BitgetSubscription(_Frame, tag_field="op", tag="subscribe"):
    """Source: Bitget, "WebSocket" of contracts and of the unified account, read 2026-11; ccxt's ping is the word."""

    args: list[BitgetChannel]


class BitgetEnd(_Frame, tag_field="op", tag="unsubscribe"):
    """The end of a subscription."""

    args: list[BitgetChannel]


class BitgetSignIn(_Frame, tag_field="op", tag="login"):
    """One key, as OKX spells it."""

    args: tuple[OkxKey]


class GateKey(_Frame):
    """Who subscribes."""

    method: Literal["api_key"]
    KEY: Secretive
    SIGN: Secretive


class GateFrame(_Frame):
    """Source: Gate, "Futures WebSocket v4", read 2026-11."""

    id: int
    time: int
    channel: Literal["futures.tickers", "futures.positions", "futures.balances", "futures.orders", "futures.autoorders"]
    event: Literal["subscribe", "unsubscribe"]
    payload: list[Annotated[str, Meta(pattern=r"\A(!all|[A-Za-z0-9_]{1,40})\Z")]]
    auth: GateKey | None = None


KucoinTopic = Annotated[
    str,
    Meta(
        pattern=r"\A(/contract/instrument:[A-Z0-9]{1,40}(,[A-Z0-9]{1,40}){0,99}|/contract/positionAll|"
        r"/contractAccount/wallet|/contractMarket/(tradeOrders|advancedOrders))\Z"
    ),
]


class KucoinSubscription(_Frame, tag_field="type", tag="subscribe"):
    """Source: KuCoin, "Classic WebSocket", read 2026-11; who asks is in the address."""

    id: Name
    topic: KucoinTopic
    privateChannel: bool
    response: bool


class KucoinEnd(_Frame, tag_field="type", tag="unsubscribe"):
    """The end of a subscription."""

    id: Name
    topic: KucoinTopic
    privateChannel: bool
    response: bool


class KucoinPing(_Frame, tag_field="type", tag="ping"):
    """ccxt's ping."""

    id: Name


class _DeribitFrame(_Frame, tag_field="method"):
    """JSON-RPC: every method of the account can be called here, so each has a shape of its own."""

    jsonrpc: Literal["2.0"]
    id: int


class DeribitKey(_Frame):
    """A signature, for reading alone: the secret is not sent."""

    grant_type: Literal["client_signature"]
    client_id: Secretive
    timestamp: int
    signature: Secretive
    nonce: Name
    data: Literal[""]
    scope: Literal["account:read trade:read"]


class DeribitSignIn(_DeribitFrame, tag="public/auth"):
    """Source: Deribit API v2, "public/auth", read 2026-11."""

    params: DeribitKey


class DeribitTickers(_Frame):
    """The markets of contracts."""

    channels: list[Annotated[str, Meta(pattern=r"\Aticker\.[A-Za-z0-9_-]{1,40}\.agg2\Z")]]


class DeribitSubscription(_DeribitFrame, tag="public/subscribe"):
    """Source: Deribit API v2, "public/subscribe", read 2026-11."""

    params: DeribitTickers


class DeribitEnd(_DeribitFrame, tag="public/unsubscribe"):
    """The end of a subscription."""

    params: DeribitTickers


class DeribitOwn(_Frame):
    """What happens to the account."""

    channels: list[Literal["user.changes.any.any.100ms", "user.portfolio.any"]]


class DeribitListening(_DeribitFrame, tag="private/subscribe"):
    """Source: Deribit API v2, "private/subscribe", read 2026-11."""

    params: DeribitOwn


class KrakenChallenge(_Frame, tag_field="event", tag="challenge"):
    """Source: Kraken, "Derivatives WebSocket", read 2026-11; it takes no orders."""

    api_key: Secretive


class KrakenSubscription(_Frame, tag_field="event", tag="subscribe"):
    """A public feed of some contracts, or a private one with the signed challenge."""

    feed: Literal["ticker", "open_positions", "fills", "open_orders", "balances"]
    product_ids: list[Name] = []
    api_key: Secretive = ""
    original_challenge: Secretive = ""
    signed_challenge: Secretive = ""


class KrakenEnd(_Frame, tag_field="event", tag="unsubscribe"):
    """The end of a subscription."""

    feed: Literal["ticker"]
    product_ids: list[Name]


Binance = BinanceFrame
Bybit = BybitSubscription | BybitEnd | BybitSignIn | BybitPing
Okx = OkxSubscription | OkxEnd | OkxSignIn
Hyperliquid = HyperliquidSubscription | HyperliquidEnd | HyperliquidPing
Bitget = BitgetSubscription | BitgetEnd | BitgetSignIn
Gate = GateFrame
Kucoin = KucoinSubscription | KucoinEnd | KucoinPing
Deribit = DeribitSignIn | DeribitSubscription | DeribitEnd | DeribitListening
Kraken = KrakenChallenge | KrakenSubscription | KrakenEnd
