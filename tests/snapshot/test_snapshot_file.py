"""The snapshot file: what is written is read back; what is wrong is named with its path."""

from __future__ import annotations

import json
from typing import Any

import pytest

from monitor.errors import SnapshotError
from monitor.model import Snapshot, Stop
from monitor.snapshot.snapshot_file import parse
from monitor.snapshot.snapshot_writing import dump
from tests.build import account, isolated, position

STOP = Stop(trigger_price=48_000.0, trigger="mark", contracts=None, limit_price=None)
SNAPSHOT = Snapshot(
    taken_ms=5,
    accounts=(
        account(position(stops=(STOP,), funding_rate=0.0001), isolated(1_000.0, symbol="ETH/USDT:USDT")),
        account(id="other", reported_equity=1.5),
    ),
)


def changed(change: Any) -> bytes:
    body = json.loads(dump(SNAPSHOT))
    change(body)
    return json.dumps(body).encode()


def first(body: Any) -> Any:
    return body["accounts"][0]["positions"][0]


def money(body: Any) -> Any:
    return body["accounts"][0]["collateral"][0]


def test_what_is_written_is_read_back() -> None:
    assert parse(dump(SNAPSHOT)) == SNAPSHOT


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda body: body.update(colour=1), "unknown field `colour`"),
        (lambda body: body.pop("taken_ms"), "missing required field `taken_ms`"),
        (lambda body: body.update(version=2), "Expected version 1, got 2"),
        (lambda body: body["accounts"][0]["positions"][1].pop("side"), r"\$.accounts\[0\].positions\[1\]"),
        (
            lambda body: body["accounts"][0]["positions"][1].update(entry_price="abc"),
            r"'abc' - at `\$.accounts\[0\].positions\[1\].entry_price`",
        ),
        (
            lambda body: body["accounts"][0]["positions"][0].update(contracts="0"),
            r"number > 0, got '0' - at `\$.accounts\[0\].positions\[0\].contracts`",
        ),
        (lambda body: body["accounts"][0]["positions"][0].update(mark_price="nan"), "finite number"),
        (lambda body: body["accounts"][0]["positions"][1].update(isolated_margin=None), "isolated_margin"),
        (
            lambda body: body["accounts"][0]["collateral"].append({"currency": "USDT", "wallet_balance": "2000"}),
            r"each currency once.*'USDT' again - at `\$.accounts\[0\].collateral\[1\].currency`",
        ),
        (
            lambda body: body["accounts"][0]["positions"].append(body["accounts"][0]["positions"][0]),
            r"one position per symbol.*\$.accounts\[0\].positions\[2\]",
        ),
        (lambda body: first(body).update(contracts=None), r"Expected a number, got null - at .*contracts"),
        (lambda body: first(body).update(contracts=[]), "Expected a number, got a list"),
        (lambda body: first(body).update(leverage=True), "Expected a number or null, got true"),
        (lambda body: body.update(taken_ms=1.5), "Expected a whole number, got 1.5"),
        (lambda body: body.update(accounts={}), "Expected a list, got an object"),
        (lambda body: first(body).update(contracts="1_000"), "decimal number, got '1_000'"),
        (lambda body: first(body).update(contracts="\uff11"), "decimal number, got '\uff11'"),
        (lambda body: first(body).update(contracts="1e300"), r"number up to 1e\+24, got '1e300'"),
        (lambda body: first(body).update(contracts="1e-300"), "number from 1e-24, got '1e-300'"),
        (lambda body: first(body).update(side=None), "Expected one of long, short, got null"),
        (lambda body: first(body)["brackets"][0].update(deduction="-5"), r"0 or above, got '-5' - at .*\.deduction"),
        (lambda body: first(body).update(funding_rate="5"), "from -1 to 1, got '5' - at .*funding_rate"),
        (lambda body: first(body)["stops"][0].update(contracts="0"), r"> 0, got '0' - at .*stops\[0\].contracts"),
        (lambda body: first(body).update(inverse=True), r"Expected false .* settles in its quote .*\.inverse"),
        (lambda body: first(body).update(settle="BTC"), r"Expected true .* settles in its base coin BTC, got false"),
        (lambda body: body.update(taken_ms=1_764_000_000), r"milliseconds UTC, got 1764000000.*\$\.taken_ms"),
        (lambda body: body["accounts"][0].update(read_ms=1_764_000_000), r"milliseconds UTC.*\.read_ms"),
        (
            lambda body: body["accounts"][0]["positions"].append({**first(body), "side": "short"}),
            r"one side of BTC/USDT:USDT in one_way mode.*'short' beside 'long' - at .*positions\[2\]\.side",
        ),
        (lambda body: money(body).update(bid="0.9"), r"bid and ask together, got null - at .*collateral\[0\]\.ask"),
        (lambda body: money(body).update(bid="1.1", ask="0.9"), r"at most the ask 0.9, got '1.1' - at .*\.bid"),
        (lambda body: first(body)["brackets"][0].update(floor="5"), r"first floor to be 0, got 5.0 .*brackets\[0\]"),
        (
            lambda body: money(body).update(haircut_tiers=[{"floor": "1", "rate": "0.9"}]),
            r"first floor to be 0, got 1.0 - at .*haircut_tiers\[0\]\.floor",
        ),
        (
            lambda body: [
                first(body).update(bracket_scheme="whole_position"),
                first(body)["brackets"][0].update(deduction="3"),
            ],
            r"Expected 0 with whole_position, got 3.0 - at .*brackets\[0\]\.deduction",
        ),
        (lambda body: body["accounts"][0].update(taker_fee_rate="0.05"), r"below 0.02 .*got '0.05'.*taker_fee_rate"),
        (lambda body: body["accounts"][1].update(id="main"), r"unique id.*\$.accounts\[1\].id"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(change: Any, expected: str) -> None:
    with pytest.raises(SnapshotError, match=expected):
        parse(changed(change))


@pytest.mark.parametrize("none", ["0", 0, -5])
def test_a_reported_price_of_zero_or_below_is_none(none: Any) -> None:
    prices = {"liquidation_price": none, "bankruptcy_price": none}
    read = parse(changed(lambda body: body["accounts"][0]["positions"][0].update(reported=prices)))
    found = read.accounts[0].positions[0]
    assert (found.reported_liquidation_price, found.reported_bankruptcy_price) == (None, None)


def test_a_key_that_stands_twice_is_named_with_its_path() -> None:
    body = dump(SNAPSHOT).replace(b'"side":"long"', b'"side":"short","side":"long"', 1)
    with pytest.raises(SnapshotError, match=r"each key once, got 'side' again - at `\$.accounts\[0\].positions\[0\]`"):
        parse(body)


def test_a_byte_order_mark_before_the_file_is_no_part_of_it() -> None:
    assert parse(b"\xef\xbb\xbf" + dump(SNAPSHOT)) == SNAPSHOT


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b'"50000.0"', b"1e999", r"number up to 1e\+24, got 1e999 - at `\$.accounts\[0\].positions\[0\]\."),
        (b'"side":"long"', b'"side":5,"beta":1e999', r"one of long, short, got 5 - at .*\.side"),
        (b'"side":"long"', b'"side":5,,', r"Expected a text.* - at .*\.side"),
        (b'"accounts":[', b'"accounts":[5],"accounts":[', r"Expected an object.*accounts\[0\]"),
    ],
)
def test_a_number_without_end_and_a_torn_file_are_errors_of_ours(before: bytes, after: bytes, expected: str) -> None:
    body = dump(SNAPSHOT)
    assert before in body
    with pytest.raises(SnapshotError, match=expected):
        parse(body.replace(before, after, 1))


def test_text_that_is_no_json_is_an_error_of_ours() -> None:
    with pytest.raises(SnapshotError):
        parse(b"<html>")


MARKET = {
    "venue": "binanceusdm",
    "symbol": "BTC/USDT:USDT",
    "volatility": "0.6",
    "order_book": {"bids": [["99", "2"], ["99.5", "1"]], "asks": [["100.5", "1"]], "at_ms": 5},
    "insurance_fund": {"balance": "1e9", "currency": "USDT", "at_ms": 5},
}


def test_order_books_and_volatilities_survive_a_round_trip() -> None:
    snapshot = parse(json.dumps({"version": 1, "taken_ms": 7, "accounts": [], "markets": [MARKET]}).encode())
    (found,) = snapshot.markets
    assert found.order_book is not None
    assert found.order_book.bids == ((99.5, 1.0), (99.0, 2.0))
    assert (found.volatility, found.insurance_fund and found.insurance_fund.balance) == (0.6, 1e9)
    assert parse(dump(snapshot)) == snapshot


def test_a_wrong_level_names_its_place() -> None:
    wrong = {**MARKET, "order_book": {"bids": [["99", "-2"]], "asks": [], "at_ms": 5}}
    with pytest.raises(SnapshotError, match=r"markets\[0\]\.order_book\.bids\[0\]\[1\]"):
        parse(json.dumps({"version": 1, "taken_ms": 7, "accounts": [], "markets": [wrong]}).encode())


def test_a_crossed_order_book_is_refused_with_its_path() -> None:
    crossed = {**MARKET, "order_book": {"bids": [["101", "1"]], "asks": [["100.5", "1"]], "at_ms": 5}}
    with pytest.raises(SnapshotError, match=r"best ask 100.5, got 101.0: the book is crossed - at `.*order_book.bids`"):
        parse(json.dumps({"version": 1, "taken_ms": 7, "accounts": [], "markets": [crossed]}).encode())


def in_market(**changes: Any) -> Any:
    return lambda body: body.update(markets=[{**MARKET, **changes}])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda body: body.update(markets=[MARKET, MARKET]), r"each venue and symbol once.* - at `\$.markets\[1\]`"),
        (lambda body: first(body).update(symbol=""), r"printable text.*got '' - at `.*positions\[0\].symbol`"),
        (lambda body: first(body).update(settle=" USDT"), r"got ' USDT' - at `.*settle`"),
        (lambda body: body["accounts"][0].update(id="a|b"), r"without `\|`, got 'a\|b' - at `\$.accounts\[0\].id`"),
        (lambda body: body["accounts"][0].update(venue="a\n"), r"printable text.*venue`"),
        (lambda body: body["accounts"][0]["collateral"][0].update(currency=""), r"collateral\[0\].currency`"),
        (lambda body: body.update(taken_ms=-5), r"time in ms UTC.*got -5 - at `\$.taken_ms`"),
        (lambda body: body.update(taken_ms=1_764_000_000_000_000), r"time in ms UTC.* - at `\$.taken_ms`"),
        (lambda body: body["accounts"][0].update(read_ms=-1), r"got -1 - at `.*read_ms`"),
        (lambda body: first(body).update(next_funding_ms=-1), r"got -1 - at `.*next_funding_ms`"),
        (lambda body: first(body).update(opened_ms=-1), r"got -1 - at `.*opened_ms`"),
        (lambda body: first(body).update(funding_interval_h="0"), r"> 0, got '0' - at `.*funding_interval_h`"),
        (lambda body: first(body)["stops"][0].update(trigger_price="0"), r"> 0, got '0' - at `.*trigger_price`"),
        (lambda body: first(body)["stops"][0].update(limit_price="-1"), r"> 0, got '-1' - at `.*limit_price`"),
        (lambda body: first(body)["brackets"][0].update(floor="-5"), r"0 or above, got '-5' - at `.*floor`"),
        (lambda body: body["accounts"][0]["collateral"][0].update(index_price=0), r"> 0, got 0 - at `.*index_price`"),
        (in_market(symbol=""), r"- at `\$.markets\[0\].symbol`"),
        (in_market(volatility="60"), r"0.6 is 60%.*got '60' - at `\$.markets\[0\].volatility`"),
        (in_market(volatility_ms=-1), r"got -1 - at `.*volatility_ms`"),
        (in_market(order_book={"bids": [], "asks": [], "at_ms": -1}), r"got -1 - at `.*order_book.at_ms`"),
        (in_market(insurance_fund={"balance": "-1", "currency": "USDT", "at_ms": 1}), r"got '-1' - at `.*balance`"),
        (in_market(insurance_fund={"balance": "1", "currency": "", "at_ms": 1}), r"insurance_fund.currency`"),
    ],
)
def test_what_nobody_can_mean_is_refused_with_its_path(change: Any, expected: str) -> None:
    with pytest.raises(SnapshotError, match=expected):
        parse(changed(change))
