"""The main window: the panes side by side, fed with the newest Update, at most four times a second.

It computes nothing and decides nothing: what the user does leaves as a message for the engine (`sent`) or as a
request that the program around it fulfils. While it cannot be seen, it formats and paints nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu

from monitor.language import tr
from monitor.messages import (
    Acknowledge,
    AlertEvent,
    Candles,
    Focus,
    MuteAll,
    Resync,
    SettingsChanged,
    Shelve,
    Snooze,
    Update,
)
from monitor.settings import AlertSettings
from ui.actions import Entry, add_actions
from ui.detail_pane import LADDER, RISK, TIMELINE, Answer
from ui.mini_strip import THROUGH_KEYS
from ui.on_top import keep_on_top
from ui.panes import Panes
from ui.status_strip import is_muted
from ui.theme import Theme
from ui.view import View, is_settled
from ui.window_state import Division

SHOW_EVERY_MS = 250
MUTE_S = 600
LOCKED = tr("The layout is locked: Menu → View → Lock the layout unlocks it.")


class MainWindow(QMainWindow):
    """The window.

    Signals:
        engine_told: a Message for the engine. painted: once, after the first paint.
        …_requested, theme_toggled: what the program around the window shall do. privacy_changed: amounts are hidden.
        divided: the Division, when a border was moved. lock_toggled, top_toggled: the layout, above other windows.
        look_changed: how the positions are looked at, and the looks kept. told: a sentence for the user.
        sight_changed: the window is shown, minimised or the like.
        close_requested: the user closes the window; it stays open until the program hides or ends it.
    """

    engine_told = Signal(object)
    painted = Signal()
    accounts_requested = Signal()
    rules_requested = Signal()
    stress_requested = Signal()
    calculator_requested = Signal()
    history_requested = Signal()
    settings_requested = Signal()
    guide_requested = Signal()
    keys_requested = Signal()
    about_requested = Signal()
    diagnostics_requested = Signal()
    demo_requested = Signal()
    steps_requested = Signal()
    demo_panel_requested = Signal()
    mini_strip_requested = Signal()
    mini_through_toggled = Signal()
    test_alarm_requested = Signal()
    self_test_requested = Signal()
    channels_requested = Signal()
    journal_requested = Signal()
    autostart_toggled = Signal()
    theme_toggled = Signal()
    privacy_changed = Signal(bool)
    divided = Signal(object)
    lock_toggled = Signal()
    top_toggled = Signal()
    usual_layout_requested = Signal()
    look_changed = Signal(object, object)
    sight_changed = Signal()
    told = Signal(str)
    quit_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        version: str = "",
        timeframe: str = "15m",
        focus: str = "",
        hide_amounts: bool = False,
        clock: Callable[[], int] | None = None,
    ) -> None:
        """Build the window.

        Args:
            timeframe: of the chart, as it was last.
            focus: key of the position to select, "" for the most endangered.
            clock: the present [ms UTC]; by default the newest Update's time plus what has passed since it came.
        """
        super().__init__()
        self._theme, self._clock = theme, clock
        self._update: Update | None = None
        self._alerts = AlertSettings()
        self._silent_s: float | None = None
        self._focus, self._hide_amounts = focus, hide_amounts
        self._since_update, self._since_shown = QElapsedTimer(), QElapsedTimer()
        self._was_painted = False
        self.may_close = False  # True: a close event ends the window instead of asking
        self._told_focus, self._told_pid = False, 0
        self._restored = focus  # selected when the program ended; "" once something else is
        self._chosen = False  # the user has selected a position
        self._settled = False  # every account has answered once
        self.locked = self.on_top = False  # the layout; above the windows of other programs
        self.mini_shown = self.mini_through = False  # the mini strip; it lets the mouse through
        self.setWindowTitle("Marginwatch")
        self.setMinimumSize(480, 320)  # half a screen of 1366 × 768 at 200 %: what is below the strip is scrolled then
        self._build(version, timeframe)
        self._connect()
        self._menu = QMenu(self)
        self.actions_by_name = add_actions(self, self._menu, self._entries())
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_if_seen)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._show_soon)
        self._second.start()
        self._show_now()

    # ------------------------------------------------------------------ what the program tells

    def set_update(self, update: Update) -> None:
        """Take the newest result of the engine."""
        self._update = update
        self._silent_s = None
        self._since_update.start()
        self._choose_focus(update)
        self._show_soon()

    def add_event(self, event: AlertEvent) -> None:
        """Take a line of the journal."""
        self.feed.add_event(event)
        self.positions.add_event(event)
        self.chart.add_event(event)
        self._show_soon()

    def set_candles(self, candles: Candles) -> None:
        """Take new price bars."""
        self.chart.show_candles(candles)

    def take_answer(self, answer: Answer) -> None:
        """Take what the engine answers to the detail's questions."""
        self.detail.take(answer)

    def set_settings(self, settings: SettingsChanged) -> None:
        """Take the thresholds that bars and gauges show."""
        self._alerts = settings.alerts
        self._show_soon()

    def set_silent(self, seconds: float) -> None:
        """The engine has said nothing for so long: every figure is stale now."""
        self._silent_s = seconds
        self.banner.show_silence(seconds)
        self._show_soon()

    def set_lost(self, why: str) -> None:
        """The engine is gone and is being started again."""
        self.banner.show_loss(why)

    def set_back(self, _blind_s: float) -> None:
        """The engine is heard again."""
        self._silent_s = None
        self.banner.clear()
        self._show_soon()

    @property
    def focus_key(self) -> str:
        """Key of the selected position."""
        return self._focus

    @property
    def kept_focus(self) -> str:
        """Key of the position that the user has selected, now or in an earlier run; "" where nobody has."""
        return self._focus if self._chosen else self._restored

    def focus_position(self, key: str) -> None:
        """Select a position, bring its row into sight and ask the engine for its ladder and candles."""
        self._chosen = self._chosen or bool(key)
        if key and key != self._focus:
            self._focus = key
            self._tell_focus()
            self._show_soon()
        self.positions.table.reveal(key)

    def divide(self, division: Division) -> None:
        """Put the borders between the panes where the user had put them."""
        self._panes.divide(division)

    def set_locked(self, locked: bool) -> None:
        """Hold the layout as it is, or let it be changed."""
        self.locked = locked
        self._panes.set_locked(locked)

    def set_on_top(self, on: bool) -> None:
        """Stay above the windows of other programs."""
        self.on_top = on
        keep_on_top(self, on)

    def in_sight(self) -> tuple[QRect, ...]:
        """Return the places on the screen that no card may cover: status strip, nearest liquidation, footer."""
        if not self._can_be_seen():
            return ()
        shown = (one for one in (self.strip, self.hero, self._panes.footer) if one.isVisible())
        return tuple(QRect(one.mapToGlobal(QPoint(0, 0)), one.size()) for one in shown)

    def raise_up(self) -> None:
        """Come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # ------------------------------------------------------------------ building

    def _build(self, version: str, timeframe: str) -> None:
        self._panes = panes = Panes(self._theme, version, timeframe)
        self.setCentralWidget(panes)
        self.strip, self.banner, self.hero, self.cards = panes.strip, panes.banner, panes.hero, panes.cards
        self.positions, self.feed = panes.positions, panes.feed
        self.detail = panes.detail
        self.head, self.chart, self.ladder = self.detail.head, self.detail.chart, self.detail.ladder

    def _connect(self) -> None:
        self.strip.privacy_toggled.connect(self.toggle_privacy)
        self.strip.mute_toggled.connect(self.toggle_mute)
        self.strip.theme_toggled.connect(self.theme_toggled)
        self.strip.mini_strip_requested.connect(self.mini_strip_requested)
        self.strip.menu_requested.connect(self._open_menu)
        self.hero.position_chosen.connect(self.focus_position)
        self.cards.account_chosen.connect(self.positions.show_account)
        self.positions.position_selected.connect(self.focus_position)
        self.positions.accounts_requested.connect(self.accounts_requested)
        self.positions.demo_requested.connect(self.demo_requested)
        self.positions.steps_requested.connect(self.steps_requested)
        self.positions.look_changed.connect(self.look_changed)
        self.positions.told.connect(self.told)
        self.feed.acknowledged.connect(lambda key: self.engine_told.emit(Acknowledge(key=key)))
        self.feed.snoozed.connect(self._snooze)
        self.feed.shelved.connect(lambda chosen: self.engine_told.emit(Shelve(key=chosen[0], seconds=chosen[1])))
        self.feed.position_chosen.connect(self.focus_position)
        self.feed.rules_requested.connect(self.rules_requested)
        self.detail.asked.connect(self.engine_told)
        self.detail.told.connect(self.told)
        self.detail.what_if_shown.connect(self._say_what_if)
        self.chart.timeframe_chosen.connect(lambda _timeframe: self._tell_focus())
        self._panes.divided.connect(self.divided)
        self._theme.changed.connect(self._show_soon)

    def _entries(self) -> tuple[Entry, ...]:
        table, line = self.positions.table, Entry()
        return (
            Entry(name=tr("Accounts …"), keys="Ctrl+A", do=self.accounts_requested.emit),
            Entry(name=tr("Alert rules …"), keys="Ctrl+R", do=self.rules_requested.emit),
            Entry(name=tr("Channels and watchdogs …"), keys="Ctrl+N", do=self.channels_requested.emit),
            Entry(name=tr("Settings …"), keys="Ctrl+,", do=self.settings_requested.emit),
            line,
            Entry(name=tr("Stress: shocks and crashes …"), keys="Ctrl+Shift+S", do=self.stress_requested.emit),
            Entry(name=tr("Calculator: a trade before it is made …"), keys="Ctrl+K", do=self.calculator_requested.emit),
            Entry(name=tr("History …"), keys="Ctrl+H", do=self.history_requested.emit),
            Entry(name=tr("Journal …"), keys="Ctrl+J", do=self.journal_requested.emit),
            line,
            Entry(name=tr("Alarms")),
            Entry(
                name=tr("Acknowledge the selected alarm"),
                keys="Space",
                do=self.feed.acknowledge_selected,
                as_shortcut=False,
            ),
            Entry(
                name=tr("Acknowledge all in sight"),
                keys="Shift+Space",
                do=self.feed.acknowledge_visible,
                as_shortcut=False,
            ),
            Entry(name=tr("Shelve the selected alarm …"), keys="S", do=self.feed.open_selected_menu),
            Entry(name=tr("Silence sounds for 10 minutes"), keys="M", do=self.toggle_mute),
            Entry(name=tr("Test the alarm"), keys="Ctrl+Shift+T", do=self.test_alarm_requested.emit),
            Entry(name=tr("Run self-test: the whole alarm chain"), keys="Ctrl+T", do=self.self_test_requested.emit),
            Entry(name=tr("Start at login: on or off"), do=self.autostart_toggled.emit),
            Entry(name=tr("View")),
            Entry(name=tr("Mini strip"), keys="F9", do=self.mini_strip_requested.emit, ticked=lambda: self.mini_shown),
            Entry(
                name=tr("Mini strip: let the mouse through"),
                keys=THROUGH_KEYS,
                do=self.mini_through_toggled.emit,
                ticked=lambda: self.mini_through,
            ),
            Entry(name=tr("Keep on top of other windows"), do=self.top_toggled.emit, ticked=lambda: self.on_top),
            Entry(name=tr("Lock the layout"), do=self.lock_toggled.emit, ticked=lambda: self.locked),
            Entry(name=tr("The usual layout"), do=self._use_usual_layout),
            Entry(name=tr("Hide amounts"), keys="P", do=self.toggle_privacy, ticked=lambda: self._hide_amounts),
            Entry(name=tr("Dark or light"), keys="Ctrl+L", do=self.theme_toggled.emit),
            Entry(name=tr("Positions")),
            Entry(name=tr("What-if"), keys="W", do=self.detail.toggle_what_if),
            Entry(name=tr("Price ladder"), keys="L", do=lambda: self.detail.open_tab(LADDER)),
            Entry(name=tr("Risk"), keys="R", do=lambda: self.detail.open_tab(RISK)),
            Entry(name=tr("Timeline"), keys="T", do=lambda: self.detail.open_tab(TIMELINE)),
            Entry(name=tr("Copy this position"), keys="Ctrl+C", do=lambda: self.positions.copy_rows(everything=False)),
            Entry(name=tr("Copy all rows"), keys="Ctrl+Shift+C", do=lambda: self.positions.copy_rows(everything=True)),
            Entry(name=tr("Export positions as CSV …"), keys="Ctrl+E", do=self.positions.export_rows),
            line,
            Entry(name=tr("Read everything again"), keys="F5", do=lambda: self.engine_told.emit(Resync())),
            Entry(name=tr("Demo panel"), keys="Ctrl+D", do=self.demo_panel_requested.emit),
            line,
            Entry(name=tr("Help")),
            Entry(name=tr("First steps …"), do=self.steps_requested.emit),
            Entry(name=tr("Guide"), keys="F1", do=self.guide_requested.emit),
            Entry(name=tr("Keys"), keys="?", do=self.keys_requested.emit),
            Entry(name=tr("Diagnostics …"), do=self.diagnostics_requested.emit),
            Entry(name=tr("About Marginwatch"), do=self.about_requested.emit),
            line,
            Entry(name=tr("Quit"), keys="Ctrl+Q", do=self.quit_requested.emit),
            Entry(name=tr("Next position"), keys="J", do=lambda: table.step(1), in_menu=False),
            Entry(name=tr("Previous position"), keys="K", do=lambda: table.step(-1), in_menu=False),
            Entry(name=tr("Filter"), keys="/", do=self.positions.begin_filter, in_menu=False),
            Entry(name=tr("Chart back to now"), keys="Z", do=self.chart.show_all, in_menu=False),
            Entry(name=tr("Menu"), keys="F10", do=self._open_menu, in_menu=False),
            *(
                Entry(
                    name=tr("Positions of account {number}", number=number),
                    keys=str(number),
                    do=partial(self.cards.choose, number - 1),
                    in_menu=False,
                )
                for number in range(1, 10)
            ),
        )

    # ------------------------------------------------------------------ what the user does

    def toggle_privacy(self) -> None:
        """Hide or show amounts."""
        self._hide_amounts = not self._hide_amounts
        self.privacy_changed.emit(self._hide_amounts)
        self._show_now()

    def toggle_mute(self) -> None:
        """Silence the sounds for ten minutes, or end that."""
        self.engine_told.emit(MuteAll(seconds=0 if is_muted(self._view()) else MUTE_S))

    def _use_usual_layout(self) -> None:
        """Give the borders and the columns back to the window, and the places of the others; not while locked."""
        if self.locked:
            self.told.emit(LOCKED)
            return
        self.usual_layout_requested.emit()
        self._panes.divide(Division())
        self.divided.emit(Division())
        self.positions.use_look(replace(self.positions.look, order=(), widths={}))

    def _snooze(self, chosen: tuple[str, int]) -> None:
        self.engine_told.emit(Snooze(key=chosen[0], seconds=chosen[1]))

    def _tell_focus(self) -> None:
        self.engine_told.emit(Focus(position_key=self._focus, timeframe=self.chart.timeframe))

    def _say_what_if(self, shown: bool) -> None:
        """The window's own title says it too while a what-if is open."""
        self.setWindowTitle(tr("WHAT-IF · Marginwatch") if shown else "Marginwatch")

    def _open_menu(self) -> None:
        button = self.strip.menu_button
        self._menu.popup(
            button.mapToGlobal(QPoint(button.width() - self._menu.sizeHint().width(), button.height() + 4))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space that no button wanted acknowledges; Escape leaves the what-if, or clears the filter."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.feed.acknowledge_visible()
        elif event.key() == Qt.Key.Key_Space:
            self.feed.acknowledge_selected()
        elif event.key() == Qt.Key.Key_Escape and self.detail.leave_what_if():
            self.positions.table.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.positions.filter.clear()
            self.positions.table.setFocus()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ showing

    def _view(self) -> View:
        return View(
            update=self._update,
            now_ms=self._now_ms(),
            hide_amounts=self._hide_amounts,
            alerts=self._alerts,
            silent_s=self._silent_s,
            focus=self._focus,
        )

    def _now_ms(self) -> int:
        if self._clock is not None:
            return self._clock()
        return 0 if self._update is None else self._update.now_ms + self._since_update.elapsed()

    def _choose_focus(self, update: Update) -> None:
        """Keep the selection; where there is none, or it is gone, take the position that is nearest to liquidation.

        Until the user selects one, it is the nearest of those read so far, or the one of the last run; once every
        account has answered, the selection follows the danger only: upwards.
        """
        rows = update.positions
        by_key = {row.key: row for row in rows}
        held = by_key.get(self._focus)
        if not (self._chosen or self._settled):
            held = by_key.get(self._restored)
        self._settled = self._settled or is_settled(update)
        climbs = not self._chosen and held is not None and bool(rows) and rows[0].level > held.level
        wanted = rows[0] if rows and (held is None or climbs) else held
        if wanted is not None and wanted.key != self._focus:
            self._focus = wanted.key
            self._told_focus = False
        if rows and (not self._told_focus or self._told_pid != update.engine_pid):
            self._told_focus, self._told_pid = True, update.engine_pid
            self._tell_focus()

    def _show_soon(self) -> None:
        """Show what is newest, but not more often than four times a second, and not when nobody can see it."""
        if not self._can_be_seen() or self._soon.isActive():
            return
        passed = self._since_shown.elapsed() if self._since_shown.isValid() else SHOW_EVERY_MS
        self._soon.start(max(0, SHOW_EVERY_MS - passed))

    def _can_be_seen(self) -> bool:
        return self.isVisible() and not self.isMinimized()

    def _show_if_seen(self) -> None:
        if self._can_be_seen():
            self._show_now()

    def _show_now(self) -> None:
        self._since_shown.start()
        self._panes.show_view(self._view())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the newest figures at once; the keyboard begins at no pane."""
        super().showEvent(event)
        self.sight_changed.emit()
        self._show_soon()
        if not self._was_painted:
            self._panes.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the chart when the first paint is really done: a timer started in showEvent would come before it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self.chart.load)

    def changeEvent(self, event: QEvent) -> None:
        """Catch up when the window is no longer minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.sight_changed.emit()
            if not self.isMinimized():
                self._show_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what came into sight."""
        super().resizeEvent(event)
        self._show_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the decision to the program: guarding goes on until the user says otherwise."""
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()
