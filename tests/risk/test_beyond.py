"""Everything at once: what is unknown stays unknown with a reason, and rows say what their columns say."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model import Account, Collateral, InsuranceFund, OrderBook, Stop
from monitor.risk import beyond_rows as rows
from monitor.risk.beyond import Lines, measure_beyond
from monitor.risk.beyond_positions import position_beyond
from monitor.risk.beyond_report import account_beyond
from monitor.risk.depth import Depth
from monitor.risk.liquidation_fees import fee_of
from monitor.risk.market import Market
from monitor.risk.report import assess
from monitor.risk.volatility import Volatilities, Volatility
from tests.build import account, flat_bracket, isolated, position
from tests.margin.test_binance import cross_accounts

BTC = ("binanceusdm", "BTC/USDT:USDT")
NOW = 1_764_000_000_000
BOOK = OrderBook(bids=((49_990.0, 1.0), (49_900.0, 4.0)), asks=((50_010.0, 1.0), (50_100.0, 4.0)), at_ms=NOW - 3_000)
KNOWN = Market(
    volatilities=Volatilities(
        known={BTC: Volatility(annual=0.6, fast=0.6, slow=0.6, hours=300, days=90, at_ms=NOW - 60_000)}
    ),
    depths={BTC: Depth.of(BOOK)},
    funds={"binanceusdm": (InsuranceFund(balance=1.1e9, currency="USDT", at_ms=NOW, week_ago=1.0e9),)},
)


def judged(*accounts: Account, market: Market = KNOWN, lines: Lines | None = None) -> Any:
    report = assess(accounts, rescue_distance=0.1)
    return measure_beyond(report.figures, market, NOW, lines)


def row_of(owner: Account, row: int = 0, **options: Any) -> rows.PositionBeyond:
    return position_beyond(judged(owner, **options), row)


FULL = position(
    contracts=2.0,
    stops=(Stop(trigger_price=48_000.0, trigger="mark", contracts=1.0, limit_price=None),),
    funding_rate=1e-4,
    funding_interval_h=8.0,
    next_funding_ms=NOW + 3_600_000,
    reported_adl_rank=4.0,
    liquidation_fee_rate=0.0125,
)


def test_with_everything_known_no_block_needs_a_reason() -> None:
    found = row_of(account(FULL))
    reasons = {name: getattr(getattr(found, name), "reason", "") for name in found.__struct_fields__}
    assert not [name for name, reason in reasons.items() if reason]


@pytest.mark.parametrize("name", ["exit_cost", "touch", "funding", "stops", "adl", "liquidation"])
def test_what_was_not_read_has_a_reason_beside_it(name: str) -> None:
    assert getattr(row_of(account(position()), market=Market()), name).reason


def test_a_position_that_no_price_liquidates_says_so() -> None:
    found = row_of(account(position(), wallet=60_000.0))
    assert (found.gap_loss.jumps[0].shortfall, found.gap_loss.reason != "") == (None, True)
    assert found.rescue.distance.add == 0.0


def test_a_portfolio_account_repeats_the_venue_and_invents_nothing() -> None:
    owner = account(replace(FULL, reported_liquidation_price=45_000.0), account_mode="portfolio", venue="okx")
    found = row_of(owner, market=Market(depths={("okx", BTC[1]): Depth.of(BOOK)}))
    assert (found.gap_loss.jumps[0].shortfall, found.rescue.distance.add, found.liquidation.price) == (None,) * 3
    assert found.stops.covered == 1.0
    assert found.exit_cost.cost is not None


@pytest.mark.parametrize(
    ("venue", "mode", "status"),
    [
        ("binanceusdm", "portfolio", "may claim"),
        ("binanceusdm", "single_currency", "practice"),
        ("deribit", "single_currency", "promised"),
        ("okx", "portfolio", "not found"),
        ("phemex", "single_currency", "not found"),
    ],
)
def test_what_is_practice_is_never_called_a_promise(venue: str, mode: Any, status: str) -> None:
    found = account_beyond(judged(account(position(), venue=venue, account_mode=mode)), 0).negative_balance
    assert found.status == status
    assert ("you" in found.borne_by) == (status in ("may claim", "practice", "not found"))
    assert found.date >= "2021"


def test_the_exit_is_reckoned_with_its_age_and_thin_books() -> None:
    found = row_of(account(FULL)).exit_cost
    assert (found.age_ms, found.unfilled) == (3_000, 0.0)
    assert [step.unfilled for step in found.crisis] == pytest.approx([1.0, 1.5, 1.75])


def test_a_liquidated_isolated_position_loses_its_margin_at_most_and_less_when_filled_well() -> None:
    found = row_of(account(isolated(5_000.0, liquidation_fee_rate=0.001))).liquidation
    assert found.remaining_margin is not None
    assert found.fee == pytest.approx(0.001 * (found.price or 0.0))
    assert (found.most, found.least) == (5_000.0, pytest.approx(5_000.0 - found.remaining_margin + (found.fee or 0.0)))


def test_a_venue_that_keeps_what_is_left_gives_nothing_back_in_the_best_case() -> None:
    found = row_of(account(isolated(5_000.0), venue="kucoinfutures")).liquidation
    assert (found.keeps_all, found.fee, found.least) == (True, None, found.most)
    assert "2025-12-31" in found.fee_source


@pytest.mark.parametrize(
    ("venue", "rate"), [("okx", 0.0005), ("hyperliquid", 0.0), ("krakenfutures", None), ("binanceusdm", None)]
)
def test_the_fee_of_a_liquidation_is_the_venues_or_unknown_with_a_reason(venue: str, rate: float | None) -> None:
    found = fee_of(venue, isolated(5_000.0), 0.0005)
    assert found.rate == rate
    assert bool(found.reason) == (rate is None)


def test_the_loss_at_the_stops_is_compared_with_the_line() -> None:
    found = row_of(account(FULL)).stops
    assert found.loss_of_margin == pytest.approx((found.loss or 0.0) / 10_000.0)
    assert found.over_line is True
    assert any("20%" in warning for warning in found.warnings)
    assert row_of(account(FULL), lines=Lines(stop_loss_share=0.5)).stops.over_line is False


def test_a_rank_in_front_of_the_queue_is_named_in_the_venues_scale() -> None:
    found = row_of(account(FULL)).adl
    assert (found.rank, found.first, found.scale) == (4.0, True, "0 to 4; 4 is reduced first")


def test_sizing_is_compared_with_both_lines() -> None:
    found = row_of(account(position(), wallet=40_000.0)).sizing
    assert (found.margin_share, found.share_verdict) == (pytest.approx(0.125), "within")
    assert (found.effective_leverage, found.leverage_verdict) == (pytest.approx(1.25), "below")


def test_a_small_move_elsewhere_in_the_account_leaves_a_share_as_it_was_told() -> None:
    first, other = (row_of(account(FULL, wallet=wallet)) for wallet in (40_000.0, 40_000.3))
    assert first.sizing.margin_share == other.sizing.margin_share
    assert first.stops.loss_of_equity == other.stops.loss_of_equity


def test_money_that_is_not_needed_can_really_leave() -> None:
    owner = account(position(), wallet=30_000.0)
    free = account_beyond(judged(owner), 0).exposed_money.not_needed
    assert free is not None
    assert free > 0
    poorer = account(position(), wallet=30_000.0 - free)
    report = assess((poorer,), rescue_distance=0.1)
    assert min(float(report.figures.distance[0]), float(report.figures.shock_down[0])) == pytest.approx(0.15, abs=1e-9)


def test_what_may_leave_keeps_all_marks_together_away_too() -> None:
    owner = account(position(), position(symbol="ETH/USDT:USDT"), wallet=40_000.0)
    free = account_beyond(judged(owner), 0).exposed_money.not_needed or 0.0
    poorer = replace(owner, collateral=(Collateral(currency="USDT", wallet_balance=40_000.0 - free),))
    assert float(assess((poorer,), rescue_distance=0.1).figures.shock_down[0]) == pytest.approx(0.15, abs=1e-9)


def test_the_initial_margin_stays_and_unrealised_profit_does_not_count() -> None:
    owner = account(position(leverage=2.0, mark_price=60_000.0), wallet=31_000.0)
    assert account_beyond(judged(owner), 0).exposed_money.not_needed == pytest.approx(1_000.0)


def test_an_account_without_positions_needs_nothing() -> None:
    found = account_beyond(judged(account()), 0).exposed_money
    assert (found.total, found.not_needed) == (10_000.0, 10_000.0)


def test_an_empty_wallet_is_a_total_of_nothing() -> None:
    found = account_beyond(judged(account(wallet=0.0)), 0).exposed_money
    assert (found.total, found.currency, found.reason) == (0.0, "USDT", "")


def test_past_bankruptcy_nothing_is_left_to_lose() -> None:
    found = row_of(account(position(mark_price=49_000.0), wallet=0.0)).liquidation
    assert (found.loss, found.remaining_margin, found.most) == (0.0, 0.0, 0.0)


def test_where_no_equity_is_left_the_missing_leverage_has_that_reason() -> None:
    found = row_of(account(position(mark_price=49_000.0), wallet=0.0)).sizing
    assert (found.effective_leverage, found.reason) == (None, "no equity is left to compare it with")


def test_an_isolated_margin_below_nothing_is_no_negative_loss() -> None:
    report = assess((account(isolated(-1.0)),), rescue_distance=0.1)
    assert report.positions[0].max_loss == 0.0


def test_several_coins_are_not_added_up() -> None:
    held = tuple(Collateral(currency=name, wallet_balance=1.0) for name in ("BTC", "ETH"))
    found = account_beyond(judged(account(collateral=held, venue="binancecoinm")), 0).exposed_money
    assert (found.total, found.currency) == (None, "")
    assert found.reason


def test_the_pools_gap_is_what_the_engine_says_after_that_move() -> None:
    owner = account(position(), position(symbol="ETH/USDT:USDT", contracts=1.0), wallet=15_000.0)
    beyond = judged(owner)
    down = float(beyond.figures.shock_down[0])
    gap = account_beyond(beyond, 0).negative_balance.gaps[1]
    moved = [replace(row, mark_price=50_000.0 * (1.0 - down) * (1.0 - gap.jump)) for row in owner.positions]
    equity = float(assess((account(*moved, wallet=15_000.0),), rescue_distance=0.1).pools.equity[0])
    assert gap.shortfall == pytest.approx(max(0.0, -equity))
    assert gap.loss == pytest.approx(15_000.0 - equity)


def test_the_fund_shows_its_change_of_a_week() -> None:
    found = account_beyond(judged(account(FULL)), 0).negative_balance.insurance_fund
    assert (found.balance, found.change_7d) == (1.1e9, pytest.approx(0.1))


@settings(max_examples=60, deadline=None)
@given(cross_accounts(), st.booleans(), st.booleans())
def test_no_account_breaks_the_pass_and_no_figure_is_nan(owner: Account, poor: bool, unread: bool) -> None:
    if unread:
        owner = replace(owner, collateral=())
    if poor:
        owner = replace(owner, positions=tuple(replace(row, brackets=(), leverage=None) for row in owner.positions))
    beyond = judged(owner, market=Market() if poor else KNOWN)
    body = [position_beyond(beyond, row) for row in range(len(owner.positions))]
    text = msgspec.json.encode([*body, account_beyond(beyond, 0)])
    assert b"NaN" not in text
    assert all(math.isfinite(step.jump) for one in body for step in one.gap_loss.jumps)


def test_nothing_at_all_is_no_error() -> None:
    beyond = judged(market=Market())
    assert len(beyond.add) == 0


def test_a_coin_margined_position_is_reckoned_in_coins() -> None:
    coin = position(symbol="BTC/USD:BTC", settle="BTC", inverse=True, contracts=20_000.0, brackets=flat_bracket(0.01))
    owner = account(coin, venue="binancecoinm", collateral=(Collateral(currency="BTC", wallet_balance=0.1),))
    found = row_of(owner)
    assert found.liquidation.loss is not None
    assert 0 < found.liquidation.loss < 0.1
    assert (found.gap_loss.jumps[-1].shortfall or 0.0) > 0.0


@pytest.mark.parametrize("gap", [None, 0.0])
def test_an_unknown_interval_of_funding_has_a_reason_and_is_not_never(gap: float | None) -> None:
    found = row_of(account(replace(FULL, funding_interval_h=gap))).funding
    assert found.payment is not None
    assert (found.per_day, found.lines[0].days) == (None, None)
    assert found.reason == "BTC/USDT:USDT: how often its funding is settled is not known"


def test_funding_of_another_position_of_the_pool_that_is_unknown_is_not_never_either() -> None:
    other = position(symbol="ETH/USDT:USDT", entry_price=3_000.0, mark_price=3_000.0, funding_rate=1e-4)
    found = row_of(account(FULL, other)).funding
    assert found.per_day is not None
    assert "another position that shares this margin" in found.reason


def test_who_is_paid_has_never_and_no_reason() -> None:
    found = row_of(account(replace(FULL, funding_rate=-1e-4))).funding
    assert (found.lines[-1].days, found.reason) == (None, "")


def with_bids(*bids: tuple[float, float]) -> Market:
    book = OrderBook(bids=bids, asks=((50_010.0, 5.0),), at_ms=NOW)
    return Market(depths={BTC: Depth.of(book)})


def test_a_book_too_thin_for_the_size_is_never_better_news_than_an_empty_one() -> None:
    thin, empty = (row_of(account(FULL), market=with_bids(*bids)) for bids in (((49_999.0, 0.001),), ()))
    assert (thin.exit_cost.slippage, thin.exit_cost.liquidation_price, thin.exit_cost.beyond_bankruptcy) == (None,) * 3
    assert "1.999 contracts are left over" in thin.exit_cost.reason
    assert (thin.stops.slippage, thin.stops.slippage_assumed) == (0.005, True)
    assert (thin.stops.loss, thin.stops.crosses) == (empty.stops.loss, empty.stops.crosses)


def test_of_a_thin_book_the_worse_of_what_it_says_and_of_what_is_assumed_counts() -> None:
    found = row_of(account(FULL), market=with_bids((45_000.0, 1.0))).stops
    assert found.slippage_assumed
    assert found.slippage == pytest.approx((47_505.0 - 45_000.0) / 47_505.0)


def test_a_part_that_fills_beyond_bankruptcy_proves_that_the_whole_does() -> None:
    assert row_of(account(FULL), market=with_bids((45_000.0, 0.1))).exit_cost.beyond_bankruptcy is True


def hedged(long: float, short: float, **changes: Any) -> list[rows.PositionBeyond]:
    legs = (position(contracts=long, **changes), position(side="short", contracts=short, **changes))
    owner = account(*legs, wallet=2_200.0, position_mode="hedge")
    deep = Depth.of(OrderBook(bids=((49_995.0, 90.0),), asks=((50_005.0, 90.0),), at_ms=NOW))
    beyond = judged(owner, market=Market(depths={BTC: deep}))
    return [position_beyond(beyond, leg) for leg in (0, 1)]


@pytest.mark.parametrize(("long", "short"), [(1.0, 0.6), (0.6, 1.0)])
def test_the_winning_leg_of_a_hedge_is_not_filled_beyond_bankruptcy(long: float, short: float) -> None:
    assert [found.exit_cost.beyond_bankruptcy for found in hedged(long, short)] == [False, False]


def test_of_two_legs_one_wins_and_together_they_lose_what_was_there() -> None:
    loser, winner = (found.liquidation for found in hedged(1.0, 0.6))
    assert (loser.loss or 0.0) > 0.0 > (winner.loss or 0.0)
    left = (loser.remaining_margin or 0.0) + (winner.remaining_margin or 0.0)
    assert (loser.loss or 0.0) + (winner.loss or 0.0) + left == pytest.approx(2_200.0)


@pytest.mark.parametrize("venue", ["kucoinfutures", "bybit", "phemex", "mexc", "gate", "binanceusdm"])
@pytest.mark.parametrize("side", ["long", "short"])
def test_one_event_has_one_answer_in_a_pool_of_one_position(venue: str, side: Any) -> None:
    row = isolated(600.0, side=side, contracts=10.0, entry_price=3_000.0, mark_price=3_000.0, leverage=50.0)
    owner = account(replace(row, brackets=flat_bracket(0.005), tick_size=None), venue=venue, taker_fee_rate=0.0006)
    moving = Volatilities(known={(venue, BTC[1]): KNOWN.volatilities.known[BTC]})
    report = assess((owner,), rescue_distance=0.1)
    beyond = measure_beyond(report.figures, Market(volatilities=moving), NOW)
    position_row, account_row = position_beyond(beyond, 0), account_beyond(beyond, 0)
    jumps = [step.shortfall for step in position_row.gap_loss.jumps]
    held = account_row.pools[0].pool_id
    gaps = [gap.shortfall for gap in account_row.negative_balance.gaps if gap.pool_id == held]
    assert gaps == pytest.approx(jumps)
    losses = [gap.loss for gap in account_row.negative_balance.gaps if gap.pool_id == held]
    assert losses == pytest.approx([step.realized_loss for step in position_row.gap_loss.jumps])
    assert account_row.pools[0].spans == position_row.touch.spans
    exposed = next(one for one in account_row.exposed_money.pools if one.pool_id == held)
    assert report.positions[0].max_loss == pytest.approx(position_row.sizing.margin)
    assert report.positions[0].max_loss == pytest.approx(exposed.max_loss)


def test_two_legs_of_one_symbol_have_one_chance_with_their_pool() -> None:
    legs = (position(contracts=1.0), position(side="short", contracts=0.6))
    beyond = judged(account(*legs, wallet=2_200.0, position_mode="hedge"))
    spans = account_beyond(beyond, 0).pools[0].spans
    assert [position_beyond(beyond, leg).touch.spans == spans for leg in (0, 1)] == [True, True]
