"""A KuCoin of recorded and documented answers: an isolated long, a cross long and an inverse cross short."""

from __future__ import annotations

import time
from typing import Any

from tests.venues.served import Answer, payload

ESSENTIAL = (
    "/api/v1/positions",
    "/api/v1/account-overview",
    "/api/v1/contracts/active",
    "/api/ua/v1/account/mode",
)


def say(name: str) -> Any:
    return payload("kucoinfutures", name)


def positions() -> dict[str, Any]:
    rows = [*say("fetchPositions-01")["data"], *say("positions-cross")["data"]]
    return {"code": "200000", "data": rows}


def overview(params: dict[str, Any]) -> Any:
    return say(f"overview-{params['currency'].lower()}")


def answers() -> dict[str, Answer]:
    contracts = say("contracts")
    single = {f"/api/v1/contracts/{one['symbol']}": {"code": "200000", "data": one} for one in contracts["data"]}
    return {
        **single,
        "/api/v1/timestamp": lambda _: {"code": "200000", "data": time.time_ns() // 1_000_000},
        "/api/v1/contracts/active": contracts,
        "/api/v1/contracts/risk-limit/LTCUSDTM": say("risk-limit"),
        "/api/v1/positions": positions(),
        "/api/v1/account-overview": overview,
        "/api/v2/position/getPositionMode": say("position-mode"),
        "/api/v1/stopOrders": say("stop-orders"),
        "/api/v1/fills": say("fills"),
        "/api/v1/trade-fees": say("trade-fees"),
        "/api/v1/kline/query": say("candles"),
        "/api/ua/v1/account/mode": say("account-mode"),
        "/api/v1/user/api-key": say("key"),
    }
