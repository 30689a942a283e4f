"""What every test needs: the builders on the path, and no real folders touched."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and databases of a test live in its own folder."""
    monkeypatch.setenv("MARGINWATCH_HOME", str(tmp_path / "home"))
