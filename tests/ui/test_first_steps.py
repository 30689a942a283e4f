"""The first steps: a tick is a proof, and each button does what it says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from monitor.messages import ChangeAlerts, SettingsChanged, TestAlarm
from monitor.settings import LADDERS, AlertSettings, ChannelConfig
from tests.ui import sample
from ui.first_steps import DONE, OPEN, FirstSteps
from ui.theme import Theme


@pytest.fixture
def steps(qtbot: QtBot) -> FirstSteps:
    made = FirstSteps(Theme())
    qtbot.addWidget(made)
    return made


def marks(steps: FirstSteps) -> str:
    return "".join(tick.text() for tick in steps.ticks)


def press(steps: FirstSteps, title: str) -> None:
    next(button for button in steps.findChildren(QPushButton) if button.text() == title).click()


def test_an_account_that_is_not_seen_is_no_tick(steps: FirstSteps) -> None:
    steps.set_update(sample.connecting_update())
    assert steps.ticks[1].text() == OPEN
    steps.set_update(sample.update())
    assert steps.ticks[1].text() == DONE
    assert steps.ticks[1].accessibleName().endswith(": done")


def test_the_demo_is_not_the_users_account(steps: FirstSteps) -> None:
    steps.set_update(sample.demo_update())
    assert marks(steps) == DONE + OPEN * 4


def test_a_ladder_keeps_all_other_alert_settings(steps: FirstSteps) -> None:
    sent: list[ChangeAlerts] = []
    steps.sent.connect(sent.append)
    mine = replace(AlertSettings(), sounds=False)
    steps.set_settings(SettingsChanged(accounts=(), alerts=mine))
    steps.ladder.setCurrentIndex(steps.ladder.findData("Day"))
    steps.ladder.activated.emit(steps.ladder.currentIndex())
    assert sent == [ChangeAlerts(alerts=replace(mine, liquidation_distance=LADDERS["Day"]))]


def test_all_three_levels_have_to_be_tried(steps: FirstSteps) -> None:
    sent: list[TestAlarm] = []
    steps.sent.connect(sent.append)
    for title in ("Warning", "Danger"):
        press(steps, title)
    assert steps.ticks[3].text() == OPEN
    press(steps, "Critical")
    assert steps.ticks[3].text() == DONE
    assert [one.level for one in sent] == [1, 2, 3]


def test_a_channel_that_is_switched_off_reaches_nobody(steps: FirstSteps) -> None:
    channel = ChannelConfig(name="phone", kind="ntfy", enabled=False)
    steps.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings(), channels=(channel,)))
    assert steps.ticks[4].text() == OPEN
    steps.set_settings(SettingsChanged(accounts=(), alerts=AlertSettings(), channels=(replace(channel, enabled=True),)))
    assert steps.ticks[4].text() == DONE
