"""Where things lie on this machine: settings, the database, the demo's own folder."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "marginwatch"
ENGINE_NOTE = "engine.json"  # in the data folder: whose engine guards it, touched at every tick


def config_dir() -> Path:
    """Return the folder of the settings file; MARGINWATCH_HOME moves everything into one folder."""
    home = os.environ.get("MARGINWATCH_HOME")
    return Path(home) if home else platformdirs.user_config_path(APP, appauthor=False)


def data_dir() -> Path:
    """Return the folder of the database and logs."""
    home = os.environ.get("MARGINWATCH_HOME")
    return Path(home) if home else platformdirs.user_state_path(APP, appauthor=False)


def demo_dir() -> Path:
    """Return the folder of the demo: its own settings and database, so that it never mixes with real accounts."""
    return data_dir() / "demo"
