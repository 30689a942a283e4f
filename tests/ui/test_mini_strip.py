"""The mini strip: what it shows, click and drag, its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui.mini_strip import MiniStrip, nearest, worst_account
from ui.theme import DARK, LIGHT, Theme, load_fonts


@pytest.fixture
def strip(qtbot: QtBot) -> MiniStrip:
    strip = MiniStrip(Theme(), square=True)
    qtbot.addWidget(strip)
    strip.show()
    return strip


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("which", ["update", "blind_update", "connecting_update", "flat_update", "empty_update"])
def test_no_figure_is_clipped(qtbot: QtBot, tokens: object, which: str) -> None:
    load_fonts()
    theme = Theme(DARK if tokens is DARK else LIGHT)
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    strip = MiniStrip(theme, square=True)
    qtbot.addWidget(strip)
    strip.show()
    strip.set_update(getattr(sample, which)())
    strip.grab()
    assert clipped == []


def test_a_click_opens_the_main_window(strip: MiniStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.opened):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))


def test_a_drag_is_not_a_click_and_tells_the_new_place(strip: MiniStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.opened), qtbot.waitSignal(strip.moved) as told:
        qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
        qtbot.mouseMove(strip, QPoint(160, 220))
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert told.args == [(strip.x(), strip.y())]


def test_a_place_on_a_screen_that_is_gone_is_not_used(strip: MiniStrip) -> None:
    strip.place((90_000, 90_000))
    assert strip.screen().availableGeometry().contains(strip.geometry().center())


def test_its_name_is_a_sentence(strip: MiniStrip) -> None:
    strip.set_update(sample.update())
    assert strip.accessibleName().replace("\u202f", " ") == "Mini strip: SOL short is 3.1 % from liquidation"


@pytest.mark.parametrize("which", ["connecting_update", "flat_update"])
def test_no_open_positions_is_said_only_where_it_was_read(strip: MiniStrip, which: str) -> None:
    strip.set_update(getattr(sample, which)())
    assert ("No open positions" in strip.accessibleName()) == (which == "flat_update")


def test_the_worst_account_is_the_one_with_the_worst_alarm() -> None:
    assert worst_account(sample.accounts()).account_id == "Main"


def test_a_position_that_no_price_liquidates_comes_last() -> None:
    safe = sample.position("BTC/USDT:USDT", "long", "Main", liquidation_price=None)
    assert nearest((safe, *sample.positions()))[-1] is safe


def test_escape_hides_it(strip: MiniStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.dismissed):
        qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert not strip.isVisible()
