"""The layout outlives a restart: places, sizes, borders, columns, tab, filter. The real program, seen from outside."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.screen.display import MAIN, Program, Screen, poll, program
from tests.screen.display import pytestmark as pytestmark
from ui import window_state
from ui.divider import GAP
from ui.journal_model import COLUMNS as JOURNAL_COLUMNS
from ui.panes import DETAIL, DETAIL_SHARE
from ui.window_state import WindowState

MARGIN = 14  # px around the panes
MINI = "Marginwatch mini strip"
JOURNAL = "Journal · Marginwatch"
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


def filtered(screen: Screen, running: Program, words: str) -> bool:
    """Type a filter, anew where another is there; whether it is the wanted one now."""
    if (there := running.memory("demo").get("table", {}).get("words", "")) != words:
        screen.press("slash", *(["BackSpace"] * len(there)))
        time.sleep(0.5)  # until the field has the keyboard, letters are keys; of these none does anything
        screen.type(words)
        time.sleep(0.5)
    return bool(running.memory("demo").get("table", {}).get("words") == words)


def open_journal(screen: Screen, window: str) -> str:
    screen.activate(window)
    screen.press("ctrl+j")
    journal = poll(lambda: screen.window(JOURNAL), 20, "the journal")
    screen.activate(journal)
    return journal


def test_the_layout_outlives_a_restart(screen: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    window_state.save(home / "demo", WindowState(on_top=True))
    with program(screen, home, *WORDS) as running:
        window = live_window(screen, running)
        screen.run("xdotool", "windowsize", "--sync", window, "1400", "860", "windowmove", window, "120", "70")
        poll(lambda: screen.geometry(window)[2:] == (1400, 860), 10, "the window's new size")
        screen.press("l")
        poll(lambda: filtered(screen, running, "doge"), 20, "the filter")
        poll(lambda: running.memory("demo").get("tab") == "Ladder", 10, "the tab")
        screen.press("F9")
        mini = poll(lambda: screen.window(MINI), 10, "the mini strip")
        screen.drag(mini, (100, 150), (20, -60))
        poll(lambda: [one for one in running.memory("demo").get("places", ()) if one.get("mini")], 10, "its new place")
        inside = 1400 - 2 * MARGIN
        detail = min(max(round((inside - GAP) * DETAIL_SHARE), DETAIL[0][1]), DETAIL[1][0])
        border = (MARGIN + inside - detail - GAP // 2, 600)
        screen.drag(window, border, (border[0] - 150, 600))
        poll(lambda: running.memory("demo").get("division", {}).get("detail"), 10, "the border's new place")
        journal = open_journal(screen, window)
        screen.run("xdotool", "windowsize", "--sync", journal, "900", "500", "windowmove", journal, "210", "190")
        poll(lambda: screen.geometry(journal)[2:] == (900, 500), 10, "the journal's new size")
        column = (16 + 1 + JOURNAL_COLUMNS[0].width - 1, 120)  # the border after the first
        screen.drag(journal, column, (column[0] + 40, column[1]))
        poll(lambda: running.memory("demo").get("columns", {}).get("journal"), 10, "the column's new width")
        before = screen.geometry(window), screen.geometry(mini), screen.geometry(journal)
        screen.press("Escape")
        poll(lambda: not screen.window(JOURNAL), 10, "the journal's end")
        running.end()
        kept = remembered(running)
    with program(screen, home, *WORDS) as running:
        window = live_window(screen, running)
        mini = poll(lambda: screen.window(MINI), 10, "the mini strip")
        journal = open_journal(screen, window)
        assert (screen.geometry(window), screen.geometry(mini), screen.geometry(journal)) == before
        running.end()
        assert remembered(running) == kept


def test_size_of_everything_and_above_other_windows_are_used_at_the_next_start(screen: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    window_state.save(home / "demo", WindowState(scale="150 %", on_top=True))
    with program(screen, home, *WORDS) as running:
        window = poll(lambda: screen.window(MAIN), 20, "the main window")
        poll(lambda: screen.is_above(window), 10, "the window above others")
        poll(lambda: 1600 < screen.geometry(window)[2] <= 1680, 10, "a window half as large again, and on the screen")
        running.end()
