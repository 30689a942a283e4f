"""What is known of the markets beside the accounts: what every measure of chance and cost is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.risk.volatility import Volatilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The newest of everything; nothing of it is needed for a liquidation price."""

    volatilities: Volatilities = field(default_factory=Volatilities)
