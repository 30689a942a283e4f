"""What is wired to what: the engine's messages to the panes, the user's wishes to the engine, and the end of it all.

The first paint waits for nothing: the engine and the demo exchange start after it. Times in ms UTC.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, QProcess, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from monitor import __version__, autostart
from monitor.errors import MarginwatchError
from monitor.language import tr
from monitor.messages import (
    AlertEvent,
    AskExplanation,
    AskTimeline,
    Focus,
    Message,
    MuteAll,
    SettingsChanged,
    Stopped,
    Update,
    WhatIf,
)
from ui import trace
from ui.alarm_desk import SILENCE_TOLD_S, AlarmDesk
from ui.detail_pane import WHAT_IF
from ui.engine_link import EngineHandle, EngineLink
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.motion import DesktopMotion
from ui.note import Note
from ui.on_top import can_stay_on_top
from ui.places import Places
from ui.start import DemoOptions, EngineStarter
from ui.theme import Theme, Tokens, with_profit_colors
from ui.tray import Tray
from ui.view import waiting_of
from ui.window_state import Appearance, StripLook, ThemeChoice, WindowState
from ui.windows import Windows, page_about

log = logging.getLogger(__name__)

QUIT_S = 9.0  # the remote channels are told within 5 s
TRY_AGAIN_MS = 10_000
LATEST_START_MS = 1_500
THROUGH = tr("The mouse goes through the mini strip now; Shift+F9 or the tray's menu ends that.")
THROUGH_NO_TRAY = tr("The mouse goes through the mini strip now; Shift+F9 ends that.")
OPAQUE = tr("This desktop shows no see-through windows (it has no compositor): the mini strip stays opaque.")
NOT_IN_PLACE = tr(
    "On Wayland only the desktop keeps the mini strip on top and in its place: give it a window rule, "
    "or start Marginwatch with QT_QPA_PLATFORM=xcb."
)
NOT_ON_TOP = tr("This desktop decides itself which window stays on top: use the menu of the window's title.")


def own_command() -> tuple[str, ...]:
    """Return how this program is started."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "monitor")


class Session(QObject):
    """The program while it runs.

    Args:
        unattended: it ends by itself: closing asks nothing.
        tokens_of: the colours of a choice; "system" asks the desktop.
    """

    _told_elsewhere = Signal(str)

    def __init__(
        self,
        theme: Theme,
        state: WindowState,
        *,
        data_dir: Path,
        config_dir: Path,
        demo: DemoOptions | None,
        unattended: bool,
        tokens_of: Callable[[ThemeChoice], Tokens],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._memory = Memory(data_dir, state)
        self._data_dir, self._config_dir = data_dir, config_dir
        self._demo = demo
        self._tokens_of = tokens_of
        self._motion = DesktopMotion(self)
        self._motion.changed.connect(self._wear)
        self._update: Update | None = None
        self._quitting = False
        self.status = 0  # the program's exit status
        self.starter = EngineStarter(
            data_dir=data_dir,
            config_dir=config_dir,
            demo=demo,
            window_command=() if unattended or demo is not None else own_command(),
            parent=self,
        )
        self.main = MainWindow(
            theme,
            version=__version__,
            timeframe=state.timeframe,
            focus=state.focus,
            hide_amounts=state.amounts_hidden,
        )
        self.main.positions.restore_looks(state.table, state.looks)
        self.note = Note(theme, self.main)
        self.link = EngineLink(self._next_engine, self._is_anything_seen, self)
        self.desk = AlarmDesk(theme, self)
        self.tray = Tray(self)
        self._leaving = Leaving(
            self.main,
            self.tray,
            self._memory,
            held=self._held,
            asks=not unattended,
            parent=self,
        )
        self.strip = MiniStrip(theme)
        self.places = Places(self._memory, self.main, self.strip, self)
        self.windows = Windows(
            theme, self.main, demo=demo is not None, folders=self._folders, memory=self._memory, places=self.places
        )
        self._connect_engine()
        self._connect_window()
        self._connect_the_rest()

    # ------------------------------------------------------------------ beginning and end

    def start(self) -> None:
        """Show the window; the engine starts with its first paint."""
        state = self._memory.state
        self.main.divide(state.division)
        self._lock(state.locked)
        if state.on_top:  # before the place: another flag makes another window of it, that would stand elsewhere
            self.main.set_on_top(True)
            self.windows.set_on_top(True)
        self.places.restore()
        self.strip.set_amounts_hidden(state.amounts_hidden)
        self.desk.popup.set_amounts_hidden(state.amounts_hidden)
        self.strip.set_look(state.strip_look)
        self.desk.popup.corner = state.popup_corner
        self.main.mini_through = state.strip_through
        self.tray.set_strip(shown=False, through=state.strip_through)
        self.windows.hide_amounts(state.amounts_hidden)
        self.main.show()
        QTimer.singleShot(LATEST_START_MS, self.starter.start)  # a window on a hidden desktop is never painted
        self.tray.show()
        if state.mini_strip:
            self._show_strip(True)

    def quit(self) -> None:
        """End the program; guarding stops with it."""
        if self._quitting:
            return
        self._quitting = self.main.may_close = True
        self.starter.never_mind()
        self.places.keep()
        self._memory.keep(focus=self.main.kept_focus, timeframe=self.main.chart.timeframe)
        for window in (self.main, self.strip):
            window.hide()
        self.desk.close()
        self.tray.hide()
        self.windows.close_all()
        QApplication.quit()

    def finish(self) -> None:
        """After the event loop: let the engine and the demo exchange end."""
        self.link.close(QUIT_S)
        self.starter.close()

    def show_window(self) -> None:
        """Bring the main window to the front."""
        self.main.raise_up()

    def follow_system_theme(self) -> None:
        """Take over the desktop's theme, unless the user has chosen one."""
        if self._memory.state.theme == "system":
            self._wear()

    def tell(self, sentence: str) -> None:
        """Show one sentence in the window."""
        log.info("%s", sentence)
        self.note.say(sentence)

    def tell_from_anywhere(self, sentence: str) -> None:
        """Show one sentence; from any thread."""
        self._told_elsewhere.emit(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint: the engine starts right after it, so that neither waits for the other."""
        if watched is self.main and event.type() is QEvent.Type.Paint:
            self.main.removeEventFilter(self)
            QTimer.singleShot(0, self._first_painted)
        return super().eventFilter(watched, event)

    def _first_painted(self) -> None:
        trace.mark("first-paint")
        self.starter.start()
        self.main.detail.open_tab(self._memory.state.tab)
        self.main.detail.tab_chosen.connect(self._keep_tab)
        self._motion.listen()

    # ------------------------------------------------------------------ wiring

    def _connect_engine(self) -> None:
        link = self.link
        self.starter.ready.connect(link.start)
        self.starter.failed.connect(self._failed_to_start)
        link.updated.connect(self._take_update)
        link.alert_told.connect(self._take_event)
        link.candles_read.connect(self.main.set_candles)
        link.settings_changed.connect(self._take_settings)
        link.account_answered.connect(self.windows.show_answer)
        link.history_answered.connect(self.windows.show_history)
        link.rules_previewed.connect(self.windows.show_preview)
        link.detail_answered.connect(self.main.take_answer)
        link.risk_answered.connect(self.windows.show_risk)
        link.asked_answered.connect(self.windows.take_answer)
        link.stopped.connect(self._engine_stopped)
        link.engine_silent.connect(self._engine_silent)
        link.engine_lost.connect(self._engine_lost)
        link.engine_back.connect(self.main.set_back)
        link.engine_failed.connect(self.tell)
        link.engine_waits.connect(self.tell)

    def _connect_window(self) -> None:
        main, windows = self.main, self.windows
        main.installEventFilter(self)
        main.engine_told.connect(self._send_from_main)
        main.accounts_requested.connect(windows.open_accounts)
        main.rules_requested.connect(windows.open_alerts)
        main.stress_requested.connect(windows.open_stress)
        main.calculator_requested.connect(lambda: windows.open_calculator(main.focus_key))
        main.history_requested.connect(windows.open_history)
        main.settings_requested.connect(lambda: windows.open_settings(self._memory.state.appearance))
        windows.appearance_changed.connect(self._change_appearance)
        main.guide_requested.connect(lambda: windows.open_guide_at(page_about(main, self._update)))
        main.keys_requested.connect(windows.open_keys)
        main.about_requested.connect(windows.open_about)
        main.diagnostics_requested.connect(windows.open_diagnostics)
        main.demo_requested.connect(self._start_demo)
        main.steps_requested.connect(windows.open_first_steps)
        windows.demo_requested.connect(self._start_demo)
        main.demo_panel_requested.connect(self._open_demo_panel)
        main.test_alarm_requested.connect(lambda: windows.test_alarm(3))
        main.mini_strip_requested.connect(lambda: self._show_strip(not self.strip.isVisible()))
        main.mini_through_toggled.connect(self._toggle_through)
        main.theme_toggled.connect(self._toggle_theme)
        main.divided.connect(lambda division: self._memory.keep(division=division))
        main.usual_layout_requested.connect(windows.use_usual_layout)
        main.lock_toggled.connect(lambda: self._lock(not main.locked))
        main.top_toggled.connect(lambda: self._keep_on_top(not main.on_top))
        main.privacy_changed.connect(self._set_privacy)
        main.look_changed.connect(lambda look, looks: self._memory.keep(table=look, looks=looks))
        main.sight_changed.connect(self.link.say_alive)
        main.told.connect(self.tell)
        main.quit_requested.connect(self._leaving.quit)
        main.self_test_requested.connect(windows.run_self_test)
        main.channels_requested.connect(windows.open_channels)
        main.journal_requested.connect(windows.open_journal)
        windows.position_wanted.connect(self._show_position)
        windows.told.connect(self.tell)
        main.autostart_toggled.connect(self._toggle_autostart)
        main.close_requested.connect(self._leaving.close)
        self._leaving.ended.connect(self.quit)
        self._leaving.told.connect(self.tell)

    def _connect_the_rest(self) -> None:
        self._told_elsewhere.connect(self.tell)
        self.windows.sent.connect(self._send)
        self.windows.asked.connect(self.link.send)
        self.desk.popup.in_sight = self._in_sight
        self.desk.sent.connect(self._send)
        self.desk.confirmed.connect(self.link.send)
        self.desk.shown.connect(self._show_event)
        self.desk.all_shown.connect(self.show_window)
        self.desk.went_silent.connect(self.tell)
        self.desk.went_silent.connect(self.windows.say_no_sound)
        self.tray.opened.connect(self.show_window)
        self.tray.visible_acknowledged.connect(self._acknowledge_visible)
        self.tray.silenced.connect(lambda seconds: self._send(MuteAll(seconds=seconds)))
        self.tray.test_wanted.connect(self.windows.test_alarm)
        self.tray.quit_wanted.connect(self._leaving.quit)
        self.tray.strip_wanted.connect(self._show_strip)
        self.tray.through_toggled.connect(self._toggle_through)
        self.strip.opened.connect(self.show_window)
        self.strip.dismissed.connect(lambda: self._show_strip(False))
        self.strip.look_wanted.connect(self._dress_strip)

    # ------------------------------------------------------------------ from the engine

    def _next_engine(self) -> EngineHandle:
        self.desk.begin()
        return self.starter.next_engine()

    def _take_update(self, update: Update) -> None:
        self._update = update
        self.main.set_update(update)
        self.windows.set_update(update)
        self.tray.set_update(update)
        self.strip.set_update(update)
        if self.main.on_top and self.strip.isVisible() and QApplication.activePopupWidget() is None:
            self.strip.raise_()  # a click on the main window has put that above it
        self.desk.set_update(update)
        self.tray.acknowledge.setEnabled(bool(self._visible_alarms()))
        if any(row.liquidation_distance is not None for row in update.positions):
            trace.mark("first-live-figure")

    def _take_event(self, event: AlertEvent) -> None:
        self.main.add_event(event)
        self.windows.add_event(event)
        told = self.desk.tell(event, self.main)
        if told and event.level >= 2 and sys.platform != "linux":
            self.tray.tell(event.title, event.text)  # on Linux the engine tells the desktop itself

    def _take_settings(self, settings: SettingsChanged) -> None:
        if settings.accounts and self._demo is None and not self._memory.state.autostart_offered:
            self._memory.keep(autostart_offered=True)
            if autostart.is_possible() and not autostart.is_on():
                self.tell(tr("Marginwatch can start when you log in: Menu → Alarms → Start at login."))
        self.desk.set_settings(settings.alerts)
        self.main.set_settings(settings)
        self.strip.set_limits(settings.alerts)
        self.windows.set_settings(settings)

    def _engine_lost(self, why: str) -> None:
        self.main.set_lost(why)
        if self._update is not None and self._update.positions and not self._quitting:
            self.desk.tell_silence(SILENCE_TOLD_S, self.main)

    def _engine_silent(self, seconds: float) -> None:
        self.main.set_silent(seconds)
        self.strip.set_engine_silent(seconds)
        self.tray.set_silent_engine(tr("Marginwatch: the engine is silent for {seconds:.0f} s", seconds=seconds))
        if self._update is not None and self._update.positions:
            self.desk.tell_silence(seconds, self.main)

    def _engine_stopped(self, stopped: Stopped) -> None:
        if not self._quitting:
            self.tell(tr("Guarding has stopped: {reason}", reason=stopped.reason))
            QTimer.singleShot(TRY_AGAIN_MS, self.link.restart)  # the other guard may have ended by then

    def _failed_to_start(self, reason: str) -> None:
        """A demo that cannot play ends; a window on real accounts stays and says so."""
        if self._demo is not None:
            sys.stderr.write(f"marginwatch: {reason}\n")
            self.status = 1
            self.quit()
            return
        self.main.set_lost(reason)
        self.tell(reason)

    # ------------------------------------------------------------------ from the user

    def _send(self, message: Message) -> None:
        if not self.link.send(message):
            self.tell(tr("The engine does not hear this now; it is being started again. Please repeat it then."))

    def _send_from_main(self, message: Message) -> None:
        """Send what the main window says; a question that nobody hears is asked again, a wish of the user is not."""
        if isinstance(message, Focus | WhatIf | AskExplanation | AskTimeline):
            self.link.send(message)
        else:
            self._send(message)

    def _start_demo(self) -> None:
        """Open the demo in a program of its own, beside this one."""
        if not QProcess.startDetached(sys.executable, ["-m", "monitor", "demo"])[0]:
            self.tell(tr("The demo could not be started; type `marginwatch demo` in a terminal."))

    def _open_demo_panel(self) -> None:
        if self.starter.demo_process is None:
            self.tell(tr("There is no demo exchange here; `marginwatch demo` starts one."))
        self.windows.open_demo_panel(self.starter.demo_process)

    def _visible_alarms(self) -> tuple[str, ...]:
        """What the user can see now: the cards; without any, what stands in the feed of a window that is looked at."""
        if self.desk.popup.visible_keys or self._update is None or not self._is_looked_at():
            return self.desk.popup.visible_keys
        return tuple(alert.key for alert in waiting_of(self._update))

    def _acknowledge_visible(self) -> None:
        for key in self._visible_alarms():
            self.desk.acknowledge(key)

    def _show_event(self, event: AlertEvent) -> None:
        self._show_position(event.position_key)

    def _show_position(self, key: str) -> None:
        """Bring the main window to the front, at a position if there is one."""
        self.show_window()
        if key:
            self.main.focus_position(key)

    def _toggle_theme(self) -> None:
        self._memory.keep(theme="light" if self._theme.is_dark else "dark")
        self._wear()
        self.windows.set_appearance(self._memory.state.appearance)

    def _wear(self) -> None:
        """Put on the colours that are chosen: every window is painted once, whole, when all of it wears them."""
        state = self._memory.state
        self._theme.still = state.still or self._motion.reduced
        seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        for window in seen:
            window.setUpdatesEnabled(False)
        self._theme.use(with_profit_colors(self._tokens_of(state.theme), state.profit_colors))
        for window in seen:
            window.setUpdatesEnabled(True)

    def _change_appearance(self, appearance: Appearance) -> None:
        self._memory.keep(**msgspec.structs.asdict(appearance))
        self._wear()
        self._dress_strip(self._memory.state.strip_look)
        self.desk.popup.corner = appearance.popup_corner

    def _set_privacy(self, hidden: bool) -> None:
        self.strip.set_amounts_hidden(hidden)
        self.desk.popup.set_amounts_hidden(hidden)
        self.windows.hide_amounts(hidden)
        self._memory.keep(amounts_hidden=hidden)

    def _show_strip(self, shown: bool) -> None:
        self._memory.keep(mini_strip=shown)
        self.main.mini_shown = shown
        self.tray.set_strip(shown=shown, through=self.strip.look.through)
        if not shown:
            self.strip.hide()
            return
        self.places.place_strip()
        self.strip.show()
        if not can_stay_on_top():
            self.tell(NOT_IN_PLACE)
        self.link.say_alive()
        if self._update is not None:
            self.strip.set_update(self._update)

    def _toggle_through(self) -> None:
        """Let the mouse through the mini strip, or catch it again, and say how to get it back."""
        look = self.strip.look
        self._dress_strip(msgspec.structs.replace(look, through=not look.through))

    def _dress_strip(self, look: StripLook) -> None:
        """Have the mini strip look so, from now on."""
        was, self.main.mini_through = self.strip.look, look.through
        self.strip.set_look(look)
        self.tray.set_strip(shown=self.strip.isVisible(), through=look.through)
        self._memory.keep(strip_form=look.form, strip_opacity=look.opacity, strip_through=look.through)
        self.windows.set_appearance(self._memory.state.appearance)
        if look.through and not was.through and self.strip.isVisible():
            self.tell(THROUGH if self.tray.available else THROUGH_NO_TRAY)
        if look.opacity != "100 %" and self.strip.square and look != was:
            self.tell(OPAQUE)

    def _held(self) -> int:
        """Return how many positions of the user are open; the demo's are nobody's."""
        return 0 if self._update is None or self._demo is not None else len(self._update.positions)

    def _toggle_autostart(self) -> None:
        """Start at login from now on, or no more; where it cannot be arranged, say what to do."""
        try:
            self.tell(autostart.switch(not autostart.is_on()))
        except MarginwatchError as error:
            self.tell(str(error))

    # ------------------------------------------------------------------ memory

    def _keep_tab(self, tab: str) -> None:
        if tab != WHAT_IF:  # what is supposed is not kept, so nothing begins with it
            self._memory.keep(tab=tab)

    def _lock(self, locked: bool) -> None:
        """Hold borders, columns and the mini strip where they are, or let them be moved."""
        self.main.set_locked(locked)
        self.strip.locked = locked
        self.windows.set_locked(locked)
        self._memory.keep(locked=locked)

    def _keep_on_top(self, on: bool) -> None:
        """Stay above the windows of other programs, or no more."""
        self.main.set_on_top(on)
        self.windows.set_on_top(on)
        self._memory.keep(on_top=on)
        if on and not can_stay_on_top():
            self.tell(NOT_ON_TOP)

    def _in_sight(self) -> tuple[QRect, ...]:
        """Return what the alarm cards must not cover."""
        strip = (self.strip.geometry(),) if self.strip.isVisible() else ()
        return (*self.main.in_sight(), *strip)

    def _is_looked_at(self) -> bool:
        seen = self.main.isVisible() and not self.main.isMinimized()
        return seen or self.strip.isVisible()

    def _is_anything_seen(self) -> bool:
        """Whether any window with figures is open; what belongs to a minimised one is as unseen as that."""

        def is_seen(window: QWidget) -> bool:
            above = window.parentWidget()
            return window.isVisible() and not window.isMinimized() and (above is None or is_seen(above.window()))

        return any(is_seen(window) for window in QApplication.topLevelWidgets() if window is not self.desk.popup)

    def _folders(self) -> tuple[tuple[str, Path], ...]:
        return ((tr("Settings"), self._config_dir), (tr("History and logs"), self._data_dir))
