"""Whether the account's own stream told what the polls show: by itself."""

from __future__ import annotations

from dataclasses import replace

from monitor.model import Account, Position
from monitor.venues.untold import DOUBT_S, GRACE_S, LOOK_BACK_S, Untold
from tests.build import account, position

BTC, ETH = position(contracts=1.0), position(symbol="ETH/USDT:USDT", contracts=5.0)
LATER = GRACE_S + 0.1


def listening(*positions: Position) -> Untold:
    """A stream that has been live since 0, and one poll at 100."""
    untold = Untold()
    untold.is_live(0.0)
    untold.polled(account(*positions), 100.0, 100.5)
    return untold


def doubts(untold: Untold, answer: Account) -> bool:
    """Whether a poll at 110 makes the stream doubted, once it had its time."""
    untold.polled(answer, 110.0, 110.5)
    return untold.is_doubted(0.0, 110.5 + LATER)


def test_a_position_that_appeared_went_or_changed_its_size_has_to_be_told() -> None:
    assert doubts(listening(BTC), account(BTC, ETH))
    assert doubts(listening(BTC, ETH), account(BTC))
    assert doubts(listening(BTC), account(replace(BTC, contracts=1.5)))
    assert doubts(listening(BTC), account(replace(BTC, side="short")))


def test_a_price_or_a_balance_that_changed_does_not() -> None:
    assert not doubts(listening(BTC), account(replace(BTC, mark_price=1.0), wallet=1.0))


def test_the_doubt_names_what_changed_and_is_not_raised_before_the_stream_had_its_time() -> None:
    untold = listening(BTC)
    untold.polled(account(BTC, ETH), 110.0, 110.5)
    assert not untold.is_doubted(0.0, 110.5 + GRACE_S - 0.1)
    assert untold.doubt == ""
    assert untold.is_doubted(0.0, 110.5 + LATER)
    assert untold.doubt == "ETH/USDT:USDT"


def test_a_stream_that_told_a_little_sooner_or_later_is_well() -> None:
    untold = listening(BTC)
    untold.told(100.0 - LOOK_BACK_S + 1)
    assert not doubts(untold, account(BTC, ETH))
    untold = listening(BTC)
    untold.polled(account(BTC, ETH), 110.0, 110.5)
    untold.told(110.5 + GRACE_S - 0.1)
    assert not untold.is_doubted(0.0, 110.5 + LATER)


def test_a_word_long_ago_explains_nothing() -> None:
    untold = listening(BTC)
    untold.told(100.0 - LOOK_BACK_S - 1)
    assert doubts(untold, account(BTC, ETH))


def test_what_changed_before_the_stream_was_live_was_not_for_it_to_tell() -> None:
    untold = listening(BTC)
    untold.is_live(105.0)  # dialled anew
    untold.polled(account(BTC), 104.0, 105.5)  # asked before
    assert not doubts(untold, account(BTC, ETH))
    unheard = Untold()  # no stream was ever live
    unheard.polled(account(BTC), 100.0, 100.5)
    assert not doubts(unheard, account(BTC, ETH))


def test_an_answer_that_leaves_something_out_proves_no_change() -> None:
    untold = listening(BTC, ETH)
    assert not doubts(untold, account(BTC, balance_agrees=False))


def test_a_doubted_stream_is_doubted_once_and_a_newer_one_is_not() -> None:
    untold = listening(BTC)
    assert doubts(untold, account(BTC, ETH))
    assert untold.is_doubted(0.0, 200.0)
    assert not untold.is_doubted(150.0, 200.0)


def test_a_doubt_ends_with_a_word_or_after_half_an_hour_of_silence() -> None:
    untold = listening(BTC)
    assert doubts(untold, account(BTC, ETH))
    untold.polled(account(BTC, ETH), 100.0 + DOUBT_S, 100.5 + DOUBT_S)
    assert untold.doubt
    untold.polled(account(BTC, ETH), 200.0 + DOUBT_S, 200.5 + DOUBT_S)
    assert untold.doubt == ""
    untold = listening(BTC)
    assert doubts(untold, account(BTC, ETH))
    untold.told(130.0)
    assert untold.doubt == ""
