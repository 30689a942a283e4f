"""What stands in the positions pane when there is no row: the reason, never an empty table without proof."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from ui.app_icon import app_icon
from ui.hero import calm_words
from ui.painting import ROUND, ROUND_JOIN, SOLID, Canvas, Ink
from ui.theme import Theme, face
from ui.view import View, is_settled


class EmptyState(QWidget):
    """A title, a sentence and, before the first account, what to do next.

    Signals:
        accounts_requested: add an account. demo_requested: start the demo. steps_requested: be guided.
        all_requested: show every position again.
    """

    accounts_requested = Signal()
    demo_requested = Signal()
    steps_requested = Signal()
    all_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title, self._text = QLabel(), QLabel()
        self._emblem, self._rows = _Emblem(theme), _Rows(theme)
        self._promise = QLabel(tr("It only reads: it cannot place an order. Keys stay in this system's keyring."))
        self._promise.setObjectName("quiet")
        self._title.setFont(face(19, 600).font)
        self._text.setFont(face(13).font)
        self._text.setWordWrap(True)
        self._text.setObjectName("quiet")
        for label in (self._title, self._text, self._promise):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add = QPushButton(tr("Add an account"), self)  # Tab walks in this order: the suggested way first
        self._add.setObjectName("primary")
        self._demo = QPushButton(tr("Start the demo"), self)
        self._steps = QPushButton(tr("First steps"), self)
        self._steps.clicked.connect(self.steps_requested)
        self._add.clicked.connect(self.accounts_requested)
        self._demo.clicked.connect(self.demo_requested)
        self._all = QPushButton(tr("Show all positions"))
        self._all.clicked.connect(self.all_requested)
        for button in (self._add, self._demo, self._steps, self._all):
            button.setAutoDefault(True)  # Return presses it too
        self._add.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._steps)
        buttons.addWidget(self._demo)
        buttons.addWidget(self._add)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._rows, 15)
        layout.addStretch(2)
        layout.addWidget(self._emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(10)
        layout.addLayout(buttons)
        layout.addSpacing(10)
        layout.addWidget(self._promise)
        layout.addStretch(3)

    def show_view(self, view: View, filtered: bool) -> None:
        """Say why there is no row."""
        title, text = words(view, filtered)
        self._title.setText(title)
        self._text.setText(text)
        first_time, begins = view.is_first_time, view.is_first_time and self._add.isHidden()
        for widget in (self._add, self._demo, self._steps, self._promise):
            widget.setVisible(first_time)
        if begins:
            self._begin()
        self._all.setVisible(filtered and view.update is not None and bool(view.update.positions))
        self._rows.setVisible(not (filtered or is_settled(view.update)))
        self._emblem.setVisible(first_time or view.is_confirmed_empty)
        self._emblem.show_kind("first" if first_time else "calm")

    def _begin(self) -> None:
        """Give the keyboard to the suggested way, unless the user is at something else."""
        at = self.window().focusWidget()
        if at is None or at.isAncestorOf(self):
            self._add.setFocus()


class _Rows(Canvas):
    """Where rows will be, while the first answer is waited for: fainter the farther down, none that could be read."""

    HEIGHT, LEFT_EDGE = 48.0, 0.0  # px: as high as a row, and begun where its words will
    PARTS = ((0.0, 0.09), (0.2, 0.06), (0.33, 0.06), (0.45, 0.34), (0.85, 0.07), (0.95, 0.05))  # shares of the width

    def draw(self, ink: Ink) -> None:
        """Paint the rows that find room."""
        count = int(self.height() / self.HEIGHT)
        width = self.width() - 2 * self.LEFT_EDGE
        for number in range(count):
            color = self.theme.color("track", round(230 * (count - number) / count))
            y = number * self.HEIGHT + self.HEIGHT / 2
            for begin, share in self.PARTS:
                bar = QRectF(self.LEFT_EDGE + begin * width, y - 4, share * width, 8)
                ink.box(bar, 4, color)


class _Emblem(Canvas):
    """What stands over the title: the program's own sign before the first account, a tick where emptiness is proven."""

    SIZE = 56

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kind = ""
        self.setFixedSize(self.SIZE, self.SIZE)

    def show_kind(self, kind: str) -> None:
        """Show "first" or "calm"."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def draw(self, ink: Ink) -> None:
        """Paint it."""
        size = float(self.SIZE)
        if self._kind == "first":
            app_icon().paint(ink.painter, self.rect())
        else:
            ink.painter.setBrush(self.theme.color("ok", 34))
            ink.painter.setPen(QPen(self.theme.color("ok"), 2))
            ink.painter.drawEllipse(QRectF(5, 5, size - 10, size - 10))
            ink.painter.setPen(QPen(self.theme.color("ok"), 3.2, SOLID, ROUND, ROUND_JOIN))
            ink.painter.drawPolyline([QPointF(18, 29), QPointF(25, 36), QPointF(38, 21)])


def words(view: View, filtered: bool) -> tuple[str, str]:
    """Return a title and a sentence."""
    if view.is_first_time:
        return (
            tr("Nothing is guarded yet"),
            tr("Add an account by a read-only key, or watch the demo: a real crash on a built-in exchange."),
        )
    if filtered and view.update is not None and view.update.positions:
        return tr("No position matches"), tr("Other positions are open: clear the filter or choose All.")
    return calm_words(view)
