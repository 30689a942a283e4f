"""KuCoin futures: the endpoints that are read, and the answers they give, as they are sent.

Numbers come as numbers or strings; any field may be missing; kucoin_read.py decides what that means. The envelope with
its `data` is required: an answer without it is no answer.

Source: KuCoin API documentation (classic futures, unified account mode), read 2026-10; ccxt 4.5.90 for paths.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

T = TypeVar("T")

# (ccxt's api name, METHOD, path)
TIME = ("futuresPublic", "GET", "timestamp")
CONTRACTS = ("futuresPublic", "GET", "contracts/active")
CONTRACT = ("futuresPublic", "GET", "contracts/{symbol}")
TIERS = ("futuresPublic", "GET", "contracts/risk-limit/{symbol}")
CANDLES = ("futuresPublic", "GET", "kline/query")
DEPTH = ("futuresPublic", "GET", "level2/depth100")
OVERVIEW = ("futuresPrivate", "GET", "account-overview")
POSITIONS = ("futuresPrivate", "GET", "positions")
POSITION_MODE = ("futuresPrivate", "GET", "position/getPositionMode")
STOP_ORDERS = ("futuresPrivate", "GET", "stopOrders")
FILLS = ("futuresPrivate", "GET", "fills")
FEES = ("futuresPrivate", "GET", "trade-fees")
ACCOUNT_MODE = ("utaPrivate", "GET", "account/mode")
KEY = ("private", "GET", "user/api-key")
PUBLIC_TOKEN = ("futuresPublic", "POST", "bullet-public")  # POSTs that read: where a stream is, and a token for it
PRIVATE_TOKEN = ("futuresPrivate", "POST", "bullet-private")

# Source: KuCoin, "Rate Limit" (VIP 0: Futures, Management and Public 2,000 in 30 s each; Unified 200 in 3 s) and the
# weight of each endpoint, as ccxt 4.5.90's table has it; read 2026-11. Counted here as if all came from one pool.
LIMITS = Limits(
    address=Allowance(amount=2_000, per_s=30),
    account=Allowance(amount=2_000, per_s=30),
    weights={
        "contracts/active": 3,
        "contracts/{symbol}": 3,
        "contracts/risk-limit/{symbol}": 5,
        "kline/query": 3,
        "level2/depth100": 10,
        "account-overview": 5,
        "stopOrders": 6,
        "fills": 5,
        "trade-fees": 3,
        "account/mode": 30,
        "user/api-key": 10,
        "bullet-public": 10,
        "bullet-private": 10,
    },
    otherwise=2,
    first_read=80,
)


class Answer(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The envelope of every answer."""

    code: RawNumber
    data: T


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A page of a list."""

    items: list[T]
    totalPage: int = 1


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A level of the isolated risk limit, from a value on [USDT]."""

    level: RawNumber = None
    minRiskLimit: RawNumber = None
    maintainMargin: RawNumber = None


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position; `posMargin` holds the reserved closing fee `posComm`."""

    symbol: str | None = None
    currentQty: RawNumber = None
    positionSide: str | None = None
    marginMode: str | None = None
    crossMode: bool | None = None
    settleCurrency: str | None = None
    avgEntryPrice: RawNumber = None
    markPrice: RawNumber = None
    markValue: RawNumber = None
    leverage: RawNumber = None
    realLeverage: RawNumber = None
    maintMarginReq: RawNumber = None
    posInit: RawNumber = None
    posComm: RawNumber = None
    posMargin: RawNumber = None
    posMaint: RawNumber = None
    unrealisedPnl: RawNumber = None
    liquidationPrice: RawNumber = None
    bankruptPrice: RawNumber = None
    delevPercentage: RawNumber = None
    openingTimestamp: RawNumber = None


class RawOverview(msgspec.Struct, frozen=True, kw_only=True):
    """The futures wallet of one currency; equity holds the unrealised PnL."""

    currency: str | None = None
    accountEquity: RawNumber = None
    unrealisedPNL: RawNumber = None
    positionMargin: RawNumber = None
    availableBalance: RawNumber = None
    riskRatio: RawNumber = None


class RawContract(msgspec.Struct, frozen=True, kw_only=True):
    """A contract and its funding."""

    symbol: str
    baseCurrency: str
    quoteCurrency: str
    settleCurrency: str
    isInverse: bool
    multiplier: RawNumber = None
    tickSize: RawNumber = None
    lotSize: RawNumber = None
    expireDate: RawNumber = None
    indexPrice: RawNumber = None
    markPrice: RawNumber = None
    fundingFeeRate: RawNumber = None
    fundingRateGranularity: RawNumber = None
    nextFundingRateDateTime: RawNumber = None


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order; a conditional one has `stop`."""

    symbol: str
    side: str
    type: str = ""
    positionSide: str | None = None
    price: RawNumber = None
    size: RawNumber = None
    stop: str | None = None
    stopPriceType: str | None = None
    stopPrice: RawNumber = None
    closeOrder: bool = False
    reduceOnly: bool = False


class RawFill(msgspec.Struct, frozen=True, kw_only=True):
    """A trade; a forced one says so in `tradeType`."""

    symbol: str
    side: str
    positionSide: str | None = None  # LONG or SHORT in hedge mode
    openFeePay: RawNumber = None  # what was paid for opening, and for closing: one of them, both where it turned
    closeFeePay: RawNumber = None
    tradeTime: int | str | None = None  # nanoseconds
    tradeType: str = ""
    size: RawNumber = None
    price: RawNumber = None
    createdAt: RawNumber = None  # of its order


class RawFees(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of a contract."""

    takerFeeRate: RawNumber = None


class RawPositionMode(msgspec.Struct, frozen=True, kw_only=True):
    """0: one-way, 1: hedge."""

    positionMode: RawNumber


class RawAccountMode(msgspec.Struct, frozen=True, kw_only=True):
    """CLASSIC or UNIFIED."""

    selfAccountMode: str


class RawServer(msgspec.Struct, frozen=True, kw_only=True):
    """Where a stream is."""

    endpoint: str


class RawToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token for a stream, good for 24 hours."""

    token: str
    instanceServers: list[RawServer]


class RawKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a key may do: words with commas."""

    permission: str | None = None
    ipWhitelist: str | None = None
    createdAt: RawNumber = None
    expiredAt: RawNumber = None
