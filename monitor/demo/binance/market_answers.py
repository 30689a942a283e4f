"""Public answers of the demo exchange: the JSON bodies of Binance USDⓈ-M, from the market at one instant.

Pure. Request times are wall ms; candles are in market time. Book, volume and open interest are invented figures that
fit the price.
"""

from __future__ import annotations

from collections.abc import Iterable

from monitor.demo import figures
from monitor.demo.candles import INTERVALS_MS, Candles
from monitor.demo.market import Market
from monitor.demo.scenario import HOUR_MS
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain

Row = dict[str, object]

INTEREST_RATE = "0.00010000"


def exchange_info(market: Market, now_ms: int, weight_limit: int) -> Row:
    """Return the contracts and their filters."""
    return {
        "timezone": "UTC",
        "serverTime": now_ms,
        "futuresType": "U_MARGINED",
        "rateLimits": [
            {"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": weight_limit},
            {"rateLimitType": "ORDERS", "interval": "MINUTE", "intervalNum": 1, "limit": 1200},
        ],
        "exchangeFilters": [],
        "assets": [{"asset": "USDT", "marginAvailable": True, "autoAssetExchange": "-10000"}],
        "symbols": [_symbol(symbol) for symbol in market.symbols],
    }


def _symbol(symbol: Symbol) -> Row:
    tick, step = plain(symbol.tick, symbol.price_digits), plain(symbol.step, symbol.step_digits)
    return {
        "symbol": symbol.name,
        "pair": symbol.name,
        "contractType": "PERPETUAL",
        "deliveryDate": 4_133_404_800_000,
        "onboardDate": 1_569_398_400_000,
        "status": "TRADING",
        "maintMarginPercent": "2.5000",
        "requiredMarginPercent": "5.0000",
        "baseAsset": symbol.base,
        "quoteAsset": "USDT",
        "marginAsset": "USDT",
        "pricePrecision": symbol.price_digits,
        "quantityPrecision": symbol.step_digits,
        "baseAssetPrecision": 8,
        "quotePrecision": 8,
        "underlyingType": "COIN",
        "underlyingSubType": ["Demo"] if symbol.index == 0 else ["Demo", "Synthetic"],
        "triggerProtect": "0.0500",
        "liquidationFee": "0.012500",
        "marketTakeBound": "0.05",
        "maxMoveOrderLimit": 10000,
        "filters": [
            {"filterType": "PRICE_FILTER", "minPrice": tick, "maxPrice": "10000000", "tickSize": tick},
            {"filterType": "LOT_SIZE", "minQty": step, "maxQty": "100000000", "stepSize": step},
            {"filterType": "MARKET_LOT_SIZE", "minQty": step, "maxQty": "10000000", "stepSize": step},
            {"filterType": "MAX_NUM_ORDERS", "limit": 200},
            {"filterType": "MAX_NUM_ALGO_ORDERS", "limit": 10},
            {"filterType": "MIN_NOTIONAL", "notional": "5"},
            {
                "filterType": "PERCENT_PRICE",
                "multiplierUp": "1.0500",
                "multiplierDown": "0.9500",
                "multiplierDecimal": "4",
            },
        ],
        "orderTypes": ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET"],
        "timeInForce": ["GTC", "IOC", "FOK", "GTX", "GTD"],
        "permissionSets": ["GRID", "COPY"],
    }


def premium_index(market: Market, now_ms: int, funding_ms: int, symbol: str | None = None) -> list[Row]:
    """Return mark, index and funding per symbol.

    Args:
        funding_ms: wall time of the next settlement.
    """
    return [
        {
            "symbol": contract.name,
            "markPrice": plain(mark, 8),
            "indexPrice": plain(mark * (1 - market.premium(contract.index)), 8),
            "estimatedSettlePrice": plain(mark, 8),
            "lastFundingRate": plain(market.funding_rate(contract.index), 8),
            "interestRate": INTEREST_RATE,
            "nextFundingTime": funding_ms,
            "time": now_ms,
        }
        for contract, mark in _chosen(market, symbol)
    ]


def mark_messages(market: Market, now_ms: int, funding_ms: int) -> list[Row]:
    """Return one markPriceUpdate per symbol, as the stream tells it."""
    return [
        {
            "e": "markPriceUpdate",
            "E": now_ms,
            "s": row["symbol"],
            "p": row["markPrice"],
            "P": row["estimatedSettlePrice"],
            "i": row["indexPrice"],
            "r": row["lastFundingRate"],
            "T": funding_ms,
        }
        for row in premium_index(market, now_ms, funding_ms)
    ]


def tickers(market: Market, candles: Candles, kind: str, now_ms: int, symbol: str | None) -> list[Row]:
    """Return price, bookTicker or 24hr rows per symbol."""
    rows: list[Row] = []
    for contract, mark in _chosen(market, symbol):
        digits = contract.price_digits
        last = plain(mark, digits)
        if kind == "price":
            rows.append({"symbol": contract.name, "price": last, "time": now_ms})
        elif kind == "bookTicker":
            bid, ask = _book_side(contract, mark, -1, 1)[0], _book_side(contract, mark, 1, 1)[0]
            rows.append(
                {
                    "symbol": contract.name,
                    "bidPrice": bid[0],
                    "bidQty": bid[1],
                    "askPrice": ask[0],
                    "askQty": ask[1],
                    "time": now_ms,
                }
            )
        else:
            rows.append(_day(market, candles, contract, mark, now_ms))
    return rows


def _day(market: Market, candles: Candles, contract: Symbol, mark: float, now_ms: int) -> Row:
    day = figures.day_of(market, candles, contract, mark)
    digits = contract.price_digits
    return {
        "symbol": contract.name,
        "priceChange": plain(mark - day.opened, digits),
        "priceChangePercent": plain((mark / day.opened - 1) * 100, 3),
        "weightedAvgPrice": plain((mark + day.opened) / 2, digits),
        "lastPrice": plain(mark, digits),
        "lastQty": plain(contract.step, contract.step_digits),
        "openPrice": plain(day.opened, digits),
        "highPrice": plain(day.high, digits),
        "lowPrice": plain(day.low, digits),
        "volume": plain(day.value / mark, contract.step_digits),
        "quoteVolume": money(day.value),
        "openTime": now_ms - 24 * HOUR_MS,
        "closeTime": now_ms,
        "firstId": 1,
        "lastId": 2,
        "count": 2,
    }


def depth(market: Market, symbol: str, limit: int, now_ms: int) -> Row:
    """Return an invented order book around the mark that thickens with the distance."""
    contract = market.by_name[symbol]
    mark = market.mark(symbol)
    return {
        "lastUpdateId": now_ms,
        "E": now_ms,
        "T": now_ms,
        "bids": _book_side(contract, mark, -1, limit),
        "asks": _book_side(contract, mark, 1, limit),
    }


def _book_side(contract: Symbol, mark: float, sign: int, limit: int) -> list[list[str]]:
    """Levels of price and size."""
    levels = figures.book_side(contract, mark, sign, limit)
    return [[plain(at, contract.price_digits), plain(size, contract.step_digits)] for at, size in levels]


def klines(
    market: Market,
    candles: Candles,
    symbol: str,
    interval: str,
    *,
    start_ms: int | None,
    end_ms: int | None,
    limit: int,
) -> list[list[object]]:
    """Return price bars in market time.

    Raises:
        KeyError: the interval is not offered.
    """
    contract = market.by_name[symbol]
    length = INTERVALS_MS[interval]
    bars = candles.bars(contract.index, length, start_ms=start_ms, end_ms=end_ms, limit=limit)
    return [_kline(contract, length, *row) for row in bars.tolist()]


def _kline(
    contract: Symbol, length: int, opened_ms: float, first: float, high: float, low: float, last: float
) -> list[object]:
    digits = contract.price_digits
    value = figures.traded_value(contract, length, high, low)
    volume = plain(value / last, contract.step_digits)
    prices = [plain(value, digits) for value in (first, high, low, last)]
    half = plain(value / last / 2, contract.step_digits)
    return [
        int(opened_ms),
        *prices,
        volume,
        int(opened_ms) + length - 1,
        money(value),
        100,
        half,
        money(value / 2),
        "0",
    ]


def open_interest(market: Market, symbol: str, now_ms: int) -> Row:
    """Return an invented open interest that fits the coin's depth."""
    contract = market.by_name[symbol]
    size = figures.open_interest(contract) / market.mark(symbol)
    return {"openInterest": plain(size, contract.step_digits), "symbol": symbol, "time": now_ms}


def insurance_balance(market: Market, now_ms: int) -> list[Row]:
    """Return the insurance fund; liquidations move it."""
    names = [symbol.name for symbol in market.symbols]
    asset = {"asset": "USDT", "marginBalance": money(market.insurance_fund), "updateTime": now_ms}
    return [{"symbols": names, "assets": [asset]}]


def funding_rates(market: Market, symbol: str | None, now_ms: int) -> list[Row]:
    """Return the running rate per symbol, in the form of the history."""
    return [
        {
            "symbol": contract.name,
            "fundingRate": plain(market.funding_rate(contract.index), 8),
            "fundingTime": now_ms,
            "markPrice": plain(mark, 8),
        }
        for contract, mark in _chosen(market, symbol)
    ]


def _chosen(market: Market, symbol: str | None) -> Iterable[tuple[Symbol, float]]:
    marks = market.marks().tolist()
    if symbol is None:
        return zip(market.symbols, marks, strict=True)
    contract = market.by_name[symbol]
    return [(contract, marks[contract.index])]
