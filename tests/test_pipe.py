"""The engine's end of the pipe: what goes to a window that reads slowly, and in which order. Real pipes and threads."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest
from msgspec.structs import replace

from monitor.differences import Completed
from monitor.messages import AlertEvent, Difference, ToWindow, Update, decode_to_window
from monitor.pipe import Pipe
from tests.ui import sample
from tests.ui.talking_engine import event

PATIENCE_S = 20.0


@pytest.fixture
def ends() -> Iterator[tuple[Connection, Pipe]]:
    theirs, ours = multiprocessing.get_context("spawn").Pipe(duplex=True)
    pipe = Pipe(ours)
    yield theirs, pipe
    pipe.close()
    theirs.close()


def update(seq: int) -> Update:
    return replace(sample.update(), seq=seq)


def heard(window: Connection) -> ToWindow:
    assert window.poll(PATIENCE_S)
    return decode_to_window(window.recv_bytes())


def test_of_many_updates_the_newest_arrives_and_not_every_one_before(ends: tuple[Connection, Pipe]) -> None:
    window, pipe = ends
    for seq in range(1, 301):
        pipe.send(update(seq))
    updates, count = Completed(), 0
    while True:
        found, count = updates.take(heard(window)), count + 1
        assert isinstance(found, Update)
        if found.seq == 300:
            break
    assert count < 300
    assert found == update(300)


def test_an_alarm_waits_for_nothing_and_keeps_its_place_between_the_updates(ends: tuple[Connection, Pipe]) -> None:
    window, pipe = ends
    pipe.send(update(1))
    first = heard(window)
    pipe.send(update(2))  # held back, to be sent with what comes soon
    pipe.send(event(7))
    pipe.send(update(3))
    order = [heard(window) for _ in range(3)]
    assert isinstance(first, Update)
    assert [type(one) for one in order] == [Difference, AlertEvent, Difference]


def test_unchanged_rows_are_sent_once(ends: tuple[Connection, Pipe]) -> None:
    window, pipe = ends
    pipe.send(update(1))
    whole = heard(window)
    pipe.send(update(2))
    news = heard(window)
    assert isinstance(whole, Update)
    assert isinstance(news, Difference)
    assert news.update.positions == news.update.pools == ()


def test_a_window_that_lost_one_gets_a_whole_update_when_it_asks(ends: tuple[Connection, Pipe]) -> None:
    window, pipe = ends
    late = Completed()
    pipe.send(update(1))
    heard(window)  # lost
    pipe.send(update(2))
    assert late.take(heard(window)) is None
    assert late.take_lost()
    assert not late.take_lost()
    pipe.send_whole()
    pipe.send(update(3))
    assert late.take(heard(window)) == update(3)
