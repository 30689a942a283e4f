"""What is known of the markets beside the accounts: what every measure of chance and cost is reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.model import InsuranceFund
from monitor.risk.depth import Depth
from monitor.risk.volatility import Listing, Volatilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The newest of everything; nothing of it is needed for a liquidation price."""

    volatilities: Volatilities = field(default_factory=Volatilities)
    depths: Mapping[Listing, Depth] = field(default_factory=dict)
    no_depth: Mapping[Listing, str] = field(default_factory=dict)  # why an order book is not known
    funds: Mapping[str, tuple[InsuranceFund, ...]] = field(default_factory=dict)  # by venue, one per currency
    no_fund: Mapping[str, str] = field(default_factory=dict)  # why a fund is not known, by venue
