"""An answer that leaves a position out is not a proof that it is closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.model import Account, Closing, Deleveraging, Liquidation
from monitor.tick.cuts import CUT_GOOD_MS, ByForce
from monitor.tick.presence import Gone, Known, known_before, reconcile
from tests.build import account, position

EVERY_MS = 1_000
BTC, ETH = position(), position(symbol="ETH/USDT:USDT")


def follow(*answers: Account) -> tuple[Account, tuple[Gone, ...]]:
    """Hand answers over one after the other; return the last merged account and all that ended."""
    known: dict[tuple[str, str, str, str], Known] = {}
    ended: tuple[Gone, ...] = ()
    merged = answers[0]
    for number, answer in enumerate(answers):
        read_ms = (answer.read_ms or 0) + number * EVERY_MS
        merged, known, gone, _ = reconcile(known, replace(answer, read_ms=read_ms), is_new=True)
        ended += gone
    return merged, ended


def test_one_answer_without_it_keeps_the_position_marked() -> None:
    merged, ended = follow(account(BTC, ETH), account(BTC))
    assert [(row.symbol, row.unconfirmed) for row in merged.positions] == [
        ("BTC/USDT:USDT", False),
        ("ETH/USDT:USDT", True),
    ]
    assert ended == ()


def test_two_answers_whose_balance_agrees_prove_it_closed() -> None:
    merged, ended = follow(account(BTC, ETH), account(BTC), account(BTC))
    assert [row.symbol for row in merged.positions] == ["BTC/USDT:USDT"]
    assert [(gone.position.symbol, gone.liquidation) for gone in ended] == [("ETH/USDT:USDT", None)]


def test_a_balance_that_disagrees_never_lets_it_go() -> None:
    lying = account(BTC, balance_agrees=False)
    merged, ended = follow(account(BTC, ETH), *[lying] * 50)
    assert len(merged.positions) == 2
    assert ended == ()


def test_all_gone_at_once_needs_three_answers() -> None:
    assert follow(account(BTC, ETH), account(), account())[1] == ()
    assert len(follow(account(BTC, ETH), account(), account(), account())[1]) == 2


def test_the_venues_own_record_proves_a_liquidation_at_once() -> None:
    record = Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=1.0, price=45_000.0, at_ms=2_000)
    _, ended = follow(account(BTC, ETH), account(BTC, liquidations=(record,)))
    assert ended[0].liquidation == record


def test_a_liquidation_older_than_the_position_is_not_its_own() -> None:
    record = Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=1.0, price=45_000.0, at_ms=500)
    assert follow(account(BTC, ETH), account(BTC, liquidations=(record,)))[1] == ()


def test_the_same_answer_seen_twice_counts_once() -> None:
    known = reconcile({}, account(BTC, ETH), is_new=True)[1]
    known = reconcile(known, account(BTC), is_new=True)[1]
    merged, _, ended, _ = reconcile(known, account(BTC), is_new=False)
    assert (len(merged.positions), ended) == (2, ())


def test_a_position_that_comes_back_is_no_longer_marked() -> None:
    merged, _ = follow(account(BTC, ETH), account(BTC), replace(account(BTC, ETH), read_ms=3_000))
    assert not any(row.unconfirmed for row in merged.positions)


def test_the_venues_own_record_is_proof_even_where_the_balance_disagrees() -> None:
    record = Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=1.0, price=45_000.0, at_ms=2_000)
    _, ended = follow(account(BTC, ETH), account(BTC, liquidations=(record,), balance_agrees=False))
    assert ended[0].liquidation == record


def test_a_vanished_position_goes_on_at_its_symbols_newest_mark() -> None:
    merged, _ = follow(account(BTC, ETH), account(BTC, missing_marks=(("ETH/USDT:USDT", 47_000.0),)))
    assert merged.positions[1].mark_price == 47_000.0


def closing(contracts: float, at_ms: int, **changes: object) -> Closing:
    """The record of an order that closed a part of the ETH long, which was last seen at 1,000."""
    values: dict[str, object] = {"symbol": "ETH/USDT:USDT", "side": "long", "price": 50_000.0, **changes}
    return Closing(contracts=contracts, at_ms=at_ms, **values)  # type: ignore[arg-type]


def ended_with(*closings: Closing, **changes: object) -> Closing | None:
    gone = account(BTC, closings=closings, **changes)
    (end,) = follow(account(BTC, ETH), gone, gone)[1]
    return end.closing


def test_orders_that_add_up_to_its_size_explain_the_end_at_their_mean_price() -> None:
    explained = ended_with(closing(0.25, 1_500, price=48_000.0), closing(0.75, 1_800, price=52_000.0))
    assert explained is not None
    assert (explained.contracts, explained.price, explained.at_ms) == (1.0, 51_000.0, 1_800)


def test_orders_that_closed_less_than_its_size_explain_nothing() -> None:
    assert ended_with(closing(0.9, 1_500)) is None


def test_an_order_of_an_older_position_or_of_another_side_explains_nothing() -> None:
    assert ended_with(closing(1.0, -100)) is None
    assert ended_with(closing(1.0, 1_500, side="short")) is None
    assert ended_with(closing(1.0, 1_500, symbol="BTC/USDT:USDT")) is None


def test_a_liquidation_outweighs_an_order() -> None:
    record = Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=1.0, price=45_000.0, at_ms=2_000)
    gone = account(BTC, closings=(closing(1.0, 1_500),), liquidations=(record,))
    (end,) = follow(account(BTC, ETH), gone)[1]
    assert (end.liquidation, end.closing) == (record, None)


def deleveraged(contracts: float, at_ms: int = 1_500) -> Deleveraging:
    return Deleveraging(symbol="ETH/USDT:USDT", side="long", contracts=contracts, price=52_000.0, at_ms=at_ms)


def test_auto_deleveraging_of_all_of_it_is_proof_at_once() -> None:
    gone = account(BTC, deleveragings=(deleveraged(0.4), deleveraged(0.6)), balance_agrees=False)
    (end,) = follow(account(BTC, ETH), gone)[1]
    assert end.deleveraging is not None
    assert (end.deleveraging.contracts, end.liquidation, end.closing) == (1.0, None, None)


def test_auto_deleveraging_of_a_part_is_told_but_proves_nothing() -> None:
    gone = account(BTC, deleveragings=(deleveraged(0.4),))
    assert follow(account(BTC, ETH), gone)[1] == ()
    (end,) = follow(account(BTC, ETH), gone, gone)[1]
    assert end.deleveraging is not None
    assert end.deleveraging.contracts == 0.4


def test_a_part_taken_by_auto_deleveraging_before_an_own_order_closed_the_rest_is_a_cut_and_the_end_is_the_order() -> (
    None
):
    gone = account(BTC, deleveragings=(deleveraged(0.4),), closings=(closing(0.6, 1_600),))
    answers = (account(BTC, ETH), gone, gone)
    (end,), (cut,) = follow(*answers)[1], cuts(*answers)
    assert (end.deleveraging, end.closing) == (None, closing(0.6, 1_600))
    assert (cut.before, cut.position.contracts, cut.record, cut.still_open) == (1.0, 0.6, deleveraged(0.4), False)


def test_auto_deleveraging_before_it_was_last_seen_does_not_explain_its_end() -> None:
    gone = account(BTC, deleveragings=(deleveraged(0.4, -500),), closings=(closing(1.0, 1_600),))
    (end,) = follow(account(BTC, ETH), gone, gone)[1]
    assert (end.deleveraging, end.closing is not None) == (None, True)


def test_what_another_engine_knew_and_is_gone_is_proven_gone_and_its_wallet_proves_nothing_after_a_long_break() -> None:
    long = position(symbol="ETH/USDT:USDT", margin_mode="isolated", isolated_margin=100.0)
    for break_ms, lost in ((60_000, True), (3_600_000, False)):
        now_ms = 1_000 + break_ms
        known = known_before(account(BTC, long), now_ms)
        ended: tuple[Gone, ...] = ()
        for number in range(3):
            answer = account(BTC, read_ms=now_ms + number * EVERY_MS)
            _, known, gone, _ = reconcile(known, answer, is_new=True)
            ended += gone
        assert [(end.position.symbol, end.lost_margin) for end in ended] == [("ETH/USDT:USDT", lost)]


def test_records_are_dated_by_our_clock_whatever_the_venues_says() -> None:
    """The search has moved them already (test_schedule.py)."""
    ahead = {"read_ms": 100_000, "clock_offset_ms": 10_000}
    record = deleveraged(1.0, at_ms=100_400)
    ended = follow(account(BTC, ETH, **ahead), account(BTC, deleveragings=(record,), **ahead))[1]
    assert [one.deleveraging for one in ended] == [record]


# ---------------------------------------------------------------- a part closed by force


def cuts(*answers: Account) -> list[ByForce]:
    """What was told of cuts while these answers came, a second after each other from 1,000 on."""
    known: dict[tuple[str, str, str, str], Known] = {}
    told: list[ByForce] = []
    for number, answer in enumerate(answers):
        answer = replace(answer, read_ms=(answer.read_ms or 0) + number * EVERY_MS)
        _, known, _, found = reconcile(known, answer, is_new=True)
        told += found
    return told


SMALLER = replace(ETH, contracts=0.6)
LATE = account(SMALLER, deleveragings=(deleveraged(0.4, 1_500),))


def test_a_part_taken_by_auto_deleveraging_is_told_once_when_its_record_comes() -> None:
    (cut,) = cuts(account(ETH), account(SMALLER), account(SMALLER), LATE, LATE, LATE)
    assert (cut.before, cut.position.contracts, cut.record) == (1.0, 0.6, deleveraged(0.4, 1_500))


def test_a_smaller_position_without_a_record_is_the_users_own_doing() -> None:
    own = account(SMALLER, closings=(closing(0.4, 1_500),))
    assert cuts(account(ETH), own, own) == cuts(account(ETH), *[account(SMALLER)] * 5) == []


def test_a_record_from_before_it_became_smaller_or_of_another_side_is_not_its_own() -> None:
    before, other = deleveraged(0.4, -500), replace(deleveraged(0.4), side="short")
    assert cuts(account(ETH), account(SMALLER, deleveragings=(before, other))) == []
    assert cuts(account(SMALLER), LATE) == []  # it has not become smaller


def test_a_record_that_comes_too_late_is_not_set_against_it() -> None:
    much_later = replace(LATE, read_ms=CUT_GOOD_MS + 5_000)
    assert cuts(account(ETH), account(SMALLER), much_later) == []


def test_it_never_closed_more_than_is_missing() -> None:
    (cut,) = cuts(account(ETH), account(SMALLER, deleveragings=(deleveraged(9.0),)))
    assert cut.record.contracts == pytest.approx(0.4)


def test_of_two_cuts_each_is_told_with_its_own_sizes() -> None:
    half = replace(ETH, contracts=0.5)
    both = (deleveraged(0.4, 1_500), deleveraged(0.1, 3_500))
    told = cuts(account(ETH), account(SMALLER), LATE, account(half, deleveragings=both))
    assert [(one.before, one.position.contracts) for one in told] == [(1.0, 0.6), (pytest.approx(0.6), 0.5)]
    assert [one.record.contracts for one in told] == [0.4, pytest.approx(0.1)]


def test_a_part_liquidated_and_told_does_not_say_that_the_end_was_a_liquidation() -> None:
    part = Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=0.4, price=45_000.0, at_ms=1_500)
    records = {"liquidations": (part,), "closings": (closing(0.6, 3_200),)}
    answers = (account(BTC, ETH), account(BTC, SMALLER), account(BTC, SMALLER, **records), account(BTC, **records))
    assert [type(one.record).__name__ for one in cuts(*answers)] == ["Liquidation"]
    (end,) = follow(*answers, account(BTC, **records))[1]
    assert (end.liquidation, end.closing is not None) == (None, True)


def partly_liquidated(contracts: float, at_ms: int) -> Liquidation:
    return Liquidation(symbol="ETH/USDT:USDT", side="long", contracts=contracts, price=45_000.0, at_ms=at_ms)


@pytest.mark.parametrize("at_ms", [1_500, 2_100, 4_900])  # before, about when, and long after it was seen smaller
def test_the_record_of_a_part_is_no_proof_that_the_rest_is_gone(at_ms: int) -> None:
    lying = account(BTC, balance_agrees=False, liquidations=(partly_liquidated(0.4, at_ms),))
    answers = (account(BTC, ETH), *[account(BTC, SMALLER)] * 4, lying, account(BTC, SMALLER))
    assert follow(*answers)[1] == ()
    assert [row.unconfirmed for row in follow(*answers)[0].positions] == [False, False]


def test_a_record_of_as_much_as_is_left_is_no_proof_when_it_may_be_of_the_part_that_went_before() -> None:
    most = replace(ETH, contracts=0.4)
    lying = account(BTC, balance_agrees=False, liquidations=(partly_liquidated(0.6, 1_900),))
    assert follow(account(BTC, ETH), account(BTC, most), lying)[1] == ()
    own = replace(lying, closings=(closing(0.6, 1_500),), liquidations=(partly_liquidated(0.4, 2_500),))
    (end,) = follow(account(BTC, ETH), account(BTC, most), own)[1]  # what went before is explained
    assert end.liquidation == partly_liquidated(0.4, 2_500)


def test_a_part_liquidated_long_before_an_own_order_closed_the_rest_is_a_cut_and_the_end_is_the_order() -> None:
    records = {"liquidations": (partly_liquidated(0.4, 1_500),), "closings": (closing(0.6, 5_500),)}
    answers = (account(BTC, ETH), *[account(BTC, SMALLER)] * 4, *[account(BTC, **records)] * 2)
    (end,), (cut,) = follow(*answers)[1], cuts(*answers)
    assert (end.liquidation, end.closing) == (None, closing(0.6, 5_500))
    assert (cut.before, cut.position.contracts, cut.still_open) == (1.0, 0.6, False)


def test_a_part_liquidated_after_an_own_order_is_still_the_end() -> None:
    records = {"liquidations": (partly_liquidated(0.6, 1_800),), "closings": (closing(0.4, 1_500),)}
    (end,) = follow(account(BTC, ETH), *[account(BTC, **records)] * 2)[1]
    assert (end.liquidation, end.closing) == (partly_liquidated(0.6, 1_800), None)
