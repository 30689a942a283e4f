"""What differs between venues in keeping an account: contracts, fees, margin. A face states its venue's.

Nothing here is shared with the product's own margin code, on purpose: each proves the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from monitor.demo.bridge import FloatArray
from monitor.demo.position import Position
from monitor.demo.symbols import Symbol

Price = TypeVar("Price", float, FloatArray)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What an account is opened with from outside."""

    api_key: str  # where there are no keys: the address
    secret: str = ""
    passphrase: str | None = None


class Rules(Protocol):
    """One venue's rules."""

    @property
    def symbols(self) -> Mapping[str, Symbol]:
        """The contracts by the market's name ("BTCUSDT"), with this venue's steps and tiers."""
        ...

    @property
    def taker_fee(self) -> float:
        """What a trade costs, a fraction of its value."""
        ...

    @property
    def liquidation_fee(self) -> float:
        """What a forced close costs at most, a fraction of its value; the insurance fund gets it."""
        ...

    @property
    def backstop(self) -> float:
        """Below this share of its requirement a fallen pool loses all that is left; 0: there is no such rule."""
        ...

    @property
    def funding_ms(self) -> int:
        """Market time between two settlements of funding; the market's rate is that of `FUNDING_MS`."""
        ...

    @property
    def can_hedge(self) -> bool:
        """Whether a symbol's long and short can be held apart."""
        ...

    @property
    def one_margin_mode(self) -> bool:
        """Whether all positions of an account are cross, or all isolated."""
        ...

    def new_keys(self) -> Keys:
        """Return fresh random credentials of the venue's form."""
        ...

    def requirement(self, legs: Sequence[Position], price: Price) -> Price:
        """Return what one symbol's positions in one pool need, all that counts against the balance included [USDT].

        The pool is liquidated when its requirement reaches its balance (wallet + unrealised profit).

        Args:
            price: the mark; an array of marks gives an array.
        """
        ...

    def initial_margin(self, position: Position, price: float) -> float:
        """Return what holds the position open at a mark [USDT]."""
        ...

    def isolated_margin(self, position: Position) -> float:
        """Return what an isolated position of this size, entry and leverage is given when it is opened [USDT]."""
        ...
