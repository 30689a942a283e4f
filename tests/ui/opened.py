"""The windows beside the main one as the program opens them: with a memory and places of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui import window_state
from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.places import Places
from ui.theme import Theme
from ui.windows import Windows


def windows_over(parent: QWidget, folder: Path, theme: Theme | None = None) -> Windows:
    """Return the windows of a main one, remembering in a folder what was remembered there before."""
    theme = theme or Theme()
    memory = Memory(folder, window_state.load(folder)[0])
    places = Places(memory, parent, MiniStrip(theme, square=True), parent)
    folders = (("Settings", folder),)
    return Windows(theme, parent, demo=False, folders=lambda: folders, memory=memory, places=places)
