"""What a venue would print, and how ours stands to what it printed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monitor.margin.rules import Rules, Source
from monitor.margin.shown import compare, price_skew, shown_price
from monitor.risk.report import assess
from tests.build import account, flat_bracket, isolated, position

RULES = Rules(source=Source(document="a test", date="2026-11"), basis="exact", reason="for a test", tolerance=1e-8)
AGAINST = replace(RULES, rounding="against")
OFFSET = replace(RULES, rounding="offset")


@pytest.mark.parametrize(
    ("root", "below", "shown"),
    [
        (10_998.55, True, 10_999.0),
        (10_998.55, False, 10_998.5),
        (10_998.5, True, 10_998.5),
        (10_998.5, False, 10_998.5),
    ],
)
def test_a_price_is_rounded_towards_the_earlier_liquidation(root: float, below: bool, shown: float) -> None:
    assert shown_price(root, AGAINST, 0.5, below=below) == shown


def test_a_root_that_is_a_tick_but_for_float_noise_stays_on_it() -> None:
    assert shown_price(19_700.000000000004, AGAINST, 0.1, below=True) == 19_700.0


def test_a_shown_price_is_a_clean_decimal() -> None:
    assert shown_price(0.70001, AGAINST, 0.1, below=True) == 0.8
    assert shown_price(0.29, AGAINST, 0.1, below=True) == 0.3


@pytest.mark.parametrize(("below", "shown"), [(True, 101.5), (False, 98.5)])
def test_an_offset_of_one_tick_is_not_rounded(below: bool, shown: float) -> None:
    root = 101.0 if below else 99.0
    assert shown_price(root, OFFSET, 0.5, below=below) == shown


def test_without_a_tick_nothing_is_rounded() -> None:
    assert shown_price(10_998.55, AGAINST, None, below=True) == 10_998.55


def test_the_distance_is_taken_from_the_unrounded_root() -> None:
    row = isolated(5_000.0, brackets=flat_bracket(0.005), tick_size=100.0)
    risk = assess((account(row, venue="bybit"),), rescue_distance=0.1).positions[0]
    assert risk.liquidation_price == 45_300.0
    assert risk.liquidation_distance == pytest.approx(1.0 - 45_000.0 / 0.995 / 50_000.0)


def told(ours: float | None, venues: float | None, **changes: float) -> str:
    return compare(ours, venues, rules=replace(RULES, **changes), mark=100.0, tick=0.5, skew=1.0).status  # type: ignore[arg-type]


def test_within_the_venues_accuracy_it_agrees() -> None:
    assert told(90.0, 90.0 + 9e-7) == "agrees"


def test_beyond_it_marks_of_different_instants_may_explain_the_gap() -> None:
    assert told(90.0, 90.9) == "skewed snapshot"


def test_beyond_that_it_disagrees() -> None:
    assert told(90.0, 91.2) == "disagrees"


def test_a_venue_that_rounds_is_granted_its_tick() -> None:
    assert told(90.0, 90.5, tolerance_ticks=1.0) == "agrees"


def test_the_last_digit_that_the_venue_printed_is_granted() -> None:
    assert told(90.1306533, 90.13) == "agrees"


def test_no_more_than_a_tick_is_granted_for_few_digits() -> None:
    assert told(90.6, 90.0) == "skewed snapshot"  # one in the last digit is 1.0, the tick 0.5


def test_without_a_tick_few_digits_explain_little() -> None:
    assert compare(2.9, 3.0, rules=RULES, mark=3.2, tick=None, skew=0.0).status == "disagrees"


def test_a_venue_that_says_nothing_is_silent() -> None:
    assert told(90.0, None) == "venue silent"


def test_a_price_where_we_see_none_is_a_disagreement() -> None:
    assert told(None, 90.0) == "disagrees"


def test_the_skew_is_the_others_move_over_the_own_size() -> None:
    """dLP = q_other * dmark / q: 10 other coins at 5,000 beside 2 own: 10 * 1 / 2."""
    assert price_skew(np.array(10 * 5_000.0), 2.0) == pytest.approx(10 * 5_000.0 * 2e-4 / 2.0)


def test_an_isolated_position_is_granted_no_skew() -> None:
    row = isolated(5_000.0, reported_liquidation_price=45_000.0)
    other = position(symbol="ETH/USDT:USDT")
    assert assess((account(row, other),), rescue_distance=0.1).positions[0].disagreement_skew == 0.0


def test_a_real_multi_assets_price_agrees_within_the_payloads_own_skew() -> None:
    from monitor.model import Collateral

    held = (Collateral(currency="USDT", wallet_balance=25.7261006, index_price=1.0, bid=1.0, ask=1.0),)
    row = position(
        contracts=0.009,
        entry_price=67_445.9,
        mark_price=67_502.68519858,
        brackets=flat_bracket(0.004),
        reported_liquidation_price=64_846.98753790,
    )
    owner = account(row, account_mode="multi_currency", collateral=held)
    assert assess((owner,), rescue_distance=0.1).positions[0].agreement == "agrees"
