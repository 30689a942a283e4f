"""Answers of Hyperliquid's face about the past: fills, with the record of a liquidation, and funding.

Source: Hyperliquid docs, "Info endpoint", userFills and userFunding, read 2026-10.
"""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from monitor.demo.account import Account
from monitor.demo.hyperliquid.account_answers import amount
from monitor.demo.hyperliquid.contracts import Contract, five_digits
from monitor.demo.records import Fill
from monitor.demo.text import short

Row = dict[str, object]
Contracts = Mapping[str, Contract]


def fills(account: Account, contracts: Contracts) -> list[Row]:
    """Return the trades, newest first."""
    return [fill_row(account, fill, contracts[fill.symbol]) for fill in account.trades][::-1]


def fill_row(account: Account, fill: Fill, contract: Contract) -> Row:
    """Return one trade; a forced one carries whom it hit."""
    digits = contract.symbol.step_digits
    closes = fill.reduce_only
    side = "Long" if (fill.side == "SELL") == closes else "Short"
    signed = fill.size if side == "Long" else -fill.size
    row: Row = {
        "coin": contract.name,
        "px": five_digits(fill.price, digits),
        "sz": short(fill.size, digits, least=1),
        "side": "B" if fill.side == "BUY" else "A",
        "time": fill.at_ms,
        "startPosition": short(signed if closes else 0.0, digits, least=1),
        "dir": f"{'Close' if closes else 'Open'} {side}",
        "closedPnl": amount(fill.realized),
        "hash": f"0x{crc32(str(fill.trade_id).encode()):064x}",
        "oid": fill.order_id,
        "crossed": fill.kind != "LIMIT",
        "fee": amount(fill.fee),
        "tid": fill.trade_id,
        "feeToken": "USDC",
        "twapId": None,
    }
    if fill.kind in ("LIQUIDATION", "BACKSTOP"):
        row["liquidation"] = {
            "liquidatedUser": account.keys.api_key,
            "markPx": five_digits(fill.price, digits),
            "method": "backstop" if fill.kind == "BACKSTOP" else "market",
        }
    return row


def funding(account: Account, contracts: Contracts) -> list[Row]:
    """Return the funding payments, oldest first; what the account pays is negative."""
    return [
        {
            "time": entry.at_ms,
            "hash": "0x" + "0" * 64,
            "delta": {
                "type": "funding",
                "coin": contracts[entry.symbol].name,
                "usdc": amount(entry.amount),
                "szi": "0.0",
                "fundingRate": "0.0",
                "nSamples": None,
            },
        }
        for entry in account.income
        if entry.kind == "FUNDING_FEE"
    ]
