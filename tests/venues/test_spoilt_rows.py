"""Nonsense in any field of a position is refused by name or harmless: the essential figures never change with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.errors import VenueDataError
from monitor.model import Account
from tests.venues import test_binance_coinm, test_deribit, test_hyperliquid, test_krakenfutures

NONSENSE = st.one_of(
    st.none(),
    st.sampled_from(["", "--", "null", "NaN", "inf", "1e308", "0x10", "12,5"]),
    st.text(alphabet="abcxyz {}[]", max_size=6),
    st.sampled_from([float("nan"), float("inf")]),
    st.just([]),
    st.just({}),
)
Read = Callable[[Any], Account]
CASES: dict[str, tuple[Callable[[], Any], Callable[[Any], dict[str, Any]], Read]] = {
    # the answer, the row in it that is spoilt, the account that is read from it
    "hyperliquid cross": (
        lambda: test_hyperliquid.of("fetchPositions-03"),
        lambda answer: answer["assetPositions"][0]["position"],
        test_hyperliquid.direct,
    ),
    "hyperliquid isolated": (
        lambda: test_hyperliquid.of("fetchPositions-04"),
        lambda answer: answer["assetPositions"][0]["position"],
        test_hyperliquid.direct,
    ),
    "binancecoinm": (
        lambda: test_binance_coinm.of("fetchPositions-04"),
        lambda answer: answer[0],
        lambda answer: test_binance_coinm.direct(rows=answer),
    ),
    "krakenfutures": (
        lambda: test_krakenfutures.of("fetchPositions-01"),
        lambda answer: answer["openPositions"][0],
        lambda answer: test_krakenfutures.direct(rows=answer),
    ),
    "deribit": (
        lambda: test_deribit.of("get_positions-01"),
        lambda answer: answer["result"][0],
        test_deribit.direct,
    ),
}


def essential(account: Account) -> list[tuple[Any, ...]]:
    return [
        (
            one.symbol,
            one.side,
            one.contracts,
            one.contract_size,
            one.entry_price,
            one.mark_price,
            one.margin_mode,
            one.isolated_margin,
            one.settle,
        )
        for one in account.positions
    ] + [(held.currency, held.wallet_balance) for held in account.collateral]


@pytest.mark.parametrize("case", CASES)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_nonsense_in_any_field_is_refused_or_harmless(case: str, data: st.DataObject) -> None:
    make, row_of, read = CASES[case]
    right = read(make())
    answer = make()
    row = row_of(answer)
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(NONSENSE)
    try:
        account = read(answer)
    except (VenueDataError, msgspec.ValidationError):
        return
    assert essential(account) == essential(right)


@pytest.mark.parametrize("case", CASES)
def test_a_field_that_is_left_out_is_refused_or_harmless(case: str) -> None:
    make, row_of, read = CASES[case]
    right = essential(read(make()))
    refused = set()
    for field in row_of(make()):
        answer = make()
        del row_of(answer)[field]
        try:
            assert essential(read(answer)) == right, field
        except VenueDataError:
            refused.add(field)
    assert len(refused) >= 4
