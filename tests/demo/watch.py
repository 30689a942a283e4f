"""One account read through real ccxt and judged by the tick, a second apart by a clock that is moved."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.messages import AlertEvent, Update
from monitor.settings import Settings
from monitor.tick.state import EngineState
from monitor.tick.tick import tick
from monitor.venues.fetch import AccountReader
from tests.venues.loopback import SkewedClock


@dataclass
class Watch:
    """What an engine does each second, without its loop."""

    reader: AccountReader
    clock: SkewedClock
    state: EngineState
    update: Update | None = None

    async def look(self) -> list[AlertEvent]:
        """Let a second pass, read and judge; return what was told."""
        self.clock.skew_ms += 1_000
        label = self.reader.client.config.id
        known = frozenset(self.state.known.get(label, {}))
        account = await self.reader.read(known, self.clock.now_ms())
        ticked = tick(self.state, (account,), Settings(), self.clock.now_ms())
        self.state, self.update = ticked.state, ticked.update
        return list(ticked.events)

    def levels(self) -> dict[str, int]:
        """Return the level of each position by its key; a cross pool's counts for all in it."""
        assert self.update is not None
        pools: dict[str, int] = {pool.pool_id: pool.level for pool in self.update.pools}
        for row in self.update.positions:
            pools[row.pool_id] = max(pools.get(row.pool_id, 0), row.level)
        return {row.key: pools[row.pool_id] for row in self.update.positions}

    def level(self, base: str) -> int:
        """Return the level of a coin's position."""
        return max(level for key, level in self.levels().items() if f"|{base}/" in key)
