"""The rows of an account's past, as Binance USDⓈ-M writes them: trades, income, forced orders."""

from __future__ import annotations

from monitor.demo.records import Fill, Income
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain, price

Row = dict[str, object]


def trade(fill: Fill, symbol: Symbol) -> Row:
    """Return a row of userTrades."""
    return {
        "symbol": fill.symbol,
        "id": fill.trade_id,
        "orderId": fill.order_id,
        "side": fill.side,
        "price": price(fill.price),
        "qty": plain(fill.size, symbol.step_digits),
        "realizedPnl": money(fill.realized),
        "quoteQty": money(fill.size * fill.price),
        "commission": money(fill.fee),
        "commissionAsset": "USDT",
        "time": fill.at_ms,
        "positionSide": fill.position_side,
        "buyer": fill.side == "BUY",
        "maker": fill.kind == "LIMIT",
    }


def income(record: Income) -> Row:
    """Return a row of income; what the account pays is negative [USDT]."""
    return {
        "symbol": record.symbol,
        "incomeType": record.kind,
        "income": money(record.amount),
        "asset": "USDT",
        "info": record.kind,
        "time": record.at_ms,
        "tranId": record.id,
        "tradeId": str(record.trade_id) if record.trade_id else "",
    }


def done_order(fill: Fill, symbol: Symbol) -> Row:
    """Return a row of allOrders, or of forceOrders where the exchange closed by force."""
    size = plain(fill.size, symbol.step_digits)
    return {
        "orderId": fill.order_id,
        "symbol": fill.symbol,
        "status": "FILLED",
        "clientOrderId": fill.client_id,
        "price": price(fill.price),
        "avgPrice": price(fill.price),
        "origQty": size,
        "executedQty": size,
        "cumQuote": money(fill.size * fill.price),
        "timeInForce": "IOC",
        "type": "LIMIT",
        "reduceOnly": False,
        "closePosition": False,
        "side": fill.side,
        "positionSide": fill.position_side,
        "stopPrice": "0",
        "workingType": "CONTRACT_PRICE",
        "origType": "LIMIT",
        "time": fill.at_ms,
        "updateTime": fill.at_ms,
    }
