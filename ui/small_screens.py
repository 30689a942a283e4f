"""Windows on a screen too small for them: what does not fit is scrolled. 1366 × 768 at 200 % leaves 683 × 384 px."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialog_style import named, scrolled

LEAST = QSize(320, 240)
FRAME = QSize(12, 44)  # px that a window manager draws around it; known only once it is shown


def fit_small_screens(window: QWidget) -> None:
    """Let a window be smaller than its content, which is scrolled then, and no larger than its screen.

    To be called once, when all is in its layout.
    """
    inner = named(QWidget(), "scrolled")
    inner.setMinimumSize(window.minimumSize())
    layout = window.layout()
    assert layout is not None
    area = scrolled(inner)
    area.setMinimumSize(1, 1)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setParent(window)  # before it is full: each move of a full one styles all that is in it anew
    inner.setLayout(layout)  # takes it, and what lies in it, from the window
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    wanted = window.size().expandedTo(inner.minimumSizeHint())
    window.setMinimumSize(LEAST)
    window.resize(wanted.boundedTo(room_within(window.screen())))


def room_within(screen: QScreen) -> QSize:
    """Return how large a window may be to be seen whole on a screen, its frame included."""
    return screen.availableSize() - FRAME
