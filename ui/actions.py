"""Everything that can be done with the keyboard or the menu, declared once: name, keys, what it does.

Space is not among the shortcuts: a shortcut would take it away from the button that has the focus; the window gets it
as a key press that nobody else wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action; without something to do its name begins a menu in the menu, and without a name it is a line."""

    name: str = ""
    keys: str = ""
    do: Callable[[], object] | None = None
    in_menu: bool = True
    as_shortcut: bool = True  # False: the keys are only shown
    ticked: Callable[[], bool] | None = None  # a switch, and whether it is on


def add_actions(window: QWidget, menu: QMenu, entries: Sequence[Entry]) -> dict[str, QAction]:
    """Add the entries to the window and its menu; return the actions by name.

    A menu in the menu ends with the next line, or where another begins.
    """
    actions, into = {}, menu
    for entry in entries:
        if entry.do is None and entry.name:
            into = menu.addMenu(entry.name)
            continue
        if entry.do is None:
            menu.addSeparator()
            into = menu
            continue
        do = entry.do
        shown = entry.name if entry.as_shortcut or not entry.keys else f"{entry.name}\t{key_words(entry.keys)}"
        action = QAction(shown, window)
        if entry.keys and entry.as_shortcut:
            action.setShortcut(QKeySequence(entry.keys))
        if entry.ticked is not None:
            action.setCheckable(True)
            menu.aboutToShow.connect(lambda action=action, ticked=entry.ticked: action.setChecked(ticked()))
        action.triggered.connect(lambda _on=False, do=do: do())
        window.addAction(action)
        if entry.in_menu:
            into.addAction(action)
        actions[entry.name] = action
    return actions


def key_words(keys: str) -> str:
    """Return keys as they are called on this system and in its language: "Ctrl+C", "Strg+C", "⌘C"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
