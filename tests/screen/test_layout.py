"""The layout outlives a restart: place, size, borders, tab, filter, mini strip. The real program, seen from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.screen.display import MAIN, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark

MINI = "Marginwatch mini strip"
WORDS = ("demo", "--scenario", "calm", "--exit-after", "100")
Places = tuple[tuple[int, int, int, int], tuple[int, int, int, int]]


def live_window(screen: Screen, running: Program) -> str:
    poll(running.is_live, 30, "the first figures")
    window = poll(lambda: screen.window(MAIN), 10, "the main window")
    screen.activate(window)
    return window


def remembered(running: Program) -> dict[str, Any]:
    """Return what is remembered but for what the market decides."""
    return {name: value for name, value in running.memory("demo").items() if name != "focus"}


def test_the_layout_outlives_a_restart(screen: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with program(screen, home, *WORDS) as running:
        window = live_window(screen, running)
        screen.run("xdotool", "windowsize", "--sync", window, "1400", "860", "windowmove", window, "120", "70")
        poll(lambda: screen.geometry(window)[2:] == (1400, 860), 10, "the window's new size")
        screen.press("l", "F9", "slash")
        screen.type("BTC")
        poll(lambda: running.memory("demo").get("table", {}).get("words") == "BTC", 10, "the filter")
        poll(lambda: running.memory("demo").get("tab") == "Ladder", 10, "the tab")
        mini = poll(lambda: screen.window(MINI), 10, "the mini strip")
        screen.drag(mini, (100, 150), (20, -60))
        poll(lambda: [one for one in running.memory("demo").get("places", ()) if one.get("mini")], 10, "its new place")
        border = (14 + 1400 - 28 - 10 - 420 + 5, 600)  # the detail takes its most there
        screen.drag(window, border, (border[0] - 150, 600))
        poll(lambda: running.memory("demo").get("division", {}).get("detail"), 10, "the border's new place")
        before = screen.geometry(window), screen.geometry(mini)
        running.end()
        kept = remembered(running)
    with program(screen, home, *WORDS) as running:
        window = live_window(screen, running)
        mini = poll(lambda: screen.window(MINI), 10, "the mini strip")
        assert (screen.geometry(window), screen.geometry(mini)) == before
        running.end()
        assert remembered(running) == kept
