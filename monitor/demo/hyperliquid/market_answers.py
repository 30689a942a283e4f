"""Public answers of Hyperliquid's face, from the market at one instant.

Pure. Prices have five significant digits, as there; the exchange itself judges accounts by the unrounded mark, which
stands in each position's value. Request times are wall ms; the bars' own times are market time.

Source: Hyperliquid docs, "Info endpoint", "Perpetuals", read 2026-10.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.demo import figures
from monitor.demo.candles import INTERVALS_MS, Candles
from monitor.demo.hyperliquid.account_answers import amount
from monitor.demo.hyperliquid.contracts import TABLES, Contract, five_digits
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.scenario import HOUR_MS
from monitor.demo.text import short

Row = dict[str, object]
Contracts = Mapping[str, Contract]

INTERVALS = frozenset({"1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "12h", "1d"})
MOST_BARS = 5000
MOST_LEVELS = 20
_USDC = {
    "name": "USDC",
    "szDecimals": 8,
    "weiDecimals": 8,
    "index": 0,
    "tokenId": "0x6d1e7cde53ba9467b783cb7c530ce054",
    "isCanonical": True,
    "evmContract": None,
    "fullName": None,
}


def meta(contracts: Iterable[Contract]) -> Row:
    """Return the universe and its margin tables."""
    return {
        "universe": [
            {
                "szDecimals": contract.symbol.step_digits,
                "name": contract.name,
                "maxLeverage": contract.leverage,
                "marginTableId": contract.table,
            }
            for contract in contracts
        ],
        "marginTables": [[number, margin_table(number)] for number in TABLES],
        "collateralToken": 0,
    }


def vault(address: str, worth: float, now_ms: int) -> Row:
    """Return a vault: what it is worth now, by period [USD]."""
    history = {"accountValueHistory": [[now_ms, short(worth, 6, least=1)]], "pnlHistory": [], "vlm": "0.0"}
    return {
        "name": "Hyperliquidity Provider (HLP)",
        "vaultAddress": address,
        "portfolio": [["day", history], ["week", history]],
    }


def margin_table(number: int) -> Row:
    """Return a margin table; numbers below 50 are a single step of that leverage."""
    title, steps = TABLES.get(number, ("", ((0.0, number),)))
    rows = [{"lowerBound": f"{start:.1f}", "maxLeverage": leverage} for start, leverage in steps]
    return {"description": title, "marginTiers": rows}


def contexts(market: Market, candles: Candles, contracts: Iterable[Contract]) -> list[Row]:
    """Return the market of each contract, in the order of the universe."""
    marks = market.marks().tolist()
    return [context(market, candles, contract, marks[contract.symbol.index]) for contract in contracts]


def context(market: Market, candles: Candles, contract: Contract, mark: float) -> Row:
    """Return the market of one contract; funding is the hour's."""
    symbol = contract.symbol
    day = figures.day_of(market, candles, symbol, mark)
    text = five_digits(mark, symbol.step_digits)
    return {
        "funding": short(hourly_funding(market, contract), 10, least=1),
        "openInterest": short(figures.open_interest(symbol) / mark, symbol.step_digits, least=1),
        "prevDayPx": five_digits(day.opened, symbol.step_digits),
        "dayNtlVlm": amount(day.value),
        "premium": short(market.premium(symbol.index), 10, least=1),
        "oraclePx": five_digits(mark * (1 - market.premium(symbol.index)), symbol.step_digits),
        "markPx": text,
        "midPx": text,
        "impactPxs": [text, text],
        "dayBaseVlm": short(day.value / mark, symbol.step_digits, least=1),
    }


def hourly_funding(market: Market, contract: Contract) -> float:
    """Return the rate of one hour: the market's rate is that of its whole interval."""
    return market.funding_rate(contract.symbol.index) * HOUR_MS / FUNDING_MS


def mids(market: Market, contracts: Iterable[Contract]) -> dict[str, str]:
    """Return allMids."""
    marks = market.marks().tolist()
    return {one.name: five_digits(marks[one.symbol.index], one.symbol.step_digits) for one in contracts}


def spot_meta() -> Row:
    """Return the tokens; this exchange has no spot market."""
    return {"universe": [], "tokens": [_USDC]}


def book(market: Market, contract: Contract, now_ms: int) -> Row:
    """Return l2Book: bids, then asks."""
    digits = contract.symbol.step_digits
    mark = market.mark(contract.symbol.name)

    def side(sign: int) -> list[Row]:
        levels = figures.book_side(contract.symbol, mark, sign, MOST_LEVELS)
        return [{"px": five_digits(at, digits), "sz": short(size, digits, least=1), "n": 1} for at, size in levels]

    return {"coin": contract.name, "levels": [side(-1), side(1)], "time": now_ms}


def bars(
    market: Market, candles: Candles, contract: Contract, interval: str, *, start_ms: int, end_ms: int, now_ms: int
) -> list[Row]:
    """Return price bars, oldest first, the newest 5000 at most.

    Args:
        start_ms, end_ms: in wall time, as a client of the real venue would ask; moved to market time.

    Raises:
        KeyError: the interval is not offered.
    """
    length = INTERVALS_MS[interval]
    shift = market.now_ms - now_ms
    first, last = start_ms + shift, min(end_ms + shift, market.now_ms)
    first = max(first // length * length, last - MOST_BARS * length)
    rows = candles.bars(contract.symbol.index, length, start_ms=first, end_ms=last, limit=MOST_BARS).tolist()
    return [_bar(contract, interval, length, *row) for row in rows]


def _bar(
    contract: Contract, interval: str, length: int, opened: float, first: float, high: float, low: float, last: float
) -> Row:
    digits = contract.symbol.step_digits
    size = figures.traded_value(contract.symbol, length, high, low) / last
    return {
        "t": int(opened),
        "T": int(opened) + length - 1,
        "s": contract.name,
        "i": interval,
        "o": five_digits(first, digits),
        "c": five_digits(last, digits),
        "h": five_digits(high, digits),
        "l": five_digits(low, digits),
        "v": short(size, digits, least=1),
        "n": 100,
    }


def by_name(contracts: Contracts) -> dict[str, Contract]:
    """Return the contracts by Hyperliquid's own name."""
    return {contract.name: contract for contract in contracts.values()}
