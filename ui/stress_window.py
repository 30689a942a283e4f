"""The stress window: shocks, crashes of the past, one coin on several accounts. Asked from the engine.

It asks when it is opened, and again every 30 s while it is seen; the answer's age stands at the top. Times in ms UTC.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr
from monitor.messages import AskStress, Stress, StressReport
from ui import format as fmt
from ui.across_sheet import across_sections
from ui.crash_page import CrashPage
from ui.dialog_style import GUTTER, RING, WaitingBar, dress, named, readable, with_gutter, words
from ui.sheet import SheetArea
from ui.shock_matrix import ShockMatrix, ShockRow
from ui.theme import Theme

AGAIN_MS, LATE_MS, SECOND_MS = 30_000, 8_000, 1_000
ALL = tr("All accounts")
PAGES = (tr("Shocks"), tr("Crashes"), tr("Across accounts"))


class StressWindow(QWidget):
    """A window of its own.

    Signals:
        asked: an AskStress for the engine.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Stress · Marginwatch"))
        self.setObjectName("dialog")
        self.resize(1180, 760)
        self.setMinimumSize(900, 560)
        self._now_ms = now_ms
        self._hidden = False
        self._report: StressReport | None = None
        self._request, self._asked_ms, self._waiting = 0, 0, False
        self.account = QComboBox()
        self.account.setAccessibleName(tr("Account"))
        self.account.addItem(ALL)
        self.again = QPushButton(tr("Work out again"))
        self.age = words("", "sub")
        self.busy = WaitingBar(theme)
        self.busy.setFixedWidth(120)
        self.ladder = ShockMatrix(
            theme, tr("All marks together"), tr("change of equity [USD]; ✕ pools liquidated"),
            tr("Every mark jumps by the same share at once: no order fills, no stop helps. Real coins differ."),
        )  # fmt: skip
        self.heat = ShockMatrix(
            theme, tr("One coin alone"), tr("all other marks stand still"),
            tr("Only this coin jumps; in a real crash the others do not stand still."),
        )  # fmt: skip
        self.left_out = words("", "sub", wrap=True)
        self.crashes = CrashPage(theme)
        self.across = SheetArea(theme, tr("One coin on several accounts"), cards=True)
        self.pages = QStackedWidget()
        self._arrange()
        dress(self, theme)
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._each_second)
        self.again.clicked.connect(self.ask)
        self.account.currentTextChanged.connect(lambda _name: self._show_shocks())
        for keys, do in (("F5", self.ask), (QKeySequence(QKeySequence.StandardKey.Cancel), self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    # ------------------------------------------------------------------ asking

    def ask(self) -> None:
        """Ask the engine anew."""
        self._request += 1
        self._asked_ms, self._waiting = self._now_ms(), True
        self._say_age()
        self.asked.emit(AskStress(request_id=self._request))

    def take(self, answer: Stress) -> None:
        """Show an answer; one to an older question is ignored."""
        if answer.request_id != self._request:
            return
        self._waiting = False
        if answer.report is not None:
            self._report = answer.report
            self._fill_accounts(answer.report)
            self._show_all()
        self._say_age()

    def hide_amounts(self, hidden: bool) -> None:
        """Show dots in the place of amounts, or amounts again."""
        self._hidden = hidden
        self._show_all()

    def open_page(self, number: int) -> None:
        """Open one of the pages."""
        self._tabs[number].setChecked(True)
        self.pages.setCurrentIndex(number)
        self.account.setVisible(number == 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask, and go on asking while it is seen."""
        super().showEvent(event)
        self._tick.start()
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop asking."""
        self._tick.stop()
        super().hideEvent(event)

    def _each_second(self) -> None:
        if self._now_ms() - self._asked_ms >= AGAIN_MS:
            self.ask()
        else:
            self._say_age()

    def _say_age(self) -> None:
        report, waited = self._report, self._now_ms() - self._asked_ms
        self.busy.setVisible(self._waiting)
        late = self._waiting and waited >= LATE_MS
        if report is not None:
            said = tr("worked out {age} ago", age=fmt.age(max(0, self._now_ms() - report.at_ms)))
            said += tr("; the engine does not answer: these figures are old") if late else ""
        elif late:
            said = tr("the engine does not answer; it is asked again every 30 s")
        elif self._waiting:
            said = tr("working it out …")
        else:
            said = tr("nothing has been read yet; it is asked again soon")
        self.age.setText(said)

    # ------------------------------------------------------------------ parts

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22 - RING, 18, 22 - RING - GUTTER, 16)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(RING, 0, RING + GUTTER, 0)
        head.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(words(tr("What a crash would do now"), "title"))
        top.addStretch(1)
        top.addWidget(self.busy)
        top.addWidget(self.age)
        top.addWidget(self.again)
        head.addLayout(top)
        head.addWidget(
            words(tr("Laid over the accounts as they are. Nothing is ordered, and nothing here is a forecast."), "sub")
        )
        head.addLayout(self._tab_bar())
        column.addLayout(head)
        for page in (self._shock_page(), self.crashes, self.across):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)

    def _tab_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        group = QButtonGroup(self)
        self._tabs: list[QPushButton] = []
        for number, title in enumerate(PAGES):
            button = named(QPushButton(title), "flat")
            button.setCheckable(True)
            button.setAccessibleName(title)
            group.addButton(button, number)
            self._tabs.append(button)
            bar.addWidget(button)
        self._tabs[0].setChecked(True)
        group.idClicked.connect(self.open_page)
        bar.addStretch(1)
        self.account.setMinimumWidth(180)
        bar.addWidget(self.account)
        return bar

    def _shock_page(self) -> QWidget:
        inner = named(QWidget(), "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING - 1, RING - 1, RING - 1, RING - 1)
        column.setSpacing(12)
        for part in (self.ladder, self.heat, self.left_out):
            column.addWidget(part)
        column.addStretch(1)
        area = with_gutter(readable(QScrollArea(), tr("What shocks would do")))
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    # ------------------------------------------------------------------ showing

    def _fill_accounts(self, report: StressReport) -> None:
        names = [ALL, *(line.account_id for line in report.ladder if line.account_id)]
        if [self.account.itemText(number) for number in range(self.account.count())] != names:
            chosen = self.account.currentText()
            self.account.blockSignals(True)
            self.account.clear()
            self.account.addItems(names)
            self.account.setCurrentIndex(max(0, names.index(chosen) if chosen in names else 0))
            self.account.blockSignals(False)

    def _show_all(self) -> None:
        report = self._report
        if report is None:
            return
        self._show_shocks()
        self.crashes.show_crashes(report.crashes, hide_amounts=self._hidden)
        self.across.sheet.show_sections(across_sections(report.across, hide_amounts=self._hidden))

    def _show_shocks(self) -> None:
        report = self._report
        if report is None:
            return
        chosen = self.account.currentText()
        wanted = "" if chosen == ALL else chosen
        ladder = [
            ShockRow(
                name=line.account_id or ALL,
                change=line.change,
                liquidated=line.liquidated,
                worst_ratio=line.worst_ratio,
            )
            for line in report.ladder
            if not wanted or line.account_id == wanted
        ]
        self.ladder.show_rows(report.moves, ladder, hide_amounts=self._hidden)
        heat = next((one for one in report.heat if one.account_id == wanted), None)
        coins = () if heat is None else zip(heat.coins, heat.change, heat.liquidated, strict=True)
        rows = [
            ShockRow(name=coin, change=change, liquidated=dead)
            for coin, change, dead in coins
            if any(one != 0 for one in change)
        ]
        self.heat.show_rows(report.moves, rows, hide_amounts=self._hidden)
        self.left_out.setText("\n".join(report.left_out))
        self.left_out.setVisible(bool(report.left_out))
