"""How fast a host may be asked. Venues count per IP address, so all accounts on one host share one Pace.

The host's own counter is read from its answers; it includes what other programs on this address use. A 429 or 418
stops every account on that host until the venue's own time is over.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from monitor.errors import RateLimitError
from monitor.venues.kept import Store

MINUTE_MS = 60_000
EASE_FROM = 0.6  # of the limit: from here reads are spread out
MOST_EASE_S = 4.0
PAUSE_MS = 10_000  # when the venue says "too fast" but not for how long

_BANNED_UNTIL = re.compile(r"banned until (\d{13})")


class Pace:
    """What one host said about its limits."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.limit = 2_400  # request weight per minute; the venue's file corrects it
        self.retry_at_ms = 0
        self.public: dict[str, Store] = {}  # answers that are the same for all accounts here, by name
        self._used = 0
        self._minute = 0

    def hear(self, status: int, headers: Mapping[str, str], body: str, now_ms: int, venue_ms: int) -> None:
        """Take in one answer.

        Args:
            now_ms: our clock. venue_ms: the venue's, whose minutes the counter follows.
        """
        lower = {name.lower(): value for name, value in headers.items()}
        used = lower.get("x-mbx-used-weight-1m", "")
        if used.isdigit():
            self._used, self._minute = int(used), venue_ms // MINUTE_MS
        if status in (418, 429):
            wait = lower.get("retry-after", "")
            banned = _BANNED_UNTIL.search(body)
            until = now_ms + (int(wait) * 1000 if wait.isdigit() else PAUSE_MS)
            if banned:
                until = max(until, now_ms + int(banned.group(1)) - venue_ms)
            self.retry_at_ms = max(self.retry_at_ms, until)

    def spend(self, weight: int, venue_ms: int) -> None:
        """Count a request of ours, where the venue does not tell what it has counted."""
        minute = venue_ms // MINUTE_MS
        if minute != self._minute:
            self._used, self._minute = 0, minute
        self._used += weight

    def check(self, now_ms: int) -> None:
        """Hold a request back while the venue wants silence.

        Raises:
            RateLimitError: nothing was sent.
        """
        if now_ms < self.retry_at_ms:
            raise self.error(now_ms)

    def error(self, now_ms: int) -> RateLimitError:
        """Return the error that says how long to wait."""
        until = max(self.retry_at_ms, now_ms + 1_000)
        seconds = (until - now_ms + 999) // 1000
        return RateLimitError(f"{self.host} asks for a pause of {seconds} s.", retry_at_ms=until)

    def ease_s(self, venue_ms: int) -> float:
        """Return how long to wait before the next full read, so that the minute's budget lasts."""
        if venue_ms // MINUTE_MS != self._minute:
            return 0.0
        excess = (self._used / self.limit - EASE_FROM) / (1 - EASE_FROM)
        return min(max(excess, 0.0), 1.0) * MOST_EASE_S


@functools.cache
def pace_of(host: str) -> Pace:
    """Return the one Pace of a host in this process."""
    return Pace(host)
