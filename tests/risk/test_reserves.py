"""Rescue figures put back into the margin engine, for every way in which a venue keeps a closing fee aside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from monitor.model import Account, Bracket, Side
from monitor.risk.beyond import Beyond, measure_beyond
from monitor.risk.market import Market
from monitor.risk.report import RiskReport, assess
from tests.build import account, flat_bracket, isolated, position

D = 0.10
OLD = 1_700_000_000_000  # Bybit took requirements of the entry value
VENUES = {
    "no reserve": ("binanceusdm", None),
    "no reserve, required at entry": ("mexc", None),
    "closing fee": ("bybit", None),
    "closing fee, required at entry": ("kucoinfutures", None),
    "closing fee, the entry era": ("bybit", OLD),
    "fee at bankruptcy": ("phemex", None),
}
TIERS = (Bracket(floor=0.0, rate=0.005, deduction=0.0), Bracket(floor=400_000.0, rate=0.05, deduction=18_000.0))
CLIFFS = tuple(replace(tier, deduction=0.0) for tier in TIERS)
WHOLE: dict[str, Any] = {
    "contracts": 15.0,
    "mark_price": 50_500.0,
    "brackets": CLIFFS,
    "bracket_scheme": "whole_position",
}

kinds = pytest.mark.parametrize("kind", VENUES)
sides = pytest.mark.parametrize("side", ["long", "short"])


def owner_of(kind: str, side: Side, *brackets: Bracket, margin: float = 30_000.0) -> Account:
    held = isolated(
        margin,
        contracts=10.0,
        side=side,
        mark_price=49_900.0,
        leverage=16.0,
        funding_rate=0.0001,
        tick_size=None,
        brackets=brackets or flat_bracket(0.005),
    )
    return account(held, venue=VENUES[kind][0])


def report_of(owner: Account, kind: str) -> RiskReport:
    return assess((owner,), rescue_distance=D, at_ms=VENUES[kind][1])


def beyond_of(owner: Account, kind: str) -> Beyond:
    return measure_beyond(report_of(owner, kind).figures, Market(), 0)


def distance(owner: Account, kind: str) -> float:
    return float(report_of(owner, kind).figures.distance[0])


def with_margin(owner: Account, added: float) -> Account:
    (held,) = owner.positions
    return replace(owner, positions=(replace(held, isolated_margin=(held.isolated_margin or 0.0) + added),))


def with_share(owner: Account, kind: str, keep: float, *, release: bool) -> Account:
    (held,) = owner.positions
    margin, result = held.isolated_margin or 0.0, float(report_of(owner, kind).figures.pnl[0]) * (1.0 - keep)
    left = margin * keep if release else margin + result
    return replace(owner, positions=(replace(held, contracts=held.contracts * keep, isolated_margin=left),))


@kinds
@sides
def test_the_margin_to_add_reaches_the_distance(kind: str, side: Side) -> None:
    owner = owner_of(kind, side)
    added = float(report_of(owner, kind).figures.add[0])
    assert added > 0
    assert distance(with_margin(owner, added), kind) == pytest.approx(D, abs=1e-9)


@kinds
@sides
def test_the_margin_to_add_reaches_the_ratio(kind: str, side: Side) -> None:
    owner = owner_of(kind, side, margin=3_500.0)
    added = float(beyond_of(owner, kind).ratio_add[0])
    assert added > 0
    assert float(report_of(with_margin(owner, added), kind).figures.ratio[0]) == pytest.approx(0.5, abs=1e-9)


@kinds
@sides
def test_the_margin_that_is_not_needed_may_leave(kind: str, side: Side) -> None:
    owner = owner_of(kind, side, margin=200_000.0)
    beyond = beyond_of(owner, kind)
    taken = float(beyond.spare.not_needed[beyond.figures.pools.of[0]])
    assert taken > 0
    assert distance(with_margin(owner, -taken), kind) == pytest.approx(0.15, abs=1e-9)


@kinds
@sides
def test_within_one_tier_no_cut_of_an_isolated_position_helps(kind: str, side: Side) -> None:
    assert np.isnan(beyond_of(owner_of(kind, side), kind).keep[0])
    assert np.isnan(beyond_of(owner_of(kind, side, margin=3_500.0), kind).ratio_keep[0])


@kinds
@sides
def test_the_size_to_cut_reaches_the_distance_where_the_margin_is_put_back(kind: str, side: Side) -> None:
    owner = owner_of(kind, side)
    keep = float(beyond_of(owner, kind).keep_put_back[0])
    assert 0.0 < keep < 1.0
    assert distance(with_share(owner, kind, keep, release=False), kind) == pytest.approx(D, abs=1e-9)


@kinds
@sides
def test_the_size_to_cut_reaches_the_distance_by_a_lower_tier(kind: str, side: Side) -> None:
    owner = owner_of(kind, side, *TIERS, margin=54_700.0)
    keep = float(beyond_of(owner, kind).keep[0])
    assert 0.0 < keep < 1.0
    assert distance(with_share(owner, kind, keep, release=True), kind) == pytest.approx(D, abs=1e-9)


def test_to_halve_the_ratio_of_tiers_that_hold_for_all_of_it_something_must_be_cut() -> None:
    owner = account(position(**{**WHOLE, "contracts": 5.0, "mark_price": 49_800.0}), wallet=3_000.0)
    keep = float(measure_beyond(assess((owner,), rescue_distance=D).figures, Market(), 0).ratio_keep[0])
    assert 0.0 < keep < 1.0


def test_a_fall_that_begins_in_a_stricter_tier_is_not_ended_there() -> None:
    held = position(**WHOLE)
    owner = account(held, wallet=45_000.0)
    keep = float(measure_beyond(assess((owner,), rescue_distance=D).figures, Market(), 0).keep[0])
    result = held.contracts * 500.0 * (1.0 - keep)
    rest = account(replace(held, contracts=held.contracts * keep), wallet=45_000.0 + result)
    assert 0.0 < keep < 1.0
    assert float(assess((rest,), rescue_distance=D).figures.distance[0]) >= D - 1e-9
