"""Private answers of OKX's face about orders: conditional ones and limit orders. Sizes count contracts.

Source: OKX API v5, GET /trade/orders-algo-pending and /trade/orders-pending, read 2026-10.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo.account import Account
from monitor.demo.okx.account_answers import side_name
from monitor.demo.okx.contracts import Contract
from monitor.demo.position import Order
from monitor.demo.text import price, short

Row = dict[str, object]
Contracts = Mapping[str, Contract]

_TRIGGER_BY = {"MARK_PRICE": "mark", "CONTRACT_PRICE": "last"}


def algo_orders(account: Account, contracts: Contracts, kind: str, name: str | None = None) -> list[Row]:
    """Return the conditional orders of a kind, newest first; this exchange's are all of kind "conditional"."""
    if kind != "conditional":
        return []
    orders = [order for order in account.orders.values() if order.kind != "LIMIT"]
    rows = [algo_row(account, order, contracts[order.symbol]) for order in orders]
    return [row for row in rows if name in (None, row["instId"])][::-1]


def algo_row(account: Account, order: Order, contract: Contract, *, state: str = "live") -> Row:
    """Return a conditional order: a stop-loss or a take-profit, at market."""
    stops = order.kind == "STOP_MARKET"
    trigger, by = price(order.trigger_price), _TRIGGER_BY[order.working_type]
    whole = order.size is None
    return {
        "actualPx": "",
        "actualSide": "",
        "actualSz": "",
        "algoClOrdId": "",
        "algoId": str(order.id),
        "cTime": str(order.created_ms),
        "ccy": "",
        "closeFraction": "1" if whole else "",
        "clOrdId": "",
        "failCode": "",
        "instId": contract.name,
        "instType": "SWAP",
        "lever": str(account.leverages.get(order.symbol, 20)),
        "ordId": "",
        "ordPx": "",
        "ordType": "conditional",
        "posSide": side_name(account, order.position_side),
        "reduceOnly": "true" if order.reduce_only else "false",
        "side": order.side.lower(),
        "slOrdPx": "-1" if stops else "",
        "slTriggerPx": trigger if stops else "",
        "slTriggerPxType": by if stops else "",
        "state": state,
        "sz": "" if order.size is None else short(contract.count(order.size), contract.digits),
        "tag": "",
        "tdMode": _mode(account, order),
        "tpOrdPx": "" if stops else "-1",
        "tpTriggerPx": "" if stops else trigger,
        "tpTriggerPxType": "" if stops else by,
        "triggerPx": "",
        "triggerPxType": "",
        "triggerTime": "",
        "uTime": str(order.created_ms),
    }


def limit_orders(account: Account, contracts: Contracts, name: str | None = None) -> list[Row]:
    """Return the resting limit orders, newest first."""
    orders = [order for order in account.orders.values() if order.kind == "LIMIT"]
    rows = [limit_row(account, order, contracts[order.symbol]) for order in orders]
    return [row for row in rows if name in (None, row["instId"])][::-1]


def limit_row(account: Account, order: Order, contract: Contract, *, state: str = "live") -> Row:
    """Return a limit order."""
    return {
        "accFillSz": "0",
        "algoId": "",
        "attachAlgoOrds": [],
        "avgPx": "",
        "cTime": str(order.created_ms),
        "category": "normal",
        "ccy": "",
        "clOrdId": f"demo{order.id}",
        "fee": "0",
        "feeCcy": "USDT",
        "fillPx": "",
        "fillSz": "0",
        "fillTime": "",
        "instId": contract.name,
        "instType": "SWAP",
        "lever": str(account.leverages.get(order.symbol, 20)),
        "ordId": str(order.id),
        "ordType": "limit",
        "pnl": "0",
        "posSide": side_name(account, order.position_side),
        "px": price(order.price),
        "rebate": "0",
        "rebateCcy": "USDT",
        "reduceOnly": "true" if order.reduce_only else "false",
        "side": order.side.lower(),
        "source": "",
        "state": state,
        "sz": short(contract.count(order.size or 0.0), contract.digits),
        "tag": "",
        "tdMode": _mode(account, order),
        "tgtCcy": "",
        "tradeId": "",
        "uTime": str(order.created_ms),
    }


def _mode(account: Account, order: Order) -> str:
    return "isolated" if order.symbol in account.isolated_symbols else "cross"
