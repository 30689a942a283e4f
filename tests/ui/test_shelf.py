"""Shelving from the feed: what is quiet is greyed with its reason, listed, and can be taken down again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from monitor.messages import AlertState
from monitor.settings import AlertSettings, Shelf
from tests.ui import sample
from ui.alert_feed import AlertFeed
from ui.alert_row import AlertRow
from ui.status_strip import chips
from ui.theme import Theme
from ui.view import View

HOUR_MS = 3_600_000
SOL = "Main|SOL/USDT:USDT|short|cross"
STALE = sample.alert("stale|Main", 2, "Main is stale", "", 5_000, kind="stale", family="DATA")


def view(*alerts: AlertState, shelved: tuple[Shelf, ...] = ()) -> View:
    return View(
        update=sample.update(alerts=alerts), now_ms=sample.NOW_MS, alerts=replace(AlertSettings(), shelved=shelved)
    )


def shelf(key: str) -> Shelf:
    return Shelf(key=key, since_ms=sample.NOW_MS, until_ms=sample.NOW_MS + HOUR_MS)


def danger(**changes: object) -> AlertState:
    return sample.alert(f"distance|{SOL}", 2, "SOL is near", "", 4_000, position_key=SOL, **changes)


@pytest.fixture
def feed(qtbot: QtBot) -> AlertFeed:
    made = AlertFeed(Theme())
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def rows(feed: AlertFeed) -> list[AlertRow]:
    return sorted(feed.findChildren(AlertRow), key=lambda row: row.y())


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.findChildren(QAction) if words in action.text())


def test_an_alarm_can_be_shelved_from_its_row(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(view(danger()))
    menu = rows(feed)[0].open_menu(feed.pos())
    assert menu is not None
    with qtbot.waitSignal(feed.shelved) as told:
        entry(menu, "This alarm for 8 h").trigger()
    assert told.args == [(f"distance|{SOL}", 28_800)]


def test_all_about_a_position_can_be_shelved(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(view(danger()))
    menu = rows(feed)[0].open_menu(feed.pos())
    assert menu is not None
    with qtbot.waitSignal(feed.shelved) as told:
        more = next(action.menu() for action in menu.actions() if action.menu() is not None)
        entry(more, "24 h").trigger()
    assert told.args == [(SOL, 86_400)]


def test_a_shelved_danger_asks_for_nothing_and_says_until_when(feed: AlertFeed) -> None:
    feed.show_view(view(danger(shelved_until_ms=sample.NOW_MS + HOUR_MS), shelved=(shelf(SOL),)))
    assert not rows(feed)[0].is_open()
    assert "Shelved, 1:00:00 left" in rows(feed)[0].accessibleName()


def test_a_critical_on_the_shelf_still_asks(feed: AlertFeed) -> None:
    feed.show_view(view(replace(danger(shelved_until_ms=sample.NOW_MS + HOUR_MS), level=3)))
    assert rows(feed)[0].is_open()


def test_an_explained_alarm_names_its_cause_and_stands_below_it(feed: AlertFeed) -> None:
    mark = sample.alert("stale_mark|Main", 3, "Marks are old", "", 2_000, kind="stale_mark", inhibited_by="stale|Main")
    feed.show_view(view(mark, STALE))
    assert [row.key for row in rows(feed)] == ["stale|Main", "stale_mark|Main"]
    assert "Explained by: Main is stale" in rows(feed)[1].accessibleName()


def test_what_is_shelved_is_listed_and_can_be_taken_down(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(view(danger(), shelved=(shelf(SOL), shelf("ratio|Main|cross:USDT"))))
    feed.shelf_menu.aboutToShow.emit()
    with qtbot.waitSignal(feed.shelved) as told:
        entry(feed.shelf_menu, "all about SOL/USDT short · Main").trigger()
    assert told.args == [(SOL, 0)]


def test_the_strip_does_not_count_what_is_shelved() -> None:
    quiet = view(danger(shelved_until_ms=sample.NOW_MS + HOUR_MS))
    assert not any("to acknowledge" in chip.text for chip in chips(quiet))
