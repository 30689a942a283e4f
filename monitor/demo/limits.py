"""Request weights per minute: 429 above the limit, 418 and a ban for those who go on.

Times are monotonic seconds. The minute begins with the first request after the last one ended (Binance's begins on the
clock's minute). Source: Binance USDⓈ-M "General Info", LIMITS, and the weight of each endpoint's page; read 2026-10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WEIGHT_LIMIT = 2400
WINDOW_S = 60.0
PATIENCE = 10  # requests after the first 429 until the ban
BAN_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the limiter says to a request."""

    status: int  # 200, 429 or 418
    used: int  # weight in the running minute, this request included
    wait_s: float  # until it is worth trying again


class RateLimiter:
    """Counts weight for one IP: on loopback there is no other."""

    def __init__(self, *, limit: int = WEIGHT_LIMIT, enabled: bool = True) -> None:
        self.limit = limit
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
            self._window_end = now_s + WINDOW_S
            self._used = self._refused = 0
        self._used += weight
        if not self.enabled:
            return Verdict(status=200, used=self._used, wait_s=0.0)
        if now_s < self._banned_until:
            return Verdict(status=418, used=self._used, wait_s=self._banned_until - now_s)
        if self._used <= self.limit:
            return Verdict(status=200, used=self._used, wait_s=0.0)
        self._refused += 1
        if self._refused > PATIENCE:
            self._banned_until = now_s + BAN_S
            return Verdict(status=418, used=self._used, wait_s=BAN_S)
        return Verdict(status=429, used=self._used, wait_s=self._window_end - now_s)


_PLAIN = {
    "/fapi/v2/account": 5,
    "/fapi/v3/account": 5,
    "/fapi/v2/balance": 5,
    "/fapi/v3/balance": 5,
    "/fapi/v2/positionRisk": 5,
    "/fapi/v3/positionRisk": 5,
    "/fapi/v1/symbolConfig": 5,
    "/fapi/v1/accountConfig": 5,
    "/fapi/v1/adlQuantile": 5,
    "/fapi/v1/userTrades": 5,
    "/fapi/v1/income": 30,
    "/fapi/v1/commissionRate": 20,
    "/fapi/v1/positionSide/dual": 30,
    "/fapi/v1/multiAssetsMargin": 30,
}
_WITHOUT_SYMBOL = {  # with a symbol, without
    "/fapi/v1/openOrders": (1, 40),
    "/fapi/v1/openAlgoOrders": (1, 40),
    "/fapi/v1/forceOrders": (20, 50),
    "/fapi/v1/premiumIndex": (1, 10),
    "/fapi/v1/ticker/24hr": (1, 40),
    "/fapi/v1/ticker/price": (1, 2),
    "/fapi/v2/ticker/price": (1, 2),
    "/fapi/v1/ticker/bookTicker": (2, 5),
    "/fapi/v1/apiTradingStatus": (1, 10),
}
_BY_LIMIT = {  # default limit, then (up to, weight)
    "/fapi/v1/depth": (500, ((50, 2), (100, 5), (500, 10), (1000, 20))),
    "/fapi/v1/klines": (500, ((99, 1), (499, 2), (1000, 5), (1500, 10))),
}


def weight_of(path: str, query: Mapping[str, str]) -> int:
    """Return what a request costs; 1 where nothing else is known."""
    if path in _PLAIN:
        return _PLAIN[path]
    if path in _WITHOUT_SYMBOL:
        return _WITHOUT_SYMBOL[path][0 if query.get("symbol") else 1]
    if path in _BY_LIMIT:
        default, steps = _BY_LIMIT[path]
        text = query.get("limit", "")
        wanted = int(text) if text.isdigit() else default
        return next((weight for most, weight in steps if wanted <= most), steps[-1][1])
    return 1
