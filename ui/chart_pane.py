"""The place of the chart: timeframes and the chart itself, which loads after the window's first paint."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AlertEvent, Candles
from ui import format as fmt
from ui.detail import focused
from ui.icons import IconButton
from ui.painting import CENTER, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

if TYPE_CHECKING:
    from ui.chart import PriceChart

TIMEFRAMES = ("1m", "15m", "1h", "4h", "1d")
MOST_ALARMS = 500  # remembered, of all positions
MARKED = frozenset({"raised", "raised again", "escalated", "worsened"})  # reasons: what got worse then


class ChartPane(QWidget):
    """Timeframe buttons over the chart.

    Signals:
        timeframe_chosen: "15m", …
    """

    timeframe_chosen = Signal(str)

    def __init__(self, theme: Theme, timeframe: str = "15m") -> None:
        super().__init__()
        self._theme = theme
        self.timeframe = timeframe if timeframe in TIMEFRAMES else "15m"
        self._chart: PriceChart | None = None
        self._candles: Candles | None = None
        self._alarms: deque[AlertEvent] = deque(maxlen=MOST_ALARMS)
        self._view = View()
        self._wait = _Waiting(theme)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._wait)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        place = QHBoxLayout()
        place.setContentsMargins(10, 0, 2, 0)
        place.addLayout(self._stack)
        layout.addLayout(place, 1)

    def _bar(self) -> QWidget:
        bar = _Bar(self._theme)
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 4, 8, 2)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for number, timeframe in enumerate(TIMEFRAMES):
            button = QPushButton(timeframe)
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setChecked(timeframe == self.timeframe)
            button.setFixedSize(36, 26)
            button.setStyleSheet("padding: 0; min-height: 22px;")
            button.setAccessibleName(tr("Candles of {timeframe}", timeframe=timeframe))
            group.addButton(button, number)
            row.addWidget(button)
        group.idClicked.connect(lambda number: self._choose(TIMEFRAMES[number]))
        self._origin = _Origin(self._theme)
        row.addWidget(self._origin, 1)
        reset = IconButton(self._theme, "fit", tr("Back to now"), "Z")
        reset.setFixedSize(26, 26)
        reset.clicked.connect(self.show_all)
        row.addWidget(reset)
        return bar

    def load(self) -> None:
        """Load pyqtgraph and build the chart; called once the window has been painted."""
        if self._chart is not None:
            return
        from ui.chart import PriceChart

        self._chart = PriceChart(self._theme)
        self._stack.addWidget(self._chart)
        self.show_view(self._view)
        self.show_candles(self._candles)

    def show_view(self, view: View) -> None:
        """Show the focused position's prices."""
        self._view = view
        risk = focused(view)
        if self._chart is not None:
            self._chart.show_position(risk, stale=risk is not None and view.is_stale(view.account(risk.account_id)))
            key = risk.key if risk is not None else ""
            self._chart.show_alarms(tuple(alarm for alarm in self._alarms if key and alarm.position_key == key))
            if risk is not None:
                self._chart.setAccessibleName(
                    tr(
                        "{symbol} chart with entry, mark, stop and liquidation price",
                        symbol=fmt.base_and_quote(risk.symbol),
                    )
                )
        self._choose_page()

    def add_event(self, event: AlertEvent) -> None:
        """Take a line of the journal; what got worse then is marked on the chart of its position."""
        if event.level and event.position_key and event.reason in MARKED:
            self._alarms.append(event)

    def show_candles(self, candles: Candles | None) -> None:
        """Take new price bars."""
        self._candles = candles
        self._origin.show_candles(candles)
        if self._chart is not None:
            self._chart.show_candles(candles if self._fits() else None)
        self._choose_page()

    def show_all(self) -> None:
        """Undo dragging and zooming."""
        if self._chart is not None:
            self._chart.show_all()

    def _choose(self, timeframe: str) -> None:
        self.timeframe = timeframe
        self.timeframe_chosen.emit(timeframe)
        self._choose_page()

    def _fits(self) -> bool:
        """Whether the candles in hand are those of the focused position and the chosen timeframe."""
        risk, candles = focused(self._view), self._candles
        return (
            risk is not None
            and candles is not None
            and (candles.symbol, candles.account_id) == (risk.symbol, risk.account_id)
        )

    def _choose_page(self) -> None:
        if self._chart is not None and self._fits():
            if self._chart.is_empty:
                self._chart.show_candles(self._candles)
            self._stack.setCurrentWidget(self._chart)
            return
        self._wait.say(tr("Loading the chart …") if focused(self._view) is not None else "")
        if self._chart is not None:
            self._chart.show_candles(None)
        self._stack.setCurrentWidget(self._wait)


class _Bar(Canvas):
    """The line over the timeframes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(36)

    def draw(self, ink: Ink) -> None:
        ink.line(0, 0.5, self.width(), 0.5, self.theme.color("line"))


class _Origin(Canvas):
    """Says so where prices are not a market's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._synthetic = False

    def show_candles(self, candles: Candles | None) -> None:
        self._synthetic = candles is not None and candles.synthetic
        self.update()

    def draw(self, ink: Ink) -> None:
        if self._synthetic:
            rect = QRectF(0, 0, self.width() - 10, 26)
            ink.text(rect, RIGHT, tr("synthetic prices"), face(11, 500), self.theme.color("demo"), shorten=True)


class _Waiting(Canvas):
    """Stands where the chart will be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = ""
        self.setMinimumHeight(150)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def say(self, words: str) -> None:
        self._words = words
        self.update()

    def draw(self, ink: Ink) -> None:
        ink.text(QRectF(self.rect()), CENTER, self._words, face(12), self.theme.color("text3"), shorten=True)
