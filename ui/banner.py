"""The banner under the strip: what keeps the window from seeing, and what is being done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from monitor.language import tr
from ui import format as fmt
from ui.painting import LEFT, Canvas, Ink
from ui.theme import Theme, face

HEIGHT = 34


class Banner(Canvas):
    """One sentence, filled with the critical colour; hidden while all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(HEIGHT)
        self._words = ""
        self._why = ""
        self.hide()

    def show_silence(self, seconds: float) -> None:
        """Say how long the engine has been silent."""
        doing = self._why or tr("Waiting for it")
        self._say(
            tr(
                "The engine has been silent for {age}. {doing}. No alarm can be raised.",
                age=fmt.age(seconds * 1000),
                doing=doing,
            )
        )

    def show_loss(self, why: str) -> None:
        """Say why the engine is gone; it is being started again."""
        self._why = tr("{why}; it is being started again", why=why.rstrip("."))

    def clear(self) -> None:
        """All is well again."""
        self._why = ""
        self.hide()

    def _say(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.show()
        self.update()

    def draw(self, ink: Ink) -> None:
        """Paint the sentence."""
        rect = QRectF(self.rect())
        color = self.theme.color("critical")
        ink.box(rect, 9, color)
        ink.level_shape(22, HEIGHT / 2, 15, 3, self.theme.color("on_level"))
        ink.box(QRectF(21, HEIGHT / 2 - 4.4, 2, 5), 1, color)
        ink.dot(22, HEIGHT / 2 + 3.2, color, 1.2)
        text = QRectF(38, 0, rect.width() - 50, HEIGHT)
        ink.text(text, LEFT, self._words, face(13, 600), self.theme.color("on_level"), shorten=True)
        ink.tips.append((rect, self._words))
