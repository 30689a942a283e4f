"""OKX v5: the endpoints that are read, and the answers they give, as they are sent.

Numbers and flags are strings in the answers, "" where there is none; any field may be missing; okx_read.py decides what
that means. The envelope with its `data` is required: an answer without it is no answer.

Source: OKX API v5 documentation, read 2026-10; ccxt 4.5.90 for paths.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

T = TypeVar("T")

# (ccxt's api name, METHOD, path)
TIME = ("public", "GET", "public/time")
INSTRUMENTS = ("public", "GET", "public/instruments")
POSITION_TIERS = ("public", "GET", "public/position-tiers")
FUNDING = ("public", "GET", "public/funding-rate")
DISCOUNTS = ("public", "GET", "public/discount-rate-interest-free-quota")
MARK_PRICE = ("public", "GET", "public/mark-price")
CANDLES = ("public", "GET", "market/candles")
BOOKS = ("public", "GET", "market/books")
SECURITY_FUND = ("public", "GET", "public/insurance-fund")
BALANCE = ("private", "GET", "account/balance")
POSITIONS = ("private", "GET", "account/positions")
CONFIG = ("private", "GET", "account/config")
FEES = ("private", "GET", "account/trade-fee")
ALGO_ORDERS = ("private", "GET", "trade/orders-algo-pending")
POSITIONS_HISTORY = ("private", "GET", "account/positions-history")

# Source: OKX v5, "Rate Limit" of each endpoint, as ccxt 4.5.90's table has it (20 in 2 s cost 1), read 2026-11. Private
# ones count per user: balance, positions and their history 10 in 2 s, configuration and fees 5, algo orders 20.
LIMITS = Limits(
    apart={
        "public/time": Allowance(amount=10, per_s=2),
        "public/instruments": Allowance(amount=20, per_s=2),
        "public/position-tiers": Allowance(amount=10, per_s=2),
        "public/funding-rate": Allowance(amount=10, per_s=2),
        "public/mark-price": Allowance(amount=10, per_s=2),
        "market/books": Allowance(amount=40, per_s=2),
        "public/insurance-fund": Allowance(amount=10, per_s=2),
        "public/discount-rate-interest-free-quota": Allowance(amount=2, per_s=2),
        "market/candles": Allowance(amount=40, per_s=2),
    },
)


class Answer(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The envelope of every answer."""

    code: RawNumber
    data: list[T]


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position of any kind: SWAP, FUTURES, MARGIN, OPTION."""

    instId: str | None = None
    instType: str | None = None
    pos: RawNumber = None
    posSide: str | None = None
    mgnMode: str | None = None
    ccy: str | None = None
    avgPx: RawNumber = None
    markPx: RawNumber = None
    lever: RawNumber = None
    liqPx: RawNumber = None
    margin: RawNumber = None
    imr: RawNumber = None
    mmr: RawNumber = None
    mgnRatio: RawNumber = None
    upl: RawNumber = None
    adl: RawNumber = None
    cTime: RawNumber = None


class RawDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the account."""

    ccy: str | None = None
    cashBal: RawNumber = None
    eq: RawNumber = None
    eqUsd: RawNumber = None
    availEq: RawNumber = None
    upl: RawNumber = None
    isoEq: RawNumber = None
    mmr: RawNumber = None
    mgnRatio: RawNumber = None
    ordFrozen: RawNumber = None
    collateralEnabled: bool | None = None


class RawBalance(msgspec.Struct, frozen=True, kw_only=True):
    """The account; totals in USD, "" in the modes that have none."""

    details: list[RawDetail] | None = None
    totalEq: RawNumber = None
    adjEq: RawNumber = None
    availEq: RawNumber = None
    mmr: RawNumber = None
    mgnRatio: RawNumber = None
    ordFroz: RawNumber = None


class RawConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The account's modes and the key's rights."""

    acctLv: str
    posMode: str
    perm: str = ""
    ip: str | None = None


class RawInstrument(msgspec.Struct, frozen=True, kw_only=True):
    """A contract."""

    instId: str
    instType: str
    uly: str
    instFamily: str
    settleCcy: str
    ctType: str
    ctVal: RawNumber = None
    ctMult: RawNumber = None
    expTime: RawNumber = None
    tickSz: RawNumber = None
    lotSz: RawNumber = None


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A position tier, by contracts."""

    tier: RawNumber = None
    minSz: RawNumber = None
    mmr: RawNumber = None


class RawMark(msgspec.Struct, frozen=True, kw_only=True):
    """The mark of a contract."""

    instId: str
    markPx: RawNumber = None


class RawFunding(msgspec.Struct, frozen=True, kw_only=True):
    """Funding of a perpetual."""

    instId: str
    fundingRate: RawNumber = None
    fundingTime: RawNumber = None
    nextFundingTime: RawNumber = None


class RawDiscountStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a currency's discount rate, by quantity."""

    minAmt: RawNumber = None
    discountRate: RawNumber = None


class RawDiscount(msgspec.Struct, frozen=True, kw_only=True):
    """A currency's discount rates; `details` has replaced `discountInfo`."""

    ccy: str
    details: list[RawDiscountStep] = []
    discountInfo: list[RawDiscountStep] = []


class RawAlgoOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A conditional order."""

    algoId: str
    instId: str
    side: str
    ordType: str
    posSide: str = ""
    state: str = "live"
    reduceOnly: str | bool = "false"
    closeFraction: RawNumber = None
    sz: RawNumber = None
    slTriggerPx: RawNumber = None
    slTriggerPxType: str = ""
    slOrdPx: RawNumber = None
    triggerPx: RawNumber = None
    triggerPxType: str = ""
    ordPx: RawNumber = None


class RawClosed(msgspec.Struct, frozen=True, kw_only=True):
    """A closed position; `type` says by what."""

    instId: str
    direction: str
    type: RawNumber = None
    closeTotalPos: RawNumber = None
    closeAvgPx: RawNumber = None
    uTime: RawNumber = None


class RawFees(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of the account; negative is what the account pays."""

    taker: RawNumber = None
    takerU: RawNumber = None
    takerUSDC: RawNumber = None


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """OKX's time."""

    ts: RawNumber
