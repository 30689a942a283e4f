"""The alert window: what is shown, how long, and that it never takes the keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent, AlertState
from tests.ui import sample
from tests.ui.screenshots import window_with
from ui import popup as popup_module
from ui.alert_card import AlertCard, _when
from ui.corner import place_in
from ui.format import clock
from ui.popup import AlertPopup
from ui.theme import Theme
from ui.window_state import CORNERS, Corner


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


def test_a_repeat_says_since_when_the_alarm_stands() -> None:
    first = event(reason="raise", at_ms=600_000, episode_ms=600_000)
    assert _when(first) == clock(600_000)
    assert _when(replace(first, reason="repeated", at_ms=900_000)) == f"again · since {clock(600_000)}"


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


def test_hidden_amounts_are_hidden_in_cards_that_stand_and_in_new_ones(popup: AlertPopup) -> None:
    popup.tell(event("a"))
    popup.set_amounts_hidden(True)
    popup.tell(event("b", title="127,232 contracts closed by force at 0.7539"))
    popup._arrange()
    said = [card.accessibleName() for card in popup._cards.values()]
    assert len(said) == 2
    assert not any("5,890" in words or "127,232" in words for words in said)
    assert "0.7539" in said[1]
    popup.set_amounts_hidden(False)
    assert "5,890" in popup._cards["a"].accessibleName()


# ---------------------------------------------------------------- its place

ROOM = QRect(0, 0, 1366, 768)
STRIP = QRect(14, 30, 1338, 44)
NEAREST = QRect(14, 86, 400, 136)
FOOTER = QRect(14, 738, 1338, 26)
MINI = QRect(1026, 548, 316, 196)


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("height", [150, 470, 500])
def test_it_covers_neither_the_status_strip_nor_the_nearest_liquidation(corner: Corner, height: int) -> None:
    in_sight = (STRIP, NEAREST, FOOTER)
    place = QRect(place_in(ROOM, QSize(408, height), corner, in_sight), QSize(408, height))
    assert ROOM.contains(place)
    assert not any(place.intersects(one) for one in in_sight)
    assert (place.center().x() > 683) == corner.endswith("right")


@pytest.mark.parametrize("height", [150, 440, 500])
def test_it_leaves_the_mini_strip_in_sight_too(height: int) -> None:
    in_sight = (STRIP, NEAREST, FOOTER, MINI)
    place = QRect(place_in(ROOM, QSize(408, height), "bottom right", in_sight), QSize(408, height))
    assert ROOM.contains(place)
    assert not any(place.intersects(one) for one in in_sight)


def test_where_there_is_no_room_for_all_the_status_strip_stays_in_sight() -> None:
    small = QRect(0, 0, 683, 384)
    strip, nearest = QRect(14, 6, 655, 44), QRect(14, 60, 655, 136)
    place = QRect(place_in(small, QSize(408, 300), "top right", (strip, nearest)), QSize(408, 300))
    assert small.contains(place)
    assert not place.intersects(strip)


def test_without_a_window_it_stands_in_its_corner() -> None:
    assert place_in(ROOM, QSize(400, 100), "top left", ()) == QPoint(18, 18)
    assert place_in(ROOM, QSize(400, 100), "bottom right", ()) == QPoint(1366 - 18 - 400, 768 - 18 - 100)


def test_it_makes_way_when_the_window_comes_to_where_it_stands(popup: AlertPopup) -> None:
    room = popup.screen().availableGeometry()
    popup.tell(event())
    low = popup.y()
    popup.in_sight = lambda: (QRect(room.left(), room.bottom() - 60, room.width(), 40),)
    popup._pass_time()
    assert popup.y() < low


def test_the_main_window_names_its_strip_and_its_nearest_liquidation(theme: Theme, qtbot: QtBot) -> None:
    window = window_with(theme, sample.update(), (1366, 768), chart=False)
    window.may_close = True
    qtbot.addWidget(window)
    corner = window.mapToGlobal(QPoint(0, 0))
    places = [place.translated(-corner) for place in window.in_sight()]
    assert [window.childAt(place.center()) is not None for place in places] == [True] * 3
    assert window.strip.geometry().size() == places[0].size()
    assert window.hero.size() == places[1].size()
    window.hide()
    assert window.in_sight() == ()
