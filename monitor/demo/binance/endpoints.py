"""The reads of the Binance face: which paths there are, what they ask of the caller, and how they are answered.

Whatever is not on this list counts as a write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from monitor.demo.account import Account
from monitor.demo.binance import account_answers, config_answers, market_answers, order_answers, records
from monitor.demo.binance.listen_keys import ListenKeys
from monitor.demo.binance.weights import WEIGHT_LIMIT
from monitor.demo.candles import INTERVALS_MS
from monitor.demo.errors import ApiError
from monitor.demo.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that was let in."""

    world: World
    listen_keys: ListenKeys | None  # None: asked without a server
    account: Account | None  # None: a public endpoint
    query: Mapping[str, str]
    now_ms: int

    @property
    def keys(self) -> ListenKeys:
        """Who hands out listen keys; only a served world has them."""
        assert self.listen_keys is not None
        return self.listen_keys

    @property
    def owner(self) -> Account:
        """The account that signed; only private endpoints ask."""
        assert self.account is not None
        return self.account

    @property
    def symbol(self) -> str | None:
        """The symbol asked for; None: all.

        Raises:
            ApiError: it is not listed.
        """
        name = self.query.get("symbol")
        if name is not None and name not in self.world.market.by_name:
            raise ApiError(400, -1121, "Invalid symbol.")
        return name

    @property
    def one_symbol(self) -> str:
        """The symbol, where one must be named."""
        if self.symbol is None:
            raise ApiError(400, -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")
        return self.symbol

    def number(self, name: str) -> int | None:
        """Return an integer parameter, None where it was not sent."""
        text = self.query.get(name)
        if text is None:
            return None
        try:
            return int(text)
        except ValueError:
            raise ApiError(400, -1102, f"Parameter '{name}' was malformed.") from None

    def limit(self, default: int, most: int) -> int:
        """Return the number of rows asked for."""
        wanted = self.number("limit")
        return min(most, max(1, default if wanted is None else wanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """How a path is answered, and what it asks of the caller: "public", "key" or "signed"."""

    answer: Callable[[Call], object]
    access: str = "signed"


def _risk(version: int) -> Endpoint:
    return Endpoint(
        answer=lambda call: account_answers.position_risk(
            call.owner, call.world.marks(), call.owner.rules.symbols, version=version, symbol=call.symbol
        )
    )


def _account(version: int) -> Endpoint:
    return Endpoint(
        answer=lambda call: account_answers.account(
            call.owner, call.world.marks(), call.owner.rules.symbols, version=version
        )
    )


def _balance(call: Call) -> object:
    return account_answers.balance(call.owner, call.world.marks())


def _premium(call: Call) -> object:
    rows = market_answers.premium_index(call.world.market, call.now_ms, call.world.funding_due_ms(), call.symbol)
    return rows if call.symbol is None else rows[0]


def _tickers(kind: str) -> Endpoint:
    def answer(call: Call) -> object:
        rows = market_answers.tickers(call.world.market, call.world.candles, kind, call.now_ms, call.symbol)
        return rows if call.symbol is None else rows[0]

    return Endpoint(answer=answer, access="public")


def _klines(call: Call) -> object:
    interval = call.query.get("interval", "")
    if interval not in INTERVALS_MS:
        raise ApiError(400, -1120, "Invalid interval.")
    return market_answers.klines(
        call.world.market,
        call.world.candles,
        call.one_symbol,
        interval,
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(500, 1500),
    )


def _income(call: Call) -> object:
    return order_answers.records(
        [records.income(record) for record in call.owner.income],
        symbol=call.symbol,
        kind=call.query.get("incomeType"),
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(100, 1000),
    )


def _force_orders(call: Call) -> object:
    if call.query.get("autoCloseType", "LIQUIDATION") != "LIQUIDATION":
        return []  # the fund of this exchange has never run dry: nobody was deleveraged
    rows = order_answers.records(
        [records.done_order(fill, call.world.market.by_name[fill.symbol]) for fill in call.owner.forced],
        symbol=call.symbol,
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(50, 100),
    )
    return rows[::-1]  # newest first


def _all_orders(call: Call) -> object:
    return order_answers.records(
        [records.done_order(fill, call.world.market.by_name[fill.symbol]) for fill in call.owner.trades],
        symbol=call.one_symbol,
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(500, 1000),
    )


def _trades(call: Call) -> object:
    return order_answers.records(
        [records.trade(fill, call.world.market.by_name[fill.symbol]) for fill in call.owner.trades],
        symbol=call.one_symbol,
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(500, 1000),
    )


def _commission(call: Call) -> object:
    return {"symbol": call.one_symbol, "makerCommissionRate": "0.0002", "takerCommissionRate": "0.0005"}


def _insurance(call: Call) -> object:
    rows = market_answers.insurance_balance(call.world.market, call.now_ms)
    return rows if call.symbol is None else rows[0]


def _public(answer: Callable[[Call], object]) -> Endpoint:
    return Endpoint(answer=answer, access="public")


ENDPOINTS: dict[tuple[str, str], Endpoint] = {
    ("GET", "/fapi/v1/ping"): _public(lambda call: {}),
    ("GET", "/fapi/v1/time"): _public(lambda call: {"serverTime": call.now_ms}),
    ("GET", "/fapi/v1/exchangeInfo"): _public(
        lambda call: market_answers.exchange_info(call.world.market, call.now_ms, WEIGHT_LIMIT)
    ),
    ("GET", "/fapi/v1/premiumIndex"): _public(_premium),
    ("GET", "/fapi/v1/fundingInfo"): _public(lambda call: []),  # empty: all settle every 8 hours of market time
    ("GET", "/fapi/v1/fundingRate"): _public(
        lambda call: market_answers.funding_rates(call.world.market, call.symbol, call.now_ms)
    ),
    ("GET", "/fapi/v1/depth"): _public(
        lambda call: market_answers.depth(call.world.market, call.one_symbol, call.limit(500, 1000), call.now_ms)
    ),
    ("GET", "/fapi/v1/klines"): _public(_klines),
    ("GET", "/fapi/v1/ticker/price"): _tickers("price"),
    ("GET", "/fapi/v2/ticker/price"): _tickers("price"),
    ("GET", "/fapi/v1/ticker/24hr"): _tickers("24hr"),
    ("GET", "/fapi/v1/ticker/bookTicker"): _tickers("bookTicker"),
    ("GET", "/fapi/v1/openInterest"): _public(
        lambda call: market_answers.open_interest(call.world.market, call.one_symbol, call.now_ms)
    ),
    ("GET", "/fapi/v1/insuranceBalance"): _public(_insurance),
    ("GET", "/fapi/v2/positionRisk"): _risk(2),
    ("GET", "/fapi/v3/positionRisk"): _risk(3),
    ("GET", "/fapi/v2/account"): _account(2),
    ("GET", "/fapi/v3/account"): _account(3),
    ("GET", "/fapi/v2/balance"): Endpoint(answer=_balance),
    ("GET", "/fapi/v3/balance"): Endpoint(answer=_balance),
    ("GET", "/fapi/v1/leverageBracket"): Endpoint(
        answer=lambda call: config_answers.leverage_brackets(call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/symbolConfig"): Endpoint(
        answer=lambda call: config_answers.symbol_config(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/accountConfig"): Endpoint(answer=lambda call: config_answers.account_config(call.owner)),
    ("GET", "/fapi/v1/positionSide/dual"): Endpoint(answer=lambda call: {"dualSidePosition": call.owner.is_hedged}),
    ("GET", "/fapi/v1/multiAssetsMargin"): Endpoint(
        answer=lambda call: {"multiAssetsMargin": call.owner.spec.multi_assets}
    ),
    ("GET", "/fapi/v1/adlQuantile"): Endpoint(
        answer=lambda call: account_answers.adl_quantile(call.owner, call.world.marks(), call.symbol)
    ),
    ("GET", "/fapi/v1/openOrders"): Endpoint(
        answer=lambda call: order_answers.open_orders(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/openAlgoOrders"): Endpoint(
        answer=lambda call: order_answers.open_algo_orders(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/forceOrders"): Endpoint(answer=_force_orders),
    ("GET", "/fapi/v1/allOrders"): Endpoint(answer=_all_orders),
    ("GET", "/fapi/v1/income"): Endpoint(answer=_income),
    ("GET", "/fapi/v1/userTrades"): Endpoint(answer=_trades),
    ("GET", "/fapi/v1/commissionRate"): Endpoint(answer=_commission),
    ("GET", "/fapi/v1/apiTradingStatus"): Endpoint(answer=lambda call: {"indicators": {}, "updateTime": call.now_ms}),
    ("GET", "/sapi/v1/account/apiRestrictions"): Endpoint(
        answer=lambda call: config_answers.api_restrictions(call.owner)
    ),
    ("GET", "/sapi/v1/capital/config/getall"): Endpoint(answer=lambda call: []),
    ("GET", "/sapi/v1/margin/allPairs"): Endpoint(answer=lambda call: []),
    ("GET", "/sapi/v1/margin/isolated/allPairs"): Endpoint(answer=lambda call: []),
    ("POST", "/fapi/v1/listenKey"): Endpoint(answer=lambda call: call.keys.create_key(call.owner.label), access="key"),
    ("PUT", "/fapi/v1/listenKey"): Endpoint(answer=lambda call: _keep_key(call), access="key"),
    ("DELETE", "/fapi/v1/listenKey"): Endpoint(answer=lambda call: call.keys.drop_key(call.owner.label), access="key"),
}


def _keep_key(call: Call) -> object:
    kept = call.keys.keep_key(call.owner.label)
    if kept is None:
        raise ApiError(400, -1125, "This listenKey does not exist.")
    return kept


def read(world: World, path: str, label: str | None = None, **query: str) -> object:
    """Return the body of a GET, straight from the world: what a server would serialise.

    Args:
        label: the account that asks; None for public paths.

    Raises:
        ApiError: the exchange answers with an error.
        KeyError: there is no such path or account.
    """
    account = None if label is None else world.accounts[label]
    call = Call(world=world, listen_keys=None, account=account, query=query, now_ms=world.now_ms())
    return ENDPOINTS["GET", path].answer(call)
