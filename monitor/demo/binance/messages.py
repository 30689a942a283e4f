"""The user data stream's messages of the demo exchange, as Binance USDⓈ-M writes them.

Source: Binance, USDⓈ-M futures, "User Data Streams": ACCOUNT_UPDATE, ORDER_TRADE_UPDATE, ALGO_UPDATE, MARGIN_CALL;
read 2026-10. Times are wall ms.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo.news import AccountChanged, Filled, MarginCalled, News, OrderChanged
from monitor.demo.position import Order
from monitor.demo.records import Fill
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain, price

Event = dict[str, object]


def messages_of(news: News, symbols: Mapping[str, Symbol]) -> list[Event]:
    """Return what the user data stream tells of a piece of news."""
    match news:
        case Filled(fill=fill):
            return [order_filled(fill, symbols[fill.symbol])]
        case OrderChanged(order=order):
            return [order_changed(order, symbols[order.symbol], status=news.status, at_ms=news.at_ms)]
        case AccountChanged():
            return [account_update(news)]
        case MarginCalled():
            return [margin_call(news)]


def account_update(news: AccountChanged) -> Event:
    """Return ACCOUNT_UPDATE for positions as they are now; a closed one has size 0."""
    balance = {
        "a": "USDT",
        "wb": money(news.wallet_balance),
        "cw": money(news.wallet),
        "bc": money(news.change),
    }
    rows = [
        {
            "s": position.symbol,
            "pa": f"{position.size:.10g}",
            "ep": price(position.entry) if position.size else "0",
            "bep": price(position.entry) if position.size else "0",
            "cr": "0",
            "up": money(position.pnl(news.marks[position.symbol])),
            "mt": "isolated" if position.isolated else "cross",
            "iw": money(position.isolated_wallet),
            "ps": position.position_side,
            "ma": "USDT",
        }
        for position in news.touched
    ]
    body = {"m": news.reason, "B": [balance], "P": rows}
    return {"e": "ACCOUNT_UPDATE", "E": news.at_ms, "T": news.at_ms, "a": body}


def order_filled(fill: Fill, symbol: Symbol) -> Event:
    """Return ORDER_TRADE_UPDATE of an order that was filled at once."""
    size = plain(fill.size, symbol.step_digits)
    order = {
        "s": fill.symbol,
        "c": fill.client_id,
        "S": fill.side,
        "o": fill.kind,
        "f": "IOC" if fill.kind == "LIQUIDATION" else "GTC",
        "q": size,
        "p": "0",
        "ap": price(fill.price),
        "sp": "0",
        "x": "TRADE",
        "X": "FILLED",
        "i": fill.order_id,
        "l": size,
        "z": size,
        "L": price(fill.price),
        "N": "USDT",
        "n": money(fill.fee),
        "T": fill.at_ms,
        "t": fill.trade_id,
        "b": "0",
        "a": "0",
        "m": fill.kind == "LIMIT",
        "R": fill.reduce_only,
        "wt": "CONTRACT_PRICE",
        "ot": fill.kind,
        "ps": fill.position_side,
        "cp": False,
        "rp": money(fill.realized),
        "pP": False,
        "V": "NONE",
        "pm": "NONE",
        "gtd": 0,
    }
    return {"e": "ORDER_TRADE_UPDATE", "E": fill.at_ms, "T": fill.at_ms, "o": order}


def order_changed(order: Order, symbol: Symbol, *, status: str, at_ms: int) -> Event:
    """Return the message that a resting order is gone, or that a conditional one was triggered."""
    if order.kind != "LIMIT":
        return algo_update(order, symbol, status=status, at_ms=at_ms)
    size = plain(order.size or 0.0, symbol.step_digits)
    body = {
        "s": order.symbol,
        "c": f"demo-{order.id}",
        "S": order.side,
        "o": order.kind,
        "f": "GTC",
        "q": size,
        "p": price(order.price),
        "ap": "0",
        "sp": "0",
        "x": status,
        "X": status,
        "i": order.id,
        "l": "0",
        "z": "0",
        "L": "0",
        "T": at_ms,
        "t": 0,
        "R": order.reduce_only,
        "wt": order.working_type,
        "ot": order.kind,
        "ps": order.position_side,
        "cp": False,
        "rp": "0",
    }
    return {"e": "ORDER_TRADE_UPDATE", "E": at_ms, "T": at_ms, "o": body}


def algo_update(order: Order, symbol: Symbol, *, status: str, at_ms: int) -> Event:
    """Return ALGO_UPDATE of a conditional order: NEW, TRIGGERED, FINISHED, CANCELED or EXPIRED."""
    body = {
        "caid": f"demo-{order.id}",
        "aid": order.id,
        "at": "CONDITIONAL",
        "o": order.kind,
        "s": order.symbol,
        "S": order.side,
        "ps": order.position_side,
        "f": "GTC",
        "q": plain(order.size or 0.0, symbol.step_digits),
        "X": status,
        "ai": "",
        "ap": "0",
        "aq": "0",
        "act": "0",
        "tp": price(order.trigger_price),
        "p": "0",
        "V": "NONE",
        "wt": order.working_type,
        "pm": "NONE",
        "cp": order.size is None,
        "pP": False,
        "R": order.reduce_only,
        "tt": 0,
        "gtd": 0,
        "rm": "",
    }
    return {"e": "ALGO_UPDATE", "T": at_ms, "E": at_ms, "o": body}


def margin_call(news: MarginCalled) -> Event:
    """Return MARGIN_CALL for the positions of a pool whose ratio is high."""
    pool = news.pool
    rows = [
        {
            "s": position.symbol,
            "ps": position.position_side,
            "pa": f"{position.size:.10g}",
            "mt": "ISOLATED" if position.isolated else "CROSSED",
            "iw": money(position.isolated_wallet),
            "mp": price(news.marks[position.symbol]),
            "up": money(position.pnl(news.marks[position.symbol])),
            "mm": money(pool.rules.requirement((position,), news.marks[position.symbol])),
        }
        for position in pool.positions
    ]
    event: Event = {"e": "MARGIN_CALL", "E": news.at_ms, "p": rows}
    if pool.id == "cross":
        event["cw"] = money(pool.wallet)
    return event
