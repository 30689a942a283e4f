"""The order book walked: published values, what it does not hold, and coins."""

from __future__ import annotations

import numpy as np
import pytest

from monitor.book import Book
from monitor.model import OrderBook
from monitor.risk.depth import Depth, exits, impact, side_of, walk
from tests.build import account, flat_bracket, position

BTC = ("binanceusdm", "BTC/USDT:USDT")


def walked(levels: list[tuple[float, float]], quantity: float) -> tuple[float, float, float]:
    one = np.zeros(1, dtype=np.int64)
    average, worst, filled = walk([side_of(levels)], one, np.array([[quantity]]), one > 0)
    return float(average[0, 0]), float(worst[0, 0]), float(filled[0, 0])


def test_the_average_price_is_the_published_one() -> None:
    levels = [(100.0, 1.0), (99.9, 2.0), (99.5, 5.0), (99.0, 10.0)]
    average, worst, _ = walked(levels, 6.0)
    assert average == pytest.approx(99.7166666667)
    assert (100.05 - average) / 100.05 * 1e4 == pytest.approx(33.3166750)
    assert worst == 99.5


def test_what_the_book_does_not_hold_is_unfilled() -> None:
    average, worst, filled = walked([(100.0, 1.0), (99.9, 2.0)], 5.0)
    assert (average, worst, filled) == (pytest.approx(99.9333333), 99.9, 3.0)


def test_beyond_the_book_the_square_root_law_is_the_published_one() -> None:
    assert impact(np.array([0.03]), np.array([1.0]), np.array([100.0]))[0] == pytest.approx(0.003)


def book_of(bids: list[tuple[float, float]], asks: list[tuple[float, float]]) -> Depth:
    return Depth.of(OrderBook(bids=tuple(bids), asks=tuple(asks), at_ms=7))


DEEP = book_of([(49_990.0, 1.0), (49_900.0, 4.0)], [(50_010.0, 1.0), (50_100.0, 4.0)])


def exit_of(*positions: object, depth: Depth = DEEP) -> object:
    book = Book.of((account(*positions),))  # type: ignore[arg-type]
    return exits(book, {BTC: depth}, book.mark * 0 + 0.0005, book.mark * np.nan)


def test_long_and_short_pay_the_same_in_a_symmetric_book() -> None:
    found = exit_of(position(contracts=2.0), position(side="short", contracts=2.0))
    assert found.slippage[:, 0] == pytest.approx(found.slippage[:, 1])  # type: ignore[attr-defined]
    assert found.cost == pytest.approx([2.0 * 55.0, 2.0 * 55.0])  # type: ignore[attr-defined]


def test_a_thinner_book_costs_more_and_fills_less() -> None:
    found = exit_of(position(contracts=2.0))
    assert (np.diff(found.slippage[:, 0]) >= 0).all()  # type: ignore[attr-defined]
    assert found.unfilled[:, 0] == pytest.approx([0.0, 1.0, 1.5, 1.75])  # type: ignore[attr-defined]


def test_of_a_book_too_thin_for_it_the_slippage_of_the_whole_is_unknown() -> None:
    found = exit_of(position(contracts=2.0))
    assert np.isfinite(found.whole[:, 0]).tolist() == [True, False, False, False]  # type: ignore[attr-defined]


def test_a_contract_without_a_book_is_unknown_and_not_free() -> None:
    found = exit_of(position(symbol="ETH/USDT:USDT"))
    assert np.isnan(found.cost[0])  # type: ignore[attr-defined]
    assert np.isnan(found.slippage[:, 0]).all()  # type: ignore[attr-defined]


def test_an_empty_side_fills_nothing() -> None:
    found = exit_of(position(contracts=2.0), depth=book_of([], [(50_010.0, 1.0)]))
    assert found.unfilled[0, 0] == 2.0  # type: ignore[attr-defined]
    assert np.isnan(found.cost[0])  # type: ignore[attr-defined]


def test_a_coin_margined_exit_costs_coins() -> None:
    coin = position(
        symbol="BTC/USD:BTC",
        settle="BTC",
        inverse=True,
        contracts=300.0,
        contract_size=100.0,
        brackets=flat_bracket(0.01),
    )
    book = Book.of((account(coin, venue="binancecoinm"),))
    depth = book_of([(49_900.0, 100.0), (49_800.0, 200.0)], [(50_100.0, 300.0)])
    found = exits(book, {("binancecoinm", "BTC/USD:BTC"): depth}, np.zeros(1), np.full(1, np.nan))
    coins = 10_000.0 / 49_900.0 + 20_000.0 / 49_800.0
    assert found.average[0, 0] == pytest.approx(30_000.0 / coins)
    assert found.cost[0] == pytest.approx(coins - 30_000.0 / 50_000.0)


def level_by_level(levels: list[tuple[float, float]], quantity: float) -> tuple[float, float, float]:
    """The same as a trader would do it by hand."""
    rest, value, worst = quantity, 0.0, float("nan")
    for price, size in levels:
        taken = min(rest, size)
        if taken > 0:
            value, worst, rest = value + taken * price, price, rest - taken
    filled = quantity - rest
    return value / filled if filled else float("nan"), worst, filled


def test_many_books_at_once_are_the_same_as_each_by_hand() -> None:
    random = np.random.default_rng(3)
    books = [
        [(100.0 - 0.1 * level, float(random.uniform(0.1, 5.0))) for level in range(int(random.integers(0, 40)))]
        for _ in range(300)
    ]
    which = random.integers(0, len(books), 2_000)
    quantity = 10 ** random.uniform(-2, 2.5, (3, 2_000))
    sides = [side_of(levels) for levels in books]
    found = walk(sides, which, quantity, np.zeros(2_000, dtype=bool))
    for column, book in enumerate(which.tolist()):
        for row in range(3):
            expected = level_by_level(books[book], float(quantity[row, column]))
            assert [float(part[row, column]) for part in found] == pytest.approx(expected, rel=1e-9, nan_ok=True)
