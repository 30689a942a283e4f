"""The alert feed: every alarm that stands, with real buttons, and below them the newest lines of the journal.

Active alarms come first and are coloured; acknowledged and snoozed ones are muted and count down; one whose cause is
gone stays, marked, until it is acknowledged. Venue and account names are plain text. Of many alarms only those are
built that are in sight or nearly so: hundreds take seconds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from monitor.language import tr, tr_count
from monitor.messages import AlertEvent, AlertState
from ui.alert_row import ROW_HEIGHT, AlertRow, EventLine
from ui.dialog_style import with_gutter
from ui.painting import Panel
from ui.shelf import fill_shelf_menu, shelves
from ui.theme import Theme
from ui.view import View, is_waiting, waiting_of

LOW = "QPushButton { min-height: 22px; } QPushButton:focus { min-height: 20px; }"
KEPT_EVENTS = 100
SHOWN_EVENTS = 30
NEW_ROWS = 6  # made in one go
AHEAD, BEHIND = 12, 60  # rows below the last one in sight that are made, and that are kept
NEWS = ("cleared", "closed", "liquidated", "improved", "restored", "snooze refused")

NOT_JUDGED = tr("Nothing has been judged yet: guarding begins with the first answer.")


class AlertFeed(Panel):
    """The pane.

    Signals:
        acknowledged: key of an alarm. snoozed: (key, seconds). position_chosen: key of the position an alarm is about.
        shelved: (key of an alarm or position, seconds); 0 takes it down. rules_requested: the link to the alert rules.
    """

    acknowledged = Signal(str)
    snoozed = Signal(tuple)
    shelved = Signal(tuple)
    position_chosen = Signal(str)
    rules_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = View()
        self._rows: dict[str, AlertRow] = {}
        self._lines: dict[tuple[int, int], EventLine] = {}
        self._events: deque[AlertEvent] = deque(maxlen=KEPT_EVENTS)
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self._nothing = QLabel(tr("No alarm. What happens is listed here."))
        self._nothing.setObjectName("quiet")
        self._rest = QLabel()
        self._rest.setObjectName("quiet")
        self._rest.hide()
        for words in (self._nothing, self._rest):
            words.setContentsMargins(16, 6, 16, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.setSpacing(0)
        layout.addLayout(self._top_line())
        layout.addWidget(self._scroll_area(), 1)
        self.setMinimumHeight(128)

    def _top_line(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setContentsMargins(16, 7, 8, 3)
        heading = QLabel(tr("Alerts"))
        heading.setObjectName("heading")
        self._shelf = QPushButton()
        self._shelf.setObjectName("flat")
        self._shelf.setToolTip(tr("Alarms that are quiet below Critical for a while"))
        self._shelf.setStyleSheet(LOW)
        self._shelf.hide()
        self.shelf_menu = QMenu(self._shelf)
        self.shelf_menu.aboutToShow.connect(
            lambda: fill_shelf_menu(self.shelf_menu, self._view, lambda key, left: self.shelved.emit((key, left)))
        )
        self._shelf.setMenu(self.shelf_menu)
        self._to_rules = rules = QPushButton(tr("Alert rules"))
        rules.setObjectName("flat")
        rules.setToolTip(tr("Levels and thresholds"))
        rules.setStyleSheet(LOW)
        rules.clicked.connect(self.rules_requested)
        top.addWidget(heading)
        top.addSpacing(8)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self._shelf)
        top.addWidget(rules)
        return top

    def _scroll_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("feed")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self._rest)
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        area = with_gutter(QScrollArea())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("Alert feed"))
        area.setWidget(inner)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self._build_on())
        self._area = area
        return area

    @property
    def has_lines(self) -> bool:
        """Whether there is an alarm, or a line of the journal."""
        return bool(self._rows or self._events)

    # ------------------------------------------------------------------ what the window tells

    def show_view(self, view: View) -> None:
        """Show the view's alarms, worst and unacknowledged first, and the journal.

        Many new ones come a few at a time, so that a flood of alarms does not hold up the window.
        """
        self._view = view
        everything = sorted(_shown(view), key=lambda alert: (not is_waiting(alert), -alert.level, -alert.since_ms))
        reach = self._reach(everything)
        alerts, rest = everything[:reach], max(0, len(everything) - reach)
        self._drop_rows({alert.key for alert in alerts})
        room = NEW_ROWS
        for place, alert in enumerate(alerts):
            row = self._rows.get(alert.key)
            if row is None and room == 0:
                alerts = alerts[:place]  # the others follow at once, but not in one go
                QTimer.singleShot(0, self, lambda: self.show_view(self._view))
                break
            if row is None:
                room -= 1
                row = self._new_row(alert.key)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
                row.show()  # Qt would do it at the next event, and till then the list has no room for it
            row.show_alert(alert, view, seen=self._may_be_seen(place))
        self._rest.setText(tr_count("{count} more alarm below", "{count} more alarms below", rest))
        self._rest.setVisible(rest > 0)
        self._show_events(view, len(alerts), None if rest else everything)
        waiting = len(waiting_of(view.update))
        lying = len(shelves(view))
        self._shelf.setText(tr("{lying} shelved", lying=lying))
        self._shelf.setVisible(lying > 0)
        quiet = len(everything) - waiting
        words = tr("{waiting} open", waiting=waiting) if waiting else tr("none open")
        self._count.setText(words + (tr(", {quiet} quiet", quiet=quiet) if quiet else ""))
        self._nothing.setVisible(not everything and not self._events)
        self._nothing.setText(tr("No alarm. What happens is listed here.") if _is_judged(view) else NOT_JUDGED)
        self._lay_out()

    def add_event(self, event: AlertEvent) -> None:
        """Add a line of the journal; what an alarm above already says is not said twice."""
        is_known = any(_name_of(one) == _name_of(event) for one in self._events)  # told again by a new engine
        if event.reason.startswith(NEWS) and not is_known:
            self._events.append(event)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from top to bottom: rows come and go, and Qt would put a new one last."""
        rows = sorted(self._rows.values(), key=lambda row: row.y())
        return (self._shelf, self._to_rules, *(part for row in rows for part in (row, *row.findChildren(QPushButton))))

    def acknowledge_selected(self) -> bool:
        """Acknowledge the alarm that has the focus, else the topmost open one in sight; False when there is none."""
        rows = [row for row in self._rows.values() if row.is_open()]
        chosen = next((row for row in rows if row.has_focus()), None)
        if chosen is None:
            chosen = min(filter(self._in_sight, rows), key=lambda row: row.y(), default=None)
        if chosen is None:
            return False
        self.acknowledged.emit(chosen.key)
        return True

    def open_selected_menu(self) -> bool:
        """Open the menu of the alarm that has the focus, else of the topmost one; False when there is none."""
        rows = sorted(self._rows.values(), key=lambda row: row.y())
        chosen = next((row for row in rows if row.has_focus()), rows[0] if rows else None)
        return chosen is not None and chosen.open_menu(chosen.mapToGlobal(chosen.rect().center())) is not None

    def acknowledge_visible(self) -> None:
        """Acknowledge every open alarm in sight; none off-screen."""
        for row in self._rows.values():
            if row.is_open() and self._in_sight(row):
                self.acknowledged.emit(row.key)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        """Place the rows now: a key pressed before the next event must find them where they will be seen."""
        inner, port = self._area.widget(), self._area.viewport()
        if inner is not None and self._list.totalMinimumSize().height() != inner.height():
            inner.resize(port.width(), max(port.height(), self._list.totalMinimumSize().height()))
        self._list.activate()

    def _last_in_sight(self) -> int:
        """The place of the last row that the viewport reaches."""
        return (self._area.verticalScrollBar().value() + self._area.viewport().height()) // ROW_HEIGHT

    def _reach(self, alerts: list[AlertState]) -> int:
        """How many rows are to stand: those in sight, some ahead of them, and up to the one with the keyboard."""
        wanted = self._last_in_sight() + AHEAD
        focused = next((place for place, one in enumerate(alerts) if self._has_focus(one.key)), -1)
        return max(wanted, focused + 1, min(len(self._rows), wanted + BEHIND))

    def _has_focus(self, key: str) -> bool:
        row = self._rows.get(key)
        return row is not None and row.has_focus()

    def _build_on(self) -> None:
        """Build what comes into sight while the user scrolls."""
        if self._rest.isVisibleTo(self) and self._last_in_sight() + AHEAD // 2 > len(self._rows):
            self.show_view(self._view)

    def _may_be_seen(self, place: int) -> bool:
        """Whether the row at a place is, or is nearly, in sight."""
        first = self._area.verticalScrollBar().value() // ROW_HEIGHT
        return first - 2 <= place <= first + self._area.viewport().height() // ROW_HEIGHT + 2

    def _in_sight(self, row: AlertRow) -> bool:
        """Whether the better part of a row can be seen."""
        return row.isVisible() and row.visibleRegion().boundingRect().height() > ROW_HEIGHT / 2

    def _new_row(self, key: str) -> AlertRow:
        row = AlertRow(self._theme, key)
        row.acknowledged.connect(self.acknowledged)
        row.snoozed.connect(self.snoozed)
        row.shelved.connect(self.shelved)
        row.position_chosen.connect(self.position_chosen)
        row.focused.connect(lambda: self._area.ensureWidgetVisible(row, 0, 4))
        self._rows[key] = row
        return row

    def _drop_rows(self, keep: set[str]) -> None:
        for key in [key for key in self._rows if key not in keep]:
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.deleteLater()

    def _show_events(self, view: View, start: int, alerts: Sequence[AlertState] | None) -> None:
        """Show the journal from a place on; None: alarms are still to come there."""
        said = {alert.key for alert in alerts or ()}
        news = [event for event in self._events if event.key not in said] if alerts is not None else []
        shown = news[-SHOWN_EVENTS:][::-1]
        kept = {_name_of(event) for event in shown}
        for name in [name for name in self._lines if name not in kept]:
            line = self._lines.pop(name)
            self._list.removeWidget(line)
            line.deleteLater()
        for place, event in enumerate(shown, start):
            line = self._lines.get(_name_of(event)) or EventLine(self._theme, event)
            line.show_view(view)
            self._lines[_name_of(event)] = line
            if self._list.indexOf(line) != place:
                self._list.insertWidget(place, line)


def _name_of(event: AlertEvent) -> tuple[int, int]:
    """What tells one line of the journal from all others: the numbers of a new data folder begin again."""
    return event.id, event.at_ms


def _is_judged(view: View) -> bool:
    """Whether the engine has read and judged anything at all."""
    return view.update is not None and any(account.read_ms is not None for account in view.update.accounts)


def _shown(view: View) -> list[AlertState]:
    """All alarms but those still in their on-delay."""
    if view.update is None:
        return []
    return [alert for alert in view.update.alerts if alert.phase != "pending"]
