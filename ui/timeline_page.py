"""How the selected position has fared over hours: its distance, its pool's ratio, and what was told, on one axis.

Where nothing was recorded the line is broken: silence is not calm. Times in ms UTC.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AskTimeline, Timeline
from ui.detail import focused
from ui.dialog_style import named, readable, words
from ui.theme import Theme
from ui.timeline_picture import TimelineEvents, TimelinePicture
from ui.view import View

SPANS = ((1, tr("1 h")), (6, tr("6 h")), (24, tr("24 h")), (168, tr("7 d")))
AGAIN_AFTER_MS = 30_000  # as often as the engine keeps a point
LOST_AFTER_MS = 3_000


class TimelinePage(QWidget):
    """Spans to choose, the picture, and the events under it.

    Signals:
        asked: an AskTimeline for the engine.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view = View()
        self._hours = 6
        self._asked = 0
        self._about: tuple[str, int] = ("", 0)  # position and hours that were asked for
        self._since_asked = QElapsedTimer()
        self._shown: Timeline | None = None
        self.picture, self.events = TimelinePicture(theme), TimelineEvents(theme)
        self.state = words("", "quiet")
        area = readable(QScrollArea(), tr("What was told of the selected position"))
        area.setWidget(self.events)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.picture, 3)
        column.addWidget(area, 2)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 14, 2)
        bar.setSpacing(2)
        group = QButtonGroup(self)
        for hours, title in SPANS:
            button = named(QPushButton(title), "tab")
            button.setCheckable(True)
            button.setChecked(hours == self._hours)
            button.setAccessibleName(tr("The last {title}", title=title))
            group.addButton(button, hours)
            bar.addWidget(button)
        group.idClicked.connect(self.choose)
        bar.addStretch(1)
        bar.addWidget(self.state)
        return bar

    def choose(self, hours: int) -> None:
        """Look back so many hours."""
        self._hours = hours
        self.show_view(self._view)

    def show_view(self, view: View) -> None:
        """Take the selected position; ask for its timeline where it is not here, or no longer young."""
        self._view = view
        risk = focused(view)
        wanted = ("" if risk is None else risk.key, self._hours)
        if self._shown is not None and self._shown.position_key != wanted[0]:
            self._shown = None
        waited = self._since_asked.elapsed() if self._since_asked.isValid() else AGAIN_AFTER_MS
        patience = LOST_AFTER_MS if self._shown is None else AGAIN_AFTER_MS
        if wanted[0] and (wanted != self._about or waited >= patience):
            self._asked += 1
            self._about = wanted
            self._since_asked.start()
            self.asked.emit(AskTimeline(request_id=self._asked, position_key=wanted[0], hours=wanted[1]))
        self._show()

    def take(self, answer: Timeline) -> None:
        """Show an answer, if it is the one that is waited for."""
        if answer.request_id == self._asked:
            self._shown = answer
            self._show()

    def _show(self) -> None:
        self.picture.show_timeline(self._shown, focused(self._view), self._view)
        self.events.show_timeline(self._shown, self._view)
        risk = focused(self._view)
        told = "" if self._shown is not None or risk is None else tr("being read …")
        if self._shown is not None and not self._shown.points:
            told = tr("nothing recorded yet")
        if self.state.text() != told:
            self.state.setText(told)
