"""One position missing among several, at venues whose answers are not understood in detail: margin in use tells.

A balance tells what is in use; positions tell their initial margins. What is left is explained by resting orders and by
how the venue counts. When a position leaves the answer and its margin stays in use, that rest grows by it: then the
position may still be there.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.model import Position, PositionKey, Side
from monitor.venues.generic_read import Row, amounts, different

SHARE = 0.5  # of the missing margin: more than that still in use is not explained

Held = tuple[str, Side]


def missing_of(known: frozenset[PositionKey], positions: Sequence[Position]) -> frozenset[Held]:
    """Return (symbol, side) of the positions that we know and that are not there."""
    here = {(position.symbol, position.side) for position in positions}
    there: set[Held] = {(symbol, "long" if side == "long" else "short") for _, symbol, side, _ in known}
    return frozenset(there - here)


class MarginsInUse:
    """Remembers margins and what they left unexplained, as of the newest answer in which no position was missing."""

    def __init__(self) -> None:
        self._margins: dict[Held, tuple[str, float]] = {}  # (settlement currency, initial margin)
        self._rest: dict[str, float] = {}

    def explain(self, positions: Sequence[Position], balances: Sequence[Row], missing: frozenset[Held]) -> bool:
        """Return whether what is in use agrees with the absence of these positions; True where that is not told."""
        rest = _rest(positions, balances)
        if not missing:
            self._rest = rest
            self._margins = {
                (one.symbol, one.side): (one.settle, one.reported_initial_margin)
                for one in positions
                if one.reported_initial_margin is not None
            }
            return True
        gone: dict[str, float] = {}
        for held in missing & self._margins.keys():
            currency, margin = self._margins[held]
            gone[currency] = gone.get(currency, 0.0) + margin
        return not any(
            currency in rest and currency in self._rest and rest[currency] - self._rest[currency] > SHARE * margin
            for currency, margin in gone.items()
        )


def _rest(positions: Sequence[Position], balances: Sequence[Row]) -> dict[str, float]:
    """What of each currency is in use beyond the initial margins; only where all of them are told."""
    found: dict[str, float] = {}
    for balance in different(balances):
        for currency, used in amounts(balance, "used").items():
            found[currency] = found.get(currency, 0.0) + used
    for position in positions:
        if position.reported_initial_margin is None:
            found.pop(position.settle, None)
        elif position.settle in found:
            found[position.settle] -= position.reported_initial_margin
    return found
