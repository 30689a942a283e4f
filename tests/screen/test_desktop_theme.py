"""The desktop turns from dark to light and to strong contrast while the real program runs: so does its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor

from tests.keyring_session import needs_keyring
from tests.screen.display import MAIN, OUTPUT, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from tests.ui.desktop import Pipes, portal, set_to
from ui.theme import CONTRAST, DARK, LIGHT, Tokens

__all__ = ["portal"]  # what pytest finds here
CORNER = 4, 4  # px: nothing but the window's ground
SCHEME = "org.freedesktop.appearance color-scheme u"


@needs_keyring  # for its bus
def test_the_window_follows_the_desktops_theme(screen: Screen, tmp_path: Path, bus: object, portal: Pipes) -> None:
    set_to(portal, f"{SCHEME} 1")
    words = ("demo", "--scenario", "calm", "--exit-after", "80")
    with program(screen, tmp_path / "window", *words, more={"QT_QPA_PLATFORMTHEME": "gnome"}) as running:
        window = poll(lambda: screen.window(MAIN), 30, "the main window")

        def wears(tokens: Tokens) -> bool:
            return screen.picture(window, OUTPUT / "theme.png").pixelColor(*CORNER) == QColor(tokens.window)

        poll(lambda: wears(DARK), 20, "the dark window")
        set_to(portal, f"{SCHEME} 2")
        poll(lambda: wears(LIGHT), 20, "the light window")
        set_to(portal, f"{SCHEME} 1")
        poll(lambda: wears(DARK), 20, "the dark window again")
        set_to(portal, "org.freedesktop.appearance contrast u 1")
        poll(lambda: wears(CONTRAST), 20, "the window with strong contrast")
        running.end()
