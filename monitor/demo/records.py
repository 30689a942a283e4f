"""What an account keeps of its past: executions and income. Each face writes them as its venue does. Money is USDT."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One execution."""

    order_id: int
    client_id: str
    symbol: str
    position_side: str
    side: str  # "BUY" | "SELL"
    kind: str  # "MARKET" | "LIMIT" | "LIQUIDATION" | "BACKSTOP": a forced close that took all that was left
    size: float  # base, > 0
    price: float
    realized: float  # [USDT], before the fee
    fee: float  # [USDT], > 0: paid
    reduce_only: bool
    trade_id: int
    at_ms: int  # wall

    @property
    def is_buy(self) -> bool:
        """Whether it bought."""
        return self.side == "BUY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Income:
    """Money that came to the account (negative: went) [USDT]."""

    id: int
    symbol: str  # "": of the account
    kind: str  # "REALIZED_PNL" | "COMMISSION" | "FUNDING_FEE" | "TRANSFER" | "INSURANCE_CLEAR"
    amount: float
    trade_id: int  # 0: of no trade
    at_ms: int  # wall
