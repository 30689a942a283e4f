"""Every window beside the main one, filled as in use and not shown yet: for pictures. Each key is a picture's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from monitor.demo.control import TruePosition, Truth
from monitor.messages import (
    AccountResult,
    JournalFigures,
    SaveAccount,
    SelfTestResult,
    SettingsChanged,
    Stress,
)
from monitor.settings import (
    AlertSettings,
    WatchdogSettings,
)
from tests.ui import history_sample, journal_sample, risk_sample, sample
from tests.ui.settings_sample import ACCOUNTS, CHANNELS, CHECKS, FAILED, LINKS, NEEDS_CONSENT, NOW, RULES, preview
from ui import app_icon, closing
from ui.about import AboutDialog
from ui.accounts_dialog import AccountsDialog
from ui.alerts_dialog import AlertsDialog
from ui.calculator import CalculatorWindow
from ui.channels_dialog import ChannelsDialog
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
from ui.window_state import Appearance, StripLook


def accounts(theme: Theme, state: str) -> QWidget:
    """The accounts: one chosen, a new one, tested, or with a key that can trade."""
    dialog = AccountsDialog(theme, lambda: NOW)
    dialog.show()
    sent: list[object] = []
    dialog.sent.connect(sent.append)
    dialog.set_accounts(ACCOUNTS if state != "first" else ())
    if state in ("first", "new"):
        dialog.start_new()
        return dialog
    if state == "chosen":
        dialog.list.setCurrentRow(0)
        return dialog
    dialog.start_new()
    dialog.form.name.setText("Hedge")
    for place, line in enumerate((dialog.form.api_key, dialog.form.secret)):
        line.setText("K" * (24 + place))
    (dialog.save if state == "consent" else dialog.test).click()
    asked = sent[-1]
    number = getattr(asked, "request_id", 0)
    needs = state == "consent" and isinstance(asked, SaveAccount)
    message = NEEDS_CONSENT if needs else "It failed."
    checks = () if needs else CHECKS
    dialog.show_answer(
        AccountResult(
            request_id=number, account_id="Hedge", ok=False, message=message, checks=checks, needs_consent=needs
        )
    )
    return dialog


def rules(theme: Theme, page: int) -> QWidget:
    """The alert rules at a page, with what they would say."""
    dialog = AlertsDialog(theme, RULES)
    dialog.set_choices(("Main", "Swing", "Basis", "Alts"), ("SOL/USDT:USDT", "BTC/USDT:USDT", "ETH/USDT:USDT"))
    dialog.open_page(page)
    dialog.preview_wanted.connect(lambda question: dialog.show_answer(preview(question.request_id)))
    dialog._ask()
    dialog._ask_soon.stop()
    return dialog


def channels(theme: Theme, state: str) -> QWidget:
    """The channels: one chosen, a new one, or the watchdogs."""
    dialog = ChannelsDialog(theme)
    dialog.show()
    dialog.set_channels(CHANNELS if state != "first" else (), WatchdogSettings())
    dialog.set_self_test(SelfTestResult(at_ms=NOW, ok=True, lines=LINKS[:4]), runs=False)
    dialog.set_autostart(on=True, sentence="")
    if state == "watchdogs":
        dialog.watchdogs.click()
    elif state == "chosen":
        dialog.list.setCurrentRow(1)
    else:
        dialog.start_new()
    return dialog


def settings(theme: Theme) -> QWidget:
    """The settings without a window of their own."""
    return SettingsWindow(theme, Appearance())


def self_test(theme: Theme, state: str) -> QWidget:
    """The test of the alarm chain while it runs, and with an answer."""
    dialog = SelfTestDialog(theme)
    dialog.run()
    if state != "runs":
        result = FAILED if state == "failed" else SelfTestResult(at_ms=NOW, ok=True, lines=LINKS[:5])
        dialog.set_update(sample.update(self_test_runs=True))
        dialog.set_update(sample.update(self_test=result))
    return dialog


def first_steps(theme: Theme, *, done: bool) -> QWidget:
    """The guided window, at the beginning and nearly done."""
    steps = FirstSteps(theme)
    if done:
        steps.set_settings(SettingsChanged(accounts=ACCOUNTS, alerts=AlertSettings(), channels=CHANNELS))
        steps.set_update(sample.update())
    return steps


def journal(theme: Theme, *, figures: bool) -> QWidget:
    """What was told, or how well the alarms work."""
    window = JournalWindow(theme, lambda: NOW)

    def answer(question: object) -> None:
        number = getattr(question, "request_id", 0)
        window.take_answer(
            journal_sample.page(question, 400)
            if hasattr(question, "before_id")
            else JournalFigures(request_id=number, kpi=journal_sample.kpi())
        )

    window.sent.connect(answer)
    window.set_update(sample.update())
    window.refresh()
    if figures:
        window._tabs.button(1).click()
    else:
        window.table.selectRow(1)
    return window


def history(theme: Theme, page: int = 0) -> QWidget:
    """How the accounts went, or which positions have ended."""
    window = HistoryWindow(theme)
    window._page_buttons.button(page).click()
    window.sent.connect(lambda question: window.show_answer(history_sample.history(question.request_id)))
    return window


def calculator(theme: Theme) -> QWidget:
    """A trade before it is made."""
    window = CalculatorWindow(theme)
    window.asked.connect(lambda question: window.take(risk_sample.planned(question)))
    window.set_update(risk_sample.update())
    return window


def stress(theme: Theme, page: int) -> QWidget:
    """Shocks, crashes, and all accounts together."""
    window = StressWindow(theme, lambda: NOW)
    window.asked.connect(lambda one: window.take(Stress(request_id=one.request_id, report=risk_sample.stress())))
    window.open_page(page)
    return window


def guide(theme: Theme, page: str) -> QWidget:
    """A page of the guide."""
    window = GuideWindow(theme)
    window.open_page(page)
    return window


def diagnostics(theme: Theme) -> QWidget:
    """What helps to find a fault."""
    return DiagnosticsDialog(theme, parts_of(None, sample.update(), sample.events(), ()))


def about(theme: Theme) -> QWidget:
    """Versions and licences."""
    return AboutDialog(theme, (("Data", "~/.local/share/marginwatch"), ("Settings", "~/.config/marginwatch")))


def demo_panel(theme: Theme) -> QWidget:
    """The demo's own panel."""
    row = TruePosition(
        account="Main", venue="binanceusdm", symbol="BTCUSDT", position_side="BOTH", side="long", size=1.2,
        entry=7_912.4, mark=7_402.1, isolated=False, liquidation_price=7_188.3, maintenance_margin=44.0, pool="cross",
        pool_balance=1_400.0, pool_requirement=700.0,
    )  # fmt: skip
    truth = Truth(
        now_ms=NOW, market_ms=1_584_000_000_000, speed=60.0, paused=False, insurance_fund=1e6,
        venues=("binanceusdm", "bybit", "okx", "hyperliquid"), wallets={"Main": 1_400.0, "Alts": 9e3},
        liquidations={}, positions=(row,),
    )  # fmt: skip
    panel = DemoPanel(theme, "Covid: 12 and 13 March 2020", lambda _command: truth)
    panel.set_truth(truth)
    return panel


def popup(theme: Theme, levels: tuple[int, ...], *, square: bool = False) -> QWidget:
    """Alert cards of these levels."""
    cards = AlertPopup(theme, square=square)
    told = sample.alerts()
    for number, level in enumerate(levels):
        source = told[{3: 0, 2: 1, 1: 2}.get(level, 2)]
        event = replace(
            sample.events()[0], id=number, key=f"{number}", level=level, title=source.title, text=source.text,
            account_id=source.account_id, family="RISK", kind="liquidation_distance",
        )  # fmt: skip
        cards.tell(event)
    cards._arrange()
    return cards


def mini_strip(theme: Theme, state: str, look: StripLook | None = None) -> QWidget:
    """The mini strip in a state of the sample."""
    strip = MiniStrip(theme, square=False)
    strip.set_look(look or StripLook())
    strip.show()
    if state != "starting":
        strip.set_update(
            getattr(sample, f"{state}_update")() if hasattr(sample, f"{state}_update") else sample.update()
        )
    strip.set_amounts_hidden(state == "hidden")
    if state == "silent":
        strip.set_engine_silent(7.0)
    return strip


def tray_icons(theme: Theme) -> QWidget:
    """All tray icons: each level, with no, one and many waiting, in the sizes of a panel, on dark and on light."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    for ground in ("#16181C", "#F2F3F5"):
        box = QWidget()
        box.setStyleSheet(f"background: {ground};")
        grid = QGridLayout(box)
        grid.setSpacing(12)
        for row, size in enumerate((16, 22, 32, 64)):
            for place, (level, waiting) in enumerate((lv, n) for lv in (-1, 0, 1, 2, 3) for n in (0, 1, 12)):
                label = QLabel()
                label.setPixmap(app_icon.tray_icon(level, waiting).pixmap(size, size))
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(box)
    row = QHBoxLayout()
    for size in (16, 32, 64, 128):
        label = QLabel()
        label.setPixmap(app_icon.app_icon().pixmap(size, size))
        row.addWidget(label)
    column.addLayout(row)
    return sheet


def question(theme: Theme, ask: Callable[[QWidget], object]) -> QWidget:
    """A question that is asked with a loop of its own: its box, taken out of it."""
    parent = QWidget()
    found: list[QDialog] = []

    def take() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            found.append(box)
            box.done(0)

    QTimer.singleShot(0, take)
    ask(parent)
    made = found[0]
    made.setParent(None)  # the parent goes with this function
    return made


def given_up(theme: Theme) -> QWidget:
    """The question before changed rules are lost."""
    return question(theme, lambda parent: AlertsDialog(theme, RULES, parent)._is_given_up())


def login(theme: Theme) -> QWidget:
    """The offer to start at login."""
    parent = QWidget()
    box = closing.offer_start_at_login(parent, lambda: None)
    box.setParent(None)
    return box


ICONS = "tray-icons"  # a sheet, not a window of the program
WINDOWS: dict[str, Callable[[Theme], QWidget]] = {
    **{
        f"accounts-{state}": partial(accounts, state=state) for state in ("first", "chosen", "new", "tested", "consent")
    },
    **{f"rules-{page}": partial(rules, page=page) for page in range(5)},
    "rules-given-up": given_up,
    **{f"channels-{state}": partial(channels, state=state) for state in ("first", "chosen", "new", "watchdogs")},
    "settings": settings,
    **{f"self-test-{state}": partial(self_test, state=state) for state in ("runs", "passed", "failed")},
    "first-steps": partial(first_steps, done=False),
    "first-steps-done": partial(first_steps, done=True),
    "journal": partial(journal, figures=False),
    "kpi": partial(journal, figures=True),
    "history": history,
    "history-closed": partial(history, page=1),
    "calculator": calculator,
    **{f"stress-{page}": partial(stress, page=page) for page in range(3)},
    "guide": partial(guide, page="index"),
    "guide-what-if": partial(guide, page="what-if"),
    "guide-reading": partial(guide, page="reading-the-window"),
    "diagnostics": diagnostics,
    "about": about,
    "keys": KeySheet,
    "demo-panel": demo_panel,
    "quit": partial(question, ask=lambda parent: closing.ask_whether_to_stop(parent, 3)),
    "closing": partial(question, ask=lambda parent: closing.ask_what_closing_does(parent, tray=True)),
    "login": login,
    **{f"popup-{level}": partial(popup, levels=(level,)) for level in (1, 2, 3)},
    "popup-many": partial(popup, levels=(3, 3, 3, 2, 2, 1, 1)),
    "popup-square": partial(popup, levels=(3, 2, 1), square=True),
    **{
        f"mini-{state}": partial(mini_strip, state=state)
        for state in ("live", "blind", "silent", "hidden", "flat", "connecting", "empty", "starting")
    },
    **{
        f"mini-line-{state}": partial(mini_strip, state=state, look=StripLook(form="one line"))
        for state in ("live", "blind", "silent", "flat", "connecting", "empty")
    },
    "mini-through": partial(mini_strip, state="flat", look=StripLook(opacity="60 %", through=True)),
    ICONS: tray_icons,
}
RESIZED = (
    "accounts-tested", "rules-0", "rules-2", "channels-chosen", "settings", "journal", "kpi", "history", "calculator",
    "stress-0", "stress-1", "stress-2", "guide", "diagnostics", "first-steps",
)  # fmt: skip
