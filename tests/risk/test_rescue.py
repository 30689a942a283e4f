"""The rescue figures do what they say when they are carried out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from monitor.model import Account
from monitor.risk.report import assess
from tests.build import account, isolated, position
from tests.margin.test_binance import cross_accounts


def test_adding_the_rescue_margin_to_an_isolated_position_restores_the_distance() -> None:
    row = assess((account(isolated(3_000.0)),), rescue_distance=0.12).positions[0]
    assert row.rescue_add is not None
    again = assess((account(isolated(3_000.0 + row.rescue_add)),), rescue_distance=0.12).positions[0]
    assert again.liquidation_distance == pytest.approx(0.12, rel=1e-9)


@settings(max_examples=80, deadline=None)
@given(cross_accounts())
def test_adding_the_rescue_margin_to_a_cross_pool_restores_the_distance(pool: Account) -> None:
    for row in assess((pool,), rescue_distance=0.1).positions:
        if not row.rescue_add or row.liquidation_price is None:
            continue
        richer = account(*pool.positions, wallet=pool.collateral[0].wallet_balance + row.rescue_add)
        after = next(entry for entry in assess((richer,), rescue_distance=0.1).positions if entry.key == row.key)
        assert after.liquidation_distance is None or after.liquidation_distance >= 0.1 - 1e-9


def test_cutting_the_rescue_size_restores_the_distance() -> None:
    row = assess((account(position(contracts=2.0), wallet=6_000.0),), rescue_distance=0.12).positions[0]
    assert row.rescue_cut is not None
    again = assess((account(position(contracts=2.0 - row.rescue_cut), wallet=6_000.0),), rescue_distance=0.12)
    assert again.positions[0].liquidation_distance == pytest.approx(0.12, rel=1e-9)


def test_cutting_an_isolated_position_is_not_offered_because_its_margin_goes_with_it() -> None:
    assert assess((account(isolated(3_000.0)),), rescue_distance=0.12).positions[0].rescue_cut is None


def test_a_position_far_from_liquidation_needs_nothing() -> None:
    assert assess((account(position(), wallet=40_000.0),), rescue_distance=0.1).positions[0].rescue_add == 0.0
