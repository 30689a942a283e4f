"""A Gate of recorded and documented answers: a real isolated long, a cross short, an inverse long."""

from __future__ import annotations

import time
from typing import Any

from tests.venues.served import Answer, payload

ESSENTIAL = (
    "/api/v4/futures/usdt/positions",
    "/api/v4/futures/usdt/accounts",
    "/api/v4/futures/btc/positions",
    "/api/v4/futures/btc/accounts",
    "/api/v4/futures/usdt/contracts",
)


def say(name: str) -> Any:
    return payload("gate", name)


def usdt_positions() -> list[Any]:
    return [*say("fetchPositions-01"), *say("positions-cross")]


def answers() -> dict[str, Answer]:
    contracts = {one["name"]: one for one in (*say("contracts-usdt"), *say("contracts-btc"))}
    single = {
        f"/api/v4/futures/{'btc' if name == 'BTC_USD' else 'usdt'}/contracts/{name}": one
        for name, one in contracts.items()
    }
    return {
        **single,
        "/api/v4/spot/time": lambda _: {"server_time": time.time_ns() // 1_000_000},
        "/api/v4/futures/usdt/contracts": say("contracts-usdt"),
        "/api/v4/futures/btc/contracts": say("contracts-btc"),
        "/api/v4/futures/usdt/accounts": say("account-usdt"),
        "/api/v4/futures/btc/accounts": say("account-btc"),
        "/api/v4/futures/usdt/positions": usdt_positions(),
        "/api/v4/futures/btc/positions": say("positions-btc"),
        "/api/v4/delivery/usdt/positions": say("no-wallet"),
        "/api/v4/futures/usdt/risk_limit_tiers": say("risk-limit-tiers"),
        "/api/v4/futures/btc/risk_limit_tiers": [{"tier": 1, "risk_limit": "100", "maintenance_rate": "0.005"}],
        "/api/v4/futures/usdt/price_orders": say("price-orders"),
        "/api/v4/futures/btc/price_orders": [],
        "/api/v4/futures/usdt/liquidates": say("liquidates"),
        "/api/v4/futures/usdt/my_trades": say("my-trades"),
        "/api/v4/futures/usdt/fee": say("fee"),
        "/api/v4/futures/btc/fee": say("fee"),
        "/api/v4/futures/usdt/candlesticks": say("candlesticks"),
        "/api/v4/account/main_keys": say("main-keys"),
    }
