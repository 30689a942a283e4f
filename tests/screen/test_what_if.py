"""A what-if seen from outside: in with W, its frame is on the screen, out with Esc. The real program on the demo."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.screen.test_main_job import OUTPUT, ROOT, Screen, end, poll, pytestmark, screen
from ui.theme import DARK, LIGHT

__all__ = ["pytestmark", "screen"]  # what pytest finds here
FRAME_PIXELS = 2_000


def framed(picture: QImage) -> bool:
    """Whether the frame of a what-if is on the picture, in either theme."""
    colours = {QColor(tokens.whatif).rgb() for tokens in (DARK, LIGHT)}
    seen = sum(
        picture.pixel(x, y) in colours
        for y in range(picture.height())
        for x in range(picture.width() // 2, picture.width())
    )
    return seen > FRAME_PIXELS


def test_a_what_if_is_entered_and_left_by_keyboard(screen: Screen, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "monitor", "demo", "--scenario", "calm", "--exit-after", "80"]
    program = subprocess.Popen(
        command, cwd=ROOT, env={**screen.environment, "MARGINWATCH_HOME": str(tmp_path / "home")},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        window = poll(lambda: screen.window("Marginwatch"), 20, "the main window")
        screen.run("xdotool", "windowactivate", "--sync", window, "key", "w")
        poll(lambda: screen.window("WHAT-IF · Marginwatch"), 10, "the title of the what-if")
        path = OUTPUT / "what-if.png"
        poll(lambda: framed(screen.picture(window, path)), 10, "the frame of the what-if")
        screen.run("xdotool", "key", "Escape")
        poll(lambda: screen.window("Marginwatch"), 10, "the title of the live window")
        poll(lambda: not framed(screen.picture(window, path)), 10, "the window without the frame")
        program.terminate()
        assert program.wait(15) == 0, "SIGTERM did not end it cleanly"
    finally:
        end(program)
        assert program.stdout is not None
        with program.stdout as said:
            sys.stdout.write(said.read())
