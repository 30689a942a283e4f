"""The mini strip: what it shows, click and drag, its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui.mini_picture import nearest, worst_account
from ui.mini_strip import MiniStrip
from ui.theme import DARK, LIGHT, Theme, load_fonts
from ui.window_state import STRIP_FORMS, StripForm, StripLook


@pytest.fixture
def strip(qtbot: QtBot) -> MiniStrip:
    strip = MiniStrip(Theme(), square=True)
    qtbot.addWidget(strip)
    strip.show()
    return strip


@pytest.mark.parametrize("form", STRIP_FORMS)
@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("which", ["update", "blind_update", "connecting_update", "flat_update", "empty_update"])
def test_no_figure_is_clipped(qtbot: QtBot, tokens: object, which: str, form: StripForm) -> None:
    load_fonts()
    theme = Theme(DARK if tokens is DARK else LIGHT)
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    strip = MiniStrip(theme, square=True)
    strip.set_look(StripLook(form=form))
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


# ---------------------------------------------------------------- see-through, and the mouse through


@pytest.fixture
def glass(qtbot: QtBot) -> MiniStrip:
    """A strip on a desktop with a compositor, 50 % opaque."""
    strip = MiniStrip(Theme(), square=False)
    qtbot.addWidget(strip)
    strip.set_look(StripLook(opacity="50 %"))
    strip.show()
    return strip


def ground(strip: MiniStrip) -> int:
    """The alpha of its ground, 0 to 255."""
    return QPixmap(strip.grab()).toImage().pixelColor(strip.width() // 2, strip.height() - 3).alpha()


def test_what_is_below_shines_through_while_all_is_calm(glass: MiniStrip) -> None:
    glass.set_update(sample.flat_update())
    assert ground(glass) == pytest.approx(128, abs=2)


def test_while_something_is_critical_it_is_opaque(glass: MiniStrip) -> None:
    glass.set_update(sample.update())
    assert max(row.level for row in sample.positions()) == 3
    assert ground(glass) == 255


def test_a_silent_engine_is_no_reason_to_be_seen_through(glass: MiniStrip) -> None:
    glass.set_update(sample.flat_update())
    glass.set_engine_silent(7.0)
    assert ground(glass) == 255


def test_without_a_compositor_it_stays_opaque(strip: MiniStrip) -> None:
    strip.set_look(StripLook(opacity="40 %"))
    strip.set_update(sample.flat_update())
    assert ground(strip) == 255
    assert "compositor" in strip.menu().actions()[2].text()


def turn(strip: MiniStrip, notches: int) -> None:
    here, up = QPointF(100, 100), QPoint(0, 120 * notches)
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(here, here, QPoint(), up, none, Qt.KeyboardModifier.NoModifier, still, False)
    QApplication.sendEvent(strip, event)


@pytest.mark.parametrize(("notches", "wanted"), [(1, "60 %"), (-1, "40 %"), (9, "100 %"), (-9, "40 %")])
def test_the_wheel_turns_its_opacity_within_bounds(glass: MiniStrip, notches: int, wanted: str) -> None:
    looks: list[StripLook] = []
    glass.look_wanted.connect(looks.append)
    turn(glass, notches)
    assert [look.opacity for look in looks] == [wanted]


def test_its_menu_offers_every_opacity_and_names_the_way_back_from_letting_the_mouse_through(glass: MiniStrip) -> None:
    looks: list[StripLook] = []
    glass.look_wanted.connect(looks.append)
    menu = glass.menu()
    opacities = menu.findChild(QMenu)
    assert opacities is not None
    assert [action.text() for action in opacities.actions() if action.isChecked()] == ["50 %"]
    opacities.actions()[-1].trigger()
    (through,) = (action for action in menu.actions() if "Shift+F9" in action.text())
    assert "tray" not in through.text()  # there is none here
    through.trigger()
    assert looks == [StripLook(opacity="40 %"), StripLook(opacity="50 %", through=True)]


def test_the_desktop_is_told_to_let_the_mouse_through_and_to_catch_it_again(glass: MiniStrip) -> None:
    glass.set_look(StripLook(through=True))
    assert glass.isVisible()
    assert glass.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput
    glass.set_look(StripLook())
    assert not glass.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput


def test_another_form_stays_on_the_screen(glass: MiniStrip) -> None:
    glass.place(None)
    glass.set_look(StripLook(form="one line"))
    assert glass.screen().geometry().contains(glass.geometry())
    assert glass.height() < 60


def test_a_place_half_beyond_the_screen_is_pulled_in(strip: MiniStrip) -> None:
    edge = strip.screen().geometry().right()
    strip.place((edge - 170, 40))
    assert strip.geometry().right() == edge
    assert strip.y() == 40
