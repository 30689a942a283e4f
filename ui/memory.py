"""The window's memory while it runs: every change goes to its file at once, the geometry at the end."""

from __future__ import annotations

import base64
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from ui import window_state
from ui.window_state import WindowState

FIRST_SIZE = (1440, 900)  # px, before there is a size to remember


class Memory:
    """What is remembered, and where."""

    def __init__(self, folder: Path, state: WindowState) -> None:
        self._folder = folder
        self.state = state

    def keep(self, **changes: object) -> None:
        """Remember these fields from now on."""
        self.state = msgspec.structs.replace(self.state, **changes)
        window_state.save(self._folder, self.state)

    def keep_geometry(self, window: QWidget, **changes: object) -> None:
        """Remember where a window stands, together with other fields."""
        self.keep(geometry=base64.b64encode(window.saveGeometry().data()).decode(), **changes)

    def restore_geometry(self, window: QWidget) -> None:
        """Put a window where it stood."""
        if self.state.geometry:
            window.restoreGeometry(QByteArray.fromBase64(self.state.geometry.encode()))
        else:
            window.resize(QSize(*FIRST_SIZE).boundedTo(window.screen().availableSize()))
