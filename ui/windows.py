"""The windows beside the main one, each made when first wanted: accounts, alerts, stress, calculator, guide, keys, …"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from monitor import autostart
from monitor.errors import MarginwatchError
from monitor.messages import (
    AccountResult,
    AlertEvent,
    AlertPreview,
    ChangeAlerts,
    ChannelResult,
    HistoryAnswer,
    JournalFigures,
    JournalPage,
    PlannedTrade,
    SettingsChanged,
    Stress,
    TestAlarm,
    Update,
)
from monitor.settings import AlertSettings
from monitor.spoken import said
from ui.closing import offer_start_at_login
from ui.detail_pane import RISK, STOPS, WHAT_IF
from ui.memory import Memory
from ui.on_top import keep_on_top
from ui.places import Places
from ui.plain_table import PlainTable
from ui.small_screens import fit_small_screens
from ui.table_look import TableColumns
from ui.theme import Theme
from ui.window_state import Appearance

if TYPE_CHECKING:
    from monitor.demo.process import DemoProcess
    from ui.accounts_dialog import AccountsDialog
    from ui.alerts_dialog import AlertsDialog
    from ui.calculator import CalculatorWindow
    from ui.channels_dialog import ChannelsDialog
    from ui.demo_panel import DemoPanel
    from ui.first_steps import FirstSteps
    from ui.guide import GuideWindow
    from ui.history_window import HistoryWindow
    from ui.journal_window import JournalWindow
    from ui.main_window import MainWindow
    from ui.self_test_dialog import SelfTestDialog
    from ui.settings_window import SettingsWindow
    from ui.stress_window import StressWindow


MOST_EVENTS = 200  # kept for the diagnostics
PANEL_PLACE = QPoint(24, 64)  # of the demo's panel in the main window [px]


class Windows(QObject):
    """Opens them, keeps them up to date, and hands on what they want to send.

    Signals:
        sent: a message for the engine. asked: a question for it, asked again by itself when nobody hears it.
        position_wanted: key of the position to bring into view. told: one sentence for the user.
    """

    sent = Signal(object)
    appearance_changed = Signal(object)
    demo_requested = Signal()
    asked = Signal(object)
    position_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        demo: bool,
        folders: Callable[[], tuple[tuple[str, Path], ...]],
        memory: Memory,
        places: Places,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parent = parent
        self._demo = demo
        self._folders = folders
        self._memory, self._places = memory, places
        self._tables: dict[str, PlainTable] = {}  # whose columns are remembered, by name
        self._settings: SettingsChanged | None = None
        self._update: Update | None = None
        self._accounts: AccountsDialog | None = None
        self._alerts: AlertsDialog | None = None
        self._channels: ChannelsDialog | None = None
        self._journal: JournalWindow | None = None
        self._self_test: SelfTestDialog | None = None
        self._guide: GuideWindow | None = None
        self._panel: DemoPanel | None = None
        self._stress: StressWindow | None = None
        self._calculator: CalculatorWindow | None = None
        self._hidden = False  # amounts
        self._on_top = False
        self._history: HistoryWindow | None = None
        self._form: SettingsWindow | None = None
        self._first: FirstSteps | None = None
        self._events: deque[AlertEvent] = deque(maxlen=MOST_EVENTS)

    def set_settings(self, settings: SettingsChanged) -> None:
        """Keep what the engine says the settings are."""
        was_empty = self._settings is not None and not self._settings.accounts
        self._settings = settings
        if was_empty and settings.accounts and not self._demo and autostart.is_possible() and not autostart.is_on():
            offer_start_at_login(self._accounts or self._parent, lambda: self._switch_autostart(True))
        if self._accounts is not None:
            self._accounts.set_accounts(settings.accounts)
        if self._channels is not None:
            self._channels.set_channels(settings.channels, settings.watchdog)
        if self._alerts is not None:
            self._alerts.prices.take_spoken(settings.alerts.price_alerts)
        if self._history is not None:
            self._history.set_alerts(settings.alerts)
        if self._form is not None:
            self._form.set_settings(settings)
        if self._first is not None:
            self._first.set_settings(settings)

    def show_history(self, answer: HistoryAnswer) -> None:
        """Hand on how the accounts went."""
        if self._history is not None:
            self._history.show_answer(answer)

    def set_update(self, update: Update) -> None:
        """Keep what there is to choose among."""
        self._update = update
        if self._first is not None:
            self._first.set_update(update)
        if self._calculator is not None:
            self._calculator.set_update(update)
        if self._channels is not None:
            self._channels.set_self_test(update.self_test, runs=update.self_test_runs)
        if self._self_test is not None:
            self._self_test.set_update(update)
        if self._journal is not None:
            self._journal.set_update(update)

    def take_answer(self, answer: ChannelResult | JournalPage | JournalFigures) -> None:
        """Hand the answer to a question on to the window that asked."""
        if isinstance(answer, ChannelResult):
            if self._channels is not None:
                self._channels.show_answer(answer)
        elif self._journal is not None:
            self._journal.take_answer(answer)

    def show_preview(self, answer: AlertPreview) -> None:
        """Hand on what alert rules would say."""
        if self._alerts is not None:
            self._alerts.show_answer(answer)

    def show_answer(self, result: AccountResult) -> None:
        """Hand an answer to the dialog that asked."""
        if self._accounts is not None:
            self._accounts.show_answer(result)

    def open_accounts(self) -> None:
        """Open the accounts, with an empty form where there are none."""
        if self._accounts is None:
            from ui.accounts_dialog import AccountsDialog

            self._accounts = AccountsDialog(
                self._theme, QDateTime.currentMSecsSinceEpoch, self._parent, demo=self._demo
            )
            self._accounts.sent.connect(self.sent)
            self._prepare(self._accounts, "accounts", "accounts")
        if self._settings is not None:
            self._accounts.set_accounts(self._settings.accounts)
        if not self._accounts.isVisible():
            self._accounts.begin()
        _to_front(self._accounts)

    def open_alerts(self) -> None:
        """Open the alert settings as the engine has them."""
        if self._alerts is None:
            from ui.alerts_dialog import AlertsDialog

            self._alerts = AlertsDialog(self._theme, self._alert_settings(), self._parent)
            self._alerts.alerts_changed.connect(lambda alerts: self.sent.emit(ChangeAlerts(alerts=alerts)))
            self._alerts.test_wanted.connect(self.test_alarm)
            self._alerts.preview_wanted.connect(self.sent)
            self._prepare(self._alerts, "rules", "alerts")
        if not self._alerts.isVisible():
            self._alerts.set_choices(*self._choices())
            self._alerts.set_alerts(self._alert_settings())
        _to_front(self._alerts)

    def open_settings(self, appearance: Appearance) -> None:
        """Open the settings that have no window of their own."""
        if self._form is None:
            from ui.settings_window import SettingsWindow

            self._form = SettingsWindow(self._theme, appearance, self._parent)
            self._form.sent.connect(self.sent)
            self._form.appearance_changed.connect(self.appearance_changed)
            self._prepare(self._form, "settings", "settings")
        self._form.set_appearance(appearance)
        if self._settings is not None:
            self._form.set_settings(self._settings)
        _to_front(self._form)

    def set_appearance(self, appearance: Appearance) -> None:
        """Tell the open form what was changed elsewhere: else its next change would take that back."""
        if self._form is not None:
            self._form.set_appearance(appearance)

    def open_first_steps(self) -> None:
        """Guide through what a new user needs."""
        if self._first is None:
            from ui.first_steps import FirstSteps

            self._first = FirstSteps(self._theme, self._parent)
            self._first.sent.connect(self.sent)
            self._first.demo_requested.connect(self.demo_requested)
            self._first.accounts_requested.connect(self.open_accounts)
            self._first.channels_requested.connect(self.open_channels)
            self._prepare(self._first, "first steps", "first-start")
        if self._settings is not None:
            self._first.set_settings(self._settings)
        if self._update is not None:
            self._first.set_update(self._update)
        _to_front(self._first)

    def open_history(self) -> None:
        """Open how the accounts went and which positions ended."""
        if self._history is None:
            from ui.history_window import HistoryWindow

            self._history = HistoryWindow(self._theme)
            self._history.sent.connect(self.sent)
            self._history.set_alerts(self._alert_settings())
            self._history.hide_amounts(self._hidden)
            self._prepare(self._history, "history", "history")
            self._keep_columns("closed positions", self._history.table)
        _to_front(self._history)

    def open_channels(self) -> None:
        """Open the ways to reach the user away from the screen."""
        if self._channels is None:
            from ui.channels_dialog import ChannelsDialog

            self._channels = ChannelsDialog(self._theme, self._parent, demo=self._demo)
            self._channels.sent.connect(self.sent)
            self._channels.self_test_wanted.connect(self.run_self_test)
            self._channels.autostart_wanted.connect(self._switch_autostart)
            self._prepare(self._channels, "channels", "channels")
        if self._settings is not None:
            self._channels.set_channels(self._settings.channels, self._settings.watchdog)
        if self._update is not None:
            self._channels.set_self_test(self._update.self_test, runs=self._update.self_test_runs)
        self._channels.set_autostart(on=autostart.is_on(), sentence="")
        _to_front(self._channels)

    def open_journal(self) -> None:
        """Open what was told, when and to whom."""
        if self._journal is None:
            from ui.journal_window import JournalWindow

            self._journal = JournalWindow(self._theme, QDateTime.currentMSecsSinceEpoch)
            self._journal.sent.connect(self.asked)
            self._journal.position_chosen.connect(self.position_wanted)
            self._journal.hide_amounts(self._hidden)
            self._prepare(self._journal, "journal", "journal")
            self._keep_columns("journal", self._journal.table)
        if self._update is not None:
            self._journal.set_update(self._update)
        _to_front(self._journal)
        self._journal.refresh()

    def run_self_test(self) -> None:
        """Send a synthetic position through the whole alarm chain, and show what each link answers."""
        if self._self_test is None:
            from ui.self_test_dialog import SelfTestDialog

            self._self_test = SelfTestDialog(self._theme, self._parent)
            self._self_test.sent.connect(self.sent)
            self._prepare(self._self_test, "self-test", "channels")
        _to_front(self._self_test)
        self._self_test.run()

    def _switch_autostart(self, on: bool) -> None:
        """Start at login from now on, or no more; where it cannot be arranged, say what to do."""
        try:
            sentence = autostart.switch(on)
        except MarginwatchError as error:
            sentence = str(error)
        self.told.emit(sentence)
        if self._channels is not None:
            self._channels.set_autostart(on=autostart.is_on(), sentence=sentence)

    def test_alarm(self, level: int) -> None:
        """Ask the engine for a test alarm."""
        self.sent.emit(TestAlarm(level=level))

    def open_stress(self) -> None:
        """Open what shocks and crashes would do."""
        if self._stress is None:
            from ui.stress_window import StressWindow

            self._stress = StressWindow(self._theme, QDateTime.currentMSecsSinceEpoch, self._parent)
            self._stress.hide_amounts(self._hidden)
            self._stress.asked.connect(self.asked)
            self._prepare(self._stress, "stress", "crashes")
        _to_front(self._stress)

    def open_calculator(self, focus: str = "") -> None:
        """Open the calculator of a trade before it is made.

        Args:
            focus: key of the position whose account and symbol it begins with.
        """
        if self._calculator is None:
            from ui.calculator import CalculatorWindow

            self._calculator = CalculatorWindow(self._theme, self._parent)
            self._calculator.hide_amounts(self._hidden)
            self._calculator.asked.connect(self.asked)
            self._prepare(self._calculator, "calculator", "losses")
        if self._update is not None:
            self._calculator.set_update(self._update, focus)
        _to_front(self._calculator)

    def show_risk(self, answer: Stress | PlannedTrade) -> None:
        """Hand an answer to the window that asked."""
        if isinstance(answer, Stress):
            if self._stress is not None:
                self._stress.take(answer)
        elif self._calculator is not None:
            self._calculator.take(answer)

    def hide_amounts(self, hidden: bool) -> None:
        """Show dots in the place of amounts, or amounts again."""
        self._hidden = hidden
        for window in (self._stress, self._calculator, self._history, self._journal):
            if window is not None:
                window.hide_amounts(hidden)

    def open_guide(self, page: str = "index") -> None:
        """Open the guide at a page."""
        if self._guide is None:
            from ui.guide import GuideWindow

            self._guide = GuideWindow(self._theme)
            fit_small_screens(self._guide)
            keep_on_top(self._guide, self._on_top)
            self._places.follow("guide", self._guide)
        self._guide.show_page(page)

    def open_guide_at(self, page: str) -> None:
        """Open the guide at the page of what is in front: that of the main window, unless a tool window is."""
        self.open_guide("demo" if self._panel is not None and self._panel.isActiveWindow() else page)

    def open_keys(self) -> None:
        """Open the sheet of keys."""
        from ui.key_sheet import KeySheet

        sheet = KeySheet(self._theme, self._parent)
        self._open_by_f1(sheet, sheet.accept)  # nothing else can be used while it is open
        if self._ask("keys", sheet):
            self.open_guide("reading-the-window")

    def open_diagnostics(self) -> None:
        """Show what helps to find a fault, and save it if the user wants."""
        from ui.diagnostics import parts_of
        from ui.diagnostics_dialog import DiagnosticsDialog

        parts = parts_of(self._settings, self._update, self._events, self._folders())
        self._ask("diagnostics", DiagnosticsDialog(self._theme, parts, self._parent))

    def add_event(self, event: AlertEvent) -> None:
        """Keep a line of the journal."""
        self._events.append(event)

    def open_about(self) -> None:
        """Open the versions and licences."""
        from ui.about import AboutDialog

        folders = tuple((what, str(where)) for what, where in self._folders())
        self._ask("about", AboutDialog(self._theme, folders, self._parent))

    def open_demo_panel(self, demo: DemoProcess | None) -> None:
        """Open the demo's panel, once there is an exchange."""
        if demo is None:
            return
        if self._panel is None:
            from ui.demo_panel import DemoPanel

            self._panel = DemoPanel(self._theme, said(demo.info.title), demo.ask, self._parent)
            self._prepare(self._panel, "demo panel", "demo", self._parent.geometry().topLeft() + PANEL_PLACE)
        _to_front(self._panel)

    def set_locked(self, locked: bool) -> None:
        """Hold the columns of the tables as they are, or let them be changed."""
        for table in self._tables.values():
            table.set_locked(locked)

    def set_on_top(self, on: bool) -> None:
        """Keep the windows that stand on their own above others, as the main one is: else they would open behind it."""
        self._on_top = on
        for window in (self._guide, self._journal, self._history):
            if window is not None:
                keep_on_top(window, on)

    def use_usual_layout(self) -> None:
        """Give back columns and places, as at the first start."""
        self._memory.keep(columns={})
        for table in self._tables.values():
            table.use_columns(TableColumns())
        self._places.forget()

    def say_no_sound(self, sentence: str) -> None:
        """Show beside the test buttons that nothing can be heard."""
        if self._alerts is not None:
            self._alerts.tell(sentence)

    def close_all(self) -> None:
        """Close what stands on its own."""
        for window in (self._guide, self._journal, self._stress, self._calculator):
            if window is not None:
                window.close()
        if self._history is not None:
            self._history.close()
        if self._panel is not None:
            self._panel.close_worker()
            self._panel.close()

    # ------------------------------------------------------------------ inside

    def _choices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Accounts, and symbols of their positions."""
        if self._update is None:
            return (), ()
        accounts = tuple(account.account_id for account in self._update.accounts)
        return accounts, tuple(dict.fromkeys(row.symbol for row in self._update.positions))

    def _alert_settings(self) -> AlertSettings:
        return self._settings.alerts if self._settings is not None else AlertSettings()

    def _keep_columns(self, name: str, table: PlainTable) -> None:
        """Give a table the columns that the user has made of it, and remember what becomes of them."""
        memory, self._tables[name] = self._memory, table
        table.use_columns(memory.state.columns.get(name, TableColumns()))
        table.set_locked(memory.state.locked)
        table.columns_changed.connect(
            lambda columns: memory.keep(columns={**memory.state.columns, name: columns}),
        )

    def _ask(self, name: str, dialog: QDialog) -> bool:
        """Show a dialog until it is closed; return whether it was accepted."""
        fit_small_screens(dialog)
        self._places.follow(name, dialog)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._places.leave(name)
        dialog.deleteLater()
        return accepted

    def _prepare(self, window: QWidget, name: str, page: str, usual: QPoint | None = None) -> None:
        """Let a new window open its page of the guide by F1, be used on a small screen, and stand where it stood."""
        fit_small_screens(window)
        if window.parentWidget() is None:
            keep_on_top(window, self._on_top)
        self._places.follow(name, window, usual)
        if window.windowType() != Qt.WindowType.Tool:  # a tool window has the keys of the main one, F1 among them
            self._open_by_f1(window, lambda: self.open_guide(page))

    def _open_by_f1(self, window: QWidget, then: Callable[[], None]) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window).activated.connect(then)


def page_about(main: MainWindow, update: Update | None) -> str:
    """Return the page of the guide that is about what the user looks at."""
    if update is None or not update.accounts:
        return "first-start"
    at = main.focusWidget()
    if main.detail.tab == WHAT_IF:
        return "what-if"
    if at is not None and main.feed.isAncestorOf(at):
        return "alerts"
    if at is not None and any(pane.isAncestorOf(at) for pane in (main.chart, main.ladder)):
        return "liquidation-and-margin"
    if main.detail.tab in (RISK, STOPS):
        return "losses"
    return "reading-the-window"


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
