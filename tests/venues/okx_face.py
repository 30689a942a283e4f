"""An OKX of recorded and documented answers: three positions, one symbol held in cross and isolated at once."""

from __future__ import annotations

import time
from typing import Any

from tests.venues.served import Answer, payload

EMPTY: dict[str, Any] = {"code": "0", "msg": "", "data": []}
ESSENTIAL = ("/api/v5/account/positions", "/api/v5/account/balance", "/api/v5/public/instruments")


def positions() -> dict[str, Any]:
    """Return three real positions as one answer."""
    return {
        **EMPTY,
        "data": [row for number in (1, 2, 3) for row in payload("okx", f"fetchPosition-0{number}")["data"]],
    }


def answers() -> dict[str, Answer]:
    def say(name: str) -> Any:
        return payload("okx", name)

    return {
        "/api/v5/public/time": lambda _: {**EMPTY, "data": [{"ts": str(time.time_ns() // 1_000_000)}]},
        "/api/v5/public/instruments": lambda params: say(f"instruments-{params['instType'].lower()}"),
        "/api/v5/public/position-tiers": lambda params: say(f"position-tiers-{params['instFamily'].lower()}"),
        "/api/v5/public/funding-rate": say("funding"),
        "/api/v5/public/discount-rate-interest-free-quota": say("discounts"),
        "/api/v5/public/mark-price": say("mark-price"),
        "/api/v5/market/candles": say("candles"),
        "/api/v5/account/balance": say("balance"),
        "/api/v5/account/positions": positions(),
        "/api/v5/account/config": say("config"),
        "/api/v5/account/trade-fee": say("trade-fee"),
        "/api/v5/account/positions-history": say("positions-history"),
        "/api/v5/trade/orders-algo-pending": lambda params: say(f"algo-{params['ordType']}"),
    }
