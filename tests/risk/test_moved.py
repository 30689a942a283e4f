"""Pools once marks have moved, against valuing everything again, for every kind of pool."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.book import Book
from monitor.margin import generic
from monitor.margin.layout import lay_out
from monitor.margin.values import value
from monitor.model import Account, Collateral
from monitor.risk.moved import equity_after, health_after
from monitor.risk.report import MODELS
from tests.build import account, isolated, position
from tests.margin.test_binance import cross_accounts

COIN = position(symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=500.0, contract_size=100.0)
COIN_ACCOUNT = account(COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.3),))
SHARED = account(
    position(contracts=0.1),
    account_mode="multi_currency",
    collateral=(
        Collateral(currency="USDT", wallet_balance=500.0, index_price=1.0),
        Collateral(currency="BTC", wallet_balance=0.1, index_price=50_000.0, bid=0.95, ask=1.05),
    ),
)


def agree(owner: Account, factors: list[float]) -> None:
    book = Book.of((owner,))
    layout = lay_out(book, MODELS, generic)
    pools, factor = value(book, layout), np.resize(np.array(factors), len(book.mark))
    again = value(book.at(book.mark * factor), layout)
    assert equity_after(book, pools, factor) == pytest.approx(again.equity, rel=1e-11, abs=1e-7)
    assert health_after(book, pools, factor) == pytest.approx(again.health, rel=1e-11, abs=1e-7)


@settings(max_examples=60, deadline=None)
@given(owner=cross_accounts(), factors=st.lists(st.floats(0.3, 3.0), min_size=1, max_size=5))
def test_linear_pools_agree_with_valuing_everything_again(owner: Account, factors: list[float]) -> None:
    agree(owner, factors)


@pytest.mark.parametrize("factor", [0.5, 0.97, 1.0, 1.6])
@pytest.mark.parametrize("owner", [COIN_ACCOUNT, SHARED], ids=["a coin's own pool", "a pool in dollars"])
def test_coins_agree_as_well(owner: Account, factor: float) -> None:
    agree(owner, [factor])


def test_what_two_longs_miss_after_a_common_fall_is_the_published_sum() -> None:
    """Risk maths, section 8: two longs of 100, bankrupt at 50 and at 80 % of the price, and a fall of 30 %."""
    rows = [
        isolated(margin, symbol=f"{name}/USDT:USDT", contracts=1.0, entry_price=100.0, mark_price=100.0)
        for name, margin in (("A", 50.0), ("B", 20.0))
    ]
    book = Book.of((account(*rows, wallet=0.0),))
    pools = value(book, lay_out(book, MODELS, generic))
    missing = np.maximum(0.0, -equity_after(book, pools, np.full(2, 0.7)))
    assert missing.sum() == pytest.approx(10.0)
