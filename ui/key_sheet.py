"""The sheet of keys, opened with `?`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from monitor.language import tr
from ui.actions import key_words
from ui.dialog_style import dress, words
from ui.theme import Theme

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        tr("Alarms"),
        (
            ("Space", tr("acknowledge the selected alarm")),
            ("Shift+Space", tr("acknowledge all in sight")),
            ("S", tr("shelve: quiet below Critical for hours")),
            ("M", tr("silence sounds for 10 minutes")),
            ("Ctrl+R", tr("alert rules")),
            ("Ctrl+N", tr("channels: alerts on your phone")),
            ("Ctrl+J", tr("journal")),
            ("Ctrl+Shift+T", tr("test the alarm")),
            ("Ctrl+T", tr("self-test of the whole alarm chain")),
        ),
    ),
    (
        tr("Positions"),
        (
            ("J", tr("next position")),
            ("K", tr("previous position")),
            ("/", tr("filter")),
            ("1 … 9", tr("only this account, or all again")),
            ("Esc", tr("leave the what-if, or clear the filter")),
            ("Ctrl+C", tr("copy this position")),
            ("Ctrl+Shift+C", tr("copy all rows")),
            ("Ctrl+E", tr("export as CSV")),
            ("W", tr("what-if, and out of it")),
            ("L", tr("price ladder")),
            ("R", tr("what can be lost: risk")),
            ("T", tr("timeline")),
            ("Z", tr("chart back to now")),
        ),
    ),
    (
        tr("Window"),
        (
            ("F9", tr("mini strip")),
            ("Shift+F9", tr("mini strip: let the mouse through")),
            ("P", tr("hide amounts")),
            ("F5", tr("read everything again")),
            ("Ctrl+L", tr("dark or light")),
            ("Ctrl+A", tr("accounts")),
            ("Ctrl+,", tr("settings")),
            ("Ctrl+H", tr("history")),
            ("Ctrl+Shift+S", tr("stress: shocks and crashes")),
            ("Ctrl+K", tr("calculator: a trade before it is made")),
            ("Ctrl+D", tr("demo panel")),
            ("F10", tr("menu")),
            ("F1", tr("guide, at the page of what is on screen")),
            ("?", tr("this sheet")),
            ("Ctrl+Q", tr("quit")),
        ),
    ),
)


class KeySheet(QDialog):
    """All keys at a glance. None of them can place an order: the program cannot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        dress(self, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(18)
        row = QHBoxLayout()
        row.setSpacing(40)
        for heading, keys in KEYS:
            part = QVBoxLayout()
            part.setSpacing(8)
            part.addWidget(words(heading, "section"))
            part.addLayout(_grid(keys))
            part.addStretch(1)
            row.addLayout(part)
        column.addLayout(row)
        column.addWidget(words(tr("No key can place an order: the program cannot."), "sub"))


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 108)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(keys):
        cap = words(key_words(key), "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setAccessibleName(f"{cap.text()}: {what}")
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words(what, "field"), row, 1)
    return grid
