"""Figures as text: rounded against the user's optimism, never across a threshold, unknown never zero."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alerts.wording import percent_down, percent_up
from ui import format as fmt


def number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "").replace(fmt.NARROW, " ").split(" ")[0].rstrip("×"))


@given(st.floats(0.0001, 0.999))
def test_a_distance_is_never_shown_larger_than_it_is(distance: float) -> None:
    assert number(fmt.room(distance)) <= distance * 100 + 1e-6


@given(st.floats(0.0001, 3.0))
def test_a_margin_ratio_is_never_shown_smaller_than_it_is(ratio: float) -> None:
    assert number(fmt.used(ratio)) >= ratio * 100 - 1e-6


def test_a_ratio_without_any_equity_is_more_than_100_percent_and_no_figure() -> None:
    assert fmt.used(99.0).replace(fmt.NARROW, " ") == percent_up(99.0) == "> 100 %"


@pytest.mark.parametrize("limit", [0.15, 0.08, 0.04])
def test_a_distance_just_under_a_threshold_does_not_read_like_the_threshold(limit: float) -> None:
    assert number(fmt.room(limit - 1e-6)) < limit * 100
    assert number(fmt.room(limit)) == pytest.approx(limit * 100)


@given(st.floats(-0.5, 0.999))
def test_the_window_and_the_alarm_sentence_round_a_distance_alike(distance: float) -> None:
    assert fmt.room(distance).replace(fmt.NARROW, " ").replace("−", "-") == percent_down(distance).replace(
        "-0.0", "0.0"
    )


@given(st.floats(0.0, 2.0))
def test_the_window_and_the_alarm_sentence_round_a_ratio_alike(ratio: float) -> None:
    assert fmt.used(ratio).replace(fmt.NARROW, " ") == percent_up(ratio)


@given(st.floats(-1e7, 1e7))
def test_money_at_hand_is_rounded_down_and_money_needed_up(value: float) -> None:
    assert number(fmt.money(value)) <= value + 1e-6 * max(1, abs(value))
    assert number(fmt.money_needed(value)) >= value - 1e-6 * max(1, abs(value))


@given(st.floats(100.0, 90_000.0))
def test_a_liquidation_price_is_rounded_towards_the_mark(price: float) -> None:
    assert number(fmt.liquidation_price(price, 0.1, "long")) >= price - 1e-4
    assert number(fmt.liquidation_price(price, 0.1, "short")) <= price + 1e-4


def test_a_liquidation_price_on_the_tick_stays_on_it() -> None:
    assert fmt.liquidation_price(0.1 + 0.2, 0.1, "long") == "0.3"
    assert fmt.liquidation_price(188.12, 0.01, "short") == "188.12"


@pytest.mark.parametrize(
    ("value", "tick", "text"),
    [
        (67_014.2, 0.1, "67,014.2"),
        (0.00001092, 1e-8, "0.0₄1092"),
        (0.0000000001, 1e-10, "0.0₉1"),
        (0.00012, 1e-5, "0.00012"),
        (1234.25, 0.25, "1,234.25"),
        (50_000.0, 10.0, "50,000"),
        (17.842, None, "17.842"),
        (None, 0.1, "—"),
    ],
)
def test_a_price_has_the_decimals_of_its_tick(value: float | None, tick: float | None, text: str) -> None:
    assert fmt.price(value, tick) == text


@pytest.mark.parametrize(
    "write",
    [fmt.room, fmt.used, fmt.share, fmt.change, fmt.money, fmt.money_needed, fmt.size, fmt.age, fmt.countdown],
)
def test_unknown_is_a_dash_and_never_zero(write: object) -> None:
    assert callable(write)
    assert write(None) == "—"


def test_a_small_loss_does_not_read_as_minus_zero() -> None:
    assert fmt.money(-1e-12) == "0.00"
    assert fmt.change(-1e-14) == f"0.0{fmt.NARROW}%"


def test_a_loss_grows_and_a_gain_shrinks_when_rounded() -> None:
    assert fmt.change(-0.3941) == f"−39.5{fmt.NARROW}%"
    assert fmt.change(0.1359) == f"+13.5{fmt.NARROW}%"


def test_profit_in_a_coin_names_the_coin() -> None:
    assert fmt.money_in(0.02591, "BTC", signed=True) == f"+0.0259{fmt.NARROW}BTC"
    assert fmt.money_in(-883.2, "USDT", signed=True) == "−883.20"


def test_a_size_to_cut_is_rounded_up_to_the_lot() -> None:
    assert fmt.size_needed(1312.3991, 0.001) == "1,312.400"
    assert fmt.size_needed(0.1200001, 0.01) == "0.13"


@pytest.mark.parametrize(
    ("value", "text"), [(4200.0, "4,200"), (1.84e9, "1.84B"), (0.118, "0.118"), (92_000.0, "92,000"), (3.25, "3.25")]
)
def test_a_size_is_short(value: float, text: str) -> None:
    assert fmt.size(value) == text


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [(390, "0.4 s"), (9_400, "9.4 s"), (14_000, "14 s"), (125_000, "2 min 05 s"), (11_520_000, "3 h 12 min")],
)
def test_an_age_gets_coarser_as_it_grows(milliseconds: int, text: str) -> None:
    assert fmt.age(milliseconds).replace(fmt.NARROW, " ") == text


def test_a_countdown_ends_with_now() -> None:
    assert [fmt.countdown(left) for left in (7_865_000, 61_000, 400, 0)] == ["2:11:05", "1:01", "0:01", "now"]


def test_times_are_in_the_users_zone() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    assert fmt.clock(1_795_351_931_000, india) == "18:22:11"
    assert fmt.zone_name(1_795_351_931_000, india) == "UTC+5:30"
    assert fmt.utc(1_795_351_931_000) == "2026-11-22 12:52:11 UTC"


def test_a_chance_is_a_range_rounded_outwards() -> None:
    assert fmt.chance(0.00301, 0.01201) == "0.3–1.3\u202f%"
    assert fmt.chance(0.0, 1e-9) == "0–0.01\u202f%"
    assert fmt.chance(0.62, 1.0) == "62–100\u202f%"
    assert fmt.chance(None, 0.5) == "—"


def test_days_to_something_bad_are_rounded_down_and_none_is_never() -> None:
    assert [fmt.days(value) for value in (None, 0.0, 0.5, 3.49, 126.9)] == [
        "never", "now", "12\u202fh", "3.4\u202fdays", "126\u202fdays",
    ]  # fmt: skip


def test_a_billion_stays_a_billion() -> None:
    assert fmt.money(1.1e9) == "1,100,000,000"
    assert fmt.money_needed(1.1e9) == "1,100,000,000"
