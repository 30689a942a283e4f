"""Hyperliquid: one endpoint, many questions, and the answers they give, as they are sent.

Everything is read by POST /info; what is asked stands in the body's `type`. Nothing is signed. Numbers are strings in
the answers, and any field may be missing; hyperliquid_read.py decides what that means.

Source: Hyperliquid API documentation, "Info endpoint", "Perpetuals", "Rate limits", read 2026-10.
"""

from __future__ import annotations

from typing import Any

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

INFO = ("public", "POST", "info")

STATUS = "exchangeStatus"
DEXES = "perpDexs"
SPOT_META = "spotMeta"
META = "metaAndAssetCtxs"
STATE = "clearinghouseState"
ORDERS = "frontendOpenOrders"
FEES = "userFees"
MODE = "userAbstraction"
ROLE = "userRole"
FILLS = "userFillsByTime"
CANDLES = "candleSnapshot"
BOOK = "l2Book"
VAULT = "vaultDetails"
HLP = "0xdfc24b077bc1425ad1dea75bcb6f8158e10df303"  # the vault that takes over; the documentation's own example

LIMITS = Limits(  # Source: Hyperliquid API, "Rate limits and user limits", read 2026-10
    address=Allowance(amount=1_200, per_s=60),
    weights={BOOK: 2, STATUS: 2, STATE: 2, ROLE: 60},
    otherwise=20,
    first_read=150,
)


class RawLeverage(msgspec.Struct, frozen=True, kw_only=True):
    """How a position is margined."""

    type: str | None = None
    value: RawNumber = None
    rawUsd: RawNumber = None


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """An open position."""

    coin: str | None = None
    szi: RawNumber = None
    entryPx: RawNumber = None
    positionValue: RawNumber = None
    unrealizedPnl: RawNumber = None
    liquidationPx: RawNumber = None
    marginUsed: RawNumber = None
    leverage: RawLeverage | None = None


class RawAssetPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A row of assetPositions."""

    position: RawPosition | None = None


class RawSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Totals of the whole account, or of its cross part."""

    accountValue: RawNumber = None
    totalNtlPos: RawNumber = None


class RawState(msgspec.Struct, frozen=True, kw_only=True):
    """The account at one exchange of Hyperliquid's: the main one, or a builder's (HIP-3)."""

    assetPositions: list[RawAssetPosition] | None = None
    marginSummary: RawSummary | None = None
    crossMarginSummary: RawSummary | None = None
    crossMaintenanceMarginUsed: RawNumber = None
    withdrawable: RawNumber = None
    time: RawNumber = None


class RawAsset(msgspec.Struct, frozen=True, kw_only=True):
    """A contract in the universe."""

    name: str
    szDecimals: int
    maxLeverage: float
    marginTableId: int | None = None


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a margin table."""

    lowerBound: RawNumber
    maxLeverage: float


class RawTable(msgspec.Struct, frozen=True, kw_only=True):
    """A margin table."""

    marginTiers: list[RawTier]


class RawMeta(msgspec.Struct, frozen=True, kw_only=True):
    """What an exchange of Hyperliquid's lists."""

    universe: list[RawAsset]
    marginTables: list[tuple[int, RawTable]] = []
    collateralToken: int = 0


class RawContext(msgspec.Struct, frozen=True, kw_only=True):
    """The market of a contract; in the order of the universe."""

    markPx: RawNumber = None
    funding: RawNumber = None


class RawDex(msgspec.Struct, frozen=True, kw_only=True):
    """A builder's exchange; the main one is null in the list."""

    name: str


class RawToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token in spotMeta."""

    index: int
    name: str


class RawSpotMeta(msgspec.Struct, frozen=True, kw_only=True):
    """Which tokens there are."""

    tokens: list[RawToken]


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A resting or waiting order."""

    coin: str
    side: str  # "A" sells, "B" buys
    sz: RawNumber = None
    limitPx: RawNumber = None
    triggerPx: RawNumber = None
    isTrigger: bool = False
    isPositionTpsl: bool = False
    reduceOnly: bool = False
    orderType: str = ""


class RawFees(msgspec.Struct, frozen=True, kw_only=True):
    """The user's fees."""

    userCrossRate: RawNumber = None


class RawRole(msgspec.Struct, frozen=True, kw_only=True):
    """What an address is."""

    role: str


class RawForced(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a forced close hit."""

    liquidatedUser: str = ""


class RawFill(msgspec.Struct, frozen=True, kw_only=True):
    """A trade of the account."""

    coin: str
    side: str
    px: RawNumber = None
    sz: RawNumber = None
    time: RawNumber = None
    dir: str = ""
    startPosition: RawNumber = None
    liquidation: RawForced | None = None


class RawStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The exchange's state and time."""

    time: int


class RawCandle(msgspec.Struct, frozen=True, kw_only=True):
    """A price bar."""

    t: RawNumber = None
    o: RawNumber = None
    h: RawNumber = None
    l: RawNumber = None  # noqa: E741
    c: RawNumber = None
    v: RawNumber = None  # base


Meta = tuple[RawMeta, list[RawContext]]
Dexes = list[RawDex | None]


class RawLevels(msgspec.Struct, frozen=True, kw_only=True):
    """Resting orders: bids, then asks, twenty levels each."""

    levels: tuple[list[Any], list[Any]]
