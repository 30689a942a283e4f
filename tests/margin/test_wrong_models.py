"""Plausible mistakes, switched on one by one: each must be caught by at least one worked case.

A mistake alters one rule or one step of the real engine; nothing is faked. Without any mistake all cases hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from monitor.book import Book, FloatArray
from monitor.margin import brackets, columns, money, pools
from monitor.margin.layout import Layout
from monitor.margin.rules import Rules, Setting
from monitor.margin.values import Pools
from monitor.model import Collateral
from monitor.risk import figures, report, report_rows
from tests.build import flat_bracket, position
from tests.margin.test_cases import NOT_OURS, RUN, compared, figures_of, judge, owner

CASES = [case for case in RUN if "known_mismatch" not in case]
Patch = pytest.MonkeyPatch


def portfolio_margin_price() -> float | None:
    """1 BTC from 50,000 on 10,000 USDT at 1 %: 10,000 + p - 50,000 = 1.05 * 0.01 * p."""
    held = (Collateral(currency="USDT", wallet_balance=10_000.0, index_price=1.0),)
    row = position(brackets=flat_bracket(0.01), tick_size=None)
    return judge(owner("binanceusdm", row, account_mode="portfolio", collateral=held)).positions[0].liquidation_price


def price_beside_a_loser() -> float | None:
    """The same beside a position that has lost 2,000: 10,000 - 2,000 + p - 50,000 = 0.01 * p."""
    loser = position(
        symbol="Y/USDT:USDT", contracts=1_000.0, entry_price=3.0, mark_price=1.0, brackets=flat_bracket(0.0)
    )
    row = position(brackets=flat_bracket(0.01), tick_size=None)
    return judge(owner("binanceusdm", row, loser, wallet=10_000.0)).positions[0].liquidation_price


OWN: dict[str, tuple[Callable[[], float | None], float]] = {
    "portfolio margin": (portfolio_margin_price, 40_000.0 / (1.0 - 0.0105)),
    "beside a loser": (price_beside_a_loser, 42_000.0 / 0.99),
}


def wrong_cases() -> list[str]:
    """Return the ids of the cases that the engine, as it is now, does not reproduce."""
    wrong = [name for name, (found, wanted) in OWN.items() if found() != pytest.approx(wanted, rel=1e-12)]
    for case in CASES:
        try:
            found = figures_of(case)
        except (AssertionError, TypeError, ZeroDivisionError):
            wrong.append(case["id"])
            continue
        wanted = {name: value for name, value in case["expected"].items() if name not in NOT_OURS}
        if not all(compared(case, name, value, found.get(name)) for name, value in wanted.items()):
            wrong.append(case["id"])
    return wrong


def with_rules(change: Callable[[Rules], Rules]) -> Callable[[Patch], None]:
    """A mistake in what a venue's file says."""

    def apply(patch: Patch) -> None:
        for venue, model in list(report.MODELS.items()):

            def rules(setting: Setting, model: Any = model) -> Rules:
                return change(model.rules(setting))

            patch.setitem(report.MODELS, venue, SimpleNamespace(RATIO_NAME=model.RATIO_NAME, rules=rules))

    return apply


def with_layout(change: Callable[[Book, Layout], Layout]) -> Callable[[Patch], None]:
    """A mistake in the columns."""

    def apply(patch: Patch) -> None:
        right = report.lay_out
        patch.setattr(report, "lay_out", lambda book, *rest: change(book, right(book, *rest)))

    return apply


def with_book(change: Callable[[Book], Book]) -> Callable[[Patch], None]:
    """A mistake in reading the positions."""

    def apply(patch: Patch) -> None:
        patch.setattr(report, "Book", SimpleNamespace(of=lambda accounts: change(Book.of(accounts))))

    return apply


def with_values(change: Callable[[Pools], Pools]) -> Callable[[Patch], None]:
    """A mistake in adding up a pool."""

    def apply(patch: Patch) -> None:
        right = figures.value
        patch.setattr(figures, "value", lambda book, laid: change(right(book, laid)))

    return apply


def with_offset(more: Callable[[Book, Pools, Any], FloatArray]) -> Callable[[Patch], None]:
    """A mistake in what the other positions of a pool contribute."""

    def apply(patch: Patch) -> None:
        right = pools._leg

        def wrong(book: Book, made: Pools, rows: Any) -> tuple[FloatArray, FloatArray]:
            slope, offset = right(book, made, rows)
            return slope, offset + more(book, made, rows)

        patch.setattr(pools, "_leg", wrong)

    return apply


def with_pieces(change: Callable[[money.Pieces], money.Pieces]) -> Callable[[Patch], None]:
    """A mistake in how a balance counts."""

    def apply(patch: Patch) -> None:
        right = money.pieces
        patch.setattr(money, "pieces", lambda collateral: change(right(collateral)))

    return apply


def with_shown(wrong: Callable[[float, float], float]) -> Callable[[Patch], None]:
    """A mistake in rounding to the tick."""

    def apply(patch: Patch) -> None:
        def shown(root: float, rules: Rules, tick: float | None, *, below: bool) -> float:
            return root if tick is None or rules.rounding == "none" else wrong(root, tick)

        patch.setattr(report_rows, "shown_price", shown)

    return apply


def fee_multiplied(book: Book, laid: Layout) -> Layout:
    fee = np.array([float(rule.fee == "mark") for rule in laid.kinds])[laid.kind] * laid.taker
    return replace(laid, rate=laid.rate - fee * (laid.rate - fee))


def tier_at_mark(book: Book, laid: Layout) -> Layout:
    if len(laid.rate) != len(book.schedules.floor) or laid.fixed.any():  # netted or on entry: other shapes
        return laid
    tier = brackets.tier_index(book.notional, book.schedules.floor)
    rows = np.arange(len(tier))
    rate, deduction = (np.broadcast_to(table[tier, rows], table.shape) for table in (laid.rate, laid.deduction))
    return replace(laid, rate=rate, deduction=deduction, breaks=None)


def tiers_as_maximum(patch: Patch) -> None:
    patch.setattr(columns.Columns, "choose_tiers", lambda self, of: None)


def coin_stands_still(book: Book, laid: Layout) -> Layout:
    return replace(laid, coin=np.full_like(laid.coin, -1), mover=np.full_like(laid.mover, -1))


def requirement_at_bid(patch: Patch) -> None:
    patch.setattr(money, "requirement_factor", lambda held: held.bid or money.index_of(held))


def long_is_short(book: Book) -> Book:
    return replace(book, direction=-book.direction)


def contracts_are_coins(book: Book) -> Book:
    return replace(book, face=np.array([row.contracts for row in book.positions]))


def only_last_haircut(steps: money.Pieces) -> money.Pieces:
    return ((steps[-2][0], 0.0), steps[-1]) if len(steps) > 2 else steps


MISTAKES: dict[str, Callable[[Patch], None]] = {
    "no fee": with_rules(lambda rules: replace(rules, fee="none", reserve="none")),
    "fee multiplied instead of added": with_layout(fee_multiplied),
    "fee on the entry value instead of the mark": with_rules(
        lambda rules: replace(rules, fee="closing") if rules.fee == "mark" else rules
    ),
    "the venue's base fee instead of the user's own": with_layout(
        lambda book, laid: replace(laid, rate=laid.rate - laid.taker + 0.0009)
    ),
    "the fee shown inside the maintenance margin": with_rules(lambda rules: replace(rules, fee_in_maintenance=True)),
    "closing fee without its leverage term": with_layout(
        lambda book, laid: replace(laid, fixed=laid.fixed * 0.0, deduction=laid.deduction + laid.fixed * 0.1)
    ),
    "no reserved closing fee": with_rules(lambda rules: replace(rules, reserve="none")),
    "no deduction": with_layout(lambda book, laid: replace(laid, deduction=laid.deduction * 0.0, breaks=None)),
    "deduction added instead of subtracted": with_layout(
        lambda book, laid: replace(laid, deduction=-laid.deduction, breaks=None)
    ),
    "tier at the mark instead of at liquidation": with_layout(tier_at_mark),
    "a cliff treated as marginal tiers": tiers_as_maximum,
    "flat tiers of old positions forgotten": with_rules(lambda rules: replace(rules, flat=False)),
    "requirement on the entry value": with_rules(lambda rules: replace(rules, on="entry")),
    "requirement on the mark value": with_rules(lambda rules: replace(rules, on="mark")),
    "initial margin on the entry value": with_rules(lambda rules: replace(rules, initial_on="entry")),
    "initial margin on the mark value": with_rules(lambda rules: replace(rules, initial_on="mark")),
    "unrealised PnL counted twice": with_values(lambda made: replace(made, equity=made.equity + made.unrealized_pnl)),
    "unrealised PnL forgotten": with_values(lambda made: replace(made, equity=made.wallet)),
    "other positions' requirement forgotten": with_offset(
        lambda book, made, rows: made.required[made.of[rows]] - made.position_required[rows]
    ),
    "other positions' PnL forgotten": with_offset(
        lambda book, made, rows: book.unrealized_pnl[rows] - made.unrealized_pnl[made.of[rows]]
    ),
    "ratio upside down": with_rules(lambda rules: replace(rules, higher_is_safer=not rules.higher_is_safer)),
    "uniMMR liquidates at 100 %": with_rules(lambda rules: replace(rules, threshold=1.0)),
    "contracts taken for coins": with_book(contracts_are_coins),
    "inverse taken for linear": with_book(lambda book: replace(book, inverse=np.zeros_like(book.inverse))),
    "long taken for short": with_book(long_is_short),
    "percent taken for a fraction": with_layout(lambda book, laid: replace(laid, rate=laid.rate / 100.0, breaks=None)),
    "rounded to the nearest tick": with_shown(lambda root, tick: round(root / tick) * tick),
    "rounded towards the later liquidation": with_shown(lambda root, tick: np.floor(root / tick) * tick),
    "no tick offset": with_rules(lambda rules: replace(rules, rounding="none")),
    "tick offset in cross too": with_rules(
        lambda rules: replace(rules, rounding="offset") if rules.taker_rate == 0.0005 else rules
    ),
    "negative balances reduced like positive ones": with_pieces(lambda steps: steps[:1]),
    "profit at ask": with_pieces(lambda steps: steps[-1:]),
    "the whole quantity at the last haircut": with_pieces(only_last_haircut),
    "requirement at bid": requirement_at_bid,
    "only the settlement wallet backs a shared pool": with_rules(lambda rules: replace(rules, shared=False)),
    "collateral stands still when its coin falls": with_layout(coin_stands_still),
    "both legs of a netted hedge are required for": with_rules(lambda rules: replace(rules, hedge="sum")),
    "the rate does not grow with size": with_layout(lambda book, laid: replace(laid, curve=laid.curve * 0.0)),
    "funding rate left out of the requirement": with_rules(lambda rules: replace(rules, funding=False)),
    "backstop at the full requirement": with_rules(lambda rules: replace(rules, backstop=1.0)),
    "bankruptcy without the fee": with_rules(lambda rules: replace(rules, bankruptcy_fee=False)),
}


def test_without_a_mistake_every_case_holds() -> None:
    assert wrong_cases() == []


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_caught(name: str, monkeypatch: Patch) -> None:
    MISTAKES[name](monkeypatch)
    assert wrong_cases()
