"""One card of the alert window: level as shape, word and colour; what happened; what to do; real buttons."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from monitor.language import tr
from monitor.messages import AlertEvent
from ui import format as fmt
from ui.dialog_style import named
from ui.painting import CENTER, HINTS, LEFT, RIGHT, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View

WIDTH = 408
LEVEL_WORDS = (tr("NOTE"), tr("WARNING"), tr("DANGER"), tr("CRITICAL"))
SNOOZES = ((300, tr("Snooze 5 min")), (600, tr("10 min")))
_RADIUS = 12.0


class AlertCard(QWidget):
    """Shows one event. Buttons never take the keyboard: the user may be typing an order elsewhere.

    Signals:
        acknowledged: the alarm's key. snoozed: (key, seconds). shown: the event.
    """

    acknowledged = Signal(str)
    snoozed = Signal(object)
    shown = Signal(object)

    def __init__(
        self, theme: Theme, event: AlertEvent, *, square: bool, hidden: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.told = event
        self._said = (event.title, event.text)
        self._hidden = hidden  # amounts of money
        self._theme = theme
        self._square = square
        self._over = False
        self.setFixedWidth(WIDTH)
        self._head = _Head(theme, event)
        self._title = _text(event.title, 15, 600)
        self._text = _text(event.text, 13, 400)
        self._text.setVisible(bool(event.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 13, 16, 14)
        column.setSpacing(5)
        column.addWidget(self._head)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(7)
        column.addLayout(self._make_buttons())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.replace(event)
        theme.changed.connect(self._recolour)
        self._recolour()

    def replace(self, event: AlertEvent) -> None:
        """Show a newer event of the same alarm in the same place."""
        self.told = event
        self._over = False
        self._head.show_event(event)
        self._write(event.title, event.text)
        self.update()

    def say(self, title: str, text: str) -> None:
        """Show the alarm's newest figures; what was told, and when, stays above them."""
        if (title, text) != self._said:
            self._write(title, text)

    def hide_amounts(self, hidden: bool) -> None:
        """Show dots in the place of amounts, or amounts again."""
        self._hidden = hidden
        self._write(*self._said)

    def _write(self, title: str, text: str) -> None:
        self._said, view = (title, text), View(hide_amounts=self._hidden)
        title, text = view.sentence(title), view.sentence(text)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(
            tr("{level} alarm: {title}. {words}", level=LEVEL_WORDS[self.told.level], title=title, words=text)
        )
        self.setFixedHeight(self.sizeHint().height())

    def set_over(self, over: bool) -> None:
        """Take the level's colour away, or give it back: the cause is gone, only the word of it is left."""
        if over != self._over:
            self._over = over
            self._head.show_event(replace(self.told, level=0) if over else self.told)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: the level's colour glows from the left, a bar at the edge names it."""
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        ink = Ink(painter, self._theme)
        level = 0 if self._over else max(0, min(3, self.told.level))
        radius = 0.0 if self._square else _RADIUS
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink.box(box, radius, self._theme.color("panel"))
        ink.box(box, radius, self._theme.level(level, 40 if level == 3 else 22), self._theme.level(level, 170), 1.2)
        ink.box(QRectF(6, 14, 3.5, self.height() - 28), 1.75, self._theme.level(level))
        painter.end()

    # ------------------------------------------------------------------ parts

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(self._button(tr("Acknowledge"), self._acknowledge, "primary"))
        for seconds, word in SNOOZES:
            button = self._button(word, lambda _=False, seconds=seconds: self._snooze(seconds))
            button.setAccessibleName(tr("Snooze for {seconds} minutes", seconds=seconds // 60))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._button(tr("Show"), self._show))
        return row

    def _button(self, word: str, action: object, name: str = "") -> QPushButton:
        button = named(QPushButton(word), name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(action)
        return button

    def _acknowledge(self) -> None:
        self.acknowledged.emit(self.told.key)

    def _snooze(self, seconds: int) -> None:
        self.snoozed.emit((self.told.key, seconds))

    def _show(self) -> None:
        self.shown.emit(self.told)

    def _recolour(self, _name: str = "") -> None:
        for label, token in ((self._title, "text"), (self._text, "text2")):
            label.setStyleSheet(f"color: {self._theme.color(token).name()}; background: transparent;")


class _Head(Canvas):
    """Shape, level as a filled word, account and time."""

    def __init__(self, theme: Theme, event: AlertEvent) -> None:
        super().__init__(theme)
        self._event = event
        self.setFixedHeight(22)

    def show_event(self, event: AlertEvent) -> None:
        self._event = event
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 34, 22)

    def draw(self, ink: Ink) -> None:
        event, middle = self._event, self.height() / 2
        level = max(0, min(3, event.level))
        ink.level_shape(8, middle, 15, level)
        word = LEVEL_WORDS[level]
        kind = face(11, 700, tracking=0.6)
        chip = QRectF(22, middle - 9, kind.width(word) + 14, 18)
        ink.box(chip, 4.5, ink.theme.level(level))
        ink.text(chip, CENTER, word, kind, ink.theme.color("on_level"))
        right = QRectF(chip.right() + 10, 0, self.width() - chip.right() - 10, self.height())
        used = ink.text(right, RIGHT, _when(event), face(12, 400, True), ink.theme.color("text3"))
        x = chip.right() + 10
        where = event.account_id or (tr("TEST") if event.kind == "test" else "Marginwatch")
        room = QRectF(x, 0, self.width() - used - 10 - x, self.height())
        ink.text(room, LEFT, where, face(12, 500), ink.theme.color("text2"), shorten=True)


def _when(event: AlertEvent) -> str:
    """When it was told; a repetition says since when the alarm stands."""
    if event.reason == "repeated" and event.episode_ms:
        return tr("again · since {time}", time=fmt.clock(event.episode_ms))
    return fmt.clock(event.at_ms)


def _text(words: str, size: int, weight: int) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)  # it may hold a venue's strings
    label.setWordWrap(True)
    label.setFont(face(size, weight).font)
    label.setFixedWidth(WIDTH - 34)
    return label
