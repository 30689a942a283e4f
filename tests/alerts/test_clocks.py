"""Whose clock is wrong: this computer's, where venues agree against it; a venue's, where it differs alone."""

from __future__ import annotations

import pytest

from monitor.alerts.clocks import clock_readings
from monitor.model import Account
from tests.build import account

READ = 1_700_000_000_000


def at(venue: str, offset_ms: int | None, name: str = "", **changes: object) -> Account:
    return account(id=name or venue, venue=venue, clock_offset_ms=offset_ms, read_ms=READ, **changes)


def told(*accounts: Account) -> dict[str, int]:
    """Levels by key, of what is wrong."""
    found = {reading.key: reading.measure for reading in clock_readings(accounts)}
    return {key: int(-measure) for key, measure in found.items() if measure}


@pytest.mark.parametrize(("offset", "level"), [(1_000, 0), (1_001, 1), (-5_000, 1), (-5_001, 2)])
def test_it_is_told_by_how_wrong_it_is(offset: int, level: int) -> None:
    assert told(at("binanceusdm", offset)) == ({"clock|": level} if level else {})


def test_all_venues_against_this_computer_are_one_alarm_that_names_them() -> None:
    accounts = (at("binanceusdm", 9_000, "a"), at("binanceusdm", 9_050, "b"), at("bybit", 9_400), at("okx", 8_800))
    computer = clock_readings(accounts)[0]
    assert told(*accounts) == {"clock|": 2}
    assert (computer.account_id, computer.title) == ("", "This computer's clock is 9.0 s slow")
    assert "Binance USDⓈ-M, Bybit, OKX agree" in computer.text


def test_a_venue_that_differs_alone_has_the_fault_itself() -> None:
    accounts = (at("binanceusdm", 0), at("bybit", -7_000, "b"))
    assert told(*accounts) == {"clock|bybit": 2}
    reading = next(one for one in clock_readings(accounts) if one.key == "clock|bybit")
    assert (reading.account_id, reading.title) == ("b", "The clock of Bybit is 7.0 s behind")
    assert "Binance USDⓈ-M and this computer agree" in reading.text


def test_one_venue_twice_is_one_witness() -> None:
    assert told(at("binanceusdm", 0), at("bybit", 3_000, "b"), at("bybit", 3_000, "c")) == {"clock|bybit": 1}


def test_more_venues_against_it_than_with_it_make_this_computer_wrong() -> None:
    assert told(at("binanceusdm", 4_000), at("bybit", 4_100), at("okx", 0)) == {"clock|": 1}
    assert told(at("binanceusdm", 4_000), at("bybit", 4_100), at("okx", 0), at("gate", 10)) == {
        "clock|binanceusdm": 1,
        "clock|bybit": 1,
    }


def test_nothing_is_judged_before_each_account_has_answered_or_failed() -> None:
    connecting = account(id="late", venue="bybit", read_ms=None)
    assert {reading.measure for reading in clock_readings((at("binanceusdm", 9_000), connecting))} == {None}
    failed = account(id="late", venue="bybit", read_ms=None, trouble="No answer.")
    assert told(at("binanceusdm", 9_000), failed) == {"clock|": 2}


def test_a_refusal_because_of_the_time_is_told_even_where_the_offset_is_small() -> None:
    refused = at("okx", 300, trouble="no", trouble_kind="ClockError")
    assert told(at("binanceusdm", 0), refused) == {"clock|okx": 2}
    assert told(at("okx", 2_000, trouble="no", trouble_kind="ClockError")) == {"clock|": 2}
