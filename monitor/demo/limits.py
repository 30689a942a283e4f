"""Request limits: so much weight in a window; above it 429, and 418 with a ban for those who go on.

Times are monotonic seconds. A window begins with the first request after the last one ended (Binance's begins on the
clock's minute). Source: Binance USDⓈ-M "General Info", LIMITS; read 2026-10. Each face says its own limit and window.
"""

from __future__ import annotations

from dataclasses import dataclass

PATIENCE = 10  # requests after the first 429 until the ban
BAN_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the limiter says to a request."""

    status: int  # 200, 429 or 418
    used: int  # weight in the running window, this request included
    wait_s: float  # until it is worth trying again


class RateLimiter:
    """Counts weight for one IP: on loopback there is no other."""

    def __init__(
        self, *, limit: int, window_s: float = 60.0, patience: int | None = PATIENCE, enabled: bool = True
    ) -> None:
        """Take the limit; a `patience` of None: the venue bans nobody."""
        self.limit = limit
        self.window_s = window_s
        self.patience = patience
        self.enabled = enabled
        self._window_end = 0.0
        self._used = 0
        self._refused = 0
        self._banned_until = 0.0

    def reset(self) -> None:
        """Forget all that was counted, and any ban."""
        self._window_end = self._banned_until = 0.0
        self._used = self._refused = 0

    def spend(self, weight: int, now_s: float) -> Verdict:
        """Count a request of this weight."""
        if now_s >= self._window_end:
            self._window_end = now_s + self.window_s
            self._used = self._refused = 0
        self._used += weight
        if not self.enabled:
            return Verdict(status=200, used=self._used, wait_s=0.0)
        if now_s < self._banned_until:
            return Verdict(status=418, used=self._used, wait_s=self._banned_until - now_s)
        if self._used <= self.limit:
            return Verdict(status=200, used=self._used, wait_s=0.0)
        self._refused += 1
        if self.patience is not None and self._refused > self.patience:
            self._banned_until = now_s + BAN_S
            return Verdict(status=418, used=self._used, wait_s=BAN_S)
        return Verdict(status=429, used=self._used, wait_s=self._window_end - now_s)
