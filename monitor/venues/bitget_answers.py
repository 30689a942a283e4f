"""Bitget: the endpoints that are read, of the classic and of the unified account, and the answers they give, as sent.

A key sees one of the two accounts; the other's endpoints refuse it with a code of its own. Numbers are strings, "" or
null where there is none; any field may be missing; bitget_read.py and bitget_wallets.py decide what that means.

Source: Bitget API v2 (classic) and v3 (unified) documentation, read 2026-10; ccxt 4.5.90 for paths.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from monitor.errors import VenueError
from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

T = TypeVar("T")

# (ccxt's api name, METHOD, path)
TIME = ("public.common", "GET", "v2/public/time")
CONTRACTS = ("public.mix", "GET", "v2/mix/market/contracts")
FUNDING = ("public.mix", "GET", "v2/mix/market/current-fund-rate")
MARK_PRICE = ("public.mix", "GET", "v2/mix/market/symbol-price")
CANDLES = ("public.mix", "GET", "v2/mix/market/candles")
DEPTH = ("public.mix", "GET", "v2/mix/market/merge-depth")
UNION_DISCOUNTS = ("public.mix", "GET", "v2/mix/market/discount-rate")
TIERS = ("public.mix", "GET", "v2/mix/market/query-position-lever")
ACCOUNTS = ("private.mix", "GET", "v2/mix/account/accounts")
POSITIONS = ("private.mix", "GET", "v2/mix/position/all-position")
ADL_RANK = ("private.mix", "GET", "v2/mix/position/adlRank")
PLAN_ORDERS = ("private.mix", "GET", "v2/mix/order/orders-plan-pending")
HISTORY = ("private.mix", "GET", "v2/mix/order/orders-history")
FEE_RATE = ("private.common", "GET", "v2/common/trade-rate")
KEY = ("private.spot", "GET", "v2/spot/account/info")

UNIFIED_SETTINGS = ("private.uta", "GET", "v3/account/settings")
UNIFIED_KEY = ("private.uta", "GET", "v3/account/info")
UNIFIED_ASSETS = ("private.uta", "GET", "v3/account/assets")
UNIFIED_POSITIONS = ("private.uta", "GET", "v3/position/current-position")
UNIFIED_ADL_RANK = ("private.uta", "GET", "v3/position/adlRank")
UNIFIED_STOPS = ("private.uta", "GET", "v3/trade/unfilled-strategy-orders")
UNIFIED_HISTORY = ("private.uta", "GET", "v3/trade/history-orders")
UNIFIED_FEE_RATE = ("private.uta", "GET", "v3/account/fee-rate")
UNIFIED_TIERS = ("public.uta", "GET", "v3/market/position-tier")
UNIFIED_DISCOUNTS = ("public.uta", "GET", "v3/market/discount-rate")
RESERVES = ("public.uta", "GET", "v3/market/risk-reserve-all")

# Source: Bitget, "API rate limits" (6,000 a minute and address), and the limit of each endpoint in its documentation
# and in ccxt 4.5.90's table; read 2026-11. Private ones count per user and second: all-position and adlRank 5 (unified
# adlRank 1), accounts, plan orders, order history, fees 10 (unified fees 3), settings, assets, positions and orders 20.
LIMITS = Limits(
    address=Allowance(amount=6_000, per_s=60),
    apart={
        "v2/mix/market/contracts": Allowance(amount=20, per_s=1),
        "v2/mix/market/current-fund-rate": Allowance(amount=20, per_s=1),
        "v2/mix/market/symbol-price": Allowance(amount=20, per_s=1),
        "v2/mix/market/candles": Allowance(amount=20, per_s=1),
        "v2/mix/market/merge-depth": Allowance(amount=20, per_s=1),
        "v2/mix/market/query-position-lever": Allowance(amount=10, per_s=1),
        "v2/mix/market/discount-rate": Allowance(amount=5, per_s=1),
        "v3/market/position-tier": Allowance(amount=20, per_s=1),
        "v3/market/discount-rate": Allowance(amount=20, per_s=1),
        "v3/market/risk-reserve-all": Allowance(amount=3, per_s=1),
    },
    first_read=30,
)


class ClassicAccountError(VenueError):
    """The account is a classic one; unified endpoints refuse it (code 40084)."""


class UnifiedAccountError(VenueError):
    """The account is a unified one; classic endpoints refuse it (code 40085)."""


class Answer(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The envelope of every answer."""

    code: RawNumber
    data: T


class Listed(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A list of the unified account; null where it is empty."""

    rows: list[T] | None = msgspec.field(name="list")
    cursor: str | None = None


class Entrusted(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A list of the classic account's orders; null where it is empty."""

    rows: list[T] | None = msgspec.field(name="entrustedList")
    endId: str | None = None


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position of the classic account."""

    symbol: str | None = None
    marginCoin: str | None = None
    holdSide: str | None = None
    posMode: str | None = None
    marginMode: str | None = None
    total: RawNumber = None
    openPriceAvg: RawNumber = None
    markPrice: RawNumber = None
    leverage: RawNumber = None
    marginSize: RawNumber = None
    liquidationPrice: RawNumber = None
    keepMarginRate: RawNumber = None
    marginRatio: RawNumber = None
    unrealizedPL: RawNumber = None
    cTime: RawNumber = None


class RawUnifiedPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position of the unified account; its `mmr` is a rate."""

    symbol: str | None = None
    marginCoin: str | None = None
    posSide: str | None = None
    holdMode: str | None = None
    marginMode: str | None = None
    total: RawNumber = None
    avgPrice: RawNumber = None
    markPrice: RawNumber = None
    leverage: RawNumber = None
    positionBalance: RawNumber = None
    liquidationPrice: RawNumber = None
    mmr: RawNumber = None
    unrealisedPnl: RawNumber = None
    createdTime: RawNumber = None


class RawHeld(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the classic account's multi-assets mode."""

    coin: str | None = None
    balance: RawNumber = None


class RawAccount(msgspec.Struct, frozen=True, kw_only=True):
    """The classic account's wallet in one margin coin; equity holds the unrealised PnL."""

    marginCoin: str | None = None
    accountEquity: RawNumber = None
    usdtEquity: RawNumber = None
    available: RawNumber = None
    locked: RawNumber = None
    crossedRiskRate: RawNumber = None
    unrealizedPL: RawNumber = None
    crossedUnrealizedPL: RawNumber = None
    isolatedUnrealizedPL: RawNumber = None
    crossedMargin: RawNumber = None
    isolatedMargin: RawNumber = None
    unionTotalMargin: RawNumber = None
    unionMm: RawNumber = None
    assetMode: str | None = None
    assetList: list[RawHeld] | None = None


class RawAsset(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the unified account; equity holds the unrealised PnL."""

    coin: str | None = None
    equity: RawNumber = None
    usdValue: RawNumber = None
    balance: RawNumber = None
    available: RawNumber = None


class RawAssets(msgspec.Struct, frozen=True, kw_only=True):
    """The unified account, in USD; its `mmr` is an amount."""

    assets: list[RawAsset] | None = None
    accountEquity: RawNumber = None
    effEquity: RawNumber = None
    mmr: RawNumber = None
    imr: RawNumber = None
    mgnRatio: RawNumber = None
    unrealisedPnl: RawNumber = None


class RawSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The unified account's modes; "classic" is ours, for an account without these settings."""

    accountMode: str | None = None
    holdMode: str | None = None


class RawContract(msgspec.Struct, frozen=True, kw_only=True):
    """A contract."""

    symbol: str
    baseCoin: str
    quoteCoin: str
    supportMarginCoins: list[str] = []
    symbolType: str = "perpetual"
    deliveryTime: RawNumber = None
    pricePlace: RawNumber = None
    priceEndStep: RawNumber = None
    sizeMultiplier: RawNumber = None


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A tier of the classic account, by value."""

    startUnit: RawNumber = None
    keepMarginRate: RawNumber = None


class RawUnifiedTier(msgspec.Struct, frozen=True, kw_only=True):
    """A tier of the unified account, by value."""

    minTierValue: RawNumber = None
    mmr: RawNumber = None


class RawDiscountStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a currency's discount, by value in USD."""

    tierStartValue: RawNumber = None
    discountRate: RawNumber = None


class RawDiscount(msgspec.Struct, frozen=True, kw_only=True):
    """A currency's discounts."""

    coin: str
    steps: list[RawDiscountStep] = msgspec.field(name="list", default=[])


class RawUnionStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a currency's discount in the classic account's multi-assets mode, by value in USDT."""

    minAmount: RawNumber = None
    discountRate: RawNumber = None


class RawUnionDiscount(msgspec.Struct, frozen=True, kw_only=True):
    """A currency's discounts."""

    coin: str
    steps: list[RawUnionStep] = msgspec.field(name="discountRateList", default=[])


class RawMark(msgspec.Struct, frozen=True, kw_only=True):
    """The mark of a contract."""

    symbol: str
    markPrice: RawNumber = None
    indexPrice: RawNumber = None


class RawFunding(msgspec.Struct, frozen=True, kw_only=True):
    """Funding of a perpetual."""

    symbol: str
    fundingRate: RawNumber = None
    fundingRateInterval: RawNumber = None
    nextUpdate: RawNumber = None


class RawAdlRank(msgspec.Struct, frozen=True, kw_only=True):
    """The place in the queue of forced reductions, 0 to 1."""

    symbol: str
    marginCoin: str | None = None
    holdSide: str | None = None
    adlRank: RawNumber = None


class RawPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A conditional order of the classic account."""

    symbol: str
    planType: str
    orderId: str | None = None
    side: str | None = None
    posSide: str | None = None
    tradeSide: str | None = None
    reduceOnly: str | None = None
    size: RawNumber = None
    price: RawNumber = None
    executePrice: RawNumber = None
    triggerPrice: RawNumber = None
    triggerType: str | None = None


class RawStrategy(msgspec.Struct, frozen=True, kw_only=True):
    """A take-profit and stop-loss of the unified account."""

    symbol: str
    category: str | None = None
    posSide: str | None = None
    qty: RawNumber = None
    tpslMode: str | None = None
    stopLoss: RawNumber = None
    slTriggerBy: str | None = None
    slOrderType: str | None = None
    slLimitPrice: RawNumber = None


class RawPast(msgspec.Struct, frozen=True, kw_only=True):
    """A finished order of the classic account; `tradeSide` says what it was: opening, closing, forced, by ADL."""

    symbol: str
    side: str  # buying or selling; in hedge mode, where it opens or closes, the side of the position
    posSide: str | None = None
    tradeSide: str | None = None
    orderSource: str | None = None
    priceAvg: RawNumber = None
    baseVolume: RawNumber = None
    uTime: RawNumber = None


class RawDone(msgspec.Struct, frozen=True, kw_only=True):
    """A finished order of the unified account; forced ones say so in `execType`."""

    symbol: str
    side: str
    posSide: str | None = None
    holdMode: str | None = None
    execType: str | None = None
    avgPrice: RawNumber = None
    cumExecQty: RawNumber = None
    updatedTime: RawNumber = None


class RawFee(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of a contract."""

    takerFeeRate: RawNumber = None


class RawKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a key of the classic account may do, in four-letter words."""

    authorities: list[str] | None = None
    ips: list[str] | str | None = None


class RawUnifiedKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a key of the unified account may do."""

    permType: str | None = None
    permissions: list[str] | None = None
    ips: list[str] | str | None = None


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """Bitget's time."""

    serverTime: RawNumber
