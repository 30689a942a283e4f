"""Bybit's rules for a unified account: marginal risk limits at the mark, and the fee of closing at bankruptcy.

That fee is of the entry value, and in an isolated position it is reserved beside the margin. The two legs of a hedge
need the margin of what is open on balance, and both fees; legs of equal size need their fees twice. An account is all
cross or all isolated; its rate is maintenance margin over margin balance, and at 1 it is liquidated.

Source: Bybit help, "UTA glossary", 2026-03-13, and "Understanding the Adjustment and Impact of the New Margin
Calculation", 2025-09-18. How unequal legs are netted is not published: the reading is ours.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.demo.bybit.contracts import contracts
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.position import Position
from monitor.demo.rules import Keys, Price
from monitor.demo.symbols import Symbol

_LETTERS = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True, kw_only=True)
class BybitRules:
    """How Bybit keeps a unified account."""

    symbols: Mapping[str, Symbol]
    taker_fee: float = 0.00055
    liquidation_fee: float = 1.0  # closed at the bankruptcy price: the fund keeps what is left
    backstop: float = 0.0
    funding_ms: int = FUNDING_MS
    can_hedge: bool = True
    one_margin_mode: bool = True

    def new_keys(self) -> Keys:
        """Return fresh random credentials: 18 and 36 characters, as Bybit's."""
        return Keys(api_key=_random(18), secret=_random(36))

    def requirement(self, legs: Sequence[Position], price: Price) -> Price:
        """Return the maintenance margin of the legs, their closing fees in it."""
        net = abs(sum(leg.size for leg in legs))
        return self.symbols[legs[0].symbol].schedule.requirement(net * price) + self._reserved(legs, net)

    def _reserved(self, legs: Sequence[Position], net: float) -> float:
        fees = sum(self.closing_fee(leg) for leg in legs)
        equal = len(legs) > 1 and net < self.symbols[legs[0].symbol].step / 2
        return fees * 2 if equal else fees

    def closing_fee(self, position: Position) -> float:
        """Return the fee of closing at the bankruptcy price, of the entry value [USDT]."""
        side = 1 if position.size > 0 else -1
        return abs(position.size) * position.entry * (1 - side / position.leverage) * self.taker_fee

    def initial_margin(self, position: Position, price: float) -> float:
        """Return value over leverage, at the mark (isolated: at entry), and the closing fee."""
        at = position.entry if position.isolated else price
        return abs(position.size) * at / position.leverage + self.closing_fee(position)

    def isolated_margin(self, position: Position) -> float:
        """Return the initial margin."""
        return abs(position.size) * position.entry / position.leverage + self.closing_fee(position)


def rules(market: Market) -> BybitRules:
    """Return Bybit's rules for the market's contracts."""
    return BybitRules(symbols=contracts(market))


def _random(length: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(length))
