"""Funding and where it carries the liquidation price: published values, the engine itself, and what is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Account, Collateral, Position
from monitor.risk.funding import JUMP_8H, Funding, funding
from monitor.risk.report import assess
from tests.build import account, flat_bracket, isolated, position

HOUR_MS = 3_600_000
NOW = 1_700_000_000_000
LINES = (0.05, 0.0)


def paying(margin: float = 6_000.0, **changes: Any) -> Position:
    """Size 1 at 60,000, requirement and fee 0.56 %, rate 0.01 % each 8 hours: risk maths, section 6."""
    values: dict[str, Any] = {
        "entry_price": 60_000.0,
        "mark_price": 60_000.0,
        "brackets": flat_bracket(0.0056),
        "funding_rate": 1e-4,
        "funding_interval_h": 8.0,
        "next_funding_ms": NOW + 2 * HOUR_MS,
    }
    return isolated(margin, **{**values, **changes})


def of(*accounts: Account, lines: tuple[float, ...] = LINES) -> Funding:
    return funding(assess(accounts, rescue_distance=0.1).figures, NOW, lines)


@pytest.mark.parametrize(("side", "expected"), [("long", 6.0337892196), ("short", 5.9665871122)])
def test_the_liquidation_price_drifts_as_published(side: str, expected: float) -> None:
    assert of(account(paying(side=side))).drift_per_day[0] / 3 == pytest.approx(expected, abs=1e-6)


def test_a_long_at_a_constant_price_is_funded_away_in_944_intervals() -> None:
    assert of(account(paying())).line_days[1, 0] * 3 == pytest.approx(944.0, rel=1e-12)


def test_an_inverse_long_drifts_by_the_square_of_its_liquidation_price() -> None:
    row = paying(
        0.1, symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=60_000.0, brackets=flat_bracket(0.0056)
    )
    owner = account(row, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.0),))
    price = float(assess((owner,), rescue_distance=0.1).figures.root[0])
    expected = price**2 * 1e-4 / (60_000.0 * 1.0056)
    assert of(owner).drift_per_day[0] / 3 == pytest.approx(expected, rel=1e-5)


def test_a_payment_is_paid_by_the_long_and_received_by_the_short() -> None:
    rows = (paying(), paying(side="short"))
    told = of(account(*rows, position_mode="hedge"))
    assert told.payment.tolist() == pytest.approx([-6.0, 6.0])
    assert told.accrued.tolist() == pytest.approx([-4.5, 4.5])  # six of the eight hours are gone
    assert told.per_day.tolist() == pytest.approx([-18.0, 18.0])
    assert told.per_week.tolist() == pytest.approx([-126.0, 126.0])


@given(st.floats(1_000.0, 30_000.0), st.sampled_from(["long", "short"]), st.floats(1e-5, 3e-3), st.booleans())
def test_after_so_many_days_of_payments_the_engine_itself_finds_the_line(
    margin: float, side: str, size: float, cross: bool
) -> None:
    rate = size if side == "long" else -size  # it pays
    row = paying(margin, side=side, funding_rate=rate)
    if cross:
        row = replace(row, margin_mode="cross", isolated_margin=None)
    told = of(account(row, wallet=margin))
    days = float(told.line_days[0, 0])
    left = margin + days * float(told.pool_per_day[0 if cross else list(told.pool_per_day != 0).index(True)])
    if not cross:
        row = replace(row, isolated_margin=left)
    after = assess((account(row, wallet=left),), rescue_distance=0.1).positions[0].liquidation_distance
    assert after is not None
    if days > 0:
        assert after == pytest.approx(0.05, abs=1e-9)
    else:
        assert after <= 0.05 + 1e-9


def test_tiers_between_here_and_the_line_are_counted() -> None:
    row = position(contracts=12.5, funding_rate=5e-4, funding_interval_h=8.0, mark_price=50_000.0)
    owner = account(row, wallet=120_000.0)
    days = float(of(owner, lines=(0.1,)).line_days[0, 0])
    poorer = replace(
        owner, collateral=(Collateral(currency="USDT", wallet_balance=120_000.0 - days * 3 * 5e-4 * 625_000.0),)
    )
    after = assess((poorer,), rescue_distance=0.1).positions[0]
    assert (after.tier, after.tier_at_liquidation) == (3, 2)
    assert after.liquidation_distance == pytest.approx(0.1, rel=1e-9)


def test_a_cross_pool_pays_for_all_its_positions_together() -> None:
    rows = (
        replace(paying(), margin_mode="cross", isolated_margin=None),
        replace(paying(side="short", symbol="ETH/USDT:USDT"), margin_mode="cross", isolated_margin=None),
    )
    told = of(account(*rows))
    assert told.pool_per_day[0] == pytest.approx(0.0)
    assert np.isinf(told.line_days).all()


def test_who_receives_never_reaches_a_line_but_for_a_jump_of_the_rate() -> None:
    told = of(account(paying(side="short")))
    assert np.isinf(told.line_days[1, 0])
    assert told.jump_days[1, 0] == pytest.approx((6_000.0 - 336.0) / (60_000.0 * JUMP_8H * 3))


def test_a_position_that_is_past_a_line_has_no_days_left_there() -> None:
    assert of(account(paying(2_000.0))).line_days[:, 0].tolist() == pytest.approx([0.0, (2_000.0 - 336.0) / 18.0])


@pytest.mark.parametrize("missing", ["funding_rate", "funding_interval_h"])
def test_an_unknown_rate_or_interval_is_unknown_days_and_not_safety(missing: str) -> None:
    told = of(account(paying(**{missing: None})))
    assert np.isnan(told.per_day[0])
    assert np.isnan(told.line_days).all()


def test_a_dated_future_pays_nothing() -> None:
    told = of(account(paying(symbol="BTC/USDT:USDT-261225", funding_rate=None, funding_interval_h=None)))
    assert (told.payment[0], told.per_day[0], told.drift_per_day[0]) == (0.0, 0.0, 0.0)
    assert np.isinf(told.line_days).all()


def test_where_funding_is_taken_from_the_wallet_first_nothing_drifts() -> None:
    told = of(account(paying(), venue="mexc"))
    assert told.per_day[0] == pytest.approx(-18.0)
    assert told.drift_per_day[0] == 0.0
