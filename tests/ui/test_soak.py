"""A few rounds of somebody who opens and closes everything; `python -m tests.soak` makes eight hours of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_nothing_grows_while_everything_is_opened_and_closed_again_and_again() -> None:
    words = ["-m", "tests.soak", "--rounds", "3", "--positions", "8", "--compress", "5"]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
