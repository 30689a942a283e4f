"""Kraken Futures: the endpoints that are read, and the answers they give, as they are sent.

Numbers are sent as numbers or as strings, and any field may be missing; krakenfutures_read.py decides what that means.

Source: Kraken Futures REST documentation v3, read 2026-10.
"""

from __future__ import annotations

import msgspec

from monitor.venues import order_books
from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

# (ccxt's api name, METHOD, path)
STATUS = ("public", "GET", "instruments/status")  # small, and with the time: Kraken has no call for the time alone
INSTRUMENTS = ("public", "GET", "instruments")
TICKERS = ("public", "GET", "tickers")
TICKER = ("public", "GET", "tickers/{symbol}")
CANDLES = ("charts", "GET", "{price_type}/{symbol}/{interval}")
ORDER_BOOK = ("public", "GET", "orderbook")
ACCOUNTS = ("private", "GET", "accounts")
POSITIONS = ("private", "GET", "openpositions")
ORDERS = ("private", "GET", "openorders")
LEVERAGES = ("private", "GET", "leveragepreferences")
QUEUE = ("private", "GET", "unwindqueue")
FILLS = ("private", "GET", "fills")

LIMITS = Limits(  # Source: Kraken, "Derivatives Rate Limits", read 2026-10: public paths cost nothing, private ones 2
    account=Allowance(amount=500, per_s=10),
    weights={
        "instruments/status": 0,
        "instruments": 0,
        "tickers": 0,
        "tickers/{symbol}": 0,
        "{price_type}/{symbol}/{interval}": 0,
        "orderbook": 0,
        "fills": 2,
    },
    otherwise=2,
)


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """What every answer of v3 carries."""

    serverTime: str


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """An open position: it has no mark, no margin and no liquidation price."""

    symbol: str | None = None
    side: str | None = None
    price: RawNumber = None
    size: RawNumber = None
    unrealizedFunding: RawNumber = None
    maxFixedLeverage: RawNumber = None  # there: isolated


class RawPositions(msgspec.Struct, frozen=True, kw_only=True):
    """All open positions."""

    openPositions: list[RawPosition]


class RawCurrency(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the multi-collateral account. The documentation has two names for its value as collateral."""

    quantity: RawNumber = None
    value: RawNumber = None
    collateral: RawNumber = None
    collateralValue: RawNumber = None


class RawAuxiliary(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a single-collateral account, in its currency."""

    pv: RawNumber = None  # balance with profit
    funding: RawNumber = None


class RawRequirements(msgspec.Struct, frozen=True, kw_only=True):
    """What a single-collateral account must hold, in its currency."""

    mm: RawNumber = None


class RawAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One of a key's accounts: cash, one per single-collateral market, and the multi-collateral one."""

    type: str
    currency: str | None = None
    balances: dict[str, RawNumber] = {}
    auxiliary: RawAuxiliary | None = None
    marginRequirements: RawRequirements | None = None
    currencies: dict[str, RawCurrency] | None = None
    marginEquity: RawNumber = None
    maintenanceMargin: RawNumber = None
    availableMargin: RawNumber = None
    unrealizedFunding: RawNumber = None
    pnl: RawNumber = None  # unrealised, of all linear positions, without funding [USD]


class RawAccounts(msgspec.Struct, frozen=True, kw_only=True):
    """All accounts of the key."""

    accounts: dict[str, RawAccount]


class RawLevel(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the margin schedule, by contracts (inverse) or by units of the base."""

    maintenanceMargin: RawNumber = None
    contracts: RawNumber = None
    numNonContractUnits: RawNumber = None


class RawInstrument(msgspec.Struct, frozen=True, kw_only=True):
    """A contract, or an index."""

    symbol: str
    type: str = ""
    contractSize: RawNumber = None
    tickSize: RawNumber = None
    contractValueTradePrecision: RawNumber = None
    lastTradingTime: str | None = None
    marginLevels: list[RawLevel] = []


class RawInstruments(msgspec.Struct, frozen=True, kw_only=True):
    """What Kraken lists."""

    instruments: list[RawInstrument]


class RawTicker(msgspec.Struct, frozen=True, kw_only=True):
    """The market of a contract."""

    symbol: str
    markPrice: RawNumber = None
    fundingRate: RawNumber = None


class RawTickers(msgspec.Struct, frozen=True, kw_only=True):
    """All markets."""

    tickers: list[RawTicker]


class RawOneTicker(msgspec.Struct, frozen=True, kw_only=True):
    """One market."""

    ticker: RawTicker


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A resting or waiting order."""

    symbol: str
    side: str
    orderType: str
    stopPrice: RawNumber = None
    limitPrice: RawNumber = None
    unfilledSize: RawNumber = None
    reduceOnly: bool = False
    triggerSignal: str | None = None


class RawOrders(msgspec.Struct, frozen=True, kw_only=True):
    """All orders."""

    openOrders: list[RawOrder]


class RawLeverage(msgspec.Struct, frozen=True, kw_only=True):
    """The largest leverage that the user allows in a market; a market without one is cross."""

    symbol: str
    maxLeverage: RawNumber = None


class RawLeverages(msgspec.Struct, frozen=True, kw_only=True):
    """All of them."""

    leveragePreferences: list[RawLeverage]


class RawPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A position's place in the unwind queue."""

    symbol: str
    percentile: RawNumber = None


class RawQueue(msgspec.Struct, frozen=True, kw_only=True):
    """The places of all positions."""

    queue: list[RawPlace]


class RawFill(msgspec.Struct, frozen=True, kw_only=True):
    """A trade of the account."""

    symbol: str
    side: str
    size: RawNumber = None
    price: RawNumber = None
    fillTime: str | None = None
    fillType: str = ""


class RawFills(msgspec.Struct, frozen=True, kw_only=True):
    """The newest trades."""

    fills: list[RawFill]


class RawCandle(msgspec.Struct, frozen=True, kw_only=True):
    """A price bar."""

    time: RawNumber = None
    open: RawNumber = None
    high: RawNumber = None
    low: RawNumber = None
    close: RawNumber = None
    volume: RawNumber = None


class RawCandles(msgspec.Struct, frozen=True, kw_only=True):
    """Price bars."""

    candles: list[RawCandle]


class RawBook(msgspec.Struct, frozen=True, kw_only=True):
    """The envelope of resting orders."""

    orderBook: order_books.RawBook
