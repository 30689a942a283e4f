"""Binance USDⓈ-M: the endpoints that are read, and the answers they give, as they are sent.

Numbers are strings in the answers, and any field may be missing; binance_read.py decides what that means.

Source: Binance derivatives REST documentation, read 2026-10.
"""

from __future__ import annotations

from typing import Any

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

# (ccxt's api name, METHOD, path)
TIME = ("fapiPublic", "GET", "time")
EXCHANGE_INFO = ("fapiPublic", "GET", "exchangeInfo")
PREMIUM_INDEX = ("fapiPublic", "GET", "premiumIndex")
FUNDING_INFO = ("fapiPublic", "GET", "fundingInfo")
KLINES = ("fapiPublic", "GET", "klines")
DEPTH = ("fapiPublic", "GET", "depth")
INSURANCE = ("fapiPublic", "GET", "insuranceBalance")
ACCOUNT = ("fapiPrivateV3", "GET", "account")
POSITION_RISK = ("fapiPrivateV3", "GET", "positionRisk")
BRACKETS = ("fapiPrivate", "GET", "leverageBracket")
SYMBOL_CONFIG = ("fapiPrivate", "GET", "symbolConfig")
ACCOUNT_CONFIG = ("fapiPrivate", "GET", "accountConfig")  # both modes at weight 5; one by one they cost 30 each
COMMISSION_RATE = ("fapiPrivate", "GET", "commissionRate")
OPEN_ORDERS = ("fapiPrivate", "GET", "openOrders")
OPEN_ALGO_ORDERS = ("fapiPrivate", "GET", "openAlgoOrders")
FORCE_ORDERS = ("fapiPrivate", "GET", "forceOrders")
ALL_ORDERS = ("fapiPrivate", "GET", "allOrders")
KEY_RESTRICTIONS = ("sapi", "GET", "account/apiRestrictions")
LISTEN_KEY = ("fapiPrivate", "POST", "listenKey")  # opens a stream to read; changes nothing in the account
KEEP_LISTEN_KEY = ("fapiPrivate", "PUT", "listenKey")

# Source: Binance USDⓈ-M REST documentation, "Request weight" of each endpoint, and ccxt 4.5.90's table of it; read
# 2026-11. Candles weigh 1 up to 99 bars, 2 to 499, 5 to 1000; order books 2 to 50 levels, 5 for 100.
LIMITS = Limits(
    address=Allowance(amount=2_400, per_s=60),  # exchangeInfo corrects it
    weights={
        "premiumIndex": (1, 10),
        "fundingInfo": 0,  # a limit of its own: 500 in five minutes
        "klines": 2,  # of 100 to 499 bars
        "depth": 5,  # of 100 levels
        "account": 5,
        "positionRisk": 5,
        "symbolConfig": 5,
        "accountConfig": 5,
        "commissionRate": 20,
        "openOrders": (1, 40),
        "openAlgoOrders": (1, 40),
        "forceOrders": (20, 50),
        "allOrders": 5,
        "account/apiRestrictions": 0,  # another host, with a budget of its own
    },
    first_read=60,
)


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A row of positionRisk, or of `positions` in account (which has no prices)."""

    symbol: str | None = None
    positionSide: str | None = None
    positionAmt: RawNumber = None
    entryPrice: RawNumber = None
    markPrice: RawNumber = None
    unRealizedProfit: RawNumber = None
    liquidationPrice: RawNumber = None
    isolatedMargin: RawNumber = None
    isolatedWallet: RawNumber = None
    initialMargin: RawNumber = None
    positionInitialMargin: RawNumber = None
    maintMargin: RawNumber = None
    adl: RawNumber = None
    marginType: str | None = None  # COIN-M only
    leverage: RawNumber = None  # COIN-M only


class RawAsset(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of account."""

    asset: str | None = None
    walletBalance: RawNumber = None
    crossWalletBalance: RawNumber = None
    maintMargin: RawNumber = None
    crossUnPnl: RawNumber = None


class RawAccount(msgspec.Struct, frozen=True, kw_only=True):
    """The account: wallets, totals, and which positions they count."""

    assets: list[RawAsset] | None = None
    positions: list[RawPosition] | None = None
    totalMarginBalance: RawNumber = None
    totalMaintMargin: RawNumber = None
    totalCrossWalletBalance: RawNumber = None
    totalCrossUnPnl: RawNumber = None
    availableBalance: RawNumber = None


class RawLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A request limit."""

    rateLimitType: str
    interval: str
    limit: int


class RawSymbol(msgspec.Struct, frozen=True, kw_only=True):
    """A contract in exchangeInfo."""

    symbol: str
    baseAsset: str
    quoteAsset: str
    marginAsset: str
    deliveryDate: int | None = None
    liquidationFee: RawNumber = None  # rate of the value that a liquidation costs
    filters: list[dict[str, Any]] = []


class RawExchangeInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What Binance lists."""

    symbols: list[RawSymbol]
    rateLimits: list[RawLimit] = []


class RawBracket(msgspec.Struct, frozen=True, kw_only=True):
    """A tier."""

    notionalFloor: float
    maintMarginRatio: float
    cum: float


class RawBrackets(msgspec.Struct, frozen=True, kw_only=True):
    """The tiers of a symbol."""

    symbol: str
    brackets: list[RawBracket]


class RawSymbolConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Leverage of a symbol."""

    symbol: str
    leverage: RawNumber = None


class RawAccountConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The account's modes."""

    dualSidePosition: bool
    multiAssetsMargin: bool


class RawFundingInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A symbol whose funding interval is not eight hours."""

    symbol: str
    fundingIntervalHours: float


class RawPremium(msgspec.Struct, frozen=True, kw_only=True):
    """Funding of a symbol."""

    symbol: str
    markPrice: RawNumber = None
    lastFundingRate: RawNumber = None
    nextFundingTime: RawNumber = None


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A resting order."""

    symbol: str
    side: str
    type: str
    positionSide: str = "BOTH"
    origType: str = ""
    stopPrice: RawNumber = None
    price: RawNumber = None
    origQty: RawNumber = None
    executedQty: RawNumber = None
    reduceOnly: bool = False
    closePosition: bool = False
    workingType: str = "CONTRACT_PRICE"


class RawAlgoOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A conditional order."""

    symbol: str
    side: str
    orderType: str
    positionSide: str = "BOTH"
    algoStatus: str = "NEW"
    triggerPrice: RawNumber = None
    price: RawNumber = None
    quantity: RawNumber = None
    reduceOnly: bool = False
    closePosition: bool = False
    workingType: str = "CONTRACT_PRICE"


class RawDoneOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A row of forceOrders or allOrders; the venue's own orders say so in `clientOrderId`."""

    symbol: str
    side: str
    positionSide: str = "BOTH"
    clientOrderId: str = ""
    origType: str = ""  # before a trigger made it a plain order
    executedQty: RawNumber = None
    origQty: RawNumber = None
    avgPrice: RawNumber = None
    price: RawNumber = None
    time: RawNumber = None
    updateTime: RawNumber = None


class RawCommission(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of a symbol."""

    takerCommissionRate: RawNumber = None


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """Binance's time."""

    serverTime: int


class RawListenKey(msgspec.Struct, frozen=True, kw_only=True):
    """Opens the account's stream."""

    listenKey: str
