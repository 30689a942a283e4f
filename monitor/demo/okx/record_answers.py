"""Private answers of OKX's face about the past: closed positions, fills, bills. Sizes count contracts.

Source: OKX API v5, GET /account/positions-history, /trade/fills-history, /account/bills, read 2026-10.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.demo.account import Account
from monitor.demo.okx.account_answers import side_name
from monitor.demo.okx.contracts import Contract
from monitor.demo.records import Fill
from monitor.demo.text import price, short

Row = dict[str, object]
Contracts = Mapping[str, Contract]

WHOLE, LIQUIDATED = "2", "3"  # how a position ended
_BILL_TYPES = {"TRANSFER": "1", "FUNDING_FEE": "8", "INSURANCE_CLEAR": "5", "COMMISSION": "2", "REALIZED_PNL": "2"}


def closed(account: Account, contracts: Contracts, name: str | None = None) -> list[Row]:
    """Return what was closed, newest first: a row per closing trade."""
    rows = [_closed_row(account, fill, contracts[fill.symbol]) for fill in account.trades if fill.reduce_only]
    return [row for row in rows if name in (None, row["instId"])][::-1]


def _closed_row(account: Account, fill: Fill, contract: Contract) -> Row:
    long = fill.side == "SELL"
    forced = fill.kind == "LIQUIDATION"
    entry = fill.price - fill.realized / (fill.size if long else -fill.size)
    mode = "isolated" if fill.symbol in account.isolated_symbols else "cross"
    return {
        "cTime": str(fill.at_ms),
        "ccy": "USDT",
        "closeAvgPx": price(fill.price),
        "closeTotalPos": short(contract.count(fill.size), contract.digits),
        "direction": "long" if long else "short",
        "fee": short(-fill.fee, 8),
        "fundingFee": "0",
        "instId": contract.name,
        "instType": "SWAP",
        "lever": str(account.leverages.get(fill.symbol, 20)),
        "liqPenalty": "0",
        "mgnMode": mode,
        "openAvgPx": price(entry),
        "openMaxPos": short(contract.count(fill.size), contract.digits),
        "pnl": short(fill.realized, 8),
        "pnlRatio": "",
        "posId": str(fill.trade_id),
        "posSide": side_name(account, fill.position_side),
        "realizedPnl": short(fill.realized - fill.fee, 8),
        "triggerPx": price(fill.price) if forced else "",
        "type": LIQUIDATED if forced else WHOLE,
        "uTime": str(fill.at_ms),
        "uly": contract.family,
    }


def fills(account: Account, contracts: Contracts, name: str | None = None) -> list[Row]:
    """Return the trades, newest first."""
    rows: list[Row] = [
        {
            "instType": "SWAP",
            "instId": contracts[fill.symbol].name,
            "tradeId": str(fill.trade_id),
            "ordId": str(fill.order_id),
            "clOrdId": fill.client_id,
            "billId": str(fill.trade_id),
            "subType": "1",
            "tag": "",
            "fillPx": price(fill.price),
            "fillSz": short(contracts[fill.symbol].count(fill.size), contracts[fill.symbol].digits),
            "fillPnl": short(fill.realized, 8),
            "side": fill.side.lower(),
            "posSide": side_name(account, fill.position_side),
            "execType": "M" if fill.kind == "LIMIT" else "T",
            "feeCcy": "USDT",
            "fee": short(-fill.fee, 8),
            "fillTime": str(fill.at_ms),
            "ts": str(fill.at_ms),
        }
        for fill in account.trades
    ]
    return [row for row in rows if name in (None, row["instId"])][::-1]


def bills(account: Account, contracts: Contracts) -> list[Row]:
    """Return what moved the balance, newest first."""
    rows: list[Row] = [
        {
            "billId": str(entry.id),
            "ccy": "USDT",
            "balChg": short(entry.amount, 8),
            "instId": contracts[entry.symbol].name if entry.symbol else "",
            "instType": "SWAP" if entry.symbol else "",
            "pnl": short(entry.amount, 8) if entry.kind in ("FUNDING_FEE", "REALIZED_PNL") else "0",
            "subType": "",
            "sz": "0",
            "ts": str(entry.at_ms),
            "type": _BILL_TYPES[entry.kind],
        }
        for entry in account.income
    ]
    return rows[::-1]


def order_row(account: Account, fill: Fill, contract: Contract) -> Row:
    """Return how the orders channel tells of an order that was filled at once."""
    count = short(contract.count(fill.size), contract.digits)
    forced = fill.kind == "LIQUIDATION"
    return {
        "accFillSz": count,
        "avgPx": price(fill.price),
        "cTime": str(fill.at_ms),
        "category": "full_liquidation" if forced else "normal",
        "clOrdId": fill.client_id,
        "execType": "M" if fill.kind == "LIMIT" else "T",
        "fee": short(-fill.fee, 8),
        "feeCcy": "USDT",
        "fillPnl": short(fill.realized, 8),
        "fillPx": price(fill.price),
        "fillSz": count,
        "fillTime": str(fill.at_ms),
        "instId": contract.name,
        "instType": "SWAP",
        "lever": str(account.leverages.get(fill.symbol, 20)),
        "ordId": str(fill.order_id),
        "ordType": "limit" if fill.kind == "LIMIT" else "market",
        "pnl": short(fill.realized, 8),
        "posSide": side_name(account, fill.position_side),
        "px": price(fill.price) if fill.kind == "LIMIT" else "",
        "reduceOnly": "true" if fill.reduce_only else "false",
        "side": fill.side.lower(),
        "state": "filled",
        "sz": count,
        "tdMode": "isolated" if fill.symbol in account.isolated_symbols else "cross",
        "tradeId": str(fill.trade_id),
        "uTime": str(fill.at_ms),
    }
