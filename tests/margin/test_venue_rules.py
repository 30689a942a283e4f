"""Each venue's requirement, written as its page says it, against the engine: random cross pools, by bisection."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model import Account, Bracket, Position
from monitor.risk.report import assess
from tests.build import account, position
from tests.margin import oracle

FEE = 0.0007
Need = Callable[[list[Position], float], float]


def worth(row: Position, price: float) -> float:
    face = row.contracts * row.contract_size
    return face / price if row.inverse else face * price


def marginal(row: Position, value: float) -> float:
    rate, deduction = oracle.tier_at(row, value)
    return value * rate - deduction


def plain(legs: list[Position], price: float) -> float:
    return sum(marginal(row, worth(row, price)) for row in legs)


def with_fee(legs: list[Position], price: float) -> float:
    return sum(marginal(row, worth(row, price)) + FEE * worth(row, price) for row in legs)


def closing(row: Position) -> float:
    assert row.leverage is not None
    sign = 1 if row.side == "long" else -1
    return worth(row, row.entry_price) * (1 - sign / row.leverage) * FEE


def bybit(legs: list[Position], price: float) -> float:
    fees = sum(closing(row) for row in legs)
    if len(legs) == 1:
        return marginal(legs[0], worth(legs[0], price)) + fees
    small, large = sorted(legs, key=lambda row: row.contracts)
    if small.contracts == large.contracts:
        return 2.0 * fees  # a fully hedged leg owes twice its closing fee: case by_lin_real_hedge_equal
    net = worth(large, price) - worth(small, price)
    return max(net * step.rate - step.deduction for step in large.brackets) + fees


def bitget(legs: list[Position], price: float) -> float:
    return max(marginal(row, worth(row, price)) + FEE * worth(row, price) for row in legs)


def on_entry(legs: list[Position], price: float) -> float:
    return sum(marginal(row, worth(row, row.entry_price)) for row in legs)


def larger_on_entry(legs: list[Position], price: float) -> float:
    return max(marginal(row, worth(row, row.entry_price)) for row in legs)


RULES: dict[str, Need] = {
    "binanceusdm": plain,
    "hyperliquid": plain,
    "dydx": plain,
    "htx": plain,
    "gate": with_fee,
    "okx": with_fee,
    "bingx": with_fee,
    "phemex": with_fee,
    "kucoinfutures": with_fee,
    "bybit": bybit,
    "bitget": bitget,
    "mexc": on_entry,
    "krakenfutures": larger_on_entry,
}


@st.composite
def tiers(draw: st.DrawFn, scale: float) -> tuple[Bracket, ...]:
    rate, deduction, steps = draw(st.floats(0.003, 0.01)), 0.0, []
    for number, part in enumerate([0.0, *sorted(draw(st.lists(st.floats(0.3, 3.0), max_size=3, unique=True)))]):
        more = rate + (draw(st.floats(0.002, 0.03)) if number else 0.0)
        deduction += part * scale * (more - rate)
        rate = more
        steps.append(Bracket(floor=part * scale, rate=rate, deduction=deduction))
    return tuple(steps)


@st.composite
def cross(draw: st.DrawFn, venue: str) -> Account:
    rows = []
    for number in range(draw(st.integers(1, 3))):
        mark = draw(st.floats(1.0, 60_000))
        brackets = draw(tiers(100_000.0))
        for side in draw(st.sampled_from([("long",), ("short",), ("long", "short")])):
            rows.append(  # noqa: PERF401
                position(
                    symbol=f"C{number}/USDT:USDT",
                    side=side,
                    contracts=draw(st.floats(20_000, 200_000)) / mark,
                    entry_price=mark * draw(st.floats(0.9, 1.1)),
                    mark_price=mark,
                    brackets=brackets,
                    leverage=draw(st.sampled_from([5.0, 20.0])),
                    tick_size=None,
                )
            )
    return account(*rows, venue=venue, position_mode="hedge", taker_fee_rate=FEE, wallet=draw(st.floats(0.2, 2.0)))


def health(owner: Account, need: Need, symbol: str, price: float) -> float:
    total = owner.collateral[0].wallet_balance
    for name in {row.symbol for row in owner.positions}:
        legs = [row for row in owner.positions if row.symbol == name]
        at = price if name == symbol else legs[0].mark_price
        total += sum(oracle.profit(row, at) for row in legs) - need(legs, at)
    return total


@pytest.mark.parametrize("venue", RULES)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_the_price_is_where_equity_meets_the_venues_own_requirement(venue: str, data: st.DataObject) -> None:
    drawn, need = data.draw(cross(venue)), RULES[venue]
    gross = sum(worth(row, row.mark_price) for row in drawn.positions)
    short = -health(account(*drawn.positions, wallet=0.0), need, "", 0.0)
    owner = account(
        *drawn.positions,
        venue=venue,
        position_mode="hedge",
        taker_fee_rate=FEE,
        wallet=short + gross * 0.4 * drawn.collateral[0].wallet_balance,
    )
    report = assess((owner,), rescue_distance=0.1)
    assert float(report.pools.health[0]) == pytest.approx(health(owner, need, "", 0.0), abs=1e-7 * gross)
    for row, risk in zip(owner.positions, report.positions, strict=True):
        root = risk.liquidation_root
        if root is None:
            assert health(owner, need, row.symbol, row.mark_price * 1e-6) > 0
            continue
        assert health(owner, need, row.symbol, root) == pytest.approx(
            0.0, abs=1e-9 * gross * (1 + root / row.mark_price)
        )
        for share in (0.3, 0.9, 0.9999):
            between = row.mark_price + share * (root - row.mark_price)
            assert health(owner, need, row.symbol, between) > 0


@pytest.mark.parametrize("hedged", [0.0, 4.0, 10.0])
def test_before_september_2025_two_hedged_legs_at_bybit_owed_for_the_entry_value_of_their_difference(
    hedged: float,
) -> None:
    rate, fees = 0.005, FEE * 50_000.0
    legs = [position(contracts=10.0, brackets=(Bracket(floor=0.0, rate=rate, deduction=0.0),))]
    if hedged:
        legs.append(position(contracts=hedged, side="short", brackets=legs[0].brackets))
    owner = account(*legs, venue="bybit", position_mode="hedge", taker_fee_rate=FEE)
    required = float(assess((owner,), rescue_distance=0.1, at_ms=1_700_000_000_000).pools.required[0])
    closing_fees = fees * (10.0 * 0.9 + hedged * 1.1) * (2.0 if hedged == 10.0 else 1.0)
    assert required == pytest.approx(rate * (10.0 - hedged) * 50_000.0 + closing_fees, rel=1e-12)
