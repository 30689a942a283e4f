"""A Bitget of recorded and documented answers: a classic account, and a unified one; each refuses the other's paths."""

from __future__ import annotations

import time
from typing import Any

from tests.venues.served import Answer, payload

EMPTY: dict[str, Any] = {"code": "00000", "msg": "success", "requestTime": 1, "data": []}
ESSENTIAL = (
    "/api/v2/mix/position/all-position",
    "/api/v2/mix/account/accounts",
    "/api/v2/mix/market/contracts",
    "/api/v3/account/settings",
)
UNIFIED_ESSENTIAL = ("/api/v3/position/current-position", "/api/v3/account/assets", "/api/v3/account/settings")


def say(name: str) -> Any:
    return payload("bitget", name)


def _common() -> dict[str, Answer]:
    now = {"code": "00000", "msg": "success", "data": {"serverTime": str(time.time_ns() // 1_000_000)}}
    return {
        "/api/v2/public/time": now,
        "/api/v2/mix/market/contracts": lambda params: say(f"contracts-{params['productType'].lower()}"),
        "/api/v2/mix/market/current-fund-rate": say("funding"),
        "/api/v2/mix/market/symbol-price": lambda params: _price(params["symbol"]),
        "/api/v2/mix/market/candles": say("candles"),
    }


def _price(symbol: str) -> Any:
    answer = say("symbol-price")
    answer["data"][0]["symbol"] = symbol
    return answer


def positions(params: dict[str, Any]) -> Any:
    rows = {
        "USDT-FUTURES": [*say("fetchPositions-03")["data"], *say("fetchPositions-01")["data"]],
        "COIN-FUTURES": say("positions-coin")["data"],
    }
    return {**EMPTY, "data": rows.get(params["productType"], [])}


def accounts(params: dict[str, Any]) -> Any:
    product = params["productType"].lower()
    return EMPTY if product == "usdc-futures" else say(f"accounts-{product}")


def plans(params: dict[str, Any]) -> Any:
    none = {**EMPTY, "data": {"entrustedList": None, "endId": None}}
    return say(f"plan-{params['planType']}") if params["productType"] == "USDT-FUTURES" else none


def answers() -> dict[str, Answer]:
    refused = say("classic-refusal")
    return {
        **_common(),
        "/api/v3/account/settings": refused,
        "/api/v3/account/info": refused,
        "/api/v2/mix/account/accounts": accounts,
        "/api/v2/mix/position/all-position": positions,
        "/api/v2/mix/position/adlRank": say("fetchPositionsADLRank-01"),
        "/api/v2/mix/market/query-position-lever": say("fetchLeverageTiers-01"),
        "/api/v2/mix/order/orders-plan-pending": plans,
        "/api/v2/mix/order/orders-history": say("orders-history"),
        "/api/v2/common/trade-rate": say("fee-rate"),
        "/api/v2/spot/account/info": say("key"),
    }


def unified_answers() -> dict[str, Answer]:
    refused = {**say("classic-refusal"), "code": "40085"}
    none = {**EMPTY, "data": {"list": None}}

    def unified_positions(params: dict[str, Any]) -> Any:
        return say("fetchPositions-04") if params["category"] == "USDT-FUTURES" else none

    return {
        **_common(),
        "/api/v2/mix/account/accounts": refused,
        "/api/v2/mix/position/all-position": refused,
        "/api/v3/account/settings": say("unified-settings"),
        "/api/v3/account/info": say("unified-key"),
        "/api/v3/account/assets": say("unified-assets"),
        "/api/v3/position/current-position": unified_positions,
        "/api/v3/position/adlRank": say("fetchPositionsADLRank-01"),
        "/api/v3/trade/unfilled-strategy-orders": say("unified-stops"),
        "/api/v3/trade/history-orders": say("unified-history"),
        "/api/v3/account/fee-rate": say("fee-rate"),
        "/api/v3/market/position-tier": say("fetchMarketLeverageTiers-01"),
        "/api/v3/market/discount-rate": say("unified-discounts"),
    }
