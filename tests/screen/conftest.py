"""The display that the tests of a module share."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.screen.display import SIZE, Screen, end


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """An X display with a window manager."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as number:
        screen = Screen(number.readline().strip())
    manager = subprocess.Popen(["openbox"], env={**os.environ, **screen.variables}, stderr=subprocess.DEVNULL)
    yield screen
    end(manager)
    end(server)
