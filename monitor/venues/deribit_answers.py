"""Deribit: the endpoints that are read, and the answers they give, as they are sent.

Every endpoint is a GET, orders too: only the exact list protects. Numbers are JSON numbers, and any field may be
missing; deribit_read.py decides what that means.

Source: Deribit API documentation v2, read 2026-10.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

T = TypeVar("T")

# (ccxt's api name, METHOD, path)
TIME = ("public", "GET", "get_time")
INSTRUMENTS = ("public", "GET", "get_instruments")
INSTRUMENT = ("public", "GET", "get_instrument")
TICKER = ("public", "GET", "ticker")
CANDLES = ("public", "GET", "get_tradingview_chart_data")
ORDER_BOOK = ("public", "GET", "get_order_book")
SUMMARIES = ("private", "GET", "get_account_summaries")
POSITIONS = ("private", "GET", "get_positions")
ORDERS = ("private", "GET", "get_open_orders")
TRADES = ("private", "GET", "get_user_trades_by_instrument")

LIMITS = Limits(  # Source: Deribit, "Rate Limits": 20 per second of each account that are no orders, read 2026-10
    address=Allowance(amount=200, per_s=10),
    account=Allowance(amount=200, per_s=10),
    apart={"get_instruments": Allowance(amount=10, per_s=10)},
)


class RawResult(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What every answer is wrapped in."""

    result: T


class RawInstrument(msgspec.Struct, frozen=True, kw_only=True):
    """A listed future."""

    instrument_name: str
    kind: str
    base_currency: str
    quote_currency: str
    settlement_currency: str
    instrument_type: str = ""
    settlement_period: str = ""
    contract_size: RawNumber = None
    tick_size: RawNumber = None
    min_trade_amount: RawNumber = None
    max_liquidation_commission: RawNumber = None
    expiration_timestamp: RawNumber = None
    max_leverage: RawNumber = None


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position in a future, an option or a spot pair."""

    instrument_name: str | None = None
    kind: str | None = None
    direction: str | None = None
    size: RawNumber = None  # USD with inverse contracts, base with linear ones
    size_currency: RawNumber = None  # base
    average_price: RawNumber = None
    mark_price: RawNumber = None
    index_price: RawNumber = None
    floating_profit_loss: RawNumber = None
    initial_margin: RawNumber = None
    maintenance_margin: RawNumber = None
    estimated_liquidation_price: RawNumber = None
    leverage: RawNumber = None


class RawSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The account in one currency; with cross collateral its margin figures are those of the whole account."""

    currency: str | None = None
    equity: RawNumber = None
    margin_balance: RawNumber = None
    maintenance_margin: RawNumber = None
    available_funds: RawNumber = None
    margin_model: str | None = None
    portfolio_margining_enabled: bool | None = None
    cross_collateral_enabled: bool | None = None
    total_equity_usd: RawNumber = None
    total_maintenance_margin_usd: RawNumber = None


class RawSummaries(msgspec.Struct, frozen=True, kw_only=True):
    """The account in all currencies."""

    summaries: list[RawSummary]


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A resting or waiting order."""

    instrument_name: str
    direction: str
    order_type: str
    order_state: str = ""
    price: RawNumber = None  # "market_price" where there is none
    trigger_price: RawNumber = None
    trigger: str | None = None
    amount: RawNumber = None
    filled_amount: RawNumber = None
    reduce_only: bool = False


class RawTicker(msgspec.Struct, frozen=True, kw_only=True):
    """The market of an instrument."""

    instrument_name: str = ""
    current_funding: RawNumber = None
    mark_price: RawNumber = None


class RawTrade(msgspec.Struct, frozen=True, kw_only=True):
    """A trade of the account."""

    instrument_name: str
    direction: str
    price: RawNumber = None
    amount: RawNumber = None
    timestamp: RawNumber = None
    liquidation: str | None = None  # "M", "T" or "MT": which side was being liquidated
    liquidity: str = ""  # "M" or "T": which side is ours


class RawTrades(msgspec.Struct, frozen=True, kw_only=True):
    """Trades, newest first."""

    trades: list[RawTrade]


class RawCandles(msgspec.Struct, frozen=True, kw_only=True):
    """Price bars as columns."""

    ticks: list[int]
    open: list[float]
    high: list[float]
    low: list[float]
    close: list[float]
    volume: list[float] = []  # coins
    cost: list[float] = []  # quote currency
