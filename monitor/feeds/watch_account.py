"""One account, read again and again: poll is truth, streams are hints that ask for a poll and carry marks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from monitor.clock import Clock
from monitor.credentials import Secrets, recall
from monitor.errors import CredentialsError, MarginwatchError, RateLimitError, VenueError
from monitor.language import tr
from monitor.model import Account, KeyFacts, Position, PositionKey
from monitor.settings import AccountConfig
from monitor.venues.fetch import AccountReader

log = logging.getLogger(__name__)

KEYRING_RETRY_S = 15.0
HINT_SETTLES_S = 0.2
HINTED_EVERY_S = 0.8  # Bitget allows its positions five requests a second and account, and a read asks three times
MARK_MOVE_FOR_POLL = 0.002  # a mark that moved this far since the last poll asks for one now


class AccountWatch:
    """Keeps the newest valid answer of one account; a failed read keeps it and says why."""

    def __init__(
        self,
        config: AccountConfig,
        secrets: Secrets | None,
        clock: Clock,
        *,
        cadence_s: Callable[[], float],
        known: Callable[[], frozenset[PositionKey]],
        changed: Callable[[], None],
    ) -> None:
        self.config = config
        self.account = Account(
            id=config.id,
            venue=config.venue,
            account_mode=None,
            position_mode=None,
            taker_fee_rate=None,
            collateral=(),
            positions=(),
            key=config.key or KeyFacts(),
        )
        self.reader: AccountReader | None = None
        self._secrets = secrets
        self._clock = clock
        self._cadence_s = cadence_s
        self._known = known
        self._changed = changed
        self._poke = asyncio.Event()
        self._hints: asyncio.Task[None] | None = None
        self._polled_marks: dict[str, float] = {}

    def poke(self) -> None:
        """Ask for a read now."""
        self._poke.set()

    async def run(self) -> None:
        """Read for ever; ends only by cancellation."""
        try:
            while True:
                pause = await self._read_once()
                self._changed()
                await self._rest(pause)
        finally:
            await self._close()

    async def _read_once(self) -> float | None:
        """Read once; return a pause that the venue or keyring asks for, None for the usual cadence."""
        try:
            if self.reader is None:
                self.reader = await self._open()
            began_s = _now_s()
            account = await self.reader.read(self._known(), self._clock.now_ms())
        except RateLimitError as error:
            self._fail(error)
            wait_ms = 5_000 if error.retry_at_ms is None else error.retry_at_ms - self._clock.now_ms()
            return max(1.0, min(wait_ms / 1000, 600.0))
        except CredentialsError as error:
            self._fail(error)
            return KEYRING_RETRY_S
        except MarginwatchError as error:
            self._fail(error)
        except Exception as error:  # the bulkhead: one account's surprise must not stop the others
            log.exception("account %s", self.config.id)
            self._fail(
                VenueError(
                    tr("{account}: unexpected {kind}; see the log.", account=self.config.id, kind=type(error).__name__)
                )
            )
        else:
            self.reader.untold.polled(account, began_s, _now_s())
            self.account = replace(account, untold=self.reader.untold.doubt)
            self._polled_marks = {position.symbol: position.mark_price for position in account.positions}
            if self._hints is None:
                self._hints = asyncio.create_task(self._listen())
        return None

    async def _open(self) -> AccountReader:
        secrets = self._secrets or await recall(self.config.id)
        if secrets is None:
            raise CredentialsError(
                tr("{account}: the keyring holds no key for this account; add it again.", account=self.config.id)
            )
        return await AccountReader.open(self.config, secrets, self._clock)

    def _fail(self, error: MarginwatchError) -> None:
        advice = error.advice if isinstance(error, VenueError) else ""
        key = self.account.key if self.reader is None else self.reader.key.facts
        self.account = replace(
            self.account,
            trouble=str(error),
            advice=advice,
            trouble_kind=type(error).__name__,
            failures=self.account.failures + 1,
            key=key,
        )

    async def _rest(self, pause: float | None) -> None:
        """Wait until the next read is due: the usual time, or soon after a hint."""
        if pause is not None:
            await asyncio.sleep(pause)
            return
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self._cadence_s()):
                await self._poke.wait()
        except TimeoutError:
            pass
        else:  # a burst of hints is one poll, and no storm of them makes many
            await asyncio.sleep(max(HINT_SETTLES_S, HINTED_EVERY_S - (loop.time() - began)))
        self._poke.clear()

    async def _listen(self) -> None:
        from monitor.venues.streams import hints

        assert self.reader is not None
        await hints(self.reader, on_event=self.poke, on_marks=self._take_marks)

    def _take_marks(self, marks: dict[str, tuple[float, int]]) -> None:
        """Carry stream marks into the newest answer: {symbol: (price, venue ms)}."""
        if self.account.trouble is not None:
            return
        positions = tuple(_marked(position, marks.get(position.symbol)) for position in self.account.positions)
        self.account = replace(self.account, positions=positions)
        moved = any(
            abs(price / self._polled_marks.get(symbol, price) - 1) > MARK_MOVE_FOR_POLL
            for symbol, (price, _) in marks.items()
        )
        if moved:
            self.poke()
        self._changed()  # however little it moved: it may have crossed a limit

    async def _close(self) -> None:
        if self._hints is not None:
            self._hints.cancel()
            await asyncio.gather(self._hints, return_exceptions=True)
        if self.reader is not None:
            await self.reader.close()


def _now_s() -> float:
    """The clock that streams are measured by."""
    return asyncio.get_running_loop().time()


def _marked(position: Position, mark: tuple[float, int] | None) -> Position:
    """The position at a newer mark (price, venue ms); what the venue reported belongs to the mark of its answer."""
    if mark is None or (position.mark_ms or 0) > mark[1]:
        return position
    reported_at = position.mark_price if position.reported_mark_price is None else position.reported_mark_price
    return replace(position, mark_price=mark[0], mark_ms=mark[1], reported_mark_price=reported_at)
