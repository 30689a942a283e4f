"""What each request costs at Binance. Source: the weight on each endpoint's page, read 2026-10."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHT_LIMIT = 2400  # a minute

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
    "/fapi/v1/allOrders": 5,
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
