"""Hyperliquid's rules: marginal tiers at half the initial rate of their largest leverage, no fee beside them.

A pool falls when its account value has come down to the maintenance margin of its positions, at the mark. What is left
after a market order stays the trader's; where the account value is below two thirds of the requirement by then, the
backstop takes position and margin. A fallen pool is closed as a whole; Hyperliquid closes a fifth first where the
position is worth more than 100,000 USDC, and waits half a minute.

Source: Hyperliquid docs, "Margining", "Liquidations", "Fees", read 2026-10.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.demo.hyperliquid.contracts import Contract, contracts_of
from monitor.demo.market import Market
from monitor.demo.position import Position
from monitor.demo.rules import Keys, Price
from monitor.demo.scenario import HOUR_MS
from monitor.demo.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class HyperliquidRules:
    """How Hyperliquid keeps an account."""

    symbols: Mapping[str, Symbol]
    contracts: Mapping[str, Contract]  # by the market's name
    taker_fee: float = 0.00045
    liquidation_fee: float = 0.0
    backstop: float = 2.0 / 3.0
    funding_ms: int = HOUR_MS
    can_hedge: bool = False
    one_margin_mode: bool = False

    def new_keys(self) -> Keys:
        """Return a fresh random address: there are no keys."""
        return Keys(api_key=f"0x{secrets.token_hex(20)}")

    def requirement(self, legs: Sequence[Position], price: Price) -> Price:
        """Return the maintenance margin of a position [USDC]."""
        (position,) = legs
        return self.symbols[position.symbol].schedule.requirement(abs(position.size) * price)

    def initial_margin(self, position: Position, price: float) -> float:
        """Return value at the mark over the chosen leverage [USDC]."""
        return abs(position.size) * price / position.leverage

    def isolated_margin(self, position: Position) -> float:
        """Return value at entry over the chosen leverage [USDC]."""
        return abs(position.size) * position.entry / position.leverage


def rules(market: Market) -> HyperliquidRules:
    """Return Hyperliquid's rules for the market's contracts."""
    contracts = contracts_of(market)
    return HyperliquidRules(symbols={name: one.symbol for name, one in contracts.items()}, contracts=contracts)
