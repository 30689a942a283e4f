"""The program as it is started from a terminal, offscreen: it ends when told, raises instead of doubling, explains."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ui.single_instance import ALREADY_OPEN


def start(home: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MARGINWATCH_HOME": str(home)}
    environment |= {"MARGINWATCH_TRACE": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "monitor", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(program: subprocess.Popen[str], mark: str) -> None:
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith(mark):
            return
    pytest.fail(f"{mark} was not reached")


def children(pid: int) -> set[int]:
    """Return the processes that a process has started (Linux)."""
    return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_signal_ends_it_cleanly_with_all_that_it_started(tmp_path: Path) -> None:
    with start(tmp_path, "demo", "--scenario", "calm", "--exit-after", "60") as program:
        wait_for(program, "first-live-figure")
        started = children(program.pid)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=20)
        assert program.returncode == 0
    for _ in range(50):
        if not any(Path(f"/proc/{pid}").exists() for pid in started):
            return
        time.sleep(0.1)
    pytest.fail(f"left behind: {started}")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_after_a_killed_window_a_new_one_takes_over(tmp_path: Path) -> None:
    with start(tmp_path, "demo", "--scenario", "calm", "--exit-after", "60") as first:
        wait_for(first, "first-live-figure")
        left = children(first.pid)
        first.kill()
    with start(tmp_path, "demo", "--scenario", "calm", "--exit-after", "60") as second:
        wait_for(second, "first-live-figure")
        second.terminate()
        second.communicate(timeout=20)
        assert second.returncode == 0
    for pid in left:  # the old exchange goes on for half a minute
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_a_second_start_raises_the_first_and_ends(tmp_path: Path) -> None:
    with start(tmp_path, "demo", "--scenario", "calm", "--exit-after", "60") as first:
        wait_for(first, "first-paint")
        second = start(tmp_path, "demo", "--scenario", "calm")
        said, _ = second.communicate(timeout=20)
        first.terminate()
        first.communicate(timeout=20)
    assert (second.returncode, said.strip()) == (0, ALREADY_OPEN)


def test_a_port_in_use_is_one_sentence_that_names_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with start(tmp_path, "demo", "--scenario", "calm", "--port", str(port), "--exit-after", "30") as program:
            _, said = program.communicate(timeout=30)
    assert program.returncode == 1
    assert str(port) in said
    assert "Traceback" not in said


def test_a_damaged_memory_of_the_window_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "window.json").write_text("{")
    with start(tmp_path, "demo", "--scenario", "calm", "--exit-after", "1") as program:
        program.communicate(timeout=30)
    assert program.returncode == 0
    assert (tmp_path / "demo" / "window.json.damaged-1").read_text() == "{"


def test_it_opens_without_any_account(tmp_path: Path) -> None:
    with start(tmp_path, "--exit-after", "4") as program:
        said, _ = program.communicate(timeout=30)
    assert program.returncode == 0
    assert "first-paint" in said


def test_the_window_loads_nothing_that_only_the_engine_needs() -> None:
    code = "import sys, monitor.cli, ui.app, monitor.child, monitor.demo.process; print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    heavy = {
        "asyncio",
        "ssl",
        "ccxt",
        "aiohttp",
        "numpy",
        "scipy",
        "sqlite3",
        "keyring",
        "pyqtgraph",
        "email",
        "hashlib",
    }
    assert not set(heavy) & set(done.stdout.split())
