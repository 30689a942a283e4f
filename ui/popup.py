"""The alert window: on top of all windows, never taking the keyboard; one card for each alarm that wants to be seen.

CRITICAL stays until it is acknowledged, DANGER goes after 30 s, WARNING after 8 s (all stay in the feed). A repeat
takes its card's place. More than three cards are grouped into one line; CRITICAL ones come first. Spans in ms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AlertEvent, AlertState
from ui.alert_card import WIDTH, AlertCard
from ui.compositor import has_compositor
from ui.corner import place_in
from ui.dialog_style import named
from ui.theme import LEVEL_WORDS, Theme
from ui.window_state import CORNERS, Corner

TITLE = tr("Marginwatch alert")
MOST_CARDS = 3
STAY_MS = (8_000, 8_000, 30_000, None)  # by level; None: until acknowledged
OVER_STAY_MS = 30_000
OVER_TEXT = tr("The cause is gone. It stays in the feed until it is acknowledged.")
FADE_MS = 350
LOOK_MS = 500
GAP = 10
TALL = 560  # px of a screen on which all cards have room
FLOOD = "flood|"  # begins the key of a card that stands for all lesser alarms of the account named after it
UNSEEN_MS = 5_000  # a card whose alarm no Update has shown yet is kept this long

_FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.Tool
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class AlertPopup(QWidget):
    """All cards, stacked in a corner of the screen; they cover nothing of what must stay in sight.

    Signals:
        acknowledged: the alarm's key. snoozed: (key, seconds). shown: the AlertEvent to bring into view.
        all_shown: the feed is wanted.
    """

    acknowledged = Signal(str)
    snoozed = Signal(object)
    shown = Signal(object)
    all_shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, square: bool | None = None) -> None:
        super().__init__(parent, _FLAGS)
        self._theme = theme
        self._square = not has_compositor() if square is None else square
        self._told: dict[str, AlertEvent] = {}  # every alarm of the stack
        self._said: dict[str, tuple[str, str]] = {}  # its newest title and text
        self._cards: dict[str, AlertCard] = {}  # of those that have room
        self._left_ms: dict[str, int | None] = {}
        self._age_ms: dict[str, int] = {}
        self._known: set[str] = set()  # alarms that an Update has shown as standing
        self._fading: set[str] = set()
        self._over: set[str] = set()  # alarms whose cause is gone, not acknowledged yet
        self._hovered = False
        self._amounts_hidden = False
        self.corner: Corner = CORNERS[0]
        self.in_sight: Callable[[], Sequence[QRect]] = tuple  # places on the screen that it must not cover
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._square)
        self.setAccessibleName(tr("Alert window"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0 if self._square else GAP)
        self._more = _More(theme, self, radius=0 if self._square else 12)
        self._more.all_shown.connect(self._show_all)
        self._column.addWidget(self._more)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._pass_time)
        self._behind = False  # told, not arranged yet
        self._burst = QTimer(self, singleShot=True, interval=0)
        self._burst.timeout.connect(self._catch_up)

    def tell(self, event: AlertEvent) -> None:
        """Show an event; a newer one of the same alarm takes its card's place.

        The first of a burst is on the screen at once; the others follow together: a burst costs one arrangement.
        """
        self._told[event.key] = event
        self._said[event.key] = (event.title, event.text)
        self._fading.discard(event.key)
        self._over.discard(event.key)
        self._left_ms[event.key] = STAY_MS[max(0, min(3, event.level))]
        self._age_ms[event.key] = 0
        if self._burst.isActive():
            self._behind = True
            return
        self._burst.start()
        self._arrange()

    def reconcile(self, alerts: tuple[AlertState, ...]) -> None:
        """Drop the cards of alarms that are settled elsewhere; the others say what is newest."""
        standing = {alert.key for alert in alerts if alert.phase in ("active", "returned", "pending")}
        standing |= {f"{FLOOD}{alert.account_id}" for alert in alerts if alert.phase == "active" and alert.level < 3}
        self._known |= standing & self._told.keys()
        for alert in alerts:
            if alert.key in self._told and alert.phase == "active":
                self._said[alert.key] = (alert.title, alert.text)
                self._over.discard(alert.key)
            elif alert.key in self._told and alert.phase == "returned" and alert.key not in self._over:
                self._over.add(alert.key)
                self._said[alert.key] = (tr("Over: {title}", title=self._told[alert.key].title), OVER_TEXT)
                self._left_ms[alert.key] = OVER_STAY_MS
        gone = [key for key in self._told if key not in standing]
        for key in gone:
            if key in self._known or self._age_ms[key] > UNSEEN_MS:
                self._remove(key)
        self._arrange()

    def set_amounts_hidden(self, hidden: bool) -> None:
        """Hide amounts of money, in the cards that stand too."""
        self._amounts_hidden = hidden
        for card in self._cards.values():
            card.hide_amounts(hidden)
        if self._cards:
            self._arrange()

    @property
    def keys(self) -> tuple[str, ...]:
        """The alarms that have a card, in the order of the stack; grouped ones come last."""
        return tuple(sorted(self._told, key=self._rank))

    @property
    def visible_keys(self) -> tuple[str, ...]:
        """The alarms whose card can be seen now."""
        self._catch_up()
        return tuple(key for key in self.keys if key in self._cards and self._cards[key].isVisible())

    def place(self) -> None:
        """Move to the corner of the screen, beside what must stay in sight."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.adjustSize()
        self.move(place_in(room, self.size(), self.corner, self.in_sight()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Time stands still for the cards under the pointer."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Time goes on."""
        self._hovered = False
        super().leaveEvent(event)

    # ------------------------------------------------------------------ inside

    def _add(self, event: AlertEvent) -> AlertCard:
        card = AlertCard(self._theme, event, square=self._square, hidden=self._amounts_hidden, parent=self)
        card.acknowledged.connect(self._acknowledge)
        card.snoozed.connect(self._snooze)
        card.shown.connect(self.shown)
        self._cards[event.key] = card
        return card

    def _acknowledge(self, key: str) -> None:
        self._remove(key)
        self._arrange()
        self.acknowledged.emit(key)

    def _snooze(self, choice: tuple[str, int]) -> None:
        self._remove(choice[0])
        self._arrange()
        self.snoozed.emit(choice)

    def _show_all(self) -> None:
        self.all_shown.emit()

    def _remove(self, key: str) -> None:
        self._told.pop(key, None)
        self._said.pop(key, None)
        self._left_ms.pop(key, None)
        self._age_ms.pop(key, None)
        self._known.discard(key)
        self._over.discard(key)
        self._fading.discard(key)
        self._drop_card(key)

    def _drop_card(self, key: str) -> None:
        card = self._cards.pop(key, None)
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _rank(self, key: str) -> tuple[int, int]:
        """Worst first, then newest; what is over comes last."""
        event = self._told[key]
        return (1 if key in self._over else -event.level, -event.id)

    def _catch_up(self) -> None:
        """Arrange what a burst has brought."""
        if self._behind:
            self._arrange()

    def _arrange(self) -> None:
        """Give the most urgent alarms a card each, and the others one line."""
        self._behind = False
        if not self._told:
            self._clock.stop()
            self.hide()
            return
        order = self.keys
        most = MOST_CARDS if QGuiApplication.primaryScreen().availableGeometry().height() >= TALL else 2
        shown = order if len(order) <= most else order[: most - 1]
        for key in [key for key in self._cards if key not in shown]:
            self._drop_card(key)
        for place, key in enumerate(shown):
            card = self._card(key)
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
            card.setVisible(True)
        self._more.show_count(tuple(self._told[key] for key in order[len(shown) :]))
        if not self._clock.isActive():
            self._clock.start()
        self.place()
        if not self.isVisible():
            self.show()
        self.raise_()

    def _card(self, key: str) -> AlertCard:
        """The card of an alarm as it was told last, with its newest words."""
        event = self._told[key]
        card = self._cards.get(key)
        if card is None:
            card = self._add(event)
        elif card.told is not event:
            card.replace(event)
        if key not in self._fading:
            card.setGraphicsEffect(None)  # type: ignore[arg-type]  # it may have been fading: it is wanted again
        card.say(*self._said[key])
        card.set_over(key in self._over)
        return card

    def _pass_time(self) -> None:
        for key in self._age_ms:
            self._age_ms[key] += LOOK_MS
        if self._hovered:
            return
        self.place()  # what must stay in sight may have moved
        for key, left in list(self._left_ms.items()):
            if left is None:
                continue
            self._left_ms[key] = left - LOOK_MS
            if left - LOOK_MS <= 0:
                self._fade(key)

    def _fade(self, key: str) -> None:
        """Let a card go; it stays in the feed."""
        card = self._cards.get(key)
        self._left_ms[key] = None
        self._fading.add(key)
        if card is None or not card.isVisible() or self._theme.still:
            self._faded(key)
            return
        effect = QGraphicsOpacityEffect(card)
        card.setGraphicsEffect(effect)
        fading = QPropertyAnimation(effect, b"opacity", effect)
        fading.setDuration(FADE_MS)
        fading.setStartValue(1.0)
        fading.setEndValue(0.0)
        fading.setEasingCurve(QEasingCurve.Type.OutCubic)
        fading.finished.connect(lambda: self._faded(key))
        fading.start()

    def _faded(self, key: str) -> None:
        if key not in self._fading:
            return  # it was told again while it faded
        self._remove(key)
        self._arrange()


class _More(QWidget):
    """The line that stands for the cards that have no room."""

    all_shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, radius: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._radius = radius
        self.setFixedSize(WIDTH, 48)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        button = named(QPushButton(tr("Show all")), "")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.all_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 16, 0)
        row.addWidget(self._words, 1)
        row.addWidget(button)
        named(self, "more")
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_count(self, events: tuple[AlertEvent, ...]) -> None:
        counts = [(LEVEL_WORDS[level], sum(event.level == level for event in events)) for level in (3, 2, 1)]
        parts = ", ".join(f"{count} {word}" for word, count in counts if count)
        self._words.setText(tr("{count} more: {parts}", count=len(events), parts=parts))
        self.setVisible(bool(events))

    def _recolour(self, _name: str = "") -> None:
        ground, line, text = (self._theme.color(name).name() for name in ("panel", "line_strong", "text"))
        self.setStyleSheet(
            f"QWidget#more {{ background: {ground}; border: 1px solid {line}; border-radius: {self._radius}px; }}"
            f" QWidget#more QLabel {{ color: {text}; background: transparent; font-size: 12px; font-weight: 500; }}"
        )
