"""Binance USDⓈ-M's rules: marginal maintenance tiers at the mark, no fee in them; legs of a hedge add up.

Source: Binance FAQ "How to calculate liquidation price of USDⓈ-M futures" and "Leverage and margin", read 2026-10;
exchangeInfo for the liquidation fee.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.position import Position
from monitor.demo.rules import Keys, Price
from monitor.demo.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class BinanceRules:
    """How Binance keeps an account."""

    symbols: Mapping[str, Symbol]
    taker_fee: float = 0.0005
    liquidation_fee: float = 0.0125
    backstop: float = 0.0
    funding_ms: int = FUNDING_MS
    can_hedge: bool = True
    one_margin_mode: bool = False

    def new_keys(self) -> Keys:
        """Return fresh random credentials."""
        return Keys(api_key=secrets.token_hex(32), secret=secrets.token_hex(32))

    def requirement(self, legs: Sequence[Position], price: Price) -> Price:
        """Return the legs' maintenance margin."""
        schedule = self.symbols[legs[0].symbol].schedule
        total = schedule.requirement(abs(legs[0].size) * price)
        for leg in legs[1:]:
            total = total + schedule.requirement(abs(leg.size) * price)
        return total

    def initial_margin(self, position: Position, price: float) -> float:
        """Return notional at the mark over the chosen leverage."""
        return abs(position.size) * price / position.leverage

    def isolated_margin(self, position: Position) -> float:
        """Return notional at entry over the chosen leverage."""
        return abs(position.size) * position.entry / position.leverage


def rules(market: Market) -> BinanceRules:
    """Return Binance's rules for the market's contracts, whose steps and tiers are Binance's own."""
    return BinanceRules(symbols=market.by_name)
