"""The sum of all accounts: unknown as soon as one part is."""

from __future__ import annotations

from msgspec.structs import replace

from monitor.total import total_equity
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
    nothing = total_equity(accounts, pools, (), "ETH")
    assert nothing.amount is None
    assert "no rate for ETH" in nothing.missing[0]
