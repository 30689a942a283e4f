"""What is kept of each tick: inputs, events, alarms and deliveries before anything is told; measures now and then."""

from __future__ import annotations

from monitor.alerts.figures_kept import figures_kept
from monitor.engine.present import Present
from monitor.history.past import EVERY_MS, FIGURES_EVERY_MS, Past, past_of
from monitor.messages import EndedPosition
from monitor.model import Snapshot
from monitor.notify.telling import Telling
from monitor.snapshot.snapshot_writing import dump
from monitor.tick.tick import Tick

INPUT_EVERY_MS = 10_000  # where nothing is told


class Keeping:
    """Writes through the recorder; a database in trouble never holds back a warning for long."""

    def __init__(self, present: Present) -> None:
        self._present = present
        self._input_ms = 0
        self.past_ms = 0  # when the measures were last kept
        self._figures_ms = 0

    async def record(self, outcome: Tick, telling: Telling, now_ms: int) -> bool:
        """Store a tick; return whether it is on disk."""
        due = bool(telling.events) or now_ms - self._input_ms >= INPUT_EVERY_MS
        stored = await self._present.recorder.record(
            now_ms,
            inputs=dump(Snapshot(taken_ms=now_ms, accounts=outcome.accounts)) if due else None,
            events=telling.events,
            alarms=outcome.state.alarms,
            chases=telling.chases,
            deliveries=telling.deliveries,
        )
        if due and stored:
            self._input_ms = now_ms
        if stored and now_ms - self.past_ms >= EVERY_MS:
            self._keep_measures(outcome, now_ms)
        return stored

    def remember_ended(self, ended: tuple[EndedPosition, ...]) -> None:
        """Keep how positions ended, beside the loop."""
        if ended:
            self._present.spawn(self._remember_ended(ended))

    def _keep_measures(self, outcome: Tick, now_ms: int) -> None:
        figures = None
        if now_ms - self._figures_ms >= FIGURES_EVERY_MS:
            figures = figures_kept(outcome.beyond, outcome.rows)
        past = past_of(
            outcome.rows, outcome.report.pool_rows, outcome.deviations, now_ms, outcome.update.accounts, figures
        )
        if past.positions or past.accounts:
            self.past_ms = now_ms
            self._figures_ms = self._figures_ms if figures is None else now_ms
            self._present.spawn(self._remember(past))

    async def _remember(self, past: Past) -> None:
        await self._present.recorder.ask(lambda history: history.remember(past))

    async def _remember_ended(self, ended: tuple[EndedPosition, ...]) -> None:
        await self._present.recorder.ask(lambda history: history.remember_ended(ended))
