"""The reads of OKX's face: which paths there are, whether they are signed, and how they are answered.

Every answer is a list, put into the envelope `{"code": "0", "msg": "", "data": [...]}`. Whatever is not on this list
counts as a write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.demo.account import Account
from monitor.demo.errors import ApiError
from monitor.demo.okx import account_answers, config_answers, market_answers, order_answers, record_answers
from monitor.demo.okx.contracts import Contract
from monitor.demo.okx.rules import OkxRules
from monitor.demo.world import World

KINDS = ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION")
MOST_ROWS = 100
MOST_BARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that was let in."""

    world: World
    rules: OkxRules
    account: Account | None  # None: a public path
    query: Mapping[str, str]
    now_ms: int

    @property
    def contracts(self) -> Mapping[str, Contract]:
        """The listed contracts, by the market's name."""
        return self.rules.contracts

    @property
    def owner(self) -> Account:
        """The account that signed; only private paths ask."""
        assert self.account is not None
        return self.account

    def needed(self, name: str) -> str:
        """Return a parameter that must be sent.

        Raises:
            ApiError: it was not.
        """
        text = self.query.get(name, "")
        if not text:
            raise ApiError(400, 50014, f"Parameter {name} can not be empty")
        return text

    @property
    def kind(self) -> str:
        """The instType asked for."""
        kind = self.needed("instType")
        if kind not in KINDS:
            raise ApiError(400, 51000, "Parameter instType error")
        return kind

    @property
    def contract(self) -> Contract:
        """The contract asked for, where one must be named."""
        return self._named(self.needed("instId"))

    @property
    def chosen(self) -> list[Contract]:
        """The contracts asked for: one, or all of them."""
        name = self.query.get("instId", "")
        if name:
            return [self._named(name)]
        return list(self.contracts.values()) if self.query.get("instType", "SWAP") == "SWAP" else []

    def _named(self, name: str) -> Contract:
        found = market_answers.by_name(self.contracts).get(name)
        if found is None:
            raise ApiError(200, 51001, "Instrument ID or Spread ID doesn't exist")
        return found

    def number(self, name: str) -> int | None:
        """Return an integer parameter, None where it was not sent."""
        text = self.query.get(name, "")
        if not text:
            return None
        if not text.isdigit():
            raise ApiError(400, 51000, f"Parameter {name} error")
        return int(text)

    def page(self, rows: list[dict[str, Any]], key: str, most: int = MOST_ROWS) -> list[dict[str, Any]]:
        """Return one page of rows, newest first: those older than `after`, `limit` at most."""
        after = self.number("after")
        limit = min(most, self.number("limit") or most)
        return [row for row in rows if after is None or int(row[key]) < after][:limit]


Answer = Callable[[Call], list[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """How a path is answered."""

    answer: Answer
    signed: bool = True


def _public(answer: Answer) -> Endpoint:
    return Endpoint(answer=answer, signed=False)


def _candles(call: Call) -> list[Any]:
    bar = call.query.get("bar", "1m")
    if bar not in market_answers.BARS:
        raise ApiError(400, 51000, "Parameter bar error")
    return market_answers.candle_rows(
        call.world.market,
        call.world.candles,
        call.contract,
        bar,
        after=call.number("after"),
        before=call.number("before"),
        limit=min(MOST_BARS, call.number("limit") or MOST_ROWS),
    )


def _tiers(call: Call) -> list[Any]:
    call.needed("tdMode")
    family = call.query.get("instFamily") or call.needed("uly")
    return config_answers.tiers(call.contracts.values(), family) if call.kind == "SWAP" else []


def _tickers(call: Call) -> list[Any]:
    rows = call.chosen if "instId" in call.query or call.kind else []
    return market_answers.tickers(call.world.market, call.world.candles, rows, call.now_ms)


def _insurance(call: Call) -> list[Any]:
    family = call.query.get("instFamily") or call.needed("uly")
    contract = config_answers.by_family(call.contracts).get(family)
    if contract is None:
        raise ApiError(200, 51001, "Instrument ID or Spread ID doesn't exist")
    return [market_answers.insurance_fund(call.world.market, contract, call.now_ms)]


def _positions(call: Call) -> list[Any]:
    if call.query.get("instType", "SWAP") != "SWAP":
        return []
    rows = account_answers.positions(call.owner, call.world.marks(), call.rules, call.now_ms)
    wanted = set(call.query.get("instId", "").split(",")) - {""}
    return [row for row in rows if not wanted or row["instId"] in wanted]


def _algo_orders(call: Call) -> list[Any]:
    rows = order_answers.algo_orders(call.owner, call.contracts, call.needed("ordType"), call.query.get("instId"))
    return call.page(rows, "algoId")


def _leverage(call: Call) -> list[Any]:
    names = call.needed("instId").split(",")
    by_name = market_answers.by_name(call.contracts)
    if unknown := [name for name in names if name not in by_name]:
        raise ApiError(200, 51001, f"Instrument ID or Spread ID doesn't exist: {unknown[0]}")
    mode = call.needed("mgnMode")
    return [row for name in names for row in config_answers.leverage_info(call.owner, by_name[name], mode)]


ENDPOINTS: dict[str, Endpoint] = {  # all of them GET
    "/api/v5/public/time": _public(lambda call: [{"ts": str(call.now_ms)}]),
    "/api/v5/public/instruments": _public(
        lambda call: market_answers.instruments(call.chosen if call.kind == "SWAP" else [], call.kind)
    ),
    "/api/v5/public/mark-price": _public(
        lambda call: market_answers.mark_prices(
            call.world.market, call.chosen if call.kind == "SWAP" else [], call.now_ms
        )
    ),
    "/api/v5/public/funding-rate": _public(
        lambda call: [
            market_answers.funding_rate(call.world.market, call.contract, call.now_ms, call.world.funding_due_ms())
        ]
    ),
    "/api/v5/public/position-tiers": _public(_tiers),
    "/api/v5/public/discount-rate-interest-free-quota": _public(lambda call: market_answers.discounts(call.now_ms)),
    "/api/v5/public/open-interest": _public(
        lambda call: market_answers.open_interest(call.world.market, call.chosen if call.kind else [], call.now_ms)
    ),
    "/api/v5/public/insurance-fund": _public(_insurance),
    "/api/v5/market/ticker": _public(_tickers),
    "/api/v5/market/tickers": _public(_tickers),
    "/api/v5/market/candles": _public(_candles),
    "/api/v5/market/history-candles": _public(_candles),
    "/api/v5/market/books": _public(
        lambda call: [
            market_answers.books(
                call.world.market, call.contract, min(400, max(1, call.number("sz") or 1)), call.now_ms
            )
        ]
    ),
    "/api/v5/account/balance": Endpoint(
        answer=lambda call: [
            account_answers.balance(call.owner, call.world.marks(), call.rules, call.now_ms),
        ]
    ),
    "/api/v5/account/positions": Endpoint(answer=_positions),
    "/api/v5/account/positions-history": Endpoint(
        answer=lambda call: call.page(
            record_answers.closed(call.owner, call.contracts, call.query.get("instId") or None), "uTime"
        )
    ),
    "/api/v5/account/bills": Endpoint(
        answer=lambda call: call.page(record_answers.bills(call.owner, call.contracts), "billId")
    ),
    "/api/v5/account/config": Endpoint(answer=lambda call: [config_answers.config(call.owner)]),
    "/api/v5/account/trade-fee": Endpoint(
        answer=lambda call: [config_answers.trade_fee(call.rules, call.kind, call.now_ms)]
    ),
    "/api/v5/account/leverage-info": Endpoint(answer=_leverage),
    "/api/v5/trade/orders-pending": Endpoint(
        answer=lambda call: call.page(
            order_answers.limit_orders(call.owner, call.contracts, call.query.get("instId")), "ordId"
        )
    ),
    "/api/v5/trade/orders-algo-pending": Endpoint(answer=_algo_orders),
    "/api/v5/trade/fills-history": Endpoint(
        answer=lambda call: call.page(
            record_answers.fills(call.owner, call.contracts, call.query.get("instId")), "billId"
        )
    ),
    "/api/v5/asset/currencies": Endpoint(answer=lambda call: []),
}
