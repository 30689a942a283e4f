"""The alert window: what is shown, how long, and that it never takes the keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent, AlertState
from ui import popup as popup_module
from ui.alert_card import AlertCard
from ui.popup import AlertPopup
from ui.theme import Theme


def event(key: str = "a", level: int = 3, **changes: Any) -> AlertEvent:
    values: dict[str, Any] = {
        "id": 1,
        "at_ms": 0,
        "key": key,
        "family": "RISK",
        "kind": "liquidation_distance",
        "level": level,
        "reason": "raised",
        "notify": True,
        "title": f"{key} is 3.1 % from liquidation",
        "text": "Add 5,890 USDT.",
        "account_id": "Main",
        "position_key": "",
    }
    return AlertEvent(**{**values, **changes})


def state(key: str, phase: str) -> AlertState:
    return AlertState(
        key=key,
        family="RISK",
        kind="liquidation_distance",
        phase=phase,
        level=3,
        peak=3,
        since_ms=0,
        told_ms=0,
        quiet_until_ms=None,
        snoozes_left=3,
        title="",
        text="",
        account_id="Main",
        position_key="",
        data_is_good=True,
    )


@pytest.fixture
def popup(qtbot: QtBot) -> AlertPopup:
    popup = AlertPopup(Theme(), square=True)
    qtbot.addWidget(popup)
    return popup


def button(popup: AlertPopup, text: str) -> QPushButton:
    return next(found for found in popup.findChildren(QPushButton) if found.text() == text and found.isVisible())


def pass_ms(popup: AlertPopup, milliseconds: int) -> None:
    for _ in range(milliseconds // popup_module.LOOK_MS):
        popup._pass_time()


def test_it_never_takes_the_keyboard(popup: AlertPopup) -> None:
    popup.tell(event())
    assert popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(found.focusPolicy() is Qt.FocusPolicy.NoFocus for found in popup.findChildren(QPushButton))


def test_acknowledge_names_the_alarm_and_takes_the_card_away(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event("a"))
    with qtbot.waitSignal(popup.acknowledged) as told:
        qtbot.mouseClick(button(popup, "Acknowledge"), Qt.MouseButton.LeftButton)
    assert told.args == ["a"]
    assert not popup.isVisible()


def test_snooze_carries_its_time(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event("a"))
    with qtbot.waitSignal(popup.snoozed) as told:
        qtbot.mouseClick(button(popup, "10 min"), Qt.MouseButton.LeftButton)
    assert told.args == [("a", 600)]


def test_show_leaves_the_card_where_it_is(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event("a"))
    with qtbot.waitSignal(popup.shown):
        qtbot.mouseClick(button(popup, "Show"), Qt.MouseButton.LeftButton)
    assert popup.keys == ("a",)


def test_critical_stays_until_it_is_acknowledged(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event(level=3))
    pass_ms(popup, 600_000)
    qtbot.wait(2 * popup_module.FADE_MS)
    assert popup.isVisible()


@pytest.mark.parametrize(("level", "stays_ms"), [(1, 8_000), (2, 30_000)])
def test_lower_levels_go_by_themselves(popup: AlertPopup, qtbot: QtBot, level: int, stays_ms: int) -> None:
    popup.tell(event(level=level))
    pass_ms(popup, stays_ms - popup_module.LOOK_MS)
    assert popup.keys == ("a",)
    pass_ms(popup, popup_module.LOOK_MS)
    qtbot.waitUntil(lambda: popup.keys == (), timeout=5_000)


def test_a_warning_that_escalates_while_it_fades_stays(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event(level=1))
    pass_ms(popup, 8_000)
    popup.tell(event(level=3))
    qtbot.wait(2 * popup_module.FADE_MS)
    assert popup.visible_keys == ("a",)


def test_time_stands_still_under_the_pointer(popup: AlertPopup, qtbot: QtBot) -> None:
    popup.tell(event(level=1))
    popup._hovered = True
    pass_ms(popup, 60_000)
    qtbot.wait(2 * popup_module.FADE_MS)
    assert popup.keys == ("a",)


def test_a_repeat_takes_the_place_of_its_card(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    popup.tell(event("a", title="now 2.0 %"))
    assert popup.keys == ("a",)


def test_the_worst_is_on_top(popup: AlertPopup) -> None:
    for key, level in (("warning", 1), ("critical", 3), ("danger", 2)):
        popup.tell(event(key, level))
    assert popup.visible_keys == ("critical", "danger", "warning")


def test_more_than_three_are_grouped_and_none_is_lost(popup: AlertPopup) -> None:
    for number in range(5):
        popup.tell(event(f"a{number}", 1, id=number))
    assert len(popup.visible_keys) == 2
    assert len(popup.keys) == 5


def test_an_alarm_acknowledged_elsewhere_leaves_the_stack(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    popup.reconcile((state("a", "active"),))
    popup.reconcile((state("a", "acknowledged"),))
    assert popup.keys == ()


def test_a_card_waits_for_the_update_that_shows_its_alarm(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    popup.reconcile(())
    assert popup.keys == ("a",)


def test_a_returned_alarm_keeps_its_card(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    popup.reconcile((state("a", "active"),))
    popup.reconcile((state("a", "returned"),))
    assert popup.keys == ("a",)


def test_markup_of_a_venue_is_shown_as_text(popup: AlertPopup) -> None:
    popup.tell(event("a", title="<b>x</b>"))
    card = popup._cards["a"]
    assert card._title.textFormat() is Qt.TextFormat.PlainText


def test_a_card_speaks_as_a_sentence(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    assert popup._cards["a"].accessibleName().startswith("CRITICAL alarm: a is 3.1 % from liquidation.")


def test_of_a_burst_the_first_card_is_there_at_once_and_only_three_cards_are_made(popup: AlertPopup) -> None:
    for number in range(200):
        popup.tell(event(f"k{number}", 3, id=number))
    assert popup._cards.keys() == {"k0"}
    assert popup.visible_keys == ("k199", "k198")
    assert len(popup.keys) == 200
    assert len(popup._cards) <= 3


def test_a_card_whose_cause_is_gone_says_so_and_leaves_the_first_place(popup: AlertPopup) -> None:
    popup.tell(event("a", 3))
    popup.tell(event("b", 2))
    popup.reconcile((state("a", "returned"), state("b", "active")))
    assert popup.keys == ("b", "a")
    (card,) = (card for card in popup.findChildren(AlertCard) if card.told.key == "a" and card.isVisible())
    assert card.accessibleName().startswith("CRITICAL alarm: Over: a is 3.1 %")


def test_a_card_that_is_told_again_is_no_longer_over(popup: AlertPopup) -> None:
    popup.tell(event("a", 3))
    popup.reconcile((state("a", "returned"),))
    popup.tell(event("a", 3, id=2))
    popup.tell(event("b", 2, id=3))
    assert popup.keys == ("a", "b")


def test_on_a_small_screen_one_card_stands_for_the_others(popup: AlertPopup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.popup.TALL", 10_000)
    for key in "abc":
        popup.tell(event(key))
    assert len(popup.visible_keys) == 1
    assert popup.height() <= 384 - 30
