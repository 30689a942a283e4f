"""What may be asked of the demo exchange when it opens an account: plain, light to import, fit for a pipe.

Sizes are positive and in base units, money is USDT.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Side = Literal["long", "short"]
MarginMode = Literal["cross", "isolated"]
PositionMode = Literal["one_way", "hedge"]


class PositionSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A position that an account starts with."""

    symbol: str
    side: Side
    size: float  # base, > 0
    entry: float | None = None  # None: the mark at the start
    margin_mode: MarginMode = "cross"
    isolated_wallet: float = 0.0  # of an isolated position, on top of the account's wallet
    leverage: int = 20


class StopSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A conditional order that closes (part of) a position."""

    symbol: str
    side: Side  # of the position it protects
    trigger_price: float
    size: float | None = None  # None: the whole position, whatever its size then
    kind: Literal["STOP_MARKET", "TAKE_PROFIT_MARKET"] = "STOP_MARKET"
    working_type: Literal["MARK_PRICE", "CONTRACT_PRICE"] = "MARK_PRICE"


class LimitSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A resting limit order."""

    symbol: str
    side: Literal["BUY", "SELL"]
    price: float
    size: float
    reduce_only: bool = True
    position_side: Literal["BOTH", "LONG", "SHORT"] = "BOTH"


class AccountSpec(msgspec.Struct, frozen=True, kw_only=True):
    """An account as the exchange opens it. `wallet` is what backs cross; isolated wallets come on top."""

    label: str
    wallet: float
    venue: str = "binanceusdm"  # ccxt's id; see monitor.demo.venues
    position_mode: PositionMode = "one_way"
    multi_assets: bool = False
    positions: tuple[PositionSpec, ...] = ()
    stops: tuple[StopSpec, ...] = ()
    limits: tuple[LimitSpec, ...] = ()
    can_trade: bool = False  # a right of the key; trading is refused all the same
    can_withdraw: bool = False
