"""The words of `marginwatch calc`: what cannot be meant is refused before anything is worked out."""

from __future__ import annotations

import argparse

import msgspec
import pytest

from monitor.cli import main
from monitor.clock import SystemClock
from monitor.commands import calc, calc_options
from monitor.reports import explain_numbers
from monitor.risk.plan_rows import Plan

TRADE = ("BTC/USDT:USDT", "long", "--price", "60000", "--margin", "1000")


def options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    calc_options.add_options(parser)
    return parser.parse_args([*TRADE, *words])


@pytest.mark.parametrize(
    "words",
    [
        "--maintenance-rate=50",
        "--maintenance-rate=0",
        "--volatility=-5",
        "--volatility=0",
        "--volatility=60",
        "--volatility=nan",
        "--fee=5",
        "--fee=-0.001",
        "--lot=0",
        "--wallet=nan",
        "--wallet=-5",
        "--wallet=1_000",
        "--wallet=\uff11",
        "--fee=0.0_1%",
        "--leverage=inf",
        "--funding-rate=5",
        "--funding-hours=0",
        "--risk=100%",
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_by_its_name(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        options(words)
    assert refused.value.code == 2
    assert f"argument {words.partition('=')[0]}: " in capsys.readouterr().err


def test_shares_are_read_with_and_without_a_per_cent_sign() -> None:
    read = options("--volatility=60%", "--fee=0.0004", "--maintenance-rate=0.5%", "--funding-rate=-0.01%")
    assert (read.volatility, read.fee, read.maintenance_rate) == (0.6, 0.0004, 0.005)
    assert read.funding_rate == pytest.approx(-0.0001)


@pytest.mark.parametrize(
    ("words", "fraction", "percent"),
    [
        ("--maintenance-rate=0.05", "5%", "0.05%"),
        ("--volatility=8", "800%", "8%"),
        ("--risk=0.5", "50%", "0.5%"),
        ("--fee=0.01", "1%", "0.01%"),
        ("--funding-rate=-0.001", "-0.1%", "-0.001%"),
    ],
)
def test_a_share_that_may_be_meant_both_ways_is_refused_with_both(
    words: str, fraction: str, percent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        options(words)
    assert f"may mean {fraction} (a fraction) or {percent}: write it with the % sign" in capsys.readouterr().err


def test_the_help_has_single_percent_signs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["calc", "--help"])
    printed = capsys.readouterr().out
    assert "0.5% with the sign" in printed
    assert "%%" not in printed


def test_percent_typed_without_its_sign_is_told_how_to_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options("--volatility=60")
    assert "60 is a fraction, 6000%, not between 0% and 1000%: for 60 percent write 60%" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fraction", "words"), [(1e-9, "0.0000001 %"), (0.04618, "4.618 %"), (150.0, "15000 %"), (-0.0, "0 %")]
)
def test_percent_has_no_exponent(fraction: float, words: str) -> None:
    assert explain_numbers.percent(fraction) == words


def test_a_chance_that_is_told_is_not_called_unknown() -> None:
    asked = options("--volatility=60%", "--maintenance-rate=0.5%")
    found = msgspec.json.decode(calc.run(argparse.Namespace(**{**vars(asked), "json": True}), SystemClock()), type=Plan)
    beyond = found.position.beyond
    assert beyond is not None
    touch = msgspec.structs.replace(beyond.touch, volatility=None)  # as at a mark that is already beyond it
    row = msgspec.structs.replace(found.position, beyond=msgspec.structs.replace(beyond, touch=touch))
    said = calc.text(msgspec.structs.replace(found, position=row), asked)
    assert "touched within 24 h" in said
    assert said.count("(the model says ") == said.count("  touched within ")
    assert "not known" not in said
