"""Public answers of the Bybit face: contracts, tickers, risk limits, price bars. Pure; lists as v5 writes them.

Times are wall ms, candles are in market time. Volume and open interest are invented figures that fit the price.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.demo.candles import Candles
from monitor.demo.figures import book_side, day_of, open_interest, traded_value
from monitor.demo.market import FUNDING_MS, Market
from monitor.demo.scenario import HOUR_MS
from monitor.demo.symbols import Symbol
from monitor.demo.text import money, plain

Row = dict[str, object]
Symbols = Mapping[str, Symbol]

MINUTE_MS = 60_000
INTERVALS_MS = {
    **{str(minutes): minutes * MINUTE_MS for minutes in (1, 3, 5, 15, 30, 60, 120, 240, 360, 720)},
    "D": 24 * HOUR_MS,
}
BAND = 60.0  # a contract's highest price, in start prices


def instruments(symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return the contracts and their filters."""
    return [_instrument(contract) for contract in _chosen(symbols, symbol)]


def _instrument(contract: Symbol) -> Row:
    tick, step = plain(contract.tick, contract.price_digits), plain(contract.step, contract.step_digits)
    most = plain(contract.schedule.leverages[0], 2)
    return {
        "symbol": contract.name,
        "contractType": "LinearPerpetual",
        "status": "Trading",
        "baseCoin": contract.base,
        "quoteCoin": "USDT",
        "launchTime": "1585526400000",
        "deliveryTime": "0",
        "deliveryFeeRate": "",
        "priceScale": str(contract.price_digits),
        "leverageFilter": {"minLeverage": "1", "maxLeverage": most, "leverageStep": "0.01"},
        "priceFilter": {
            "minPrice": tick,
            "maxPrice": plain(highest_price(contract), contract.price_digits),
            "tickSize": tick,
        },
        "lotSizeFilter": {
            "maxOrderQty": "10000000",
            "minOrderQty": step,
            "qtyStep": step,
            "postOnlyMaxOrderQty": "10000000",
            "maxMktOrderQty": "1000000",
            "minNotionalValue": "5",
        },
        "unifiedMarginTrade": True,
        "fundingInterval": FUNDING_MS // MINUTE_MS,
        "settleCoin": "USDT",
        "copyTrading": "none",
        "upperFundingRate": "0.00075",
        "lowerFundingRate": "-0.00075",
        "isPreListing": False,
        "preListingInfo": None,
    }


def highest_price(contract: Symbol) -> float:
    """Return the upper end of the price band, from which on there is no liquidation price [USDT]."""
    return (1e6 if contract.start_price is None else BAND * contract.start_price) - contract.tick


def tickers(market: Market, candles: Candles, symbols: Symbols, funding_ms: int, symbol: str | None) -> list[Row]:
    """Return the tickers.

    Args:
        funding_ms: wall time of the next settlement.
    """
    marks = market.marks().tolist()
    return [
        ticker(market, candles, contract, marks[contract.index], funding_ms) for contract in _chosen(symbols, symbol)
    ]


def ticker(market: Market, candles: Candles, contract: Symbol, mark: float, funding_ms: int) -> Row:
    """Return one contract's ticker."""
    day, digits = day_of(market, candles, contract, mark), contract.price_digits
    last, tick = plain(mark, digits), contract.tick
    return {
        "symbol": contract.name,
        "lastPrice": last,
        "indexPrice": plain(mark * (1 - market.premium(contract.index)), 8),
        "markPrice": plain(mark, 8),
        "prevPrice24h": plain(day.opened, digits),
        "price24hPcnt": plain(mark / day.opened - 1, 6),
        "highPrice24h": plain(day.high, digits),
        "lowPrice24h": plain(day.low, digits),
        "prevPrice1h": last,
        "openInterest": plain(open_interest(contract) / mark, contract.step_digits),
        "openInterestValue": money(open_interest(contract)),
        "turnover24h": money(day.value),
        "volume24h": plain(day.value / mark, contract.step_digits),
        "fundingRate": plain(market.funding_rate(contract.index), 8),
        "nextFundingTime": str(funding_ms),
        "fundingIntervalHour": str(FUNDING_MS // HOUR_MS),
        "bid1Price": plain(max(tick, mark - tick), digits),
        "bid1Size": plain(contract.step, contract.step_digits),
        "ask1Price": plain(mark + tick, digits),
        "ask1Size": plain(contract.step, contract.step_digits),
        "deliveryTime": "0",
        "deliveryFeeRate": "",
        "basis": "",
    }


def risk_limits(symbols: Symbols, symbol: str | None) -> list[Row]:
    """Return the risk limits, contract by contract; the first has no deduction, as Bybit leaves it empty."""
    return [row for contract in _chosen(symbols, symbol) for row in _risk_limits(contract)]


def _risk_limits(contract: Symbol) -> list[Row]:
    tiers = contract.schedule
    columns = zip(tiers.caps, tiers.rates, tiers.leverages, tiers.deductions, strict=True)
    return [
        {
            "id": 100 * contract.index + number,
            "symbol": contract.name,
            "riskLimitValue": plain(cap, 0),
            "maintenanceMargin": f"{rate:.6f}".rstrip("0"),
            "initialMargin": f"{1 / leverage:.6f}".rstrip("0"),
            "isLowestRisk": int(number == 1),
            "maxLeverage": plain(leverage, 2),
            "mmDeduction": f"{deduction:.6f}".rstrip("0").rstrip(".") if deduction else "",
        }
        for number, (cap, rate, leverage, deduction) in enumerate(columns, start=1)
    ]


def risk_limit_of(contract: Symbol, notional: float) -> tuple[int, str]:
    """Return id and upper end of the risk limit in which a value lies."""
    rows = _risk_limits(contract)
    place = sum(notional > cap for cap in contract.schedule.caps[:-1])
    return int(str(rows[place]["id"])), str(rows[place]["riskLimitValue"])


def klines(
    candles: Candles, contract: Symbol, interval: str, *, start_ms: int | None, end_ms: int | None, limit: int
) -> list[list[str]]:
    """Return price bars in market time, the newest first.

    Raises:
        KeyError: the interval is not offered.
    """
    length = INTERVALS_MS[interval]
    bars = candles.bars(contract.index, length, start_ms=start_ms, end_ms=end_ms, limit=limit)
    return [_kline(contract, length, *row) for row in bars[::-1].tolist()]


def _kline(contract: Symbol, length: int, opened_ms: float, *prices: float) -> list[str]:
    _, high, low, last = prices
    value = traded_value(contract, length, high, low)
    told = [plain(price, contract.price_digits) for price in prices]
    return [str(int(opened_ms)), *told, plain(value / last, contract.step_digits), money(value)]


def order_book(market: Market, contract: Symbol, limit: int, now_ms: int) -> Row:
    """Return an invented order book around the mark that thickens with the distance."""
    mark = market.mark(contract.name)

    def side(sign: int) -> list[list[str]]:
        levels = book_side(contract, mark, sign, limit)
        return [[plain(at, contract.price_digits), plain(size, contract.step_digits)] for at, size in levels]

    return {"s": contract.name, "b": side(-1), "a": side(1), "ts": now_ms, "u": now_ms, "seq": now_ms, "cts": now_ms}


def funding_history(market: Market, contract: Symbol, now_ms: int) -> list[Row]:
    """Return the running rate, in the form of the history."""
    rate = plain(market.funding_rate(contract.index), 8)
    return [{"symbol": contract.name, "fundingRate": rate, "fundingRateTimestamp": str(now_ms)}]


def collateral_ratios() -> list[Row]:
    """Return what counts of each currency: of USDT all."""
    step = {"minQty": "0", "maxQty": "", "collateralRatio": "1"}
    return [{"currency": "USDT", "collateralRatioList": [step]}]


def insurance(market: Market, now_ms: int) -> Row:
    """Return the insurance fund; liquidations at any venue of the demo move it."""
    value = money(market.insurance_fund)
    names = ",".join(market.by_name)
    return {"updatedTime": str(now_ms), "list": [{"coin": "USDT", "symbols": names, "balance": value, "value": value}]}


def _chosen(symbols: Symbols, symbol: str | None) -> Iterable[Symbol]:
    return symbols.values() if symbol is None else [symbols[symbol]]
