"""A flood of alarms in the feed: rows are built as far as one looks, and none is lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui.alert_feed import AHEAD, BEHIND, AlertFeed
from ui.alert_row import ROW_HEIGHT, AlertRow
from ui.theme import Theme
from ui.view import View

MANY = 300
SEEN = 300 // ROW_HEIGHT


@pytest.fixture
def feed(qtbot: QtBot) -> AlertFeed:
    made = AlertFeed(Theme())
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def flood(count: int = MANY, level: int = 3, name: str = "C") -> View:
    told = tuple(sample.alert(f"{name}{place}", level, f"{name}{place}", "", 4_000 + place) for place in range(count))
    return View(update=sample.update(alerts=told), now_ms=sample.NOW_MS)


def built(feed: AlertFeed) -> list[AlertRow]:
    return [row for row in feed.findChildren(AlertRow) if feed._list.indexOf(row) >= 0]


def settled(qtbot: QtBot, feed: AlertFeed) -> None:
    """Rows come a few at a time: wait until no more do."""
    qtbot.waitUntil(lambda: len(built(feed)) >= min(feed._last_in_sight() + AHEAD, len(alarms(feed))))


def alarms(feed: AlertFeed) -> list[str]:
    update = feed._view.update
    return [one.key for one in update.alerts] if update is not None else []


def test_of_many_alarms_only_those_near_are_built_and_all_are_counted(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(flood())
    settled(qtbot, feed)
    assert len(built(feed)) <= SEEN + AHEAD
    assert f"{MANY} open" in feed._count.text()
    assert f"{MANY - len(built(feed))} more alarms below" == feed._rest.text()
    assert feed._rest.isVisibleTo(feed)


def test_whoever_scrolls_on_comes_to_the_last_alarm(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(flood(80))
    bar = feed._area.verticalScrollBar()
    for _ in range(80):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
    assert {row.key for row in built(feed)} == set(alarms(feed))
    assert not feed._rest.isVisibleTo(feed)


def test_rows_far_below_what_is_seen_are_not_kept(qtbot: QtBot, feed: AlertFeed) -> None:
    feed.show_view(flood(200))
    bar = feed._area.verticalScrollBar()
    for _ in range(60):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
    assert len(built(feed)) > SEEN + AHEAD + BEHIND
    bar.setValue(0)
    feed.show_view(flood(200))
    assert len(built(feed)) <= SEEN + AHEAD + BEHIND


def test_the_row_with_the_keyboard_stays_where_worse_alarms_push_it_down(qtbot: QtBot, feed: AlertFeed) -> None:
    mild = flood(3, level=1, name="mild")
    feed.show_view(mild)
    row = next(row for row in built(feed) if row.key == "mild0")
    feed.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    assert mild.update is not None
    worse = (*flood(60).update.alerts, *mild.update.alerts)  # type: ignore[union-attr]
    feed.show_view(View(update=sample.update(alerts=worse), now_ms=sample.NOW_MS))
    qtbot.waitUntil(lambda: len(built(feed)) >= 61)
    assert row.hasFocus()


def test_all_in_sight_are_acknowledged_and_none_below(qtbot: QtBot, feed: AlertFeed) -> None:
    told: list[str] = []
    feed.acknowledged.connect(told.append)
    feed.show_view(flood())
    settled(qtbot, feed)
    feed.acknowledge_visible()
    assert 1 <= len(told) <= SEEN


def test_what_a_new_engine_tells_again_stands_once(feed: AlertFeed) -> None:
    news = sample.events()[0]
    for _engine in range(2):
        feed.add_event(news)
    assert list(feed._events) == [news]
