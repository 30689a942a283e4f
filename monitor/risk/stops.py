"""Do the stops of a position really come before its liquidation? Per position: nearest, cover, and stops beyond."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCover:
    """What the resting stops do for one position."""

    nearest_price: float | None  # of the stops that count
    share: float | None  # of the size that stops close before liquidation, 0..1; None: stops were not read
    beyond: bool  # at least one stop lies at or beyond the liquidation price


def stop_cover(position: Position, liquidation_price: float | None) -> StopCover:
    """Judge the stops of one position.

    A stop counts when its trigger lies on the losing side of the mark and before the liquidation price. A stop-limit
    counts too, though it may not fill (the stop audit says so).
    """
    if position.stops is None:
        return StopCover(nearest_price=None, share=None, beyond=False)
    mark, direction = position.mark_price, position.direction
    nearest, closed, beyond = None, 0.0, False
    for stop in position.stops:
        trigger = stop.trigger_price
        if direction * (mark - trigger) <= 0:
            continue  # on the winning side: a target
        if liquidation_price is not None and direction * (trigger - liquidation_price) <= 0:
            beyond = True
            continue
        closed += position.contracts if stop.contracts is None else stop.contracts
        if nearest is None or direction * (trigger - nearest) > 0:
            nearest = trigger
    return StopCover(nearest_price=nearest, share=min(1.0, closed / position.contracts), beyond=beyond)
