"""What is known of the markets beside the accounts: what every measure of chance and cost is reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.model import InsuranceFund, Snapshot
from monitor.risk.depth import Depth
from monitor.risk.volatility import Listing, Volatilities, Volatility


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The newest of everything; nothing of it is needed for a liquidation price."""

    volatilities: Volatilities = field(default_factory=Volatilities)
    depths: Mapping[Listing, Depth] = field(default_factory=dict)
    no_depth: Mapping[Listing, str] = field(default_factory=dict)  # why an order book is not known
    funds: Mapping[str, tuple[InsuranceFund, ...]] = field(default_factory=dict)  # by venue, one per currency
    no_fund: Mapping[str, str] = field(default_factory=dict)  # why a fund is not known, by venue


def market_of(snapshot: Snapshot) -> Market:
    """Return what a snapshot file says of the markets; what it does not say is unknown."""
    known, depths = {}, {}
    funds: dict[str, tuple[InsuranceFund, ...]] = {}
    for one in snapshot.markets:
        listing = (one.venue, one.symbol)
        if one.volatility is not None:
            at_ms = snapshot.taken_ms if one.volatility_ms is None else one.volatility_ms
            known[listing] = Volatility(
                annual=one.volatility, fast=one.volatility, slow=None, hours=0, days=0, at_ms=at_ms
            )
        if one.order_book is not None:
            depths[listing] = Depth.of(one.order_book)
        if one.insurance_fund is not None:
            funds[one.venue] = (*funds.get(one.venue, ()), one.insurance_fund)
    return Market(volatilities=Volatilities(known=known), depths=depths, funds=funds)
