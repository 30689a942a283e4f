"""The reads of the Bybit face: which v5 paths there are, whether they are signed, and how they are answered.

Whatever is not on this list counts as a write. Lists come in pages, as v5's do: a cursor names where the next begins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monitor.demo.account import Account
from monitor.demo.bybit import account_answers, market_answers, order_answers
from monitor.demo.rules import Rules
from monitor.demo.symbols import Symbol
from monitor.demo.world import World

Row = dict[str, object]

INVALID, DENIED = 10001, 10005  # retCode


class ApiError(Exception):
    """An error in Bybit's form: it comes with HTTP status 200."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that was let in."""

    world: World
    account: Account | None  # None: a public endpoint
    query: Mapping[str, str]
    now_ms: int

    @property
    def owner(self) -> Account:
        """The account that signed; only private endpoints ask."""
        assert self.account is not None
        return self.account

    @property
    def rules(self) -> Rules:
        """Bybit's rules over the world's market."""
        return self.world.rules("bybit")

    @property
    def is_linear(self) -> bool:
        """Whether it is asked for linear contracts: of others there are none.

        Raises:
            ApiError: the category is missing or unknown.
        """
        category = self.query.get("category")
        if category not in ("linear", "inverse", "spot", "option"):
            raise ApiError(INVALID, "params error: Category is invalid")
        return category == "linear"

    @property
    def symbol(self) -> str | None:
        """The symbol asked for; None: all.

        Raises:
            ApiError: it is not listed.
        """
        name = self.query.get("symbol")
        if name is not None and name not in self.rules.symbols:
            raise ApiError(INVALID, "params error: symbol invalid")
        return name

    @property
    def contract(self) -> Symbol:
        """The contract, where one must be named."""
        if self.symbol is None:
            raise ApiError(INVALID, "params error: symbol is empty")
        return self.rules.symbols[self.symbol]

    def number(self, name: str) -> int | None:
        """Return an integer parameter, None where it was not sent."""
        text = self.query.get(name)
        if text is None:
            return None
        if not text.isdigit():
            raise ApiError(INVALID, f"params error: {name} invalid")
        return int(text)

    def page(self, rows: list[Row], *, default: int, most: int) -> Row:
        """Return the page that was asked for, and where the next one begins."""
        limit = min(most, max(1, self.number("limit") or default))
        start = self.number("cursor") or 0
        end = start + limit
        return self.listed(rows[start:end], nextPageCursor=str(end) if end < len(rows) else "")

    def listed(self, rows: object, **more: object) -> Row:
        """Return a list in Bybit's form."""
        named = {"category": self.query["category"]} if "category" in self.query else {}
        return {**named, "list": rows, **more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """How a path is answered."""

    answer: Callable[[Call], Row]
    signed: bool = True
    a_second: int = 50  # requests that a key may make of it


def _time(call: Call) -> Row:
    return {"timeSecond": str(call.now_ms // 1000), "timeNano": str(call.now_ms * 1_000_000)}


def _instruments(call: Call) -> Row:
    rows = market_answers.instruments(call.rules.symbols, call.symbol) if call.is_linear else []
    return call.page(rows, default=500, most=1000)


def _tickers(call: Call) -> Row:
    world = call.world
    due = world.funding_due_ms()
    linear = call.is_linear
    return call.listed(
        market_answers.tickers(world.market, world.candles, call.rules.symbols, due, call.symbol) if linear else []
    )


def _risk_limit(call: Call) -> Row:
    rows = market_answers.risk_limits(call.rules.symbols, call.symbol) if call.is_linear else []
    return call.page(rows, default=300, most=300)


def _kline(call: Call) -> Row:
    interval = call.query.get("interval", "")
    if interval not in market_answers.INTERVALS_MS:
        raise ApiError(INVALID, "Invalid period!")
    rows = market_answers.klines(
        call.world.candles,
        call.contract,
        interval,
        start_ms=call.number("start"),
        end_ms=call.number("end"),
        limit=min(1000, max(1, call.number("limit") or 200)),
    )
    return call.listed(rows, symbol=call.contract.name)


def _order_book(call: Call) -> Row:
    if not call.is_linear:
        raise ApiError(INVALID, "params error: symbol invalid")
    limit = min(1000, max(1, call.number("limit") or 25))
    return market_answers.order_book(call.world.market, call.contract, limit, call.now_ms)


def _positions(call: Call) -> Row:
    if not call.is_linear:
        return call.page([], default=20, most=200)
    if call.symbol is None and "settleCoin" not in call.query:
        raise ApiError(INVALID, "Missing some parameters that must be filled in, symbol or settleCoin")
    return call.page(
        _settled(call, account_answers.positions(call.owner, call.world.marks(), call.symbol)), default=20, most=200
    )


def _orders(call: Call) -> Row:
    if not call.is_linear:
        return call.page([], default=20, most=50)
    if not {"symbol", "settleCoin", "baseCoin"} & call.query.keys():
        raise ApiError(INVALID, "Missing some parameters that must be filled in, symbol or settleCoin or baseCoin")
    return call.page(_settled(call, order_answers.open_orders(call.owner, call.symbol)), default=20, most=50)


def _settled(call: Call, rows: list[Row]) -> list[Row]:
    """The rows, if they settle in the coin that was asked for: all do in USDT."""
    return rows if call.query.get("settleCoin", "USDT") == "USDT" else []


def _executions(call: Call) -> Row:
    rows = order_answers.executions(
        call.owner, call.symbol, call.query.get("execType"), call.number("startTime"), call.number("endTime")
    )
    return call.page(rows if call.is_linear else [], default=50, most=100)


def _fee_rate(call: Call) -> Row:
    return call.listed(account_answers.fee_rates(call.owner, call.symbol) if call.is_linear else [])


ENDPOINTS: dict[str, Endpoint] = {  # all by GET
    "/v5/market/time": Endpoint(answer=_time, signed=False),
    "/v5/market/instruments-info": Endpoint(answer=_instruments, signed=False),
    "/v5/market/tickers": Endpoint(answer=_tickers, signed=False),
    "/v5/market/risk-limit": Endpoint(answer=_risk_limit, signed=False),
    "/v5/market/kline": Endpoint(answer=_kline, signed=False),
    "/v5/market/orderbook": Endpoint(answer=_order_book, signed=False),
    "/v5/market/funding/history": Endpoint(
        answer=lambda call: call.listed(
            market_answers.funding_history(call.world.market, call.contract, call.now_ms) if call.is_linear else []
        ),
        signed=False,
    ),
    "/v5/market/insurance": Endpoint(
        answer=lambda call: market_answers.insurance(call.world.market, call.now_ms), signed=False
    ),
    "/v5/spot-margin-trade/collateral": Endpoint(
        answer=lambda call: call.listed(market_answers.collateral_ratios()), signed=False
    ),
    "/v5/position/list": Endpoint(answer=_positions),
    "/v5/account/wallet-balance": Endpoint(
        answer=lambda call: call.listed([account_answers.wallet(call.owner, call.world.marks())])
    ),
    "/v5/account/info": Endpoint(answer=lambda call: account_answers.account_info(call.owner)),
    "/v5/account/fee-rate": Endpoint(answer=_fee_rate, a_second=10),
    "/v5/order/realtime": Endpoint(answer=_orders),
    "/v5/execution/list": Endpoint(answer=_executions),
    "/v5/user/query-api": Endpoint(answer=lambda call: account_answers.api_key(call.owner), a_second=10),
}
