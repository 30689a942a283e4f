"""Derived venues: stops where one call tells them all, and one position missing among several."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monitor.errors import VenueDataError
from monitor.model import Position, PositionKey, Stop
from monitor.tick.presence import reconcile
from monitor.venues.generic_margins import MarginsInUse, missing_of
from monitor.venues.generic_stops import stops_of
from tests.build import position
from tests.venues.served import GARBAGE, reader_at, served
from tests.venues.test_generic import KEYS, bingx, phemex

BNB = "BNB/USDT:USDT"  # a short at 246.75
ORDERS = "/openApi/swap/v2/trade/openOrders"
STOP: dict[str, Any] = {
    "symbol": "BNB-USDT",
    "orderId": "1",
    "side": "BUY",
    "positionSide": "SHORT",
    "type": "STOP_MARKET",
    "origQty": "0.01",
    "price": "0",
    "executedQty": "0",
    "stopPrice": "260.5",
    "workingType": "MARK_PRICE",
    "status": "NEW",
    "time": 1707339747860,
    "reduceOnly": False,
}
STATED = Stop(trigger_price=260.5, trigger="mark", contracts=0.01, limit_price=None)


def with_orders(*orders: dict[str, Any]) -> dict[str, Any]:
    """A BingX with these resting orders. Source: BingX swap v2, GET /trade/openOrders, as in ccxt 4.5.90."""
    return {
        **bingx(),
        ORDERS: {"code": 0, "msg": "", "data": {"orders": list(orders)}},
        "/openApi/cswap/v1/trade/openOrders": {"code": 0, "msg": "", "data": {"orders": []}},
    }


async def stops_at(answers: dict[str, Any], venue: str = "bingx") -> tuple[Stop, ...] | None:
    async with served(answers) as server, reader_at(server, venue, KEYS) as reader:
        account = await reader.read(frozenset(), 1_000)
    return account.positions[0].stops


# ---------------------------------------------------------------- stops


async def test_a_stop_is_read_with_trigger_basis_and_size() -> None:
    assert await stops_at(with_orders(STOP)) == (STATED,)


@pytest.mark.parametrize(
    "change",
    [
        {"side": "SELL"},  # adds to the short
        {"stopPrice": "200", "type": "TAKE_PROFIT_MARKET"},
        {"type": "TRAILING_STOP_MARKET"},
        {"positionSide": "BOTH"},  # not said to be reduce-only
        {"symbol": "ETH-USDT"},
        {"stopPrice": "0", "type": "LIMIT", "price": "230"},
    ],
)
async def test_what_is_no_stop_is_not_taken_for_one(change: dict[str, Any]) -> None:
    assert await stops_at(with_orders({**STOP, **change})) == ()


async def test_a_stop_limit_keeps_its_limit_and_a_closing_one_has_no_size() -> None:
    both = await stops_at(
        with_orders({**STOP, "type": "STOP", "price": "262"}, {**STOP, "closePosition": "true", "orderId": "2"})
    )
    assert [(one.limit_price, one.contracts) for one in both or ()] == [(262, 0.01), (None, None)]


@pytest.mark.parametrize("change", [{"workingType": "SOMETHING"}, {"origQty": None}, {"origQty": "x"}])
async def test_a_stop_that_is_not_understood_leaves_them_unknown(change: dict[str, Any]) -> None:
    assert await stops_at(with_orders({**STOP, **change})) is None


@pytest.mark.parametrize("kind", GARBAGE)
async def test_garbage_about_orders_is_never_no_stop(kind: str) -> None:
    async with served(with_orders(STOP)) as server, reader_at(server, "bingx", KEYS) as reader:
        server.garbage[ORDERS] = kind
        account = await reader.read(frozenset(), 1_000)
    assert account.positions[0].stops is None


async def test_a_venue_that_tells_orders_per_symbol_is_asked_for_each() -> None:
    order = {
        "symbol": "LTCUSDT",
        "orderID": "1",
        "side": "Sell",
        "orderType": "Stop",
        "orderQtyRq": "0.1",
        "leavesQtyRq": "0",
        "ordStatus": "Untriggered",
        "stopPxRp": "60",
        "trigger": "ByLastPrice",
        "reduceOnly": True,
        "execInst": "ReduceOnly",
        "closedPnlRv": "0",
        "actionTimeNs": "1677667878751724052",
    }
    found = {"code": 0, "msg": "", "data": {"rows": [order], "nextPageArg": ""}}
    none = {"code": 0, "msg": "", "data": {"rows": [], "nextPageArg": ""}}
    ltc = lambda asked: found if asked.get("symbol") == "LTCUSDT" else none  # noqa: E731
    answers = phemex(**{"/g-orders/activeList": ltc, "/orders/activeList": none})
    async with served(answers) as server, reader_at(server, "phemex", KEYS) as reader:
        account = await reader.read(frozenset(), 1_000)
    stops = {one.symbol: one.stops for one in account.positions}
    assert stops.pop("LTC/USDT:USDT") == (Stop(trigger_price=60, trigger="last", contracts=0.1, limit_price=None),)
    assert set(stops.values()) <= {()}


async def test_where_no_one_call_tells_all_orders_stops_stay_unknown() -> None:
    assert await stops_at(phemex(), "phemex") is None  # the call fails here
    row = {"symbol": BNB, "side": "buy", "triggerPrice": 300.0, "info": {"trigger": "?"}, "reduceOnly": True}
    with pytest.raises(VenueDataError, match="unknown kind"):
        stops_of(position(symbol=BNB, side="short", mark_price=250.0), [row])


# ---------------------------------------------------------------- one missing among several


def held(symbol: str, margin: float | None) -> Position:
    return position(symbol=symbol, reported_initial_margin=margin)


def known(*positions: Position) -> frozenset[PositionKey]:
    return frozenset(("main", one.symbol, one.side, one.margin_mode) for one in positions)


def used(amount: float) -> list[dict[str, Any]]:
    return [{"used": {"USDT": amount}, "total": {"USDT": 1_000.0}}]


A, B, C = held("A/USDT:USDT", 100.0), held("B/USDT:USDT", 40.0), held("C/USDT:USDT", 70.0)


@pytest.mark.parametrize(
    ("now", "in_use", "explained"),
    [
        ((A,), 110.0, True),  # B is gone, and its margin with it
        ((A,), 150.0, False),  # B's margin is still in use
        ((replace(A, reported_initial_margin=140.0),), 150.0, True),  # A was added to meanwhile
        ((A, C), 180.0, True),  # B closed, C opened
        ((A, C), 220.0, False),  # C opened, B only left out
        ((replace(A, reported_initial_margin=None),), 150.0, True),  # not told: nothing can be said
    ],
)
def test_margin_that_stays_in_use_disagrees_with_a_position_that_vanished(
    now: tuple[Position, ...], in_use: float, explained: bool
) -> None:
    margins = MarginsInUse()
    assert margins.explain((A, B), used(150.0), frozenset())  # 10 rest with orders
    assert margins.explain(now, used(in_use), missing_of(known(A, B), now)) is explained


def test_the_disagreement_ends_when_the_margin_comes_free() -> None:
    margins = MarginsInUse()
    margins.explain((A, B), used(150.0), frozenset())
    missing = missing_of(known(A, B), (A,))
    assert not margins.explain((A,), used(150.0), missing)
    assert not margins.explain((A,), used(150.0), missing)
    assert margins.explain((A,), used(110.0), missing)


async def test_one_position_left_out_among_several_stays_unconfirmed() -> None:
    """Through real ccxt: BingX leaves one of two positions out, while its balance still holds the margin."""
    answers = with_orders()
    first = answers["/openApi/swap/v2/user/positions"]["data"][0]
    second = {**first, "symbol": "ETH-USDT", "positionId": "2"}
    balance = answers["/openApi/swap/v3/user/balance"]
    markets = answers["/openApi/swap/v2/quote/contracts"]
    markets["data"].append({**markets["data"][0], "symbol": "ETH-USDT", "asset": "ETH"})
    margin = float(first["initialMargin"])
    rows = balance["data"] if isinstance(balance["data"], list) else [balance["data"]["balance"]]
    for row in rows:
        if row.get("asset") == "USDT":
            row["usedMargin"] = str(2 * margin)
    answers["/openApi/swap/v2/user/positions"]["data"] = [first, second]
    async with served(answers) as server, reader_at(server, "bingx", KEYS) as reader:
        whole = await reader.read(frozenset(), 1_000)
        assert len(whole.positions) == 2
        keys = frozenset(whole.key_of(one) for one in whole.positions)
        server.answers["/openApi/swap/v2/user/positions"]["data"] = [first]
        part = await reader.read(keys, 6_000)
    assert not part.balance_agrees
    _, remembered, _, _ = reconcile({}, whole, is_new=True)
    kept, _, gone, _ = reconcile(remembered, part, is_new=True)
    assert not gone
    assert [one.unconfirmed for one in kept.positions] == [False, True]
