"""What an account holds and has resting: a position, an order. Sizes are signed (negative: short), money is USDT.

Words are the demo exchange's own ("BOTH", "STOP_MARKET", …); each face writes them as its venue does.
"""

from __future__ import annotations

from dataclasses import dataclass

PositionKey = tuple[str, str]  # symbol, "BOTH" | "LONG" | "SHORT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An open position; replaced at every change."""

    symbol: str
    position_side: str  # "BOTH" | "LONG" | "SHORT"
    size: float  # signed: negative is short
    entry: float
    isolated: bool
    isolated_wallet: float  # 0 for cross
    leverage: int
    update_ms: int  # wall

    @property
    def key(self) -> PositionKey:
        """Symbol and position side: what the venue tells positions apart by."""
        return self.symbol, self.position_side

    def pnl(self, mark: float) -> float:
        """Return the unrealised profit at a mark."""
        return self.size * (mark - self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A resting order, conditional (`trigger_price` is set) or limit (`price` is set)."""

    id: int
    symbol: str
    position_side: str
    side: str  # "BUY" | "SELL"
    kind: str  # "STOP_MARKET" | "TAKE_PROFIT_MARKET" | "LIMIT"
    size: float | None  # base; None: closes the position
    trigger_price: float | None
    price: float | None
    working_type: str
    reduce_only: bool
    created_ms: int  # wall

    @property
    def level(self) -> float:
        """The price that triggers or fills the order."""
        level = self.price if self.trigger_price is None else self.trigger_price
        assert level is not None
        return level

    @property
    def waits_for_rise(self) -> bool:
        """Whether a mark at or above the level hits it; else one at or below does."""
        return (self.side == "BUY") == (self.kind == "STOP_MARKET")

    def is_hit(self, mark: float) -> bool:
        """Tell whether this mark triggers or fills the order."""
        return mark >= self.level if self.waits_for_rise else mark <= self.level
