"""A what-if seen from outside: in with W, its frame is on the screen, out with Esc. The real program on the demo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.screen.display import MAIN, OUTPUT, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui.theme import DARK, LIGHT

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
    with program(screen, tmp_path / "home", "demo", "--scenario", "calm", "--exit-after", "80") as running:
        window = poll(lambda: screen.window(MAIN), 20, "the main window")
        screen.activate(window)
        screen.press("w")
        poll(lambda: screen.window("WHAT-IF · Marginwatch"), 10, "the title of the what-if")
        path = OUTPUT / "what-if.png"
        poll(lambda: framed(screen.picture(window, path)), 10, "the frame of the what-if")
        screen.press("Escape")
        poll(lambda: screen.window(MAIN), 10, "the title of the live window")
        poll(lambda: not framed(screen.picture(window, path)), 10, "the window without the frame")
        running.end()
