"""In which order the rows stand: as the engine ranks them, with a hold so that nothing jumps under the mouse.

The rank is the liquidation distance, never against the engine's order. A row that gets more dangerous climbs at once;
one that gets safer sinks only after 30 s, or once a distance that was not known is. Pure; times in ms.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from monitor.messages import PositionRisk

HOLD_MS = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A row that has become safer and keeps its place."""

    since_ms: int  # when it was last as dangerous as it stands
    known: bool  # False: it stands for a distance that nobody knew


class RowOrder:
    """Remembers how dangerous each row was lately. Of thousands of rows, only those that are held cost a step each."""

    def __init__(self) -> None:
        self._ranks: dict[str, float] = {}  # the lower, the more dangerous
        self._held: dict[str, _Held] = {}
        self._unsure: frozenset[str] = frozenset()
        self._last_ms = 0

    def sorted_keys(self, keys: Sequence[str], positions: Sequence[PositionRisk], now_ms: int) -> list[str]:
        """Return the keys as they should stand now.

        Args:
            keys: of the positions, which stand as the engine ranks them.
        """
        ranks, before = dict(zip(keys, _ranks(positions), strict=True)), self._ranks
        unsure = frozenset(key for key, row in zip(keys, positions, strict=True) if row.unknown or row.unconfirmed)
        held: dict[str, _Held] = {}
        for key in [key for key, rank in ranks.items() if rank > before.get(key, rank)]:
            was = self._held.get(key) or _Held(since_ms=self._last_ms, known=key not in self._unsure)
            if now_ms - was.since_ms < HOLD_MS and (was.known or key in unsure):
                held[key], ranks[key] = was, before[key]
        self._ranks, self._held, self._unsure, self._last_ms = ranks, held, unsure, now_ms
        return sorted(ranks, key=ranks.__getitem__)  # equal ones stand as the engine ranks them


def _ranks(positions: Sequence[PositionRisk]) -> list[float]:
    """Return the distances, none less than the one above it; where one is unknown: the one above."""
    unknown = (-math.inf if row.unknown else math.inf for row in positions)
    distances = (row.liquidation_distance for row in positions)
    return list(accumulate((rank if one is None else one for one, rank in zip(distances, unknown, strict=True)), max))
