"""In which order the rows stand: as the engine ranks them, with a hold so that nothing jumps under the mouse.

The rank is the liquidation distance, never against the engine's order. A row that gets more dangerous climbs at once;
one that gets safer sinks only after 30 s, or once a distance that was not known is. Pure; times in ms.
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
    known: bool  # False: it stands for a distance that nobody knew


class RowOrder:
    """Remembers how dangerous each row was lately."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def sorted_keys(self, keys: Sequence[str], positions: Sequence[PositionRisk], now_ms: int) -> list[str]:
        """Return the keys as they should stand now.

        Args:
            keys: of the positions, which stand as the engine ranks them.
        """
        before, held, highest = self._held, {}, -math.inf
        for key, row in zip(keys, positions, strict=True):
            distance = row.liquidation_distance
            if distance is None and not row.unknown:
                distance = math.inf
            if distance is not None and distance > highest:  # where it is unknown: the rank of the row above
                highest = distance
            was = before.get(key)
            known = not row.unknown and not row.unconfirmed
            if was is None:
                was = _Held(highest, now_ms, known)
            elif highest <= was.rank or now_ms - was.since_ms >= HOLD_MS or (known and not was.known):
                was.rank, was.since_ms, was.known = highest, now_ms, known
            held[key] = was
        self._held = held
        return sorted(held, key=lambda key: held[key].rank)  # equal ones stand as the engine ranks them
