"""One sentence at the lower edge of the window: what just happened or did not. It goes by itself; a click ends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Theme

STAY_MS = 10_000
FROM_EDGE = 44  # px
WIDEST = 720


class Note(QLabel):
    """Lies over its window, without taking the keyboard; a newer sentence replaces an older one."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._leave = QTimer(self, singleShot=True, interval=STAY_MS)
        self._leave.timeout.connect(self.hide)
        window.installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence for ten seconds."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._leave.start()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Enough of it."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        room = min(WIDEST, window.width() - 80)
        self.setFixedWidth(min(room, self.fontMetrics().horizontalAdvance(self.text()) + 48))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - FROM_EDGE)

    def _dress(self, _name: str = "") -> None:
        ground, line, text = (self._theme.color(name).name() for name in ("raised", "line_strong", "text"))
        self.setStyleSheet(
            f"background: {ground}; color: {text}; border: 1px solid {line}; border-radius: 9px;"
            " padding: 9px 18px; font-size: 13px; font-weight: 500;"
        )
