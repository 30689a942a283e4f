"""Public answers of OKX's face, from the market at one instant.

Pure. Request times are wall ms; candles are in market time. Sizes count contracts.

Source: OKX API v5, "Public data" and "Market data", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.demo import figures
from monitor.demo.candles import INTERVALS_MS, Candles
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.okx.contracts import Contract
from monitor.demo.text import money, plain, short

Row = dict[str, object]

LISTED_MS = 1_573_557_408_000
_SAME = ("1m", "3m", "5m", "15m", "30m")
_HOURS = {"1H": "1h", "2H": "2h", "4H": "4h", "6H": "6h", "12H": "12h", "1D": "1d"}
_HOURS_UTC = {"6Hutc": "6h", "12Hutc": "12h", "1Dutc": "1d"}
BARS = {name: name for name in _SAME} | _HOURS | _HOURS_UTC


def instruments(contracts: Iterable[Contract], kind: str) -> list[Row]:
    """Return the listed contracts of a kind; this exchange lists perpetuals only."""
    return [_instrument(contract) for contract in contracts] if kind == "SWAP" else []


def _instrument(contract: Contract) -> Row:
    symbol = contract.symbol
    return {
        "alias": "",
        "baseCcy": "",
        "category": "1",
        "ctMult": "1",
        "ctType": "linear",
        "ctVal": contract.value_text,
        "ctValCcy": symbol.base,
        "expTime": "",
        "instFamily": contract.family,
        "instId": contract.name,
        "instIdCode": symbol.index + 1,
        "instType": "SWAP",
        "lever": str(contract.tiers[0].leverage),
        "listTime": str(LISTED_MS),
        "lotSz": contract.lot_text,
        "maxLmtSz": "100000000",
        "maxMktSz": "100000",
        "minSz": contract.lot_text,
        "optType": "",
        "quoteCcy": "",
        "ruleType": "normal",
        "settleCcy": "USDT",
        "state": "live",
        "stk": "",
        "tickSz": plain(symbol.tick, symbol.price_digits),
        "uly": contract.family,
    }


def mark_prices(market: Market, contracts: Iterable[Contract], now_ms: int) -> list[Row]:
    """Return the marks."""
    marks = market.marks().tolist()
    return [
        {
            "instId": contract.name,
            "instType": "SWAP",
            "markPx": plain(marks[contract.symbol.index], 8),
            "ts": str(now_ms),
        }
        for contract in contracts
    ]


def funding_rate(market: Market, contract: Contract, now_ms: int, funding_ms: int) -> Row:
    """Return the running funding.

    Args:
        funding_ms: wall time of the next settlement.
    """
    return {
        "formulaType": "withRate",
        "fundingRate": plain(market.funding_rate(contract.symbol.index), 8),
        "fundingTime": str(funding_ms),
        "impactValue": "20000",
        "instId": contract.name,
        "instType": "SWAP",
        "interestRate": "0.0001",
        "maxFundingRate": "0.00375",
        "method": "current_period",
        "minFundingRate": "-0.00375",
        "nextFundingRate": "",
        "nextFundingTime": str(funding_ms + FUNDING_MS),
        "premium": plain(market.premium(contract.symbol.index), 8),
        "settFundingRate": plain(market.funding_rate(contract.symbol.index), 8),
        "settState": "settled",
        "ts": str(now_ms),
    }


def tickers(market: Market, candles: Candles, contracts: Iterable[Contract], now_ms: int) -> list[Row]:
    """Return last price, best prices and the day's figures."""
    return [_ticker(market, candles, contract, now_ms) for contract in contracts]


def _ticker(market: Market, candles: Candles, contract: Contract, now_ms: int) -> Row:
    symbol = contract.symbol
    day = figures.day_of(market, candles, symbol, market.mark(symbol.name))
    (bid,), (ask,) = _levels(contract, day.last, -1, 1), _levels(contract, day.last, 1, 1)
    opened = plain(day.opened, symbol.price_digits)
    return {
        "instType": "SWAP",
        "instId": contract.name,
        "last": plain(day.last, symbol.price_digits),
        "lastSz": contract.lot_text,
        "askPx": ask[0],
        "askSz": ask[1],
        "bidPx": bid[0],
        "bidSz": bid[1],
        "open24h": opened,
        "high24h": plain(day.high, symbol.price_digits),
        "low24h": plain(day.low, symbol.price_digits),
        "sodUtc0": opened,
        "sodUtc8": opened,
        "vol24h": _count(contract, day.value / day.last),
        "volCcy24h": short(day.value / day.last, max(0, symbol.step_digits)),
        "ts": str(now_ms),
    }


def books(market: Market, contract: Contract, limit: int, now_ms: int) -> Row:
    """Return the order book: price, contracts, "0", orders."""
    mark = market.mark(contract.symbol.name)
    asks, bids = _levels(contract, mark, 1, limit), _levels(contract, mark, -1, limit)
    return {"asks": asks, "bids": bids, "ts": str(now_ms), "seqId": now_ms}


def _levels(contract: Contract, mark: float, sign: int, limit: int) -> list[list[str]]:
    levels = figures.book_side(contract.symbol, mark, sign, limit)
    return [[plain(at, contract.symbol.price_digits), _count(contract, size), "0", "1"] for at, size in levels]


def candle_rows(
    market: Market, candles: Candles, contract: Contract, bar: str, *, after: int | None, before: int | None, limit: int
) -> list[list[str]]:
    """Return price bars, the newest first.

    Args:
        after, before: bars that opened earlier than, later than this market time [ms].

    Raises:
        KeyError: the bar length is not offered.
    """
    length = INTERVALS_MS[BARS[bar]]
    start = None if before is None else before + 1
    end = None if after is None else after - 1
    rows = candles.bars(contract.symbol.index, length, start_ms=start, end_ms=end, limit=limit).tolist()
    newest = market.now_ms // length * length
    digits = contract.symbol.price_digits
    found = []
    for opened, *prices in rows:
        value = figures.traded_value(contract.symbol, length, prices[1], prices[2])
        size = value / prices[-1]
        found.append(
            [
                str(int(opened)),
                *(plain(one, digits) for one in prices),
                _count(contract, size),
                short(size, max(0, contract.symbol.step_digits)),
                money(value),
                "0" if opened == newest else "1",
            ]
        )
    return found[::-1]


def open_interest(market: Market, contracts: Iterable[Contract], now_ms: int) -> list[Row]:
    """Return an invented open interest that fits the coin's depth."""
    marks = market.marks().tolist()
    rows: list[Row] = []
    for contract in contracts:
        value = figures.open_interest(contract.symbol)
        size = value / marks[contract.symbol.index]
        rows.append(
            {
                "instId": contract.name,
                "instType": "SWAP",
                "oi": _count(contract, size),
                "oiCcy": short(size, max(0, contract.symbol.step_digits)),
                "oiUsd": money(value),
                "ts": str(now_ms),
            }
        )
    return rows


def discounts(now_ms: int) -> list[Row]:
    """Return what collateral counts for: USDT for all of its value."""
    step = {"discountRate": "1", "liqPenaltyRate": "0", "maxAmt": "", "minAmt": "0", "tier": "1", "disCcyEq": ""}
    return [
        {
            "amt": "0",
            "ccy": "USDT",
            "collateralRestrict": False,
            "minDiscountRate": "0",
            "discountLv": "1",
            "details": [step],
            "discountInfo": [],
        }
    ]


def insurance_fund(market: Market, contract: Contract, now_ms: int) -> Row:
    """Return the security fund of a family."""
    detail = {
        "adlType": "",
        "amt": "",
        "balance": money(market.insurance_fund),
        "ccy": "USDT",
        "decRate": "",
        "maxBal": "",
        "maxBalTs": "",
        "ts": str(now_ms),
        "type": "regular_update",
    }
    return {
        "details": [detail],
        "instFamily": contract.family,
        "instType": "SWAP",
        "total": money(market.insurance_fund),
    }


def by_name(contracts: Mapping[str, Contract]) -> dict[str, Contract]:
    """Return the contracts by OKX's own name."""
    return {contract.name: contract for contract in contracts.values()}


def _count(contract: Contract, size: float) -> str:
    return short(contract.count(size), contract.digits)
