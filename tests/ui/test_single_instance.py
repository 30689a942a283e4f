"""A second start raises the first window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.single_instance import ALREADY_OPEN, FirstInstance, raise_first, server_name

SECOND = "import sys; from PySide6.QtCore import QCoreApplication; from ui.single_instance import raise_first; \
app = QCoreApplication([]); sys.stdout.write(raise_first(sys.argv[1]))"


@pytest.fixture
def name(tmp_path: Path) -> str:
    return server_name(tmp_path)


def test_a_first_start_finds_nobody(qtbot: QtBot, name: str) -> None:
    assert raise_first(name) == ""


def test_a_second_start_raises_the_first_and_is_told_so(qtbot: QtBot, name: str) -> None:
    first = FirstInstance(name)
    with (
        qtbot.waitSignal(first.raise_asked, timeout=20_000),
        subprocess.Popen([sys.executable, "-c", SECOND, name], stdout=subprocess.PIPE, text=True) as second,
    ):
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read() == ALREADY_OPEN
    first.close()


def test_a_socket_left_behind_by_a_crash_is_no_obstacle(qtbot: QtBot, name: str) -> None:
    crash = f"import os; from PySide6.QtCore import QCoreApplication; from ui.single_instance import FirstInstance; \
app = QCoreApplication([]); first = FirstInstance({name!r}); os._exit(1)"
    subprocess.run([sys.executable, "-c", crash], check=False)
    assert raise_first(name) == ""
    first = FirstInstance(name)
    assert first._server.isListening()
    first.close()


def test_each_data_folder_has_a_window_of_its_own(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
