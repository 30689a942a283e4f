"""The sheet of keys, opened with `?`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.dialog_style import dress, words
from ui.theme import Theme

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Alarms",
        (
            ("Space", "acknowledge the selected alarm"),
            ("Shift+Space", "acknowledge all in sight"),
            ("S", "shelve the selected alarm"),
            ("M", "silence sounds for 10 minutes"),
            ("Ctrl+R", "alert rules"),
            ("Ctrl+H", "history"),
            ("Ctrl+N", "channels: alerts on your phone"),
            ("Ctrl+J", "journal"),
            ("Ctrl+,", "settings"),
            ("Ctrl+Shift+T", "test the alarm"),
            ("Ctrl+T", "self-test of the whole alarm chain"),
        ),
    ),
    (
        "Positions",
        (
            ("J", "next position"),
            ("K", "previous position"),
            ("/", "filter"),
            ("Esc", "leave the what-if, or clear the filter"),
            ("Ctrl+C", "copy this position"),
            ("Ctrl+Shift+C", "copy all rows"),
            ("Ctrl+E", "export as CSV"),
            ("W", "what-if, and out of it"),
            ("L", "price ladder"),
            ("R", "what can be lost: risk"),
            ("T", "timeline"),
            ("Z", "chart back to now"),
        ),
    ),
    (
        "Window",
        (
            ("F9", "mini strip"),
            ("P", "hide amounts"),
            ("F5", "read everything again"),
            ("Ctrl+L", "dark or light"),
            ("Ctrl+A", "accounts"),
            ("Ctrl+Shift+S", "stress: shocks and crashes"),
            ("Ctrl+K", "calculator: a trade before it is made"),
            ("Ctrl+D", "demo panel"),
            ("F10", "menu"),
            ("F1", "guide, at the page of what is on screen"),
            ("?", "this sheet"),
            ("Ctrl+Q", "quit"),
        ),
    ),
)


class KeySheet(QDialog):
    """All keys at a glance. None of them can place an order: the program cannot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        dress(self, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(6)
        for heading, keys in KEYS:
            column.addWidget(words(heading, "section"))
            column.addLayout(_grid(keys))
            column.addSpacing(10)
        column.addWidget(words("No key can place an order: the program cannot.", "sub"))


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 108)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(keys):
        cap = words(key, "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setAccessibleName(f"{key}: {what}")
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words(what, "field"), row, 1)
    return grid
