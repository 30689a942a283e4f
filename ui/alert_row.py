"""One line of the alert feed: an alarm with its buttons, or a line of the journal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from monitor.language import tr, tr_count
from monitor.messages import AlertEvent, AlertState
from ui import format as fmt
from ui.engine_words import reason_title
from ui.icons import IconButton
from ui.painting import LEFT, RIGHT, Canvas, Ink
from ui.shelf import add_shelf_entries
from ui.theme import LEVEL_WORDS, Theme, face
from ui.view import View, is_hushed, is_waiting

ROW_HEIGHT = 43
SNOOZES_S = (300, 600, 1800, 3600)
TEXT_LEFT, RIGHT_PAD = 116.0, 12.0  # px; at the right all ends where the figures of the table above do


class AlertRow(Canvas):
    """One alarm: painted text, real buttons. The row itself can be focused; Enter shows its position.

    Signals:
        snoozed, shelved: (key, seconds); the key of a shelf may be that of a position.
    """

    acknowledged = Signal(str)
    snoozed = Signal(tuple)
    shelved = Signal(tuple)
    position_chosen = Signal(str)
    focused = Signal()
    RADIUS = 8.0

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.key = key
        self._alert: AlertState | None = None
        self._late = False  # its words are newer than what is said of it
        self._view = View()
        self.setFixedHeight(ROW_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._snooze = QPushButton(tr("Snooze"))
        self._acknowledge = QPushButton(tr("Acknowledge"))
        self._acknowledge.clicked.connect(lambda: self.acknowledged.emit(self.key))
        self._menu = QMenu(self._snooze)
        for seconds in SNOOZES_S:
            action = self._menu.addAction(
                tr("for {minutes}", minutes=tr_count("{count} minute", "{count} minutes", seconds // 60))
            )
            action.triggered.connect(lambda _on=False, seconds=seconds: self.snoozed.emit((self.key, seconds)))
        self._snooze.setMenu(self._menu)
        self._more = IconButton(theme, "more", tr("More"))
        self._more.setObjectName("flat")
        self._more.clicked.connect(lambda: self.open_menu(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, int(RIGHT_PAD), 0)
        layout.setSpacing(8)
        layout.addStretch(1)
        for button in (self._snooze, self._acknowledge):
            button.setFixedHeight(26)
            button.setStyleSheet("min-height: 24px;")
            layout.addWidget(button)
        self._more.setFixedSize(28, 26)
        layout.addWidget(self._more)

    def show_alert(self, alert: AlertState, view: View, *, seen: bool = True) -> None:
        """Show where the alarm stands.

        Args:
            seen: it is in sight; else new words of one that stands as before wait until it is.
        """
        before = self._alert
        if not seen and before is not None and _stands(before) == _stands(alert):
            self._alert, self._view, self._late = alert, view, True
            return
        counts = alert.quiet_until_ms is not None or is_hushed(alert)
        if alert == before and not counts and not self._late and view.hide_amounts == self._view.hide_amounts:
            self._view = view
            return
        self._alert, self._view, self._late = alert, view, False
        is_open = is_waiting(alert)
        self._acknowledge.setVisible(is_open)
        self._snooze.setVisible(is_open and alert.phase == "active")
        self._snooze.setEnabled(alert.snoozes_left > 0)
        self._snooze.setToolTip(
            tr("{snoozes} left", snoozes=tr_count("{count} snooze", "{count} snoozes", alert.snoozes_left))
            if alert.snoozes_left
            else tr("It cannot be snoozed any more")
        )
        self._acknowledge.setAccessibleName(tr("Acknowledge: {title}", title=alert.title))
        self._snooze.setAccessibleName(tr("Snooze: {title}", title=alert.title))
        self._more.setAccessibleName(tr("More: {title}", title=alert.title))
        self.setAccessibleName(f"{_phase_words(alert, view)}: {alert.title}. {view.sentence(alert.text)}")
        self.update()

    def is_open(self) -> bool:
        """Whether it waits to be acknowledged."""
        return self._alert is not None and is_waiting(self._alert)

    def has_focus(self) -> bool:
        """Whether the row or one of its buttons has the keyboard."""
        return any(part.hasFocus() for part in (self, self._acknowledge, self._snooze, self._more))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self.focused.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show the position."""
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the position."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the row's menu."""
        self.open_menu(event.globalPos())

    def open_menu(self, place: QPoint) -> QMenu | None:
        """Open what can be done with the alarm at a place on the screen, and return it."""
        alert = self._alert
        if alert is None:
            return None
        menu = QMenu(self)
        if alert.position_key:
            menu.addAction(tr("Show the position")).triggered.connect(lambda _on=False: self._choose())
        if is_waiting(alert):
            menu.addAction(tr("Acknowledge")).triggered.connect(lambda _on=False: self.acknowledged.emit(self.key))
        if not menu.isEmpty():
            menu.addSeparator()
        add_shelf_entries(menu, alert, self._view, lambda key, seconds: self.shelved.emit((key, seconds)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _choose(self) -> None:
        if self._alert is not None and self._alert.position_key:
            self.position_chosen.emit(self._alert.position_key)

    def ring(self) -> QRectF:
        """Return where the ring of focus is drawn: around the ground of an open alarm."""
        return QRectF(9, 2, self.width() - 10, ROW_HEIGHT - 4)

    def draw(self, ink: Ink) -> None:
        """Paint shape, time, title and text."""
        alert = self._alert
        if alert is None:
            return
        theme, is_open, width = self.theme, is_waiting(alert), float(self.width())
        level = max(alert.level, 0)
        if is_open:
            token_level = level if alert.phase == "active" else 0
            ground = theme.level(token_level, 26 if token_level else 16)
            ink.box(QRectF(8, 1.5, width - 8, ROW_HEIGHT - 3), 8, ground)
        self._draw_shape(ink, alert, is_open)
        ink.text(
            QRectF(46, 0, 66, ROW_HEIGHT), LEFT, fmt.clock(alert.since_ms), face(12, 500, True), theme.color("text3")
        )
        buttons = [button for button in (self._snooze, self._acknowledge, self._more) if not button.isHidden()]
        right = min((button.x() for button in buttons), default=width - 20) - 12.0
        if not is_open:
            words = _phase_words(alert, self._view)
            right -= ink.text(QRectF(right - 220, 0, 220, ROW_HEIGHT), RIGHT, words, face(12, 400, True),
                              theme.color("text3")) + 16  # fmt: skip
        room = max(20.0, right - TEXT_LEFT)
        strong = face(13, 600 if is_open else 500, True)
        title = QRectF(TEXT_LEFT, 4, room, 19)
        ink.text(title, LEFT, _title(alert), strong, theme.color("text" if is_open else "text2"), shorten=True)
        text = QRectF(TEXT_LEFT, 22, room, 17)
        ink.text(
            text,
            LEFT,
            self._view.sentence(alert.text),
            face(12, 400, True),
            theme.color("text2" if is_open else "text3"),
            shorten=True,
        )
        ink.tips.append((QRectF(0, 0, right, ROW_HEIGHT), _tip(alert, self._view)))

    def _draw_shape(self, ink: Ink, alert: AlertState, is_open: bool) -> None:
        if not alert.data_is_good:
            ink.unknown_shape(26, ROW_HEIGHT / 2, 14)
            return
        ink.painter.setOpacity(1.0 if is_open and alert.phase != "returned" else 0.5)
        ink.level_shape(26, ROW_HEIGHT / 2, 13, alert.level if alert.phase != "returned" else alert.peak)
        ink.painter.setOpacity(1.0)


class EventLine(Canvas):
    """One line of the journal, muted."""

    def __init__(self, theme: Theme, event: AlertEvent, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._event = event
        self._text = ""
        self.setFixedHeight(ROW_HEIGHT)

    def show_view(self, view: View) -> None:
        """Say the line, its amounts hidden where the user wants that."""
        text = view.sentence(self._event.text)
        if text != self._text:
            self._text = text
            self.setAccessibleName(f"{fmt.clock(self._event.at_ms)} {self._event.title}. {text}")
            self.update()

    def draw(self, ink: Ink) -> None:
        """Paint time, title and text."""
        event, theme, width = self._event, self.theme, float(self.width())
        ink.painter.setOpacity(0.5)
        ink.level_shape(26, ROW_HEIGHT / 2, 13, event.level)
        ink.painter.setOpacity(1.0)
        ink.text(QRectF(46, 0, 66, ROW_HEIGHT), LEFT, fmt.clock(event.at_ms), face(12, 500, True), theme.color("text3"))
        reason = reason_title(event.reason)
        kind = face(12, 400, True)
        used = ink.text(
            QRectF(width - RIGHT_PAD - 200, 0, 200, ROW_HEIGHT), RIGHT, reason, kind, theme.color("text3"), shorten=True
        )
        room = max(20.0, width - RIGHT_PAD - used - 16 - TEXT_LEFT)
        token = "critical" if event.reason == "liquidated" else "text2"
        ink.text(QRectF(TEXT_LEFT, 4, room, 19), LEFT, event.title, face(13, 500), theme.color(token), shorten=True)
        ink.text(QRectF(TEXT_LEFT, 22, room, 17), LEFT, self._text, kind, theme.color("text3"), shorten=True)
        ink.tips.append((QRectF(0, 0, width, ROW_HEIGHT), f"{event.title}\n{self._text}\n{fmt.utc(event.at_ms)}"))


def _stands(alert: AlertState) -> tuple[object, ...]:
    """What buttons and order depend on."""
    return (alert.phase, alert.level, alert.snoozes_left, alert.shelved_until_ms, alert.inhibited_by)


def _title(alert: AlertState) -> str:
    return tr("Over: {title}", title=alert.title) if alert.phase == "returned" else alert.title


def _phase_words(alert: AlertState, view: View) -> str:
    if alert.inhibited_by:
        return tr("Explained by: {inhibited_by}", inhibited_by=_title_of(alert.inhibited_by, view))
    if is_hushed(alert):
        return tr("Shelved, {left} left", left=fmt.countdown((alert.shelved_until_ms or 0) - view.now_ms))
    left = None if alert.quiet_until_ms is None else alert.quiet_until_ms - view.now_ms
    if alert.phase == "acknowledged":
        return tr("Acknowledged, again in {left}", left=fmt.countdown(left)) if left is not None else tr("Acknowledged")
    if alert.phase == "snoozed":
        return tr("Snoozed, {left} left", left=fmt.countdown(left))
    if alert.phase == "returned":
        return tr("Over, not yet acknowledged")
    return LEVEL_WORDS[alert.level]


def _title_of(key: str, view: View) -> str:
    """The title of another alarm."""
    alerts = () if view.update is None else view.update.alerts
    return next((alert.title for alert in alerts if alert.key == key), key.replace("|", " ").strip())


def _tip(alert: AlertState, view: View) -> str:
    lines = [
        f"{LEVEL_WORDS[max(alert.level, alert.peak)].upper()} · {_phase_words(alert, view)}",
        alert.title,
        view.sentence(alert.text),
        tr("Since {time}", time=fmt.utc(alert.since_ms)),
    ]
    if alert.inhibited_by:
        lines.append(tr("It is not told: the alarm that explains it was."))
    if alert.shelved_until_ms is not None:
        lines.append(tr("Shelved: Warning and Danger are not told. Critical is."))
    if not alert.data_is_good:
        lines.append(tr("The data has stopped: this is the last level known."))
    return "\n".join(lines)
