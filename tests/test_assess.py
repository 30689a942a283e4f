"""`marginwatch assess FILE`: the figures of the format's page, their order, the explanation, and wrong files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import main
from monitor.margin import generic
from monitor.model import Account, Bracket, Collateral, Position, Snapshot
from monitor.snapshot.snapshot_writing import dump
from tests.build import account, flat_bracket, isolated, position

ARTICLE = isolated(1_000.0, contracts=0.2, brackets=flat_bracket(0.005))


def written(tmp_path: Path, *accounts: Account, taken_ms: int = 1_764_000_000_000) -> str:
    path = tmp_path / "snapshot.json"
    path.write_bytes(dump(Snapshot(taken_ms=taken_ms, accounts=accounts)))
    return str(path)


def figures(capsys: pytest.CaptureFixture[str], path: str) -> dict[str, Any]:
    assert main(["assess", path, "--json"]) == 0
    body: dict[str, Any] = json.loads(capsys.readouterr().out)
    return body


def explained(capsys: pytest.CaptureFixture[str], path: str) -> str:
    assert main(["assess", path, "--explain"]) == 0
    return capsys.readouterr().out


def test_the_json_has_the_keys_of_the_format_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = figures(capsys, written(tmp_path, account(ARTICLE)))
    assert list(body) == ["version", "accounts"]
    assert list(body["accounts"][0]) == [
        "id",
        "equity",
        "maintenance_margin",
        "margin_ratio",
        "venue_ratio",
        "venue_ratio_name",
        "common_shock_down",
        "common_shock_up",
        "pools",
        "positions",
        "unknown",
        "negative_balance",
        "exposed_money",
        "touch",
        "stress",
        "stress_reason",
        "reasons",
    ]
    assert list(body["accounts"][0]["positions"][0]) == [
        "symbol",
        "side",
        "notional",
        "unrealized_pnl",
        "maintenance_margin",
        "initial_margin",
        "liquidation_price",
        "bankruptcy_price",
        "liquidation_distance",
        "max_loss",
        "pool",
        "margin_ratio",
        "liquidation_price_basis",
        "effective_leverage",
        "unknown",
        "liquidation",
        "gap_loss",
        "exit_cost",
        "funding",
        "touch",
        "stops",
        "adl",
        "sizing",
        "rescue",
        "beyond_reason",
        "reported_liquidation_price",
        "agreement",
        "reasons",
    ]


def test_the_agreement_names_the_price_that_was_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    owner = account(replace(ARTICLE, reported_liquidation_price=45_226.0))
    (row,) = figures(capsys, written(tmp_path, owner))["accounts"][0]["positions"]
    told = row["agreement"]
    assert (told["ours"], told["mark"]) == (row["liquidation_price"], 50_000.0)
    assert told["fraction"] == pytest.approx(abs(told["ours"] - row["reported_liquidation_price"]) / 50_000.0)


def test_accounts_and_positions_stand_in_the_order_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [position(symbol=name) for name in ("Z/USDT:USDT", "A/USDT:USDT", "M/USDT:USDT")]
    body = figures(capsys, written(tmp_path, account(*rows, id="z"), account(*rows, id="a")))
    assert [entry["id"] for entry in body["accounts"]] == ["z", "a"]
    assert [entry["symbol"] for entry in body["accounts"][1]["positions"]] == [row.symbol for row in rows]


def test_several_settlement_currencies_have_a_pool_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = (
        Collateral(currency="USDT", wallet_balance=9_000.0),
        Collateral(currency="USDC", wallet_balance=8_000.0),
    )
    rows = (position(), position(symbol="ETH/USDC:USDC", settle="USDC"))
    (entry,) = figures(capsys, written(tmp_path, account(*rows, collateral=held)))["accounts"]
    assert [(pool["settle"], pool["equity"]) for pool in entry["pools"]] == [("USDT", 9_000.0), ("USDC", 8_000.0)]


def test_a_pool_without_equity_is_past_liquidation_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, written(tmp_path, account(position(), wallet=-5.0)))
    assert "ratio past liquidation" in text
    assert "9900 %" not in text


def test_an_isolated_position_has_its_ratio_and_its_pool(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (ARTICLE, position(symbol="ETH/USDT:USDT", contracts=0.1))
    (entry,) = figures(capsys, written(tmp_path, account(*rows, wallet=5_000.0)))["accounts"]
    cross, alone = entry["pools"]
    assert (cross["id"], cross["equity"], cross["positions"]) == ("cross:USDT", entry["equity"], 1)
    assert (alone["id"], alone["equity"], alone["headroom"]) == ("isolated:BTC/USDT:USDT:long", 1_000.0, 950.0)
    assert [row["margin_ratio"] for row in entry["positions"]] == [alone["margin_ratio"], cross["margin_ratio"]]
    assert alone["margin_ratio"] == pytest.approx(0.05)
    assert [row["pool"] for row in entry["positions"]] == [alone["id"], cross["id"]]


def test_the_articles_example_is_explained_so_that_it_can_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = explained(capsys, written(tmp_path, account(ARTICLE)))
    assert "1,000 + 0.2 x (p - 50,000)" in text
    assert "required 0.005 x 0.2 x p" in text
    assert "9,000 / 0.199 = 45,226.13" in text
    assert "Binance FAQ" in text


@pytest.mark.parametrize(("leverage", "distance"), [(10.0, 0.0954774), (20.0, 0.0452261)])
def test_the_articles_distances_are_9_55_and_4_52_percent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], leverage: float, distance: float
) -> None:
    row = isolated(1_000.0, contracts=0.02 * leverage, leverage=leverage, brackets=flat_bracket(0.005))
    (entry,) = figures(capsys, written(tmp_path, account(row)))["accounts"]
    assert entry["positions"][0]["liquidation_distance"] == pytest.approx(distance, abs=1e-7)


def test_the_tier_walk_names_the_tier_now_and_at_liquidation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiers = (
        Bracket(floor=0.0, rate=0.005, deduction=0.0),
        Bracket(floor=48_000.0, rate=0.01, deduction=240.0),
    )
    text = explained(capsys, written(tmp_path, account(isolated(5_000.0, brackets=tiers))))
    assert "tier 2: from 48,000, rate 1 %, deduction 240  <- now" in text
    assert "tier 1: from 0, rate 0.5 %, deduction 0  <- at liquidation" in text


def test_what_the_single_prices_hide_is_said_beside_the_common_shock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (position(), position(symbol="ETH/USDT:USDT"))
    assert "lets every other mark stand still" in explained(capsys, written(tmp_path, account(*rows)))


def test_an_unlisted_venue_is_assessed_with_the_generic_model_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, account(position(), venue="newvenue"))
    (entry,) = figures(capsys, path)["accounts"]
    assert entry["positions"][0]["liquidation_price_basis"] == "estimate"
    assert entry["positions"][0]["liquidation_price"] is not None
    assert generic.RULES.reason in explained(capsys, path)


def test_the_date_of_the_snapshot_chooses_the_era(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = isolated(400.0, entry_price=20_000.0, mark_price=20_000.0, leverage=50.0, brackets=flat_bracket(0.005))
    prices = [
        figures(capsys, written(tmp_path, account(row, venue="bybit"), taken_ms=taken))["accounts"][0]["positions"][0][
            "liquidation_price"
        ]
        for taken in (1_700_000_000_000, 1_764_000_000_000)
    ]
    assert prices == [19_700.0, 19_698.5]  # of the entry value; of the mark value, up to the tick


def test_without_an_option_a_short_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", written(tmp_path, account(ARTICLE))]) == 0
    assert "45,226.13" in capsys.readouterr().out


def test_a_position_past_its_liquidation_says_so_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, account(replace(ARTICLE, mark_price=45_000.0)))
    assert main(["assess", path]) == 0
    assert "BTC/USDT:USDT long is PAST its liquidation price, by 0.5025" in capsys.readouterr().out
    told = explained(capsys, path)
    assert "below 0: the mark is PAST that price" in told
    assert "the mark is past it; 0 USDT are left now" in told


def test_a_line_that_is_crossed_already_is_not_away_in_no_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paying = replace(ARTICLE, funding_rate=0.0001, funding_interval_h=8.0)
    told = explained(capsys, written(tmp_path, account(paying)))
    assert "nearer than 15 % already" in told
    assert "away in 0 days" not in told


def test_missing_tiers_are_named_with_what_to_give(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", written(tmp_path, account(replace(ARTICLE, brackets=())))]) == 0
    told = capsys.readouterr().out
    assert "the maintenance-margin tiers are not known. Give them as `brackets` (floor, rate, deduction)." in told


def test_the_venues_own_price_stands_beside_ours_with_how_they_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, account(replace(ARTICLE, reported_liquidation_price=9_000 / 0.199)))
    row = figures(capsys, path)["accounts"][0]["positions"][0]
    assert row["reported_liquidation_price"] == 9_000 / 0.199
    assert (row["agreement"]["status"], row["agreement"]["ticks"] < 1) == ("agrees", True)
    silent = figures(capsys, written(tmp_path, account(ARTICLE)))["accounts"][0]["positions"][0]
    assert (silent["reported_liquidation_price"], silent["agreement"]["fraction"]) == (None, None)


def broken(tmp_path: Path, change: Any) -> str:
    path = tmp_path / "broken.json"
    body = json.loads(dump(Snapshot(taken_ms=5, accounts=(account(ARTICLE),))))
    change(body["accounts"][0], body["accounts"][0]["positions"][0])
    path.write_text(json.dumps(body))
    return str(path)


WRONG = [
    (lambda owner, row: row.update(side="lon"), "Expected one of long, short, got 'lon'", "positions[0].side"),
    (lambda owner, row: row.update(contracts="-1"), "Expected a number > 0, got '-1'", "positions[0].contracts"),
    (
        lambda owner, row: row.update(mark_price="1,5"),
        "Expected a decimal number, got '1,5'",
        "positions[0].mark_price",
    ),
    (lambda owner, row: row.update(leverage="-3"), "Expected a leverage > 0", "positions[0].leverage"),
    (lambda owner, row: row.update(inverse="no"), "Expected true or false, got 'no'", "positions[0].inverse"),
    (lambda owner, row: row.update(tick_size="0"), "Expected a number > 0, got '0'", "positions[0].tick_size"),
    (lambda owner, row: row["brackets"][0].update(rate="5"), "Expected a fraction", "positions[0].brackets[0].rate"),
    (lambda owner, row: row["brackets"].append(row["brackets"][0]), "ascending order", "brackets[1].floor"),
    (lambda owner, row: row.pop("settle"), "missing required field `settle`", "positions[0]"),
    (lambda owner, row: row.update(colour=1), "unknown field `colour`", "positions[0]"),
    (lambda owner, row: owner["positions"].append(row), "Expected one position per symbol", "positions[1]"),
    (lambda owner, row: owner.update(taker_fee_rate="5"), "Expected a fraction from 0 to 1, got '5'", "taker_fee_rate"),
    (lambda owner, row: owner.update(account_mode="x"), "single_currency, multi_currency", "accounts[0].account_mode"),
    (
        lambda owner, row: owner["collateral"][0].update(
            haircut_tiers=[{"floor": "0", "rate": "0.02"}, {"floor": "9", "rate": "0.05"}]
        ),
        "Expected rates that do not rise, got 0.05",
        "collateral[0].haircut_tiers[1].rate",
    ),
]


@pytest.mark.parametrize(("change", "expected", "where"), WRONG)
def test_a_wrong_file_is_one_line_with_path_value_and_expectation_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Any, expected: str, where: str
) -> None:
    assert main(["assess", broken(tmp_path, change), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert expected in captured.err
    assert f"{where}`" in captured.err


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_file_that_is_no_snapshot_ends_with_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes
) -> None:
    path = tmp_path / "raw.json"
    path.write_bytes(raw)
    assert main(["assess", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_is_not_there_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def test_optional_keys_of_this_version_are_read_back(tmp_path: Path) -> None:
    row: Position = position(opened_ms=5, rate_slope=0.00005, rate_implied=True, beta=1.2)
    from monitor.snapshot.snapshot_file import read

    path = written(tmp_path, account(row))
    assert read(Path(path)).accounts[0].positions[0] == row


COIN = position(
    symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=10_000.0, brackets=flat_bracket(0.005), tick_size=0.5
)
SHARED = (
    Collateral(currency="BTC", wallet_balance=0.2, index_price=50_000.0, haircut_tiers=((0.0, 0.95), (1.0, 0.9))),
    Collateral(currency="USDT", wallet_balance=2_000.0, index_price=1.0),
)
TO_CHECK = {
    "cross": account(position(), position(symbol="ETH/USDT:USDT", side="short", contracts=3.0)),
    "fee": account(isolated(5_000.0), venue="okx"),
    "closing fee": account(position(), venue="bybit"),
    "inverse": account(COIN, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.02),)),
    "inverse short": account(
        *(Position(**{**{name: getattr(COIN, name) for name in COIN.__slots__}, "side": "short"}),),
        venue="bybit",
        collateral=(Collateral(currency="BTC", wallet_balance=0.02),),
    ),
    "hedge": account(position(contracts=2.0), position(side="short", contracts=0.5), position_mode="hedge"),
    "shared": account(position(), venue="okx", account_mode="multi_currency", collateral=SHARED),
    "portfolio": account(position(), account_mode="portfolio", collateral=SHARED),
    "entry": account(isolated(5_000.0), venue="mexc"),
}


@pytest.mark.parametrize("name", TO_CHECK)
def test_the_explanation_ends_in_two_sides_that_are_equal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    text = explained(capsys, written(tmp_path, TO_CHECK[name]))
    checks = re.findall(r"check: .*?equity ([-0-9.,]+) = required ([-0-9.,]+)", text)
    assert checks
    for equity, required in checks:
        left, right = (float(side.replace(",", "")) for side in (equity, required))
        assert left == pytest.approx(right, rel=1e-6)


@pytest.mark.parametrize("name", TO_CHECK)
def test_every_position_names_its_basis_and_its_source_with_a_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    text = explained(capsys, written(tmp_path, TO_CHECK[name]))
    count = len(TO_CHECK[name].positions)
    assert len(re.findall(r"basis: (?:exact|estimate|venue)\. \w", text)) == count
    assert len(re.findall(r"source: .*\(20\d\d-\d\d", text)) == count


def test_a_cliff_by_notional_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tiers = (Bracket(floor=0.0, rate=0.01, deduction=0.0), Bracket(floor=55_000.0, rate=0.2, deduction=0.0))
    row = position(side="short", bracket_scheme="whole_position", brackets=tiers)
    text = explained(capsys, written(tmp_path, account(row, venue="elsewhere")))
    assert "one rate for the whole position" in text
    assert "liquidation price 55,000" in text


def test_the_order_in_which_pools_fall_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (isolated(5_000.0), isolated(2_000.0, symbol="ETH/USDT:USDT"))
    text = explained(capsys, written(tmp_path, account(*rows)))
    assert "If all marks fall: isolated:ETH/USDT:USDT:long at 3.6" in text


def test_the_stress_of_a_snapshot_is_told_as_text_and_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, account(ARTICLE))
    assert main(["stress", path]) == 0
    assert "12 March 2020" in capsys.readouterr().out
    assert main(["stress", path, "--json"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert body["crashes"][0]["deaths"][0]["pool_id"] == "isolated:BTC/USDT:USDT:long"
    assert main(["stress", str(tmp_path / "none.json")]) == 2


def test_each_account_carries_its_own_stress(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = figures(capsys, written(tmp_path, account(ARTICLE), account(position(), id="second", wallet=90_000.0)))
    first, second = (one["stress"] for one in body["accounts"])
    at = first["moves"].index(-0.1)
    assert first["change"][at] == pytest.approx(-1_000.0)  # all of the isolated margin
    assert (first["liquidated"][at], second["liquidated"][at]) == (1, 0)
    assert first["crashes"][0]["first_death_h"] is not None
    assert second["crashes"][0]["first_death_h"] is None
