"""An X display of our own with a window manager, and the real program on it, driven and watched from outside.

What the program does is seen in the windows there are, in pictures of them, and in the files it keeps. A test waits
for a state, never for a time.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from PySide6.QtGui import QImage

NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "import")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
ROOT = Path(__file__).parent.parent.parent
OUTPUT = ROOT / "tests" / "output"
SIZE = "1680x1050x24"
MAIN = "Marginwatch"  # title of the main window

pytestmark = [
    pytest.mark.screen,
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform != "linux", reason="drives an X11 display"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

Found = TypeVar("Found")


def poll(look: Callable[[], Found | None], seconds: float, what: str) -> Found:
    """Look again and again until something is found; a test that waits names what it waited for."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    pytest.fail(f"{what} did not come within {seconds:.0f} s")


class Screen:
    """The display."""

    def __init__(self, number: str) -> None:
        self.variables = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: str) -> str:
        environment = {**os.environ, **self.variables}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=20)
        return done.stdout.strip()

    def windows(self, title: str) -> list[str]:
        """Return the ids of the visible windows whose title is this."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()

    def window(self, title: str) -> str | None:
        found = self.windows(title)
        return found[0] if found else None

    def click(self, window: str, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1")

    def drag(self, window: str, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, slowly enough to be a drag."""
        (x1, y1), (x2, y2) = begin, end
        half = ((x1 + x2) // 2, (y1 + y2) // 2)
        to = ("mousemove", "--window", window)
        steps = [part for place in (half, end, end) for part in (*to, str(place[0]), str(place[1]), "sleep", "0.1")]
        self.run("xdotool", *to, str(x1), str(y1), "sleep", "0.1", "mousedown", "1", *steps, "mouseup", "1")

    def activate(self, window: str) -> None:
        """Give a window the keyboard, and see that it has it."""

        def has_it() -> bool:
            self.run("xdotool", "windowactivate", window)
            return self.run("xdotool", "getactivewindow") == window

        poll(has_it, 15, "the keyboard's focus")

    def close(self, window: str) -> None:
        """Close a window as its user does, by the window manager."""
        self.activate(window)
        self.press("alt+F4")

    def press(self, *keys: str) -> None:
        self.run("xdotool", "key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self.run("xdotool", "type", "--delay", "20", text)

    def picture(self, window: str, path: Path) -> QImage:
        path.parent.mkdir(exist_ok=True)
        self.run("import", "-window", window, str(path))
        return QImage(str(path))

    def is_minimised(self, window: str) -> bool:
        return "Iconic" in self.run("xprop", "-id", window, "WM_STATE")

    def is_above(self, window: str) -> bool:
        """Whether the window manager keeps a window above others."""
        return "ABOVE" in self.run("xprop", "-id", window, "_NET_WM_STATE")

    def geometry(self, window: str) -> tuple[int, int, int, int]:
        """Return x, y, width and height of a window's inside on the screen."""
        said = self.run("xdotool", "getwindowgeometry", "--shell", window)
        values = dict(line.split("=") for line in said.splitlines() if "=" in line)
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


class Program:
    """The program while it runs; its folder and what it has printed."""

    def __init__(self, process: subprocess.Popen[bytes], home: Path, printed: Path) -> None:
        self.process, self.home, self._printed = process, home, printed

    def said(self) -> str:
        return self._printed.read_text(encoding="utf-8", errors="replace")

    def is_live(self) -> bool:
        """Whether figures of a position were shown."""
        return "first-live-figure" in self.said()

    def memory(self, folder: str = "") -> dict[str, Any]:
        """Return what the window remembers of itself; {} while there is nothing."""
        path = self.home / folder / "window.json"
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any]) if path.exists() else {}

    def log(self, folder: str = "") -> str:
        """Return what the window has written into its log."""
        path = self.home / folder / "window.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def told(self, reason: str, folder: str = "") -> list[str]:
        """Return the keys of the alarms that the engine has recorded for a reason."""
        database = self.home / folder / "history.sqlite3"
        if not database.exists():
            return []
        try:
            with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as history:
                return [key for (key,) in history.execute("SELECT key FROM event WHERE reason = ?", (reason,))]
        except sqlite3.OperationalError:  # it is being made
            return []

    def end(self) -> None:
        """Ask it to end and see that it does."""
        self.process.terminate()
        assert self.process.wait(20) == 0, "SIGTERM did not end it cleanly"


@contextmanager
def program(screen: Screen, home: Path, *words: str, more: Mapping[str, str] | None = None) -> Iterator[Program]:
    """Start the program on a display, and leave nothing of it behind."""
    home.mkdir(exist_ok=True)
    printed = home / "printed.txt"
    own = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}  # that of the tests in ui/
    environment = {**own, **screen.variables, **(more or {})}
    environment |= {"MARGINWATCH_HOME": str(home), "MARGINWATCH_TRACE": "1", "PYTHONUNBUFFERED": "1"}
    environment |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}  # titles and widths of buttons are those of English
    with printed.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "monitor", *words], cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
        )
    running = Program(process, home, printed)
    try:
        yield running
    finally:
        end(process)
        sys.stdout.write(running.said())


def end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
