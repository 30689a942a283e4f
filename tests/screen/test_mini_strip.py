"""The mini strip on a real display: the mouse goes through it to the window below, and back by a key."""

from __future__ import annotations

from pathlib import Path

from tests.screen.display import MAIN, SIZE, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui import window_state
from ui.window_state import Place, WindowState

MINI = "Marginwatch mini strip"
WIDTH, HEIGHT, _ = SIZE.split("x")
SCREENS = f"{WIDTH}x{HEIGHT}+0+0@1"
AT = (620, 80)  # of the strip: over the cards of the accounts
CLICK = (700, 150)  # on the strip, and on a card below it


def click(screen: Screen) -> None:
    screen.run("xdotool", "mousemove", str(CLICK[0]), str(CLICK[1]), "click", "1")


def words(running: Program) -> str:
    """What the positions are filtered by: a click on an account's card filters by it."""
    return str(running.memory("demo").get("table", {}).get("words", ""))


def test_a_click_reaches_the_window_below_until_a_key_ends_that(screen: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    state = WindowState(mini_strip=True, strip_through=True, places=(Place(screens=SCREENS, mini=AT),))
    window_state.save(home / "demo", state)
    with program(screen, home, "demo", "--scenario", "calm", "--exit-after", "100") as running:
        poll(running.is_live, 30, "the first figures")
        window = poll(lambda: screen.window(MAIN), 10, "the main window")
        mini = poll(lambda: screen.window(MINI), 10, "the mini strip")
        screen.run("xdotool", "windowsize", "--sync", window, "1400", "860", "windowmove", window, "10", "30")
        poll(lambda: screen.geometry(window)[2:] == (1400, 860), 10, "the window's new size")
        screen.activate(window)
        assert screen.geometry(mini)[:2] == AT
        click(screen)
        account = poll(lambda: words(running), 10, "the click on the card below")
        screen.press("shift+F9")
        poll(lambda: running.memory("demo").get("strip_through") is False, 10, "the key")
        click(screen)
        screen.drag(mini, (100, 150), (160, 190))
        poll(lambda: screen.geometry(mini)[:2] != AT, 10, "the strip, dragged")
        assert words(running) == account
        running.end()
