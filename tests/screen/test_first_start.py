"""The first start seen from outside: nothing is guarded, the first steps open, the demo plays, an alarm is shown."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.screen.display import MAIN, OUTPUT, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui.popup import TITLE
from ui.theme import DARK

DEMO, STEPS = 40, 160  # px left of the button that adds an account: inside the one that starts the demo, and the first


def primary(picture: QImage) -> tuple[int, int] | None:
    """Return the left edge and the middle of the button that is filled with the accent's colour."""
    accent = QColor(DARK.accent).rgb()
    for x in range(picture.width()):
        column = [y for y in range(picture.height() // 3, picture.height(), 3) if picture.pixel(x, y) == accent]
        if len(column) >= 5:
            return x, column[len(column) // 2]
    return None


def test_a_new_user_opens_the_first_steps_starts_the_demo_and_sees_a_test_alarm(screen: Screen, tmp_path: Path) -> None:
    others: set[str] = set()
    with program(screen, tmp_path / "home") as running:
        window = poll(lambda: screen.window(MAIN), 20, "the main window")
        add = poll(lambda: primary(screen.picture(window, OUTPUT / "first-start.png")), 20, "what to do first")
        screen.activate(window)
        screen.click(window, add[0] - STEPS, add[1])
        steps = poll(lambda: screen.window("First steps"), 10, "the first steps")
        screen.activate(steps)
        screen.press("Escape")
        poll(lambda: not screen.window("First steps"), 10, "the end of the first steps")
        screen.activate(window)
        screen.click(window, add[0] - DEMO, add[1])
        try:
            both = poll(lambda: len(found := screen.windows(MAIN)) == 2 and found, 30, "the window of the demo")
            others = {screen.run("xdotool", "getwindowpid", one) for one in both if one != window}
            assert not (tmp_path / "home" / "settings.json").exists(), "the demo is no account of the user's"
        finally:
            for pid in others:
                with contextlib.suppress(ProcessLookupError, ValueError):
                    os.kill(int(pid), signal.SIGTERM)
        poll(lambda: screen.windows(MAIN) == [window], 20, "the end of the demo")
        screen.activate(window)
        screen.press("ctrl+shift+t")
        poll(lambda: screen.window(TITLE), 20, "the alert window")
        running.end()
