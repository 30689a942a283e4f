"""What the streams of every venue with listed contracts are given: whose they are, and which contracts are held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from monitor.venues.schedule import Contracts
from monitor.venues.venue import Client, Streams

C = TypeVar("C")


class ListedStreams(Streams, Generic[C]):
    """The streams of one account at a venue that lists contracts."""

    def __init__(
        self,
        client: Client,
        contracts: Contracts[C],
        held: Callable[[], frozenset[str]],
        *,
        orders_changed: Callable[[], None],
    ) -> None:
        """Take the contracts that are listed, the unified symbols held now, and what makes orders be read anew."""
        self._client = client
        self._contracts = contracts
        self._held = held
        self._orders_changed = orders_changed
        self.begin()

    def begin(self) -> None:
        """Note the addresses, and what else a venue's streams remember."""

    def mark_topics(self, url: str) -> frozenset[str]:
        """Return the venue's names of the held contracts."""
        return frozenset(self._contracts.instrument(symbol).venue_symbol for symbol in self._held())
