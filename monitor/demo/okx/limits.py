"""OKX's request limits: so many per two seconds on each path, counted per account (private) or per address (public).

Times are monotonic seconds. OKX says nothing of when to try again; a refused request is not counted.

Source: OKX API v5, "Rate limit" of each endpoint, as ccxt 4.5.90 carries them (cost 1 is twenty per two seconds).
"""

from __future__ import annotations

from collections import deque

from monitor.demo.limits import RateLimiter

WINDOW_S = 2.0
USUAL = 20
PER_WINDOW = {
    "/api/v5/public/time": 10,
    "/api/v5/public/mark-price": 10,
    "/api/v5/public/funding-rate": 10,
    "/api/v5/public/position-tiers": 10,
    "/api/v5/public/insurance-fund": 10,
    "/api/v5/public/discount-rate-interest-free-quota": 2,
    "/api/v5/market/candles": 40,
    "/api/v5/market/books": 40,
    "/api/v5/account/balance": 10,
    "/api/v5/account/positions": 10,
    "/api/v5/account/positions-history": 10,
    "/api/v5/account/bills": 10,
    "/api/v5/account/config": 5,
    "/api/v5/account/trade-fee": 5,
    "/api/v5/trade/orders-pending": 60,
    "/api/v5/trade/fills-history": 10,
}


class PathLimiter(RateLimiter):
    """Counts requests by path and caller; `limit` is that of paths that are not listed."""

    def __init__(self, *, enabled: bool = True) -> None:
        super().__init__(limit=USUAL, window_s=WINDOW_S, patience=None, enabled=enabled)
        self._times: dict[tuple[str, str], deque[float]] = {}

    def reset(self) -> None:
        """Forget all that was counted."""
        super().reset()
        self._times.clear()

    def allows(self, path: str, caller: str, now_s: float) -> bool:
        """Count a request, and tell whether it may pass."""
        if not self.enabled:
            return True
        times = self._times.setdefault((path, caller), deque())
        while times and times[0] <= now_s - WINDOW_S:
            times.popleft()
        if len(times) >= PER_WINDOW.get(path, self.limit):
            return False
        times.append(now_s)
        return True
