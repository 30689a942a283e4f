"""The window's memory while it runs: every change goes to its file at once."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ui import window_state
from ui.window_state import WindowState


class Memory:
    """What is remembered, and where."""

    def __init__(self, folder: Path, state: WindowState) -> None:
        self._folder = folder
        self.state = state

    def keep(self, **changes: object) -> None:
        """Remember these fields from now on."""
        self.state = msgspec.structs.replace(self.state, **changes)
        window_state.save(self._folder, self.state)
