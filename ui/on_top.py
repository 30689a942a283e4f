"""Windows that stay above those of other programs. On Wayland the desktop alone decides that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

ON_TOP = Qt.WindowType.WindowStaysOnTopHint


def keep_on_top(window: QWidget, on: bool) -> None:
    """Have a window stay above others, or no more; one that is shown is not taken away for it."""
    handle = window.windowHandle()
    if handle is None:
        window.setWindowFlag(ON_TOP, on)
        return
    window.overrideWindowFlags(window.windowFlags() | ON_TOP if on else window.windowFlags() & ~ON_TOP)
    handle.setFlag(ON_TOP, on)


def can_stay_on_top() -> bool:
    """Whether a program may keep its window above others here."""
    return QGuiApplication.platformName() != "wayland"
