"""The self-test while it runs, and what each link of the alarm chain answered."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr, tr_count
from monitor.messages import RunSelfTest, Update
from ui import format as fmt
from ui.accounts_dialog import CheckList
from ui.dialog_style import WaitingBar, dress, named, scrolled, words
from ui.theme import Theme

LONGEST_S = 60.0  # the engine gives up before that
NOT_HEARD = tr("The engine has not answered; it is perhaps being started again. Run the test once more.")


class SelfTestDialog(QDialog):
    """Runs the test when it is opened.

    Signals:
        sent: RunSelfTest for the engine.
    """

    sent = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Self-test"))
        self.resize(520, 470)
        dress(self, theme)
        self._asked = False  # a run is waited for
        self._ran = False  # it has begun
        self._before_ms = 0  # time of the last result when it was asked for
        self._since = QElapsedTimer()
        self._shown_ms = 0
        self.head = words("", "sub", wrap=True)
        self.progress = WaitingBar(theme)
        self.progress.setAccessibleName(tr("The test runs"))
        self.lines = CheckList(theme)
        self.again = QPushButton(tr("Run again"))
        self.again.clicked.connect(self.run)
        self._patience = QTimer(self, singleShot=True, interval=int(LONGEST_S * 1000))
        self._patience.timeout.connect(self._give_up)
        self._second = QTimer(self, interval=500)
        self._second.timeout.connect(self._count)
        self._arrange()

    def run(self) -> None:
        """Send the synthetic position through the chain."""
        self._asked, self._ran, self._before_ms = True, False, self._shown_ms
        self._since.start()
        self._patience.start()
        self._second.start()
        self.lines.show_checks(())
        self._count()
        self._refresh()
        self.sent.emit(RunSelfTest())

    def set_update(self, update: Update) -> None:
        """Take how the test stands."""
        self._ran = self._ran or update.self_test_runs
        result = update.self_test
        if result is None or update.self_test_runs:
            return
        is_new = result.at_ms != self._before_ms or self._ran
        if self._asked and not is_new:
            self._shown_ms = result.at_ms
            return
        if self._asked or result.at_ms != self._shown_ms:
            self._shown_ms = result.at_ms
            failed = sum(line.ok is False for line in result.lines)
            missing = sum(line.ok is None for line in result.lines)
            sentence = (
                tr("{links} did not answer.", links=tr_count("{count} link", "{count} links", failed))
                if failed
                else tr("All links answered.")
            )
            if missing and not failed:
                sentence = tr_count(
                    "All links that exist here answered; {count} does not exist here.",
                    "All links that exist here answered; {count} do not exist here.",
                    missing,
                )
            self._end(f"{fmt.clock(result.at_ms)}  {sentence}", "right" if result.ok else "wrong")
            self.lines.show_checks(result.lines)

    # ------------------------------------------------------------------ inside

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(words(tr("Does a warning get through?"), "title"))
        column.addWidget(
            words(
                tr("A Critical position that does not exist, marked TEST, goes the way of a real one."),
                "sub",
                wrap=True,
            )
        )
        column.addWidget(self.head)
        column.addWidget(self.progress)
        column.addWidget(scrolled(self.lines), 1)
        row = QHBoxLayout()
        close = named(QPushButton(tr("Close")), "primary")
        close.clicked.connect(self.reject)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.progress.hide()

    def _count(self) -> None:
        if self._asked:
            self._say(tr("The chain is being tested: {seconds} s …", seconds=self._since.elapsed() // 1000), "sub")

    def _end(self, sentence: str, name: str) -> None:
        self._asked = False
        self._patience.stop()
        self._second.stop()
        self._say(sentence, name)
        self._refresh()

    def _give_up(self) -> None:
        self._end(NOT_HEARD, "wrong")

    def _say(self, sentence: str, name: str) -> None:
        named(self.head, name)
        self.head.setText(sentence)
        self.head.style().polish(self.head)

    def _refresh(self) -> None:
        self.progress.setVisible(self._asked)
        self.again.setEnabled(not self._asked)
