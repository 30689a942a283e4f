"""In which order the rows stand: as the engine ranks them, with a hold so that nothing jumps under the mouse.

A row that gets more dangerous climbs at once; one that gets safer sinks only after 30 s. Pure; times in ms.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.messages import PositionRisk

HOLD_MS = 30_000


@dataclass(slots=True)
class _Held:
    rank: float  # the lower, the more dangerous
    since_ms: int


class RowOrder:
    """Remembers how dangerous each row was lately."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def sorted_keys(self, positions: Sequence[PositionRisk], now_ms: int) -> list[str]:
        """Return the positions' keys as they should stand now."""
        ranks = ranks_of(positions)
        self._held = {key: self._hold(key, rank, now_ms) for key, rank in ranks.items()}
        place = {key: index for index, key in enumerate(ranks)}
        return sorted(ranks, key=lambda key: (self._held[key].rank, place[key]))

    def _hold(self, key: str, rank: float, now_ms: int) -> _Held:
        held = self._held.get(key)
        if held is None or rank <= held.rank or now_ms - held.since_ms >= HOLD_MS:
            return _Held(rank, now_ms)
        return held


def ranks_of(positions: Sequence[PositionRisk]) -> dict[str, float]:
    """Return a rank for each position that never contradicts the engine's order.

    The rank is the liquidation distance; where that is unknown, the rank of the row above.
    """
    ranks: dict[str, float] = {}
    highest = -math.inf
    for row in positions:
        distance = row.liquidation_distance
        if distance is None and not row.unknown:
            distance = math.inf
        highest = max(highest, highest if distance is None else distance)
        ranks[row.key] = highest
    return ranks
