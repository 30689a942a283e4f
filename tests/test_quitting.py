"""Whatever ends the program, and at whatever moment: it says nothing, and leaves nothing behind. Real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends by signals")
PATIENCE_S = 60.0


class Program:
    """The demo, in a session of its own as in a terminal of its own."""

    def __init__(self, home: Path, *words: str) -> None:
        self.home, self.said = home, home / "said"
        quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
        with self.said.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "monitor", *words],
                env={**os.environ, **quiet, "MARGINWATCH_HOME": str(home)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        self._all: set[psutil.Process] = set()

    def children(self) -> list[psutil.Process]:
        """The processes that it has started, the oldest first."""
        found = sorted(psutil.Process(self._process.pid).children(recursive=True), key=psutil.Process.create_time)
        self._all |= set(found)
        return found

    def reach(self, moment: Callable[[Program], bool]) -> None:
        """Wait for a moment of its start."""
        until = time.monotonic() + PATIENCE_S
        while not moment(self):
            assert self._process.poll() is None, self.said.read_text()
            assert time.monotonic() < until, "it does not come so far"
            time.sleep(0.005)
        self.children()

    def interrupt(self) -> None:
        """Ctrl-C: every process of the terminal hears it."""
        os.killpg(self._process.pid, signal.SIGINT)

    def terminate(self) -> None:
        self._process.terminate()

    def lose_the_engine(self) -> None:
        """The engine dies, and the user quits."""
        next(one for one in self.children() if one.pid == self.engine()).kill()
        self.interrupt()

    def engine(self) -> int:
        note = self.home / "demo" / "engine.json"
        return int(note.read_text().split('"pid": ')[1].split(",")[0])

    def ended(self) -> tuple[str, list[str]]:
        """Wait for the end; return what it said, and which of its processes are left."""
        self._process.wait(PATIENCE_S)
        _, left = psutil.wait_procs(self._all, PATIENCE_S / 2)
        for one in left:
            one.kill()
        return self.said.read_text(), [one.name() for one in left]


def first_child(program: Program) -> bool:
    return bool(program.children())


def both_children(program: Program) -> bool:
    return len(program.children()) > 2  # the third keeps track of what they share


def engine_guards(program: Program) -> bool:
    return (program.home / "demo" / "engine.json").exists()


def first_reads(program: Program) -> bool:
    return (program.home / "demo" / "history.sqlite3-wal").exists()


@pytest.mark.parametrize(
    ("moment", "end"),
    [(first_child, Program.interrupt), (both_children, Program.terminate), (engine_guards, Program.interrupt)],
)
def test_the_demo_ends_without_a_word_and_leaves_no_process(
    tmp_path: Path, moment: Callable[[Program], bool], end: Callable[[Program], None]
) -> None:
    program = Program(tmp_path, "demo")
    program.reach(moment)
    end(program)
    assert program.ended() == ("", [])


def test_an_engine_that_has_died_is_no_reason_to_say_anything(tmp_path: Path) -> None:
    program = Program(tmp_path, "demo")
    program.reach(first_reads)
    program.lose_the_engine()
    assert program.ended() == ("", [])


def test_the_demo_in_the_terminal_takes_its_exchange_with_it(tmp_path: Path) -> None:
    program = Program(tmp_path, "watch", "--demo")
    program.reach(engine_guards)
    program.terminate()
    said, left = program.ended()
    assert "Traceback" not in said
    assert left == []
