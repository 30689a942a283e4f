"""Private answers about orders and what became of them: open orders, conditional orders, and the account's records.

Pure: state in, plain dicts and lists out, as Binance USDⓈ-M writes them.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo.account import Account
from monitor.demo.position import Order
from monitor.demo.symbols import Symbol
from monitor.demo.text import plain, price

Row = dict[str, object]
Symbols = Mapping[str, Symbol]


def open_orders(account: Account, symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return resting limit orders."""
    return [
        _limit_row(order, symbols)
        for order in account.orders.values()
        if order.kind == "LIMIT" and symbol in (None, order.symbol)
    ]


def open_algo_orders(account: Account, symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return resting conditional orders."""
    return [
        _algo_row(order, symbols)
        for order in account.orders.values()
        if order.kind != "LIMIT" and symbol in (None, order.symbol)
    ]


def _limit_row(order: Order, symbols: Symbols) -> Row:
    return {
        "orderId": order.id,
        "symbol": order.symbol,
        "status": "NEW",
        "clientOrderId": f"demo-{order.id}",
        "price": price(order.price),
        "avgPrice": "0.00",
        "origQty": plain(order.size or 0.0, symbols[order.symbol].step_digits),
        "executedQty": "0",
        "cumQuote": "0",
        "timeInForce": "GTC",
        "type": "LIMIT",
        "reduceOnly": order.reduce_only,
        "closePosition": False,
        "side": order.side,
        "positionSide": order.position_side,
        "stopPrice": "0",
        "workingType": order.working_type,
        "priceProtect": False,
        "origType": "LIMIT",
        "priceMatch": "NONE",
        "selfTradePreventionMode": "NONE",
        "goodTillDate": 0,
        "time": order.created_ms,
        "updateTime": order.created_ms,
    }


def _algo_row(order: Order, symbols: Symbols) -> Row:
    return {
        "algoId": order.id,
        "clientAlgoId": f"demo-{order.id}",
        "algoType": "CONDITIONAL",
        "orderType": order.kind,
        "symbol": order.symbol,
        "side": order.side,
        "positionSide": order.position_side,
        "timeInForce": "GTC",
        "quantity": plain(order.size or 0.0, symbols[order.symbol].step_digits),
        "algoStatus": "NEW",
        "triggerPrice": price(order.trigger_price),
        "price": "0.00",
        "icebergQuantity": None,
        "tpTriggerPrice": "0.00",
        "tpPrice": "0.00",
        "slTriggerPrice": "0.00",
        "slPrice": "0.00",
        "tpOrderType": "",
        "selfTradePreventionMode": "EXPIRE_MAKER",
        "workingType": order.working_type,
        "priceMatch": "NONE",
        "closePosition": order.size is None,
        "priceProtect": False,
        "reduceOnly": order.reduce_only,
        "createTime": order.created_ms,
        "updateTime": order.created_ms,
        "triggerTime": 0,
        "goodTillDate": 0,
    }


def records(
    rows: list[Row],
    *,
    symbol: str | None = None,
    kind: str | None = None,
    start_ms: int | None = None,
    end_ms: int | None = None,
    limit: int = 100,
) -> list[Row]:
    """Return the newest records that fit, oldest first; from a start on, the first ones that fit."""
    fitting = [
        row
        for row in rows
        if symbol in (None, row["symbol"])
        and kind in (None, row.get("incomeType"))
        and (start_ms is None or int(str(row["time"])) >= start_ms)
        and (end_ms is None or int(str(row["time"])) <= end_ms)
    ]
    return fitting[:limit] if start_ms is not None else fitting[-limit:]
