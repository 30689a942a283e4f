"""The window (PySide6, pyqtgraph): shows the newest result of the engine and computes nothing itself."""

from ui import import_hook

import_hook.quiet()
