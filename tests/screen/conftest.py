"""The display that the tests of a module share."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.screen.display import SIZE, Screen, end, poll


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """An X display with a window manager."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as number:
        screen = Screen(number.readline().strip())
    managers = [manage(screen)]

    def is_managed() -> bool:
        """Whether the window manager rules: on a busy machine the display may have refused it at first."""
        if managers[-1].poll() is not None:
            managers.append(manage(screen))
        return "window id" in screen.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    poll(is_managed, 30, "the window manager")
    yield screen
    end(managers[-1])
    end(server)


def manage(screen: Screen) -> subprocess.Popen[bytes]:
    """Start a window manager."""
    return subprocess.Popen(["openbox"], env={**os.environ, **screen.variables}, stderr=subprocess.DEVNULL)
