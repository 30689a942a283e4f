"""The sum of all accounts: unknown as soon as one part is."""

from __future__ import annotations

from msgspec.structs import replace

from monitor.model import Collateral
from monitor.tick.price_watch import OLD_MS, LastPrice
from monitor.tick.total import rate_wanted, rates_of, total_equity
from tests.build import account, position
from tests.ui import sample

ALL = sample.accounts(), sample.pools(), sample.positions()


def test_dollar_coins_count_as_dollars() -> None:
    total = total_equity(*ALL, "USD")
    assert total.amount == sum(pool.equity or 0.0 for pool in sample.pools())
    assert total.missing == ()


def test_an_account_that_is_not_seen_makes_the_sum_unknown_and_is_named() -> None:
    main, *others = sample.accounts()
    total = total_equity((replace(main, feed="stale"), *others), *ALL[1:], "USD")
    assert total.amount is None
    assert total.missing == ("Main is not seen now",)


def test_a_coin_counts_at_the_mark_of_a_position_in_it_and_else_is_unknown() -> None:
    accounts, pools, rows = ALL
    eth = next(row for row in rows if row.symbol.startswith("ETH/"))
    other = (replace(pools[0], settle="ETH", equity=2.0), *pools[1:])
    known = total_equity(accounts, other, rows, "USD")
    assert known.amount == 2.0 * eth.mark_price + sum(pool.equity or 0.0 for pool in pools[1:])
    without = tuple(row for row in rows if not row.symbol.startswith("ETH/"))
    assert total_equity(accounts, other, without, "USD").amount is None


def test_another_currency_needs_a_rate() -> None:
    accounts, pools, rows = ALL
    eth = next(row for row in rows if row.symbol.startswith("ETH/"))
    dollars = total_equity(*ALL, "USD").amount
    assert dollars is not None
    assert total_equity(*ALL, "ETH").amount == dollars / eth.mark_price
    read = total_equity(accounts, pools, (), "EUR", {"EUR": 1.25})
    assert (read.amount, read.currency, read.reason) == (dollars / 1.25, "EUR", "")


def test_without_a_rate_the_sum_is_in_dollars_and_says_why() -> None:
    accounts, pools, _ = ALL
    told = total_equity(accounts, pools, (), "EUR")
    assert (told.amount, told.currency) == (total_equity(accounts, pools, (), "USD").amount, "USD")
    assert told.reason == "No price of EUR is known: the sum is in US dollars."


def test_a_rate_comes_from_what_was_read_or_from_a_venues_index_price() -> None:
    euro = Collateral(currency="EUR", wallet_balance=5.0, index_price=1.1)
    owner = account(collateral=(euro,))
    assert rates_of((owner,), {}, 0) == {"EUR": 1.1}
    read = {("main", "EUR/USDT:USDT"): LastPrice(price=1.2, at_ms=1_000)}
    assert rates_of((owner,), read, 2_000)["EUR"] == 1.2
    assert rates_of((owner,), read, 2_000 + OLD_MS)["EUR"] == 1.1
    assert rates_of((), {("main", "SOL/BTC:BTC"): LastPrice(price=1.0, at_ms=0)}, 0) == {}


def test_a_price_is_read_only_for_a_currency_that_nothing_held_tells() -> None:
    flat, kraken = account(), account(id="k", venue="krakenfutures")
    assert rate_wanted("EUR", (flat, kraken)) == (("main", "EUR/USDT:USDT"), ("k", "EUR/USD:USD"))
    assert rate_wanted("BTC", (account(position()),)) == ()
    assert rate_wanted("USD", (flat,)) == ()
