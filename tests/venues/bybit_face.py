"""A Bybit of recorded and documented answers: one long in USDT, one short in BTC, one long in USDC."""

from __future__ import annotations

import time
from typing import Any

from tests.venues.served import Answer, payload

EMPTY: dict[str, Any] = {"retCode": 0, "retMsg": "OK", "result": {"list": [], "nextPageCursor": ""}, "time": 1}
ESSENTIAL = (
    "/v5/position/list",
    "/v5/account/wallet-balance",
    "/v5/account/info",
    "/v5/market/instruments-info",
)


def answers() -> dict[str, Answer]:
    def say(name: str) -> Any:
        return payload("bybit", name)

    def positions(params: dict[str, Any]) -> Any:
        names = {
            ("linear", "USDT"): "fetchPositions-01",
            ("linear", "USDC"): "positions-usdc",
            ("inverse", None): "fetchPositions-02",
        }
        name = names.get((params["category"], params.get("settleCoin")))
        return EMPTY if name is None else say(name)

    def tiers(params: dict[str, Any]) -> Any:
        answer = say("risk-limit")
        answer["result"]["list"] = [{**tier, "symbol": params["symbol"]} for tier in answer["result"]["list"]]
        return answer

    def now(_: Any) -> Any:
        at_ns = time.time_ns()
        result = {"timeSecond": str(at_ns // 10**9), "timeNano": str(at_ns)}
        return {"retCode": 0, "result": result, "time": at_ns // 10**6}

    return {
        "/v5/market/time": now,
        "/v5/market/instruments-info": lambda params: say(f"instruments-{params['category']}"),
        "/v5/market/tickers": say("tickers"),
        "/v5/market/risk-limit": tiers,
        "/v5/market/kline": say("kline"),
        "/v5/spot-margin-trade/collateral": say("collateral"),
        "/v5/position/list": positions,
        "/v5/account/wallet-balance": say("wallet"),
        "/v5/account/info": say("account-info"),
        "/v5/account/fee-rate": say("fee-rate"),
        "/v5/order/realtime": lambda params: say("orders") if params.get("settleCoin") == "USDT" else EMPTY,
        "/v5/execution/list": say("executions"),
        "/v5/user/query-api": say("key"),
    }
