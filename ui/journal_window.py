"""The journal: every event with its deliveries, by pages, and how well the alarms work. Asks the engine, keeps nothing.

Each question has a number; an answer to a question that is out of date is ignored. Times in ms UTC.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr, tr_count
from monitor.messages import AskFigures, AskJournal, JournalFigures, JournalLine, JournalPage, Update
from ui.alarm_words import KIND_GROUPS
from ui.dialog_style import GUTTER, RING, close_by_escape, dress, named, words
from ui.journal_details import JournalDetails
from ui.journal_export import write_csv
from ui.journal_model import JournalModel
from ui.journal_table import JournalTable
from ui.kpi_page import KpiPage
from ui.painting import Panel, plain_tip
from ui.theme import Theme
from ui.view import View

PAGE = 200
EXPORT_PAGE = 1_000
NEWS_MS = 2_000
PATIENCE_MS = 10_000  # an engine that was restarted meanwhile never answers
HOUR_MS = 3_600_000
SPANS: tuple[tuple[str, int], ...] = (
    (tr("Last hour"), HOUR_MS),
    (tr("Last 24 hours"), 24 * HOUR_MS),
    (tr("Last 7 days"), 168 * HOUR_MS),
    (tr("Last 30 days"), 720 * HOUR_MS),
    (tr("All"), 0),
)
LEVELS = ((tr("All levels"), 0), (tr("Warning and above"), 1), (tr("Danger and above"), 2), (tr("Critical"), 3))


class JournalWindow(QWidget):
    """Events and figures, a window of its own.

    Args:
        now_ms: the wall clock.

    Signals:
        sent: AskJournal or AskFigures for the engine. position_chosen: key of the position an event is about.
    """

    sent = Signal(object)
    position_chosen = Signal(str)

    def __init__(self, theme: Theme, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setWindowTitle(tr("Journal · Marginwatch"))
        self.resize(1180, 720)
        self.setMinimumSize(760, 480)
        named(self, "dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, theme)
        self._now_ms = now_ms
        self._number = 0
        self._since_asked = QElapsedTimer()
        self._asked: dict[int, str] = {}  # numbers of questions: "more", "news", "export", "figures"
        self._accounts: tuple[str, ...] = ()
        self._exported: list[JournalLine] = []
        self._export_path: Path | None = None
        self.model = JournalModel(self)
        self.table = JournalTable(theme, self.model)
        self.details = JournalDetails()
        self.figures = KpiPage(theme)
        self.level, self.account, self.kind, self.span = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.export = QPushButton(tr("Export as CSV …"))
        self.status = QLabel()
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._fill()
        self._arrange()
        self._connect()
        close_by_escape(self)
        self.table.setFocus()
        self._news = QTimer(self, interval=NEWS_MS)
        self._news.timeout.connect(self._ask_news)
        self._news.start()

    # ------------------------------------------------------------------ what the program tells

    def refresh(self) -> None:
        """Read what is asked for from the newest line on."""
        self._asked = {number: what for number, what in self._asked.items() if what == "export"}
        self.model.clear()
        self.details.show_line(None, self.model.view)
        self._say(tr("Reading …"))
        self._ask_more()
        self._ask_figures()

    def set_update(self, update: Update) -> None:
        """Offer the accounts to choose among."""
        accounts = tuple(account.account_id for account in update.accounts)
        if accounts == self._accounts:
            return
        chosen = self.account.currentData()
        self._accounts = accounts
        self.account.blockSignals(True)
        self.account.clear()
        self.account.addItem(tr("All accounts"), "")
        for account in accounts:
            self.account.addItem(account, account)
        self.account.setCurrentIndex(max(0, self.account.findData(chosen)))
        self.account.blockSignals(False)

    def hide_amounts(self, hidden: bool) -> None:
        """Hide amounts of money, or show them."""
        self.model.set_view(View(hide_amounts=hidden))
        self._show_details(self.table.currentIndex().row())

    def take_answer(self, answer: JournalPage | JournalFigures) -> None:
        """Take the answer to a question; one that is not waited for any more is ignored."""
        what = self._asked.pop(answer.request_id, "")
        if isinstance(answer, JournalFigures):
            if what:
                self.figures.show_figures(answer.kpi, answer.error)
            return
        if what == "export":
            self._take_export(answer)
        elif what == "more":
            self.model.append(answer.lines, answer.next_id)
            self._say_count(answer.error)
            if len(self.model.lines) < PAGE // 4:
                self.model.fetchMore(self.table.rootIndex())  # a search that found too little to scroll
        elif what == "news" and not answer.error:
            self._take_news(answer)

    # ------------------------------------------------------------------ parts

    def _fill(self) -> None:
        for text, level in LEVELS:
            self.level.addItem(text, level)
        self.account.addItem(tr("All accounts"), "")
        self.kind.addItem(tr("All kinds"), ())
        for text, kinds in KIND_GROUPS:
            self.kind.addItem(text, kinds)
        for text, span in SPANS:
            self.span.addItem(text, span)
        self.span.setCurrentIndex(1)
        for box, name in (
            (self.level, tr("Level")),
            (self.account, tr("Account")),
            (self.kind, tr("Kind")),
            (self.span, tr("Time")),
        ):
            box.setAccessibleName(name)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - RING, 14, 16 - RING - GUTTER, 12 - RING)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setContentsMargins(RING, 0, RING + GUTTER, 0)
        top.setSpacing(8)
        top.addWidget(words(tr("Journal"), "title"))
        top.addSpacing(10)
        for place, title in enumerate((tr("Events"), tr("How well the alarms work"))):
            button = named(QPushButton(title), "flat")
            button.setCheckable(True)
            self._tabs.addButton(button, place)
            top.addWidget(button)
        self._tabs.button(0).setChecked(True)
        top.addStretch(1)
        top.addWidget(self.span)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._make_events())
        self._stack.addWidget(self.figures)

    def _make_events(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(RING, 0, RING + GUTTER, RING)
        column.setSpacing(10)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for box in (self.level, self.account, self.kind):
            bar.addWidget(box)
        self.status.setObjectName("sub")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(self.status, 1)
        bar.addWidget(self.export)
        column.addLayout(bar)
        card = Panel()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 4, 1, 8)
        inside.addWidget(self.table)
        column.addWidget(card, 1)
        column.addWidget(self.details)
        return page

    def _connect(self) -> None:
        for box in (self.level, self.account, self.kind, self.span):
            box.currentIndexChanged.connect(lambda _place: self.refresh())
        self._tabs.idClicked.connect(self._stack.setCurrentIndex)
        self.model.more_wanted.connect(self._ask_more)
        self.table.line_chosen.connect(self._show_details)
        self.table.line_opened.connect(self._open)
        self.details.position_chosen.connect(self.position_chosen)
        self.export.clicked.connect(self._choose_file)

    # ------------------------------------------------------------------ asking

    def _question(self, what: str, *, before_id: int | None = None, limit: int = PAGE) -> AskJournal:
        self._number += 1
        self._since_asked.start()
        self._asked[self._number] = what
        return AskJournal(
            request_id=self._number,
            since_ms=self._since_ms(),
            before_id=before_id,
            least_level=self.level.currentData(),
            account_id=self.account.currentData() or "",
            kinds=tuple(self.kind.currentData()),
            limit=limit,
        )

    def _since_ms(self) -> int:
        span = int(self.span.currentData())
        return self._now_ms() - span if span else 0

    def _ask_more(self) -> None:
        self.model.waits = True
        self.sent.emit(self._question("more", before_id=self.model.next_id))

    def _ask_figures(self) -> None:
        self._number += 1
        self._asked[self._number] = "figures"
        span = int(self.span.currentData()) or SPANS[3][1]
        self.sent.emit(AskFigures(request_id=self._number, since_ms=self._now_ms() - span))

    def _ask_news(self) -> None:
        """Look for new lines, and how far the deliveries of the newest ones came; ask anew what nobody has answered."""
        if self._asked and self._since_asked.elapsed() > PATIENCE_MS:
            self._asked.clear()
            self._export_path = None
            self.export.setEnabled(True)
            self.refresh()
            return
        if self.isVisible() and not self.isMinimized() and not self._asked and self._stack.currentIndex() == 0:
            self.sent.emit(self._question("news", limit=PAGE // 4))

    def _take_news(self, page: JournalPage) -> None:
        has_gap = bool(self.model.lines) and len(page.lines) == PAGE // 4
        has_gap = has_gap and page.lines[-1].event.id > self.model.lines[0].event.id
        if has_gap:
            self.refresh()  # more has happened than one page holds
        elif self.model.merge(page.lines):
            self._say_count("")

    # ------------------------------------------------------------------ showing

    def _say(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setToolTip(plain_tip(sentence))

    def _say_count(self, error: str) -> None:
        count, more = len(self.model.lines), self.model.next_id is not None
        if error:
            self._say(error)
        elif count:
            self._say(
                tr_count("{count:,} line and older ones", "{count:,} lines and older ones", count)
                if more
                else tr_count("{count:,} line", "{count:,} lines", count)
            )
        else:
            self._say(tr("Searching older lines …") if more else tr("Nothing was told that fits."))

    def _show_details(self, number: int) -> None:
        line = self.model.lines[number] if 0 <= number < len(self.model.lines) else None
        self.details.show_line(line, self.model.view)

    def _open(self, number: int) -> None:
        key = self.model.lines[number].event.position_key
        if key:
            self.position_chosen.emit(key)

    # ------------------------------------------------------------------ export

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, tr("Export the journal"), "journal.csv", "CSV (*.csv)")
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Read all lines that fit the filter, and write them."""
        self._export_path, self._exported = path, []
        self.export.setEnabled(False)
        self._say(tr("Reading …"))
        self.sent.emit(self._question("export", limit=EXPORT_PAGE))

    def _take_export(self, page: JournalPage) -> None:
        self._exported += page.lines
        if page.next_id is not None and not page.error:
            self._say(tr("Reading: {count:,} lines …", count=len(self._exported)))
            self.sent.emit(self._question("export", before_id=page.next_id, limit=EXPORT_PAGE))
            return
        path, lines = self._export_path, self._exported
        self._export_path, self._exported = None, []
        self.export.setEnabled(True)
        if page.error or path is None:
            self._say(page.error)
            return
        try:
            write_csv(path, lines)
        except OSError as error:
            self._say(tr("{name} could not be written: {error}.", name=path.name, error=error.strerror or error))
        else:
            self._say(
                tr(
                    "{lines} written to {name}.",
                    lines=tr_count("{count} line", "{count} lines", len(lines)),
                    name=path.name,
                )
            )
