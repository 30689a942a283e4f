"""The REST face of the demo exchange: Binance USDⓈ-M's paths, signatures, errors and request weights.

Only what is on the list of endpoints is a read and is answered; everything else is logged as a write and refused,
whatever the key may do.
"""

from __future__ import annotations

import hashlib
import hmac
import time
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from aiohttp import web

from monitor.demo import account_answers, market_answers
from monitor.demo.account import Account
from monitor.demo.candles import INTERVALS_MS
from monitor.demo.faults import REPLACING, SHAPING, Faults, replace_answer, shape_answer, without_vanished
from monitor.demo.limits import RateLimiter, Verdict, weight_of
from monitor.demo.request_log import LogEntry, RequestLog
from monitor.demo.streams import Streams
from monitor.demo.world import World

DEFAULT_WINDOW_MS = 5000
AHEAD_MS = 1000  # how far a request's timestamp may lie in the future


class ApiError(Exception):
    """An error in Binance's form."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that was let in."""

    world: World
    streams: Streams
    account: Account | None  # None: a public endpoint
    query: Mapping[str, str]
    now_ms: int

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
    return Endpoint(answer=lambda call: call.world.position_risk(call.owner.label, version=version, symbol=call.symbol))


def _account(version: int) -> Endpoint:
    return Endpoint(answer=lambda call: call.world.account(call.owner.label, version=version))


def _balance(call: Call) -> object:
    return account_answers.balance(call.owner, call.world.marks(), call.world.market.by_name, now_ms=call.now_ms)


def _premium(call: Call) -> object:
    rows = call.world.premium_index(call.symbol)
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
    return account_answers.records(
        call.owner.income,
        symbol=call.symbol,
        kind=call.query.get("incomeType"),
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(100, 1000),
    )


def _force_orders(call: Call) -> object:
    if call.query.get("autoCloseType", "LIQUIDATION") != "LIQUIDATION":
        return []  # the fund of this exchange has never run dry: nobody was deleveraged
    rows = account_answers.records(
        call.owner.force_orders,
        symbol=call.symbol,
        start_ms=call.number("startTime"),
        end_ms=call.number("endTime"),
        limit=call.limit(50, 100),
    )
    return rows[::-1]  # newest first


def _trades(call: Call) -> object:
    return account_answers.records(
        call.owner.trades,
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
        lambda call: market_answers.exchange_info(call.world.market, call.now_ms, 2400)
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
        answer=lambda call: account_answers.leverage_brackets(call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/symbolConfig"): Endpoint(
        answer=lambda call: account_answers.symbol_config(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/accountConfig"): Endpoint(answer=lambda call: account_answers.account_config(call.owner)),
    ("GET", "/fapi/v1/positionSide/dual"): Endpoint(answer=lambda call: {"dualSidePosition": call.owner.is_hedged}),
    ("GET", "/fapi/v1/multiAssetsMargin"): Endpoint(
        answer=lambda call: {"multiAssetsMargin": call.owner.spec.multi_assets}
    ),
    ("GET", "/fapi/v1/adlQuantile"): Endpoint(
        answer=lambda call: account_answers.adl_quantile(
            call.owner, call.world.marks(), call.world.market.by_name, call.symbol
        )
    ),
    ("GET", "/fapi/v1/openOrders"): Endpoint(
        answer=lambda call: account_answers.open_orders(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/openAlgoOrders"): Endpoint(
        answer=lambda call: account_answers.open_algo_orders(call.owner, call.world.market.by_name, call.symbol)
    ),
    ("GET", "/fapi/v1/forceOrders"): Endpoint(answer=_force_orders),
    ("GET", "/fapi/v1/income"): Endpoint(answer=_income),
    ("GET", "/fapi/v1/userTrades"): Endpoint(answer=_trades),
    ("GET", "/fapi/v1/commissionRate"): Endpoint(answer=_commission),
    ("GET", "/fapi/v1/apiTradingStatus"): Endpoint(answer=lambda call: {"indicators": {}, "updateTime": call.now_ms}),
    ("GET", "/sapi/v1/account/apiRestrictions"): Endpoint(
        answer=lambda call: account_answers.api_restrictions(call.owner)
    ),
    ("GET", "/sapi/v1/capital/config/getall"): Endpoint(answer=lambda call: []),
    ("GET", "/sapi/v1/margin/allPairs"): Endpoint(answer=lambda call: []),
    ("GET", "/sapi/v1/margin/isolated/allPairs"): Endpoint(answer=lambda call: []),
    ("POST", "/fapi/v1/listenKey"): Endpoint(
        answer=lambda call: call.streams.create_key(call.owner.label), access="key"
    ),
    ("PUT", "/fapi/v1/listenKey"): Endpoint(answer=lambda call: _keep_key(call), access="key"),
    ("DELETE", "/fapi/v1/listenKey"): Endpoint(
        answer=lambda call: call.streams.drop_key(call.owner.label), access="key"
    ),
}


def _keep_key(call: Call) -> object:
    kept = call.streams.keep_key(call.owner.label)
    if kept is None:
        raise ApiError(400, -1125, "This listenKey does not exist.")
    return kept


class RestFace:
    """Answers requests from a world, in Binance's dialect."""

    def __init__(self, world: World, streams: Streams, faults: Faults, log: RequestLog, limiter: RateLimiter) -> None:
        self._world = world
        self._streams = streams
        self._faults = faults
        self._log = log
        self._limiter = limiter
        self.last_request_s = time.monotonic()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Log, misbehave as told, limit, authenticate, answer."""
        self.last_request_s = time.monotonic()
        path = request.path
        owner = self._owner(request)
        label = owner.label if owner is not None else None
        upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        self._note(request, label, upgrade)
        fault = self._faults.take(REPLACING, path, label)
        if fault is not None:
            return await replace_answer(fault, request)
        if upgrade:
            return await self._streams.handle(request)
        verdict = self._limiter.spend(weight_of(path, request.query), time.monotonic())
        if verdict.status != 200:
            return self._too_many(verdict)
        try:
            body = await self._answer(request, owner)
        except ApiError as error:
            return _response({"code": error.code, "msg": error.message}, verdict, status=error.status)
        shaping = self._faults.take(SHAPING, path, label)
        if shaping is None:
            return _response(body, verdict)
        if shaping.kind in ("vanish", "vanish_all"):
            return _response(without_vanished(shaping, body), verdict)
        return await shape_answer(shaping, request, msgspec.json.encode(body))

    def _note(self, request: web.Request, label: str | None, upgrade: bool) -> None:
        entry = LogEntry(
            at_ms=self._world.now_ms(),
            method="WS-OPEN" if upgrade else request.method,
            path=request.path,
            account=label,
            is_write=not upgrade and (request.method, request.path) not in ENDPOINTS,
        )
        self._log.add(entry)

    def _owner(self, request: web.Request) -> Account | None:
        label = self._streams.owner_of(request)
        if label is not None:
            return self._world.accounts[label]
        key = request.headers.get("X-MBX-APIKEY")
        return next((account for account in self._world.accounts.values() if account.api_key == key), None)

    async def _answer(self, request: web.Request, owner: Account | None) -> object:
        text = await request.text()
        endpoint = ENDPOINTS.get((request.method, request.path))
        if endpoint is None:
            if request.method == "GET":
                raise ApiError(404, -5000, f"Path {request.path}, Method GET is invalid")
            raise ApiError(401, -2015, "Invalid API-key, IP, or permissions for action, request ip: 127.0.0.1")
        if endpoint.access != "public":
            if owner is None:
                known_form = request.headers.get("X-MBX-APIKEY")
                code, message = (
                    (-2015, "Invalid API-key, IP, or permissions for action, request ip: 127.0.0.1")
                    if known_form
                    else (-2014, "API-key format invalid.")
                )
                raise ApiError(401, code, message)
            if endpoint.access == "signed":
                self._check_signature(request.rel_url.raw_query_string + text, owner)
        call = Call(
            world=self._world,
            streams=self._streams,
            account=owner,
            query=request.query,
            now_ms=self._world.now_ms(),
        )
        return endpoint.answer(call)

    def _check_signature(self, payload: str, owner: Account) -> None:
        """Check HMAC, timestamp and window as Binance does.

        Raises:
            ApiError: one of them is wrong.
        """
        signed, _, signature = payload.rpartition("&signature=")
        wanted = hmac.new(owner.secret.encode(), signed.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted, urllib.parse.unquote(signature)):
            raise ApiError(400, -1022, "Signature for this request is not valid.")
        values = dict(urllib.parse.parse_qsl(signed))
        stamp, window = values.get("timestamp", ""), values.get("recvWindow", str(DEFAULT_WINDOW_MS))
        if not stamp.isdigit():
            raise ApiError(400, -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.")
        now = self._world.now_ms()
        if int(stamp) > now + AHEAD_MS:
            raise ApiError(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.")
        if now - int(stamp) > int(window):
            raise ApiError(400, -1021, "Timestamp for this request is outside of the recvWindow.")

    def _too_many(self, verdict: Verdict) -> web.Response:
        if verdict.status == 418:
            until = self._world.now_ms() + round(verdict.wait_s * 1000)
            message = (
                f"Way too many requests; IP(127.0.0.1) banned until {until}. "
                "Please use the websocket for live updates to avoid bans."
            )
        else:
            message = "Too many requests; current limit of IP(127.0.0.1) is 2400 requests per minute."
        response = _response({"code": -1003, "msg": message}, verdict, status=verdict.status)
        response.headers["Retry-After"] = str(max(1, round(verdict.wait_s)))
        return response


def _response(body: object, verdict: Verdict, *, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=msgspec.json.encode(body),
        content_type="application/json",
        headers={"X-MBX-USED-WEIGHT-1M": str(verdict.used)},
    )
