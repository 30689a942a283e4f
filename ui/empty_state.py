"""What stands in the positions pane when there is no row: the reason, never an empty table without proof."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from monitor.language import tr
from ui.hero import calm_words
from ui.theme import Theme, face
from ui.view import View


class EmptyState(QWidget):
    """A title, a sentence and, before the first account, what to do next.

    Signals:
        accounts_requested: add an account. demo_requested: start the demo. steps_requested: be guided.
    """

    accounts_requested = Signal()
    demo_requested = Signal()
    steps_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._text = QLabel(), QLabel()
        self._title.setFont(face(17, 600).font)
        self._text.setFont(face(13).font)
        self._text.setWordWrap(True)
        self._text.setObjectName("quiet")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add = QPushButton(tr("Add an account"))
        self._add.setObjectName("primary")
        self._demo = QPushButton(tr("Start the demo"))
        self._steps = QPushButton(tr("First steps"))
        self._steps.clicked.connect(self.steps_requested)
        self._add.clicked.connect(self.accounts_requested)
        self._demo.clicked.connect(self.demo_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._steps)
        buttons.addWidget(self._demo)
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(10)
        layout.addLayout(buttons)
        layout.addStretch(3)

    def show_view(self, view: View, filtered: bool) -> None:
        """Say why there is no row."""
        title, text = words(view, filtered)
        self._title.setText(title)
        self._text.setText(text)
        first_time = view.update is not None and not view.update.accounts
        for button in (self._add, self._demo, self._steps):
            button.setVisible(first_time)


def words(view: View, filtered: bool) -> tuple[str, str]:
    """Return a title and a sentence."""
    if view.update is not None and not view.update.accounts:
        return (
            tr("Nothing is guarded yet"),
            tr("Add an account by a read-only key, or watch the demo: a real crash on a built-in exchange."),
        )
    if filtered and view.update is not None and view.update.positions:
        return tr("No position matches"), tr("Other positions are open: clear the filter or choose All.")
    return calm_words(view)
