"""Opens the main window, others and the mini strip where they stood, moves them if told to, and prints where they were.

Usage: place_program.py FOLDER [X Y WIDTH HEIGHT]; QT_QPA_PLATFORM=offscreen:configfile=… says which screens there are.
Told to, it moves the others beside the main window's corner, and changes the theme while they are open.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui import sample
from ui import window_state
from ui.app import dress
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.places import Places
from ui.theme import LIGHT, Theme, load_fonts
from ui.window_state import Appearance
from ui.windows import Windows


def main(folder: Path, wanted: list[int]) -> None:
    """Do what the usage says."""
    app, theme = QApplication([]), Theme()
    clipped: list[str] = []
    theme.on_clipped = lambda text, _missing: clipped.append(text)
    dress(app, theme)
    load_fonts()
    window, strip = MainWindow(theme, clock=lambda: sample.NOW_MS), MiniStrip(theme)
    window.chart.load = lambda: None  # type: ignore[method-assign]
    memory = Memory(folder, window_state.load(folder)[0])
    places = Places(memory, window, strip)
    windows = Windows(theme, window, demo=False, folders=tuple, memory=memory, places=places)
    places.restore()
    window.set_update(sample.update())
    window.show()
    places.place_strip()
    strip.show()
    app.processEvents()
    window._show_now()
    before = set(app.topLevelWidgets())
    for open_it in (windows.open_journal, windows.open_history, windows.open_stress, windows.open_calculator,
                    lambda: windows.open_settings(Appearance()), windows.open_alerts, windows.open_guide):  # fmt: skip
        open_it()
    app.processEvents()
    others = {one.windowTitle(): one for one in app.topLevelWidgets() if one not in before and one.isVisible()}
    if wanted:
        x, y, width, height = wanted
        window.setGeometry(x, y, width, height)
        strip.move(QPoint(x + 40, y + 40))
        strip.moved.emit((strip.x(), strip.y()))
        for number, other in enumerate(others.values()):
            other.setGeometry(x + 30 + 10 * number, y + 50, 800, 560)
        theme.use(LIGHT)
        app.processEvents()
    at = window.geometry()
    picture = window.grab()
    seen = {
        "window": [at.x(), at.y(), at.width(), at.height()],
        "screen": window.screen().name(),
        "scale": picture.devicePixelRatio(),
        "pixels": picture.width(),
        "clipped": clipped,
        "others": {title: _seen(other) for title, other in sorted(others.items())},
        "strip_scale": strip.grab().devicePixelRatio(),
        "strip": [strip.x(), strip.y()],
        "strip_screen": strip.screen().name(),
        "screen_size": [window.screen().size().width(), window.screen().size().height()],
        "inside": window.screen().availableGeometry().contains(at),
    }
    places.keep()
    windows.close_all()
    window.may_close = True
    sys.stdout.write(json.dumps(seen))


def _seen(window: QWidget) -> dict[str, object]:
    at, picture = window.geometry(), window.grab()
    return {
        "at": [at.x(), at.y(), at.width(), at.height()],
        "screen": window.screen().name(),
        "scale": picture.devicePixelRatio(),
        "inside": window.screen().availableGeometry().contains(at),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(word) for word in sys.argv[2:]])
