"""The engine's hand on the database: in a thread of its own, never waited for long.

A database that hangs, is full, damaged or gone holds back no warning: what could not be stored waits in memory, is
stored when it works again, and `trouble` says so meanwhile. Times in ms UTC, spans in seconds.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from monitor.errors import HistoryError, MarginwatchError
from monitor.history.database import attempt
from monitor.history.history import History
from monitor.journal import Chase, Delivery
from monitor.language import tr
from monitor.messages import AlertEvent
from monitor.model import Account
from monitor.snapshot import snapshot_file
from monitor.tick.state import AlarmRecord

log = logging.getLogger(__name__)

T = TypeVar("T")

DEADLINE_S = 2.0  # for one tick to be stored before it is told all the same
START_DEADLINE_S = 8.0  # for the first opening, which looks through the whole file: nothing is guarded meanwhile
RETRY_MS = 10_000
RECEIPTS_FOR_MS = 3 * 3_600_000
PRUNE_EVERY_MS = 3_600_000
SAID_FOR_MS = 60_000  # trouble that is over is said a little longer, so that it is seen
LAST_WITHIN_MS = 7 * 24 * 3_600_000  # accounts recorded longer ago are not followed up
MOST_WAITING = 5_000  # rows kept in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the last engine left behind."""

    alarms: tuple[AlarmRecord, ...] = ()
    chases: tuple[Chase, ...] = ()
    events: tuple[AlertEvent, ...] = ()  # the newest, oldest first
    undelivered: tuple[tuple[AlertEvent, Delivery], ...] = ()
    unconfirmed: tuple[Delivery, ...] = ()  # delivered lately, with a receipt by which it can be asked for
    last_ms: int | None = None
    accounts: tuple[Account, ...] = ()  # as they were last recorded, where that is not too long ago
    next_event_id: int = 1
    note: str = ""  # a sentence for the user


class Recorder:
    """Stores ticks and deliveries, and remembers what could not be stored yet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._history: History | None = None
        self._working: asyncio.Future[Any] | None = None  # an opening or a write that has not come back
        self._closed = False
        self._is_known = False  # what the last engine left has been read
        self._late: Found | None = None  # read later than `open` could wait for, and not taken yet
        self._events: list[AlertEvent] = []
        self._deliveries: dict[tuple[str, int, int, int, str], Delivery] = {}
        self._alarms: dict[str, AlarmRecord] = {}  # as stored
        self._chases: dict[str, Chase] = {}
        self._trouble = ""
        self._trouble_ms = 0
        self._retry_ms = 0
        self._pruned_ms = 0

    async def open(self, now_ms: int) -> Found:
        """Open the database and return what it holds; without one, nothing, and `trouble` says why.

        What it holds when it can be opened later is for `take_late`; nothing is stored before that.
        """
        try:
            found = await self._open(now_ms, START_DEADLINE_S)
        except HistoryError as error:
            self._say(_from_memory(str(error)), now_ms)
            # numbered above all that a database which comes back later may hold
            return Found(next_event_id=now_ms, note=self._trouble)
        self._late = None
        return found

    def take_late(self) -> Found | None:
        """Return, once, what the last engine left in a database that could be opened only after the start."""
        late, self._late = self._late, None
        return late

    def trouble(self, now_ms: int) -> str:
        """Return what is wrong with the database, one sentence, or ""."""
        return self._trouble if self._trouble and now_ms - self._trouble_ms < SAID_FOR_MS else ""

    @property
    def is_behind(self) -> bool:
        """Whether something waits to be stored."""
        return bool(self._events or self._deliveries)

    async def record(
        self,
        now_ms: int,
        *,
        inputs: bytes | None,
        events: tuple[AlertEvent, ...],
        alarms: Mapping[str, AlarmRecord],
        chases: Mapping[str, Chase],
        deliveries: tuple[Delivery, ...],
    ) -> bool:
        """Store a tick; return whether it is on disk. Waits two seconds at most."""
        self._events += events
        self._deliveries.update({_identity(delivery): delivery for delivery in deliveries})
        del self._events[:-MOST_WAITING]
        if self._working is not None and not self._working.done():
            self._say(tr("The database does not answer; alarms go on from memory."), now_ms)
            return False
        if self._history is None and (now_ms < self._retry_ms or not await self._open_again(now_ms)):
            return False
        if self._late is not None:  # what nobody has looked at would be removed as over
            return False
        history = self._history
        assert history is not None
        try:
            await self._wait_for(lambda: self._write(history, now_ms, inputs, dict(alarms), dict(chases)), DEADLINE_S)
        except TimeoutError:
            self._say(tr("The database does not answer; alarms go on from memory."), now_ms)
            return False
        except HistoryError as error:
            self._fail(error, now_ms)
            return False
        return True

    async def note(self, deliveries: Iterable[Delivery], now_ms: int) -> None:
        """Store how deliveries stand now; what cannot be stored goes with the next tick."""
        changed = {_identity(delivery): delivery for delivery in deliveries}
        history = self._history
        if history is None or (self._working is not None and not self._working.done()):
            self._deliveries.update(changed)
            return
        try:
            async with asyncio.timeout(DEADLINE_S):
                await self._run(lambda: history.note(changed.values()))
        except (HistoryError, TimeoutError):
            self._deliveries.update(changed)

    async def ask(self, question: Callable[[History], T]) -> T | None:
        """Return what the database knows, None where it does not answer."""
        history = self._history
        if history is None:
            return None
        try:
            async with asyncio.timeout(DEADLINE_S):
                return await self._run(lambda: question(history))
        except (HistoryError, TimeoutError):
            return None

    async def close(self) -> None:
        """Close the file, after what is being written."""
        self._closed = True
        history, self._history = self._history, None
        if history is not None:
            try:
                async with asyncio.timeout(DEADLINE_S):
                    await self._run(history.close)
            except TimeoutError:
                log.warning("the database did not close in time")
        self._thread.shutdown(wait=False)

    # ------------------------------------------------------------------ inside

    def _write(
        self,
        history: History,
        now_ms: int,
        inputs: bytes | None,
        alarms: dict[str, AlarmRecord],
        chases: dict[str, Chase],
    ) -> None:
        """Store what waits and what changed; in the database's thread, one at a time, also while `close` waits."""
        events, deliveries = tuple(self._events), dict(self._deliveries)
        history.append(
            now_ms,
            inputs=inputs,
            events=events,
            alarms=_changes(self._alarms, alarms),
            chases=_changes(self._chases, chases),
            deliveries=tuple(deliveries.values()),
        )
        if now_ms - self._pruned_ms >= PRUNE_EVERY_MS:
            self._pruned_ms = now_ms
            history.prune(now_ms)
        self._alarms, self._chases = alarms, chases
        del self._events[: len(events)]
        for identity, delivery in deliveries.items():
            if self._deliveries.get(identity) is delivery:
                del self._deliveries[identity]

    async def _open(self, now_ms: int, deadline_s: float) -> Found:
        """Open the database and take up what it holds.

        Raises:
            HistoryError: it cannot be opened, or takes too long: it is taken up all the same when it is there.
        """

        def take_up(work: asyncio.Future[tuple[History, Found]]) -> None:
            if work.cancelled() or work.exception() is not None:
                return
            history, found = work.result()
            if self._closed:
                history.close()
                return
            self._history = history
            self._alarms = {record.key: record for record in found.alarms}
            self._chases = {chase.key: chase for chase in found.chases}
            if not self._is_known:
                self._is_known = True
                self._late = found if found.last_ms is not None else None  # None: a new one
            if found.note:
                self._say(found.note, now_ms)

        try:
            _, found = await self._wait_for(lambda: _opened(self._path, now_ms), deadline_s, take_up)
        except TimeoutError:
            raise HistoryError(tr("The database does not answer.")) from None
        return found

    async def _open_again(self, now_ms: int) -> bool:
        """Open the database after trouble; what it holds is brought to what stands."""
        self._retry_ms = now_ms + RETRY_MS
        try:
            await self._open(now_ms, DEADLINE_S)
        except HistoryError as error:
            self._say(_from_memory(str(error)), now_ms)
            return False
        return True

    def _fail(self, error: HistoryError, now_ms: int) -> None:
        """Let go of a database that fails: it is opened again in a moment, and set aside if it is damaged."""
        self._say(_from_memory(str(error)), now_ms)
        history, self._history = self._history, None
        self._retry_ms = now_ms
        if history is not None:
            self._thread.submit(history.close)

    def _say(self, sentence: str, now_ms: int) -> None:
        if sentence != self._trouble:
            log.warning("%s", sentence)
        self._trouble, self._trouble_ms = sentence, now_ms

    async def _wait_for(
        self,
        work: Callable[[], T],
        deadline_s: float,
        done: Callable[[asyncio.Future[T]], None] = lambda work: None,
    ) -> T:
        """Do something during which nothing else is begun, and wait for it so long.

        Args:
            done: what is done when it is over, however late.

        Raises:
            HistoryError: it failed. TimeoutError: it goes on.
        """
        working = asyncio.ensure_future(self._run(work))
        self._working = working
        working.add_done_callback(done)
        working.add_done_callback(_retrieve)
        async with asyncio.timeout(deadline_s):  # wait_for swallows a cancellation that comes with the result
            return await asyncio.shield(working)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: attempt(work))


def _opened(path: Path, now_ms: int) -> tuple[History, Found]:
    history, note = History.open(path)
    try:
        return history, _read(history, note, now_ms)
    except BaseException:
        history.close()
        raise


def _identity(delivery: Delivery) -> tuple[str, int, int, int, str]:
    return (delivery.key, delivery.episode_ms, delivery.level, delivery.step, delivery.channel)


Row = TypeVar("Row", AlarmRecord, Chase)


def _changes(stored: dict[str, Row], now: dict[str, Row]) -> dict[str, Row | None]:
    changed: dict[str, Row | None] = {key: row for key, row in now.items() if stored.get(key) != row}
    changed.update({key: None for key in stored if key not in now})
    return changed


def _read(history: History, note: str, now_ms: int) -> Found:
    return Found(
        alarms=history.alarms(),
        chases=history.chases(),
        events=history.events(),
        undelivered=history.undelivered(),
        unconfirmed=history.unconfirmed(now_ms - RECEIPTS_FOR_MS),
        last_ms=history.last_tick_ms(),
        accounts=_last_accounts(history, now_ms),
        next_event_id=history.next_event_id(),
        note=note,
    )


def _last_accounts(history: History, now_ms: int) -> tuple[Account, ...]:
    found = history.newest_inputs()
    if found is None or not 0 <= now_ms - found[0] <= LAST_WITHIN_MS:
        return ()
    try:
        return snapshot_file.parse(found[1]).accounts
    except MarginwatchError:  # of an older version: what it knew is read anew
        return ()


def _retrieve(work: asyncio.Future[Any]) -> None:
    """Take the end of work that came too late, so that asyncio does not report it as lost."""
    if not work.cancelled():
        work.exception()


def _from_memory(error: str) -> str:
    return f"{error} {tr('Alarms go on from memory.')}"
