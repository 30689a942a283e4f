"""Order books of the ten venues: the documented answers through real ccxt, in contracts, and what is no book."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.errors import VenueDataError, VenueError
from monitor.model import OrderBook
from monitor.venues.order_books import day_volume, read_order_book
from tests.venues import test_binance_coinm, test_deribit, test_hyperliquid, test_krakenfutures
from tests.venues.faces import FACES, KEYS
from tests.venues.loopback import demo_exchange, reader_of
from tests.venues.served import reader_at, served

LEVELS = {"bids": [["99.5", "3"], ["99", "5"]], "asks": [["100.5", "4"], ["101", "6"]]}
NUMBERS = {name: [[float(price), float(size)] for price, size in rows] for name, rows in LEVELS.items()}
OKX = {name: [[*row, "0", "1"] for row in rows] for name, rows in LEVELS.items()}
GATE = {name: [{"p": price, "s": int(size)} for price, size in rows] for name, rows in LEVELS.items()}
HYPERLIQUID = [[{"px": price, "sz": size, "n": 1} for price, size in rows] for rows in LEVELS.values()]


def hyperliquid() -> dict[str, Any]:
    return test_hyperliquid.answers(test_hyperliquid.of("fetchPositions-03"))


# venue -> (what is asked, the answer, all other answers, contracts per unit of the venue's sizes)
VENUES: dict[str, tuple[str, Any, Any, float]] = {
    "binancecoinm": ("/dapi/v1/depth", {"lastUpdateId": 1, **LEVELS}, test_binance_coinm.answers, 1.0),
    "bybit": (
        "/v5/market/orderbook",
        {"retCode": 0, "result": {"s": "X", "b": LEVELS["bids"], "a": LEVELS["asks"], "ts": 1, "u": 1}, "time": 1},
        FACES["bybit"].answers,
        1.0,
    ),
    "okx": ("/api/v5/market/books", {"code": "0", "data": [{**OKX, "ts": "1"}]}, FACES["okx"].answers, 1.0),
    "bitget": (
        "/api/v2/mix/market/merge-depth",
        {"code": "00000", "data": {**NUMBERS, "ts": "1", "scale": "0.1"}},
        FACES["bitget"].answers,
        1.0,
    ),
    "gate": ("/api/v4/futures/usdt/order_book", {"current": 1.0, **GATE}, FACES["gate"].answers, 1.0),
    "kucoinfutures": (
        "/api/v1/level2/depth100",
        {"code": "200000", "data": {**NUMBERS, "ts": 1}},
        FACES["kucoinfutures"].answers,
        1.0,
    ),
    "hyperliquid": ("/info l2Book", {"coin": "X", "time": 1, "levels": HYPERLIQUID}, hyperliquid, 1.0),
    "krakenfutures": (
        "/derivatives/api/v3/orderbook",
        {"result": "success", "orderBook": NUMBERS, "serverTime": "2026-11-01T00:00:00.000Z"},
        test_krakenfutures.answers,
        1.0,
    ),
    "deribit": ("/api/v2/public/get_order_book", {"jsonrpc": "2.0", "result": NUMBERS}, test_deribit.answers, 10.0),
}


async def book_from(venue: str, answer: Any) -> OrderBook:
    what, _, others, _ = VENUES[venue]
    keys = {"hyperliquid": test_hyperliquid.WHO, "krakenfutures": test_krakenfutures.KEYS}.get(venue, KEYS)
    async with served({**others(), what: answer}) as server, reader_at(server, venue, keys) as reader:
        account = await reader.read(frozenset(), 0)
        found = await reader.order_book(account.positions[0].symbol)
        assert reader.client.exchange.watcher.violations == []
        with pytest.raises(VenueDataError, match="not listed"):
            await reader.order_book("NO/USDT:USDT")
    return found


@pytest.mark.parametrize("venue", VENUES)
async def test_the_documented_book_is_read_in_contracts_best_price_first(venue: str) -> None:
    _, answer, _, per_contract = VENUES[venue]
    found = await book_from(venue, answer)
    assert found.bids == ((99.5, 3 / per_contract), (99.0, 5 / per_contract))
    assert found.asks == ((100.5, 4 / per_contract), (101.0, 6 / per_contract))


@pytest.mark.parametrize("venue", VENUES)
async def test_an_answer_without_a_book_is_no_empty_book_of_a_liquid_contract(venue: str) -> None:
    with pytest.raises(VenueError):
        await book_from(venue, {"code": "0", "msg": "x"} if venue != "bybit" else {"retCode": 10001, "retMsg": "x"})


async def test_the_embedded_exchange_tells_its_book() -> None:
    async with demo_exchange() as exchange, reader_of(exchange, "Main") as reader:
        account = await reader.read(frozenset(), 0)
        for position in account.positions:
            found = await reader.order_book(position.symbol)
            assert len(found.bids) >= 20
            assert found.bids[0][0] < found.asks[0][0]


# venue -> (what is asked, the answer of two days, contracts of the whole one)
DAYS = [["1764028800000", "1", "1", "1", "1", "30"], ["1763942400000", "1", "1", "1", "1", "20"]]
VOLUMES: dict[str, tuple[str, Any, float]] = {
    "binancecoinm": ("/dapi/v1/klines", DAYS[::-1], 20.0),
    "bybit": ("/v5/market/kline", {"retCode": 0, "result": {"list": DAYS}, "time": 1}, 20.0),
    "okx": ("/api/v5/market/candles", {"code": "0", "data": DAYS}, 20.0),
    "bitget": ("/api/v2/mix/market/candles", {"code": "00000", "data": DAYS[::-1]}, 20.0),
    "gate": (
        "/api/v4/futures/usdt/candlesticks",
        [{"t": 1_763_942_400, "v": 20, "o": "1"}, {"t": 1_764_028_800, "v": 30, "o": "1"}],
        20.0,
    ),
    "kucoinfutures": ("/api/v1/kline/query", {"code": "200000", "data": DAYS}, 20.0),
    "hyperliquid": ("/info candleSnapshot", [{"t": 1, "v": "20"}, {"t": 2, "v": "30"}], 20.0),
    "deribit": (
        "/api/v2/public/get_tradingview_chart_data",
        {
            "jsonrpc": "2.0",
            "result": {
                "ticks": [1, 2],
                **{name: [1.0, 1.0] for name in ("open", "high", "low", "close")},
                "volume": [0.1, 0.2],
                "cost": [200.0, 300.0],
            },
        },
        20.0,
    ),
}


@pytest.mark.parametrize("venue", VOLUMES)
async def test_the_volume_of_the_last_whole_day_is_read_in_contracts(venue: str) -> None:
    what, answer, contracts = VOLUMES[venue]
    keys = {"hyperliquid": test_hyperliquid.WHO}.get(venue, KEYS)
    async with served({**VENUES[venue][2](), what: answer}) as server, reader_at(server, venue, keys) as reader:
        account = await reader.read(frozenset(), 0)
        held = next(one for one in account.positions if venue != "bitget" or not one.inverse)
        assert await reader.day_volume(held.symbol) == contracts
        assert reader.client.exchange.watcher.violations == []


def test_a_volume_that_is_not_told_is_none() -> None:
    assert day_volume([(1, "5")]) is None  # the day is still open
    assert day_volume([(1, None), (2, "5")]) is None


@pytest.mark.parametrize("row", [["x", "1"], ["1", None], ["1", "-2"], ["0", "1"], ["1"], "12", {"p": "1"}])
def test_a_level_that_is_no_number_is_refused(row: Any) -> None:
    with pytest.raises(VenueDataError):
        read_order_book([row], [], "BTC/USDT:USDT", 0)


def test_a_crossed_book_is_refused() -> None:
    with pytest.raises(VenueDataError, match="above"):
        read_order_book([["101", "1"]], [["100", "1"]], "BTC/USDT:USDT", 0)


def test_levels_that_are_empty_are_left_out() -> None:
    assert read_order_book([["99", "0"], ["98", "2"]], [], "BTC/USDT:USDT", 0).bids == ((98.0, 2.0),)
