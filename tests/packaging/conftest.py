"""The set-up scripts on the path, and a checkout to set up that nobody misses."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))


@pytest.fixture
def checkout() -> Iterator[Path]:
    """What the set-up reads of a checkout, in a folder that every user can enter."""
    with tempfile.TemporaryDirectory(prefix="marginwatch-checkout-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "requirements.lock"):
            shutil.copy(ROOT / name, root / name)
        yield root
