"""Every request the demo exchange has received, so that a test can prove that nothing was written.

A request is a read when its venue's face has it on its list of reads; everything else counts as a write.
"""

from __future__ import annotations

import msgspec

KEPT_ENTRIES = 200_000


class LogEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One request, or one text frame on a WebSocket."""

    at_ms: int  # wall
    venue: str
    method: str  # "GET", …; "WS" for a frame, "WS-OPEN" for a handshake
    path: str
    account: str | None  # label of the key that was sent; None: no key, or an unknown one
    is_write: bool
    text: str = ""  # of a frame


class RequestLog:
    """An append-only list of entries."""

    def __init__(self) -> None:
        self.entries: list[LogEntry] = []

    def add(self, entry: LogEntry) -> None:
        """Append an entry; the oldest goes when there are too many."""
        self.entries.append(entry)
        if len(self.entries) > KEPT_ENTRIES:
            del self.entries[: KEPT_ENTRIES // 10]

    def writes(self) -> list[LogEntry]:
        """Return the entries that are not reads."""
        return [entry for entry in self.entries if entry.is_write]
