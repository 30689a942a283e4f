"""What happens on an account, as it is told to its owner's streams; each face writes it as its venue does.

Each piece holds its figures as they were when it happened. Times are wall ms, money is USDT.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor.demo.margin import Pool
from monitor.demo.position import Order, Position
from monitor.demo.records import Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """An order was executed."""

    fill: Fill


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChanged:
    """A resting order was "TRIGGERED", is "FINISHED", "CANCELED" or "EXPIRED"."""

    order: Order
    status: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChanged:
    """Wallets or positions changed."""

    reason: str  # "ORDER" | "DEPOSIT" | "WITHDRAW" | "MARGIN_TRANSFER" | "FUNDING_FEE"
    change: float  # of the cross wallet
    wallet: float  # the cross wallet now
    wallet_balance: float  # with the isolated wallets
    touched: tuple[Position, ...]  # as they are now; a closed one has size 0
    marks: Mapping[str, float]  # of what was touched
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginCalled:
    """A pool's ratio is high."""

    pool: Pool
    marks: Mapping[str, float]
    at_ms: int


News = Filled | OrderChanged | AccountChanged | MarginCalled
