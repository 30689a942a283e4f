"""Bybit v5: the endpoints that are read, and the answers they give, as they are sent.

Numbers are strings in the answers, "" where there is none; any field may be missing; bybit_read.py decides what that
means. The envelope and its list are required: an answer without them is no answer.

Source: Bybit v5 API documentation, read 2026-10; ccxt 4.5.90 for paths.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

T = TypeVar("T")

# (ccxt's api name, METHOD, path)
TIME = ("public", "GET", "v5/market/time")
INSTRUMENTS = ("public", "GET", "v5/market/instruments-info")
TICKERS = ("public", "GET", "v5/market/tickers")
RISK_LIMIT = ("public", "GET", "v5/market/risk-limit")
KLINE = ("public", "GET", "v5/market/kline")
ORDER_BOOK = ("public", "GET", "v5/market/orderbook")
INSURANCE = ("public", "GET", "v5/market/insurance")
COLLATERAL_TIERS = ("public", "GET", "v5/spot-margin-trade/collateral")
POSITIONS = ("private", "GET", "v5/position/list")
WALLET = ("private", "GET", "v5/account/wallet-balance")
ACCOUNT_INFO = ("private", "GET", "v5/account/info")
FEE_RATE = ("private", "GET", "v5/account/fee-rate")
ORDERS = ("private", "GET", "v5/order/realtime")  # resting, conditional and take-profit/stop-loss orders alike
EXECUTIONS = ("private", "GET", "v5/execution/list")
KEY = ("private", "GET", "v5/user/query-api")

LIMITS = (
    Limits(  # Source: Bybit v5, "Rate Limit Rules", read 2026-10; beyond that 10 to 50 per second, account and path
        address=Allowance(amount=600, per_s=5), first_read=25
    )
)


class Answer(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The envelope of every answer."""

    retCode: RawNumber
    result: T
    time: RawNumber = None


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A list, perhaps continued at a cursor."""

    rows: list[T] = msgspec.field(name="list")
    nextPageCursor: str | None = None


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A row of position/list; flat ones are listed too."""

    symbol: str | None = None
    side: str | None = None
    size: RawNumber = None
    positionIdx: RawNumber = None
    avgPrice: RawNumber = None
    sessionAvgPrice: RawNumber = None
    markPrice: RawNumber = None
    leverage: RawNumber = None
    liqPrice: RawNumber = None
    bustPrice: RawNumber = None
    positionBalance: RawNumber = None
    positionIM: RawNumber = None
    positionMM: RawNumber = None
    unrealisedPnl: RawNumber = None
    adlRankIndicator: RawNumber = None
    createdTime: RawNumber = None


class RawCoin(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the unified wallet."""

    coin: str | None = None
    walletBalance: RawNumber = None
    equity: RawNumber = None
    usdValue: RawNumber = None
    totalPositionMM: RawNumber = None
    totalPositionIM: RawNumber = None
    marginCollateral: bool | None = None
    collateralSwitch: bool | None = None


class RawWallet(msgspec.Struct, frozen=True, kw_only=True):
    """The unified account: totals in USD, "" in isolated margin mode."""

    accountType: str | None = None
    coin: list[RawCoin] | None = None
    totalEquity: RawNumber = None
    totalMarginBalance: RawNumber = None
    totalMaintenanceMargin: RawNumber = None
    totalAvailableBalance: RawNumber = None
    accountMMRate: RawNumber = None


class RawAccountInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The account's modes."""

    marginMode: str
    unifiedMarginStatus: int


class RawInstrument(msgspec.Struct, frozen=True, kw_only=True):
    """A contract."""

    symbol: str
    contractType: str
    baseCoin: str
    quoteCoin: str
    settleCoin: str
    deliveryTime: RawNumber = None
    fundingInterval: RawNumber = None  # minutes
    priceFilter: dict[str, Any] = {}
    lotSizeFilter: dict[str, Any] = {}


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A risk limit: its upper end, and the rates below it."""

    symbol: str
    riskLimitValue: RawNumber = None
    maintenanceMargin: RawNumber = None
    initialMargin: RawNumber = None
    maxLeverage: RawNumber = None
    mmDeduction: RawNumber = None


class RawTicker(msgspec.Struct, frozen=True, kw_only=True):
    """Mark and funding of a symbol."""

    symbol: str
    markPrice: RawNumber = None
    fundingRate: RawNumber = None
    nextFundingTime: RawNumber = None
    fundingIntervalHour: RawNumber = None


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order that is not yet done."""

    symbol: str
    side: str
    positionIdx: RawNumber = None
    stopOrderType: str = ""
    orderStatus: str = ""
    orderType: str = ""
    triggerPrice: RawNumber = None
    triggerBy: str = ""
    triggerDirection: RawNumber = None
    price: RawNumber = None
    qty: RawNumber = None
    leavesQty: RawNumber = None
    reduceOnly: bool = False
    closeOnTrigger: bool = False


class RawExecution(msgspec.Struct, frozen=True, kw_only=True):
    """A trade of the account's."""

    symbol: str
    side: str
    execType: str
    createType: str = ""
    execQty: RawNumber = None
    execPrice: RawNumber = None
    execTime: RawNumber = None
    closedSize: RawNumber = None  # 0 of a trade that opened


class RawFee(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of a symbol."""

    symbol: str
    takerFeeRate: RawNumber = None


class RawRatio(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a currency's collateral ratio."""

    minQty: RawNumber = None
    collateralRatio: RawNumber = None


class RawCollateral(msgspec.Struct, frozen=True, kw_only=True):
    """A currency's collateral ratios."""

    currency: str
    collateralRatioList: list[RawRatio] = []


class RawKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a key may do."""

    readOnly: RawNumber = None
    permissions: dict[str, list[str] | None] = {}
    ips: list[str] | None = None
    createdAt: str | None = None
    expiredAt: str | None = None


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """Bybit's time in seconds; the envelope has it in milliseconds."""

    timeSecond: RawNumber


class RawDepth(msgspec.Struct, frozen=True, kw_only=True):
    """Resting orders."""

    b: list[Any]
    a: list[Any]
