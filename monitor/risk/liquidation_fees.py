"""What a venue takes for a liquidation, on top of the loss: its rate of the liquidated value, where it is known."""

from __future__ import annotations

from monitor.model import Position
from monitor.risk.protection import family_of

TAKER = frozenset({"okx", "bitget", "gate", "kucoin", "mexc", "phemex"})  # their liquidation counts the taker fee
NONE = frozenset({"hyperliquid"})  # docs, Liquidations: no clearance fee
KEEPS_ALL = frozenset({"bybit"})  # settled at the bankruptcy price whatever the fill: nothing comes back


def fee_of(venue: str, position: Position, taker: float) -> tuple[float | None, str]:
    """Return the rate and, where it is not known, one sentence why.

    Args:
        taker: the account's taker fee rate.

    Source: the venues' liquidation pages as the margin models name them, read 2026-10.
    """
    family = family_of(venue)
    if position.liquidation_fee_rate is not None:
        return position.liquidation_fee_rate, ""
    if family in NONE:
        return 0.0, ""
    if family in TAKER:
        return taker, ""
    if family in KEEPS_ALL:
        return None, "the venue settles at the bankruptcy price and keeps what a better fill leaves"
    return None, "the venue's liquidation fee for this contract has not been read"
