"""The page of the watchdogs: the daily self-test, the outside watchdog, start at login."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import SelfTestResult
from monitor.settings import WatchdogSettings
from ui import format as fmt
from ui.dialog_style import card_column, named, words


class WatchdogPage(QWidget):
    """Who notices when Marginwatch itself has stopped.

    Signals:
        saved: (daily self-test, address to ping; "" forgets it, None keeps it). self_test_wanted: run it now.
        autostart_wanted: whether to start at login.
    """

    saved = Signal(tuple)
    self_test_wanted = Signal()
    autostart_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._watchdog = WatchdogSettings()
        self._busy = False
        self.daily = QCheckBox(tr("Test the whole alarm chain once a day"))
        self.run = QPushButton(tr("Run it now"))
        self.last = words("", "sub", wrap=True)
        self.address = QLineEdit()
        self.address.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.setAccessibleName(tr("Ping address"))
        self.keep, self.stop = QPushButton(tr("Save")), named(QPushButton(tr("Stop pinging")), "grave")
        self.pinging = words("", "sub", wrap=True)
        self.autostart = QCheckBox(tr("Start Marginwatch at login"))
        self.login = words(tr("A guard that is not started guards nothing."), "sub", wrap=True)
        self.message = words("", "sub", wrap=True)
        self._arrange()
        self.daily.clicked.connect(lambda on: self.saved.emit((on, None)))
        self.run.clicked.connect(self.self_test_wanted)
        self.address.textChanged.connect(self._refresh)
        self.keep.clicked.connect(self._keep)
        self.stop.clicked.connect(lambda: self.saved.emit((self.daily.isChecked(), "")))
        self.autostart.clicked.connect(self.autostart_wanted)
        self._refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(words(tr("Watchdogs"), "title"))
        card, rows = card_column()
        rows.addWidget(words(tr("Daily self-test"), "section"))
        rows.addWidget(
            words(
                tr(
                    "A Critical position that does not exist, marked TEST, goes through reading, risk, alarm, database "
                    "and every channel. A link that does not answer is an alarm."
                ),
                "sub",
                wrap=True,
            )
        )
        rows.addLayout(_line(self.daily, self.run))
        rows.addWidget(self.last)
        column.addWidget(card)
        card, rows = card_column()
        rows.addWidget(words(tr("Outside watchdog"), "section"))
        rows.addWidget(
            words(
                tr(
                    "Make a check at healthchecks.io or a service like it: period 1 minute, grace 2 minutes. "
                    "Marginwatch pings its address while it guards; when that stops, the service calls you."
                ),
                "sub",
                wrap=True,
            )
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.address, 1)
        line.addWidget(self.keep)
        line.addWidget(self.stop)
        rows.addLayout(line)
        rows.addWidget(self.pinging)
        column.addWidget(card)
        card, rows = card_column()
        rows.addWidget(words(tr("Start at login"), "section"))
        rows.addWidget(self.autostart)
        rows.addWidget(self.login)
        column.addWidget(card)
        column.addStretch(1)
        column.addWidget(self.message)
        for button in (self.run, self.keep, self.stop):
            button.setAutoDefault(False)

    def set_watchdog(self, watchdog: WatchdogSettings, *, has_channels: bool) -> None:
        """Show these settings."""
        self._watchdog = watchdog
        self.daily.setChecked(watchdog.daily_self_test)
        self.daily.setToolTip("" if has_channels else tr("It begins when there is a channel to test."))
        self.address.setPlaceholderText(
            tr("in the keyring; type another to replace it") if watchdog.dead_man else "https://hc-ping.com/…"
        )
        on = tr("Pinged once a minute, but only while the guard really works.")
        self.pinging.setText(
            on if watchdog.dead_man else tr("Off: nobody outside this computer notices when it stops.")
        )
        self._refresh()

    def set_self_test(self, result: SelfTestResult | None, *, runs: bool) -> None:
        """Show when the chain was last tested."""
        self.run.setEnabled(not runs)
        if runs:
            self.last.setText(tr("It runs now …"))
        elif result is None:
            self.last.setText(tr("Not run since Marginwatch was started."))
        else:
            broken = ", ".join(line.what for line in result.lines if line.ok is False)
            when = f"{fmt.day(result.at_ms)} {fmt.clock(result.at_ms)}"
            self.last.setText(
                tr("Last: {when}, all links answered.", when=when)
                if result.ok
                else tr("Last: {when}, broken: {broken}.", when=when, broken=broken)
            )

    def set_autostart(self, *, on: bool, sentence: str) -> None:
        """Show whether Marginwatch starts at login."""
        self.autostart.setChecked(on)
        if sentence:
            self.login.setText(sentence)

    def set_busy(self, busy: bool) -> None:
        """Let nothing be changed for now."""
        self._busy = busy
        self._refresh()

    def say(self, sentence: str, name: str) -> None:
        """Show the engine's answer."""
        named(self.message, name)
        self.message.setText(sentence)
        self.message.style().polish(self.message)

    def clear_secrets(self) -> None:
        """Forget what was typed."""
        self.address.setText("")

    def _keep(self) -> None:
        url = self.address.text().strip()
        self.clear_secrets()
        self.saved.emit((self.daily.isChecked(), url))

    def _refresh(self) -> None:
        self.daily.setEnabled(not self._busy)
        self.address.setEnabled(not self._busy)
        self.keep.setEnabled(not self._busy and bool(self.address.text().strip()))
        self.stop.setVisible(self._watchdog.dead_man)
        self.stop.setEnabled(not self._busy)


def _line(box: QCheckBox, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(box)
    row.addStretch(1)
    row.addWidget(button)
    return row
