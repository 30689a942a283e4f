"""No text of the window was forgotten, and in German nothing is clipped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this folder: the language is chosen before the window is loaded."""
    return subprocess.run(
        [sys.executable, str(FOLDER / program)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96", "TZ": "UTC", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_text_of_every_window_can_be_translated() -> None:
    done = run("pseudo_language.py")
    assert done.returncode == 0, done.stdout + done.stderr[-2_000:]
