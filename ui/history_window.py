"""The history: how each account went over hours and days as small charts side by side, and the positions that ended.

It asks the engine when it is opened, when another span is chosen and once a minute while it is looked at.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr, tr_count
from monitor.messages import AccountSeries, AskHistory, HistoryAnswer
from monitor.settings import AlertSettings
from ui import format as fmt
from ui.dialog_style import GUTTER, RING, close_by_escape, dress, named, readable, with_gutter, words
from ui.ended_model import EndedModel
from ui.ended_table import EndedTable
from ui.history_text import ended_text, series_text, write_whole
from ui.painting import Panel
from ui.small_chart import Line, SmallChart
from ui.theme import Theme

HOUR_MS = 3_600_000
SPANS = (
    (tr("1 h"), 1),
    (tr("6 h"), 6),
    (tr("24 h"), 24),
    (tr("7 days"), 168),
    (tr("30 days"), 720),
    (tr("90 days"), 2_160),
)
AGAIN_MS = 60_000
CHARTS, ENDED = 0, 1


class HistoryWindow(QWidget):
    """A window of its own, so that it can stand beside the main one.

    Signals:
        sent: a message for the engine. told: a sentence for the user.
    """

    sent = Signal(object)
    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("History · Marginwatch"))
        self.setObjectName("dialog")
        self.resize(1080, 680)
        self.setMinimumSize(780, 420)
        self._theme = theme
        self._answer: HistoryAnswer | None = None
        self._alerts = AlertSettings()
        self._hide_amounts = False
        self._asked = 0
        self.span_h = 24
        self._rows: list[list[SmallChart]] = []
        self._model = EndedModel(theme)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.ask)
        self._build()
        close_by_escape(self)
        dress(self, theme)

    # ------------------------------------------------------------------ what the program tells

    def ask(self) -> None:
        """Ask the engine for the chosen span."""
        self._asked += 1
        if self._answer is None:
            self._state.setText(tr("Reading …"))
        self.sent.emit(AskHistory(request_id=self._asked, span_ms=self.span_h * HOUR_MS))

    def show_answer(self, answer: HistoryAnswer) -> None:
        """Show the newest answer; an older one that comes late is not shown."""
        if answer.request_id != self._asked:
            return
        if answer.error:
            self._state.setText(answer.error)
            return
        self._answer = answer
        self._show()

    def set_alerts(self, alerts: AlertSettings) -> None:
        """Take the levels that stand as lines in the charts."""
        self._alerts = alerts
        self._show()

    def hide_amounts(self, hidden: bool) -> None:
        """Hide or show amounts of money."""
        self._hide_amounts = hidden
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew."""
        super().showEvent(event)
        self.ask()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask no more."""
        super().hideEvent(event)
        self._again.stop()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20 - RING, 16, 20 - RING - GUTTER, 16)
        column.setSpacing(10)
        column.addLayout(self._head())
        self._pages = QStackedLayout()
        self._pages.addWidget(self._charts_page())
        self._pages.addWidget(self._ended_page())
        column.addLayout(self._pages, 1)
        self._state = words(tr("Reading …"), "sub", wrap=True)
        self._state.setContentsMargins(RING, 0, RING + GUTTER, 0)
        column.addWidget(self._state)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING + GUTTER, 0)
        row.setSpacing(4)
        row.addWidget(words(tr("History"), "title"))
        row.addSpacing(14)
        self._page_buttons = QButtonGroup(self)
        for number, title in enumerate((tr("Accounts"), tr("Closed positions"))):
            row.addWidget(_choice(title, self._page_buttons, number, chosen=number == CHARTS))
        self._page_buttons.idClicked.connect(self._turn_to)
        row.addStretch(1)
        self._span_buttons = QButtonGroup(self)
        for number, (title, hours) in enumerate(SPANS):
            button = _choice(title, self._span_buttons, number, chosen=hours == self.span_h)
            button.setAccessibleName(tr("The last {title}", title=title))
            row.addWidget(button)
        self._span_buttons.idClicked.connect(self._choose_span)
        row.addSpacing(10)
        export = QPushButton(tr("Export CSV …"))
        export.clicked.connect(self._export)
        row.addWidget(export)
        return row

    def _charts_page(self) -> QWidget:
        area = with_gutter(readable(QScrollArea(), tr("Charts of the accounts")))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = named(QWidget(), "scrolled")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(RING - 1, RING - 1, RING - 1, RING - 1)
        self._grid.setSpacing(8)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setWidget(inside)
        return area

    def _ended_page(self) -> QWidget:
        self.table = EndedTable(self._theme, self._model)
        page, card = QWidget(), Panel()
        around, inside = QVBoxLayout(page), QVBoxLayout(card)
        around.setContentsMargins(RING, RING, RING + GUTTER, RING)
        around.addWidget(card)
        inside.setContentsMargins(6, 4, 6, 8)
        inside.addWidget(self.table)
        return page

    # ------------------------------------------------------------------ what the user does

    def _turn_to(self, page: int) -> None:
        self._page_buttons.button(page).setChecked(True)
        self._pages.setCurrentIndex(page)
        self._say()

    def _choose_span(self, number: int) -> None:
        self.span_h = SPANS[number][1]
        self.ask()

    def _export(self) -> None:
        page = self._pages.currentIndex()
        wanted = "accounts.csv" if page == CHARTS else "closed-positions.csv"
        name, _kind = QFileDialog.getSaveFileName(self, tr("Export history"), wanted, "CSV (*.csv)")
        if name:
            self.write(Path(name), page)

    def write(self, path: Path, page: int) -> None:
        """Write what a page shows as CSV and say how it went."""
        answer = self._answer
        if answer is None:
            self._state.setText(tr("There is nothing to write yet."))
            return
        text = series_text(answer.accounts) if page == CHARTS else ended_text(answer.ended)
        try:
            write_whole(path, text)
        except OSError as error:
            self._state.setText(
                tr("{name} could not be written: {error}.", name=path.name, error=error.strerror or error)
            )
        else:
            self._state.setText(tr("Written to {path}.", path=path))

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        answer = self._answer
        if answer is None:
            return
        self._model.show_rows(answer.ended, hide_amounts=self._hide_amounts)
        self._fit_rows(len(answer.accounts))
        for account, charts in zip(answer.accounts, self._rows, strict=True):
            for chart, line in zip(charts, self._lines(account), strict=True):
                chart.show_line(line, answer.since_ms, answer.until_ms)
        self._say()

    def _lines(self, account: AccountSeries) -> tuple[Line, Line, Line]:
        distance, ratio = self._alerts.liquidation_distance, self._alerts.margin_ratio
        points, step_ms, name = account.points, account.step_ms, account.account_id
        return (
            Line(
                title=tr("{name} · equity [{settle}]", name=name, settle=account.settle),
                points=tuple((point.at_ms, point.equity) for point in points),
                step_ms=step_ms,
                write=lambda value: fmt.HIDDEN if self._hide_amounts else fmt.money(value, account.settle),
                tip=tr("Wallet and unrealised PnL together; deposits and withdrawals are in it, so it is no profit."),
            ),
            Line(
                title=tr("{name} · margin ratio", name=name),
                points=tuple((point.at_ms, point.ratio) for point in points),
                step_ms=step_ms,
                write=fmt.used,
                worst="max",
                tip=tr("What the venue requires over the equity of the worst pool: 100 % is liquidation."),
                marks=((ratio.warning, "watch"), (ratio.danger, "danger"), (ratio.critical, "critical")),
                floor=0.0,
            ),
            Line(
                title=tr("{name} · nearest liquidation", name=name),
                points=tuple((point.at_ms, point.distance) for point in points),
                step_ms=step_ms,
                write=_distance,
                tip=tr("Of the nearest position, from its mark: it may be another position at each point."),
                marks=((distance.warning, "watch"), (distance.danger, "danger"), (distance.critical, "critical")),
                floor=0.0,
            ),
        )

    def _fit_rows(self, count: int) -> None:
        """Have a row of three charts per account."""
        while len(self._rows) < count:
            row = [SmallChart(self._theme) for _ in range(3)]
            for place, chart in enumerate(row):
                chart.pointed.connect(self._point)
                self._grid.addWidget(chart, len(self._rows), place)
            self._rows.append(row)
        for row in self._rows[count:]:
            for chart in row:
                self._grid.removeWidget(chart)
                chart.deleteLater()
        del self._rows[count:]

    def _point(self, at_ms: int | None) -> None:
        """Read all charts at the same time."""
        for chart in (chart for row in self._rows for chart in row):
            chart.point_at(at_ms)
        self._say(at_ms)

    def _say(self, at_ms: int | None = None) -> None:
        answer = self._answer
        if answer is None:
            return
        title = next(title for title, hours in SPANS if hours == self.span_h)
        if at_ms is not None:
            self._state.setText(f"{fmt.day(at_ms)} {fmt.hour_and_minute(at_ms)} {fmt.zone_name(at_ms)}")
        elif self._pages.currentIndex() == ENDED:
            what = (
                tr_count("{count} position ended", "{count} positions ended", len(answer.ended))
                if answer.ended
                else tr("No position ended")
            )
            self._state.setText(
                tr("{what} in the last {title} while Marginwatch was watching.", what=what, title=title)
            )
        elif not answer.accounts:
            self._state.setText(
                tr("Nothing was recorded in the last {title}. It begins with the first answer.", title=title)
            )
        else:
            step = fmt.duration(answer.accounts[0].step_ms)
            self._state.setText(
                tr("Each point covers {step} and shows its worst ratio and distance. Gaps were not watched.", step=step)
            )


def _choice(title: str, group: QButtonGroup, number: int, *, chosen: bool) -> QPushButton:
    button = named(QPushButton(title), "flat")
    button.setCheckable(True)
    button.setChecked(chosen)
    group.addButton(button, number)
    return button


def _distance(value: float | None) -> str:
    return tr("none") if value == float("inf") else fmt.room(value)
