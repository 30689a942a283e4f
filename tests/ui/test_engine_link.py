"""The link to a real spawned process: what it hears and says, and what it does when that falls silent or dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent, MuteAll, Resync, Update
from tests.ui import talking_engine
from ui import engine_link
from ui.engine_link import EngineHandle, EngineLink


class Starts:
    """Starts engines, counts them, and fails as often as it is told."""

    def __init__(self) -> None:
        self.handles: list[talking_engine.Handle] = []
        self.failures = 0

    def __call__(self) -> EngineHandle:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("no process for you")
        self.handles.append(talking_engine.start())
        return self.handles[-1]


@pytest.fixture
def starts() -> Starts:
    return Starts()


@pytest.fixture
def link(qtbot: QtBot, starts: Starts) -> Iterator[EngineLink]:
    made = EngineLink(starts, lambda: True)
    yield made
    made.close(1.0)
    for handle in starts.handles:
        handle.process.kill() if handle.process.is_alive() else None
        handle.process.join(2)


def begin(link: EngineLink, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.updated, timeout=20_000):
        link.start()


def test_updates_arrive_and_the_engine_hears_our_heart(link: EngineLink, qtbot: QtBot) -> None:
    begin(link, qtbot)

    def heard(update: Update) -> bool:
        return update.notes != ("heard 0",)

    with qtbot.waitSignal(link.updated, timeout=10_000, check_params_cb=heard):
        pass


def test_of_a_burst_every_event_is_kept_and_only_the_newest_update(link: EngineLink, qtbot: QtBot) -> None:
    begin(link, qtbot)
    events: list[AlertEvent] = []
    updates: list[Update] = []
    link.alert_told.connect(events.append)
    link.updated.connect(updates.append)
    assert link.send(Resync())
    qtbot.waitUntil(lambda: len(events) == 50, timeout=10_000)
    assert [event.id for event in events] == list(range(50))
    assert len(updates) < 25


def test_silence_is_told_and_so_is_its_end(link: EngineLink, qtbot: QtBot) -> None:
    begin(link, qtbot)
    with qtbot.waitSignal(link.engine_silent, timeout=10_000) as silence:
        link.send(MuteAll(seconds=1))
    assert silence.args is not None
    assert silence.args[0] >= engine_link.SILENT_AFTER_S
    with qtbot.waitSignal(link.engine_back, timeout=10_000):
        link.send(MuteAll(seconds=0))


def test_a_killed_engine_is_told_and_another_takes_its_place(link: EngineLink, qtbot: QtBot, starts: Starts) -> None:
    begin(link, qtbot)
    first = link.pid
    assert first is not None
    with qtbot.waitSignals([link.engine_lost, link.engine_silent], timeout=3_000):
        os.kill(first, signal.SIGKILL)
    with qtbot.waitSignal(link.engine_back, timeout=20_000):
        pass
    assert link.pid != first
    assert len(starts.handles) == 2


def test_an_engine_that_cannot_be_started_is_tried_again(link: EngineLink, qtbot: QtBot, starts: Starts) -> None:
    starts.failures = 1
    with qtbot.waitSignal(link.engine_failed, timeout=1_000) as failure:
        link.start()
    assert failure.args == ["The engine could not be started: no process for you"]
    with qtbot.waitSignal(link.updated, timeout=20_000):
        pass


def test_an_engine_that_ended_on_purpose_is_not_started_again(link: EngineLink, qtbot: QtBot, starts: Starts) -> None:
    begin(link, qtbot)
    with qtbot.waitSignals([link.stopped, link.engine_lost], timeout=10_000):
        link.send(MuteAll(seconds=2))
    qtbot.wait(1_500)
    assert len(starts.handles) == 1
    assert link.send(Resync()) is False
    with qtbot.waitSignal(link.updated, timeout=20_000):
        link.restart()


def test_an_engine_that_hangs_is_replaced(
    link: EngineLink, qtbot: QtBot, starts: Starts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_link, "HUNG_AFTER_S", 0.5)
    begin(link, qtbot)
    with qtbot.waitSignal(link.engine_lost, timeout=10_000) as loss:
        link.send(MuteAll(seconds=1))
    assert loss.args == ["The engine runs but says nothing."]
    with qtbot.waitSignal(link.engine_back, timeout=20_000):
        pass


def test_closing_ends_the_process(link: EngineLink, qtbot: QtBot, starts: Starts) -> None:
    begin(link, qtbot)
    link.close()
    assert not starts.handles[0].process.is_alive()
