"""What a what-if supposes: changes to positions, wallets and prices. Light rows, the same in engine and window.

Sizes are base units (linear) or value in the quote currency (inverse). Changes are made at the prices of now; then
prices move: the order in which they were typed does not matter.
"""

from __future__ import annotations

import msgspec


class Edit(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Any supposed change."""

    @property
    def subject(self) -> str:
        """What is changed: a what-if holds one change of each subject."""
        raise NotImplementedError


class ChangePosition(Edit, frozen=True, kw_only=True):
    """An open position, otherwise. None leaves a thing as it is."""

    account_id: str
    symbol: str
    side: str
    margin_mode: str  # as it is now
    size: float | None = None  # afterwards; 0 closes it
    price: float | None = None  # at which the difference is traded; None: the mark
    leverage: float | None = None
    new_mode: str | None = None
    add_margin: float | None = None  # to an isolated one, out of the wallet [settle]; negative: withdrawn

    @property
    def subject(self) -> str:
        """The position."""
        return f"position|{self.account_id}|{self.symbol}|{self.side}|{self.margin_mode}"

    @property
    def is_nothing(self) -> bool:
        """Whether it leaves everything as it is."""
        return all(one is None for one in (self.size, self.leverage, self.new_mode, self.add_margin))


class OpenPosition(Edit, frozen=True, kw_only=True):
    """A position that is not there yet, in a contract that is held somewhere at the same venue."""

    account_id: str
    symbol: str
    side: str
    margin_mode: str
    size: float
    leverage: float
    price: float | None = None  # None: the mark

    @property
    def subject(self) -> str:
        """The position that it becomes."""
        return f"open|{self.account_id}|{self.symbol}|{self.side}|{self.margin_mode}"


class MoveMoney(Edit, frozen=True, kw_only=True):
    """Margin added to an account's wallet, or withdrawn."""

    account_id: str
    currency: str
    amount: float  # negative: withdrawn

    @property
    def subject(self) -> str:
        """The wallet."""
        return f"wallet|{self.account_id}|{self.currency}"


class MovePrice(Edit, frozen=True, kw_only=True):
    """The price of one coin, or of all that have no move of their own."""

    coin: str  # "" for all together, each by its own beta
    move: float  # fraction

    @property
    def subject(self) -> str:
        """The price."""
        return f"price|{self.coin}"


AnyEdit = ChangePosition | OpenPosition | MoveMoney | MovePrice
