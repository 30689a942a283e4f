"""Where the windows stand: on several screens, at several scales, and when one of the screens is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import sample
from ui import window_state
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.mini_strip import MiniStrip
from ui.places import Places, arrangement, is_in_sight
from ui.theme import Theme
from ui.window_state import MOST_PLACES, Place, WindowState

PROGRAM = Path(__file__).parent / "place_program.py"
# Physical pixels; Qt's scale follows from the density: 192 dots an inch are twice the usual.
LAPTOP: dict[str, Any] = {"name": "laptop", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}
MONITOR: dict[str, Any] = {"name": "monitor", "x": 1920, "y": 0, "width": 5120, "height": 2880, "logicalDpi": 192}
SMALL: dict[str, Any] = {"name": "small", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 192}
AT = QRect(70, 80, 500, 400)
ON_MONITOR = ("2200", "150", "1500", "900")


def run(folder: Path, screens: tuple[dict[str, Any], ...], *wanted: str) -> dict[str, Any]:
    """Run the program on these screens and return what it saw."""
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [{"logicalBaseDpi": 96, **screen} for screen in screens]}))
    fixed = ("QT_FONT_DPI", "QT_SCALE_FACTOR")  # of the other tests: here the screens decide
    kept = {name: value for name, value in os.environ.items() if name not in fixed}
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), *wanted],
        env={**kept, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_a_window_comes_back_on_the_screen_where_it_was_at_that_screens_scale(tmp_path: Path) -> None:
    before = run(tmp_path, (LAPTOP, MONITOR), *ON_MONITOR)
    after = run(tmp_path, (LAPTOP, MONITOR))
    assert (after["screen"], after["scale"], after["pixels"]) == ("monitor", 2.0, 3000)
    assert after == before


def test_a_window_whose_screen_is_gone_is_seen_on_another_and_goes_back_when_it_returns(tmp_path: Path) -> None:
    before = run(tmp_path, (LAPTOP, MONITOR), *ON_MONITOR)
    alone = run(tmp_path, (LAPTOP,))
    assert (alone["screen"], alone["strip_screen"], alone["inside"]) == ("laptop", "laptop", True)
    assert run(tmp_path, (LAPTOP, MONITOR)) == before


def test_every_other_window_comes_back_where_it_was_at_that_screens_scale(tmp_path: Path) -> None:
    before = run(tmp_path, (LAPTOP, MONITOR), *ON_MONITOR)
    assert len(before["others"]) == 7
    for seen in before["others"].values():
        assert (seen["screen"], seen["scale"], seen["inside"]) == ("monitor", 2.0, True)
    assert run(tmp_path, (LAPTOP, MONITOR))["others"] == before["others"]


def test_windows_of_a_screen_that_is_gone_are_seen_whole_on_another_and_go_back_when_it_returns(tmp_path: Path) -> None:
    before = run(tmp_path, (LAPTOP, MONITOR), *ON_MONITOR)
    alone = run(tmp_path, (SMALL,))
    assert [(seen["screen"], seen["inside"]) for seen in alone["others"].values()] == [("small", True)] * 7
    assert (alone["strip_screen"], alone["strip_scale"]) == ("small", 2.0)
    assert run(tmp_path, (LAPTOP, MONITOR))["others"] == before["others"]


def test_at_the_first_start_there_is_room_for_the_frame(tmp_path: Path) -> None:
    seen = run(tmp_path, (LAPTOP | {"width": 1440, "height": 900},))
    _, _, width, height = seen["window"]
    assert width <= 1440 - 8
    assert height <= 900 - 30
    assert seen["inside"]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_on_a_screen_of_1366_by_768_the_window_fits_at_each_scale_and_no_figure_is_clipped(
    tmp_path: Path, scale: float
) -> None:
    seen = run(tmp_path, ({**SMALL, "logicalDpi": 96 * scale},))
    assert (seen["inside"], seen["scale"], seen["clipped"]) == (True, scale, [])


def test_a_window_of_a_large_screen_fits_on_a_small_one(tmp_path: Path) -> None:
    run(tmp_path, (LAPTOP, MONITOR), *ON_MONITOR)
    assert run(tmp_path, (SMALL,))["inside"]


@pytest.fixture
def places(qtbot: QtBot, tmp_path: Path) -> Places:
    theme = Theme()
    window, strip = MainWindow(theme, clock=lambda: sample.NOW_MS), MiniStrip(theme, square=True)
    window.may_close = True
    qtbot.addWidget(window)
    qtbot.addWidget(strip)
    return Places(Memory(tmp_path, WindowState()), window, strip, window)


def test_when_a_screen_goes_while_it_runs_what_stood_there_is_brought_back(places: Places) -> None:
    places._main.show()
    places._main.move(9_000, 9_000)
    places._strip.move(9_000, 9_000)
    places.settle()
    room = places._main.screen().availableGeometry()
    assert is_in_sight(places._main.geometry(), [room])
    assert room.contains(places._strip.geometry())


def test_when_a_screen_goes_another_window_that_stood_there_is_brought_back_and_made_to_fit(
    places: Places, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    places.follow("journal", other)
    other.setGeometry(9_000, 9_000, 3_000, 2_000)
    other.show()
    places.settle()
    assert other.screen().availableGeometry().contains(other.geometry())


def test_a_window_that_is_closed_comes_back_where_it_was_closed(places: Places, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
        window.resize(300, 200)
        places.follow("journal", window)
        window.show()
        if window is first:
            assert window.geometry() != AT
            window.setGeometry(AT)
        window.close()
        places.leave("journal")
    assert second.geometry() == AT
    assert "journal" in window_state.load(tmp_path)[0].places[-1].windows


def test_the_usual_layout_forgets_the_places_of_the_others_but_not_its_own(places: Places, qtbot: QtBot) -> None:
    places._put(Place(screens=arrangement(), geometry="x", windows={"journal": "y"}, mini=(1, 2)))
    places.forget()
    assert places._memory.state.places == (Place(screens=arrangement(), geometry="x", mini=(1, 2)),)


def test_moving_the_window_is_remembered_without_an_end(places: Places, qtbot: QtBot, tmp_path: Path) -> None:
    places._main.show()
    places._main.move(33, 44)
    qtbot.waitUntil(lambda: bool(window_state.load(tmp_path)[0].places), timeout=10_000)
    assert window_state.load(tmp_path)[0].places[0].geometry


def test_only_the_newest_arrangements_are_kept(places: Places) -> None:
    for number in range(MOST_PLACES + 3):
        places._put(Place(screens=str(number)))
    kept = [place.screens for place in places._memory.state.places]
    assert (len(kept), kept[-1]) == (MOST_PLACES, str(MOST_PLACES + 2))


@pytest.mark.parametrize(
    ("window", "seen"),
    [
        (QRect(100, 100, 1400, 900), True),
        (QRect(-1300, 100, 1400, 900), False),
        (QRect(1700, 100, 1400, 900), True),
        (QRect(100, -60, 1400, 900), False),
        (QRect(100, 1070, 1400, 900), False),
    ],
)
def test_a_window_is_in_sight_where_its_top_can_be_taken_hold_of(window: QRect, seen: bool) -> None:
    assert is_in_sight(window, [QRect(0, 0, 1920, 1080)]) is seen
