"""The main job, seen from outside: the real program under Xvfb falls through a crash, warns, and is acknowledged.

xdotool finds the alert window by its title and clicks its button; the program's own database says whether it arrived.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QColor, QImage

from ui.popup import TITLE
from ui.theme import DARK

NEEDED = ("Xvfb", "openbox", "xdotool", "import")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
OUTPUT = Path(__file__).parent.parent / "output"
ROOT = Path(__file__).parent.parent.parent
SIZE = "1680x1050x24"

pytestmark = [
    pytest.mark.screen,
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform != "linux", reason="drives an X11 display"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

Found = TypeVar("Found")


def poll(look: Callable[[], Found | None], seconds: float, what: str) -> Found:
    """Look again and again until something is found; a test that waits names what it waited for."""
    for _ in range(int(seconds / 0.25)):
        found = look()
        if found:
            return found
        time.sleep(0.25)
    pytest.fail(f"{what} did not come within {seconds:.0f} s")


class Screen:
    """An X display of our own, with a window manager."""

    def __init__(self, number: str) -> None:
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=20)
        return done.stdout.strip()

    def window(self, title: str) -> str | None:
        """Return the id of a visible window whose title is this."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()
        return found[0] if found else None

    def click(self, window: str, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1")

    def picture(self, window: str, path: Path) -> QImage:
        path.parent.mkdir(exist_ok=True)
        self.run("import", "-window", window, str(path))
        return QImage(str(path))


def end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL, text=True)
    os.close(writer)
    with os.fdopen(reader) as number:
        screen = Screen(number.readline().strip())
    manager = subprocess.Popen(["openbox"], env=screen.environment, stderr=subprocess.DEVNULL, text=True)
    yield screen
    end(manager)
    end(server)


def inside_button(picture: QImage, color: str) -> tuple[int, int]:
    """Return a place inside the first button that is filled with a colour."""
    wanted = QColor(color)
    for y in range(picture.height()):
        for x in range(picture.width()):
            seen = picture.pixelColor(x, y)
            if abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green()) < 6 and seen.blue() > 240:
                return x + 20, y + 10
    pytest.fail("the alert window has no Acknowledge button")


def acknowledged(database: Path) -> list[str]:
    """Return the keys of the alarms that the engine has recorded as acknowledged."""
    if not database.exists():
        return []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as history:
        return [key for (key,) in history.execute("SELECT key FROM event WHERE reason = 'acknowledged'")]


def test_the_crash_is_seen_warned_of_and_acknowledged(screen: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-m", "monitor", "demo", "--speed", "120", "--seed", "1", "--exit-after", "90"]
    program = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**screen.environment, "MARGINWATCH_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        poll(lambda: screen.window("Marginwatch"), 20, "the main window")
        popup = poll(lambda: screen.window(TITLE), 60, "the alert window")
        assert screen.run("xdotool", "getactivewindow") != popup, "the alert window took the keyboard"
        picture = screen.picture(popup, OUTPUT / "alert.png")
        screen.click(popup, *inside_button(picture, DARK.accent))
        poll(lambda: acknowledged(home / "demo" / "history.sqlite3"), 10, "the acknowledgement")
        screen.picture("root", OUTPUT / "main-job.png")
        program.terminate()
        assert program.wait(15) == 0, "SIGTERM did not end it cleanly"
    finally:
        end(program)
        assert program.stdout is not None
        with program.stdout as said:
            sys.stdout.write(said.read())
