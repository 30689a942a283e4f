"""Windows on a screen too small for them: what does not fit is scrolled. 1366 × 768 at 200 % leaves 683 × 384 px."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialog_style import named, scrolled

LEAST = QSize(320, 240)


def fit_small_screens(window: QWidget) -> None:
    """Let a window be smaller than its content, which is scrolled then, and no larger than its screen.

    To be called once, when all is in its layout.
    """
    inner = named(QWidget(), "scrolled")
    inner.setMinimumSize(window.minimumSize())
    layout = window.layout()
    assert layout is not None
    inner.setLayout(layout)  # takes it, and what lies in it, from the window
    area = scrolled(inner)
    area.setMinimumSize(1, 1)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    wanted = window.size().expandedTo(inner.minimumSizeHint())
    window.setMinimumSize(LEAST)
    window.resize(wanted.boundedTo(window.screen().availableSize()))
