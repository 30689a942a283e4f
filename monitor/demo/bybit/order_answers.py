"""Private answers of the Bybit face about orders and what became of them. Pure; rows as v5 writes them."""

from __future__ import annotations

from monitor.demo.account import Account
from monitor.demo.bybit.account_answers import INDEX
from monitor.demo.position import Order
from monitor.demo.records import Fill
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain, price

Row = dict[str, object]

_TRIGGERS = {"MARK_PRICE": "MarkPrice", "CONTRACT_PRICE": "LastPrice"}


def open_orders(account: Account, symbol: str | None) -> list[Row]:
    """Return resting orders, conditional ones too."""
    return [
        order_row(account, order, "New" if order.kind == "LIMIT" else "Untriggered")
        for order in account.orders.values()
        if symbol in (None, order.symbol)
    ]


def order_row(account: Account, order: Order, status: str) -> Row:
    """Return a row of order/realtime, and of the stream's topic `order`."""
    contract = account.rules.symbols[order.symbol]
    limit = order.kind == "LIMIT"
    size = plain(_size(account, order), contract.step_digits)
    resting = size if status in ("New", "Untriggered") else "0"
    return {
        "category": "linear",
        "symbol": order.symbol,
        "orderId": f"demo-{order.id}",
        "orderLinkId": "",
        "orderType": "Limit" if limit else "Market",
        "orderStatus": status,
        "stopOrderType": _stop_type(order),
        "side": "Buy" if order.side == "BUY" else "Sell",
        "positionIdx": INDEX[order.position_side],
        "price": price(order.price) if limit else "0",
        "qty": size,
        "leavesQty": resting,
        "leavesValue": "0",
        "cumExecQty": "0",
        "cumExecValue": "0",
        "cumExecFee": "0",
        "avgPrice": "",
        "triggerPrice": "" if limit else price(order.trigger_price),
        "triggerBy": "" if limit else _TRIGGERS[order.working_type],
        "triggerDirection": 0 if limit else 1 if order.waits_for_rise else 2,
        "tpslMode": "Full" if order.size is None else "",
        "timeInForce": "GTC" if limit else "IOC",
        "reduceOnly": order.reduce_only,
        "closeOnTrigger": order.size is None,
        "lastPriceOnCreated": "",
        "cancelType": "UNKNOWN",
        "rejectReason": "EC_NoError",
        "createType": "CreateByUser",
        "createdTime": str(order.created_ms),
        "updatedTime": str(order.created_ms),
    }


def _stop_type(order: Order) -> str:
    if order.kind == "LIMIT":
        return ""
    if order.kind == "TAKE_PROFIT_MARKET":
        return "TakeProfit"
    return "StopLoss" if order.size is None else "Stop"


def _size(account: Account, order: Order) -> float:
    """What it trades: one that closes the position, the position's size now."""
    if order.size is not None:
        return order.size
    position = account.positions.get((order.symbol, order.position_side))
    return abs(position.size) if position is not None else 0.0


def filled_row(fill: Fill, contract: Symbol) -> Row:
    """Return the row of an order that was filled at once, for the stream's topic `order`."""
    size = plain(fill.size, contract.step_digits)
    stamp = str(fill.at_ms)
    return {
        "category": "linear",
        "symbol": fill.symbol,
        "orderId": str(fill.order_id),
        "orderLinkId": fill.client_id,
        "orderType": "Limit" if fill.kind == "LIMIT" else "Market",
        "orderStatus": "Filled",
        "stopOrderType": "",
        "side": "Buy" if fill.is_buy else "Sell",
        "positionIdx": INDEX[fill.position_side],
        "price": price(fill.price),
        "qty": size,
        "leavesQty": "0",
        "cumExecQty": size,
        "cumExecValue": money(fill.size * fill.price),
        "cumExecFee": money(fill.fee),
        "avgPrice": price(fill.price),
        "triggerPrice": "",
        "reduceOnly": fill.reduce_only,
        "closeOnTrigger": False,
        "timeInForce": "GTC" if fill.kind == "LIMIT" else "IOC",
        "cancelType": "UNKNOWN",
        "rejectReason": "EC_NoError",
        "createType": "CreateByLiq" if fill.kind == "LIQUIDATION" else "CreateByUser",
        "createdTime": stamp,
        "updatedTime": stamp,
    }


def executions(
    account: Account, symbol: str | None, kind: str | None, start_ms: int | None, end_ms: int | None
) -> list[Row]:
    """Return what was executed, the newest first."""
    rows = [
        execution_row(fill, account.rules.symbols[fill.symbol])
        for fill in reversed(account.trades)
        if symbol in (None, fill.symbol)
        and (start_ms is None or fill.at_ms >= start_ms)
        and (end_ms is None or fill.at_ms <= end_ms)
    ]
    return [row for row in rows if kind in (None, row["execType"])]


def execution_row(fill: Fill, contract: Symbol) -> Row:
    """Return a row of execution/list, and of the stream's topic `execution`."""
    value = fill.size * fill.price
    return {
        "category": "linear",
        "symbol": fill.symbol,
        "orderId": str(fill.order_id),
        "orderLinkId": fill.client_id,
        "orderType": "Limit" if fill.kind == "LIMIT" else "Market",
        "stopOrderType": "UNKNOWN",
        "side": "Buy" if fill.is_buy else "Sell",
        "execId": str(fill.trade_id),
        "execType": "BustTrade" if fill.kind == "LIQUIDATION" else "Trade",
        "execPrice": price(fill.price),
        "execQty": plain(fill.size, contract.step_digits),
        "execValue": money(value),
        "execFee": money(fill.fee),
        "feeRate": f"{fill.fee / value if value else 0:.6f}",
        "execPnl": money(fill.realized),
        "execTime": str(fill.at_ms),
        "leavesQty": "0",
        "closedSize": plain(fill.size if fill.reduce_only else 0.0, contract.step_digits),
        "isMaker": fill.kind == "LIMIT",
        "markPrice": price(fill.price),
        "seq": fill.trade_id,
    }
