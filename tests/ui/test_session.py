"""The whole window on a real engine and a real demo exchange, in one process of ours and two of theirs; offscreen."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from monitor.messages import AlertEvent, ChangeSettings
from monitor.settings import CompareSettings, DisplaySettings, PollSettings
from ui import window_state
from ui.session import Session
from ui.start import DemoOptions
from ui.theme import DARK, LIGHT, Theme, with_profit_colors
from ui.window_state import Appearance, StripLook, WindowState
from ui.windows import page_about

LONG_MS = 30_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state")


@pytest.fixture(scope="module")
def session(qapp: object, folder: Path) -> Iterator[Session]:
    session = Session(
        Theme(),
        WindowState(),
        data_dir=folder,
        config_dir=folder,
        demo=DemoOptions(scenario="calm"),
        unattended=False,
        tokens_of=lambda choice: LIGHT if choice == "light" else DARK,
    )
    session.start()
    yield session
    session.quit()
    session.finish()


@pytest.fixture
def live(session: Session, qtbot: QtBot) -> Session:
    """The session with figures on screen."""
    qtbot.waitUntil(lambda: session._update is not None and bool(session._update.positions), timeout=LONG_MS)
    return session


def event(at_ms: int, level: int = 2) -> AlertEvent:
    return AlertEvent(
        id=10_000,
        at_ms=at_ms,
        key="k",
        family="RISK",
        kind="liquidation_distance",
        level=level,
        reason="raised",
        notify=True,
        title="T",
        text="",
        account_id="Main",
        position_key="",
    )


def test_the_demo_fills_every_part_of_the_window(live: Session) -> None:
    assert live._update is not None
    assert {account.account_id for account in live._update.accounts} == {"Main", "Swing", "Alts", "Onchain"}
    assert "to liquidation" in live.tray.icon.toolTip()


def test_a_test_alarm_comes_back_as_a_popup_and_is_acknowledged_there(live: Session, qtbot: QtBot) -> None:
    live.windows.test_alarm(3)
    qtbot.waitUntil(lambda: any(key.startswith("test") for key in live.desk.popup.visible_keys), timeout=LONG_MS)
    key = next(key for key in live.desk.popup.visible_keys if key.startswith("test"))
    card = live.desk.popup._cards[key]
    found = next(b for b in card.findChildren(QPushButton) if b.text() == "Acknowledge" and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def done() -> bool:
        assert live._update is not None
        return all(alert.phase == "acknowledged" for alert in live._update.alerts if alert.key == key)

    qtbot.waitUntil(done, timeout=LONG_MS)


def test_the_journal_of_earlier_runs_is_not_told_again(live: Session) -> None:
    live._take_event(event(live.desk._began_ms - 1))
    assert "k" not in live.desk.popup.keys


def test_what_happens_now_is_told(live: Session) -> None:
    live._take_event(event(live.desk._began_ms + 1))
    assert "k" in live.desk.popup.keys
    live.desk.popup._remove("k")


def test_the_theme_is_changed_and_remembered(live: Session, folder: Path) -> None:
    live.main.theme_toggled.emit()
    assert live._theme.tokens is LIGHT
    assert window_state.load(folder)[0].theme == "light"


def test_a_killed_engine_is_replaced_and_the_window_says_so(live: Session, qtbot: QtBot) -> None:
    first = live.link.pid
    assert first is not None
    with qtbot.waitSignal(live.link.engine_lost, timeout=3_000):
        os.kill(first, signal.SIGKILL)
    assert "engine|silent" in live.desk.popup.keys
    with qtbot.waitSignal(live.link.engine_back, timeout=LONG_MS):
        pass
    assert live.link.pid != first


def test_what_only_eyes_need_is_left_out_while_nobody_looks_and_comes_back_at_once(live: Session, qtbot: QtBot) -> None:
    def is_told(*, whole: bool) -> bool:
        update = live._update
        return update is not None and all((row.beyond is not None) is whole for row in update.positions)

    qtbot.waitUntil(lambda: is_told(whole=True), timeout=LONG_MS)
    opened = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in opened:
        window.hide()
    assert not live._is_anything_seen()
    qtbot.waitUntil(lambda: is_told(whole=False), timeout=LONG_MS)
    live.main.show()
    qtbot.waitUntil(lambda: is_told(whole=True), timeout=LONG_MS)
    for window in opened:
        window.show()


def test_quitting_asks_while_positions_are_open(live: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def go_on(box: QMessageBox) -> int:
        asked.append(box.text())
        button = box.defaultButton()
        monkeypatch.setattr(box, "clickedButton", lambda: button, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", go_on)
    monkeypatch.setattr(live, "_demo", None)  # the demo's positions are nobody's
    live.main.quit_requested.emit()
    assert asked
    assert "open position" in asked[0]
    assert not live._quitting


def test_another_theme_paints_no_window_before_all_of_it_wears_it(live: Session) -> None:
    painted: list[bool] = []
    seen = live._theme.changed.connect(lambda _name: painted.append(live.main.updatesEnabled()))
    live._toggle_theme()
    live._theme.changed.disconnect(seen)
    live._toggle_theme()
    assert painted == [False]
    assert live.main.updatesEnabled()


def test_the_demo_ends_without_a_question_however_it_is_closed(live: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    live._leaving.ended.disconnect(live.quit)
    live._leaving.ended.connect(lambda: ended.append(True))
    live.main.quit_requested.emit()
    live.main.close()
    live._leaving.ended.disconnect()
    live._leaving.ended.connect(live.quit)
    assert len(ended) == 2


def test_closing_asks_once_and_minimises_where_there_is_no_tray(
    live: Session, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(box: QMessageBox) -> int:
        again = box.checkBox()
        assert again is not None
        assert not again.isChecked()  # one Return must not settle it for good
        again.setChecked(True)
        button = box.defaultButton()
        monkeypatch.setattr(box, "clickedButton", lambda: button, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", keep)
    monkeypatch.setattr(live, "_demo", None)
    live.main.close()
    assert live.main.isMinimized()
    assert window_state.load(folder)[0].closing == "keep guarding"
    live.show_window()


def test_a_window_in_the_tray_comes_back_by_the_icon_and_when_the_tray_is_gone(
    live: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_tray = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray[0])
    monkeypatch.setattr(live, "_demo", None)
    live.main.close()  # it was asked before
    assert not live.main.isVisible()
    live.tray.opened.emit()
    assert live.main.isVisible()
    live.main.close()
    live._leaving.look_after_tray()
    assert not live.main.isVisible()
    has_tray[0] = False
    live._leaving.look_after_tray()
    assert live.main.isMinimized()
    live.show_window()


def test_the_lock_and_above_other_windows_are_remembered(live: Session, folder: Path) -> None:
    for on in (True, False):
        live.main.lock_toggled.emit()
        live.main.top_toggled.emit()
        kept = window_state.load(folder)[0]
        assert (kept.locked, kept.on_top, live.main.locked, live.strip.locked) == (on,) * 4


def test_a_tab_is_remembered_and_a_what_if_is_not(live: Session, folder: Path) -> None:
    for tab, kept in (("Stops", "Stops"), ("What-if", "Stops"), ("Chart", "Chart")):
        live.main.detail.open_tab(tab)
        assert window_state.load(folder)[0].tab == kept


def test_the_guide_opens_at_what_is_on_screen(live: Session) -> None:
    assert page_about(live.main, live._update) == "reading-the-window"
    assert page_about(live.main, None) == "first-start"


def test_the_history_is_answered_by_the_engine(live: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.link.history_answered, timeout=LONG_MS) as answered:
        live.main.history_requested.emit()
    assert answered.args is not None
    assert answered.args[0].error == ""
    live.windows.close_all()


def test_a_setting_is_used_and_told_back_and_a_wrong_one_is_not(live: Session, qtbot: QtBot) -> None:
    wrong = CompareSettings(leverage_low=9.0, leverage_high=2.0)
    for compare, holds in ((CompareSettings(leverage_high=7.0), 7.0), (wrong, 7.0), (CompareSettings(), 5.0)):
        with qtbot.waitSignal(live.link.settings_changed, timeout=LONG_MS) as told:
            live.windows.sent.emit(ChangeSettings(poll=PollSettings(), compare=compare, display=DisplaySettings()))
        assert told.args is not None
        assert told.args[0].compare.leverage_high == holds


def test_the_look_is_remembered(live: Session) -> None:
    live.windows.appearance_changed.emit(Appearance(theme="light", profit_colors="classic", still=True))
    assert (live._theme.tokens.profit, live._theme.still) == (with_profit_colors(LIGHT, "classic").profit, True)
    live.windows.appearance_changed.emit(Appearance(theme="dark"))
    assert live._theme.tokens is DARK


def test_less_motion_is_kept_while_the_desktop_or_the_user_wants_it(live: Session) -> None:
    live._motion._say(("desktop", "animations"), True)
    assert live._theme.still
    live.windows.appearance_changed.emit(Appearance(theme="dark", still=True))
    live._motion._say(("desktop", "animations"), False)
    assert live._theme.still
    live.windows.appearance_changed.emit(Appearance(theme="dark"))
    assert not live._theme.still


def test_the_tray_and_a_key_are_ways_back_from_a_mini_strip_that_lets_the_mouse_through(live: Session) -> None:
    live.main.mini_strip_requested.emit()
    live.main.mini_through_toggled.emit()
    assert live.strip.look.through
    assert live.tray.through.isChecked()
    live.tray.through.trigger()
    assert (live.strip.look.through, live.tray.through.isChecked()) == (False, False)
    assert not live._memory.state.strip_through
    live.tray.strip.trigger()
    assert not live.strip.isVisible()


def test_what_is_changed_at_the_mini_strip_is_seen_in_the_open_settings(live: Session) -> None:
    live.main.settings_requested.emit()
    live.strip.look_wanted.emit(StripLook(opacity="60 %", form="one line"))
    form = live.windows._form
    assert form is not None
    assert form._held["appearance"] == live._memory.state.appearance
    assert live._memory.state.strip_opacity == "60 %"
    form.close()
