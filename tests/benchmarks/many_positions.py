"""A Binance USDⓈ-M of many contracts in a process of its own, so that its work is not counted as ours.

`python many_positions.py POSITIONS` prints its port; requests with the key "hang" are never answered.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from aiohttp import web

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.venues.served import payload

LISTED = 500


def names() -> list[str]:
    return [f"C{number:03d}" for number in range(LISTED)]


def exchange_info() -> dict[str, Any]:
    filters = [
        {"filterType": "PRICE_FILTER", "tickSize": "0.10", "minPrice": "0.1", "maxPrice": "1000000"},
        {"filterType": "LOT_SIZE", "stepSize": "0.001", "minQty": "0.001", "maxQty": "1000"},
        {"filterType": "MARKET_LOT_SIZE", "stepSize": "0.001", "minQty": "0.001", "maxQty": "120"},
        {"filterType": "MIN_NOTIONAL", "notional": "5"},
    ]
    symbols = [
        {
            "symbol": f"{base}USDT",
            "pair": f"{base}USDT",
            "contractType": "PERPETUAL",
            "deliveryDate": 4133404800000,
            "onboardDate": 1569398400000,
            "status": "TRADING",
            "baseAsset": base,
            "quoteAsset": "USDT",
            "marginAsset": "USDT",
            "pricePrecision": 2,
            "quantityPrecision": 3,
            "baseAssetPrecision": 8,
            "quotePrecision": 8,
            "underlyingType": "COIN",
            "underlyingSubType": [],
            "settlePlan": 0,
            "triggerProtect": "0.05",
            "liquidationFee": "0.0125",
            "marketTakeBound": "0.05",
            "filters": filters,
            "orderTypes": ["LIMIT", "MARKET"],
            "timeInForce": ["GTC"],
        }
        for base in names()
    ]
    limit = {"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 2400}
    return {"timezone": "UTC", "serverTime": 1, "rateLimits": [limit], "assets": [], "symbols": symbols}


def position(base: str) -> dict[str, Any]:
    row: dict[str, Any] = dict(payload("binance", "fetchPositions-01")[0])
    row.update(symbol=f"{base}USDT", positionAmt="0.009", entryPrice="59000.0", markPrice="60000.0")
    return row


def account(held: int) -> dict[str, Any]:
    whole: dict[str, Any] = dict(payload("binance", "fetchPositions-03"))
    first = dict(whole["positions"][0])
    rows = [{**first, "symbol": f"{base}USDT", "positionAmt": "0.009"} for base in names()[:held]]
    return {**whole, "positions": rows, "totalMaintMargin": "2.4", "totalInitialMargin": "7.5"}


def bodies(held: int) -> dict[str, bytes]:
    tiers = payload("binance", "fetchLeverageTiers-01")[0]["brackets"]
    premium = {"lastFundingRate": "0.0001", "nextFundingTime": 1_764_028_800_000, "time": 1, "indexPrice": "60000"}
    answers: dict[str, Any] = {
        "/fapi/v1/exchangeInfo": exchange_info(),
        "/fapi/v1/fundingInfo": [],
        "/fapi/v3/account": account(held),
        "/fapi/v3/positionRisk": [position(base) for base in names()[:held]],
        "/fapi/v1/leverageBracket": [{"symbol": f"{base}USDT", "brackets": tiers} for base in names()],
        "/fapi/v1/symbolConfig": [
            {"symbol": f"{base}USDT", "marginType": "CROSSED", "isAutoAddMargin": False, "leverage": 20}
            for base in names()
        ],
        "/fapi/v1/accountConfig": {"dualSidePosition": False, "multiAssetsMargin": False},
        "/fapi/v1/commissionRate": {"symbol": "C000USDT", "takerCommissionRate": "0.0005"},
        "/fapi/v1/openOrders": [],
        "/fapi/v1/openAlgoOrders": [],
        "/fapi/v1/premiumIndex": [{"symbol": f"{base}USDT", "markPrice": "60000", **premium} for base in names()],
        "/sapi/v1/account/apiRestrictions": {"enableReading": True, "ipRestrict": True},
    }
    return {path: json.dumps(answer).encode() for path, answer in answers.items()}


async def main(held: int) -> None:
    found = bodies(held)

    async def handle(request: web.Request) -> web.StreamResponse:
        if request.headers.get("X-MBX-APIKEY") == "hang":
            await asyncio.sleep(3_600)
        if request.path == "/fapi/v1/time":
            return web.json_response({"serverTime": time.time_ns() // 1_000_000})
        body = found.get(request.path)
        if body is None:
            return web.json_response({"code": -1, "msg": "no such path"}, status=404)
        response = web.Response(body=body, content_type="application/json")
        response.enable_compression(web.ContentCoding.gzip)
        return response

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # ends with whoever started it


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
