"""The window's tests draw offscreen, unless a platform is asked for, and with the program's own fonts."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from ui.theme import load_fonts


@pytest.fixture(autouse=True)
def _own_fonts(request: pytest.FixtureRequest) -> None:
    """Widths are measured once per font: the first test that measures must have the right ones."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("qapp")
        load_fonts()
