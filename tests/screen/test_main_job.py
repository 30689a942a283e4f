"""The main job, seen from outside: the real program under Xvfb falls through a crash, warns, and is acknowledged.

xdotool finds the alert window by its title and clicks its button; the program's own database says whether it arrived.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.screen.display import MAIN, OUTPUT, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui.popup import TITLE
from ui.theme import DARK


def inside_button(picture: QImage, color: str) -> tuple[int, int]:
    """Return a place inside the first button that is filled with a colour."""
    wanted = QColor(color)
    for y in range(picture.height()):
        for x in range(picture.width()):
            seen = picture.pixelColor(x, y)
            if abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green()) < 6 and seen.blue() > 240:
                return x + 20, y + 10
    pytest.fail("the alert window has no Acknowledge button")


def test_the_crash_is_seen_warned_of_and_acknowledged(screen: Screen, tmp_path: Path) -> None:
    words = ("demo", "--speed", "120", "--seed", "1", "--exit-after", "90")
    with program(screen, tmp_path / "home", *words) as running:
        poll(lambda: screen.window(MAIN), 20, "the main window")
        popup = poll(lambda: screen.window(TITLE), 60, "the alert window")
        assert screen.run("xdotool", "getactivewindow") != popup, "the alert window took the keyboard"
        picture = screen.picture(popup, OUTPUT / "alert.png")
        screen.click(popup, *inside_button(picture, DARK.accent))
        poll(lambda: running.told("acknowledged", "demo"), 10, "the acknowledgement")
        screen.picture("root", OUTPUT / "main-job.png")
        running.end()
