"""When a distance is loud: the ladder, the volatility, the way already gone, the ratio, and the floors."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from monitor.alerts.risk_readings import position_limits
from monitor.alerts.rules import Limits, Place, level_of
from monitor.errors import SettingsError
from monitor.settings import LADDERS, AlertSettings, Multiples, Override, Settings, Shelf, Thresholds, check
from monitor.tick.limits import limits_of

SWING = limits_of(Settings(), "main")
BTC = "BTC/USDT:USDT"


def level(mark: float, *, entry: float, liquidation: float, deviation: float | None, limits: Limits = SWING) -> int:
    """The level of a position at a price; a long where its liquidation lies below."""
    distance = abs(mark - liquidation) / mark
    place = Place(mark=mark, entry=entry, liquidation=liquidation, deviation=deviation)
    return level_of(position_limits(limits, distance, place, None).trip, distance)


def test_a_50x_position_is_not_born_in_critical() -> None:
    born = {"mark": 50_000.0, "entry": 50_000.0, "liquidation": 49_250.0}  # 1.5 % away
    assert level(**born, deviation=0.0028) == 1  # 5 standard deviations
    assert level(**born, deviation=0.0005) == 0


def test_a_50x_position_that_fell_most_of_the_way_is_critical_however_quiet_the_market() -> None:
    assert level(49_350.0, entry=50_000.0, liquidation=49_250.0, deviation=0.0002) == 3


def test_a_quiet_3x_position_is_not_ignored() -> None:
    slow = {"entry": 100.0, "liquidation": 67.0, "deviation": 0.0005}
    assert level(95.0, **slow) == 0
    assert level(83.0, **slow) == 1  # half of the way is gone, at 19 % of distance
    assert level(72.0, **slow) == 2  # 7 % and 85 % of the way
    assert level(69.5, **slow) == 3


def test_an_unknown_volatility_makes_nothing_quieter() -> None:
    assert level(50_000.0, entry=50_000.0, liquidation=48_500.0, deviation=None) == 3


def test_within_one_percent_all_is_critical() -> None:
    assert level(100.0, entry=100.0, liquidation=99.1, deviation=1e-6) == 3
    assert level(100.0, entry=100.0, liquidation=100.9, deviation=1e-6) == 3


def test_the_plain_ladder_is_there_for_who_wants_it() -> None:
    plain = limits_of(Settings(alerts=AlertSettings(combine=False)), "main")
    assert level(50_000.0, entry=50_000.0, liquidation=48_500.0, deviation=1e-6, limits=plain) == 3


def test_an_isolated_position_is_as_loud_as_its_margin_ratio() -> None:
    place = Place(mark=100.0, entry=100.0, liquidation=75.0, deviation=0.001)
    policy = position_limits(SWING, 0.25, place, 0.71)
    assert level_of(policy.trip, 0.25) == 2
    assert level_of(position_limits(SWING, 0.25, place, 0.65).trip, 0.25) == 1
    assert position_limits(SWING, 0.25, place, 0.65).clear[2] > 0.25  # DANGER is held down to 64 %


places = st.builds(
    Place,
    mark=st.floats(1.0, 1e5),
    entry=st.none() | st.floats(1.0, 1e5),
    liquidation=st.floats(1.0, 1e5),
    deviation=st.none() | st.floats(1e-5, 0.5),
)


@given(place=places, ladder=st.sampled_from(sorted(LADDERS)))
def test_levels_begin_in_order_and_end_beyond_their_beginning(place: Place, ladder: str) -> None:
    limits = limits_of(Settings(alerts=AlertSettings(liquidation_distance=LADDERS[ladder])), "main")
    policy = position_limits(limits, 0.5, place, None)
    assert policy.trip[1] >= policy.trip[2] >= policy.trip[3] >= 0.01
    assert all(end > begin for end, begin in zip(policy.clear[1:], policy.trip[1:], strict=True))


@given(
    place=places,
    warning=st.floats(0.011, 0.99),
    share=st.floats(0.01, 0.99),
    ratio=st.floats(0.2, 0.95),
    multiples=st.floats(1.0, 50.0),
    combine=st.booleans(),
)
def test_no_allowed_setting_switches_critical_off(
    place: Place, warning: float, share: float, ratio: float, multiples: float, combine: bool
) -> None:
    tried = AlertSettings(
        liquidation_distance=Thresholds(warning=warning, danger=warning * (1 + share) / 2, critical=warning * share),
        margin_ratio=Thresholds(warning=ratio * 0.5, danger=ratio * 0.8, critical=ratio),
        volatility_distance=Multiples(warning=multiples * 3, danger=multiples * 2, critical=multiples),
        combine=combine,
    )
    try:
        check(Settings(alerts=tried))
    except SettingsError:
        return
    near = 0.01
    assert level_of(position_limits(limits_of(Settings(alerts=tried), "main"), near, place, None).trip, near) == 3


@pytest.mark.parametrize(
    "broken",
    [
        {"liquidation_distance": Thresholds(warning=0.03, danger=0.02, critical=0.009)},
        {"margin_ratio": Thresholds(warning=0.5, danger=0.7, critical=0.96)},
        {
            "overrides": (
                Override(symbol=BTC, liquidation_distance=Thresholds(warning=0.1, danger=0.05, critical=0.001)),
            )
        },
        {"overrides": (Override(liquidation_distance=LADDERS["Day"]),)},
        {"quiet_kinds": ("liquidation_distance",)},
        {"shelved": (Shelf(key="k", since_ms=0, until_ms=25 * 3_600_000),)},
    ],
)
def test_a_setting_that_crosses_a_floor_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(SettingsError):
        check(Settings(alerts=replace(AlertSettings(), **broken)))


def test_the_narrowest_override_counts_and_leaves_the_rest_alone() -> None:
    day, scalp = LADDERS["Day"], LADDERS["Scalp"]
    tight = Thresholds(warning=0.3, danger=0.4, critical=0.6)
    overrides = (
        Override(symbol=BTC, side="long", liquidation_distance=scalp),
        Override(account_id="main", liquidation_distance=day, margin_ratio=tight),
    )
    settings = Settings(alerts=AlertSettings(overrides=overrides))
    assert limits_of(settings, "main", BTC, "long").distance == (0.04, 0.02, 0.01)
    assert limits_of(settings, "main", BTC, "short").distance == (0.08, 0.04, 0.02)
    assert limits_of(settings, "main").ratio == (0.3, 0.4, 0.6)
    assert limits_of(settings, "other", BTC, "short").distance == (0.15, 0.08, 0.04)


def test_an_infinite_distance_needs_no_limit() -> None:
    assert level_of(position_limits(SWING, math.inf, None, None).trip, math.inf) == 0
