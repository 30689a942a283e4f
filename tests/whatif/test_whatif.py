"""What-ifs: no edit is the live figures exactly, edits agree with the measures that they promise to reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.edits import AnyEdit, ChangePosition, MoveMoney, MovePrice, OpenPosition
from monitor.messages import WhatIf as Question
from monitor.messages import WhatIfResult, decode_to_engine, encode
from monitor.model import Account, Collateral, Position
from monitor.risk.report import assess
from monitor.risk.rows import PoolRisk, PositionRisk
from monitor.settings import Settings
from monitor.tick.tick import EngineState, tick
from monitor.whatif.whatif import suppose, what_if
from tests.build import account, flat_bracket, isolated, position

SETTINGS = Settings()
DISTANCE = SETTINGS.alerts.rescue_distance
BTC, ETH = "BTC/USDT:USDT", "ETH/USDT:USDT"
INVERSE = position(
    symbol="BTC/USD:BTC", inverse=True, settle="BTC", contract_size=100.0, contracts=500.0, tick_size=0.1,
    entry_price=48_000.0, brackets=flat_bracket(0.01), lot_size=1.0,
)  # fmt: skip

sizes = st.floats(0.01, 20.0)
sides = st.sampled_from(["long", "short"])
moves = st.floats(-0.4, 0.6)


@st.composite
def books(draw: st.DrawFn) -> tuple[Account, ...]:
    """Two accounts: a cross one with two symbols, one with isolated positions."""
    marks = draw(st.floats(40_000.0, 60_000.0)), draw(st.floats(2_000.0, 4_000.0))

    def held(symbol: str, mark: float) -> Position:
        return position(
            symbol=symbol, side=draw(sides), contracts=draw(sizes), entry_price=mark * (1 + draw(st.floats(-0.1, 0.1))),
            mark_price=mark,
        )  # fmt: skip

    cross = account(held(BTC, marks[0]), held(ETH, marks[1]), wallet=draw(st.floats(1e5, 1e6)), id="cross")
    alone = isolated(
        draw(st.floats(2e4, 1e5)), side=draw(sides), contracts=draw(st.floats(0.1, 4.0)), mark_price=marks[0]
    )
    return cross, account(alone, id="alone", wallet=1e5)


def of_cross(symbol: str = BTC, **changes: Any) -> ChangePosition:
    values: dict[str, Any] = {"account_id": "main", "symbol": symbol, "side": "long", "margin_mode": "cross"}
    return ChangePosition(**(values | changes))


def then(result: WhatIfResult, symbol: str = BTC) -> PositionRisk:
    return next(row.then for row in result.positions if row.then is not None and row.then.symbol == symbol)


def pool(result: WhatIfResult, pool_id: str = "cross:USDT") -> PoolRisk:
    return next(row.then for row in result.pools if row.then is not None and row.then.pool_id == pool_id)


def run(*edits: AnyEdit, of: Account) -> WhatIfResult:
    return what_if((of,), edits, SETTINGS, 1_000, account_id=of.id)


# ---------------------------------------------------------------- as it is


@given(books())
def test_no_edit_is_the_live_figures_exactly(accounts: tuple[Account, ...]) -> None:
    live = tick(EngineState(), accounts, SETTINGS, 1_000)
    result = what_if(live.accounts, (), SETTINGS, 1_000, account_id="cross")
    expected = [row for row in live.rows if row.account_id == "cross"]
    assert [row.now for row in result.positions] == expected
    assert [row.then for row in result.positions] == expected
    assert suppose(accounts, ()).accounts is not None
    assert all(now is after for now, after in zip(accounts, suppose(accounts, ()).accounts, strict=True))


@given(books(), moves)
def test_an_edit_that_changes_nothing_leaves_every_figure(accounts: tuple[Account, ...], move: float) -> None:
    first = accounts[0].positions[0]
    same = ChangePosition(
        account_id="cross", symbol=first.symbol, side=first.side, margin_mode="cross", size=first.contracts,
        leverage=first.leverage,
    )  # fmt: skip
    result = what_if(accounts, (same,), SETTINGS, 1_000)
    for row in result.positions:
        assert row.now is not None
        assert row.then is not None
        assert row.then.liquidation_root == row.now.liquidation_root
        assert row.then.unrealized_pnl == row.now.unrealized_pnl


@given(books(), st.floats(-5e4, 5e5))
def test_margin_added_and_withdrawn_again_is_as_before(accounts: tuple[Account, ...], amount: float) -> None:
    there = suppose(accounts, (MoveMoney(account_id="cross", currency="USDT", amount=amount),)).accounts
    back = suppose(there, (MoveMoney(account_id="cross", currency="USDT", amount=-amount),)).accounts
    before, after = (assess(one, rescue_distance=DISTANCE).positions for one in (accounts, back))
    for was, now in zip(before, after, strict=True):
        assert (now.liquidation_root or 0.0) == pytest.approx(was.liquidation_root or 0.0, rel=1e-9)


@given(books())
def test_closing_all_is_flat_and_leaves_the_equity(accounts: tuple[Account, ...]) -> None:
    closing = tuple(
        ChangePosition(
            account_id=owner.id, symbol=one.symbol, side=one.side, margin_mode=one.margin_mode, size=0.0
        )
        for owner in accounts
        for one in owner.positions
    )  # fmt: skip
    after = suppose(accounts, closing).accounts
    assert all(not owner.positions for owner in after)
    for now, end in zip(accounts, after, strict=True):
        equity = sum(row.equity or 0.0 for row in assess((now,), rescue_distance=DISTANCE).pool_rows)
        assert end.collateral[0].wallet_balance == pytest.approx(equity, rel=1e-12)
    result = what_if(accounts, closing, SETTINGS, 1_000)
    assert all(row.then is None for row in result.positions)


@given(books(), st.permutations(range(4)), moves)
def test_the_order_of_typing_does_not_matter(accounts: tuple[Account, ...], order: list[int], move: float) -> None:
    first = accounts[0].positions[0]
    edits: tuple[AnyEdit, ...] = (
        MoveMoney(account_id="cross", currency="USDT", amount=700.0),
        ChangePosition(account_id="cross", symbol=BTC, side=first.side, margin_mode="cross", size=first.contracts / 2),
        MovePrice(coin="", move=move),
        MovePrice(coin="ETH", move=-move / 2),
    )
    assert suppose(accounts, [edits[number] for number in order]) == suppose(accounts, edits)


# ---------------------------------------------------------------- what it promises to reach


@given(st.floats(0.6, 3.0), sides)
def test_the_margin_that_rescue_asks_for_restores_its_distance(size: float, side: str) -> None:
    for held, mode in ((position(side=side, contracts=size), "cross"), (isolated(3_000.0, side=side), "isolated")):
        owner = account(held, wallet=4_000.0)
        need = assess((owner,), rescue_distance=DISTANCE).positions[0].rescue_add
        if not need:
            continue
        edit: AnyEdit = MoveMoney(account_id="main", currency="USDT", amount=need)
        if mode == "isolated":
            edit = of_cross(side=side, margin_mode="isolated", add_margin=need)
        row = then(run(edit, of=owner))
        assert row.liquidation_root == pytest.approx(
            row.mark_price * (1 - (1 if side == "long" else -1) * DISTANCE), rel=1e-9
        )


@given(st.floats(0.6, 3.0), sides)
def test_the_cut_that_rescue_asks_for_restores_its_distance(size: float, side: str) -> None:
    owner = account(position(side=side, contracts=size), wallet=4_000.0)
    cut = assess((owner,), rescue_distance=DISTANCE).positions[0].rescue_cut
    if not cut:
        return
    row = then(run(of_cross(side=side, size=size - cut), of=owner))
    assert row.liquidation_root == pytest.approx(
        row.mark_price * (1 - (1 if side == "long" else -1) * DISTANCE), rel=1e-9
    )


@given(books())
def test_moving_all_prices_by_the_common_shock_is_liquidation(accounts: tuple[Account, ...]) -> None:
    shared = next(
        one for one in assess(accounts, rescue_distance=DISTANCE).pool_rows if one.pool_id.startswith("cross")
    )
    for shock, sign in ((shared.common_shock_down, -1), (shared.common_shock_up, 1)):
        if shock is not None and shock < 0.9:
            result = what_if(accounts[:1], (MovePrice(coin="", move=sign * shock),), SETTINGS, 1_000)
            assert pool(result).margin_ratio == pytest.approx(1.0, rel=1e-9)


def test_a_price_moved_to_the_liquidation_price_has_no_distance_left() -> None:
    owner = account(position(), wallet=10_000.0)
    root = assess((owner,), rescue_distance=DISTANCE).positions[0].liquidation_root
    assert root is not None
    row = then(run(MovePrice(coin="BTC", move=root / 50_000.0 - 1.0), of=owner))
    assert row.liquidation_distance == pytest.approx(0.0, abs=1e-12)


def test_a_coins_own_move_stands_in_place_of_the_common_one() -> None:
    owner = account(position(), position(symbol=ETH, mark_price=3_000.0, entry_price=3_000.0), wallet=200_000.0)
    result = run(MovePrice(coin="", move=-0.1), MovePrice(coin="ETH", move=0.2), of=owner)
    assert (then(result).mark_price, then(result, ETH).mark_price) == pytest.approx((45_000.0, 3_600.0))


def test_the_common_move_goes_by_each_contracts_beta() -> None:
    row = then(run(MovePrice(coin="", move=-0.1), of=account(position(beta=1.5), wallet=50_000.0)))
    assert row.mark_price == pytest.approx(42_500.0)


def test_collateral_in_the_coin_moves_with_its_price() -> None:
    coin = Collateral(currency="BTC", wallet_balance=1.0, index_price=50_000.0)
    dollar = Collateral(currency="USDT", wallet_balance=10_000.0, index_price=1.0)
    owner = account(position(), venue="bybit", account_mode="multi_currency", collateral=(dollar, coin))
    after = suppose((owner,), (MovePrice(coin="", move=-0.5),)).accounts[0]
    assert [one.index_price for one in after.collateral] == [1.0, 25_000.0]


@pytest.mark.parametrize(("bid", "moved"), [(47_500.0, 23_750.0), (0.95, 0.95)])
def test_a_bid_that_is_a_price_moves_with_its_index_and_a_factor_does_not(bid: float, moved: float) -> None:
    coin = Collateral(
        currency="BTC", wallet_balance=1.0, index_price=50_000.0, bid=bid, ask=50_000.0 if bid > 1 else 1.0
    )
    owner = account(position(), account_mode="multi_currency", collateral=(coin,))
    (after,) = suppose((owner,), (MovePrice(coin="", move=-0.5),)).accounts[0].collateral
    assert after.bid == moved


# ---------------------------------------------------------------- trades


def test_more_at_another_price_averages_the_entry() -> None:
    owner = account(position(entry_price=40_000.0), wallet=50_000.0)
    assert then(run(of_cross(size=2.0, price=60_000.0), of=owner)).entry_price == pytest.approx(50_000.0)


def test_an_inverse_entry_averages_by_its_reciprocal() -> None:
    owner = account(INVERSE, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=2.0),))
    edit = of_cross("BTC/USD:BTC", size=100_000.0, price=52_000.0)
    row = then(run(edit, of=owner), "BTC/USD:BTC")
    assert row.contracts == pytest.approx(1_000.0)
    assert row.entry_price == pytest.approx(2 / (1 / 48_000 + 1 / 52_000))


@pytest.mark.parametrize("held", [position(entry_price=48_000.0), INVERSE], ids=["linear", "inverse"])
def test_closing_a_part_at_the_mark_leaves_the_equity(held: Position) -> None:
    wallets = (Collateral(currency=held.settle, wallet_balance=9_000.0),)
    owner = account(held, venue="binancecoinm" if held.inverse else "binanceusdm", collateral=wallets)
    half = held.contracts * held.contract_size / 2
    result = run(of_cross(held.symbol, size=half), of=owner)
    before, after = result.pools[0].now, result.pools[0].then
    assert before is not None
    assert after is not None
    assert after.equity == pytest.approx(before.equity, rel=1e-12)


def test_isolated_margin_comes_from_the_wallet_and_goes_back_to_it() -> None:
    owner = account(isolated(5_000.0), wallet=1_000.0)
    more = suppose((owner,), (of_cross(margin_mode="isolated", size=1.1),)).accounts[0]
    assert (more.positions[0].isolated_margin, more.collateral[0].wallet_balance) == pytest.approx((5_500.0, 500.0))
    less = suppose((owner,), (of_cross(margin_mode="isolated", size=0.5),)).accounts[0]
    assert (less.positions[0].isolated_margin, less.collateral[0].wallet_balance) == pytest.approx((2_500.0, 3_500.0))


def test_a_lower_leverage_brings_margin_to_an_isolated_position() -> None:
    owner = account(isolated(5_000.0), wallet=9_000.0)
    after = suppose((owner,), (of_cross(margin_mode="isolated", leverage=5.0),)).accounts[0]
    assert (after.positions[0].isolated_margin, after.collateral[0].wallet_balance) == pytest.approx(
        (10_000.0, 4_000.0)
    )


def test_cross_to_isolated_and_back_is_as_before() -> None:
    owner = account(position(entry_price=49_000.0), wallet=9_000.0)
    there = suppose((owner,), (of_cross(new_mode="isolated"),)).accounts
    assert there[0].positions[0].isolated_margin == pytest.approx(4_900.0)
    back = suppose(there, (of_cross(margin_mode="isolated", new_mode="cross"),)).accounts[0]
    assert back.positions == owner.positions
    assert back.collateral[0].wallet_balance == pytest.approx(9_000.0)


def test_a_new_position_in_a_held_contract_joins_the_pool() -> None:
    owner = account(position(), wallet=20_000.0)
    short = OpenPosition(account_id="main", symbol=BTC, side="short", margin_mode="cross", size=1.0, leverage=10.0)
    result = run(short, of=owner)
    assert {row.then.side for row in result.positions if row.then is not None} == {"long", "short"}
    assert pool(result).positions == 2


def test_a_contract_that_is_not_held_is_refused_with_a_way_out() -> None:
    edit = OpenPosition(account_id="main", symbol=ETH, side="long", margin_mode="cross", size=1.0, leverage=10.0)
    result = run(edit, of=account(position()))
    assert "its margin tiers are not known here" in result.notes[0]
    assert len(result.positions) == 1


# ---------------------------------------------------------------- what is not known, and what is refused


def test_what_the_venue_reported_is_not_repeated_of_a_changed_account() -> None:
    told = position(reported_liquidation_price=41_000.0, reported_maintenance_margin=99.0)
    row = then(run(of_cross(size=0.5), of=account(told)))
    assert row.reported_liquidation_price is None


def test_a_mode_that_is_only_repeated_becomes_unknown() -> None:
    told = position(reported_liquidation_price=41_000.0)
    owner = account(told, venue="okx", account_mode="portfolio", reported_margin_ratio=0.4, reported_equity=10_000.0)
    result = run(of_cross(size=0.5), of=owner)
    now = result.positions[0].now
    assert now is not None
    assert now.liquidation_price == 41_000.0
    assert then(result).liquidation_price is None
    assert then(result).unknown
    assert pool(result).margin_ratio is None


def test_an_unknown_wallet_stays_unknown_when_money_is_added() -> None:
    owner = account(position(), collateral=())
    result = run(MoveMoney(account_id="main", currency="USDT", amount=500.0), of=owner)
    assert then(result).unknown
    assert result.notes == ("main: its USDT wallet is not known, so nothing can be moved there.",)


def test_a_position_that_has_gone_meanwhile_is_said() -> None:
    result = run(of_cross("SOL/USDT:USDT", size=0.0), of=account(position()))
    assert result.notes == ("SOL long on main is no longer there: what was supposed of it is left out.",)


def test_more_than_the_wallet_holds_is_said() -> None:
    owner = account(isolated(5_000.0), wallet=1_000.0)
    result = run(of_cross(margin_mode="isolated", add_margin=1_001.0), of=owner)
    assert "USDT wallet would be below zero" in result.notes[0]


def test_what_is_refused_is_judged_when_the_trade_is_made() -> None:
    owner = account(position(contracts=0.1), wallet=10_000.0)
    too_much = of_cross(size=3.0)
    assert "would be above the equity: refused" in run(too_much, of=owner).notes[0]
    fall = MovePrice(coin="BTC", move=-0.5)
    assert run(fall, of=account(position(contracts=0.4, leverage=1.0), wallet=20_000.0)).notes == ()
    assert "refused" in run(too_much, MovePrice(coin="BTC", move=0.5), of=owner).notes[0]


def test_what_would_be_liquidated_is_said() -> None:
    owner = account(position(), isolated(5_000.0, symbol=ETH, mark_price=3_000.0, entry_price=3_000.0), wallet=12_000.0)
    result = run(MovePrice(coin="BTC", move=-0.25), of=owner)
    assert result.notes == ("main: the USDT cross pool would be liquidated.",)


def test_accounts_that_nothing_touches_are_not_in_the_answer() -> None:
    first, second = account(position(), id="one"), account(position(symbol=ETH), id="two")
    result = what_if((first, second), (MovePrice(coin="ETH", move=-0.1),), SETTINGS, 1_000)
    assert {row.then.account_id for row in result.positions if row.then is not None} == {"two"}


def test_a_question_crosses_the_border_as_it_is() -> None:
    edits = (of_cross(size=0.5), MovePrice(coin="", move=-0.1), MoveMoney(account_id="a", currency="USDT", amount=1.0))
    assert decode_to_engine(encode(Question(request_id=3, edits=edits))) == Question(request_id=3, edits=edits)
