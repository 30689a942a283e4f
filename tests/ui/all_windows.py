"""Every window of the program in use, with the sample: one after another, for tests and pictures that look at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from monitor.demo.control import AnyCommand, AnyReply, Ok, TruePosition, Truth
from monitor.messages import (
    AccountResult,
    AlertPreview,
    AskFigures,
    AskJournal,
    ChannelResult,
    CheckLine,
    JournalFigures,
    Message,
    PreviewAlerts,
    PreviewCount,
    PreviewLine,
    SelfTestResult,
    SettingsChanged,
    Stress,
)
from monitor.model import KeyFacts
from monitor.settings import AccountConfig, AlertSettings, ChannelConfig, Override, PriceAlert, WatchdogSettings
from tests.ui import detail_sample, history_sample, journal_sample, risk_sample, sample
from tests.ui.screenshots import DETAILS, SIZES, open_detail, window_with
from ui.about import AboutDialog
from ui.accounts_dialog import AccountsDialog
from ui.alerts_dialog import AlertsDialog
from ui.calculator import CalculatorWindow
from ui.channels_dialog import ChannelsDialog
from ui.closing import ask_what_closing_does, ask_whether_to_stop, offer_start_at_login
from ui.demo_panel import DemoPanel
from ui.diagnostics import parts_of
from ui.diagnostics_dialog import DiagnosticsDialog
from ui.first_steps import FirstSteps
from ui.guide import GuideWindow
from ui.history_window import HistoryWindow
from ui.journal_window import JournalWindow
from ui.key_sheet import KeySheet
from ui.mini_strip import MiniStrip
from ui.popup import AlertPopup
from ui.self_test_dialog import SelfTestDialog
from ui.settings_window import SettingsWindow
from ui.stress_window import StressWindow
from ui.theme import Theme
from ui.tray import Tray
from ui.window_state import Appearance

ACCOUNTS = (
    AccountConfig(id="Main", venue="binanceusdm"),
    AccountConfig(
        id="Swing",
        venue="okx",
        enabled=False,
        trade_agreed_ms=sample.NOW_MS,
        key=KeyFacts(rights="can trade", checked_ms=sample.NOW_MS),
    ),
    AccountConfig(id="Hyper", venue="hyperliquid"),
)
CHANNELS = (
    ChannelConfig(name="My phone", kind="pushover"),
    ChannelConfig(name="My mail", kind="email", server="smtp.example.com", sender="a@example.com", to="a@example.com"),
    ChannelConfig(name="My topic", kind="ntfy", enabled=False),
)
ALERTS = AlertSettings(
    overrides=(Override(symbol="SOL/USDT:USDT", side="short", margin_ratio=AlertSettings().margin_ratio),),
    price_alerts=(
        PriceAlert(id="a", symbol="BTC/USDT:USDT", account_id="Main", when="below", price=61_000.5),
        PriceAlert(
            id="b", symbol="ETH/USDT:USDT", account_id="Main", when="above", price=4_000.0, armed_side="below",
            fired_ms=sample.NOW_MS,
        ),
    ),
)  # fmt: skip
CHECKS = (
    CheckLine(what="Keyring", ok=True, detail="The key is there"),
    CheckLine(what="Rights", ok=False, detail="It may withdraw"),
    CheckLine(what="Clock", ok=None, detail="Not told"),
)
SELF_TEST = SelfTestResult(at_ms=sample.NOW_MS, ok=False, lines=CHECKS)
TRUTH = Truth(
    now_ms=sample.NOW_MS,
    market_ms=sample.NOW_MS,
    speed=60.0,
    paused=False,
    insurance_fund=0.0,
    venues=("binanceusdm", "bybit"),
    wallets={"Main": 10_000.0},
    liquidations={"Main": 0},
    positions=(),
)
Named = Iterator[tuple[str, QWidget]]


def every_window(theme: Theme) -> Named:
    """Build and show each window in turn; it is closed when the next one is asked for."""
    for make in (main_windows, risk_windows, settings_windows, history_windows, small_windows, questions):
        for name, window in make(theme):
            settle()
            yield name, window
            if hasattr(window, "may_close"):
                window.may_close = True
            if isValid(window):  # it may have been closed, and gone with that
                window.close()
                window.deleteLater()
            settle()


def settle() -> None:
    """Let the program paint and answer what waits."""
    for _ in range(4):
        QApplication.processEvents()


def main_windows(theme: Theme) -> Named:
    """The main window in its states, and each tab of its detail."""
    size = SIZES[1]
    tested = sample.update(self_test=SELF_TEST)
    for state, update in {
        "main": tested,
        "starting": None,
        "connecting": sample.connecting_update(),
        "blind": sample.blind_update(),
        "flat": sample.flat_update(),
        "empty": sample.empty_update(),
        "demo": sample.demo_update(),
    }.items():
        yield state, window_with(theme, update, size)
    yield "small", window_with(theme, tested, SIZES[2])
    silent = window_with(theme, sample.update(), size)
    silent.set_lost("The engine has ended unexpectedly.")
    silent.set_silent(4.0)
    silent._show_now()
    yield "silent", silent
    for name in DETAILS:
        risk = name.startswith("risk")
        window = window_with(theme, risk_sample.update() if risk else detail_sample.detail_update(), size)
        open_detail(window, name)
        yield name, window
    window = window_with(theme, risk_sample.update(), SIZES[0])
    window.positions.use_look(window.positions.look.__class__(added=window.positions.more_titles()))
    window._show_now()
    yield "columns", window
    menu = window.positions.open_menu(QPoint(0, 0))
    yield "table-menu", menu


def risk_windows(theme: Theme) -> Named:
    """The stress window's pages and the calculator."""
    for number in range(3):
        stress = StressWindow(theme, lambda: sample.NOW_MS)
        stress.asked.connect(
            lambda question, window=stress: window.take(
                Stress(request_id=question.request_id, report=risk_sample.stress())
            )
        )
        stress.resize(1180, 760)
        stress.show()
        stress.open_page(number)
        yield f"stress-{number}", stress
    calculator = CalculatorWindow(theme)
    calculator.asked.connect(lambda question: calculator.take(risk_sample.planned(question)))
    calculator.set_update(risk_sample.update())
    calculator.show()
    yield "calculator", calculator


def settings_windows(theme: Theme) -> Named:
    """Accounts, alert rules, channels, settings."""
    changed = SettingsChanged(accounts=ACCOUNTS, alerts=ALERTS, channels=CHANNELS)
    for chosen in ("", *(account.id for account in ACCOUNTS)):
        accounts = AccountsDialog(theme, lambda: sample.NOW_MS)
        accounts.sent.connect(
            lambda message, window=accounts: window.show_answer(
                AccountResult(request_id=message.request_id, account_id="Main", ok=True, message="Read.", checks=CHECKS)
            )
        )
        accounts.set_accounts(ACCOUNTS)
        accounts.show()
        accounts._choose(chosen)
        accounts.test.click()
        yield f"accounts-{chosen or 'new'}", accounts
    for page in range(5):
        rules = AlertsDialog(theme, ALERTS)
        rules.preview_wanted.connect(lambda asked, window=rules: window.show_answer(preview(asked)))
        rules.set_choices(("Main", "Swing"), ("SOL/USDT:USDT", "BTC/USDT:USDT"))
        rules.set_alerts(ALERTS)
        rules.show()
        rules._list.setCurrentRow(page)
        rules._ask()
        yield f"rules-{page}", rules
    for chosen in ("", *(channel.name for channel in CHANNELS)):
        channels = ChannelsDialog(theme)
        channels.sent.connect(
            lambda message, window=channels: window.show_answer(
                ChannelResult(request_id=message.request_id, name="My phone", ok=True, message="Sent.")
            )
        )
        channels.set_channels(CHANNELS, WatchdogSettings())
        channels.show()
        channels._choose(chosen)
        yield f"channels-{chosen or 'new'}", channels
    channels = ChannelsDialog(theme)
    channels.set_channels(CHANNELS, WatchdogSettings(dead_man=True))
    channels.set_self_test(SELF_TEST, runs=False)
    channels.set_autostart(on=False, sentence="")
    channels.show()
    channels.show_watchdogs()
    yield "watchdogs", channels
    form = SettingsWindow(theme, Appearance())
    form.set_settings(changed)
    form.resize(700, 900)
    form.show()
    yield "settings", form
    steps = FirstSteps(theme)
    steps.set_settings(changed)
    steps.set_update(sample.update())
    steps.show()
    yield "first-steps", steps


def preview(asked: PreviewAlerts) -> AlertPreview:
    """The engine's answer to alert rules."""
    return AlertPreview(
        request_id=asked.request_id,
        error="",
        now=tuple(
            PreviewLine(
                key=str(level),
                kind="margin_ratio",
                level=level,
                title="SOL/USDT short",
                text="",
                account_id="Main",
                position_key="",
                begins_at=(0.15, 0.08, 0.04),
            )
            for level in (3, 1, 0)
        ),
        counts=(PreviewCount(key="1", name="SOL/USDT short Main", warning=3, danger=1, critical=0),),
        since_ms=sample.NOW_MS - 86_400_000,
        until_ms=sample.NOW_MS,
        instants=2880,
    )


def history_windows(theme: Theme) -> Named:
    """History, journal, diagnostics, self-test."""
    for page in range(2):
        history = HistoryWindow(theme)
        history.sent.connect(
            lambda question, window=history: window.show_answer(history_sample.history(question.request_id))
        )
        history.show()
        history._page_buttons.button(page).click()
        yield f"history-{page}", history
    for page in range(2):
        journal = JournalWindow(theme, lambda: sample.NOW_MS)
        journal.sent.connect(lambda asked, window=journal: window.take_answer(journal_answer(asked)))
        journal.set_update(sample.update())
        journal.resize(1180, 720)
        journal.show()
        journal.refresh()
        settle()
        journal._tabs.button(page).click()
        journal.table.setCurrentIndex(journal.model.index(1, 0))
        yield f"journal-{page}", journal
    parts = parts_of(None, sample.update(), sample.events(), ())
    diagnostics = DiagnosticsDialog(theme, parts)
    diagnostics.show()
    yield "diagnostics", diagnostics
    test = SelfTestDialog(theme)
    test.set_update(sample.update(self_test=SELF_TEST))
    test.show()
    test.run()
    yield "self-test", test


def journal_answer(asked: Message) -> JournalFigures | object:
    """The engine's answer to the journal's questions."""
    if isinstance(asked, AskFigures):
        return JournalFigures(request_id=asked.request_id, kpi=journal_sample.kpi())
    assert isinstance(asked, AskJournal)
    return journal_sample.page(asked, 40)


def small_windows(theme: Theme) -> Named:
    """The strip, the popups, the tray's menu, keys, about, guide, the demo's panel."""
    for state in (sample.update(), sample.blind_update(), sample.flat_update()):
        strip = MiniStrip(theme, square=True)
        strip.set_update(state)
        strip.show()
        yield "mini-strip", strip
    popup = AlertPopup(theme, square=True)
    for event in sample.events() * 2:
        popup.tell(event)
    yield "popup", popup
    tray = Tray()
    tray.set_update(sample.update())
    yield "tray", tray.menu
    yield "keys", shown(KeySheet(theme))
    yield "about", shown(AboutDialog(theme, (("", "/tmp"),)))
    guide = GuideWindow(theme)
    guide.show_page("index")
    yield "guide", guide
    row = TruePosition(
        account="Main", venue="binanceusdm", symbol="BTCUSDT", position_side="BOTH", side="long", isolated=True,
        size=1.0, entry=60_000.0, mark=61_000.0, liquidation_price=None, maintenance_margin=300.0,
        pool="isolated:BTCUSDT:LONG", pool_balance=5_000.0, pool_requirement=300.0,
    )  # fmt: skip
    panel = DemoPanel(theme, "Covid", exchange(row))
    panel.show()
    panel._ask_truth()
    panel._worker.submit(int).result()  # the answer has come
    settle()
    yield "demo-panel", panel
    panel.close_worker()


def exchange(*rows: TruePosition) -> Callable[[AnyCommand], AnyReply]:
    """A demo exchange that agrees to everything."""
    from msgspec.structs import replace

    from monitor.demo.control import GetTruth

    return lambda command: replace(TRUTH, positions=rows) if isinstance(command, GetTruth) else Ok()


def shown(window: QWidget) -> QWidget:
    """Return a window once it is shown."""
    window.show()
    return window


def questions(theme: Theme) -> Named:
    """What is asked at closing and quitting."""
    parent = QWidget()
    for name, ask in (
        ("stop", lambda: ask_whether_to_stop(parent, 2)),
        ("closing", lambda: ask_what_closing_does(parent, tray=True)),
        ("closing-no-tray", lambda: ask_what_closing_does(parent, tray=False)),
    ):
        with kept_open() as boxes:
            ask()
        yield name, boxes[0]
    yield "login", offer_start_at_login(parent, lambda: None)


@contextmanager
def kept_open() -> Iterator[list[QMessageBox]]:
    """Have questions be shown and not answered."""
    boxes: list[QMessageBox] = []
    really = QMessageBox.exec
    QMessageBox.exec = lambda box: (boxes.append(box), box.show(), 0)[-1]  # type: ignore[method-assign, assignment]
    try:
        yield boxes
    finally:
        QMessageBox.exec = really  # type: ignore[method-assign]
