"""The solver against a bisection that shares no code with it, and what must hold of any liquidation price."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.book import Book
from monitor.margin import generic
from monitor.margin.pools import gather, health_at
from monitor.model import Account, Bracket, Collateral, Position
from monitor.risk.report import MODELS, RiskReport, assess
from monitor.risk.rows import PositionRisk
from tests.build import account, position
from tests.margin import oracle

some = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def schedules(draw: st.DrawFn, scale: float) -> tuple[Bracket, ...]:
    """Marginal tiers whose floors lie around `scale`."""
    floors = [0.0, *sorted(draw(st.lists(st.floats(0.1, 5.0), max_size=5, unique=True)))]
    rate, deduction, steps = draw(st.floats(0.002, 0.02)), 0.0, []
    for row, floor in enumerate(floors):
        if row:
            more = rate + draw(st.floats(0.001, 0.05))
            deduction += floor * scale * (more - rate)
            rate = more
        steps.append(Bracket(floor=floor * scale, rate=rate, deduction=deduction))
    return tuple(steps)


@st.composite
def cliffs(draw: st.DrawFn, scale: float) -> tuple[Bracket, ...]:
    """Whole-position tiers: no deduction, so that the requirement jumps."""
    return tuple(replace(step, deduction=0.0) for step in draw(schedules(scale)))


@st.composite
def positions(draw: st.DrawFn, number: int, *, inverse: bool) -> list[Position]:
    """One symbol: a leg or two, marginal tiers or cliffs by size."""
    mark = draw(st.floats(0.5, 60_000))
    worth = draw(st.floats(1_000, 500_000))
    scheme = draw(st.sampled_from(["marginal", "whole_position"]))
    unit = "notional" if scheme == "marginal" else "contracts"
    sides = draw(st.sampled_from([("long",), ("short",), ("long", "short")]))
    face = worth if inverse else worth / mark
    scale = worth / mark if inverse else worth
    brackets = draw(schedules(scale)) if scheme == "marginal" else draw(cliffs(face))
    return [
        position(
            symbol=f"C{number}/USD:BTC" if inverse else f"C{number}/USDT:USDT",
            settle="BTC" if inverse else "USDT",
            inverse=inverse,
            side=side,
            contracts=face * draw(st.floats(0.2, 1.0)),
            entry_price=mark * draw(st.floats(0.8, 1.25)),
            mark_price=mark,
            bracket_scheme=scheme,
            bracket_unit=unit,
            brackets=brackets,
            tick_size=None,
        )
        for side in sides
    ]


@st.composite
def pools(draw: st.DrawFn, *, most: int = 6, inverse: bool | None = None) -> Account:
    """A healthy cross pool of up to `most` symbols, all linear or all in one coin."""
    coin = draw(st.booleans()) if inverse is None else inverse
    rows: list[Position] = []
    for number in range(draw(st.integers(1, most))):
        rows += draw(positions(number, inverse=coin))
    name = "BTC" if coin else "USDT"
    owner = account(*rows, venue="elsewhere", collateral=(Collateral(currency=name, wallet_balance=0.0),))
    gross = sum(row.contracts / row.mark_price if coin else row.contracts * row.mark_price for row in rows)
    need = -oracle.health(owner, lambda row: row.mark_price)
    room = max(need, 0.0) + gross * draw(st.floats(0.001, 1.5))
    return account(*rows, venue="elsewhere", collateral=(Collateral(currency=name, wallet_balance=room),))


def judged(owner: Account) -> tuple[PositionRisk, ...]:
    return assess((owner,), rescue_distance=0.1).positions


def near(first: float | None, second: float | None, *, far: float = 1e6) -> bool:
    """Equal prices; beyond `far` times the mark the search gives up, so a missing one counts as far away."""
    if first is None or second is None:
        other = first if second is None else second
        return other is None or other > far or other < 1.0 / far
    return first == pytest.approx(second, rel=1e-7)


@some
@given(pools())
def test_the_solver_agrees_with_a_bisection_that_shares_no_code(owner: Account) -> None:
    for row, risk in zip(owner.positions, judged(owner), strict=True):
        found = oracle.liquidation_price(owner, row)
        assert near(
            None if risk.liquidation_root is None else risk.liquidation_root / row.mark_price,
            None if found is None else found / row.mark_price,
        )


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(pools(most=20), st.data())
def test_it_agrees_in_pools_of_up_to_forty_legs(owner: Account, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(owner.positions) - 1))
    mark = owner.positions[row].mark_price
    ours, found = judged(owner)[row].liquidation_root, oracle.liquidation_price(owner, owner.positions[row])
    assert near(ours and ours / mark, found and found / mark)


@some
@given(pools())
def test_at_every_unrounded_liquidation_price_health_is_zero(owner: Account) -> None:
    scale = sum(row.notional or 0.0 for row in judged(owner)) + owner.collateral[0].wallet_balance
    for row, risk in zip(owner.positions, judged(owner), strict=True):
        root = risk.liquidation_root
        if root is not None and 1e-3 < root / row.mark_price < 1e3:
            left = oracle.health(owner, lambda entry: root if entry.symbol == row.symbol else entry.mark_price)  # noqa: B023
            assert abs(left) < 1e-9 * scale * max(1.0, root / row.mark_price, row.mark_price / root)


@some
@given(pools())
def test_health_by_the_engine_is_health_by_the_oracle(owner: Account) -> None:
    book = Book.of((owner,))
    made = gather(book, MODELS, generic)
    ours = health_at(book, made, book.mark * 0.93)
    scale = sum(row.notional or 0.0 for row in judged(owner)) + owner.collateral[0].wallet_balance
    for row, left in zip(owner.positions, ours, strict=True):
        price = row.mark_price * 0.93
        expected = oracle.health(owner, lambda entry: price if entry.symbol == row.symbol else entry.mark_price)  # noqa: B023
        assert left == pytest.approx(expected, abs=1e-9 * scale)


@some
@given(pools())
def test_the_common_shock_agrees_with_bisection(owner: Account) -> None:
    pool = assess((owner,), rescue_distance=0.1).pool_rows[0]
    for way, ours in ((-1.0, pool.common_shock_down), (1.0, pool.common_shock_up)):
        found = oracle.common_shock(owner, way)
        if found is None:
            assert ours is None or ours > (0.999 if way < 0 else 40.0)
        else:
            assert ours == pytest.approx(found, rel=1e-7, abs=1e-9)


@some
@given(pools(), st.floats(0.001, 10.0))
def test_adding_margin_never_brings_the_price_nearer(owner: Account, share: float) -> None:
    held = owner.collateral[0]
    more = replace(owner, collateral=(replace(held, wallet_balance=held.wallet_balance * (1.0 + share)),))
    for before, after in zip(judged(owner), judged(more), strict=True):
        if before.liquidation_distance is None:
            assert after.liquidation_distance is None or after.liquidation_distance > 0.5
        elif after.liquidation_distance is not None:
            assert after.liquidation_distance >= before.liquidation_distance - 1e-9


@some
@given(pools(), st.floats(0.01, 1_000.0))
def test_scaling_all_sizes_and_money_changes_no_price(owner: Account, factor: float) -> None:
    rows = [
        replace(
            row,
            contracts=row.contracts * factor,
            brackets=tuple(
                replace(step, floor=step.floor * factor, deduction=step.deduction * factor) for step in row.brackets
            ),
        )
        for row in owner.positions
    ]
    held = owner.collateral[0]
    scaled = replace(
        owner, positions=tuple(rows), collateral=(replace(held, wallet_balance=held.wallet_balance * factor),)
    )
    for before, after in zip(judged(owner), judged(scaled), strict=True):
        assert near(before.liquidation_root, after.liquidation_root, far=1e12)


@some
@given(pools(inverse=False))
def test_a_short_is_the_mirror_of_a_long_in_profit_and_loss(owner: Account) -> None:
    """Mirroring sides and turning entry into 2 mark - entry keeps PnL, equity, requirement and ratio."""
    rows = [
        replace(row, side="short" if row.side == "long" else "long", entry_price=2 * row.mark_price - row.entry_price)
        for row in owner.positions
    ]
    before, after = (
        assess((one,), rescue_distance=0.1).pool_rows[0] for one in (owner, replace(owner, positions=tuple(rows)))
    )
    assert after.margin_ratio == pytest.approx(before.margin_ratio, rel=1e-9)
    assert after.unrealized_pnl == pytest.approx(before.unrealized_pnl, rel=1e-9, abs=1e-6)


def test_without_a_requirement_long_and_short_prices_mirror_exactly() -> None:
    free = (Bracket(floor=0.0, rate=0.0, deduction=0.0),)
    long, short = (
        judged(account(position(side=side, brackets=free), wallet=5_000.0, venue="elsewhere"))[0]
        for side in ("long", "short")
    )
    assert long.liquidation_root == pytest.approx(45_000.0)
    assert short.liquidation_root == pytest.approx(55_000.0)


@some
@given(st.floats(0.5, 3.0), st.booleans(), st.data())
def test_a_tier_boundary_makes_no_step_in_the_price(size: float, inverse: bool, data: st.DataObject) -> None:
    brackets = data.draw(schedules(1.0))

    def root(more: float) -> float | None:
        row = position(
            symbol="B/USD:B",
            settle="B",
            inverse=inverse,
            contracts=size * more,
            entry_price=1.0,
            mark_price=1.0,
            brackets=brackets,
        )
        held = (Collateral(currency="B", wallet_balance=0.3 * size),)
        return judged(account(row, venue="elsewhere", collateral=held))[0].liquidation_root

    for step in brackets[1:]:
        below, above = root(step.floor / size * (1 - 1e-9)), root(step.floor / size * (1 + 1e-9))
        assert near(below, above)


BROKEN = ("contracts", "contract_size", "entry_price", "mark_price", "isolated_margin")


@pytest.mark.parametrize("field", BROKEN)
@pytest.mark.parametrize("mode", ["isolated", "cross"])
def test_nan_in_any_input_is_unknown_with_a_reason_and_never_a_number(field: str, mode: str) -> None:
    alone = mode == "isolated"
    row = position(margin_mode=mode, isolated_margin=5_000.0 if alone else None)
    risk = judged(account(replace(row, **{field: math.nan})))[0]
    if field == "isolated_margin" and not alone:
        assert risk.liquidation_price is not None  # a cross position has none
        return
    assert (risk.liquidation_price, risk.liquidation_distance, risk.margin_ratio) == (None, None, None)
    assert risk.unknown


@pytest.mark.parametrize("field", ["floor", "rate", "deduction"])
def test_nan_in_a_tier_is_unknown_with_a_reason(field: str) -> None:
    step = Bracket(floor=0.0, rate=0.005, deduction=0.0)
    risk = judged(account(position(brackets=(replace(step, **{field: math.nan}),))))[0]
    assert (risk.liquidation_price is None and bool(risk.unknown)) or field == "floor"


@pytest.mark.parametrize("wallet", [math.nan, math.inf])
def test_a_wallet_that_is_no_number_is_unknown_with_a_reason(wallet: float) -> None:
    risk = judged(account(position(), wallet=wallet))[0]
    assert (risk.liquidation_price, risk.margin_ratio) == (None, None)
    assert risk.unknown


def test_one_unknown_position_makes_its_whole_pool_unknown() -> None:
    rows = judged(account(position(), position(symbol="ETH/USDT:USDT", brackets=())))
    assert [row.liquidation_price for row in rows] == [None, None]
    assert all(row.unknown for row in rows)


def test_an_unknown_position_leaves_isolated_neighbours_alone() -> None:
    alone = position(symbol="ETH/USDT:USDT", margin_mode="isolated", isolated_margin=5_000.0)
    assert judged(account(position(brackets=()), alone))[1].liquidation_price is not None


def test_a_cliff_with_a_floor_that_is_no_number_is_unknown() -> None:
    steps = tuple(Bracket(floor=floor, rate=0.01, deduction=0.0) for floor in (0.0, math.nan))
    row = position(brackets=steps, bracket_unit="contracts", bracket_scheme="whole_position")
    risk = judged(account(row, venue="okx"))[0]
    assert risk.liquidation_price is None
    assert risk.unknown


def test_an_input_that_is_assumed_makes_an_exact_figure_an_estimate_and_says_so() -> None:
    row = position(margin_mode="isolated", isolated_margin=5_000.0)
    told, silent = (
        judged(account(replace(row, funding_rate=rate), venue="kucoinfutures"))[0] for rate in (0.0001, None)
    )
    assert (told.basis, silent.basis) == ("exact", "estimate")
    assert "funding rate is not known" in silent.basis_reason


def pool_with(held: Collateral) -> RiskReport:
    dollars = Collateral(currency="USDT", wallet_balance=0.0, index_price=1.0, bid=1.0, ask=1.0)
    owner = account(position(), account_mode="multi_currency", collateral=(dollars, held))
    return assess((owner,), rescue_distance=0.1)


@pytest.mark.parametrize("index", [0.45, 0.6, 0.94, 1.06, 1.5, 2.5])
def test_a_factor_is_of_the_index_however_near_to_one_that_is(index: float) -> None:
    held = Collateral(currency="ADA", wallet_balance=10_000.0, index_price=index, bid=0.95, ask=1.05)
    report = pool_with(held)
    assert report.pool_rows[0].equity == pytest.approx(9_500.0 * index)
    assert report.positions[0].basis == "exact"


def test_a_price_near_one_is_a_price_where_only_the_index_lies_within() -> None:
    held = Collateral(currency="USDC", wallet_balance=10_000.0, index_price=0.99, bid=0.9801, ask=0.99495)
    assert pool_with(held).pool_rows[0].equity == pytest.approx(9_801.0)  # Binance announcement c983a926…


def test_bid_and_ask_that_may_be_both_are_factors_and_the_figure_an_estimate() -> None:
    held = Collateral(currency="ADA", wallet_balance=10_000.0, index_price=1.02, bid=0.95, ask=1.05)
    report = pool_with(held)
    assert report.pool_rows[0].equity == pytest.approx(9_690.0)
    assert report.positions[0].basis == "estimate"
    assert "ADA: its bid and ask may be factors or prices" in report.positions[0].basis_reason


@pytest.mark.parametrize(
    ("index", "why"), [(0.6, "lie neither around 1 (factors) nor around its index"), (None, "index price is not known")]
)
def test_bid_and_ask_that_can_be_neither_leave_the_risk_unknown(index: float | None, why: str) -> None:
    bid, ask = (0.7, 0.8) if index else (0.95, 1.05)
    held = Collateral(currency="ADA", wallet_balance=10_000.0, index_price=index, bid=bid, ask=ask)
    report = pool_with(held)
    assert report.pool_rows[0].equity is None
    assert why in report.positions[0].unknown


@pytest.mark.parametrize(("bid", "ask"), [(57_000.0, 63_000.0), (0.95, 1.05)])
def test_bid_and_ask_may_be_rates_or_factors_of_the_index(bid: float, ask: float) -> None:
    held = (
        Collateral(currency="USDT", wallet_balance=0.0, index_price=1.0, bid=1.0, ask=1.0),
        Collateral(currency="BTC", wallet_balance=0.5, index_price=60_000.0, bid=bid, ask=ask),
    )
    owner = account(position(), account_mode="multi_currency", collateral=held)
    assert assess((owner,), rescue_distance=0.1).pool_rows[0].equity == pytest.approx(28_500.0)
