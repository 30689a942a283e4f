"""Deribit: a held position's rate grows with its size as published, where its own margin says that it does.

Source: Deribit support 25944738177565 "Linear Perpetual" (worked examples), 25944826427293 "11 January 2022" (inverse).
"""

from __future__ import annotations

from typing import Any

import pytest

from monitor.model import Account, Position
from monitor.reports import explain
from monitor.risk.beyond import measure_beyond
from monitor.risk.market import Market
from monitor.risk.report import RiskReport, assess
from monitor.venues import deribit_read as read
from monitor.venues.deribit_answers import RawInstrument, RawPosition
from tests.margin.oracle import crossing
from tests.venues.served import reader_at, served
from tests.venues.test_deribit import KEYS, answers, of

MISMATCH = "is not what the published schedule gives"


def held(
    coin: str, settle: str, coins: float, mark: float, margin: float | None, index: float | None = None
) -> Position:
    """A long that Deribit might tell: `coins` of size at `mark`."""
    inverse = settle == coin
    listed = RawInstrument(
        instrument_name="X-PERPETUAL", kind="future", base_currency=coin, quote_currency="USD" if inverse else settle,
        settlement_currency=settle, instrument_type="reversed" if inverse else "linear",
        settlement_period="perpetual", contract_size=1,
    )  # fmt: skip
    row = RawPosition(
        instrument_name="X-PERPETUAL", kind="future", direction="buy", size=coins * mark if inverse else coins,
        size_currency=coins, average_price=mark, mark_price=mark, maintenance_margin=margin,
        index_price=index,
    )  # fmt: skip
    return read.read_position(row, read.read_instruments([listed]), read.Details(orders=None, tickers=None), 0)


@pytest.mark.parametrize(
    ("coin", "settle", "coins", "mark", "margin", "base", "slope"),
    [
        ("BTC", "USDC", 25, 100_000, 28_125, 0.01, 0.00005),
        ("BTC", "USDC", 350, 100_000, 962_500, 0.01, 0.00005),
        ("SOL", "USDC", 25, 200, 100.625, 0.02, 0.000005),
        ("SOL", "USDC", 6_000, 200, 60_000, 0.02, 0.000005),
        ("BTC", "BTC", 100, 100_000, 100 * 0.015, 0.01, 0.00005),
        ("ETH", "ETH", 1_000, 4_000, 1_000 * 0.014, 0.01, 0.000004),
    ],
)
def test_the_published_examples_have_the_published_rate(
    coin: str, settle: str, coins: float, mark: float, margin: float, base: float, slope: float
) -> None:
    position = held(coin, settle, coins, mark, margin)
    (bracket,) = position.brackets
    assert (bracket.rate, position.rate_slope, position.rate_implied) == (base, slope, False)


def test_a_linear_margin_is_compared_at_the_index() -> None:
    assert held("BTC", "USDC", 25, 103_000, 28_125, index=100_000).rate_slope == 0.00005
    assert held("BTC", "USDC", 25, 103_000, 28_125).rate_slope is None


@pytest.mark.parametrize(
    ("coin", "settle", "margin"),
    [("BTC", "BTC", 100 * 0.0152), ("BTC", "BTC", 100 * 0.01), ("ETH", "USDC", 100 * 4_000 * 0.01)],
)
def test_another_margin_or_coin_keeps_the_venues_own_rate(coin: str, settle: str, margin: float) -> None:
    position = held(coin, settle, 100, 4_000, margin)
    assert (position.rate_slope, position.rate_implied) == (None, True)
    value = 100 if settle == coin else 400_000
    assert position.brackets[0].rate == pytest.approx(margin / value)


@pytest.mark.parametrize("margin", [None, 0.0, -1.0])
def test_a_margin_that_is_not_told_is_not_taken_from_the_schedule(margin: float | None) -> None:
    position = held("BTC", "BTC", 100, 100_000, margin)
    assert (position.brackets, position.rate_slope, position.rate_implied) == ((), None, False)


# ---------------------------------------------------------------- through real ccxt, and solved

USD, MARK, WALLET = 30_000_000.0, 100_000.0, 20.0  # 300 BTC of value


def large(**changes: Any) -> dict[str, Any]:
    """Answers that hold one inverse BTC position of 300 BTC, as the schedule requires for it."""
    positions, summaries = of("get_positions-01"), of("get_account_summaries-01")
    coins, margin = USD / MARK, USD / MARK * (0.01 + 0.00005 * USD / MARK)
    positions["result"][0] |= {
        "average_price": MARK, "mark_price": MARK, "index_price": MARK, "size": USD, "size_currency": coins,
        "maintenance_margin": margin, "estimated_liquidation_price": None,
    } | changes  # fmt: skip
    told = {"equity": WALLET, "margin_balance": WALLET, "maintenance_margin": margin}
    summaries["result"]["summaries"][0] |= told
    return answers(**{"private/get_positions": positions, "private/get_account_summaries": summaries})


async def account_of(told: dict[str, Any]) -> Account:
    async with served(told) as server, reader_at(server, "deribit", KEYS) as reader:
        return await reader.read(frozenset(), 1_000)


def judged(account: Account) -> RiskReport:
    return assess((account,), rescue_distance=0.1)


def explained(report: RiskReport) -> str:
    return explain.text_of(report, measure_beyond(report.figures, Market(), 1_000), report.positions[0].key)


@pytest.mark.parametrize(("direction", "sign", "outer"), [("buy", 1.0, 0.3), ("sell", -1.0, 3.0)])
async def test_at_the_price_the_published_requirement_is_the_equity(direction: str, sign: float, outer: float) -> None:
    """With today's rate kept, both prices would be 0.06 % lower: too far for the long."""
    account = await account_of(large(direction=direction, size=sign * USD, size_currency=sign * USD / MARK))
    price = judged(account).positions[0].liquidation_price

    def survives(at: float) -> bool:
        coins = USD / at
        return WALLET + sign * (USD / MARK - coins) >= coins * (0.01 + 0.00005 * coins)

    assert price == pytest.approx(crossing(survives, MARK, outer * MARK), rel=1e-9)


async def test_a_margin_that_is_not_the_schedules_is_said_and_nothing_grows() -> None:
    account = await account_of(answers())
    report = judged(account)
    (position,), row = account.positions, report.positions[0]
    assert position.rate_slope is None
    assert row.maintenance_margin == pytest.approx(0.000143783)
    assert "BTC/USD:BTC: its own maintenance margin" in row.basis_reason
    assert MISMATCH in row.basis_reason
    assert MISMATCH in explained(report)


async def test_the_explanation_shows_the_growth_and_both_sides_at_the_price() -> None:
    account = await account_of(large())
    report = judged(account)
    text = explained(report)
    assert "value x (rate + slope x value)" in text
    assert "grows by 0.005 % for each BTC of size: 1.5 % for 300 now" in text
    assert "and 0.00005 x value x value" in text
    check = next(line for line in text.splitlines() if "check: equity" in line)
    equity, required = check.split("equity ")[1].split(" = required ")
    assert float(equity) == pytest.approx(float(required))
    assert MISMATCH not in text
