"""A trade before it is made, as a row: light, no numpy."""

from __future__ import annotations

import msgspec

from monitor.risk.rows import PositionRisk


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What it would be."""

    size: float  # base
    contracts: float  # rounded down to the lot
    initial_margin: float | None
    fees: float | None  # opening and closing at the taker rate, at today's price
    loss_at_stop: float | None  # fees included
    loss_at_stop_of_equity: float | None
    equity: float | None  # of the account in that currency, before
    margin_ratio_before: float | None
    margin_ratio_after: float | None
    position: PositionRisk  # with everything beyond its liquidation price
    others_nearest: float | None  # liquidation distance of the account's nearest other position, afterwards
    warnings: tuple[str, ...]
