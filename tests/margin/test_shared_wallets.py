"""Wallets of several currencies, and cliffs by notional, against searches that share no code with the solver."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model import Account, Bracket, Collateral, Position
from monitor.risk.report import assess
from tests.build import account, flat_bracket, position
from tests.margin import oracle

some = settings(max_examples=60, deadline=None)


def counts_for(held: Collateral, balance: float, index: float) -> float:
    """USD that a balance counts for: debts in full, the rest tier by tier."""
    if held.bid is not None and held.ask is not None:
        return balance * (held.bid if balance > 0 else held.ask)
    if balance <= 0 or not held.haircut_tiers:
        return balance * index
    total, tiers = 0.0, [*held.haircut_tiers, (float("inf"), 0.0)]
    for (floor, rate), (ceiling, _) in itertools.pairwise(tiers):
        total += max(0.0, min(balance, ceiling) - floor) * rate
    return total * index


def health(owner: Account, symbol: str, price: float) -> float:
    """Equity minus requirement in USD if one symbol, and the coin it is of, stood at `price`."""
    moved = next(row for row in owner.positions if row.symbol == symbol)
    base = symbol.split("/")[0]
    total = 0.0
    for held in owner.collateral:
        index = held.index_price or 1.0
        if held.currency == base:
            index *= price / moved.mark_price
        mine = [row for row in owner.positions if row.settle == held.currency]
        at = [(row, price if row.symbol == symbol else row.mark_price) for row in mine]
        balance = held.wallet_balance + sum(oracle.profit(row, mark) for row, mark in at)
        owe = held.ask if held.ask is not None else index
        total += counts_for(held, balance, index) - owe * sum(oracle.requirement(row, mark) for row, mark in at)
    return total


def searched(owner: Account, row: Position) -> float | None:
    ends = []
    for factor in (0.99, 1.01):
        inner = row.mark_price
        while row.mark_price * 1e-6 < inner < row.mark_price * 1e6:
            found = oracle.crossing(lambda price: health(owner, row.symbol, price) >= 0, inner, inner * factor)
            if found is not None:
                ends.append(found)
                break
            inner *= factor
    return min(ends, key=lambda price: abs(price - row.mark_price), default=None)


@st.composite
def shared(draw: st.DrawFn) -> Account:
    """BTC, USDT and USDC behind linear and inverse positions, with haircuts."""
    btc = draw(st.floats(20_000, 100_000))
    rows = [
        position(
            symbol="BTC/USDT:USDT",
            side=draw(st.sampled_from(["long", "short"])),
            contracts=draw(st.floats(0.1, 3.0)),
            entry_price=btc * draw(st.floats(0.9, 1.1)),
            mark_price=btc,
            brackets=flat_bracket(draw(st.floats(0.004, 0.03))),
            tick_size=None,
        )
    ]
    if draw(st.booleans()):
        rows.append(
            replace(
                rows[0], symbol="ETH/USDC:USDC", settle="USDC", contracts=10.0, entry_price=3_000.0, mark_price=2_900.0
            )
        )
    if draw(st.booleans()):
        rows.append(
            replace(
                rows[0],
                symbol="BTC/USD:BTC",
                settle="BTC",
                inverse=True,
                side=draw(st.sampled_from(["long", "short"])),
                contracts=draw(st.floats(1_000, 50_000)),
            )
        )
    held = (
        Collateral(
            currency="BTC",
            wallet_balance=draw(st.floats(0.0, 2.0)),
            index_price=btc,
            haircut_tiers=((0.0, 0.98), (0.5, 0.9), (1.0, 0.8)),
        ),
        Collateral(currency="USDT", wallet_balance=draw(st.floats(-5_000, 50_000)), index_price=1.001),
        Collateral(currency="USDC", wallet_balance=draw(st.floats(0, 20_000)), index_price=0.999),
    )
    return account(*rows, venue="bybit", account_mode="multi_currency", taker_fee_rate=0.0, collateral=held)


@some
@given(shared())
def test_a_shared_wallet_is_solved_with_its_coins_moving(owner: Account) -> None:
    report = assess((owner,), rescue_distance=0.1)
    if not (report.pools.health > 0).all():
        return
    for row, risk in zip(owner.positions, report.positions, strict=True):
        found = searched(owner, row)
        if found is None:
            part = (risk.liquidation_root or 0.0) / row.mark_price
            assert part < 1e-5 or part > 1e5
        else:
            assert risk.liquidation_root == pytest.approx(found, rel=1e-7, abs=1e-9 * row.mark_price)


@some
@given(shared())
def test_the_common_shock_of_a_shared_wallet_ends_where_everything_revalued_does(owner: Account) -> None:
    report = assess((owner,), rescue_distance=0.1)
    pool = report.pool_rows[0]
    if not (report.pools.health > 0).all():
        return
    for way, shock in ((-1.0, pool.common_shock_down), (1.0, pool.common_shock_up)):
        if shock is None:
            continue
        factor = 1.0 + way * shock
        rows = tuple(replace(row, mark_price=row.mark_price * factor) for row in owner.positions)
        held = tuple(
            replace(entry, index_price=(entry.index_price or 1.0) * factor) if entry.currency == "BTC" else entry
            for entry in owner.collateral
        )
        after = assess((replace(owner, positions=rows, collateral=held),), rescue_distance=0.1).pools
        assert float(after.health[0]) == pytest.approx(0.0, abs=1e-6 * float(after.equity[0] + 1.0))


def test_the_price_of_a_bid_and_ask_wallet_is_where_both_sides_meet() -> None:
    held = (
        Collateral(currency="USDT", wallet_balance=3_000.0, index_price=1.0, bid=0.999, ask=1.001),
        Collateral(currency="USDC", wallet_balance=4_000.0, index_price=1.0, bid=0.998, ask=1.002),
    )
    owner = account(position(brackets=flat_bracket(0.01)), account_mode="multi_currency", collateral=held)
    root = assess((owner,), rescue_distance=0.1).positions[0].liquidation_root
    assert root is not None
    assert health(owner, "BTC/USDT:USDT", root) == pytest.approx(0.0, abs=1e-6)


def test_an_index_price_that_was_not_told_leaves_the_pool_unknown_and_names_the_currency() -> None:
    held = (Collateral(currency="USDT", wallet_balance=3_000.0), Collateral(currency="ETH", wallet_balance=2.0))
    owner = account(position(), account_mode="multi_currency", collateral=held)
    risk = assess((owner,), rescue_distance=0.1).positions[0]
    assert risk.liquidation_price is None
    assert "index price" in risk.unknown


def cliff_tiers(scale: float, rates: list[float]) -> tuple[Bracket, ...]:
    return tuple(Bracket(floor=step * scale, rate=rate, deduction=0.0) for step, rate in enumerate(rates))


@some
@given(
    st.sampled_from(["long", "short"]),
    st.booleans(),
    st.floats(0.05, 0.9),
    st.lists(st.floats(0.002, 0.2), min_size=2, max_size=5, unique=True),
    st.floats(0.2, 1.5),
)
def test_a_cliff_by_notional_ends_at_its_root_or_at_its_floor(
    side: str, inverse: bool, share: float, rates: list[float], scale: float
) -> None:
    row = position(
        symbol="B/USD:B",
        settle="B",
        side=side,
        inverse=inverse,
        contracts=10.0,
        entry_price=1.0,
        mark_price=1.0,
        bracket_scheme="whole_position",
        brackets=cliff_tiers(10.0 * scale, sorted(rates)),
        tick_size=None,
    )
    wallet = 10.0 * share + oracle.requirement(row, 1.0)
    owner = account(row, venue="elsewhere", collateral=(Collateral(currency="B", wallet_balance=wallet),))
    report = assess((owner,), rescue_distance=0.1)
    ours, found = report.positions[0].liquidation_root, oracle.liquidation_price(owner, row)
    assert (ours is None) == (found is None) or (ours or found or 0) > 1e5
    if ours is not None and found is not None:
        assert ours == pytest.approx(found, rel=1e-9)
    for way, shock in ((-1.0, report.pool_rows[0].common_shock_down), (1.0, report.pool_rows[0].common_shock_up)):
        wanted = oracle.common_shock(owner, way)
        if wanted is not None:
            assert shock == pytest.approx(wanted, rel=1e-9)


def test_where_a_cliff_leaves_no_root_the_boundary_is_the_liquidation_price() -> None:
    """A short of 1 at 100 with 10: the rate jumps from 1 % to 20 % at a value of 105."""
    tiers = (Bracket(floor=0.0, rate=0.01, deduction=0.0), Bracket(floor=105.0, rate=0.2, deduction=0.0))
    row = position(
        side="short",
        entry_price=100.0,
        mark_price=100.0,
        bracket_scheme="whole_position",
        brackets=tiers,
        tick_size=None,
    )
    risk = assess((account(row, venue="elsewhere", wallet=10.0),), rescue_distance=0.1).positions[0]
    assert risk.liquidation_root == pytest.approx(105.0, rel=1e-12)
    assert (risk.tier, risk.tiers) == (1, 2)
