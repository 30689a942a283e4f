"""What every channel is given, and what it answers. A channel never raises: it says in one sentence how it went."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from monitor.language import mark, translated

DEADLINE_S = 10.0  # for one sending, all in all
LEVEL_WORDS = (mark("Note"), mark("Warning"), mark("DANGER"), mark("CRITICAL"))  # as a machine is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message: of one alarm, or of several that came at once."""

    keys: tuple[str, ...]  # of the alarms in it; none: a note that cannot be acknowledged
    level: int
    title: str  # one line, plain text
    text: str  # plain text, may hold line breaks
    at_ms: int  # UTC
    event_ids: tuple[int, ...] = ()  # the lines of the journal that it tells
    is_system: bool = False  # about Marginwatch itself
    is_test: bool = False

    @property
    def number(self) -> str:
        """What names this message, the same at each attempt: a receiver can tell a duplicate by it."""
        text = f"{self.event_ids}|{self.keys}|{self.at_ms}|{self.level}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def headline(self) -> str:
        """The title with the level's word before it."""
        test = "TEST " if self.is_test and not self.title.startswith("TEST") else ""
        return f"{test}{translated(LEVEL_WORDS[max(0, min(3, self.level))])}: {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryResult:
    """Whether a channel took a message, and one sentence."""

    ok: bool
    detail: str
    receipt: str = ""  # the channel's number for it, by which it can be asked whether somebody has seen it
    can_retry: bool = True  # False: this machine has no such channel
    retry_after_s: float | None = None  # the service asks for a pause


class Channel(Protocol):
    """One way out of the program."""

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Send a message; never raises, and answers within the deadline."""
        ...

    async def seen(self, receipt: str) -> int | None:
        """Return when somebody acknowledged a message at the service (ms UTC), None while nobody has."""
        ...

    async def withdraw(self, receipt: str) -> None:
        """The alarm is settled: let the service stop asking for an acknowledgement; never raises."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class WithoutReceipts:
    """The part of a channel whose service cannot say whether anybody has seen a message."""

    async def seen(self, receipt: str) -> int | None:
        """Nobody can tell."""
        return None

    async def withdraw(self, receipt: str) -> None:
        """Nothing to stop."""

    async def close(self) -> None:
        """Nothing is held open."""


Acknowledged = Callable[[str], None]  # called in the event loop with an alarm's key
