"""Every change that is supposed, as a small button that takes it back. They wrap where the line is full."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from monitor.language import tr
from ui.dialog_style import named
from ui.view import View
from ui.whatif_draft import Draft, words_of

HEIGHT, GAP = 24, 5  # px


class Chips(QWidget):
    """The changes.

    Signals:
        dropped: the subject of a change that is taken back.
    """

    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[tuple[str, str], ...] = ()  # subject, words
        self._buttons: list[QPushButton] = []

    def show_draft(self, draft: Draft, view: View, besides: Container[str] = ()) -> None:
        """Show the changes of a draft, besides those of some subjects."""
        said = tuple((edit.subject, words_of(edit, view)) for edit in draft.edits if edit.subject not in besides)
        if said == self._said:
            return
        self._said = said
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._chip(subject, words) for subject, words in said]
        self._arrange()

    def _chip(self, subject: str, words: str) -> QPushButton:
        button = named(QPushButton(words.replace("&", "&&") + "  ✕", self), "chip")
        button.setAccessibleName(tr("Take back: {words}", words=words))
        button.setToolTip(tr("Take this back"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.dropped.emit(subject))
        button.show()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        x, y, width = 0, 0, max(120, self.width())
        for button in self._buttons:
            needed = min(button.sizeHint().width(), width)
            if x and x + needed > width:
                x, y = 0, y + HEIGHT + GAP
            button.setGeometry(x, y, needed, HEIGHT)
            x += needed + GAP
        height = y + HEIGHT + GAP if self._buttons else 0
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
