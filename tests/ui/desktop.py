"""A desktop's settings portal on a session bus of the test's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keyring_session import Session

HERE = Path(__file__).parent
Pipes = subprocess.Popen[str]


def started(name: str) -> Pipes:
    """Return a program of this folder, with pipes to it."""
    command = [sys.executable, str(HERE / name)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def portal(bus: Session) -> Iterator[Pipes]:
    """The portal, serving."""
    with started("settings_portal.py") as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        yield server
        server.terminate()


def set_to(portal: Pipes, setting: str) -> None:
    """Give a setting a value, as `NAMESPACE NAME SIGNATURE VALUE`, and tell those who listen."""
    assert portal.stdin is not None
    assert portal.stdout is not None
    portal.stdin.write(f"{setting}\n")
    portal.stdin.flush()
    assert portal.stdout.readline() == "set\n"
