"""What every reading of an account shares: what is kept and for how long, what the venue lists, what vanished."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from monitor.errors import VenueDataError
from monitor.language import tr
from monitor.model import Account, Instrument
from monitor.venues.kept import DAY_MS, HOUR_MS, MINUTE_MS, Kept, KeptEach, Store
from monitor.venues.vanished import Found
from monitor.venues.venue import Client

T = TypeVar("T")
C = TypeVar("C")


class Schedule:
    """The answers that one account's reading keeps. Public ones are kept once for all accounts at the host."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.kept: list[Kept[Any] | KeptEach[Any]] = []
        self.clock = self.keep(client.measure_clock, every_ms=10 * MINUTE_MS, good_ms=DAY_MS)

    def keep(
        self, read: Callable[[], Awaitable[T]], *, every_ms: int, good_ms: int, public: str | None = None
    ) -> Kept[T]:
        """Return an answer to keep; `public` names one that is the same for every account at this host."""
        store = None if public is None else self._public(public)
        kept = Kept(read, every_ms=every_ms, good_ms=good_ms, store=store)
        self.kept.append(kept)
        return kept

    def keep_each(
        self,
        read: Callable[[str], Awaitable[T]],
        *,
        every_ms: int,
        good_ms: int,
        at_once: int,
        public: str | None = None,
    ) -> KeptEach[T]:
        """Return an answer per symbol to keep."""
        store = None if public is None else lambda symbol: self._public(f"{public} {symbol}")
        kept = KeptEach(read, every_ms=every_ms, good_ms=good_ms, at_once=at_once, store=store)
        self.kept.append(kept)
        return kept

    def forget(self) -> None:
        """Read everything again at the next read."""
        for kept in self.kept:
            kept.forget()

    def complete(self, account: Account, found: Found, *, latency_ms: int | None) -> Account:
        """Return the account with what all venues add alike."""
        client = self._client
        return replace(
            account,
            liquidations=found.liquidations,
            deleveragings=found.deleveragings,
            closings=found.closings,
            missing_marks=found.marks,
            latency_ms=latency_ms,
            clock_offset_ms=client.offset_ms if client.offset_known else None,
        )

    def _public(self, name: str) -> Store:
        network = "test " if self._client.config.testnet else ""  # some venues have both on one host
        venue = self._client.config.venue  # two venues may be reached by one host of the user's
        return self._client.pace.public.setdefault(f"{network}{venue} {name}", Store())


class Contracts(Generic[C]):
    """The contracts that a venue lists, by its own names and by ours."""

    def __init__(
        self,
        schedule: Schedule,
        title: str,
        read: Callable[[], Awaitable[dict[str, C]]],
        instrument: Callable[[C], Instrument],
    ) -> None:
        self._title = title
        self._instrument = instrument
        self._kept = schedule.keep(read, every_ms=HOUR_MS, good_ms=7 * DAY_MS, public="contracts")
        self.by_id: dict[str, C] = {}
        self.by_symbol: dict[str, C] = {}

    async def need(self, now_ms: int) -> dict[str, C]:
        """Return what is listed by the venue's names, renewed where due.

        Raises:
            VenueError: it was never read.
        """
        return self._index(await self._kept.need(now_ms))

    async def know(self, names: Iterable[str], now_ms: int) -> None:
        """Make sure that every held contract is listed: a position of an unknown one is never left out.

        Raises:
            VenueDataError: the venue itself does not list it.
        """
        wanted = set(names)
        if wanted <= self.by_id.keys():
            return
        self._index(await self._kept.need_new(now_ms))
        if unknown := wanted - self.by_id.keys():
            raise VenueDataError(
                tr(
                    "{unknown}: a position of a contract that {title} does not list",
                    unknown=min(unknown),
                    title=self._title,
                )
            )

    def instrument(self, symbol: str) -> Instrument:
        """Return a contract as every venue lists it, by its unified symbol; raises a VenueDataError."""
        return self._instrument(self.of_symbol(symbol))

    def has(self, symbol: str) -> bool:
        """Whether a unified symbol is listed."""
        return symbol in self.by_symbol

    def of(self, name: str | None) -> C:
        """Return the contract of a listed name of the venue's."""
        return self.by_id[name or ""]

    def symbol(self, name: str | None) -> str:
        """Return the unified symbol of a listed name of the venue's."""
        return self._instrument(self.of(name)).symbol

    def of_symbol(self, symbol: str, *, offered: bool = True) -> C:
        """Return the contract of a unified symbol.

        Raises:
            VenueDataError: it is not listed, or what is asked of it is not `offered`.
        """
        if symbol not in self.by_symbol or not offered:
            raise VenueDataError(tr("{subject}: not listed at {venue}", subject=symbol, venue=self._title))
        return self.by_symbol[symbol]

    def _index(self, found: dict[str, C]) -> dict[str, C]:
        if found is not self.by_id:
            self.by_id = found
            self.by_symbol = {self._instrument(one).symbol: one for one in found.values()}
        return found
