"""What may leave through a WebSocket: per venue the frames that only subscribe, sign in to listen, or ping. Pure data.

A frame is one of these shapes, field for field, or it does not leave. Orders can be sent through most of these sockets
too (Hyperliquid's "post", Bitget's "trade", Gate's "api", OKX's "order"): none of them has a shape here.
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


Binance = BinanceFrame
Bybit = BybitSubscription | BybitEnd | BybitSignIn | BybitPing
Okx = OkxSubscription | OkxEnd | OkxSignIn
Hyperliquid = HyperliquidSubscription | HyperliquidEnd | HyperliquidPing
