"""`--explain` with a calculator: what a line prints on its right gives what it prints on its left."""

from __future__ import annotations

import re
from math import exp, isclose, log

import pytest
from scipy.stats import norm

from monitor.model import Account, Collateral
from monitor.reports.explain import text
from monitor.risk.beyond import measure_beyond
from monitor.risk.report import assess
from tests.benchmarks.bench_beyond import NOW_MS, furnished, market_of
from tests.build import account, flat_bracket, isolated, position

ETHER = {"symbol": "ETH/USDT:USDT", "entry_price": 3_000.0, "mark_price": 2_900.0, "brackets": flat_bracket(0.01)}
COIN = {
    "symbol": "BTC/USD:BTC",
    "settle": "BTC",
    "inverse": True,
    "contract_size": 100.0,
    "contracts": 500.0,
    "brackets": flat_bracket(0.004),
    "lot_size": 1.0,
}
WHOLE = {"bracket_scheme": "whole_position", "brackets": flat_bracket(0.004)}
BITCOIN_WALLET = (Collateral(currency="BTC", wallet_balance=0.15),)
ACCOUNTS = {
    "cross": account(position(contracts=1.3), position(**ETHER, side="short", contracts=7.0), wallet=9_000.0),
    "isolated": account(
        isolated(1_000.0, contracts=0.2, mark_price=50_300.0),
        isolated(4_000.0, side="short", contracts=1.1, mark_price=49_700.0),
        venue="bybit",
    ),
    "inverse": account(position(**COIN), venue="binancecoinm", collateral=BITCOIN_WALLET),
    "hedge": account(
        position(contracts=2.0), position(side="short", contracts=1.2), position_mode="hedge", wallet=5_000.0
    ),
    "okx": account(
        position(**WHOLE, contracts=1.3),
        position(**{**COIN, **WHOLE, "contracts": 200.0}),
        venue="okx",
        account_mode="multi_currency",
        collateral=(
            Collateral(currency="USDT", wallet_balance=2_000.0, index_price=1.0002),
            Collateral(
                currency="BTC", wallet_balance=0.12, index_price=50_000.0, haircut_tiers=((0.0, 0.98), (0.1, 0.95))
            ),
            Collateral(currency="ETH", wallet_balance=1.0, index_price=2_900.0, haircut_tiers=((0.0, 0.97),)),
        ),
    ),
    "bitget": account(
        position(**WHOLE, contracts=2.0),
        position(**WHOLE, side="short", contracts=1.2),
        position(**ETHER, contracts=4.0),
        venue="bitget",
        position_mode="hedge",
        wallet=4_000.0,
    ),
    "hyperliquid": account(
        position(contracts=1.5, leverage=20.0, brackets=flat_bracket(0.0125)),
        position(**ETHER, side="short", contracts=9.0),
        venue="hyperliquid",
        wallet=8_000.0,
    ),
    "deribit": account(
        position(**{**COIN, "contracts": 200.0, "rate_slope": 0.00005, "bracket_unit": "base"}),
        venue="deribit",
        collateral=(Collateral(currency="BTC", wallet_balance=0.05),),
    ),
}
QUOTIENT = r"by (\S+) a day = - \((\S+)\) / \((\S+)\)"
LACKING = r"the last: (\S+) = closing fee (\S+) - equity of the pool there \((\S+)\)"
ADDED = r"add (\S+) \S+, or .*\n\s+added = \((\S+) required - equity (\S+)\) / (\S+), with"


def explained(owner: Account) -> str:
    held = furnished((owner,))
    report = assess(held, rescue_distance=0.1, at_ms=NOW_MS)
    return text(report, measure_beyond(report.figures, market_of(held), NOW_MS))


def figures(pattern: str, told: str) -> list[list[float]]:
    found = re.findall(pattern, told)
    return [[float(figure.replace(",", "")) for figure in one] for one in found]


@pytest.mark.parametrize("name", ACCOUNTS)
def test_both_sides_of_each_check_are_equal_and_each_quotient_gives_its_result(name: str) -> None:
    told = explained(ACCOUNTS[name])
    checks = figures(r"check: .*?equity (\S+) = required (\S+)", told)
    assert checks
    assert all(isclose(equity, required, rel_tol=1e-7) for equity, required in checks)
    drifts = figures(QUOTIENT, told)
    assert drifts
    assert all(isclose(drift, -per_day / slope, rel_tol=1e-5) for drift, per_day, slope in drifts)
    lacking = figures(LACKING, told)
    assert lacking
    assert all(isclose(missing, kept - equity, rel_tol=1e-8) for missing, kept, equity in lacking)
    added = figures(ADDED, told)
    assert all(isclose(more, (required - equity) / worth, rel_tol=1e-7) for more, required, equity, worth in added)


@pytest.mark.parametrize(("name", "sizes"), [("cross", (1.3, 7.0)), ("isolated", (0.2, 1.1)), ("inverse", (50_000.0,))])
def test_the_expected_shortfall_follows_from_the_formula_and_the_figures_below_it(
    name: str, sizes: tuple[float, ...]
) -> None:
    pattern = r"expected shortfall (\S+) \S+ = size x \((.*)\),\n\s+K (\S+) \(bankruptcy\), L (\S+), s (\S+) %"
    found = re.findall(pattern, explained(ACCOUNTS[name]))
    assert len(found) == len(sizes)
    for size, (amount, formula, *rest) in zip(sizes, found, strict=True):
        k, price, s = (float(figure.replace(",", "")) for figure in rest)
        k, price, s = (1 / k, 1 / price, s / 100) if name == "inverse" else (k, price, s / 100)
        d = log(k / price) / s
        put = k * norm.cdf(d) - price * exp(s * s / 2) * norm.cdf(d - s)
        call = price * exp(s * s / 2) * norm.cdf(s - d) - k * norm.cdf(-d)
        missing = size * (put if formula.startswith("K") else call)
        assert isclose(float(amount.replace(",", "")), missing, rel_tol=1e-4, abs_tol=1e-9)


def test_a_loss_in_a_coin_is_compared_with_dollars_at_the_coins_price() -> None:
    told = explained(ACCOUNTS["okx"])
    equity = float(re.findall(r"equity (\S+) USD, of", told)[0].replace(",", ""))
    loss, share = re.findall(r"lose (\S+) BTC from entry.*?; (\S+) % of the account", told, re.DOTALL)[0]
    assert float(share) / 100 == pytest.approx(float(loss) * 50_000.0 / equity, rel=1e-3)


def test_the_chances_of_a_pool_and_its_venues_fund_are_told() -> None:
    told = explained(ACCOUNTS["cross"])
    assert re.search(r"cross:USDT: liquidated by all marks together within 24 h: \S+ % to \S+ %", told)
    assert "insurance fund: unknown; the size of the fund has not been read" in told
