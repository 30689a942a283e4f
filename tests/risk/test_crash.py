"""Crashes laid over a book: the paths are the published ones, deaths come in order, the rebound comes too late."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Account, Collateral
from monitor.risk.crash import Replay, replay_crash
from monitor.risk.crash_paths import Crash, crashes
from monitor.risk.report import assess
from tests.build import account, flat_bracket, isolated, position

PATHS = {crash.id: crash for crash in crashes()}


def path(*factors: float) -> Crash:
    return replace(PATHS["covid"], hours=np.arange(len(factors), dtype=np.float64), factor=np.array(factors))


def replay(crash: Crash, *accounts: Account) -> Replay:
    report = assess(accounts, rescue_distance=0.1)
    return replay_crash(report.book, report.pools.layout, crash)


@pytest.mark.parametrize(
    ("name", "fall", "hours"),
    [("covid", 0.526, 28), ("may21", 0.345, 31), ("luna", 0.330, 168), ("ftx", 0.260, 69)],
)
def test_a_real_crash_falls_as_far_and_as_long_as_published(name: str, fall: float, hours: float) -> None:
    crash = PATHS[name]
    assert crash.fall == pytest.approx(fall, abs=5e-4)
    assert float(crash.hours[crash.factor.argmin()]) == pytest.approx(hours, abs=1.0)
    assert not crash.synthetic


def test_the_rebound_of_march_2020_is_the_published_one() -> None:
    covid = PATHS["covid"]
    low = int(covid.factor.argmin())
    a_day_later = covid.factor[np.searchsorted(covid.hours, covid.hours[low] + 24.0)]
    assert a_day_later / covid.factor[low] == pytest.approx(1.47, abs=0.05)


@pytest.mark.parametrize(("name", "fall"), [("aug24", 0.1514), ("aug24-severe", 0.1967), ("oct25", 0.1451)])
def test_a_synthetic_crash_meets_its_published_fall_and_says_what_it_is(name: str, fall: float) -> None:
    assert PATHS[name].fall == pytest.approx(fall, abs=1e-4)
    assert PATHS[name].synthetic
    assert PATHS[name].source.startswith("Synthetic")
    assert "assumption" in PATHS[name].source


@pytest.mark.parametrize(
    ("name", "coin", "fall"), [("oct25", "AVAX", 0.631), ("aug24", "ETH", 0.214), ("oct25", "X", 0.6)]
)
def test_a_coin_falls_as_far_as_it_did_then(name: str, coin: str, fall: float) -> None:
    crash = PATHS[name]
    assert 1.0 - crash.factor.min() ** crash.power(coin) == pytest.approx(fall, abs=2e-3)


def test_dollars_and_gold_do_not_crash() -> None:
    assert PATHS["covid"].power("USDC") == PATHS["covid"].power("PAXG") == 0.0


def test_a_long_dies_at_the_first_step_below_its_liquidation_price_whatever_comes_next() -> None:
    long = account(isolated(10_000.0, brackets=flat_bracket(0.005)))
    told = replay(path(1.0, 0.9, 0.79, 1.5), long)
    pool = int(told.died.argmax())
    assert told.died[pool] == 2
    assert told.after[pool] == 0.0
    assert told.held[pool] == pytest.approx(10_000.0 + 25_000.0)  # it would have won
    assert told.shortfall[pool] == pytest.approx(500.0)  # 10,500 lost at the worst fill, 10,000 were there


def test_a_short_dies_of_the_rebound() -> None:
    short = account(position(side="short", entry_price=30_000.0, mark_price=30_000.0), wallet=9_000.0)
    told = replay(path(1.0, 0.6, 1.31), short)
    assert told.died.tolist() == [2]


def test_losses_of_the_dead_and_changes_of_the_living_add_up() -> None:
    rows = (isolated(10_000.0), position(symbol="ETH/USDT:USDT", side="short", contracts=0.1))
    told = replay(path(1.0, 0.7, 0.8), account(*rows, wallet=20_000.0))
    assert told.died.max() == 1
    short = 5_000.0 * (1.0 - 0.8 ** PATHS["covid"].power("ETH"))
    assert told.loss == pytest.approx(10_000.0 - short)
    assert told.equity[-1] == pytest.approx(20_000.0 + short)


def test_a_coins_own_pool_is_lost_in_dollars_of_today() -> None:
    row = position(symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=100_000.0, brackets=flat_bracket(0.01))
    owner = account(row, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.5),))
    told = replay(path(1.0, 0.5), owner)
    assert told.before[0] == pytest.approx(25_000.0)
    assert told.loss == pytest.approx(25_000.0)


def test_a_pool_that_cannot_be_valued_is_left_out_and_not_safe() -> None:
    unknown = replace(account(position(), id="unknown"), collateral=())
    told = replay(PATHS["covid"], unknown, account(position(), wallet=10_000.0))
    assert told.known.tolist() == [False, True]
    assert told.loss == pytest.approx(10_000.0)


def test_a_pool_that_only_repeats_its_venue_is_not_judged_by_the_crash() -> None:
    told = replay(PATHS["covid"], account(position(), venue="binanceusdm", wallet=10_000.0, account_mode=None))
    judged = assess(
        (account(position(), venue="binanceusdm", wallet=10_000.0, account_mode=None),), rescue_distance=0.1
    )
    assert not judged.pools.terms[0].computable
    assert told.died.tolist() == [-1]
    assert not told.known[0]


def test_coins_that_only_stand_as_collateral_fall_along_their_own_path() -> None:
    money = tuple(
        Collateral(currency=currency, wallet_balance=balance, index_price=price)
        for currency, balance, price in (("BTC", 1.0, 50_000.0), ("USDT", 1_000.0, 1.0))
    )
    eth = position(symbol="ETH/USDT:USDT", contracts=0.01, entry_price=3_000.0, mark_price=3_000.0)
    result = replay(path(1.0, 0.5), account(eth, account_mode="multi_currency", collateral=money))
    assert result.before[0] - result.after[0] == pytest.approx(25_000.0, abs=30.0)


def test_an_empty_book_loses_nothing() -> None:
    told = replay(PATHS["covid"], account(wallet=500.0))
    assert (told.loss, told.total_shortfall) == (0.0, 0.0)


@given(st.floats(0.3, 0.99), st.floats(1_000.0, 60_000.0))
def test_a_pool_dies_if_and_only_if_the_fall_reaches_its_common_shock(low: float, wallet: float) -> None:
    """With all coins in step the replay must agree with the solver, which shares no code with it."""
    rows = (position(), position(symbol="BTC/USDC:USDC", settle="USDT", contracts=0.4))
    owner = account(*rows, wallet=wallet)
    shock = assess((owner,), rescue_distance=0.1).pool_rows[0].common_shock_down
    if shock is None or abs(1.0 - low - shock) < 1e-9:
        return
    assert (replay(path(1.0, low), owner).died[0] == 1) == (1.0 - low > shock)
