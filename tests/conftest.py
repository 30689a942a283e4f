"""What every test needs: the builders on the path, and no real folders touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent.parent))

from monitor import redact
from monitor.venues.pace import pace_of
from tests.keyring_session import bus as bus
from tests.keyring_session import keyring as keyring

# The same examples in every run, so that a change is judged and not the dice; EXPLORE=1 throws them. No deadline: how
# long an example takes says something of the machine only.
settings.register_profile("fixed", derandomize=not os.environ.get("EXPLORE"), deadline=None)
settings.load_profile("fixed")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and databases of a test live in its own folder."""
    monkeypatch.setenv("MARGINWATCH_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _own_paces() -> None:
    """What one test's server said about its limits holds for no later server on the same port."""
    pace_of.cache_clear()


@pytest.fixture(autouse=True)
def _own_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets of one test are not looked for in the texts of all later ones."""
    monkeypatch.setattr(redact, "_protected", set())
    monkeypatch.setattr(redact, "_spelled", [])
