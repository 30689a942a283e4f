"""Gate: the endpoints that are read, and the answers they give, as they are sent.

There is no envelope: an answer is a list or an object. Numbers come as strings or numbers; times are seconds. Any field
may be missing; gate_read.py and gate_wallets.py decide what that means.

Source: Gate API v4 documentation, read 2026-10; ccxt 4.5.90 for paths.
"""

from __future__ import annotations

from typing import Any

import msgspec

from monitor.errors import VenueError
from monitor.venues.pace import Allowance, Limits
from monitor.venues.read import RawNumber

# (ccxt's api name, METHOD, path)
TIME = ("public.spot", "GET", "time")
CONTRACTS = ("public.futures", "GET", "{settle}/contracts")
CONTRACT = ("public.futures", "GET", "{settle}/contracts/{contract}")
TIERS = ("public.futures", "GET", "{settle}/risk_limit_tiers")
CANDLES = ("public.futures", "GET", "{settle}/candlesticks")
ORDER_BOOK = ("public.futures", "GET", "{settle}/order_book")
INSURANCE = ("public.futures", "GET", "{settle}/insurance")
ACCOUNT = ("private.futures", "GET", "{settle}/accounts")
POSITIONS = ("private.futures", "GET", "{settle}/positions")
FEES = ("private.futures", "GET", "{settle}/fee")
TRIGGER_ORDERS = ("private.futures", "GET", "{settle}/price_orders")
LIQUIDATIONS = ("private.futures", "GET", "{settle}/liquidates")
TRADES = ("private.futures", "GET", "{settle}/my_trades")
DELIVERY_POSITIONS = ("private.delivery", "GET", "{settle}/positions")
UNIFIED = ("private.unified", "GET", "accounts")
DISCOUNTS = ("private.unified", "GET", "currency_discount_tiers")
KEYS = ("private.account", "GET", "main_keys")

LIMITS = Limits(  # Source: Gate API v4, "Frequency limit rule", read 2026-10: of each path, public ones per address
    apart={
        "{settle}/contracts": Allowance(amount=200, per_s=10),
        "{settle}/contracts/{contract}": Allowance(amount=200, per_s=10),
        "{settle}/risk_limit_tiers": Allowance(amount=200, per_s=10),
        "{settle}/candlesticks": Allowance(amount=200, per_s=10),
        "{settle}/order_book": Allowance(amount=200, per_s=10),
        "{settle}/insurance": Allowance(amount=200, per_s=10),
    },
    account=Allowance(amount=200, per_s=10),
)


class NoWalletError(VenueError):
    """The key's user never had a futures account in this currency (label USER_NOT_FOUND)."""


class RawPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position; flat ones may be listed too."""

    contract: str | None = None
    size: RawNumber = None
    mode: str | None = None
    leverage: RawNumber = None
    cross_leverage_limit: RawNumber = None
    pos_margin_mode: str | None = None
    entry_price: RawNumber = None
    mark_price: RawNumber = None
    value: RawNumber = None
    margin: RawNumber = None
    initial_margin: RawNumber = None
    maintenance_margin: RawNumber = None
    unrealised_pnl: RawNumber = None
    liq_price: RawNumber = None
    adl_ranking: RawNumber = None
    open_time: RawNumber = None


class RawAccount(msgspec.Struct, frozen=True, kw_only=True):
    """The futures wallet of one currency; `total` is without unrealised PnL."""

    user: int | str | None = None
    currency: str | None = None
    total: RawNumber = None
    unrealised_pnl: RawNumber = None
    available: RawNumber = None
    in_dual_mode: bool | None = None
    margin_mode: int | None = None
    enable_tiered_mm: bool | None = None
    isolated_position_margin: RawNumber = None
    cross_maintenance_margin: RawNumber = None
    maintenance_margin: RawNumber = None
    cross_available: RawNumber = None
    cross_mmr: RawNumber = None


class RawBalance(msgspec.Struct, frozen=True, kw_only=True):
    """A currency of the unified account."""

    equity: RawNumber = None


class RawUnified(msgspec.Struct, frozen=True, kw_only=True):
    """The unified account, in USD."""

    balances: dict[str, RawBalance] | None = None
    unified_account_total_equity: RawNumber = None
    total_margin_balance: RawNumber = None
    total_maintenance_margin: RawNumber = None
    total_maintenance_margin_rate: RawNumber = None
    total_available_margin: RawNumber = None


class RawDiscountTier(msgspec.Struct, frozen=True, kw_only=True):
    """From which amount on which share of a currency counts."""

    discount: RawNumber = None
    lower_limit: RawNumber = None


class RawDiscount(msgspec.Struct, frozen=True, kw_only=True):
    """How a currency counts in the unified account."""

    currency: str
    discount_tiers: list[RawDiscountTier] = []


class RawContract(msgspec.Struct, frozen=True, kw_only=True):
    """A perpetual contract."""

    name: str
    type: str
    quanto_multiplier: RawNumber = None
    order_price_round: RawNumber = None
    enable_decimal: bool = False
    index_price: RawNumber = None
    mark_price: RawNumber = None
    funding_rate: RawNumber = None
    funding_interval: RawNumber = None
    funding_next_apply: RawNumber = None


class RawTier(msgspec.Struct, frozen=True, kw_only=True):
    """A risk limit: its upper end, and the rate below it."""

    risk_limit: RawNumber = None
    maintenance_rate: RawNumber = None


class RawTrigger(msgspec.Struct, frozen=True, kw_only=True):
    """When a trigger order fires: rule 1 is at or above its price, 2 at or below."""

    price: RawNumber = None
    price_type: RawNumber = None
    rule: RawNumber = None


class RawInitial(msgspec.Struct, frozen=True, kw_only=True):
    """What a trigger order then does."""

    contract: str
    size: RawNumber = None
    price: RawNumber = None
    is_close: bool = False
    is_reduce_only: bool = False


class RawOrder(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger order."""

    trigger: RawTrigger
    initial: RawInitial
    order_type: str = ""


class RawLiquidation(msgspec.Struct, frozen=True, kw_only=True):
    """A forced close."""

    contract: str
    size: RawNumber = None
    fill_price: RawNumber = None
    order_price: RawNumber = None
    time: RawNumber = None


class RawTrade(msgspec.Struct, frozen=True, kw_only=True):
    """A trade of the account; `text` says whose order it was."""

    contract: str
    size: RawNumber = None  # below zero: sold
    close_size: RawNumber = None  # how much of it closed, with the sign of `size`; 0 of a trade that opened
    price: RawNumber = None
    create_time: RawNumber = None  # seconds
    text: str = ""


class RawFee(msgspec.Struct, frozen=True, kw_only=True):
    """Fees of a contract."""

    taker_fee: RawNumber = None


class RawPermission(msgspec.Struct, frozen=True, kw_only=True):
    """One of a key's rights."""

    name: str
    read_only: bool


class RawKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the user's: its name is masked, or (an answer of one object) it is the one that asks."""

    perms: list[RawPermission] | None = None
    key: Any = None
    ip_whitelist: list[str] | None = None
    created_at: RawNumber = None  # seconds


class RawTime(msgspec.Struct, frozen=True, kw_only=True):
    """Gate's time."""

    server_time: RawNumber
