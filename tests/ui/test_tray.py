"""The tray: shape, badge, headline, countdown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui.app_icon import UNKNOWN, tray_icon
from ui.tray import SILENCE_S, Tray, headline, worst_level


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    return Tray()


def test_the_headline_names_the_nearest_position() -> None:
    assert headline(sample.update()).replace("\u202f", " ") == "SOL short on Main: 3.1 % to liquidation"


def test_blindness_is_the_headline_not_the_last_good_number() -> None:
    assert headline(sample.blind_update()) == "Marginwatch: no fresh data from Main"


def test_without_accounts_it_says_so() -> None:
    assert headline(sample.empty_update()) == "Marginwatch: no accounts yet"


def test_the_worst_alarm_gives_the_shape() -> None:
    assert worst_level(sample.update()) == 3


def test_connecting_is_unknown_not_safe() -> None:
    assert worst_level(sample.connecting_update()) == UNKNOWN


def test_each_level_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    shapes = set()
    for level in (UNKNOWN, 0, 1, 2, 3):
        image = tray_icon(level, 0).pixmap(32, 32).toImage()
        shapes.add(tuple(image.pixelColor(x, y).alpha() > 128 for x in range(0, 32, 2) for y in range(0, 32, 2)))
    assert len(shapes) == 5


def test_the_silence_shows_its_countdown_and_can_be_ended(tray: Tray, qtbot: QtBot) -> None:
    tray.set_update(sample.update(muted_until_ms=sample.NOW_MS + 65_000))
    assert "1:05" in tray.silence.text()
    with qtbot.waitSignal(tray.silenced) as told:
        tray.silence.trigger()
    assert told.args == [0]


def test_silence_begins_with_ten_minutes(tray: Tray, qtbot: QtBot) -> None:
    tray.set_update(sample.update())
    with qtbot.waitSignal(tray.silenced) as told:
        tray.silence.trigger()
    assert told.args == [SILENCE_S]


def test_without_a_tray_nothing_is_hidden_in_it(tray: Tray) -> None:
    tray.show()
    assert not tray.available
    assert not tray.icon.isVisible()
