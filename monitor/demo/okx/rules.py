"""OKX's rules: tiers by contracts on the whole position, and the liquidation fee beside the maintenance margin.

A pool falls when its equity has come down to maintenance margin plus fee, all at the mark: mgnRatio <= 1. The tier
counts contracts, so it does not change while a price moves. Each leg of a hedge counts for itself. The liquidation
price that is printed of an isolated position lies one tick on the early side; in cross there is no offset. A fallen
pool is closed as a whole; OKX goes in steps of two tiers where the tier is the third or higher.

Source: OKX help "Tiered maintenance margin ratio rules", updated 2025-05-16; the tick was seen on four real positions.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.okx.contracts import Contract, contracts_of
from monitor.demo.position import Position
from monitor.demo.rules import Keys, Price
from monitor.demo.symbols import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class OkxRules:
    """How OKX keeps an account."""

    symbols: Mapping[str, Symbol]
    contracts: Mapping[str, Contract]  # by the market's name
    taker_fee: float = 0.0005
    liquidation_fee: float = 0.0005
    backstop: float = 0.0
    funding_ms: int = FUNDING_MS
    can_hedge: bool = True
    one_margin_mode: bool = False

    def new_keys(self) -> Keys:
        """Return fresh random credentials."""
        return Keys(api_key=str(uuid4()), secret=secrets.token_hex(16).upper(), passphrase=secrets.token_urlsafe(12))

    def maintenance(self, position: Position, mark: float) -> float:
        """Return the maintenance margin alone, as OKX's `mmr` tells it [USDT]."""
        return abs(position.size) * mark * self._rate(position)

    def requirement(self, legs: Sequence[Position], price: Price) -> Price:
        """Return maintenance margin plus liquidation fee: what equity is held against [USDT]."""
        return sum(abs(leg.size) * (self._rate(leg) + self.liquidation_fee) for leg in legs) * price

    def _rate(self, position: Position) -> float:
        return self.contracts[position.symbol].tier(position.size).rate

    def initial_margin(self, position: Position, price: float) -> float:
        """Return the initial margin: of a cross position at the mark, of an isolated one at its entry [USDT]."""
        return abs(position.size) * (position.entry if position.isolated else price) / position.leverage

    def isolated_margin(self, position: Position) -> float:
        """Return value at entry over the chosen leverage [USDT]."""
        return abs(position.size) * position.entry / position.leverage


def rules(market: Market) -> OkxRules:
    """Return OKX's rules for the market's contracts."""
    contracts = contracts_of(market)
    return OkxRules(symbols={name: one.symbol for name, one in contracts.items()}, contracts=contracts)


def printed_price(position: Position, found: float | None, tick: float) -> float | None:
    """Return the liquidation price as OKX prints it; `found` is where the pool falls."""
    if found is None or not position.isolated:
        return found
    return found + tick if position.size > 0 else found - tick
