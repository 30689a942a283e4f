"""Binance COIN-M: its endpoints, and those answers that differ from USDⓈ-M's (binance_answers.py).

Source: Binance derivatives REST documentation, COIN-M, read 2026-10.
"""

from __future__ import annotations

from typing import Any

import msgspec

from monitor.venues.binance_answers import KEY_RESTRICTIONS, RawLimit
from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

__all__ = ["KEY_RESTRICTIONS"]

# (ccxt's api name, METHOD, path)
TIME = ("dapiPublic", "GET", "time")
EXCHANGE_INFO = ("dapiPublic", "GET", "exchangeInfo")
PREMIUM_INDEX = ("dapiPublic", "GET", "premiumIndex")
FUNDING_INFO = ("dapiPublic", "GET", "fundingInfo")
KLINES = ("dapiPublic", "GET", "klines")
DEPTH = ("dapiPublic", "GET", "depth")
ACCOUNT = ("dapiPrivate", "GET", "account")
POSITION_RISK = ("dapiPrivate", "GET", "positionRisk")
BRACKETS = ("dapiPrivateV2", "GET", "leverageBracket")
POSITION_MODE = ("dapiPrivate", "GET", "positionSide/dual")
ADL = ("dapiPrivate", "GET", "adlQuantile")
COMMISSION_RATE = ("dapiPrivate", "GET", "commissionRate")
OPEN_ORDERS = ("dapiPrivate", "GET", "openOrders")
OPEN_ALGO_ORDERS = ("dapiPrivate", "GET", "openAlgoOrders")
FORCE_ORDERS = ("dapiPrivate", "GET", "forceOrders")
ALL_ORDERS = ("dapiPrivate", "GET", "allOrders")
LISTEN_KEY = ("dapiPrivate", "POST", "listenKey")  # opens a stream to read; changes nothing in the account
KEEP_LISTEN_KEY = ("dapiPrivate", "PUT", "listenKey")

LIMITS = Limits(  # Source: Binance COIN-M REST documentation, "request weight" of each endpoint, read 2026-10
    address=Allowance(amount=2_400, per_s=60),  # exchangeInfo corrects it
    weights={
        "premiumIndex": 10,
        "fundingInfo": 0,
        "klines": 2,
        "depth": 5,
        "account": 5,
        "positionSide/dual": 30,
        "adlQuantile": 5,
        "commissionRate": 20,
        "openOrders": (1, 40),
        "openAlgoOrders": (1, 40),
        "forceOrders": (20, 50),
        "allOrders": 20,
        "account/apiRestrictions": 0,  # another host, with a budget of its own
    },
    first_read=90,
)


class RawSymbol(msgspec.Struct, frozen=True, kw_only=True):
    """A contract in exchangeInfo."""

    symbol: str
    baseAsset: str
    quoteAsset: str
    marginAsset: str
    contractType: str
    contractSize: RawNumber = None
    deliveryDate: int | None = None
    liquidationFee: RawNumber = None  # rate of the value that a liquidation costs
    filters: list[dict[str, Any]] = []


class RawExchangeInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What Binance lists."""

    symbols: list[RawSymbol]
    rateLimits: list[RawLimit] = []


class RawBracket(msgspec.Struct, frozen=True, kw_only=True):
    """A tier; its edges are quantities of the coin. Binance's documentation spells the lower one "qtylFloor"."""

    maintMarginRatio: float
    cum: float
    qtylFloor: float | None = None
    qtyFloor: float | None = None


class RawBrackets(msgspec.Struct, frozen=True, kw_only=True):
    """The tiers of a symbol."""

    symbol: str
    brackets: list[RawBracket]


class RawPositionMode(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a symbol can be held long and short at once."""

    dualSidePosition: bool


class RawQuantiles(msgspec.Struct, frozen=True, kw_only=True):
    """Places in the queue of automatic deleveraging, 0 (last) to 4, by positionSide."""

    symbol: str
    adlQuantile: dict[str, RawNumber] = {}
