"""The key of one account: asked before anything else is read, then daily. One that may move money reads nothing."""

from __future__ import annotations

from dataclasses import replace

from monitor.errors import KeyRejectedError, VenueError
from monitor.language import tr
from monitor.model import KeyFacts
from monitor.venues.kept import DAY_MS, MINUTE_MS
from monitor.venues.venue import Client, Venue


class KeyCheck:
    """Knows what the venue last said of a key; where it cannot be asked again, that stands, with its date."""

    def __init__(self, client: Client, venue: Venue) -> None:
        self._client = client
        self._venue = venue
        self._due_ms = 0
        self.facts = client.config.key or KeyFacts()

    @property
    def cleared(self) -> bool:
        """Whether the account may be read while the next check is under way."""
        return self._due_ms > 0 and self.facts.rights != "can withdraw"

    async def renew(self, now_ms: int) -> KeyFacts:
        """Return what is known of the key; ask where that is due: daily, each minute while it is refused or unknown."""
        if now_ms < self._due_ms:
            return self.facts
        try:
            found = await self._venue.key_facts(self._client)
        except VenueError as error:
            self._due_ms = now_ms + MINUTE_MS
            self.facts = replace(self.facts, why=tr("it could not be asked: {error}", error=error))
        else:
            refused = found.rights == "can withdraw"
            self._due_ms = now_ms + (MINUTE_MS if refused else DAY_MS)
            self.facts = replace(found, checked_ms=now_ms)
        return self.facts

    def refuse(self) -> None:
        """Stop where the key may move money.

        Raises:
            KeyRejectedError: it may; the sentence says with which rights.
        """
        if self.facts.rights == "can withdraw":
            words = f" ({', '.join(self.facts.beyond)})" if self.facts.beyond else ""
            raise KeyRejectedError(
                tr(
                    "{account}: this key may withdraw or transfer money{words}; it is not used.",
                    account=self._client.config.id,
                    words=words,
                ),
                advice=tr("Switch that right off at the venue, or make a key that may only read and store it here."),
            )

    def forget(self) -> None:
        """Ask again at the next read."""
        self._due_ms = min(self._due_ms, 1)
